"""Whether a window's words fit: what is cut, what is hidden in part, what lies over something else.

All of it is geometry: nothing has to be painted first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QLineEdit, QWidget

from tests.support.screen_dump import is_inner, kind
from views.members.page import SearchField
from views.parts import ElidedLabel

LEAVES = (QLabel, QAbstractButton, QLineEdit, QAbstractSpinBox)
_ENDLESS = 1 << 24


class Box(NamedTuple):
    """A rectangle in the root's coordinates; one whose sides have changed places is empty."""

    left: int
    top: int
    right: int
    bottom: int

    def inside(self, other: Box) -> Box:
        """What of it lies in the other."""
        return Box(
            max(self.left, other.left), max(self.top, other.top),
            min(self.right, other.right), min(self.bottom, other.bottom),
        )  # fmt: skip


class Leaf(NamedTuple):
    """A control or a text, where it is, and what its parents below the root let be seen."""

    widget: QWidget
    box: Box
    window: Box


def misfits(root: QWidget) -> list[str]:
    """The texts that do not fit in their widget or their window, then the pairs that cover one another."""
    leaves = list(_leaves(root, Box(0, 0, root.width(), root.height()), Box(*(-_ENDLESS,) * 2, *(_ENDLESS,) * 2)))
    return [wrong for leaf in leaves if (wrong := _cut(leaf))] + _overlaps(root, leaves)


def _leaves(parent: QWidget, place: Box, window: Box) -> Iterator[Leaf]:
    """The leaves below `parent`, which stands at `place`; `window` is what it and its own parents leave open."""
    for child in parent.children():
        # The parents can be seen: the child can unless it is hidden itself.
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        left, top = place.left + child.x(), place.top + child.y()
        box = Box(left, top, left + child.width(), top + child.height())
        is_empty = isinstance(child, QLabel) and not child.text()
        if isinstance(child, LEAVES) and not is_inner(child) and not is_empty:
            yield Leaf(child, box, window)
        yield from _leaves(child, box, window.inside(box))


def _cut(leaf: Leaf) -> str:
    widget = leaf.widget
    need, have = _needed(widget), widget.size()
    if need.width() > have.width() or need.height() > have.height():
        return f"{kind(widget)} needs {need.toTuple()}, has {have.toTuple()}"
    if isinstance(widget, ElidedLabel) and QLabel.text(widget) != widget.toolTip():
        return f"{kind(widget)} is elided to {QLabel.text(widget)!r}"
    # A page may scroll up and down, never across.
    if leaf.box.left < leaf.window.left or leaf.box.right > leaf.window.right:
        return f"{kind(widget)} is hidden in part"
    return ""


def _overlaps(root: QWidget, leaves: list[Leaf]) -> list[str]:
    everything = Box(0, 0, root.width(), root.height())
    seen = [(leaf.widget, leaf.box.inside(leaf.window).inside(everything)) for leaf in leaves]
    found = []
    for index, (first, one) in enumerate(seen):
        for second, other in seen[index + 1 :]:
            # An edge in common covers nothing.
            across = min(one.right, other.right) - max(one.left, other.left)
            if across > 1 and (down := min(one.bottom, other.bottom) - max(one.top, other.top)) > 1:
                found.append(f"{kind(first)} and {kind(second)} share {across} by {down} pixels")
    return found


def _needed(widget: QWidget) -> QSize:
    if isinstance(widget, ElidedLabel):
        return QSize(0, widget.sizeHint().height())
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in re.split(r"[\s\u200b]+", widget.text()))
        return QSize(longest, widget.heightForWidth(widget.width()))
    if isinstance(widget, QLineEdit):
        words = widget.displayText() or widget.placeholderText()
        air = 30 + (22 if widget.isClearButtonEnabled() and widget.text() else 0)
        air += 22 if isinstance(widget, SearchField) else 0  # its magnifying glass
        return QSize(widget.fontMetrics().horizontalAdvance(words) + air, widget.sizeHint().height())
    # A round figure of the style's own may ask for a wider button than its words need.
    return widget.sizeHint() if isinstance(widget, QLabel) else widget.minimumSizeHint()
