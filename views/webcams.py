"""The webcams of this computer. Importing this module loads Qt's multimedia, which not every computer has: only
`views/camera.py` does, when someone asks for the camera.
"""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal

# Qt tries graphics and sound libraries that a reception PC seldom has, and says so for each.
QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.*.info=false")

from PySide6.QtMultimedia import (  # noqa: E402
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
    QVideoSink,
)

WIDTH = 1280
"""Pixels of a frame that read a card well; more only costs."""
SILENT_MS = 8_000
"""A camera that sends no frame for so long is broken, or held by another program; some take seconds to begin."""
_LEAST_RATE = 10.0


class Feed(QObject):
    """Frames from one camera, as `frame` (a QVideoFrame), from `begin` until `close`.

    `failed` when the camera gives up, or sends nothing for `SILENT_MS`.
    """

    frame = Signal(QVideoFrame)
    failed = Signal()

    def __init__(self, source: QCamera | QVideoFrameInput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        source.setParent(self)
        self._sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self.frame)
        if isinstance(source, QCamera):
            self._session.setCamera(source)
            source.errorOccurred.connect(self._gave_up)
        else:
            self._session.setVideoFrameInput(source)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENT_MS)
        self._silence.timeout.connect(self.failed)
        self._sink.videoFrameChanged.connect(self._silence_broken)

    def begin(self) -> None:
        """Frames come from now on; a camera may fail before this returns."""
        self._silence.start()
        if isinstance(self._source, QCamera):
            self._source.start()

    def _silence_broken(self) -> None:
        self._silence.start()

    def close(self) -> None:
        """No frame comes any more; the camera is free for others."""
        self._sink.videoFrameChanged.disconnect(self.frame)
        self._sink.videoFrameChanged.disconnect(self._silence_broken)
        self._silence.stop()
        if isinstance(self._source, QCamera):
            self._source.stop()
        self._session.setVideoSink(None)  # type: ignore[arg-type]
        self.deleteLater()

    def _gave_up(self, error: QCamera.Error, _text: str) -> None:
        if error != QCamera.Error.NoError:
            self.failed.emit()


class Webcams(QObject):
    """What `Camera` needs to know of the webcams; `changed` when one was plugged in or out."""

    changed = Signal()

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Each webcam's identifier and name, the system's own choice first."""
        raise NotImplementedError

    def open(self, identifier: str) -> Feed:
        """Frames of that webcam, which was in the last list."""
        raise NotImplementedError


class SystemWebcams(Webcams):
    """The real ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)
        self._found: dict[str, QCameraDevice] = {}

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Each webcam's identifier and name, the system's own choice first."""
        devices = sorted(QMediaDevices.videoInputs(), key=lambda device: not device.isDefault())
        self._found = {_identifier(device): device for device in devices}
        return tuple((identifier, device.description()) for identifier, device in self._found.items())

    def open(self, identifier: str) -> Feed:
        """Frames of that webcam, about `WIDTH` pixels wide. If it has just been pulled out, they fail."""
        device = self._found[identifier]
        camera = QCamera(device)
        formats = device.videoFormats()
        if formats:
            camera.setCameraFormat(min(formats, key=_cost))
        return Feed(camera, self)


def _identifier(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _cost(offered: QCameraFormat) -> tuple[bool, int, bool]:
    """The smallest is best: quick enough, near the wanted width, not packed as JPEG, which costs to unpack."""
    packed = offered.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
    too_slow = offered.maxFrameRate() < _LEAST_RATE
    return too_slow, abs(offered.resolution().width() - WIDTH), packed
