"""What a test may not leave behind: open windows, active timers, running threads."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QThread, QTimer
    from PySide6.QtWidgets import QWidget

# Qt keeps one hidden label for all tool tips and drops it when it likes.
_QT_OWN_WINDOWS = frozenset({"QTipLabel"})
# A thread told to stop is given this long to end; one that was not told never ends and is a leak.
_GRACE_SECONDS = 2.0


@dataclass(frozen=True)
class Before:
    """The windows and threads that stood before a test."""

    windows: frozenset[int]
    threads: frozenset[threading.Thread]


class LeakWatch:
    """Compares what stands after a test with what stood before it.

    `gc.freeze` sets aside everything that exists before the test, so that the search for Qt timers and
    threads looks only at objects the test has made.
    """

    def __init__(self) -> None:
        gc.freeze()
        self._before = Before(frozenset(map(id, _windows())), frozenset(threading.enumerate()))

    def leaks(self) -> list[str]:
        """One line for each thing left behind; empty when the test cleaned up."""
        _deliver_deferred_deletes()
        found = self._qt_leaks()
        if found:  # a reference cycle is rubbish, not a leak: collect it and look again
            gc.collect()
            _deliver_deferred_deletes()
            found = self._qt_leaks()
        return found + self._thread_leaks()

    def close(self) -> None:
        """Put away what was left, so that the next test starts clean."""
        for window in self._new_windows():
            window.close()
            window.deleteLater()
        for timer in _timers():
            timer.stop()
        _deliver_deferred_deletes()
        gc.unfreeze()

    def _qt_leaks(self) -> list[str]:
        windows = [f"window {w.metaObject().className()} {w.objectName()!r}" for w in self._new_windows()]
        timers = [f"active timer {t.objectName()!r} every {t.interval()} ms" for t in _timers()]
        threads = [f"running QThread {t.objectName()!r}" for t in _qthreads()]
        return windows + timers + threads

    def _thread_leaks(self) -> list[str]:
        started = [t for t in threading.enumerate() if t not in self._before.threads]
        # A dummy stands for a Qt pool's thread that once ran Python; the pool owns it.
        own = [t for t in started if not isinstance(t, threading._DummyThread)]
        for thread in own:
            thread.join(_GRACE_SECONDS)
        return [f"running thread {t.name!r}" for t in own if t.is_alive()]

    def _new_windows(self) -> list[QWidget]:
        return [w for w in _windows() if id(w) not in self._before.windows]


def _windows() -> list[QWidget]:
    """The top-level widgets that stand on their own: a parent's dialogs go when it goes."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    alone = (w for w in QApplication.topLevelWidgets() if w.parentWidget() is None)
    return [w for w in alone if w.metaObject().className() not in _QT_OWN_WINDOWS]


def _timers() -> list[QTimer]:
    """The active timers made in Python since the watch began."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QTimer

    return [t for t in gc.get_objects() if isinstance(t, QTimer) and _alive(t) and t.isActive()]


def _qthreads() -> list[QThread]:
    """The running Qt threads made in Python since the watch began; one told to quit may finish."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QDeadlineTimer, QThread

    made = [t for t in gc.get_objects() if isinstance(t, QThread) and _alive(t) and t.isRunning()]
    return [t for t in made if not t.wait(QDeadlineTimer(int(_GRACE_SECONDS * 1000)))]


def _alive(thing: QObject) -> bool:
    """Whether the C++ half of `thing` still stands."""
    import shiboken6

    return bool(shiboken6.isValid(thing))  # type: ignore[no-untyped-call]


def _deliver_deferred_deletes() -> None:
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
