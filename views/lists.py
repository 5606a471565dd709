"""Tables that are read as lists: one line a thing, chosen whole, opened with Enter."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
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
