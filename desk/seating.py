"""Where someone sits: a free workstation of the usual room, else of the next open space that has one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desk.floorplan import FloorPlan, SpaceShape
from desk.language import translate
from models.prepared import Prepared
from models.visits import Visit

Place = tuple[str | None, str | None]


class Seating:
    """The workstations of the published plan."""

    def __init__(self, plan: FloorPlan) -> None:
        self.spaces: dict[str, SpaceShape] = {space.id: space for floor in plan.floors for space in floor.spaces}
        self.seat_space: dict[str, str] = {
            seat.id: space.id for space in self.spaces.values() for seat in space.seat_points
        }
        self._seat_numbers = {seat.id: seat.number for space in self.spaces.values() for seat in space.seat_points}
        self._open_spaces = [space.id for space in self.spaces.values() if space.kind == "open-space"]

    def free_place(self, session: Session, usual: str | None) -> Place:
        """(space, seat) for someone who arrives: (usual, None) when every seat is taken, (None, None) with no usual."""
        taken = {seat for (seat,) in _SEATS_TAKEN.run(session)}
        for space_id in self._in_order(usual):
            for seat in self.spaces[space_id].seat_points:
                if seat.id not in taken:
                    return space_id, seat.id
        return (usual if usual in self.spaces else None), None

    def _in_order(self, usual: str | None) -> Iterable[str]:
        if usual in self.spaces:
            yield str(usual)
        yield from (space_id for space_id in self._open_spaces if space_id != usual)

    def place_name(self, space_id: str | None, seat_id: str | None) -> str:
        """The place in words: "La Place n° 2", "Salon", or empty."""
        if space_id is None or space_id not in self.spaces:
            return ""
        name = self.spaces[space_id].name
        number = self._seat_numbers.get(seat_id or "")
        if number is None:
            return name
        return translate("Seating", "{space} n°\u00a0{number}").format(space=name, number=number)

    def floor_of(self, space_id: str | None) -> str:
        """The floor's code, empty for someone whose place is not known."""
        return self.spaces[space_id].floor if space_id in self.spaces else ""


def is_inside() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The condition "in the house now" on visits, in the words of the partial indexes that serve it."""
    return Visit.left_at.is_(None), Visit.annulled_at.is_(None)


_SEATS_TAKEN = Prepared(select(Visit.seat_id).where(*is_inside(), Visit.seat_id.is_not(None)))
