"""From the real desk's window to that of the house to practise in, and back.

The real window stays as it was behind: its flow half-way, its page, its text half typed. Its ears are closed while
practice has the screen; its printer, its copies and its clock go on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desk.errors import EnvironmentFault, Refused
from desk.frontdesk import FrontDesk
from desk.language import translate

if TYPE_CHECKING:
    from desk.training import Practice
    from views.app import Application

_LOOK = ("theme", "scale", "language")


class TrainingRoom(QObject):
    """`practice` is the application of the practice house while it is open, else None."""

    def __init__(self, real: Application, qt: QApplication, desk: FrontDesk, dress: QSettings) -> None:
        super().__init__(real)
        self._real = real
        self._qt = qt
        self._desk = desk
        self._dress = dress
        self._open: Practice | None = None
        self._look: tuple[object, ...] = ()
        self.practice: Application | None = None

    @property
    def desk(self) -> FrontDesk | None:
        """The desk of the practice house while it is open."""
        return self._open.desk if self._open is not None else None

    def enter(self, *, unattended: bool = False) -> None:
        """Go there; a refusal or a fault is told in the real window."""
        if self.practice is None:
            self._look = self._worn()
            self._try(lambda: self._desk.training.enter(unattended=unattended))

    def leave(self) -> None:
        """Go back to the real desk; soon, for the window that asks must not be taken away while it asks."""
        QTimer.singleShot(0, self, self._leave)

    def begin_anew(self) -> None:
        """Throw away what was practised, and begin again."""
        QTimer.singleShot(0, self, self._begin_anew)

    def show_the_inside(self) -> None:
        """The alarm may be ringing: the real list of who is in, at once."""
        self._leave()
        self._real.window.work.show_roll_call()

    def stop(self) -> None:
        """The real desk closes: practice first."""
        self._close_window()
        opened, self._open = self._open, None
        if opened is not None:
            self._desk.training.leave(opened)

    # --- there -----------------------------------------------------------------------------------------------

    def _try(self, opening: Callable[[], Practice | Refused]) -> bool:
        """Open the practice house and its window; the real one is hidden once it stands."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            opened = opening()
            if isinstance(opened, Refused):
                self._refuse(opened)
                return False
            self._open = opened
            self._show(opened)
        except EnvironmentFault as fault:
            if self.practice is not None:
                self._back()
            self.stop()
            self._real.window.report(fault, fault.sentence)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        return True

    def _refuse(self, refused: Refused) -> None:
        """In the banner, or where it can be read while nobody holds the desk."""
        if self._real.window.is_locked:
            self._real.window.sign_in.refuse(refused)
        else:
            self._real.window.banner.inform(refused.sentence)

    def _show(self, opened: Practice) -> None:
        from views.app import Application

        practice = Application(self._qt, opened.desk, self._dress)
        self.practice = practice
        practice.training_asked.connect(self.leave)
        practice.anew_asked.connect(self.begin_anew)
        practice.alarm_asked.connect(self.show_the_inside)
        self._real.pause()
        window, behind = practice.window, self._real.window
        window.setGeometry(behind.geometry())
        window.setWindowState(behind.windowState())
        window.show()
        behind.hide()
        window.activateWindow()
        practice.start()

    # --- and back --------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        if self.practice is None or self._open is None:
            return
        self._back()
        self._close_window()
        opened, self._open = self._open, None
        if not self._desk.training.leave(opened):
            self._real.window.lock()
        if self._worn() != self._look:
            self._real.wear()
        else:
            sentence = translate("Training", "Vous êtes de retour dans la vraie maison.")
            self._real.window.banner.inform(sentence)

    def _begin_anew(self) -> None:
        opened = self._open
        if self.practice is None or opened is None:
            return
        if not opened.desk.staff.holder.id:
            return
        self._back()
        self._close_window()
        self._open = None
        if not self._try(lambda: self._desk.training.begin_anew(opened)):
            self._real.window.lock()

    def _back(self) -> None:
        """The real window is there again before the other goes: the application must not end between them."""
        window = self._real.window
        assert self.practice is not None
        window.setWindowState(self.practice.window.windowState() & ~Qt.WindowState.WindowFullScreen)
        window.show()
        window.activateWindow()
        self.practice.pause()
        self._real.resume()

    def _close_window(self) -> None:
        practice, self.practice = self.practice, None
        if practice is not None:
            practice.stop()
            practice.deleteLater()

    def _worn(self) -> tuple[object, ...]:
        return tuple(self._dress.value(what) for what in _LOOK)
