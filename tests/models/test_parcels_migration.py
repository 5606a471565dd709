"""From 0001 to 0002: counts of parcels become parcels, and no row that refers to a member is lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from alembic import command
from alembic.config import Config

from desk import paths, storage
from models.database import open_engine, use_write_ahead_log
from models.migrations import HEAD

NOTED_AT = "2026-03-02T08:15:00.000000Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of the first version with three members: two parcels that someone noted, one that nobody did."""
    use_write_ahead_log(tmp_path)
    engine = open_engine(tmp_path, durable=False)
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "casaco.db")) as old:
        old.execute("PRAGMA foreign_keys=ON")
        old.execute("INSERT INTO facilitator VALUES ('g', 'Gaël Essai', 'manager', '', 1, 0, NULL)")
        for number, parcels in ((1, 2), (2, 0), (3, 1)):
            old.execute(
                "INSERT INTO member VALUES (?, ?, 'Inès', 'Alvar', '', 'active', '', '2020-01-01', 0, NULL, ?)",
                (f"m{number}", number, parcels),
            )
        old.execute("INSERT INTO card VALUES ('CC1', 'm1', '2026-01-01T00:00:00.000000Z', NULL, '')")
        _note(old, 1, {"member": 1, "parcels": 5}, "2026-03-01T08:00:00.000000Z")
        _note(old, 2, {"member": 1, "parcels": 2}, NOTED_AT)
        _note(old, 3, {"member": 2, "parcels": 2}, NOTED_AT)
        _note(old, 4, b"{broken", NOTED_AT)
        old.commit()
    return tmp_path


def _note(old: sqlite3.Connection, sequence: int, body: object, at: str) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    old.execute(
        "INSERT INTO journal VALUES ('operations', ?, 'parcels.noted', ?, 'g', 'd', '0', 1, 'a', 'k', x'', x'', ?, x'',"
        " x'', x'')",
        (sequence, at, content),
    )


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "casaco.db")) as new:
        return new.execute(sql).fetchall()


def test_counts_become_parcels_with_the_day_they_were_noted(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    found = _rows(folder, "SELECT member_id, received_by, note, handed_at, handed_by FROM parcel ORDER BY member_id")
    assert found == [("m1", "Gaël Essai", "", None, ""), ("m1", "Gaël Essai", "", None, ""), ("m3", "", "", None, "")]
    assert _rows(folder, "SELECT DISTINCT received_at FROM parcel WHERE member_id = 'm1'") == [(NOTED_AT,)]
    assert all(UUID(str(row[0])).version == 7 for row in _rows(folder, "SELECT id FROM parcel"))


def test_members_keep_what_refers_to_them_and_have_a_word_for_the_desk(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT number, phone, message FROM member ORDER BY number") == [
        (1, "", ""),
        (2, "", ""),
        (3, "", ""),
    ]
    assert _rows(folder, "SELECT member_id FROM card") == [("m1",)]
    assert "parcels" not in {row[1] for row in _rows(folder, "PRAGMA table_info(member)")}
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]
