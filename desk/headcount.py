"""How many people are in the house: those who were let in one by one, and the crowds of events."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from desk.seating import is_inside
from models.bookings import Booking
from models.crowds import Crowd
from models.history import compared
from models.prepared import Prepared
from models.visits import Visit

LINGERS = timedelta(minutes=30)
"""How long after the end of its event a crowd is still counted, unless somebody says that it has left."""


def is_counted() -> tuple[ColumnElement[bool], ...]:
    """The condition "still in the house" on crowds joined with their bookings; `horizon` is the value to give."""
    # By the few crowds still open: bookings are years of them.
    return Crowd.ended_at.is_(None), compared(Booking.cancelled_at).is_(None), Booking.ends_at > bindparam("horizon")


def horizon(now: datetime) -> datetime:
    """Events that ended before this are over for the head-count, whether or not their end was noted yet."""
    return now - LINGERS


def count_inside(session: Session, now: datetime) -> int:
    """How many people are in at `now`: what the safety limit is about."""
    return int(_INSIDE.run(session, horizon=horizon(now)).fetchone()[0])


_VISITS = select(func.count()).select_from(Visit).where(*is_inside()).scalar_subquery()
_CROWDS = (
    select(func.coalesce(func.sum(Crowd.people), 0))
    .join(Booking, Booking.id == Crowd.booking_id)
    .where(*is_counted())
    .scalar_subquery()
)
# Asked at each scan.
_INSIDE = Prepared(select((_VISITS + _CROWDS).label("inside")))
