"""The test page: letters, euro, width, code and cut, on each paper and each code page."""

from __future__ import annotations

import pytest
import zxingcpp

from desk import calibration
from desk.documents import escpos_bytes, test_page
from desk.printing.printers import paper_words
from desk.printing.profiles import PROFILES, paper_of
from desk.printing.rendering import rendered
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.papers import NOON

ROLLS = [name for name, profile in PROFILES.items() if not profile.is_sheet and profile.answers is None]


def facts(name: str, is_wired: bool = True) -> test_page.TestPageFacts:
    profile = PROFILES[name]
    columns = profile.columns if is_wired else 0
    return test_page.TestPageFacts("Comptoir", paper_words(name), profile.code_page, columns, NOON, is_wired)


@pytest.mark.parametrize("name", ROLLS)
def test_a_roll_shows_letters_width_code_and_cut(name: str) -> None:
    profile = PROFILES[name]
    screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(test_page.document(facts(name)), profile))
    lines = screen.text.split("\n")
    for letter in "àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ€«»°½":
        assert letter in screen.text, letter
    assert ("œ" in screen.text) == (profile.code_page == "CP1252")
    (ruler,) = [line for line in lines if line.startswith("123456789012")]
    assert len(ruler) == profile.columns
    assert paper_words(name).replace("\u00a0", " ") in screen.text.replace("\n", " ")
    assert [found.text for found in zxingcpp.read_barcodes(screen.pictures[0])] == [calibration.PAYLOAD]
    assert calibration.is_card(calibration.PAYLOAD)
    assert (screen.cuts, screen.pulses) == (1, 0)


@pytest.mark.parametrize(("name", "width"), [("80mm-48", 226.8), ("a4", 595.3)])
def test_a_pdf_shows_the_same(name: str, width: float) -> None:
    data = rendered(test_page.document(facts(name, is_wired=False)), "files", PROFILES[name])
    assert pdf.size(data)[0] == pytest.approx(width, abs=0.1)
    (page,) = pdf.pages(data)
    for words in (*test_page.LETTERS.split(), "12,50 €", "bord gauche", "bord droit", "Fin de la page"):
        assert words in page
    assert [found.text for found in zxingcpp.read_barcodes(pdf.picture(data, 4))] == [calibration.PAYLOAD]
    assert paper_of(name) == name
