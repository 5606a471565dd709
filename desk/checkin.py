"""Check-in: a scan in, a scan out, and what stands in the way, with what would resolve it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk import codes, entitlements, exits, turnstile
from desk.bus import Topic
from desk.entitlements import Entitlement
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.greetings import Greeting, greeting_for
from desk.headcount import count_inside
from desk.ids import new_id
from desk.keyboard_layouts import undo_layout
from desk.language import translate
from desk.seating import Seating, is_inside
from desk.work import Unit, Work
from models.journal import Stream
from models.passes import DayPass
from models.people import Member
from models.visits import RefusedScan, Visit

RAW_KEPT = 200


class Verdict(StrEnum):
    """The answer of a scan; `repeat` is the same badge again within seconds, which changes nothing."""

    IN = "in"
    OUT = "out"
    REPEAT = "repeat"
    REFUSED = "refused"


@dataclass(frozen=True)
class ScanOutcome:
    """What a scan did. `greeting` is present unless nobody was recognised; `refused` only for a refusal.

    `supposed_exit` (aware, site's zone) is when an earlier visit, forgotten open, was taken to have ended.
    """

    verdict: Verdict
    code: str
    at: datetime
    visit_id: str = ""
    member_number: int | None = None
    greeting: Greeting | None = None
    refused: Refused | None = None
    supposed_exit: datetime | None = None

    @property
    def reason(self) -> str:
        """The code of the refusal, empty when there is none."""
        return self.refused.code if self.refused else ""


@dataclass(frozen=True)
class _Holder:
    """Who stands at the desk: a member, or the guest of a day pass."""

    member: Member | None = None
    day_pass: DayPass | None = None

    @property
    def member_id(self) -> str | None:
        return self.member.id if self.member else None

    @property
    def id(self) -> str:
        held = self.member or self.day_pass
        assert held is not None
        return held.id

    @property
    def kind(self) -> turnstile.Holder:
        """Which column of visits names this kind of holder."""
        return "pass_id" if self.day_pass else "member_id"

    @property
    def name(self) -> str:
        if self.member is not None:
            return self.member.name
        assert self.day_pass is not None
        return self.day_pass.guest_name or translate("Checkin", "Pass n° {number}").format(number=self.day_pass.number)


_PASS_HOLDER = select(DayPass).where(DayPass.code == bindparam("code"))


class Checkin:
    """The door. Every method is one transaction."""

    def __init__(self, work: Work, seating: Seating) -> None:
        self._work = work
        self._seating = seating

    def scan(self, raw: str) -> ScanOutcome:
        """A code was read: let its holder in, or out, or say why not. A refusal is kept with its reason."""
        # A turnstile's standard input may hold halves of characters, which nothing can store.
        raw = raw.encode("utf-8", "replace").decode()
        parsed = codes.parse(undo_layout(raw))
        with self._work.write() as unit:
            if isinstance(parsed, codes.CodeProblem):
                return self._refuse(unit, raw.strip(), raw, parsed.refused(), None)
            holder, refused = self._holder(unit, parsed.text)
            if holder is None or refused is not None:
                return self._refuse(unit, parsed.text, raw, refused or _unknown(), holder)
            return self.pass_through(unit, holder, parsed.text, raw)

    def arrive_or_leave(self, member_id: str) -> ScanOutcome:
        """A member found by name, who has no card at hand."""
        with self._work.write() as unit:
            member = unit.session.get(Member, member_id)
            if member is None:
                return self._refuse(unit, "", "", _unknown(), None)
            return self.pass_through(unit, _Holder(member=member), "", "")

    def admit_pass(self, unit: Unit, day_pass: DayPass) -> ScanOutcome:
        """Let in the guest who has just bought `day_pass`, inside the sale's own unit of work."""
        return self.pass_through(unit, _Holder(day_pass=day_pass), day_pass.code, day_pass.code)

    def pass_through(self, unit: Unit, holder: _Holder, code: str, raw: str) -> ScanOutcome:
        """In when outside, out when inside; a way out ignores validity."""
        current = self._open_visit(unit.session, holder)
        moved = current or self._just_left(unit, holder)
        if moved is not None and self._just_moved(unit, moved):
            return self._outcome(unit, Verdict.REPEAT, holder, moved, code)
        if current is None:
            return self._enter(unit, holder, code, raw)
        if exits.is_forgotten(unit.site, current, unit.now):
            supposed = self.suppose_left(unit, current, exits.proposed(unit.site, current, unit.now))
            return replace(self._enter(unit, holder, code, raw), supposed_exit=supposed)
        return self._leave(unit, holder, current, code)

    def undo(self, visit_id: str) -> ScanOutcome | Refused:
        """Take a movement back within the site's delay: an entry is annulled (a unit given back), an exit reopened."""
        with self._work.write() as unit:
            visit = unit.session.get(Visit, visit_id)
            if visit is None or visit.annulled_at is not None:
                return Refused("annulled", translate("Checkin", "Ce passage a déjà été annulé."))
            if unit.now - exits.noted_at(visit) > timedelta(minutes=unit.site.undo_minutes):
                sentence = translate(
                    "Checkin", "Ce passage ne peut plus être annulé\u00a0: plus de {minutes} minutes ont passé."
                )
                return Refused("too_late", sentence.format(minutes=unit.site.undo_minutes))
            if visit.left_at is not None:
                return self._reopen(unit, visit)
            return self._annul(unit, visit)

    def seat(self, visit_id: str, space_id: str, seat_id: str | None) -> Refused | None:
        """Seat someone who is in at a free workstation (or only in a room, with no seat)."""
        with self._work.write() as unit:
            visit = unit.session.get(Visit, visit_id)
            if visit is None or visit.left_at is not None or visit.annulled_at is not None:
                return Refused("not_inside", translate("Checkin", "Cette personne n’est plus dans la maison."))
            if space_id not in self._seating.spaces:
                return Refused("no_space", translate("Checkin", "Cet espace n’est pas sur le plan."))
            if seat_id is not None and self._seating.seat_space.get(seat_id) != space_id:
                return Refused("no_seat", translate("Checkin", "Cette place n’existe pas sur le plan."))
            occupant = self._occupant(unit.session, seat_id)
            if occupant and visit.seat_id != seat_id:
                return Refused("taken", translate("Checkin", "Cette place est prise par {name}.").format(name=occupant))
            visit.space_id, visit.seat_id = space_id, seat_id
            unit.record(Stream.OPERATIONS, "visit.seated", _facts(visit, self._holder_of(unit.session, visit)))
            unit.changed(Topic.VISITS)
            return None

    def leave(self, visit_id: str) -> ScanOutcome | Refused:
        """Check out someone who is in, from the list of who is in."""
        with self._work.write() as unit:
            visit = unit.session.get(Visit, visit_id)
            if visit is None or visit.left_at is not None or visit.annulled_at is not None:
                return Refused("not_inside", translate("Checkin", "Cette personne n’est plus dans la maison."))
            return self._leave(unit, self._holder_of(unit.session, visit), visit, "")

    def full(self, unit: Unit) -> Refused | None:
        """The refusal when the head-count has reached the safety limit, inside `unit`."""
        inside = count_inside(unit.session, unit.now)
        if inside < unit.site.safety_limit:
            return None
        sentence = translate("Checkin", "La maison est pleine\u00a0: {limit} personnes, la limite de sécurité.")
        who = Remedy("show_presence", translate("Checkin", "Voir qui est là"))
        return Refused("full", sentence.format(limit=unit.site.safety_limit), (who,))

    # --- who is it -------------------------------------------------------------------------------------------

    def _holder(self, unit: Unit, code: str) -> tuple[_Holder | None, Refused | None]:
        """Whose code it is, and why it opens nothing; a revoked card is refused in its member's name."""
        found = turnstile.by_card(unit.session, code)
        if found is None:
            day_pass = unit.session.scalar(_PASS_HOLDER, {"code": code})
            return (None, _unknown()) if day_pass is None else (_Holder(day_pass=day_pass), None)
        revoked_at, reason, member = found
        return _Holder(member=member), None if revoked_at is None else _revoked(unit, revoked_at, reason, member)

    def _occupant(self, session: Session, seat_id: str | None) -> str | None:
        return session.scalar(select(Visit.name).where(*is_inside(), Visit.seat_id == seat_id)) if seat_id else None

    def _holder_of(self, session: Session, visit: Visit) -> _Holder:
        if visit.member_id is not None:
            return _Holder(member=session.get_one(Member, visit.member_id))
        return _Holder(day_pass=session.get_one(DayPass, visit.pass_id))

    def _open_visit(self, session: Session, holder: _Holder) -> Visit | None:
        return turnstile.open_visit(session, holder.kind, holder.id)

    def _just_left(self, unit: Unit, holder: _Holder) -> Visit | None:
        """The visit that ended within the seconds in which a badge shown again changes nothing."""
        since = unit.now - timedelta(seconds=unit.site.repeat_seconds)
        return turnstile.just_left(unit.session, holder.kind, holder.id, since, unit.now)

    def _last_visit(self, session: Session, holder: _Holder) -> Visit | None:
        mine = getattr(Visit, holder.kind) == holder.id
        found = select(Visit).where(mine, Visit.annulled_at.is_(None)).order_by(Visit.entered_at.desc())
        return self._open_visit(session, holder) or session.scalar(found.limit(1))

    def _just_moved(self, unit: Unit, visit: Visit) -> bool:
        moved = visit.left_at or visit.entered_at
        # A clock set back must not make a scan look like a repeat for hours: only the next seconds count.
        return timedelta(0) <= unit.now - moved < timedelta(seconds=unit.site.repeat_seconds)

    # --- what happens ----------------------------------------------------------------------------------------

    def _enter(self, unit: Unit, holder: _Holder, code: str, raw: str) -> ScanOutcome:
        entitlement = self._entitlement(unit, holder)
        refused = entitlement if isinstance(entitlement, Refused) else self.full(unit)
        if refused is not None:
            return self._refuse(unit, code, raw, refused, holder)
        assert isinstance(entitlement, Entitlement)
        usual = holder.member.usual_space_id if holder.member else None
        space_id, seat_id = self._seating.free_place(unit.session, usual)
        visit = turnstile.enter(
            unit.session, id=new_id(), member_id=holder.member_id,
            pass_id=holder.day_pass.id if holder.day_pass else None, name=holder.name, basis=entitlement.basis,
            membership_id=entitlement.membership_id, units_used=entitlement.units, space_id=space_id, seat_id=seat_id,
            entered_at=unit.now,
        )  # fmt: skip
        self._burn(unit, visit, entitlement.units)
        unit.record(Stream.OPERATIONS, "visit.entered", _facts(visit, holder))
        unit.changed(Topic.VISITS)
        return self._outcome(unit, Verdict.IN, holder, visit, code, entitlement)

    def _leave(self, unit: Unit, holder: _Holder, visit: Visit, code: str) -> ScanOutcome:
        turnstile.leave(unit.session, visit, max(unit.now, visit.entered_at))
        unit.record(Stream.OPERATIONS, "visit.left", _facts(visit, holder))
        unit.changed(Topic.VISITS)
        return self._outcome(unit, Verdict.OUT, holder, visit, code)

    def suppose_left(self, unit: Unit, visit: Visit, at: datetime) -> datetime:
        """End, inside `unit`, a visit whose exit nobody saw, recorded as supposed; the answer is `at` in the zone."""
        turnstile.suppose_left(unit.session, visit, at, unit.now)
        facts = _facts(visit, self._holder_of(unit.session, visit))
        unit.record(Stream.OPERATIONS, "visit.left_supposed", {**facts, "at": at.isoformat()})
        unit.changed(Topic.VISITS)
        return at.astimezone(unit.site.timezone)

    def seen_inside(self, unit: Unit, visit: Visit) -> None:
        """Note, inside `unit`, that the person is still there: the visit is no longer a forgotten one."""
        visit.seen_at = unit.now
        unit.record(Stream.OPERATIONS, "visit.seen", _facts(visit, self._holder_of(unit.session, visit)))
        unit.changed(Topic.VISITS)

    def _reopen(self, unit: Unit, visit: Visit) -> ScanOutcome | Refused:
        holder = self._holder_of(unit.session, visit)
        last = self._last_visit(unit.session, holder)
        if last is not None and last.id != visit.id:
            return Refused("came_back", translate("Checkin", "{name} est déjà revenu·e.").format(name=holder.name))
        if self._occupant(unit.session, visit.seat_id):
            visit.seat_id = None
        visit.left_at = visit.supposed_at = None
        unit.record(Stream.OPERATIONS, "visit.reopened", _facts(visit, holder))
        unit.changed(Topic.VISITS)
        return self._outcome(unit, Verdict.IN, holder, visit, "")

    def _annul(self, unit: Unit, visit: Visit) -> ScanOutcome:
        holder = self._holder_of(unit.session, visit)
        visit.annulled_at = unit.now
        self._burn(unit, visit, -visit.units_used)
        unit.record(Stream.OPERATIONS, "visit.annulled", _facts(visit, holder))
        unit.changed(Topic.VISITS)
        return self._outcome(unit, Verdict.OUT, holder, visit, "")

    def _burn(self, unit: Unit, visit: Visit, units: int) -> None:
        if units and visit.membership_id is not None:
            turnstile.burn(unit.session, visit.membership_id, units)
            unit.changed(Topic.PEOPLE)

    def _entitlement(self, unit: Unit, holder: _Holder) -> Entitlement | Refused:
        if holder.member is not None:
            return entitlements.for_member(unit.session, unit.site, holder.member, unit.now)
        assert holder.day_pass is not None
        return entitlements.for_pass(unit.site, holder.day_pass, unit.now)

    def _refuse(self, unit: Unit, code: str, raw: str, refused: Refused, holder: _Holder | None) -> ScanOutcome:
        member = holder.member if holder else None
        kept = raw[:RAW_KEPT]
        unit.session.add(
            RefusedScan(
                id=new_id(), at=unit.now, raw=kept, reason=refused.code, member_id=member.id if member else None
            )
        )
        number = member.number if member else None
        body = {"schema": 1, "raw": kept, "length": len(raw), "reason": refused.code, "member": number}
        unit.record(Stream.OPERATIONS, "scan.refused", body)
        return ScanOutcome(
            Verdict.REFUSED,
            code[:RAW_KEPT],
            unit.now,
            member_number=number,
            greeting=self._greeting(unit, holder, None, None) if holder else None,
            refused=refused,
        )

    def _outcome(
        self, unit: Unit, verdict: Verdict, holder: _Holder, visit: Visit, code: str, used: Entitlement | None = None
    ) -> ScanOutcome:
        number = holder.member.number if holder.member else None
        greeting = self._greeting(unit, holder, visit, used)
        return ScanOutcome(verdict, code, unit.now, visit.id, number, greeting)

    def _greeting(self, unit: Unit, holder: _Holder, visit: Visit | None, used: Entitlement | None) -> Greeting:
        place = self._seating.place_name(visit.space_id, visit.seat_id) if visit else ""
        return greeting_for(unit.session, unit.site, unit.now, holder.name, holder.member, visit, used, place)


def _revoked(unit: Unit, revoked_at: datetime, reason: str, member: Member) -> Refused:
    sentence = translate("Checkin", "Cette carte a été annulée le {day}\u00a0: {reason}.").format(
        day=day_text(revoked_at.astimezone(unit.site.timezone).date()),
        reason=reason or translate("Checkin", "remplacée"),
    )
    inside = unit.session.scalar(select(Visit.id).where(*is_inside(), Visit.member_id == member.id))
    act = translate("Checkin", "Faire sortir {name}") if inside else translate("Checkin", "Faire entrer {name}")
    return Refused("revoked", sentence, (Remedy("enter_by_name", act.format(name=member.name), member.id),))


def _unknown() -> Refused:
    return Refused(
        "unknown",
        translate("Checkin", "Cette carte n’est pas connue de la maison."),
        (Remedy("search", translate("Checkin", "Chercher par le nom")), entitlements.remedy_sell_pass()),
    )


def _facts(visit: Visit, holder: _Holder) -> dict[str, object]:
    return {
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
