"""The page of bookings in the real window: drawn with the mouse, walked with the keyboard, taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desk.bookings import BookingKind, BookingListed, BookingRequest
from desk.errors import Refused
from tests.support.house import OPENING
from tests.support.screen_dump import nameless
from tests.support.window import CTRL, Screen, held, window_fixture
from views.bookings import access
from views.bookings.grid import BookingGrid
from views.bookings.page import DAY, LIST, WEEK, BookingsPage
from views.flows.booked import BookedPanel
from views.flows.booking import BookingPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def hold(screen: Screen, space: str, hour: float, lasting: float = 1.0, title: str = "Réunion") -> str:
    """Hold a space today from an hour, for so many hours."""
    starts = OPENING + timedelta(hours=hour - 9)
    request = BookingRequest(space, starts, starts + timedelta(hours=lasting), BookingKind.HOUSE, title, 4)
    made = screen.house.desk.bookings.hold(request)
    assert not isinstance(made, Refused), made
    screen.settle()
    return made


def page_of(screen: Screen) -> BookingsPage:
    """The page, opened by its key."""
    screen.press(Key.Key_F3)
    page = screen.window.bookings.page
    assert page is not None
    return page


def _get(screen: Screen, booking_id: str) -> BookingListed:
    found = screen.house.desk.bookings.get(booking_id)
    assert found is not None
    return found


def _hours(screen: Screen, booking_id: str) -> tuple[str, str, str]:
    found = _get(screen, booking_id)
    return found.space, f"{found.starts_at:%H:%M}", f"{found.ends_at:%H:%M}"


def _drag(screen: Screen, grid: BookingGrid, start: QPoint, end: QPoint) -> None:
    view = grid.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start + QPoint(14, 0))
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    screen.settle()


def _point(grid: BookingGrid, space: str, hour: float) -> QPoint:
    assert grid.board is not None
    row = next(index for index, one in enumerate(grid.board.rows) if one.space_id == space)
    geometry = grid.geometry_now
    return QPoint(round(geometry.x(hour * 60)), round(geometry.top(row) + geometry.row_height / 2))


# --- the keyboard --------------------------------------------------------------------------------------------


def test_a_booking_is_moved_stretched_and_taken_back_by_keyboard(held: Screen) -> None:
    one = hold(held, "calumet", 10)
    grid = page_of(held).grid
    assert grid.hasFocus()
    grid.go_to(one)
    held.press(Key.Key_Right, SHIFT)
    assert _hours(held, one) == ("Calumet", "10:15", "11:15")
    held.press(Key.Key_Right, CTRL)
    assert _hours(held, one) == ("Calumet", "10:15", "11:30")
    held.press(Key.Key_Left, CTRL | SHIFT)
    assert _hours(held, one) == ("Calumet", "10:00", "11:30")
    held.press(Key.Key_Down, SHIFT)
    assert _hours(held, one) == ("Pow-Wow", "10:00", "11:30")
    assert grid.block is not None
    assert grid.block.booking.id == one
    for expected in (("Calumet", "10:00", "11:30"), ("Calumet", "10:15", "11:30"), ("Calumet", "10:15", "11:15")):
        held.press(Key.Key_Z, CTRL)
        assert _hours(held, one) == expected
    held.press(Key.Key_Z, CTRL)
    assert _hours(held, one) == ("Calumet", "10:00", "11:00")
    held.press(Key.Key_Z, CTRL)
    assert held.window.banner.sentence == "Rien à annuler ici."


def test_what_is_refused_says_why_and_stays_where_it_was(held: Screen) -> None:
    one = hold(held, "calumet", 10)
    hold(held, "calumet", 11, title="Yoga")
    grid = page_of(held).grid
    grid.go_to(one)
    held.press(Key.Key_Right, CTRL)
    assert "Calumet est pris de 11:00 à 12:00" in held.window.banner.sentence
    assert _hours(held, one) == ("Calumet", "10:00", "11:00")
    assert grid.board is not None
    block = grid.board.block(one)
    assert block is not None
    assert (block.start, block.end) == (600, 660)


def test_delete_cancels_and_the_banner_takes_it_back(held: Screen) -> None:
    one = hold(held, "calumet", 10)
    page = page_of(held)
    page.grid.go_to(one)
    held.press(Key.Key_Delete)
    assert page.grid.board is not None
    assert page.grid.board.blocks == ()
    assert held.window.banner._act.text() == "Annuler"
    held.click(held.window.banner._act)
    assert page.grid.board.block(one) is not None
    assert held.window.banner.sentence == "C’est annulé\u00a0: tout est comme avant."
    assert page.undo_button.isHidden()


def test_enter_books_a_free_hour_and_opens_a_booking(held: Screen) -> None:
    one = hold(held, "calumet", 10)
    page = page_of(held)
    grid = page.grid
    grid.go_to(one)
    held.enter()
    assert held.flow(BookedPanel).booking == _get(held, one)
    held.escape()
    assert grid.hasFocus()
    held.press(Key.Key_Right)
    held.enter()
    panel = held.flow(BookingPanel)
    assert panel.when.space.currentText() == "Calumet"
    assert (panel.when.wanted.starts_at.hour, panel.when.wanted.ends_at.hour) == (11, 12)


def test_the_arrows_walk_hours_spaces_and_days(held: Screen) -> None:
    page = page_of(held)
    grid = page.grid
    assert grid.spoken() == "Salon, 09:00, libre"
    held.press(Key.Key_Right)
    held.press(Key.Key_Down)
    assert grid.spoken() == "Cuisine, 09:30, libre"
    held.press(Key.Key_End)
    assert grid.spoken() == "Cuisine, 18:30, libre"
    held.press(Key.Key_Home)
    held.press(Key.Key_Right, SHIFT)  # nothing to move there
    assert grid.spoken() == "Cuisine, 09:00, libre"
    day = page.day
    held.press(Key.Key_PageDown)
    assert page.day == day + timedelta(days=1)
    assert page.today_button.isEnabled()
    held.press(Key.Key_PageUp)
    assert page.day == day
    assert not page.today_button.isEnabled()
    held.escape()
    assert held.window.bookings.page is None


def test_a_screen_reader_hears_bookings_and_cells(held: Screen) -> None:
    hold(held, "calumet", 10)
    grid = page_of(held).grid
    root = QAccessible.queryAccessibleInterface(grid)
    names = [root.child(index).text(QAccessible.Text.Name) for index in range(root.childCount())]
    assert names == ["Salon, 09:00, libre", "Calumet, 10:00 – 11:00, Réunion, maison, 4 personnes"]
    child = root.child(1)
    assert child.isValid()
    assert child.role() == QAccessible.Role.Button
    assert not child.rect().isEmpty()
    assert root.indexOfChild(child) == 1
    middle = child.rect().center()
    assert root.childAt(middle.x(), middle.y()) is child
    assert root.focusChild() is root.child(0)
    assert isinstance(child, access.PartAccess)
    assert child.parent() is root


# --- the mouse -----------------------------------------------------------------------------------------------


def test_drawing_on_free_time_books_it(held: Screen) -> None:
    page = page_of(held)
    _drag(held, page.grid, _point(page.grid, "calumet", 14.05), _point(page.grid, "calumet", 15.95))
    panel = held.flow(BookingPanel)
    assert panel.when.space.currentText() == "Calumet"
    assert (panel.when.start.text(), panel.when.end.text()) == ("14:00", "16:00")
    _drag(held, page.grid, _point(page.grid, "pow-wow", 10.05), _point(page.grid, "pow-wow", 10.95))
    assert held.flow(BookingPanel) is panel  # the same one, with the other time
    assert (panel.when.space.currentText(), panel.when.start.text()) == ("Pow-Wow", "10:00")


def test_a_block_is_carried_and_its_edge_pulled(held: Screen) -> None:
    one = hold(held, "calumet", 10, 2)
    grid = page_of(held).grid
    _drag(held, grid, _point(grid, "calumet", 11), _point(grid, "pow-wow", 13))
    assert _hours(held, one) == ("Pow-Wow", "12:00", "14:00")
    edge = _point(grid, "pow-wow", 14) - QPoint(3, 0)
    _drag(held, grid, edge, edge + QPoint(_point(grid, "pow-wow", 15).x() - _point(grid, "pow-wow", 14).x(), 0))
    assert _hours(held, one) == ("Pow-Wow", "12:00", "15:00")
    hold(held, "calumet", 12)
    _drag(held, grid, _point(grid, "pow-wow", 13), _point(grid, "calumet", 13))
    assert "Calumet est pris" in held.window.banner.sentence
    assert _hours(held, one) == ("Pow-Wow", "12:00", "15:00")
    assert grid.drag is None


def test_a_click_opens_and_escape_lets_go(held: Screen) -> None:
    one = hold(held, "calumet", 10, 2)
    grid = page_of(held).grid
    view, at = grid.viewport(), _point(grid, "calumet", 11)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(view, at + QPoint(80, 0))
    held.press(Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(80, 0))
    assert _hours(held, one) == ("Calumet", "10:00", "12:00")
    assert held.window.counter.flow is None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    held.settle()
    assert held.flow(BookedPanel).booking == _get(held, one)
    held.escape()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _point(grid, "calumet", 14.1))
    held.settle()
    assert held.flow(BookingPanel).when.start.text() == "14:00"


# --- a week, a list ------------------------------------------------------------------------------------------


def test_a_week_of_one_space_moves_a_booking_to_another_day(held: Screen) -> None:
    one = hold(held, "calumet", 10)
    page = page_of(held)
    page.show_mode(WEEK)
    page.space.setCurrentIndex(page.space.findData("calumet"))
    page.grid.setFocus()
    page.grid.go_to(one)
    held.press(Key.Key_Down, SHIFT)
    assert _get(held, one).starts_at.day == 25
    page.show_mode(DAY)
    assert page.grid.board is not None
    assert page.grid.board.blocks == ()


def test_the_list_filters_and_opens(held: Screen) -> None:
    hold(held, "calumet", 10)
    two = hold(held, "agora", 14, title="Yoga des bureaux")
    page = page_of(held)
    held.click(page._modes[LIST])
    assert page.search.hasFocus()
    assert page.table.shown.rowCount() == 2
    held.type("agora yoga")
    assert page.table.shown.rowCount() == 1
    held.enter()
    assert held.flow(BookedPanel).booking == _get(held, two)
    held.escape()
    held.press(Key.Key_Delete)
    assert page.table.shown.rowCount() == 0
    assert not page._empty.isHidden()
    held.press(Key.Key_Z, CTRL)
    assert page.table.shown.rowCount() == 1


@pytest.mark.parametrize("mode", [DAY, WEEK, LIST])
def test_everything_has_a_name(held: Screen, mode: str) -> None:
    hold(held, "calumet", 10)
    page_of(held).show_mode(mode)
    held.settle()
    assert nameless(held.window) == []


def test_nobody_at_the_desk_opens_nothing(counter: Screen) -> None:
    counter.window.bookings.show_bookings()
    counter.window.bookings.open_new()
    counter.window.bookings.files.show_import()
    assert counter.window.bookings.page is None
    assert counter.window.counter.flow is None


def test_what_another_process_books_is_shown(held: Screen) -> None:
    page = page_of(held)
    one = hold(held, "calumet", 10)
    assert page.grid.board is not None
    assert page.grid.board.block(one) is not None
