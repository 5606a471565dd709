"""What a manager does to walls and seats: surfaces follow, what cannot be is refused, all is undone and redone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import polygons
from desk.errors import Refused
from desk.floorplan import FloorPlan, SpaceShape, load
from desk.plan_editing import edits, seat_edits, shapes
from desk.plan_editing.checks import problems
from desk.plan_editing.edits import Details
from desk.plan_editing.history import History
from desk.plan_editing.parts import find_space, settled
from desk.plan_editing.shapes import Sides
from tests.desk.bookings.scenes import done, no

PLAN = load(Path(__file__).resolve().parents[3] / "resources" / "plan" / "casaco.svg")
USED = frozenset(space.id for space in PLAN.spaces)


def space(plan: FloorPlan, space_id: str) -> SpaceShape:
    found = find_space(plan, space_id)
    assert found is not None
    return found


def details(plan: FloorPlan, space_id: str, **change: object) -> Details:
    one = space(plan, space_id)
    kept: dict[str, object] = {
        "name": one.name, "kind": one.kind, "seats": one.seats, "rentable": one.rentable, "counted": one.counted,
    }  # fmt: skip
    return Details(**(kept | change))  # type: ignore[arg-type]


def test_the_shipped_plan_is_whole_and_settled() -> None:
    assert problems(PLAN) == ()
    assert problems(settled(PLAN)) == ()
    assert settled(PLAN).surface == PLAN.surface == 504


def test_a_space_goes_with_its_seats_and_its_furniture() -> None:
    moved = done(edits.move_space(PLAN, "la-place", 1.5, -0.5))
    before, after = space(PLAN, "la-place"), space(moved, "la-place")
    assert after.outline[0] == (9.0, -0.5)
    assert after.surface == before.surface
    assert [(seat.id, seat.x, seat.y) for seat in after.seat_points] == [
        (seat.id, round(seat.x + 1.5, 3), round(seat.y - 0.5, 3)) for seat in before.seat_points
    ]
    tables = [line for line in moved.floors[0].decor if line not in PLAN.floors[0].decor]
    assert len(tables) == 2, "its two tables went with it, the doors of the walls did not"
    assert [problem.spaces for problem in problems(moved)] == [], "it only left a gap"
    assert no(edits.move_space(PLAN, "nowhere", 1, 0)) == "no_space"
    assert no(edits.move_space(PLAN, "la-place", 500, 0)) == "far"


def test_walls_that_cross_are_allowed_meanwhile_and_named() -> None:
    crossed = done(edits.move_space(PLAN, "accueil", 1.0, 0))
    assert [problem.sentence for problem in problems(crossed)] == ["Accueil et Agora se recouvrent."]
    assert problems(crossed)[0].spaces == ("accueil", "agora")


def test_stretching_changes_the_surface_and_never_leaves_none() -> None:
    wider = done(edits.stretch_space(PLAN, "agora", Sides(right=0.5)))
    assert space(wider, "agora").surface == pytest.approx(32.4)
    assert wider.surface == pytest.approx(506.4)
    corridor = done(edits.stretch_space(PLAN, "circulation-rdc", Sides(top=-1)))
    assert space(corridor, "circulation-rdc").surface == pytest.approx(13.5)
    for sides in (Sides(right=-6.25), Sides(right=-9), Sides(bottom=-4.8), Sides(left=6.25)):
        assert no(edits.stretch_space(PLAN, "agora", sides)) == "no_surface"
    # The step of an L: its lower wall pulled up to the notch would have no length.
    assert no(edits.stretch_space(PLAN, "circulation-rdc", Sides(bottom=-1.5))) == "no_surface"


def test_a_space_is_placed_by_numbers() -> None:
    placed = done(edits.place_space(PLAN, "agora", (20.0, 1.0, 5.0, 4.0)))
    assert polygons.bounds(space(placed, "agora").outline) == (20.0, 1.0, 25.0, 5.0)
    assert space(placed, "agora").surface == 20
    assert no(edits.place_space(PLAN, "agora", (20.0, 1.0, 0.0, 4.0))) == "no_surface"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "   "}, "no_name"), ({"name": "…"}, "no_name"), ({"name": "salon"}, "name_taken"),
        ({"name": "SALON "}, "name_taken"), ({"name": "Tout l’étage"}, "name_taken"), ({"kind": "castle"}, "kind"),
        ({"seats": -1}, "seats"), ({"seats": 1000}, "seats"),
    ],
)  # fmt: skip
def test_what_a_space_cannot_be_is_refused(change: dict[str, object], code: str) -> None:
    asked = details(PLAN, "agora", **change)
    assert no(edits.describe_space(PLAN, "agora", asked, ("Tout l’étage",))) == code


def test_a_space_is_renamed_and_keeps_its_identity() -> None:
    named = done(edits.describe_space(PLAN, "agora", details(PLAN, "agora", name="  Grande   salle ", seats=30)))
    assert (space(named, "agora").name, space(named, "agora").seats) == ("Grande salle", 30)
    # Circulations are called alike, on different floors only.
    one = done(edits.describe_space(PLAN, "cuisine", details(PLAN, "cuisine", name="Passage", kind="circulation")))
    assert no(edits.describe_space(one, "cuisine", details(one, "cuisine", name="Circulation"))) == "name_taken"


def test_a_new_space_has_a_name_and_an_identifier_of_its_own() -> None:
    added = done(edits.add_space(PLAN, "rdc", "Salle 2", USED))
    made = added.floors[0].spaces[-1]
    assert (made.id, made.name, made.surface, made.rentable) == ("salle", "Salle 2", 9, False)
    assert problems(added) == ()
    again = done(edits.add_space(added, "rdc", "Salle 3", {*USED, "salle"}))
    assert again.floors[0].spaces[-1].id == "salle-v2"
    assert edits.free_name(added, "Salle 2") == "Salle 2 2"
    assert no(edits.add_space(PLAN, "rdc", "Agora", USED)) == "name_taken"
    assert no(edits.add_space(PLAN, "cave", "Cave", USED)) == "no_floor"
    full: FloorPlan | Refused = PLAN
    for number in range(40):
        assert isinstance(full, FloorPlan)
        full = edits.add_space(full, "jardin", f"Carré {number}", USED)
    assert no(full) == "full"


def test_a_floor_may_be_emptied_and_is_not_published_so() -> None:
    gone = done(edits.remove_space(PLAN, "agora"))
    assert find_space(gone, "agora") is None
    assert gone.surface == pytest.approx(474)
    bare = done(edits.remove_space(PLAN, "jardin"))
    assert [problem.sentence for problem in problems(bare)] == [
        "Jardin n’a aucun espace\u00a0: ajoutez-en un, ou retirez l’étage."
    ]
    filled = done(edits.add_space(bare, "jardin", "Serre", USED))
    assert (problems(filled), filled.floors[-1].spaces[0].outline[0]) == ((), (0.0, 0.0))


def test_a_space_is_split_with_its_seats() -> None:
    split = done(edits.split_space(PLAN, "la-place", 0, 13.0, "La Placette", USED))
    one, two = space(split, "la-place"), space(split, "la-placette")
    assert one.surface + two.surface == space(PLAN, "la-place").surface
    assert split.surface == PLAN.surface
    assert one.workstations + two.workstations == 14
    assert [seat.id for seat in two.seat_points] == [f"la-placette-{n}" for n in range(1, two.workstations + 1)]
    assert problems(split) == ()
    halves = done(edits.split_space(PLAN, "pow-wow", 1, 2.0, "Petit Pow-Wow", USED))
    assert space(halves, "pow-wow").seats + space(halves, "petit-pow-wow").seats == 16


@pytest.mark.parametrize(
    ("space_id", "axis", "at", "name", "code"),
    [
        ("agora", 0, 50.0, "Autre", "cut"),
        ("agora", 0, 11.25, "Autre", "cut"),
        ("agora", 0, 13.0, "Salon", "name_taken"),
        ("agora", 0, 13.0, "", "no_name"),
        ("la-place", 0, 9.925, "Autre", "seat"),
        ("nowhere", 0, 1.0, "Autre", "no_space"),
    ],
)  # fmt: skip
def test_a_wall_that_cannot_stand_is_refused(space_id: str, axis: int, at: float, name: str, code: str) -> None:
    assert no(edits.split_space(PLAN, space_id, axis, at, name, USED)) == code


def test_a_cut_through_three_pieces_is_none() -> None:
    comb = ((0, 0), (3, 0), (3, 2), (2, 2), (2, 1), (1, 1), (1, 2), (0, 2))
    assert shapes.cut(tuple((float(x), float(y)) for x, y in comb), 1, 1.5) is None
    assert shapes.cut(tuple((float(x), float(y)) for x, y in comb), 0, 1.5) is not None


@given(st.floats(0.3, 5.7), st.sampled_from([0, 1]))
def test_two_pieces_are_as_large_as_the_whole(at: float, axis: int) -> None:
    outline = ((0.0, 0.0), (6.0, 0.0), (6.0, 3.0), (4.0, 6.0), (0.0, 6.0))
    pieces = shapes.cut(outline, axis, round(at, 2))
    assert pieces is not None
    assert sum(map(polygons.area, pieces)) == pytest.approx(polygons.area(outline), abs=0.01)
    assert not polygons.overlap(*pieces)


def test_seats_come_and_go_within_their_walls() -> None:
    more = done(seat_edits.add_seat(PLAN, "la-place"))
    seat = space(more, "la-place").seat_points[-1]
    assert (seat.id, seat.number) == ("la-place-15", 15)
    assert more.workstations == 46
    assert problems(more) == ()
    moved = done(seat_edits.move_seat(more, "la-place", "la-place-15", 0.25, 0))
    assert space(moved, "la-place").seat_points[-1].x == seat.x + 0.25
    assert no(seat_edits.move_seat(PLAN, "la-place", "la-place-1", 30, 0)) == "outside"
    assert no(seat_edits.add_seat(PLAN, "la-place", (0.0, 0.0))) == "outside"
    fewer = done(seat_edits.remove_seat(PLAN, "la-place", "la-place-3"))
    assert [s.number for s in space(fewer, "la-place").seat_points][:3] == [1, 2, 4]
    assert no(seat_edits.remove_seat(fewer, "la-place", "la-place-3")) == "no_seat"
    assert no(seat_edits.move_seat(fewer, "nowhere", "la-place-3", 1, 1)) == "no_seat"
    assert no(seat_edits.add_seat(fewer, "nowhere")) == "no_space"
    crowded: FloorPlan | Refused = PLAN
    for _ in range(40):
        assert isinstance(crowded, FloorPlan)
        crowded = seat_edits.add_seat(crowded, "cabine-1")
        if isinstance(crowded, Refused):
            break
    assert no(crowded) == "no_room"


_STEPS = st.tuples(
    st.sampled_from(["move", "stretch", "add", "remove", "split", "rename", "seat", "unseat", "undo", "redo"]),
    st.integers(0, 30),
    st.integers(-8, 8),
)


def _step(plan: FloorPlan, act: str, which: int, by: int) -> FloorPlan | Refused:
    one = plan.spaces[which % len(plan.spaces)]
    left, _, right, _ = polygons.bounds(one.outline)
    match act:
        case "move":
            return edits.move_space(plan, one.id, by / 4, -by / 2)
        case "stretch":
            return edits.stretch_space(plan, one.id, Sides(right=by / 4, top=by / 8))
        case "add":
            return edits.add_space(plan, one.floor, edits.free_name(plan, "Salle"), USED)
        case "remove":
            return edits.remove_space(plan, one.id)
        case "split":
            name = edits.free_name(plan, one.name)
            return edits.split_space(plan, one.id, 0, round((left + right) / 2 + by / 8, 3), name, USED)
        case "rename":
            return edits.describe_space(plan, one.id, details(plan, one.id, name=f"Lieu {by}"))
        case "seat":
            return seat_edits.add_seat(plan, one.id)
        case _:
            seats = one.seat_points
            return seat_edits.remove_seat(plan, one.id, seats[which % len(seats)].id if seats else "")


@settings(max_examples=40)
@given(st.lists(_STEPS, max_size=25))
def test_undo_and_redo_find_every_plan_again(steps: list[tuple[str, int, int]]) -> None:
    history, past, undone = History(PLAN), [PLAN], list[FloorPlan]()
    for act, which, by in steps:
        if act == "undo":
            assert history.undo() == (len(past) > 1)
            if len(past) > 1:
                undone.append(past.pop())
        elif act == "redo":
            assert history.redo() == bool(undone)
            if undone:
                past.append(undone.pop())
        else:
            made = _step(history.plan, act, which, by)
            if not isinstance(made, Refused) and history.take(made):
                past.append(made)
                undone.clear()
                assert made.surface == pytest.approx(
                    sum(polygons.area(one.outline) for one in made.spaces if one.counted), abs=0.01
                )
                assert len({one.id for one in made.spaces}) == len(made.spaces)
        assert history.plan == past[-1]
        assert (history.can_undo, history.can_redo) == (len(past) > 1, bool(undone))
    while history.undo():
        pass
    assert history.plan == PLAN
