"""What a manager does to the floors of a plan: one more, another name, an empty one less."""

from __future__ import annotations

from dataclasses import replace

from desk.errors import Refused
from desk.floorplan import EMPTY_SHEET, Floor, FloorPlan
from desk.language import translate
from desk.names import searchable, tidy
from desk.plan_editing.parts import NAME_LIMIT, find_floor, new_id, with_floor

MOST_FLOORS = 12


def add_floor(plan: FloorPlan, name: str) -> FloorPlan | Refused:
    """One more floor after the others, without a space yet."""
    name = tidy(name, NAME_LIMIT)
    refused = _name_refused(plan, name)
    if refused is not None:
        return refused
    if len(plan.floors) >= MOST_FLOORS:
        sentence = translate("FloorEdits", "Une maison a {most} étages au plus.")
        return Refused("full", sentence.format(most=MOST_FLOORS))
    code = new_id(name, {floor.code for floor in plan.floors})
    return replace(plan, floors=(*plan.floors, Floor(code, name, (), *EMPTY_SHEET)))


def rename_floor(plan: FloorPlan, code: str, name: str) -> FloorPlan | Refused:
    """The floor gets another name; its code, which the spaces know it by, stays."""
    floor = find_floor(plan, code)
    if floor is None:
        return no_floor()
    name = tidy(name, NAME_LIMIT)
    refused = _name_refused(plan, name, but=code)
    return refused or with_floor(plan, replace(floor, name=name))


def remove_floor(plan: FloorPlan, code: str) -> FloorPlan | Refused:
    """A floor without spaces goes; a house keeps at least one."""
    floor = find_floor(plan, code)
    if floor is None:
        return no_floor()
    if floor.spaces:
        sentence = translate("FloorEdits", "{floor} a encore des espaces ({count})\u00a0: retirez-les d’abord.")
        return Refused("not_empty", sentence.format(floor=floor.name, count=len(floor.spaces)))
    if len(plan.floors) == 1:
        return Refused("last", translate("FloorEdits", "C’est le seul étage\u00a0: une maison en garde un."))
    return replace(plan, floors=tuple(one for one in plan.floors if one.code != code))


def free_floor_name(plan: FloorPlan, base: str) -> str:
    """`base`, or `base` with the first number that makes it a name no floor has."""
    known = {searchable(floor.name) for floor in plan.floors}
    if searchable(base) not in known:
        return base
    return next(f"{base} {n}" for n in range(2, len(known) + 3) if searchable(f"{base} {n}") not in known)


def no_floor() -> Refused:
    """The refusal about a floor that is not, or no longer, on the draft."""
    return Refused("no_floor", translate("PlanEdits", "Cet étage n’est pas sur le plan."))


def _name_refused(plan: FloorPlan, name: str, but: str = "") -> Refused | None:
    wanted = searchable(name)
    if not wanted:
        return Refused("no_name", translate("FloorEdits", "Donnez un nom à l’étage."))
    if any(searchable(floor.name) == wanted for floor in plan.floors if floor.code != but):
        sentence = translate("FloorEdits", "Un étage s’appelle déjà «\u00a0{name}\u00a0».")
        return Refused("name_taken", sentence.format(name=name))
    return None
