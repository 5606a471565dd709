"""Esc in the empty search box, where the keyboard usually is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.counter import Counter
from views.header import Header
from views.plan.guard import guarded
from views.stage import Stage


class EscLeaves(QWidget):
    """A page of work on which Esc leaves what is shown, as it says, though the box has the keyboard."""

    header: Header
    counter: Counter
    stage: Stage

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Out of what stands beside the plan, else of the page in its place. While locked the header has no focus."""
        if event.key() != Qt.Key.Key_Escape or not self.header.omnibox.hasFocus():
            super().keyPressEvent(event)
        elif not self.counter.step_back() and self.stage.count() > 1:
            self.stage.leave()
