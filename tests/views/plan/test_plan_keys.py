"""The plan by keyboard, by mouse and by ear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.floorplan import FloorPlan
from desk.plan import PlanNow, SpaceState
from views.plan.board import PlanBoard
from views.plan.items import PlanItem
from views.plan.view import PlanView

Key = Qt.Key


@pytest.fixture
def view(board: PlanBoard, qtbot: QtBot) -> PlanView:
    """The view, with the focus the Tab key gives."""
    board.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(board.view.hasFocus)
    return board.view


def _press(view: PlanView, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(view, key)
    return view.cursor_item.id


def _middle(view: PlanView, item: PlanItem) -> QPoint:
    return view.mapFromScene(item.sceneBoundingRect().center())


def test_tab_reaches_the_view_and_a_ring_shows_where_one_stands(board: PlanBoard, view: PlanView) -> None:
    assert view.cursor_item.id == "salon"
    assert view.cursor_item.focused
    board.tab("rdc").setFocus()
    assert not view.cursor_item.focused


def test_arrows_go_from_space_to_space_as_they_lie(view: PlanView) -> None:
    assert _press(view, Key.Key_Right) == "circulation-rdc"
    assert _press(view, Key.Key_Right) == "la-place"
    assert _press(view, Key.Key_Down) in {"accueil", "agora"}
    assert _press(view, Key.Key_End) == "agora"
    assert _press(view, Key.Key_Up) == "la-place"
    assert _press(view, Key.Key_Up) == "la-place"
    assert _press(view, Key.Key_Home) == "salon"
    assert _press(view, Key.Key_Down) == "cuisine"


def test_every_space_of_every_floor_is_reached_with_arrows(board: PlanBoard, view: PlanView) -> None:
    arrows = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
    for code, scene in view.scenes.items():
        board.show_floor(code)
        seen, todo = {view.cursor_item.id}, [view.cursor_item.id]
        while todo:
            here = todo.pop()
            for arrow in arrows:
                view.go_to(here)
                there = _press(view, arrow)
                if there not in seen:
                    seen.add(there)
                    todo.append(there)
        assert seen == set(scene.spaces)


def test_enter_asks_for_the_space(board: PlanBoard, view: PlanView, qtbot: QtBot) -> None:
    view.go_to("agora")
    with qtbot.waitSignal(board.space_activated) as asked:
        _press(view, Key.Key_Return)
    assert asked.args == ["agora"]


def test_page_down_enters_the_seats_and_page_up_leaves_them(board: PlanBoard, view: PlanView, qtbot: QtBot) -> None:
    view.go_to("la-place")
    assert _press(view, Key.Key_PageDown) == "la-place-1"
    assert _press(view, Key.Key_Right, Key.Key_Right) == "la-place-3"
    assert _press(view, Key.Key_Down) == "la-place-10"
    assert view.cursor_item.focused
    with qtbot.waitSignal(board.seat_activated) as asked:
        _press(view, Key.Key_Space)
    assert asked.args == ["la-place", "la-place-10"]
    assert _press(view, Key.Key_PageUp) == "la-place"
    assert _press(view, Key.Key_PageDown, Key.Key_End, Key.Key_Escape) == "la-place"
    assert _press(view, Key.Key_Home, Key.Key_PageDown) == "salon"


def test_a_key_the_plan_does_not_know_goes_on_to_the_window(view: PlanView, qtbot: QtBot) -> None:
    for key, modifier in (
        (Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Key.Key_J, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_Right, Qt.KeyboardModifier.AltModifier),
    ):
        before = view.cursor_item.id
        with qtbot.captureExceptions() as raised:
            QTest.keyClick(view, key, modifier)
        assert not raised
        assert view.cursor_item.id == before


def test_plus_minus_and_zero_zoom_and_fit(view: PlanView) -> None:
    fitted = view.scale_now
    QTest.keyClicks(view, "++")
    assert view.scale_now == pytest.approx(fitted * 1.25**2)
    QTest.keyClicks(view, "-")
    assert view.scale_now == pytest.approx(fitted * 1.25)
    QTest.keyClicks(view, "0")
    assert view.scale_now == fitted
    QTest.keyClicks(view, "-")
    assert view.scale_now == fitted


@pytest.mark.parametrize("factor", [1.3, 2.0, 4.0])
def test_what_is_drawn_nearer_is_what_a_new_board_would_draw(
    view: PlanView, qtbot: QtBot, plan: FloorPlan, morning: PlanNow, factor: float
) -> None:
    """Rooms are kept as pictures: none of the former scale may remain."""
    QApplication.processEvents()
    view.go_to("circulation-rdc")
    view.clearFocus()
    view.zoom_by(factor)
    other = PlanView(plan)
    qtbot.addWidget(other)
    other.resize(view.size())
    other.show_plan(morning)
    with qtbot.waitExposed(other):
        other.show()
    other.clearFocus()
    other.zoom_by(factor)
    QApplication.processEvents()  # the scroll bars take their place
    for bar in ("horizontalScrollBar", "verticalScrollBar"):
        getattr(other, bar)().setValue(getattr(view, bar)().value())
    assert other.scale_now == view.scale_now
    assert view.viewport().grab().toImage() == other.viewport().grab().toImage()


def test_ctrl_and_the_wheel_zoom_around_the_mouse(view: PlanView) -> None:
    item = view.floor.spaces["agora"]
    at = _middle(view, item)
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(0, 0),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.scale_now
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.scale_now > before
    assert (_middle(view, item) - at).manhattanLength() < 12


def test_a_resized_window_is_fitted_again(board: PlanBoard, view: PlanView) -> None:
    before = view.scale_now
    board.resize(1440, 957)
    QApplication.processEvents()
    assert view.scale_now > before * 1.3
    whole = view.mapFromScene(view.floor.sceneRect()).boundingRect()
    assert view.viewport().rect().adjusted(-2, -2, 2, 2).contains(whole)


def test_a_click_asks_for_what_is_under_it(board: PlanBoard, view: PlanView, qtbot: QtBot) -> None:
    seat = view.floor.seats["la-place-9"]
    with qtbot.waitSignal(board.seat_activated) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle(view, seat))
    assert asked.args == ["la-place", "la-place-9"]
    with qtbot.waitSignal(board.space_activated) as space:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle(view, view.floor.spaces["cuisine"]))
    assert space.args == ["cuisine"]
    assert not view.cursor_item.focused


def test_a_drag_moves_the_floor_and_asks_for_nothing(board: PlanBoard, view: PlanView, qtbot: QtBot) -> None:
    view.zoom_by(3)
    start = QPoint(400, 250)
    before = view.mapToScene(QPoint(0, 0))
    with qtbot.assertNotEmitted(board.space_activated), qtbot.assertNotEmitted(board.seat_activated):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(view.viewport(), start - QPoint(20 * step, 10 * step))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(100, 50))
    moved = view.mapToScene(QPoint(0, 0)) - before
    assert (round(moved.x()), round(moved.y())) == (100, 50)


def test_a_screen_reader_finds_each_space_and_seat_with_its_state(
    board: PlanBoard, view: PlanView, plan: FloorPlan, morning: PlanNow
) -> None:
    board.show_floor("etage-1")
    root = QAccessible.queryAccessibleInterface(view)
    floor = plan.floors[1]
    assert root.text(QAccessible.Text.Name) == "Plan\u00a0: 1er étage"
    assert root.childCount() == len(floor.spaces) + sum(s.workstations for s in floor.spaces)
    names = [root.child(i).text(QAccessible.Text.Name) for i in range(root.childCount())]
    assert "Calumet, bientôt, Bientôt prise · dans 18 min, 8 places" in names
    assert "Pow-Wow, libre, 16 places" in names
    assert "La Ruche, poste 16, libre" in names
    for index in range(root.childCount()):
        child = root.child(index)
        assert child.isValid()
        assert child.role() == QAccessible.Role.Button
        assert child.parent() is not None
        assert root.indexOfChild(child) == index
        middle = child.rect().center()
        if "-" not in child.id or not child.id.startswith("circulation"):
            assert root.childAt(middle.x(), middle.y()) is not None


def test_a_screen_reader_hears_a_change_and_follows_the_keyboard(
    board: PlanBoard, view: PlanView, morning: PlanNow
) -> None:
    root = QAccessible.queryAccessibleInterface(view)
    view.go_to("salon")
    child = root.focusChild()
    assert child is not None
    assert child.text(QAccessible.Text.Name) == "Salon, libre, 30 places"
    taken = tuple(
        replace(s, state=SpaceState.TAKEN, headline="Prise jusqu’à 12:00") if s.id == "salon" else s
        for s in morning.spaces
    )
    board.show_plan(replace(morning, spaces=taken))
    assert child.text(QAccessible.Text.Name) == "Salon, pris, Prise jusqu’à 12:00, 30 places"
    assert child.state().focusable
    view.go_to("la-place")
    heard = root.focusChild()
    assert heard is not None
    assert "Page suivante" in heard.text(QAccessible.Text.Description)


def test_a_closed_board_leaves_nothing_to_screen_readers(qtbot: QtBot, plan: FloorPlan) -> None:
    for _ in range(20):
        made = PlanBoard(plan)
        root = QAccessible.queryAccessibleInterface(made.view)
        numbers = [QAccessible.uniqueId(root.child(index)) for index in range(root.childCount())]
        del root
        with qtbot.waitSignal(made.destroyed):
            made.deleteLater()
        assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
