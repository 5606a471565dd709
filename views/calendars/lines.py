"""The entries of a calendar as a table: when, where, what, and why not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.calendars import CalendarLine
from desk.formats import day as day_text
from desk.formats import day_time
from desk.language import translate

COLUMNS = ("number", "when", "space", "title", "reason")

Index = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractTableModel):
    """One row an entry of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CalendarLine, ...] = ()

    def show_lines(self, rows: tuple[CalendarLine, ...]) -> None:
        """Show these entries in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many entries."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; one too long for its column is read in its tool tip."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(self._rows[index.row()], COLUMNS[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("CalendarLines", "Entrée"),
                translate("CalendarLines", "Quand"),
                translate("CalendarLines", "Espace"),
                translate("CalendarLines", "Quoi"),
                translate("CalendarLines", "Ce qu’il en est"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _text(line: CalendarLine, column: str) -> str:
    match column:
        case "number":
            return str(line.number)
        case "when":
            return "–" if line.when is None else day_time(line.when)
        case "space":
            return line.space or "–"
        case "title":
            return line.title or "–"
        case _:
            return _reason(line)


def _reason(line: CalendarLine) -> str:
    if line.reason and not line.left_out:
        return line.reason
    if line.left_out:
        first = line.left_out[0]
        pattern = translate("CalendarLines", "Dates laissées de côté\u00a0: {count}. La première, {day}\u00a0: {why}")
        return pattern.format(count=len(line.left_out), day=day_text(first.starts_at.date()), why=first.reason)
    dates = 0 if line.planned is None else len(line.planned.dates)
    if dates > 1:
        return translate("CalendarLines", "Sera importée, avec ses {count} dates.").format(count=dates)
    return translate("CalendarLines", "Sera importée.")
