"""The second place: the signed head of each stream, written outside the database after every commit.

A database that was cut short, or replaced by an older copy, no longer reaches the heads that were written here.
Two files: one beside the database, one in this user's state folder (so that a whole data folder put back shows too).
Each line is one head; the last line of a stream counts. Appending is one small write, so a crash can only lose
or tear the last line, and a torn line is passed over: the heads are then behind the journal, never ahead of it.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk.paths import state_folder

HEADS_FILE = "heads.log"
_COMPACT_BYTES = 1_000_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Head:
    """The last record of a stream when this was written; digest and signature in hexadecimal."""

    stream: str
    sequence: int
    digest: str
    signature: str
    key_id: str

    def line(self) -> str:
        """The head as one line of the file."""
        return f"{self.stream} {self.sequence} {self.digest} {self.signature} {self.key_id}\n"


def parse(line: str) -> Head | None:
    """The head of one line, None when it is torn or not one."""
    parts = line.split(" ")
    if len(parts) != 5 or not parts[1].isdecimal() or len(parts[2]) != 64 or len(parts[3]) != 128:
        return None
    return Head(parts[0], int(parts[1]), parts[2], parts[3], parts[4])


class Heads:
    """The files that hold the heads of one desk. `trouble` is the last reason why one could not be written."""

    def __init__(self, places: Iterable[Path]) -> None:
        self.places = tuple(places)
        self.trouble = ""

    def write(self, heads: Iterable[Head]) -> None:
        """Append the heads to every place. A place that fails is noted: the commit they speak of stands already."""
        data = "".join(head.line() for head in heads).encode("ascii")
        self.trouble = ""
        for place in self.places:
            try:
                _append(place, data)
            except OSError as error:
                self.trouble = str(error)
                _log.warning("the heads could not be written to %s: %s", place, error)

    def read(self, place: Path) -> dict[str, Head] | None:
        """The highest head of each stream at `place`; None when there is no such file. May raise OSError."""
        try:
            text = place.read_text(encoding="ascii", errors="replace")
        except FileNotFoundError:
            return None
        highest: dict[str, Head] = {}
        for line in text.split("\n")[:-1]:
            head = parse(line)
            if head is not None and (head.stream not in highest or head.sequence >= highest[head.stream].sequence):
                highest[head.stream] = head
        return highest

    def compact(self) -> None:
        """Keep only the highest heads of a file that has grown long; called while the desk is alone on its folder."""
        for place in self.places:
            try:
                if not place.exists() or place.stat().st_size < _COMPACT_BYTES:
                    continue
                highest = self.read(place) or {}
                fresh = place.with_suffix(".new")
                with fresh.open("w", encoding="ascii") as file:
                    file.writelines(head.line() for head in highest.values())
                    file.flush()
                    os.fsync(file.fileno())
                fresh.replace(place)
            except OSError as error:
                _log.warning("the heads at %s could not be shortened: %s", place, error)


def _append(place: Path, data: bytes) -> None:
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


def places_for(folder: Path, desk_id: str) -> tuple[Path, Path]:
    """Beside the database, and in the state folder under a name made of the folder's path and the desk's id."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return folder / HEADS_FILE, state_folder() / "heads" / f"{name}-{desk_id}.log"
