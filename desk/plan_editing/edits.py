"""What a manager does to the spaces of a plan: each answers the plan that comes of it, or says why it cannot be.

Walls may cross for as long as the plan is a draft: two rooms change places in two steps. `checks` says it meanwhile,
and nothing that crosses is published.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from desk import polygons
from desk.errors import Refused
from desk.floorplan import KINDS, Floor, FloorPlan, SpaceShape
from desk.language import translate
from desk.names import searchable, tidy
from desk.plan_editing import shapes
from desk.plan_editing.parts import (
    MOST_METRES,
    MOST_SPACES,
    NAME_LIMIT,
    changed,
    extent,
    find_floor,
    find_space,
    moved_lines,
    new_id,
    seated,
    walled,
    with_floor,
)
from desk.plan_editing.shapes import Sides

MOST_CHAIRS = 999
USUAL_SIDE = 3.0
"""Metres: how large a new space is at first."""
SHARED_NAMES = frozenset({"circulation"})
"""The kinds of spaces that are called alike on every floor."""

Edited = FloorPlan | Refused


@dataclass(frozen=True)
class Details:
    """What a space is, apart from its walls: its chairs, whether it is let, whether its surface counts."""

    name: str
    kind: str
    seats: int
    rentable: bool
    counted: bool


def move_space(plan: FloorPlan, space_id: str, dx: float, dy: float) -> Edited:
    """The space goes `dx` metres to the right and `dy` down, with its seats and its furniture."""
    floor, space = _found(plan, space_id)
    if floor is None or space is None:
        return no_space()
    seats = tuple(
        replace(seat, x=shapes.rounded(seat.x + dx), y=shapes.rounded(seat.y + dy)) for seat in space.seat_points
    )
    moved = seated(walled(space, shapes.shifted(space.outline, dx, dy)), seats)
    decor = moved_lines(floor.decor, space.outline, dx, dy)
    return _bounded(_with_space(plan, replace(floor, decor=decor), moved), floor.code)


def stretch_space(plan: FloorPlan, space_id: str, sides: Sides) -> Edited:
    """The outermost walls of the space are moved; its seats and its furniture stay."""
    floor, space = _found(plan, space_id)
    if floor is None or space is None:
        return no_space()
    left, top, right, bottom = polygons.bounds(space.outline)
    if right + sides.right - left - sides.left < shapes.rounded(polygons.TOUCH * 2) or (
        bottom + sides.bottom - top - sides.top < shapes.rounded(polygons.TOUCH * 2)
    ):
        return _no_surface(space)
    outline = shapes.stretched(space.outline, sides)
    if not shapes.is_whole(outline):
        return _no_surface(space)
    return _bounded(_with_space(plan, floor, walled(space, outline)), floor.code)


def place_space(plan: FloorPlan, space_id: str, box: tuple[float, float, float, float]) -> Edited:
    """The space takes a place by its left, its top, its width and its height in metres; as its fields are typed."""
    space = find_space(plan, space_id)
    if space is None:
        return no_space()
    left, top, right, bottom = polygons.bounds(space.outline)
    wide, high = box[2] - (right - left), box[3] - (bottom - top)
    sized = stretch_space(plan, space_id, Sides(right=wide, bottom=high)) if wide or high else plan
    if isinstance(sized, Refused):
        return sized
    return move_space(sized, space_id, box[0] - left, box[1] - top)


def describe_space(plan: FloorPlan, space_id: str, details: Details, names: Collection[str] = ()) -> Edited:
    """The space gets its name, its kind, its chairs; `names` are those that other things of the house have."""
    floor, space = _found(plan, space_id)
    if floor is None or space is None:
        return no_space()
    name = tidy(details.name, NAME_LIMIT)
    refused = _name_refused(plan, floor, name, details.kind, names, but=space_id)
    if refused is not None:
        return refused
    if not 0 <= details.seats <= MOST_CHAIRS:
        sentence = translate("PlanEdits", "Un espace a de 0 à {most} places assises.")
        return Refused("seats", sentence.format(most=MOST_CHAIRS))
    made = replace(
        space, name=name, kind=details.kind, seats=details.seats, rentable=details.rentable, counted=details.counted
    )
    return _with_space(plan, floor, made)


def add_space(
    plan: FloorPlan, code: str, name: str, used: Collection[str], names: Collection[str] = (), step: float = 0.25
) -> Edited:
    """One more space, three metres by three, to the right of what is drawn; `used` are the ids that ever were."""
    floor = find_floor(plan, code)
    if floor is None:
        return Refused("no_floor", translate("PlanEdits", "Cet étage n’est pas sur le plan."))
    name = tidy(name, NAME_LIMIT)
    refused = _name_refused(plan, floor, name, "meeting", names)
    if refused is not None:
        return refused
    if len(floor.spaces) >= MOST_SPACES:
        sentence = translate("PlanEdits", "Un étage a {most} espaces au plus.")
        return Refused("full", sentence.format(most=MOST_SPACES))
    _, top, right, _ = extent(floor)
    x, y = (shapes.on_grid(right + step, step), shapes.on_grid(top, step)) if floor.spaces else (0.0, 0.0)
    outline = ((x, y), (x + USUAL_SIDE, y), (x + USUAL_SIDE, y + USUAL_SIDE), (x, y + USUAL_SIDE))
    identifier = new_id(name, {*used, *(space.id for space in plan.spaces)})
    made = SpaceShape(identifier, name, "meeting", code, outline, USUAL_SIDE**2, 0, 0, (), False, True)
    return _bounded(with_floor(plan, replace(floor, spaces=(*floor.spaces, made))), code)


def remove_space(plan: FloorPlan, space_id: str) -> Edited:
    """The space goes, with its seats; a floor without any is filled or removed before the plan is published."""
    floor, space = _found(plan, space_id)
    if floor is None or space is None:
        return no_space()
    return with_floor(plan, replace(floor, spaces=tuple(one for one in floor.spaces if one.id != space_id)))


def split_space(
    plan: FloorPlan, space_id: str, axis: int, at: float, name: str, used: Collection[str], names: Collection[str] = ()
) -> Edited:
    """A new wall through a space: `axis` 0 puts it across the width at x = `at`, 1 across the height at y = `at`.

    What is before it (left, above) stays the space that it was; the rest is a new one, with its own seats and name.
    """
    floor, space = _found(plan, space_id)
    if floor is None or space is None:
        return no_space()
    name = tidy(name, NAME_LIMIT)
    refused = _name_refused(plan, floor, name, space.kind, names)
    if refused is not None:
        return refused
    pieces = shapes.cut(space.outline, axis, at)
    if pieces is None:
        sentence = translate(
            "PlanEdits", "La cloison doit partager {space} en deux morceaux\u00a0: placez-la ailleurs."
        )
        return Refused("cut", sentence.format(space=space.name))
    first, second = (walled(space, piece) for piece in pieces)
    kept = tuple(seat for seat in space.seat_points if polygons.contains(first.outline, (seat.x, seat.y)))
    gone = tuple(seat for seat in space.seat_points if polygons.contains(second.outline, (seat.x, seat.y)))
    if len(kept) + len(gone) < space.workstations:
        return Refused("seat", translate("PlanEdits", "La cloison passe sur un poste\u00a0: déplacez l’un ou l’autre."))
    identifier = new_id(name, {*used, *(one.id for one in plan.spaces)})
    theirs = tuple(
        replace(seat, id=f"{identifier}-{number}", number=number) for number, seat in enumerate(gone, start=1)
    )
    chairs = round(space.seats * first.surface / space.surface)
    one = seated(replace(first, seats=chairs), kept)
    two = seated(replace(second, id=identifier, name=name, seats=space.seats - chairs), theirs)
    spaces = tuple(piece for old in floor.spaces for piece in ((one, two) if old.id == space_id else (old,)))
    return with_floor(plan, replace(floor, spaces=spaces))


def free_name(plan: FloorPlan, base: str, names: Collection[str] = ()) -> str:
    """`base`, or `base` with the first number that makes it a name nobody has."""
    known = {searchable(name) for name in (*names, *(space.name for space in plan.spaces))}
    base = tidy(base, NAME_LIMIT - 4)
    if searchable(base) not in known:
        return base
    return next(f"{base} {n}" for n in range(2, len(known) + 3) if searchable(f"{base} {n}") not in known)


def no_space() -> Refused:
    """The refusal about a space that is not, or no longer, on the draft."""
    return Refused("no_space", translate("PlanEdits", "Choisissez d’abord un espace du plan."))


def _no_surface(space: SpaceShape) -> Refused:
    sentence = translate("PlanEdits", "Les murs de {space} n’enfermeraient plus une surface.")
    return Refused("no_surface", sentence.format(space=space.name))


def _found(plan: FloorPlan, space_id: str) -> tuple[Floor | None, SpaceShape | None]:
    space = find_space(plan, space_id)
    return (None if space is None else find_floor(plan, space.floor)), space


def _with_space(plan: FloorPlan, floor: Floor, space: SpaceShape) -> FloorPlan:
    return changed(with_floor(plan, floor), space.id, lambda _: space)


def _bounded(plan: FloorPlan, code: str) -> Edited:
    floor = find_floor(plan, code)
    assert floor is not None
    left, top, right, bottom = extent(floor)
    if max(right - left, bottom - top, *(abs(side) for side in (left, top, right, bottom))) > MOST_METRES:
        sentence = translate("PlanEdits", "Un étage a {most} mètres de côté au plus.")
        return Refused("far", sentence.format(most=round(MOST_METRES)))
    return plan


def _name_refused(
    plan: FloorPlan, floor: Floor, name: str, kind: str, names: Collection[str], but: str = ""
) -> Refused | None:
    """Two spaces are not called alike; a circulation may be, on another floor."""
    if not name or not searchable(name):
        return Refused("no_name", translate("PlanEdits", "Donnez un nom à l’espace."))
    if kind not in KINDS:
        return Refused("kind", translate("PlanEdits", "Choisissez ce qu’est l’espace."))
    wanted = searchable(name)
    for one in plan.spaces:
        alike = one.id != but and searchable(one.name) == wanted
        shared = kind in SHARED_NAMES and one.kind in SHARED_NAMES and one.floor != floor.code
        if alike and not shared:
            return name_taken(name)
    return name_taken(name) if wanted in {searchable(other) for other in names} else None


def name_taken(name: str) -> Refused:
    """The refusal of a name that a space has already."""
    sentence = translate("PlanEdits", "Un espace s’appelle déjà «\u00a0{name}\u00a0».")
    return Refused("name_taken", sentence.format(name=name))
