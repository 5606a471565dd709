"""What is left of a sale, and what taking a part of it back comes to. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk.basket import Basket, BasketLine
from desk.discounts import DISCOUNT
from desk.errors import Refused
from desk.formats import money
from desk.language import translate
from models.sales import TaxedAmount, VatTotal, divide_half_up, vat_totals


@dataclass(frozen=True)
class Part:
    """A line of a sale and what corrections have left of it: a quantity, and an amount in cents.

    Of a discount only the amount counts: a part of it is given back with a part of what it was taken off. `is_cut` once
    a part of the price was given back: what is left is then one thing, taken back whole.
    """

    position: int
    line: BasketLine
    left: int
    left_cents: int
    is_cut: bool = False

    @property
    def is_discount(self) -> bool:
        """Whether it is no thing sold, but something taken off one."""
        return self.line.product_code == DISCOUNT


@dataclass(frozen=True)
class Left:
    """What is left of a sale, line by line."""

    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Whether everything was taken back."""
        return not any(part.left_cents or (part.left and not part.is_discount) for part in self.parts)

    @property
    def vat(self) -> tuple[VatTotal, ...]:
        """Base and VAT per rate of what is left, rounded once per rate as for a sale."""
        return vat_totals(
            [TaxedAmount(p.left_cents, p.line.tax_included, p.line.basis_points) for p in self.parts]
        )  # fmt: skip

    @property
    def all_of_it(self) -> dict[int, int]:
        """Every line at all that is left of it."""
        return {part.position: part.left for part in self.parts if part.left and not part.is_discount}


def left_of(sold: Mapping[int, BasketLine], reverses: list[BasketLine]) -> Left:
    """What `reverses`, the lines of all corrections so far, leave of the lines sold (by position, from 1)."""
    parts = []
    for position, line in sorted(sold.items()):
        mine = [reverse for reverse in reverses if reverse.corrects == position]
        left_cents = line.cents + sum(reverse.cents for reverse in mine)
        left = line.quantity + sum(reverse.quantity for reverse in mine)
        is_cut = line.product_code != DISCOUNT and any(reverse.unit_cents != line.unit_cents for reverse in mine)
        parts.append(Part(position, line, int(left_cents != 0) if is_cut else left, left_cents, is_cut))
    return Left(tuple(parts))


def reverse(left: Left, wanted: Mapping[int, int]) -> tuple[Basket, Left] | Refused:
    """The basket that takes `wanted` (quantities by position) back, discounts included, and what is left after it.

    VAT is the difference between what it was and what it becomes: the corrections of a sale add up to it exactly.
    """
    refused = objection(left, wanted)
    if refused is not None:
        return refused
    after = Left(tuple(_less(part, wanted.get(part.position, 0)) for part in left.parts))
    takes_all = not any(part.left for part in after.parts if not part.is_discount)
    if not takes_all and any(part.is_cut for part in left.parts):
        sentence = translate(
            "Refunds", "Une partie du prix a déjà été rendue\u00a0: ce qui en reste se reprend en entier."
        )
        return Refused("whole_only", sentence)
    if not takes_all and any(part.is_discount and part.line.off is None for part in left.parts):
        sentence = translate(
            "Refunds", "Cette vente porte une remise d’avant cette version\u00a0: elle se corrige en entier."
        )
        return Refused("whole_only", sentence)
    after = _with_discounts(left, after, takes_all=takes_all)
    return _basket(left, after), after


def keep(left: Left, cents: int) -> tuple[Basket, Left] | Refused:
    """The basket that gives back all but `cents` (TTC), the same share of every line, and what is left after it.

    What is kept is the nearest amount not above `cents` that has its VAT in whole cents at each rate.
    """
    whole = sum(total.total for total in left.vat)
    refused = Refused(
        "keep",
        translate("Refunds", "Ce qui est gardé est entre zéro et {amount}.").format(amount=money(max(whole, 0))),
    )
    if not 0 < cents < whole:
        return refused
    kept = [divide_half_up(part.left_cents * cents, whole) for part in left.parts]
    after = _cut_to(left, kept)
    largest = max(range(len(kept)), key=lambda place: kept[place])
    while sum(total.total for total in after.vat) < cents:
        kept[largest] += 1
        after = _cut_to(left, kept)
    while sum(total.total for total in after.vat) > cents:
        kept[largest] -= 1
        after = _cut_to(left, kept)
    # A few cents below the whole, rounding may ask for more of a line than there is.
    return refused if kept[largest] > left.parts[largest].left_cents else (_basket(left, after), after)


