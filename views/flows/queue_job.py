"""A paper of the queue: what it is, where it waits and why, and what a person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.language import translate
from desk.printing.decisions import REASON_LIMIT
from desk.printing.queue import JobListed
from desk.printing.states import JobState
from views.parts import Choices, ElidedLabel, button, column, label, row, under_name


class QueueJob(QWidget):
    """`decided` carries what was decided ("confirm", "retry", "cancel", "reroute") and with what: a reason, a printer.

    `elsewhere` are the other printers, by id and name; `unfolded` is the question that was being answered
    ("elsewhere" or "reason") when the queue was read again, and `typed` its answer so far.
    """

    decided = Signal(str, str)

    def __init__(
        self,
        job: JobListed,
        hour: str,
        elsewhere: tuple[tuple[str, str], ...],
        unfolded: str = "",
        typed: str = "",
    ) -> None:
        super().__init__()
        self.job = job
        self._elsewhere = elsewhere
        self.unfolded = ""
        self.reason = QLineEdit()
        body = column(self, gap=2)
        title = row(label(hour, "strong"), ElidedLabel(job.title))
        title.setStretch(1, 1)
        body.addLayout(title)
        body.addWidget(label(f"{self._state()} {job.trouble}".strip(), "muted", wrap=True))
        if job.state is JobState.DOUBTFUL:
            yes = button(translate("QueuePanel", "Oui, il est sorti"), self._confirm)
            no = button(translate("QueuePanel", "Non, réimprimer"), self._retry)
            body.addLayout(row(yes, no, 1))
        if job.state in (JobState.WAITING, JobState.DOUBTFUL):
            self._offer(body)
        self._printers = self._other_printers()
        self._why = self._reason_form(typed)
        for part in (self._printers, self._why):
            body.addWidget(part)
            part.hide()
        if unfolded:
            self._unfold(unfolded)

    def _state(self) -> str:
        if self.job.state is JobState.SENDING:
            return translate("QueuePanel", "S’imprime sur {printer}…").format(printer=self.job.printer)
        if self.job.state is JobState.DOUBTFUL:
            return translate("QueuePanel", "Le ticket est-il sorti\u00a0?")
        return translate("QueuePanel", "Attend l’imprimante {printer}.").format(printer=self.job.printer)

    def _offer(self, body: QVBoxLayout) -> None:
        acts: list[QPushButton | int] = []
        if self._elsewhere:
            acts.append(button(translate("QueuePanel", "Imprimer ailleurs"), self._ask_where, kind="link"))
        acts.append(button(translate("QueuePanel", "Ne plus imprimer"), self._give_up, kind="link"))
        body.addLayout(row(*acts, 1))

    def _other_printers(self) -> QWidget:
        name = translate("QueuePanel", "Où imprimer {title}").format(title=self.job.title)
        self.printers = Choices(self._elsewhere, name)
        self.printers.chosen.connect(self._reroute)
        return self.printers

    def _reason_form(self, typed: str) -> QWidget:
        made = QWidget()
        body = column(made, gap=6)
        asked = translate("QueuePanel", "Pourquoi ce reçu ne sera pas imprimé, gardé avec lui")
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(asked)
        self.reason.setPlaceholderText(translate("QueuePanel", "Par exemple\u00a0: le client est parti"))
        self.reason.setText(typed)
        self.reason.returnPressed.connect(self._cancel)
        body.addLayout(under_name(self.reason))
        self.give_up = button(translate("QueuePanel", "Y renoncer"), self._cancel)
        body.addLayout(row(self.give_up, 1))
        return made

    # --- acting ----------------------------------------------------------------------------------------------

    def _unfold(self, what: str) -> None:
        """Ask one question, the other one folded; asked again, it folds."""
        self.unfolded = "" if what == self.unfolded else what
        self._printers.setVisible(self.unfolded == "elsewhere")
        self._why.setVisible(self.unfolded == "reason")
        if self.unfolded == "reason":
            self.reason.setFocus()

    def _ask_where(self) -> None:
        self._unfold("elsewhere")

    def _give_up(self) -> None:
        """A fiscal paper asks why first."""
        if self.job.is_fiscal:
            self._unfold("reason")
        else:
            self.decided.emit("cancel", "")

    def _confirm(self) -> None:
        self.decided.emit("confirm", "")

    def _retry(self) -> None:
        self.decided.emit("retry", "")

    def _cancel(self) -> None:
        self.decided.emit("cancel", self.reason.text())

    def _reroute(self, printer_id: object) -> None:
        self.decided.emit("reroute", str(printer_id))
