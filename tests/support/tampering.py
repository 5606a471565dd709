"""Someone with a database tool: takes the guards off, changes one thing, and puts the guards back exactly."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.verify import Verification
from tests.support.house import plain


@dataclass(frozen=True)
class Place:
    """Where something was changed; a sequence of 0 when no single record is concerned."""

    stream: str
    sequence: int


Tampering = Callable[[random.Random, sqlite3.Connection], Place]


@contextmanager
def unguarded(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection on which everything may be written; the triggers are there again afterwards, word for word."""
    with closing(plain(folder)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        # A hundred guards go and come back, each a commit of its own: a copy need not survive a power cut.
        connection.execute("PRAGMA synchronous=OFF")
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in found:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in found:
            connection.execute(sql)


def copy_of(morning: Path, to: Path) -> Path:
    """A copy of a closed house to tamper with."""
    return Path(shutil.copytree(morning, to))


def names(found: Verification, place: Place) -> bool:
    """Whether a finding is at `place`; an empty stream or a 0 stands for any."""
    return any(
        problem.stream == (place.stream or problem.stream) and problem.sequence == (place.sequence or problem.sequence)
        for problem in found.problems
    )


def _any_record(chance: random.Random, connection: sqlite3.Connection) -> tuple[int, Place]:
    rowid, stream, sequence = chance.choice(
        connection.execute("SELECT rowid, stream, sequence FROM journal ORDER BY stream, sequence").fetchall()
    )
    return rowid, Place(stream, sequence)


def altered(chance: random.Random, value: object) -> object:
    """Another value of the same type."""
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 1000))
    if isinstance(value, bytes):
        if not value:
            return b"\x00"
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    assert isinstance(value, str)
    if not value:
        return "x"
    at = chance.randrange(len(value))
    return value[:at] + ("1" if value[at] != "1" else "2") + value[at + 1 :]


