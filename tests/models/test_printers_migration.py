"""From 0009 to 0010, with data: the one printer goes on printing everything, and what waits still waits for it."""

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
from models.printing import Purpose
from models.schema import Base

DUMP = Path(__file__).parent / "older" / "0009.sql"
_BEFORE = "SELECT id, printer_id, kind, title, document, state, created_at, attempts, last_error FROM print_job"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A house of version 0009, papers waiting."""
    use_write_ahead_log(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as old:
        old.executescript(DUMP.read_text("utf-8"))
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def test_the_printer_there_was_prints_everything(folder: Path) -> None:
    before = _rows(folder, _BEFORE)
    ((printer,),) = _rows(folder, "SELECT id FROM printer")
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _rows(folder, _BEFORE) == before
    assert len(before) >= 3
    assert _rows(folder, "SELECT DISTINCT interruptions, reason FROM print_job") == [(0, "")]
    assert _rows(folder, "SELECT active FROM printer") == [(1,)]
    uses = _rows(folder, "SELECT purpose, printer_id FROM printer_use")
    assert sorted(uses) == sorted((purpose.value, printer) for purpose in Purpose)
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_a_house_without_a_printer_gets_no_use_of_one(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as old:
        old.execute("DELETE FROM print_job")
        old.execute("DELETE FROM printer")
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT * FROM printer_use") == []


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
