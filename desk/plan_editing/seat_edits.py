"""What a manager does to the seats of a space: each answers the plan that comes of it, or says why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk import polygons
from desk.errors import Refused
from desk.floorplan import FloorPlan, SeatPoint, SpaceShape
from desk.language import translate
from desk.plan_editing.edits import Edited, no_space
from desk.plan_editing.parts import changed, find_space, seated
from desk.plan_editing.shapes import on_grid, rounded
from desk.polygons import Point

MOST_SEATS = 99
APART = 0.8
"""Metres between two seats, and half of it to a wall: where a new one is put by itself."""
_TRIES = 4_000


def add_seat(plan: FloorPlan, space_id: str, at: Point | None = None, step: float = 0.25) -> Edited:
    """One more seat, numbered after the last; where nobody says, at the first place that leaves room around it."""
    space = find_space(plan, space_id)
    if space is None:
        return no_space()
    if space.workstations >= MOST_SEATS:
        return Refused("full", translate("PlanEdits", "Un espace a {most} postes au plus.").format(most=MOST_SEATS))
    place = at or next(_free_places(space, step), None)
    if place is None:
        sentence = translate("PlanEdits", "Il n’y a plus la place d’un poste dans {space}.")
        return Refused("no_room", sentence.format(space=space.name))
    number = max((seat.number for seat in space.seat_points), default=0) + 1
    made = SeatPoint(f"{space.id}-{number}", number, rounded(place[0]), rounded(place[1]))
    return _with_seats(plan, space, (*space.seat_points, made))


def move_seat(plan: FloorPlan, space_id: str, seat_id: str, dx: float, dy: float) -> Edited:
    """The seat goes `dx` metres to the right and `dy` down, within its space."""
    space = find_space(plan, space_id)
    if space is None or all(seat.id != seat_id for seat in space.seat_points):
        return no_seat()
    seats = tuple(
        replace(seat, x=rounded(seat.x + dx), y=rounded(seat.y + dy)) if seat.id == seat_id else seat
        for seat in space.seat_points
    )
    return _with_seats(plan, space, seats, moved=seat_id)


def remove_seat(plan: FloorPlan, space_id: str, seat_id: str) -> Edited:
    """The seat goes; the others keep their numbers."""
    space = find_space(plan, space_id)
    if space is None or all(seat.id != seat_id for seat in space.seat_points):
        return no_seat()
    return _with_seats(plan, space, tuple(seat for seat in space.seat_points if seat.id != seat_id))


def no_seat() -> Refused:
    """The refusal about a seat that is not, or no longer, on the draft."""
    return Refused("no_seat", translate("PlanEdits", "Choisissez d’abord un poste."))


def _with_seats(plan: FloorPlan, space: SpaceShape, seats: tuple[SeatPoint, ...], moved: str = "") -> Edited:
    known = {seat.id for seat in space.seat_points} - {moved}
    for seat in seats:
        if seat.id not in known and not polygons.contains(space.outline, (seat.x, seat.y)):
            sentence = translate("PlanEdits", "Ce poste sortirait de {space}.")
            return Refused("outside", sentence.format(space=space.name))
    return changed(plan, space.id, lambda one: seated(one, seats))


def _free_places(space: SpaceShape, step: float) -> Iterator[Point]:
    left, top, right, bottom = polygons.bounds(space.outline)
    tries = 0
    y = on_grid(top + step, step)
    while y < bottom:
        x = on_grid(left + step, step)
        while x < right:
            tries += 1
            if tries > _TRIES:
                return
            if _has_room(space, (x, y)):
                yield x, y
            x = rounded(x + step)
        y = rounded(y + step)


def _has_room(space: SpaceShape, at: Point) -> bool:
    if not polygons.contains(space.outline, at):
        return False
    if any(polygons.distance_to_edge(at, *wall) < APART / 2 for wall in polygons.edges(space.outline)):
        return False
    return all((at[0] - seat.x) ** 2 + (at[1] - seat.y) ** 2 >= APART**2 for seat in space.seat_points)
