"""No character is lost in silence, and none can command a printer."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents import escpos_bytes, text
from desk.documents.fonts import register, spell
from desk.documents.page import Align, Columns, Document, Line, Rule, Style, Table, Text, Tick
from desk.printing.profiles import ROLL_42, ROLL_48, PrinterProfile
from tests.support.escpos_screen import Screen

FRENCH_ALPHABET = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’–—…€°"
FRENCH = "é è ê ë à â ç î ï ô ù û ü ÿ É È Ê Ë À Â Ç Î Ï Ô Ù Û Ü"
CP858 = PrinterProfile(code_page="CP858")
CP1252 = PrinterProfile(code_page="CP1252")


def printed(words: str, profile: PrinterProfile) -> str:
    document = Document("test", "test", (Text(words),))
    screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(document, profile))
    # Selected at the start, and again where the end begins.
    assert screen.code_pages == [profile.code_page.lower()] * 2
    return " ".join(screen.text.split())


@pytest.mark.parametrize("profile", [CP858, CP1252], ids=["CP858", "CP1252"])
def test_every_french_letter_and_the_euro_come_out_as_themselves(profile: PrinterProfile) -> None:
    assert printed(FRENCH, profile) == FRENCH
    assert printed("24,00 € « oui » × 2 ° ·", profile) == "24,00 € « oui » × 2 ° ·"
    assert printed("24,00\u00a0€ et 1\u202f234", profile) == "24,00 € et 1 234"


ON_CP858 = str.maketrans({"œ": "oe", "Œ": "OE", "Ÿ": "Y", "’": "'", "–": "-", "—": "-", "…": "..."})
"""What CP858 has no place for, and the nearest that it has; CP1252 has all of it."""


@pytest.mark.parametrize("profile", [CP858, CP1252], ids=["CP858", "CP1252"])
@pytest.mark.parametrize("char", FRENCH_ALPHABET)
def test_each_french_character_is_read_back_from_the_bytes(char: str, profile: PrinterProfile) -> None:
    expected = char if profile is CP1252 else char.translate(ON_CP858)
    assert printed(f"a{char}b", profile) == f"a{expected}b"


def test_what_a_code_page_lacks_becomes_a_readable_spelling() -> None:
    assert printed("œuvre Œuvre l’été – — … − ‘a’ “b”", CP1252) == "œuvre Œuvre l’été – — … - ‘a’ “b”"
    assert printed("œuvre Œuvre l’été – — … − ‘a’ “b”", CP858) == "oeuvre OEuvre l'été - - ... - 'a' \"b\""
    assert printed("Łódź Żaneta Đỗ Şule Čapek", CP858) == "Lódz Zaneta Do Sule Capek"
    assert printed("Ивана 日本", CP858) == "????? ??"


def test_an_accent_typed_apart_is_joined_to_its_letter() -> None:
    assert printed(unicodedata.normalize("NFD", "Noémie Lefèvre"), CP858) == "Noémie Lefèvre"


@pytest.mark.parametrize("profile", [CP858, CP1252], ids=["CP858", "CP1252"])
def test_the_whole_code_page_is_what_the_printer_shows(profile: PrinterProfile) -> None:
    codec = profile.code_page.lower()
    known = [bytes([byte]).decode(codec, "ignore") for byte in range(0x80, 0x100)]
    letters = [char for char in known if char and char.isprintable()]
    assert len(letters) > 100
    assert printed(" ".join(letters), profile) == " ".join(letters)


@pytest.mark.parametrize("profile", [CP858, CP1252], ids=["CP858", "CP1252"])
def test_a_name_cannot_command_the_printer(profile: PrinterProfile) -> None:
    evil = "a\x1bp\x00\x32\x32b\x1d\x56\x00c\x10\x14\x01\x00\x01d\x9be\u202ef"
    document = Document("test", "test", (Text(evil), Columns(evil, evil), Tick(evil, evil, evil)))
    screen = Screen().feed(escpos_bytes.render(document, profile))
    assert screen.pulses == 0
    assert screen.cuts == 1


any_text = st.text(max_size=60)
styles = st.sampled_from(Style)
any_block = st.one_of(
    st.builds(Text, any_text, st.sampled_from(Align), styles),
    st.builds(Columns, any_text, any_text, styles),
    st.builds(Line, any_text, any_text, any_text, any_text, any_text),
    st.builds(Tick, any_text, any_text, any_text),
    st.builds(Table, st.tuples(any_text, any_text), st.tuples(st.tuples(any_text, any_text)), styles),
    st.just(Rule()),
)


@given(st.lists(any_block, max_size=4), any_text, st.sampled_from([ROLL_42, ROLL_48, CP1252]))
def test_no_text_whatever_leaves_the_paper_or_the_known_commands(
    blocks: list[Text], mark: str, profile: PrinterProfile
) -> None:
    document = Document("test", "test", tuple(blocks), mark)
    screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(document, profile))
    assert (screen.cuts, screen.pulses) == (1, 0)
    assert all(len(line) <= 42 for line in text.render(document).split("\n"))


@given(st.characters(categories=["L", "N", "P", "S"]))
def test_each_visible_character_leaves_a_trace(char: str) -> None:
    assert len(printed(f"<{char}>", CP858).replace(" ", "")) > 2
    assert len(printed(f"<{char}>", CP1252).replace(" ", "")) > 2
    assert spell(char).strip()


def test_the_fonts_draw_french_and_spell_the_rest() -> None:
    register()
    assert spell(FRENCH) == FRENCH
    assert spell("œŒ€’«»–·×−—…") == "œŒ€’«»–·×−—…"
    assert spell("1\u202f234") == "1\u00a0234"
    assert spell("Łódź № 日") == "Łódz no  ?"
