"""A database that cannot be opened: told in plain words, with its copies, and never replaced by nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desk.backups.plan import RestorePlan
from desk.backups.restore import Restored
from desk.care import look_quickly, look_wholly
from desk.errors import EnvironmentFault
from desk.progress import Stopped, nothing
from desk.recovery import Recovery, age, is_recoverable
from models.database import FILE_NAME
from tests.support.backups import backed_up
from tests.support.house import SmallHouse, a_morning, house_fixture
from tests.support.tampering import ALL, unguarded

__all__ = ["house_fixture"]


def _noise_at_the_start(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)


def _truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 3)


def _zero_length(path: Path) -> None:
    path.write_bytes(b"")


def _a_text(path: Path) -> None:
    path.write_text("Chers voisins,\n" * 500)


def _gone(path: Path) -> None:
    path.unlink()


def _someone_elses(path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")


@pytest.mark.parametrize("spoil", [_noise_at_the_start, _truncated, _zero_length, _a_text, _gone, _someone_elses])
def test_each_way_to_lose_a_file_leads_to_the_last_good_copy(house: SmallHouse, spoil: Callable[[Path], None]) -> None:
    a_morning(house)
    copy = backed_up(house)
    house.later(minutes=5).sell_pass()
    house.close()
    path = house.folder / FILE_NAME
    spoil(path)
    left = path.read_bytes() if path.exists() else None
    with pytest.raises(EnvironmentFault) as caught:
        house._open()
    assert is_recoverable(caught.value)
    recovery = Recovery(house.folder, caught.value, house.clock)
    situation = recovery.situation()
    assert [found.path for found in situation.copies] == [copy]
    assert "aucune base vide" in situation.kept
    assert (path.read_bytes() if path.exists() else None) == left
    assert isinstance(recovery.plan(copy), RestorePlan)
    done = recovery.put_back(copy)
    assert isinstance(done, Restored)
    assert (done.aside is None) == (left is None)
    house.desk = house._open()
    assert house.value("SELECT count(*) FROM sale") == 3
    assert house.verify(deep=True).problems == ()


def test_copies_of_another_desk_on_the_same_drive_are_not_offered(house: SmallHouse) -> None:
    copy = backed_up(house)
    shutil.copytree(copy.parent, copy.parent.with_name("casaco-desk-000000000000"))
    fault = EnvironmentFault("", code="database_gone")
    assert [found.path for found in Recovery(house.folder, fault).situation().copies] == [copy]
    assert age(Recovery(house.folder, fault).situation().copies[0], house.clock.now()) == "il y a 0 min"


def test_without_the_drive_the_situation_says_where_it_was_looked_for(house: SmallHouse) -> None:
    copy = backed_up(house)
    shutil.rmtree(copy.parent.parent)
    situation = Recovery(house.folder, EnvironmentFault("", code="sqlite_11")).situation()
    assert situation.copies == ()
    assert situation.is_away
    assert situation.looked_in == copy.parent.parent


def test_faults_that_a_copy_would_not_mend_are_left_alone() -> None:
    for code in ("already_open", "key_missing", "newer_database", "sqlite_13", "folder"):
        assert not is_recoverable(EnvironmentFault("", code=code))


# --- the care of each start ----------------------------------------------------------------------------------------


def test_a_sound_house_has_nothing_to_say(house: SmallHouse) -> None:
    a_morning(house)
    assert look_quickly(house.folder) is None
    assert look_wholly(house.folder, nothing) is None


def test_a_damaged_page_is_found_quickly(house: SmallHouse) -> None:
    a_morning(house)
    root = house.value("SELECT rootpage FROM sqlite_master WHERE name = 'sale_line'")
    assert isinstance(root, int)
    house.close()
    with (house.folder / FILE_NAME).open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    for finding in (look_quickly(house.folder), look_wholly(house.folder, nothing)):
        assert finding is not None
        assert finding.is_damage


@pytest.mark.parametrize("tamper", ALL, ids=lambda tamper: tamper.__name__)
def test_the_whole_look_finds_what_verify_finds(house: SmallHouse, tamper: Callable[..., object]) -> None:
    import random

    a_morning(house)
    house.close()
    with unguarded(house.folder) as connection:
        tamper(random.Random(4), connection)
    finding = look_wholly(house.folder, nothing)
    assert finding is not None
    assert not finding.is_damage


def test_the_end_of_a_stream_changed_is_found_quickly(house: SmallHouse) -> None:
    for _ in range(4):
        house.later(minutes=1).sell_pass()
    house.close()
    with unguarded(house.folder) as connection:
        connection.execute("UPDATE journal SET kind = 'other' WHERE stream = 'sales' AND sequence = 3")
    finding = look_quickly(house.folder)
    assert finding is not None
    assert "sales" in finding.sentence


def test_the_whole_look_can_be_stopped(house: SmallHouse) -> None:
    a_morning(house)

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        look_wholly(house.folder, stop)


def test_ages_are_words(house: SmallHouse) -> None:
    backed_up(house)
    copy = Recovery(house.folder, EnvironmentFault("", code="sqlite_11")).situation().copies[0]
    told = [age(copy, copy.taken_at + timedelta(minutes=minutes)) for minutes in (12, 180, 60 * 24 * 5)]
    assert told == ["il y a 12 min", "il y a 3 h", "il y a 5 jours"]
