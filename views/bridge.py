"""From the desk's bus to Qt: what changed arrives on the main thread, whoever committed and wherever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from desk.bus import EVERYTHING, Changed, Topic
from desk.frontdesk import FrontDesk

OUTSIDE_MS = 500
MINUTE_MS = 60_000
FRAME_MS = 16
"""The longest that what changed waits for the answer to be painted."""


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
        self._watch.timeout.connect(self.look_outside)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)
        self._answering = False
        self._kept: set[Topic] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._tell_kept)

    def start(self) -> None:
        """Begin to listen to other processes and to the clock."""
        self._watch.start()
        self._arm()

    def stop(self) -> None:
        """Stop hearing; called before the desk closes."""
        self._stop()
        self._watch.stop()
        self._clock.stop()
        self._later.stop()

    @contextmanager
    def answer_first(self) -> Iterator[None]:
        """What is changed inside is told once the answer is painted (`answered`), or one frame later: who waits at
        the desk comes first, the rest of the window follows.
        """
        self._answering = True
        try:
            yield
        finally:
            self._answering = False
            if self._kept:
                self._later.start(FRAME_MS)

    @property
    def is_behind(self) -> bool:
        """Whether something changed that the window does not show yet."""
        return self._later.isActive()

    def answered(self) -> None:
        """The answer is being painted: the rest may follow, when the loop has shown it."""
        if self._later.isActive():
            self._later.start(0)

    def _tell_kept(self) -> None:
        kept, self._kept = frozenset(self._kept), set()
        self.changed.emit(kept)

    def _hear(self, changed: Changed) -> None:
        if self._answering and QThread.currentThread() is self.thread():
            self._kept |= changed.topics
            return
        # A signal emitted on a worker's thread is delivered to the main thread's objects there.
        self.changed.emit(changed.topics)

    def look_outside(self) -> None:
        """A turnstile or a script may have written: one pragma says whether anyone did."""
        if self._outside.changed():
            self._desk.bus.publish(Changed(EVERYTHING))

    def _tick(self) -> None:
        self.minute.emit()
        self._arm()

    def _arm(self) -> None:
        now = self._desk.clock.now()
        self._clock.start(MINUTE_MS - (now.second * 1000 + now.microsecond // 1000) % MINUTE_MS)
