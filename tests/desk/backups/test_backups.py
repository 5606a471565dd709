"""Copies while the desk works: due, made, proved, kept by rule, tried out; and who may say where they go."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desk.backups.copies import Copy, listed
from desk.backups.drill import Drill
from desk.backups.settings import SETTINGS_FILE
from desk.backups.trail import KEPT_DAYS
from desk.errors import EnvironmentFault, Refused
from desk.keys import KEY_FILE
from desk.progress import Stopped
from desk.verify import verify_copy
from desk.work import Operator
from tests.support.backups import backed_up, drive_of
from tests.support.house import SmallHouse, a_morning, house_fixture
from tests.support.tampering import unguarded

__all__ = ["house_fixture"]


def test_a_copy_holds_everything_and_says_so(house: SmallHouse) -> None:
    a_morning(house)
    path = backed_up(house)
    checked = verify_copy(path)
    assert checked.problems == ()
    note = json.loads(path.with_suffix(".json").read_text())
    assert note["records"] == checked.records
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT count(*) FROM sale").fetchone() == (2,)
    assert (path.parent / KEY_FILE).read_bytes() == (house.folder / KEY_FILE).read_bytes()
    assert (path.parent / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'backup.made'") == 1


def test_a_copy_is_one_state_while_the_desk_goes_on_writing(house: SmallHouse) -> None:
    """Each step of the copy is followed by a scan from the same desk: the copy still holds."""
    drive_of(house)
    member = house.member()

    def work_on(_share: float) -> None:
        house.later(minutes=1).scan(member)

    made = house.desk.backups.make(tell=work_on)
    assert isinstance(made, Copy)
    assert verify_copy(made.path).problems == ()
    assert made.findings == 0
    assert house.verify().problems == ()


def test_a_copy_that_is_stopped_leaves_nothing(house: SmallHouse) -> None:
    drive_of(house)

    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        house.desk.backups.make(tell=stop)
    assert [path.name for path in house.desk.backups.target.iterdir()] == [KEY_FILE]
    assert isinstance(house.desk.backups.make(), Copy)


def test_one_is_due_each_hour_and_after_a_clock_set_back(house: SmallHouse) -> None:
    backups = house.desk.backups
    assert backups.is_due()
    backed_up(house)
    assert not backups.is_due()
    assert not house.later(minutes=59).desk.backups.is_due()
    assert house.later(minutes=1).desk.backups.is_due()
    backed_up(house)
    assert house.later(days=-3).desk.backups.is_due()


def test_an_old_copy_is_told(house: SmallHouse) -> None:
    backed_up(house)
    assert not house.later(hours=25).desk.backups.status().is_old
    assert house.later(hours=2).desk.backups.status().is_old


def test_copies_are_thinned_out_by_the_rule_and_the_last_clean_one_stays(house: SmallHouse) -> None:
    for _ in range(30):
        newest = backed_up(house.later(hours=1))
    copies = house.desk.backups.copies()
    assert copies[0].path == newest
    assert len(copies) < 20
    assert {path.suffix for path in newest.parent.iterdir()} == {".db", ".json", ".key"}
    assert len(list(newest.parent.glob("*.json"))) == len(copies)


def test_a_journal_that_does_not_hold_is_copied_and_noted_and_the_clean_copy_outlives_it(house: SmallHouse) -> None:
    house.sell_pass()
    clean = backed_up(house)
    house.close()
    with unguarded(house.folder) as connection:
        connection.execute("UPDATE sale SET total_cents = 1")
    house.desk = house._open()
    for _ in range(20):
        made = house.later(minutes=10).desk.backups.make()
        assert isinstance(made, Copy)
        assert made.findings == 1
    assert clean.exists()


def test_the_day_files_of_the_second_place_go_when_a_copy_has_made_them_superfluous(house: SmallHouse) -> None:
    place = house.desk.work.trail.folder  # type: ignore[attr-defined]
    old = (house.clock.now() - timedelta(days=KEPT_DAYS + 1)).date().isoformat()
    house.sell_pass()
    (place / f"{old}.log").write_text("")
    backed_up(house)
    assert [path.stem for path in place.iterdir()] == [house.clock.now().date().isoformat()]


# --- where they go -------------------------------------------------------------------------------------------------


def test_without_a_choice_they_go_to_the_state_folder_and_the_same_disk_is_told(house: SmallHouse) -> None:
    made = house.desk.backups.make()
    assert isinstance(made, Copy)
    assert house.desk.backups.status().is_same_disk
    assert not made.path.is_relative_to(house.folder)
    shutil.rmtree(made.path.parent)


def test_once_elsewhere_changes_nothing_of_the_rule(house: SmallHouse, tmp_path: Path) -> None:
    made = house.desk.backups.make(tmp_path / "once")
    assert isinstance(made, Copy)
    assert made.path.is_relative_to(tmp_path / "once")
    assert house.desk.backups.status().last is None


def test_only_a_manager_says_where(house: SmallHouse, tmp_path: Path) -> None:
    house.desk.work.operator = Operator("someone", "Ana", is_manager=False)
    refused = house.desk.backups.choose_folder(tmp_path)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    assert not (house.folder / SETTINGS_FILE).exists()
    assert isinstance(house.desk.backups.make(tmp_path / "once"), Copy)


def test_a_folder_that_would_die_with_the_data_is_refused(house: SmallHouse) -> None:
    for root, code in ((house.folder, "inside"), (house.folder / "absent", "no_folder")):
        refused = house.desk.backups.choose_folder(root)
        assert isinstance(refused, Refused)
        assert refused.code == code


def test_a_choice_is_recorded_and_taken_back(house: SmallHouse) -> None:
    drive = drive_of(house)
    assert house.desk.backups.status().root == drive
    assert house.desk.backups.choose_folder(None) is None
    assert not house.desk.backups.status().is_chosen
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'backup.folder_set'") == 2


def test_settings_that_cannot_be_read_are_the_defaults(house: SmallHouse) -> None:
    for text in ("", "[]", '{"last": 3}', "\x00\xff"):
        (house.folder / SETTINGS_FILE).write_text(text, encoding="latin-1")
        assert not house.desk.backups.status().is_chosen
        assert house.desk.backups.is_due()


def test_two_at_once_are_one(house: SmallHouse) -> None:
    drive_of(house)
    answers: list[object] = []

    def again(_share: float) -> None:
        if not answers:
            answers.append(None)
            other = threading.Thread(target=lambda: answers.append(house.desk.backups.make()))
            other.start()
            other.join()

    assert isinstance(house.desk.backups.make(tell=again), Copy)
    assert isinstance(answers[1], Refused)
    assert answers[1].code == "running"


# --- the drill -----------------------------------------------------------------------------------------------------


def test_a_drill_says_what_it_found_and_leaves_nothing(house: SmallHouse) -> None:
    a_morning(house)
    backed_up(house)
    before = sorted(path.name for path in house.folder.iterdir())
    found = house.desk.backups.drill()
    assert isinstance(found, Drill)
    assert (found.holds, found.sales, found.members, found.has_key) == (True, 2, 1, True)
    assert found.records > 10
    assert found.seconds > 0
    assert sorted(path.name for path in house.folder.iterdir()) == before
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'backup.tried'") == 1


def test_a_drill_finds_a_copy_that_the_drive_has_changed(house: SmallHouse) -> None:
    copy = backed_up(house)
    with copy.open("r+b") as file:
        file.seek(300_000)
        file.write(os.urandom(64))
    found = house.desk.backups.drill()
    assert isinstance(found, Drill)
    assert not found.holds
    assert found.finding
    (copy.with_suffix(".json")).unlink()
    copy.write_bytes(copy.read_bytes()[:100_000])
    found = house.desk.backups.drill(copy)
    assert isinstance(found, Drill)
    assert not found.holds


def test_a_drill_without_a_copy_or_a_key_says_so(house: SmallHouse) -> None:
    drive_of(house)
    refused = house.desk.backups.drill()
    assert isinstance(refused, Refused)
    assert refused.code == "no_copy"
    copy = backed_up(house)
    (copy.parent / KEY_FILE).unlink()
    found = house.desk.backups.drill()
    assert isinstance(found, Drill)
    assert found.holds
    assert not found.has_key
    with pytest.raises(EnvironmentFault):
        house.desk.backups.drill(copy.with_name("casaco-20260101T000000Z.db"))


def test_only_what_is_named_as_a_copy_is_one(house: SmallHouse) -> None:
    copy = backed_up(house)
    for name in ("casaco.db", "casaco-2026.db", f"{copy.name}.part", "notes.txt"):
        (copy.parent / name).write_text("x")
    assert [found.path for found in listed(copy.parent)] == [copy]
