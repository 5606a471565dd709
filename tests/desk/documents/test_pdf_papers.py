"""The PDFs as files: fonts inside, the same bytes each time, nothing outside the paper."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.documents import a4_pdf, roll_pdf
from desk.documents.page import Align, Columns, Document, Line, QrCode, Style, Table, Text, Tick
from tests.support import pdf
from tests.support.papers import DOCUMENTS

MM = 72 / 25.4
RENDERERS: dict[str, Callable[[Document], bytes]] = {"roll": roll_pdf.render, "a4": a4_pdf.render}


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_embedded_fonts_are_used(renderer: str, name: str) -> None:
    data = RENDERERS[renderer](DOCUMENTS[name])
    names = pdf.font_names(data)
    assert names
    assert all("Vera" in font and "+" in font for font in names)
    assert pdf.embedded_fonts(data) == len(names)
    assert b"Helvetica" not in data


@pytest.mark.parametrize("renderer", RENDERERS)
def test_the_same_document_gives_the_same_bytes(renderer: str) -> None:
    render = RENDERERS[renderer]
    first = render(DOCUMENTS["day-pass"])
    render(DOCUMENTS["receipt"])
    assert render(DOCUMENTS["day-pass"]) == first


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import sys, hashlib\n"
        "from desk.documents import roll_pdf\n"
        "from tests.support.papers import DOCUMENTS\n"
        "print(hashlib.sha256(roll_pdf.render(DOCUMENTS['receipt'])).hexdigest())\n"
    )
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root, env=environment
        ).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1] != ""


def test_the_roll_is_80_mm_wide_and_as_long_as_its_content() -> None:
    width, height = pdf.size(roll_pdf.render(DOCUMENTS["receipt"]))
    assert width == pytest.approx(80 * MM, abs=0.01)
    _, longer = pdf.size(roll_pdf.render(DOCUMENTS["receipt-heavy"]))
    assert longer > height > 100 * MM


words = st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=70)
some_block = st.one_of(
    st.builds(Text, words, st.sampled_from(Align), st.sampled_from(Style)),
    st.builds(Columns, words, st.text("0123456789 ,€", max_size=18), st.sampled_from(Style)),
    st.builds(Line, words, st.just("3"), st.just("12,00 €"), st.text("0123456789 ,€", max_size=18), words),
    st.builds(Tick, words, words, st.just("10:42")),
    st.just(Table(("Taux", "HT", "TTC"), (("20 %", "123 456 789,00 €", "123 456 789,00 €"),))),
    st.just(QrCode("CC1ABCDEF", "CC1ABCDEF")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(some_block, min_size=1, max_size=6))
def test_nothing_is_ever_drawn_outside_the_paper(blocks: list[Text]) -> None:
    data = roll_pdf.render(Document("test", "test", tuple(blocks)))
    width, height = pdf.size(data)
    for left, bottom, right, top in pdf.text_boxes(data):
        assert left >= 4 * MM - 1
        assert right <= width - 4 * MM + 1
        assert bottom >= 0
        assert top <= height


def test_amounts_share_their_right_edge() -> None:
    blocks = tuple(Columns("x", amount) for amount in ("1,11 €", "24,00 €", "1 234,50 €"))
    boxes = pdf.text_boxes(roll_pdf.render(Document("test", "test", blocks)))
    euros = sorted(boxes, key=lambda box: -box[2])[:3]
    assert max(box[2] for box in euros) - min(box[2] for box in euros) < 0.1


def test_a_title_is_never_left_alone_at_the_foot_of_a_page() -> None:
    for filler in range(20, 60):
        lines = tuple(Text(f"ligne {number}") for number in range(filler))
        document = Document("test", "test", (*lines, Text("Le titre", style=Style.TITLE), Text("sa suite")))
        for page in pdf.pages(a4_pdf.render(document)):
            assert ("Le titre" in page) == ("sa suite" in page)


@pytest.mark.parametrize("style", Style)
def test_a_text_longer_than_a_page_goes_on_the_next(style: Style) -> None:
    document = Document("test", "Le test", (Text("mot " * 3000, style=style), Columns("mot " * 900, "12,00 €", style)))
    data = a4_pdf.render(document)
    pages = pdf.pages(data)
    assert sum(page.count("mot") for page in pages) == 3900
    for page in range(len(pages)):
        assert min(box[1] for box in pdf.text_boxes(data, page)) > 10 * MM
