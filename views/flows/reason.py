"""Why someone comes in all the same, and on whose word: a reason, and a manager's PIN where one is needed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.override import REASON_LIMIT, Insistence
from views.parts import Choices, column, label, under_name


class ReasonForm(QWidget):
    """The fields; `insistence` is what they say. A manager who holds the desk gives the reason alone."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        body = column(self, gap=8)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("ReasonForm", "Raison, gardée avec le passage"))
        self.reason.setPlaceholderText(translate("ReasonForm", "Par exemple\u00a0: réunion du conseil"))
        body.addLayout(under_name(self.reason, "", "strong"))
        managers = [person for person in desk.staff.everyone() if person.is_manager]
        self._needs_pin = not desk.staff.holder.is_manager
        self._manager = QWidget()
        theirs = column(self._manager, gap=8)
        theirs.addWidget(label(translate("ReasonForm", "C’est à un·e gérant·e de le décider"), "strong"))
        self.who = Choices([(m.id, m.name) for m in managers], translate("ReasonForm", "Qui en décide"))
        if managers:
            self.who.choose(managers[0].id)
        theirs.addWidget(self.who)
        self.pin = QLineEdit()
        self.pin.setProperty("role", "pin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.pin.setAccessibleName(translate("ReasonForm", "Son code"))
        theirs.addLayout(under_name(self.pin))
        body.addWidget(self._manager)
        # Only once it has a place: shown before, it would be a window of its own.
        self._manager.setVisible(self._needs_pin)

    @property
    def insistence(self) -> Insistence:
        """What the fields say."""
        if not self._needs_pin:
            return Insistence(self.reason.text())
        return Insistence(self.reason.text(), str(self.who.value or ""), self.pin.text())

    def asks_pin(self) -> bool:
        """Whether Enter in the reason only went on to the PIN, which is still to be typed."""
        waits = self._needs_pin and not self.pin.text() and bool(self.reason.text().strip())
        if not (waits and self.reason.hasFocus()):
            return False
        self.pin.setFocus()
        return True

    def forget_pin(self) -> None:
        """A PIN that was refused is typed again from the start."""
        self.pin.clear()
        if self._needs_pin and self.reason.text().strip():
            self.pin.setFocus()
        else:
            self.reason.setFocus()
