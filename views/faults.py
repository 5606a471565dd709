"""What nobody caught: a fault of the world is shown with what to do, a bug is logged; the desk goes on."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desk.errors import EnvironmentFault
from desk.logs import log_of

_log = log_of(__name__)


class FaultReporter(QObject):
    """Takes the place of `sys.excepthook`; `reported` carries the fault (None for a bug) and details to copy."""

    reported = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._before = sys.excepthook

    def install(self) -> None:
        """Hear every exception that reaches the event loop."""
        self._before = sys.excepthook
        sys.excepthook = self.hear

    def remove(self) -> None:
        """Give the place back to whoever had it."""
        sys.excepthook = self._before

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log, and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, EnvironmentFault):
            _log.warning("a fault was told", failure=error)
            self.reported.emit(error, details)
        else:
            _log.error("a bug was told", failure=error)
            self.reported.emit(None, details)
