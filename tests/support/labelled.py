"""What is to be filled in says on the screen what it is: an accessible name is for a screen reader alone, and a hint
inside a field goes with the first letter that is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from views.members.page import SearchField
from views.omnibox import Omnibox

EXCEPTIONS: dict[type[QWidget], str] = {
    Omnibox: "the one box of the window: its place and its words, the same on every screen, say what it is",
    SearchField: "it filters the list under it, and carries a magnifying glass",
}
"""The only inputs that no visible label names, each with its reason."""
_KINDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)


def unlabelled(root: QWidget) -> list[str]:
    """The visible inputs of a window that no visible label names.

    A label names its buddy; where a column has a head, the head names every field of the column whose own name says
    the same word ("Ouverture" over "lundi : ouverture").
    """
    labels = [one for one in root.findChildren(QLabel) if one.isVisibleTo(root) and one.text()]
    named = {one.buddy() for one in labels}
    bare = [field for field in _inputs(root) if field not in named]
    return [
        f"{type(field).__name__} {field.accessibleName()!r} has no visible label"
        for field in bare
        if not any(_heads(label, field) for label in labels)
    ]


def _inputs(root: QWidget) -> Iterator[QWidget]:
    for kind in _KINDS:
        for found in root.findChildren(kind):
            inner = isinstance(found.parentWidget(), (QAbstractSpinBox, QComboBox))
            if not inner and type(found) not in EXCEPTIONS and found.isVisibleTo(root):
                yield found


def _heads(label: QLabel, field: QWidget) -> bool:
    if label.parentWidget() is not field.parentWidget():
        return False
    is_above = label.y() < field.y() and label.x() <= field.geometry().right() and field.x() <= label.geometry().right()
    said = _words(label.text())
    return is_above and bool(said) and said <= _words(field.accessibleName())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
