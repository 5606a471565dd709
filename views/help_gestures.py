"""What helps whoever holds the desk: the handbook, the sheet of keys, the copies, the diagnosis."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.frontdesk import FrontDesk
from views.commands import key_sheet
from views.handbook import HandbookPage, KeysPage
from views.stage import Stage


class HelpGestures(QObject):
    """Opens the pages, which are imported when first asked for; nothing while nobody holds the desk.

    `copies_changed` that the backups changed.
    """

    copies_changed = Signal()

    def __init__(self, desk: FrontDesk, stage: Stage, show_page: Callable[[QWidget, str], None]) -> None:
        super().__init__(stage)
        self._desk = desk
        self._show_page = show_page

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands about help do, by their codes."""
        return {
            "backups": self.show_backups,
            "diagnostics": self.show_diagnostics,
            "handbook": self.show_handbook,
            "keys": self.show_keys,
        }

    @property
    def _is_locked(self) -> bool:
        return not self._desk.staff.holder.id

    def show_handbook(self) -> None:
        """The handbook."""
        if not self._is_locked:
            self._show_page(HandbookPage(), "handbook")

    def show_keys(self) -> None:
        """The sheet of keys."""
        if not self._is_locked:
            self._show_page(KeysPage(key_sheet()), "keys")

    def show_backups(self) -> None:
        """The copies of all this; asked again, they are read again."""
        if not self._is_locked:
            from views.backups.page import BackupsPage

            page = BackupsPage(self._desk)
            self.copies_changed.connect(page.reload)
            self._show_page(page, "backups")

    def show_diagnostics(self) -> None:
        """What helps whoever mends the desk."""
        if not self._is_locked:
            from views.diagnostics_page import DiagnosticsPage

            self._show_page(DiagnosticsPage(self._desk), "diagnostics")

    def refresh(self, topics: frozenset[Topic]) -> None:
        """What is shown of the copies follows what they do."""
        if Topic.BACKUPS in topics:
            self.copies_changed.emit()
