"""The plan of each day: the drawing that is shipped, then those that were published, each from its day on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import EnvironmentFault
from desk.floorplan import FloorPlan, read_plan
from desk.floorplan_file import BadPlanError
from desk.language import translate
from desk.plan_editing.letting import tend_wholes, wholes_are_tended
from desk.rights import Act, anyone
from desk.work import Unit, Work
from models.plans import PlanPlace, PlanVersion
from models.prepared import Prepared
from models.spaces import WHOLE, Space, SpacePart

SINCE_EVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When the drawing that a house was founded with came into force."""
SHIPPED = 0
"""The number of that drawing as long as nothing was published."""

_STARTS = Prepared(select(PlanVersion.number, PlanVersion.starts_at).order_by(PlanVersion.number))
_CONTENT = Prepared(select(PlanVersion.content).where(PlanVersion.number == bindparam("number")))
_DUE = Prepared(
    select(PlanVersion.number).where(PlanVersion.in_force_since.is_(None), PlanVersion.starts_at <= bindparam("now"))
)


@dataclass(frozen=True)
class Elsewhere:
    """A space that is not on the plan of today: it was, or (`is_coming`) it will be."""

    id: str
    name: str
    floor: str
    kind: str
    rentable: bool
    is_coming: bool


class Plans:
    """Reading the plan of an instant. Each published drawing is read once; what was published since is seen."""

    def __init__(self, work: Work, shipped: Callable[[], FloorPlan]) -> None:
        self._work = work
        self._shipped = shipped
        self._starts: tuple[tuple[int, datetime], ...] | None = None
        self._read: dict[int, FloorPlan] = {}

    @property
    def shipped(self) -> FloorPlan:
        """The drawing that comes with the software; raises `EnvironmentFault` when its file is damaged."""
        return self._shipped()

    def today(self) -> FloorPlan:
        """The plan in force now."""
        with self._work.read() as session:
            return self.at(session, self._work.clock.now())

    def of(self, moment: datetime) -> FloorPlan:
        """The plan in force at an instant (aware)."""
        with self._work.read() as session:
            return self.at(session, moment)

    def at(self, session: Session, moment: datetime) -> FloorPlan:
        """The same, inside a reading or a unit of work; what other windows published is seen from here on."""
        self.look(session)
        return self.numbered(session, self._number(self._starts or (), moment))

    def look(self, session: Session) -> None:
        """See what was published since the last look, here or in another window."""
        self._starts = tuple(_STARTS.all(session))

    def seen(self) -> FloorPlan:
        """The plan in force now among those that were last seen: for what is asked many times in one reading."""
        if self._starts is not None:
            number = self._number(self._starts, self._work.clock.now())
            if number == SHIPPED:
                return self.shipped
            if number in self._read:
                return self._read[number]
        return self.today()

    @staticmethod
    def _number(starts: tuple[tuple[int, datetime], ...], moment: datetime) -> int:
        return max((number for number, since in starts if since <= moment), default=SHIPPED)

    def numbered(self, session: Session, number: int) -> FloorPlan:
        """A plan by its number, whenever it is in force; lines that lie under it are left out."""
        if number == SHIPPED:
            return self.shipped
        if number not in self._read:
            row = _CONTENT.first(session, number=number)
            self._read[number] = _drawing("" if row is None else row[0])
        return self._read[number]

    def to_edit(self, session: Session, number: int) -> FloorPlan:
        """A plan by its number, with the drawings that lie under it."""
        row = _CONTENT.first(session, number=number)
        return self.shipped if row is None else _drawing(row[0], is_draft=True)

    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """The spaces of other days' plans, which bookings of those days name, by name."""
        with self._work.read() as session:
            now = self._work.clock.now()
            here = {space.id for space in self.at(session, now).spaces}
            number = self._number(self._starts or (), now)
            coming = set(session.scalars(select(PlanPlace.space_id).where(PlanPlace.version > number)))
            rows = session.scalars(select(Space).where(Space.kind != WHOLE).order_by(Space.name))
            return tuple(
                Elsewhere(row.id, row.name, row.floor, row.kind, row.rentable, row.id in coming)
                for row in rows
                if row.id not in here
            )

    @anyone(Act.HOUSEKEEPING)
    def take_effect(self) -> bool:
        """Give the spaces the names, seats and kinds of the plan whose day has come; False when nothing was waiting.

        Asked when the desk opens and whenever the clock has changed the plan; a second asking finds nothing to do. The
        wholes of an older house that have too few spaces left, or are let without a price line, are seen to as well.
        """
        now = self._work.clock.now()
        with self._work.read() as session:
            if _DUE.first(session, now=now) is None and wholes_are_tended(session):
                return False
        with self._work.write() as unit:
            for (number,) in _DUE.all(unit.session, now=unit.now):
                come_into_force(unit, number)
            tend_wholes(unit)
            unit.changed(Topic.SPACES, Topic.BOOKINGS, Topic.VISITS, Topic.PRICES)
        return True


def _drawing(content: str, *, is_draft: bool = False) -> FloorPlan:
    try:
        return read_plan(content.encode(), is_draft=is_draft)
    except BadPlanError as doubt:
        raise EnvironmentFault(
            translate("PlanVersions", "Le plan publié ne peut pas être lu\u00a0: {why}").format(why=str(doubt)),
            safe=translate("PlanVersions", "Les passages, les ventes et les réservations ne sont pas touchés."),
            todo=translate("PlanVersions", "Gardez une copie de la base et remettez la dernière sauvegarde."),
            code="published_plan",
        ) from doubt


def come_into_force(unit: Unit, number: int) -> None:
    """Let the rows of the spaces say what this plan says; a space that it has no more is no longer to let.

    A whole gives up such a part: booking the whole holds what is left of it. With fewer than two left it ends.
    """
    version = unit.session.get_one(PlanVersion, number)
    if version.in_force_since is not None:
        return
    places = {
        place.space_id: place for place in unit.session.scalars(select(PlanPlace).where(PlanPlace.version == number))
    }
    for space in unit.session.scalars(select(Space).where(Space.kind != WHOLE)):
        place = places.get(space.id)
        if place is None:
            space.rentable = False
            for part in unit.session.scalars(select(SpacePart).where(SpacePart.part_id == space.id)):
                unit.session.delete(part)
            continue
        space.name, space.floor, space.kind = place.name, place.floor, place.kind
        space.seats, space.workstations, space.rentable = place.seats, place.workstations, place.rentable
    version.in_force_since = unit.now
    unit.session.flush()
    tend_wholes(unit)
