"""Reading bookings for the screens: a day, a week, a space, a series."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.basis_words import holder_words
from desk.bookings.values import BookingListed
from desk.recurrence import span
from models.bookings import Booking
from models.history import bookings_reaching, compared
from models.organisations import Organisation
from models.people import Member
from models.prepared import Prepared
from models.spaces import Space

_ROW = (
    select(
        Booking.id, Booking.space_id, Space.name, Booking.starts_at, Booking.ends_at, Booking.kind, Booking.title,
        Booking.people, Booking.set_up_minutes, Booking.clean_up_minutes, Booking.series_id, Booking.occurrence,
        Booking.sale_id, Booking.arrived_at, Booking.override_reason, Booking.uid, Member.named_on_plan,
        Member.given_name, Member.family_name, Organisation.name,
    )
    .join(Space, Space.id == Booking.space_id)
    .outerjoin(Member, Member.id == Booking.member_id)
    .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
)  # fmt: skip
_IN_FORCE = Booking.cancelled_at.is_(None)
_TOUCHING = bookings_reaching(bindparam("start"), bindparam("early"), bindparam("end"))
_BY_ID = Prepared(_ROW.where(Booking.id == bindparam("id")))
_BETWEEN = Prepared(_ROW.where(_TOUCHING))
_OF_SPACE = Prepared(_ROW.where(_TOUCHING, compared(Booking.space_id) == bindparam("space")))
_OF_SERIES = Prepared(_ROW.where(Booking.series_id == bindparam("series"), _IN_FORCE))


def between(
    session: Session, zone: ZoneInfo, start: datetime, end: datetime, space_id: str | None = None
) -> tuple[BookingListed, ...]:
    """The bookings in force that touch the time from `start` until `end`, their setting up and cleaning up aside."""
    times = {"start": start, "end": end, "early": start - timedelta(days=1)}
    rows = _BETWEEN.all(session, **times) if space_id is None else _OF_SPACE.all(session, space=space_id, **times)
    return _in_order(_value(row, zone) for row in rows)


def these(session: Session, zone: ZoneInfo, ids: Iterable[str]) -> tuple[BookingListed, ...]:
    """These bookings as they are written, cancelled or not, in the order they begin."""
    rows = (_BY_ID.first(session, id=booking_id) for booking_id in ids)
    return _in_order(_value(row, zone) for row in rows if row is not None)


def of_series(session: Session, zone: ZoneInfo, series_id: str) -> tuple[BookingListed, ...]:
    """The dates of a series that are in force."""
    return _in_order(_value(row, zone) for row in _OF_SERIES.all(session, series=series_id))


def _in_order(listed: Iterable[BookingListed]) -> tuple[BookingListed, ...]:
    return tuple(sorted(listed, key=lambda booking: (booking.starts_at.astimezone(UTC), booking.space)))


def _value(row: tuple[Any, ...], zone: ZoneInfo) -> BookingListed:
    id_, space_id, space, starts, ends, kind, title, people, set_up, clean_up, series, occurrence = row[:12]
    sale, arrived, reason, uid, named, given, family, organisation = row[12:]
    return BookingListed(
        id_, space_id, space, starts.astimezone(zone), ends.astimezone(zone), kind, title, people, set_up, clean_up,
        holder_words(named, given, family, organisation), series or "", left_its_place(occurrence, starts, zone),
        sale is not None, None if arrived is None else arrived.astimezone(zone), reason, uid,
    )  # fmt: skip


def left_its_place(occurrence: str | None, starts_at: datetime, zone: ZoneInfo) -> bool:
    """Whether a date of a series is not where its rule put it; `occurrence` is that place, by the wall."""
    if occurrence is None:
        return False
    first, _ = span(datetime.fromisoformat(occurrence), timedelta(0), zone)
    return first != starts_at
