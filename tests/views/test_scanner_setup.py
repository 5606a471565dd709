"""The scanner's set-up: what the keys of the calibration card tell of a scanner, in a plain sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk.calibration import PAYLOAD
from desk.keyboard_layouts import Platform
from tests.support.scanner import ENTER_KEYCODE, LAYOUTS, TAB_KEYCODE, Keyboard, keys_for
from tests.support.screen_dump import compare, nameless
from tests.support.window import Screen, held, window_fixture  # noqa: F401
from views.roll_call import RollCallPage
from views.scanner.diagnosis import SLOWEST_MS
from views.scanner.page import ScannerPage
from views.scanner.verdict import Verdict
from views.wedge import CADENCE_MS


@pytest.fixture
def page(held: Screen) -> ScannerPage:  # noqa: F811
    held.application.wedge._platform = Platform.EVDEV
    held.press(Qt.Key.Key_F12)
    shown = held.window.stage.currentWidget()
    assert isinstance(shown, ScannerPage)
    return shown


def keyboard(page: ScannerPage, layout: str = "us", *, numbered: bool = True) -> Keyboard:
    return Keyboard(page.window().windowHandle(), layout, numbered=numbered)


def verdict(page: ScannerPage) -> Verdict | None:
    return page.diagnosis.verdict if page.diagnosis is not None else None


def said(page: ScannerPage) -> str:
    assert page.diagnosis is not None
    return page.diagnosis.sentence + " " + page.diagnosis.advice


def facts(page: ScannerPage) -> dict[str, str]:
    assert page.diagnosis is not None
    return dict(page.diagnosis.facts)


def test_the_page_and_the_ear_agree_on_the_slowest_pace() -> None:
    assert SLOWEST_MS == CADENCE_MS


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    ("layout", "told"), [("us", "même disposition"), ("fr", "ordinateur français"), ("be", "ordinateur belge")]
)
def test_a_good_scanner_on_every_layout(page: ScannerPage, layout: str, told: str, numbered: bool) -> None:
    keyboard(page, layout, numbered=numbered).scan(PAYLOAD)
    assert verdict(page) is Verdict.GOOD
    assert said(page).strip() == "Ce scanner lira toutes les cartes."
    assert told in facts(page)["Clavier"]
    assert facts(page)["Touche finale"] == "Entrée"
    assert facts(page)["Cadence"].startswith("5\u00a0ms")


def test_what_the_page_shows(page: ScannerPage, held: Screen) -> None:  # noqa: F811
    compare("scanner-page", page)
    keyboard(page, "fr").scan(PAYLOAD)
    held.settle()
    compare("scanner-page-good", page)
    assert nameless(page) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_that_drops_shift_still_reads_every_card(page: ScannerPage, layout: str) -> None:
    keyboard(page, layout).scan(PAYLOAD.lower())
    assert verdict(page) is Verdict.GOOD
    assert facts(page)["Majuscules"].startswith("perdues")


def test_a_scanner_that_keeps_shift_down_is_told_to_use_the_us_keyboard(page: ScannerPage) -> None:
    keys = keyboard(page)
    for keycode, _ in keys_for(PAYLOAD):
        keys.stroke(keycode, True, after=5)
    keys.stroke(ENTER_KEYCODE, after=5)
    assert verdict(page) is Verdict.BAD
    assert "! @ #" in said(page)
    assert "américain" in said(page)


def test_a_scanner_set_to_the_french_keyboard_is_fine_on_a_french_desk_only(page: ScannerPage) -> None:
    keyboard(page, "fr").type(PAYLOAD, pace=5)
    page.trace.settle()
    assert verdict(page) is Verdict.GOOD
    keys = keyboard(page, "us")
    for keycode, shift in keys_for(PAYLOAD, "fr"):
        keys.stroke(keycode, shift, after=5)
    page.trace.settle()
    assert verdict(page) is Verdict.BAD
    assert "américain" in said(page)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_prefix_is_read_through_but_must_go(page: ScannerPage, layout: str) -> None:
    keyboard(page, layout).scan("xy" + PAYLOAD)
    assert verdict(page) is Verdict.FAIR
    assert "«\u00a0xy\u00a0»" in said(page)
    assert facts(page)["Avant le code"] == "xy"


def test_the_marks_of_some_scanners_are_no_trouble(page: ScannerPage) -> None:
    keyboard(page, "fr").scan("]Q1" + PAYLOAD)
    assert verdict(page) is Verdict.GOOD
    assert facts(page)["Avant le code"] == "]Q1"


def test_a_suffix_of_characters_must_go(page: ScannerPage) -> None:
    keyboard(page).scan(PAYLOAD + "xx")
    assert verdict(page) is Verdict.BAD
    assert "après le code" in said(page)


def test_tab_or_nothing_at_the_end_is_read(page: ScannerPage) -> None:
    keyboard(page).scan(PAYLOAD, end=TAB_KEYCODE)
    assert verdict(page) is Verdict.GOOD
    assert facts(page)["Touche finale"] == "Tabulation"
    keyboard(page).scan(PAYLOAD, end=None)
    page.trace.settle()
    assert verdict(page) is Verdict.GOOD
    assert facts(page)["Touche finale"] == "rien"
    assert "Entrée" in said(page)


@pytest.mark.parametrize(("pace", "expected"), [(35, Verdict.GOOD), (45, Verdict.FAIR), (51, Verdict.BAD)])
def test_a_slow_scanner_is_told_its_pace(page: ScannerPage, pace: int, expected: Verdict) -> None:
    keyboard(page).scan(PAYLOAD, pace=pace)
    assert verdict(page) is expected
    assert ("délai" in said(page)) is (expected is not Verdict.GOOD)


def test_lost_keys_and_wrong_ones_are_told_apart(page: ScannerPage) -> None:
    keyboard(page).scan(PAYLOAD[:9] + PAYLOAD[12:])
    assert verdict(page) is Verdict.BAD
    assert "se perdent" in said(page)
    keyboard(page).scan(PAYLOAD.replace("Y", "Z").replace("X", "W"))
    assert verdict(page) is Verdict.BAD
    assert "X Y" in said(page)


def test_another_code_is_not_the_card_and_opens_no_door(page: ScannerPage, held: Screen) -> None:  # noqa: F811
    member = held.house.member("Inès Alvar")
    keyboard(page, "fr").scan(member.code)
    assert verdict(page) is Verdict.OTHER
    assert "carte d’un membre" in said(page)
    keyboard(page).scan("https://exemple.fr")
    assert verdict(page) is Verdict.OTHER
    assert held.window.counter.greeting.outcome is None
    assert held.house.desk.presence.now().count == 0


def test_the_keys_of_the_counter_still_work_and_leaving_gives_the_scanner_back(
    page: ScannerPage,
    held: Screen,  # noqa: F811
) -> None:
    member = held.house.member("Inès Alvar")
    held.press(Qt.Key.Key_F9)
    assert isinstance(held.window.stage.currentWidget(), RollCallPage)
    held.scan(member.code)
    outcome = held.window.counter.greeting.outcome
    assert outcome is not None
    assert outcome.code == member.code
    held.press(Qt.Key.Key_F12)
    held.escape()
    assert held.window.stage.currentWidget() is held.window.board
    assert held.window.stage.count() == 1


def test_the_question_mark_of_a_scan_opens_no_sheet_of_keys(page: ScannerPage, held: Screen) -> None:  # noqa: F811
    keyboard(page).scan("??" + PAYLOAD)
    assert held.window.stage.currentWidget() is page
    assert facts(page)["Avant le code"] == "??"


def test_silence_ends_a_scan_by_itself(page: ScannerPage, held: Screen) -> None:  # noqa: F811
    page.trace._silence.setInterval(1)
    keyboard(page).scan(PAYLOAD, end=None)
    held.wait(lambda: verdict(page) is Verdict.GOOD)


def test_the_card_is_printed_from_the_page(page: ScannerPage, held: Screen) -> None:  # noqa: F811
    held.click(next(b for b in page.findChildren(QPushButton) if b.text() == "Imprimer la carte"))
    held.wait(held.all_printed)
    assert "Carte de réglage du scanner" in held.printed()
    assert any(text.text() == "La carte s’imprime." and text.isVisible() for text in page.findChildren(QLabel))
