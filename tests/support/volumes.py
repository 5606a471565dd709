"""Small or unwritable file systems, mounted for one test; without the right to mount, the test fails and says so."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILLER = "filler"


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"this test mounts a file system, which needs root on Linux: {done.stderr.strip()}"


@contextmanager
def small_volume(at: Path, size: str) -> Iterator[Path]:
    """A file system of `size` in memory, at a new folder."""
    at.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size}", "none", str(at))
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """`folder` as on a medium that cannot be written, root included."""
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,ro,bind", str(folder))
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(volume: Path, leave: int = 0) -> Path:
    """Take all the room of `volume` but about `leave` bytes; the answer is the file to remove."""
    filler = volume / FILLER
    descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        for size in (65536, 4096, 512, 1):
            _write_on(descriptor, b"x" * size)
        end = os.lseek(descriptor, 0, os.SEEK_END)
        os.ftruncate(descriptor, max(0, end - leave))
    finally:
        os.close(descriptor)
    return filler


def _write_on(descriptor: int, data: bytes) -> None:
    while True:
        try:
            if os.write(descriptor, data) < len(data):
                return
        except OSError:
            return
