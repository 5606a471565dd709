"""A window as text: what each visible control is, is called, says and can do; and the same read as rules.

What is dumped is what a screen reader gets, so that comparing it with a golden file also tests accessibility.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QSlider,
    QTableView,
    QTextBrowser,
    QWidget,
)

from views.parts import ChoiceButton, ElidedLabel

_SIGNATURE = re.compile(r"Signature(.[0-9A-F]{4})+")
GOLDEN = Path(__file__).resolve().parents[1] / "views" / "golden"
REWRITE = "CASACO_REWRITE_GOLDEN"
INPUTS = (QAbstractButton, QLineEdit, QAbstractSpinBox, QListWidget, QSlider, QTableView, QTextBrowser)


def dump(root: QWidget) -> str:
    """One line for each visible control or text, in the order of the tree, indented by its depth."""
    lines: list[str] = []
    _dump(root, root, 0, lines)
    # A signature covers ids that are new each time.
    return _SIGNATURE.sub("Signature …", "\n".join(lines)) + "\n"


def compare(name: str, root: QWidget) -> None:
    """Compare with `tests/views/golden/<name>.txt`; with CASACO_REWRITE_GOLDEN=1 in the environment, write it."""
    found, path = dump(root), GOLDEN / f"{name}.txt"
    if os.environ.get(REWRITE):
        path.write_text(found, encoding="utf-8")
    kept = path.read_text(encoding="utf-8")
    changed = "\n".join(unified_diff(kept.splitlines(), found.splitlines(), "golden", "found", n=0, lineterm=""))
    assert found == kept, f"{name} has changed; {REWRITE}=1 rewrites it\n{changed}"


def texts(root: QWidget) -> set[str]:
    """Every text that can be read or heard on the screen, tool tips too."""
    found: set[str] = set()
    for widget in visible(root):
        found.update((_text(widget), accessible_name(widget), widget.accessibleDescription(), widget.toolTip()))
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QListWidget):
            found.update(widget.item(row).text() for row in range(widget.count()))
        if isinstance(widget, QTableView):
            found.update(_table(widget))
    return {text for text in found if text}


def nameless(root: QWidget) -> list[str]:
    """The enabled inputs with neither accessible name nor text."""
    return [
        kind(widget)
        for widget in visible(root)
        if isinstance(widget, INPUTS) and not is_inner(widget) and widget.isEnabled() and not accessible_name(widget)
    ]


def inputs(root: QWidget) -> list[QWidget]:
    """The visible, enabled inputs that a person may want to reach."""
    found = [w for w in visible(root) if isinstance(w, INPUTS) and not is_inner(w) and w.isEnabled()]
    return [w for w in found if w.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(w, QAbstractButton)]


def accessible_name(widget: QObject) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def visible(root: QWidget) -> Iterator[QWidget]:
    yield root
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisibleTo(root) and not child.isWindow():
            yield from visible(child)


def _dump(root: QWidget, widget: QWidget, depth: int, lines: list[str]) -> None:
    inner = depth
    if _is_told(widget):
        lines.append("  " * depth + _line(widget))
        inner += 1
    if isinstance(widget, (QAbstractSpinBox, QLineEdit, QTextBrowser, QListWidget, QTableView)):
        return
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisibleTo(root) and not child.isWindow():
            _dump(root, child, inner, lines)


def _is_told(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(_text(widget) or widget.accessibleName())
    # A scroll area is the way to what it holds, a viewport is its skin.
    is_frame = isinstance(widget, QAbstractScrollArea) and not isinstance(
        widget, (QListWidget, QTableView, QTextBrowser)
    )
    named = bool(widget.accessibleName())
    return named or (isinstance(widget, (*INPUTS, QProgressBar)) and not is_inner(widget) and not is_frame)


def is_inner(widget: QWidget) -> bool:
    """A part that Qt made: the field of a spin box, the button that clears a field."""
    return isinstance(widget.parentWidget(), (QLineEdit, QAbstractSpinBox))


def kind(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {_text(widget)!r}"


def _line(widget: QWidget) -> str:
    # A choice is a button like the others: how much of its words is painted is nothing that a dump says.
    words = ["QPushButton" if isinstance(widget, ChoiceButton) else type(widget).__name__]
    text, name = _text(widget), accessible_name(widget)
    if text:
        words.append(repr(text))
    if name and name != text:
        words.append(f"name={name!r}")
    if widget.accessibleDescription():
        words.append(f"description={widget.accessibleDescription()!r}")
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        words.append(f"hint={widget.placeholderText()!r}")
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        words.append("checked" if widget.isChecked() else "unchecked")
    if isinstance(widget, QTableView):
        words.extend(repr(line) for line in _table(widget))
    if isinstance(widget, QListWidget):
        words.extend(repr(widget.item(row).text()) for row in range(widget.count()))
    if not widget.isEnabled():
        words.append("disabled")
    if widget.hasFocus():
        words.append("focus")
    return " ".join(words)


def _text(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return widget.toolTip()  # the whole text: what is elided depends on the fonts
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return "•" * len(widget.text())
    if isinstance(widget, (QAbstractButton, QLabel, QLineEdit, QAbstractSpinBox)):
        return str(widget.text())
    if isinstance(widget, QProgressBar):
        return f"{widget.value()} / {widget.maximum()}"
    return ""


def _table(table: QTableView) -> list[str]:
    """The head and the rows of a table, cell after cell."""
    model, columns = table.model(), range(table.model().columnCount())
    head = " | ".join(str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns)
    rows = [" | ".join(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())]
    return [head, *rows]
