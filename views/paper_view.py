"""A paper as it would be printed, on the screen: the same blocks, in labels that a screen reader reads in order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QScrollArea, QWidget

from desk.documents.page import Align, Block, Columns, Document, Gap, Line, QrCode, Rule, Style, Table, Text, Tick
from views.parts import column, label, row, scrolling

_ROLES = {
    Style.SMALL: "muted",
    Style.STRONG: "strong",
    Style.TITLE: "title",
    Style.HUGE: "amount",
}
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_AIR = 6


def paper_view(document: Document) -> QScrollArea:
    """The document, scrolling when it is longer than its place; the keyboard may scroll it."""
    page = QWidget()
    body = column(page, gap=4)
    body.setContentsMargins(0, 0, 12, 0)
    if document.mark:
        body.addWidget(label(document.mark, "demo"))
    for block in document.blocks:
        made = _made(block)
        if isinstance(made, QWidget):
            body.addWidget(made)
        else:
            body.addLayout(made)
    body.addStretch(1)
    area = scrolling(page)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(document.title)
    return area


def _made(block: Block) -> QWidget | QLayout:
    match block:
        case Text(text, align, style):
            words = _label(text, style)
            words.setAlignment(_ALIGN[align])
            return words
        case Columns(left, right, style):
            return _pair(left, right, style)
        case Line():
            return _pair(block.label, block.total, Style.NORMAL)
        case Tick():
            return _pair(block.label, block.right, Style.NORMAL)
        case Table():
            return _table(block)
        case Rule():
            line = QFrame()
            line.setObjectName("rule")
            line.setFixedHeight(1)
            return line
        case Gap():
            air = QWidget()
            air.setFixedHeight(_AIR)
            return air
        case QrCode():
            return _label(block.payload, Style.SMALL)


def _label(text: str, style: Style) -> QLabel:
    return label(text, _ROLES.get(style, ""), wrap=True)


def _pair(left: str, right: str, style: Style) -> QLayout:
    # The huge figure of a paper is huge on the screen; its name beside it is not.
    name = _label(left, Style.TITLE if style is Style.HUGE else style)
    value = label(right, _ROLES.get(style, ""))
    value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line = row(name, value)
    line.setStretch(0, 1)
    return line


def _table(table: Table) -> QLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    for place, cells in enumerate((table.head, *table.rows)):
        for index, cell in enumerate(cells):
            made = label(cell, "strong" if place == 0 else "")
            made.setAlignment(_ALIGN[Align.RIGHT if index else Align.LEFT])
            grid.addWidget(made, place, index)
    grid.setColumnStretch(0, 1)
    return grid
