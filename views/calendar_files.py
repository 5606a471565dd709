"""Bookings in files: the page that imports a calendar, and the export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from desk.workbooks import write_bytes
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner
from views.task import Task

if TYPE_CHECKING:
    from views.bookings.places import Place


class CalendarFiles(QObject):
    """Opens the import and writes the export; `prompter` asks for the files, and may be replaced."""

    def __init__(
        self, desk: FrontDesk, stage: Stage, banner: Banner, show_page: Callable[[QWidget, str], None]
    ) -> None:
        super().__init__(stage)
        self.prompter = Prompter()
        self._desk = desk
        self._stage = stage
        self._banner = banner
        self._show_page = show_page
        self.task = Task(self)
        self.task.done.connect(self._exported)

    def show_import(self) -> None:
        """The page of the import; asked again, it stays as it is."""
        from views.calendars.page import CalendarPage

        if self._desk.staff.holder.id and not isinstance(self._stage.currentWidget(), CalendarPage):
            page = self._stage.unfinished(CalendarPage) or CalendarPage(self._desk, self.prompter)
            self._show_page(page, "calendar_import")

    def export(self, place: Place | None) -> None:
        """Ask where, and write the bookings of a space, or of all, there, in a worker."""
        name = translate("CalendarFiles", "reservations.ics")
        if place is not None:
            name = f"{place.id}.ics"
        title = translate("CalendarFiles", "Où écrire le calendrier\u00a0?")
        kinds = translate("CalendarFiles", "Calendriers (*.ics)")
        path = self.prompter.save_file(self._stage, title, name, kinds)
        if path is None:
            return
        path = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
        self._banner.inform(translate("CalendarFiles", "Écriture de {file}…").format(file=path.name))
        self.task.start(partial(_export, self._desk, path, "" if place is None else place.id))

    def stop(self) -> None:
        """Wait for what is under way; called before the window goes."""
        self.task.stop()

    def _exported(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        count, name = answer
        words = translate("CalendarFiles", "{count} réservations sont dans {file}.")
        if count == 1:
            words = translate("CalendarFiles", "Une réservation est dans {file}.")
        self._banner.inform(words.format(count=count, file=name))


def _export(desk: FrontDesk, path: Path, space_id: str, _tell: Tell) -> object:
    found = desk.calendars.export(space_id or None)
    write_bytes(path, found.content)
    return found.bookings, path.name
