"""The worker that folds the database's log into its file, so that no scan ever waits for it.

Left alone, SQLite does it within the commit that fills the log: one scan in seventy-five or so, and for the longer
the older the house is, for the pages of ten years lie further apart.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QThreadPool

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.logs import log_of
from views.bridge import Bridge

ACTS = 20
"""From one time to the next: two to five hundred pages of the thousand at which SQLite would do it in a commit."""
_log = log_of(__name__)


class Checkpoints(QObject):
    """Counts what the desk and other processes change, as the bridge tells it: after the answer is shown."""

    def __init__(self, desk: FrontDesk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        bridge.changed.connect(self._count)

    def wait(self) -> None:
        """Until the worker rests; its time is that of a few hundred pages."""
        self._pool.waitForDone()

    def _count(self, _topics: object) -> None:
        self._acts += 1
        if self._acts >= ACTS and not self._pool.activeThreadCount():
            self._acts = 0
            self._pool.start(_Checkpoint(self._desk))


class _Checkpoint(QRunnable):
    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk

    def run(self) -> None:
        """On the worker's thread. What fails is only noted: the log keeps all, and a later commit folds it."""
        try:
            self._desk.checkpoint()
        except EnvironmentFault as fault:
            _log.warning("the log stays as it is", error=fault)
        except Exception:
            _log.exception("the worker of checkpoints failed")
