"""The journal: append-only records in streams, each chained and signed (FISCAL.md §1, format 1)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

FORMAT = 1
ALGORITHM = "Ed25519"


class Stream(StrEnum):
    """The streams of the journal; each has its own sequence from 1 and its own chain."""

    SALES = "sales"
    INVOICES = "invoices"
    CLOSINGS = "closings"
    DUPLICATES = "duplicates"
    TECHNICAL = "technical"
    ARCHIVES = "archives"
    OPERATIONS = "operations"


class JournalRecord(Base):
    """One record. `body` is exactly the bytes that were hashed; `at` is text so that it is exactly what was hashed.

    An empty `body` is a redacted one: nothing that was hashed is ever empty.
    """

    __tablename__ = "journal"

    stream: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    at: Mapped[str]
    operator_id: Mapped[str]
    desk_id: Mapped[str]
    software_version: Mapped[str]
    format: Mapped[int]
    algorithm: Mapped[str]
    key_id: Mapped[str]
    previous_digest: Mapped[bytes] = mapped_column(LargeBinary)
    previous_signature: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    body_sha256: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)


def _refuse(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is sealed: {event} refused'); END"
    )


def seal_triggers(table: str) -> tuple[str, ...]:
    """The triggers that make SQLite refuse UPDATE and DELETE on `table`."""
    return (_refuse(table, "UPDATE"), _refuse(table, "DELETE"))


# INSERT OR REPLACE removes the old row without firing DELETE triggers unless recursive_triggers is on, which is
# a choice of each connection: so an insert over an existing row is refused as well.
def replace_trigger(table: str, *keys: str) -> str:
    """The trigger that refuses an insert over a row of `table` that has one of the unique `keys` already."""
    taken = " OR ".join(" AND ".join(f"{column} = NEW.{column}" for column in key.split(", ")) for key in keys)
    return (
        f"CREATE TRIGGER {table}_refuses_replace BEFORE INSERT ON {table} BEGIN "  # noqa: S608
        f"SELECT RAISE(ABORT, '{table} is sealed: REPLACE refused') "
        f"WHERE EXISTS (SELECT 1 FROM {table} WHERE {taken}); END"
    )


_SAME = (
    "rowid", "stream", "sequence", "kind", "at", "operator_id", "desk_id", "software_version", "format", "algorithm",
    "key_id", "previous_digest", "previous_signature", "body_sha256", "digest", "signature",
)  # fmt: skip
# The one change that the law asks for (FISCAL.md §1, redaction): the body of an operational record becomes empty. Its
# SHA-256 and all the rest stay, so that the chain still holds. Whether it was announced is for `desk.verify` to say.
_REFUSES_UPDATE = (
    "CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal WHEN NOT (OLD.stream IS 'operations' "
    f"AND NEW.body IS x'' AND {' AND '.join(f'NEW.{name} IS OLD.{name}' for name in _SAME)}) "
    "BEGIN SELECT RAISE(ABORT, 'journal is sealed: UPDATE refused'); END"
)
# Before redaction was possible nothing could change at all: a copy from then is guarded more strictly, not less.
OLDER_TRIGGERS = (seal_triggers("journal")[0],)
# Here an insert past the next place is refused as well.
JOURNAL_TRIGGERS = (
    _REFUSES_UPDATE,
    seal_triggers("journal")[1],
    """
CREATE TRIGGER journal_refuses_gaps BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM journal WHERE stream = NEW.stream)
BEGIN
  SELECT RAISE(ABORT, 'journal is sealed: a record must take the next place of its stream');
END
""",
)
