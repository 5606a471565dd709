"""One long act in a worker, so that the counter goes on meanwhile: its progress, its answer, and a way to stop it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desk.progress import Stopped, Tell

Act = Callable[[Tell], object]
_REST_S = 0.002
_never = Event()


def breathe() -> None:
    """Rest a moment, in a worker: what it reads for long must not keep the counter waiting."""
    _never.wait(_REST_S)


class Task(QObject):
    """`progressed` carries a share of 0 to 1, `done` the answer, `failed` what was raised: it has been reported."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._run: _Run | None = None
        self._ended.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether an act is under way."""
        return self._run is not None

    def start(self, act: Act) -> None:
        """Begin `act`, which is given a function to tell its progress with. One still under way is given up."""
        self.give_up()
        self._run = _Run(act, self)
        self._pool.start(self._run)

    def give_up(self) -> None:
        """Ask the act to stop, and hear nothing more of it."""
        if self._run is not None:
            self._run.stopped.set()
            self._run = None

    def stop(self) -> None:
        """Give up and wait until the worker rests; called before whoever listens goes away."""
        self.give_up()
        self._pool.waitForDone()

    def finish(self) -> None:
        """Wait until the worker rests; the answer of what was under way is still heard."""
        self._pool.waitForDone()

    def _end(self, run: object, answer: object, error: object) -> None:
        if run is not self._run:
            return
        self._run = None
        if error is None:
            self.done.emit(answer)
        elif not isinstance(error, Stopped):
            assert isinstance(error, Exception)
            # The same road as what nobody caught: a fault is shown with what to do, a bug is logged.
            sys.excepthook(type(error), error, error.__traceback__)
            self.failed.emit(error)


class _Run(QRunnable):
    def __init__(self, act: Act, owner: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.stopped = Event()
        self._act = act
        self._owner = owner

    def run(self) -> None:
        """Do it on the worker's thread; the answer goes back by a signal."""
        try:
            answer = self._act(self._tell)
        except Exception as error:
            self._owner._ended.emit(self, None, error)
        else:
            self._owner._ended.emit(self, answer, None)

    def _tell(self, share: float) -> None:
        if self.stopped.is_set():
            raise Stopped
        self._owner.progressed.emit(share)
