"""Handing the desk over: a word for whoever comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.staff import NOTE_LIMIT
from views.flows.panel import FlowPanel
from views.parts import column, label
from views.plan.guard import guarded


class HandoverPanel(FlowPanel):
    """One step: the note. `handed_over` when the shift has ended."""

    handed_over = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("HandoverPanel", "Passer le relais"), ())
        self._desk = desk
        page = QWidget()
        body = column(page, gap=10)
        what = translate(
            "HandoverPanel", "Un mot pour la personne suivante (facultatif)\u00a0: elle le lira en arrivant."
        )
        body.addWidget(label(what, "", wrap=True))
        self.note = _Note(self)
        self.note.setAccessibleName(translate("HandoverPanel", "Un mot pour la personne suivante"))
        self.note.setPlaceholderText(translate("HandoverPanel", "Ce qui attend, ce qui manque, qui va venir…"))
        body.addWidget(self.note, 1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Ready to type."""
        del index
        self.name_go(translate("HandoverPanel", "Terminer ma permanence"))
        self.focus_on(self.note)

    def go_on(self) -> None:
        """End the shift with the note."""
        self._desk.staff.sign_out(self.note.toPlainText()[:NOTE_LIMIT])
        self.closed.emit()
        self.handed_over.emit()


class _Note(QPlainTextEdit):
    """Enter ends the shift, Shift+Enter begins a line, Tab goes to the button."""

    def __init__(self, panel: HandoverPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setTabChangesFocus(True)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on as in every flow."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._panel.go_on()
        else:
            super().keyPressEvent(event)
