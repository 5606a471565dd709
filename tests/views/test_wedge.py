"""The scanner's ear: codes are heard from any focus, and what a person types stays whole and in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desk.codes import ALPHABET, make
from desk.keyboard_layouts import Platform
from tests.support.counter import CODE, OTHER, Counter, shown_counter
from tests.support.scanner import ENTER_KEYCODE, LAYOUTS, TAB_KEYCODE
from views.wedge import ScannerWedge

MISREAD = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    with shown_counter(qtbot) as shown:
        yield shown


@pytest.mark.parametrize("caps_lock", [False, True])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scan_is_heard_and_leaves_the_focused_field_alone(
    counter: Counter, layout: str, numbered: bool, caps_lock: bool
) -> None:
    counter.text.setText("Marc")
    counter.text.selectAll()
    counter.keyboard(layout, caps_lock=caps_lock, numbered=numbered).scan(CODE)
    assert counter.heard == ([CODE], [], [])
    assert counter.text.text() == "Marc"
    assert counter.text.selectedText() == "Marc"
    assert counter.entered == []


@pytest.mark.parametrize("end", [ENTER_KEYCODE, TAB_KEYCODE])
def test_the_end_of_a_scan_presses_no_button_and_moves_no_focus(counter: Counter, end: int) -> None:
    counter.button.setDefault(True)
    counter.button.setFocus()
    counter.keyboard().scan(CODE, end=end)
    assert counter.scanned == [CODE]
    assert counter.clicks == 0
    assert counter.button.hasFocus()


@pytest.mark.parametrize("payload", [CODE.lower(), "\\000026" + CODE, "]Q1" + CODE, "]Q1\\000026" + CODE])
@pytest.mark.parametrize("layout", ["us", "fr"])
def test_case_and_the_marks_of_some_scanners_do_not_matter(counter: Counter, payload: str, layout: str) -> None:
    counter.keyboard(layout).scan(payload)
    assert counter.heard == ([CODE], [], [])
    assert counter.text.text() == ""


def test_a_scanner_set_to_the_layout_of_the_desk_is_heard_too(counter: Counter) -> None:
    counter.keyboard("fr").type(CODE, pace=5)
    counter.wedge.settle()
    assert counter.heard == ([CODE], [], [])
    assert counter.text.text() == ""


def test_two_scans_in_a_row(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.scan(CODE)
    keyboard.scan(OTHER)
    assert counter.scanned == [CODE, OTHER]
    assert counter.text.text() == ""


def test_a_scan_at_exactly_the_slowest_pace_is_heard_and_a_slower_one_is_typing(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.scan(CODE, pace=50)
    assert counter.scanned == [CODE]
    keyboard.scan(OTHER, pace=51)
    assert counter.scanned == [CODE]
    assert counter.entered == [OTHER]


def test_a_code_typed_by_hand_stays_in_the_field(counter: Counter) -> None:
    counter.keyboard("fr").type("CC1 boulevard Casaco, escalier C")
    counter.wedge.settle()
    assert counter.text.text() == "CC1 boulevard Casaco, escalier C"
    assert counter.heard == ([], [], [])


def test_a_held_key_goes_on_after_the_silence(counter: Counter, qtbot: QtBot) -> None:
    counter.wedge.stop()
    wedge = ScannerWedge(counter.window, platform=Platform.EVDEV, hold_ms=1)
    wedge.start()
    counter.keyboard().type("lac")
    assert counter.text.text() == "la"
    qtbot.waitUntil(lambda: counter.text.text() == "lac")
    wedge.stop()


def test_what_is_typed_just_before_a_scan_stays_typed(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.type("Luc")
    keyboard.scan(CODE, pace=10)
    keyboard.type("ie")
    assert counter.scanned == [CODE]
    assert counter.text.text() == "Lucie"


def test_fast_typing_that_is_no_code_stays_whole(counter: Counter) -> None:
    counter.keyboard("fr").type("accès CC2 ccl cc", pace=8)
    counter.wedge.settle()
    assert counter.text.text() == "accès CC2 ccl cc"


def test_enter_after_slow_typing_belongs_to_the_field(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.type("Luc")
    keyboard.stroke(ENTER_KEYCODE, after=20)
    assert counter.entered == ["Luc"]


def test_a_misread_code_is_told_and_swallowed(counter: Counter) -> None:
    counter.keyboard("fr").scan(MISREAD)
    assert counter.heard == ([], [MISREAD], [])
    assert counter.text.text() == ""
    assert counter.entered == []


@pytest.mark.parametrize("raw", [CODE[:-1], CODE + "0", CODE[:5] + "-" + CODE[5:9]])
def test_a_code_with_a_lost_or_a_foreign_symbol_is_misread(counter: Counter, raw: str) -> None:
    counter.keyboard().scan(raw)
    assert counter.heard == ([], [raw], [])
    assert counter.text.text() == ""


def test_a_scanner_without_enter_is_heard_by_the_silence(counter: Counter) -> None:
    counter.keyboard().scan(CODE, end=None)
    counter.wedge.settle()
    assert counter.heard == ([CODE], [], [])
    counter.keyboard().scan(MISREAD, end=None)
    counter.wedge.settle()
    assert counter.heard == ([CODE], [MISREAD], [])
    assert counter.text.text() == ""


def test_the_late_enter_of_a_code_already_told_is_swallowed_once(counter: Counter) -> None:
    counter.button.setDefault(True)
    keyboard = counter.keyboard()
    keyboard.scan(CODE, end=None)
    counter.wedge.settle()
    keyboard.stroke(ENTER_KEYCODE, after=100)
    assert counter.entered == []
    keyboard.stroke(ENTER_KEYCODE, after=100)
    assert counter.entered == [""]


def test_a_broken_off_scan_goes_to_the_field(counter: Counter) -> None:
    counter.keyboard().scan(CODE[:9], end=None)
    counter.wedge.settle()
    assert counter.text.text() == CODE[:9]
    assert counter.heard == ([], [], [])


def test_a_foreign_code_is_told_when_no_text_field_has_the_focus(counter: Counter) -> None:
    counter.button.setDefault(True)
    counter.button.setFocus()
    counter.keyboard("fr").scan("https://exemple.fr/p?a=1 2")
    assert counter.heard == ([], [], ["https://exemple.fr/p?a=1 2"])
    assert counter.clicks == 0


def test_a_foreign_code_belongs_to_the_text_field_that_has_the_focus(counter: Counter) -> None:
    counter.keyboard().scan("https://exemple.fr")
    assert counter.heard == ([], [], [])
    assert counter.entered == ["https://exemple.fr"]


def test_a_long_foreign_code_that_begins_like_ours_is_not_held_for_ever(counter: Counter) -> None:
    text = "CC1" + "0" * 300
    counter.keyboard().scan(text)
    assert counter.heard == ([], [], [])
    assert counter.entered == [text]


def test_five_quick_keys_are_not_a_foreign_code(counter: Counter) -> None:
    counter.names.setFocus()
    counter.keyboard().scan("zoeab")
    assert counter.heard == ([], [], [])
    assert counter.names.currentItem().text() == "Zoé"


def _code(body: list[int]) -> str:
    left = iter(body)
    return make(lambda symbols: next(left))


_CODES = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=12, max_size=12).map(_code)
_TYPED = st.text("cC1 lué&(x-?.$*", min_size=1, max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    steps=st.lists(st.one_of(st.tuples(st.just("scan"), _CODES), st.tuples(st.just("type"), _TYPED)), max_size=8),
    paces=st.lists(st.integers(1, 50), min_size=8, max_size=8),
    pauses=st.lists(st.integers(51, 400), min_size=8, max_size=8),
)
def test_slow_typing_and_scans_in_any_order_never_mix(
    counter: Counter, steps: list[tuple[str, str]], paces: list[int], pauses: list[int]
) -> None:
    counter.text.clear()
    counter.scanned.clear()
    keyboard = counter.keyboard("fr")
    for (kind, text), pace, pause in zip(steps, paces, pauses, strict=False):
        if kind == "scan":
            keyboard.scan(text, pace=pace)
        else:
            keyboard.type(text, pace=pause)
    counter.wedge.settle()
    assert counter.text.text() == "".join(text for kind, text in steps if kind == "type")
    assert counter.heard == ([text for kind, text in steps if kind == "scan"], [], [])
