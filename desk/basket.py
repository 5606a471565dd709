"""What is about to be sold, as lines; every total of every document comes from here."""

from __future__ import annotations

from dataclasses import dataclass

from models.catalogue import PriceCategory
from models.sales import TaxedAmount, VatTotal, vat_totals


@dataclass(frozen=True)
class BasketLine:
    """One thing about to be sold: its price in cents as listed (TTC when `tax_included`), VAT in basis points.

    `category` is whose price it is, None for a discount. `off` is, for a discount, the line of the basket (from 1) that
    it is taken off, 0 for everything. `corrects` is, in a correction, the line of the sale that it reverses.
    """

    product_code: str
    label: str
    quantity: int
    unit_cents: int
    tax_included: bool
    basis_points: int
    category: PriceCategory | None = None
    off: int | None = None
    corrects: int | None = None

    @property
    def cents(self) -> int:
        """The line's amount, on the same side of VAT as its price."""
        return self.quantity * self.unit_cents


@dataclass(frozen=True)
class Basket:
    """Lines with their totals; every total of every document comes from here.

    `reversed_vat` is that of a correction: what the VAT of the sale becomes without these lines, less what it was, so
    that the corrections of a sale add up to it to the cent, whatever parts it is corrected in.
    """

    lines: tuple[BasketLine, ...]
    reversed_vat: tuple[VatTotal, ...] | None = None

    @property
    def vat(self) -> tuple[VatTotal, ...]:
        """Base and VAT per rate, rounded once per rate."""
        if self.reversed_vat is not None:
            return self.reversed_vat
        return vat_totals([TaxedAmount(line.cents, line.tax_included, line.basis_points) for line in self.lines])

    @property
    def total_cents(self) -> int:
        """The amount due, TTC."""
        return sum(total.total for total in self.vat)
