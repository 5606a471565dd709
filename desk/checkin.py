"""Check-in: who a scan is, whether they come in or leave, and what stands in the way, with what would resolve it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from desk import codes, corrections, entitlements, exits, holders, movements, nonces, receipt_codes, turnstile
from desk.clock import local_day
from desk.entitlements import Entitlement
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.holders import Holder
from desk.keyboard_layouts import undo_layout
from desk.language import translate
from desk.movements import Movements
from desk.rights import Act, anyone, needs
from desk.seating import is_inside
from desk.verdicts import ScanOutcome, Verdict
from desk.work import Unit, Work
from models.cards import Card
from models.passes import DayPass
from models.people import Member
from models.visits import Visit

__all__ = ["Checkin", "ScanOutcome", "Verdict"]


class Checkin:
    """The door. Every method is one transaction."""

    def __init__(self, work: Work, moves: Movements) -> None:
        self._work = work
        self._moves = moves

    @anyone(Act.SCAN)
    def scan(self, raw: str, nonce: str = "") -> ScanOutcome:
        """A code was read: let its holder in, or out, or say why not. A refusal is kept with its reason.

        `nonce` names this very scan: sent again with the same one, because its answer was lost, it changes nothing.
        """
        # A turnstile's standard input may hold halves of characters, which nothing can store.
        raw = raw.encode("utf-8", "replace").decode()
        parsed = codes.parse(undo_layout(raw))
        with self._work.write() as unit:
            if isinstance(parsed, codes.CodeProblem):
                refused = _receipt() if receipt_codes.begins(raw) else _not_a_code(parsed)
                return self._moves.refuse(unit, raw.strip(), raw, refused, None)
            holder, objection = self._holder(unit, parsed.text)
            if holder is None and (counted := self._group(unit, parsed.text, raw, nonce)) is not None:
                return counted
            if holder is None or objection is not None:
                return self._moves.refuse(unit, parsed.text, raw, objection or _unknown(), holder)
            if not nonce:
                return self.pass_through(unit, holder, parsed.text, raw)
            answered = nonces.visit_of(unit, nonce)
            if answered is None:
                return nonces.remember(unit, nonce, self.pass_through(unit, holder, parsed.text, raw))
            if getattr(answered, holder.kind) == holder.id:
                return self._moves.outcome(unit, Verdict.REPEAT, holder, answered, parsed.text)
            # A nonce used twice, for two people, names neither scan.
            return self.pass_through(unit, holder, parsed.text, raw)

    @needs(Act.LET_IN)
    def arrive_or_leave(self, member_id: str) -> ScanOutcome:
        """A member found by name, who has no card at hand."""
        with self._work.write() as unit:
            member = unit.session.get(Member, member_id)
            if member is None:
                return self._moves.refuse(unit, "", "", _unknown(), None)
            return self.pass_through(unit, Holder(member=member), "", "")

    def admit_pass(self, unit: Unit, day_pass: DayPass) -> ScanOutcome:
        """Let in the guest who has just bought `day_pass`, inside the sale's own unit of work."""
        return self.pass_through(unit, Holder(day_pass=day_pass), day_pass.code, day_pass.code)

    def pass_through(self, unit: Unit, holder: Holder, code: str, raw: str) -> ScanOutcome:
        """In when outside, out when inside; a way out ignores validity."""
        current = turnstile.open_visit(unit.session, holder.kind, holder.id)
        moved = current or self._just_left(unit, holder)
        if moved is not None and self._just_moved(unit, moved):
            return self._moves.outcome(unit, Verdict.REPEAT, holder, moved, code)
        if current is None:
            return self._enter(unit, holder, code, raw)
        if exits.is_forgotten(unit.site, current, unit.now):
            supposed = self.suppose_left(unit, current, exits.proposed(unit.site, current, unit.now))
            return replace(self._enter(unit, holder, code, raw), supposed_exit=supposed)
        return self._moves.leave(unit, holder, current, code)

    @needs(Act.LET_IN)
    def undo(self, visit_id: str) -> ScanOutcome | Refused:
        """Take a movement back within the site's delay: an entry is annulled (a unit given back), an exit reopened."""
        with self._work.write() as unit:
            return corrections.undo(unit, self._moves, visit_id)

    @needs(Act.LET_IN)
    def seat(self, visit_id: str, space_id: str, seat_id: str | None) -> Refused | None:
        """Seat someone who is in at a free workstation (or only in a room, with no seat)."""
        with self._work.write() as unit:
            return corrections.seat(unit, self._moves, visit_id, space_id, seat_id)

    @needs(Act.LET_IN)
    def leave(self, visit_id: str) -> ScanOutcome | Refused:
        """Check out someone who is in, from the list of who is in."""
        with self._work.write() as unit:
            visit = corrections.open_visit(unit.session, visit_id)
            if visit is None:
                return corrections.not_inside()
            return self._moves.leave(unit, holders.of_visit(unit.session, visit), visit)

    def suppose_left(self, unit: Unit, visit: Visit, at: datetime) -> datetime:
        """End, inside `unit`, a visit whose exit nobody saw, recorded as supposed; the answer is `at` in the zone."""
        return self._moves.suppose_left(unit, visit, at)

    def seen_inside(self, unit: Unit, visit: Visit) -> None:
        """Note, inside `unit`, that the person is still there: the visit is no longer a forgotten one."""
        corrections.seen_inside(unit, visit)

    def full(self, unit: Unit) -> Refused | None:
        """The refusal when the head-count has reached the safety limit, inside `unit`."""
        return movements.full(unit)

    # --- who is it -------------------------------------------------------------------------------------------

    def _holder(self, unit: Unit, code: str) -> tuple[Holder | None, Refused | None]:
        """Whose code it is, and why it opens nothing; a revoked card is refused in its member's name."""
        found = turnstile.by_card(unit.session, code)
        if found is None:
            holder = holders.by_pass(unit.session, code)
            return holder, None if holder is not None else _unknown()
        revoked_at, reason, member = found
        return Holder(member=member), None if revoked_at is None else _revoked(unit, revoked_at, reason, member)

    def _group(self, unit: Unit, code: str, raw: str, nonce: str) -> ScanOutcome | None:
        """What the code does when it is that of a rental, shared by its participants; looked at after all others."""
        from desk import groups  # few scans are of a group, and each start imports this module

        return groups.scanned(unit, self._moves, code, raw, nonce)

    def _just_left(self, unit: Unit, holder: Holder) -> Visit | None:
        """The visit that ended within the seconds in which a badge shown again changes nothing."""
        since = unit.now - timedelta(seconds=unit.site.repeat_seconds)
        return turnstile.just_left(unit.session, holder.kind, holder.id, since, unit.now)

    def _just_moved(self, unit: Unit, visit: Visit) -> bool:
        moved = visit.left_at or visit.entered_at
        # A clock set back must not make a scan look like a repeat for hours: only the next seconds count.
        return timedelta(0) <= unit.now - moved < timedelta(seconds=unit.site.repeat_seconds)

    def _enter(self, unit: Unit, holder: Holder, code: str, raw: str) -> ScanOutcome:
        used = entitlement_of(unit, holder)
        refused = used if isinstance(used, Refused) else movements.full(unit)
        if refused is not None:
            return self._moves.refuse(unit, code, raw, refused, holder)
        assert isinstance(used, Entitlement)
        return self._moves.enter(unit, holder, used, code)


