"""Holding a space: what stands in the way, and the row that takes it. The only door by which a booking is made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.bookings import refusals
from desk.bookings.records import facts
from desk.bookings.values import BookingRequest, minutes_after
from desk.bus import Topic
from desk.clock import local_day
from desk.errors import Refused, Remedy
from desk.formats import day_time
from desk.formats import time as time_text
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.opening import closed_then, hours_on
from desk.plan_editing.days import off_plan
from desk.rights import Act, refusal
from desk.work import Unit
from models.base import instant_text
from models.booking_guards import IN_THE_WAY
from models.bookings import Booking, BookingKind
from models.database import driver_of
from models.journal import Stream
from models.prepared import Prepared
from models.site import Site
from models.spaces import Space, SpacePart

LONGEST_MARGIN = 24 * 60
LONGEST = timedelta(days=31, hours=1)
"""The longest booking that the desk makes: a month, the one of October included. Longer is a slip of the keyboard."""
TITLE_LIMIT = 200
REASON_LIMIT = 160
OPENS_THE_HOUSE = frozenset({BookingKind.EVENT, BookingKind.HOUSE})
"""What the house itself does may be at any hour."""
_IN_THE_WAY = (
    "SELECT b.id, b.space_id, s.name, b.title, b.held_from, b.held_until, b.starts_at, b.ends_at"  # noqa: S608 - ours
    f" FROM booking b JOIN space s ON s.id = b.space_id WHERE b.space_id IN ({IN_THE_WAY.format(space=':space')})"
    " AND b.cancelled_at IS NULL AND b.held_until > :held_from AND b.held_from < :held_until ORDER BY b.held_from"
)
_CLOSED_PART = Prepared(
    select(Space.name, Space.closed_note)
    .join(SpacePart, SpacePart.part_id == Space.id)
    .where(SpacePart.whole_id == bindparam("space"), Space.closed_note != "")
    .limit(1)
)


@dataclass(frozen=True)
class InTheWay:
    """A booking that holds a space, one of its parts, or the whole it belongs to; instants aware, UTC."""

    id: str
    space_id: str
    space: str
    title: str
    held_from: datetime
    held_until: datetime
    starts_at: datetime
    ends_at: datetime


def overlapping(
    session: Session, space_id: str, held_from: datetime, held_until: datetime, but: Collection[str] = ()
) -> InTheWay | None:
    """The first booking in the way, those of `but` left aside; None when the space is free for all that time.

    Nothing pending in the session is flushed first.
    """
    values = {"space": space_id, "held_from": instant_text(held_from), "held_until": instant_text(held_until)}
    for row in driver_of(session).execute(_IN_THE_WAY, values):
        if row[0] not in but:
            return InTheWay(*row[:4], *(datetime.fromisoformat(text) for text in row[4:]))
    return None


def book(unit: Unit, request: BookingRequest) -> str | Refused:
    """Hold the space inside `unit`, or say who has it and until when."""
    request = tidied(request)
    refused = objection(unit, request)
    if refused is not None:
        return refused
    booking = written(unit, request)
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "booking.made", facts(unit, booking))
    unit.changed(Topic.BOOKINGS)
    return booking.id


def tidied(request: BookingRequest) -> BookingRequest:
    """The request with its words as they are kept: without what nobody typed on purpose, and not endless."""
    title, reason = tidy(request.title, TITLE_LIMIT), tidy(request.override_reason, REASON_LIMIT)
    return replace(request, title=title, override_reason=reason)


def written(unit: Unit, request: BookingRequest) -> Booking:
    """The row of a tidied request that nothing stands against, added and not flushed."""
    booking = Booking(
        id=new_id(), space_id=request.space_id, starts_at=request.starts_at, ends_at=request.ends_at,
        kind=request.kind, title=request.title, people=request.people, member_id=request.member_id,
        organisation_id=request.organisation_id, sale_id=request.sale_id, made_at=unit.now,
        set_up_minutes=request.set_up_minutes, clean_up_minutes=request.clean_up_minutes,
        override_reason=request.override_reason, uid="",
    )  # fmt: skip
    unit.session.add(booking)
    return booking


def objection(unit: Unit, request: BookingRequest, but: Collection[str] = ()) -> Refused | None:
    """Why the space cannot be held as asked, None when it can; the bookings of `but` are no obstacle."""
    refused = senseless(request)
    if refused is not None:
        return refused
    space = unit.session.get(Space, request.space_id)
    if space is None:
        return refusals.no_space()
    return shut(unit.session, space) or house_closed(unit, request) or taken(unit, space, request, but)


def senseless(request: BookingRequest, longest: timedelta = LONGEST) -> Refused | None:
    """What no house could hold: an end before its start, months of it, days of setting up."""
    if request.ends_at.astimezone(UTC) <= request.starts_at.astimezone(UTC):
        return Refused("empty", translate("Bookings", "La fin doit venir après le début."))
    if (refused := too_long(request.starts_at, request.ends_at, longest)) is not None:
        return refused
    if not all(0 <= margin <= LONGEST_MARGIN for margin in (request.set_up_minutes, request.clean_up_minutes)):
        sentence = translate("Bookings", "La préparation et le rangement durent de 0 à 24 heures chacun.")
        return Refused("margins", sentence)
    if request.people < 0:
        return Refused("people", translate("Bookings", "Un nombre de personnes ne peut pas être négatif."))
    return None


def too_long(starts_at: datetime, ends_at: datetime, longest: timedelta = LONGEST) -> Refused | None:
    """The refusal of a time that lasts more than `longest`, None for any other."""
    if ends_at.astimezone(UTC) - starts_at.astimezone(UTC) <= longest:
        return None
    sentence = translate("Bookings", "Une réservation dure {days} jours au plus\u00a0: faites-en plusieurs.")
    return Refused("long", sentence.format(days=longest.days))


def shut(session: Session, space: Space) -> Refused | None:
    """The refusal for a space out of order, or a whole with such a part."""
    name, note = space.name, space.closed_note
    if not note:
        name, note = _CLOSED_PART.first(session, space=space.id) or ("", "")
    if not note:
        return None
    sentence = translate("Bookings", "{space} est fermé\u00a0: {note}.")
    return Refused("closed", sentence.format(space=name, note=note))


def house_closed(unit: Unit, request: BookingRequest) -> Refused | None:
    """The refusal for a time when the house is closed, unless a manager gave a reason."""
    sentence = closed_then(
        unit.session, unit.site, request.starts_at, request.ends_at, opens_the_house=request.kind in OPENS_THE_HOUSE
    )
    if not sentence:
        return None
    if tidy(request.override_reason, REASON_LIMIT):
        return refusal(unit.operator, Act.BOOK_WHEN_CLOSED)
    remedy = Remedy("override_hours", translate("Bookings", "Réserver quand même, avec un motif (gérant·e)"))
    return Refused("house_closed", sentence, (remedy,))


def taken(unit: Unit, space: Space, request: BookingRequest, but: Collection[str] = ()) -> Refused | None:
    """The refusal that says who has the space and until when, with the next time at which it is free for as long.

    Or that the plan of that day has no such space.
    """
    held_from = minutes_after(request.starts_at, -request.set_up_minutes)
    held_until = minutes_after(request.ends_at, request.clean_up_minutes)
    if (gone := off_plan(unit.session, unit.site, space.id, held_from, held_until)) is not None:
        return gone
    other = overlapping(unit.session, space.id, held_from, held_until, but)
    if other is None:
        return None
    later = next_free(unit.session, unit.site, request, but)
    remedies: tuple[Remedy, ...] = ()
    if later is not None:
        label = translate("Bookings", "Prendre {hour}").format(hour=time_text(later))
        remedies = (Remedy("book_at", label, later.isoformat()),)
    return Refused("taken", taken_sentence(unit.site, other), remedies)


def taken_sentence(site: Site, other: InTheWay) -> str:
    """Who has the space, from when until when."""
    zone = site.timezone
    start, end = other.held_from.astimezone(zone), other.held_until.astimezone(zone)
    sentence = translate("Bookings", "{space} est pris de {start} à {end}\u00a0: {title}.")
    if (other.held_from, other.held_until) != (other.starts_at, other.ends_at):
        sentence = translate(
            "Bookings", "{space} est pris de {start} à {end}, préparation et rangement compris\u00a0: {title}."
        )
    if start.date() != end.date():
        sentence = translate("Bookings", "{space} est pris du {start} au {end}\u00a0: {title}.")
        return sentence.format(space=other.space, start=day_time(start), end=day_time(end), title=other.title)
    return sentence.format(space=other.space, start=time_text(start), end=time_text(end), title=other.title)


def next_free(session: Session, site: Site, request: BookingRequest, but: Collection[str] = ()) -> datetime | None:
    """The next start, that day and within the opening hours, at which the space is free for as long as was asked."""
    zone = site.timezone
    hours = hours_on(session, site, local_day(request.starts_at, zone))
    if hours.closes is None:
        return None
    lasting = request.ends_at.astimezone(UTC) - request.starts_at.astimezone(UTC)
    start = request.starts_at.astimezone(UTC)
    set_up, clean_up = timedelta(minutes=request.set_up_minutes), timedelta(minutes=request.clean_up_minutes)
    while start + lasting <= hours.closes:
        other = overlapping(session, request.space_id, start - set_up, start + lasting + clean_up, but)
        if other is None:
            return start.astimezone(zone)
        start = other.held_until + set_up
    return None
