"""Says when the first window of a process was painted, and when the process is ready for its person.

Both classes take the places of Qt's own before the application is imported: what is timed is the application as it is.
Times are those of the system's monotonic clock, which all processes share.
"""

from __future__ import annotations

import json
import time

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent

_seen: dict[str, float] = {}


def _note(what: str) -> None:
    if what in _seen:
        return
    _seen[what] = time.monotonic()
    if len(_seen) == 2:
        print(json.dumps(_seen), flush=True)
        QtWidgets.QApplication.quit()


def _painted() -> None:
    _note("painted")


def _ready() -> None:
    _note("ready")


class WatchedWindow(QtWidgets.QMainWindow):
    """Its first paint is over, with that of all it holds, when the event loop comes round again."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and note it once."""
        super().paintEvent(event)
        if "painted" not in _seen:
            QTimer.singleShot(0, _painted)


class WatchedApplication(QtWidgets.QApplication):
    """Ready when its event loop runs and has nothing older to do."""

    @staticmethod
    def exec() -> int:
        """Run, and note the first turn of the loop."""
        QTimer.singleShot(0, _ready)
        return QCoreApplication.exec()


def install() -> None:
    """Put the watched classes in the place of Qt's."""
    QtWidgets.QMainWindow = WatchedWindow  # type: ignore[misc]
    QtWidgets.QApplication = WatchedApplication  # type: ignore[misc]
