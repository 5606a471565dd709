"""The recovery screen: in place of the desk when its file is damaged, until a copy is put back or the person leaves."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desk.backups.copies import Copy
from desk.backups.plan import RestorePlan
from desk.backups.restore import Restored
from desk.damage import DAMAGE, damage_met
from desk.errors import EnvironmentFault, Refused
from desk.formats import day_time
from desk.language import translate
from desk.logs import log_of
from desk.progress import Tell
from desk.recovery import PRESENT, Recovery, age
from desk.translations import install_language
from views import theme
from views.parts import Choices, button, column, empty, label, row, scaled, scrolling
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task

PREFERENCES = "window.ini"
WIDTH = 760
SHOWN = 6
_log = log_of(__name__)


def damage_seen() -> EnvironmentFault:
    """The fault for which a person left the window: pages of the file cannot be read."""
    return EnvironmentFault(damage_met().sentence, code=DAMAGE[0])


class RecoveryScreen(QWidget):
    """`left` carries whether the desk can open now."""

    left = Signal(bool)

    def __init__(self, recovery: Recovery, prompter: Prompter | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(translate("RecoveryScreen", "Casaco Desk · remettre une sauvegarde"))
        self._recovery = recovery
        self._prompter = prompter or Prompter()
        self._task = Task(self)
        self._task.done.connect(self._answered)
        self._path: Path | None = None
        self._is_behind = self.is_done = False
        inside = QFrame()
        inside.setObjectName("card")
        inside.setFixedWidth(scaled(WIDTH))
        outer = column(self, air=24)
        outer.addLayout(row(1, _filling(inside), 1))
        card = column(inside, air=28, gap=14)
        self._title = label(translate("RecoveryScreen", "La base de l’accueil est abîmée"), "name", wrap=True)
        card.addWidget(self._title)
        holder = QWidget()
        self._body = column(holder, gap=12)
        card.addWidget(scrolling(holder), 1)
        self._what = label("", "", wrap=True)
        self._kept = label("", "strong", wrap=True)
        self._heading = label("", "title", wrap=True)
        self._choices = column(gap=8)
        self._told = column(gap=6)
        self._refusal = label("", "refusal", wrap=True)
        for widget in (self._what, self._kept, self._heading):
            self._body.addWidget(widget)
        self._body.addLayout(self._choices)
        self._body.addLayout(self._told)
        self._body.addWidget(self._refusal)
        self._body.addStretch(1)
        self.restore_button = button("", self._act, kind="primary")
        self.other_button = button(translate("RecoveryScreen", "Choisir un autre fichier…"), self._choose_file)
        self.again_button = button(translate("RecoveryScreen", "Chercher de nouveau"), self.reload)
        self.leave_button = button(translate("RecoveryScreen", "Fermer sans rien changer"), self.close)
        card.addWidget(self.restore_button)
        card.addLayout(row(self.other_button, self.again_button, 1, self.leave_button))
        self.reload()

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Look for copies again: a drive may have been plugged in."""
        found = self._recovery.situation()
        self._what.setText(found.what)
        self._kept.setText(found.kept)
        heading = translate("RecoveryScreen", "La dernière bonne sauvegarde est proposée\u00a0:")
        self._is_behind = found.is_behind
        if found.is_behind:
            self._title.setText(translate("RecoveryScreen", "La base de l’accueil est plus ancienne que son journal"))
            heading = translate("RecoveryScreen", "D’où repartir\u00a0? Ce qui suit sera remis après.")
        if not found.copies:
            words = translate(
                "RecoveryScreen",
                "Aucune sauvegarde dans {folder}. Branchez le disque des sauvegardes, puis «\u00a0Chercher de"
                " nouveau\u00a0».",
            )
            heading = words.format(folder=found.looked_in)
        self._heading.setText(heading)
        empty(self._choices)
        self._path = None
        shown = found.copies[:SHOWN]
        self.copies = Choices(
            [(copy.path, _words(copy)) for copy in shown],
            translate("RecoveryScreen", "Sauvegardes trouvées"),
            columns=1,
        )
        self.copies.chosen.connect(self._chosen)
        self._choices.addWidget(self.copies)
        self._show(())
        if shown:
            self.copies.choose(shown[0].path)
            self._chosen(shown[0].path)

    def _show(self, sentences: tuple[str, ...], refusal: str = "") -> None:
        empty(self._told)
        for sentence in sentences:
            # A line may end after each folder: a long path is read whole in a narrow window.
            self._told.addWidget(label(sentence.replace(os.sep, f"{os.sep}\u200b"), "", wrap=True))
        self._refusal.setText(refusal)
        self._refusal.setVisible(bool(refusal))
        busy = self._task.is_running
        word = translate("RecoveryScreen", "Remettre cette sauvegarde")
        if self._is_behind:
            word = translate("RecoveryScreen", "Repartir de là")
        if self.is_done:
            word = translate("RecoveryScreen", "Ouvrir l’accueil")
        self.restore_button.setText(word)
        self.restore_button.setEnabled(not busy and (self.is_done or self._path is not None))
        for widget in (self.copies, self.other_button, self.again_button, self.leave_button):
            widget.setEnabled(not busy)

    # --- acts ------------------------------------------------------------------------------------------------

    def _chosen(self, path: object) -> None:
        assert isinstance(path, Path)
        self._path = None
        self._begin(partial(self._recovery.plan, path), translate("RecoveryScreen", "Cette sauvegarde est vérifiée…"))

    def _choose_file(self) -> None:
        title = translate("RecoveryScreen", "Quelle sauvegarde remettre\u00a0?")
        pattern = translate("RecoveryScreen", "Sauvegardes (*.db)")
        path = self._prompter.open_file(self, title, pattern)
        if path is not None:
            self.copies.forget()
            self._chosen(path)

    def _act(self) -> None:
        if self.is_done:
            self.close()
        elif self._path is not None:
            words = translate("RecoveryScreen", "La sauvegarde est remise en place…")
            self._begin(partial(self._recovery.put_back, self._path), words)

    def _begin(self, act: Callable[[], object], words: str) -> None:
        self._task.start(partial(_safely, act))
        self._show((words,))

    def _answered(self, answer: object) -> None:
        if isinstance(answer, RestorePlan):
            self._path = answer.path
            self._show(answer.sentences)
            self.restore_button.setFocus()
        elif isinstance(answer, Restored):
            self.is_done = True
            for widget in (self._what, self._kept, self._heading, self.copies, self.other_button, self.again_button):
                widget.hide()
            self.leave_button.hide()
            self._title.setText(translate("RecoveryScreen", "C’est réparé"))
            self._show(answer.sentences)
        elif isinstance(answer, EnvironmentFault):
            self._show((), answer.sentence)
        else:
            assert isinstance(answer, Refused)
            self._show((), answer.sentence)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while a copy is being put back: it takes seconds, and is whole or not at all."""
        if self._task.is_running and self._path is not None:
            event.ignore()
            return
        self._task.stop()
        self.left.emit(self.is_done)
        super().closeEvent(event)


def _filling(widget: QWidget) -> QWidget:
    """`widget`, as high as there is room."""
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Expanding)
    widget.setSizePolicy(policy)
    return widget


def _words(copy: Copy) -> str:
    words = translate("RecoveryScreen", "{moment}, {age}")
    if copy.path.name == PRESENT:
        words = translate("RecoveryScreen", "Le fichier présent, jusqu’au {moment}, {age}")
    return words.format(moment=day_time(copy.taken_at.astimezone()), age=age(copy, datetime.now(UTC)))


def _safely(act: Callable[[], object], _tell: Tell) -> object:
    """The answer of `act`, or the fault that it met: nothing else listens here for what fails."""
    try:
        return act()
    except EnvironmentFault as fault:
        return fault
    except Exception:
        _log.exception("the recovery failed")
        return EnvironmentFault(
            translate("RecoveryScreen", "Une erreur inattendue s’est produite."),
            safe=translate("RecoveryScreen", "Le fichier abîmé et les sauvegardes sont là où ils étaient."),
            todo=translate("RecoveryScreen", "Essayez une autre sauvegarde, ou casaco-desk restore."),
        )


def recover(qt: QApplication, folder: Path, fault: EnvironmentFault) -> bool:
    """Show the recovery screen until it is left; the answer is whether the desk can be opened again."""
    _log.warning("the recovery screen opens", error=fault)
    kept = QSettings(str(folder / PREFERENCES), QSettings.Format.IniFormat)
    name = str(kept.value("theme", "light"))
    if kept.contains("language"):
        install_language(str(kept.value("language")))
    theme.apply(qt, name if name in theme.THEMES else "light", min(max(float(str(kept.value("scale", 1.0))), 1.0), 1.5))
    screen = RecoveryScreen(Recovery(folder, fault))
    screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    loop = QEventLoop()
    screen.left.connect(loop.quit)
    screen.resize(1024, 700)
    screen.showMaximized()
    loop.exec()
    can_open = screen.is_done
    screen.deleteLater()
    return can_open
