"""What every scan reads and writes, each one statement compiled once: the greeting must come within a blink.

The members and visits given back belong to no session: they are for reading, and writing goes through here.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from desk.seating import is_inside
from models.cards import Card
from models.membership import Membership
from models.people import Member, MemberStatus
from models.prepared import Prepared, as_object
from models.visits import Visit

Holder = Literal["member_id", "pass_id", "guest_id"]

# Someone forgotten inside for weeks may leave at last, and show the badge twice.
_LONGEST_VISIT = timedelta(days=60)
_CARD = (Card.revoked_at, Card.revoked_reason)
_MEMBER = (
    *(Member.id, Member.number, Member.given_name, Member.family_name, Member.status, Member.blocked_reason),
    *(Member.usual_space_id, Member.message),
)
_MEMBER_KEYS = [column.key for column in _MEMBER]
_VISIT_KEYS = [column.key for column in Visit.__table__.columns]
_EMPTY: dict[str, Any] = {**dict.fromkeys(_VISIT_KEYS), "forced": "", "units_used": 0}


def _open(holder: InstrumentedAttribute[str | None]) -> Select[*tuple[Any, ...]]:
    return select(*Visit.__table__.columns).where(holder == bindparam("holder"), *is_inside())


def _left(holder: InstrumentedAttribute[str | None]) -> Select[*tuple[Any, ...]]:
    """Among the visits begun recently, because the index is by holder and entry."""
    ended = Visit.left_at.between(bindparam("since"), bindparam("now"))
    mine = (holder == bindparam("holder"), Visit.entered_at >= bindparam("recent"), Visit.annulled_at.is_(None))
    return select(*Visit.__table__.columns).where(*mine, ended).order_by(Visit.left_at.desc()).limit(1)


_BY_CARD = Prepared(
    select(*_CARD, *_MEMBER).join(Member, Member.id == Card.member_id).where(Card.code == bindparam("code"))
)
_HOLDERS: dict[Holder, InstrumentedAttribute[str | None]] = {
    "member_id": Visit.member_id, "pass_id": Visit.pass_id, "guest_id": Visit.guest_id,
}  # fmt: skip
_OPEN = {holder: Prepared(_open(column)) for holder, column in _HOLDERS.items()}
_LEFT = {holder: Prepared(_left(column)) for holder, column in _HOLDERS.items()}
_STANDING = Prepared(
    select(Member.status, *Visit.__table__.columns)
    .join(Member, Member.id == Visit.member_id)
    .where(Visit.id == bindparam("visit"), *is_inside())
)
_ENTER = Prepared(insert(Visit), _VISIT_KEYS)
_LEAVE = Prepared(update(Visit).where(Visit.id == bindparam("visit")).values(left_at=bindparam("at")))
_SUPPOSE_LEFT = Prepared(
    update(Visit).where(Visit.id == bindparam("visit")).values(left_at=bindparam("at"), supposed_at=bindparam("now"))
)
_ENTITLED = ("basis", "membership_id", "units_used", "booking_id")
_ENTITLE = Prepared(
    update(Visit).where(Visit.id == bindparam("visit")).values({key: bindparam(key) for key in _ENTITLED})
)
_BURN = Prepared(
    update(Membership)
    .where(Membership.id == bindparam("membership"))
    .values(units_left=Membership.units_left - bindparam("units"))
)


def by_card(session: Session, code: str) -> tuple[datetime | None, str, Member] | None:
    """When and why a card was revoked (None: it is in force) and whose it is; None for a card nobody has."""
    row = _BY_CARD.first(session, code=code)
    if row is None:
        return None
    revoked_at, reason, *values = row
    return revoked_at, reason, as_object(Member, dict(zip(_MEMBER_KEYS, values, strict=True)))


def open_visit(session: Session, holder: Holder, holder_id: str) -> Visit | None:
    """The visit under way. It is not always the last by its hour: a clock may have been set back."""
    return _visit(_OPEN[holder].first(session, holder=holder_id))


def standing(session: Session, visit_id: str) -> tuple[MemberStatus, Visit] | None:
    """The visit under way of a member, with the member's status; None for anyone and anything else."""
    row = _STANDING.first(session, visit=visit_id)
    return None if row is None else (row[0], as_object(Visit, dict(zip(_VISIT_KEYS, row[1:], strict=True))))


def just_left(session: Session, holder: Holder, holder_id: str, since: datetime, now: datetime) -> Visit | None:
    """The last visit that ended from `since` to `now`."""
    recent = since - _LONGEST_VISIT
    return _visit(_LEFT[holder].first(session, holder=holder_id, since=since, now=now, recent=recent))


def enter(session: Session, **values: Any) -> Visit:
    """Write a new visit; `values` are its columns, those left out are empty."""
    whole = _EMPTY | values
    visit = as_object(Visit, whole)
    _ENTER.run(session, **whole)
    return visit


def leave(session: Session, visit: Visit, at: datetime) -> None:
    """End a visit at `at`."""
    visit.left_at = at
    _LEAVE.run(session, visit=visit.id, at=at)


def suppose_left(session: Session, visit: Visit, at: datetime, now: datetime) -> None:
    """End a visit at `at`, as somebody supposes at `now`: nobody saw the person leave."""
    visit.left_at, visit.supposed_at = at, now
    _SUPPOSE_LEFT.run(session, visit=visit.id, at=at, now=now)


def entitle(session: Session, visit: Visit, **values: Any) -> None:
    """Change what lets an open visit happen; `values` are the columns of `_ENTITLED`."""
    for name, value in values.items():
        setattr(visit, name, value)
    _ENTITLE.run(session, visit=visit.id, **values)


def burn(session: Session, membership_id: str, units: int) -> None:
    """Take `units` from a book, or give them back when negative; the database refuses to go below zero."""
    _BURN.run(session, membership=membership_id, units=units)


def _visit(row: tuple[Any, ...] | None) -> Visit | None:
    return None if row is None else as_object(Visit, dict(zip(_VISIT_KEYS, row, strict=True)))
