"""What a space is, beside the sheet: its name, its kind, its place and size in metres, its chairs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from desk import polygons
from desk.floorplan import SpaceShape
from desk.language import translate
from desk.plan_editing.edits import MOST_CHAIRS, Details
from desk.plan_editing.parts import MOST_METRES, NAME_LIMIT
from views.parts import column, named, scaled, under_name
from views.plan_editor.words import FIELD_WIDTH, choice, kinds, metres


class SpaceFields(QWidget):
    """The fields of the chosen space. `described` when what it is was changed, `placed` where it stands (a box)."""

    described = Signal(object)
    placed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(translate("SpaceFields", "Nom de l’espace"))
        self.kind = choice(translate("SpaceFields", "Ce qu’est l’espace"))
        for code, words in kinds():
            self.kind.addItem(words, code)
        body.addLayout(under_name(self.name))
        body.addLayout(under_name(self.kind))
        self.left = metres(translate("SpaceFields", "Depuis la gauche"), -MOST_METRES)
        self.top = metres(translate("SpaceFields", "Depuis le haut"), -MOST_METRES)
        self.wide = metres(translate("SpaceFields", "Largeur"), 0.0)
        self.high = metres(translate("SpaceFields", "Hauteur"), 0.0)
        self.seats = QSpinBox()
        self.seats.setRange(0, MOST_CHAIRS)
        self.seats.setAccessibleName(translate("SpaceFields", "Places assises"))
        self.seats.setKeyboardTracking(False)
        self.seats.setFixedWidth(scaled(FIELD_WIDTH))
        self.seats.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for line, field in enumerate((self.left, self.top, self.wide, self.high, self.seats)):
            grid.addWidget(named(field), line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(0, 1)
        body.addLayout(grid)
        self.rentable = QCheckBox(translate("SpaceFields", "Se loue"))
        self.counted = QCheckBox(translate("SpaceFields", "Compte dans la surface"))
        body.addWidget(self.rentable)
        body.addWidget(self.counted)
        self._shown: SpaceShape | None = None
        self._filling = False
        self.name.editingFinished.connect(self._described)
        self.kind.activated.connect(self._described)
        self.seats.valueChanged.connect(self._described)
        self.rentable.clicked.connect(self._described)
        self.counted.clicked.connect(self._described)
        for field in (self.left, self.top, self.wide, self.high):
            field.valueChanged.connect(self._placed)

    def show_space(self, space: SpaceShape | None, step: float) -> None:
        """Fill the fields; None when no space is chosen."""
        self._filling, self._shown = True, space
        self.setEnabled(space is not None)
        self.name.setText(space.name if space else "")
        self.kind.setCurrentIndex(self.kind.findData(space.kind) if space else -1)
        left, top, right, bottom = polygons.bounds(space.outline) if space else (0.0, 0.0, 0.0, 0.0)
        places = (self.left, left), (self.top, top), (self.wide, right - left), (self.high, bottom - top)
        for field, value in places:
            field.setSingleStep(step)
            field.setValue(value)
        self.seats.setValue(space.seats if space else 0)
        self.rentable.setChecked(space.rentable if space else False)
        self.counted.setChecked(space.counted if space else False)
        self._filling = False

    def _described(self) -> None:
        if self._filling or self._shown is None:
            return
        wanted = Details(
            self.name.text(), str(self.kind.currentData()), self.seats.value(), self.rentable.isChecked(),
            self.counted.isChecked(),
        )  # fmt: skip
        shown = self._shown
        if wanted != Details(shown.name, shown.kind, shown.seats, shown.rentable, shown.counted):
            self.described.emit(wanted)

    def _placed(self) -> None:
        if not self._filling and self._shown is not None:
            self.placed.emit((self.left.value(), self.top.value(), self.wide.value(), self.high.value()))
