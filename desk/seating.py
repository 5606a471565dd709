"""Where someone sits: a free workstation of the usual room, else of the next open space that has one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desk.floorplan import FloorPlan, SpaceShape
from desk.language import translate
from desk.plan_editing.versions import Plans
from models.prepared import Prepared
from models.visits import Visit

Place = tuple[str | None, str | None]


class _Seats:
    """What one plan says of its seats."""

    def __init__(self, plan: FloorPlan) -> None:
        self.plan = plan
        self.spaces: dict[str, SpaceShape] = {space.id: space for space in plan.spaces}
        self.seat_space: dict[str, str] = {
            seat.id: space.id for space in self.spaces.values() for seat in space.seat_points
        }
        self.seat_numbers = {seat.id: seat.number for space in self.spaces.values() for seat in space.seat_points}
        self.open_spaces = [space.id for space in self.spaces.values() if space.kind == "open-space"]

    def in_order(self, usual: str | None) -> Iterable[str]:
        """The usual room, then the open spaces."""
        if usual in self.spaces:
            yield str(usual)
        yield from (space_id for space_id in self.open_spaces if space_id != usual)


class Seating:
    """The workstations of the plan of today."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._known: _Seats | None = None

    def _seats(self) -> _Seats:
        plan = self._plans.seen()
        if self._known is None or self._known.plan is not plan:
            self._known = _Seats(plan)
        return self._known

    @property
    def spaces(self) -> dict[str, SpaceShape]:
        """The spaces by their id."""
        return self._seats().spaces

    @property
    def seat_space(self) -> dict[str, str]:
        """The space of each seat."""
        return self._seats().seat_space

    def free_place(self, session: Session, usual: str | None) -> Place:
        """(space, seat) for someone who arrives: (usual, None) when every seat is taken, (None, None) with no usual."""
        self._plans.look(session)
        taken = {seat for (seat,) in _SEATS_TAKEN.run(session)}
        known = self._seats()
        for space_id in known.in_order(usual):
            for seat in known.spaces[space_id].seat_points:
                if seat.id not in taken:
                    return space_id, seat.id
        return (usual if usual in known.spaces else None), None

    def place_name(self, space_id: str | None, seat_id: str | None) -> str:
        """The place in words: "La Place n° 2", "Salon", or empty."""
        known = self._seats()
        if space_id is None or space_id not in known.spaces:
            return ""
        name = known.spaces[space_id].name
        number = known.seat_numbers.get(seat_id or "")
        if number is None:
            return name
        return translate("Seating", "{space} n°\u00a0{number}").format(space=name, number=number)

    def floor_of(self, space_id: str | None) -> str:
        """The floor's code, empty for someone whose place is not known."""
        spaces = self.spaces
        return spaces[space_id].floor if space_id in spaces else ""


def is_inside() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The condition "in the house now" on visits, in the words of the partial indexes that serve it."""
    return Visit.left_at.is_(None), Visit.annulled_at.is_(None)


_SEATS_TAKEN = Prepared(select(Visit.seat_id).where(*is_inside(), Visit.seat_id.is_not(None)))
