"""Papers asked for from the window: each is queued, and the banner says so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.status import Banner


class Papers(QObject):
    """The roll call, and a receipt once more."""

    def __init__(self, desk: FrontDesk, banner: Banner) -> None:
        super().__init__(banner)
        self._desk = desk
        self._banner = banner

    def print_roll_call(self) -> None:
        """Who is in, as they are now."""
        self._desk.queue.print_document(self._desk.presence.roll_call())
        self._banner.inform(translate("Papers", "La liste d’évacuation s’imprime."))

    def print_receipt(self, sale_id: str) -> None:
        """The receipt of a past sale."""
        printed = self._desk.receipts.print_again(sale_id)
        if isinstance(printed, Refused):
            self._banner.inform(printed.sentence)
        else:
            self._banner.inform(translate("Papers", "{title} s’imprime.").format(title=printed.title))
