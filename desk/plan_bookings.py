"""The bookings that matter to the plan at an instant: those just ended, under way, and to come that local day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import and_, bindparam, or_, select, text
from sqlalchemy.orm import Session

from desk.basis_words import holder_words
from desk.bookings.arrivals import AWAITED_FOR
from desk.clock import midnight_after
from desk.wholes import in_each_others_way
from models.bookings import Booking, BookingKind
from models.organisations import Organisation
from models.people import Member
from models.prepared import Prepared
from models.site import Site

LATE_AT_MOST = timedelta(hours=2)
"""How long after a booking those who are still there are called late to leave."""
_A_DAY = timedelta(days=1)


class Booked(NamedTuple):
    """A booking as the plan sees it. `who` is its organisation, or its member when they chose to be named."""

    id: str
    space_id: str
    starts_at: datetime
    ends_at: datetime
    held_from: datetime
    held_until: datetime
    kind: BookingKind
    title: str
    people: int
    member_id: str | None
    arrived_at: datetime | None
    who: str


# The plan is read anew at each scan, before the greeting is shown. The few bookings of more than a day are looked for
# apart, so that ten years of the others need not be (`models/bookings.py`).
_AROUND = Prepared(
    select(
        Booking.id, Booking.space_id, Booking.starts_at, Booking.ends_at, Booking.held_from, Booking.held_until,
        Booking.kind, Booking.title, Booking.people, Booking.member_id, Booking.arrived_at,
        Member.named_on_plan, Member.given_name, Member.family_name, Organisation.name,
    )
    .outerjoin(Member, Member.id == Booking.member_id)
    .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
    .where(
        Booking.held_until > bindparam("since"),
        Booking.held_from < bindparam("end"),
        or_(
            and_(
                Booking.cancelled_at.is_(None),
                Booking.starts_at > bindparam("early"),
                Booking.starts_at < bindparam("latest"),
            ),
            and_(Booking.cancelled_at.is_(None), text("booking.is_long = 1"), Booking.held_from < bindparam("end")),
        ),
    )
)  # fmt: skip


def around(session: Session, site: Site, instant: datetime) -> list[Booked]:
    """The bookings that hold a space at `instant` or later that local day, or did not long before; in order."""
    end = midnight_after(instant, site.timezone)
    since = instant - LATE_AT_MOST
    rows = _AROUND.all(session, since=since, end=end, early=since - _A_DAY, latest=end + _A_DAY)
    found = [Booked._make((*row[:-4], holder_words(*row[-4:]))) for row in rows]
    return sorted(found, key=lambda booked: (booked.starts_at, booked.id))


def by_space(session: Session, bookings: list[Booked]) -> dict[str, list[Booked]]:
    """The bookings that hold each space: its own, those of its parts, those of the wholes it belongs to."""
    others = in_each_others_way(session)
    found: dict[str, list[Booked]] = {}
    for booked in bookings:
        for space in (booked.space_id, *others.get(booked.space_id, ())):
            found.setdefault(space, []).append(booked)
    return found


def next_change(site: Site, bookings: list[Booked], at: datetime) -> datetime:
    """When the plan next changes by itself after `at`, for the clock alone: midnight at the latest.

    A space about to be taken counts its minutes, so each of them is a change.
    """
    soon, missed = timedelta(minutes=site.soon_minutes), timedelta(minutes=site.no_show_minutes)
    changes = [midnight_after(at, site.timezone)]
    for booked in bookings:
        ahead = booked.held_from - at
        if timedelta(0) < ahead <= soon:
            minutes = -(-ahead // timedelta(minutes=1))
            changes.append(booked.held_from - timedelta(minutes=1) * (minutes - 1))
        changes += [
            booked.held_from - soon, booked.held_from, booked.starts_at, booked.starts_at + missed,
            booked.starts_at + AWAITED_FOR, booked.ends_at, booked.held_until, booked.held_until + LATE_AT_MOST,
        ]  # fmt: skip
    return min(change for change in changes if change > at)
