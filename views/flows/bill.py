"""The lines of a bill on screen: each at its price, then the VAT of each rate; and what they come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desk.basket import Basket, BasketLine
from desk.discounts import DISCOUNT
from desk.formats import money, rate
from desk.language import translate
from desk.tax_sides import BasketRead, TaxSide, amount_words, other_words, side_of
from views.parts import label


def basket_lines(basket: Basket) -> list[tuple[str, str]]:
    """Each line with its amount, on the side of VAT of its price, then the VAT of each rate: as it is sold."""
    lines = [(_what(line), amount_words(line.cents, side_of(tax_included=line.tax_included))) for line in basket.lines]
    vat = [(_vat_words(v.basis_points, is_inside=_is_inside(basket, v.basis_points)), money(v.vat)) for v in basket.vat]
    return [*lines, *vat]


def read_lines(read: BasketRead) -> list[tuple[str, str]]:
    """Each line at the amount that the category reads first, then the VAT of each rate where there are several."""
    lines = [(_what(each.line), amount_words(each.cents, read.side)) for each in read.lines]
    is_inside, rates = read.side is TaxSide.GROSS, read.vat if len(read.vat) > 1 else ()
    return [*lines, *((_vat_words(v.basis_points, is_inside=is_inside), money(v.vat)) for v in rates)]


def show_total(read: BasketRead, body: QVBoxLayout, *, role: str = "amount") -> None:
    """What it comes to: the amount that is read first, and the other under it."""
    for text, look in ((amount_words(read.first_cents, read.side), role), (other_words(read), "muted")):
        made = label(text, look, wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        body.addWidget(made)


def _what(line: BasketLine) -> str:
    if line.off is not None or line.product_code == DISCOUNT:
        return line.label
    return translate("RentalPanel", "{count} × {what}").format(count=abs(line.quantity), what=line.label)


def _is_inside(basket: Basket, points: int) -> bool:
    return all(line.tax_included for line in basket.lines if line.basis_points == points)


def _vat_words(points: int, *, is_inside: bool) -> str:
    """What the VAT of a rate is to the prices above it: in them, or on top."""
    words = translate("RentalPanel", "dont TVA {rate}") if is_inside else translate("RentalPanel", "TVA {rate}")
    return words.format(rate=rate(points))
