"""Bookings: holding a space for a time. The database refuses an overlap whatever the path; here it gets a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import day_bounds
from desk.errors import Refused
from desk.formats import time as time_text
from desk.ids import new_id
from desk.language import translate
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind, Event
from models.journal import Stream
from models.spaces import Space


@dataclass(frozen=True)
class BookingListed:
    """A booking of the day as the counter shows it; instants aware, in the site's zone."""

    id: str
    space_id: str
    space: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    people: int


@dataclass(frozen=True)
class BookingRequest:
    """A space wanted from `starts_at` to `ends_at` (aware), for whom, and how many people."""

    space_id: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    people: int = 0
    member_id: str | None = None
    organisation_id: str | None = None
    sale_id: str | None = None


class Bookings:
    """Holding spaces, and the list of the day."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def hold(self, request: BookingRequest) -> str | Refused:
        """Book a space; the answer is the booking's id."""
        with self._work.write() as unit:
            return book(unit, request)

    def hold_event(self, request: BookingRequest, expected: int) -> str | Refused:
        """Book a space for a collective moment; the answer is the event's id."""
        with self._work.write() as unit:
            booking = book(unit, request)
            if isinstance(booking, Refused):
                return booking
            unit.session.flush()
            event = Event(id=new_id(), booking_id=booking, title=request.title, expected=expected)
            unit.session.add(event)
            return event.id

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

    def of_day(self, day: date | None = None) -> tuple[BookingListed, ...]:
        """The bookings of a local day (today by default), in the order they begin."""
        with self._work.read() as session:
            site = self._work.site(session)
            zone = site.timezone
            start, end = day_bounds(day or self._work.clock.now().astimezone(zone).date(), zone)
            rows = session.execute(
                select(Booking, Space.name)
                .join(Space, Space.id == Booking.space_id)
                .where(Booking.cancelled_at.is_(None), Booking.ends_at > start, Booking.starts_at < end)
                .order_by(Booking.starts_at, Space.name)
            ).all()
            return tuple(
                BookingListed(
                    b.id, b.space_id, name, b.starts_at.astimezone(zone), b.ends_at.astimezone(zone), b.kind, b.title,
                    b.people,
                )
                for b, name in rows
            )  # fmt: skip


def overlapping(session: Session, space_id: str, starts_at: datetime, ends_at: datetime) -> Booking | None:
    """The first booking in the way, None when the space is free for all that time."""
    return session.scalar(
        select(Booking)
        .where(
            Booking.space_id == space_id,
            Booking.cancelled_at.is_(None),
            Booking.starts_at < ends_at,
            Booking.ends_at > starts_at,
        )
        .order_by(Booking.starts_at)
        .limit(1)
    )


def book(unit: Unit, request: BookingRequest) -> str | Refused:
    """Hold the space inside `unit`, or say who has it and until when."""
    if request.ends_at <= request.starts_at:
        return Refused("empty", translate("Bookings", "La fin doit venir après le début."))
    space = unit.session.get(Space, request.space_id)
    if space is None:
        return Refused("no_space", translate("Bookings", "Cet espace n’est pas sur le plan."))
    if space.closed_note:
        sentence = translate("Bookings", "{space} est fermé\u00a0: {note}.")
        return Refused("closed", sentence.format(space=space.name, note=space.closed_note))
    other = overlapping(unit.session, space.id, request.starts_at, request.ends_at)
    if other is not None:
        return _taken(unit, space, other)
    booking = Booking(
        id=new_id(), space_id=space.id, starts_at=request.starts_at, ends_at=request.ends_at, kind=request.kind,
        title=request.title, people=request.people, member_id=request.member_id,
        organisation_id=request.organisation_id, sale_id=request.sale_id,
    )  # fmt: skip
    unit.session.add(booking)
    unit.session.flush()
    body = {
        "schema": 1, "booking": booking.id, "space": space.id, "kind": request.kind.value, "title": request.title,
        "from": request.starts_at.isoformat(), "until": request.ends_at.isoformat(), "people": request.people,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "booking.made", body)
    unit.changed(Topic.BOOKINGS)
    return booking.id


def _taken(unit: Unit, space: Space, other: Booking) -> Refused:
    zone = unit.site.timezone
    sentence = translate("Bookings", "{space} est pris de {start} à {end}\u00a0: {title}.")
    return Refused(
        "taken",
        sentence.format(
            space=space.name,
            start=time_text(other.starts_at.astimezone(zone)),
            end=time_text(other.ends_at.astimezone(zone)),
            title=other.title,
        ),
    )
