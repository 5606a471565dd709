"""Questions to printers and to the system, which may take their time: asked on a worker, answered by a signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.logs import log_of
from desk.printing.ports import PrinterLook
from desk.printing.printers import PrinterListed

_log = log_of(__name__)


class Looks(QObject):
    """One question at a time. `looked` carries a printer's id and a PrinterLook; `named` the system's printers, as a
    tuple of names."""

    looked = Signal(str, object)
    named = Signal(object)

    def __init__(self, desk: FrontDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def look(self, printer: PrinterListed) -> None:
        """Ask a printer how it is."""
        self._pool.start(_Question(self._look, printer))

    def ask_names(self) -> None:
        """Ask the system which printers it knows."""
        self._pool.start(_Question(self._names, None))

    def stop(self) -> None:
        """Forget what was not asked yet; wait for the answer under way, whose time is bounded."""
        self._pool.clear()
        self._pool.waitForDone()

    def _look(self, printer: PrinterListed | None) -> None:
        assert printer is not None
        try:
            look = self._desk.printers.trials.look(printer)
        except EnvironmentFault as fault:
            look = PrinterLook(fault.code, fault.sentence)
        self.looked.emit(printer.id, look)

    def _names(self, _printer: PrinterListed | None) -> None:
        self.named.emit(self._desk.printers.trials.system_names())


class _Question(QRunnable):
    def __init__(self, ask: Callable[[PrinterListed | None], None], printer: PrinterListed | None) -> None:
        super().__init__()
        self._ask, self._printer = ask, printer

    def run(self) -> None:
        """Ask on the worker's thread."""
        try:
            self._ask(self._printer)
        except Exception:
            _log.exception("a printer could not be asked")
