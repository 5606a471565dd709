"""What a space is called on a day, and whether it is let: the one rule that prices, quotes and sales all follow.

The name is that of the plan in force on the day. A space that this plan has not is called as by the first plan to come
that has it; without either, and for a whole, as its row says.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session

from desk.names import searchable
from models.plans import PlanPlace, PlanVersion
from models.prepared import Prepared
from models.spaces import WHOLE, Space, SpacePart

_EVER = datetime(9999, 12, 31, tzinfo=UTC)
_INSTANT = PlanVersion.starts_at.type
_FIRST = 1
"""The plan that a house was founded with; it was known before anything was published."""


class Named(NamedTuple):
    """A space on a day: what it is called, and whether it is let then or later."""

    name: str
    is_let: bool


def _statement(*condition: Any) -> Select[str, str, bool]:
    known = or_(PlanVersion.number == _FIRST, PlanVersion.published_at <= bindparam("known", type_=_INSTANT))
    in_force = (
        select(func.max(PlanVersion.number))
        .where(PlanVersion.starts_at <= bindparam("moment", type_=_INSTANT), known)
        .scalar_subquery()
    )
    placed = (PlanPlace.space_id == Space.id, PlanPlace.version >= in_force)
    name = (
        select(PlanPlace.name)
        .join(PlanVersion, PlanVersion.number == PlanPlace.version)
        .where(*placed, known)
        .order_by(PlanPlace.version)
        .limit(1)
        .correlate(Space)
        .scalar_subquery()
    )
    let = exists().where(*placed, PlanPlace.rentable).correlate(Space)
    is_let = case((or_(Space.kind == WHOLE, in_force.is_(None)), Space.rentable), else_=let)
    return select(Space.id, func.coalesce(name, Space.name), is_let).where(*condition)


_ONE = Prepared(_statement(Space.id == bindparam("space")))
_ALL = Prepared(_statement())
_DRAWN = Prepared(
    select(PlanPlace.space_id, PlanPlace.name).where(
        PlanPlace.version
        >= select(func.max(PlanVersion.number))
        .where(PlanVersion.starts_at <= bindparam("moment", type_=_INSTANT))
        .scalar_subquery()
    )
)
_SHIPPED = Prepared(select(Space.id, Space.name).where(Space.kind != bindparam("kind")))
_WHOLES = Prepared(
    select(Space.id, Space.name, SpacePart.part_id)
    .join(SpacePart, SpacePart.whole_id == Space.id)
    .order_by(Space.name, SpacePart.part_id)
)


def name_on(session: Session, space_id: str, moment: datetime, known_at: datetime = _EVER) -> str:
    """What a space is called at an instant (aware), by the plans that were published until `known_at`.

    Raises LookupError for a space that never was. Asked of every price, so it reads no drawing.
    """
    row = _ONE.first(session, space=space_id, moment=moment, known=known_at)
    if row is None:
        raise LookupError(f"no space {space_id}")
    return str(row[1])


def named_on(session: Session, moment: datetime) -> dict[str, Named]:
    """Every space that ever was, as it is called at an instant."""
    rows = _ALL.all(session, moment=moment, known=_EVER)
    return {space_id: Named(name, bool(is_let)) for space_id, name, is_let in rows}


def drawn_names(session: Session, moment: datetime) -> dict[str, set[str]]:
    """The names, as they are searched, of each space on the plan in force or on one to come."""
    rows = _DRAWN.all(session, moment=moment) or _SHIPPED.all(session, kind=WHOLE)
    found: dict[str, set[str]] = {}
    for space_id, name in rows:
        found.setdefault(space_id, set()).add(searchable(name))
    return found


def wholes_of(session: Session) -> tuple[tuple[str, str, str], ...]:
    """The id and the name of each whole with the id of one of its spaces: as many times as it has spaces."""
    return tuple((space_id, name, part) for space_id, name, part in _WHOLES.all(session))


def whole_names(session: Session) -> frozenset[str]:
    """The names that spaces made of others have."""
    return frozenset(name for _, name, _ in wholes_of(session))
