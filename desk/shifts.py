"""Shifts: who held the desk from when to when, and the word left for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.ids import new_id
from desk.work import Unit
from models.staff import Facilitator, Shift


@dataclass(frozen=True)
class ShiftListed:
    """One holding of the desk; `ended_at` is None for the one under way. Instants aware, in the site's zone."""

    name: str
    started_at: datetime
    ended_at: datetime | None
    note: str


def last(session: Session, zone: ZoneInfo, limit: int) -> tuple[ShiftListed, ...]:
    """The last shifts, the latest first; instants in `zone`."""
    rows = session.execute(
        select(Shift, Facilitator.name)
        .join(Facilitator, Facilitator.id == Shift.facilitator_id)
        .order_by(Shift.started_at.desc())
        .limit(limit)
    )
    return tuple(
        ShiftListed(
            name,
            shift.started_at.astimezone(zone),
            shift.ended_at.astimezone(zone) if shift.ended_at is not None else None,
            shift.note,
        )
        for shift, name in rows
    )


def take(unit: Unit, person: Facilitator) -> str:
    """Open the person's shift, or go on with it after a lock; the answer is the last note they may not have read."""
    still_open = unit.session.scalar(select(Shift).where(Shift.ended_at.is_(None)))
    if still_open is not None and still_open.facilitator_id == person.id:
        return ""
    end(unit, "")
    unit.session.flush()
    mine = select(func.max(Shift.started_at)).where(Shift.facilitator_id == person.id)
    left = select(Shift.note).where(Shift.note != "").order_by(Shift.ended_at.desc()).limit(1)
    last_here = unit.session.scalar(mine)
    if last_here is not None:
        left = left.where(Shift.ended_at >= last_here)
    unit.session.add(Shift(id=new_id(), facilitator_id=person.id, started_at=unit.now))
    return unit.session.scalar(left) or ""


def end(unit: Unit, note: str) -> None:
    """End whatever shift is under way, with a word for the next one."""
    for shift in unit.session.scalars(select(Shift).where(Shift.ended_at.is_(None))):
        shift.ended_at, shift.note = unit.now, note
