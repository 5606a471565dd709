"""From 0005 to 0006, with data: visits keep all they had, and what is new about them is empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desk import storage
from models.database import FILE_NAME, use_write_ahead_log
from models.migrations import HEAD
from models.schema import Base

DUMP = Path(__file__).parent / "older" / "0005.sql"
_BEFORE = "SELECT id, member_id, pass_id, name, basis, membership_id, units_used, entered_at, left_at FROM visit"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A house of version 0005, after a morning's work."""
    use_write_ahead_log(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as old:
        old.executescript(DUMP.read_text("utf-8"))
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def test_visits_keep_what_they_had_and_the_rules_have_their_defaults(folder: Path) -> None:
    before = _rows(folder, _BEFORE)
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _rows(folder, _BEFORE) == before
    assert len(before) >= 4
    assert _rows(folder, "SELECT DISTINCT guest_id, host_member_id, booking_id, forced FROM visit") == [
        (None, None, None, "")
    ]
    assert _rows(folder, "SELECT guests_per_month, trial_days, event_margin_minutes FROM site") == [(4, 1, 60)]
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_what_a_new_column_refers_to_must_be_there(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as new:
        new.execute("PRAGMA foreign_keys = ON")
        for column in ("guest_id", "host_member_id", "booking_id"):
            with pytest.raises(sqlite3.IntegrityError):
                new.execute(f"UPDATE visit SET {column} = 'nobody'")


def test_one_guest_is_in_once(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as new:
        new.execute("INSERT INTO guest VALUES ('g', 'Zoé', '', 'zoe', '', '2026-11-24T08:00:00.000000Z')")
        one = (
            "INSERT INTO visit (id, name, basis, units_used, entered_at, guest_id)"
            " VALUES (?, 'Zoé', 'trial', 0, '2026-11-24T08:00:00.000000Z', 'g')"
        )
        new.execute(one, ("one",))
        with pytest.raises(sqlite3.IntegrityError):
            new.execute(one, ("two",))


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
