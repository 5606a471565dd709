"""A journal that is behind its second place: found by verify, never gone on with, made whole again, and recorded."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desk import logs
from desk.__main__ import main
from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.restore import Restored, restore
from desk.backups.trail import END_BYTES, Trail, trail_of
from desk.commands import FAULT, OK
from desk.damage import BEHIND
from desk.errors import EnvironmentFault
from desk.heads import places_for
from desk.recovery import Recovery, is_recoverable
from models.database import FILE_NAME
from tests.support.backups import backed_up
from tests.support.house import SmallHouse, house_fixture
from tests.support.tampering import unguarded

__all__ = ["house_fixture"]
FAILURES = "SELECT json_extract(CAST(body AS TEXT), '$.stream') FROM journal WHERE kind = '90' ORDER BY sequence"


@pytest.fixture(autouse=True)
def quiet_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """The technical log is the process's: a test leaves it alone."""
    monkeypatch.setattr(logs, "keep", lambda: None)


def _trail(house: SmallHouse) -> Trail:
    return trail_of(house.folder, house.desk.work.identity.id)


def _last_day(house: SmallHouse) -> Path:
    return sorted(_trail(house).folder.glob("*.log"))[-1]


def _sold(house: SmallHouse, count: int, *, receipt: bool = True) -> SmallHouse:
    for _ in range(count):
        house.later(minutes=5).sell_pass(receipt=receipt)
    return house


def _put_by_hand(house: SmallHouse, copy: Path) -> None:
    """Someone copies a backup over the database with a file manager."""
    house.close()
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (house.folder / name).unlink(missing_ok=True)
    shutil.copy(copy, house.folder / FILE_NAME)


def _end_cut_off(house: SmallHouse, after: int, *, heads: bool = True) -> None:
    """Without the key: the last sales, their rows and their lines in both heads files are taken away."""
    house.close()
    with unguarded(house.folder) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for table in ("sale_line", "payment"):
            connection.execute(
                f"DELETE FROM {table} WHERE sale_id IN (SELECT id FROM sale WHERE sequence > ?)", (after,)
            )
        connection.execute("DELETE FROM sale WHERE sequence > ?", (after,))
        connection.execute("DELETE FROM journal WHERE stream = 'sales' AND sequence > ?", (after,))
    for place in places_for(house.folder, house.desk.work.identity.id) if heads else ():
        lines = place.read_text().splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("sales ") or int(line.split()[1]) <= after]
        place.write_text("".join(kept))


def _start_fails(house: SmallHouse) -> EnvironmentFault:
    before = (house.folder / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault) as caught:
        house._open()
    assert caught.value.code == BEHIND
    assert (house.folder / FILE_NAME).read_bytes() == before
    return caught.value


def _from(house: SmallHouse, path: Path) -> Restored:
    done = restore(house.folder, path, clock=house.clock)
    assert isinstance(done, Restored), done
    house.desk = house._open()
    assert house.desk.integrity_failures == 0
    return done


def _numbers(house: SmallHouse) -> list[object]:
    return [number for (number,) in house.rows("SELECT number FROM sale ORDER BY sequence")]


# --- the start -----------------------------------------------------------------------------------------------------


def test_an_older_copy_put_back_by_hand_gives_no_number_again(house: SmallHouse) -> None:
    copy = backed_up(_sold(house, 3))
    _put_by_hand(_sold(house, 4), copy)
    fault = _start_fails(house)
    assert is_recoverable(fault)
    assert f"casaco-desk restore {house.folder / FILE_NAME}" in fault.todo
    situation = Recovery(house.folder, fault, house.clock).situation()
    assert situation.is_behind
    assert {found.path for found in situation.copies} == {copy, house.folder / FILE_NAME}
    done = _from(house, house.folder / FILE_NAME)
    assert done.was_behind
    assert _numbers(house) == [f"A-00000{n}" for n in range(1, 8)]
    assert house.rows(FAILURES) == [("duplicates",), ("operations",), ("sales",), ("technical",)]
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'backup.restored'") == 1
    assert _sold(house, 1).value("SELECT number FROM sale ORDER BY sequence DESC LIMIT 1") == "A-000008"
    assert house.verify(deep=True).problems == ()