def one_byte_of_a_body(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """Any byte of any body becomes any other."""
    rowid, place = _any_record(chance, connection)
    (body,) = connection.execute("SELECT body FROM journal WHERE rowid = ?", (rowid,)).fetchone()
    at = chance.randrange(len(body))
    other = bytes([(body[at] + chance.randrange(1, 256)) % 256])
    connection.execute("UPDATE journal SET body = ? WHERE rowid = ?", (body[:at] + other + body[at + 1 :], rowid))
    return place


def any_column_of_the_journal(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """Any column of any record gets another value of its type."""
    rowid, place = _any_record(chance, connection)
    column = chance.choice([row[1] for row in connection.execute("PRAGMA table_info(journal)")])
    (value,) = connection.execute(f"SELECT {column} FROM journal WHERE rowid = ?", (rowid,)).fetchone()
    connection.execute(f"UPDATE OR REPLACE journal SET {column} = ? WHERE rowid = ?", (altered(chance, value), rowid))
    return Place("", 0) if column in ("stream", "sequence") else place


def text_that_is_no_text(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A byte that is no UTF-8 in a column of words."""
    rowid, place = _any_record(chance, connection)
    column = chance.choice(("kind", "at", "operator_id", "desk_id", "software_version", "algorithm", "key_id"))
    connection.execute(f"UPDATE journal SET {column} = CAST(x'61ff62' AS TEXT) WHERE rowid = ?", (rowid,))
    return place


def record_deleted(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A record disappears; the place named is the one where it is missed, or the heads that knew it."""
    rowid, place = _any_record(chance, connection)
    connection.execute("DELETE FROM journal WHERE rowid = ?", (rowid,))
    return Place(place.stream, 0)


def last_record_deleted(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """The last record of a stream disappears."""
    stream, last = chance.choice(
        connection.execute("SELECT stream, max(sequence) FROM journal GROUP BY stream").fetchall()
    )
    connection.execute("DELETE FROM journal WHERE stream = ? AND sequence = ?", (stream, last))
    return Place(stream, last)


def two_records_swapped(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """Two neighbours change places."""
    (count,) = connection.execute("SELECT count(*) FROM journal WHERE stream = 'operations'").fetchone()
    first = chance.randrange(1, count)
    for old, new in ((first, -1), (first + 1, first), (-1, first + 1)):
        connection.execute("UPDATE journal SET sequence = ? WHERE stream = 'operations' AND sequence = ?", (new, old))
    return Place("operations", first)


def record_duplicated(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A copy of a record is put at the end of its stream."""
    rowid, place = _any_record(chance, connection)
    (last,) = connection.execute("SELECT max(sequence) FROM journal WHERE stream = ?", (place.stream,)).fetchone()
    columns = [row[1] for row in connection.execute("PRAGMA table_info(journal)")]
    values = ", ".join(str(last + 1) if column == "sequence" else column for column in columns)
    connection.execute(f"INSERT INTO journal SELECT {values} FROM journal WHERE rowid = ?", (rowid,))
    return Place(place.stream, last + 1)


COLUMNS = {
    "sale": ("id", "number", "sequence", "sold_at", "operator_id", "category", "customer", "total_cents"),
    "sale_line": ("sale_id", "product_code", "label", "quantity", "unit_cents", "tax_included", "basis_points"),
    "payment": ("sale_id", "mode", "cents", "tendered_cents"),
}
"""What a sale's rows repeat of its record; `organisation_id` and the rows' own identifiers are not of it."""


def any_column_of_a_sale(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """The rows of a sale no longer say what was sealed."""
    table = chance.choice(sorted(COLUMNS))
    column = chance.choice(COLUMNS[table])
    rowid, value = chance.choice(connection.execute(f"SELECT rowid, {column} FROM {table} ORDER BY 1").fetchall())
    connection.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE rowid = ?", (altered(chance, value), rowid))
    return Place("sales", 0)


def row_of_a_sale_removed(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A sale, a line or a payment disappears."""
    table = chance.choice(("sale", "sale_line", "payment"))
    (rowid,) = chance.choice(connection.execute(f"SELECT rowid FROM {table} ORDER BY 1").fetchall())
    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    return Place("sales", 0)


def row_of_a_sale_added(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A line or a payment that was never sealed."""
    table = chance.choice(("sale_line", "payment"))
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = {"id": "'other'", "position": "position + 50"}
    picked = ", ".join(values.get(column, column) for column in columns)
    (rowid,) = chance.choice(connection.execute(f"SELECT rowid FROM {table} ORDER BY 1").fetchall())
    connection.execute(f"INSERT INTO {table} SELECT {picked} FROM {table} WHERE rowid = ?", (rowid,))
    return Place("sales", 0)


def payments_exchanged(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """Two payments of one sale change places."""
    connection.execute("UPDATE payment SET position = -position")
    connection.execute("UPDATE payment SET position = 3 + position")
    return Place("sales", 0)


def amount_of_a_closing(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """A closing's row no longer says what was sealed."""
    column = chance.choice(("total_cents", "absolute_cents", "perpetual_cents", "perpetual_absolute_cents"))
    (sequence,) = chance.choice(connection.execute("SELECT sequence FROM closing ORDER BY 1").fetchall())
    connection.execute(f"UPDATE closing SET {column} = {column} + 1 WHERE sequence = ?", (sequence,))
    return Place("closings", sequence)


def tail_of_a_stream(chance: random.Random, connection: sqlite3.Connection) -> Place:
    """Everything from some record on disappears from a stream."""
    stream, last = chance.choice(
        connection.execute("SELECT stream, max(sequence) FROM journal GROUP BY stream ORDER BY 1").fetchall()
    )
    first = chance.randrange(1, last + 1)
    connection.execute("DELETE FROM journal WHERE stream = ? AND sequence >= ?", (stream, first))
    return Place(stream, 0)


ALL: tuple[Tampering, ...] = (
    one_byte_of_a_body,
    any_column_of_the_journal,
    text_that_is_no_text,
    record_deleted,
    last_record_deleted,
    two_records_swapped,
    record_duplicated,
    any_column_of_a_sale,
    row_of_a_sale_removed,
    row_of_a_sale_added,
    payments_exchanged,
)
