"""The board shows what it is given, and repaints what has changed and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.plan import PlanNow, SpaceNow, SpaceState
from tests.views.plan.conftest import PARIS
from views import tokens
from views.plan.board import PlanBoard
from views.plan.items import SeatItem, SpaceItem


def _with(now: PlanNow, identifier: str, change: Callable[[SpaceNow], SpaceNow]) -> PlanNow:
    return replace(now, spaces=tuple(change(s) if s.id == identifier else s for s in now.spaces))


def _seat_taken(now: PlanNow, seat_id: str, initials: str = "IB") -> PlanNow:
    def change(space: SpaceNow) -> SpaceNow:
        seats = tuple(
            replace(s, state=SpaceState.TAKEN, initials=initials, who="Ines") if s.id == seat_id else s
            for s in space.seats
        )
        return replace(space, seats=seats)

    return _with(now, seat_id.rpartition("-")[0], change)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the items painted; asked for before the board, since Qt keeps the `paint` it has once found."""
    seen: list[str] = []
    for kind in (SeatItem, SpaceItem):
        before = kind.paint

        def paint(self: Any, *arguments: Any, _before: Any = before) -> None:
            seen.append(self.id)
            _before(self, *arguments)

        monkeypatch.setattr(kind, "paint", paint)
    return seen


def test_the_same_values_change_nothing(painted: list[str], board: PlanBoard, morning: PlanNow) -> None:
    QApplication.processEvents()
    assert "salon" in painted
    painted.clear()
    assert board.show_plan(morning) == ()
    assert board.show_plan(replace(morning)) == ()
    QApplication.processEvents()
    assert painted == []


def test_one_seat_taken_repaints_that_seat_alone(painted: list[str], board: PlanBoard, morning: PlanNow) -> None:
    _let_it_be_painted(painted)
    assert board.show_plan(_seat_taken(morning, "la-place-3")) == ("la-place-3",)
    QApplication.processEvents()
    assert painted == ["la-place-3"]


def _let_it_be_painted(painted: list[str]) -> None:
    """The first look is painted in more than one turn on a busy machine: until two turns painted nothing more."""
    quiet = 0
    while quiet < 2:
        painted.clear()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        quiet = 0 if painted else quiet + 1


def test_a_room_on_another_floor_is_told_and_not_painted(
    painted: list[str], board: PlanBoard, morning: PlanNow
) -> None:
    _let_it_be_painted(painted)
    taken = _with(morning, "pow-wow", lambda s: replace(s, state=SpaceState.TAKEN, headline="Prise"))
    assert board.show_plan(taken) == ("pow-wow",)
    QApplication.processEvents()
    assert painted == []
    board.show_floor("etage-1")
    QApplication.processEvents()
    assert "pow-wow" in painted


def test_what_a_room_does_not_draw_does_not_repaint_it(board: PlanBoard, morning: PlanNow) -> None:
    assert board.show_plan(_with(morning, "salon", lambda s: replace(s, inside=12))) == ()


def test_tabs_carry_the_head_counts(board: PlanBoard, morning: PlanNow) -> None:
    assert board.tab("rdc").accessibleName() == "RDC, présents\u00a0: 21"
    floors = tuple(replace(f, present=f.present + 1) for f in morning.floors)
    board.show_plan(replace(morning, floors=floors))
    assert board.tab("etage-1").accessibleName() == "1er étage, présents\u00a0: 13"


def test_a_tab_shows_its_floor(board: PlanBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.floor_shown) as shown:
        qtbot.mouseClick(board.tab("etage-2"), Qt.MouseButton.LeftButton)
    assert shown.args == ["etage-2"]
    assert board.view.floor.floor.code == "etage-2"
    assert board.tab("etage-2").isChecked()
    assert not board.tab("rdc").isChecked()


def test_a_highlight_goes_to_the_floor_of_its_seat_and_can_be_taken_away(board: PlanBoard) -> None:
    board.highlight("les-toits-2")
    seat = board.view.floor.seats["les-toits-2"]
    assert board.view.floor.floor.code == "etage-2"
    assert seat.highlighted
    board.highlight("pow-wow")
    assert not seat.highlighted
    assert board.view.floor.spaces["pow-wow"].highlighted
    board.highlight(None)
    assert not board.view.floor.spaces["pow-wow"].highlighted
    assert board.view.floor.floor.code == "etage-1"


