"""The wheel over a field that nobody went into scrolls the page; in a field that has the focus it still turns it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

from tests.support.printer_scenes import a_second_printer
from tests.support.settings_scenes import settings
from tests.support.window import CTRL, Screen, held, window_fixture
from views.closings.page import ClosingsPage
from views.prices.page import PricesPage
from views.printers.page import PrintersPage

__all__ = ["held", "window_fixture"]

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
NOTCH = 120


def _wheel(screen: Screen, over: QWidget, notches: int) -> None:
    """Turn the wheel over the middle of `over`, as the window system tells it."""
    window = screen.window.windowHandle()
    middle = window.mapFromGlobal(over.mapToGlobal(over.rect().center()))
    QTest.wheelEvent(window, QPointF(middle), QPoint(0, notches * NOTCH))
    screen.settle()


def _value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex()
    assert isinstance(field, QAbstractSpinBox)
    return field.text()


def test_a_page_is_scrolled_past_its_fields(held: Screen) -> None:
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    bar = page._area.verticalScrollBar()
    fields = (
        page.from_day,
        page.readings.choices[0],
        page.rates.rate,
        page.rates.day,
        page.article.vat,
        page.extra_unit,
    )
    for field in fields:
        page._area.ensureWidgetVisible(field)
        before, place = _value(field), bar.value()
        way = -1 if place < bar.maximum() else 1
        _wheel(held, field, way)
        assert _value(field) == before, field.accessibleName()
        assert bar.value() != place, field.accessibleName()
        # Qt would give it the focus of the wheel itself, and the next notch would turn it.
        assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert not field.hasFocus()
    page._area.ensureWidgetVisible(page.rates.rate)
    page.rates.rate.setFocus()
    _wheel(held, page.rates.rate, -1)
    assert page.rates.rate.currentIndex() == 1


def test_nothing_that_acts_at_once_is_done_by_the_wheel(held: Screen) -> None:
    a_second_printer(held)
    held.press(Key.Key_P, CTRL | SHIFT)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PrintersPage)
    before = [(purpose, box.currentText()) for purpose, box in page.uses.items()]
    for box in page.uses.values():
        _wheel(held, box, -1)
        _wheel(held, box, 1)
    assert [(purpose, box.currentText()) for purpose, box in page.uses.items()] == before
    assert page._told.text() == ""


def test_numbers_hours_and_sliders_are_turned_only_where_somebody_is(held: Screen) -> None:
    page = settings(held)
    page.show_room("hours")
    held.settle()
    slider = QSlider(Qt.Orientation.Horizontal, page)
    slider.resize(80, 20)
    slider.show()
    slider.setValue(50)
    fields = [field for field in page.section.findChildren(QAbstractSpinBox) if field.isVisible() and field.isEnabled()]
    before = [field.text() for field in fields]
    for field in (*fields, slider):
        _wheel(held, field, 1)
    assert fields
    assert [field.text() for field in fields] == before
    assert slider.value() == 50
    fields[0].setFocus()
    _wheel(held, fields[0], 1)
    assert fields[0].text() != before[0]
    slider.setFocus()
    _wheel(held, slider, 1)
    assert slider.value() > 50


def test_the_month_of_the_fiscal_year_is_said_and_taken_back(held: Screen) -> None:
    held.press(Key.Key_F7, SHIFT)
    page = held.window.stage.currentWidget()
    assert isinstance(page, ClosingsPage)
    closings = held.house.desk.closings
    _wheel(held, page.month, -1)
    assert closings.fiscal_month() == 1
    page.month.setFocus()
    held.press(Key.Key_Down)
    assert closings.fiscal_month() == 2
    assert page._told.text() == "L’exercice commence maintenant en février, et non plus en janvier."
    assert page.month.currentIndex() == 1
    assert page.month.hasFocus()
    held.click(page.back_button)
    assert closings.fiscal_month() == 1
    assert page.month.currentIndex() == 0
    assert page._told.text() == "L’exercice commence de nouveau en janvier."
    assert not page.back_button.isVisible()
    written = held.house.rows("SELECT 1 FROM journal WHERE kind = 'site.fiscal_month'")
    page.month.activated.emit(0)
    assert held.house.rows("SELECT 1 FROM journal WHERE kind = 'site.fiscal_month'") == written
