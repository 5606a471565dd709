"""Who is in: one head-count over members and guests against the safety limit, and the list by floor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import aliased

from desk import exits, workbooks
from desk.crowds import CrowdInside, inside
from desk.documents import roll_call
from desk.documents.page import Document
from desk.language import translate
from desk.plan_editing.versions import Plans
from desk.rights import Act, anyone
from desk.seating import Seating, is_inside
from desk.work import Work
from models.people import Member
from models.prepared import Prepared
from models.visits import Basis, Visit

NEAR_LIMIT = 0.9
"""The share of the safety limit from which the desk is warned."""


@dataclass(frozen=True)
class PersonInside:
    """Someone in the house: since when (aware, site's zone), where, and as what; of a guest, whose (else empty).

    `is_forgotten` when the house has opened again since the last sign of them: they left without a word.
    """

    visit_id: str
    name: str
    since: datetime
    place: str
    floor: str
    space_id: str
    seat_id: str
    basis: Basis
    member_id: str = ""
    host_id: str = ""
    host: str = ""
    is_forgotten: bool = False


@dataclass(frozen=True)
class Presence:
    """The head-count over people and crowds, the limit, and who is in: the last arrived first, then the crowds.

    `taken_at` is aware, in the site's zone. Those who are forgotten count as long as nobody says that they left.
    """

    count: int
    limit: int
    taken_at: datetime
    people: tuple[PersonInside, ...]
    crowds: tuple[CrowdInside, ...] = ()

    @property
    def forgotten(self) -> int:
        """How many of them the house has opened again without."""
        return sum(person.is_forgotten for person in self.people)

    @property
    def is_near_limit(self) -> bool:
        """Whether nine tenths of the safety limit are reached."""
        return self.count >= NEAR_LIMIT * self.limit


def under_hosts(people: Iterable[PersonInside]) -> list[PersonInside]:
    """The same people in the same order, but guests right after their host where the host is among them."""
    listed = list(people)
    hosts = {person.member_id for person in listed if person.member_id}
    guests: dict[str, list[PersonInside]] = {}
    for person in listed:
        if person.host_id in hosts:
            guests.setdefault(person.host_id, []).append(person)
    ordered: list[PersonInside] = []
    for person in listed:
        if person.host_id not in hosts:
            ordered += [person, *guests.get(person.member_id, ())]
    return ordered


_Host = aliased(Member)
# Read anew at each scan, before the greeting is shown.
_INSIDE = Prepared(
    select(
        *(Visit.id, Visit.name, Visit.entered_at, Visit.space_id, Visit.seat_id, Visit.basis, Visit.member_id),
        *(Visit.host_member_id, _Host.given_name, _Host.family_name, Visit.seen_at),
    )
    .outerjoin(_Host, _Host.id == Visit.host_member_id)
    .where(*is_inside())
    .order_by(Visit.entered_at.desc())
)


class PresenceList:
    """Reading who is in."""

    def __init__(self, work: Work, seating: Seating, plans: Plans) -> None:
        self._work = work
        self._seating = seating
        self._plans = plans

    def now(self) -> Presence:
        """Everyone who is in at this moment."""
        with self._work.read() as session:
            site = self._work.site(session)
            now = self._work.clock.now()
            read = _INSIDE.all(session)
            begun = exits.day_begun(site, now)
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
                    member_id or "",
                    host or "",
                    f"{given or ''} {family or ''}".strip(),
                    max(entered_at, seen or entered_at) < begun,
                )
                for visit_id, name, entered_at, space_id, seat_id, basis, member_id, host, given, family, seen in read
            )
            crowds = inside(session, site, self._seating, now)
            taken_at = now.astimezone(site.timezone)
        count = len(people) + sum(crowd.people for crowd in crowds)
        return Presence(count, site.safety_limit, taken_at, people, crowds)

    def roll_call(self) -> Document:
        """The evacuation list: everyone who is in, by floor, with a box to tick."""
        presence = self.now()
        with self._work.read() as session:
            site = self._work.site(session)
            house, is_demo, is_training = site.house_name, site.is_demo, site.is_training
        floors = [(floor.code, floor.name) for floor in self._plans.today().floors]
        floors.append(("", translate("Presence", "Sans place connue")))
        return roll_call.document(
            roll_call.RollCallFacts(
                house=house,
                taken_at=presence.taken_at,
                total=presence.count,
                floors=(*(_floor(presence, code, name) for code, name in floors), _left_unsaid(presence)),
                is_demo=is_demo,
                is_training=is_training,
            )
        )

    @anyone(Act.ROLL_CALL)
    def save_roll_call(self, path: Path) -> None:
        """The evacuation list on A4 into a PDF file; raises `EnvironmentFault` when it cannot be written."""
        from desk.documents import a4_pdf

        workbooks.write_bytes(path, a4_pdf.render(self.roll_call()))


def _floor(presence: Presence, code: str, name: str) -> roll_call.RollCallFloor:
    people = on_floor(presence, code)
    crowds = [c for c in presence.crowds if c.floor == code]
    return roll_call.RollCallFloor(
        name,
        tuple(_person(p) for p in people),
        tuple(roll_call.RollCallCrowd(c.words, c.place, c.since, c.people) for c in crowds),
    )


def _left_unsaid(presence: Presence) -> roll_call.RollCallFloor:
    """A last group for those of a former day: very likely at home, and not to be looked for before the others."""
    return roll_call.RollCallFloor(left_unsaid_title(), tuple(_person(p) for p in left_unsaid(presence)))


def on_floor(presence: Presence, code: str) -> list[PersonInside]:
    """Those of a floor by name, guests after their host; the empty code is for those whose place is not known.

    Without those of a former day who forgot to say that they left: see `left_unsaid`.
    """
    here = (p for p in presence.people if p.floor == code and not p.is_forgotten)
    return under_hosts(sorted(here, key=lambda p: p.name))


def left_unsaid(presence: Presence) -> list[PersonInside]:
    """Those of a former day who forgot to say that they left, by name, guests after their host."""
    return under_hosts(sorted((p for p in presence.people if p.is_forgotten), key=lambda p: p.name))


def left_unsaid_title() -> str:
    """The heading of those, on the screen and on paper."""
    return translate("Presence", "Départ non noté (jour passé)")


def _person(person: PersonInside) -> roll_call.RollCallRow:
    detail = person.place
    if person.host:
        pattern = translate("Presence", "invité·e de {host} · {place}")
        if not person.place:
            pattern = translate("Presence", "invité·e de {host}")
        detail = pattern.format(host=person.host, place=person.place)
    return roll_call.RollCallRow(person.name, detail, person.since)
