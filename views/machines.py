"""The machines of the counter besides the printer: the scanner, the camera, and pictures that are scanned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from desk import calibration
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.camera import Camera
from views.pictures import PictureScans
from views.status import Banner, Notice
from views.wedge import ScannerWedge


class Machines(QObject):
    """`heard` carries every code that was read, whichever way; `page_asked` a page to show, and its command;
    `noticed` when `notice` may have changed; `self_service_asked` when the desk is to be left to itself."""

    heard = Signal(str)
    page_asked = Signal(QWidget, str)
    noticed = Signal()
    self_service_asked = Signal()

    def __init__(self, window: QMainWindow, desk: FrontDesk, wedge: ScannerWedge, camera: Camera) -> None:
        super().__init__(window)
        self._window, self._desk, self._wedge, self.camera = window, desk, wedge, camera
        self._heard = [
            *(said.connect(self._hear) for said in (wedge.scanned, wedge.misread, wedge.foreign, camera.heard)),
            camera.changed.connect(self.noticed),
        ]

    def furnish(self, box: QLineEdit, banner: Banner) -> None:
        """Take their places in the window: pictures dropped on it or pasted, what they say in its banner."""
        self._banner = banner
        self.pictures = PictureScans(self._window, box, self._is_held)
        self.pictures.heard.connect(self._hear)
        self.pictures.told.connect(banner.inform)
        self.pictures.failed.connect(self._picture_failed)
        banner.acted.connect(self._banner_acted)

    def retire(self) -> None:
        """Hear nothing more: another window takes this one's place."""
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard.clear()
        self.pictures.stop()

    def acts(self) -> dict[str, Callable[[], None]]:
        """The commands they answer, by code."""
        return {
            "camera": self._toggle,
            "scanner": self._show_scanner,
            "image": self._scan_picture,
            "self_service": self.self_service_asked.emit,
        }

    def notice(self) -> Notice | None:
        """What the camera needs of a person."""
        return self.camera.notice()

    def _is_held(self) -> bool:
        return bool(self._desk.staff.holder.id)

    def _hear(self, raw: str) -> None:
        if calibration.is_card(raw):
            sentence = translate(
                "Machines", "C’est la carte de réglage du scanner\u00a0: ouvrez d’abord le réglage, F12."
            )
            self._banner.inform(sentence)
        else:
            self.heard.emit(raw)

    def _toggle(self) -> None:
        if self._is_held():
            self.camera.toggle()

    def _scan_picture(self) -> None:
        self.pictures.choose()

    def _show_scanner(self) -> None:
        if self._is_held():
            from views.scanner.page import ScannerPage

            self.page_asked.emit(ScannerPage(self._desk, self._wedge), "scanner")

    def _picture_failed(self, fault: object) -> None:
        assert isinstance(fault, EnvironmentFault)
        self._banner.report(fault, fault.sentence)

    def _banner_acted(self, code: str) -> None:
        if not self._is_held():
            return
        if code == "camera_retry":
            self.camera.retry()
        elif code == "camera_off":
            self.camera.turn(False)
