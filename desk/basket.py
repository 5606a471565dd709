"""What is about to be sold, as lines; every total of every document comes from here."""

from __future__ import annotations

from dataclasses import dataclass

from models.sales import TaxedAmount, VatTotal, vat_totals


@dataclass(frozen=True)
class BasketLine:
    """One thing about to be sold: its price in cents as listed (TTC when `tax_included`), VAT in basis points."""

    product_code: str
    label: str
    quantity: int
    unit_cents: int
    tax_included: bool
    basis_points: int

    @property
    def cents(self) -> int:
        """The line's amount, on the same side of VAT as its price."""
        return self.quantity * self.unit_cents


@dataclass(frozen=True)
class Basket:
    """Lines with their totals; every total of every document comes from here."""

    lines: tuple[BasketLine, ...]

    @property
    def vat(self) -> tuple[VatTotal, ...]:
        """Base and VAT per rate, rounded once per rate."""
        return vat_totals([TaxedAmount(line.cents, line.tax_included, line.basis_points) for line in self.lines])

    @property
    def total_cents(self) -> int:
        """The amount due, TTC."""
        return sum(total.total for total in self.vat)
