"""Sales: sealed the moment they are paid. The rows mirror the journal record, which is the fiscal truth.

Nothing here is ever updated or deleted (FISCAL.md §1); the triggers below make SQLite refuse it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.catalogue import PriceCategory
from models.journal import replace_trigger, seal_triggers


class PaymentMode(StrEnum):
    """How a sale was paid; ON_ACCOUNT is a promise: nothing was received yet, an invoice tells until when."""

    CASH = "cash"
    CARD = "card"
    CHEQUE = "cheque"
    TRANSFER = "transfer"
    ON_ACCOUNT = "on_account"


@dataclass(frozen=True)
class TaxedAmount:
    """An amount before it is sealed: cents, whether VAT is inside, and its rate in basis points."""

    cents: int
    tax_included: bool
    basis_points: int


@dataclass(frozen=True)
class VatTotal:
    """One VAT rate's part of a document, all in cents; base + vat = total."""

    basis_points: int
    base: int
    vat: int

    @property
    def total(self) -> int:
        """With VAT."""
        return self.base + self.vat


def divide_half_up(numerator: int, denominator: int) -> int:
    """The nearest integer, halves away from zero, exact on integers; `denominator` is positive."""
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def vat_totals(amounts: list[TaxedAmount]) -> tuple[VatTotal, ...]:
    """VAT per rate, rounded once per rate on the total and never line by line (FISCAL.md §2)."""
    totals = []
    for rate in sorted({amount.basis_points for amount in amounts}):
        included = sum(a.cents for a in amounts if a.basis_points == rate and a.tax_included)
        excluded = sum(a.cents for a in amounts if a.basis_points == rate and not a.tax_included)
        included_base = divide_half_up(included * 10_000, 10_000 + rate)
        vat = (included - included_base) + divide_half_up(excluded * rate, 10_000)
        totals.append(VatTotal(rate, included_base + excluded, vat))
    return tuple(totals)


class Sale(Base):
    """One sealed sale; `sequence` is its place in the journal's sales stream.

    A correction is a sale with its signs reversed, whose `corrects_id` is the sale that it undoes, whole or in part.
    """

    __tablename__ = "sale"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    sold_at: Mapped[datetime] = mapped_column(index=True)
    operator_id: Mapped[str]
    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory))
    customer: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    total_cents: Mapped[int]
    corrects_id: Mapped[str | None] = mapped_column(ForeignKey("sale.id"), index=True)


class SaleLine(Base):
    """One line of a sale, as it was priced that day.

    `category` is whose price it is (none for a discount). `off_position` is, for a discount, the line that it is taken
    off, 0 for everything; `corrects_position` is, in a correction, the line of the sale that it reverses.
    """

    __tablename__ = "sale_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0", name="counts"),
        Index("ix_sale_line_sale", "sale_id", "position", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"))
    position: Mapped[int]
    product_code: Mapped[str]
    label: Mapped[str]
    quantity: Mapped[int]
    unit_cents: Mapped[int]
    tax_included: Mapped[bool]
    basis_points: Mapped[int]
    category: Mapped[PriceCategory | None] = mapped_column(Word(PriceCategory))
    off_position: Mapped[int | None]
    corrects_position: Mapped[int | None]


class Payment(Base):
    """One payment of a sale; for cash, `tendered_cents` is what was handed over."""

    __tablename__ = "payment"
    __table_args__ = (Index("ix_payment_sale", "sale_id", "position", unique=True), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"))
    position: Mapped[int]
    mode: Mapped[PaymentMode] = mapped_column(Word(PaymentMode))
    cents: Mapped[int]
    tendered_cents: Mapped[int]


SEALED_TABLES = ("sale", "sale_line", "payment")
SALES_TRIGGERS = (
    *(trigger for table in SEALED_TABLES for trigger in seal_triggers(table)),
    replace_trigger("sale", "id", "number", "sequence"),
    replace_trigger("sale_line", "id", "sale_id, position"),
    replace_trigger("payment", "id", "sale_id, position"),
)
