"""Members: found by name with typos and without accents, listed with their plan and card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Bus, Changed, Topic
from desk.clock import local_day
from desk.language import translate
from desk.names import GOOD_ENOUGH, searchable, similarity
from desk.seating import is_inside
from desk.work import Work
from models.cards import Card
from models.membership import Membership, Plan
from models.people import Member, MemberStatus
from models.visits import Visit

LETTERS_NEEDED = 2


@dataclass(frozen=True)
class PlanHeld:
    """A plan in force (`is_current`), to come or past, both days included; `units_left` only for a book."""

    name: str
    valid_from: date
    valid_until: date
    units_left: int | None
    is_current: bool


@dataclass(frozen=True)
class MemberListed:
    """A member in a list. `card_code` is empty for one whose card is revoked or was never made.

    `plan` is the name of the plan in force, or of the one held last (`held` says which, None when there is none).
    `situation` says in two words whether the door would open.
    """

    id: str
    number: int
    name: str
    plan: str
    card_code: str
    status: str
    held: PlanHeld | None = None
    situation: str = ""


@dataclass(frozen=True)
class MemberFound:
    """A member found by the box; `inside` when a scan would let them out."""

    id: str
    number: int
    name: str
    plan: str
    inside: bool


class Members:
    """The people with a membership. The names are kept in memory, read again only after a change of people."""

    def __init__(self, work: Work, bus: Bus) -> None:
        self._work = work
        self._index: list[tuple[str, MemberListed]] | None = None
        bus.subscribe(self._forget)

    def _forget(self, changed: Changed) -> None:
        if Topic.PEOPLE in changed.topics:
            self._index = None

    def everyone(self) -> tuple[MemberListed, ...]:
        """All members in the order of their numbers, each with the plan in force today or last held."""
        today = self._work.clock.now()
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            day = local_day(today, zone)
            plans = plans_held(session, day)
            in_force = session.execute(select(Card.member_id, Card.code).where(Card.revoked_at.is_(None)))
            cards: dict[str, str] = {row.member_id: row.code for row in in_force}
            return tuple(
                _listed(member, plans.get(member.id), cards.get(member.id, ""), day)
                for member in session.scalars(select(Member).order_by(Member.number))
            )

    def search(self, text: str, limit: int = 8) -> tuple[MemberFound, ...]:
        """The members whose name (or number) resembles `text`, best first; nothing under two letters."""
        wanted = searchable(text)
        if len(wanted) < LETTERS_NEEDED and not wanted.isdigit():
            return ()
        if self._index is None:
            self._index = [(searchable(m.name), m) for m in self.everyone()]
        scored = []
        for name, member in self._index:
            score = 100.0 if wanted == str(member.number) else similarity(wanted, name)
            if score >= GOOD_ENOUGH:
                scored.append((-score, member.name, member))
        best = [member for _, _, member in sorted(scored, key=lambda s: s[:2])[:limit]]
        with self._work.read() as session:
            inside = set(
                session.scalars(select(Visit.member_id).where(*is_inside(), Visit.member_id.in_([m.id for m in best])))
            )
        return tuple(MemberFound(m.id, m.number, m.name, m.plan, m.id in inside) for m in best)


def plans_held(session: Session, day: date, member_id: str = "") -> dict[str, PlanHeld]:
    """What each member holds (or one of them): the plan in force on `day` that lasts longest, else the last one."""
    rows = select(Membership, Plan).join(Plan, Plan.code == Membership.plan_code)
    if member_id:
        rows = rows.where(Membership.member_id == member_id)
    best: dict[str, tuple[tuple[bool, date], PlanHeld]] = {}
    for membership, plan in session.execute(rows.order_by(Membership.id)):
        rank = (membership.covers(day), membership.valid_until)
        if membership.member_id not in best or rank > best[membership.member_id][0]:
            left = membership.units_left if plan.kind.is_book else None
            held = PlanHeld(plan.name, membership.valid_from, membership.valid_until, left, membership.covers(day))
            best[membership.member_id] = (rank, held)
    return {owner: held for owner, (_, held) in best.items()}


def status_label(status: str) -> str:
    """A member's status on screen; `status` is as in `MemberListed`."""
    return {
        MemberStatus.ACTIVE: translate("Members", "actif·ve"),
        MemberStatus.BLOCKED: translate("Members", "accès suspendu"),
        MemberStatus.GONE: translate("Members", "a quitté la maison"),
    }[MemberStatus(status)]


def situation(member: MemberListed, today: date) -> str:
    """In two words, what the door would say: "à jour", or what stands in the way."""
    held = member.held
    if member.status != MemberStatus.ACTIVE.value:
        return status_label(member.status)
    if held is None:
        return translate("Members", "sans formule")
    if not held.is_current:
        later = held.valid_from > today
        return translate("Members", "pas commencée") if later else translate("Members", "formule expirée")
    if held.units_left == 0:
        return translate("Members", "carnet épuisé")
    return translate("Members", "à jour")


def _listed(member: Member, held: PlanHeld | None, card_code: str, today: date) -> MemberListed:
    plan = held.name if held else ""
    row = MemberListed(member.id, member.number, member.name, plan, card_code, member.status.value, held)
    return replace(row, situation=situation(row, today))
