"""Reading the live plan: what each space and seat is now, or at another hour, in words a facilitator can repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session

from desk.clock import day_bounds, local_instant
from desk.floorplan import FloorPlan, SpaceShape
from desk.formats import time as time_text
from desk.headcount import horizon, is_counted
from desk.language import translate
from desk.plan import FloorNow, PlanNow, SeatNow, SpaceNow, SpaceState
from desk.seating import is_inside
from desk.work import Work
from models.bookings import Booking, BookingKind
from models.crowds import Crowd
from models.people import Member
from models.prepared import Prepared
from models.site import Site
from models.spaces import Space
from models.visits import Visit


@dataclass(frozen=True)
class _Inside:
    """Someone in a space at the instant shown."""

    visit_id: str
    name: str
    initials: str
    seat_id: str


class _Booked(NamedTuple):
    """A booking that holds a space at the instant shown, or will."""

    space_id: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    people: int


def _present(*condition: ColumnElement[bool]) -> Prepared:
    """Who is in a space, under a condition on the visit."""
    seen = select(Visit.id, Visit.name, Visit.space_id, Visit.seat_id, Member.named_on_plan)
    seen = seen.outerjoin(Member, Member.id == Visit.member_id)
    return Prepared(seen.where(*condition, Visit.space_id.is_not(None)))


# The plan is read anew at each scan, before the greeting is shown.
_CLOSED = Prepared(select(Space.id, Space.closed_note).where(Space.closed_note != ""))
_TO_COME = Prepared(
    select(Booking.space_id, Booking.starts_at, Booking.ends_at, Booking.kind, Booking.title, Booking.people)
    .where(Booking.cancelled_at.is_(None), Booking.ends_at > bindparam("instant"), Booking.starts_at < bindparam("end"))
    .order_by(Booking.starts_at)
)
# Crowds: how many in each space, now or at an instant gone by.
_CROWDS = select(Booking.space_id, func.sum(Crowd.people)).join(Booking, Booking.id == Crowd.booking_id)
_CROWDS_NOW = Prepared(_CROWDS.where(*is_counted()).group_by(Booking.space_id))
_CROWDS_THEN = Prepared(
    _CROWDS.where(
        Crowd.since <= bindparam("moment"),
        or_(Crowd.ended_at.is_(None), Crowd.ended_at > bindparam("moment")),
        Booking.cancelled_at.is_(None),
        Booking.ends_at > bindparam("horizon"),
    ).group_by(Booking.space_id)
)
_NOW = _present(*is_inside())
_THEN = _present(
    Visit.entered_at <= bindparam("moment"),
    or_(Visit.left_at.is_(None), Visit.left_at > bindparam("moment")),
    Visit.annulled_at.is_(None),
)


class LivePlan:
    """The plan as the house lives in it: bookings, visits and closed spaces, over the drawing."""

    def __init__(self, work: Work, plan: FloorPlan) -> None:
        self._work = work
        self.drawing = plan

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
            bookings = _bookings(session, site, instant)
            inside = _inside(session, None if moment is None else instant)
            crowds = _crowds(session, instant, is_now=moment is None)
            closed = dict(_CLOSED.all(session))
        floors, spaces = [], []
        for floor in self.drawing.floors:
            present = 0
            for shape in floor.spaces:
                here = inside.get(shape.id, [])
                held, crowd = bookings.get(shape.id, []), crowds.get(shape.id, 0)
                present += len(here) + crowd
                spaces.append(_space(site, shape, closed.get(shape.id, ""), held, here, crowd, instant))
            floors.append(FloorNow(floor.code, floor.name, present))
        return PlanNow(instant.astimezone(site.timezone), moment is None, tuple(floors), tuple(spaces))


def _bookings(session: Session, site: Site, instant: datetime) -> dict[str, list[_Booked]]:
    """The bookings under way at `instant` and those still to come that local day, by space, in order."""
    _, end = day_bounds(instant.astimezone(site.timezone).date(), site.timezone)
    found: dict[str, list[_Booked]] = {}
    for row in _TO_COME.all(session, instant=instant, end=end):
        booked = _Booked(*row)
        found.setdefault(booked.space_id, []).append(booked)
    return found


def _inside(session: Session, moment: datetime | None) -> dict[str, list[_Inside]]:
    """Who is (or was, at `moment`) in each space; initials only for those who chose to be named on the plan."""
    rows = _NOW.all(session) if moment is None else _THEN.all(session, moment=moment)
    found: dict[str, list[_Inside]] = {}
    for visit_id, name, space_id, seat_id, named in rows:
        initials = "".join(word[:1] for word in name.split()[:2]).upper() if named else ""
        found.setdefault(space_id, []).append(_Inside(visit_id, name if named else "", initials, seat_id or ""))
    return found


def _crowds(session: Session, instant: datetime, *, is_now: bool) -> dict[str, int]:
    """How many people, not scanned, are (or were, at `instant`) in each space."""
    found = _CROWDS_NOW if is_now else _CROWDS_THEN
    return dict(found.all(session, moment=instant, horizon=horizon(instant)))


def _space(
    site: Site, shape: SpaceShape, closed: str, bookings: list[_Booked], inside: list[_Inside], crowd: int, at: datetime
) -> SpaceNow:
    seats = _seats(shape, inside)
    current = next((b for b in bookings if b.starts_at <= at), None)
    following = next((b for b in bookings if b.starts_at > at), None)
    surface = _surface(shape)
    zone = site.timezone
    if closed:
        state, headline, detail, until = SpaceState.CLOSED, translate("Plan", "Fermé"), closed, None
    elif current is not None:
        until = current.ends_at.astimezone(zone)
        is_event = current.kind is BookingKind.EVENT
        state = SpaceState.EVENT if is_event else SpaceState.TAKEN
        pattern = (
            translate("Plan", "Événement jusqu’à {hour}") if is_event else translate("Plan", "Pris jusqu’à {hour}")
        )
        headline, detail = pattern.format(hour=time_text(until)), _title(current)
        if crowd:
            detail = translate("Plan", "{title} · {count} là").format(title=current.title, count=crowd)
    elif following is not None and following.starts_at - at <= timedelta(minutes=site.soon_minutes):
        state, until = SpaceState.SOON, following.starts_at.astimezone(zone)
        minutes = max(1, -(-int((following.starts_at - at).total_seconds()) // 60))
        headline = translate("Plan", "Bientôt pris · dans {minutes} min").format(minutes=minutes)
        detail = f"{time_text(until)} {_title(following)}"
    else:
        until = following.starts_at.astimezone(zone) if following is not None else None
        state, headline = _free(seats, until, len(inside) + crowd)
        detail = surface
    return SpaceNow(
        shape.id, shape.name, shape.floor, state, headline, detail, len(inside) + crowd, shape.rentable, seats, until
    )


def _free(seats: tuple[SeatNow, ...], until: datetime | None, inside: int) -> tuple[SpaceState, str]:
    """The state and words of a space that nothing holds: an open space counts its places."""
    if seats:
        free = sum(seat.state is SpaceState.FREE for seat in seats)
        if free == 0:
            return SpaceState.TAKEN, translate("Plan", "Complet · {total} places").format(total=len(seats))
        if free == 1:
            return SpaceState.FREE, translate("Plan", "1 place libre sur {total}").format(total=len(seats))
        return SpaceState.FREE, translate("Plan", "{free} places libres sur {total}").format(
            free=free, total=len(seats)
        )
    if until is not None:
        return SpaceState.FREE, translate("Plan", "Libre jusqu’à {hour}").format(hour=time_text(until))
    if inside == 1:
        return SpaceState.FREE, translate("Plan", "Libre · 1 personne")
    if inside > 1:
        return SpaceState.FREE, translate("Plan", "Libre · {count} personnes").format(count=inside)
    return SpaceState.FREE, translate("Plan", "Libre")


def _seats(shape: SpaceShape, inside: list[_Inside]) -> tuple[SeatNow, ...]:
    taken = {person.seat_id: person for person in inside if person.seat_id}
    return tuple(
        SeatNow(seat.id, seat.number, SpaceState.TAKEN, person.initials, person.name, person.visit_id)
        if (person := taken.get(seat.id)) is not None
        else SeatNow(seat.id, seat.number, SpaceState.FREE)
        for seat in shape.seat_points
    )


def _title(booking: _Booked) -> str:
    if booking.people:
        return translate("Plan", "{title} ({people})").format(title=booking.title, people=booking.people)
    return booking.title


def _surface(shape: SpaceShape) -> str:
    if not shape.counted:
        return translate("Plan", "{seats} places").format(seats=shape.seats)
    surface = f"{shape.surface:.0f}"
    if shape.seats:
        return translate("Plan", "{surface}\u00a0m² · {seats} places").format(surface=surface, seats=shape.seats)
    return translate("Plan", "{surface}\u00a0m²").format(surface=surface)
