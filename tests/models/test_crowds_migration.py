"""From 0003 to 0004, with data: visits keep what they say and gain two empty marks, events can be counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from desk import paths, storage
from models.database import FILE_NAME, open_engine, use_write_ahead_log
from models.migrations import HEAD
from models.schema import Base

AT = "2026-01-01T09:00:00.000000Z"
LATER = "2026-01-01T18:00:00.000000Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of version 0003 with a member, a visit that ended, one that did not, and an event."""
    use_write_ahead_log(tmp_path)
    engine = open_engine(tmp_path, durable=False)
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as old:
        old.execute(
            "INSERT INTO member (id, number, given_name, family_name, email, status, blocked_reason, joined_on,"
            " named_on_plan, phone, message)"
            " VALUES ('m', 7, 'Inès', 'Alvar', '', 'active', '', '2020-01-01', 0, '', '')"
        )
        for visit, left in (("gone", LATER), ("here", None)):
            old.execute(
                "INSERT INTO visit (id, member_id, name, basis, units_used, entered_at, left_at)"
                " VALUES (?, 'm', 'Inès Alvar', 'plan', 0, ?, ?)",
                (visit, AT, left),
            )
        old.execute("INSERT INTO space VALUES ('agora', 'Agora', 'rdc', 'training', 22, 0, 1, '')")
        old.execute(
            "INSERT INTO booking (id, space_id, starts_at, ends_at, kind, title, people)"
            " VALUES ('b', 'agora', ?, ?, 'event', 'Mardi de Casaco', 22)",
            (AT, LATER),
        )
        old.execute("INSERT INTO event (id, booking_id, title, expected) VALUES ('e', 'b', 'Mardi de Casaco', 22)")
        old.commit()
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def test_nothing_is_lost_and_no_exit_becomes_supposed(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _rows(folder, "SELECT id, name, left_at, seen_at, supposed_at FROM visit ORDER BY id") == [
        ("gone", "Inès Alvar", LATER, None, None),
        ("here", "Inès Alvar", None, None, None),
    ]
    assert _rows(folder, "SELECT title, expected, participants FROM event") == [("Mardi de Casaco", 22, None)]
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_an_event_can_be_counted_and_never_below_nobody(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        new.execute("INSERT INTO crowd VALUES ('b', 22, 22, ?, NULL, 0, 0)", (AT,))
        for wrong in ("people = -1", "peak = 3"):
            with pytest.raises(sqlite3.IntegrityError, match="ck_crowd_counted"):
                new.execute(f"UPDATE crowd SET {wrong}")


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
