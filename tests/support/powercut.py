"""A power cut: what was not yet synced may be lost, kept, torn by sectors or kept out of order.

`Recorder` notes all that reaches the disk while the desk works, with the acknowledgements in between. `Disk` plays the
notes again up to any instant and leaves behind a disk as it may be found after the power failed there.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import pytest

from desk import heads
from desk.backups import trail
from tests.support.ledger import Ack
from tests.support.sqlite_files import OK, heard_by

SECTOR = 512
_NOT_DURABLE = ("-shm", ".lock")


class What(Enum):
    """What reached the disk."""

    OPEN = auto()
    WRITE = auto()
    APPEND = auto()
    TRUNCATE = auto()
    SYNC = auto()
    DELETE = auto()
    ACKNOWLEDGED = auto()


@dataclass(frozen=True)
class Note:
    """One thing that happened; `at` is an offset or a size."""

    what: What
    path: Path = Path()
    at: int = 0
    data: bytes = b""
    acks: tuple[Ack, ...] = ()


@dataclass
class Recorder:
    """Notes everything, and lets everything happen."""

    notes: list[Note] = field(default_factory=list)

    def opened(self, path: Path) -> None:
        """A file that was not there may be there from now on."""
        self._note(What.OPEN, path)

    def write(self, path: Path, offset: int, data: bytes) -> int:
        """Bytes are given to the system; they are not on the disk yet."""
        return self._note(What.WRITE, path, offset, data)

    def truncate(self, path: Path, size: int) -> int:
        """A file is cut short."""
        return self._note(What.TRUNCATE, path, size)

    def sync(self, path: Path) -> int:
        """What was written is on the disk."""
        return self._note(What.SYNC, path)

    def delete(self, path: Path, *, is_settled: bool) -> None:
        """A file is gone; unless its folder was synced too, it may come back."""
        self._note(What.DELETE, path)
        if is_settled:
            self._note(What.SYNC, path)

    def append(self, path: Path, data: bytes) -> None:
        """Lines at the end of a file that nobody syncs."""
        _append(path, data)
        self._note(What.APPEND, path, data=data)

    def acknowledged(self, acks: Iterable[Ack]) -> None:
        """A person was told."""
        self.notes.append(Note(What.ACKNOWLEDGED, acks=tuple(acks)))

    def _note(self, what: What, path: Path, at: int = 0, data: bytes = b"") -> int:
        if not path.name.endswith(_NOT_DURABLE):
            self.notes.append(Note(what, path, at, data))
        return OK


_append = heads.append


@contextmanager
def recording(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """All that the desk writes in the block is noted: the database, the heads and the second place of the records."""
    recorder = Recorder()
    with monkeypatch.context() as patch, heard_by(recorder):
        patch.setattr(heads, "append", recorder.append)
        patch.setattr(trail, "append", recorder.append)
        yield recorder


@dataclass
class _File:
    """What is on the disk for certain (None: no file), and what came since."""

    kept: bytearray | None = None
    since: list[Note] = field(default_factory=list)


class Disk:
    """A disk on which the notes are played; it begins with the files that are below `roots` now."""

    def __init__(self, *roots: Path) -> None:
        self._roots = roots
        self._files = {
            path: _File(bytearray(path.read_bytes()))
            for root in roots
            for path in root.rglob("*")
            if path.is_file() and not path.name.endswith(_NOT_DURABLE)
        }

    def play(self, note: Note) -> None:
        """One more thing happened."""
        file = self._files.setdefault(note.path, _File())
        if note.what is What.SYNC:
            for each in file.since:
                file.kept = _applied(file.kept, each)
            file.since.clear()
        elif note.what is not What.ACKNOWLEDGED:
            file.since.append(note)

    def cut(self, chance: random.Random) -> None:
        """The power fails here: put below the roots what may be found there afterwards."""
        for root in self._roots:
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir(parents=True)
        survival = chance.choice((_nothing, _everything, _the_beginning, _some, _some_sectors))
        for path, file in self._files.items():
            kept = None if file.kept is None else bytearray(file.kept)
            is_lines = any(note.what is What.APPEND for note in file.since)
            for note in (_a_torn_end if is_lines else survival)(chance, file.since):
                kept = _applied(kept, note)
            if kept is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(kept)


def _applied(kept: bytearray | None, note: Note) -> bytearray | None:
    """The content after `note`; a hole before what was written reads as zeros."""
    if note.what is What.DELETE:
        return None
    kept = bytearray() if kept is None else kept
    if note.what is What.TRUNCATE:
        del kept[note.at :]
    elif note.what in (What.WRITE, What.APPEND):
        at = len(kept) if note.what is What.APPEND else note.at
        kept.extend(bytes(max(0, at - len(kept))))
        kept[at : at + len(note.data)] = note.data
    return kept


def _nothing(_chance: random.Random, _since: list[Note]) -> list[Note]:
    return []


def _everything(_chance: random.Random, since: list[Note]) -> list[Note]:
    return since


def _the_beginning(chance: random.Random, since: list[Note]) -> list[Note]:
    """In order, and the last one torn."""
    whole = since[: chance.randrange(len(since) + 1)]
    if len(whole) < len(since) and (last := since[len(whole)]).data:
        sectors = list(_sectors(last))
        return [*whole, *sectors[: chance.randrange(len(sectors) + 1)]]
    return whole


def _some(chance: random.Random, since: list[Note]) -> list[Note]:
    return [note for note in since if chance.random() < 0.5]


def _some_sectors(chance: random.Random, since: list[Note]) -> list[Note]:
    return [part for note in since for part in _sectors(note) if chance.random() < 0.5]


def _a_torn_end(chance: random.Random, since: list[Note]) -> list[Note]:
    """Lines appended: cut at any byte, with zeros after it where the file had its new length before its new content."""
    data = b"".join(note.data for note in since)
    kept = chance.randrange(len(data) + 1)
    zeros = chance.choice((0, chance.randrange(len(data) - kept + 1)))
    return [Note(What.APPEND, since[0].path, data=data[:kept] + bytes(zeros))]


def _sectors(note: Note) -> Iterator[Note]:
    """A write in the pieces that a disk writes whole."""
    if not note.data:
        yield note
        return
    at, step = 0, SECTOR - note.at % SECTOR
    while at < len(note.data):
        yield Note(note.what, note.path, note.at + at, note.data[at : at + step])
        at, step = at + step, SECTOR
