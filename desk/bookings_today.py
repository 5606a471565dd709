"""The bookings that let someone in: a member's own, and the collective moments of the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.basis_words import booking_words
from desk.clock import midnight_after
from models.bookings import Booking, BookingKind
from models.history import bookings_reaching, compared
from models.prepared import Prepared
from models.site import Site
from models.spaces import Space

_COLUMNS = (
    *(Booking.id, Booking.space_id, Space.name, Booking.starts_at, Booking.ends_at),
    *(Booking.kind, Booking.title, Booking.member_id),
)
_TODAY = (
    select(*_COLUMNS)
    .join(Space, Space.id == Booking.space_id)
    .where(bookings_reaching(bindparam("now"), bindparam("early"), bindparam("end")))
    .order_by(Booking.starts_at, Booking.id)
)
_ALL = Prepared(_TODAY)
_OWN = Prepared(_TODAY.where(compared(Booking.member_id) == bindparam("member")))


@dataclass(frozen=True)
class BookingToday:
    """A booking of today that is not over. Instants aware, UTC."""

    id: str
    space_id: str
    space: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    member_id: str | None

    def is_near(self, site: Site, now: datetime) -> bool:
        """Under way, or beginning within the site's margin."""
        return self.starts_at - timedelta(minutes=site.event_margin_minutes) <= now < self.ends_at

    def words(self, zone: ZoneInfo) -> str:
        """What it is, where and when, on one line."""
        return booking_words(self.title, self.space, self.starts_at, self.ends_at, zone)


def own(session: Session, site: Site, member_id: str, now: datetime) -> list[BookingToday]:
    """A member's own bookings of today that are not over, in the order they begin."""
    return [BookingToday(*row) for row in _OWN.all(session, member=member_id, **_times(site, now))]


def everything(session: Session, site: Site, now: datetime) -> list[BookingToday]:
    """All bookings of today that are not over, in the order they begin."""
    return [BookingToday(*row) for row in _ALL.all(session, **_times(site, now))]


def _times(site: Site, now: datetime) -> dict[str, Any]:
    return {"now": now, "early": now - timedelta(days=1), "end": midnight_after(now, site.timezone)}


def events(session: Session, site: Site, now: datetime) -> list[BookingToday]:
    """The collective moments under way or about to begin, in the order they begin."""
    return [b for b in everything(session, site, now) if b.kind is BookingKind.EVENT and b.is_near(site, now)]


def by_id(session: Session, site: Site, booking_id: str, now: datetime) -> BookingToday | None:
    """A booking of today that is not over; None when it is over, cancelled or of another day."""
    return next((b for b in everything(session, site, now) if b.id == booking_id), None)
