"""Letting someone in all the same: one step, beside the refusal that it sets aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.flows.reason import ReasonForm
from views.parts import column, label


class ForcePanel(FlowPanel):
    """`let_in` carries the outcome. `reference` is the holder that the refusal's remedy named."""

    let_in = Signal(object)

    def __init__(self, desk: FrontDesk, reference: str, name: str, refused: Refused) -> None:
        super().__init__(translate("ForcePanel", "Accorder l’entrée"), ())
        self._desk = desk
        self._reference = reference
        self._who = name
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(label(name, "heading", wrap=True))
        body.addWidget(label(refused.sentence, "sentence", wrap=True))
        self.form = ReasonForm(desk)
        body.addWidget(self.form)
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, _index: int) -> None:
        """Ready for the reason."""
        self.name_go(translate("ForcePanel", "Faire entrer {name}").format(name=self._who))
        self.focus_on(self.form.reason)

    def go_on(self) -> None:
        """Let them in, or say why not."""
        if self.form.asks_pin():
            return
        answer = self._desk.door.override.let_in(self._reference, self.form.insistence)
        if isinstance(answer, Refused):
            self.refuse(answer)
            self.form.forget_pin()
            return
        self.closed.emit()
        self.let_in.emit(answer)