def _cut_to(left: Left, kept: list[int]) -> Left:
    return Left(
        tuple(
            replace(part, left_cents=cents, left=int(cents != 0), is_cut=not part.is_discount)
            for part, cents in zip(left.parts, kept, strict=True)
        )
    )  # fmt: skip


def _basket(left: Left, after: Left) -> Basket:
    """What goes from `left` to `after`: quantities at the price of then, or an amount of what is cut or a discount."""
    lines = []
    for before, now in zip(left.parts, after.parts, strict=True):
        if before.left_cents != now.left_cents and (before.is_discount or now.is_cut):
            cut = before.left_cents - now.left_cents
            lines.append(replace(before.line, quantity=-1, unit_cents=cut, corrects=before.position))
        elif not before.is_discount and not now.is_cut and before.left != now.left:
            quantity = now.left - before.left
            lines.append(replace(before.line, quantity=quantity, corrects=before.position))
    return Basket(tuple(lines), _difference(left.vat, after.vat))


def objection(left: Left, wanted: Mapping[int, int]) -> Refused | None:
    """Why so much cannot be taken back, None when it can."""
    parts = {part.position: part for part in left.parts if not part.is_discount}
    if not any(wanted.values()):
        return Refused("nothing", translate("Refunds", "Choisissez ce qui est repris."))
    for position, quantity in wanted.items():
        part = parts.get(position)
        if part is None:
            return Refused("no_line", translate("Refunds", "Cette ligne n’est pas dans la vente."))
        if quantity < 0 or quantity > part.left:
            sentence = translate("Refunds", "{what}\u00a0: il en reste {left} à reprendre, pas {quantity}.")
            return Refused("too_many", sentence.format(what=part.line.label, left=max(part.left, 0), quantity=quantity))
    return None


def _less(part: Part, quantity: int) -> Part:
    if part.is_cut:
        return replace(part, left=0, left_cents=0) if quantity else part
    return replace(part, left=part.left - quantity, left_cents=part.left_cents - quantity * part.line.unit_cents)


def _with_discounts(before: Left, after: Left, *, takes_all: bool) -> Left:
    """What is left of each discount: of a line first, then the one on everything, in proportion to what is left."""
    now = {part.position: part for part in after.parts}
    sold = {part.position: part.line.cents for part in before.parts}
    for part in sorted(before.parts, key=lambda p: not p.line.off):
        if not part.is_discount:
            continue
        covered = _covered(before, part)
        whole = sum(sold[position] for position in covered)
        share = sum(now[position].left_cents for position in covered)
        kept = 0 if takes_all or not whole else divide_half_up(part.line.cents * share, whole)
        now[part.position] = replace(part, left_cents=kept)
    return Left(tuple(now[part.position] for part in after.parts))


def _covered(left: Left, discount: Part) -> list[int]:
    """The lines that a discount was taken off: one, or all of its rate and side of VAT with their own discounts."""
    if discount.line.off:
        return [discount.line.off]
    key = (discount.line.tax_included, discount.line.basis_points)
    return [
        part.position
        for part in left.parts
        if (part.line.tax_included, part.line.basis_points) == key and not (part.is_discount and not part.line.off)
    ]


def _difference(before: tuple[VatTotal, ...], after: tuple[VatTotal, ...]) -> tuple[VatTotal, ...]:
    now = {total.basis_points: total for total in after}
    found = []
    for total in before:
        then = now[total.basis_points]
        changed = VatTotal(total.basis_points, then.base - total.base, then.vat - total.vat)
        if changed.base or changed.vat:
            found.append(changed)
    return tuple(found)
