"""Who is in: one head-count over members and guests against the safety limit, and the list by floor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from desk import exits, workbooks
from desk.crowds import CrowdInside, inside
from desk.documents import roll_call
from desk.documents.page import Document
from desk.floorplan import FloorPlan
from desk.language import translate
from desk.seating import Seating, is_inside
from desk.work import Work
from models.prepared import Prepared
from models.visits import Basis, Visit


@dataclass(frozen=True)
class PersonInside:
    """Someone in the house: since when (aware, site's zone), where, and as what."""

    visit_id: str
    name: str
    since: datetime
    place: str
    floor: str
    space_id: str
    seat_id: str
    basis: Basis


@dataclass(frozen=True)
class Presence:
    """The head-count over people and crowds, the limit, and who is in: the last arrived first, then the crowds.

    `forgotten` is how many of them the house has opened again without: they left without a word.
    """

    count: int
    limit: int
    people: tuple[PersonInside, ...]
    crowds: tuple[CrowdInside, ...] = ()
    forgotten: int = 0


# Read anew at each scan, before the greeting is shown.
_INSIDE = Prepared(
    select(Visit.id, Visit.name, Visit.entered_at, Visit.space_id, Visit.seat_id, Visit.basis, Visit.seen_at)
    .where(*is_inside())
    .order_by(Visit.entered_at.desc())
)


class PresenceList:
    """Reading who is in."""

    def __init__(self, work: Work, seating: Seating, plan: FloorPlan) -> None:
        self._work = work
        self._seating = seating
        self._plan = plan

    def now(self) -> Presence:
        """Everyone who is in at this moment."""
        with self._work.read() as session:
            site = self._work.site(session)
            now = self._work.clock.now()
            rows = _INSIDE.all(session)
            people = tuple(
                PersonInside(
                    visit_id,
                    name,
                    entered_at.astimezone(site.timezone),
                    self._seating.place_name(space_id, seat_id),
                    self._seating.floor_of(space_id),
                    space_id or "",
                    seat_id or "",
                    basis,
                )
                for visit_id, name, entered_at, space_id, seat_id, basis, _ in rows
            )
            begun = exits.day_begun(site, now)
            forgotten = sum(max(entered_at, seen_at or entered_at) < begun for _, _, entered_at, *_, seen_at in rows)
            crowds = inside(session, site, self._seating, now)
        count = len(people) + sum(crowd.people for crowd in crowds)
        return Presence(count, site.safety_limit, people, crowds, forgotten)

    def roll_call(self) -> Document:
        """The evacuation list: everyone who is in, by floor, with a box to tick."""
        presence = self.now()
        with self._work.read() as session:
            site = self._work.site(session)
            taken_at = self._work.clock.now().astimezone(site.timezone)
            house, is_demo = site.house_name, site.is_demo
        floors = [(floor.code, floor.name) for floor in self._plan.floors]
        floors.append(("", translate("Presence", "Sans place connue")))
        return roll_call.document(
            roll_call.RollCallFacts(
                house=house,
                taken_at=taken_at,
                total=presence.count,
                floors=tuple(_floor(presence, code, name) for code, name in floors),
                is_demo=is_demo,
            )
        )

    def save_roll_call(self, path: Path) -> None:
        """The evacuation list on A4 into a PDF file; raises `EnvironmentFault` when it cannot be written."""
        from desk.documents import a4_pdf

        workbooks.write_bytes(path, a4_pdf.render(self.roll_call()))


def _floor(presence: Presence, code: str, name: str) -> roll_call.RollCallFloor:
    people = sorted((p for p in presence.people if p.floor == code), key=lambda p: p.name)
    crowds = [c for c in presence.crowds if c.floor == code]
    return roll_call.RollCallFloor(
        name,
        tuple(_person(p) for p in people),
        tuple(roll_call.RollCallCrowd(c.words, c.place, c.since, c.people) for c in crowds),
    )


def _person(person: PersonInside) -> roll_call.RollCallRow:
    return roll_call.RollCallRow(person.name, person.place, person.since)
