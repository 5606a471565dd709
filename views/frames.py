"""Reading codes in the frames of a camera: one worker, the latest frame only, a card told once.

The grey half of a frame is copied while it is mapped (FIELD.md: 0.02 ms, against 5.6 for a whole picture); the worker
sees only that copy. The same copy, made small, is what the viewfinder shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from desk.decoder import Decoded, read_luminance
from desk.logs import log_of

QUIET_S = 2.5
"""Seconds for which a code that stays in sight is not told again."""
OTHERS_QUIET_S = 30.0
"""The same for a code that is none of ours: a poster behind the person must not be told all day."""
PACE_S = 0.06
"""Seconds between two frames looked at, at least: a counter's computer has other things to do."""
PATIENT_EVERY = 5
"""One empty frame in so many is looked at harder, for small and grainy codes."""
PICTURE = QSize(480, 360)

_log = log_of(__name__)
_Format = QVideoFrameFormat.PixelFormat
_PLANAR = frozenset(
    {
        _Format.Format_YUV420P,
        _Format.Format_YUV422P,
        _Format.Format_YV12,
        _Format.Format_NV12,
        _Format.Format_NV21,
        _Format.Format_IMC1,
        _Format.Format_IMC2,
        _Format.Format_IMC3,
        _Format.Format_IMC4,
        _Format.Format_Y8,
    }
)
# Two bytes a pixel in one plane: where the first grey one stands.
_PACKED = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}


@dataclass(frozen=True)
class Grey:
    """The grey half of a frame: one byte a pixel, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    content: bytes

    def image(self) -> QImage:
        """As Qt's picture, sharing the bytes: `self` must outlive it."""
        return QImage(self.content, self.width, self.height, self.stride, QImage.Format.Format_Grayscale8)


@dataclass(frozen=True)
class Seen:
    """What the worker made of a frame: its code, if one was read, and a small picture."""

    found: Decoded | None
    picture: QImage


def grey_of(frame: QVideoFrame) -> Grey | None:
    """A copy of the grey half of `frame`; None for a frame that holds nothing."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        return _grey_of_mapped(frame)
    finally:
        frame.unmap()


def _grey_of_mapped(frame: QVideoFrame) -> Grey | None:
    kind, stride, plane = frame.pixelFormat(), frame.bytesPerLine(0), bytes(frame.bits(0))
    if kind in _PLANAR:
        return Grey(frame.width(), frame.height(), stride, plane[: stride * frame.height()])
    if kind in _PACKED:
        return Grey(frame.width(), frame.height(), stride // 2, plane[_PACKED[kind] :: 2])
    plain = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if kind == _Format.Format_Jpeg:
        image = QImage.fromData(plane)
    elif plain != QImage.Format.Format_Invalid:
        image = QImage(plane, frame.width(), frame.height(), stride, plain)
    else:
        image = frame.toImage()
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        return None
    return Grey(image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits()))


class Once:
    """Remembers what is in sight, so that a code held up is told once."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[float, float]] = {}

    def is_new(self, text: str, now: float, quiet: float) -> bool:
        """Whether `text` was not in sight for `quiet` seconds; it is in sight now. `now` in seconds, never back."""
        self._seen = {key: seen for key, seen in self._seen.items() if now - seen[0] <= seen[1]}
        known = text in self._seen
        self._seen[text] = (now, quiet)
        return not known


class FrameReader(QObject):
    """`read` carries the text of a code, `pictured` a small QImage of each frame looked at. Main thread only."""

    read = Signal(str)
    pictured = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds that never go back."""
        super().__init__(parent)
        self._clock = clock
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open = False
        self._busy = False
        self._waiting: QVideoFrame | None = None
        self._last = float("-inf")
        self._empty = 0
        self._once = Once()
        self._done.connect(self._looked)

    def start(self) -> None:
        """Look at the frames from now on."""
        self._open = True

    def stop(self) -> None:
        """Look no more; the frame under way, which takes milliseconds, is waited for and not told."""
        self._open = False
        self._waiting = None
        self._pool.waitForDone()

    def take(self, frame: QVideoFrame) -> None:
        """A frame came: looked at now, or when the worker is free if no newer one has come by then."""
        if not self._open:
            return
        if self._busy:
            self._waiting = frame
        elif self._clock() - self._last >= PACE_S:
            self._look(frame)

    def _look(self, frame: QVideoFrame) -> None:
        grey = grey_of(frame)
        if grey is None:
            return
        self._busy, self._last = True, self._clock()
        patient = self._empty % PATIENT_EVERY == PATIENT_EVERY - 1
        self._pool.start(_Look(grey, patient, self._done.emit))

    def _looked(self, seen: object) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if not self._open:
            return
        if isinstance(seen, Seen):
            self._tell(seen)
        if waiting is not None:
            self.take(waiting)

    def _tell(self, seen: Seen) -> None:
        self.pictured.emit(seen.picture)
        self._empty = self._empty + 1 if seen.found is None else 0
        if seen.found is not None:
            quiet = QUIET_S if seen.found.code is not None else OTHERS_QUIET_S
            if self._once.is_new(seen.found.text, self._clock(), quiet):
                self.read.emit(seen.found.text)


class _Look(QRunnable):
    """Looks at one frame on the worker's thread; tells what it saw, or None when it failed."""

    def __init__(self, grey: Grey, patient: bool, tell: Callable[[object], None]) -> None:
        super().__init__()
        self._grey, self._patient, self._tell = grey, patient, tell

    def run(self) -> None:
        """Read, and make the small picture."""
        try:
            self._tell(_look(self._grey, self._patient))
        except Exception:
            _log.exception("a frame of the camera could not be looked at")
            self._tell(None)


def _look(grey: Grey, patient: bool) -> Seen:
    found = read_luminance(grey.width, grey.height, grey.stride, grey.content, patient=patient)
    mode = Qt.TransformationMode.SmoothTransformation
    small = grey.image().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio, mode).copy()
    return Seen(found if isinstance(found, Decoded) else None, small)
