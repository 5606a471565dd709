"""Bookings as a calendar that any program reads (RFC 5545): series as rules with exceptions, stable identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bookings.series import wall_times
from desk.calendars.zones import vtimezone
from desk.errors import Refused
from desk.recurrence import Rule, dates, span
from desk.simulation import titled
from models.bookings import Booking, BookingSeries
from models.site import Site
from models.spaces import Space

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Casaco Desk//Bookings//FR"
SPACE, KIND = "X-CASACO-SPACE", "X-CASACO-KIND"


@dataclass(frozen=True)
class CalendarExported:
    """A calendar file: its bytes, and how many bookings are in it (each date of a series is one)."""

    content: bytes
    bookings: int


def uid_of(row: Booking | BookingSeries) -> str:
    """The identifier by which other programs know a booking; the one it came with, when it was imported."""
    return row.uid or f"{row.id}@casaco-desk"


def export(session: Session, site: Site, space_id: str | None) -> CalendarExported:
    """Every booking in force of a space, or of all."""
    from icalendar import Calendar

    wanted = select(Booking).where(Booking.cancelled_at.is_(None)).order_by(Booking.starts_at, Booking.id)
    if space_id is not None:
        wanted = wanted.where(Booking.space_id == space_id)
    rows = list(session.scalars(wanted))
    names = {space.id: space.name for space in session.scalars(select(Space))}
    title = (
        titled(site, site.house_name)
        if space_id is None
        else f"{titled(site, site.house_name)} · {names.get(space_id, space_id)}"
    )
    writer = _Writer(site, names)
    events = [writer.single(row) for row in rows if row.series_id is None]
    by_series: dict[str, list[Booking]] = {}
    for row in rows:
        if row.series_id is not None:
            by_series.setdefault(row.series_id, []).append(row)
    for series_id, own in by_series.items():
        events += writer.series(session.get_one(BookingSeries, series_id), own)
    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("x-wr-calname", title)):
        calendar.add(name, value)
    years = [row.starts_at.year for row in rows] or [2026]
    calendar.add_component(vtimezone(site.timezone, min(years), max(years) + 1))
    for event in events:
        calendar.add_component(event)
    return CalendarExported(calendar.to_ical(), len(rows))


class _Writer:
    def __init__(self, site: Site, names: dict[str, str]) -> None:
        self._site = site
        self._zone = site.timezone
        self._names = names

    def single(self, row: Booking, uid: str = "") -> Event:
        """A booking on its own."""
        return self._event(row, uid or uid_of(row), row.starts_at, row.ends_at, row.made_at)

    def series(self, series: BookingSeries, rows: list[Booking]) -> list[Event]:
        """A series: its rule, the dates that are not held, and on their own those that left their place."""
        from icalendar import vRecur

        rule = Rule(series.rule, until=datetime.fromisoformat(series.last))
        starts, lasting = wall_times(series)
        ruled = dates(rule, starts)
        places = () if isinstance(ruled, Refused) else ruled
        held = {datetime.fromisoformat(row.occurrence): row for row in rows if row.occurrence}
        strays = [row for wall, row in held.items() if wall not in places]
        if not places or not set(places) & set(held):
            return [self.single(row, f"{row.id}@casaco-desk") for row in held.values()]
        first, last = span(places[0], lasting, self._zone)
        master = self._event(series, uid_of(series), first, last, series.made_at)
        until = span(places[-1], timedelta(0), self._zone)[0].astimezone(UTC)
        master.add("rrule", vRecur.from_ical(f"{series.rule};UNTIL={until:%Y%m%dT%H%M%SZ}"))
        missing = [span(wall, lasting, self._zone)[0] for wall in places if wall not in held]
        if missing:
            master.add("exdate", missing)
        found = [master]
        for wall, row in held.items():
            place, _ = span(wall, lasting, self._zone)
            # By RFC 5545 each date lasts as long as the first in real time: a night that differs is told on its own.
            exact = (place, (place.astimezone(UTC) + (last.astimezone(UTC) - first.astimezone(UTC))))
            same = exact == (row.starts_at, row.ends_at) and row.title == series.title
            if wall in places and not (same and row.space_id == series.space_id):
                moved = self.single(row, uid_of(series))
                moved.add("recurrence-id", place)
                found.append(moved)
        return [*found, *(self.single(row, f"{row.id}@casaco-desk") for row in strays)]

    def _event(
        self, row: Booking | BookingSeries, uid: str, starts: datetime, ends: datetime, made: datetime | None
    ) -> Event:
        from icalendar import Event

        event = Event()
        event.add("uid", uid)
        # Without a date of its own a booking of long ago is stamped with its start: the file is then always the same.
        event.add("dtstamp", (made or starts).astimezone(UTC).replace(microsecond=0))
        event.add("dtstart", self._local(starts))
        event.add("dtend", self._local(ends))
        event.add("summary", titled(self._site, row.title))
        event.add("location", self._names.get(row.space_id, row.space_id))
        event.add("status", "CONFIRMED")
        event.add(SPACE, row.space_id)
        event.add(KIND, row.kind.value)
        return event

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone).replace(microsecond=0)
