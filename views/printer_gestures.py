"""What concerns paper, in the window: the queue, and the printers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.frontdesk import FrontDesk
from views.flows.panel import FlowPanel
from views.flows.queue import QueuePanel
from views.jobs import PrintJobs
from views.printers.looks import Looks
from views.stage import Stage

if TYPE_CHECKING:
    from views.printers.page import PrintersPage


class PrinterGestures(QObject):
    """Opens the panel and the page, which is imported when first asked for; nothing while nobody holds the desk."""

    def __init__(
        self,
        desk: FrontDesk,
        jobs: PrintJobs,
        stage: Stage,
        show_page: Callable[[QWidget, str], None],
        open_flow: Callable[[FlowPanel], None],
    ) -> None:
        super().__init__(stage)
        self._desk = desk
        self._jobs = jobs
        self._stage = stage
        self._show_page = show_page
        self._open_flow = open_flow
        self._page: PrintersPage | None = None
        self.looks = Looks(desk, self)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands about paper do, by their codes."""
        return {"queue": self.open_queue, "printers": self.show_printers}

    def open_queue(self) -> None:
        """What waits to be printed."""
        if self._desk.staff.holder.id:
            panel = QueuePanel(self._desk)
            panel.retry_asked.connect(self._jobs.kick)
            self._open_flow(panel)

    def show_printers(self) -> None:
        """The printers of the desk."""
        if self._desk.staff.holder.id:
            from views.printers.page import PrintersPage

            self._page = self._stage.unfinished(PrintersPage) or PrintersPage(self._desk, self.looks)
            self._show_page(self._page, "printers")

    def refresh(self, topics: frozenset[Topic]) -> None:
        """What is shown of the printers follows what they do."""
        if Topic.PRINTING in topics and self._page is not None and self._page is self._stage.currentWidget():
            self._page.reload()
