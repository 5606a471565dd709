"""A new organisation, written in one go; what it resembles is told before it is made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.organisations.forms import OrganisationForm
from views.parts import button, column


class NewOrganisationPanel(FlowPanel):
    """A new organisation; `file_asked` carries the id of the new one, or of a known one."""

    file_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("NewOrganisationPanel", "Nouvelle organisation"), ())
        self._desk = desk
        self._known = ""
        self._is_another = False
        self.form = OrganisationForm()
        self.known_button = button("", self._open_known)
        self.known_button.hide()
        page = QWidget()
        body = column(page, gap=8)
        body.addWidget(self.known_button)
        body.addWidget(self.form, 1)
        self.add_page(page)
        self.form.edited.connect(self._changed)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Ready to type the name."""
        del index
        self._changed()
        self.form.may_invoice.setChecked(True)
        self.form.days.setValue(30)
        self.focus_on(self.form.name)

    def resume(self) -> None:
        """The panel comes to the front: its fields keep their height, and the page scrolls where it is low."""
        self.form.setMinimumHeight(self.form.sizeHint().height())
        super().resume()

    def _changed(self) -> None:
        self._known, self._is_another = "", False
        self.known_button.hide()
        self.refuse(None)
        self.name_go(translate("NewOrganisationPanel", "Créer la fiche"))

    def go_on(self) -> None:
        """Create the file, or say what it resembles."""
        made = self._desk.organisations.create(self.form.words, is_another=self._is_another)
        if isinstance(made, str):
            self.closed.emit()
            self.file_asked.emit(made)
            return
        self.refuse(made)
        if made.remedies:
            self._known = made.remedies[0].subject
            self.known_button.setText(made.remedies[0].label)
            self.known_button.show()
        if made.code == "alike":
            self._is_another = True
            self.name_go(translate("NewOrganisationPanel", "C’en est une autre\u00a0: créer"))

    def back(self) -> None:
        """Nothing is kept of what was typed."""
        self.closed.emit()

    def _open_known(self) -> None:
        known = self._known
        self.closed.emit()
        self.file_asked.emit(known)
