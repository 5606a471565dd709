"""Members: found by name with typos and without accents, listed with their plan and card."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.bus import Bus, Changed, Topic
from desk.names import searchable, similarity
from desk.seating import is_inside
from desk.work import Work
from models.cards import Card
from models.membership import Membership, Plan
from models.people import Member
from models.visits import Visit

LETTERS_NEEDED = 2
_GOOD_ENOUGH = 70.0


@dataclass(frozen=True)
class MemberListed:
    """A member in a list. `card_code` is empty for one whose card is revoked or was never made."""

    id: str
    number: int
    name: str
    plan: str
    card_code: str
    status: str


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
            day = today.astimezone(zone).date()
            plans: dict[str, tuple[bool, object, str]] = {}
            for membership, name in session.execute(
                select(Membership, Plan.name).join(Plan, Plan.code == Membership.plan_code)
            ):
                rank = (membership.covers(day), membership.valid_until, name)
                if membership.member_id not in plans or rank[:2] > plans[membership.member_id][:2]:
                    plans[membership.member_id] = rank
            in_force = session.execute(select(Card.member_id, Card.code).where(Card.revoked_at.is_(None)))
            cards: dict[str, str] = {row.member_id: row.code for row in in_force}
            return tuple(
                MemberListed(
                    m.id, m.number, m.name, plans[m.id][2] if m.id in plans else "", cards.get(m.id, ""), m.status.value
                )
                for m in session.scalars(select(Member).order_by(Member.number))
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
            if score >= _GOOD_ENOUGH:
                scored.append((-score, member.name, member))
        best = [member for _, _, member in sorted(scored, key=lambda s: s[:2])[:limit]]
        with self._work.read() as session:
            inside = set(
                session.scalars(select(Visit.member_id).where(*is_inside(), Visit.member_id.in_([m.id for m in best])))
            )
        return tuple(MemberFound(m.id, m.number, m.name, m.plan, m.id in inside) for m in best)
