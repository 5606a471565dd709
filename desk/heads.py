"""The second place: the signed head of each stream, written outside the database after every commit.

A database that was cut short, or replaced by an older copy, no longer reaches the heads that were written here.
Two files: one beside the database, one in this user's state folder (so that a whole data folder put back shows too).
Each line is one head, and every line stays true for ever: work done on an older copy comes to the numbers already
written here with other digests, which shows. Appending is one small write, so a crash can only lose or tear the
last line: the heads are then behind the journal (until `desk.custody` catches up), never ahead of it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desk.logs import log_of
from desk.paths import state_folder

HEADS_FILE = "heads.log"
_COMPACT_BYTES = 1_000_000
_WHOLE = re.compile(r"^([a-z]+) ([0-9]{1,18}) ([0-9a-f]{64}) ([0-9a-f]{128}) ([0-9a-f]{16})$", re.MULTILINE)
# The beginning of a line, cut anywhere: what a power cut or a full disk leaves.
_TORN = re.compile(
    r"[a-z]*|[a-z]+ [0-9]*|[a-z]+ [0-9]+ [0-9a-f]{0,64}|[a-z]+ [0-9]+ [0-9a-f]{64} [0-9a-f]{0,128}"
    r"|[a-z]+ [0-9]+ [0-9a-f]{64} [0-9a-f]{128} [0-9a-f]{0,15}"
)
_log = log_of(__name__)


class Head(NamedTuple):
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
    whole = _WHOLE.fullmatch(line)
    if whole is None:
        return None
    stream, sequence, digest, signature, key_id = whole.groups()
    return Head(stream, int(sequence), digest, signature, key_id)


def _is_torn(line: str) -> bool:
    """Whether this is the beginning of a line, up to all of it, and the zeros that a power cut may leave after it."""
    written = line.rstrip("\0")
    return _TORN.fullmatch(written) is not None or parse(written) is not None


@dataclass(frozen=True)
class Kept:
    """What a file holds: its heads in the order they were written, and how many lines are neither whole nor torn."""

    lines: tuple[Head, ...]
    unreadable: int = 0

    @property
    def highest(self) -> dict[str, Head]:
        """The head that reaches furthest in each stream; of two for one number the first, which nothing undoes."""
        found: dict[str, Head] = {}
        for head in self.lines:
            if head.stream not in found or head.sequence > found[head.stream].sequence:
                found[head.stream] = head
        return found

    @property
    def lasting(self) -> tuple[Head, ...]:
        """The last head of each rising run: what must be kept so that a step back in a stream still shows."""
        last: dict[str, Head] = {}
        kept = []
        for head in self.lines:
            before = last.get(head.stream)
            if before is not None and head.sequence <= before.sequence and head != before:
                kept.append(before)
            last[head.stream] = head
        return (*kept, *last.values())


class Heads:
    """The files that hold the heads of one desk. `trouble` is the last reason why one could not be written."""

    def __init__(self, places: Iterable[Path]) -> None:
        self.places = tuple(places)
        self.trouble = ""
        self._torn: set[Path] = set()

    def write(self, heads: Iterable[Head]) -> None:
        """Append the heads to every place. A place that fails is noted: the commit they speak of stands already."""
        data = "".join(head.line() for head in heads).encode("ascii")
        self.trouble = ""
        for place in self.places:
            self._add(place, data)

    def catch_up(self, place: Path, heads: Iterable[Head]) -> None:
        """Append the heads that `place` lacks, on a line of their own even after a torn one."""
        self._torn.add(place)
        self._add(place, "".join(head.line() for head in heads).encode("ascii"))

    def _add(self, place: Path, data: bytes) -> None:
        try:
            append(place, b"\n" + data if place in self._torn else data)
        except OSError as error:
            self.trouble = str(error)
            self._torn.add(place)
            _log.warning("the heads could not be written", place=place.name, error=error)
        else:
            self._torn.discard(place)

    def read(self, place: Path) -> Kept | None:
        """What `place` holds; None when there is no such file. May raise OSError."""
        try:
            text = place.read_text(encoding="ascii", errors="replace")
        except FileNotFoundError:
            return None
        lines, _, last = text.rpartition("\n")
        if last:
            # Torn, or zeros after a power cut: what is written next must not begin in the middle of it.
            self._torn.add(place)
        heads = tuple([Head(stream, int(sequence), *seal) for stream, sequence, *seal in _WHOLE.findall(lines)])
        unreadable = 0
        if len(heads) <= lines.count("\n"):  # a line is not whole; otherwise thousands are read at once
            rest = _WHOLE.sub("", lines).split("\n")
            unreadable = sum(not _is_torn(line) for line in rest)
        # What follows the last line break is being written at this moment, or was torn.
        unreadable += not _is_torn(last)
        return Kept(heads, unreadable)

    def compact(self) -> None:
        """Shorten a file that has grown long; called while the desk is alone on its folder."""
        for place in self.places:
            try:
                if not place.exists() or place.stat().st_size < _COMPACT_BYTES:
                    continue
                kept = self.read(place)
                if kept is None or kept.unreadable:
                    continue
                fresh = place.with_suffix(".new")
                with fresh.open("w", encoding="ascii") as file:
                    file.writelines(head.line() for head in kept.lasting)
                    file.flush()
                    os.fsync(file.fileno())
                fresh.replace(place)
            except OSError as error:
                _log.warning("the heads could not be shortened", place=place.name, error=error)


def append(place: Path, data: bytes) -> None:
    """Add `data` at the end of a file that only its owner may read, made when it is not there. May raise OSError."""
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if os.write(descriptor, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place))
    finally:
        os.close(descriptor)


def places_for(folder: Path, desk_id: str) -> tuple[Path, Path]:
    """Beside the database, and in the state folder under a name made of the folder's path and the desk's id."""
    # Hashed, so that neither a folder's odd bytes nor an identifier that was tampered with can make a wild path.
    name = hashlib.sha256(os.fsencode(folder.resolve()) + b"\n" + desk_id.encode(errors="replace")).hexdigest()[:32]
    return folder / HEADS_FILE, state_folder() / "heads" / f"{name}.log"
