"""The grid of the price list: the prices as wide as they are, the names in what is left, on as many lines as needed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desk.language import translate
from views.parts import scaled
from views.plan.guard import guarded
from views.prices.table import PricesModel

ROW_HEIGHT = 34
NAME_WIDTH = 96
"""The names have no less, at 100 %: where that leaves too little for the prices, the forms go below the table."""
_PADDING = 8


class _Names(QStyledItemDelegate):
    """Asks for all the lines that a name takes: Qt reckons them without the padding of the style sheet."""

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words are in what the padding leaves of the column."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(narrower, index)


class PriceGrid(QTableView):
    """Cell by cell, with the arrows. `widened` when its prices may need another width than before."""

    widened = Signal()

    def __init__(self, model: PricesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(translate("PricesPage", "Tarifs"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        # A long name goes on a second line: what is sold, and whether VAT is inside, is never cut.
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegateForColumn(0, _Names(self))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.sectionResized.connect(self._resized)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the prices leave."""
        super().resizeEvent(event)
        self._fit_names()

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if section:
            self._fit_names()
            self.widened.emit()
        else:
            self.resizeRowsToContents()

    def least_width(self) -> int:
        """The width in which the names and every price are in sight together."""
        around = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return scaled(NAME_WIDTH) + self._prices_width() + around

    def _prices_width(self) -> int:
        head = self.horizontalHeader()
        return sum(head.sectionSize(section) for section in range(1, head.count()))

    def _fit_names(self) -> None:
        self.setColumnWidth(0, max(scaled(NAME_WIDTH), self.viewport().width() - self._prices_width()))
