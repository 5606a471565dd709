"""The lines of a file as a table: where, who, and why not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.imports import ImportLine
from desk.language import translate

COLUMNS = ("line", "name", "reason")

Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractTableModel):
    """One row a line of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ImportLine, ...] = ()

    def show_lines(self, rows: tuple[ImportLine, ...]) -> None:
        """Show these lines in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; a reason too long for its column is read in its tool tip."""
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and column == "reason"):
            right = translate("ImportLines", "Sera importé·e.")
            return {"line": str(line.line), "name": line.name or "–", "reason": line.reason or right}[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "line":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            words = (
                translate("ImportLines", "Ligne"),
                translate("ImportLines", "Nom"),
                translate("ImportLines", "Ce qu’il en est"),
            )
            return words[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
