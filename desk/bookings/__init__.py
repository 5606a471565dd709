"""Bookings: spaces held for a time. The database refuses an overlap whatever the path; here it gets a sentence."""

from __future__ import annotations

from datetime import date, datetime

from desk.bookings import acts, arrivals, cancelling, changing, listing, making, series
from desk.bookings.holding import TITLE_LIMIT, InTheWay, book, objection, overlapping
from desk.bookings.policy import BookingPolicy, policy_of, set_policy
from desk.bookings.scopes import chosen
from desk.bookings.values import (
    BookingEdit,
    BookingListed,
    BookingRequest,
    BookingsChanged,
    Charge,
    NoShow,
    Occurrence,
    Scope,
    SeriesHeld,
    SeriesPlanned,
)
from desk.bus import Topic
from desk.clock import day_bounds, local_day
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.organisations import NewOrganisation
from desk.rights import Act, anyone, needs
from desk.work import Work
from models.bookings import Booking, BookingKind, Event
from models.journal import Stream

__all__ = [
    "TITLE_LIMIT",
    "BookingEdit",
    "BookingKind",
    "BookingListed",
    "BookingPolicy",
    "BookingRequest",
    "Bookings",
    "BookingsChanged",
    "Charge",
    "InTheWay",
    "NoShow",
    "Occurrence",
    "Scope",
    "SeriesHeld",
    "SeriesPlanned",
    "book",
    "overlapping",
]