def test_the_newest_copy_is_proposed_and_makes_the_journal_whole_too(house: SmallHouse) -> None:
    first = backed_up(_sold(house, 1))
    last = backed_up(_sold(house.later(hours=1), 2))
    _put_by_hand(_sold(house, 1), first)
    situation = Recovery(house.folder, _start_fails(house), house.clock).situation()
    assert situation.copies[0].path == last
    assert _from(house, last).was_behind
    assert _numbers(house) == [f"A-00000{n}" for n in range(1, 5)]
    assert house.verify(deep=True).problems == ()


def test_numbers_that_only_the_heads_know_are_lost_and_never_given_again(house: SmallHouse) -> None:
    copy = backed_up(_sold(house, 3))
    _put_by_hand(_sold(house, 4), copy)
    shutil.rmtree(_trail(house).folder)
    _start_fails(house)
    done = _from(house, house.folder / FILE_NAME)
    assert ("sales", 4, 7) in done.plan.lost
    assert _numbers(_sold(house, 1)) == ["A-000001", "A-000002", "A-000003", "A-000008"]
    told = {problem.stream: problem.sentence for problem in house.verify(deep=True).problems}
    assert told["sales"].startswith("Les n° 4 à 7 sont perdus")


def test_a_command_is_refused_with_the_sentence_and_restore_goes_on(
    house: SmallHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backed_up(_sold(house, 1))
    _put_by_hand(_sold(house, 2), copy)
    data = ("--data", str(house.folder))
    assert main(["presence", *data]) == FAULT
    said = capsys.readouterr().err
    assert "numéros que cette base ne connaît pas" in said
    command = said.split("casaco-desk ")[-1].split()
    assert main([*command, "--yes"]) == OK
    out = capsys.readouterr().out
    assert f"gardé dans {house.folder / 'mis-de-cote'}" in out
    assert "\u200b" not in out
    assert main(["presence", *data]) == OK
    assert main(["verify", "--deep", *data]) == OK


# --- the second place of records -----------------------------------------------------------------------------------


def test_an_end_cut_off_with_its_heads_is_found_and_comes_back(house: SmallHouse) -> None:
    _end_cut_off(_sold(house, 5, receipt=False), 3)
    for deep in (False, True):
        (found,) = house.verify(deep=deep).problems
        assert (found.stream, found.sequence) == ("sales", 4)
        assert "porte le n° 4, absent ici" in found.sentence
    _start_fails(house)
    _from(house, house.folder / FILE_NAME)
    assert _numbers(house) == [f"A-00000{n}" for n in range(1, 6)]
    assert house.rows(FAILURES) == [("sales",)]
    assert house.verify(deep=True).problems == ()


def test_a_stream_that_the_heads_tell_of_is_told_once(house: SmallHouse) -> None:
    _end_cut_off(_sold(house, 3, receipt=False), 2, heads=False)
    assert len([problem for problem in house.verify().problems if "absent ici" in problem.sentence]) == 2


def test_a_record_that_was_written_anew_with_the_key_is_found(house: SmallHouse) -> None:
    """Its digest is another, as its line still says."""
    _sold(house, 2).close()
    with unguarded(house.folder) as connection:
        connection.execute("UPDATE journal SET digest = zeroblob(32) WHERE stream = 'sales' AND sequence = 1")
    for place in places_for(house.folder, house.desk.work.identity.id):
        place.write_text(
            "".join(line for line in place.read_text().splitlines(keepends=True) if not line.startswith("sales 1 "))
        )
    sentences = [problem.sentence for problem in house.verify().problems if problem.stream == "sales"]
    assert "Le second exemplaire des enregistrements porte un autre n° 1." in sentences


def test_records_behind_a_gap_keep_their_numbers_when_the_heads_are_gone(house: SmallHouse) -> None:
    copy = backed_up(_sold(house, 1))
    _put_by_hand(_sold(house, 4), copy)
    for place in places_for(house.folder, house.desk.work.identity.id):
        place.write_text(
            "".join(line for line in place.read_text().splitlines(keepends=True) if not line.startswith("sales "))
        )
    day = _last_day(house)
    day.write_bytes(
        b"".join(line for line in day.read_bytes().splitlines(keepends=True) if not line.startswith(b'["sales",3,'))
    )
    _start_fails(house)
    plan = plan_restore(house.folder, copy)
    assert isinstance(plan, RestorePlan)
    assert ("sales", 3, 5) in plan.lost
    _from(house, copy)
    assert _numbers(_sold(house, 1)) == ["A-000001", "A-000002", "A-000006"]


@pytest.mark.parametrize("what", ["absent", "older", "torn", "half a day", "noise", "not ours", "forged"])
def test_lines_that_say_less_or_nothing_raise_no_alarm(house: SmallHouse, what: str) -> None:
    """What a crash, a full disk, a trimming or a hand may leave of them: the journal itself is whole."""
    _sold(house, 3).close()
    day = _last_day(house)
    data = day.read_bytes()
    lines = data.splitlines(keepends=True)
    last = next(line for line in reversed(lines) if line.startswith(b'["sales",'))
    if what == "absent":
        shutil.rmtree(day.parent)
    else:
        day.write_bytes(
            {
                "older": b"".join(lines[: len(lines) // 2]),
                "torn": data[:-40],
                "half a day": b"".join(lines[::2]),
                "noise": data + b"\x00" * 500 + b"\xff{[\n" + random.Random(3).randbytes(800),
                "not ours": data + last.replace(house.desk.work.identity.id.encode(), b"another"),
                "forged": data + last.replace(b'["sales",3,', b'["sales",9,'),
            }[what]
        )
    assert house.verify(deep=True).problems == ()
    house.desk = house._open()
    assert house.desk.integrity_failures == 0
    assert _sold(house, 1).verify(deep=True).problems == ()
    house.close()
    assert house.verify().problems == ()
    house.desk = house._open()
    assert house.desk.integrity_failures == 0


def test_a_restoration_raises_no_alarm_afterwards(house: SmallHouse) -> None:
    copy = backed_up(_sold(house, 2))
    _sold(house, 2).close()
    (house.folder / FILE_NAME).write_bytes(b"\xa5" * 100_000)
    assert not _from(house, copy).was_behind
    assert house.reopen().integrity_failures == 0
    assert house.rows(FAILURES) == []
    assert _sold(house, 1).verify(deep=True).problems == ()


def test_a_lone_copy_is_checked_by_itself(house: SmallHouse, tmp_path: Path) -> None:
    copied = house.copy(tmp_path / "alone") if _sold(house, 1) else tmp_path
    _sold(house, 1)
    from desk.verify import verify_copy, verify_folder

    assert verify_folder(copied).problems == ()
    assert verify_copy(copied / FILE_NAME).problems == ()


def test_a_start_reads_the_end_of_the_lines_only(house: SmallHouse) -> None:
    _sold(house, 2)
    day = _last_day(house)
    line = next(line for line in day.read_bytes().splitlines(keepends=True) if line.startswith(b'["sales",2,'))
    trail, count = _trail(house), 3 * END_BYTES // len(line)
    day.write_bytes(day.read_bytes() + b"\n" + line * count)
    day.with_name("2026-11-23.log").write_bytes(line * count)
    found = list(trail.end())
    assert len(found) == END_BYTES // len(line)
    assert {(row.stream, row.sequence) for row in found} == {("sales", 2)}
    # Of the last days together, when the last one says little.
    day.write_bytes(b"")
    assert len(list(trail.end())) == END_BYTES // len(line)
