"""The roll call under alarm: who is in, ticked once, whatever key is pressed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.support.window import Screen, held, window_fixture
from views.roll_call import RollCallPage

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _alarm(screen: Screen) -> RollCallPage:
    for name in ("Inès Alvar", "Bachir Oyono"):
        screen.house.scan(screen.house.member(name))
    screen.press(Key.Key_F9)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    return page


def _boxes(page: RollCallPage) -> list[QCheckBox]:
    return page._boxes


def test_a_second_press_of_the_key_loses_no_tick(held: Screen) -> None:
    page = _alarm(held)
    _boxes(page)[0].click()
    assert page._progress.text() == "1 / 2 retrouvés"
    held.press(Key.Key_F9)
    assert held.window.stage.currentWidget() is page
    assert page._progress.text() == "1 / 2 retrouvés"


def test_someone_who_checks_out_leaves_the_list_and_the_ticks_stay(held: Screen) -> None:
    page = _alarm(held)
    ticked, other = _boxes(page)
    ticked.click()
    other.setFocus()
    held.house.later(minutes=1)
    assert held.house.desk.checkin.leave(other.line.id).visit_id
    held.settle()
    assert page._progress.text() == "1 / 1 retrouvés"
    held.escape()  # the keyboard is still on the page, though its box has gone
    assert held.window.stage.count() == 1


def test_space_ticks_enter_prints_and_escape_goes_back(held: Screen) -> None:
    page = _alarm(held)
    held.press(Key.Key_Tab)
    while not isinstance(held.focus, QCheckBox):
        held.press(Key.Key_Tab)
    held.press(Key.Key_Space)
    assert page._progress.text() == "1 / 2 retrouvés"
    held.enter()
    held.wait(held.all_printed)
    assert held.printed() == ["Liste d’évacuation"]
    held.escape()
    assert held.window.stage.count() == 1
