"""Without VAT or with it: which amount a category reads first, and the one place where one is made of the other.

Only the reading changes. What is due, and the VAT of each rate, are those of the basket.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.formats import money
from desk.language import translate
from models.catalogue import CategoryReading, PriceCategory, TaxSide
from models.sales import VatTotal, divide_half_up

__all__ = [
    "BasketRead",
    "ReadLine",
    "TaxSide",
    "amount_words",
    "on_side",
    "other_words",
    "read",
    "reads_on",
    "side_of",
    "side_words",
]


@dataclass(frozen=True)
class ReadLine:
    """A line of a basket, and its amount in cents on the side that is read."""

    line: BasketLine
    cents: int


@dataclass(frozen=True)
class BasketRead:
    """A basket as it reads on one side of VAT; the lines add up to `first_cents`, to the cent."""

    side: TaxSide
    lines: tuple[ReadLine, ...]
    vat: tuple[VatTotal, ...]

    @property
    def net_cents(self) -> int:
        """The amount without VAT."""
        return sum(total.base for total in self.vat)

    @property
    def vat_cents(self) -> int:
        """The VAT."""
        return sum(total.vat for total in self.vat)

    @property
    def gross_cents(self) -> int:
        """The amount due."""
        return self.net_cents + self.vat_cents

    @property
    def first_cents(self) -> int:
        """The amount that is read first."""
        return self.net_cents if self.side is TaxSide.NET else self.gross_cents


def reads_on(session: Session, category: PriceCategory, moment: datetime) -> TaxSide:
    """The side that a category reads first at an instant; a paper reads as on the day it was made."""
    found = (
        select(CategoryReading.side)
        .where(CategoryReading.category == category, CategoryReading.since <= moment)
        .order_by(CategoryReading.since.desc())
        .limit(1)
    )
    return session.scalar(found) or TaxSide.NET


def side_of(*, tax_included: bool) -> TaxSide:
    """The side of VAT on which a price is listed."""
    return TaxSide.GROSS if tax_included else TaxSide.NET


def side_words(side: TaxSide) -> str:
    """HT or TTC."""
    return translate("TaxSides", "HT") if side is TaxSide.NET else translate("TaxSides", "TTC")


def amount_words(cents: int, side: TaxSide) -> str:
    """An amount with its side: "36,00 € HT"."""
    pattern = translate("TaxSides", "{amount} HT") if side is TaxSide.NET else translate("TaxSides", "{amount} TTC")
    return pattern.format(amount=money(cents))


def other_words(basket: BasketRead) -> str:
    """The amount that is not read first, and the VAT between them: "43,20 € TTC, dont 7,20 € de TVA"."""
    pattern = translate("TaxSides", "dont {vat} de TVA, soit {amount} HT")
    other = basket.net_cents
    if basket.side is TaxSide.NET:
        pattern, other = translate("TaxSides", "soit {amount} TTC, dont {vat} de TVA"), basket.gross_cents
    return pattern.format(amount=money(other), vat=money(basket.vat_cents))


def on_side(cents: int, basis_points: int, side: TaxSide, tax_included: bool) -> int:
    """An amount in cents as it reads on `side`, halves away from zero; `tax_included` says where it is listed."""
    if side_of(tax_included=tax_included) is side:
        return cents
    if side is TaxSide.GROSS:
        return cents + divide_half_up(cents * basis_points, 10_000)
    return divide_half_up(cents * 10_000, 10_000 + basis_points)


def read(basket: Basket, side: TaxSide) -> BasketRead:
    """The basket on one side of VAT.

    A cent that rounding would lose goes to the line where the sum passes it: the lines of a rate add up to its total.
    """
    sums: dict[int, int] = {}
    lines = []
    for line in basket.lines:
        listed, rate = line.tax_included, line.basis_points
        cents = line.cents
        if side_of(tax_included=listed) is not side:
            before = sums.get(rate, 0)
            after = sums[rate] = before + line.cents
            cents = on_side(after, rate, side, listed) - on_side(before, rate, side, listed)
        lines.append(ReadLine(line, cents))
    return BasketRead(side, tuple(lines), basket.vat)
