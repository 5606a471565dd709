"""Tables that are read as lists: one line a thing, chosen whole, opened with Enter."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from views.parts import scaled

LINE = 36


def list_of(model: QAbstractItemModel, name: str, *, line: int = LINE) -> tuple[QTableView, QHeaderView]:
    """A table that shows `model` under an accessible name, and its header, whose columns the caller sizes.

    `line` is the height of a line in pixels, for text at 100 %.
    """
    table = QTableView()
    return table, make_list(table, model, name, line=line)


def make_list(table: QTableView, model: QAbstractItemModel, name: str, *, line: int = LINE) -> QHeaderView:
    """Make of a table that is there already what `list_of` makes; its header."""
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # Tab leaves the table: the arrows are for moving in it.
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(line))
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    return head


_WEIGHED = 3
_AIR = (16, 12)
"""What the style sheet leaves around the words of a cell, both sides together."""


class EvenRows(QObject):
    """Makes the words of a table wrap instead of being cut: each line is as high as the longest words need.

    One height for all is reckoned from the longest texts of each column, so that a file of thousands costs no more.
    """

    def __init__(self, table: QTableView, line: int = LINE) -> None:
        """`line` is the least height of a line in pixels, for text at 100 %."""
        super().__init__(table)
        self._table, self._line = table, line
        self._longest: list[list[str]] = []
        table.setWordWrap(True)
        table.horizontalHeader().sectionResized.connect(self._fit)
        table.model().modelReset.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        model = self._table.model()
        rows = range(model.rowCount())
        self._longest = [
            nlargest(_WEIGHED, (str(model.index(row, column).data()) for row in rows), key=len)
            for column in range(model.columnCount())
        ]
        self._fit()

    def _fit(self, *_section: int) -> None:
        head, metrics = self._table.horizontalHeader(), self._table.fontMetrics()
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = scaled(self._line)
        for column, texts in enumerate(self._longest):
            if head.sectionResizeMode(column) is QHeaderView.ResizeMode.ResizeToContents:
                continue  # as wide as its words
            room = QRect(0, 0, max(1, head.sectionSize(column) - _AIR[0]), 1)
            high = max(high, *(metrics.boundingRect(room, wrap, text).height() + _AIR[1] for text in (*texts, "")))
        self._table.verticalHeader().setDefaultSectionSize(high)
