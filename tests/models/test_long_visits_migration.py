"""From before 0017, with data: visits stay as they are, and those of more than a day are found through an index."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desk.clock import SetClock
from desk.frontdesk import FrontDesk
from models.database import FILE_NAME
from models.visits import LONG
from tests.models.test_migrations import restored
from tests.support.house import OPENING

_OLDER = Path(__file__).parent / "older"
_VISITS = "SELECT name, entered_at, left_at FROM visit ORDER BY id"


def test_visits_stay_and_the_long_ones_are_found(tmp_path: Path) -> None:
    folder = restored(_OLDER / "0013.sql", tmp_path / "house")
    with closing(sqlite3.connect(folder / FILE_NAME)) as old:
        before = old.execute(_VISITS).fetchall()
        # Whoever was still in leaves two days later.
        old.execute("UPDATE visit SET left_at = '2026-11-26T08:00:00.000000Z' WHERE name = 'Ana Livre'")
        old.commit()
    desk = FrontDesk(folder, clock=SetClock(OPENING))
    seen = desk.plan.at(datetime(2026, 11, 25, 12, tzinfo=UTC))
    desk.close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        after = new.execute(_VISITS).fetchall()
        assert [row[:2] for row in after] == [row[:2] for row in before]
        found = new.execute(f"SELECT name FROM visit WHERE {LONG}").fetchall()
        plan = new.execute(f"EXPLAIN QUERY PLAN SELECT name FROM visit WHERE {LONG}").fetchall()
    assert found == [("Ana Livre",)]
    assert "ix_visit_long" in plan[0][3]
    # Two who never left, one who left later, and one who came that evening: all of them in, a day and a half later.
    assert sum(floor.present for floor in seen.floors) == sum(row[0] != "Inès Alvar" for row in before)
