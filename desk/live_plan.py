"""Reading the live plan: what each space and seat is now, or at another hour, in words a facilitator can repeat."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, TextClause, bindparam, exists, func, or_, select, text
from sqlalchemy.orm import Session

from desk.bookings.arrivals import is_missed
from desk.clock import local_instant
from desk.floorplan import FloorPlan, SpaceShape
from desk.headcount import horizon, is_counted
from desk.plan import FloorNow, PlanNow, SpaceNow
from desk.plan_bookings import Booked, around, by_space, next_change
from desk.plan_editing.versions import Plans
from desk.seating import is_inside
from desk.space_words import Inside, Place, Seen, seats_of, space_now, surface_of
from desk.work import Work
from models.bookings import Booking
from models.crowds import Crowd
from models.history import compared
from models.people import Member
from models.prepared import Prepared
from models.site import Site
from models.spaces import WHOLE, Space, SpacePart
from models.visits import LONG, Visit


def _present(*condition: ColumnElement[bool] | TextClause) -> Prepared:
    """Who is in a space, under a condition on the visit."""
    seen = select(Visit.id, Visit.name, Visit.space_id, Visit.seat_id, Visit.entered_at, Member.named_on_plan)
    seen = seen.outerjoin(Member, Member.id == Visit.member_id)
    return Prepared(seen.where(*condition, Visit.space_id.is_not(None)))


# The plan is read anew at each scan, before the greeting is shown.
_CLOSED = Prepared(select(Space.id, Space.closed_note).where(Space.closed_note != ""))
_WHOLES = Prepared(
    select(Space.id, Space.name, Space.floor, Space.seats, Space.rentable)
    .where(Space.kind == bindparam("kind"), exists().where(SpacePart.whole_id == Space.id))
    .order_by(Space.name)
)
# Crowds: how many in each space, now or at an instant gone by.
_CROWDS = select(Booking.space_id, func.sum(Crowd.people)).join(Booking, Booking.id == Crowd.booking_id)
_CROWDS_NOW = Prepared(_CROWDS.where(*is_counted()).group_by(Booking.space_id))
_CROWDS_THEN = Prepared(
    _CROWDS.where(
        Crowd.since <= bindparam("moment"),
        or_(Crowd.ended_at.is_(None), Crowd.ended_at > bindparam("moment")),
        compared(Booking.cancelled_at).is_(None),
        Booking.ends_at > bindparam("horizon"),
    ).group_by(Booking.space_id)
)
_NOW = _present(*is_inside())
# At an instant gone by: those who had come within a day before, and the few who stayed longer, or are still there; one
# statement each, so that years of visits need not be looked through.
_STAYED = (or_(Visit.left_at.is_(None), Visit.left_at > bindparam("moment")), Visit.annulled_at.is_(None))
_THEN = (
    _present(Visit.entered_at <= bindparam("early"), text(LONG), *_STAYED),
    _present(Visit.entered_at <= bindparam("early"), *is_inside()),
    _present(Visit.entered_at > bindparam("early"), Visit.entered_at <= bindparam("moment"), *_STAYED),
)
_A_DAY = timedelta(days=1)


class LivePlan:
    """The plan as the house lives in it: bookings, visits and closed spaces, over the drawing."""

    def __init__(self, work: Work, plans: Plans) -> None:
        self._work = work
        self._plans = plans

    def drawing(self, moment: datetime | None = None) -> FloorPlan:
        """What `at` looks at: the plan of today, or of the day of `moment` (aware)."""
        return self._plans.of(moment or self._work.clock.now())

    def day(self) -> tuple[datetime, datetime, datetime]:
        """Opening, closing and now, aware, in the site's zone: what the time slider spans."""
        with self._work.read() as session:
            site = self._work.site(session)
            local = self._work.clock.now().astimezone(site.timezone)
            opening = local_instant(local.date(), site.opening, site.timezone).astimezone(site.timezone)
            closing = local_instant(local.date(), site.closing, site.timezone).astimezone(site.timezone)
            return opening, closing, local

    def at(self, moment: datetime | None = None) -> PlanNow:
        """The plan now, or at `moment` (aware): visits are then those that covered it, bookings those that will."""
        with self._work.read() as session:
            site = self._work.site(session)
            instant = moment or self._work.clock.now()
            drawing = self._plans.at(session, instant)
            bookings = around(session, site, instant)
            held = by_space(session, bookings)
            inside = _inside(session, None if moment is None else instant)
            crowds = _crowds(session, instant, is_now=moment is None)
            missed = _missed(session, site, bookings, instant) if moment is None else frozenset[str]()
            closed = dict(_CLOSED.all(session))
            wholes = [
                Place(id_, name, floor, seats, rentable, (), "")
                for id_, name, floor, seats, rentable in _WHOLES.all(session, kind=WHOLE)
            ]

        def now(place: Place) -> SpaceNow:
            seen = Seen(
                site,
                instant,
                closed.get(place.id, ""),
                held.get(place.id, []),
                inside.get(place.id, []),
                missed,
                crowds.get(place.id, 0),
            )
            return space_now(place, seen)

        floors, spaces = [], []
        for floor in drawing.floors:
            present = 0
            for shape in floor.spaces:
                here = inside.get(shape.id, [])
                present += len(here) + crowds.get(shape.id, 0)
                spaces.append(now(_place(shape, here)))
            floors.append(FloorNow(floor.code, floor.name, present))
        return PlanNow(
            instant.astimezone(site.timezone), moment is None, tuple(floors), tuple(spaces),
            tuple(now(place) for place in wholes), next_change(site, bookings, instant).astimezone(site.timezone),
        )  # fmt: skip

    def next_change(self, now: datetime | None = None) -> datetime:
        """When the plan next changes by itself after `now` (aware), so that one timer is enough. See `PlanNow` too."""
        with self._work.read() as session:
            site = self._work.site(session)
            instant = now or self._work.clock.now()
            return next_change(site, around(session, site, instant), instant).astimezone(site.timezone)


def _place(shape: SpaceShape, inside: list[Inside]) -> Place:
    return Place(
        shape.id, shape.name, shape.floor, shape.seats, shape.rentable, seats_of(shape, inside), surface_of(shape)
    )


def _missed(session: Session, site: Site, bookings: list[Booked], now: datetime) -> frozenset[str]:
    """The bookings under way to which nobody came in time."""
    return frozenset(booked.id for booked in bookings if is_missed(session, site, booked, now))


def _crowds(session: Session, instant: datetime, *, is_now: bool) -> dict[str, int]:
    """How many people, not scanned, are (or were, at `instant`) in each space."""
    found = _CROWDS_NOW if is_now else _CROWDS_THEN
    return dict(found.all(session, moment=instant, horizon=horizon(instant)))


def _covering(session: Session, moment: datetime) -> list[tuple[Any, ...]]:
    """The visits under way at `moment`, in the order they began."""
    rows = [row for part in _THEN for row in part.all(session, moment=moment, early=moment - _A_DAY)]
    return sorted(rows, key=lambda row: row[4])


def _inside(session: Session, moment: datetime | None) -> dict[str, list[Inside]]:
    """Who is (or was, at `moment`) in each space; initials only for those who chose to be named on the plan."""
    rows = _NOW.all(session) if moment is None else _covering(session, moment)
    found: dict[str, list[Inside]] = {}
    for visit_id, name, space_id, seat_id, entered_at, named in rows:
        initials = "".join(word[:1] for word in name.split()[:2]).upper() if named else ""
        person = Inside(visit_id, name if named else "", initials, seat_id or "", entered_at)
        found.setdefault(space_id, []).append(person)
    return found
