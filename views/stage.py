"""The stage in the middle of the window: the plan, or one page in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from views.plan.guard import guarded


class Stage(QStackedWidget):
    """Holds the plan; `left` when a page gave its place back. Esc on a page goes back to the plan."""

    left = Signal()

    def __init__(self, home: QWidget) -> None:
        super().__init__()
        self.addWidget(home)

    def show_page(self, page: QWidget) -> None:
        """Show `page` in place of the plan and of any other page; its `closed` signal, if any, takes it away."""
        self.show_home()
        closed = getattr(page, "closed", None)
        if closed is not None:
            closed.connect(self.leave)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def show_home(self) -> None:
        """Show the plan; a page that was shown is let go."""
        while (page := self.widget(1)) is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()

    def leave(self) -> None:
        """Go back to the plan, and say so."""
        self.show_home()
        self.left.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the plan."""
        if event.key() == Qt.Key.Key_Escape and self.count() > 1:
            self.leave()
        else:
            super().keyPressEvent(event)
