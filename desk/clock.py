"""Time as the desk knows it: one port, read once per use case, always aware UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Where the desk reads the time."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        return datetime.now(UTC)


class SetClock:
    """A clock that stands where it is put: for the tests, the tour and the making of the demo world."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def now(self) -> datetime:
        """The instant it was put at, UTC."""
        return self._at

    def set(self, at: datetime) -> None:
        """Put it at `at`, an aware instant."""
        if at.tzinfo is None:
            raise ValueError("a clock needs an aware instant")
        self._at = at.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move it on by `step`."""
        self._at += step


def local_instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the wall clock of `zone` shows `hour` on `day`.

    Arithmetic on instants is done in UTC, so a day of 23 or 25 hours is right. An hour that a spring night
    skips is read as if summer time had not begun; one that an autumn night repeats is its first passage.
    """
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The UTC instants of local midnight at the start and at the end of `day`."""
    return local_instant(day, time(0), zone), local_instant(day + timedelta(days=1), time(0), zone)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that a calendar on the wall of `zone` shows at `moment`."""
    return moment.astimezone(zone).date()


def midnight_after(moment: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the local day of `moment` ends."""
    return day_bounds(local_day(moment, zone), zone)[1]


def month_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The UTC instants of local midnight at the start and at the end of the month of `day`."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return local_instant(first, time(0), zone), local_instant(following, time(0), zone)
