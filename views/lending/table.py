"""The table of things that are lent: plain rows, named columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.language import translate
from desk.lending import ThingListed, kind_words

COLUMNS = ("name", "kind", "state", "who")

Index = QModelIndex | QPersistentModelIndex


class ThingsModel(QAbstractTableModel):
    """One row a thing, in the order of the registry: what is late first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ThingListed, ...] = ()

    def show_rows(self, rows: tuple[ThingListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def thing(self, row: int) -> ThingListed:
        """The thing of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many things."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return _text(self._rows[index.row()], COLUMNS[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _heads() -> dict[str, str]:
    return {
        "name": translate("ThingsTable", "Objet"),
        "kind": translate("ThingsTable", "Nature"),
        "state": translate("ThingsTable", "Où il est"),
        "who": translate("ThingsTable", "Prêté à"),
    }


def _text(thing: ThingListed, column: str) -> str:
    match column:
        case "name":
            return thing.name
        case "kind":
            return kind_words(thing.kind)
        case "who":
            return thing.loan.who or "–" if thing.loan is not None else ""
        case _:
            return state_words(thing)


def state_words(thing: ThingListed) -> str:
    """Where a thing is."""
    if thing.loan is None:
        return translate("ThingsTable", "retiré") if thing.is_retired else translate("ThingsTable", "là")
    pattern = translate("ThingsTable", "prêté jusqu’à {when}")
    if thing.loan.is_late:
        pattern = translate("ThingsTable", "en retard depuis {when}")
    return pattern.format(when=thing.loan.due_words)
