"""Who comes on a day, when, and how they are let in and out: members by their card, guests by their pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from random import Random

from desk.checkin import Verdict
from desk.demo.agenda import clock_time
from desk.demo.counter import renew
from desk.demo.house import Household, Living, done
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.passes import PassOrder
from models.catalogue import PriceCategory
from models.passes import DayPart

VISITS_A_DAY = 45
VISITS_WHEN_OPENED = 54
"""A full day, so that about 37 people are in at 10:42."""
_PASSES = (6, 7, 7, 8)
_APPETITE = {"regular": 6.0, "nomad": 3.0, "book-10-days": 0.9, "book-15-half-days": 0.9}
_MEND = timedelta(minutes=1)
_RENEWABLE = ("expired", "book_empty")


class Pattern(StrEnum):
    """How long someone stays."""

    FULL = "full"
    MORNING = "morning"
    AFTERNOON = "afternoon"


_PARTS = {Pattern.FULL: DayPart.DAY, Pattern.MORNING: DayPart.MORNING, Pattern.AFTERNOON: DayPart.AFTERNOON}


@dataclass(frozen=True)
class Stay:
    """From when until when, local hours."""

    pattern: Pattern
    arrives: time
    leaves: time


def schedule(house: Household, line: Timeline, *, is_opened_day: bool) -> None:
    """Put the day's visits on the line. About one in fifty forgets to check out; the closing finds them."""
    rng = house.chance("visits", line.day)
    wanted = VISITS_WHEN_OPENED if is_opened_day else round(rng.gauss(VISITS_A_DAY, 3))
    guests = rng.choice(_PASSES)
    members = _drawn(house, wanted - guests, rng)
    stays = _stays(wanted, rng)
    for who, stay in zip(members, stays, strict=False):
        line.at(stay.arrives, _Arrival(house, line, who, stay, forgets=rng.random() < 0.02))
    for stay in stays[len(members) :]:
        line.at(stay.arrives, _Purchase(house, line, stay, Random(rng.random())))  # noqa: S311


def _drawn(house: Household, count: int, rng: Random) -> list[Living]:
    """`count` members, the more eager their plan the likelier (Efraimidis and Spirakis)."""
    weighed = [(rng.random() ** (1 / _APPETITE[member.who.plan]), member.number, member) for member in house.everyday()]
    return [member for _, _, member in sorted(weighed, key=lambda w: w[:2], reverse=True)[: max(0, count)]]


def _stays(count: int, rng: Random) -> list[Stay]:
    full, morning = round(count * 0.5), round(count * 0.185)
    patterns = [Pattern.FULL] * full + [Pattern.MORNING] * morning
    patterns += [Pattern.AFTERNOON] * (count - len(patterns))
    rng.shuffle(patterns)
    return [_stay(pattern, rng) for pattern in patterns]


def _stay(pattern: Pattern, rng: Random) -> Stay:
    def between(first: float, last: float, most: float) -> time:
        second = int(rng.triangular(first * 3600, last * 3600, most * 3600))
        return clock_time(second // 60).replace(second=second % 60)

    match pattern:
        case Pattern.FULL:
            return Stay(pattern, between(9.0, 10.6, 9.3), between(16.5, 18.9, 17.9))
        case Pattern.MORNING:
            return Stay(pattern, between(9.0, 10.5, 9.4), between(12.2, 13.4, 12.9))
        case Pattern.AFTERNOON:
            return Stay(pattern, between(13.55, 15.5, 14.0), between(16.8, 18.9, 18.0))


@dataclass
class _Arrival:
    """A member holds the card to the scanner; a plan that has run out is renewed on the spot, then scanned again."""

    house: Household
    line: Timeline
    who: Living
    stay: Stay
    forgets: bool

    def __call__(self) -> None:
        outcome = self.house.desk.checkin.scan(self.who.code)
        if outcome.verdict is Verdict.IN:
            self.house.tally.visits += 1
            if not self.forgets:
                self.line.at(self.stay.leaves, self._leave)
            return
        self.house.tally.refused_scans += 1
        if outcome.reason not in _RENEWABLE:
            raise RuntimeError(f"{self.who.who.name} was refused: {outcome.reason}")
        self.line.after(_MEND, self._renew)

    def _renew(self) -> None:
        renew(self.house, self.who, self.line.day)
        self.line.after(timedelta(seconds=20), self)

    def _leave(self) -> None:
        self.house.desk.checkin.scan(self.who.code)


@dataclass
class _Purchase:
    """Someone walks in for the day: the pass is sold, they are in, and their pass lets them out."""

    house: Household
    line: Timeline
    stay: Stay
    rng: Random

    def __call__(self) -> None:
        category = self.rng.choices((PriceCategory.SOLIDARITY, PriceCategory.STANDARD), (45, 55))[0]
        part = _PARTS[self.stay.pattern]
        guest = self.rng.choice(self.house.facts.guests) if self.rng.random() < 0.6 else ""
        passes = self.house.desk.passes
        offer = done(passes.offer(category, part))
        order = PassOrder(category, part, guest, wants_receipt=self.rng.random() < 0.25)
        sold = done(passes.sell(order, paid(offer.basket.total_cents, self.rng)))
        self.house.tally.sales += 1
        self.house.tally.visits += 1
        self.line.at(self.stay.leaves, lambda: self._leave(sold.code))

    def _leave(self, code: str) -> None:
        self.house.desk.checkin.scan(code)
