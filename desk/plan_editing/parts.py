"""A plan taken apart and put together again: the small steps that every change to it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from desk import polygons
from desk.floorplan import Decor, Floor, FloorPlan, SeatPoint, SpaceShape
from desk.floorplan_file import BACKGROUND
from desk.names import searchable
from desk.plan_editing.shapes import rounded, shifted
from desk.polygons import Polygon

NAME_LIMIT = 40
MOST_SPACES = 40
"""Spaces on one floor; with its seats and lines the plan stays within what a plan's file may hold."""
MOST_METRES = 200.0


def find_space(plan: FloorPlan, space_id: str) -> SpaceShape | None:
    """The space of that id, None when the plan has none."""
    return next((space for space in plan.spaces if space.id == space_id), None)


def find_floor(plan: FloorPlan, code: str) -> Floor | None:
    """The floor of that code."""
    return next((floor for floor in plan.floors if floor.code == code), None)


def with_floor(plan: FloorPlan, floor: Floor) -> FloorPlan:
    """The plan with this floor in the place of the one of its code."""
    return replace(plan, floors=tuple(floor if one.code == floor.code else one for one in plan.floors))


def changed(plan: FloorPlan, space_id: str, change: Callable[[SpaceShape], SpaceShape]) -> FloorPlan:
    """The plan with one space changed."""
    floors = tuple(
        replace(floor, spaces=tuple(change(space) if space.id == space_id else space for space in floor.spaces))
        if any(space.id == space_id for space in floor.spaces)
        else floor
        for floor in plan.floors
    )
    return replace(plan, floors=floors)


def walled(space: SpaceShape, outline: Polygon) -> SpaceShape:
    """The space within other walls, with the surface that they enclose."""
    return replace(space, outline=outline, surface=round(polygons.area(outline), 4))


def seated(space: SpaceShape, seats: tuple[SeatPoint, ...]) -> SpaceShape:
    """The space with these seats."""
    return replace(space, seat_points=seats, workstations=len(seats))


def new_id(name: str, used: Collection[str]) -> str:
    """An identifier that no space has, nor ever had: bookings of years ago still name theirs."""
    made = "-".join(re.findall(r"[a-z]+[a-z0-9]*", searchable(name))) or "espace"
    if made not in used:
        return made
    # A bare number at the end would read as one of its seats.
    return next(f"{made}-v{n}" for n in range(2, len(used) + 3) if f"{made}-v{n}" not in used)


def moved_lines(decor: tuple[Decor, ...], outline: Polygon, dx: float, dy: float) -> tuple[Decor, ...]:
    """The furniture that stands within the outline goes with it; doors, stairs and tables alike."""
    return tuple(
        replace(line, points=shifted(line.points, dx, dy)) if _stands_in(line, outline) else line for line in decor
    )


def _stands_in(line: Decor, outline: Polygon) -> bool:
    if line.kind == BACKGROUND:
        return False
    left, top, right, bottom = polygons.bounds(line.points)
    return polygons.contains(outline, ((left + right) / 2, (top + bottom) / 2))


def extent(floor: Floor) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a floor's spaces; of the sheet, for a floor that has none yet."""
    if not floor.spaces:
        return (0.0, 0.0, floor.width, floor.height)
    return polygons.bounds(tuple(point for space in floor.spaces for point in space.outline))


def settled(plan: FloorPlan) -> FloorPlan:
    """The same plan, each floor beginning at the top left of its spaces: as it is read back from a file."""
    return replace(plan, floors=tuple(_settled(floor) for floor in plan.floors))


def _settled(floor: Floor) -> Floor:
    if not floor.spaces:
        return floor
    left, top, right, bottom = extent(floor)
    spaces = tuple(
        seated(
            replace(space, outline=shifted(space.outline, -left, -top)),
            tuple(replace(seat, x=rounded(seat.x - left), y=rounded(seat.y - top)) for seat in space.seat_points),
        )
        for space in floor.spaces
    )
    decor = tuple(replace(line, points=shifted(line.points, -left, -top)) for line in floor.decor)
    return replace(floor, spaces=spaces, decor=decor, width=rounded(right - left), height=rounded(bottom - top))


def plain(plan: FloorPlan) -> FloorPlan:
    """The plan without the drawings that lie under it."""
    floors = (
        replace(floor, decor=tuple(line for line in floor.decor if line.kind != BACKGROUND)) for floor in plan.floors
    )
    return replace(plan, floors=tuple(floors))
