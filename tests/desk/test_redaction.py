"""Blanked records: the one change the journal allows, announced, and any other still found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.privacy import Erased
from desk.redaction import Traits, announced, is_about, redact
from desk.verify import verify_folder
from models.journal import JOURNAL_TRIGGERS, OLDER_TRIGGERS
from tests.support.house import SmallHouse, a_morning, plain, small_house
from tests.support.tampering import altered, copy_of, unguarded

COLUMNS = (
    "sequence", "kind", "at", "operator_id", "desk_id", "software_version", "format", "algorithm", "key_id",
    "previous_digest", "previous_signature", "body", "body_sha256", "digest", "signature",
)  # fmt: skip


@pytest.fixture(scope="module")
def erased(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house after a morning's work and an erasure, closed."""
    folder = tmp_path_factory.mktemp("redaction") / "house"
    with small_house(folder) as house:
        a_morning(house)
        member = str(house.value("SELECT id FROM member"))
        house.scan("nonsense again")
        assert isinstance(house.desk.privacy.erase(member), Erased)
    return folder


def _redacted(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute("SELECT sequence FROM journal WHERE length(body) = 0 ORDER BY sequence").fetchall()
    return [row[0] for row in rows]


def test_a_redacted_journal_holds_and_counts_what_went(erased: Path) -> None:
    found = verify_folder(erased, deep=True)
    assert found.problems == ()
    assert found.redacted == 2


@pytest.mark.parametrize("column", [column for column in COLUMNS if column != "sequence"])
def test_any_other_change_of_a_redacted_record_is_found(erased: Path, tmp_path: Path, column: str) -> None:
    import random

    folder = copy_of(erased, tmp_path / "house")
    with unguarded(folder) as connection:
        sequence = _redacted(connection)[0]
        where = "WHERE stream = 'operations' AND sequence = ?"
        (value,) = connection.execute(f"SELECT {column} FROM journal {where}", (sequence,)).fetchone()
        connection.execute(f"UPDATE journal SET {column} = ? {where}", (altered(random.Random(1), value), sequence))
    found = verify_folder(folder)
    assert ("operations", sequence) in {(problem.stream, problem.sequence) for problem in found.problems}


def test_a_body_that_went_unannounced_is_found(erased: Path, tmp_path: Path) -> None:
    """The guard lets anyone with a database tool blank an operational body; only the desk can announce it."""
    folder = copy_of(erased, tmp_path / "house")
    with closing(plain(folder)) as connection:
        full = "SELECT sequence FROM journal WHERE stream = 'operations' AND length(body) > 0"
        (sequence,) = connection.execute(full).fetchone()
        connection.execute("UPDATE journal SET body = x'' WHERE stream = 'operations' AND sequence = ?", (sequence,))
    (problem,) = verify_folder(folder).problems
    assert (problem.stream, problem.sequence) == ("operations", sequence)
    assert problem.sentence == "Le contenu a été retiré sans que rien ne l’annonce."


@pytest.mark.parametrize("stream", ["sales", "technical", "duplicates"])
def test_a_blank_body_of_another_stream_is_found(erased: Path, tmp_path: Path, stream: str) -> None:
    folder = copy_of(erased, tmp_path / "house")
    with unguarded(folder) as connection:
        connection.execute("UPDATE journal SET body = x'' WHERE stream = ? AND sequence = 1", (stream,))
    places = {(problem.stream, problem.sequence) for problem in verify_folder(folder).problems}
    assert (stream, 1) in places


def test_a_forged_announcement_announces_nothing(erased: Path, tmp_path: Path) -> None:
    folder = copy_of(erased, tmp_path / "house")
    with unguarded(folder) as connection:
        connection.execute("UPDATE journal SET body = x'' WHERE stream = 'operations'")
        body = b'{"ranges":[[1,1000000000000]]}'
        connection.execute("UPDATE journal SET body = ? WHERE kind = 'journal.redacted'", (body,))
    found = verify_folder(folder)
    assert "technical" in {problem.stream for problem in found.problems}


def test_a_copy_from_before_redaction_is_not_accused(erased: Path, tmp_path: Path) -> None:
    folder = copy_of(erased, tmp_path / "house")
    with closing(plain(folder)) as connection:
        connection.execute("DROP TRIGGER journal_refuses_update")
        connection.execute(OLDER_TRIGGERS[0])
    assert verify_folder(folder).ok


# --- the guard, on a connection like any program's -----------------------------------------------------------


def _try(folder: Path, sql: str, *values: object) -> str:
    with closing(plain(folder)) as connection:
        try:
            connection.execute(sql, values)
        except sqlite3.IntegrityError as error:
            return str(error)
    return ""


WHERE = "WHERE stream = 'operations' AND sequence = 1"


def test_the_guard_lets_an_operational_body_become_empty_and_nothing_else(house: SmallHouse) -> None:
    a_morning(house)
    refusal = "journal is sealed: UPDATE refused"
    values: dict[str, object] = {"sequence": 99, "format": 2} | dict.fromkeys(
        ("body", "body_sha256", "digest", "signature", "previous_digest", "previous_signature"), b"x"
    )
    for column in COLUMNS:
        value = values.get(column, "other")
        assert _try(house.folder, f"UPDATE journal SET {column} = ? {WHERE}", value) == refusal, column
        if column != "body":
            also = f"UPDATE journal SET body = x'', {column} = ? {WHERE}"
            assert _try(house.folder, also, value) == refusal, column
    for sql in (
        f"UPDATE journal SET body = x'', stream = 'sales' {WHERE}",
        f"UPDATE journal SET body = x'', rowid = 4000 {WHERE}",
        f"UPDATE OR REPLACE journal SET body = x'', sequence = 2 {WHERE}",
        f"UPDATE journal SET body = NULL {WHERE}",
        f"UPDATE journal SET body = '' {WHERE}",
    ):
        assert _try(house.folder, sql) != "", sql
    for stream in ("sales", "technical", "duplicates"):
        assert _try(house.folder, "UPDATE journal SET body = x'' WHERE stream = ?", stream) == refusal
    assert _try(house.folder, f"DELETE FROM journal {WHERE}") == "journal is sealed: DELETE refused"
    assert house.verify().ok
    assert _try(house.folder, f"UPDATE journal SET body = x'' {WHERE}") == ""
    assert _try(house.folder, f"UPDATE journal SET body = x'7b7d' {WHERE}") == refusal


def test_the_guard_names_every_column_of_the_journal(house: SmallHouse) -> None:
    """A column added later must be guarded too."""
    columns = {str(row[1]) for row in house.rows("PRAGMA table_info(journal)")}
    for column in columns - {"body"}:
        assert f"NEW.{column} IS OLD.{column}" in JOURNAL_TRIGGERS[0]
    assert columns == {*COLUMNS, "stream"}


# --- whom a record is about ----------------------------------------------------------------------------------

INES = Traits(12, "Inès Alvar", ("ines@essai.example", "CC1ABC"))


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ({"member": 12, "name": "quoi que ce soit"}, True),
        ({"member": 120, "name": "Inès Alvar"}, False),
        ({"name": "ines ALVAR"}, True),
        ({"title": "Anniversaire d’Inès Alvar, 18 h"}, True),
        ({"title": "Inès Alvarez"}, False),
        ({"title": "Alvar"}, False),
        ({"who": [{"mail": "ines@essai.example"}]}, True),
        ({"mail": "xines@essai.example"}, False),
        ({"raw": "CC1ABC", "member": None}, True),
        ({"member": True, "name": ""}, False),
        ({}, False),
    ],
)
def test_whom_a_record_is_about(body: dict[str, object], about: bool) -> None:
    assert is_about(body, INES) is about


@given(st.binary(max_size=60))
def test_an_announcement_is_read_or_is_none(body: bytes) -> None:
    assert isinstance(announced(body), list)


@given(st.sets(st.integers(1, 40)))
def test_an_announcement_names_exactly_what_was_blanked(sequences: set[int]) -> None:
    from desk.redaction import _ranges

    ranges = _ranges(sorted(sequences))
    assert {n for first, last in ranges for n in range(first, last + 1)} == sequences
    assert len(ranges) <= (len(sequences) + 1)


def test_nothing_to_blank_is_not_announced(house: SmallHouse) -> None:
    before = house.value("SELECT count(*) FROM journal")
    with house.desk.work.write() as unit:
        assert redact(unit, [], "erasure") == 0
    assert house.value("SELECT count(*) FROM journal") == before
