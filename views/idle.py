"""Locking by itself: when nobody touches the keyboard or the mouse for some minutes. A scan is not a touch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from views.plan.guard import guarded

CHOICES = (0, 2, 5, 15)
"""Minutes offered; 0 never locks."""
USUAL = 5

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`idle` when the chosen number of minutes has passed without a touch."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._minutes = 0
        self._installed = False

    def start(self, minutes: int) -> None:
        """Watch with this patience from now on; 0 never locks. Started before the scanner's ear, whose filter then
        comes first and keeps the keys of a scan for itself."""
        self._minutes = minutes
        application = QApplication.instance()
        if application is not None and not self._installed:
            application.installEventFilter(self)
            self._installed = True
        self._again()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._installed = False

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the wait again at each touch; nothing is ever swallowed."""
        del watched
        if event.type() in _TOUCHES:
            self._again()
        return False

    def _again(self) -> None:
        if self._minutes > 0:
            self._timer.start(self._minutes * 60_000)
        else:
            self._timer.stop()
