"""What can happen to the drive of the copies, and to the process that makes one: told, and nothing lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk.backups.copies import Copy, listed
from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.restore import restore
from desk.errors import EnvironmentFault, Refused
from desk.verify import verify_copy
from tests.support.backups import backed_up, drive_of
from tests.support.house import SmallHouse, small_house
from tests.support.volumes import fill, read_only, small_volume

ROOT = Path(__file__).resolve().parents[2]
KILLS = 4
COPYIST = """
import sys
from pathlib import Path
from desk.frontdesk import FrontDesk

desk = FrontDesk(Path(sys.argv[1]))
while True:
    print("begun", flush=True)
    desk.backups.make(tell=lambda share: print(share, flush=True))
"""


def _fault(house: SmallHouse) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        house.desk.backups.make()
    assert caught.value.what.endswith(".")
    assert caught.value.safe
    assert caught.value.todo
    assert house.desk.backups.status().trouble is caught.value
    return caught.value


def test_a_full_drive_is_told_and_the_older_copies_stay(tmp_path: Path) -> None:
    with small_volume(tmp_path / "drive", "4m") as drive, small_house(tmp_path / "house") as house:
        copy = backed_up(house)
        filler = fill(drive, leave=300_000)
        assert _fault(house.later(hours=1)).code == "backup_full"
        assert [found.path for found in listed(copy.parent)] == [copy]
        assert verify_copy(copy).problems == ()
        assert list(copy.parent.glob("*.part*")) == []
        assert not house.desk.backups.is_due()  # not at each minute: in five
        assert house.later(minutes=5).desk.backups.is_due()
        filler.unlink()
        assert isinstance(house.desk.backups.make(), Copy)
        assert house.desk.backups.status().trouble is None


def test_a_drive_that_fills_up_during_the_copy_leaves_no_half_copy(tmp_path: Path) -> None:
    with small_volume(tmp_path / "drive", "4m") as drive, small_house(tmp_path / "house") as house:
        drive_of(house)

        def meanwhile(_share: float) -> None:
            if not (drive / "filler").exists():
                fill(drive)

        house.desk.backups.target.joinpath("desk.key").touch()
        with pytest.raises(EnvironmentFault) as caught:
            house.desk.backups.make(tell=meanwhile)
        assert caught.value.code == "backup_full"
        assert listed(house.desk.backups.target) == ()
        assert list(house.desk.backups.target.glob("*.part*")) == []


def test_a_drive_taken_away_is_told_and_never_replaced_by_its_mount_point(tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house:
        with small_volume(tmp_path / "drive", "4m"):
            backed_up(house)
        # Unmounted: the folder where it was is there, and empty.
        fault = _fault(house.later(hours=1))
        assert fault.code == "backup_away"
        assert str(tmp_path / "drive") in fault.what
        assert list((tmp_path / "drive").iterdir()) == []
        with pytest.raises(EnvironmentFault):
            house.desk.backups.copies()
        assert house.sell_pass().number == 1


def test_a_drive_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with small_volume(tmp_path / "drive", "4m") as drive, small_house(tmp_path / "house") as house:
        backed_up(house)
        with read_only(drive):
            assert _fault(house.later(hours=1)).code == "backup_refused"


def test_a_damaged_database_never_becomes_a_copy(tmp_path: Path) -> None:
    """A page is overwritten under the desk: the copy is refused, and the good one from before stays."""
    with small_house(tmp_path / "house") as house:
        for _ in range(3):
            house.later(minutes=5).sell_pass()
        copy = backed_up(house)
        house.copy(tmp_path / "folded")
        root = house.value("SELECT rootpage FROM sqlite_master WHERE name = 'journal'")
        assert isinstance(root, int)
        with (house.folder / "casaco.db").open("r+b") as file:
            file.seek((root - 1) * 4096)
            file.write(b"\xa5" * 4096)
        fault = _fault(house.later(hours=1))
        assert fault.code in ("source_damaged", "backup_unsound")
        finding = house.desk.backups.finding
        assert finding is not None
        assert finding.is_damage
        assert [found.path for found in listed(copy.parent)] == [copy]
        assert verify_copy(copy).problems == ()


def test_a_process_killed_in_the_middle_of_a_copy_leaves_none_that_looks_whole(tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house:
        drive_of(house)
        target = house.desk.backups.target
        chance = random.Random(3)
        for _ in range(KILLS):
            lines = chance.randrange(1, 5)
            command = [sys.executable, "-c", COPYIST, str(house.folder)]
            with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as copyist:
                assert copyist.stdout is not None
                for _, _line in zip(range(lines), copyist.stdout, strict=False):
                    continue
                copyist.kill()
                assert copyist.wait() == -signal.SIGKILL
            for copy in listed(target):
                assert copy.sha256
                assert verify_copy(copy.path).problems == ()
        assert isinstance(house.desk.backups.make(), Copy)
        assert list(target.glob("*.part*")) == []
        assert house.verify().problems == ()


def test_a_restoration_that_finds_no_room_leaves_the_present_file(tmp_path: Path) -> None:
    with small_volume(tmp_path / "disk", "4m") as volume, small_house(volume / "house") as house:
        (tmp_path / "copies").mkdir()
        made = house.desk.backups.make(tmp_path / "copies")
        assert isinstance(made, Copy)
        house.sell_pass()
        house.close()
        filler = fill(volume, leave=100_000)
        with pytest.raises(EnvironmentFault):
            restore(house.folder, made.path, clock=house.clock)
        filler.unlink()
        house.desk = house._open()
        assert house.value("SELECT count(*) FROM sale") == 1
        assert house.verify().problems == ()


def test_a_copy_on_a_drive_that_cannot_be_written_can_be_put_back(tmp_path: Path) -> None:
    with small_volume(tmp_path / "drive", "4m") as drive, small_house(tmp_path / "house") as house:
        copy = backed_up(house)
        house.later(minutes=5).sell_pass()
        house.close()
        with read_only(drive):
            assert isinstance(plan_restore(house.folder, copy), RestorePlan)
            assert not isinstance(restore(house.folder, copy, clock=house.clock), Refused)
        house.desk = house._open()
        assert house.value("SELECT number FROM sale") == "A-000001"
        assert house.verify().problems == ()
