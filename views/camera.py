"""The camera of the desk: which one, whether it is on, and what stands in the way, told calmly.

Qt's multimedia is imported when the camera is first asked for: a desk without it, or without its libraries, starts
and works. Whether the camera is on and which one was chosen are kept in the window's preferences.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from desk.language import translate
from desk.logs import log_of
from views.status import Notice

if TYPE_CHECKING:
    from views.frames import FrameReader
    from views.webcams import Feed, Webcams

ON, CHOSEN = "camera/on", "camera/chosen"
_log = log_of(__name__)


class CameraState(StrEnum):
    """What the camera does. All but OFF and LIVE need a person: no webcam, unplugged, busy or broken, no library."""

    OFF = "off"
    LIVE = "live"
    ABSENT = "absent"
    UNPLUGGED = "unplugged"
    FAILED = "failed"
    UNABLE = "unable"


def system_webcams(parent: QObject) -> Webcams:
    """The webcams of this computer; ImportError when Qt's multimedia or one of its libraries is missing."""
    from views.webcams import SystemWebcams

    return SystemWebcams(parent)


class Camera(QObject):
    """`heard` carries the text of a code; `pictured` a small QImage for viewfinders; `changed` after any change."""

    heard = Signal(str)
    pictured = Signal(object)
    changed = Signal()

    def __init__(
        self,
        preferences: QSettings,
        parent: QObject | None = None,
        *,
        webcams: Callable[[QObject], Webcams] = system_webcams,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._find_webcams = webcams
        self._webcams: Webcams | None = None
        self._feed: Feed | None = None
        self._reader: FrameReader | None = None
        self._shown = ""
        self._lent = False
        self._began = False
        self._over = False
        self._was_live = False
        self.state = CameraState.OFF

    # --- what is asked of it ---------------------------------------------------------------------------------

    @property
    def is_wanted(self) -> bool:
        """Whether the person wants the camera on."""
        return self._preferences.value(ON, "false") in (True, "true")

    @property
    def is_live(self) -> bool:
        """Whether frames come."""
        return self.state is CameraState.LIVE

    @property
    def shown(self) -> str:
        """The identifier of the webcam in use, else of the one chosen, else empty."""
        return self._shown or str(self._preferences.value(CHOSEN, ""))

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Each webcam's identifier and name; empty when there is none, or no way to look."""
        webcams = self._system()
        return webcams.listed() if webcams is not None else ()

    def start(self) -> None:
        """Go on as it was when the window was last closed."""
        if not self._over:
            self._began = True
            self._settle()

    def rest(self) -> None:
        """Let go of the webcam for a while; `start` goes on with it."""
        self._began = False
        self._settle()

    def stop(self) -> None:
        """Let go of the webcam; nothing is heard any more."""
        self._began, self._over = False, True
        self._close()
        self.state = CameraState.OFF

    def toggle(self) -> None:
        """On, or off."""
        self.turn(not self.is_wanted)

    def turn(self, on: bool) -> None:
        """On or off, as the person wants it from now on."""
        self._preferences.setValue(ON, "true" if on else "false")
        self._was_live = False
        self._settle()

    def choose(self, identifier: str) -> None:
        """Use that webcam, and turn the camera on."""
        self._preferences.setValue(CHOSEN, identifier)
        self.turn(True)

    def lend(self, lent: bool) -> None:
        """On while the desk is unattended, whatever the person wants otherwise."""
        self._lent = lent
        self._settle()

    def retry(self) -> None:
        """Try the webcam again."""
        self._close()
        self._settle()

    # --- what it does ----------------------------------------------------------------------------------------

    def _system(self) -> Webcams | None:
        if self._webcams is None:
            try:
                self._webcams = self._find_webcams(self)
            except ImportError as error:
                _log.warning("no camera on this computer", error=error)
                return None
            self._webcams.changed.connect(self._plugged)
        return self._webcams

    def _plugged(self) -> None:
        if self.state is CameraState.FAILED:
            self._close()
        self._settle()

    def _settle(self) -> None:
        """Make the state what is wanted and possible."""
        state = self._settled()
        # A webcam may have taken another's place: say so too.
        self.state = state
        self._was_live = self._was_live or state is CameraState.LIVE
        self.changed.emit()

    def _settled(self) -> CameraState:
        if not self._began or not (self.is_wanted or self._lent):
            self._close()
            return CameraState.OFF
        webcams = self._system()
        if webcams is None:
            return CameraState.UNABLE
        present = [identifier for identifier, _ in webcams.listed()]
        chosen = str(self._preferences.value(CHOSEN, ""))
        wanted = chosen if chosen in present else next(iter(present), "")
        if not wanted:
            self._close()
            return CameraState.UNPLUGGED if self._was_live else CameraState.ABSENT
        if self._feed is None or self._shown != wanted:
            self._close()
            self._open(webcams, wanted)
        # Some fail while they are opened.
        return CameraState.LIVE if self._feed is not None else CameraState.FAILED

    def _open(self, webcams: Webcams, identifier: str) -> None:
        from views.frames import FrameReader

        if self._reader is None:
            self._reader = FrameReader(self)
            self._reader.read.connect(self.heard)
            self._reader.pictured.connect(self.pictured)
        self._shown = identifier
        self._feed = webcams.open(identifier)
        self._feed.frame.connect(self._reader.take)
        self._feed.failed.connect(self._failed)
        self._reader.start()
        self._feed.begin()

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.stop()
        if self._feed is not None:
            self._feed.close()
        self._feed, self._shown = None, ""

    def _failed(self) -> None:
        self._close()
        self.state = CameraState.FAILED
        # A webcam that was pulled out fails first and leaves the list after.
        self.changed.emit()

    # --- what it says ----------------------------------------------------------------------------------------

    def notice(self) -> Notice | None:
        """What needs a person, if the person wants the camera: what happened, and what to do."""
        if not self.is_wanted:
            return None
        turn_off = translate("Camera", "Éteindre la caméra")
        match self.state:
            case CameraState.ABSENT:
                sentence = translate(
                    "Camera",
                    "Aucune caméra n’est branchée. Branchez-en une\u00a0: elle s’allumera d’elle-même."
                    " Le scanner marche toujours.",
                )
            case CameraState.UNPLUGGED:
                sentence = translate(
                    "Camera",
                    "La caméra est débranchée. Rebranchez-la\u00a0: elle repartira d’elle-même."
                    " Le scanner marche toujours.",
                )
            case CameraState.FAILED:
                sentence = translate(
                    "Camera",
                    "La caméra ne répond pas. Fermez les autres logiciels qui s’en servent, puis réessayez."
                    " Le scanner marche toujours.",
                )
                return Notice("camera_retry", sentence, translate("Camera", "Réessayer"))
            case CameraState.UNABLE:
                sentence = translate(
                    "Camera",
                    "Cet ordinateur ne sait pas lire une caméra\u00a0: il lui manque une bibliothèque (libpulse0)."
                    " Le scanner marche toujours.",
                )
            case _:
                return None
        return Notice("camera_off", sentence, turn_off)
