"""Closing a day makes its copy where a folder was chosen, window or not; the day is closed whatever becomes of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

from desk.verify import verify_copy
from tests.desk.closings.scenes import a_day, staffed
from tests.support.backups import drive_of
from tests.support.house import SmallHouse, house_fixture

__all__ = ["house_fixture"]


def test_a_closed_day_has_its_copy_with_the_closing_in_it(house: SmallHouse) -> None:
    staffed(house, manager=True)
    drive_of(house)
    number = a_day(house).number
    (made,) = house.desk.backups.copies()
    assert (made.taken_at, made.findings) == (house.clock.now(), 0)
    assert verify_copy(made.path).problems == ()
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT number FROM closing").fetchall() == [(number,)]
    assert house.desk.backups.status().last == house.clock.now()
    assert house.verify().ok


def test_where_no_folder_was_chosen_a_closing_makes_no_copy(house: SmallHouse) -> None:
    a_day(staffed(house))
    assert house.desk.backups.copies() == ()


def test_a_drive_that_is_away_stops_no_closing_and_is_told(house: SmallHouse) -> None:
    staffed(house, manager=True)
    shutil.rmtree(drive_of(house))
    assert a_day(house).number
    trouble = house.desk.backups.status().trouble
    assert trouble is not None
    assert house.verify().ok


def test_a_window_sees_to_it_in_its_worker(house: SmallHouse) -> None:
    staffed(house, manager=True)
    drive_of(house)
    told: list[str] = []
    house.desk.day_closed = lambda: told.append("closed")
    a_day(house)
    assert told == ["closed"]
    assert house.desk.backups.copies() == ()
