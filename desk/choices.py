"""Choosing another entitlement for someone who has just come in, while the site's delay for undoing runs.

One act: the unit that the first one burnt is given back and the other's is taken, in one transaction with its record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desk import bookings_today, corrections, entitlements, holders, turnstile
from desk.bus import Topic
from desk.clock import local_day
from desk.entitlements import Entitlement
from desk.errors import Refused
from desk.language import translate
from desk.movements import Movements, facts
from desk.rights import Act, needs
from desk.verdicts import ScanOutcome, Verdict
from desk.work import Unit, Work
from models.journal import Stream
from models.people import MemberStatus
from models.site import Site
from models.visits import Basis, Visit


@dataclass(frozen=True)
class Choice:
    """Another entitlement that would do: `key` names it, `label` is the word on its button."""

    key: str
    label: str


class Choices:
    """What else a visit could use."""

    def __init__(self, work: Work, moves: Movements) -> None:
        self._work = work
        self._moves = moves

    def offered(self, visit_id: str) -> tuple[Choice, ...]:
        """The other entitlements of a member who is in; nothing once the delay is over, or for who is no member."""
        with self._work.read() as session:
            found = _others(session, self._work.site(session), visit_id, self._work.clock.now())
            return tuple(Choice(_key(used), _label(used)) for used in found)

    @needs(Act.LET_IN)
    def choose(self, visit_id: str, key: str) -> ScanOutcome | Refused:
        """Use another entitlement from the entry on. Never two units for one day or half-day, whatever is chosen."""
        with self._work.write() as unit:
            visit = corrections.open_visit(unit.session, visit_id)
            if visit is None:
                return corrections.not_inside()
            refused = corrections.too_late(unit.site, visit, unit.now)
            if refused is not None:
                return refused
            for used in _others(unit.session, unit.site, visit.id, unit.now):
                if _key(used) == key:
                    return self._use(unit, visit, used)
            return Refused("not_offered", translate("Choices", "Ce droit ne peut plus être choisi pour ce passage."))

    def _use(self, unit: Unit, visit: Visit, used: Entitlement) -> ScanOutcome:
        holder = holders.of_visit(unit.session, visit)
        before = {"basis": visit.basis.value, "units": visit.units_used, "membership": visit.membership_id}
        self._moves.burn(unit, visit, -visit.units_used)
        turnstile.entitle(
            unit.session, visit, basis=used.basis, membership_id=used.membership_id, units_used=used.units,
            booking_id=used.booking_id,
        )  # fmt: skip
        self._moves.burn(unit, visit, used.units)
        unit.record(Stream.OPERATIONS, "visit.entitled", {**facts(visit, holder), "before": before})
        unit.changed(Topic.VISITS)
        return self._moves.outcome(unit, Verdict.IN, holder, visit, "", used)


def _others(session: Session, site: Site, visit_id: str, now: datetime) -> list[Entitlement]:
    """What else would let this visit happen: memberships as they stood at its entry, bookings as they stand now."""
    found = turnstile.standing(session, visit_id)
    if found is None:
        return []
    status, visit = found
    member_id = visit.member_id
    if member_id is None or status is not MemberStatus.ACTIVE or visit.forced not in ("", "full"):
        return []
    if corrections.too_late(site, visit, now) is not None:
        return []
    entered = visit.entered_at
    day = local_day(entered, site.timezone)
    held = entitlements.held_by(session, member_id, day)
    plans = [Entitlement(Basis.PLAN, h.name, h.id) for h in held if h.covers(day) and not h.kind.is_book]
    books = entitlements.uses_of_books(session, site, member_id, held, entered, apart_from=visit.id)
    own = bookings_today.own(session, site, member_id, now)
    events = [e for e in bookings_today.events(session, site, now) if e.member_id != member_id]
    booked = [entitlements.for_booking(site, b) for b in (*own, *events)]
    mine = (visit.membership_id, visit.booking_id)
    return [used for used in (*plans, *books, *booked) if (used.membership_id, used.booking_id) != mine]


def _key(used: Entitlement) -> str:
    return f"membership:{used.membership_id}" if used.membership_id else f"booking:{used.booking_id}"


def _label(used: Entitlement) -> str:
    match used.basis:
        case Basis.EVENT | Basis.BOOKING:
            return translate("Choices", "Vient pour\u00a0: {what}").format(what=used.title)
        case _:
            return translate("Choices", "Utiliser\u00a0: {plan}").format(plan=used.label)
