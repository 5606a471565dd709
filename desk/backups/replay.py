"""Putting back what was sealed after a copy: the records themselves, exactly, and the rows that mirror them.

The sequences then stand where the second place says they stood. Sales, corrections, settlements, invoices, closings,
prints, the drawer and deposits are whole again (`desk.backups.rows`). Records of visits, bookings and files come back
as seals in the journal; what they had changed on the screens has to be done again (`desk.backups.redo`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from sqlalchemy.orm import Session

from desk.backups.care_rows import CARE_REBUILDERS
from desk.backups.holes import LOST
from desk.backups.known import Following
from desk.backups.rows import AFTERWARDS, REBUILDERS, Rebuild
from desk.backups.trail import ERASURE, JournalRow
from desk.closings.hour import CLOSING_GUARD, CONFIRMED, SALES_GUARD, aside
from desk.redaction import ANNOUNCEMENT, announced
from desk.work import Unit
from models.base import instant_text
from models.database import driver_of
from models.journal import ALGORITHM, FORMAT, Stream

_COLUMNS = ", ".join(JournalRow._fields)
_INSERT = f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * len(JournalRow._fields))})"  # noqa: S608
_GUARD = "journal_refuses_gaps"
_BLANK = "UPDATE journal SET body = x'' WHERE stream = 'operations' AND sequence BETWEEN ? AND ?"
MIRRORED = frozenset({Stream.SALES.value, Stream.INVOICES.value, Stream.CLOSINGS.value, Stream.DUPLICATES.value})
"""The streams each of whose records has rows: one of a kind that is not known here has lost them."""
_AS_THEY_COME = {**REBUILDERS, **CARE_REBUILDERS}


def put_back(unit: Unit, following: Iterable[Following]) -> tuple[JournalRow, ...]:
    """Write all this first thing in a unit of work; the answer is the records whose rows cannot be made again.

    Those records are in the journal; what they speak of can be done again from them by hand.
    """
    unknown, session = [], unit.session
    driver = driver_of(session)
    following = tuple(following)
    # What was sealed after a confirmed hour is dated before the closing that it follows by sequence.
    confirmed = any(row.kind == CONFIRMED for stream in following for row in stream.rows)
    with aside(session, *(CLOSING_GUARD, SALES_GUARD) if confirmed else ()):
        for stream in following:
            for row in stream.rows:
                driver.execute(_INSERT, row)
                if not _rebuild(session, row, _AS_THEY_COME):
                    unknown.append(row)
            if stream.head is not None:
                _mark_lost(driver, stream, instant_text(unit.now))
        session.flush()
    missing = {(row.stream, row.sequence) for row in unknown}
    for stream in following:
        for row in stream.rows:
            again = (row.stream, row.sequence) not in missing and row.kind in AFTERWARDS
            if again and not _rebuild(session, row, AFTERWARDS):
                unknown.append(row)
    for stream in following:
        for row in stream.rows:
            if row.stream == Stream.TECHNICAL and row.kind == ANNOUNCEMENT:
                for first, last in announced(row.body):
                    driver.execute(_BLANK, (first, last))
    return tuple(unknown)


def erased_members(following: Iterable[Following]) -> tuple[int, ...]:
    """The numbers of the members whose data were erased after the copy: the copy brought them back."""
    numbers = []
    for stream in following:
        for row in stream.rows:
            if row.kind == ERASURE and row.body:
                numbers.append(int(json.loads(row.body)["member"]))
    return tuple(numbers)


def blank_ranges(following: Iterable[Following]) -> list[list[int]]:
    """The operational records that came back without their body, to be announced."""
    ranges: list[list[int]] = []
    for stream in following:
        for row in stream.rows:
            if row.stream != Stream.OPERATIONS or row.body:
                continue
            if ranges and ranges[-1][1] == row.sequence - 1:
                ranges[-1][1] = row.sequence
            else:
                ranges.append([row.sequence, row.sequence])
    return ranges


def _mark_lost(driver: sqlite3.Connection, following: Following, at: str) -> None:
    """Set the head where it stood, so that the stream goes on after it: the guard against gaps steps aside once."""
    head, lost = following.head, following.lost
    assert head is not None
    assert lost is not None
    (guard,) = driver.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_GUARD,)).fetchone()
    body = {
        "schema": 1, "lost": list(lost), "number": "", "lines": [], "vat": [], "payments": [], "net": 0, "tax": 0,
        "total": 0,
    }  # fmt: skip
    content = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    driver.execute(f"DROP TRIGGER {_GUARD}")
    row = JournalRow(
        head.stream, head.sequence, LOST, at, "", "", "", FORMAT, ALGORITHM, head.key_id, bytes(32), b"", content,
        bytes(32), bytes.fromhex(head.digest), bytes.fromhex(head.signature),
    )  # fmt: skip
    driver.execute(_INSERT, row)
    driver.execute(guard)


# --- the rows that mirror the records ------------------------------------------------------------------------------


def _rebuild(session: Session, row: JournalRow, known: dict[str, Rebuild]) -> bool:
    """Whether the rows that this record stands for are there again; a record without rows of its own has them all.

    What an operational record without its body had changed is told by its kind: see `desk.backups.redo`.
    """
    rebuild = known.get(row.kind)
    if rebuild is None:
        return row.stream not in MIRRORED
    return bool(row.body) and rebuild(session, row, json.loads(row.body))
