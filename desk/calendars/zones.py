"""The time zone of a site as a calendar file tells it (RFC 5545 §3.6.5), by the rules of the desk's own clock."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class _Change:
    """A change of the clock: the instant, the offsets before and after, the name of the time that begins."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def wall(self) -> datetime:
        """What the clock showed as it changed, by the offset before: what a calendar wants."""
        return (self.at + self.before).replace(tzinfo=None)


def vtimezone(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """The zone over some years, both included; changes that come back each year are told as a rule, for ever."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    made = Timezone()
    made.add("tzid", str(zone))
    # From a year before, so that the first winter knows its offset.
    changes = _changes(zone, first - 1, last)
    kinds: dict[tuple[timedelta, timedelta, str, bool], list[_Change]] = {}
    for change in changes:
        kinds.setdefault((change.before, change.after, change.name, change.is_summer), []).append(change)
    if not changes:
        kinds = {_still(zone, first): [_Change(datetime(first, 1, 1, tzinfo=UTC), *_still(zone, first))]}
    for (before, after, name, is_summer), own in kinds.items():
        part = TimezoneDaylight() if is_summer else TimezoneStandard()
        part.add("dtstart", own[0].wall)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        rule = _rule(own)
        if rule:
            part.add("rrule", vRecur.from_ical(rule))
        elif len(own) > 1:
            part.add("rdate", [change.wall for change in own[1:]])
        made.add_component(part)
    return made


def _still(zone: ZoneInfo, year: int) -> tuple[timedelta, timedelta, str, bool]:
    moment = datetime(year, 1, 1, tzinfo=zone)
    offset = moment.utcoffset() or timedelta(0)
    return offset, offset, moment.tzname() or str(zone), False


def _changes(zone: ZoneInfo, first: int, last: int) -> list[_Change]:
    """Every change of offset in those years: clocks change on the hour."""
    found = []
    day, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while day < end:
        following = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            found.append(_within(zone, day))
        day = following
    return found


def _within(zone: ZoneInfo, day: datetime) -> _Change:
    before = day.astimezone(zone).utcoffset() or timedelta(0)
    at = day
    while (at.astimezone(zone).utcoffset() or timedelta(0)) == before:
        at += _HOUR
    local = at.astimezone(zone)
    return _Change(at, before, local.utcoffset() or timedelta(0), local.tzname() or "", bool(local.dst()))


def _rule(changes: list[_Change]) -> str:
    """The rule of changes that fall on the last Sunday of one month, at one hour, every year; empty for others."""
    walls = [change.wall for change in changes]
    years = [wall.year for wall in walls]
    alike = {(wall.month, wall.time()) for wall in walls}
    last_sundays = all(w.isoweekday() == 7 and w.day > monthrange(w.year, w.month)[1] - 7 for w in walls)
    if len(walls) < 2 or len(alike) != 1 or not last_sundays or years != list(range(years[0], years[-1] + 1)):
        return ""
    return f"FREQ=YEARLY;BYMONTH={walls[0].month};BYDAY=-1SU"
