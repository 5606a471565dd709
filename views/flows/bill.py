"""The lines of a bill on screen: each at its price, then the VAT of each rate."""

from __future__ import annotations

from desk.basket import Basket
from desk.discounts import DISCOUNT
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
        is_plain = line.off is None and line.product_code != DISCOUNT
        what = pattern.format(count=abs(line.quantity), what=line.label) if is_plain else line.label
        lines.append((what, side.format(amount=money(line.cents))))
    vat = [(_vat_words(basket, v.basis_points).format(rate=rate(v.basis_points)), money(v.vat)) for v in basket.vat]
    return [*lines, *vat]


def _vat_words(basket: Basket, points: int) -> str:
    """What the VAT of a rate is to the prices above it: in them, or on top."""
    if all(line.tax_included for line in basket.lines if line.basis_points == points):
        return translate("RentalPanel", "dont TVA {rate}")
    return translate("RentalPanel", "TVA {rate}")
