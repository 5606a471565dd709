"""Two desks on one file: a second window is refused with a sentence; processes that may share it lose nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.storage import DeskLock
from tests.support.counter_process import KilledDesks
from tests.support.counterwork import taken_up
from tests.support.faults import tally, times
from tests.support.house import TUESDAY, small_house
from tests.support.ledger import Ack, assert_whole, last_sale, lost

ROUNDS = times(2, 30)
ACTS = 10


def test_two_desks_at_work_on_one_file_lose_nothing_and_share_the_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    with small_house(folder, durable=True) as house:
        codes = [house.member(f"N{n} Essai", ends=TUESDAY + timedelta(days=9000)).code for n in range(6)]
    acknowledged: list[Ack] = []
    told = 0
    with KilledDesks() as one, KilledDesks() as other, ThreadPoolExecutor(2) as hands:
        for n in range(ROUNDS):
            lock = DeskLock(folder)
            working = [
                hands.submit(desks.kill_one, folder, codes, 2 * n + k, "door", acts=ACTS)
                for k, desks in enumerate((one, other))
            ]
            with pytest.raises(EnvironmentFault) as second:
                DeskLock(folder)
            told += second.value.what == "Un autre Casaco Desk est déjà ouvert sur ce dossier."
            for killed in (future.result() for future in working):
                acknowledged += killed.acks
                assert killed.integrity_failures == 0
            lock.release()
            assert lost(folder, acknowledged) == []
            assert_whole(folder)
    assert sum(kind == "sale" for kind, _ in acknowledged) == len({ack for ack in acknowledged if ack[0] == "sale"})
    last = last_sale(folder)
    again = taken_up(folder)
    assert again.sell_pass(receipt=True).sale.number == f"A-{last + 1:06d}"
    again.close()
    assert_whole(folder, deep=True)
    tally("two desks on one file", times=ROUNDS, acknowledged=len(acknowledged), told=told)
