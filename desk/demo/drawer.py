"""The drawer of the demonstration: a purchase now and then, and each evening its count and the closing of the day."""

from __future__ import annotations

from functools import partial

from desk.demo.agenda import clock_time
from desk.demo.house import Household, done
from desk.demo.timeline import Timeline
from desk.drawer import PIECES

_A_DIFFERENCE, _A_PURCHASE = 0.06, 0.08


def schedule(house: Household, line: Timeline) -> None:
    """Put on the line what is taken out of the drawer on a day, if anything is."""
    rng = house.chance("drawer", line.day)
    if rng.random() < _A_PURCHASE:
        cents, reason = rng.choice((450, 890, 1_260, 1_990)), rng.choice(house.facts.purchases)
        line.at(clock_time(rng.randint(10 * 60, 17 * 60)), partial(_buy, house, cents, reason))


def close_day(house: Household, line: Timeline) -> None:
    """Count what is in the drawer, a coin off now and then, and close the day; the usual float stays."""
    rng, closings = house.chance("closing", line.day), house.desk.closings
    held, reason = closings.drawer.state().expected_cents, ""
    if rng.random() < _A_DIFFERENCE:
        held, reason = max(0, held + rng.choice((-200, -100, -50, 50, 100))), rng.choice(house.facts.differences)
    counted = done(closings.drawer.count(_pieces_of(held)))
    done(closings.close_day(counted, min(held, house.facts.float_cents), reason if counted.difference else ""))


def _buy(house: Household, cents: int, reason: str) -> None:
    assert house.desk.closings.drawer.take_out(cents, reason) is None


def _pieces_of(cents: int) -> dict[int, int]:
    """The fewest notes and coins, none above fifty euros: those rarely reach a counter."""
    found = {}
    for value in (value for value in PIECES if value <= 5_000):
        found[value], cents = divmod(cents, value)
    return found
