"""The table of invoices: plain rows, named columns, a sort role; the filter by state and by what is typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desk.formats import day as day_text
from desk.formats import money
from desk.invoices import InvoiceKind, InvoiceListed, InvoiceState
from desk.language import translate
from desk.names import searchable
from views.invoices.words import state_line

SORT = Qt.ItemDataRole.UserRole
INVOICE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("number", "issued", "customer", "total", "balance", "state")
_FIGURES = ("total", "balance")

Index = QModelIndex | QPersistentModelIndex


class InvoicesModel(QAbstractTableModel):
    """One row a document. `SORT` gives what a column is ordered by, `INVOICE` the row's value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[InvoiceListed, ...] = ()

    def show_rows(self, rows: tuple[InvoiceListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many documents."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the order or the document of a cell."""
        if not index.isValid():
            return None
        invoice, column = self._rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(invoice, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == SORT:
            return _order(invoice, column)
        return invoice if role == INVOICE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        return _alignment(COLUMNS[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


class InvoicesFilter(QSortFilterProxyModel):
    """Keeps the documents of some states (all of them when none is given) that hold what is typed."""

    def __init__(self, model: InvoicesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._states: tuple[InvoiceState, ...] = ()
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def ask(self, text: str, states: tuple[InvoiceState, ...]) -> None:
        """Show only what is in one of `states` and holds `text`."""
        self.beginFilterChange()
        self._wanted, self._states = searchable(text), states
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def invoice(self, row: int) -> InvoiceListed:
        """The document of a row that is shown."""
        found = self.data(self.index(row, 0), INVOICE)
        assert isinstance(found, InvoiceListed)
        return found

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row is of these states and holds what is typed."""
        model = self.sourceModel()
        invoice = model.data(model.index(source_row, 0, source_parent), INVOICE)
        if self._states and invoice.state not in self._states:
            return False
        return all(
            any(word in searchable(_text(invoice, column)) for column in COLUMNS) for word in self._wanted.split()
        )


def _alignment(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _order(invoice: InvoiceListed, column: str) -> str | int:
    match column:
        case "total":
            return invoice.total_cents
        case "balance":
            return invoice.balance_cents
        case "issued":
            return invoice.issued_on.toordinal()
        case "state":
            return f"{invoice.state.value} {invoice.due_on.isoformat()}"
        case _:
            return searchable(_text(invoice, column))


def _heads() -> dict[str, str]:
    return {
        "number": translate("InvoicesTable", "N°"),
        "issued": translate("InvoicesTable", "Émise le"),
        "customer": translate("InvoicesTable", "Client"),
        "total": translate("InvoicesTable", "Total TTC"),
        "balance": translate("InvoicesTable", "Reste à payer"),
        "state": translate("InvoicesTable", "Situation"),
    }


def _text(invoice: InvoiceListed, column: str) -> str:
    match column:
        case "number":
            return invoice.number
        case "issued":
            return day_text(invoice.issued_on)
        case "customer":
            return invoice.customer
        case "total":
            cents = invoice.total_cents
            return money(-cents if invoice.kind is InvoiceKind.CREDIT_NOTE else cents)
        case "balance":
            return money(invoice.balance_cents) if invoice.balance_cents else "–"
        case _:
            return _situation(invoice)


def _situation(invoice: InvoiceListed) -> str:
    if invoice.reminders and invoice.balance_cents:
        pattern = translate("InvoicesTable", "{state}, relances\u00a0: {count}")
        return pattern.format(state=state_line(invoice), count=invoice.reminders)
    return state_line(invoice)
