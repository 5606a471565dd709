"""Members: found by name with typos and without accents, listed with their plan and card."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from desk.bus import Bus, Changed, Topic
from desk.clock import local_day
from desk.language import translate
from desk.name_search import NameSearch
from desk.names import searchable
from desk.seating import is_inside
from desk.work import Work
from models.cards import Card
from models.membership import Membership, Plan
from models.people import Member, MemberStatus
from models.prepared import Prepared
from models.visits import Visit

LETTERS_NEEDED = 2
# Made once: the box asks at each letter.
_SOME: BindParameter[list[str]] = bindparam("members", expanding=True)
_INSIDE = select(Visit.member_id).where(*is_inside(), Visit.member_id.in_(_SOME))
_HELD = (
    select(*(Membership.member_id, Membership.valid_from, Membership.valid_until, Membership.units_left))
    .add_columns(Plan.name, Plan.kind)
    .join(Plan, Plan.code == Membership.plan_code)
    .order_by(Membership.id)
)
_HELD_BY = _HELD.where(Membership.member_id.in_(_SOME))
_SAME_NUMBER = 100.0


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


class _Named(NamedTuple):
    """A member as the box looks for one; in this order, those who are as likely as each other are answered."""

    name: str
    number: int
    id: str


_NAMES = Prepared(select(Member.given_name, Member.family_name, Member.number, Member.id))


class Members:
    """The people with a membership. The names are kept in memory, read again only after a change of people."""

    def __init__(self, work: Work, bus: Bus) -> None:
        self._work = work
        self._index: tuple[list[_Named], NameSearch] | None = None
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
        with self._work.read() as session:
            if self._index is None:
                self._index = _indexed(session)
            best = _best(*self._index, wanted, limit)
            day = local_day(self._work.clock.now(), self._work.site(session).timezone)
            ids = [member.id for member in best]
            plans = plans_held(session, day, ids)
            inside = set(session.scalars(_INSIDE, {"members": ids}))
        found = []
        for member in best:
            plan = plans[member.id].name if member.id in plans else ""
            found.append(MemberFound(member.id, member.number, member.name, plan, member.id in inside))
        return tuple(found)


def _indexed(session: Session) -> tuple[list[_Named], NameSearch]:
    names = sorted(_Named(f"{given} {family}".strip(), *rest) for given, family, *rest in _NAMES.all(session))
    return names, NameSearch([searchable(member.name) for member in names])


def _best(names: list[_Named], index: NameSearch, wanted: str, limit: int) -> list[_Named]:
    """Those whose name resembles what was typed, and the one whose number it is."""
    scored = [(-score, names[place]) for score, place in index.best(wanted, limit)]
    if wanted.isdecimal():
        scored += [(-_SAME_NUMBER, member) for member in names if wanted == str(member.number)]
    return list(dict.fromkeys(member for _, member in sorted(scored)))[:limit]


def plans_held(session: Session, day: date, members: Collection[str] | None = None) -> dict[str, PlanHeld]:
    """What each member holds (or each of `members`): the plan in force on `day` that lasts longest, else the last."""
    rows = session.execute(_HELD) if members is None else session.execute(_HELD_BY, {"members": list(members)})
    best: dict[str, tuple[tuple[bool, date], PlanHeld]] = {}
    for owner, first, last, units, name, kind in rows:
        covers = first <= day <= last
        if owner not in best or (covers, last) > best[owner][0]:
            held = PlanHeld(name, first, last, units if kind.is_book else None, covers)
            best[owner] = ((covers, last), held)
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
