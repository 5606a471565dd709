"""The print queue: what waits, where and why, and what a person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.printing.states import JobState
from views.flows.panel import FlowPanel
from views.flows.queue_job import QueueJob
from views.parts import column, empty, label


class QueuePanel(FlowPanel):
    """`retry_asked` when the printers should be tried again now."""

    retry_asked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("QueuePanel", "Impressions"), ())
        self._desk = desk
        self._has_waiting = False
        self.jobs: list[QueueJob] = []
        page = QWidget()
        self._list = column(page, gap=12)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Read the queue."""
        del index
        self.reload()

    def reload(self) -> None:
        """Show the jobs that have not gone out; a question under way stays, with what was typed."""
        asked = {made.job.id: (made.unfolded, made.reason.text()) for made in self.jobs}
        typing = next((made.job.id for made in self.jobs if made.reason.hasFocus()), "")
        empty(self._list)
        self.jobs.clear()
        jobs = self._desk.queue.pending()
        if not jobs:
            text = translate("QueuePanel", "Rien n’attend\u00a0: tout ce qui devait sortir est sorti.")
            self._list.addWidget(label(text, "", wrap=True))
        printers = [(printer.id, printer.name) for printer in self._desk.printers.everyone()] if jobs else []
        for job in jobs:
            hour = time_text(self._desk.site.local(job.created_at))
            others = tuple(option for option in printers if option[0] != job.printer_id)
            made = QueueJob(job, hour, others, *asked.get(job.id, ("", "")))
            made.decided.connect(self._decided)
            self.jobs.append(made)
            self._list.addWidget(made)
            if job.id == typing:
                made.show()
                made.reason.setFocus()
        self._list.addStretch(1)
        waiting = any(job.state is JobState.WAITING for job in jobs)
        self.name_go(translate("QueuePanel", "Réessayer maintenant") if waiting else translate("QueuePanel", "Terminé"))
        self._has_waiting = waiting

    def go_on(self) -> None:
        """Try again, or close when nothing waits."""
        if self._has_waiting:
            self.retry_asked.emit()
        else:
            self.closed.emit()

    def _decided(self, act: str, argument: str) -> None:
        made = self.sender()
        assert isinstance(made, QueueJob)
        refused = self._decide(made.job.id, act, argument)
        self.refuse(refused)
        if refused is not None:
            return
        self.reload()
        if act in ("retry", "reroute"):
            self.retry_asked.emit()

    def _decide(self, job_id: str, act: str, argument: str) -> Refused | None:
        queue = self._desk.queue
        if act == "cancel":
            return queue.cancel(job_id, argument)
        if act == "reroute":
            return queue.reroute(job_id, argument)
        return queue.confirm(job_id) if act == "confirm" else queue.retry(job_id)
