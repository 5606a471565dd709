"""The sound of a scan: one for each verdict, after the greeting is on the screen, and silence where it cannot be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication

from desk.checkin import ScanOutcome, Verdict
from desk.logs import log_of
from views.tones import samples

SOUND, ON, OFF = "sound", "on", "off"
_AFTER_MS = 30  # the greeting is painted first: it is what the person waits for
_OF_THE_SYSTEM = "/run/pulse"
_UNSEEN = ("offscreen", "minimal")
_log = log_of(__name__)


class Speaker(Protocol):
    """What plays samples (`views.tones`)."""

    def play(self, samples: bytes) -> bool:
        """Play; False when there is nothing to play it on."""

    def stop(self) -> None:
        """Be silent."""


def system_speaker(parent: QObject) -> Speaker | None:
    """The computer's loudspeaker; None without a screen, a sound server, or Qt's multimedia."""
    if QGuiApplication.platformName() in _UNSEEN or not _has_sound_server():
        return None
    try:
        from views.loudspeaker import Loudspeaker
    except ImportError as error:
        _log.info("no sound on this computer", error=error)
        return None
    return Loudspeaker(parent)


def _has_sound_server() -> bool:
    """Qt on Linux speaks to PulseAudio or to what answers in its name, and complains aloud when nobody does."""
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return True
    folders = (
        os.environ.get("PULSE_RUNTIME_PATH", ""),
        os.environ.get("XDG_RUNTIME_DIR", "") + "/pulse",
        _OF_THE_SYSTEM,
    )
    return any(folder and (Path(folder) / "native").exists() for folder in folders)


class Chimes(QObject):
    """Whether they sound is kept with the window's preferences."""

    def __init__(
        self,
        preferences: QSettings,
        parent: QObject | None = None,
        *,
        speaker: Callable[[QObject], Speaker | None] = system_speaker,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._find = speaker
        self._speaker: Speaker | None = None
        self._next = Verdict.IN
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self.sound)

    @property
    def is_on(self) -> bool:
        """Whether a scan is heard."""
        return str(self._preferences.value(SOUND, ON)) != OFF

    def answer(self, outcome: object) -> None:
        """Sound the answer of a scan in a moment, unless the person wants silence."""
        assert isinstance(outcome, ScanOutcome)
        if self.is_on:
            self._next = outcome.verdict
            self._soon.start()

    def sound(self) -> None:
        """Sound now what was asked for. A speaker that is not there yet is looked for again each time."""
        if self._speaker is None:
            self._speaker = self._find(self)
        if self._speaker is not None:
            self._speaker.play(samples(self._next))

    def stop(self) -> None:
        """Be silent from now on."""
        self._soon.stop()
        if self._speaker is not None:
            self._speaker.stop()
