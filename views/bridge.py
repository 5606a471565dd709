"""From the desk's bus to Qt: what changed arrives on the main thread, whoever committed and wherever."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desk.bus import EVERYTHING, Changed
from desk.frontdesk import FrontDesk

OUTSIDE_MS = 500
MINUTE_MS = 60_000


class Bridge(QObject):
    """`changed` carries a frozenset of topics; `minute` comes at each full minute, when the plan's words age."""

    changed = Signal(object)
    minute = Signal()

    def __init__(self, desk: FrontDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stop = desk.bus.subscribe(self._hear)
        self._outside = desk.outside()
        self._watch = QTimer(self)
        self._watch.setInterval(OUTSIDE_MS)
        self._watch.timeout.connect(self._look_outside)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to listen to other processes and to the clock."""
        self._watch.start()
        self._arm()

    def stop(self) -> None:
        """Stop hearing; called before the desk closes."""
        self._stop()
        self._watch.stop()
        self._clock.stop()
        self._outside.close()

    def _hear(self, changed: Changed) -> None:
        # A signal emitted on a worker's thread is delivered to the main thread's objects there.
        self.changed.emit(changed.topics)

    def _look_outside(self) -> None:
        """A turnstile or a script may have written: one pragma says whether anyone did."""
        if self._outside.changed():
            self._desk.bus.publish(Changed(EVERYTHING))

    def _tick(self) -> None:
        self.minute.emit()
        self._arm()

    def _arm(self) -> None:
        now = self._desk.clock.now()
        self._clock.start(MINUTE_MS - (now.second * 1000 + now.microsecond // 1000) % MINUTE_MS)
