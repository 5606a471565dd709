"""The answer of a scan, readable from two metres: one word, one colour, one icon, then the facts.

A success leaves by itself after some seconds; a refusal stays, says why, and offers what would resolve it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desk.checkin import ScanOutcome, Verdict
from desk.errors import Remedy
from desk.formats import day_time
from desk.language import translate
from views import tokens
from views.invitation import icon, invite
from views.parts import ElidedLabel, button, column, empty, label, row, scaled, set_property
from views.plan.guard import guarded

if TYPE_CHECKING:
    from views.camera import Camera

STAYS_MS = 12_000
LONG_NAME = 14
LEAST_HEIGHT = 150
HAND_KEYS = ("R", "Alt+R")
"""One key hands parcels over: R where nothing is typed, with Alt from a field too."""

_ICONS = {
    Verdict.IN: "check-circle",
    Verdict.OUT: "sign-out",
    Verdict.REPEAT: "repeat",
    Verdict.REFUSED: "warning-octagon",
}


class GreetingPanel(QFrame):
    """Shows the last scan. `undo_asked` carries a visit id; `remedy_asked` the Remedy that was pressed.

    `file_asked`, `hand_asked` (give what waits, one key) and `take_back_asked` carry a member's id.
    `painted` comes each time it is drawn.
    """

    undo_asked = Signal(str)
    leave_asked = Signal(str)
    remedy_asked = Signal(object)
    dismissed = Signal()
    file_asked = Signal(str)
    hand_asked = Signal(str)
    take_back_asked = Signal(str)
    painted = Signal()

    def __init__(self, undo_minutes: int) -> None:
        super().__init__()
        self.setObjectName("greeting")
        self._undo_minutes = undo_minutes
        self._outcome: ScanOutcome | None = None
        self._camera: Camera | None = None
        self._remedies: list[tuple[QPushButton, Remedy]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._handed = 0
        self._hand_keys = [QShortcut(QKeySequence(key), self) for key in HAND_KEYS]
        for key in self._hand_keys:
            key.activated.connect(self._hand_over)
        self._body = column(self, air=tokens.INNER_AIR, gap=6)
        self.setAccessibleName(translate("Greeting", "Dernier passage"))
        self.clear()

    def minimumSizeHint(self) -> QSize:
        """What its words need, and never less than a panel that is seen from afar."""
        return super().minimumSizeHint().expandedTo(QSize(0, scaled(LEAST_HEIGHT)))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the answer is on the screen."""
        super().paintEvent(event)
        self.painted.emit()

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
        invite(self._body, self._camera)
        if had:
            self.dismissed.emit()

    def watch(self, camera: Camera) -> None:
        """Show what `camera` sees while nothing else is shown."""
        self._camera = camera
        camera.changed.connect(self._camera_changed)
        self._camera_changed()

    def _camera_changed(self) -> None:
        if self._outcome is None:
            self.clear()

    def show_outcome(self, outcome: ScanOutcome) -> None:
        """Show what a scan did."""
        self._handed = 0
        self._show(outcome)

    def show_handed(self, count: int) -> None:
        """What waited for the person greeted has been handed over."""
        self._handed = count
        self._show_waiting(0)

    def show_waiting(self, count: int) -> None:
        """What was handed over by a wrong key waits again."""
        self._handed = 0
        self._show_waiting(count)

    def _show_waiting(self, count: int) -> None:
        if self._outcome is not None and self._outcome.greeting is not None:
            self._show(replace(self._outcome, greeting=replace(self._outcome.greeting, parcels=count)))

    def _show(self, outcome: ScanOutcome) -> None:
        self._outcome = outcome
        self._reset(outcome.verdict.value)
        ink = self._ink(outcome.verdict)
        head = column(gap=0)
        word = label(self._word(outcome), "word")
        head.addWidget(word)
        name = self._name(outcome)
        head.addWidget(ElidedLabel(name, "name" if len(name) <= LONG_NAME else "name_long"))
        self._body.addLayout(row(icon(_ICONS[outcome.verdict], ink, 40), head, gap=12))
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
        self._arm_hand_keys(False)
        empty(self._body)
        # What it held is leaving, and what comes is dressed as it comes.
        set_property(self, "tone", tone, alone=True)

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
        self._lay_chips([self._chip(text, tone) for text, tone in chips])
        if greeting.message:
            message = self._chip(greeting.message, "soon")
            message.setWordWrap(True)
            self._body.addWidget(message)
        self._parcel_actions(greeting.parcels)

    def _lay_chips(self, chips: list[QLabel]) -> None:
        """Side by side where both fit whole, else one under the other."""
        room = self.width() - 2 * tokens.INNER_AIR
        while chips:
            line = [chips.pop(0)]
            if chips and line[0].sizeHint().width() + tokens.GAP + chips[0].sizeHint().width() <= room:
                line.append(chips.pop(0))
            self._body.addLayout(row(*line, 1))

    def _parcel_actions(self, waiting: int) -> None:
        """One key gives what waits; what was just given can be taken back."""
        if waiting:
            many = translate("Greeting", "{count} colis à remettre").format(count=waiting)
            chip = self._chip(translate("Greeting", "1 colis à remettre") if waiting == 1 else many, "soon")
            self._body.addLayout(row(chip, button(translate("Greeting", "Remettre (R)"), self._hand_over), 1))
            self._arm_hand_keys(True)
        elif self._handed:
            text = translate("Greeting", "{count} colis remis · Annuler").format(count=self._handed)
            if self._handed == 1:
                text = translate("Greeting", "1 colis remis · Annuler")
            self._body.addLayout(row(button(text, self._take_back, kind="link"), 1))

    def _arm_hand_keys(self, armed: bool) -> None:
        for key in self._hand_keys:
            key.setEnabled(armed)

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
            closing = row(1, button(translate("Greeting", "Fermer"), self.clear, kind="link"))
            self._offer_file(outcome, closing, 0)
            self._body.addLayout(closing)
            return
        if outcome.verdict is Verdict.REPEAT:
            closing = row(1)
            self._offer_file(outcome, closing, 0)
            self._body.addLayout(closing)
            return
        undo = translate("Greeting", "Annuler ({minutes} min)").format(minutes=self._undo_minutes)
        actions = row(button(undo, self._undo, kind="link"), 1)
        self._offer_file(outcome, actions, 1)
        if outcome.verdict is Verdict.IN:
            actions.addWidget(button(translate("Greeting", "Faire sortir"), self._leave, kind="link"))
        self._body.addLayout(actions)

    def _offer_file(self, outcome: ScanOutcome, actions: QHBoxLayout, place: int) -> None:
        if outcome.greeting is not None and outcome.greeting.member_id:
            link = button(translate("Greeting", "Fiche"), self._open_file, kind="link")
            link.setAccessibleName(translate("Greeting", "Fiche de {name}").format(name=outcome.greeting.name))
            actions.insertWidget(place, link)

    @property
    def _member_id(self) -> str:
        """The member who is greeted; empty for a guest, and for nobody."""
        greeting = self._outcome.greeting if self._outcome is not None else None
        return greeting.member_id if greeting is not None else ""

    def _open_file(self) -> None:
        self.file_asked.emit(self._member_id)

    def _hand_over(self) -> None:
        self.hand_asked.emit(self._member_id)

    def _take_back(self) -> None:
        self.take_back_asked.emit(self._member_id)

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
