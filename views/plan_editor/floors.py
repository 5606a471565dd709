"""The floors of the plan that is edited: one more, another name, an empty one less."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.floorplan import Floor
from desk.language import translate
from desk.plan_editing.parts import NAME_LIMIT
from views.parts import button, column, label, under_name


class FloorTool(QWidget):
    """The floor that is shown: `renamed` carries its new name; `added` and `removed` say what is wanted."""

    added = Signal()
    renamed = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        body.addWidget(label(translate("FloorTool", "Étages"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(translate("FloorTool", "Nom de l’étage"))
        self.name.editingFinished.connect(self._rename)
        self.add = button(translate("FloorTool", "Ajouter un étage"), self.added.emit)
        self.remove = button(translate("FloorTool", "Retirer l’étage"), self.removed.emit)
        self._why = label("", "muted", wrap=True)
        body.addLayout(under_name(self.name))
        for part in (self.add, self.remove, self._why):
            body.addWidget(part)
        self._shown = ""

    def show_floor(self, floor: Floor, *, is_only: bool) -> None:
        """Show a floor; `is_only` when the house has no other."""
        self._shown = floor.name
        self.name.setText(floor.name)
        self.remove.setEnabled(not floor.spaces and not is_only)
        why = ""
        if floor.spaces:
            why = translate("FloorTool", "Un étage se retire quand il n’a plus d’espace.")
        elif is_only:
            why = translate("FloorTool", "C’est le seul étage de la maison.")
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _rename(self) -> None:
        if self.name.text() != self._shown:
            self.renamed.emit(self.name.text())
