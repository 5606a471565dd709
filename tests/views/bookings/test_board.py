"""What the grid is made of, without a window: rows, blocks, the keyboard's cell, what a drag asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF

from desk.bookings import BookingEdit, BookingKind, BookingListed, BookingRequest
from desk.errors import Refused
from tests.support.house import OPENING, PARIS, TUESDAY, SmallHouse, house_fixture
from views.bookings.board import Block, Board, Row, day_board, instant_of, minute_of, week_board
from views.bookings.cursor import Cursor
from views.bookings.drag import Gesture, begun, moved
from views.bookings.geometry import Geometry
from views.bookings.places import in_the_way, places
from views.bookings.repeats import Repeat, rule_of

__all__ = ["house_fixture"]


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=PARIS)


def _hold(house: SmallHouse, space: str, start: int, end: int, **more: int) -> str:
    request = BookingRequest(space, _at(start), _at(end), BookingKind.HOUSE, "Réunion", 4)
    held = house.desk.bookings.hold(replace(request, **more))
    assert not isinstance(held, Refused), held
    return held


def _board() -> Board:
    booking = BookingListed("b", "calumet", "Calumet", _at(10), _at(12), BookingKind.MEMBER, "Réunion", 4)
    rows = (
        Row("calumet", "Calumet", TUESDAY, "Calumet", "1er", 540, 1140),
        Row("pow-wow", "Pow-Wow", TUESDAY, "Pow-Wow", "1er", 540, 1140),
    )
    return Board(rows, (Block(0, booking, 600, 720, 600, 720),), 540, 1140, _at(9), PARIS)


def _geometry() -> Geometry:
    return Geometry(_board(), width=700, label=100, head=20, row_height=40)


def test_a_day_shows_the_usual_spaces_and_any_that_is_booked(house: SmallHouse) -> None:
    _hold(house, "la-place", 10, 12)
    board = day_board(house.desk, places(house.desk), TUESDAY)
    names = [row.space_id for row in board.rows]
    assert "la-place" in names
    assert "circulation-rdc" not in names
    assert "la-ruche" not in names
    (block,) = board.blocks
    assert (board.rows[block.row].space, block.start, block.end) == ("La Place", 600, 720)
    assert (board.first, board.last) == (540, 1140)


def test_a_booking_outside_the_hours_widens_the_grid(house: SmallHouse) -> None:
    _hold(house, "agora", 19, 22, set_up_minutes=30, clean_up_minutes=15)
    board = day_board(house.desk, places(house.desk), TUESDAY)
    assert board.last == 23 * 60
    assert (board.blocks[0].held_from, board.blocks[0].held_until) == (18 * 60 + 30, 22 * 60 + 15)


def test_a_whole_is_held_by_its_parts_and_holds_them(house: SmallHouse) -> None:
    whole = house.desk.wholes.declare("Tout le rez", ("agora", "salon"))
    assert not isinstance(whole, Refused)
    _hold(house, "agora", 10, 12)
    every = places(house.desk)
    board = day_board(house.desk, every, TUESDAY)
    through = {board.rows[block.row].space: block.through for block in board.blocks}
    assert through == {"Agora": "", "Tout le rez": "Agora"}
    salon = next(place for place in every if place.id == "salon")
    assert in_the_way(salon, every) == {whole.id: "Tout le rez"}


def test_a_week_has_seven_days_from_monday_and_says_the_closed_ones(house: SmallHouse) -> None:
    _hold(house, "calumet", 10, 12)
    every = places(house.desk)
    calumet = next(place for place in every if place.id == "calumet")
    board = week_board(house.desk, every, calumet, TUESDAY)
    assert [row.day.isoweekday() for row in board.rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [row.opens is None for row in board.rows] == [False] * 5 + [True] * 2
    assert board.rows[6].why
    assert [block.row for block in board.blocks] == [1]
    holiday = week_board(house.desk, every, calumet, date(2026, 12, 25))
    assert holiday.rows[4].why == "Noël"


def test_minutes_are_those_of_the_wall_on_the_nights_when_the_clock_jumps() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    for day in (spring, autumn):
        assert minute_of(instant_of(day, 10 * 60, PARIS), day) == 600
    assert instant_of(spring, 10 * 60, PARIS) - instant_of(spring, 0, PARIS) == timedelta(hours=10)
    real = instant_of(spring, 600, PARIS).timestamp() - instant_of(spring, 0, PARIS).timestamp()
    assert real == 9 * 3600
    assert instant_of(TUESDAY, 24 * 60, PARIS).date() == date(2026, 11, 25)


def test_the_keyboard_walks_from_cell_to_block_and_follows_a_booking() -> None:
    board = _board()
    cursor = Cursor(0, 540).across(board, 1)
    assert cursor.minute == 570
    cursor = cursor.across(board, 1)
    assert (cursor.booking_id, cursor.span(board)) == ("b", (600, 720))
    cursor = cursor.across(board, 1)
    assert (cursor.minute, cursor.booking_id) == (720, "")
    assert cursor.across(board, -1).booking_id == "b"
    assert cursor.down(board, 1).row == 1
    assert cursor.down(board, 5).row == 1
    assert Cursor(0, 540).across(board, -1) == Cursor(0, 540)
    assert Cursor(0, 540).edge(board, last=True).minute == 1110
    away = replace(board.blocks[0], row=1, start=900, end=1020)
    followed = Cursor(0, 600, "b").settled(replace(board, blocks=(away,)))
    assert (followed.row, followed.minute, followed.booking_id) == (1, 900, "b")
    assert Cursor(0, 600, "b").settled(replace(board, blocks=())).booking_id == ""


@pytest.mark.parametrize(
    ("pressed", "let_go", "gesture", "shape"),
    [
        ((150, 80), (262, 80), Gesture.BOOK, (1, 585, 705)),
        ((200, 40), (260, 85), Gesture.MOVE, (1, 660, 780)),
        ((278, 40), (308, 40), Gesture.END, (0, 600, 750)),
        ((162, 40), (192, 40), Gesture.START, (0, 630, 720)),
        ((162, 40), (500, 40), Gesture.START, (0, 705, 720)),
        ((278, 40), (100, 40), Gesture.END, (0, 600, 615)),
    ],
)
def test_a_drag_books_moves_and_pulls_the_ends_by_quarters(
    pressed: tuple[int, int], let_go: tuple[int, int], gesture: Gesture, shape: tuple[int, int, int]
) -> None:
    geometry = _geometry()
    drag = begun(geometry, QPointF(*pressed))
    assert drag is not None
    drag = drag.to(geometry, QPointF(*let_go))
    assert (drag.gesture, drag.shape(geometry.board)) == (gesture, shape)
    assert drag.wanted


def test_what_a_drag_asks_of_the_desk() -> None:
    geometry = _geometry()
    board = geometry.board
    move = begun(geometry, QPointF(200, 40))
    assert move is not None
    assert not move.to(geometry, QPointF(203, 40)).wanted
    assert move.to(geometry, QPointF(260, 85)).change(board) == BookingEdit("pow-wow", _at(11))
    end = begun(geometry, QPointF(278, 40))
    assert end is not None
    assert end.to(geometry, QPointF(308, 40)).change(board) == BookingEdit(ends_at=_at(12, 30))
    start = begun(geometry, QPointF(162, 40))
    assert start is not None
    assert start.to(geometry, QPointF(192, 40)).change(board) == BookingEdit(starts_at=_at(10, 30), ends_at=_at(12))
    drawn = begun(geometry, QPointF(150, 80))
    assert drawn is not None
    wanted = drawn.to(geometry, QPointF(262, 80)).booking(board)
    assert (wanted.space_id, wanted.starts_at, wanted.ends_at) == ("pow-wow", _at(9, 45), _at(11, 45))
    assert begun(geometry, QPointF(50, 40)) is None
    assert begun(geometry, QPointF(200, 500)) is None
    assert moved(board, board.blocks[0], 0, 615) == BookingEdit(starts_at=_at(10, 15))


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        (Repeat.NONE, ""),
        (Repeat.DAY, "FREQ=DAILY;UNTIL=20261231"),
        (Repeat.WEEK, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231"),
        (Repeat.FORTNIGHT, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231"),
        (Repeat.MONTH, "FREQ=MONTHLY;UNTIL=20261231"),
        (Repeat.MONTH_DAY, "FREQ=MONTHLY;BYDAY=4TU;UNTIL=20261231"),
    ],
)
def test_how_a_booking_comes_back_is_a_rule(repeat: Repeat, rule: str) -> None:
    assert rule_of(repeat, OPENING, date(2026, 12, 31)) == rule


def test_the_fifth_of_a_month_is_its_last() -> None:
    fifth = OPENING.replace(month=12, day=29)
    assert rule_of(Repeat.MONTH_DAY, fifth, date(2027, 6, 1)).startswith("FREQ=MONTHLY;BYDAY=-1TU")
