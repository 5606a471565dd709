"""The demo world at other moments, over one day of history: closed days, nights, failures; and the same seed twice."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.clock import SetClock
from desk.demo import Case, WorldMade, find_case, make_world, world
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL
from models.sales import Sale, SaleLine
from models.visits import Visit
from tests.support.demo_world import ZONE

SUNDAY = datetime(2026, 11, 22, 15, 0, tzinfo=ZONE)
NIGHT = datetime(2026, 11, 24, 22, 10, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def one_day_of_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world, "SHORT_HISTORY", 1)


def _lives(folder: Path, now: datetime) -> list[Any]:
    """Everything of a world that must be the same for the same seed: all but ids and signatures."""
    desk = FrontDesk(folder, operator=AT_TERMINAL, clock=SetClock(now), durable=False)
    try:
        with desk.work.read() as session:
            visits = session.execute(select(Visit.name, Visit.entered_at, Visit.left_at, Visit.seat_id))
            sales = session.execute(select(Sale.number, Sale.sold_at, Sale.customer, Sale.total_cents))
            lines = session.execute(select(SaleLine.label, SaleLine.quantity, SaleLine.unit_cents))
            rows = [sorted(str(tuple(row)) for row in result) for result in (visits, sales, lines)]
        people = [(m.number, m.name, m.plan, m.card_code) for m in desk.members.everyone()]
        agenda = [(b.space, b.starts_at, b.ends_at, b.title) for b in desk.bookings.of_day()]
        return [*rows, people, agenda]
    finally:
        desk.close()


def test_a_sunday_is_quiet_but_booked_and_the_same_seed_makes_it_again(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    made = make_world(tmp_path / "one", now=SUNDAY, progress=lambda share, what: told.append((share, what)))
    assert (made.inside, made.opening_days) == (0, 1)
    assert made.members == 130
    assert told == [(0.0, "ven. 20 nov. 2026"), (0.5, "ven. 20 nov. 2026"), (1.0, "dim. 22 nov. 2026")]
    first = _lives(tmp_path / "one", SUNDAY)
    assert len(first[-1]) == 8
    assert make_world(tmp_path / "two", now=SUNDAY) == made
    assert _lives(tmp_path / "two", SUNDAY) == first


def test_at_night_nobody_is_in_and_the_expected_room_is_still_to_come(tmp_path: Path) -> None:
    made = make_world(tmp_path, now=NIGHT, seed=2)
    assert (made.inside, made.opening_days) == (0, 2)
    assert 90 <= made.visits <= 110
    desk = FrontDesk(tmp_path, operator=AT_TERMINAL, clock=SetClock(NIGHT), durable=False)
    try:
        greeting = desk.checkin.scan(find_case(desk, Case.EXPECTED).code).greeting
        assert greeting is not None
        assert "22:30" in greeting.booking
    finally:
        desk.close()


def test_a_world_that_fails_half_way_leaves_no_file(tmp_path: Path) -> None:
    kept = tmp_path / "notes.txt"
    kept.write_text("à garder", encoding="utf-8")

    def interrupted(_share: float, _what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_world(tmp_path, now=SUNDAY, progress=interrupted)
    assert list(tmp_path.iterdir()) == [kept]


def test_no_history_before_the_house_was_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        make_world(tmp_path, now=SUNDAY, years=20)
    assert fault.value.code == "too_many_years"
    assert list(tmp_path.iterdir()) == []


def test_what_was_made_is_a_plain_value() -> None:
    fields = set(WorldMade.__dataclass_fields__)
    assert {"members", "visits", "sales", "bookings", "events", "participants", "inside"} <= fields
