"""A page of the file overwritten by noise: told, never built upon, and a copy with what came since takes its place."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from desk.backups.restore import Restored
from desk.care import look_quickly
from desk.damage import DAMAGE
from desk.errors import EnvironmentFault
from desk.recovery import Recovery
from models.database import FILE_NAME
from tests.support.backups import backed_up, drive_of
from tests.support.counterwork import CounterWork
from tests.support.faults import tally, times
from tests.support.house import SmallHouse, plain, small_house
from tests.support.ledger import Ack, last_sale, lost

PAGES = times(3, 40)
_PAGES = "SELECT pageno FROM dbstat WHERE pagetype IN ('leaf', 'internal') ORDER BY pageno"


def _a_page_spoiled(folder: Path, chance: random.Random) -> None:
    """Any page of any table or index that is in use."""
    with closing(plain(folder)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = chance.choice([number for (number,) in connection.execute(_PAGES)])
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(chance.randbytes(size))


def _told(house: SmallHouse) -> EnvironmentFault:
    """What the person meets: the start is refused, or the look after the file finds it."""
    try:
        house.desk = house._open()
    except EnvironmentFault as fault:
        if fault.code not in DAMAGE:
            raise
        return fault
    house.close()
    finding = look_quickly(house.folder)
    assert finding is not None
    assert finding.is_damage
    return EnvironmentFault(finding.sentence, code=DAMAGE[0])


def test_a_page_of_noise_is_told_and_every_sale_comes_back(tmp_path: Path) -> None:
    told = acknowledged = 0
    for n in range(PAGES):
        chance = random.Random(n)
        (tmp_path / f"{n}").mkdir()
        with small_house(tmp_path / f"{n}" / "house") as house:
            drive_of(house)
            work = CounterWork(house, [house.member().code], n, "sales")
            acks: list[Ack] = [ack for _ in range(6) for ack in work.act()]
            copy = backed_up(house)
            acks += [("sale", house.later(minutes=1).sell_pass().sale.number) for _ in range(3)]
            last = last_sale(house.folder)
            house.close()
            _a_page_spoiled(house.folder, chance)
            fault = _told(house)
            told += fault.what.endswith(".")
            assert isinstance(Recovery(house.folder, fault, house.clock).put_back(copy), Restored)
            house.later(minutes=1)
            house.desk = house._open()
            assert lost(house.folder, acks) == []
            assert house.sell_pass().sale.number == f"A-{last + 1:06d}"
            assert house.verify(deep=True).problems == ()
            acknowledged += len(acks)
    tally("a page of noise", times=PAGES, acknowledged=acknowledged, told=told)
