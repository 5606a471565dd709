"""Whether a space is on the plan for all of a time. Asked of every booking, so it reads no drawing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, bindparam, exists, literal, select
from sqlalchemy.orm import Session, aliased

from desk.clock import local_day
from desk.errors import Refused
from desk.formats import day as day_text
from desk.language import translate
from models.plans import PlanPlace, PlanVersion
from models.prepared import Prepared
from models.site import Site
from models.spaces import WHOLE, Space

_later = aliased(PlanVersion)
_until = aliased(PlanVersion)
# The first plan, in force at some time from `start` until `end`, on which the space is not. A plan is in force until
# a later one has begun; a whole is on no drawing.
_MISSING = Prepared(
    select(PlanVersion.starts_at, Space.name)
    .join(Space, literal(True))
    .where(
        Space.id == bindparam("space"),
        Space.kind != WHOLE,
        PlanVersion.starts_at < bindparam("end"),
        ~exists().where(
            and_(_later.number > PlanVersion.number, _later.starts_at <= PlanVersion.starts_at)
        ),
        ~exists().where(and_(_until.number > PlanVersion.number, _until.starts_at <= bindparam("start"))),
        ~exists().where(and_(PlanPlace.version == PlanVersion.number, PlanPlace.space_id == Space.id)),
    )
    .order_by(PlanVersion.number)
    .limit(1)
)  # fmt: skip


def off_plan(session: Session, site: Site, space_id: str, start: datetime, end: datetime) -> Refused | None:
    """The refusal for a space that is not on the plan at some time from `start` until `end`; wholes are not asked."""
    row = _MISSING.first(session, space=space_id, start=start, end=end)
    if row is None:
        return None
    since, name = row
    sentence = translate("PlanDays", "{space} n’est pas sur le plan du {day}.")
    return Refused("off_plan", sentence.format(space=name, day=day_text(local_day(max(since, start), site.timezone))))
