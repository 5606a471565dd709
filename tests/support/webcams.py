"""Webcams that are plugged and unplugged by the test, and the frames it puts before them, through Qt's own session."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import QObject, QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoFrameInput

from views.webcams import Feed, Webcams

Format = QVideoFrameFormat.PixelFormat


class FakeWebcams(Webcams):
    """Begins with `names` plugged in; a webcam's identifier is its name."""

    def __init__(self, parent: QObject | None = None, *, names: tuple[str, ...] = ("Bureau",)) -> None:
        super().__init__(parent)
        self.names = list(names)
        self.opened: list[str] = []
        self.feed: Feed | None = None
        self._input: QVideoFrameInput | None = None

    def listed(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, f"Caméra {name}") for name in self.names)

    def open(self, identifier: str) -> Feed:
        assert identifier in self.names
        self.opened.append(identifier)
        self._input = QVideoFrameInput()
        self.feed = Feed(self._input, self)
        return self.feed

    def plug(self, name: str) -> None:
        self.names.append(name)
        self.changed.emit()

    def unplug(self, name: str) -> None:
        self.names.remove(name)
        self.changed.emit()

    def show(self, picture: Image.Image, kind: Format = Format.Format_NV12) -> bool:
        """Send a frame; False if the session would not take it now."""
        assert self._input is not None
        return self._input.sendVideoFrame(frame_of(picture, kind))


def frame_of(picture: Image.Image, kind: Format = Format.Format_NV12) -> QVideoFrame:
    """A grey picture as a camera's frame: planar (NV12, YUV420P, Y8) or packed (YUYV, UYVY)."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(picture.width, picture.height), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, stride, rows = frame.bits(0), frame.bytesPerLine(0), picture.tobytes()
    assert isinstance(plane, memoryview)
    step, first = {Format.Format_YUYV: (2, 0), Format.Format_UYVY: (2, 1)}.get(kind, (1, 0))
    for line in range(picture.height):
        row = rows[line * picture.width : (line + 1) * picture.width]
        spread = bytearray([128]) * (len(row) * step)
        spread[first::step] = row
        plane[line * stride : line * stride + len(spread)] = bytes(spread)
    frame.unmap()
    return frame
