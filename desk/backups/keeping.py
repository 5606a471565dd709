"""Which copies are kept: grandfathers, fathers and sons, counted in periods that have a copy, never in absent days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

HOURS, DAYS, WEEKS, MONTHS = 12, 7, 5, 12
"""The last copy of each of so many hours, days, weeks and months; a house that was closed loses none."""


def kept(taken: Iterable[datetime], zone: ZoneInfo) -> frozenset[datetime]:
    """The instants (aware) whose copies stay; days and weeks are those of a calendar on the wall of `zone`."""
    newest_first = sorted(set(taken), reverse=True)
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (HOURS, lambda at: at.strftime("%Y-%m-%d %H %z")),
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    staying: set[datetime] = set()
    for number, period in rules:
        seen: set[object] = set()
        for at in newest_first:
            if len(seen) == number:
                break
            if (name := period(at.astimezone(zone))) not in seen:
                seen.add(name)
                staying.add(at)
    return frozenset(staying)
