"""Calendars in the real window: looked at before they are imported, taken back whole; and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desk.calendars import EntryState
from desk.errors import EnvironmentFault
from tests.support.booking_scenes import booked, ics
from tests.support.window import CTRL, Screen, held, window_fixture
from views.calendars.page import CHOOSE, DONE, LOOK, CalendarPage
from views.prompts import Prompter

__all__ = ["held", "window_fixture"]

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Answers(Prompter):
    """Gives the path it was made with, in place of the system's window."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.path

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        return self.path


def _page(screen: Screen, path: Path | None) -> CalendarPage:
    screen.window.bookings.files.prompter = Answers(path)
    screen.press(Qt.Key.Key_I, CTRL | SHIFT)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, CalendarPage)
    return page


def _settled(screen: Screen, page: CalendarPage, step: int) -> None:
    screen.wait(lambda: page.step == step and not page.is_busy)
    screen.settle()


def _count(screen: Screen) -> object:
    return screen.house.value("SELECT count(*) FROM booking WHERE cancelled_at IS NULL")


def test_a_calendar_is_looked_at_imported_and_taken_back(held: Screen, tmp_path: Path) -> None:
    page = _page(held, ics(tmp_path))
    held.press(Qt.Key.Key_Space)
    _settled(held, page, LOOK)
    assert page.look.kinds.button_of(EntryState.FAULTY).text() == "Fautives\u00a0: 2"
    assert page.look.import_button.text() == "Importer une réservation"
    box = page.look.boxes["La grande salle"]
    box.setCurrentIndex(box.findData("agora"))
    held.wait(lambda: not page.is_busy)
    held.settle()
    assert page.look.import_button.text() == "Importer 2 réservations"
    held.click(page.look.kinds.button_of(EntryState.GOOD))
    shown = [page.look.model.index(row, 2).data() for row in range(page.look.model.rowCount())]
    assert shown == ["Calumet", "Agora"]
    held.click(page.look.import_button)
    _settled(held, page, DONE)
    assert page.done.sentence == "2 réservations sont importées Laissées de côté\u00a0: 0 déjà là, 1 fautives."
    assert _count(held) == 2
    held.click(page.done.undo_button)
    assert page.done.sentence == "L’import est annulé Réservations retirées\u00a0: 2."
    assert _count(held) == 0
    held.click(page.done.leave_button)
    assert held.window.stage.count() == 1


def test_an_import_of_before_is_taken_back_from_the_list(held: Screen, tmp_path: Path) -> None:
    page = _page(held, ics(tmp_path))
    held.press(Qt.Key.Key_Space)
    _settled(held, page, LOOK)
    held.click(page.look.import_button)
    _settled(held, page, DONE)
    held.escape()
    page = _page(held, None)
    ((undo, _),) = page.choose.undo_buttons
    held.click(undo)
    assert page.step == DONE
    assert _count(held) == 0


def test_nothing_is_imported_when_one_says_so_or_gives_up(held: Screen, tmp_path: Path) -> None:
    page = _page(held, None)
    held.press(Qt.Key.Key_Space)
    assert page.step == CHOOSE
    held.window.bookings.files.prompter.path = ics(tmp_path)  # type: ignore[attr-defined]
    held.press(Qt.Key.Key_Space)
    _settled(held, page, LOOK)
    held.click(page.look.nothing_button)
    assert page.step == CHOOSE
    assert _count(held) == 0


def test_a_file_that_is_no_calendar_gets_a_sentence(held: Screen, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ics"
    wrong.write_text("Bonjour", "utf-8")
    page = _page(held, wrong)
    held.press(Qt.Key.Key_Space)
    _settled(held, page, CHOOSE)
    assert page._refusal.text()
    assert not page._refusal.isHidden()


def test_a_calendar_is_dropped_on_the_page(held: Screen, tmp_path: Path) -> None:
    page = _page(held, None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ics(tmp_path)))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(9, 9), action, data, buttons, Qt.KeyboardModifier.NoModifier))
    _settled(held, page, LOOK)
    assert page.look.model.rowCount() > 0


@pytest.mark.parametrize(("code", "count"), [("calendar_export", 2), ("calendar_export_space", 1)])
def test_bookings_are_written_for_other_programs(held: Screen, tmp_path: Path, code: str, count: int) -> None:
    booked(held)
    held.press(Qt.Key.Key_F3)
    page = held.window.bookings.page
    assert page is not None
    page.space.setCurrentIndex(page.space.findData("calumet"))
    held.window.bookings.files.prompter = Answers(tmp_path / "sortie")
    page.menu_asked.emit(code)
    held.wait(lambda: not held.window.bookings.files.task.is_running)
    held.settle()
    written = (tmp_path / "sortie.ics").read_bytes()
    assert written.count(b"BEGIN:VEVENT") == count
    assert "sortie.ics" in held.window.banner.sentence


def test_a_folder_that_is_gone_is_a_fault_that_says_what_is_safe(held: Screen, tmp_path: Path) -> None:
    held.press(Qt.Key.Key_F3)
    held.window.bookings.files.prompter = Answers(tmp_path / "nowhere" / "sortie.ics")
    with held.qtbot.captureExceptions() as caught:
        held.window.bookings.files.export(None)
        held.wait(lambda: not held.window.bookings.files.task.is_running)
        held.settle()
    ((_, fault, _),) = caught
    assert isinstance(fault, EnvironmentFault)
    assert "n’a pas pu être écrit" in fault.what
    assert fault.safe.startswith("Les données de la maison")
