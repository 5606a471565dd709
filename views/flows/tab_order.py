"""The order of Tab: as things stand in their layouts, whatever was made or shown first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def order_tabs(whole: QWidget) -> None:
    """Let Tab go through what `whole` shows now, line after line."""
    for before, after in pairwise(stops(whole)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def stops(whole: QWidget) -> list[QWidget]:
    """What Tab stops at in `whole`, in the order of its layouts; what is hidden now has its place too, or a field that
    goes away would send the keyboard out of the flow."""
    return [stop for child in _parts(whole) for stop in _stops_in(child)]


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if tab == Qt.FocusPolicy.TabFocus:
        # A field, a list, a number: what Qt made inside it is its own affair.
        yield widget
        return
    for child in _parts(widget):
        yield from _stops_in(child)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield inside
    elif isinstance(widget, QStackedWidget):
        if (shown := widget.currentWidget()) is not None:
            yield shown
    elif (layout := widget.layout()) is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None and (inner := item.layout()) is not None:
            yield from _laid(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget
