"""The movements of a visit: someone comes in, leaves, or turns out to have left; and the greeting that answers.

Each works inside a unit of work and writes one journal record; whoever calls has decided that it may happen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import holders, turnstile
from desk.basis_words import forced_words
from desk.bus import Topic
from desk.entitlements import Entitlement
from desk.errors import Refused, Remedy
from desk.greetings import Greeting, greeting_for
from desk.headcount import count_inside
from desk.holders import Holder
from desk.ids import new_id
from desk.language import translate
from desk.seating import Place, Seating, is_inside
from desk.verdicts import ScanOutcome, Verdict
from desk.work import Unit
from models.journal import Stream
from models.visits import Basis, RefusedScan, Visit

RAW_KEPT = 200


class Movements:
    """What happens at the door, once decided."""

    def __init__(self, seating: Seating) -> None:
        self.seating = seating

    # --- in and out ------------------------------------------------------------------------------------------

    def enter(self, unit: Unit, holder: Holder, used: Entitlement, code: str = "", forced: str = "") -> ScanOutcome:
        """Someone comes in with what `used` says; `forced` is the refusal that was set aside, if one was."""
        space_id, seat_id = self._place(unit.session, holder, used)
        visit = turnstile.enter(
            unit.session, id=new_id(), **{holder.kind: holder.id}, name=holder.name, basis=used.basis,
            membership_id=used.membership_id, units_used=used.units, booking_id=used.booking_id,
            host_member_id=holder.host.id if holder.host else None, space_id=space_id, seat_id=seat_id,
            entered_at=unit.now, forced=forced,
        )  # fmt: skip
        self.burn(unit, visit, used.units)
        unit.record(Stream.OPERATIONS, "visit.entered", facts(visit, holder))
        unit.changed(Topic.VISITS)
        return self.outcome(unit, Verdict.IN, holder, visit, code, used)

    def leave(self, unit: Unit, holder: Holder, visit: Visit, code: str = "") -> ScanOutcome:
        """Someone leaves."""
        turnstile.leave(unit.session, visit, max(unit.now, visit.entered_at))
        unit.record(Stream.OPERATIONS, "visit.left", facts(visit, holder))
        unit.changed(Topic.VISITS)
        return with_loans(unit, holder, self.outcome(unit, Verdict.OUT, holder, visit, code))

    def suppose_left(self, unit: Unit, visit: Visit, at: datetime) -> datetime:
        """End a visit whose exit nobody saw, recorded as supposed; the answer is `at` in the site's zone."""
        turnstile.suppose_left(unit.session, visit, at, unit.now)
        told = facts(visit, holders.of_visit(unit.session, visit))
        unit.record(Stream.OPERATIONS, "visit.left_supposed", {**told, "at": at.isoformat()})
        unit.changed(Topic.VISITS)
        return at.astimezone(unit.site.timezone)

    @staticmethod
    def burn(unit: Unit, visit: Visit, units: int) -> None:
        """Take `units` of the visit's book, or give them back when negative."""
        if units and visit.membership_id is not None:
            turnstile.burn(unit.session, visit.membership_id, units)
            unit.changed(Topic.PEOPLE)

    def _place(self, session: Session, holder: Holder, used: Entitlement) -> Place:
        """The room of the booking; beside the host for a guest; else the usual room, where a seat is free."""
        if used.space_id is not None:
            return (used.space_id if used.space_id in self.seating.spaces else None), None
        usual = holder.member.usual_space_id if holder.member else None
        if holder.host is not None:
            beside = session.scalar(select(Visit.space_id).where(*is_inside(), Visit.member_id == holder.host.id))
            usual = beside or holder.host.usual_space_id
        return self.seating.free_place(session, usual)

    # --- the answer ------------------------------------------------------------------------------------------

    def refuse(self, unit: Unit, code: str, raw: str, refused: Refused, holder: Holder | None) -> ScanOutcome:
        """Say why not, and keep it: the reason and what was read, shortened when absurdly long."""
        member = holder.member if holder else None
        if holder is not None and holder.guest is None:
            refused = with_force(refused, holder)
        kept = raw[:RAW_KEPT]
        unit.session.add(
            RefusedScan(
                id=new_id(), at=unit.now, raw=kept, reason=refused.code, member_id=member.id if member else None
            )
        )
        number = member.number if member else None
        body = {"schema": 1, "raw": kept, "length": len(raw), "reason": refused.code, "member": number}
        unit.record(Stream.OPERATIONS, "scan.refused", body)
        greeting = self._greeting(unit, holder, None, None) if holder else None
        return ScanOutcome(
            Verdict.REFUSED, code[:RAW_KEPT], unit.now, member_number=number, greeting=greeting, refused=refused
        )

    def outcome(
        self, unit: Unit, verdict: Verdict, holder: Holder, visit: Visit, code: str, used: Entitlement | None = None
    ) -> ScanOutcome:
        """The answer about a visit; `used` when something was just taken into use."""
        number = holder.member.number if holder.member else None
        greeting = self._greeting(unit, holder, visit, used)
        return ScanOutcome(verdict, code, unit.now, visit.id, number, greeting)

    def _greeting(self, unit: Unit, holder: Holder, visit: Visit | None, used: Entitlement | None) -> Greeting:
        place = self.seating.place_name(visit.space_id, visit.seat_id) if visit else ""
        return greeting_for(unit.session, unit.site, unit.now, holder.name, holder.member, visit, used, place)


def with_loans(unit: Unit, holder: Holder, outcome: ScanOutcome) -> ScanOutcome:
    """Whoever leaves is asked for what they were lent; nobody is kept from leaving."""
    from desk.lending import reading  # most houses lend little, and each start imports this module

    held = reading.held_by(unit.session, holder.kind, holder.id)
    if not held or outcome.greeting is None:
        return outcome
    notice, remedies = reading.reminder(held)
    return replace(outcome, greeting=replace(outcome.greeting, notice=notice, remedies=remedies))


FORCIBLE = frozenset(
    {
        "expired", "not_yet_valid", "no_plan", "book_empty", "blocked", "gone", "wrong_day", "wrong_half", "cancelled",
        "guest_limit", "trial_used", "full",
    }
)  # fmt: skip
"""What a manager may set aside. Never a code that nobody knows or that was misread, nor someone who is in already."""


def with_force(refused: Refused, holder: Holder) -> Refused:
    """The refusal with the manager's remedy, where one is allowed."""
    if refused.code not in FORCIBLE:
        return refused
    remedy = Remedy("force", translate("Checkin", "Faire entrer quand même…"), holder.reference)
    return replace(refused, remedies=(*refused.remedies, remedy))


def full(unit: Unit) -> Refused | None:
    """The refusal when the head-count has reached the safety limit."""
    if count_inside(unit.session, unit.now) < unit.site.safety_limit:
        return None
    sentence = translate("Checkin", "La maison est pleine\u00a0: {limit} personnes, la limite de sécurité.")
    who = Remedy("show_presence", translate("Checkin", "Voir qui est là"))
    return Refused("full", sentence.format(limit=unit.site.safety_limit), (who,))


def facts(visit: Visit, holder: Holder) -> Mapping[str, object]:
    """What the journal says of a visit; of an ordinary one nothing about hosts, bookings and force."""
    told: dict[str, object] = {
        "schema": 1,
        "visit": visit.id,
        "name": visit.name,
        "member": holder.member.number if holder.member else None,
        "pass": holder.day_pass.number if holder.day_pass else None,
        "basis": visit.basis.value,
        "units": visit.units_used,
        "space": visit.space_id,
        "seat": visit.seat_id,
    }
    if holder.guest is not None:
        told["guest"] = holder.guest.id
    if holder.host is not None:
        told["host"] = holder.host.number
    if visit.booking_id is not None:
        told["booking"] = visit.booking_id
    if visit.forced:
        told["forced"] = visit.forced
    return told


def forced_entitlement() -> Entitlement:
    """What a visit uses when a manager let it happen all the same."""
    return Entitlement(Basis.FORCED, forced_words())
