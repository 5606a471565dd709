"""The desk with its window: the look, the scanner, the workers; and closing all of it in order."""

from __future__ import annotations

import gc
import traceback
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QSettings, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desk import interruption, language, translations
from desk.damage import DAMAGE, damage_met
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.language import translate
from views import idle, theme
from views.backups.watch import BackupWatch
from views.bridge import Bridge
from views.checkpoints import Checkpoints
from views.clock_teller import ClockTeller
from views.first_paint import FirstPaint
from views.idle import IdleWatch
from views.jobs import PrintJobs
from views.main_window import MainWindow
from views.status import Notice
from views.wedge import ScannerWedge
from views.wheel import WheelRule

if TYPE_CHECKING:
    from views.camera import Camera
    from views.chimes import Chimes
    from views.training import TrainingRoom

PREFERENCES = "window.ini"


class Application(QObject):
    """The desk with its window, made again when the language changes.

    `fault` is what kept it from starting, if any; `was_interrupted` whether the window before had no time to close.
    In the house to practise in `training_asked`, `anew_asked` and `alarm_asked` are those of its window, and it wears
    the `dress` of the real one.
    """

    training_asked = Signal()
    anew_asked = Signal()
    alarm_asked = Signal()

    def __init__(self, qt: QApplication, desk: FrontDesk, dress: QSettings | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._desk = desk
        self._is_practice = dress is not None
        self._dress = dress or QSettings(str(desk.folder / PREFERENCES), QSettings.Format.IniFormat)
        self._qt_words = QTranslator(self)
        # What the command line asks for goes before what was chosen one day in the menu.
        if language.current() == "fr":
            self._speak()
        self._apply_dress()
        self.bridge = Bridge(desk, self)
        self.checkpoints = Checkpoints(desk, self.bridge, self)
        self.jobs = PrintJobs(desk, self)
        self.jobs.failed.connect(self._printing_broke)
        self.backups = BackupWatch(desk, self)
        self.clock_watch = ClockTeller(desk, self)
        self.clock_watch.told.connect(self._tell_clock)
        self.wedge = ScannerWedge(self)
        self.wheel = WheelRule(self)
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self._rest)
        self.window = self._make_window()
        self._first: FirstPaint | None = None
        self.fault: EnvironmentFault | None = None
        self.was_interrupted = False
        self._trains_first = False

    @cached_property
    def camera(self) -> Camera:
        """The desk's camera, which outlives the windows that are made again."""
        from views.camera import Camera

        return Camera(self._dress, self)

    @cached_property
    def chimes(self) -> Chimes:
        """The sounds of a scan."""
        from views.chimes import Chimes

        return Chimes(self._dress, self)

    @cached_property
    def training(self) -> TrainingRoom:
        """The way to practice and back."""
        from views.training import TrainingRoom

        return TrainingRoom(self, self._qt, self._desk, self._dress)

    def _the_camera(self) -> Camera:
        return self.camera

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._desk, self.bridge, self.jobs, self.wedge, self._the_camera)
        window.dress_asked.connect(self._dress_asked)
        window.answered.connect(self._ring)
        window.recovery_asked.connect(self._recover)
        for heard, told in (
            (window.training_asked, self.training_asked),
            (window.anew_asked, self.anew_asked),
            (window.alarm_asked, self.alarm_asked),
        ):
            heard.connect(told)
        if not self._is_practice:
            window.training_asked.connect(self._train)
        return window

    def start(self) -> None:
        """Listen to the scanner, the clock and other processes, and send what waits to the printer."""
        self.window.furnish()
        self._desk.queue.recover()
        self.bridge.start()
        self.idle.start(self._patience())
        self.wheel.start()
        self.wedge.start()
        self.jobs.kick()
        if not self._is_practice:
            self.backups.start()
        self.clock_watch.start()
        if self.was_interrupted:
            self.window.banner.tell(Notice("interrupted", interruption.sentence(self._desk.work)))
        # After the window has been drawn: the first look for webcams takes a moment.
        QTimer.singleShot(0, self.camera, self.camera.start)

    def start_once_seen(self, *, training: bool = False) -> None:
        """Start when the first page is on the screen: the rest of the window is made behind it; then, with `training`,
        go to practice before anybody holds the desk."""
        self._trains_first = training
        self._first = FirstPaint(self.window)
        self._first.done.connect(self._start_or_leave)

    def _start_or_leave(self) -> None:
        self._first = None  # it goes with its window, which another look or language replaces
        try:
            self.start()
            if self._trains_first:
                self.training.enter(unattended=True)
            # What is here now stays to the end: no later search for garbage, which stops the window, looks at it.
            gc.freeze()
            gc.enable()
        except EnvironmentFault as fault:
            self.fault = fault
            self._qt.exit()

    def _train(self) -> None:
        self.training.enter()

    def pause(self) -> None:
        """Hear nobody for a while: another window has the screen, the scanner and the webcam."""
        self.wedge.stop()
        self.wheel.stop()
        self.idle.stop()
        if "camera" in self.__dict__:
            self.camera.rest()

    def resume(self) -> None:
        """Hear again, in the look and the language that may have been changed meanwhile."""
        self.idle.start(self._patience())
        self.wheel.start()
        self.wedge.start()
        self.camera.start()

    def _recover(self) -> None:
        """The file is damaged, and the person has seen it: leave, for the recovery screen."""
        if self._is_practice:
            self.anew_asked.emit()
            return
        from views.recovery import damage_seen

        self.fault = damage_seen()
        self._qt.exit()

    def stop(self) -> None:
        """Close in order: no more events, no more workers, then the database."""
        if "training" in self.__dict__:
            self.training.stop()
        if self._first is not None:
            self._first.forget()
        self.camera.stop()
        if "chimes" in self.__dict__:
            self.chimes.stop()
        self.wedge.stop()
        self.wheel.stop()
        self.idle.stop()
        self.bridge.stop()
        self.clock_watch.stop()
        self.jobs.stop()
        self.backups.stop()
        self.checkpoints.wait()
        self.window.retire()
        self.window.close()
        self.window.deleteLater()
        self._desk.close()

    def report(self, fault: object, details: str) -> None:
        """Show what nobody caught in the window of the moment."""
        assert fault is None or isinstance(fault, EnvironmentFault)
        if "training" in self.__dict__ and self.training.practice is not None:
            self.training.practice.report(fault, details)
            return
        self.window.report(fault, details)
        if fault is not None and fault.code in DAMAGE:
            self._desk.backups.found(damage_met())

    def _apply_dress(self) -> None:
        name = str(self._dress.value("theme", "light"))
        scale = float(str(self._dress.value("scale", 1.0)))
        theme.apply(self._qt, name if name in theme.THEMES else "light", min(max(scale, 1.0), 1.5))
        if self._qt_words.load(
            f"qtbase_{language.current()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._qt.installTranslator(self._qt_words)

    def _dress_asked(self, what: str, value: object) -> None:
        self._dress.setValue(what, value)
        if what == "lock_minutes":
            self.idle.start(self._patience())
            return
        if what == "sound":
            return  # asked at each scan
        self.wear()

    def wear(self) -> None:
        """Icons and pictures were drawn in the old colours, words in the old language: the window is made again."""
        sentence = self._unfinished()
        if not sentence:
            QTimer.singleShot(0, self._redress)
            return
        # The new window would not know what was typed in the old one.
        self.window.banner.inform(sentence)
        for over in (self.window.counter.flow_closed, self.window.stage.settled):
            over.connect(self._redress_soon, Qt.ConnectionType.UniqueConnection)

    def _unfinished(self) -> str:
        """What the window waits for before it is made again, in a sentence; empty for nothing."""
        flow, kept = self.window.counter.flow, self.window.stage.waiting
        sentence = translate("App", "L’écran changera quand vous en aurez fini avec «\u00a0{what}\u00a0».")
        if flow is not None:
            return sentence.format(what=flow.title)
        if kept is None:
            return ""
        if kept.owner.id != self._desk.staff.holder.id:
            sentence = translate("App", "L’écran changera quand {who} en aura fini avec «\u00a0{what}\u00a0».")
        return sentence.format(who=kept.owner.name, what=kept.page.accessibleName())

    def _redress_soon(self) -> None:
        if not self._unfinished():
            QTimer.singleShot(0, self._redress)

    def _speak(self) -> None:
        """Speak the language chosen in the menu; French until one was."""
        translations.install_language(str(self._dress.value("language", "fr")))

    def _patience(self) -> int:
        """Minutes without a touch before the desk locks itself; 0 never."""
        kept = str(self._dress.value("lock_minutes", idle.USUAL))
        return int(kept) if kept.isdecimal() else idle.USUAL

    def _ring(self, outcome: object) -> None:
        self.chimes.answer(outcome)

    def _rest(self) -> None:
        self.window.rest()

    def _printing_broke(self, error: object) -> None:
        """The worker could not go on: what it was doing is put to a person with its next run."""
        fault = error if isinstance(error, EnvironmentFault) else None
        details = "".join(traceback.format_exception(error)) if isinstance(error, Exception) else ""
        self.report(fault, details)

    def _tell_clock(self, sentence: str) -> None:
        self.window.banner.tell(Notice("clock", sentence))

    def _redress(self) -> None:
        if self._dress.contains("language"):
            self._speak()
        self._apply_dress()
        self.remake_window()

    def remake_window(self) -> None:
        """Make the window again, in the look and the language of the moment, where the old one stood."""
        old = self.window
        # The old one lives until Qt deletes it: it must not hear another scan meanwhile.
        old.retire()
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.furnish()
        old.deleteLater()
