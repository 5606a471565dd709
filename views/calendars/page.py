"""Importing a calendar: choose a file, see what each entry would become, import the right ones, take it all back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from desk.calendars import CalendarImported, CalendarPreview
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from views.bookings.places import places
from views.calendars.steps import CalendarChoice, CalendarDone, CalendarLook
from views.handbook import Page
from views.parts import button, column, label, row
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task

CHOOSE, BUSY, LOOK, DONE = range(4)


class CalendarPage(Page):
    """Nothing is written before each entry was seen; the whole import can be taken back."""

    def __init__(self, desk: FrontDesk, prompter: Prompter) -> None:
        super().__init__(translate("CalendarPage", "Importer un calendrier"))
        self._desk = desk
        self._prompter = prompter
        self._path = Path()
        self._preview: CalendarPreview | None = None
        self._applies = False
        self._task = Task(self)
        self.choose, self.look, self.done = CalendarChoice(), CalendarLook(places(desk, with_past=True)), CalendarDone()
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        self._steps = QStackedWidget()
        for step in (self.choose, self._busy(), self.look, self.done):
            self._steps.addWidget(step)
        self.body.addWidget(self._steps, 1)
        self.setAcceptDrops(True)
        self._connect()
        self._go(CHOOSE)

    def _busy(self) -> QWidget:
        step = QWidget()
        body = column(step, gap=12)
        self._doing = label("", "heading")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("CalendarPage", "Avancement"))
        self.stop_button = button(translate("CalendarPage", "Arrêter"), self._stop)
        body.addStretch(1)
        body.addWidget(self._doing)
        body.addWidget(self.bar)
        body.addLayout(row(self.stop_button, 1))
        body.addStretch(2)
        return step

    def _connect(self) -> None:
        self.choose.file_asked.connect(self._ask_file)
        self.choose.undo_asked.connect(self._undo)
        self.look.places_changed.connect(self._look_again)
        self.look.import_asked.connect(self._import)
        self.look.nothing_asked.connect(self._start_again)
        self.done.undo_asked.connect(self._undo)
        self.done.left.connect(self.closed)
        self._task.progressed.connect(self._progressed)
        self._task.done.connect(self._answered)
        self._task.failed.connect(self._failed)

    @property
    def step(self) -> int:
        """The step shown."""
        return self._steps.currentIndex()

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at it."""
        return self._task.is_running

    @property
    def is_begun(self) -> bool:
        """Whether a file was read and nothing is decided yet; one that is being imported is decided."""
        return self.step == LOOK and not self._applies

    def come_back(self) -> None:
        """The file, if it is still there, is read again as its places were chosen: bookings may have changed."""
        if self._path.is_file():
            self._look_again()
        elif self._preview is not None:
            self.look.show_preview(self._preview, again=True)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        if step == CHOOSE:
            self.choose.show_recent(self._desk.calendars.recent(), self._desk.site.facts().zone)
        focus = {CHOOSE: self.choose.file_button, BUSY: self.stop_button, LOOK: self.look.import_button}
        first = focus.get(step, self.done.leave_button)
        first.setFocus()
        self.setFocusProxy(first)

    def _refuse(self, refused: Refused | None) -> None:
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)

    # --- choosing --------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        title = translate("CalendarPage", "Choisir le calendrier")
        path = self._prompter.open_file(self, title, translate("CalendarPage", "Calendriers (*.ics)"))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file in a worker, and show what it would become."""
        self._path = path
        self._refuse(None)
        self._doing.setText(translate("CalendarPage", "Lecture de {name}…").format(name=path.name))
        self.bar.setValue(0)
        self._go(BUSY)
        self._task.start(partial(_read, self._desk, path, {}))

    def _look_again(self) -> None:
        self.look.wait()
        self._refuse(None)
        self._task.start(partial(_read, self._desk, self._path, self.look.places))

    def _progressed(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _stop(self) -> None:
        self._task.give_up()
        self._start_again()

    def _start_again(self) -> None:
        self._preview = None
        self._refuse(None)
        self._go(CHOOSE)

    # --- importing -------------------------------------------------------------------------------------------

    def _import(self) -> None:
        preview = self._preview
        if preview is not None and not self._task.is_running:
            self._refuse(None)
            self.look.wait()
            self._applies = True
            self._task.start(partial(_apply, self._desk, preview))

    def _undo(self, import_id: str) -> None:
        self._refuse(None)
        answer = self._desk.calendars.undo(import_id)
        if isinstance(answer, Refused):
            self._refuse(answer)
        else:
            self.done.show_undone(answer)
            self._go(DONE)

    def _answered(self, answer: object) -> None:
        self._applies = False
        match answer:
            case Refused():
                self._refused(answer)
            case CalendarPreview():
                again = self.step == LOOK
                self._preview = answer
                self.look.show_preview(answer, again=again)
                if not again:
                    self._go(LOOK)
            case CalendarImported():
                self.done.show_done(answer)
                self._go(DONE)

    def _refused(self, refused: Refused) -> None:
        if self.step == LOOK and self._preview is not None:
            self.look.show_preview(self._preview, again=True)
        else:
            self._go(CHOOSE)
        self._refuse(refused)

    def _failed(self, _error: object) -> None:
        """The fault has been shown: the page is usable again."""
        self._applies = False
        self._start_again()

    # --- Qt --------------------------------------------------------------------------------------------------

    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file held over the page is welcome."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        """A file was let go on the page."""
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes away: the worker must not outlive it. A minimised window goes on."""
        if not event.spontaneous():
            self._task.stop()
        super().hideEvent(event)


def _read(desk: FrontDesk, path: Path, given: dict[str, str], tell: Tell) -> object:
    return desk.calendars.preview(path, given, tell=tell)


def _apply(desk: FrontDesk, preview: CalendarPreview, _tell: Tell) -> object:
    return desk.calendars.apply(preview)
