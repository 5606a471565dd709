"""A pass sold from a refusal: for that person, never the one that was half-way for another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.codes import make
from tests.support import door_scenes as scenes
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _button(screen: Screen, words: str) -> QPushButton:
    screen.settle()
    found = screen.window.counter.findChildren(QPushButton)
    return next(b for b in found if words in b.text() and b.isVisible())


def test_a_pass_is_sold_in_the_name_of_whoever_was_refused_and_another_person_s_waits(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.type("Camille")
    held.enter()
    camilles = held.flow(DayPassPanel)
    assert camilles._whose.text() == "Pour Camille"
    scenes._lapsed(held)
    held.click(_button(held, "Vendre un pass"))
    panel = held.flow(DayPassPanel)
    assert panel is not camilles
    assert (panel.guest.text(), panel.step) == ("Inès Alvar", 0)
    panel.guest.setText("Quelqu’un d’autre")
    held.scan(held.house.member("Zoé Sans", plan="").code)
    held.click(_button(held, "Vendre un pass"))
    zoes = held.flow(DayPassPanel)
    assert zoes.guest.text() == "Zoé Sans"
    held.enter()
    assert zoes._whose.isVisible()
    assert zoes._whose.text() == "Pour Zoé Sans"
    held.enter()
    assert held.house.value("SELECT guest_name FROM day_pass") == "Zoé Sans"
    # A pass that is sold gives its place; those half-way come back under it.
    held.escape()
    assert held.flow(DayPassPanel) is panel
    held.press(Key.Key_J, CTRL)
    assert held.flow(DayPassPanel) is panel
    held.escape()
    assert (held.flow(DayPassPanel), camilles.step) == (camilles, 1)


def test_a_pass_that_is_nobody_s_yet_takes_the_name_and_one_gone_on_with_does_not(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    scenes._lapsed(held)
    held.click(_button(held, "Vendre un pass"))
    assert (held.flow(DayPassPanel), panel.guest.text()) == (panel, "Inès Alvar")
    panel.guest.clear()
    held.enter()
    assert not panel._whose.isVisible()
    held.window.scan(make())
    held.click(_button(held, "Vendre un pass"))
    assert held.flow(DayPassPanel) is not panel
    for _ in range(2):
        held.enter()
    sold = held.flow(DayPassPanel)
    assert sold.is_done
    held.window.scan(make())
    held.click(_button(held, "Vendre un pass"))
    assert (held.flow(DayPassPanel).sold, len(held.window.counter.flows)) == (None, 2)
