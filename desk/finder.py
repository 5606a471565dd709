"""The box that finds: members, spaces and receipts from a few letters, with typos and without accents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from desk.floorplan import FloorPlan
from desk.formats import day_time, money
from desk.language import translate
from desk.members import Members
from desk.names import searchable, similarity
from desk.work import Work
from models.sales import Sale

_GOOD_ENOUGH = 70.0


class FoundKind(StrEnum):
    """What was found."""

    MEMBER = "member"
    MEMBER_FILE = "member_file"
    SPACE = "space"
    SALE = "sale"


@dataclass(frozen=True)
class Found:
    """One answer: what it is, its id, and two texts to show."""

    kind: FoundKind
    id: str
    title: str
    detail: str


class Finder:
    """One search over what the counter asks for."""

    def __init__(self, work: Work, members: Members, plan: FloorPlan) -> None:
        self._work = work
        self._members = members
        self._spaces = [
            (searchable(space.name), space.id, space.name, floor.name)
            for floor in plan.floors
            for space in floor.spaces
        ]

    def find(self, text: str, limit: int = 8) -> tuple[Found, ...]:
        """Members first (the best with their file), spaces, a receipt of that number; nothing under two letters."""
        wanted = searchable(text)
        if len(wanted) < 2 and not wanted.isdigit():
            return ()
        return (*self._people(text, limit), *self._places(wanted)[:3], *self._receipts(text.strip()))[:limit]

    def _people(self, text: str, limit: int) -> list[Found]:
        found = []
        for member in self._members.search(text, limit):
            act = translate("Finder", "faire sortir") if member.inside else translate("Finder", "faire entrer")
            detail = translate("Finder", "Membre {number} · {plan} · {act}")
            detail = detail.format(number=member.number, plan=member.plan, act=act)
            found.append(Found(FoundKind.MEMBER, member.id, member.name, detail))
            if len(found) == 1:
                title = translate("Finder", "Fiche de {name}").format(name=member.name)
                about = translate("Finder", "Carte, colis, coordonnées · Maj Entrée")
                found.append(Found(FoundKind.MEMBER_FILE, member.id, title, about))
        return found

    def _places(self, wanted: str) -> list[Found]:
        scored = [(similarity(wanted, name), space_id, title, floor) for name, space_id, title, floor in self._spaces]
        best = sorted((s for s in scored if s[0] >= _GOOD_ENOUGH), key=lambda s: -s[0])
        pattern = translate("Finder", "Espace · {floor}")
        return [Found(FoundKind.SPACE, i, title, pattern.format(floor=floor)) for _, i, title, floor in best]

    def _receipts(self, text: str) -> list[Found]:
        letter, _, digits = text.upper().rpartition("-")
        if not digits.isdigit() or (not letter and len(digits) < 3):
            return []
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            sale = session.scalar(select(Sale).where(Sale.sequence == int(digits[:18])))
            if sale is None:
                return []
            detail = translate("Finder", "Vente du {when} · {amount} · imprimer le reçu")
            detail = detail.format(when=day_time(sale.sold_at.astimezone(zone)), amount=money(sale.total_cents))
            return [Found(FoundKind.SALE, sale.id, sale.number, detail)]
