"""What makes a page one that waits: something typed or chosen in it which leaving it would lose."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget


def is_typed(inside: QWidget) -> bool:
    """Whether words that a person typed are still in a field of `inside`; those a page writes itself do not count."""
    # The text of a number, a day or an hour is Qt's own as often as a person's: a page compares their values.
    return any(
        edit.isModified() and bool(edit.text())
        for edit in inside.findChildren(QLineEdit)
        if not isinstance(edit.parentWidget(), QAbstractSpinBox)
    )