def test_another_hour_is_marked_across_the_board(board: PlanBoard, morning: PlanNow, qtbot: QtBot) -> None:
    board.set_day(_at(9), _at(18), _at(10, 42))
    with qtbot.waitSignal(board.hour_chosen) as chosen:
        board.slider.line.setValue(18)
    assert chosen.args == [_at(15)]
    assert not board.strip.isVisible()
    board.show_plan(replace(morning, at=_at(15), is_now=False))
    assert board.strip.isVisible()
    assert "15:00" in board.strip.text
    with qtbot.waitSignal(board.hour_chosen) as back:
        board.strip.back.emit()
    assert back.args == [None]
    board.show_plan(morning)
    assert not board.strip.isVisible()


def test_the_slider_goes_by_quarters_of_an_hour_up_to_the_closing(board: PlanBoard) -> None:
    board.set_day(_at(9), _at(18, 10), _at(10, 42))
    line = board.slider.line
    hours = []
    for value in range(line.maximum() + 1):
        line.setValue(value)
        hours.append(board.slider.hour)
    assert hours[:3] == [None, _at(10, 45), _at(11)]
    assert hours[-2:] == [_at(18), _at(18, 10)]


def test_the_hour_chosen_is_kept_while_it_is_to_come(board: PlanBoard, qtbot: QtBot) -> None:
    board.set_day(_at(9), _at(18), _at(10, 42))
    board.slider.line.setValue(2)
    with qtbot.assertNotEmitted(board.hour_chosen):
        board.set_day(_at(9), _at(18), _at(10, 50))
    assert board.slider.hour == _at(11)
    with qtbot.waitSignal(board.hour_chosen) as back:
        board.set_day(_at(9), _at(18), _at(11, 3))
    assert back.args == [None]
    assert board.slider.hour is None


def test_after_the_closing_the_slider_rests(board: PlanBoard) -> None:
    board.set_day(_at(9), _at(18), _at(19))
    assert not board.slider.line.isEnabled()
    assert board.slider.hour is None


def test_words_stay_in_their_room_and_clear_of_seats_at_every_size(
    board: PlanBoard, morning: PlanNow, qapp: QApplication
) -> None:
    usual = QFont(qapp.font())
    long = "Bientôt prise · dans 18 min · puis toute la journée"
    now = replace(morning, spaces=tuple(replace(s, headline=long, detail=long) for s in morning.spaces))
    board.show_plan(now)
    try:
        for pixels in (14, 21):
            font = QFont(usual)
            font.setPixelSize(pixels)
            qapp.setFont(font)
            for width, height in ((700, 500), (885, 645), (1440, 957)):
                board.resize(width, height)
                for code, scene in board.view.scenes.items():
                    board.show_floor(code)
                    _assert_words_fit(scene.spaces.values(), scene.seats.values(), pixels)
    finally:
        qapp.setFont(usual)


def _assert_words_fit(spaces: Any, seats: Any, pixels: int) -> None:
    for space in spaces:
        room = space.path().boundingRect()
        boxes = [line.box for line in space.label.lines]
        for box in boxes:
            assert room.contains(box), (space.id, pixels)
            assert not any(box.intersects(seat.sceneBoundingRect()) for seat in seats), (space.id, pixels)
        for above, below in pairwise(boxes):
            assert above.bottom() <= below.top() + 0.01, space.id


def test_each_state_differs_by_more_than_its_colour(board: PlanBoard, morning: PlanNow) -> None:
    """In shades of grey, the Salon (same words) looks different in each state that has a pattern."""
    pictures = []
    for state in (SpaceState.FREE, SpaceState.SOON, SpaceState.CLOSED):
        board.show_plan(_with(morning, "salon", lambda s, state=state: replace(s, state=state)))
        picture = board.view.grab().toImage()
        box = board.view.mapFromScene(board.view.floor.spaces["salon"].sceneBoundingRect()).boundingRect()
        row = [picture.pixelColor(x, box.center().y()).lightness() for x in range(box.left() + 20, box.right() - 90)]
        pictures.append(len(set(row)))
    free, soon, closed = pictures
    assert soon > free + 2
    assert closed > free + 2


def test_a_theme_is_followed_at_the_next_values(board: PlanBoard, morning: PlanNow) -> None:
    def wall_side() -> str:
        picture = board.view.grab().toImage()
        box = board.view.mapFromScene(board.view.floor.spaces["salon"].sceneBoundingRect()).boundingRect()
        return picture.pixelColor(box.center().x(), box.bottom() - 12).name().upper()

    assert wall_side() == tokens.LIGHT.free.fill
    tokens.use(tokens.DARK)
    board.show_plan(morning)
    assert wall_side() == tokens.DARK.free.fill


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute, tzinfo=PARIS)
