"""The price list as a table: a line for each product and unit, a column for each category."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.formats import money
from desk.language import translate
from desk.payments import category_label
from desk.prices import CATEGORIES, PriceCell, PriceRow
from desk.tax_sides import amount_words, side_of

FIRST_PRICE = 1

Index = QModelIndex | QPersistentModelIndex


class PricesModel(QAbstractTableModel):
    """Rows of the price list, as they stand on a day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PriceRow, ...] = ()

    def show_rows(self, rows: tuple[PriceRow, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> PriceRow:
        """The product and unit of a line."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many products and units."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The product, then each category."""
        return 0 if parent.isValid() else FIRST_PRICE + len(CATEGORIES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() < FIRST_PRICE:
                what = line.words
                if line.family:
                    what = translate("PricesTable", "{family} · {what}").format(family=line.family, what=what)
                pattern = translate("PricesTable", "{what} (TTC)")
                if not line.tax_included:
                    pattern = translate("PricesTable", "{what} (HT)")
                if line.is_withdrawn:
                    pattern = translate("PricesTable", "{what} (retiré de la vente)")
                return pattern.format(what=what)
            return cell_words(line.cells[index.column() - FIRST_PRICE])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= FIRST_PRICE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section < FIRST_PRICE:
                return translate("PricesTable", "Ce qui se vend")
            # On two lines where it has two parts: the head of a column of prices need not be wider than they are.
            return category_label(CATEGORIES[section - FIRST_PRICE]).replace(" (", "\n(")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section < FIRST_PRICE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def side_words(line: PriceRow, cents: int) -> str:
    """An amount on its side of VAT."""
    return amount_words(cents, side_of(tax_included=line.tax_included))


def cell_words(cell: PriceCell) -> str:
    """What a category pays, and under it the next price: side by side they would leave no room for the names."""
    now = "–" if cell.cents is None else money(cell.cents)
    return f"{now}\n→ {money(cell.planned[0].value)}" if cell.planned else now
