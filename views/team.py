"""The team (F8): who may hold the desk, and who held it when. Managers add people, change PINs and roles."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.staff import FacilitatorListed
from views.handbook import Page
from views.parts import Choices, button, column, empty, label, row, scrolling

SHOWN_SHIFTS = 30


class TeamPage(Page):
    """People on the left, the last shifts on the right."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("TeamPage", "L’équipe de l’accueil"))
        self._desk = desk
        self._people: tuple[FacilitatorListed, ...] = ()
        self.people = Choices((), "")
        halves = QHBoxLayout()
        halves.setSpacing(28)
        left = column(gap=10)
        self._choices = column(gap=8)
        left.addLayout(self._choices)
        self._build_act(left)
        left.addStretch(1)
        right = column(gap=10)
        right.addWidget(label(translate("TeamPage", "Les dernières permanences"), "title"))
        inside = QWidget()
        self._shifts = column(inside, gap=14)
        right.addWidget(scrolling(inside), 1)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        self.body.addLayout(halves, 1)
        self.reload()

    def _build_act(self, left: QVBoxLayout) -> None:
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.pin.setAccessibleName(translate("TeamPage", "Nouveau code"))
        self.pin.setPlaceholderText(translate("TeamPage", "Nouveau code, quatre chiffres au moins"))
        left.addWidget(self.pin)
        self._pin_button = button(translate("TeamPage", "Changer son code"), self._change_pin)
        self._role_button = button("", self._change_role)
        self._retire_button = button(translate("TeamPage", "Ne tient plus l’accueil"), self._retire)
        holder = QWidget()
        holder.setLayout(row(self._pin_button, self._role_button, self._retire_button, 1))
        left.addWidget(holder)
        left.addWidget(label(translate("TeamPage", "Ajouter quelqu’un"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(translate("TeamPage", "Nom de la personne"))
        self.name.setPlaceholderText(translate("TeamPage", "Prénom, nom"))
        left.addWidget(self.name)
        self.new_pin = QLineEdit()
        self.new_pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.new_pin.setMaxLength(12)
        self.new_pin.setAccessibleName(translate("TeamPage", "Son code"))
        self.new_pin.setPlaceholderText(translate("TeamPage", "Son code, quatre chiffres au moins"))
        left.addWidget(self.new_pin)
        left.addWidget(button(translate("TeamPage", "Ajouter à l’équipe"), self._enrol, kind="primary"))
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

    def _retire(self) -> None:
        person = self._chosen()
        if person is not None:
            refused = self._desk.staff.retire(person.id)
            self._after(refused, translate("TeamPage", "{name} ne tient plus l’accueil.").format(name=person.name))

    def _enrol(self) -> None:
        name = self.name.text()
        answer = self._desk.staff.enrol_facilitator(name, self.new_pin.text())
        refused = answer if isinstance(answer, Refused) else None
        if refused is None:
            self.name.clear()
        self.new_pin.clear()
        self._after(refused, translate("TeamPage", "{name} peut prendre l’accueil.").format(name=name.strip()))
