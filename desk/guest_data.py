"""What the house holds about guests, seen from a member: those they received, and themselves before they were one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, aliased

from desk.guest_rights import contact_key
from desk.lending import personal as loans
from desk.names import searchable
from desk.seating import is_inside
from models.guests import Guest
from models.people import Member
from models.visits import Visit

_Host = aliased(Member)


def received(session: Session, member: Member) -> list[tuple[datetime, str]]:
    """When a member received whom, the last first; the names that are past their term are gone."""
    theirs = select(Visit.entered_at, Visit.name).where(Visit.host_member_id == member.id)
    return [(at, name) for at, name in session.execute(theirs.order_by(Visit.entered_at.desc()))]


def came_as_guest(session: Session, member: Member) -> list[tuple[datetime, datetime | None, str]]:
    """The visits that a member made as a guest, under the same name and contact: from, until, and whose guest."""
    rows = session.execute(
        select(Visit.entered_at, Visit.left_at, _Host.given_name, _Host.family_name)
        .outerjoin(_Host, _Host.id == Visit.host_member_id)
        .where(Visit.guest_id.in_(_themselves(session, member)))
        .order_by(Visit.entered_at.desc())
    )
    return [(entered, left, f"{given or ''} {family or ''}".strip()) for entered, left, given, family in rows]


def is_inside_as_guest(session: Session, member: Member) -> bool:
    """Whether a member is in the house now, let in as a guest."""
    theirs = Visit.guest_id.in_(_themselves(session, member))
    return session.scalar(select(Visit.id).where(*is_inside(), theirs).limit(1)) is not None


def forget(session: Session, member: Member) -> None:
    """Blank what a member did as a guest. Whoever they received stays to their own term: it is their own name."""
    known = _themselves(session, member)
    session.execute(update(Visit).where(Visit.guest_id.in_(known)).values(name="", guest_id=None, booking_id=None))
    loans.forget_guests(session, known)
    session.execute(delete(Guest).where(Guest.id.in_(known)))


def _themselves(session: Session, member: Member) -> list[str]:
    keys = {key for key in (contact_key(member.email), contact_key(member.phone)) if key}
    same = select(Guest.id).where(Guest.name_key == searchable(member.name), Guest.contact_key.in_(keys))
    return list(session.scalars(same)) if keys else []
