"""Floors of a draft: one more, another name, an empty one less; undone, kept, published."""

from __future__ import annotations

import pytest

from desk.floorplan import read_plan
from desk.floorplan_file import BadPlanError
from desk.plan_editing import edits, floor_edits, reading
from desk.plan_editing.checks import problems
from desk.plan_editing.history import History
from desk.plan_editing.parts import settled
from desk.plan_editing.pdf import render
from desk.plan_editing.svg import svg_text
from tests.desk.bookings.scenes import done, no
from tests.desk.plan_editing.test_edits import PLAN, USED
from tests.support.house import TUESDAY, SmallHouse


def test_a_floor_is_added_named_filled_and_taken_away() -> None:
    added = done(floor_edits.add_floor(PLAN, "  Sous-sol "))
    assert [(floor.code, floor.name) for floor in added.floors][-1] == ("sous-sol", "Sous-sol")
    assert [problem.spaces for problem in problems(added)] == [()]
    named = done(floor_edits.rename_floor(added, "sous-sol", "Cave"))
    assert [floor.name for floor in named.floors] == [*(floor.name for floor in PLAN.floors), "Cave"]
    filled = done(edits.add_space(named, "sous-sol", "Le Nid", USED))
    assert problems(filled) == ()
    assert no(floor_edits.remove_floor(filled, "sous-sol")) == "not_empty"
    emptied = done(edits.remove_space(filled, "le-nid"))
    assert done(floor_edits.remove_floor(emptied, "sous-sol")) == PLAN
    steps = (PLAN, added, named, filled, emptied, PLAN)
    history = History(PLAN)
    for plan in steps[1:]:
        assert history.take(plan)
    for plan in reversed(steps[:-1]):
        assert history.undo()
        assert history.plan == plan
    for plan in steps[1:]:
        assert history.redo()
        assert history.plan == plan


@pytest.mark.parametrize(("name", "code"), [("", "no_name"), ("  ?! ", "no_name"), ("1ER ETAGE", "name_taken")])
def test_a_wrong_name_of_a_floor_is_refused(name: str, code: str) -> None:
    assert no(floor_edits.add_floor(PLAN, name)) == code
    assert no(floor_edits.rename_floor(PLAN, "rdc", name)) == code


def test_what_cannot_be_done_to_a_floor_is_refused() -> None:
    assert no(floor_edits.rename_floor(PLAN, "cave", "Cave")) == "no_floor"
    assert no(floor_edits.remove_floor(PLAN, "cave")) == "no_floor"
    assert done(floor_edits.rename_floor(PLAN, "rdc", PLAN.floors[0].name)) == PLAN
    assert len(done(floor_edits.add_floor(PLAN, "a" * 300)).floors[-1].name) <= 40
    full = PLAN
    for number in range(12 - len(PLAN.floors)):
        full = done(floor_edits.add_floor(full, f"Étage en plus {number}"))
    assert no(floor_edits.add_floor(full, "Un de trop")) == "full"
    assert floor_edits.free_floor_name(full, "Jardin") == "Jardin 2"
    alone = PLAN
    for floor in PLAN.floors:
        for space in floor.spaces:
            alone = done(edits.remove_space(alone, space.id))
    for floor in PLAN.floors[1:]:
        alone = done(floor_edits.remove_floor(alone, floor.code))
    assert no(floor_edits.remove_floor(alone, "rdc")) == "last"


def test_an_empty_floor_is_kept_in_a_draft_only() -> None:
    plan = done(floor_edits.add_floor(PLAN, "Sous-sol"))
    under = b'<svg xmlns="http://www.w3.org/2000/svg"><line x1="0" y1="0" x2="40" y2="20"/></svg>'
    drawn = done(reading.brought(plan, "sous-sol", under)).plan
    for one in (plan, settled(plan), drawn):
        content = svg_text(one, "Maison").encode()
        assert read_plan(content, is_draft=True).floors[-1] == one.floors[-1]
        with pytest.raises(BadPlanError):
            read_plan(content)
    assert render(plan, "Maison", TUESDAY, "").startswith(b"%PDF")


def test_a_new_floor_is_published(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    draft = done(editing.open())
    plan = done(floor_edits.add_floor(draft.plan, "Sous-sol"))
    kept = done(editing.save(draft, plan))
    assert kept.plan.floors[-1] == plan.floors[-1]
    assert no(editing.publish(kept, kept.plan, TUESDAY)) == "problems"
    plan = done(edits.add_space(kept.plan, "sous-sol", "Le Nid", kept.used))
    done(editing.publish(kept, plan, TUESDAY))
    assert house.desk.drawing.floors[-1].name == "Sous-sol"
    assert house.value("SELECT floor FROM space WHERE id = 'le-nid'") == "sous-sol"
    assert house.verify(deep=True).problems == ()