def entitlement_of(unit: Unit, holder: Holder) -> Entitlement | Refused:
    """What a member or a pass comes in with now, or why not."""
    if holder.member is not None:
        return entitlements.for_member(unit.session, unit.site, holder.member, unit.now)
    assert holder.day_pass is not None
    return entitlements.for_pass(unit.site, holder.day_pass, unit.now)


def _revoked(unit: Unit, revoked_at: datetime, reason: str, member: Member) -> Refused:
    sentence = translate("Checkin", "Cette carte a été annulée le {day}\u00a0: {reason}.").format(
        day=day_text(local_day(revoked_at, unit.site.timezone)),
        reason=reason or translate("Checkin", "remplacée"),
    )
    inside = unit.session.scalar(select(Visit.id).where(*is_inside(), Visit.member_id == member.id))
    act = translate("Checkin", "Faire sortir {name}") if inside else translate("Checkin", "Faire entrer {name}")
    remedies = [Remedy("enter_by_name", act.format(name=member.name), member.id)]
    in_force = select(Card.code).where(Card.member_id == member.id, Card.revoked_at.is_(None))
    if unit.session.scalar(in_force) is None:
        remedies.append(Remedy("new_card", translate("Checkin", "Refaire sa carte"), member.id))
    return Refused("revoked", sentence, tuple(remedies))


def _search() -> Remedy:
    return Remedy("search", translate("Checkin", "Chercher par le nom"))


def _unknown() -> Refused:
    return Refused(
        "unknown",
        translate("Checkin", "Cette carte n’est pas connue de la maison."),
        (_search(), entitlements.remedy_sell_pass()),
    )


def _receipt() -> Refused:
    """A receipt was shown at the door; the window of the desk would have found its sale."""
    sentence = translate("Checkin", "C’est le code d’un reçu\u00a0: il n’ouvre pas la porte. Montrez-le à l’accueil.")
    return Refused("receipt", sentence, (_search(),))


def _not_a_code(problem: codes.CodeProblem) -> Refused:
    """What was read is no code of the house: whoever stands there may still be found by their name."""
    return replace(problem.refused(), remedies=(_search(),))
