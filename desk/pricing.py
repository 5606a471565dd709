"""What things cost: one price list, one function that the quote, the receipt and (later) the invoice all call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.clock import local_day
from desk.discounts import Discount, discounted
from desk.errors import Refused
from desk.extras import MOST, Extra, extras_on
from desk.language import translate
from desk.plan_editing.names import name_on, named_on
from models.catalogue import Price, PriceCategory, PriceUnit, Product, VatRate
from models.prepared import Prepared
from models.site import Site

__all__ = [
    "Basket",
    "BasketLine",
    "MixPart",
    "RoomWanted",
    "UnitPrice",
    "cheapest_mix",
    "labels_on",
    "line_for",
    "price_of",
    "price_on",
    "rental_basket",
    "unit_label",
    "vat_on",
]

_PRICE = Prepared(
    select(Price.cents)
    .where(
        Price.product_code == bindparam("product"),
        Price.category == bindparam("category"),
        Price.unit == bindparam("unit"),
        Price.valid_from <= bindparam("day"),
    )
    .order_by(Price.valid_from.desc())
    .limit(1)
)
_RATE = Prepared(
    select(VatRate.basis_points)
    .where(VatRate.code == bindparam("code"), VatRate.valid_from <= bindparam("day"))
    .order_by(VatRate.valid_from.desc())
    .limit(1)
)


def price_on(session: Session, product_code: str, category: PriceCategory, unit: PriceUnit, day: date) -> int | None:
    """The price in cents in force on `day`, None when this is not sold to that category."""
    row = _PRICE.first(session, product=product_code, category=category, unit=unit, day=day)
    return None if row is None else int(row[0])


def vat_on(session: Session, vat_code: str, day: date) -> int:
    """The VAT rate in force on `day`, in basis points; raises LookupError for a code with no rate."""
    row = _RATE.first(session, code=vat_code, day=day)
    if row is None:
        raise LookupError(f"no VAT rate {vat_code} on {day}")
    return int(row[0])


def line_for(
    session: Session, product: Product, unit: PriceUnit, category: PriceCategory, day: date, quantity: int, label: str
) -> BasketLine | None:
    """A basket line at the listed price, None when the product is not sold to that category by that unit."""
    cents = price_on(session, product.code, category, unit, day)
    if cents is None:
        return None
    rate = vat_on(session, product.vat_code, day)
    return BasketLine(product.code, label, quantity, cents, product.tax_included, rate, category)


@dataclass(frozen=True)
class UnitPrice:
    """How long one unit of time covers, in minutes, and what it costs, in cents."""

    unit: PriceUnit
    minutes: int
    cents: int


@dataclass(frozen=True)
class MixPart:
    """So many of one unit of time."""

    price: UnitPrice
    count: int


def cheapest_mix(minutes: int, prices: tuple[UnitPrice, ...]) -> tuple[MixPart, ...]:
    """The cheapest days, half-days and hours that together cover `minutes`; the fewest units when prices tie.

    Filled by time from the shortest unit up: `best[m]` covers at least m steps of five minutes.
    """
    if minutes <= 0 or not prices:
        raise ValueError("a rental lasts some time and has a price")
    step = 5
    steps = -(-minutes // step)
    best: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, (0,) * len(prices))]
    for reached in range(1, steps + 1):
        options = []
        for index, price in enumerate(prices):
            cost, count, mix = best[max(0, reached - price.minutes // step)]
            options.append((cost + price.cents, count + 1, (*mix[:index], mix[index] + 1, *mix[index + 1 :])))
        best.append(min(options))
    return tuple(MixPart(price, count) for price, count in zip(prices, best[steps][2], strict=True) if count)


def unit_label(unit: PriceUnit, count: int) -> str:
    """The unit in words, for the line of a quote."""
    one, many = {
        PriceUnit.HOUR: (translate("Pricing", "heure"), translate("Pricing", "heures")),
        PriceUnit.HALF_DAY: (translate("Pricing", "demi-journée"), translate("Pricing", "demi-journées")),
        PriceUnit.DAY: (translate("Pricing", "jour"), translate("Pricing", "jours")),
        PriceUnit.EACH: (translate("Pricing", "unité"), translate("Pricing", "unités")),
        PriceUnit.PERSON: (translate("Pricing", "personne"), translate("Pricing", "personnes")),
    }[unit]
    return one if count == 1 else many


def labels_on(session: Session, moment: datetime) -> dict[str, str]:
    """What each product is called at an instant: a room as on the plan of then, the rest by its own label."""
    rooms = named_on(session, moment)
    return {p.code: rooms[p.space_id].name if p.space_id else p.label for p in session.scalars(select(Product))}


def rental_basket(
    session: Session, site: Site, space_id: str, category: PriceCategory, starts_at: datetime, ends_at: datetime
) -> Basket | None:
    """The price of renting a space: its cheapest mix, a line each, under the name of its first day.

    None when it is not rented to that category.
    """
    product = session.scalar(select(Product).where(Product.space_id == space_id))
    if product is None:
        return None
    day = local_day(starts_at, site.timezone)
    durations = {
        PriceUnit.DAY: site.rental_day_minutes,
        PriceUnit.HALF_DAY: site.rental_half_day_minutes,
        PriceUnit.HOUR: 60,
    }
    prices = tuple(
        UnitPrice(unit, length, cents)
        for unit, length in durations.items()
        if (cents := price_on(session, product.code, category, unit, day)) is not None
    )
    if not prices:
        return None
    # In UTC: two instants of one zone are subtracted by their wall clocks, wrong across a change of hour.
    lasting = ends_at.astimezone(UTC) - starts_at.astimezone(UTC)
    minutes = -(-int(lasting.total_seconds()) // 60)
    name = name_on(session, space_id, starts_at)
    lines = []
    for part in cheapest_mix(minutes, prices):
        label = translate("Pricing", "{space}, {unit}").format(space=name, unit=unit_label(part.price.unit, part.count))
        line = line_for(session, product, part.price.unit, category, day, part.count, label)
        assert line is not None
        lines.append(line)
    return Basket(tuple(lines))


@dataclass(frozen=True)
class RoomWanted:
    """A room, for whom, when, and what goes with it: all that its price depends on."""

    space_id: str
    category: PriceCategory
    starts_at: datetime
    ends_at: datetime
    extras: tuple[Extra, ...] = ()
    discounts: tuple[Discount, ...] = ()


def price_of(session: Session, site: Site, wanted: RoomWanted) -> Basket | Refused:
    """The price of a room with its extras and discounts. The quote, the sale and the invoice all come from here."""
    basket = rental_basket(session, site, wanted.space_id, wanted.category, wanted.starts_at, wanted.ends_at)
    if basket is None:
        return Refused("no_price", translate("Rentals", "Cet espace n’a pas de prix pour cette catégorie."))
    day = local_day(wanted.starts_at, site.timezone)
    lines = list(basket.lines)
    for extra in wanted.extras:
        line = _extra_line(session, extra, wanted.category, day)
        if isinstance(line, Refused):
            return line
        lines.append(line)
    return discounted(Basket(tuple(lines)), wanted.discounts)


def _extra_line(session: Session, extra: Extra, category: PriceCategory, day: date) -> BasketLine | Refused:
    offered = {found.code: found for found in extras_on(session, category, day)}.get(extra.product_code)
    if offered is None:
        return Refused("no_extra", translate("Pricing", "Ce supplément n’a pas de prix pour cette catégorie."))
    if not 0 < extra.quantity <= MOST:
        sentence = translate("Pricing", "{extra}\u00a0: de 1 à {most}.")
        return Refused("quantity", sentence.format(extra=offered.label, most=MOST))
    label = offered.label
    if offered.is_by_head:
        label = translate("Pricing", "{extra}, par personne").format(extra=label)
    product = session.get_one(Product, offered.code)
    line = line_for(session, product, offered.unit, category, day, extra.quantity, label)
    assert line is not None
    return line
