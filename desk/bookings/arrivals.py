"""Whether somebody came for a booking: said at the desk, or seen from who is in the space, or in the house."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desk.bookings import refusals
from desk.bookings.records import facts
from desk.errors import Refused
from desk.work import Unit
from models.base import instant_text
from models.booking_guards import IN_THE_WAY
from models.bookings import Booking, BookingKind
from models.database import driver_of
from models.journal import Stream
from models.site import Site

if TYPE_CHECKING:
    from desk.plan_bookings import Booked

_MISSED = frozenset({BookingKind.MEMBER, BookingKind.RENTAL})
"""What the house does itself is not waited for: its people are not always scanned."""
_A_DAY = timedelta(days=1)
AWAITED_FOR = _A_DAY
"""How long after its start a booking may still be said to be missed: those of several days are left in peace then."""
_CAME = (
    "SELECT 1 FROM visit v WHERE v.entered_at <= :now AND v.entered_at > :since AND v.annulled_at IS NULL"  # noqa: S608
    " AND (v.left_at IS NULL OR v.left_at > :held_from)"
    f" AND (v.member_id = :member OR v.space_id IN ({IN_THE_WAY.format(space=':space')})) "
    " UNION ALL SELECT 1 FROM crowd c WHERE c.booking_id = :booking AND c.peak > 0 LIMIT 1"
)


def is_missed(session: Session, site: Site, booking: Booking | Booked, now: datetime) -> bool:
    """Whether a booking is under way and nobody came within the delay of the house; visits are asked of it last."""
    delay = timedelta(minutes=site.no_show_minutes)
    return (
        booking.starts_at + delay <= now < booking.ends_at
        and now < booking.starts_at + AWAITED_FOR
        and booking.kind in _MISSED
        and booking.arrived_at is None
        and not has_come(session, booking, now)
    )


def has_come(session: Session, booking: Booking | Booked, now: datetime) -> bool:
    """Whether its member was in the house, or anybody scanned or counted in its space, since it holds it."""
    values = {
        "now": instant_text(now), "since": instant_text(booking.held_from - _A_DAY),
        "held_from": instant_text(booking.held_from), "space": booking.space_id, "member": booking.member_id or "",
        "booking": booking.id,
    }  # fmt: skip
    return driver_of(session).execute(_CAME, values).fetchone() is not None


def note_arrival(unit: Unit, booking_id: str) -> Booking | Refused:
    """Somebody is there for the booking, whether or not a card was scanned."""
    row = unit.session.get(Booking, booking_id)
    if row is None or row.cancelled_at is not None:
        return refusals.no_booking()
    if row.arrived_at is None:
        row.arrived_at = unit.now
        unit.session.flush()
        unit.record(Stream.OPERATIONS, "booking.arrived", facts(unit, row))
    return row
