"""From 0006 to 0007, with data: the line about a contact becomes a contact, and nothing else of a body changes."""

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

AT = "2026-01-01T00:00:00.000000Z"
BODIES = (
    ("a", "Les Amis", "732829320", "solidarity", "amis@example.org"),
    ("b", "Chorale", "", "standard", "Ana Livre"),
    ("c", "Agence", "", "member", ""),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of version 0006 with three organisations, a booking of the first, and a product."""
    use_write_ahead_log(tmp_path)
    engine = open_engine(tmp_path, durable=False)
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as old:
        for body in BODIES:
            old.execute(
                "INSERT INTO organisation (id, name, siren, category, contact, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                (*body, AT),
            )
        old.execute("INSERT INTO product (code, label, vat_code, tax_included) VALUES ('p', 'Pass', 'normal', 1)")
        old.commit()
    return tmp_path


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as new:
        return new.execute(sql).fetchall()


def test_the_line_about_a_contact_becomes_a_contact(folder: Path) -> None:
    storage.open_database(folder, durable=False).dispose()
    assert _rows(folder, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _rows(folder, "SELECT organisation_id, name, email, noted_at FROM organisation_contact ORDER BY 1") == [
        ("a", "", "amis@example.org", AT),
        ("b", "Ana Livre", "", AT),
    ]
    assert _rows(folder, "SELECT id, name, siren, category, country, payment_days, may_invoice FROM organisation") == [
        ("a", "Les Amis", "732829320", "solidarity", "FR", 30, 1),
        ("b", "Chorale", "", "standard", "FR", 30, 1),
        ("c", "Agence", "", "member", "FR", 30, 1),
    ]
    assert _rows(folder, "SELECT code, is_extra FROM product") == [("p", 0)]
    assert _rows(folder, "PRAGMA foreign_key_check") == []
    assert _rows(folder, "PRAGMA integrity_check") == [("ok",)]


def test_the_steps_lead_to_the_mapped_classes(folder: Path) -> None:
    engine = storage.open_database(folder, durable=False)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
