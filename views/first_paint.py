"""The moment at which a window is first seen, from which the rest is made behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from views.plan.guard import guarded

_UNSEEN_MS = 1_000


class FirstPaint(QObject):
    """`done` when a window has been painted with all it holds, or after a second: one may start minimised."""

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._timer.start(_UNSEEN_MS)
        window.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything through."""
        if event.type() == QEvent.Type.Paint:
            # What the window holds is painted after it, before the loop comes round again.
            self._timer.start(0)
        return False

    def forget(self) -> None:
        """Tell nothing any more: the window may be closed before it was ever painted."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.done.emit()
