"""What is still known of the records after a copy: the signed heads, the lines of the second place, and whatever can
still be read of the file that is to be replaced. Nothing is believed that this desk did not sign."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desk.backups.holes import LOST
from desk.backups.trail import JournalRow, trail_of
from desk.heads import Head, Heads, places_for
from desk.keys import signature_holds
from desk.logs import log_of
from models.database import FILE_NAME
from models.journal import Stream

_log = log_of(__name__)
_ROWS = (
    "SELECT stream, sequence, kind, at, operator_id, desk_id, software_version, format, algorithm, key_id,"
    " previous_digest, previous_signature, body, body_sha256, digest, signature FROM journal"
)


class Tail(NamedTuple):
    """Where a stream stands: its last number, and the seals that the next record continues."""

    sequence: int
    digest: bytes
    signature: bytes


START = Tail(0, bytes(32), b"")


@dataclass(frozen=True)
class Following:
    """What comes after a copy in one stream: records that can be put back, then numbers whose content is lost.

    `head` is the last lost number with its seals, None when nothing is lost.
    """

    stream: str
    after: int
    rows: tuple[JournalRow, ...]
    head: Head | None

    @property
    def lost(self) -> tuple[int, int] | None:
        """The first and the last lost number."""
        first = self.after + len(self.rows) + 1
        return None if self.head is None else (first, self.head.sequence)


class Known:
    """Everything known of one desk's journal outside a copy."""

    def __init__(self, folder: Path, desk_id: str, public_key: bytes) -> None:
        self._public_key = public_key
        self._records: dict[tuple[str, int], list[JournalRow]] = {}
        self._heads: dict[str, Head] = {}
        for row in (*_salvaged(folder), *trail_of(folder, desk_id).read()):
            if row.desk_id == desk_id and row.kind != LOST:
                self._records.setdefault((row.stream, row.sequence), []).append(row)
        for place in places_for(folder, desk_id):
            self._hear(place)
        self._go_as_far_as_records()

    def _hear(self, place: Path) -> None:
        try:
            found = Heads((place,)).read(place)
        except OSError as error:
            _log.warning("the heads could not be read", place=place.name, error=error)
            return
        for stream, head in (found.highest if found is not None else {}).items():
            seals = bytes.fromhex(head.signature), bytes.fromhex(head.digest)
            is_further = stream not in self._heads or head.sequence > self._heads[stream].sequence
            if is_further and signature_holds(self._public_key, *seals):
                self._heads[stream] = head

    def _go_as_far_as_records(self) -> None:
        """Records may reach further than the heads, and behind a gap: their numbers were given all the same."""
        for stream, sequence in sorted(self._records, reverse=True):
            if stream in self._heads and self._heads[stream].sequence >= sequence:
                continue
            rows = self._records[stream, sequence]
            signed = next((row for row in rows if row.is_signed_with(self._public_key)), None)
            if signed is not None:
                self._heads[stream] = signed.head

    @property
    def is_blind(self) -> bool:
        """Whether nothing at all is known outside the copy: no head, no record."""
        return not self._heads and not self._records

    def after(self, stream: Stream, tail: Tail) -> Following:
        """What follows `tail` in a stream, as far as it is known."""
        rows: list[JournalRow] = []
        at = tail
        while (row := self._next(stream.value, at)) is not None:
            rows.append(row)
            at = Tail(row.sequence, row.digest, row.signature)
        head = self._heads.get(stream.value)
        is_beyond = head is not None and head.sequence > at.sequence
        return Following(stream.value, tail.sequence, tuple(rows), head if is_beyond else None)

    def _next(self, stream: str, tail: Tail) -> JournalRow | None:
        """The record that continues `tail`, the last written of several; with its body where someone still has it."""
        found: JournalRow | None = None
        for row in self._records.get((stream, tail.sequence + 1), ()):
            candidate = row._replace(previous_digest=tail.digest, previous_signature=tail.signature)
            if not candidate.is_signed_with(self._public_key):
                continue
            if hashlib.sha256(row.body).digest() != row.body_sha256:
                if stream != Stream.OPERATIONS:
                    continue
                candidate = candidate._replace(body=b"")
            if found is None or candidate.body or candidate.digest != found.digest:
                found = candidate
        return found


def _salvaged(folder: Path) -> Iterator[JournalRow]:
    """The records of the present database that can be read, each stream as far as its pages allow."""
    path = folder / FILE_NAME
    if not path.is_file():
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        for stream in Stream:
            try:
                for row in connection.execute(f"{_ROWS} WHERE stream = ? ORDER BY sequence", (stream.value,)):
                    yield JournalRow(*row)
            except (sqlite3.DatabaseError, ValueError) as error:
                # What lies behind a damaged page is looked for in the lines of the second place.
                _log.warning("the present journal can be read no further", stream=stream.value, error=error)
