"""The lines of a bill on screen: each at its price, then the VAT of each rate."""

from __future__ import annotations

from desk.basket import Basket
from desk.formats import money, rate
from desk.language import translate


def basket_lines(basket: Basket) -> list[tuple[str, str]]:
    """Each line with its amount, on the side of VAT of its price, then the VAT of each rate."""
    pattern = translate("RentalPanel", "{count} × {what}")
    lines = []
    for line in basket.lines:
        side = (
            translate("RentalPanel", "{amount} TTC") if line.tax_included else translate("RentalPanel", "{amount} HT")
        )
        what = pattern.format(count=line.quantity, what=line.label) if line.cents > 0 else line.label
        lines.append((what, side.format(amount=money(line.cents))))
    vat = translate("RentalPanel", "TVA {rate}")
    return [*lines, *((vat.format(rate=rate(v.basis_points)), money(v.vat)) for v in basket.vat)]
