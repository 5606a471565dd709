"""The price list in the narrowest window: every column is seen whole, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.translations import install_language
from tests.support.house import small_house
from tests.support.window import CTRL, dress, shown, staffed
from views.prices.page import PricesPage


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_grid_is_not_moved_sideways_at_1180_pixels(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    install_language(language)
    with small_house(tmp_path / "house") as house, shown(qtbot, staffed(house), (1180, 680)) as screen:
        dress(screen)
        screen.hold()
        screen.press(Qt.Key.Key_T, CTRL)
        page = screen.window.stage.currentWidget()
        assert isinstance(page, PricesPage)
        screen.settle()
        assert screen.window.width() == 1180
        table = page.table
        assert table.horizontalScrollBar().maximum() == 0
        assert table.model().columnCount() == 4
        for row in range(table.model().rowCount()):
            words = str(table.model().index(row, 0).data())
            room = table.visualRect(table.model().index(row, 0)).adjusted(4, 4, -10, -5)
            wrap = int(Qt.TextFlag.TextWordWrap)
            assert table.fontMetrics().boundingRect(room, wrap, words).height() <= room.height() + 4, words
