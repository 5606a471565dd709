"""From 0004 to 0005, with data: bookings keep their places and hold what they held; the new guards are there."""

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
from models.booking_guards import BOOKING_TRIGGERS
from models.database import FILE_NAME, open_engine, use_write_ahead_log
from models.migrations import HEAD
from models.schema import Base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of version 0004 with settings, two spaces and three bookings, one of them cancelled."""
    use_write_ahead_log(tmp_path)
    engine = open_engine(tmp_path, durable=False)
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as old:
        old.execute(
            "INSERT INTO site (id, house_name, legal_name, legal_form, siret, vat_number, street, postcode, city, zone,"
            " opens, closes, half_day_split, safety_limit, soon_minutes, repeat_seconds, undo_minutes,"
            " rental_half_day_minutes, rental_day_minutes, is_demo) VALUES (1, 'Maison', '', '', '', '', '', '', '',"
            " 'Europe/Paris', '08:00', '20:00', '13:30', 110, 30, 5, 15, 300, 600, 0)"
        )
        for space in ("calumet", "agora"):
            old.execute(f"INSERT INTO space VALUES ('{space}', '{space}', 'rdc', 'meeting', 8, 0, 1, '')")
        for name, hours, cancelled in (("a", (9, 10), None), ("b", (10, 12), None), ("c", (9, 12), "then")):
            first, last = (f"2026-11-24T{hour:02}:00:00.000000Z" for hour in hours)
            old.execute(
                "INSERT INTO booking VALUES (?, 'calumet', ?, ?, 'house', 'T', 0, NULL, NULL, NULL, ?)",
                (name, first, last, cancelled),
            )
        old.execute("INSERT INTO event VALUES ('e', 'a', 'T', 5, 4)")
        old.commit()
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def test_every_booking_is_there_and_holds_what_it_held(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    held = "SELECT id, held_from = starts_at, held_until = ends_at, is_long FROM booking ORDER BY id"
    assert _rows(folder, held) == [("a", 1, 1, 0), ("b", 1, 1, 0), ("c", 1, 1, 0)]
    assert _rows(folder, "SELECT set_up_minutes, uid, series_id, made_at FROM booking WHERE id = 'a'") == [
        (0, "", None, None)
    ]
    assert _rows(folder, "SELECT booking_id, participants FROM event") == [("a", 4)]
    # No weekday has hours of its own: the house keeps those it had, on all seven days.
    assert _rows(folder, "SELECT count(*) FROM opening_hours") == [(0,)]
    assert _rows(folder, "SELECT opens, cancel_free_hours, no_show_automatic, closed_on_holidays FROM site") == [
        ("08:00", 24, 0, 1)
    ]
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_the_new_guards_stand(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    stand = {" ".join(str(sql).split()) for (sql,) in _rows(folder, "SELECT sql FROM sqlite_master")}
    assert {" ".join(sql.split()) for sql in BOOKING_TRIGGERS} <= stand
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as new:
        for change in ("clean_up_minutes = 1 WHERE id = 'a'", "set_up_minutes = 1 WHERE id = 'b'"):
            with pytest.raises(sqlite3.IntegrityError, match="already booked"):
                new.execute(f"UPDATE booking SET {change}")
        with pytest.raises(sqlite3.IntegrityError, match="set_up"):
            new.execute("UPDATE booking SET set_up_minutes = 1441 WHERE id = 'c'")
        new.execute("UPDATE booking SET set_up_minutes = 30 WHERE id = 'a'")


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
