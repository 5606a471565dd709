"""Checking a journal against a bare loop that reads the same rows and computes as many SHA-256."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desk.frontdesk import FrontDesk
from desk.ids import new_id
from desk.verify import verify_folder
from models.database import FILE_NAME
from models.journal import Stream
from tests.bench.house import lived_in
from tests.bench.report import Row
from tests.bench.timing import in_turn, probe

ROUNDS = 9
TARGET = 3.0
RECORDS = 20_000
_DAYS = 30
_READ = "SELECT * FROM journal ORDER BY stream, sequence"


def measure(scratch: Path) -> Iterator[Row]:
    """The fast check of a whole folder, by record: file, chain, heads and sales."""
    folder = scratch / "journal"
    with lived_in(folder, days=_DAYS, durable=False) as made:
        _fill(made.house.desk)
        made.house.desk.heads.compact()  # as the window does when it opens
    found = verify_folder(folder)
    if not found.ok:
        raise RuntimeError(f"the journal to measure does not hold: {found.problems[:3]}")
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        rows = connection.execute(_READ).fetchall()
        header = "x" * _header_size(rows[len(rows) // 2])
        checked, reading, hashing = in_turn(
            ROUNDS,
            probe(lambda: verify_folder(folder)),
            probe(lambda: _hash(connection.execute(_READ), header)),
            probe(lambda: _hash(iter(rows), header)),
        )
    each = checked.over(found.records)
    yield Row("journal check, a record", each, reading.over(found.records), TARGET)
    yield Row(f"the same, its floor reading nothing ({1000 / each.median:,.0f}/s)", each, hashing.over(found.records))


def _fill(desk: FrontDesk) -> None:
    """Records by the thousand, in one commit: commits are not what is measured here."""
    with desk.work.write() as unit:
        for number in range(RECORDS):
            unit.record(Stream.OPERATIONS, "visit.entered", _facts(number))


def _facts(number: int) -> dict[str, object]:
    return {
        "schema": 1, "visit": new_id(), "name": f"Prénom{number % 130} Nom{number % 130}", "member": number % 130,
        "pass": None, "basis": "plan", "units": 0, "space": "la-place", "seat": "la-place-3",
    }  # fmt: skip


def _header_size(row: tuple[object, ...]) -> int:
    """The length of the text that is hashed beside the body: all other columns, bytes in hexadecimal."""
    return sum(len(cell) * 2 if isinstance(cell, bytes) else len(str(cell)) for cell in row[:12])


def _hash(rows: Iterator[tuple[object, ...]], header: str) -> None:
    sha256 = hashlib.sha256
    for row in rows:
        sha256(row[12]).digest()  # type: ignore[arg-type]
        sha256(header.encode()).digest()
