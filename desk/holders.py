"""Who stands at the desk: a member, the guest of a day pass, or a guest let in by name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk import turnstile
from desk.language import translate
from models.guests import Guest
from models.passes import DayPass
from models.people import Member
from models.visits import Visit


@dataclass(frozen=True)
class Holder:
    """Exactly one of the three. A guest may have a `host`, the member who answers for them."""

    member: Member | None = None
    day_pass: DayPass | None = None
    guest: Guest | None = None
    host: Member | None = None

    @property
    def id(self) -> str:
        """The identifier in its own table."""
        held = self.member or self.day_pass or self.guest
        assert held is not None
        return held.id

    @property
    def kind(self) -> turnstile.Holder:
        """Which column of visits names this kind of holder."""
        if self.member is not None:
            return "member_id"
        return "pass_id" if self.day_pass is not None else "guest_id"

    @property
    def name(self) -> str:
        """The name as greeted."""
        if self.member is not None:
            return self.member.name
        if self.guest is not None:
            return self.guest.name
        assert self.day_pass is not None
        return self.day_pass.guest_name or translate("Checkin", "Pass n° {number}").format(number=self.day_pass.number)

    @property
    def reference(self) -> str:
        """What a remedy carries so that this very holder is meant: the kind and the identifier."""
        return f"{self.kind}:{self.id}"


_PASS_HOLDER = select(DayPass).where(DayPass.code == bindparam("code"))


def by_pass(session: Session, code: str) -> Holder | None:
    """The holder of a day pass; None for a code that is on none."""
    day_pass = session.scalar(_PASS_HOLDER, {"code": code})
    return None if day_pass is None else Holder(day_pass=day_pass)


def by_reference(session: Session, reference: str) -> Holder | None:
    """The holder that a remedy named; None when it names no member and no pass of the house."""
    kind, _, key = reference.partition(":")
    if kind == "member_id" and (member := session.get(Member, key)) is not None:
        return Holder(member=member)
    if kind == "pass_id" and (day_pass := session.get(DayPass, key)) is not None:
        return Holder(day_pass=day_pass)
    return None


def of_visit(session: Session, visit: Visit) -> Holder:
    """Whose visit it is."""
    if visit.member_id is not None:
        return Holder(member=session.get_one(Member, visit.member_id))
    if visit.pass_id is not None:
        return Holder(day_pass=session.get_one(DayPass, visit.pass_id))
    host = session.get(Member, visit.host_member_id) if visit.host_member_id is not None else None
    return Holder(guest=session.get_one(Guest, visit.guest_id), host=host)
