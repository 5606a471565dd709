"""The building read from its drawing: the table of surfaces, and every way the file can be wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from desk import polygons
from desk.errors import EnvironmentFault
from desk.floorplan import FloorPlan, load
from desk.floorplan_file import MAX_BYTES, MAX_ELEMENTS

PLAN = Path(__file__).resolve().parents[2] / "resources" / "plan" / "casaco.svg"

# PRODUCT.md, "The demo world's places and prices": floor, space, m², seats, workstations.
TABLE = [
    ("rdc", "Accueil", 18, 0, 0),
    ("rdc", "Salon", 42, 30, 0),
    ("rdc", "Cuisine", 26, 14, 0),
    ("rdc", "La Place", 62, 0, 14),
    ("rdc", "Agora", 30, 22, 0),
    ("rdc", "Circulation", 12, 0, 0),
    ("etage-1", "La Ruche", 70, 0, 16),
    ("etage-1", "Calumet", 20, 8, 0),
    ("etage-1", "Pow-Wow", 32, 16, 0),
    ("etage-1", "Bureau 1", 14, 0, 3),
    ("etage-1", "Bureau 2", 14, 0, 3),
    ("etage-1", "Cabine 1", 3, 0, 0),
    ("etage-1", "Cabine 2", 3, 0, 0),
    ("etage-1", "Circulation", 20, 0, 0),
    ("etage-2", "Les Toits", 54, 0, 6),
    ("etage-2", "Bureau 3", 18, 0, 3),
    ("etage-2", "Studio photo", 16, 0, 0),
    ("etage-2", "Atelier", 24, 0, 0),
    ("etage-2", "Bibliothèque", 14, 0, 0),
    ("etage-2", "Circulation", 12, 0, 0),
]


@pytest.fixture(scope="module")
def plan() -> FloorPlan:
    return load(PLAN)


def test_every_surface_seat_and_workstation_is_the_tables(plan: FloorPlan) -> None:
    drawn = [
        (space.floor, space.name, round(space.surface, 3), space.seats, space.workstations)
        for space in plan.spaces
        if space.counted
    ]
    assert sorted(drawn) == sorted(TABLE)


def test_the_building_is_504_square_metres_on_three_floors_with_45_workstations(plan: FloorPlan) -> None:
    assert [(floor.code, floor.name) for floor in plan.floors] == [
        ("rdc", "RDC"),
        ("etage-1", "1er étage"),
        ("etage-2", "2e étage"),
        ("jardin", "Jardin"),
    ]
    totals = [sum(s.surface for s in floor.spaces if s.counted) for floor in plan.floors]
    assert totals == pytest.approx([190, 176, 138, 0])
    assert plan.surface == pytest.approx(504)
    assert plan.workstations == 45
    assert plan.scale == 0.01


def test_the_garden_is_drawn_and_not_counted(plan: FloorPlan) -> None:
    garden = plan.floors[-1].spaces[0]
    assert (garden.id, garden.kind, garden.seats, garden.counted) == ("jardin", "garden", 20, False)
    assert garden.surface > 100


def test_what_is_sold_by_the_hour_is_rentable_and_nothing_else(plan: FloorPlan) -> None:
    assert {space.id for space in plan.spaces if space.rentable} == {
        "agora", "calumet", "pow-wow", "studio-photo", "atelier",
    }  # fmt: skip


def test_no_two_spaces_share_surface(plan: FloorPlan) -> None:
    for floor in plan.floors:
        for one, two in combinations(floor.spaces, 2):
            assert not polygons.overlap(one.outline, two.outline), (one.id, two.id)


def test_rooms_leave_no_gap_inside_the_floor(plan: FloorPlan) -> None:
    """On a fine grid each point away from the walls is in a room, or in the porch or on the terrace outside."""
    outside = {"rdc": (6.5, 8.5, 7.5, 11.0), "etage-2": (14.0, 0.0, 16.0, 3.0)}
    for floor in plan.floors[:3]:
        left, top, right, bottom = outside.get(floor.code, (0.0, 0.0, 0.0, 0.0))
        for i in range(int(floor.width * 4)):
            for j in range(int(floor.height * 4)):
                x, y = i / 4 + 0.13, j / 4 + 0.13
                owners = [s.id for s in floor.spaces if polygons.contains(s.outline, (x, y))]
                open_air = left < x < right and top < y < bottom
                assert len(owners) == (0 if open_air else 1), (floor.code, x, y, owners)


def test_every_seat_is_in_its_room_and_apart_from_the_others(plan: FloorPlan) -> None:
    for space in plan.spaces:
        assert [seat.number for seat in space.seat_points] == list(range(1, space.workstations + 1))
        for seat in space.seat_points:
            assert seat.id == f"{space.id}-{seat.number}"
            assert polygons.contains(space.outline, (seat.x, seat.y))
        for one, two in combinations(space.seat_points, 2):
            assert (one.x - two.x) ** 2 + (one.y - two.y) ** 2 > 0.8**2


def test_the_passages_touch_the_rooms_they_serve(plan: FloorPlan) -> None:
    for floor in plan.floors[:3]:
        passage = next(space for space in floor.spaces if space.kind == "circulation")
        rooms = [space for space in floor.spaces if space is not passage]
        served = [room.id for room in rooms if _shared_wall(passage.outline, room.outline) >= 0.7]
        # The Agora opens on the reception.
        assert {room.id for room in rooms} - set(served) <= {"agora"}, floor.code


def _shared_wall(one: polygons.Polygon, two: polygons.Polygon) -> float:
    """The length in metres of the upright and level walls two outlines share."""
    longest = 0.0
    for (ax, ay), (bx, by) in polygons.edges(one):
        for (cx, cy), (dx, dy) in polygons.edges(two):
            if ax == bx == cx == dx:
                longest = max(longest, min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy)))
            if ay == by == cy == dy:
                longest = max(longest, min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx)))
    return longest


def test_transforms_and_shapes_of_an_editor_are_honoured(tmp_path: Path) -> None:
    """A turned group, a path and a circle instead of rectangles: what Inkscape may save."""
    file = tmp_path / "plan.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50" width="10mm" data-metres-per-unit="0.5">'
        '<g data-floor="a" data-name="A" transform="translate(7,9) rotate(90)"><g transform="scale(2)">'
        '<path id="one" data-name="One" data-kind="office" d="m 0,0 h 4 v 3 h -4 z"/>'
        '<circle class="seat" id="one-1" cx="1" cy="1" r=".2"/>'
        '<path class="seat" id="one-2" d="M 2.8,2 a .2,.2 0 1 0 .4,0 a .2,.2 0 1 0 -.4,0 z"/>'
        '<circle id="round" data-name="Round" data-kind="garden" cx="8" cy="1.5" r="1"/>'
        "</g></g></svg>",
        encoding="utf-8",
    )
    room, round_ = load(file).floors[0].spaces
    assert room.surface == pytest.approx(4 * 3 * 4 * 0.25)
    assert round_.surface == pytest.approx(3.1416, abs=0.01)
    assert [(seat.x, seat.y) for seat in room.seat_points] == [
        (pytest.approx(2.0), pytest.approx(1.0)),
        (pytest.approx(1.0), pytest.approx(3.0)),
    ]


def _edited(tmp_path: Path, change: Callable[[str], str]) -> Path:
    before = PLAN.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    file = tmp_path / "plan.svg"
    file.write_text(after, encoding="utf-8")
    return file


SEAT = '<circle class="seat"'
DAMAGES: dict[str, tuple[Callable[[str], str], str]] = {
    "cut short": (lambda text: text[: len(text) // 2], "dessin SVG entier"),
    "empty": (lambda text: "", "dessin SVG entier"),
    "not a drawing": (lambda text: "<html><body/></html>", "dessin SVG entier"),
    "entities": (
        lambda text: text.replace("<svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg', 1),
        "DOCTYPE",
    ),
    "outside link": (
        lambda text: text.replace("</svg>", '<image href="http://x/y.png"/></svg>'),
        "pas permis",
    ),
    "too many elements": (
        lambda text: text.replace("</svg>", "<g/>" * (MAX_ELEMENTS + 1) + "</svg>"),
        "trop d’éléments",
    ),
    "too deep": (
        lambda text: text.replace("</svg>", "<g>" * 40 + "</g>" * 40 + "</svg>"),
        "trop d’éléments",
    ),
    "same id twice": (lambda text: text.replace('id="salon"', 'id="agora"'), "deux fois"),
    "same floor twice": (
        lambda text: text.replace('data-floor="etage-1"', 'data-floor="rdc"'),
        "même code",
    ),
    "no scale": (lambda text: text.replace("data-metres-per-unit", "data-other"), "échelle"),
    "scale zero": (lambda text: text.replace('per-unit="0.01"', 'per-unit="0"'), "échelle"),
    "wild scale": (lambda text: text.replace('per-unit="0.01"', 'per-unit="9"'), "taille impossible"),
    "no floor": (lambda text: text.replace("data-floor", "data-level"), "aucun étage"),
    "empty floor": (
        lambda text: text.replace("</svg>", '<g data-floor="cave" data-name="Cave"/></svg>'),
        "est vide",
    ),
    "seat gone": (
        lambda text: re.sub(r'<circle class="seat" id="la-place-3"[^>]*>', "", text),
        "autres postes",
    ),
    "seat elsewhere": (
        lambda text: re.sub(r'(id="la-place-3" cx=)"[^"]*"', r'\1"20"', text),
        "hors de son espace",
    ),
    "seat of nowhere": (
        lambda text: text.replace(SEAT, '<circle class="seat" id="grenier-1" r="9"/>' + SEAT, 1),
        "espace inconnu",
    ),
    "endless wall": (
        lambda text: text.replace('y="0" width="600" height="700"', 'y="0" width="1e999" height="700"'),
        "",
    ),
    "seat without number": (lambda text: text.replace('id="la-place-3"', 'id="laplace"'), "son numéro"),
    "rooms overlap": (
        lambda text: text.replace('y="0" width="600" height="700"', 'y="0" width="650" height="700"'),
        "se recouvrent",
    ),
    "unknown kind": (lambda text: text.replace('data-kind="lounge"', 'data-kind="pool"'), "genre connu"),
    "no name": (lambda text: text.replace('data-name="Salon" ', ""), "nom"),
    "flat room": (
        lambda text: text.replace('y="0" width="600" height="700"', 'y="0" width="600" height="0"'),
        "pas de surface",
    ),
    "seats in words": (lambda text: text.replace('data-seats="30"', 'data-seats="trente"'), "pas un nombre"),
    "doubtful flag": (
        lambda text: text.replace('data-rentable="true"', 'data-rentable="oui"'),
        "true ou false",
    ),
    "broken path": (
        lambda text: text.replace("M 600,510 A 90,90", "M 600,510 A 90,quatre"),
        "illisible",
    ),
    "not a number": (
        lambda text: text.replace('y="0" width="600" height="700"', 'y="0" width="six" height="700"'),
        "",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_doubtful_file_is_refused_with_a_sentence(damage: str, tmp_path: Path) -> None:
    change, said = DAMAGES[damage]
    with pytest.raises(EnvironmentFault) as caught:
        load(_edited(tmp_path, change))
    fault = caught.value
    assert said in fault.what
    assert fault.what.startswith("Le plan plan.svg ne peut pas être lu\u00a0:")
    assert "rien n’est perdu" in fault.safe
    assert "Remettez le fichier d’origine" in fault.todo
    assert fault.code == "floor_plan"


def test_a_missing_file_a_folder_and_an_enormous_file_are_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.svg"
    big.write_bytes(PLAN.read_bytes() + b" " * MAX_BYTES)
    for path, said in (
        (tmp_path / "none.svg", "introuvable"),
        (tmp_path, "ne s’ouvre pas"),
        (big, "trop gros"),
    ):
        with pytest.raises(EnvironmentFault, match=said):
            load(path)


def test_entities_are_refused_in_another_encoding_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.svg"
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'
    file.write_bytes(text.encode("utf-16"))
    with pytest.raises(EnvironmentFault, match="DOCTYPE"):
        load(file)
