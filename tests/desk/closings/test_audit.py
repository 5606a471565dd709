"""What verification finds in closings: any single change, and the place of it."""

from __future__ import annotations

import hashlib
import random
from datetime import timedelta
from pathlib import Path

import pytest

from desk.journal import digest_of
from desk.keys import key_store, load_signer
from desk.verify import verify_folder
from tests.desk.closings.scenes import a_day, staffed
from tests.support.house import OPENING, TUESDAY, SmallHouse, small_house
from tests.support.tampering import altered, copy_of, unguarded

TURNS = 34
LATER = OPENING + timedelta(days=20)
COLUMNS = (
    "sequence", "number", "period", "first_day", "last_day", "first_sale", "last_sale", "last_technical", "closed_at",
    "operator_id", "total_cents", "absolute_cents", "perpetual_cents", "perpetual_absolute_cents", "kept_cents",
    "counted_cents", "difference_cents",
)  # fmt: skip


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house that closed two days and a month, and printed its papers twice."""
    folder = tmp_path_factory.mktemp("audit") / "house"
    with small_house(folder) as house:
        staffed(house)
        made = a_day(house)
        a_day(house, TUESDAY + timedelta(days=8), 500)
        for number in (made.number, made.number, house.desk.closings.listed()[0].number):
            house.desk.closings.reports.print_report(number)
        sale = str(house.value("SELECT id FROM sale WHERE sequence = 1"))
        house.desk.receipts.print_again(sale)
        house.desk.receipts.print_again(sale)
    return folder


def test_closings_that_hold_are_said_to_hold(evening: Path) -> None:
    found = verify_folder(evening, deep=True)
    assert found.problems == ()
    assert found.streams["closings"] == 3


def test_any_column_of_a_closing_that_changed_is_found(evening: Path, tmp_path: Path) -> None:
    for turn in range(TURNS):
        chance = random.Random(turn)
        folder = copy_of(evening, tmp_path / str(turn))
        with unguarded(folder) as connection:
            column = COLUMNS[turn % len(COLUMNS)]
            rows = f"SELECT rowid, {column} FROM closing WHERE {column} IS NOT NULL ORDER BY 1"
            rowid, value = chance.choice(connection.execute(rows).fetchall())
            connection.execute(
                f"UPDATE OR REPLACE closing SET {column} = ? WHERE rowid = ?",
                (altered(chance, value), rowid),
            )
        found = verify_folder(folder)
        assert any(problem.stream == "closings" for problem in found.problems), column


@pytest.mark.parametrize(
    ("sql", "stream"),
    [
        ("DELETE FROM closing WHERE sequence = 2", "closings"),
        ("DELETE FROM closing WHERE sequence = 3", "closings"),
        ("DELETE FROM closing_print WHERE copy_number = 1", "duplicates"),
        ("DELETE FROM receipt_print", "duplicates"),
        ("UPDATE receipt_print SET sale_id = (SELECT id FROM sale WHERE sequence = 2)", "duplicates"),
        ("INSERT INTO closing_print SELECT closing_id, 7, printed_at FROM closing_print LIMIT 1", "duplicates"),
        ("UPDATE closing_print SET copy_number = 7 WHERE copy_number = 1", "duplicates"),
        ("UPDATE receipt_print SET printed_at = '2026-01-01T00:00:00.000000Z'", "duplicates"),
        ("DELETE FROM float_count", "technical"),
        ("UPDATE float_count SET cents = cents + 1", "technical"),
        ("UPDATE float_count SET counted_by = 'someone else'", "technical"),
        ("UPDATE float_count SET counted_at = '2026-01-01T00:00:00.000000Z'", "technical"),
        ("INSERT INTO float_count SELECT 'other', counted_at, counted_by, cents FROM float_count LIMIT 1", "technical"),
    ],
)
def test_a_row_that_went_or_came_is_found(evening: Path, tmp_path: Path, sql: str, stream: str) -> None:
    folder = copy_of(evening, tmp_path / "copy")
    with unguarded(folder) as connection:
        connection.execute(sql)
    assert stream in {problem.stream for problem in verify_folder(folder).problems}


def _reseal(house: SmallHouse, old: str, new: str, stream: str) -> None:
    """Whoever holds the key rewrites a body with its digest: only the sums can still tell."""
    identity = house.desk.work.identity
    (key_id,) = house.rows("SELECT key_id FROM desk")[0]
    signer = load_signer(identity.id, str(key_id), key_store(house.folder))
    with unguarded(house.folder) as connection:
        previous, signature = "0" * 64, b""
        rows = connection.execute(
            "SELECT rowid, sequence, kind, at, operator_id, software_version, body FROM journal WHERE stream = ?"
            " ORDER BY sequence",
            (stream,),
        ).fetchall()
        for rowid, sequence, kind, at, operator, version, body in rows:
            text = body.replace(old.encode(), new.encode())
            content = hashlib.sha256(text).digest()
            digest = digest_of(
                desk_id=identity.id, stream=stream, sequence=sequence, kind=kind, at=at, operator_id=operator,
                software_version=version, key_id=str(key_id), previous_digest=previous,
                previous_signature=signature.hex(), body_sha256=content.hex(),
            )  # fmt: skip
            sealed = signer.sign(digest)
            connection.execute(
                "UPDATE journal SET body = ?, body_sha256 = ?, digest = ?, signature = ?, previous_digest = ?,"
                " previous_signature = ? WHERE rowid = ?",
                (text, content, digest, sealed, bytes.fromhex(previous), signature, rowid),
            )
            previous, signature = digest.hex(), sealed


@pytest.mark.parametrize(
    ("old", "new", "stream"),
    [
        ('"total":2500', '"total":2400', "closings"),
        ('"perpetual":2500', '"perpetual":2400', "closings"),
        ('"last":2}', '"last":1}', "closings"),
        ('"expected":17500', '"expected":17400', "closings"),
        ('"cents":2400,"mode":"cash"', '"cents":2300,"mode":"cash"', "sales"),
        ('"cents":15000', '"cents":14000', "technical"),
    ],
)
def test_sums_tell_even_when_the_key_was_used_to_lie(
    evening: Path, tmp_path: Path, old: str, new: str, stream: str
) -> None:
    folder = copy_of(evening, tmp_path / "copy")
    house = SmallHouse(folder, at=LATER)
    try:
        _reseal(house, old, new, stream)
    finally:
        house.close()
    found = verify_folder(folder)
    assert any(problem.stream == "closings" and problem.sequence for problem in found.problems)


def test_a_body_that_cannot_be_read_is_told_and_ends_nothing(evening: Path, tmp_path: Path) -> None:
    for body in (b"{", b"[]", b'{"period":"day"}', b"\xff"):
        folder = copy_of(evening, tmp_path / body.hex())
        with unguarded(folder) as connection:
            connection.execute("UPDATE journal SET body = ? WHERE stream = 'closings' AND sequence = 1", (body,))
        assert any(problem.stream == "closings" for problem in verify_folder(folder).problems)
