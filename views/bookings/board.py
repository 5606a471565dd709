"""What the grid shows, as values with no Qt in them: rows of time, and the bookings laid on them.

The axis counts the minutes of the wall clock from the midnight of each row's day, so that a grid reads like a diary
on the two nights of the year when the clock jumps; instants are worked out from it by the zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.bookings import BookingListed
from desk.clock import local_instant
from desk.formats import day as day_text
from desk.frontdesk import FrontDesk
from desk.opening import DayHours
from views.bookings.places import Place, in_the_way

DAY = 24 * 60
EARLIEST, LATEST = 8 * 60, 20 * 60
"""What is shown of a day when nothing else asks for more."""


@dataclass(frozen=True)
class Row:
    """One space on one day. `opens` and `closes` in minutes, both None when the house is closed, and `why`."""

    space_id: str
    space: str
    day: date
    name: str
    detail: str
    opens: int | None
    closes: int | None
    why: str = ""


@dataclass(frozen=True)
class Block:
    """A booking on a row, in minutes; `through` names the other space whose booking holds this one."""

    row: int
    booking: BookingListed
    start: int
    end: int
    held_from: int
    held_until: int
    through: str = ""

    @property
    def key(self) -> str:
        """What tells it from the same booking seen on another row."""
        return f"{self.booking.id}/{self.row}"


@dataclass(frozen=True)
class Board:
    """The whole grid: from minute `first` to minute `last` of each row's day; `now` is aware, in the site's zone."""

    rows: tuple[Row, ...]
    blocks: tuple[Block, ...]
    first: int
    last: int
    now: datetime
    zone: ZoneInfo

    def on_row(self, row: int) -> list[Block]:
        """The blocks of a row, in the order of their hours."""
        return sorted((b for b in self.blocks if b.row == row), key=lambda b: (b.start, b.end))

    def at(self, row: int, minute: int) -> Block | None:
        """The block that covers a minute of a row."""
        return next((b for b in self.on_row(row) if b.start <= minute < b.end), None)

    def block(self, booking_id: str) -> Block | None:
        """Where a booking is shown in its own right."""
        return next((b for b in self.blocks if b.booking.id == booking_id and not b.through), None)

    def instant(self, row: int, minute: int) -> datetime:
        """The instant of a minute of a row, aware, in the site's zone."""
        return instant_of(self.rows[row].day, minute, self.zone)


def instant_of(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The instant at which the wall clock shows `minute` minutes after the midnight of `day`."""
    later, rest = divmod(minute, DAY)
    hour = time(rest // 60, rest % 60)
    return local_instant(day + timedelta(days=later), hour, zone).astimezone(zone)


def minute_of(moment: datetime, day: date) -> int:
    """The minutes of the wall clock from the midnight of `day` to `moment`, which is in the site's zone."""
    return (moment.date() - day).days * DAY + moment.hour * 60 + moment.minute


def day_board(desk: FrontDesk, every: tuple[Place, ...], day: date) -> Board:
    """The spaces of the house on one day: the usual ones, and any that is booked."""
    bookings = desk.bookings.of_day(day)
    booked = {booking.space_id for booking in bookings}
    hours = desk.opening.on(day)
    shown = [place for place in every if place.is_usual or place.id in booked]
    rows = tuple(_row(place, day, hours, place.name, place.floor) for place in shown)
    blocks = [
        block for index, place in enumerate(shown) for block in _blocks(index, place, day, every, bookings)
    ]  # fmt: skip
    return _board(desk, rows, blocks)


def week_board(desk: FrontDesk, every: tuple[Place, ...], place: Place, day: date) -> Board:
    """One space on the seven days of the week of `day`, from Monday."""
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=step) for step in range(7)]
    bookings = desk.bookings.between(days[0], days[-1])
    rows, blocks = [], []
    for index, one in enumerate(days):
        hours = desk.opening.on(one)
        rows.append(_row(place, one, hours, day_text(one), ""))
        blocks += _blocks(index, place, one, every, bookings)
    return _board(desk, tuple(rows), blocks)


def _row(place: Place, day: date, hours: DayHours, name: str, detail: str) -> Row:
    opens = None if hours.opens is None else minute_of(hours.opens, day)
    closes = None if hours.closes is None else minute_of(hours.closes, day)
    return Row(place.id, place.name, day, name, detail, opens, closes, hours.why)


def _blocks(
    row: int, place: Place, day: date, every: tuple[Place, ...], bookings: Iterable[BookingListed]
) -> list[Block]:
    others = in_the_way(place, every)
    found = []
    for booking in bookings:
        if booking.space_id != place.id and booking.space_id not in others:
            continue
        start, end = minute_of(booking.starts_at, day), minute_of(booking.ends_at, day)
        if start < DAY and end > 0:
            held = minute_of(booking.held_from, day), minute_of(booking.held_until, day)
            found.append(Block(row, booking, start, end, *held, others.get(booking.space_id, "")))
    return found


def _board(desk: FrontDesk, rows: tuple[Row, ...], blocks: list[Block]) -> Board:
    """The whole, wide enough for the opening hours and for what is booked outside them."""
    begins = [row.opens for row in rows if row.opens is not None] + [b.held_from for b in blocks]
    ends = [row.closes for row in rows if row.closes is not None] + [b.held_until for b in blocks]
    first = max(0, min(begins, default=EARLIEST) // 60 * 60)
    last = min(DAY, -(-max(ends, default=LATEST) // 60) * 60)
    zone = desk.site.facts().zone
    return Board(rows, tuple(blocks), first, max(last, first + 60), desk.site.local_now(), zone)


@dataclass(frozen=True)
class Wanted:
    """A space and a time that somebody pointed at; aware."""

    space_id: str
    starts_at: datetime
    ends_at: datetime
