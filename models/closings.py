"""Closings: the days, months and fiscal years of the sales stream, each cut by sequence and sealed (FISCAL.md §1).

A row mirrors its record in the closings stream, which is the fiscal truth. Nothing here is ever updated or deleted, a
closing begins where the one before it of its period ended, and nothing is posted into what is closed: the triggers
below make SQLite refuse it, whoever asks.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.journal import replace_trigger, seal_triggers

CLOSING_LETTER = "Z"
"""How the number of a closing begins, before the letter of the desk."""


class ClosingPeriod(StrEnum):
    """What a closing closes."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Closing(Base):
    """One closing; `sequence` is its place in the closings stream.

    It covers the sales stream from `first_sale` to `last_sale` (the place before the first one when nothing was sold);
    a day also covers the drawer's records of the technical stream until `last_technical`. `kept_cents` stays in the
    drawer; what was counted is None when nobody could count, and then the difference too.
    """

    __tablename__ = "closing"
    __table_args__ = (
        CheckConstraint("last_sale >= first_sale - 1", name="in_order"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        Index("ix_closing_period", "period", "sequence", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    period: Mapped[ClosingPeriod] = mapped_column(Word(ClosingPeriod))
    first_day: Mapped[date]
    last_day: Mapped[date]
    first_sale: Mapped[int]
    last_sale: Mapped[int]
    last_technical: Mapped[int]
    closed_at: Mapped[datetime]
    operator_id: Mapped[str]
    total_cents: Mapped[int]
    absolute_cents: Mapped[int]
    perpetual_cents: Mapped[int]
    perpetual_absolute_cents: Mapped[int]
    kept_cents: Mapped[int]
    counted_cents: Mapped[int | None]
    difference_cents: Mapped[int | None]


class ClosingPrint(Base):
    """A print of a closing's report: copy 0 is the original, the others say DUPLICATA."""

    __tablename__ = "closing_print"

    closing_id: Mapped[str] = mapped_column(ForeignKey("closing.id"), primary_key=True)
    copy_number: Mapped[int] = mapped_column(primary_key=True)
    printed_at: Mapped[datetime]


def _last(column: str, nothing: int = 0) -> str:
    """The value of `column` in the closing before NEW of its period."""
    last = f"SELECT {column} FROM closing WHERE period = NEW.period ORDER BY sequence DESC LIMIT 1"  # noqa: S608
    return f"COALESCE(({last}), {nothing})"


_CLOSED = "COALESCE((SELECT last_sale FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1), 0)"
_LAST_AT = "(SELECT closed_at FROM closing ORDER BY sequence DESC LIMIT 1)"
_REFUSES_GAPS = f"""
CREATE TRIGGER closing_refuses_gaps BEFORE INSERT ON closing
WHEN NEW.first_sale IS NOT {_last("last_sale")} + 1
  OR NEW.last_sale > (SELECT COALESCE(MAX(sequence), 0) FROM journal WHERE stream = 'sales')
  OR NEW.sequence IS NOT (SELECT MAX(sequence) FROM journal WHERE stream = 'closings')
  OR NEW.perpetual_cents IS NOT {_last("perpetual_cents")} + NEW.total_cents
  OR NEW.perpetual_absolute_cents IS NOT {_last("perpetual_absolute_cents")} + NEW.absolute_cents
  OR NEW.closed_at < {_LAST_AT}
  OR (NEW.period <> 'day' AND NEW.last_sale > {_CLOSED})
BEGIN
  SELECT RAISE(ABORT, 'closing is sealed: a closing goes on from the one before it');
END
"""  # noqa: S608 - our own names
_SALE_OF_NEW = "(SELECT sequence FROM sale WHERE id = NEW.sale_id)"


def _refuses_closed(table: str, sequence: str) -> str:
    return (
        f"CREATE TRIGGER {table}_refuses_closed BEFORE INSERT ON {table} WHEN {sequence} <= {_CLOSED} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is sealed: the period is closed'); END"
    )


# A record dated before the last closing would be read as part of what is closed, wherever it stands.
_JOURNAL_REFUSES_CLOSED = (
    "CREATE TRIGGER journal_refuses_closed BEFORE INSERT ON journal WHEN NEW.stream = 'sales' "
    f"AND NEW.at < {_LAST_AT} "
    "BEGIN SELECT RAISE(ABORT, 'journal is sealed: the period is closed'); END"
)
PRINT_TRIGGERS = (*seal_triggers("receipt_print"), replace_trigger("receipt_print", "sale_id, copy_number"))
CLOSING_TRIGGERS = (
    *seal_triggers("closing"),
    replace_trigger("closing", "id", "sequence", "number"),
    _REFUSES_GAPS,
    *seal_triggers("closing_print"),
    replace_trigger("closing_print", "closing_id, copy_number"),
    _refuses_closed("sale", "NEW.sequence"),
    _refuses_closed("sale_line", _SALE_OF_NEW),
    _refuses_closed("payment", _SALE_OF_NEW),
    _JOURNAL_REFUSES_CLOSED,
    *PRINT_TRIGGERS,
)
