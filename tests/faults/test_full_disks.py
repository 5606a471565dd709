"""Disks that fill up, or fail, in the middle of anything: the act is refused with a sentence, and nothing else is."""

from __future__ import annotations

import logging
import random
from datetime import timedelta
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from tests.support import sqlite_files
from tests.support.counterwork import CounterWork
from tests.support.faults import tally, times
from tests.support.house import TUESDAY, SmallHouse, small_house
from tests.support.ledger import Ack, assert_whole, last_sale, lost
from tests.support.volumes import fill, small_volume

FULL_DISKS = times(4, 60)
FAILED = times(5, 60)
MOST_ACTS = 400


def _codes(house: SmallHouse) -> list[str]:
    return [house.member(f"N{n} Essai", ends=TUESDAY + timedelta(days=9000)).code for n in range(3)]


def _until_refused(work: CounterWork, acknowledged: list[Ack]) -> EnvironmentFault:
    """Work until the world says no; each act before it counts."""
    for _ in range(MOST_ACTS):
        try:
            acknowledged += work.act()
        except EnvironmentFault as fault:
            return fault
    raise AssertionError("nothing ever failed")


def _is_told(fault: EnvironmentFault) -> bool:
    return all(part.endswith(".") for part in (fault.what, fault.safe, fault.todo))


def _looked_at(house: SmallHouse, acknowledged: list[Ack]) -> None:
    """What was acknowledged is there, what was refused is not."""
    assert lost(house.folder, acknowledged) == []
    assert last_sale(house.folder) == sum(kind == "sale" for kind, _ in acknowledged)
    assert_whole(house.folder)


def test_a_disk_that_fills_up_at_any_act_loses_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    chance, told = random.Random(5), 0
    acknowledged: list[Ack] = []
    with small_volume(tmp_path / "disk", "24m") as volume, small_house(volume / "house", durable=True) as house:
        codes = _codes(house)
        for n in range(FULL_DISKS):
            filler = fill(volume, leave=chance.randrange(150_000))
            fault = _until_refused(CounterWork(house, codes, n, "sales"), acknowledged)
            told += fault.code == "sqlite_13" and _is_told(fault)
            _looked_at(house, acknowledged)
            filler.unlink()
            acknowledged.append(("sale", house.later(minutes=1).sell_pass(receipt=True).sale.number))
            for paper in (house.folder / "documents").glob("*.pdf"):
                paper.unlink()
            house.reopen()
            assert house.desk.integrity_failures == 0
        _looked_at(house, acknowledged)
    tally("full disk", times=FULL_DISKS, acknowledged=len(acknowledged), told=told)


@pytest.mark.parametrize(
    ("what", "answer"),
    [("sync", sqlite_files.SYNC_FAILED), ("write", sqlite_files.WRITE_FAILED)],
    ids=["fsync", "write"],
)
def test_a_disk_that_fails_at_any_sync_or_write_loses_nothing(
    what: str, answer: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    chance, disk, told = random.Random(6), sqlite_files.Failing(), 0
    acknowledged: list[Ack] = []
    with sqlite_files.heard_by(disk), small_house(tmp_path / "house", durable=True) as house:
        codes = _codes(house)
        assert (house.folder / "casaco.db-shm").exists()  # SQLite has kept the name as it was given
        for n in range(FAILED):
            left = [chance.randrange(1, 40)]

            def fails(asked: str, path: Path, left: list[int] = left) -> int:
                left[0] -= asked == what and path.name.endswith("-wal")
                return answer if left[0] < 0 and path.name.endswith("-wal") else sqlite_files.OK

            disk.fails = fails
            fault = _until_refused(CounterWork(house, codes, n), acknowledged)
            told += fault.code == "sqlite_10" and _is_told(fault)
            disk.fails = lambda _what, _path: sqlite_files.OK
            _looked_at(house, acknowledged)
            acknowledged.append(("sale", house.later(minutes=1).sell_pass(receipt=True).sale.number))
            house.reopen()
            assert house.desk.integrity_failures == 0
        _looked_at(house, acknowledged)
    name = {"sync": "fsync error", "write": "write error"}[what]
    tally(name, times=FAILED, acknowledged=len(acknowledged), told=told)
