"""Says when the first window of a process was painted, and when the process is ready for its person.

The watched window takes the place of Qt's before the application is imported: what is timed is the application as it
is. Times are those of the system's monotonic clock, which all processes share.
"""

from __future__ import annotations

import json
import time
from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

_TURNS = 5
_seen: dict[str, float] = {}


def _painted() -> None:
    _seen.setdefault("painted", time.monotonic())
    _wait(_TURNS)


def _wait(turns: int) -> None:
    """What the application does next takes its turns of the loop before the last of these."""
    if turns:
        QTimer.singleShot(0, partial(_wait, turns - 1))
    elif "ready" not in _seen:
        _seen["ready"] = time.monotonic()
        print(json.dumps(_seen), flush=True)
        QtWidgets.QApplication.quit()


class WatchedWindow(QtWidgets.QMainWindow):
    """Its first paint is over, with that of all it holds, when the event loop comes round again."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and note it once."""
        super().paintEvent(event)
        if "painted" not in _seen:
            QTimer.singleShot(0, _painted)


def install() -> None:
    """Put the watched window in the place of Qt's."""
    QtWidgets.QMainWindow = WatchedWindow  # type: ignore[misc]
