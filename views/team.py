"""The team (F8): who may hold the desk, and who held it when. Managers add people, change PINs and roles."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.staff import FacilitatorListed
from views.handbook import Page
from views.parts import Choices, button, column, empty, label, row, scaled, scrolling, under_name
from views.plan.guard import guarded

SHOWN_SHIFTS = 30
WIDE = 820
"""The least width, at 100 %, in which both halves can be read side by side."""


class TeamPage(Page):
    """People on the left, the last shifts on the right.

    `holder_changed` says that whoever holds the desk has another role now, or no longer holds it.
    """

    holder_changed = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("TeamPage", "L’équipe de l’accueil"))
        self._desk = desk
        self._people: tuple[FacilitatorListed, ...] = ()
        self.people = Choices((), "")
        left = column(gap=10)
        self._choices = column(gap=8)
        left.addLayout(self._choices)
        self._build_act(left)
        left.addStretch(1)
        right = column(gap=10)
        right.addWidget(label(translate("TeamPage", "Les dernières permanences"), "title"))
        self._shifts = column(gap=14)
        right.addLayout(self._shifts, 1)
        inside = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 16, 0)
        self._halves.setSpacing(28)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self.body.addWidget(scrolling(inside), 1)
        self.reload()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halves stand side by side where their words have room, else one under the other."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(WIDE)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _build_act(self, left: QVBoxLayout) -> None:
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.pin.setAccessibleName(translate("TeamPage", "Nouveau code"))
        self.pin.setPlaceholderText(translate("TeamPage", "Quatre chiffres au moins"))
        left.addLayout(under_name(self.pin))
        self._pin_button = button(translate("TeamPage", "Changer son code"), self._change_pin)
        self._role_button = button("", self._change_role)
        self._retire_button = button("", self._retire)
        left.addLayout(row(self._pin_button, 1))
        left.addLayout(row(self._role_button, 1))
        left.addLayout(row(self._retire_button, 1))
        left.addWidget(label(translate("TeamPage", "Ajouter quelqu’un"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(translate("TeamPage", "Nom de la personne"))
        self.name.setPlaceholderText(translate("TeamPage", "Prénom, nom"))
        left.addLayout(under_name(self.name))
        self.new_pin = QLineEdit()
        self.new_pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.new_pin.setMaxLength(12)
        self.new_pin.setAccessibleName(translate("TeamPage", "Son code"))
        self.new_pin.setPlaceholderText(translate("TeamPage", "Quatre chiffres au moins"))
        left.addLayout(under_name(self.new_pin))
        self._enrol_button = button(translate("TeamPage", "Ajouter à l’équipe"), self._enrol, kind="primary")
        left.addWidget(self._enrol_button)
        self._refusal = label("", "refusal", wrap=True)
        left.addWidget(self._refusal)
        self._told = label("", "change", wrap=True)
        left.addWidget(self._told)

    # --- showing ---------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the team and its shifts again; whoever was chosen stays chosen."""
        chosen = self.people.value if self._people else self._desk.staff.holder.id
        self._people = self._desk.staff.everyone()
        empty(self._choices)
        manager = translate("TeamPage", "{name} · gérant·e")
        options = [(p.id, manager.format(name=p.name) if p.is_manager else p.name) for p in self._people]
        self.people = Choices(options, translate("TeamPage", "Personnes de l’équipe"), columns=2)
        self.people.chosen.connect(self._show_chosen)
        known = [p.id for p in self._people]
        if known:
            self.people.choose(chosen if chosen in known else known[0])
        self._choices.addWidget(self.people)
        self._show_chosen()
        self._show_shifts()
        self._say(None)

    def _show_chosen(self, _value: object = None) -> None:
        person = self._chosen()
        self._role_button.setText(
            translate("TeamPage", "Redevient facilitateur·rice")
            if person is not None and person.is_manager
            else translate("TeamPage", "Devient gérant·e")
        )
        holder = self._desk.staff.holder
        own = person is not None and person.id == holder.id
        self._retire_button.setText(
            translate("TeamPage", "Ne plus tenir l’accueil, et verrouiller")
            if own
            else translate("TeamPage", "Ne tient plus l’accueil")
        )
        for widget in (self.pin, self._pin_button):
            _allow(widget, holder.is_manager or own)
        for widget in (self._role_button, self._retire_button, self.name, self.new_pin, self._enrol_button):
            _allow(widget, holder.is_manager)

    def _chosen(self) -> FacilitatorListed | None:
        return next((p for p in self._people if p.id == self.people.value), None)

    def _show_shifts(self) -> None:
        empty(self._shifts)
        for shift in self._desk.staff.shifts(SHOWN_SHIFTS):
            until = translate("TeamPage", "{start} → {end}")
            end = time_text(shift.ended_at) if shift.ended_at else translate("TeamPage", "maintenant")
            when = until.format(start=day_time(shift.started_at), end=end)
            words = column(gap=1)
            words.addWidget(label(shift.name, "strong"))
            words.addWidget(label(when, "muted"))
            if shift.note:
                quoted = translate("TeamPage", "«\u00a0{note}\u00a0»").format(note=shift.note)
                words.addWidget(label(quoted, "", wrap=True))
            self._shifts.addLayout(words)
        self._shifts.addStretch(1)

    def _say(self, refused: Refused | None, done: str = "") -> None:
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)
        self._told.setText(done)
        self._told.setVisible(bool(done))

    # --- acting ----------------------------------------------------------------------------------------------

    def _after(self, refused: Refused | None, done: str) -> None:
        if refused is None:
            self.reload()
        self._say(refused, done if refused is None else "")

    def _change_pin(self) -> None:
        person = self._chosen()
        if person is not None:
            refused = self._desk.staff.change_pin(person.id, self.pin.text())
            self.pin.clear()
            self._after(refused, translate("TeamPage", "Le code de {name} est changé.").format(name=person.name))

    def _change_role(self) -> None:
        person = self._chosen()
        if person is not None:
            refused = self._desk.staff.set_manager(person.id, not person.is_manager)
            self._after(refused, translate("TeamPage", "Le rôle de {name} est changé.").format(name=person.name))
            self._tell_of_holder()

    def _retire(self) -> None:
        person = self._chosen()
        if person is not None:
            refused = self._desk.staff.retire(person.id)
            self._after(refused, translate("TeamPage", "{name} ne tient plus l’accueil.").format(name=person.name))
            self._tell_of_holder()

    def _tell_of_holder(self) -> None:
        """Let the window follow what the holder, a manager until now, did to themselves."""
        if not self._desk.staff.holder.is_manager:
            self.holder_changed.emit()

    def _enrol(self) -> None:
        name = self.name.text()
        answer = self._desk.staff.enrol_facilitator(name, self.new_pin.text())
        refused = answer if isinstance(answer, Refused) else None
        if refused is None:
            self.name.clear()
        self.new_pin.clear()
        self._after(refused, translate("TeamPage", "{name} peut prendre l’accueil.").format(name=name.strip()))


def _allow(widget: QWidget, allowed: bool) -> None:
    """Let `widget` be used, or say why not where the mouse and a screen reader ask."""
    why = "" if allowed else translate("TeamPage", "Seul·e un·e gérant·e peut le faire.")
    widget.setEnabled(allowed)
    widget.setToolTip(why)
    widget.setAccessibleDescription(why)
