"""The journal: canonical bodies, digests as FISCAL.md words them, a database that refuses, sequences without gaps."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from desk.journal import canonical
from models.journal import Stream
from tests.support.house import SmallHouse, plain

ROOT = Path(__file__).resolve().parents[2]
INTEGERS = st.integers(-(2**63), 2**63)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
BODIES = st.dictionaries(WORDS, VALUES, max_size=6)


@given(BODIES)
def test_a_body_reads_back_and_is_written_in_one_way_only(body: dict[str, object]) -> None:
    written = canonical(body)
    again = json.loads(written)
    assert again == body
    assert canonical(again) == written
    assert canonical(dict(reversed(list(body.items())))) == written
    assert written == json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


@given(BODIES, st.floats())
def test_a_float_has_no_place_in_a_body_however_deep(body: dict[str, object], number: float) -> None:
    for wrong in ({**body, "x": number}, {**body, "x": [{"y": (number,)}]}):
        with pytest.raises(TypeError):
            canonical(wrong)


def test_a_key_that_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical({"lines": [{1: "one"}]})


def test_digests_and_signatures_are_those_of_the_published_text(house: SmallHouse) -> None:
    """Rebuilt here from the words of format 1, without calling the desk's own function."""
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    house.sell_pass(guest="Zoé « Test »", receipt=True)
    house.scan("nonsense")
    (public_key,) = (row[0] for row in house.rows("SELECT public_key FROM desk"))
    verifier = Ed25519PublicKey.from_public_bytes(public_key)
    previous: dict[str, tuple[int, str, str]] = {}
    columns = "desk_id, stream, sequence, kind, at, operator_id, software_version, key_id, body, digest, signature"
    rows = house.rows(f"SELECT {columns} FROM journal ORDER BY stream, sequence")
    assert {row[1] for row in rows} == {"duplicates", "operations", "sales", "technical"}
    assert {row[5] for row in rows if row[1] == "sales"} == {house.desk.staff.holder.id}
    for desk, stream, sequence, kind, at, operator, version, key, body, digest, signature in rows:
        before, previous_digest, previous_signature = previous.get(stream, (0, "0" * 64, ""))
        assert sequence == before + 1
        lines = ["casaco-desk journal 1", desk, stream, str(sequence), kind, at, operator, version, key]
        lines += [previous_digest, previous_signature, hashlib.sha256(body).hexdigest()]
        expected = hashlib.sha256("\n".join(lines).encode("utf-8")).digest()
        assert digest == expected
        verifier.verify(signature, expected)
        # The third form of a sale says for each line what it corrects.
        assert json.loads(body)["schema"] == (3 if stream == "sales" else 1)
        assert at.endswith("Z")
        assert len(at) == len("2026-11-24T08:00:00.000000Z")
        previous[stream] = (sequence, expected.hex(), signature.hex())


REFUSED = [
    "UPDATE journal SET kind = 'other' WHERE stream = 'sales'",
    "UPDATE OR REPLACE journal SET body = x'00'",
    "DELETE FROM journal WHERE stream = 'technical'",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE stream = 'sales' LIMIT 1",
    "REPLACE INTO journal SELECT * FROM journal WHERE stream = 'technical' LIMIT 1",
    "INSERT INTO journal SELECT stream, sequence + 2, kind, at, operator_id, desk_id, software_version, format,"
    " algorithm, key_id, previous_digest, previous_signature, body, body_sha256, digest, signature"
    " FROM journal WHERE stream = 'sales'",
    "INSERT INTO journal SELECT 'archives', 2, kind, at, operator_id, desk_id, software_version, format,"
    " algorithm, key_id, previous_digest, previous_signature, body, body_sha256, digest, signature"
    " FROM journal WHERE stream = 'sales'",
    "UPDATE sale SET total_cents = 1",
    "DELETE FROM sale",
    "REPLACE INTO sale SELECT * FROM sale",
    "UPDATE sale_line SET unit_cents = 1",
    "DELETE FROM sale_line",
    "REPLACE INTO sale_line SELECT * FROM sale_line",
    "UPDATE payment SET mode = 'cash'",
    "DELETE FROM payment",
    "REPLACE INTO payment SELECT 'other', sale_id, position, mode, cents, tendered_cents FROM payment",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_on_any_connection(house: SmallHouse, statement: str) -> None:
    house.sell_pass()
    before = house.rows("SELECT * FROM journal ORDER BY stream, sequence")
    with closing(plain(house.folder)) as connection, pytest.raises(sqlite3.IntegrityError, match="sealed"):
        connection.execute(statement)
    assert house.rows("SELECT * FROM journal ORDER BY stream, sequence") == before
    assert house.verify().ok


class Stop(Exception):
    """Something breaks in the middle of a unit of work."""


def _sequences(house: SmallHouse, stream: Stream) -> list[object]:
    return [row[0] for row in house.rows("SELECT sequence FROM journal WHERE stream = ? ORDER BY 1", stream.value)]


def test_work_undone_or_abandoned_leaves_no_gap(house: SmallHouse, hears: list[frozenset[str]]) -> None:
    def break_off() -> None:
        with house.desk.work.write() as unit:
            unit.record(Stream.OPERATIONS, "lost", {"schema": 1})
            raise Stop

    for number in range(6):
        with house.desk.work.write() as unit:
            unit.record(Stream.OPERATIONS, "kept", {"schema": 1, "number": number})
        with pytest.raises(Stop):
            break_off()
        with house.desk.work.write() as unit:
            unit.record(Stream.OPERATIONS, "lost", {"schema": 1})
            unit.record(Stream.SALES, "lost", {"schema": 1, "payments": []})
            unit.abandon()
    assert _sequences(house, Stream.OPERATIONS) == list(range(1, 7))
    assert _sequences(house, Stream.SALES) == []
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'lost'") == 0
    assert hears == []
    assert house.verify(deep=True).ok


def test_each_record_of_one_act_carries_the_same_instant(house: SmallHouse) -> None:
    house.sell_pass(receipt=True)
    assert house.value("SELECT count(DISTINCT at) FROM journal WHERE stream <> 'technical'") == 1


WRITER = """
import sys
from pathlib import Path
from desk.frontdesk import FrontDesk
from desk.checkin import Verdict
desk = FrontDesk(Path(sys.argv[1]))
for number in range(60):
    outcome = desk.checkin.scan(f"nothing {sys.argv[2]} {number}")
    assert outcome.verdict is Verdict.REFUSED
desk.close()
"""


def test_two_processes_write_at_once_without_a_gap(house: SmallHouse) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(house.folder), name], cwd=ROOT, stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors.decode()
    assert _sequences(house, Stream.OPERATIONS) == list(range(1, 121))
    assert house.value("SELECT count(DISTINCT raw) FROM refused_scan") == 120
    assert house.verify(deep=True).problems == ()
