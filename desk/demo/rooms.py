"""Making the bookings of the agenda through the desk, each on the day it would really have been made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from desk.bookings import BookingRequest
from desk.clock import local_instant
from desk.demo.agenda import Planned
from desk.demo.care import Care
from desk.demo.house import Bought, Household, done
from desk.demo.invoicing import Invoicing
from desk.demo.timeline import Timeline
from desk.recurrence import weekly
from desk.rentals import RentalOrder
from models.bookings import BookingKind

_COUNTING = timedelta(minutes=10)
_LAST_COUNT = time(18, 45)
_MORNING = time(9, 2)
_OPENING = time(8, 55)


class Rooms:
    """Holds rooms; remembers the evening events whose heads are counted on the next morning."""

    def __init__(self, house: Household, invoicing: Invoicing, care: Care) -> None:
        self._house = house
        self._invoicing = invoicing
        self._care = care
        self._uncounted: list[tuple[str, Planned, date]] = []
        self._held: dict[date, list[tuple[str, Planned]]] = {}

    def make(self, line: Timeline, day: date, planned: Planned) -> None:
        """Put on today's line the making of a booking for `day`."""
        # In the first days of the world, what should have been booked before is booked at the opening.
        hour = _OPENING if day == line.day and planned.lead else planned.made_at
        line.at(hour, lambda: self._hold(line, day, planned))

    def make_series(self, line: Timeline, coming: dict[date, Planned]) -> None:
        """Put on today's line the making of a weekly moment, for all of these days at once."""
        line.at(_OPENING, lambda: self._hold_series(line, coming))

    def _hold_series(self, line: Timeline, coming: dict[date, Planned]) -> None:
        first, planned = min(coming.items())
        request = BookingRequest(
            planned.space, self._instant(first, planned.starts), self._instant(first, planned.ends), planned.kind,
            planned.title, planned.people,
        )  # fmt: skip
        rule = weekly((first.isoweekday(),), max(coming))
        bookings = self._house.desk.bookings
        held = done(bookings.hold_series(request, rule, expected=planned.expected, leave_out=True))
        events = dict(zip(held.booking_ids, held.event_ids, strict=True))
        for booking in bookings.of_series(held.series_id):
            day = booking.starts_at.date()
            if day not in coming:
                done(bookings.cancel(booking.id, reason=self._house.facts.break_reason))
                continue
            self._house.tally.bookings += 1
            self._house.tally.events += 1
            if day == line.day:
                self._count_later(line, events[booking.id], coming[day])
            else:
                self._held.setdefault(day, []).append((events[booking.id], coming[day]))

    def count_heads(self, line: Timeline) -> None:
        """Put on the line the counting of those who took part in the events of the day, and of last evening's."""
        left, self._uncounted = self._uncounted, []
        for event, planned, day in left:
            line.at(_MORNING, partial(self._count, event, planned, day))
        for event, planned in self._held.pop(line.day, []):
            self._count_later(line, event, planned)

    def _count_later(self, line: Timeline, event: str, planned: Planned) -> None:
        if planned.ends > _LAST_COUNT:
            self._uncounted.append((event, planned, line.day))
        else:
            ended = line.instant(planned.ends) + _COUNTING
            line.at(ended, lambda: self._count(event, planned, line.day))

    def _hold(self, line: Timeline, day: date, planned: Planned) -> None:
        starts, ends = self._instant(day, planned.starts), self._instant(day, planned.ends)
        if planned.kind is BookingKind.RENTAL:
            self._care.rented(line, day, self._rent(day, planned, starts, ends), planned)
            return
        bookings = self._house.desk.bookings
        request = BookingRequest(
            planned.space, starts, ends, planned.kind, planned.title, planned.people,
            member_id=self._someone(day, planned) if planned.kind is BookingKind.MEMBER else None,
        )  # fmt: skip
        self._house.tally.bookings += 1
        if planned.expected is None:
            done(bookings.hold(request))
            return
        event = done(bookings.hold_event(request, planned.expected))
        self._house.tally.events += 1
        if day == line.day:
            self._count_later(line, event, planned)
        else:
            self._held.setdefault(day, []).append((event, planned))

    def _rent(self, day: date, planned: Planned, starts: datetime, ends: datetime) -> str:
        rng = self._house.chance(f"rental {planned.space} {planned.starts}", day)
        organisation = next(o for o in self._house.facts.organisations if o.name == planned.title)
        rentals = self._house.desk.rentals
        quote = done(rentals.quote(planned.space, starts, ends, organisation.category))
        order = RentalOrder(planned.space, starts, ends, organisation, planned.people, wants_receipt=rng.random() < 0.7)
        sold = self._invoicing.rent(order, quote.basket.total_cents, rng)
        self._house.tally.bookings += 1
        self._house.tally.sales += 1
        self._house.lately.append(Bought(sold.sale.sale_id, day, sold.booking_id))
        return sold.booking_id

    def _someone(self, day: date, planned: Planned) -> str:
        rng = self._house.chance(f"booker {planned.space} {planned.starts}", day)
        return rng.choice(self._house.everyday()).id

    def _count(self, event: str, planned: Planned, day: date) -> None:
        assert planned.expected is not None
        rng = self._house.chance(f"heads {planned.title}", day)
        heads = min(max(3, round(rng.gauss(planned.expected, planned.expected * 0.18))), round(planned.expected * 1.25))
        refused = self._house.desk.bookings.count_participants(event, heads)
        assert refused is None
        self._house.tally.participants += heads

    def _instant(self, day: date, hour: time) -> datetime:
        return local_instant(day, hour, self._house.zone)
