"""The sales of a day as a table: plain rows, named columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.formats import money
from desk.formats import time as time_text
from desk.language import translate
from desk.sales_book import SaleListed

COLUMNS = ("number", "at", "what", "customer", "modes", "total", "state", "operator")
_RIGHT = frozenset({"total"})

Index = QModelIndex | QPersistentModelIndex


class SalesModel(QAbstractTableModel):
    """One row a sale or a correction."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SaleListed, ...] = ()

    def show_rows(self, rows: tuple[SaleListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def sale(self, row: int) -> SaleListed:
        """The sale of a line."""
        return self._rows[row]

    def place_of(self, sale_id: str) -> int:
        """The line of a sale, -1 when it is not shown."""
        return next((place for place, sale in enumerate(self._rows) if sale.id == sale_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many sales."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(self._rows[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(COLUMNS[section])
        return None


def _side(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _heads() -> dict[str, str]:
    return {
        "number": translate("SalesTable", "N°"),
        "at": translate("SalesTable", "Heure"),
        "what": translate("SalesTable", "Vendu"),
        "customer": translate("SalesTable", "Client"),
        "modes": translate("SalesTable", "Payé par"),
        "total": translate("SalesTable", "Total TTC"),
        "state": translate("SalesTable", "État"),
        "operator": translate("SalesTable", "Servi par"),
    }


def _text(sale: SaleListed, column: str) -> str:
    match column:
        case "at":
            return time_text(sale.at)
        case "total":
            return money(sale.total_cents)
        case "customer" | "modes" | "operator":
            return str(getattr(sale, column)) or "–"
        case _:
            return str(getattr(sale, column))
