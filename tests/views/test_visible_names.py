"""What is to be filled in has its name on the screen: the rule that the walk reads, and screens it does not reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.house import small_house
from tests.support.labelled import EXCEPTIONS, unlabelled
from tests.support.window import Screen, held, shown, window_fixture
from views.bookings.fields import ReasonField
from views.members.page import SearchField
from views.parts import after_name, column, named, under_name
from views.team import TeamPage

__all__ = ["held", "window_fixture"]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """An empty page on the screen."""
    made = QWidget()
    qtbot.addWidget(made)
    column(made)
    made.resize(400, 300)
    made.show()
    return made


def _field(kind: type[QWidget], name: str, page: QWidget) -> QWidget:
    made = kind(page)
    made.setAccessibleName(name)
    made.show()
    return made


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QTimeEdit])
def test_a_name_for_a_screen_reader_alone_is_not_enough(page: QWidget, kind: type[QWidget]) -> None:
    field = _field(kind, "Motif", page)
    assert unlabelled(page) == [f"{kind.__name__} 'Motif' has no visible label"]
    name = named(field)
    name.setParent(page)
    assert unlabelled(page) != [], "a label that is not shown"
    name.show()
    assert unlabelled(page) == []


def test_a_hint_or_a_stray_text_is_no_label(page: QWidget) -> None:
    field = _field(QLineEdit, "Motif", page)
    assert isinstance(field, QLineEdit)
    field.setPlaceholderText("Motif")
    for words in ("Une remarque", "–"):
        QLabel(words, page).show()
    assert len(unlabelled(page)) == 1


def test_a_head_names_its_own_column(page: QWidget) -> None:
    holder = QWidget()
    grid = QGridLayout(holder)
    for place, head in enumerate(("Ouverture", "Fermeture")):
        grid.addWidget(QLabel(head), 0, place)
        for line, day in enumerate(("lundi", "mardi"), start=1):
            grid.addWidget(_field(QTimeEdit, f"{day} : {head.lower()}", page), line, place)
    page.layout().addWidget(holder)
    QApplication.processEvents()
    assert unlabelled(page) == []
    grid.itemAtPosition(0, 1).widget().hide()
    assert len(unlabelled(page)) == 2


def test_each_exception_has_its_reason_and_a_search_shows_its_glass(page: QWidget) -> None:
    assert all(len(reason) > 20 for reason in EXCEPTIONS.values())
    search = SearchField()
    page.layout().addWidget(search)
    assert unlabelled(page) == []
    assert not search.actions()[0].icon().isNull()


def test_the_parts_tie_the_name_to_its_field_and_keep_an_ampersand(page: QWidget) -> None:
    field = _field(QLineEdit, "Café & thé", page)
    over, before = under_name(field), after_name(field, "Boissons")
    labels = over.itemAt(0).widget(), before.itemAt(0).widget()
    assert all(isinstance(one, QLabel) and one.buddy() is field for one in labels)
    assert [one.text() for one in labels if isinstance(one, QLabel)] == ["Café && thé", "Boissons"]


def test_the_caption_of_a_reason_comes_and_goes_with_it(page: QWidget) -> None:
    reason = ReasonField()
    for part in (reason.caption, reason):
        page.layout().addWidget(part)
    assert not reason.isVisible()
    assert reason.caption.isHidden()
    reason.show()
    assert reason.caption.isVisible()
    assert unlabelled(page) == []
    reason.hide()
    assert not reason.caption.isVisible()


def test_the_page_of_the_team_names_its_fields(held: Screen) -> None:
    held.press(Qt.Key.Key_F8)
    assert isinstance(held.window.stage.currentWidget(), TeamPage)
    assert unlabelled(held.window) == []


def test_the_first_start_asks_for_a_name_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house, shown(qtbot, house) as screen:
        assert screen.window.sign_in.name.isVisible()
        assert unlabelled(screen.window) == []
