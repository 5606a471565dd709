"""The table of organisations: plain rows, named columns, a sort role; and the filter that follows what is typed."""

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

from desk.language import translate
from desk.names import GOOD_ENOUGH, searchable, similarity
from desk.organisations import OrganisationListed, grouped
from desk.payments import category_label

SORT = Qt.ItemDataRole.UserRole
ORGANISATION = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("name", "siren", "city", "category", "contact", "status")

Index = QModelIndex | QPersistentModelIndex


class OrganisationsModel(QAbstractTableModel):
    """One row an organisation. `SORT` gives what a column is ordered by, `ORGANISATION` the row's value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OrganisationListed, ...] = ()

    def show_rows(self, rows: tuple[OrganisationListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many organisations."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the order or the organisation of a cell."""
        if not index.isValid():
            return None
        body, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(body, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _text(body, column)
        if role == SORT:
            return searchable(_text(body, column))
        if role == ORGANISATION:
            return body
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class OrganisationsFilter(QSortFilterProxyModel):
    """Keeps the organisations that resemble what is typed; those put away only when `away` asks for them."""

    def __init__(self, model: OrganisationsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._away = False
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def ask(self, text: str, *, away: bool) -> None:
        """Show only what resembles `text`; everyone when it is empty."""
        self.beginFilterChange()
        self._wanted, self._away = searchable(text), away
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def organisation(self, row: int) -> OrganisationListed:
        """The organisation of a row that is shown."""
        found = self.data(self.index(row, 0), ORGANISATION)
        assert isinstance(found, OrganisationListed)
        return found

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row resembles what is typed."""
        model = self.sourceModel()
        body = model.data(model.index(source_row, 0, source_parent), ORGANISATION)
        if body.is_archived and not self._away:
            return False
        return not self._wanted or matches(self._wanted, body)


def matches(wanted: str, body: OrganisationListed) -> bool:
    """Whether a searchable text finds an organisation: by its name, its SIREN, its town, its price, its situation."""
    digits = wanted.replace(" ", "")
    if digits.isdigit():
        return body.siren.startswith(digits)
    others = (_text(body, column) for column in ("city", "category", "contact", "status"))
    return similarity(wanted, searchable(body.name)) >= GOOD_ENOUGH or any(wanted in searchable(o) for o in others)


def _heads() -> dict[str, str]:
    return {
        "name": translate("OrganisationsTable", "Nom"),
        "siren": translate("OrganisationsTable", "SIREN"),
        "city": translate("OrganisationsTable", "Ville"),
        "category": translate("OrganisationsTable", "Tarif"),
        "contact": translate("OrganisationsTable", "Contact"),
        "status": translate("OrganisationsTable", "Situation"),
    }


def _text(body: OrganisationListed, column: str) -> str:
    match column:
        case "name":
            return body.name
        case "siren":
            return grouped(body.siren) or "–"
        case "city":
            return body.city or "–"
        case "category":
            return category_label(body.category)
        case "contact":
            return body.contact or "–"
        case _:
            if body.is_archived:
                return translate("OrganisationsTable", "archivée")
            return translate("OrganisationsTable", "tarif à justifier") if body.lacks_reason else ""
