"""Discounts: a share off one line or off everything, with its reason. A discount is a line of its own, below zero.

So the paper shows what was taken off and why, the VAT of each rate is rounded once on what remains (FISCAL.md §2), and
a sealed sale needs no other shape.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.basket import Basket, BasketLine
from desk.errors import Refused
from desk.formats import rate
from desk.language import translate
from desk.names import tidy
from models.sales import divide_half_up

WHOLE = 10_000
"""Basis points: all of it."""

REASON_LIMIT = 60
DISCOUNT = "discount"
"""The code of a line that is no product."""


@dataclass(frozen=True)
class Discount:
    """A share off (basis points: 1000 is 10 %), why, and on which line (from 0); on everything when `line` is None."""

    basis_points: int
    reason: str
    line: int | None = None


def objection(discounts: tuple[Discount, ...], lines: int) -> Refused | None:
    """Why these discounts cannot be given on so many lines, None when they can."""
    for discount in discounts:
        if not 0 < discount.basis_points <= WHOLE:
            return Refused("discount", translate("Discounts", "Une remise va de 1 à 100\u00a0%."))
        if not tidy(discount.reason, REASON_LIMIT):
            return Refused("no_reason", translate("Discounts", "Dites pourquoi cette remise\u00a0: le client le lira."))
        if discount.line is not None and not 0 <= discount.line < lines:
            return Refused("no_line", translate("Discounts", "Cette remise porte sur une ligne qui n’est plus là."))
    if len({discount.line for discount in discounts}) < len(discounts):
        return Refused("twice", translate("Discounts", "Une seule remise par ligne, et une seule sur le tout."))
    return None


def discounted(basket: Basket, discounts: tuple[Discount, ...]) -> Basket | Refused:
    """The basket with its discounts: those of a line right under it, then the one on what remains of everything."""
    refused = objection(discounts, len(basket.lines))
    if refused is not None:
        return refused
    by_line = {discount.line: discount for discount in discounts}
    lines: list[BasketLine] = []
    for place, line in enumerate(basket.lines):
        lines.append(line)
        if place in by_line:
            lines += _off([line], by_line[place], len(lines))
    if None in by_line:
        lines += _off(lines, by_line[None], 0)
    return Basket(tuple(lines))


def _off(lines: list[BasketLine], discount: Discount, off: int) -> list[BasketLine]:
    """One line below zero for each rate and each side of VAT that the lines have, taken off the line `off`."""
    label = translate("Discounts", "Remise {share}\u00a0: {reason}").format(
        share=rate(discount.basis_points), reason=tidy(discount.reason, REASON_LIMIT)
    )
    amounts: dict[tuple[bool, int], int] = {}
    for line in lines:
        key = (line.tax_included, line.basis_points)
        amounts[key] = amounts.get(key, 0) + line.cents
    made = []
    for (included, points), cents in amounts.items():
        cut = divide_half_up(cents * discount.basis_points, WHOLE)
        if cut:
            made.append(BasketLine(DISCOUNT, label, 1, -cut, included, points, off=off))
    return made
