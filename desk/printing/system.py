"""A printer that the system knows: CUPS on Linux and macOS, the spooler on Windows, through Qt.

The document comes as PDF, and its pages go out as pictures: the same paper whatever the driver. Qt is imported only
here and only when such a printer is used. The spooler takes a job whole or not at all, when its last page is ended:
from there on the paper is the system's, and its own queue says what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook, ready, there

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def names() -> tuple[str, ...]:
    """The printers of the system; empty where there is none, or no window to ask for. Call it from a worker: a print
    server that is away makes the system wait."""
    if not _has_window():
        return ()
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def by_name(name: str) -> QPrinter:
    """Qt's printer of that name; raises PrinterAway when the system knows none."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PrinterAway(
            "missing",
            translate("Printing", "Le système ne connaît pas d’imprimante «\u00a0{name}\u00a0».").format(name=name),
            todo=translate("Printing", "Vérifiez son nom dans les réglages de l’ordinateur."),
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


@dataclass(frozen=True)
class SystemPrinter:
    """The printer `name` of the system; `open_by_name` is Qt's way to it."""

    name: str
    open_by_name: Callable[[str], QPrinter] = by_name

    def deliver(self, data: bytes, job_id: str) -> None:
        """Hand the pages of a PDF to the spooler; raises PrinterAway."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice
        from PySide6.QtPdf import QPdfDocument

        printer = self._printer()
        source = QBuffer()
        source.setData(QByteArray(data))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        pages = QPdfDocument()
        pages.load(source)
        if pages.status() is not QPdfDocument.Status.Ready or not pages.pageCount():
            raise ValueError("the system's printers take whole PDF documents")
        printer.setDocName(job_id)
        self._draw(pages, printer)
        pages.close()

    def look(self) -> PrinterLook:
        """What the system says of it; raises PrinterAway when it cannot print."""
        from PySide6.QtPrintSupport import QPrinter

        state = self._printer().printerState()
        if state in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise self._failed()
        return ready() if state is QPrinter.PrinterState.Active else there()

    def _printer(self) -> QPrinter:
        if not _has_window():
            raise self._failed()
        return self.open_by_name(self.name)

    def _draw(self, pages: QPdfDocument, printer: QPrinter) -> None:
        from PySide6.QtCore import QRectF, QSize
        from PySide6.QtGui import QPainter
        from PySide6.QtPrintSupport import QPrinter

        _take_size(pages, 0, printer)
        painter = QPainter()
        if not painter.begin(printer):
            raise self._failed()
        try:
            for number in range(pages.pageCount()):
                if number:
                    _take_size(pages, number, printer)
                    printer.newPage()
                inches = pages.pagePointSize(number) / _POINTS_PER_INCH
                picture = pages.render(
                    number, QSize(round(inches.width() * _DOTS_PER_INCH), round(inches.height() * _DOTS_PER_INCH))
                )
                dots = printer.resolution()
                painter.drawImage(QRectF(0, 0, inches.width() * dots, inches.height() * dots), picture)
        finally:
            painter.end()
        if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise self._failed()

    def _failed(self) -> PrinterAway:
        return PrinterAway(
            "failed",
            translate("Printing", "Le système n’a pas pris le document pour «\u00a0{name}\u00a0».").format(
                name=self.name
            ),
            todo=translate("Printing", "Regardez l’état de cette imprimante dans les réglages de l’ordinateur."),
        )


def _take_size(pages: QPdfDocument, number: int, printer: QPrinter) -> None:
    """Give the printer's paper the size of a page: a roll is as long as its ticket."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    size = QPageSize(pages.pagePointSize(number).toSize(), "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setFullPage(True)
    printer.setPageLayout(layout)


def _has_window() -> bool:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication

    return isinstance(QCoreApplication.instance(), QGuiApplication)
