"""From 0002 to 0003, with data: nothing is lost, the journal's guard changes and only as said."""

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
from models.journal import JOURNAL_TRIGGERS, OLDER_TRIGGERS
from models.migrations import HEAD
from models.schema import Base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of version 0002 with a member, their card, a refused scan, settings and two journal records."""
    use_write_ahead_log(tmp_path)
    engine = open_engine(tmp_path, durable=False)
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as old:
        old.execute(
            "INSERT INTO member (id, number, given_name, family_name, email, status, blocked_reason, joined_on,"
            " named_on_plan, phone, message)"
            " VALUES ('m', 7, 'Inès', 'Alvar', '', 'active', '', '2020-01-01', 0, '', '')"
        )
        old.execute("INSERT INTO card VALUES ('CC1', 'm', '2026-01-01T00:00:00.000000Z', NULL, '')")
        old.execute("INSERT INTO refused_scan VALUES ('r', '2026-01-01T00:00:00.000000Z', 'CC1', 'expired', 'm')")
        old.execute(
            "INSERT INTO site (id, house_name, legal_name, legal_form, siret, vat_number, street, postcode, city, zone,"
            " opens, closes, half_day_split, safety_limit, soon_minutes, repeat_seconds, undo_minutes,"
            " rental_half_day_minutes, rental_day_minutes, is_demo) VALUES (1, 'Maison', '', '', '', '', '', '', '',"
            " 'Europe/Paris', '09:00', '19:00', '13:30', 110, 30, 5, 15, 300, 600, 0)"
        )
        for stream in ("operations", "sales"):
            old.execute(
                "INSERT INTO journal VALUES (?, 1, 'k', 'a', 'g', 'd', '0', 1, 'a', 'k', x'', x'', x'7b7d', x'01',"
                " x'02', x'03')",
                (stream,),
            )
        old.commit()
        with pytest.raises(sqlite3.IntegrityError):
            old.execute("UPDATE journal SET body = x''")
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def _guard(folder: Path) -> str:
    ((sql,),) = _rows(folder, "SELECT sql FROM sqlite_master WHERE name = 'journal_refuses_update'")
    return str(sql)


def test_nothing_is_lost_and_the_terms_have_their_defaults(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _rows(folder, "SELECT number, given_name, erased_at FROM member") == [(7, "Inès", None)]
    assert _rows(folder, "SELECT member_id FROM card UNION ALL SELECT member_id FROM refused_scan") == [("m",), ("m",)]
    assert _rows(folder, "SELECT keep_visits_months, keep_refused_scans_months FROM site") == [(36, 3)]
    assert _rows(folder, "SELECT stream, sequence, body FROM journal ORDER BY stream") == [
        ("operations", 1, b"{}"),
        ("sales", 1, b"{}"),
    ]
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_the_guard_is_the_one_that_the_verification_knows(folder: Path) -> None:
    assert _guard(folder).split() == OLDER_TRIGGERS[0].split()
    storage.open_database(folder, durable=False).dispose()
    assert _guard(folder).split() == JOURNAL_TRIGGERS[0].split()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as new:
        new.execute("UPDATE journal SET body = x'' WHERE stream = 'operations'")
        with pytest.raises(sqlite3.IntegrityError, match="UPDATE refused"):
            new.execute("UPDATE journal SET body = x'' WHERE stream = 'sales'")


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
