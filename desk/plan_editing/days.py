"""Whether a space is on the plan for all of a time. Asked of every booking, so it reads no drawing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, bindparam, case, exists, func, literal, select
from sqlalchemy.orm import Session, aliased

from desk.clock import local_day
from desk.errors import Refused
from desk.formats import day as day_text
from desk.language import translate
from desk.plan_editing.letting import LEAST_PARTS
from models.plans import PlanPlace, PlanVersion
from models.prepared import Prepared
from models.site import Site
from models.spaces import WHOLE, Space, SpacePart

_later = aliased(PlanVersion)
_until = aliased(PlanVersion)
_left = (
    select(func.count())
    .select_from(SpacePart)
    .join(PlanPlace, PlanPlace.space_id == SpacePart.part_id)
    .where(SpacePart.whole_id == Space.id, PlanPlace.version == PlanVersion.number)
    .correlate(Space, PlanVersion)
    .scalar_subquery()
)
_absent = ~exists().where(and_(PlanPlace.version == PlanVersion.number, PlanPlace.space_id == Space.id))
# The first plan, in force at some time from `start` until `end`, on which the space is not. A plan is in force until
# a later one has begun; a whole is on no drawing, but two of its spaces are at least.
_MISSING = Prepared(
    select(PlanVersion.starts_at, Space.name, Space.kind)
    .join(Space, literal(True))
    .where(
        Space.id == bindparam("space"),
        case((Space.kind == WHOLE, _left < LEAST_PARTS), else_=_absent),
        PlanVersion.starts_at < bindparam("end"),
        ~exists().where(
            and_(_later.number > PlanVersion.number, _later.starts_at <= PlanVersion.starts_at)
        ),
        ~exists().where(and_(_until.number > PlanVersion.number, _until.starts_at <= bindparam("start"))),
    )
    .order_by(PlanVersion.number)
    .limit(1)
)  # fmt: skip


def off_plan(session: Session, site: Site, space_id: str, start: datetime, end: datetime) -> Refused | None:
    """The refusal for a space that is not on the plan at some time from `start` until `end`, or for a whole with fewer
    than two spaces on it."""
    row = _MISSING.first(session, space=space_id, start=start, end=end)
    if row is None:
        return None
    since, name, kind = row
    sentence = translate("PlanDays", "{space} n’est pas sur le plan du {day}.")
    if kind == WHOLE:
        sentence = translate(
            "PlanDays", "{space} n’a plus deux espaces sur le plan du {day}\u00a0: choisissez-en un autre."
        )
    return Refused("off_plan", sentence.format(space=name, day=day_text(local_day(max(since, start), site.timezone))))
