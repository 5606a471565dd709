"""What is booked: the collective moments of the years, and the rooms of one day, without two in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from random import Random

from desk.demo.facts import EventRule, Facts
from models.bookings import BookingKind

EVENTS_A_YEAR = 210
DAYS_A_YEAR = 250
LONGEST_LEAD = 5
"""The most opening days between the making of a booking and its day."""

_ROOMS = {"calumet": 8, "pow-wow": 16, "agora": 22, "studio-photo": 6, "atelier": 10}
_KINDS = (BookingKind.MEMBER, BookingKind.RENTAL, BookingKind.HOUSE)
_KIND_WEIGHTS = (55, 27, 18)
_COUNTS, _COUNT_WEIGHTS = (4, 5, 6), (20, 40, 40)
_FIRST, _LAST = 9 * 60, 18 * 60 + 30
_STEP = 30


@dataclass(frozen=True)
class Planned:
    """A booking to be made, `lead` opening days before its day, at `made_at`; an event says how many are expected.

    A weekly one belongs to a series of the year.
    """

    space: str
    starts: time
    ends: time
    kind: BookingKind
    title: str
    people: int
    lead: int
    made_at: time
    expected: int | None = None
    is_weekly: bool = False


def clock_time(minutes: int) -> time:
    """The local hour `minutes` after midnight."""
    return time(minutes // 60, minutes % 60)


def minutes_of(hour: time) -> int:
    """Minutes after midnight."""
    return hour.hour * 60 + hour.minute


def collective_moments(facts: Facts, days: list[date], years: int, rng: Random) -> dict[date, list[EventRule]]:
    """The events of each day: those that come back by rule, and workshops on other days up to 210 a year."""
    found = {day: [rule for rule in facts.events if rule.falls_on(day)] for day in days}
    wanted = EVENTS_A_YEAR * years if years else round(len(days) * EVENTS_A_YEAR / DAYS_A_YEAR)
    missing = max(0, wanted - sum(len(rules) for rules in found.values()))
    free = [day for day in days if day.isoweekday() in facts.filler.weekdays]
    for day in rng.sample(free, min(missing, len(free))):
        rule = facts.filler
        title = rng.choice(facts.filler_titles)
        found[day].append(EventRule(title, rule.space, rule.starts, rule.ends, rule.expected))
    return found


def ordinary_day(facts: Facts, events: list[EventRule], rng: Random) -> list[Planned]:
    """The bookings of a day: its events, then four to six rooms held by members, organisations and the house."""
    planned = [held_event(rule, LONGEST_LEAD, rng) for rule in events]
    for _ in range(rng.choices(_COUNTS, _COUNT_WEIGHTS)[0]):
        one = _room(facts, planned, rng)
        if one is not None:
            planned.append(one)
    return planned


def held_event(rule: EventRule, lead: int, rng: Random) -> Planned:
    """An event, announced `lead` opening days before."""
    return Planned(
        rule.space, rule.starts, rule.ends, BookingKind.EVENT, rule.title, rule.expected, lead, _any_hour(rng),
        rule.expected, rule.is_weekly,
    )  # fmt: skip


def opened_day(facts: Facts, events: list[EventRule], rng: Random) -> list[Planned]:
    """The agenda of the day on which the demonstration is opened, made on the eve; something happens at midday."""
    at_midday = [rule for rule in events if minutes_of(rule.starts) <= 13 * 60 < minutes_of(rule.ends)]
    rules = events if at_midday else [*events, facts.midday]
    listed = [
        Planned(line.space, line.starts, line.ends, line.kind, line.title, line.people, 1, _any_hour(rng))
        for line in facts.today
    ]
    return [*(held_event(rule, 1, rng) for rule in rules), *listed]


def _room(facts: Facts, planned: list[Planned], rng: Random) -> Planned | None:
    """One more room somewhere free, None when a few tries found only taken ones."""
    for _ in range(8):
        kind = rng.choices(_KINDS, _KIND_WEIGHTS)[0]
        space, seats = rng.choice(list(_ROOMS.items()))
        length = rng.choice((60, 90, 120, 120, 180, 240)) if kind is BookingKind.RENTAL else rng.choice((60, 60, 90))
        start = rng.randrange(_FIRST, _LAST - length + 1, _STEP)
        end = start + length
        if any(p.space == space and minutes_of(p.starts) < end and minutes_of(p.ends) > start for p in planned):
            continue
        lead = 0 if rng.random() < 0.4 else rng.randint(1, LONGEST_LEAD)
        # Whoever books for today comes before the hour; the others at any time of an earlier day.
        made_at = clock_time(max(_FIRST - 5, start - rng.randint(5, 40))) if lead == 0 else _any_hour(rng)
        return Planned(
            space, clock_time(start), clock_time(end), kind, _title(facts, kind, rng), rng.randint(2, seats), lead,
            made_at,
        )  # fmt: skip
    return None


def _title(facts: Facts, kind: BookingKind, rng: Random) -> str:
    if kind is BookingKind.RENTAL:
        return rng.choice(facts.organisations).name
    return rng.choice(facts.meetings if kind is BookingKind.MEMBER else facts.house_meetings)


def _any_hour(rng: Random) -> time:
    return clock_time(rng.randint(9 * 60 + 30, 18 * 60 + 30))
