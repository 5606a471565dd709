"""Where the bench works: on a real disk, because a commit to memory costs nothing."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MEMORY = frozenset({"tmpfs", "ramfs"})


def kind_of(folder: Path) -> str:
    """The name of the file system of `folder`, empty where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return ""
    found = ("", "")
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        if folder.is_relative_to(point) and len(point) >= len(found[0]):
            found = (point, kind)
    return found[1]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of the bench's own, and the homes of this process moved into it; all of it goes at the end."""
    usual = Path(tempfile.gettempdir()).resolve()
    where = ROOT / "build" if kind_of(usual) in _MEMORY else usual
    where.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="casaco-bench-", dir=where))
    before = dict(os.environ)
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    try:
        yield folder
    finally:
        os.environ.clear()
        os.environ.update(before)
        shutil.rmtree(folder, ignore_errors=True)
