"""The table of members: plain rows, named columns, a sort role; and the filter that follows what is typed."""

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
from desk.language import translate
from desk.members import MemberListed
from desk.names import GOOD_ENOUGH, searchable, similarity

SORT = Qt.ItemDataRole.UserRole
MEMBER = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("number", "name", "plan", "validity", "left", "card", "status")
_FIGURES = frozenset({"number", "left"})
_NEVER = -1

Index = QModelIndex | QPersistentModelIndex


class MembersModel(QAbstractTableModel):
    """One row a member. `SORT` gives what a column is ordered by, `MEMBER` the row's value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MemberListed, ...] = ()

    def show_members(self, rows: tuple[MemberListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many members."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the order or the member of a cell."""
        if not index.isValid():
            return None
        member, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(member, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == "name":
            return member.name
        if role == SORT:
            return _order(member, column)
        if role == MEMBER:
            return member
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _FIGURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section] in _FIGURES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class MembersFilter(QSortFilterProxyModel):
    """Keeps the members that resemble what is typed: a name with slips in it, a number, a plan or a situation."""

    def __init__(self, model: MembersModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def ask(self, text: str) -> None:
        """Show only who resembles `text`; everyone when it is empty."""
        self.beginFilterChange()
        self._wanted = searchable(text)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def member(self, row: int) -> MemberListed:
        """The member of a row that is shown."""
        found = self.data(self.index(row, 0), MEMBER)
        assert isinstance(found, MemberListed)
        return found

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row resembles what is typed."""
        model = self.sourceModel()
        member = model.data(model.index(source_row, 0, source_parent), MEMBER)
        return not self._wanted or matches(self._wanted, member)


def matches(wanted: str, member: MemberListed) -> bool:
    """Whether a searchable text finds a member."""
    if wanted.isdigit():
        return str(member.number).startswith(wanted)
    others = (searchable(member.plan), searchable(member.situation))
    return similarity(wanted, searchable(member.name)) >= GOOD_ENOUGH or any(wanted in text for text in others)


def _heads() -> dict[str, str]:
    return {
        "number": translate("MembersTable", "N°"),
        "name": translate("MembersTable", "Nom"),
        "plan": translate("MembersTable", "Formule"),
        "validity": translate("MembersTable", "Jusqu’au"),
        "left": translate("MembersTable", "Reste"),
        "card": translate("MembersTable", "Carte"),
        "status": translate("MembersTable", "Situation"),
    }


def _text(member: MemberListed, column: str) -> str:
    held = member.held
    match column:
        case "number":
            return str(member.number)
        case "name":
            return member.name
        case "plan":
            return member.plan or "–"
        case "validity":
            return "–" if held is None else day_text(held.valid_until)
        case "left":
            return "" if held is None or held.units_left is None else str(held.units_left)
        case "card":
            return translate("MembersTable", "oui") if member.card_code else translate("MembersTable", "aucune")
        case _:
            return member.situation


def _order(member: MemberListed, column: str) -> int | str:
    held = member.held
    match column:
        case "number":
            return member.number
        case "validity":
            return _NEVER if held is None else held.valid_until.toordinal()
        case "left":
            return _NEVER if held is None or held.units_left is None else held.units_left
        case _:
            return searchable(_text(member, column))
