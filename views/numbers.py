"""A small number that shows a dash for none, alike in every form."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSpinBox

from views.parts import scaled
from views.plan.guard import guarded

WIDTH = 96


class NumberField(QSpinBox):
    """From 0, shown as a dash, to `most`. However it gets the focus, what is typed takes the place of what is there.

    Beside a dash, where a click would put it, a digit cannot be typed: it would be lost without a word.
    """

    def __init__(self, name: str, most: int, *, step: int = 1, width: int = WIDTH) -> None:
        super().__init__()
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setSpecialValueText("–")
        self.setAccessibleName(name)
        self.setFixedWidth(scaled(width))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select it all, once the click that may have brought the focus has placed its cursor."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)
