"""What loans say of a person: shown and taken away with the rest of their data, forgotten at the same terms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from desk.errors import Refused
from desk.language import translate
from desk.lending.reading import held_by
from models.guests import Guest
from models.lending import Loan, Thing
from models.people import Member
from models.visits import Visit


def of_member(session: Session, member: Member) -> list[tuple[str, datetime, datetime, datetime | None]]:
    """What a member was lent, the last first: the thing, when, until when, and when it came back."""
    found = (
        select(Thing.name, Loan.lent_at, Loan.due_at, Loan.returned_at)
        .join(Thing, Thing.id == Loan.thing_id)
        .where(Loan.member_id == member.id)
        .order_by(Loan.lent_at.desc())
    )
    return [(name, lent, due, back) for name, lent, due, back in session.execute(found)]


def keeps(session: Session, member: Member) -> Refused | None:
    """The refusal to forget somebody who still has something of the house."""
    held = held_by(session, "member_id", member.id)
    if not held:
        return None
    sentence = translate("Privacy", "{name} a encore {things}\u00a0: notez-en d’abord le retour.")
    return Refused("loans", sentence.format(name=member.name, things=", ".join(one.thing for one in held)))


def forget_guests(session: Session, guests: list[str] | None = None) -> None:
    """Let loans name these guests no more; all those whom no visit names any more when none are given."""
    gone = Loan.guest_id.in_(guests or ())
    if guests is None:
        known = select(Visit.guest_id).where(Visit.guest_id.is_not(None))
        gone = Loan.guest_id.in_(select(Guest.id).where(Guest.id.not_in(known)))
    session.execute(update(Loan).where(gone).values(guest_id=None))


def forget_old(session: Session, before: datetime) -> None:
    """Let the loans that ended before an instant name no person any more."""
    named = or_(Loan.member_id.is_not(None), Loan.guest_id.is_not(None))
    session.execute(update(Loan).where(Loan.returned_at < before, named).values(member_id=None, guest_id=None))
