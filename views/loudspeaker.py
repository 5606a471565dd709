"""The loudspeaker of this computer. Importing this module loads Qt's multimedia: only `views/chimes.py` does, late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QObject

# Qt tries graphics and sound libraries that a reception PC seldom has, and says so for each.
QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.*.info=false")

from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices  # noqa: E402

from views.tones import RATE  # noqa: E402


class Loudspeaker(QObject):
    """Plays one short sound at a time; a new one takes the place of the one before."""

    def __init__(self, parent: QObject, device: Callable[[], QAudioDevice] = QMediaDevices.defaultAudioOutput) -> None:
        """`device` is asked before each sound, for headphones come and go."""
        super().__init__(parent)
        self._device = device
        self._sound = QBuffer(self)
        self._sink: QAudioSink | None = None

    def play(self, samples: bytes) -> bool:
        """Play; False when there is nothing to play it on."""
        self.stop()
        device, wanted = self._device(), _format()
        if device.isNull() or not device.isFormatSupported(wanted):
            return False
        self._sound.setData(QByteArray(samples))
        self._sound.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, wanted, self)
        self._sink.stateChanged.connect(self._state_changed)
        self._sink.start(self._sound)
        return True

    def stop(self) -> None:
        """Be silent, and leave the device to others."""
        if self._sink is not None:
            sink, self._sink = self._sink, None
            sink.stateChanged.disconnect(self._state_changed)
            sink.stop()
            sink.deleteLater()
        self._sound.close()

    def _state_changed(self, state: QAudio.State) -> None:
        # Idle: all of it was played.
        if state == QAudio.State.IdleState:
            self.stop()


def _format() -> QAudioFormat:
    made = QAudioFormat()
    made.setSampleRate(RATE)
    made.setChannelCount(1)
    made.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return made
