"""Papers asked for from the window: each is queued, and the banner says so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk.frontdesk import FrontDesk
from desk.language import translate
from views.prompts import Prompter
from views.status import Banner


class Papers(QObject):
    """The roll call; `prompter` asks for the files, and may be replaced."""

    def __init__(self, desk: FrontDesk, banner: Banner) -> None:
        super().__init__(banner)
        self._desk = desk
        self._banner = banner
        self.prompter = Prompter()

    def print_roll_call(self) -> None:
        """Who is in, as they are now."""
        self._desk.queue.print_document(self._desk.presence.roll_call())
        self._banner.inform(translate("Papers", "La liste d’évacuation s’imprime."))

    def save_roll_call(self) -> None:
        """The same on A4, in a file that any printer can be given."""
        path = self.prompter.save_file(
            self._banner,
            translate("Papers", "Où écrire la liste d’évacuation ?"),
            translate("Papers", "evacuation.pdf"),
            translate("Papers", "PDF (*.pdf)"),
        )
        if path is not None:
            path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self._desk.presence.save_roll_call(path)
            self._banner.inform(translate("Papers", "La liste d’évacuation est dans {file}.").format(file=path.name))
