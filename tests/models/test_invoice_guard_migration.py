"""From a house whose invoices counted their own rows: the guard is the journal's now, and what is there stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.storage import open_database
from desk.verify import verify_folder
from tests.models.test_migrations import restored
from tests.support.house import plain

DUMP = Path(__file__).parent / "older" / "0013.sql"
_INSERT = (
    "INSERT INTO invoice SELECT 'other', ?, 'FA-000099', kind, issued_at, issued_on, due_on, organisation_id, customer,"
    " total_cents, paid_cents, credits_id FROM invoice WHERE sequence = 1"
)


def test_a_document_takes_the_number_of_its_record_and_no_other(tmp_path: Path) -> None:
    folder = restored(DUMP, tmp_path / "house")
    assert verify_folder(folder, deep=True).problems == (), "the guard of then is known"
    open_database(folder).dispose()
    assert verify_folder(folder, deep=True).problems == ()
    with closing(plain(folder)) as connection:
        before = connection.execute("SELECT number FROM invoice ORDER BY sequence").fetchall()
        last = connection.execute("SELECT MAX(sequence) FROM journal WHERE stream = 'invoices'").fetchone()[0]
        assert len(before) == last
        for wrong in (last - 1, last + 1, last):  # the last one is there already
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(_INSERT, (wrong,))
        assert connection.execute("SELECT number FROM invoice ORDER BY sequence").fetchall() == before
