"""Members in files: the import page, the export, and the personal data of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from desk.rights import Act, refusal
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner
from views.task import Task


class MemberFiles(QObject):
    """Opens the pages and writes the export; `prompter` asks for the files, and may be replaced.

    The pages are imported when first asked for: the window opens without them.
    """

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
        from views.imports.page import ImportPage

        if self._desk.staff.holder.id and not isinstance(self._stage.currentWidget(), ImportPage):
            page = self._stage.unfinished(ImportPage) or ImportPage(self._desk, self.prompter)
            self._show_page(page, "import")

    def show_data(self, member_id: str) -> None:
        """The personal data of a member."""
        from views.data_page import DataPage

        self._show_page(DataPage(self._desk, member_id, self.prompter), "data")

    def export(self) -> None:
        """Ask where, and write every member there, in a worker; whoever may not is told before anything is asked."""
        holder = self._desk.staff.holder
        if not holder.id:
            return
        refused = refusal(holder, Act.EXPORT_MEMBERS)
        if refused is not None:
            self._banner.inform(refused.sentence)
            return
        path = self.prompter.save_file(
            self._stage,
            translate("MemberFiles", "Où écrire la liste des membres\u00a0?"),
            translate("MemberFiles", "membres.xlsx"),
            translate("MemberFiles", "Tableaux (*.xlsx)"),
        )
        if path is None:
            return
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        self._banner.inform(translate("MemberFiles", "Écriture de {file}…").format(file=path.name))
        self.task.start(partial(_export, self._desk, path))

    def stop(self) -> None:
        """Wait for what is under way; called before the window goes."""
        self.task.stop()

    def _exported(self, answer: object) -> None:
        from desk.imports import MembersExported

        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        elif isinstance(answer, MembersExported):
            told = translate("MemberFiles", "{count} membres sont dans {file}.")
            if answer.members == 1:
                told = translate("MemberFiles", "Un membre est dans {file}.")
            self._banner.inform(told.format(count=answer.members, file=answer.path.name))


def _export(desk: FrontDesk, path: Path, _tell: Tell) -> object:
    return desk.imports.export(path)
