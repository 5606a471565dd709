"""The table of closings: the reading of the moment first, then the closings, the last one first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.closings.office import ClosingListed, OpenDay
from desk.formats import money
from desk.language import translate

COLUMNS = ("number", "title", "sales", "total", "difference")

Index = QModelIndex | QPersistentModelIndex


class ClosingsModel(QAbstractTableModel):
    """Row 0 is the open day; `closing` is None for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDay | None = None
        self._rows: tuple[ClosingListed, ...] = ()

    def show_rows(self, waiting: OpenDay, rows: tuple[ClosingListed, ...]) -> None:
        """Show these in place of the others."""
        self.beginResetModel()
        self._open, self._rows = waiting, rows
        self.endResetModel()

    def closing(self, row: int) -> ClosingListed | None:
        """The closing of a row, None for the reading."""
        return self._rows[row - 1] if row > 0 else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The reading, and how many closings."""
        return 0 if parent.isValid() or self._open is None else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; figures stand on the right."""
        if not index.isValid() or self._open is None:
            return None
        column = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            made = self.closing(index.row())
            return _open_text(self._open, column) if made is None else _text(made, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                "number": translate("ClosingsTable", "Numéro"),
                "title": translate("ClosingsTable", "Période"),
                "sales": translate("ClosingsTable", "Ventes"),
                "total": translate("ClosingsTable", "Total TTC"),
                "difference": translate("ClosingsTable", "Écart"),
            }[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None


def _alignment(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in ("number", "title") else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _open_text(waiting: OpenDay, column: str) -> str:
    return {
        "number": translate("ClosingsTable", "Lecture (X)"),
        "title": translate("ClosingsTable", "en cours"),
        "sales": str(waiting.sales),
        "total": money(waiting.total_cents),
        "difference": "",
    }[column]


def _text(made: ClosingListed, column: str) -> str:
    return {
        "number": made.number,
        "title": made.title,
        "sales": str(made.sales),
        "total": money(made.total_cents),
        "difference": "" if made.difference_cents is None else money(made.difference_cents),
    }[column]
