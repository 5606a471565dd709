"""The list of bookings: plain rows, named columns, a sort role; and the filter that follows what is typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from desk.bookings import BookingListed
from desk.formats import day as day_text
from desk.language import translate
from desk.names import searchable
from views.bookings import words
from views.lists import make_list

SORT = Qt.ItemDataRole.UserRole
BOOKING = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("day", "hours", "space", "title", "who", "kind", "people")

Index = QModelIndex | QPersistentModelIndex


class BookingsModel(QAbstractTableModel):
    """One row a booking. `SORT` gives what a column is ordered by, `BOOKING` the row's value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BookingListed, ...] = ()

    def show_bookings(self, rows: tuple[BookingListed, ...]) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many bookings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the order or the booking of a cell."""
        if not index.isValid():
            return None
        booking, column = self._rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(booking, column)
        if role == SORT:
            return _order(booking, column)
        if role == BOOKING:
            return booking
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "people":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section] == "people" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class BookingsFilter(QSortFilterProxyModel):
    """Keeps the bookings in which each word that is typed is found: a space, a title, a name, a kind, a day."""

    def __init__(self, model: BookingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def ask(self, text: str) -> None:
        """Show only what holds every word of `text`; everything when it is empty."""
        self.beginFilterChange()
        self._wanted = searchable(text).split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def booking(self, row: int) -> BookingListed:
        """The booking of a row that is shown."""
        found = self.data(self.index(row, 0), BOOKING)
        assert isinstance(found, BookingListed)
        return found

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row holds what is typed."""
        if not self._wanted:
            return True
        model = self.sourceModel()
        booking = model.data(model.index(source_row, 0, source_parent), BOOKING)
        text = searchable(" ".join(cell_text(booking, column) for column in COLUMNS))
        return all(word in text for word in self._wanted)


class BookingsTable(QTableView):
    """The list itself, in the look of the house."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = BookingsModel(self)
        self.shown = BookingsFilter(self.rows, self)
        head = make_list(self, self.shown, translate("BookingsTable", "Liste des réservations"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for name in ("title", "who"):
            head.setSectionResizeMode(COLUMNS.index(name), QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(COLUMNS.index("day"), Qt.SortOrder.AscendingOrder)

    def show_bookings(self, bookings: tuple[BookingListed, ...]) -> None:
        """Show these bookings; the one that was chosen stays so."""
        chosen = self.chosen
        self.rows.show_bookings(bookings)
        for row in range(self.shown.rowCount()):
            if chosen and self.shown.booking(row).id == chosen:
                self.setCurrentIndex(self.shown.index(row, 0))

    @property
    def chosen(self) -> str:
        """The id of the booking chosen, empty when none is."""
        index = self.currentIndex()
        return self.shown.booking(index.row()).id if index.isValid() else ""


def cell_text(booking: BookingListed, column: str) -> str:
    """What a column says of a booking."""
    match column:
        case "day":
            return day_text(booking.starts_at.date())
        case "hours":
            return words.hours(booking)
        case "space":
            return booking.space
        case "title":
            return booking.title
        case "who":
            return booking.who
        case "kind":
            return words.kind_word(booking.kind)
        case _:
            return str(booking.people or "")


def _order(booking: BookingListed, column: str) -> str | int | float:
    match column:
        case "day":
            return booking.starts_at.timestamp()
        case "hours":
            return booking.starts_at.hour * 60 + booking.starts_at.minute
        case "people":
            return booking.people
        case _:
            return searchable(cell_text(booking, column))


def _heads() -> dict[str, str]:
    return {
        "day": translate("BookingsTable", "Jour"),
        "hours": translate("BookingsTable", "Heures"),
        "space": translate("BookingsTable", "Espace"),
        "title": translate("BookingsTable", "Quoi"),
        "who": translate("BookingsTable", "Pour qui"),
        "kind": translate("BookingsTable", "Genre"),
        "people": translate("BookingsTable", "Pers."),
    }
