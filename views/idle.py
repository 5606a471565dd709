"""Locking by itself: when nobody touches the keyboard or the mouse for some minutes. A scan is not a touch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

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
        self._is_watching = False

    def start(self, minutes: int) -> None:
        """Watch with this patience from now on; 0 never locks."""
        self._minutes = minutes
        if not self._is_watching:
            self._is_watching = True
            for window in QGuiApplication.topLevelWindows():
                self._watch(window)
            _application().focusWindowChanged.connect(self._watch)
        self._again()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._is_watching:
            self._is_watching = False
            _application().focusWindowChanged.disconnect(self._watch)
            for window in QGuiApplication.topLevelWindows():
                window.removeEventFilter(self)

    def _watch(self, window: QWindow | None) -> None:
        """Hands come to a window first, before any of its widgets: there, few events pass by that are none of theirs.

        The keys of a scan come to no window, for the scanner's ear takes them from the application before that.
        """
        if window is not None:
            window.installEventFilter(self)

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


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application
