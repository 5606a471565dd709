"""Changing the opening hours knowingly: which bookings to come a change would leave outside is told before it is made.

They stay: they were promised, and are the house's to move.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from desk.bookings import BookingListed, BookingPolicy, listing
from desk.bookings.holding import OPENS_THE_HOUSE
from desk.bookings.policy import policy_of, set_policy
from desk.clock import local_day
from desk.errors import Refused
from desk.language import translate
from desk.opening import (
    SpecialDay,
    WeekdayHours,
    closed_then,
    erase_special,
    special_day,
    weekday_hours,
    write_special,
    write_weekday,
)
from desk.rights import Act, needs
from desk.work import Unit, Work, site_of
from models.bookings import Booking


@dataclass(frozen=True)
class HoursChange:
    """What would change, and nothing else: weekdays, one day with hours of its own, one that is like others again.

    `closed_on_holidays` and `holiday_region` are None when they stay as they are.
    """

    week: tuple[WeekdayHours, ...] = ()
    special: SpecialDay | None = None
    removed: date | None = None
    closed_on_holidays: bool | None = None
    holiday_region: str | None = None


@dataclass(frozen=True)
class LeftOutside:
    """The bookings to come that a change leaves outside the hours, in the order they begin: nothing is changed yet."""

    bookings: tuple[BookingListed, ...]

    @property
    def sentence(self) -> str:
        """How many, told to a person."""
        if len(self.bookings) == 1:
            return translate("HoursSettings", "Une réservation à venir se retrouverait hors des heures d’ouverture.")
        many = translate("HoursSettings", "{count} réservations à venir se retrouveraient hors des heures d’ouverture.")
        return many.format(count=len(self.bookings))

    @property
    def ids(self) -> frozenset[str]:
        """Which they are: given back to `apply`, they are accepted."""
        return frozenset(booking.id for booking in self.bookings)


@dataclass(frozen=True)
class HoursChanged:
    """The change is made; `back` is the one that would take it back."""

    back: HoursChange
    outside: int


class HoursSettings:
    """Changing the hours; a manager's right, each change recorded with what was before."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @needs(Act.HOURS)
    def apply(self, change: HoursChange, accepted: Collection[str] = ()) -> HoursChanged | LeftOutside | Refused:
        """Make the change, whole or not at all. `accepted` are the bookings that are known to be left outside.

        Answers with all of them, and changes nothing, as long as one is not accepted.
        """
        with self._work.write() as unit:
            refused = _past(unit, change)
            if refused is not None:
                return refused
            before = _outside(unit)
            answer = _write(unit, change)
            if isinstance(answer, Refused):
                unit.abandon()
                return answer
            left = _outside(unit) - before
            if not left <= set(accepted):
                told = listing.these(unit.session, unit.site.timezone, left)
                unit.abandon()
                return LeftOutside(told)
            return HoursChanged(answer, len(left))


def _past(unit: Unit, change: HoursChange) -> Refused | None:
    day = change.special.day if change.special is not None else change.removed
    if day is not None and day < local_day(unit.now, unit.site.timezone):
        return Refused("past", translate("HoursSettings", "Ce jour est passé\u00a0: ses heures ne changent plus."))
    return None


def _write(unit: Unit, change: HoursChange) -> HoursChange | Refused:
    """Make the change inside `unit`; the answer is the one that takes it back."""
    back = HoursChange()
    for hours in change.week:
        was = weekday_hours(unit.session, unit.site, hours.weekday) if 1 <= hours.weekday <= 7 else hours
        written = write_weekday(unit, hours)
        if isinstance(written, Refused):
            return written
        back = replace(back, week=(*back.week, was))
    if change.removed is not None:
        erased = erase_special(unit, change.removed)
        if isinstance(erased, Refused):
            return erased
        back = replace(back, special=erased)
    if change.special is not None:
        known = special_day(unit.session, change.special.day)
        special = write_special(unit, change.special)
        if isinstance(special, Refused):
            return special
        back = replace(back, removed=special.day) if known is None else replace(back, special=known)
    return _write_holidays(unit, change, back)


def _write_holidays(unit: Unit, change: HoursChange, back: HoursChange) -> HoursChange | Refused:
    policy = policy_of(unit.site)
    wanted = policy
    if change.closed_on_holidays is not None:
        wanted = replace(wanted, closed_on_holidays=change.closed_on_holidays)
    if change.holiday_region is not None:
        wanted = replace(wanted, holiday_region=change.holiday_region)
    if wanted == policy:
        return back
    written = set_policy(unit, wanted)
    if not isinstance(written, BookingPolicy):
        return written
    return replace(back, closed_on_holidays=policy.closed_on_holidays, holiday_region=policy.holiday_region)


def _outside(unit: Unit) -> set[str]:
    """The bookings to come that are outside the hours as the transaction has them now."""
    site = site_of(unit.session)
    rows = unit.session.execute(
        select(Booking.id, Booking.starts_at, Booking.ends_at, Booking.kind).where(
            Booking.cancelled_at.is_(None), Booking.starts_at > unit.now
        )
    )
    return {
        found
        for found, starts, ends, kind in rows
        if closed_then(unit.session, site, starts, ends, opens_the_house=kind in OPENS_THE_HOUSE)
    }
