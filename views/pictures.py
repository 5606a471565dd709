"""Codes that arrive as pictures: a file dropped on the window or chosen, a picture or a text of the clipboard.

A picture is read by a worker, so that a large photograph never stops the counter.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow

from desk.codes import Code, parse
from desk.decoder import Decoded, read_file, read_luminance
from desk.errors import EnvironmentFault, Refused
from desk.keyboard_layouts import undo_layout
from desk.language import translate
from desk.logs import log_of
from views.plan.guard import guarded
from views.prompts import Prompter

_log = log_of(__name__)
Reading = Callable[[], Decoded | Refused]


class PictureScans(QObject):
    """`heard` carries the text of a code, `told` a sentence when there is none, `failed` an EnvironmentFault."""

    heard = Signal(str)
    told = Signal(str)
    failed = Signal(object)
    _done = Signal(object)

    def __init__(self, window: QMainWindow, box: QLineEdit, may_scan: Callable[[], bool]) -> None:
        """Hear drops on `window`, and pictures pasted in it or in its `box`; only while `may_scan` allows it."""
        super().__init__(window)
        self._window = window
        self._box = box
        self._may_scan = may_scan
        self.prompter = Prompter()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._stopped = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        # The box would take the name of a dropped file for words to find; a pasted picture it would not take at all.
        box.setAcceptDrops(False)
        box.installEventFilter(self)
        # A text field that has the focus keeps the key for itself: Qt asks it first.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window).activated.connect(self.paste)
        self._done.connect(self._read)

    def stop(self) -> None:
        """Wait for the picture under way, and tell nothing more."""
        self._stopped = True
        self._pool.waitForDone()

    # --- ways in ---------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a picture file and scan it."""
        if not self._may_scan():
            return
        title = translate("PictureScans", "Scanner une image")
        pattern = translate("PictureScans", "Images") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
        path = self.prompter.open_file(self._window, title, pattern)
        if path is not None:
            self.scan_file(path)

    def scan_file(self, path: Path) -> None:
        """Scan a picture file."""
        self._start(lambda: read_file(path))

    def scan_image(self, image: QImage) -> None:
        """Scan a picture that is no file."""
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        width, height, stride, content = grey.width(), grey.height(), grey.bytesPerLine(), bytes(grey.constBits())
        self._start(lambda: read_luminance(width, height, stride, content, patient=True))

    def paste(self) -> None:
        """Scan what the clipboard holds: a picture, picture files, or the text of a code."""
        if self._may_scan():
            self.scan_data(QGuiApplication.clipboard().mimeData())

    def scan_data(self, data: QMimeData) -> None:
        """Scan what was pasted or dropped, or say why not."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(files) > 1:
            self.told.emit(translate("PictureScans", "Donnez une image à la fois."))
        elif files:
            self.scan_file(files[0])
        elif data.hasImage() and not (image := QImage(data.imageData())).isNull():
            self.scan_image(image)
        elif isinstance(parse(undo_layout(data.text().strip())), Code):
            self.heard.emit(data.text().strip())
        else:
            self.told.emit(translate("PictureScans", "Il n’y a là ni image, ni code de Casaco."))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture dropped on the window, or pasted while the box has the focus."""
        if isinstance(event, QDragEnterEvent) and watched is self._window:
            if self._may_scan() and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and watched is self._window:
            if self._may_scan():
                event.acceptProposedAction()
                self.scan_data(event.mimeData())
            return True
        return watched is self._box and self._is_picture_paste(event)

    def _is_picture_paste(self, event: QEvent) -> bool:
        """Whether the key was a paste that the box has no use for; it is scanned then."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not (data.hasImage() or data.hasUrls()) or not self._may_scan():
            return False
        self.scan_data(data)
        return True

    # --- the worker ------------------------------------------------------------------------------------------

    def _start(self, reading: Reading) -> None:
        self._pool.start(_Reading(reading, self._done.emit))

    def _read(self, answer: object) -> None:
        if self._stopped:
            return
        if isinstance(answer, Decoded):
            self.heard.emit(answer.text)
        elif isinstance(answer, Refused):
            self.told.emit(answer.sentence)
        elif isinstance(answer, EnvironmentFault):
            self.failed.emit(answer)
        else:
            self.told.emit(translate("PictureScans", "Cette image n’a pas pu être lue."))


class _Reading(QRunnable):
    """Reads one picture on the worker's thread; tells what was read, the refusal, the fault, or None for a bug."""

    def __init__(self, reading: Reading, tell: Callable[[object], None]) -> None:
        super().__init__()
        self._reading, self._tell = reading, tell

    def run(self) -> None:
        """Read."""
        answer: object = None
        try:
            answer = self._reading()
        except EnvironmentFault as fault:
            answer = fault
        except Exception:
            _log.exception("a picture could not be scanned")
        self._tell(answer)
