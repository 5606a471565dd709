"""The worker behind the window that makes the hourly copies, and looks after the file at each start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from desk.damage import Finding
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.logs import log_of
from desk.progress import Stopped

QUICK_MS = 2_500
"""After the first page is seen: nothing of this is in anybody's way then."""
WHOLE_MS = 90_000
LOOK_MS = 60_000
JUST_NOW = timedelta(minutes=1)
_REST_S = 0.004
"""Between two small batches of records, so that the window's thread always comes first."""
_log = log_of(__name__)
Act = Callable[[Callable[[], None]], object]


class BackupWatch(QObject):
    """What it does is told on the desk's bus, as the acts of the window are."""

    _ended = Signal(str, object)

    def __init__(self, desk: FrontDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._stopped = Event()
        self._copying = self._hurries = False
        self._clock = self._timer(LOOK_MS, self.look, single=False)
        self._quick = self._timer(QUICK_MS, self.look_quickly)
        self._whole = self._timer(WHOLE_MS, self.look_wholly)
        self._ended.connect(self._end)

    def _timer(self, interval: int, act: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.timeout.connect(act)
        return timer

    @property
    def is_running(self) -> bool:
        """Whether the worker has something in hand."""
        return self._copying or self._pool.activeThreadCount() > 0

    def start(self) -> None:
        """Look after the file, and make a copy each hour."""
        self._desk.day_closed = self.copy_the_day
        for timer in (self._clock, self._quick, self._whole):
            timer.start()

    def look(self) -> None:
        """Make a copy when one is due, in the worker."""
        if not self._copying and self._desk.backups.is_due():
            self._copying = True
            self._begin("copy", self._copy)

    def look_quickly(self) -> None:
        """The short check of the start, in the worker."""
        self._begin("quick", self._look_quickly)

    def look_wholly(self) -> None:
        """The whole check, in the worker, unhurried."""
        self._begin("whole", self._look_wholly)

    def copy_at_closing(self) -> None:
        """The last copy of the day, unless one has just been made; waits for it, with nobody at the window."""
        self._rest()
        last = self._desk.backups.status().last
        if last is not None and timedelta(0) <= self._desk.clock.now() - last < JUST_NOW:
            return
        self._stopped.clear()
        self._hurries = True
        self._begin("copy", self._copy)
        self._pool.waitForDone()

    def copy_the_day(self) -> None:
        """A day was closed: its copy, in the worker, after the one that may be under way."""
        self._begin("day", self._copy_the_day)

    def stop(self) -> None:
        """Ask the worker to stop, and wait until it rests."""
        self._desk.day_closed = None
        self._rest()

    def _rest(self) -> None:
        for timer in (self._clock, self._quick, self._whole):
            timer.stop()
        self._stopped.set()
        self._pool.clear()
        self._pool.waitForDone()

    def _begin(self, what: str, act: Act) -> None:
        self._pool.start(_Run(what, act, self._breathe, self))

    def _breathe(self) -> None:
        if not self._hurries and self._stopped.wait(_REST_S):
            raise Stopped

    # --- on the worker's thread ------------------------------------------------------------------------------

    def _copy(self, breathe: Callable[[], None]) -> object:
        return self._desk.backups.make(tell=self._tell, breathe=breathe)

    def _copy_the_day(self, breathe: Callable[[], None]) -> object:
        return self._desk.backups.after_closing(tell=self._tell, breathe=breathe)

    def _tell(self, _share: float) -> None:
        if self._stopped.is_set():
            raise Stopped

    def _look_quickly(self, _breathe: Callable[[], None]) -> object:
        from desk import care

        return care.look_quickly(self._desk.folder)

    def _look_wholly(self, breathe: Callable[[], None]) -> object:
        from desk import care

        return care.look_wholly(self._desk.folder, breathe)

    # --- back on the window's --------------------------------------------------------------------------------

    def _end(self, what: str, answer: object) -> None:
        if what == "copy":
            self._copying = False
        elif isinstance(answer, Finding):
            self._desk.backups.found(answer)


class _Run(QRunnable):
    def __init__(self, what: str, act: Act, breathe: Callable[[], None], owner: BackupWatch) -> None:
        super().__init__()
        self._what, self._act, self._breathe, self._owner = what, act, breathe, owner

    def run(self) -> None:
        """Do it on the worker's thread; the answer goes back by a signal."""
        answer: object = None
        try:
            answer = self._act(self._breathe)
        except Stopped:
            _log.info("care was stopped: the window closes", what=self._what)
        except EnvironmentFault as fault:
            # Of a copy, the desk keeps it and the banner tells it.
            _log.warning("care met a fault", what=self._what, error=fault)
        except Exception:
            _log.exception("care failed", what=self._what)
        self._owner._ended.emit(self._what, answer)
