"""What the window shows while nobody holds the desk: the sign-in page, or self-service on the whole screen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desk.checkin import ScanOutcome
from desk.frontdesk import FrontDesk
from views.bridge import Bridge
from views.camera import Camera
from views.commands import commands
from views.plan.guard import guarded
from views.sign_in import SignInPage

if TYPE_CHECKING:
    from views.self_service import SelfServicePage


class Unattended(QObject):
    """Goes into self-service and out of it: `signed_in` carries the SignedIn value of who takes the desk back.

    In self-service the keys of the counter are dead, all but the roll call's, and closing the window does nothing.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        root: QStackedWidget,
        sign_in: SignInPage,
        desk: FrontDesk,
        camera: Camera,
        bridge: Bridge,
    ) -> None:
        super().__init__(window)
        self._window, self._root, self._sign_in = window, root, sign_in
        self._desk, self._camera = desk, camera
        self._before: Qt.WindowState | None = None
        self._heard = [bridge.changed.connect(self._reload), bridge.minute.connect(self._reload)]
        window.installEventFilter(self)

    @cached_property
    def service(self) -> SelfServicePage:
        """The page of self-service, made the first time it is wanted."""
        from views.self_service import SelfServicePage

        made = SelfServicePage(self._desk, self._camera)
        made.signed_in.connect(self._signed_in)
        self._root.addWidget(made)
        return made

    @property
    def is_self_service(self) -> bool:
        """Whether members pass their cards by themselves."""
        return self._before is not None

    @property
    def page(self) -> SignInPage | SelfServicePage:
        """The page of the moment."""
        return self.service if self.is_self_service else self._sign_in

    def show(self) -> None:
        """Show the page of the moment, ready for the first key."""
        self._reload()
        self._root.setCurrentWidget(self.page)
        self.page.focus_first()

    def say(self, outcome: ScanOutcome) -> None:
        """The answer of a scan. Whoever stands alone before the roll call sees it too."""
        if self.is_self_service and self._root.currentWidget() is not self.service:
            self.show()
        self.page.say(outcome)

    def rest(self) -> None:
        """Nobody has touched anything for a while: neither a half-typed PIN nor the roll call stays on the screen."""
        if self.is_self_service:
            self.show()

    def begin(self) -> None:
        """Self-service, on the whole screen, with the camera if there is one; nobody holds the desk any more.

        Not in a house without anybody enrolled: no PIN could end it.
        """
        if not self._desk.staff.everyone():
            return
        self._desk.staff.sign_out()
        if not self.is_self_service:
            self._before = self._window.windowState()
            self._keys(False)
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
            self._camera.lend(True)

    def end(self) -> None:
        """The desk is held again: the window and the camera are what they were."""
        if self._before is not None:
            before, self._before = self._before, None
            self._keys(True)
            self._window.setWindowState(before)
            self._camera.lend(False)

    def retire(self) -> None:
        """Hear nothing more: another window takes this one's place."""
        self.end()
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard.clear()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Self-service is left with a PIN only: not by closing the window."""
        if event.type() == QEvent.Type.Close and watched is self._window and self.is_self_service:
            event.ignore()
            return True
        return False

    def _reload(self) -> None:
        """The clock and the free places, if they are on the screen."""
        if self.is_self_service:
            self.service.reload()

    def _signed_in(self, answer: object) -> None:
        self.end()
        self.signed_in.emit(answer)

    def _keys(self, alive: bool) -> None:
        """The window's own keys; those of a page are dead while it is hidden."""
        always = {command.key for command in commands() if command.even_locked}
        for shortcut in self._window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if shortcut.key().toString() not in always:
                shortcut.setEnabled(alive)
