"""The tools beside the sheet: a new wall, seats, what lies under the floor, files, the draft and its publication."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.language import translate
from desk.plan_editing.parts import NAME_LIMIT
from desk.plan_editing.use_cases import Draft
from views.parts import after_name, button, column, label, named, row, scaled, under_name
from views.plan_editor.words import choice, metres


class SplitTool(QWidget):
    """A new wall through the chosen space. `asked` carries its axis, how far it stands (metres), the new name."""

    asked = Signal(int, float, str)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        body.addWidget(label(translate("PlanTools", "Couper l’espace en deux"), "title"))
        self.axis = choice(translate("PlanTools", "Sens de la cloison"))
        self.axis.addItem(translate("PlanTools", "De haut en bas"), 0)
        self.axis.addItem(translate("PlanTools", "De gauche à droite"), 1)
        self.far = metres(translate("PlanTools", "À cette distance du bord"), 0.0)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(translate("PlanTools", "Nom du nouvel espace"))
        self.button = button(translate("PlanTools", "Couper"), self._ask)
        body.addLayout(under_name(self.axis))
        body.addLayout(after_name(self.far))
        body.addLayout(under_name(self.name))
        body.addLayout(row(self.button, 1))

    def _ask(self) -> None:
        self.asked.emit(int(self.axis.currentData()), self.far.value(), self.name.text())


class FileTool(QWidget):
    """Files in and out, and the width of the drawing that lies under the floor."""

    bring_asked = Signal()
    svg_asked = Signal()
    pdf_asked = Signal()
    width_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        body.addWidget(label(translate("PlanTools", "Fichiers"), "title"))
        self.bring = button(translate("PlanTools", "Importer un SVG…"), self.bring_asked.emit)
        self.bring.setToolTip(translate("PlanTools", "Un plan de la maison, ou un dessin à placer sous l’étage."))
        self.svg = button(translate("PlanTools", "Exporter en SVG…"), self.svg_asked.emit)
        self.pdf = button(translate("PlanTools", "Exporter en PDF…"), self.pdf_asked.emit)
        for made in (self.bring, self.svg, self.pdf):
            body.addWidget(made)
        self.width_of = metres(translate("PlanTools", "Largeur du dessin dessous"), 0.0)
        self.away = button(translate("PlanTools", "Retirer le dessin"), self._take_away, kind="link")
        self._under = QWidget()
        fields = column(self._under, gap=4)
        fields.addWidget(named(self.width_of, "", "muted", wrap=True))
        fields.addLayout(row(self.width_of, 1))
        fields.addLayout(row(self.away, 1))
        body.addWidget(self._under)
        self._filling = False
        self.width_of.valueChanged.connect(self._changed)

    def show_width(self, width: float) -> None:
        """Show how wide what lies under is; nothing lies there at 0."""
        self._filling = True
        self.width_of.setValue(width)
        self._under.setVisible(width > 0)
        self._filling = False

    def _changed(self) -> None:
        if not self._filling and self.width_of.value() > 0:
            self.width_changed.emit(self.width_of.value())

    def _take_away(self) -> None:
        self.width_changed.emit(0.0)


class DraftTool(QWidget):
    """What becomes of the draft: kept, given up, published from a day on; the planned plan withdrawn."""

    keep_asked = Signal()
    restart_asked = Signal()
    publish_asked = Signal(object)
    """The first day of the plan."""
    withdraw_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        body.addWidget(label(translate("PlanTools", "Publier"), "title"))
        self._state = label("", "muted", wrap=True)
        body.addWidget(self._state)
        self.keep = button(translate("PlanTools", "Garder le brouillon"), self.keep_asked.emit)
        self.restart = button(translate("PlanTools", "Repartir du plan publié"), self.restart_asked.emit)
        self.day = QDateEdit()
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setAccessibleName(translate("PlanTools", "Premier jour du plan"))
        self.day.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.day.setFixedWidth(scaled(150))
        self.publish = button("", self._publish, kind="primary")
        body.addWidget(self.keep)
        body.addWidget(self.restart)
        body.addWidget(named(self.day))
        body.addLayout(row(self.day, 1))
        body.addWidget(self.publish)
        self._planned = QWidget()
        coming = column(self._planned, gap=8)
        self._coming = label("", "muted", wrap=True)
        self.withdraw = button("", self.withdraw_asked.emit)
        coming.addWidget(self._coming)
        coming.addWidget(self.withdraw)
        body.addWidget(self._planned)
        self.day.dateChanged.connect(self._name)

    def show_draft(self, draft: Draft, *, is_changed: bool) -> None:
        """Say where the draft stands."""
        words = translate("PlanTools", "C’est le plan publié.")
        if draft.is_outdated:
            words = translate("PlanTools", "Un autre plan a été publié depuis ce brouillon\u00a0: repartez de lui.")
        elif is_changed:
            words = translate("PlanTools", "Brouillon pas encore gardé.")
        elif draft.saved_at is not None:
            words = translate("PlanTools", "Brouillon gardé le {day} à {hour}.")
            words = words.format(day=day_text(draft.saved_at.date()), hour=time_text(draft.saved_at))
        self._state.setText(words)
        first = QDate(draft.earliest.year, draft.earliest.month, draft.earliest.day)
        self.day.setMinimumDate(first)
        self.keep.setEnabled(is_changed)
        self._planned.setVisible(draft.planned is not None)
        if draft.planned is not None:
            coming = translate("PlanTools", "Un plan est prévu pour le {day}\u00a0: il se retire jusqu’à la veille.")
            self._coming.setText(coming.format(day=day_text(draft.planned)))
            words = translate("PlanTools", "Retirer le plan du {day}").format(day=day_text(draft.planned))
            self.withdraw.setText(words)
        self._name()

    def propose(self, day: date) -> None:
        """Put a day in the field, for instance the one from which a withdrawn plan was to be."""
        self.day.setDate(QDate(day.year, day.month, day.day))

    def chosen_day(self) -> date:
        """The day in the field."""
        found = self.day.date()
        return date(found.year(), found.month(), found.day())

    def _name(self) -> None:
        words = translate("PlanTools", "Publier dès le {day}").format(day=day_text(self.chosen_day()))
        self.publish.setText(words)

    def _publish(self) -> None:
        self.publish_asked.emit(self.chosen_day())
