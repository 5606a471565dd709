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
from desk.pins import choice_problem
from desk.staff import FacilitatorListed
from views.handbook import Page
from views.parts import Choices, button, column, empty, label, pin_field, row, scaled, scrolling, under_name
from views.plan.guard import guarded
from views.unfinished import is_typed

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
        self._gone: FacilitatorListed | None = None
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
        self._build_foot()
        self.reload()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halves stand side by side where their words have room, else one under the other."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(WIDE)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _build_act(self, left: QVBoxLayout) -> None:
        only = translate(
            "TeamPage",
            "Seul·e un·e gérant·e ajoute ou retire quelqu’un, change un rôle ou le code d’une autre personne\u00a0:"
            " demandez-lui.",
        )
        self._only = label(only, "chip", wrap=True)
        self._pins = self._pin_box()
        self._duties = self._duty_box()
        self._newcomer = self._newcomer_box()
        for widget in (self._only, self._pins, self._duties, self._newcomer):
            left.addWidget(widget)

    def _build_foot(self) -> None:
        """What was done, or why not: below what scrolls, so that it is seen wherever the button was."""
        self._refusal = label("", "refusal", wrap=True)
        self._told = label("", "change", wrap=True)
        self.back_button = button(translate("TeamPage", "Annuler"), self._take_back, kind="link")
        self.body.addWidget(self._refusal)
        line = row(self._told, self.back_button)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def _pin_box(self) -> QWidget:
        box = QWidget()
        body = column(box, gap=10)
        hint = translate("TeamPage", "Quatre chiffres au moins")
        self.present = pin_field(translate("TeamPage", "Votre code actuel"))
        self.pin = pin_field(translate("TeamPage", "Nouveau code"), hint)
        self.pin_again = pin_field(translate("TeamPage", "Nouveau code, encore une fois"))
        self._present = QWidget()
        column(self._present).addLayout(under_name(self.present))
        body.addWidget(self._present)
        for field in (self.pin, self.pin_again):
            body.addLayout(under_name(field))
        self._pin_button = button(translate("TeamPage", "Changer son code"), self._change_pin)
        body.addLayout(row(self._pin_button, 1))
        return box

    def _duty_box(self) -> QWidget:
        box = QWidget()
        body = column(box, gap=10)
        self._role_button = button("", self._change_role)
        self._retire_button = button("", self._retire)
        for made in (self._role_button, self._retire_button):
            body.addLayout(row(made, 1))
        return box

    def _newcomer_box(self) -> QWidget:
        box = QWidget()
        body = column(box, gap=10)
        body.addWidget(label(translate("TeamPage", "Ajouter quelqu’un"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(translate("TeamPage", "Nom de la personne"))
        self.name.setPlaceholderText(translate("TeamPage", "Prénom, nom"))
        self.new_pin = pin_field(
            translate("TeamPage", "Son code"), translate("TeamPage", "Quatre chiffres au moins")
        )  # fmt: skip
        self.new_pin_again = pin_field(translate("TeamPage", "Son code, encore une fois"))
        for field in (self.name, self.new_pin, self.new_pin_again):
            body.addLayout(under_name(field))
        self._enrol_button = button(translate("TeamPage", "Ajouter à l’équipe"), self._enrol, kind="primary")
        body.addWidget(self._enrol_button)
        return box

    # --- showing ---------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the team and its shifts again; whoever was chosen stays chosen."""
        chosen = self.people.value if self._people else self._desk.staff.holder.id
        self._people = self._desk.staff.everyone()
        empty(self._choices)
        manager = translate("TeamPage", "{name} · gérant·e")
        options = [(p.id, manager.format(name=p.name) if p.is_manager else p.name) for p in self._people]
        self.people = Choices(options, translate("TeamPage", "Personnes de l’équipe"), even=True)
        self.people.chosen.connect(self._show_chosen)
        known = [p.id for p in self._people]
        if known:
            self.people.choose(chosen if chosen in known else known[0])
        self._choices.addWidget(self.people)
        self._show_chosen()
        self._show_shifts()
        self._say(None)

    @property
    def is_begun(self) -> bool:
        """Whether a name or a code is typed that was not kept yet."""
        return is_typed(self)

    def come_back(self) -> None:
        """The team may have changed; what is typed stays."""
        self.reload()

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
        self._pin_button.setText(
            translate("TeamPage", "Changer votre code") if own else translate("TeamPage", "Changer son code")
        )
        self._only.setVisible(not holder.is_manager)
        self._pins.setVisible(own or (holder.is_manager and person is not None))
        self._present.setVisible(own)
        self._duties.setVisible(holder.is_manager and person is not None)
        self._newcomer.setVisible(holder.is_manager)

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
        self.back_button.hide()

    # --- acting ----------------------------------------------------------------------------------------------

    def _after(self, refused: Refused | None, done: str) -> None:
        if refused is None:
            self.reload()
        self._say(refused, done if refused is None else "")

    def _change_pin(self) -> None:
        person = self._chosen()
        if person is None:
            return
        pin, present = self.pin.text(), self.present.text()
        refused = choice_problem(pin, self.pin_again.text())
        refused = refused or self._desk.staff.change_pin(person.id, pin, present)
        for field in (self.present, self.pin, self.pin_again):
            field.clear()
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
            if refused is None:
                self._offer_back(person)
            self._tell_of_holder()

    def _offer_back(self, person: FacilitatorListed) -> None:
        """The way back; nobody is chosen, so that a second click on the same place retires nobody else."""
        self._gone = person
        self.people.forget()
        self._show_chosen()
        self.back_button.show()
        self.back_button.setFocus()

    def _take_back(self) -> None:
        person = self._gone
        if person is not None:
            refused = self._desk.staff.take_back(person.id)
            self._after(refused, translate("TeamPage", "{name} tient de nouveau l’accueil.").format(name=person.name))
            if refused is None:
                self.people.choose(person.id)
                self._show_chosen()

    def _tell_of_holder(self) -> None:
        """Let the window follow what the holder, a manager until now, did to themselves."""
        if not self._desk.staff.holder.is_manager:
            self.holder_changed.emit()

    def _enrol(self) -> None:
        name, pin = self.name.text(), self.new_pin.text()
        refused = choice_problem(pin, self.new_pin_again.text()) if name.strip() else None
        if refused is None:
            answer = self._desk.staff.enrol_facilitator(name, pin)
            refused = answer if isinstance(answer, Refused) else None
        if refused is None:
            self.name.clear()
        for field in (self.new_pin, self.new_pin_again):
            field.clear()
        self._after(refused, translate("TeamPage", "{name} peut prendre l’accueil.").format(name=name.strip()))
