"""A folder that cannot be written, cannot be made, or is no folder: one sentence, and nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.storage import DeskLock
from desk.verify import verify_folder
from tests.support.faults import tally, times
from tests.support.house import place_house, small_house
from tests.support.ledger import Ack, assert_whole, lost
from tests.support.volumes import read_only

READ_ONLY = times(2, 20)


def _fault(folder: Path) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        FrontDesk(folder)
    assert caught.value.what.endswith(".")
    assert caught.value.todo
    return caught.value


def test_a_read_only_house_is_told_at_the_start(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    with read_only(folder):
        assert _fault(folder).what == "Le dossier des données ne peut pas être écrit par ce compte."
        with pytest.raises(EnvironmentFault) as caught:
            DeskLock(folder)
        assert caught.value.what == "Le dossier des données ne peut pas être écrit par ce compte."


def test_a_house_that_cannot_be_written_any_more_keeps_all_that_it_had(tmp_path: Path) -> None:
    """Again and again: told at the start, and all there once the folder can be written."""
    acknowledged: list[Ack] = []
    told = 0
    with small_house(tmp_path / "house", durable=True) as house:
        for _ in range(READ_ONLY):
            acknowledged.append(("sale", house.later(minutes=1).sell_pass(receipt=True).sale.number))
            for person in house.desk.presence.now().people:
                house.desk.checkin.leave(person.visit_id)
            house.close()
            with read_only(house.folder):
                told += bool(_fault(house.folder).safe)
            house.desk = house._open()
            assert lost(house.folder, acknowledged) == []
            assert_whole(house.folder)
    tally("read-only folder", times=READ_ONLY, acknowledged=len(acknowledged), told=told)


def test_a_read_only_copy_can_still_be_verified(tmp_path: Path) -> None:
    """An inspector's medium cannot be written."""
    with small_house(tmp_path / "house") as house:
        house.sell_pass()
    with read_only(tmp_path / "house"):
        found = verify_folder(tmp_path / "house", deep=True)
    assert found.problems == ()
    assert found.streams["sales"] == 1


def test_an_empty_read_only_folder_cannot_become_a_house(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    with read_only(tmp_path / "bare"):
        _fault(tmp_path / "bare")
        _fault(tmp_path / "bare" / "below")
    assert list((tmp_path / "bare").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert _fault(tmp_path / "file").code == "folder"
    assert _fault(tmp_path / "file" / "below").code == "folder"


def test_a_folder_that_becomes_read_only_under_an_open_desk_is_told(tmp_path: Path) -> None:
    with small_house(tmp_path / "house", durable=True) as house:
        member = house.member()
        house.scan(member)
        house.reopen()
        # The desk has its files open already: the lock file of another start has not.
        with read_only(house.folder), pytest.raises(EnvironmentFault):
            DeskLock(house.folder)
        assert house.later(minutes=1).scan(member).verdict == "out"
