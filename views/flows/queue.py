"""The print queue: what waits, why, and what a person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.printing.queue import JobListed
from desk.printing.states import JobState
from views.flows.panel import FlowPanel
from views.parts import ElidedLabel, button, column, empty, label, row


class QueuePanel(FlowPanel):
    """`retry_asked` when the printer should be tried again now."""

    retry_asked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("QueuePanel", "Impressions"), ())
        self._desk = desk
        self._acts: list[tuple[QPushButton, str, str]] = []
        page = QWidget()
        self._list = column(page, gap=12)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Read the queue."""
        del index
        self.reload()

    def reload(self) -> None:
        """Show the jobs that have not gone out."""
        empty(self._list)
        self._acts.clear()
        jobs = self._desk.queue.pending()
        if not jobs:
            text = translate("QueuePanel", "Rien n’attend\u00a0: tout ce qui devait sortir est sorti.")
            self._list.addWidget(label(text, "", wrap=True))
        for job in jobs:
            self._list.addWidget(self._job(job))
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

    def _job(self, job: JobListed) -> QWidget:
        box = QWidget()
        body = column(box, gap=2)
        hour = time_text(self._desk.site.local(job.created_at))
        title = row(label(hour, "strong"), ElidedLabel(job.title))
        title.setStretch(1, 1)
        body.addLayout(title)
        state = {
            JobState.WAITING: translate("QueuePanel", "Attend l’imprimante."),
            JobState.SENDING: translate("QueuePanel", "S’imprime…"),
            JobState.DOUBTFUL: translate("QueuePanel", "Le ticket est-il sorti\u00a0?"),
        }[job.state]
        body.addWidget(label(f"{state} {job.trouble}".strip(), "muted", wrap=True))
        if job.state is JobState.DOUBTFUL:
            yes = self._act(translate("QueuePanel", "Oui, il est sorti"), "confirm", job.id)
            no = self._act(translate("QueuePanel", "Non, réimprimer"), "retry", job.id)
            body.addLayout(row(yes, no, 1))
        if job.state in (JobState.WAITING, JobState.DOUBTFUL):
            cancel = self._act(translate("QueuePanel", "Ne plus imprimer"), "cancel", job.id)
            cancel.setProperty("kind", "link")
            body.addLayout(row(cancel, 1))
        return box

    def _act(self, text: str, act: str, job_id: str) -> QPushButton:
        made = button(text, self._pressed)
        self._acts.append((made, act, job_id))
        return made

    def _pressed(self) -> None:
        pressed = self.sender()
        for made, act, job_id in list(self._acts):
            if made is pressed:
                self.refuse(getattr(self._desk.queue, act)(job_id))
                self.reload()
                if act == "retry":
                    self.retry_asked.emit()
                return
