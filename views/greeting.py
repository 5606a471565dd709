"""The answer of a scan, readable from two metres: one word, one colour, one icon, then the facts.

A success leaves by itself after some seconds; a refusal stays, says why, and offers what would resolve it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desk.checkin import ScanOutcome, Verdict
from desk.errors import Remedy
from desk.formats import day_time
from desk.language import translate
from views import icons, tokens
from views.parts import ElidedLabel, button, column, empty, label, row, scaled, set_property

STAYS_MS = 12_000
LONG_NAME = 14
LEAST_HEIGHT = 150
_ICONS = {
    Verdict.IN: "check-circle",
    Verdict.OUT: "sign-out",
    Verdict.REPEAT: "repeat",
    Verdict.REFUSED: "warning-octagon",
}


class GreetingPanel(QFrame):
    """Shows the last scan. `undo_asked` carries a visit id; `remedy_asked` the Remedy that was pressed."""

    undo_asked = Signal(str)
    leave_asked = Signal(str)
    remedy_asked = Signal(object)
    dismissed = Signal()

    def __init__(self, undo_minutes: int) -> None:
        super().__init__()
        self.setObjectName("greeting")
        self._undo_minutes = undo_minutes
        self._outcome: ScanOutcome | None = None
        self._remedies: list[tuple[QPushButton, Remedy]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._body = column(self, air=tokens.INNER_AIR, gap=6)
        self.setAccessibleName(translate("Greeting", "Dernier passage"))
        self.clear()

    def minimumSizeHint(self) -> QSize:
        """What its words need, and never less than a panel that is seen from afar."""
        return super().minimumSizeHint().expandedTo(QSize(0, scaled(LEAST_HEIGHT)))

    @property
    def outcome(self) -> ScanOutcome | None:
        """What is shown, None when nothing is."""
        return self._outcome

    def clear(self) -> None:
        """Go back to the invitation to scan."""
        had = self._outcome is not None
        self._timer.stop()
        self._outcome = None
        self._reset("idle")
        self._body.addStretch(1)
        self._body.addLayout(row(self._icon("qr-code", tokens.current().accent, 34), self._invitation(), gap=14))
        self._body.addStretch(1)
        if had:
            self.dismissed.emit()

    def show_outcome(self, outcome: ScanOutcome) -> None:
        """Show what a scan did."""
        self._outcome = outcome
        self._reset(outcome.verdict.value)
        ink = self._ink(outcome.verdict)
        head = column(gap=0)
        word = label(self._word(outcome), "word")
        head.addWidget(word)
        name = self._name(outcome)
        head.addWidget(ElidedLabel(name, "name" if len(name) <= LONG_NAME else "name_long"))
        self._body.addLayout(row(self._icon(_ICONS[outcome.verdict], ink, 40), head, gap=12))
        self._body.setStretch(0, 0)
        self._facts(outcome)
        self._actions(outcome)
        self.setAccessibleDescription(self.spoken(outcome))
        if outcome.verdict is Verdict.REFUSED:
            self._timer.stop()
        else:
            self._timer.start(STAYS_MS)

    def spoken(self, outcome: ScanOutcome) -> str:
        """The whole answer in one sentence, for a screen reader."""
        parts = [self._word(outcome), self._name(outcome)]
        if outcome.refused is not None:
            parts.append(outcome.refused.sentence)
        elif outcome.greeting is not None:
            parts.append(outcome.greeting.headline)
        return ". ".join(part for part in parts if part)

    # --- pieces ----------------------------------------------------------------------------------------------

    def _reset(self, tone: str) -> None:
        self._remedies.clear()
        empty(self._body)
        set_property(self, "tone", tone)

    def _invitation(self) -> QWidget:
        box = QWidget()
        inner = column(box, gap=2)
        inner.addWidget(label(translate("Greeting", "Passez une carte"), "heading"))
        inner.addWidget(
            label(translate("Greeting", "Scanner, ou nom dans la barre de recherche (Ctrl K)."), "muted", wrap=True)
        )
        return box

    def _icon(self, name: str, colour: str, size: int) -> QLabel:
        made = QLabel()
        made.setPixmap(icons.pixmap(name, colour, size))
        made.setFixedWidth(size)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        return made

    def _ink(self, verdict: Verdict) -> str:
        theme = tokens.current()
        if verdict is Verdict.REFUSED:
            return theme.taken.ink
        return theme.success.ink if verdict is Verdict.IN else theme.event.ink

    def _word(self, outcome: ScanOutcome) -> str:
        return {
            Verdict.IN: translate("Greeting", "Bienvenue"),
            Verdict.OUT: translate("Greeting", "À bientôt"),
            Verdict.REPEAT: translate("Greeting", "Déjà fait"),
            Verdict.REFUSED: translate("Greeting", "À voir"),
        }[outcome.verdict]

    def _name(self, outcome: ScanOutcome) -> str:
        return outcome.greeting.name if outcome.greeting else translate("Greeting", "Carte non reconnue")

    def _facts(self, outcome: ScanOutcome) -> None:
        if outcome.refused is not None:
            said = label(outcome.refused.sentence, "sentence", wrap=True)
            self._body.addWidget(said)
            return
        greeting = outcome.greeting
        assert greeting is not None
        if greeting.headline:
            self._body.addWidget(ElidedLabel(greeting.headline))
        where = greeting.place
        if outcome.verdict is Verdict.REPEAT:
            where = translate("Greeting", "Ce passage vient d’être noté, rien n’a changé.")
        elif where and outcome.verdict is Verdict.IN:
            where = translate("Greeting", "{place} · cliquez une place libre pour changer").format(place=where)
        if where:
            self._body.addWidget(label(where, "muted", wrap=True))
        if outcome.supposed_exit is not None:
            forgotten = translate("Greeting", "Sortie oubliée la dernière fois\u00a0: notée {when}.")
            self._body.addWidget(label(forgotten.format(when=day_time(outcome.supposed_exit)), "muted", wrap=True))
        chips = [(text, "") for text in (greeting.cooperator, greeting.booking) if text]
        if greeting.parcels == 1:
            chips.append((translate("Greeting", "1 colis à remettre"), "soon"))
        elif greeting.parcels:
            chips.append((translate("Greeting", "{count} colis à remettre").format(count=greeting.parcels), "soon"))
        self._lay_chips([self._chip(text, tone) for text, tone in chips])

    def _lay_chips(self, chips: list[QLabel]) -> None:
        """Side by side where both fit whole, else one under the other."""
        room = self.width() - 2 * tokens.INNER_AIR
        while chips:
            line = [chips.pop(0)]
            if chips and line[0].sizeHint().width() + tokens.GAP + chips[0].sizeHint().width() <= room:
                line.append(chips.pop(0))
            self._body.addLayout(row(*line, 1))

    def _chip(self, text: str, tone: str) -> QLabel:
        made = label(text, "chip")
        made.setProperty("tone", tone)
        made.ensurePolished()
        return made

    def _actions(self, outcome: ScanOutcome) -> None:
        if outcome.refused is not None:
            for remedy in outcome.refused.remedies:
                made = button(remedy.label, self._press)
                self._remedies.append((made, remedy))
                self._body.addWidget(made)
            self._body.addLayout(row(1, button(translate("Greeting", "Fermer"), self.clear, kind="link")))
            return
        if outcome.verdict is Verdict.REPEAT:
            return
        undo = translate("Greeting", "Annuler ({minutes} min)").format(minutes=self._undo_minutes)
        actions = row(button(undo, self._undo, kind="link"), 1)
        if outcome.verdict is Verdict.IN:
            actions.addWidget(button(translate("Greeting", "Faire sortir"), self._leave, kind="link"))
        self._body.addLayout(actions)

    def _press(self) -> None:
        pressed = self.sender()
        for made, remedy in list(self._remedies):
            if made is pressed:
                self.remedy_asked.emit(remedy)

    def _undo(self) -> None:
        if self._outcome is not None:
            self.undo_asked.emit(self._outcome.visit_id)

    def _leave(self) -> None:
        if self._outcome is not None:
            self.leave_asked.emit(self._outcome.visit_id)
