"""The copies in a folder: their names, what is noted beside each, and the list of them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_NAME = re.compile(r"casaco-(\d{8}T\d{6})Z\.db")
_STAMP = "%Y%m%dT%H%M%S"
PART = ".part"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Copy:
    """A copy of the database: `taken_at` is aware UTC; `findings` what its journal has to say against itself.

    `records` and `sha256` are empty for a file without its note: it is then checked before it is used.
    """

    path: Path
    taken_at: datetime
    size: int
    records: int = 0
    findings: int = 0
    sha256: str = ""


def name_at(moment: datetime) -> str:
    """The name of a copy taken at `moment`."""
    return f"casaco-{moment.astimezone(UTC).strftime(_STAMP)}Z.db"


def note_of(path: Path) -> Path:
    """The small file beside a copy that says what it is."""
    return path.with_suffix(".json")


def copy_at(path: Path) -> Copy | None:
    """The copy at `path`, None when the file is not there or is not named as one. May raise OSError."""
    named = _NAME.fullmatch(path.name)
    if named is None or not path.is_file():
        return None
    taken_at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
    size = path.stat().st_size
    try:
        note = json.loads(note_of(path).read_text(encoding="utf-8"))
        return Copy(path, taken_at, size, int(note["records"]), int(note["findings"]), str(note["sha256"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Copy(path, taken_at, size)


def listed(folder: Path) -> tuple[Copy, ...]:
    """The copies of a folder, newest first; none when it is not there. May raise OSError."""
    if not folder.is_dir():
        return ()
    found = [made for path in folder.iterdir() if (made := copy_at(path)) is not None]
    return tuple(sorted(found, key=lambda made: made.taken_at, reverse=True))


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal, read from the medium itself where the system allows it."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def settle(path: Path) -> None:
    """Make a file, or on systems that can the names in a folder, survive a power cut. May raise OSError."""
    if path.is_dir() and os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
