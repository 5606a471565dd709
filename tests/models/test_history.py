"""Years of history are not read again at each act: SQLite goes by a day, by what is open, or by one person."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.support.house import SmallHouse, plain

_WHOLE = ("SCAN visit", "SCAN booking", "SCAN journal", "SCAN sale", "SCAN crowd", "SCAN membership")
_PARTIAL = ("uq_visit_open", "ix_visit_open", "ix_crowd_open")


def _read(house: SmallHouse, act: object) -> list[str]:
    """The statements that an act runs, with the values that it gave."""
    said: list[str] = []

    def hear(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(said.append)

    event.listen(house.desk.engine, "checkout", hear)
    assert callable(act)
    act()
    event.remove(house.desk.engine, "checkout", hear)
    return [statement for statement in said if statement.lstrip().upper().startswith(("SELECT", "WITH"))]


def _steps(house: SmallHouse, statements: list[str]) -> list[str]:
    with closing(plain(house.folder)) as connection:
        return [step for sql in statements for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]


def _whole(steps: list[str]) -> list[str]:
    """The steps that read all of a table, or all of it before or after an instant."""
    looked = [step for step in steps if not any(index in step for index in _PARTIAL)]
    ends = ("ix_booking_starts (starts_at<?)", "ix_booking_starts (starts_at>?)", "ix_visit_entered_at (entered_at<?)")
    return [step for step in looked if step.startswith(_WHOLE) or any(end in step for end in ends)]


@pytest.mark.parametrize("name", ["scan", "plan now", "plan then", "people", "events", "bookings"])
def test_an_act_reads_what_is_near_it(house: SmallHouse, name: str) -> None:
    card, lapsed = house.member(), house.member("Ana Livre", plan="")
    noon = house.clock.now()
    acts = {
        "scan": lambda: (house.scan(card), house.scan(lapsed)),
        "plan now": house.desk.plan.at,
        "plan then": lambda: house.desk.plan.at(noon - timedelta(days=40)),
        "people": house.desk.presence.now,
        "events": house.desk.crowds.of_today,
        "bookings": house.desk.bookings.of_day,
    }
    statements = _read(house, acts[name])
    assert statements
    assert [s for s in _whole(_steps(house, statements)) if not (name == "plan then" and s == "SCAN crowd")] == []
