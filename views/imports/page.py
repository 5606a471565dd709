"""Importing members: choose a file, see what each line would become, import the right ones, take it all back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.imports import ImportDone, ImportPreview, ImportUndone, Mapping
from desk.language import translate
from desk.progress import Tell
from views.handbook import Page
from views.imports.choose import ChooseStep
from views.imports.done import DoneStep
from views.imports.look import LookStep
from views.parts import button, column, label, row
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task

CHOOSE, BUSY, LOOK, DONE = range(4)


class ImportPage(Page):
    """`finished` when the person is done with an import."""

    finished = Signal()

    def __init__(self, desk: FrontDesk, prompter: Prompter) -> None:
        super().__init__(translate("ImportPage", "Importer des membres"))
        self._desk = desk
        self._prompter = prompter
        self._path = Path()
        self._preview: ImportPreview | None = None
        self._applies = False
        self._task = Task(self)
        self.choose, self.look, self.done = ChooseStep(), LookStep(), DoneStep()
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
        self.bar.setAccessibleName(translate("ImportPage", "Avancement"))
        self.stop_button = button(translate("ImportPage", "Arrêter"), self._stop)
        body.addStretch(1)
        for widget in (self._doing, self.bar):
            body.addWidget(widget)
        body.addLayout(row(self.stop_button, 1))
        body.addStretch(2)
        return step

    def _connect(self) -> None:
        self.choose.file_asked.connect(self._ask_file)
        self.choose.undo_asked.connect(self._undo)
        self.look.mapping_changed.connect(self._map)
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
        """The file, if it is still there, is read again as its columns were understood: members may have changed."""
        if self._path.is_file():
            self._map()
        elif self._preview is not None:
            self._show(self._preview, keep_columns=True)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        if step == CHOOSE:
            self.choose.show_recent(self._desk.imports.recent(), self._desk.site.facts().zone)
        focus = {CHOOSE: self.choose.file_button, BUSY: self.stop_button, LOOK: self.look.import_button}
        focus.get(step, self.done.leave_button).setFocus()
        self.setFocusProxy(focus.get(step, self.done.leave_button))

    def _refuse(self, refused: Refused | None) -> None:
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)

    # --- choosing --------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path = self._prompter.open_file(
            self,
            translate("ImportPage", "Choisir le fichier des membres"),
            translate("ImportPage", "Tableaux (*.xlsx *.csv *.tsv *.txt)"),
        )
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file in a worker, and show what it would become."""
        self._path = path
        self._work(translate("ImportPage", "Lecture de {name}…").format(name=path.name), None)

    def _map(self) -> None:
        mapping = self.look.mapping
        self.look.wait()
        self._refuse(None)
        self._task.start(partial(_read, self._desk, self._path, mapping))

    def _work(self, words: str, mapping: Mapping | None) -> None:
        self._refuse(None)
        self._doing.setText(words)
        self.bar.setValue(0)
        self._go(BUSY)
        self._task.start(partial(_read, self._desk, self._path, mapping))

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
        if preview is None or self._task.is_running:
            return
        self._refuse(None)
        self.look.wait()
        self._applies = True
        self._task.start(partial(_apply, self._desk, preview, self.look.with_alike))

    def _undo(self, import_id: str, keep_active: bool) -> None:
        self._refuse(None)
        self._task.start(partial(_undone, self._desk, import_id, keep_active))

    def _answered(self, answer: object) -> None:
        self._applies = False
        match answer:
            case Refused():
                self._refused(answer)
            case ImportPreview():
                same_file = self.step == LOOK
                self._preview = answer
                self._show(answer, keep_columns=same_file)
                if not same_file:
                    self._go(LOOK)
            case ImportDone():
                self.done.show_done(answer)
                self._go(DONE)
                self.finished.emit()
            case ImportUndone():
                self.done.show_undone(answer)
                self._go(DONE)
                self.finished.emit()

    def _show(self, preview: ImportPreview, *, keep_columns: bool) -> None:
        refused = self._desk.imports.objection(preview)
        self.look.show_preview(preview, keep_columns=keep_columns, refused=refused)

    def _refused(self, refused: Refused) -> None:
        self._refuse(refused)
        if self.step == BUSY:
            self._go(CHOOSE)
        elif self.step == LOOK and self._preview is not None:
            self._show(self._preview, keep_columns=True)
        self.done.offer(refused)
        self.choose.offer(refused)

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


def _read(desk: FrontDesk, path: Path, mapping: Mapping | None, tell: Tell) -> object:
    return desk.imports.preview(path, mapping, tell=tell)


def _apply(desk: FrontDesk, preview: ImportPreview, alike: bool, _tell: Tell) -> object:
    return desk.imports.apply(preview, alike=alike)


def _undone(desk: FrontDesk, import_id: str, keep_active: bool, _tell: Tell) -> object:
    return desk.imports.undo(import_id, keep_active=keep_active)
