"""Opening the window on a data folder: its lock, the demo world, the recovery screen when the file is damaged."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from desk import interruption, paths, storage
from desk.commands import FAULT
from desk.damage import DAMAGE
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.language import translate
from views import theme
from views.app import Application
from views.faults import FaultReporter
from views.qt_messages import qt_messages_kept

_UNSEEN = ("offscreen", "minimal")
_BOX_MS = 20_000


def qt_application() -> QApplication:
    """The Qt application, with fonts; raises EnvironmentFault when there is none, for nothing could be read."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("Casaco Desk")
    theme.load_shipped_fonts()
    if not QFontDatabase.families():
        raise EnvironmentFault(
            translate("App", "Aucune police de caractères n’est installée\u00a0: rien ne pourrait être lu."),
            todo=translate("App", "Installez une police (par exemple Inter), puis relancez."),
            code="no_fonts",
        )
    return qt


def run(data: Path | None, *, demo: bool, training: bool = False) -> int:
    """Open the window on the data folder (the demo world with `demo`) until it is closed; in practice at once with
    `training`."""
    if sys.platform.startswith("linux") and not _has_screen():
        raise EnvironmentFault(
            translate("App", "Il n’y a pas d’écran ici\u00a0: la fenêtre ne peut pas s’ouvrir."),
            todo=translate("App", "Jouez la visite à la place\u00a0: casaco-desk tour --out tour."),
            code="no_screen",
        )
    with qt_messages_kept():
        qt = qt_application()
        try:
            return _open(qt, data, demo, training)
        except EnvironmentFault as fault:
            _tell_on_screen(fault)
            raise


def _tell_on_screen(fault: EnvironmentFault) -> None:
    """A double click has no terminal to read: the sentence is shown in a box too, which does not wait for ever."""
    if QApplication.platformName() in _UNSEEN:
        return
    text = "\n\n".join(part for part in (fault.what, fault.safe, fault.todo) if part)
    box = QMessageBox(QMessageBox.Icon.Critical, "Casaco Desk", text)
    patience = QTimer(box)
    patience.setSingleShot(True)
    patience.timeout.connect(box.close)
    patience.start(_BOX_MS)
    box.exec()
    patience.stop()


def _has_screen() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or chosen not in ("", "xcb", "wayland"))


def _open(qt: QApplication, data: Path | None, demo: bool, training: bool) -> int:
    folder = paths.data_folder(data)
    if demo:
        folder = folder if data is not None else folder / "demo"
        if not storage.exists(folder):
            from desk.demo import make_world

            print(translate("App", "Création du monde de démonstration, quelques secondes…"), flush=True)
            make_world(folder)
    storage.make_folder(folder)
    lock = storage.DeskLock(folder)
    try:
        while True:
            try:
                return _work(qt, folder, training)
            except EnvironmentFault as fault:
                # Where nobody can see it, the sentence on standard error is all there is.
                if fault.code not in DAMAGE or QApplication.platformName() in _UNSEEN:
                    raise
                from views.recovery import recover

                if not recover(qt, folder, fault):
                    return FAULT
    finally:
        lock.release()


def _work(qt: QApplication, folder: Path, training: bool) -> int:
    """Open the desk and stay until its window is closed; what keeps it from going on is raised."""
    desk = FrontDesk(folder)
    try:
        application = Application(qt, desk)
    except BaseException:
        desk.close()
        raise
    reporter = FaultReporter()
    reporter.reported.connect(application.report)
    reporter.install()
    try:
        desk.heads.compact()
        application.was_interrupted = interruption.begin(folder)
        application.window.showMaximized()
        application.start_once_seen(training=training)
        code = qt.exec()
        if application.fault is None:
            application.window.hide()
            application.backups.copy_at_closing()
    finally:
        reporter.remove()
        application.stop()
    interruption.end(folder)
    if application.fault is not None:
        raise application.fault
    return code
