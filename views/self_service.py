"""The desk unattended: full screen and large, with no name but the first name of whoever has just passed a card.

Left only with a PIN. The person types their name, for a list of names has no place on this screen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from desk.checkin import ScanOutcome, Verdict
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.names import searchable
from desk.plan import free_workstations
from desk.staff import SignedIn
from views import icons, tokens
from views.camera import Camera
from views.parts import button, column, empty, label, named, row, scaled, set_property
from views.plan.guard import guarded
from views.self_service_words import said_of
from views.viewfinder import Viewfinder

STAYS_MS = 8_000
"""A greeting is for one person: it is gone before the next one stands there."""
VIEWFINDER_HEIGHT = 160
"""At least: it takes all the room that the words leave."""
_ICONS = {
    Verdict.IN: "check-circle",
    Verdict.OUT: "sign-out",
    Verdict.REPEAT: "repeat",
    Verdict.REFUSED: "warning-octagon",
}


class SelfServicePage(QWidget):
    """`signed_in` carries the SignedIn value of whoever takes the desk back."""

    signed_in = Signal(object)

    def __init__(self, desk: FrontDesk, camera: Camera) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("SelfService", "Libre-service"))
        self._desk = desk
        self._camera = camera
        self._facts = desk.site.facts()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.clear)
        self._clock, self._date, self._free = label("", "kiosk_clock"), label("", "heading"), label("", "heading")
        self._stage = QFrame()
        self._stage.setObjectName("kiosk")
        self._body = column(self._stage, air=32, gap=16)
        self._foot = QStackedWidget()
        self.name, self.pin = QLineEdit(), QLineEdit()
        self._refusal = label("", "refusal")
        self._build()
        camera.changed.connect(self._camera_changed)
        self.clear()

    def _build(self) -> None:
        body = column(self, air=40, gap=24)
        house = label(self._facts.house_name, "kiosk_house")
        when = column(gap=0)
        when.addLayout(row(1, self._clock))
        when.addLayout(row(1, self._date))
        demo = label(translate("SelfService", "démonstration"), "demo")
        body.addLayout(row(house, demo, 1, when, gap=16))
        demo.setVisible(self._facts.is_demo)  # in the page already: alone it would be a window for an instant
        body.addWidget(self._stage, 1)
        leave = button(translate("SelfService", "Reprendre l’accueil"), self.ask_pin, kind="link")
        idle = QWidget()
        idle.setLayout(row(self._free, 1, leave))
        self._foot.addWidget(idle)
        self._foot.addWidget(self._pin_line())
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        body.addWidget(self._foot)

    def _pin_line(self) -> QWidget:
        self.name.setAccessibleName(translate("SelfService", "Votre nom"))
        self.pin.setAccessibleName(translate("SelfService", "Code"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        for field, width in ((self.name, 260), (self.pin, 160)):
            field.setMaxLength(60)
            field.setFixedWidth(scaled(width))
        self._refusal.hide()
        take = button(translate("SelfService", "Prendre l’accueil"), self.submit)
        stay = button(translate("SelfService", "Rester en libre-service (Échap)"), self.forget_pin, kind="link")
        line = QWidget()
        both = column(line, gap=10)
        # The way back stands over the fields: in a large text one line has no room for all of them with their names.
        both.addLayout(row(1, self._refusal, stay, gap=10))
        both.addLayout(row(1, named(self.name), self.name, named(self.pin), self.pin, take, gap=10))
        return line

    # --- what it shows ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """The clock and the free workstations of the moment."""
        now = self._desk.site.local_now()
        self._clock.setText(time_text(now))
        self._date.setText(day_text(now.date()))
        free = free_workstations(self._desk.plan.at())
        texts = {
            0: translate("SelfService", "Toutes les places de travail sont prises"),
            1: translate("SelfService", "1 place de travail libre"),
        }
        many = translate("SelfService", "{count} places de travail libres")
        self._free.setText(texts.get(free, many.format(count=free)))

    def clear(self) -> None:
        """The invitation."""
        self._timer.stop()
        self._reset("idle")
        words = column(gap=8)
        words.addStretch(1)
        words.addLayout(self._centred(label(translate("SelfService", "Passez votre carte"), "kiosk_word")))
        if self._camera.is_live:
            hint = translate("SelfService", "devant la caméra ou sous le scanner, en arrivant comme en repartant")
            self._body.addWidget(Viewfinder(self._camera, VIEWFINDER_HEIGHT), 1)
        else:
            hint = translate("SelfService", "sous le scanner, en arrivant comme en repartant")
            words.insertLayout(1, self._centred(self._icon("qr-code", tokens.current().accent, 96)))
        words.addLayout(self._centred(label(hint, "heading")))
        words.addStretch(1)
        self._body.addLayout(words)

    def say(self, outcome: ScanOutcome) -> None:
        """The answer of a scan, large, for the one who stands there; then the invitation again."""
        self._reset(outcome.verdict.value)
        theme = tokens.current()
        ink = theme.success.ink if outcome.verdict is Verdict.IN else theme.event.ink
        if outcome.verdict is Verdict.REFUSED:
            ink = theme.taken.ink
        said = said_of(outcome)
        self._body.addStretch(1)
        self._body.addLayout(self._centred(self._icon(_ICONS[outcome.verdict], ink, 120)))
        for text, role in zip(said, ("kiosk_word", "kiosk_fact", "heading"), strict=False):
            line = label(text, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._body.addWidget(line)
        self._body.addStretch(1)
        self._stage.setAccessibleDescription(". ".join(said))
        self._timer.start()

    def _reset(self, tone: str) -> None:
        empty(self._body)
        set_property(self._stage, "tone", tone)
        self._stage.setAccessibleDescription("")

    def _centred(self, widget: QWidget) -> QHBoxLayout:
        return row(1, widget, 1)

    def _icon(self, name: str, colour: str, size: int) -> QWidget:
        made = label()
        made.setPixmap(icons.pixmap(name, colour, size))
        return made

    def _camera_changed(self) -> None:
        if not self._timer.isActive():
            self.clear()

    # --- the way back ----------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Ready for the first key."""
        self.forget_pin()
        self.setFocus()

    def ask_pin(self) -> None:
        """Who takes the desk back, and the PIN."""
        self._foot.setCurrentIndex(1)
        self.name.setFocus()

    def forget_pin(self) -> None:
        """Stay in self-service."""
        for field in (self.name, self.pin):
            field.clear()
        self._refusal.hide()
        self._foot.setCurrentIndex(0)
        self.setFocus()

    def submit(self) -> None:
        """Take the desk back; a wrong name and a wrong PIN are told alike."""
        answer = self._sign_in()
        if isinstance(answer, Refused):
            self._refusal.setText(answer.sentence)
            self._refusal.show()
            self.pin.clear()
            self.pin.setFocus()
            return
        self.forget_pin()
        self.signed_in.emit(answer)

    def _sign_in(self) -> SignedIn | Refused:
        typed = searchable(self.name.text())
        wrong = Refused("wrong_pin", translate("SelfService", "Ce n’est pas le bon nom ou pas le bon code."))
        if not typed:
            return wrong
        people = [(searchable(person.name), person.id) for person in self._desk.staff.everyone()]
        exact = [who for name, who in people if name == typed]
        found = exact or [who for name, who in people if name.startswith(typed)]
        if len(found) != 1:
            return wrong
        return self._desk.staff.sign_in(found[0], self.pin.text())

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the desk back, once a name was asked for; Esc stays."""
        asking = self._foot.currentIndex() == 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.submit if asking else self.ask_pin)()
        elif event.key() == Qt.Key.Key_Escape:
            self.forget_pin()
        else:
            super().keyPressEvent(event)
