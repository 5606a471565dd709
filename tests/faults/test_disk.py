"""A full disk: the act is refused with a sentence, nothing kept is lost, and work goes on once there is room."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.heads import HEADS_FILE
from desk.verify import verify_folder
from models.passes import DayPart
from tests.support.house import SmallHouse, small_house
from tests.support.volumes import fill, small_volume


def _work_until_full(house: SmallHouse) -> tuple[int, EnvironmentFault]:
    """Scan until the disk has no more room; the answer is how many scans were done, and the fault of the next."""
    for done in range(2000):
        try:
            house.scan(f"nonsense {done}")
        except EnvironmentFault as fault:
            return done, fault
    raise AssertionError("the disk never filled up")


def test_a_full_disk_refuses_the_act_and_loses_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with small_volume(tmp_path / "disk", "4m") as volume, small_house(volume / "house", durable=True) as house:
        member = house.member()
        house.scan(member)
        filler = fill(volume, leave=40_000)
        with caplog.at_level(logging.CRITICAL):
            done, fault = _work_until_full(house)
        assert done > 0
        assert fault.what == "Le disque est plein\u00a0: l’action n’a pas pu être enregistrée."
        assert fault.safe
        assert fault.todo
        fill(volume)
        with pytest.raises(EnvironmentFault):
            house.sell_pass(DayPart.DAY, receipt=True)
        # Reading still works: who is in is known, on a full disk too.
        assert house.desk.presence.now().count == 1
        assert house.value("SELECT count(*) FROM refused_scan") == done
        assert house.value("SELECT count(*) FROM sale") == 0
        filler.unlink()
        assert house.later(minutes=1).sell_pass(receipt=True).number == 1
        house.reopen()
        assert house.value("SELECT count(*) FROM refused_scan") == done
        assert house.verify(deep=True).problems == ()


def test_heads_that_find_no_room_are_noted_and_caught_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The database has room, the heads file has none: the sale stands, the heads follow at the next start."""
    with small_volume(tmp_path / "disk", "4m") as volume, small_house(tmp_path / "house") as house:
        heads = volume / HEADS_FILE
        heads.touch()
        place = house.desk.heads.places[1]
        place.unlink()
        place.symlink_to(heads)
        fill(volume)
        with caplog.at_level(logging.CRITICAL, logger="desk.heads"):
            house.sell_pass()
            house.later(minutes=1).sell_pass()
        assert house.desk.heads.trouble
        (volume / "filler").unlink()
        house.reopen()
        assert house.desk.heads.trouble == ""
        assert house.verify().problems == ()


def test_a_disk_too_small_for_a_house_says_so_and_a_larger_one_takes_it_up(tmp_path: Path) -> None:
    with small_volume(tmp_path / "disk", "4m") as volume:
        filler = fill(volume, leave=100_000)
        with pytest.raises(EnvironmentFault) as caught:
            FrontDesk(volume / "house")
        assert caught.value.what
        filler.unlink()
        desk = FrontDesk(volume / "house")
        assert desk.checkin.scan("nonsense").refused
        desk.close()
        assert verify_folder(volume / "house").problems == ()
