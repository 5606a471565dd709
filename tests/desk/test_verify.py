"""Verification: any change, removal, reordering, truncation or older copy is found, and its place is named."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk import keys
from desk.errors import EnvironmentFault
from desk.heads import HEADS_FILE
from desk.journal import digest_of
from desk.verification import as_json
from desk.verify import verify_folder
from models.database import FILE_NAME
from tests.support import tampering
from tests.support.house import SmallHouse, a_morning, plain, small_house
from tests.support.tampering import Tampering, copy_of, names, unguarded

ROUNDS = 220


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a house after a morning's work, closed."""
    folder = tmp_path_factory.mktemp("verify") / "house"
    with small_house(folder) as house:
        a_morning(house)
    return folder


def test_a_clean_journal_holds(morning: Path) -> None:
    for deep in (False, True):
        found = verify_folder(morning, deep=deep)
        assert found.problems == ()
        assert found.ok
        assert found.records == sum(found.streams.values()) == 15
        assert json.loads(as_json(found)) == {
            "ok": True, "records": 15, "streams": found.streams, "deep": deep, "problems": [], "redacted": 0,
        }  # fmt: skip


def test_any_single_tampering_is_found_and_placed(morning: Path, tmp_path: Path) -> None:
    """Random, but the same ones each time; the guards are put back, so only the content can betray it."""
    for turn in range(ROUNDS):
        chance = random.Random(turn)
        tamper: Tampering = tampering.ALL[turn % len(tampering.ALL)]
        folder = copy_of(morning, tmp_path / str(turn))
        with unguarded(folder) as connection:
            place = tamper(chance, connection)
        found = verify_folder(folder)
        assert not found.ok, (turn, tamper.__name__, place)
        assert names(found, place), (turn, tamper.__name__, place, found.problems)
        assert as_json(found).encode("utf-8")
        shutil.rmtree(folder)


@pytest.mark.parametrize("row", ["sale", "sale_line", "payment"])
def test_each_column_of_a_sale_is_compared_with_its_record(morning: Path, tmp_path: Path, row: str) -> None:
    for column in tampering.COLUMNS[row]:
        folder = copy_of(morning, tmp_path / column)
        with unguarded(folder) as connection:
            (value,) = connection.execute(f"SELECT {column} FROM {row} ORDER BY rowid LIMIT 1").fetchone()
            other = tampering.altered(random.Random(1), value)
            first = f"rowid = (SELECT min(rowid) FROM {row})"
            connection.execute(f"UPDATE {row} SET {column} = ? WHERE {first}", (other,))
        assert "sales" in {problem.stream for problem in verify_folder(folder).problems}, column


def test_a_guard_taken_away_or_emptied_is_found(morning: Path, tmp_path: Path) -> None:
    with closing(plain(morning)) as connection:
        guards = connection.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%refuses%'"
            # A drawing is no money: the database keeps it, the check does not.
            " AND tbl_name NOT IN ('plan_version', 'plan_withdrawal')"
        ).fetchall()
    assert len(guards) == 55
    for name, table in guards:
        folder = copy_of(morning, tmp_path / name)
        with closing(plain(folder)) as connection:
            connection.execute(f"DROP TRIGGER {name}")
            (gone,) = verify_folder(folder).problems
            assert name in gone.sentence
            connection.execute(f"CREATE TRIGGER {name} BEFORE INSERT ON {table} BEGIN SELECT 1; END")
        (emptied,) = verify_folder(folder).problems
        assert name in emptied.sentence


def test_another_public_key_is_found(morning: Path, tmp_path: Path) -> None:
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    for name, change in {"key": {}, "key and its name": {"key_id": keys.key_id(other)}}.items():
        folder = copy_of(morning, tmp_path / name)
        with closing(plain(folder)) as connection:
            connection.execute("UPDATE desk SET public_key = ?", (other,))
            for column, value in change.items():
                connection.execute(f"UPDATE desk SET {column} = ?", (value,))
        found = verify_folder(folder)
        assert {"sales", "operations", "technical", "duplicates"} <= {problem.stream for problem in found.problems}


