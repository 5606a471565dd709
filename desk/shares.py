"""The register of cooperators and their shares: who is admitted, in which college, and what they subscribe.

Each function works inside a unit of work and writes one journal record in the operational stream, with full content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.work import Unit
from models.cooperators import Cooperator, CooperatorCategory, ShareMovement
from models.journal import Stream
from models.people import Member

PUBLIC_BODIES_MOST = 5_000
"""The part of the capital that public bodies may hold together, in basis points (loi n° 47-1775, art. 19 septies)."""


@dataclass(frozen=True)
class NewCooperator:
    """Someone admitted to the cooperative; `member_id` when they also work in the place."""

    name: str
    category: CooperatorCategory
    college: str
    is_public_body: bool = False
    member_id: str | None = None


@dataclass(frozen=True)
class CooperatorAdmitted:
    """The cooperator's identity and number in the register."""

    id: str
    number: int
    name: str


@dataclass(frozen=True)
class SharesSubscribed:
    """What a cooperator holds after a subscription, the capital after it (cents), and a warning, mostly empty."""

    shares: int
    capital_cents: int
    warning: str = ""


def admit_cooperator(unit: Unit, new: NewCooperator) -> CooperatorAdmitted | Refused:
    """Write a person or a body into the register of cooperators; they count once they hold a share."""
    name = " ".join(new.name.split())
    if not name:
        return Refused("no_name", translate("Shares", "Donnez un nom."))
    member = unit.session.get(Member, new.member_id) if new.member_id else None
    if new.member_id and member is None:
        return Refused("no_member", translate("Shares", "Ce membre est introuvable."))
    number = (unit.session.scalar(select(func.max(Cooperator.number))) or 0) + 1
    row = Cooperator(
        id=new_id(), number=number, name=name, category=new.category, college=new.college,
        is_public_body=new.is_public_body, member_id=new.member_id,
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    body = {
        "schema": 1, "cooperator": number, "name": name, "category": new.category.value, "college": new.college,
        "public_body": new.is_public_body, "member": member.number if member else None,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "cooperator.admitted", body)
    unit.changed(Topic.PEOPLE)
    return CooperatorAdmitted(row.id, number, name)


def subscribe_shares(
    unit: Unit, cooperator_id: str, shares: int, nominal_cents: int, on_day: date
) -> SharesSubscribed | Refused:
    """Add a line to the register of shares, dated `on_day`; warns when public bodies pass half of the capital."""
    cooperator = unit.session.get(Cooperator, cooperator_id)
    if cooperator is None:
        return Refused("no_cooperator", translate("Shares", "Il n’y a pas de sociétaire à ce numéro."))
    if shares <= 0 or nominal_cents <= 0:
        return Refused("empty", translate("Shares", "Une souscription compte au moins une part."))
    unit.session.add(
        ShareMovement(
            id=new_id(), cooperator_id=cooperator.id, on_day=on_day, shares=shares, nominal_cents=nominal_cents
        )
    )
    unit.session.flush()
    body = {
        "schema": 1, "cooperator": cooperator.number, "name": cooperator.name, "college": cooperator.college,
        "day": on_day.isoformat(), "shares": shares, "nominal": nominal_cents,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "shares.subscribed", body)
    unit.changed(Topic.PEOPLE)
    held = _held(unit.session, cooperator.id)
    capital, public = _capital(unit.session), _capital(unit.session, public_only=True)
    if public * 10_000 <= capital * PUBLIC_BODIES_MOST:
        return SharesSubscribed(held, capital)
    warning = translate("Shares", "Les collectivités publiques tiennent maintenant plus de la moitié du capital.")
    return SharesSubscribed(held, capital, warning)


def _held(session: Session, cooperator_id: str) -> int:
    held = select(func.sum(ShareMovement.shares)).where(ShareMovement.cooperator_id == cooperator_id)
    return session.scalar(held) or 0


def _capital(session: Session, *, public_only: bool = False) -> int:
    cents = select(func.sum(ShareMovement.shares * ShareMovement.nominal_cents))
    if public_only:
        cents = cents.join(Cooperator, Cooperator.id == ShareMovement.cooperator_id).where(Cooperator.is_public_body)
    return session.scalar(cents) or 0
