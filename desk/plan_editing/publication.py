"""Publishing a plan: from a local midnight on it is the plan of the house; the days before keep theirs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, select

from desk.bus import Topic
from desk.clock import local_day, local_instant
from desk.errors import Refused
from desk.floorplan import FloorPlan, SpaceShape, read_plan
from desk.floorplan_file import MAX_BYTES, BadPlanError
from desk.formats import day as day_text
from desk.language import translate
from desk.plan_editing.checks import problems
from desk.plan_editing.letting import LEAST_PARTS, put_to_let
from desk.plan_editing.names import whole_names
from desk.plan_editing.obstacles import obstacle
from desk.plan_editing.parts import plain, settled
from desk.plan_editing.svg import svg_text
from desk.plan_editing.versions import SHIPPED, SINCE_EVER, Plans, come_into_force
from desk.plan_editing.withdrawal import next_number
from desk.work import Unit
from models.journal import Stream
from models.plans import PlanDraft, PlanPlace, PlanVersion
from models.spaces import Space, SpacePart

FURTHEST = timedelta(days=366)
"""How long beforehand a plan may be published."""


@dataclass(frozen=True)
class Published:
    """A plan that is published: its number, its first day, the counted surface in m² and the workstations.

    `given_up` are the names of the wholes of which it leaves fewer than two spaces: they end when its day comes.
    """

    number: int
    starts_on: date
    surface: float
    workstations: int
    given_up: tuple[str, ...] = ()


def latest(unit: Unit) -> tuple[int, datetime]:
    """The number of the last published plan and since when it holds; the shipped drawing when there is none."""
    row = unit.session.execute(
        select(PlanVersion.number, PlanVersion.starts_at).order_by(PlanVersion.number.desc()).limit(1)
    ).first()
    return (SHIPPED, SINCE_EVER) if row is None else (row[0], row[1])


def publish(unit: Unit, plans: Plans, plan: FloorPlan, based_on: int, day: date) -> Published | Refused:
    """Make `plan` the plan of the house from `day` on; everything that it would break refuses it."""
    number, since = latest(unit)
    if based_on != number:
        sentence = translate(
            "PlanPublication", "Un autre plan a été publié depuis ce brouillon\u00a0: repartez de lui."
        )
        return Refused("outdated", sentence)
    refused = _bad_day(unit, day, since)
    if refused is not None:
        return refused
    plan = settled(plan)
    wrong = problems(plan, whole_names(unit.session))
    if wrong:
        return Refused("problems", wrong[0].sentence)
    starts_at = local_instant(day, time(0), unit.site.timezone)
    before = plans.to_edit(unit.session, number)
    if plain(settled(before)) == plain(plan):
        return Refused("same", translate("PlanPublication", "Ce plan est déjà publié\u00a0: rien n’y a changé."))
    refused = obstacle(unit, plan, starts_at)
    if refused is not None:
        return refused
    content = svg_text(plan, _title(unit))
    if (refused := _unreadable(content)) is not None:
        return refused
    if number == SHIPPED:
        _keep_first(unit, before)
    return _written(unit, plans, plan, before, content, starts_at, day)


def _bad_day(unit: Unit, day: date, since: datetime) -> Refused | None:
    zone = unit.site.timezone
    today = local_day(unit.now, zone)
    if day < today:
        return Refused("past", translate("PlanPublication", "Un plan se publie pour aujourd’hui ou pour plus tard."))
    last = local_day(since, zone)
    if day < last:
        sentence = translate(
            "PlanPublication", "Un plan est déjà prévu pour le {day}\u00a0: choisissez ce jour ou après."
        )
        return Refused("before_next", sentence.format(day=day_text(last)))
    if day > today + FURTHEST:
        return Refused("far", translate("PlanPublication", "Un plan se publie un an à l’avance au plus."))
    return None


def _unreadable(content: str) -> Refused | None:
    """A last look through the door by which every plan comes in."""
    try:
        if len(content.encode()) > MAX_BYTES:
            raise BadPlanError(translate("FloorPlan", "le fichier est trop gros pour être un plan."))
        read_plan(content.encode())
    except BadPlanError as doubt:
        sentence = translate("PlanPublication", "Ce plan ne peut pas être publié\u00a0: {why}")
        return Refused("unreadable", sentence.format(why=str(doubt)))
    return None


def _keep_first(unit: Unit, shipped: FloorPlan) -> None:
    """The drawing of the days before the first publication: a later version of the software may ship another."""
    first = PlanVersion(
        number=1, starts_at=SINCE_EVER, content=svg_text(shipped, _title(unit)), published_at=unit.now,
        published_by="", in_force_since=unit.now,
    )  # fmt: skip
    unit.session.add(first)
    unit.session.flush()
    _places(unit, 1, shipped)


def _written(
    unit: Unit, plans: Plans, plan: FloorPlan, before: FloorPlan, content: str, starts_at: datetime, day: date
) -> Published:
    number = next_number(unit)
    version = PlanVersion(
        number=number, starts_at=starts_at, content=content, published_at=unit.now,
        published_by=unit.operator.id, in_force_since=None,
    )  # fmt: skip
    unit.session.add(version)
    unit.session.flush()
    here = {space.id for space in plans.at(unit.session, unit.now).spaces}
    for space in plan.spaces:
        row = unit.session.get(Space, space.id)
        if row is None:
            unit.session.add(_row(space))
        elif space.id not in here:
            row.rentable = space.rentable
    unit.session.flush()
    _places(unit, number, plan)
    given_up = _left_without_parts(unit, plan)
    put_to_let(unit.session, [(space.id, space.name) for space in plan.spaces if space.rentable])
    if starts_at <= unit.now:
        come_into_force(unit, number)
    unit.session.execute(delete(PlanDraft))
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "plan.published", _body(number, day, plan, before, content))
    unit.changed(Topic.SPACES, Topic.BOOKINGS, Topic.VISITS, Topic.PRICES)
    return Published(number, day, round(plan.surface, 2), plan.workstations, given_up)


def _left_without_parts(unit: Unit, plan: FloorPlan) -> tuple[str, ...]:
    """The names of the wholes of which the plan has fewer than two spaces."""
    kept = {space.id for space in plan.spaces}
    parts: dict[str, list[bool]] = {}
    rows = unit.session.execute(select(Space.name, SpacePart.part_id).join(SpacePart, SpacePart.whole_id == Space.id))
    for name, part in rows:
        parts.setdefault(name, []).append(part in kept)
    return tuple(sorted(name for name, own in parts.items() if sum(own) < LEAST_PARTS))


def _row(space: SpaceShape) -> Space:
    return Space(
        id=space.id, name=space.name, floor=space.floor, kind=space.kind, seats=space.seats,
        workstations=space.workstations, rentable=space.rentable,
    )  # fmt: skip


def _places(unit: Unit, number: int, plan: FloorPlan) -> None:
    unit.session.add_all(
        PlanPlace(
            version=number, space_id=space.id, name=space.name, floor=space.floor, kind=space.kind, seats=space.seats,
            workstations=space.workstations, rentable=space.rentable,
        )
        for space in plan.spaces
    )  # fmt: skip
    unit.session.flush()


def _body(number: int, day: date, plan: FloorPlan, before: FloorPlan, content: str) -> dict[str, object]:
    old, new = ({space.id: space for space in one.spaces} for one in (before, plan))
    return {
        "schema": 1, "plan": number, "from": day.isoformat(),
        "content_sha256": hashlib.sha256(content.encode()).hexdigest(),
        "square_centimetres": round(plan.surface * 10_000), "workstations": plan.workstations,
        "added": [{"space": space.id, "name": space.name} for space in plan.spaces if space.id not in old],
        "removed": [{"space": space.id, "name": space.name} for space in before.spaces if space.id not in new],
        "renamed": [
            {"space": space.id, "before": old[space.id].name, "name": space.name}
            for space in plan.spaces
            if space.id in old and old[space.id].name != space.name
        ],
    }  # fmt: skip


def _title(unit: Unit) -> str:
    return translate("PlanPublication", "{house}, plan des espaces").format(house=unit.site.house_name)
