"""The raw keys of a scan, while the scanner is being set up: kept from every window, the scanner's ear included."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from views.held_keys import key_of
from views.plan.guard import guarded
from views.scanner.trace import Ending, Trace, TracedKey
from views.wedge import ScannerWedge, event_time

SILENCE_MS = 400
"""No key for so long ends a scan. Much longer than the ear's, so that a scanner that is too slow is told so."""

_ENDS = {
    Qt.Key.Key_Return: Ending.ENTER,
    Qt.Key.Key_Enter: Ending.ENTER,
    Qt.Key.Key_Tab: Ending.TAB,
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyTrace(QObject):
    """`traced` carries a Trace at the end of each scan. Keys that type nothing (Esc, F9) go on, and so do Enter and Tab
    by themselves: whoever has no mouse still leaves."""

    traced = Signal(object)

    def __init__(self, wedge: ScannerWedge, parent: QObject) -> None:
        super().__init__(parent)
        self._wedge = wedge
        self._keys: list[TracedKey] = []
        self._kept: set[int] = set()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self.settle)

    def start(self) -> None:
        """Listen. The filter installed last is asked first: before the scanner's ear."""
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more; what was begun is forgotten."""
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._silence.stop()
        self._keys.clear()

    def settle(self) -> None:
        """The scan is over, by its silence."""
        self._end(Ending.NONE)

    def _end(self, ending: Ending) -> None:
        self._silence.stop()
        keys, self._keys = tuple(self._keys), []
        if keys:
            self.traced.emit(Trace(keys, ending))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that type something, and the Enter or Tab that ends them."""
        del watched
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        ending = _ENDS.get(Qt.Key(event.key())) if self._keys else None
        meant = self._wedge.meant(event)
        if ending is None and (not any(meant) or event.modifiers() & _CHORD):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        self._kept.add(key_of(event))
        if ending is not None:
            self._end(ending)
            return True
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._keys.append(TracedKey(meant, shift, event_time(event)))
        self._silence.start()
        return True

    def _released(self, event: QKeyEvent) -> bool:
        key = key_of(event)
        if key not in self._kept:
            return False
        if not event.isAutoRepeat():
            self._kept.discard(key)
        return True
