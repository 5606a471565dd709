"""From a card to its commit, and from a card to its greeting on the screen."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.house import LivedIn, lived_in
from tests.bench.report import Kind, Row
from tests.bench.timing import Probe, Times, in_turn, timed
from views.app import Application
from views.launch import qt_application

SCANS = 700
GREETINGS = 250
RATIO = 10.0
FRAME = 16.7
_DAYS = 20
_TURNS = 200_000
_P99 = lambda times: times.p99  # noqa: E731


def measure(scratch: Path) -> Iterator[Row]:
    """A scan against a bare commit, on the same disk; then a scan with the window against one without it."""
    with lived_in(scratch / "scan", days=_DAYS) as quiet:
        with closing(_bare(scratch)) as connection:
            scan, commit = in_turn(SCANS, _scan(quiet), partial(_commit, connection), warm=50)
        yield Row("scan to commit, p50", scan, commit, RATIO)
        yield Row("scan to commit, p99", scan, commit, RATIO, of=_P99)
        with lived_in(scratch / "greeting", days=_DAYS) as shown:
            yield from _greeting(quiet, shown)


def _scan(lived: LivedIn) -> Probe:
    return lambda: timed(partial(lived.house.scan, lived.next_card()))


def _bare(scratch: Path) -> sqlite3.Connection:
    """What the standard library needs to keep one row as safely."""
    connection = sqlite3.connect(scratch / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, at TEXT, body TEXT)")
    return connection


def _commit(connection: sqlite3.Connection) -> float:
    row = ("2026-11-24T09:00:00.000000Z", "x" * 200)

    def act() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (at, body) VALUES (?, ?)", row)
        connection.execute("COMMIT")

    return timed(act)


class _Painted(QObject):
    """When a widget was on the screen: once all that is painted together with it was painted and flushed."""

    def __init__(self, widget: QWidget, qt: QApplication) -> None:
        super().__init__(widget)
        self._qt = qt
        self._began, self._at = False, 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything through. The first event that is no painting comes after the flush, and has its own work."""
        painting = event.type() == QEvent.Type.Paint
        if painting and not self._began:
            self._began = True
            self._qt.installEventFilter(self)
        elif self._began and not painting:
            self._ended()
        return False

    def after(self, act: Callable[[], object]) -> float:
        """Do `act` and turn the loop until the widget is painted: the milliseconds from one to the other."""
        self._began, self._at = False, 0
        start = time.perf_counter_ns()
        act()
        for _ in range(_TURNS):
            if self._began:
                self._ended()
                return (self._at - start) / 1e6
            self._qt.processEvents()
        raise RuntimeError("it was never painted")

    def _ended(self) -> None:
        if not self._at:
            self._at = time.perf_counter_ns()
            self._qt.removeEventFilter(self)


def _greeting(quiet: LivedIn, shown: LivedIn) -> Iterator[Row]:
    qt = qt_application()
    application = Application(qt, shown.house.desk)
    window = application.window
    window.resize(1366, 768)
    window.show()
    application.start()
    _settle(qt)

    def until(widget: QWidget) -> Probe:
        painted = _Painted(widget, qt)

        def probe() -> float:
            took = painted.after(partial(window.scan, shown.next_card()))
            _settle(qt)
            return took

        return probe

    greeting, scan = in_turn(GREETINGS, until(window.counter.greeting), _scan(quiet), warm=20)
    whole, alone = in_turn(GREETINGS, until(window.header), _scan(quiet), warm=5)
    repaint = Times(tuple(timed(window.counter.greeting.repaint) for _ in range(GREETINGS)))
    application.stop()
    _settle(qt)
    yield Row("scan to painted greeting", greeting, scan, FRAME, Kind.EXTRA)
    yield Row("scan to the head-count painted after it", whole, alone, kind=Kind.EXTRA)
    yield Row("repaint of the greeting alone", repaint, scan)


def _settle(qt: QApplication) -> None:
    """Let what is left to do be done outside the measure; Qt deletes what was let go only in a loop of its own."""
    for _ in range(3):
        qt.processEvents()
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
