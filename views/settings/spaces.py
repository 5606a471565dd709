"""Wholes made of spaces, and spaces that are out of order."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.plan import SpaceFact, SpaceNow
from desk.wholes import Whole
from views.bookings.fields import space_box
from views.bookings.places import places
from views.parts import button, column, empty, label, row, under_name
from views.settings.section import Section, Sheet

NAME_LIMIT = 80
COLUMNS = 3


class WholesSection(Section):
    """The wholes of the house, and one more."""

    def __init__(self, desk: FrontDesk) -> None:
        why = translate(
            "WholesSection",
            "Un ensemble se réserve d’un coup, par exemple tout un étage\u00a0: il prend alors tous ses espaces, et un"
            " seul d’entre eux réservé le prend aussi.",
        )
        super().__init__(desk, translate("WholesSection", "Les ensembles d’espaces"), why)
        self._removals: dict[QObject, Whole] = {}
        self._known = column(gap=4)
        self.body.addLayout(self._known)
        self._form = Sheet()
        form = column(self._form, gap=8)
        form.addWidget(label(translate("WholesSection", "Nouvel ensemble"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(translate("WholesSection", "Nom de l’ensemble"))
        form.addLayout(under_name(self.name))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        self._spaces = [place for place in places(desk) if not place.parts]
        self.boxes: dict[str, QCheckBox] = {}
        for place, space in enumerate(self._spaces):
            self.boxes[space.id] = QCheckBox(space.name)
            grid.addWidget(self.boxes[space.id], place // COLUMNS, place % COLUMNS)
        form.addLayout(grid)
        self.rentable = QCheckBox(translate("WholesSection", "Se loue à une organisation"))
        self.add_button = button(translate("WholesSection", "Créer cet ensemble"), self._declare, kind="primary")
        form.addWidget(self.rentable)
        form.addLayout(row(self.add_button, 1))
        self.body.addWidget(self._form)
        self.build_foot()
        self.reload()

    @property
    def first(self) -> QWidget:
        """The name, where it can be typed."""
        return self.name if self.may_change else self

    def reload(self) -> None:
        """Read the wholes again."""
        empty(self._known)
        self._removals.clear()
        wholes = self.desk.wholes.everything()
        for whole in wholes:
            made = button(translate("WholesSection", "Retirer"), self._remove, kind="link")
            made.setAccessibleName(translate("WholesSection", "Retirer {name}").format(name=whole.name))
            self._removals[made] = whole
            line = row(label(self._words(whole), "", wrap=True), made)
            line.setStretch(0, 1)
            self._known.addLayout(line)
            made.setVisible(self.may_change)
        if not wholes:
            none = translate("WholesSection", "Aucun ensemble\u00a0: chaque espace se réserve seul.")
            self._known.addWidget(label(none, "muted", wrap=True))
        self._form.setVisible(self.may_change)
        self.hush()

    def _words(self, whole: Whole) -> str:
        names = {space.id: space.name for space in self._spaces}
        parts = ", ".join(names.get(part, part) for part in whole.parts)
        pattern = translate("WholesSection", "{name}\u00a0: {spaces}")
        if whole.rentable:
            pattern = translate("WholesSection", "{name} (se loue)\u00a0: {spaces}")
        return pattern.format(name=whole.name, spaces=parts)

    def _declare(self) -> None:
        chosen = tuple(space for space, box in self.boxes.items() if box.isChecked())
        made = self.desk.wholes.declare(self.name.text(), chosen, rentable=self.rentable.isChecked())
        if isinstance(made, Refused):
            self.refuse(made)
            return
        self.name.clear()
        for box in (*self.boxes.values(), self.rentable):
            box.setChecked(False)
        self.reload()
        done = translate("WholesSection", "{name} est un ensemble.")
        if made.rentable:
            done = translate(
                "WholesSection", "{name} est un ensemble\u00a0: ses prix se fixent dans les tarifs (Ctrl T)."
            )
        self.tell(done.format(name=made.name), (made, True))

    def _remove(self) -> None:
        whole = self._removals[self.sender()]
        refused = self.desk.wholes.remove(whole.id)
        if refused is not None:
            self.refuse(refused)
            return
        self.reload()
        self.tell(translate("WholesSection", "{name} n’est plus un ensemble.").format(name=whole.name), (whole, False))

    def take_back(self, back: object) -> Refused | None:
        """Take away what was made, or make again what was taken away."""
        assert isinstance(back, tuple)
        whole, was_made = back
        assert isinstance(whole, Whole)
        answer = (
            self.desk.wholes.remove(whole.id)
            if was_made
            else self.desk.wholes.declare(whole.name, whole.parts, rentable=whole.rentable)
        )
        if isinstance(answer, Refused):
            return answer
        self.reload()
        self.tell(translate("WholesSection", "C’est comme avant."))
        return None


class ClosedSpacesSection(Section):
    """The spaces that are out of order: whoever holds the desk may say so, and say that it is over."""

    def __init__(self, desk: FrontDesk) -> None:
        why = translate(
            "ClosedSpaces",
            "Un espace hors service ne se réserve plus, et le plan dit pourquoi. Ce qui y est réservé reste\u00a0:"
            " prévenez ces personnes.",
        )
        super().__init__(desk, translate("ClosedSpaces", "Les espaces hors service"), why)
        self._openings: dict[QObject, SpaceNow] = {}
        self._known = column(gap=4)
        self.body.addLayout(self._known)
        self.body.addWidget(label(translate("ClosedSpaces", "Mettre hors service"), "title"))
        self.space = space_box(places(desk), translate("ClosedSpaces", "Espace"))
        self.note = QLineEdit()
        self.note.setMaxLength(NAME_LIMIT)
        self.note.setAccessibleName(translate("ClosedSpaces", "Pourquoi"))
        self.note.setPlaceholderText(translate("ClosedSpaces", "Un mot\u00a0: fuite, peinture…"))
        self.close_button = button(translate("ClosedSpaces", "Fermer cet espace"), self._close, kind="primary")
        for field in (self.space, self.note):
            self.body.addLayout(under_name(field))
        self.body.addLayout(row(self.close_button, 1))
        self.build_foot()
        self.reload()

    @property
    def first(self) -> QWidget:
        """The space."""
        return self.space

    def _closed(self) -> dict[str, SpaceNow]:
        now = self.desk.plan.at(None)
        return {s.id: s for s in (*now.spaces, *now.wholes) if s.fact is SpaceFact.OUT_OF_ORDER and s.note}

    def reload(self) -> None:
        """Read again which are out of order."""
        empty(self._known)
        self._openings.clear()
        closed = self._closed()
        for space in closed.values():
            made: QPushButton = button(translate("ClosedSpaces", "Rouvrir"), self._open, kind="link")
            made.setAccessibleName(translate("ClosedSpaces", "Rouvrir {space}").format(space=space.name))
            self._openings[made] = space
            line = row(label(closed_words(space.name, space.note), "", wrap=True), made)
            line.setStretch(0, 1)
            self._known.addLayout(line)
        if not closed:
            none = translate("ClosedSpaces", "Aucun espace n’est hors service.")
            self._known.addWidget(label(none, "muted", wrap=True))
        self.hush()

    def _close(self) -> None:
        space_id, name = str(self.space.currentData()), self.space.currentText()
        known = self._closed().get(space_id)
        refused = self.desk.wholes.put_out_of_order(space_id, self.note.text())
        if refused is not None:
            self.refuse(refused)
            return
        words = closed_words(name, " ".join(self.note.text().split()))
        self.note.clear()
        self.reload()
        self.tell(words, (space_id, known.note if known is not None else ""))

    def _open(self) -> None:
        space = self._openings[self.sender()]
        refused = self.desk.wholes.put_back_in_order(space.id)
        if refused is not None:
            self.refuse(refused)
            return
        self.reload()
        self.tell(translate("ClosedSpaces", "{space} est rouvert.").format(space=space.name), (space.id, space.note))

    def take_back(self, back: object) -> Refused | None:
        """Open again what was closed, or close it with the note it had."""
        assert isinstance(back, tuple)
        space_id, note = back
        wholes = self.desk.wholes
        refused = wholes.put_out_of_order(space_id, note) if note else wholes.put_back_in_order(space_id)
        if refused is None:
            self.reload()
            self.tell(translate("ClosedSpaces", "C’est comme avant."))
        return refused


def closed_words(space: str, note: str) -> str:
    """A space out of order and why."""
    return translate("ClosedSpaces", "{space}\u00a0: {note}").format(space=space, note=note)
