"""The answer of a scan, readable from two metres: one word, one colour, one icon, then the facts.

A success leaves by itself after some seconds; a refusal stays, says why, and offers what would resolve it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desk.errors import Remedy
from desk.formats import day_time
from desk.language import translate
from desk.verdicts import ScanOutcome, Verdict
from views import greeting_words, tokens
from views.chips import lay_chips
from views.greeting_words import More
from views.invitation import invite
from views.parts import column, row, scaled, set_property
from views.plan.guard import guarded
from views.shelf import Shelf

if TYPE_CHECKING:
    from views.camera import Camera

STAYS_MS = 12_000
LONG_NAME = 14
LEAST_HEIGHT = 150
HAND_KEYS = ("R", "Alt+R")
"""One key hands parcels over: R where nothing is typed, with Alt from a field too."""

CHOICE_KEYS = ("U", "Alt+U")
"""One key takes the first other entitlement that is offered."""
_CHOICES_SHOWN = 3
_BUTTON_AIR = 40


class GreetingPanel(QFrame):
    """Shows the last scan. `undo_asked` carries a visit id; `remedy_asked` the Remedy that was pressed.

    `file_asked`, `hand_asked` (give what waits, one key) and `take_back_asked` carry a member's id; `choice_asked` a
    visit and the key of another entitlement (one key for the first); `guest_asked` lets someone in without a card.
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
    choice_asked = Signal(str, str)
    guest_asked = Signal()

    def __init__(self, undo_minutes: int) -> None:
        super().__init__()
        self.setObjectName("greeting")
        self._undo_minutes = undo_minutes
        self._outcome: ScanOutcome | None = None
        self._camera: Camera | None = None
        self._remedies: list[tuple[QPushButton, Remedy]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave_by_itself)
        self._handed = 0
        self._keeps_off = False
        self._hand_keys = [QShortcut(QKeySequence(key), self) for key in HAND_KEYS]
        for key in self._hand_keys:
            key.activated.connect(self._hand_over)
        self._more = More()
        self._choices: list[tuple[QPushButton, str]] = []
        self._choice_keys = [QShortcut(QKeySequence(key), self) for key in CHOICE_KEYS]
        for key in self._choice_keys:
            key.activated.connect(self._choose_first)
        self._body = column(self, air=tokens.INNER_AIR, gap=6)
        self._shelf = Shelf()
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

    def keep_off(self) -> None:
        """The search box was asked for: until the next answer its first letter is a letter."""
        self._keeps_off = True

    def promise(self, key: int) -> Callable[[], None] | None:
        """What this key, alone in the search box, would do of what is offered now; None for nothing.

        Kept only as long as the same answer is shown: a letter is never for the person who comes next.
        """
        if self._keeps_off or not self.isVisible():
            return None
        acts = (
            (Qt.Key.Key_R, self._hand_keys[0], self._hand_over),
            (Qt.Key.Key_U, self._choice_keys[0], self._choose_first),
        )
        act = next((act for wanted, armed, act in acts if key == wanted and armed.isEnabled()), None)
        return None if act is None else partial(self._keep, act, self._outcome)

    def _keep(self, act: Callable[[], None], outcome: ScanOutcome | None) -> None:
        if self._outcome is outcome:
            act()

    def clear(self) -> None:
        """Go back to the invitation to scan."""
        had = self._outcome is not None
        self._timer.stop()
        self._outcome = None
        self._reset("idle")
        invite(self._body, self._camera, self.guest_asked.emit)
        self._shelf.tidy(self._body)
        if had:
            self.dismissed.emit()

    def _leave_by_itself(self) -> None:
        """A success has been read. Not from under the hand of whoever went along its buttons with Tab."""
        held = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held):
            self._timer.start(STAYS_MS)
        else:
            self.clear()

    def watch(self, camera: Camera) -> None:
        """Show what `camera` sees while nothing else is shown."""
        self._camera = camera
        camera.changed.connect(self._camera_changed)
        self._camera_changed()

    def _camera_changed(self) -> None:
        if self._outcome is None:
            self.clear()

    def show_outcome(self, outcome: ScanOutcome, more: More | None = None) -> None:
        """Show what a scan did, and what else may be chosen."""
        self._handed = 0
        self._keeps_off = False
        self._more = more or More()
        self._show(outcome)

    def drop(self, remedy: Remedy) -> None:
        """Offer this remedy no more: it was done."""
        if self._outcome is None or self._outcome.greeting is None:
            return
        greeting = self._outcome.greeting
        left = tuple(one for one in greeting.remedies if one != remedy)
        notice = greeting.notice if left else ""
        self._show(replace(self._outcome, greeting=replace(greeting, remedies=left, notice=notice)))

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
        head = column(gap=0)
        head.addWidget(self._shelf.label(greeting_words.word(outcome), "word", tone=outcome.verdict.value))
        name = greeting_words.name(outcome)
        head.addWidget(self._shelf.line(name, "name" if len(name) <= LONG_NAME else "name_long"))
        mark = self._shelf.icon(greeting_words.ICONS[outcome.verdict], greeting_words.ink(outcome.verdict), 40)
        self._body.addLayout(row(mark, head, gap=12))
        self._body.setStretch(0, 0)
        self._facts(outcome)
        self._actions(outcome)
        self._shelf.tidy(self._body)
        self.update()  # the same words again are an answer all the same
        self.setAccessibleDescription(greeting_words.spoken(outcome, self._more.guests))
        if outcome.verdict is Verdict.REFUSED:
            self._timer.stop()
        else:
            self._timer.start(STAYS_MS)

    # --- pieces ----------------------------------------------------------------------------------------------

    def _reset(self, tone: str) -> None:
        self._remedies.clear()
        self._choices.clear()
        self._arm_hand_keys(False)
        for key in self._choice_keys:
            key.setEnabled(False)
        self._shelf.clear(self._body)
        # What it holds is dressed by tones of its own.
        set_property(self, "tone", tone, alone=True)

    def _facts(self, outcome: ScanOutcome) -> None:
        if outcome.refused is not None:
            said = outcome.refused.sentence
            self._body.addWidget(self._shelf.label(said, "sentence", wrap=True, tone=outcome.verdict.value))
            return
        greeting = outcome.greeting
        assert greeting is not None
        if greeting.headline:
            self._body.addWidget(self._shelf.label(greeting.headline, wrap=True))
        # Behind an event that opened the door for a lapsed member, the room is named already: its line is worth more.
        where = "" if greeting.notice else greeting_words.where(outcome)
        if where:
            self._body.addWidget(self._shelf.label(where, "muted", wrap=True))
        if outcome.supposed_exit is not None:
            forgotten = translate("Greeting", "Sortie oubliée la dernière fois\u00a0: notée {when}.")
            told = forgotten.format(when=day_time(outcome.supposed_exit))
            self._body.addWidget(self._shelf.label(told, "muted", wrap=True))
        chips = [(text, "") for text in (greeting.cooperator, greeting.booking) if text]
        lay_chips(
            self._body, [self._shelf.chip(text, tone) for text, tone in chips], self.width() - 2 * tokens.INNER_AIR
        )
        guests = greeting_words.guests_in(self._more.guests) if self._more.guests else ""
        for text in (greeting.message, greeting.notice, guests):
            if text:
                self._body.addWidget(self._shelf.chip(text, "soon", wrap=True))
        self._parcel_actions(greeting.parcels)

    def _parcel_actions(self, waiting: int) -> None:
        """One key gives what waits; what was just given can be taken back."""
        if waiting:
            many = translate("Greeting", "{count} colis à remettre").format(count=waiting)
            waits = self._shelf.chip(translate("Greeting", "1 colis à remettre") if waiting == 1 else many, "soon")
            self._body.addLayout(
                row(waits, self._shelf.button(translate("Greeting", "Remettre (R)"), self._hand_over), 1)
            )
            self._arm_hand_keys(True)
        elif self._handed:
            text = translate("Greeting", "{count} colis remis · Annuler").format(count=self._handed)
            if self._handed == 1:
                text = translate("Greeting", "1 colis remis · Annuler")
            self._body.addLayout(row(self._shelf.button(text, self._take_back, kind="link"), 1))

    def _arm_hand_keys(self, armed: bool) -> None:
        for key in self._hand_keys:
            key.setEnabled(armed)

    def _actions(self, outcome: ScanOutcome) -> None:
        if outcome.refused is not None:
            self._offer_remedies(outcome.refused.remedies)
            closing = row(1, self._shelf.button(translate("Greeting", "Fermer"), self.clear, kind="link"))
            self._offer_file(outcome, closing, 0)
            self._body.addLayout(closing)
            return
        if outcome.verdict is Verdict.REPEAT:
            closing = row(1)
            self._offer_file(outcome, closing, 0)
            self._body.addLayout(closing)
            return
        if outcome.greeting is not None:
            self._offer_remedies(outcome.greeting.remedies)
        if outcome.group is not None:
            self._offer_key_of_group()
            return
        self._offer_choices()
        undo = translate("Greeting", "Annuler ({minutes} min)").format(minutes=self._undo_minutes)
        actions = row(self._shelf.button(undo, self._undo, kind="link"), 1)
        self._offer_file(outcome, actions, 1)
        if outcome.verdict is Verdict.IN:
            actions.addWidget(self._shelf.button(translate("Greeting", "Faire sortir"), self._leave, kind="link"))
        self._body.addLayout(actions)

    def _offer_remedies(self, remedies: tuple[Remedy, ...]) -> None:
        for remedy in remedies:
            made = self._shelf.button(remedy.label, self._press)
            self._remedies.append((made, remedy))
            self._body.addWidget(made)

    def _offer_key_of_group(self) -> None:
        """One code for many: the key that changes an answer says that this scan was a way out."""
        for made, _ in self._remedies[:1]:
            made.setText(f"{made.text()} ({CHOICE_KEYS[0]})")
        for key_press in self._choice_keys:
            key_press.setEnabled(bool(self._remedies))

    def _offer_choices(self) -> None:
        """The other entitlements, the first of them with its key; a long title gives way, the key does not."""
        room = self.width() - 2 * tokens.INNER_AIR - scaled(_BUTTON_AIR)
        for index, choice in enumerate(self._more.choices[:_CHOICES_SHOWN]):
            made = self._shelf.button("", self._choose)
            key = f" ({CHOICE_KEYS[0]})" if index == 0 else ""
            made.ensurePolished()
            metrics = made.fontMetrics()
            left = max(room - metrics.horizontalAdvance(key), 1)
            made.setText(metrics.elidedText(choice.label, Qt.TextElideMode.ElideRight, left) + key)
            made.setAccessibleName(choice.label)
            made.setToolTip(choice.label)
            self._choices.append((made, choice.key))
            self._body.addWidget(made)
        for key_press in self._choice_keys:
            key_press.setEnabled(bool(self._choices))

    def _offer_file(self, outcome: ScanOutcome, actions: QHBoxLayout, place: int) -> None:
        if any(remedy.code == "member_file" for _, remedy in self._remedies):
            return  # it is one of the remedies
        if outcome.greeting is not None and outcome.greeting.member_id:
            link = self._shelf.button(translate("Greeting", "Fiche"), self._open_file, kind="link")
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

    def _choose(self) -> None:
        pressed = self.sender()
        for made, key in list(self._choices):
            if made is pressed and self._outcome is not None:
                self.choice_asked.emit(self._outcome.visit_id, key)

    def _choose_first(self) -> None:
        if self._choices and self._outcome is not None:
            self.choice_asked.emit(self._outcome.visit_id, self._choices[0][1])
        elif self._remedies and self._outcome is not None and self._outcome.group is not None:
            self.remedy_asked.emit(self._remedies[0][1])

    def _undo(self) -> None:
        if self._outcome is not None:
            self.undo_asked.emit(self._outcome.visit_id)

    def _leave(self) -> None:
        if self._outcome is not None:
            self.leave_asked.emit(self._outcome.visit_id)
