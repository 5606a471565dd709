"""Taking the desk: who, and the PIN. A new house enrols its first manager here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.pins import choice_problem
from desk.staff import FacilitatorListed, SignedIn
from views import tokens
from views.parts import Choices, button, column, label, pin_field, row, scaled, under_name
from views.plan.guard import guarded

if TYPE_CHECKING:
    from desk.checkin import ScanOutcome

WIDTH = 560
SHORT_NAME = 16


class SignInPage(QWidget):
    """`signed_in` carries the SignedIn value. The roll call stays one key away (F9), even here."""

    signed_in = Signal(object)
    self_service_asked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        self._card = QFrame()
        outer = column(self)
        outer.addStretch(1)
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        self._line.addWidget(self._card)
        self._line.addStretch(1)
        outer.addLayout(self._line)
        outer.addStretch(1)
        self._shown = desk.staff.everyone()
        self._furnish()

    def _furnish(self) -> None:
        """A card for the team as it is now."""
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(scaled(WIDTH))
        self._line.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        self._body = column(card, air=32, gap=14)
        self._body.addWidget(label(translate("SignInPage", "Bonjour, qui tient l’accueil\u00a0?"), "name", wrap=True))
        people = self._shown
        self._is_first = not people
        columns = 3 if all(len(p.name) <= SHORT_NAME for p in people) else 2
        self.people = Choices([(p.id, p.name) for p in people], translate("SignInPage", "Personnes"), columns)
        self.name = QLineEdit(card)
        self.pin = pin_field(translate("SignInPage", "Code"))
        self.pin_again = pin_field(translate("SignInPage", "Le même code, encore une fois"))
        self._build(self._desk.site.facts().is_demo)
        if people:
            self.people.choose(people[0].id)

    def _build(self, is_demo: bool) -> None:
        if self._is_first:
            hint = translate(
                "SignInPage", "Premier démarrage\u00a0: donnez votre nom et choisissez un code de quatre chiffres."
            )
            self._body.addWidget(label(hint, "", wrap=True))
            self.name.setMaxLength(60)
            self.name.setAccessibleName(translate("SignInPage", "Votre nom"))
            self._body.addLayout(under_name(self.name))
            self.people.hide()
        else:
            self.pin_again.setParent(self._card)
            for unused in (self.name, self.pin_again):
                unused.hide()
        self._body.addWidget(self.people)
        for field in (self.pin, self.pin_again) if self._is_first else (self.pin,):
            field.setProperty("role", "pin")
            self._body.addLayout(under_name(field))
        self._hello = label("", "change")
        self._body.addWidget(self._hello)
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self._body.addWidget(self._refusal)
        self._body.addWidget(button(translate("SignInPage", "Prendre l’accueil"), self.submit, kind="primary"))
        if is_demo:
            mark = translate("SignInPage", "démonstration · le code de chacun est 2580")
            self._body.addLayout(row(1, label(mark, "demo"), 1))
        self._body.addSpacing(tokens.SPACE)
        keys = label(translate("SignInPage", "F9\u00a0: liste d’évacuation, même sans code"), "muted")
        self._body.addLayout(row(1, keys, 1))
        # Without anybody enrolled, nobody could take the desk back from self-service.
        if not self._is_first:
            alone = translate("SignInPage", "Libre-service, sans personne à l’accueil")
            self._body.addLayout(row(1, button(alone, self.self_service_asked.emit, kind="link"), 1))

    def focus_first(self) -> None:
        """Ready for the first key; whoever joined or left the team meanwhile is known here."""
        people = self._desk.staff.everyone()
        if people != self._shown:
            self._shown = people
            self._furnish()
        (self.name if self._is_first else self.pin).setFocus()

    def say(self, outcome: ScanOutcome) -> None:
        """The answer of a scan while nobody holds the desk: a word, and the name of whoever stands there."""
        if outcome.refused is not None:
            self.refuse(outcome.refused)
            return
        from desk.checkin import Verdict  # long to import, and never needed for the first page to be seen

        name = outcome.greeting.name if outcome.greeting else ""
        pattern = {
            Verdict.IN: translate("SignInPage", "Bienvenue, {name}."),
            Verdict.OUT: translate("SignInPage", "À bientôt, {name}."),
            Verdict.REPEAT: translate("SignInPage", "C’est déjà noté, {name}."),
            Verdict.REFUSED: "",
        }[outcome.verdict]
        self._hello.setText(pattern.format(name=name))
        self._refusal.hide()

    def submit(self) -> None:
        """Sign in, or enrol the first manager and sign in."""
        who = self.people.value
        if self._is_first:
            enrolled = self._enrolled()
            if isinstance(enrolled, Refused):
                self.refuse(enrolled)
                return
            who = enrolled.id
        answer = self._desk.staff.sign_in(str(who), self.pin.text())
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        assert isinstance(answer, SignedIn)
        self._refusal.hide()
        self.pin.clear()
        self.signed_in.emit(answer)

    def _enrolled(self) -> FacilitatorListed | Refused:
        """The first manager: a code that was mistyped would shut the only one out."""
        pin, name = self.pin.text(), self.name.text()
        refused = choice_problem(pin, self.pin_again.text()) if name.strip() else None
        return refused or self._desk.staff.enrol_first(name, pin)

    def refuse(self, refused: Refused) -> None:
        """Say no, with its sentence, ready for the next key."""
        self._refusal.setText(refused.sentence)
        self._refusal.show()
        if refused.code == "no_name":
            self.name.setFocus()
            return
        self.pin.clear()
        self.pin_again.clear()
        self.pin.setFocus()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter signs in; at the first start it goes on to the field that is still empty."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fields = (self.name, self.pin, self.pin_again) if self._is_first else ()
            held = self.focusWidget()
            following = next((after for field, after in pairwise(fields) if field is held), None)
            if following is not None and not following.text():
                following.setFocus()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)
