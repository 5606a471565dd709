"""One timer for the plan: it wakes when the clock alone next changes what is shown, and not before."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desk.clock import Clock

_LONGEST = timedelta(hours=12)
_A_MINUTE = timedelta(minutes=1)


class PlanClock(QObject):
    """`due` when what is shown has aged. `look` asks the clock: it may have jumped, or the machine have slept."""

    due = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._next: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def next_change(self) -> datetime | None:
        """When it wakes, aware."""
        return self._next

    def arm(self, next_change: datetime | None, *, is_now: bool) -> None:
        """Wake at `next_change`; in a minute when another hour is shown, whose changes are not those of now."""
        now = self._clock.now()
        self._next = next_change if is_now and next_change is not None else now + _A_MINUTE
        wait = min(max(self._next - now, timedelta(0)), _LONGEST)
        # A timer may fire a little early: a few milliseconds more, and the clock has certainly passed.
        self._timer.start(round(wait.total_seconds() * 1000) + 20)

    def stop(self) -> None:
        """Wake no more."""
        self._timer.stop()
        self._next = None

    def look(self) -> None:
        """Say so when the time has come; else wait for the rest of it."""
        if self._next is None:
            return
        if self._clock.now() >= self._next:
            self._timer.stop()
            self._next = None
            self.due.emit()
        elif not self._timer.isActive():
            self.arm(self._next, is_now=True)
