"""Checking deposits against the journal: each row says what its operational record says, and nothing is missing.

The rows are what the drawer counts with; the records are what is signed. One that was blanked for someone's privacy
still has its kind and its hour.
"""

from __future__ import annotations

import sqlite3

from models.deposits import DEPOSIT_TRIGGERS

GUARDS = {words[2]: words for trigger in DEPOSIT_TRIGGERS if (words := trigger.split())}
"""The triggers that a copy with deposits must have, by name, as words."""
_MIRROR = """
SELECT r.sequence FROM journal r LEFT JOIN deposit d ON d.sequence = r.sequence
WHERE r.stream = 'operations' AND r.kind = 'deposit.taken' AND (d.id IS NULL
  OR d.taken_at <> r.at
  OR d.operator_id <> r.operator_id
  OR (length(r.body) > 0 AND (
    d.id <> json_extract(CAST(r.body AS TEXT), '$.deposit')
    OR d.booking_id <> json_extract(CAST(r.body AS TEXT), '$.booking')
    OR d.mode <> json_extract(CAST(r.body AS TEXT), '$.mode')
    OR d.cents <> json_extract(CAST(r.body AS TEXT), '$.cents'))))
UNION ALL
SELECT r.sequence FROM journal r LEFT JOIN deposit_return d ON d.sequence = r.sequence
WHERE r.stream = 'operations' AND r.kind = 'deposit.returned' AND (d.deposit_id IS NULL
  OR d.returned_at <> r.at
  OR d.operator_id <> r.operator_id
  OR (length(r.body) > 0 AND (
    d.deposit_id <> json_extract(CAST(r.body AS TEXT), '$.deposit')
    OR d.cents <> json_extract(CAST(r.body AS TEXT), '$.cents'))))
UNION ALL
SELECT d.sequence FROM deposit d LEFT JOIN journal r
  ON r.stream = 'operations' AND r.kind = 'deposit.taken' AND r.sequence = d.sequence
WHERE r.sequence IS NULL
UNION ALL
SELECT d.sequence FROM deposit_return d LEFT JOIN journal r
  ON r.stream = 'operations' AND r.kind = 'deposit.returned' AND r.sequence = d.sequence
WHERE r.sequence IS NULL
"""


def are_there(connection: sqlite3.Connection) -> bool:
    """Whether the copy knows deposits at all: an older one does not."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'deposit_return'")
    return known.fetchone() is not None


def differing(connection: sqlite3.Connection) -> list[int]:
    """The operational records that a deposit does not agree with; raises sqlite3.OperationalError for a broken body."""
    return sorted({sequence for (sequence,) in connection.execute(_MIRROR)}) if are_there(connection) else []


def is_absent(connection: sqlite3.Connection, sequence: int) -> bool:
    """Whether no row stands for this record: a restoration that could not make it again has announced it."""
    there = "SELECT 1 FROM deposit WHERE sequence = ?1 UNION ALL SELECT 1 FROM deposit_return WHERE sequence = ?1"
    return connection.execute(there, (sequence,)).fetchone() is None
