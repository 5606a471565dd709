"""Quotes: a price promised until a day, under a number of their own, without gaps.

What was promised never changes: the lines are sealed like those of a sale, and no quote is ever deleted.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.catalogue import PriceCategory
from models.journal import replace_trigger, seal_triggers

QUOTE_LETTER = "D"
"""How the number of a quote begins, before the letter of the desk: no receipt has two."""


class Quote(Base):
    """A quote; `sale_id` once it has become a rental, `withdrawn_at` once nobody may take it up any more."""

    __tablename__ = "quote"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="not_empty"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    valid_until: Mapped[date]
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory))
    space_id: Mapped[str] = mapped_column(ForeignKey("space.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    people: Mapped[int]
    total_cents: Mapped[int]
    sale_id: Mapped[str | None] = mapped_column(ForeignKey("sale.id"))
    withdrawn_at: Mapped[datetime | None]


class QuoteLine(Base):
    """One line of a quote, as it was priced that day; a discount is a line with a negative price."""

    __tablename__ = "quote_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0", name="counts"),
        Index("ix_quote_line_quote", "quote_id", "position", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    quote_id: Mapped[str] = mapped_column(ForeignKey("quote.id"))
    position: Mapped[int]
    product_code: Mapped[str]
    label: Mapped[str]
    quantity: Mapped[int]
    unit_cents: Mapped[int]
    tax_included: Mapped[bool]
    basis_points: Mapped[int]


# Only what happens to a quote may change: to whom it belongs after a merge, that it was taken up or withdrawn.
_PROMISED = (
    "id", "sequence", "number", "made_at", "made_by", "valid_until", "category", "space_id", "starts_at", "ends_at",
    "people", "total_cents",
)  # fmt: skip
QUOTE_TRIGGERS = (
    "CREATE TRIGGER quote_refuses_update BEFORE UPDATE ON quote "
    f"WHEN NOT ({' AND '.join(f'NEW.{name} IS OLD.{name}' for name in _PROMISED)}) "
    "BEGIN SELECT RAISE(ABORT, 'quote is sealed: UPDATE refused'); END",
    seal_triggers("quote")[1],
    """
CREATE TRIGGER quote_refuses_gaps BEFORE INSERT ON quote
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM quote)
BEGIN
  SELECT RAISE(ABORT, 'quote is sealed: a quote must take the next number');
END
""",
    replace_trigger("quote", "id", "number"),
    *seal_triggers("quote_line"),
    replace_trigger("quote_line", "id", "quote_id, position"),
)
