"""What goes with a room: coffee for so many, a projector, the setting up; priced by head or by piece."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.catalogue import Price, PriceCategory, PriceUnit, Product

BY = (PriceUnit.PERSON, PriceUnit.EACH)
MOST = 500


@dataclass(frozen=True)
class Extra:
    """So many of an extra, or of heads it is for."""

    product_code: str
    quantity: int


@dataclass(frozen=True)
class ExtraOffered:
    """An extra on offer to a category: its price in cents (TTC when `tax_included`), by head or by piece."""

    code: str
    label: str
    unit: PriceUnit
    cents: int
    tax_included: bool
    vat_code: str

    @property
    def is_by_head(self) -> bool:
        """Whether it is counted by the people who come."""
        return self.unit is PriceUnit.PERSON


def extras_on(session: Session, category: PriceCategory, day: date) -> tuple[ExtraOffered, ...]:
    """The extras on sale that have a price for the category on that day, by name."""
    rows = session.execute(
        select(Product, Price.unit, Price.cents)
        .join(Price, Price.product_code == Product.code)
        .where(
            Product.is_extra,
            ~Product.is_withdrawn,
            Price.category == category,
            Price.unit.in_(BY),
            Price.valid_from <= day,
        )
        .order_by(Product.label, Price.valid_from)
    )
    offered: dict[str, ExtraOffered] = {}
    for product, unit, cents in rows:
        offered[product.code] = ExtraOffered(
            product.code, product.label, unit, cents, product.tax_included, product.vat_code
        )
    return tuple(offered.values())
