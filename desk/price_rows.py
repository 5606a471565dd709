"""What the price list shows: a line for each product and unit, a line for each VAT rate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.language import translate
from desk.pricing import unit_label
from models.catalogue import PriceUnit


@dataclass(frozen=True)
class Planned:
    """A price in cents, or a rate in basis points, that begins on a day to come."""

    valid_from: date
    value: int


@dataclass(frozen=True)
class PriceCell:
    """What one category pays on a day, None when it is not sold to it, and what is planned after."""

    cents: int | None
    since: date | None
    planned: tuple[Planned, ...] = ()


@dataclass(frozen=True)
class PriceRow:
    """A product by a unit, and what each category pays for it, in the order of CATEGORIES; what is withdrawn is not
    sold."""

    product_code: str
    label: str
    unit: PriceUnit
    tax_included: bool
    vat_code: str
    is_extra: bool
    cells: tuple[PriceCell, ...]
    family: str = ""
    is_withdrawn: bool = False
    may_be_withdrawn: bool = False

    @property
    def words(self) -> str:
        """The product and its unit."""
        if self.unit is PriceUnit.EACH:
            return self.label
        return translate("Prices", "{product}, {unit}").format(product=self.label, unit=unit_label(self.unit, 1))


@dataclass(frozen=True)
class RateRow:
    """A VAT rate: what is in force on a day (basis points, None when never set) and what is planned."""

    code: str
    basis_points: int | None
    since: date | None
    planned: tuple[Planned, ...] = ()

    @property
    def words(self) -> str:
        """The rate in words."""
        return {
            "normal": translate("Prices", "TVA, taux normal"),
            "intermediate": translate("Prices", "TVA, taux intermédiaire"),
            "reduced": translate("Prices", "TVA, taux réduit"),
        }.get(self.code, self.code)
