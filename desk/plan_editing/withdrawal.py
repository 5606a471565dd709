"""Withdrawing a plan before its day has come: the house keeps the plan it has, what was drawn is a draft again."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import delete, func, select

from desk.bus import Topic
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import day as day_text
from desk.language import translate
from desk.plan_editing.letting import let_go, tend_wholes
from desk.plan_editing.obstacles import obstacle
from desk.plan_editing.versions import Plans
from desk.work import Unit
from models.journal import Stream
from models.plans import PlanDraft, PlanPlace, PlanVersion, PlanWithdrawal


def planned(unit: Unit) -> PlanVersion | None:
    """The last published plan while its day has not come, None when the last one is in force."""
    last = unit.session.scalar(select(PlanVersion).order_by(PlanVersion.number.desc()).limit(1))
    return last if last is not None and not _has_come(unit, last) else None


def withdraw(unit: Unit, plans: Plans, number: int) -> Refused | None:
    """Take the plan of that number back; refused when its day has come, when another follows, when it was promised."""
    last = unit.session.scalar(select(PlanVersion).order_by(PlanVersion.number.desc()).limit(1))
    wanted = unit.session.get(PlanVersion, number)
    refused = _objection(unit, wanted, last)
    if refused is not None or wanted is None:
        return refused
    before = _number_before(unit, number)
    refused = obstacle(unit, plans.to_edit(unit.session, before), wanted.starts_at)
    if refused is not None:
        return refused
    _draft_of(unit, wanted, before)
    day = local_day(wanted.starts_at, unit.site.timezone)
    body = {
        "schema": 1, "plan": number, "from": day.isoformat(),
        "content_sha256": hashlib.sha256(wanted.content.encode()).hexdigest(),
    }  # fmt: skip
    unit.session.add(
        PlanWithdrawal(
            number=number, starts_at=wanted.starts_at, content=wanted.content, published_at=wanted.published_at,
            published_by=wanted.published_by, withdrawn_at=unit.now, withdrawn_by=unit.operator.id,
        )
    )  # fmt: skip
    unit.session.flush()
    added = _only_there(unit, number)
    unit.session.execute(delete(PlanPlace).where(PlanPlace.version == number))
    unit.session.execute(delete(PlanVersion).where(PlanVersion.number == number))
    for space_id in added:
        let_go(unit.session, space_id)
    tend_wholes(unit)
    unit.record(Stream.OPERATIONS, "plan.withdrawn", body)
    unit.changed(Topic.SPACES, Topic.BOOKINGS, Topic.VISITS, Topic.PRICES)
    return None


def next_number(unit: Unit) -> int:
    """The number of the next plan: none is given twice, other windows remember the drawing of each."""
    taken = (PlanVersion.number, PlanWithdrawal.number)
    return 1 + max(int(unit.session.scalar(select(func.max(column))) or 0) for column in taken)


def _has_come(unit: Unit, version: PlanVersion) -> bool:
    return version.in_force_since is not None or version.starts_at <= unit.now


def _objection(unit: Unit, wanted: PlanVersion | None, last: PlanVersion | None) -> Refused | None:
    if wanted is None or last is None:
        return Refused("no_plan", translate("PlanWithdrawal", "Aucun plan n’est prévu\u00a0: rien n’est à retirer."))
    if _has_come(unit, wanted):
        sentence = translate(
            "PlanWithdrawal",
            "Ce plan est en vigueur depuis le {day}\u00a0: il ne se retire plus, publiez-en un autre.",
        )
        return Refused("in_force", sentence.format(day=_day(unit, wanted.starts_at)))
    if wanted.number != last.number:
        sentence = translate(
            "PlanWithdrawal", "Un plan suit celui-ci, prévu pour le {day}\u00a0: retirez d’abord le dernier."
        )
        return Refused("followed", sentence.format(day=_day(unit, last.starts_at)))
    return None


def _day(unit: Unit, moment: datetime) -> str:
    return day_text(local_day(moment, unit.site.timezone))


def _number_before(unit: Unit, number: int) -> int:
    found = unit.session.scalar(select(func.max(PlanVersion.number)).where(PlanVersion.number < number))
    assert found is not None, "a publication keeps the plan before it"
    return int(found)


def _draft_of(unit: Unit, wanted: PlanVersion, before: int) -> None:
    """A draft that was begun from it goes on from the plan before; where there is none, its drawing becomes one."""
    row = unit.session.get(PlanDraft, 1)
    if row is None:
        unit.session.add(PlanDraft(id=1, content=wanted.content, based_on=before, revision=1, saved_at=unit.now))
    elif row.based_on == wanted.number:
        row.based_on, row.revision = before, row.revision + 1
    unit.session.flush()


def _only_there(unit: Unit, number: int) -> list[str]:
    """The spaces that no plan in force, past or still to come has but this one."""
    elsewhere = select(PlanPlace.space_id).where(PlanPlace.version != number)
    return list(
        unit.session.scalars(
            select(PlanPlace.space_id).where(PlanPlace.version == number, PlanPlace.space_id.not_in(elsewhere))
        )
    )
