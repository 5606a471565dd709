"""The scanner's ear: shortcuts, releases, repetitions, dead keys, focus, and failures."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.keyboard_layouts import Platform
from tests.support.counter import CODE, OTHER, Counter, shown_counter
from tests.support.scanner import ENTER_KEYCODE, SHIFT_KEYCODE, Keyboard, keys_for
from views.wedge import ScannerWedge

C_KEYCODE = 54
SPACE_KEYCODE = 65


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    with shown_counter(qtbot) as shown:
        yield shown


def test_keys_typed_to_a_button_reach_it_at_once(counter: Counter) -> None:
    counter.button.setFocus()
    counter.keyboard().stroke(SPACE_KEYCODE, after=100)
    assert counter.clicks == 1


def test_control_k_passes_and_comes_after_what_was_typed(counter: Counter, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence("Ctrl+K"), counter.window)
    shortcut.activated.connect(counter.on_return)
    QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_C)
    assert counter.text.text() == ""
    QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert counter.entered == ["c"]


def test_no_shortcut_acts_during_a_scan_and_a_bare_letter_acts_when_it_was_typed(counter: Counter) -> None:
    shortcut = QShortcut(QKeySequence("C"), counter.window)
    shortcut.activated.connect(counter.on_return)
    counter.button.setFocus()
    keyboard = counter.keyboard()
    keyboard.scan(CODE)
    assert counter.entered == []
    keyboard.type("c")
    counter.wedge.settle()
    assert counter.entered == [""]


def test_shift_keys_do_not_interrupt_a_scan(counter: Counter) -> None:
    keyboard = counter.keyboard()
    for char in CODE:
        keyboard.press(SHIFT_KEYCODE)
        keyboard.scan(char, end=None)
        keyboard.release(SHIFT_KEYCODE)
    keyboard.stroke(ENTER_KEYCODE, after=5)
    assert counter.scanned == [CODE]
    assert counter.text.text() == ""


def test_a_scanner_with_overlapping_keys_is_heard(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keys = [*keys_for(CODE), (ENTER_KEYCODE, False)]
    before: tuple[int, bool] | None = None
    for key in keys:
        keyboard.now += 4
        if before == key:
            keyboard.release(*before)
            before = None
        keyboard.press(*key)
        if before is not None:
            keyboard.release(*before)
        before = key
    keyboard.release(ENTER_KEYCODE)
    assert counter.scanned == [CODE]
    assert counter.text.text() == ""


def test_a_doubled_letter_taken_for_a_repetition_is_still_a_scan(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.stroke(C_KEYCODE, True, after=5)
    keyboard.stroke(C_KEYCODE, True, after=5, repeat=True)
    keyboard.scan(CODE[2:])
    assert counter.scanned == [CODE]


def test_a_key_kept_down_repeats_in_the_field(counter: Counter) -> None:
    keyboard = counter.keyboard()
    keyboard.now += 100
    keyboard.press(C_KEYCODE)
    for after in (500, 30, 30, 30):
        keyboard.stroke(C_KEYCODE, after=after, repeat=True)
    keyboard.release(C_KEYCODE)
    assert counter.text.text() == "ccccc"


def test_every_press_that_reaches_a_widget_has_its_release(counter: Counter) -> None:
    seen: list[tuple[QEvent.Type, str]] = []

    class Ear(QLineEdit):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.append((event.type(), event.text()))

        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            seen.append((event.type(), event.text()))

    ear = Ear()
    counter.add(ear)
    ear.setFocus()
    keyboard = counter.keyboard()
    keyboard.type("cab")
    keyboard.scan(CODE)
    keyboard.type("c")
    counter.wedge.settle()
    both = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    assert seen == [(kind, char) for char in "cabc" for kind in both]


def test_a_composed_letter_comes_after_the_held_one(counter: Counter) -> None:
    counter.keyboard("fr").type("c")
    composed = QInputMethodEvent("", [])
    composed.setCommitString("ê")
    QCoreApplication.sendEvent(counter.text, composed)
    assert counter.text.text() == "cê"


def test_a_dead_key_within_a_scan_makes_it_misread_not_lost(counter: Counter) -> None:
    counter.keyboard("fr").scan(CODE[:8] + "[" + CODE[8:])
    assert counter.heard == ([], [CODE[:8] + "[" + CODE[8:]], [])
    assert counter.text.text() == ""


def test_held_keys_go_to_the_widget_they_were_typed_into(counter: Counter) -> None:
    other = QLineEdit()
    counter.add(other)
    counter.keyboard().type("c")
    other.setFocus()
    counter.wedge.settle()
    assert (counter.text.text(), other.text()) == ("c", "")


def test_held_keys_of_a_widget_that_is_gone_harm_nobody(counter: Counter) -> None:
    gone = QLineEdit()
    counter.add(gone)
    gone.setFocus()
    Keyboard(gone).type("c")
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    counter.text.setFocus()
    counter.wedge.settle()
    assert counter.text.text() == ""
    counter.keyboard().type("luc")
    counter.wedge.settle()
    assert counter.text.text() == "luc"


def test_keys_sent_straight_to_a_widget_are_heard_too(counter: Counter) -> None:
    QTest.keyClicks(counter.text, CODE)
    QTest.keyClick(counter.text, Qt.Key.Key_Return)
    assert counter.scanned == [CODE]
    assert counter.text.text() == ""


def test_a_failure_of_the_ear_lets_the_key_go_on(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(event: QKeyEvent) -> float:
        raise RuntimeError("no clock")

    counter.wedge.stop()
    wedge = ScannerWedge(counter.window, platform=Platform.EVDEV, clock=broken)
    wedge.start()
    with caplog.at_level(logging.ERROR):
        counter.keyboard().type("ab")
    wedge.stop()
    assert counter.text.text() == "ab"
    assert "RuntimeError" in caplog.text
    assert "no clock" not in caplog.text


class Interrupter(QObject):
    """A desk that reacts to a scan by moving the focus, as greetings and panels do."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self._target = target

    @Slot(str)
    def on_scan(self, code: str) -> None:
        self._target.setFocus()


def test_a_reaction_that_moves_the_focus_gets_no_key_of_the_scan(counter: Counter) -> None:
    other = QLineEdit()
    counter.add(other)
    interrupter = Interrupter(other)
    counter.wedge.scanned.connect(interrupter.on_scan)
    keyboard = counter.keyboard()
    keyboard.scan(CODE)
    keyboard.scan(OTHER)
    assert counter.scanned == [CODE, OTHER]
    assert (counter.text.text(), other.text()) == ("", "")
