"""The worker that delivers print jobs, so that no printer ever makes the counter wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from desk.frontdesk import FrontDesk
from desk.logs import log_of

RETRY_MS = 20_000
_log = log_of(__name__)


class PrintJobs(QObject):
    """Delivers what waits, one run at a time, and tries again by itself while something waits."""

    finished = Signal(int)
    failed = Signal(object)

    def __init__(self, desk: FrontDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running = False
        self._again = False
        self._has_broken = self._is_over = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.kick)
        self.finished.connect(self._ended)
        self.failed.connect(self._broke)

    @property
    def is_running(self) -> bool:
        """Whether a delivery is under way."""
        return self._running

    def kick(self) -> None:
        """Deliver what waits, now; asked during a run, another run follows it."""
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        self._pool.start(_Delivery(self._desk, self, mends=self._has_broken))

    def stop(self) -> None:
        """Wait for the delivery under way (its time is bounded) and try no more."""
        # What the delivery under way will say arrives after this, and must start nothing any more.
        self._is_over = True
        self._retry.stop()
        self._again = False
        self._pool.waitForDone()

    def _ended(self, waiting: int) -> None:
        self._running = self._has_broken = False
        if self._is_over:
            return
        if self._again:
            self.kick()
        elif waiting:
            self._retry.start()

    def _broke(self, error: object) -> None:
        self._running, self._has_broken = False, True
        if not self._is_over:
            self._retry.start()
        _log.error("printing stopped", error=error)


class _Delivery(QRunnable):
    """One run; `mends` when the run before broke off: what it had in hand may be on paper or not."""

    def __init__(self, desk: FrontDesk, owner: PrintJobs, *, mends: bool) -> None:
        super().__init__()
        self._desk = desk
        self._owner = owner
        self._mends = mends

    def run(self) -> None:
        """Deliver on the worker's thread; the answer goes back by a signal."""
        try:
            if self._mends:
                self._desk.queue.recover()
            waiting = self._desk.queue.deliver_all()
        except Exception as error:
            _log.exception("the print worker failed")
            self._owner.failed.emit(error)
        else:
            self._owner.finished.emit(waiting)
