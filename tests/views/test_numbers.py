"""A number that shows a dash: what is typed after a click, Tab or nothing at all is what stands there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from views.numbers import NumberField
from views.parts import column


@pytest.fixture
def form(qtbot: QtBot) -> tuple[QWidget, QLineEdit, NumberField]:
    window = QWidget()
    body = column(window)
    other, field = QLineEdit(), NumberField("Pièces", 500)
    body.addWidget(other)
    body.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    other.setFocus()
    return window, other, field


@pytest.mark.parametrize("where", [0.1, 0.5, 0.7])
def test_a_click_then_a_digit_replaces_the_dash(form: tuple[QWidget, QLineEdit, NumberField], where: float) -> None:
    _, _, field = form
    line = field.findChild(QLineEdit)
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(int(line.width() * where), line.height() // 2))
    QApplication.processEvents()
    QTest.keyClicks(field, "32")
    assert (field.value(), field.text()) == (32, "32")
    # A second click places the cursor, as anywhere.
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 2, line.height() // 2))
    QApplication.processEvents()
    QTest.keyClicks(field, "1")
    assert field.value() == 321


def test_by_tab_and_back_to_the_dash(form: tuple[QWidget, QLineEdit, NumberField]) -> None:
    _, other, field = form
    QTest.keyClick(other, Qt.Key.Key_Tab)
    QTest.keyClicks(field, "7")
    assert field.value() == 7
    field.selectAll()
    QTest.keyClicks(field, "0")
    other.setFocus()
    assert (field.value(), field.text()) == (0, "–")
    assert field.accessibleName() == "Pièces"
