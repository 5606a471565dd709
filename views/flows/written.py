"""What somebody wrote and chose in a flow, as far as its fields tell."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def written_in(whole: QWidget) -> tuple[object, ...]:
    """The fields of `whole` as they are: the same again as long as nobody changed any."""
    found: list[object] = [field.text() for field in whole.findChildren(QLineEdit)]  # those of numbers too
    found += [field.toPlainText() for field in whole.findChildren(QPlainTextEdit)]
    found += [field.toPlainText() for field in whole.findChildren(QTextEdit)]
    found += [field.currentIndex() for field in whole.findChildren(QComboBox)]
    found += [made.isChecked() for made in whole.findChildren(QAbstractButton) if made.isCheckable()]
    return tuple(found)


def forget_secrets(whole: QWidget) -> None:
    """Leave no PIN in a field of `whole`."""
    for field in whole.findChildren(QLineEdit):
        if field.echoMode() is not QLineEdit.EchoMode.Normal:
            field.clear()
