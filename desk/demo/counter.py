"""What the counter sells beside passes and rooms: plans begun and renewed, coffee and prints."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from random import Random

from desk.clock import local_day
from desk.demo.agenda import clock_time
from desk.demo.house import Household, Living, done
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.pricing import Basket, BasketLine, line_for
from desk.registry import membership_basket, sell_membership
from desk.till import Customer, Sold, sell
from desk.work import Unit
from models.catalogue import PriceCategory, PriceUnit, Product

RENEWALS_A_DAY = 6
_AHEAD = timedelta(days=3)
"""Most people pay the next month some days before the end; the others are reminded at the door."""
_SMALL_SALES = (2, 3, 3, 4, 5)
_TRIFLES = ("coffee", "coffee", "print-bw", "print-colour")


def schedule(house: Household, line: Timeline) -> None:
    """Put on the line the day's small sales, and the renewals of plans that end or have ended."""
    rng = house.chance("counter", line.day)
    for _ in range(rng.choice(_SMALL_SALES)):
        chance = Random(rng.random())  # noqa: S311
        line.at(clock_time(rng.randint(9 * 60 + 5, 18 * 60 + 40)), partial(trifle, house, chance))
    due = [member for member in house.everyday() if _is_due(member, line.day)]
    for member in sorted(due, key=lambda m: (m.until, m.number))[:RENEWALS_A_DAY]:
        hour = clock_time(rng.randint(9 * 60 + 30, 18 * 60))
        line.at(hour, partial(_renew_if_due, house, member, line.day))


def renew(house: Household, member: Living, day: date) -> None:
    """The member pays the same plan again, from today or from the day after the one that still runs."""
    starts = day if member.until is None else max(day, member.until + timedelta(days=1))
    with house.desk.work.write() as unit:
        basket = done(membership_basket(unit.session, member.who.plan, day))
        rng = house.chance(f"renewal {member.number}", day)
        sold = done(sell_membership(unit, member.id, member.who.plan, paid(basket.total_cents, rng), starts_on=starts))
    house.tally.sales += 1
    if not sold.membership.units_left:
        member.until = sold.membership.valid_until


def _is_due(member: Living, day: date) -> bool:
    return member.until is not None and member.until <= day + _AHEAD


def _renew_if_due(house: Household, member: Living, day: date) -> None:
    if _is_due(member, day):
        renew(house, member, day)


def trifle(house: Household, rng: Random) -> Sold:
    """A coffee, some prints: one sale."""
    category = rng.choice((PriceCategory.MEMBER, PriceCategory.MEMBER, PriceCategory.STANDARD))
    wanted = dict.fromkeys(rng.sample(_TRIFLES, rng.choice((1, 1, 2))))
    with house.desk.work.write() as unit:
        lines = tuple(_line(unit, code, category, rng) for code in wanted)
        basket = Basket(lines)
        sold = done(sell(unit, basket, paid(basket.total_cents, rng), Customer(category)))
    house.tally.sales += 1
    return sold


def _line(unit: Unit, code: str, category: PriceCategory, rng: Random) -> BasketLine:
    product = unit.session.get_one(Product, code)
    quantity = rng.randint(1, 2) if code == "coffee" else rng.randint(1, 30)
    day = local_day(unit.now, unit.site.timezone)
    line = line_for(unit.session, product, PriceUnit.EACH, category, day, quantity, product.label)
    assert line is not None, f"{code} has no price"
    return line
