"""What nobody caught: a fault of the world is shown with what to do, a bug is logged; the desk goes on."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desk.errors import EnvironmentFault

_log = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Takes the place of `sys.excepthook`; `reported` carries the fault (None for a bug) and details to copy."""

    reported = Signal(object, str)

    def install(self) -> None:
        """Hear every exception that reaches the event loop."""
        sys.excepthook = self.hear

    def remove(self) -> None:
        """Give the place back."""
        sys.excepthook = sys.__excepthook__

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log, and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, EnvironmentFault):
            _log.warning("fault %s: %s", error.code, error.sentence)
            self.reported.emit(error, details)
        else:
            _log.error("bug: %s", details)
            self.reported.emit(None, details)
