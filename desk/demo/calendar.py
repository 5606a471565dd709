"""When the house of the demonstration is open: Monday to Friday, less public holidays and two short breaks."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday: days after Easter Sunday."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's method, all in integers)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quarter, years = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * quarter - moon - years) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of France (Code du travail, art. L3133-1)."""
    moving = {easter(year) + timedelta(days=after) for after in _AFTER_EASTER}
    return frozenset({date(year, month, day) for month, day in _FIXED} | moving)


def is_opening_day(day: date) -> bool:
    """Whether the house opens: no weekend, no holiday, no week of 15 August, not between Christmas and New Year."""
    assumption = date(day.year, 8, 15)
    summer = assumption - timedelta(days=assumption.weekday())
    on_break = summer <= day < summer + timedelta(days=7) or (day.month == 12 and day.day >= 24)
    return day.weekday() < 5 and day not in holidays(day.year) and not on_break


def opening_days(first: date, end: date) -> list[date]:
    """The opening days from `first` until `end` (excluded)."""
    every = (first + timedelta(days=step) for step in range((end - first).days))
    return [day for day in every if is_opening_day(day)]


def last_opening_days(end: date, count: int) -> list[date]:
    """The `count` opening days just before `end`, in order."""
    found: list[date] = []
    day = end
    while len(found) < count:
        day -= timedelta(days=1)
        if is_opening_day(day):
            found.insert(0, day)
    return found


def next_opening_days(after: date, count: int) -> list[date]:
    """The `count` opening days just after `after`, in order."""
    found: list[date] = []
    day = after
    while len(found) < count:
        day += timedelta(days=1)
        if is_opening_day(day):
            found.append(day)
    return found
