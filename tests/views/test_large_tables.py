"""Tables in a large text: what is sold, what is lent and why an entry is left out are read whole, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desk.translations import install_language
from tests.support.booking_scenes import ics
from tests.support.care_scenes import CARE_SCENES
from tests.support.house import small_house
from tests.support.window import CTRL, Screen, dress, shown, staffed
from views.calendars.page import LOOK, CalendarPage
from views.lending.page import LendingPage
from views.prices.page import PricesPage

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def _cut(table: QTableView) -> list[str]:
    """The cells whose words do not fit where they are, or are out of sight sideways."""
    found = []
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            index = table.model().index(row, column)
            words, cell = str(index.data()), table.visualRect(index)
            wrap = int(Qt.TextFlag.TextWordWrap) if table.wordWrap() else 0
            needed = table.fontMetrics().boundingRect(QRect(0, 0, cell.width() - 8, 1), wrap, words)
            inside = cell.left() >= 0 and cell.right() <= table.viewport().width()
            if not inside or needed.width() > cell.width() - 4 or needed.height() > cell.height():
                found.append(words)
    return found


def _page(screen: Screen) -> object:
    screen.settle()
    return screen.window.stage.currentWidget()


@pytest.mark.parametrize(("language", "scale"), [("fr", 1.25), ("en", 1.5)])
def test_tables_are_read_whole_in_a_large_text(qtbot: QtBot, tmp_path: Path, language: str, scale: float) -> None:
    install_language(language)
    with small_house(tmp_path / "house") as house, shown(qtbot, staffed(house)) as screen:
        dress(screen, scale=scale)
        screen.hold()
        screen.press(Key.Key_T, CTRL)
        prices = _page(screen)
        assert isinstance(prices, PricesPage)
        assert _cut(prices.table) == []
        for _ in range(3):
            screen.press(Key.Key_Right)
        assert prices.table.horizontalScrollBar().value() == 0
        CARE_SCENES["lending"](screen)
        lending = _page(screen)
        assert isinstance(lending, LendingPage)
        assert _cut(lending.table) == []
        screen.press(Key.Key_I, CTRL | SHIFT)
        calendar = _page(screen)
        assert isinstance(calendar, CalendarPage)
        calendar.take(ics(tmp_path))
        screen.wait(lambda: calendar.step == LOOK and not calendar.is_busy)
        screen.settle()
        assert _cut(calendar.look.table) == []