def test_deep_names_the_first_resigned_record(morning: Path, tmp_path: Path) -> None:
    """Someone without the key rewrites a chain from its second record on, digests and all."""
    folder = copy_of(morning, tmp_path / "house")
    stranger = Ed25519PrivateKey.generate()
    with unguarded(folder) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM journal WHERE stream = 'operations' ORDER BY sequence").fetchall()
        previous = (rows[0]["digest"], rows[0]["signature"])
        for row in rows[1:]:
            body = row["body"].replace(b"Al", b"Ba")
            digest = digest_of(
                desk_id=row["desk_id"], stream="operations", sequence=row["sequence"], kind=row["kind"], at=row["at"],
                operator_id=row["operator_id"], software_version=row["software_version"], key_id=row["key_id"],
                previous_digest=previous[0].hex(), previous_signature=previous[1].hex(),
                body_sha256=hashlib.sha256(body).hexdigest(),
            )  # fmt: skip
            signature = stranger.sign(digest)
            values = (body, hashlib.sha256(body).digest(), digest, signature, *previous, row["sequence"])
            connection.execute(
                "UPDATE journal SET body = ?, body_sha256 = ?, digest = ?, signature = ?, previous_digest = ?,"
                " previous_signature = ? WHERE stream = 'operations' AND sequence = ?",
                values,
            )
            previous = (digest, signature)
    heads = folder / HEADS_FILE
    heads.write_text("".join(x for x in heads.read_text("ascii").splitlines(True) if not x.startswith("operations")))
    unsigned = [p.sequence for p in verify_folder(folder).problems if "signature" in p.sentence]
    deep = [p.sequence for p in verify_folder(folder, deep=True).problems if "signature" in p.sentence]
    assert unsigned == [len(rows)]
    assert sorted(set(deep)) == list(range(2, len(rows) + 1))


def _no_file(folder: Path) -> None:
    (folder / FILE_NAME).unlink()


def _a_text(folder: Path) -> None:
    (folder / FILE_NAME).write_text("Bonjour, ceci est un texte.\n" * 200, "utf-8")


def _empty(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"")


def _half(folder: Path) -> None:
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(data[: len(data) // 2])


def _someone_elses(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    with closing(plain(folder)) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")


def _a_folder(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).mkdir()


def _no_desk(folder: Path) -> None:
    with closing(plain(folder)) as connection:
        connection.execute("DELETE FROM desk")


@pytest.mark.parametrize("damage", [_no_file, _a_text, _empty, _someone_elses, _a_folder, _no_desk])
def test_what_cannot_be_checked_is_a_fault_and_never_right(
    morning: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = copy_of(morning, tmp_path / "house")
    damage(folder)
    with pytest.raises(EnvironmentFault) as caught:
        verify_folder(folder)
    assert caught.value.what.endswith(".")
    assert caught.value.todo


def _verdict(folder: Path) -> str:
    try:
        return "ok" if verify_folder(folder).ok else "not ok"
    except EnvironmentFault:
        return "fault"


def test_a_truncated_file_is_never_right(morning: Path, tmp_path: Path) -> None:
    size = (morning / FILE_NAME).stat().st_size
    for part in range(1, 12):
        folder = copy_of(morning, tmp_path / str(part))
        data = (folder / FILE_NAME).read_bytes()
        (folder / FILE_NAME).write_bytes(data[: size * part // 12])
        assert _verdict(folder) in ("fault", "not ok"), part


def test_a_journal_without_a_record_holds_nothing(morning: Path, tmp_path: Path) -> None:
    folder = copy_of(morning, tmp_path / "house")
    with unguarded(folder) as connection:
        for table in ("payment", "sale_line", "sale", "journal"):
            connection.execute(f"DELETE FROM {table}")
    (folder / HEADS_FILE).write_bytes(b"")
    found = verify_folder(folder)
    assert found.records == 0
    assert not found.ok


def test_the_check_runs_beside_an_open_desk(house: SmallHouse) -> None:
    a_morning(house)
    with house.desk.work.write():
        # The write lock is held while the check reads.
        assert house.verify().ok
