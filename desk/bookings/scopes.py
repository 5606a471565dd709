"""Which dates of a series an act is about: this one, this and the following, or all that have not begun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.bookings.values import Scope
from desk.errors import Refused
from desk.language import translate
from desk.work import Unit
from models.bookings import Booking, BookingSeries


@dataclass(frozen=True)
class Chosen:
    """The bookings of an act. `row` is the one that was pointed at, `live` those in force that have not begun.

    For a whole series `later` holds the exceptions among the dates from `pivot` on, `earlier` its dates before.
    """

    row: Booking
    live: list[Booking]
    series: BookingSeries | None = None
    pivot: str = ""
    later: tuple[Booking, ...] = ()
    earlier: tuple[Booking, ...] = ()


def chosen(unit: Unit, booking_id: str, scope: Scope) -> Chosen | Refused:
    """The bookings that an act on `booking_id` is about."""
    row = unit.session.get(Booking, booking_id)
    if row is None:
        return Refused("no_booking", translate("Bookings", "Cette réservation est introuvable."))
    if row.cancelled_at is not None:
        return Refused("cancelled", translate("Bookings", "Cette réservation est déjà annulée."))
    if scope is Scope.THIS or row.series_id is None:
        return Chosen(row, [row])
    series = unit.session.get_one(BookingSeries, row.series_id)
    dates = list(
        unit.session.scalars(select(Booking).where(Booking.series_id == series.id).order_by(Booking.occurrence))
    )
    first = row.occurrence if scope is Scope.FOLLOWING else ""
    live = [d for d in dates if d.cancelled_at is None and d.starts_at > unit.now and _at(d) >= (first or "")]
    if not live:
        return Refused("begun", translate("Bookings", "Aucune date de cette série n’est encore à venir."))
    pivot = _at(live[0])
    exceptions = tuple(d for d in dates if _at(d) >= pivot and d not in live and d.cancelled_at is not None)
    return Chosen(row, live, series, pivot, exceptions, tuple(d for d in dates if _at(d) < pivot))


def _at(date: Booking) -> str:
    assert date.occurrence is not None
    return date.occurrence


def wall(date: Booking) -> datetime:
    """The local time at which the rule of its series put a date."""
    return datetime.fromisoformat(_at(date))
