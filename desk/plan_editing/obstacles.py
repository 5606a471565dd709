"""What the house has promised or is doing that a plan would break from its day on: bookings, quotes, people seated."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from desk.clock import local_day
from desk.errors import Refused
from desk.floorplan import FloorPlan
from desk.formats import day_time
from desk.language import translate
from desk.seating import is_inside
from desk.work import Unit
from models.bookings import Booking
from models.quotes import Quote
from models.spaces import WHOLE, Space, SpacePart
from models.visits import Visit


def obstacle(unit: Unit, plan: FloorPlan, starts_at: datetime) -> Refused | None:
    """Why this plan cannot be in force from `starts_at` on, None when it can."""
    kept = {space.id for space in plan.spaces}
    drawn = unit.session.scalars(select(Space.id).where(Space.kind != WHOLE))
    gone = sorted(set(drawn) - kept)
    return (
        _booked(unit, gone, starts_at)
        or promised(unit, (*gone, *_wholes_of(unit, gone)), starts_at)
        or _too_small(unit, plan, starts_at)
        or (_seated(unit, plan) if starts_at <= unit.now else None)
    )


def _wholes_of(unit: Unit, gone: Collection[str]) -> list[str]:
    """The wholes that one of these is a part of: who has the whole has it with all its spaces."""
    return list(unit.session.scalars(select(SpacePart.whole_id).where(SpacePart.part_id.in_(gone)).distinct()))


def _booked(unit: Unit, gone: list[str], starts_at: datetime) -> Refused | None:
    """A space that is booked then, by itself or with the whole that it is a part of."""
    if not gone:
        return None
    found = unit.session.execute(
        select(Space.name, Booking.starts_at, Booking.title)
        .join(Space, Space.id == Booking.space_id)
        .where(
            Booking.space_id.in_((*gone, *_wholes_of(unit, gone))),
            Booking.cancelled_at.is_(None),
            Booking.held_until > starts_at,
        )
        .order_by(Booking.starts_at)
        .limit(1)
    ).first()
    if found is None:
        return None
    name, at, title = found
    sentence = translate(
        "PlanObstacles",
        "{space} est réservé le {when} ({title})\u00a0: déplacez ou annulez cette réservation, ou gardez l’espace.",
    )
    return Refused("booked", sentence.format(space=name, when=_when(unit, at), title=title))


def promised(unit: Unit, spaces: Collection[str], since: datetime) -> Refused | None:
    """The refusal while a quote still holds for one of these spaces after an instant."""
    today = local_day(unit.now, unit.site.timezone)
    found = unit.session.execute(
        select(Space.name, Quote.number, Quote.starts_at)
        .join(Space, Space.id == Quote.space_id)
        .where(
            Quote.space_id.in_(spaces), Quote.ends_at > since, Quote.valid_until >= today,
            Quote.sale_id.is_(None), Quote.withdrawn_at.is_(None),
        )
        .order_by(Quote.starts_at)
        .limit(1)
    ).first()  # fmt: skip
    if found is None:
        return None
    name, number, at = found
    sentence = translate(
        "PlanObstacles", "Le devis {number} promet {space} le {when}\u00a0: retirez-le d’abord, ou gardez l’espace."
    )
    return Refused("promised", sentence.format(number=number, space=name, when=_when(unit, at)))


def _too_small(unit: Unit, plan: FloorPlan, starts_at: datetime) -> Refused | None:
    """More people are expected then than a space will have chairs: only where there will be fewer than now."""
    before = {space.id: space.seats for space in unit.session.scalars(select(Space))}
    for space in plan.spaces:
        if not 0 < space.seats < before.get(space.id, 0):
            continue
        found = unit.session.execute(
            select(Booking.people, Booking.starts_at)
            .where(
                Booking.space_id == space.id, Booking.cancelled_at.is_(None), Booking.held_until > starts_at,
                Booking.people > space.seats, Booking.people <= before[space.id],
            )
            .order_by(Booking.starts_at)
            .limit(1)
        ).first()  # fmt: skip
        if found is not None:
            sentence = translate(
                "PlanObstacles",
                "{space} n’aurait que {seats} places, et {people} personnes y sont attendues le {when}.",
            )
            values = {"space": space.name, "seats": space.seats, "people": found[0], "when": _when(unit, found[1])}
            return Refused("too_small", sentence.format(**values))
    return None


def _seated(unit: Unit, plan: FloorPlan) -> Refused | None:
    """Somebody sits, now, at a seat or in a space that the plan no longer has."""
    seats = {seat.id for space in plan.spaces for seat in space.seat_points}
    kept = {space.id for space in plan.spaces}
    rows = unit.session.execute(
        select(Visit.space_id, Visit.seat_id, Space.name)
        .join(Space, Space.id == Visit.space_id)
        .where(*is_inside(), Visit.space_id.is_not(None))
    )
    for space_id, seat_id, name in rows:
        if space_id not in kept:
            sentence = translate(
                "PlanObstacles",
                "Quelqu’un est dans {space} en ce moment\u00a0: changez sa place, ou publiez pour demain.",
            )
            return Refused("seated", sentence.format(space=name))
        if seat_id and seat_id not in seats:
            sentence = translate(
                "PlanObstacles",
                "Quelqu’un est assis au poste {number} de {space}\u00a0: changez sa place, ou publiez pour demain.",
            )
            return Refused("seated", sentence.format(number=seat_id.rpartition("-")[2], space=name))
    return None


def _when(unit: Unit, moment: datetime) -> str:
    return day_time(moment.astimezone(unit.site.timezone))
