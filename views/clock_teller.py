"""Looks at the computer's clock now and then, and tells when it has jumped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desk.clock import SystemClock
from desk.clockwatch import ClockWatch
from desk.frontdesk import FrontDesk

LOOK_MS = 15_000


class ClockTeller(QObject):
    """`told` carries the sentence for whoever is at the counter.

    Only the computer's own clock is looked at: one that is set by hand (the tour) does not jump by itself.
    """

    told = Signal(str)

    def __init__(self, desk: FrontDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = ClockWatch(desk.work)
        self._is_real = isinstance(desk.clock, SystemClock)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on."""
        if self._is_real:
            self.look()
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock once."""
        sentence = self._watch.look()
        if sentence:
            self.told.emit(sentence)
