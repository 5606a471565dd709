"""What keeps a draft from being published, in sentences, each with the spaces that it is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from desk import polygons
from desk.floorplan import Floor, FloorPlan
from desk.language import translate
from desk.names import searchable
from desk.plan_editing.edits import SHARED_NAMES, name_taken
from desk.plan_editing.shapes import is_whole


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where."""

    sentence: str
    spaces: tuple[str, ...]


def problems(plan: FloorPlan, names: Collection[str] = ()) -> tuple[Problem, ...]:
    """All that is wrong with a draft, floor after floor; `names` are those that other things of the house have."""
    found = [problem for floor in plan.floors for problem in _of_floor(floor)]
    taken: dict[str, tuple[str, str, str]] = {searchable(name): ("", "", "") for name in names}
    for space in plan.spaces:
        other = taken.setdefault(searchable(space.name), (space.id, space.kind, space.floor))
        shared = {space.kind, other[1]} <= SHARED_NAMES and other[2] != space.floor
        if other[0] != space.id and not shared:
            found.append(Problem(name_taken(space.name).sentence, (space.id,)))
    return tuple(found)


def _of_floor(floor: Floor) -> list[Problem]:
    found = []
    if not floor.spaces:
        sentence = translate("PlanChecks", "{floor} n’a aucun espace\u00a0: ajoutez-en un, ou retirez l’étage.")
        found.append(Problem(sentence.format(floor=floor.name), ()))
    for space in floor.spaces:
        if space.surface <= 0 or not is_whole(space.outline):
            sentence = translate("PlanChecks", "Les murs de {space} n’enferment pas une surface.")
            found.append(Problem(sentence.format(space=space.name), (space.id,)))
        for seat in space.seat_points:
            if not polygons.contains(space.outline, (seat.x, seat.y)):
                sentence = translate("PlanChecks", "{space}\u00a0: le poste {number} est hors des murs.")
                found.append(Problem(sentence.format(space=space.name, number=seat.number), (space.id,)))
    for one, two in combinations(floor.spaces, 2):
        if polygons.overlap(one.outline, two.outline):
            sentence = translate("PlanChecks", "{one} et {two} se recouvrent.")
            found.append(Problem(sentence.format(one=one.name, two=two.name), (one.id, two.id)))
    return found
