"""Booking from the screen: one act that can be taken back, with the organisation and the event that come with it."""

from __future__ import annotations

from dataclasses import replace

from desk.bookings.acts import Memory, answer
from desk.bookings.holding import book, tidied
from desk.bookings.records import space_name
from desk.bookings.values import BookingRequest, BookingsChanged
from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.ids import new_id
from desk.language import translate
from desk.organisations import NewOrganisation, find_or_create
from desk.work import Unit
from models.bookings import Booking, BookingKind, Event


def taken_by(unit: Unit, request: BookingRequest, newcomer: NewOrganisation | None) -> BookingRequest | Refused:
    """The request for an organisation that nobody knew, found or created in this unit; as it is without one."""
    if newcomer is None:
        return request
    found = find_or_create(unit, newcomer)
    if isinstance(found, Refused):
        return found
    unit.session.flush()
    return replace(request, organisation_id=found.id)


def make(unit: Unit, request: BookingRequest, newcomer: NewOrganisation | None) -> BookingsChanged | Refused:
    """Hold the space, with its event when it is one; nothing is kept of a refusal."""
    request = tidied(request)
    if not request.title:
        return Refused("no_title", translate("Bookings", "Dites en deux mots pour quoi l’espace est réservé."))
    if request.ends_at <= unit.now:
        return Refused("past", translate("Bookings", "Cette heure est déjà passée."))
    wanted = taken_by(unit, request, newcomer)
    if isinstance(wanted, Refused):
        return wanted
    booking_id = book(unit, wanted)
    if isinstance(booking_id, Refused):
        if newcomer is not None:
            unit.abandon()  # nobody is made known by a refusal
        return booking_id
    row = unit.session.get_one(Booking, booking_id)
    if row.kind is BookingKind.EVENT:
        unit.session.add(Event(id=new_id(), booking_id=row.id, title=row.title, expected=row.people))
        unit.session.flush()
    memory = Memory()
    memory.made([row])
    zone = unit.site.timezone
    pattern = translate("Bookings", "Réservé\u00a0: {space}, {start} jusqu’à {end}, {title}.")
    sentence = pattern.format(
        space=space_name(unit, row.space_id), start=day_time(row.starts_at.astimezone(zone)),
        end=time_text(row.ends_at.astimezone(zone)), title=row.title,
    )  # fmt: skip
    return answer(unit, memory.keep(unit, "made"), [row.id], sentence)
