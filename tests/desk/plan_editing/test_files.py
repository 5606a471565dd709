"""The plan as a file: written, read again the same; brought from elsewhere, however hostile; on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import EnvironmentFault, Refused
from desk.floorplan import read_plan
from desk.floorplan_file import BACKGROUND, MAX_BYTES
from desk.plan_editing import edits, pdf, reading, seat_edits
from desk.plan_editing.parts import plain, settled
from desk.plan_editing.shapes import Sides
from desk.plan_editing.svg import svg_text
from desk.rights import AT_TERMINAL
from desk.work import Operator
from tests.desk.bookings.scenes import done, no
from tests.desk.plan_editing.test_edits import PLAN, USED, details, space
from tests.support.house import SmallHouse

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg">'


def _svg(inside: str, head: str = _HEAD) -> bytes:
    return f"{head}{inside}</svg>".encode()


def test_what_is_written_is_read_again_the_same() -> None:
    assert read_plan(svg_text(PLAN, "Casaco").encode()) == PLAN
    moved = done(edits.move_space(PLAN, "salon", -3.25, 1.0))
    moved = done(edits.split_space(moved, "la-place", 0, 13.0, 'L’<Étage> & "co"', USED))
    moved = done(seat_edits.add_seat(done(edits.add_space(moved, "jardin", "Cabane", USED)), "la-ruche"))
    again = read_plan(svg_text(settled(moved), "Casaco", "DÉMONSTRATION").encode(), is_draft=True)
    assert again == settled(moved)
    assert again.surface == moved.surface


@settings(max_examples=20)
@given(
    st.sampled_from([space.id for space in PLAN.spaces]), st.integers(-400, 400), st.integers(-400, 400),
    st.text(min_size=1, max_size=50),
)  # fmt: skip
def test_any_draft_survives_its_file(space_id: str, dx: int, dy: int, name: str) -> None:
    moved = done(edits.move_space(PLAN, space_id, dx / 100, dy / 100))
    named = edits.describe_space(moved, space_id, details(moved, space_id, name=name))
    plan = settled(moved if isinstance(named, Refused) else named)
    same = read_plan(svg_text(plan, name).encode(), is_draft=True) == plan
    assert same, space(plan, space_id)


def test_any_drawing_lies_under_a_floor() -> None:
    drawing = _svg(
        '<defs><rect width="9" height="9"/></defs><g transform="translate(50 50)"><rect width="200" height="100"/>'
        '<path d="M0 0 C 10 10 20 10 30 0"/></g><text>Salon</text><style>*{fill:url(http://x.example/)}</style>'
    )
    got = done(reading.brought(PLAN, "etage-1", drawing))
    assert not got.is_plan
    floor = got.plan.floors[1]
    lines = [line for line in floor.decor if line.kind == BACKGROUND]
    assert len(lines) == 2
    assert got.width == pytest.approx(16.0) == reading.background_width(got.plan, "etage-1"), "as wide as the floor"
    assert plain(got.plan) == PLAN
    again = done(reading.brought(got.plan, "etage-1", drawing))
    assert again.plan == got.plan, "a second drawing takes the place of the first"
    sized = done(reading.background_resized(got.plan, "etage-1", 8.0))
    assert reading.background_width(sized, "etage-1") == 8.0
    assert done(reading.background_resized(sized, "etage-1", 0)) == PLAN
    assert no(reading.background_resized(PLAN, "etage-1", 5)) == "no_background"
    assert no(reading.background_resized(sized, "etage-1", 900)) == "far"
    kept = read_plan(svg_text(sized, "t").encode(), is_draft=True)
    assert reading.background_width(kept, "etage-1") == 8.0
    assert all(
        line.kind != BACKGROUND for floor in read_plan(svg_text(sized, "t").encode()).floors for line in floor.decor
    )


def test_a_drawing_that_says_its_scale_keeps_it() -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" data-metres-per-unit="0.1">'
    got = done(reading.brought(PLAN, "rdc", _svg('<rect width="30" height="10"/>', head)))
    assert got.width == pytest.approx(3.0)


def test_a_plan_of_the_house_takes_the_place_of_the_draft() -> None:
    other = done(edits.stretch_space(PLAN, "agora", Sides(right=1)))
    got = done(reading.brought(PLAN, "rdc", svg_text(other, "Casaco").encode()))
    assert got.is_plan
    assert space(got.plan, "agora").surface == space(other, "agora").surface


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "entities": (f'<!DOCTYPE svg [<!ENTITY a0 "ha">{_LAUGHS}]>{_HEAD}<text>&a9;</text></svg>', "DOCTYPE"),
    "a file of the machine": (
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>{_HEAD}<text>&x;</text></svg>', "DOCTYPE",
    ),
    "a doctype alone": (f'<!DOCTYPE svg PUBLIC "x" "http://x.example/x.dtd">{_HEAD}</svg>', "DOCTYPE"),
    "an unknown entity": (f"{_HEAD}<text>&x;</text></svg>", "entier"),
    "a script": (f"{_HEAD}<script>alert(1)</script></svg>", "script"),
    "a picture": (f'{_HEAD}<image href="http://x.example/p.png"/></svg>', "image"),
    "links to itself": (f'{_HEAD}<g id="a"><use href="#a"/></g></svg>', "use"),
    "another document inside": (f"{_HEAD}<foreignObject><body/></foreignObject></svg>", "foreignobject"),
    "too deep": (_HEAD + "<g>" * 40 + "</g>" * 40 + "</svg>", "éléments"),
    "too many": (_HEAD + "<g/>" * 4_001 + "</svg>", "éléments"),
    "too long a path": (f'{_HEAD}<path d="M0 0 {"L1 1 2 2 " * 20_000}"/></svg>', "éléments"),
    "too many points": (f'{_HEAD}<path d="M0 0 {"C1 1 2 2 3 3 " * 3_000}"/></svg>', "éléments"),
    "numbers gone wild": (f'{_HEAD}<path d="M0 0 L1e400 5 L3 9"/></svg>', "illisible"),
    "a broken path": (f'{_HEAD}<path d="M banana"/><rect width="x%" height="?"/></svg>', "illisible"),
    "a flat line": (f'{_HEAD}<line x1="0" y1="0" x2="9" y2="0"/></svg>', "étendue"),
    "no line": (f"{_HEAD}<text>rien</text></svg>", "aucune ligne"),
    "a web page": ("<html><body/></html>", "entier"),
    "half a file": (f"{_HEAD}<g>", "entier"),
    "nothing": ("", "entier"),
    "too large": ('<svg data-metres-per-unit="100"><rect width="9" height="9"/></svg>', "trop grand"),
    "a plan that is none": (f'{_HEAD}<g data-floor="rdc"/></svg>', "échelle"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once_with_a_sentence(name: str) -> None:
    text, why = HOSTILE[name]
    begun = perf_counter()
    refused = reading.brought(PLAN, "rdc", text.encode())
    assert no(refused) == "file"
    assert why in refused.sentence  # type: ignore[union-attr]
    assert refused.sentence.startswith("Ce fichier ne peut pas servir\u00a0: ")  # type: ignore[union-attr]
    assert perf_counter() - begun < 8


def test_bytes_that_are_no_text_and_files_that_are_too_big(house: SmallHouse, tmp_path: Path) -> None:
    editing = house.desk.plan_editing
    for name, data, why in (
        ("noise.svg", bytes(range(256)) * 8, "entier"), ("big.svg", b" " * (MAX_BYTES + 1), "trop gros"),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        refused = editing.bring(PLAN, "rdc", tmp_path / name)
        assert no(refused) == "file"
        assert why in refused.sentence  # type: ignore[union-attr]
    assert no(editing.bring(PLAN, "rdc", tmp_path / "absent.svg")) == "file"
    assert no(editing.bring(PLAN, "rdc", tmp_path)) == "file"


def test_the_plan_goes_to_files(house: SmallHouse, tmp_path: Path) -> None:
    editing = house.desk.plan_editing
    plan = done(editing.open()).plan
    written = done(editing.save_svg(plan, tmp_path / "plan"))
    assert written.name == "plan.svg"
    assert done(editing.bring(PLAN, "rdc", written)).plan == plan
    assert "DÉMONSTRATION" in written.read_text("utf-8")
    paper = pypdfium2.PdfDocument(done(editing.save_pdf(plan, tmp_path / "plan.pdf")))
    assert len(paper) == 4
    words = " ".join(paper[0].get_textpage().get_text_range().split())
    for word in ("RDC", "La Place", "62 m²", "190 m²", "504 m²", "45 postes", "DÉMONSTRATION", "mar. 24 nov. 2026"):
        assert word in words.replace("\u00a0", " "), word
    paper.close()
    house.desk.work.operator = Operator("f", "Inès")
    for refused in (
        editing.save_svg(plan, tmp_path / "x"),
        editing.save_pdf(plan, tmp_path / "x"),
        editing.bring(plan, "rdc", written),
    ):
        assert no(refused) == "right"
    house.desk.work.operator = AT_TERMINAL
    with pytest.raises(EnvironmentFault):
        editing.save_svg(plan, tmp_path / "nowhere" / "plan.svg")


def test_the_same_plan_makes_the_same_paper() -> None:
    day = date(2026, 11, 24)
    assert pdf.render(PLAN, "Casaco", day) == pdf.render(PLAN, "Casaco", day)
