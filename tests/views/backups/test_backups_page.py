"""The page of backups, the line and the banner that tell of them, and the worker behind the window."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.backups.copies import listed
from desk.work import Operator
from tests.desk.closings.scenes import closed
from tests.support.backup_scenes import backups_page, rested
from tests.support.backups import backed_up, drive_of
from tests.support.house import house_fixture
from tests.support.window import CTRL, Screen, held, window_fixture
from views.backups.page import BackupsPage
from views.prompts import Prompter

__all__ = ["held", "house_fixture", "window_fixture"]


class _Chooses(Prompter):
    """A person who chooses this folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def open_folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.folder


def _on_the_drive(screen: Screen) -> BackupsPage:
    drive_of(screen.house)
    return backups_page(screen)


def test_a_person_makes_a_copy_and_tries_it_out(held: Screen) -> None:
    page = backups_page(held)
    assert not page.try_button.isEnabled()
    held.click(page.make_button)
    rested(held, page)
    assert page.list.count() == 1
    assert "vérifiée" in page.list.item(0).text()
    assert "Sauvegarde 09:00" in held.window.work.status._facts.toolTip()
    held.click(page.try_button)
    rested(held, page)
    assert page._told.text().startswith("Essai réussi")
    shutil.rmtree(held.house.desk.backups.target)


def test_a_copy_that_the_drive_spoilt_is_told_by_the_drill(held: Screen) -> None:
    page = _on_the_drive(held)
    held.house.desk.backups.target.mkdir()
    held.click(page.make_button)
    rested(held, page)
    copy = listed(held.house.desk.backups.target)[0].path
    copy.write_bytes(copy.read_bytes()[:-4096])
    held.click(page.try_button)
    rested(held, page)
    assert "le disque s’abîme" in page._refusal.text()


def test_the_folder_is_chosen_by_a_manager(held: Screen, tmp_path: Path) -> None:
    (tmp_path / "key").mkdir()
    page = backups_page(held)
    page._prompter = _Chooses(tmp_path / "key")
    held.click(page.choose_button)
    assert held.house.desk.backups.status().root == tmp_path / "key"
    assert str(tmp_path / "key") in page._place.text()
    held.click(page.own_button)
    assert not held.house.desk.backups.status().is_chosen
    page._prompter = _Chooses(held.house.folder)
    held.click(page.choose_button)
    assert page._refusal.text().startswith("Ce dossier est dans celui des données")
    page._prompter = _Chooses(None)
    held.click(page.choose_button)
    held.house.desk.work.operator = Operator("someone", "Ana", is_manager=False)
    page.reload()
    assert not page.choose_button.isVisible(), "no button is dead"
    assert page._only.isVisible()
    assert page._only.text().startswith("Seul·e un·e gérant·e choisit")
    assert page.make_button.isEnabled()


def test_a_drive_taken_away_is_told_in_the_banner_which_leads_to_the_page(held: Screen) -> None:
    backed_up(held.house)
    shutil.rmtree(held.house.folder.parent / "drive")
    held.house.later(hours=1)
    held.application.backups.look()
    held.wait(lambda: "n’est pas là" in held.window.banner.sentence)
    held.wait(lambda: not held.application.backups.is_running)
    assert "Rebranchez-le" in held.window.banner.sentence
    held.click(held.window.banner._act)
    page = held.window.stage.currentWidget()
    assert isinstance(page, BackupsPage)
    assert "n’est pas là" in page._nothing.text()
    assert page.list.count() == 0


def test_an_old_copy_is_told_in_the_banner(held: Screen) -> None:
    backed_up(held.house)
    held.house.later(hours=27)
    held.window.work.attention.refresh()
    assert held.window.banner.sentence.startswith("La dernière sauvegarde date du mar. 24 nov. 2026")


def test_the_worker_makes_the_hourly_copy_and_the_page_follows(held: Screen) -> None:
    page = _on_the_drive(held)
    held.house.desk.backups.target.mkdir()
    watch = held.application.backups
    watch.look()
    held.wait(lambda: page.list.count() == 1)
    held.wait(lambda: not watch.is_running)
    watch.look()
    assert not watch.is_running
    held.house.later(hours=1)
    watch.look()
    held.wait(lambda: page.list.count() == 2)
    held.wait(lambda: not watch.is_running)


def test_a_day_closed_at_the_till_is_copied_by_the_worker(held: Screen) -> None:
    watch = held.application.backups
    watch.start()
    drive_of(held.house)
    closed(held.house)
    held.wait(lambda: not watch.is_running)
    (made,) = held.house.desk.backups.copies()
    with contextlib.closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM closing").fetchone() == (1,)
    watch.stop()
    assert held.house.desk.day_closed is None


def test_the_copy_at_closing_is_waited_for_unless_one_was_just_made(held: Screen) -> None:
    backed_up(held.house)
    held.house.later(seconds=30)
    held.application.backups.copy_at_closing()
    assert len(held.house.desk.backups.copies()) == 1
    held.house.later(hours=1)
    held.application.backups.copy_at_closing()
    copies = held.house.desk.backups.copies()
    assert copies[0].taken_at - copies[1].taken_at > timedelta(hours=1)


def test_the_care_of_the_start_says_nothing_of_a_sound_file(held: Screen, qtbot: QtBot) -> None:
    watch = held.application.backups
    watch.look_quickly()
    watch.look_wholly()
    held.wait(lambda: not watch.is_running)
    held.settle()
    assert held.house.desk.backups.finding is None
    assert held.window.banner.sentence == ""


def test_a_page_that_is_damaged_under_the_desk_leads_to_the_recovery_screen(held: Screen) -> None:
    house = held.house
    house.sell_pass()
    house.copy(house.folder.parent / "folded")
    root = house.value("SELECT rootpage FROM sqlite_master WHERE name = 'sale_line'")
    assert isinstance(root, int)
    with (house.folder / "casaco.db").open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    held.application.backups.look_quickly()
    held.wait(lambda: "s’abîme" in held.window.banner.sentence)
    held.wait(lambda: not held.application.backups.is_running)
    # In the loop of the application, as at the counter: leaving it is what is asked for.
    QTimer.singleShot(0, held.window.banner._act.click)
    held.qt.exec()
    assert held.application.fault is not None
    assert held.application.fault.code == "sqlite_11"


def test_the_box_finds_the_page_and_a_locked_desk_does_not_show_it(held: Screen) -> None:
    held.press(Qt.Key.Key_K, CTRL)
    held.type("sauvegardes")
    held.enter()
    assert isinstance(held.window.stage.currentWidget(), BackupsPage)
    held.window.lock()
    held.window.work.help.show_backups()
    assert not isinstance(held.window.stage.currentWidget(), BackupsPage)
