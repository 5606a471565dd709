"""The small pieces: choices whose words are longer than their place, or hold an "&"."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QScrollArea

from models.staff import Role
from tests.support.window import PIN, Screen, dress, held, window_fixture  # noqa: F401
from views.parts import ChoiceButton, Choices
from views.team import TeamPage

LONG = "Marie-Antoinette Perrichonnet-Delaunay de la Tour Essai"


def _name(button: QPushButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def _buttons(choices: Choices) -> dict[str, ChoiceButton]:
    return {made.words: made for made in choices.findChildren(ChoiceButton)}


def test_a_long_name_is_elided_and_whole_for_the_mouse_and_a_screen_reader(held: Screen) -> None:  # noqa: F811
    for name in (LONG, "Ana & Léo Essai"):
        held.house.desk.staff.enrol(name, PIN, Role.FACILITATOR)
    held.window.lock()
    held.settle()
    known = _buttons(held.window.sign_in.people)
    long, both = known[LONG], known["Ana & Léo Essai"]
    card = held.window.sign_in._card
    assert long.mapTo(card, long.rect().bottomRight()).x() < card.width()
    assert long._fitting().endswith("…")
    assert long.toolTip() == _name(long) == LONG
    assert both._fitting() == both.words == _name(both)
    assert both.toolTip() == ""
    assert both.shortcut().isEmpty(), "an & in a name is no key"


def test_a_long_name_cuts_nothing_of_the_team_page(held: Screen) -> None:  # noqa: F811
    for name in (LONG, f"{LONG} B."):
        held.house.desk.staff.enrol(name, PIN, Role.FACILITATOR)
    for scale in (1.0, 1.25, 1.5):
        dress(held, scale=scale)
        held.window.work.show_team()
        held.settle()
        page = held.window.stage.currentWidget()
        assert isinstance(page, TeamPage)
        (area,) = page.findChildren(QScrollArea)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), scale
        title = next(found for found in page.findChildren(QLabel) if found.text() == "Les dernières permanences")
        assert title.mapTo(page, title.rect().topRight()).x() <= page.width()
        wide = page._halves.direction() is QBoxLayout.Direction.LeftToRight
        assert wide is (scale == 1.0)


def test_words_that_change_change_the_tooltip(held: Screen) -> None:  # noqa: F811
    choices = Choices([(1, "Un"), (2, "Deux")], "Combien", columns=1)
    held.qtbot.addWidget(choices)
    choices.resize(120, 120)
    choices.show()
    made = choices.button_of(1)
    assert made.toolTip() == ""
    made.setText(LONG)
    assert made.toolTip() == LONG