class Bookings:
    """Holding spaces, changing and giving them back, and the lists that screens show."""

    def __init__(self, work: Work) -> None:
        self._work = work

    # --- holding ---------------------------------------------------------------------------------------------

    @needs(Act.BOOK)
    def hold(self, request: BookingRequest) -> str | Refused:
        """Book a space; the answer is the booking's id."""
        with self._work.write() as unit:
            return book(unit, request)

    def objection(self, request: BookingRequest) -> Refused | None:
        """Why a space cannot be held as asked, None when it can; nothing is written."""
        with self._work.write() as unit:
            return objection(unit, request)

    @needs(Act.BOOK)
    def make(self, request: BookingRequest, newcomer: NewOrganisation | None = None) -> BookingsChanged | Refused:
        """Book a space from the screen, in an act that can be taken back; an event is made with its booking.

        `newcomer` is the organisation it is for when nobody knows it yet: found or created in the same act.
        """
        with self._work.write() as unit:
            return making.make(unit, request, newcomer)

    @needs(Act.BOOK)
    def hold_event(self, request: BookingRequest, expected: int) -> str | Refused:
        """Book a space for a collective moment; the answer is the event's id."""
        with self._work.write() as unit:
            booking = book(unit, request)
            if isinstance(booking, Refused):
                return booking
            title = unit.session.get_one(Booking, booking).title
            event = Event(id=new_id(), booking_id=booking, title=title, expected=expected)
            unit.session.add(event)
            return event.id

    def plan_series(self, request: BookingRequest, rule: str) -> SeriesPlanned | Refused:
        """Every date of a series (RRULE, by the wall clock) with what stands against it; nothing is written."""
        with self._work.write() as unit:
            return series.plan_series(unit, request, rule)

    @needs(Act.BOOK)
    def hold_series(
        self,
        request: BookingRequest,
        rule: str,
        *,
        expected: int | None = None,
        leave_out: bool = False,
        newcomer: NewOrganisation | None = None,
    ) -> SeriesHeld | Refused:
        """Hold every date of a series in one act, or none; with `leave_out` only those that can be held.

        `expected` is that of each event; `newcomer` is as in `make`.
        """
        with self._work.write() as unit:
            wanted = making.taken_by(unit, request, newcomer)
            if isinstance(wanted, Refused):
                return wanted
            held = series.hold_series(unit, wanted, rule, expected=expected, leave_out=leave_out)
            if isinstance(held, Refused) and newcomer is not None:
                unit.abandon()  # nobody is made known by a refusal
            return held

    # --- changing --------------------------------------------------------------------------------------------

    @needs(Act.BOOK)
    def edit(self, booking_id: str, change: BookingEdit, scope: Scope = Scope.THIS) -> BookingsChanged | Refused:
        """Change where, when, what for or with what margins: one date, this and the following, or all to come."""
        with self._work.write() as unit:
            return changing.edit(unit, booking_id, change, scope)

    @needs(Act.BOOK)
    def move(self, booking_id: str, starts_at: datetime, space_id: str | None = None) -> BookingsChanged | Refused:
        """Put a booking at another time, as long as before, and in another space when one is given."""
        return self.edit(booking_id, BookingEdit(space_id=space_id, starts_at=starts_at))

    @needs(Act.BOOK)
    def end_at(self, booking_id: str, ends_at: datetime) -> BookingsChanged | Refused:
        """Extend or shorten a booking; one that has begun too, and up to two hours after its end."""
        return self.edit(booking_id, BookingEdit(ends_at=ends_at))

    @needs(Act.BOOK)
    def free_now(self, booking_id: str) -> BookingsChanged | Refused:
        """End a booking under way now."""
        with self._work.write() as unit:
            # The instant is the unit's own: one read before it would already be past.
            return changing.edit(unit, booking_id, BookingEdit(ends_at=unit.now), Scope.THIS)

    def cancellation(self, booking_id: str, scope: Scope = Scope.THIS) -> Charge | Refused:
        """What cancelling now would cost; nothing is written."""
        with self._work.write() as unit:
            found = chosen(unit, booking_id, scope)
            if isinstance(found, Refused):
                return found
            return cancelling.charge_for(unit.session, unit.site, found.live, unit.now)

    @needs(Act.BOOK)
    def cancel(self, booking_id: str, scope: Scope = Scope.THIS, reason: str = "") -> BookingsChanged | Refused:
        """Give the space back before the hour. The answer says what is owed; the till is not called."""
        with self._work.write() as unit:
            return cancelling.cancel(unit, booking_id, scope, reason)

    @needs(Act.BOOK)
    def undo(self, act_id: str) -> BookingsChanged | Refused:
        """Take back a change, a cancellation, a release or a series, within the undo delay."""
        with self._work.write() as unit:
            return acts.undo(unit, act_id)

    # --- who came --------------------------------------------------------------------------------------------

    @needs(Act.BOOK)
    def arrived(self, booking_id: str) -> Refused | None:
        """Note that somebody is there for a booking."""
        with self._work.write() as unit:
            row = arrivals.note_arrival(unit, booking_id)
            if isinstance(row, Refused):
                return row
            unit.changed(Topic.BOOKINGS)
            return None

    def no_shows(self) -> tuple[NoShow, ...]:
        """The bookings under way to which nobody came within the delay: proposed, never released by themselves."""
        with self._work.read() as session:
            return cancelling.no_shows(session, self._work.site(session), self._work.clock.now())

    @needs(Act.BOOK)
    def release(self, booking_id: str) -> BookingsChanged | Refused:
        """Give back the space of a booking to which nobody came."""
        with self._work.write() as unit:
            return cancelling.release(unit, booking_id)

    @anyone(Act.HOUSEKEEPING)
    def release_by_itself(self) -> tuple[BookingsChanged, ...]:
        """Give back what nobody came for, if the house's setting says that it goes by itself; what is paid stays."""
        with self._work.read() as session:
            site = self._work.site(session)
            if not site.no_show_automatic:
                return ()
            missed = cancelling.no_shows(session, site, self._work.clock.now())
        due = [one.booking.id for one in missed if not one.booking.is_paid]
        if not due:
            return ()
        with self._work.write() as unit:
            done = [cancelling.release(unit, booking_id, by_itself=True) for booking_id in due]
        return tuple(one for one in done if isinstance(one, BookingsChanged))

    @needs(Act.BOOK)
    def count_participants(self, event_id: str, participants: int) -> Refused | None:
        """Note how many people took part in an event."""
        if participants < 0:
            return Refused("negative", translate("Bookings", "Un nombre de participants ne peut pas être négatif."))
        with self._work.write() as unit:
            event = unit.session.get(Event, event_id)
            if event is None:
                return Refused("no_event", translate("Bookings", "Ce moment collectif est introuvable."))
            event.participants = participants
            body = {"schema": 1, "event": event.id, "title": event.title, "participants": participants}
            unit.record(Stream.OPERATIONS, "event.counted", body)
            unit.changed(Topic.BOOKINGS)
            return None

    # --- the rules of the house ------------------------------------------------------------------------------

    def policy(self) -> BookingPolicy:
        """The rules in force."""
        with self._work.read() as session:
            return policy_of(self._work.site(session))

    @needs(Act.HOUSE)
    def set_policy(self, wanted: BookingPolicy) -> BookingPolicy | Refused:
        """Change the rules; a manager's right."""
        with self._work.write() as unit:
            return set_policy(unit, wanted)

    # --- reading ---------------------------------------------------------------------------------------------

    def of_day(self, day: date | None = None, space_id: str | None = None) -> tuple[BookingListed, ...]:
        """The bookings of a local day (today by default), in the order they begin."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            start, end = day_bounds(day or local_day(self._work.clock.now(), zone), zone)
            return listing.between(session, zone, start, end, space_id)

    def between(self, first: date, last: date, space_id: str | None = None) -> tuple[BookingListed, ...]:
        """The bookings from a local day to another, both included: a week of one space, or of all."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            start, end = day_bounds(first, zone)[0], day_bounds(last, zone)[1]
            return listing.between(session, zone, start, end, space_id)

    def get(self, booking_id: str) -> BookingListed | None:
        """One booking, cancelled or not."""
        with self._work.read() as session:
            return next(iter(listing.these(session, self._work.site(session).timezone, [booking_id])), None)

    def of_series(self, series_id: str) -> tuple[BookingListed, ...]:
        """The dates of a series that are in force."""
        with self._work.read() as session:
            return listing.of_series(session, self._work.site(session).timezone, series_id)
