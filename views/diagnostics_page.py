"""The page of the diagnosis: what would be in the file, what would not, and saving it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desk.diagnostics.bundle import REPLACE, Saved
from desk.errors import Refused
from desk.formats import quantity
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from views.handbook import Page
from views.parts import button, column, label, row, scrolling
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task, breathe


class DiagnosticsPage(Page):
    """A file for whoever mends the desk, without anybody's data."""

    def __init__(self, desk: FrontDesk, prompter: Prompter | None = None) -> None:
        super().__init__(translate("DiagnosticsPage", "Diagnostic"))
        self._desk = desk
        self._prompter = prompter or Prompter()
        self._chosen: Path | None = None
        self._task = Task(self)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        inside = QWidget()
        self._inner = column(inside, gap=12)
        self._inner.setContentsMargins(0, 0, 16, 0)
        self.body.addWidget(scrolling(inside), 1)
        for text, role in self._sentences():
            self._inner.addWidget(label(text, role, wrap=True))
        self._build_acts()
        self._inner.addStretch(1)
        self.setFocusProxy(self.save_button)

    @staticmethod
    def _sentences() -> tuple[tuple[str, str], ...]:
        return (
            (
                translate(
                    "DiagnosticsPage", "Un seul fichier ZIP, à donner à qui dépanne l’accueil. Rien ne part tout seul."
                ),
                "",
            ),
            (translate("DiagnosticsPage", "Ce qu’il contient"), "title"),
            (
                translate(
                    "DiagnosticsPage",
                    "Les versions, le système et l’écran\u00a0; les réglages qui sont des nombres\u00a0; la taille et"
                    " le nombre de lignes de chaque table\u00a0; une vérification du journal\u00a0; les dates des"
                    " sauvegardes\u00a0; le type et l’état des imprimantes\u00a0; la place libre\u00a0; les dernières"
                    " lignes du journal technique.",
                ),
                "",
            ),
            (translate("DiagnosticsPage", "Ce qu’il ne contient pas"), "title"),
            (
                translate(
                    "DiagnosticsPage",
                    "Aucun nom, aucune adresse, aucun code de carte, aucun PIN, aucune clé, aucun mot écrit par"
                    " quelqu’un, aucun montant.",
                ),
                "",
            ),
        )

    def _build_acts(self) -> None:
        self.save_button = button(
            translate("DiagnosticsPage", "Enregistrer le diagnostic…"), self._save, kind="primary"
        )
        self.replace_button = button(translate("DiagnosticsPage", "Le remplacer"), self._replace)
        self._inner.addLayout(row(self.save_button, self.replace_button, 1))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("DiagnosticsPage", "Avancement"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._refusal = label("", "refusal", wrap=True)
        for widget in (self.bar, self._told, self._refusal):
            self._inner.addWidget(widget)
            widget.hide()
        self.replace_button.hide()

    # --- acts ------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if self._task.is_running:
            return  # the button stays as it is: one that cannot be used would send the keyboard elsewhere
        title = translate("DiagnosticsPage", "Enregistrer le diagnostic")
        pattern = translate("DiagnosticsPage", "Archives ZIP (*.zip)")
        path = self._prompter.save_file(self, title, self._desk.diagnostics.suggested_name(), pattern)
        if path is not None:
            # The system's own window has asked already about the very name that was chosen there.
            self._begin(path, replaces=path.suffix.lower() == ".zip" and path.is_file())

    def _replace(self) -> None:
        if self._chosen is not None:
            self._begin(self._chosen, replaces=True)

    def _begin(self, path: Path, *, replaces: bool) -> None:
        self._chosen = path
        self._task.start(partial(_written, self._desk, path, screen_facts(), replaces))
        self._show()

    def _show(self, told: str = "", refusal: str = "", *, may_replace: bool = False) -> None:
        rests = not self._task.is_running
        self.replace_button.setVisible(may_replace)
        self.bar.setVisible(not rests)
        for widget, text in ((self._told, told), (self._refusal, refusal)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def _done(self, answer: object) -> None:
        if isinstance(answer, Refused):
            self._show(refusal=answer.sentence, may_replace=any(r.code == REPLACE for r in answer.remedies))
        elif isinstance(answer, Saved):
            words = translate("DiagnosticsPage", "Diagnostic enregistré\u00a0: {file} ({size} ko).")
            self._show(words.format(file=answer.path.name, size=quantity(max(1, round(answer.size / 1000)))))
            self._told.setToolTip(str(answer.path))

    def _failed(self, _error: object) -> None:
        """The fault has been shown in the banner: nothing was written."""
        self._show()

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes away: the worker must not outlive it. A minimised window goes on."""
        if not event.spontaneous():
            self._task.stop()
        super().hideEvent(event)


def screen_facts() -> dict[str, object]:
    """What Qt says of the screens, without their names, which may be somebody's."""
    screens: list[dict[str, object]] = []
    for screen in QGuiApplication.screens():
        size = screen.size()
        screens.append(
            {
                "size": [size.width(), size.height()], "depth": screen.depth(),
                "ratio": round(screen.devicePixelRatio(), 2), "dpi": round(screen.logicalDotsPerInch()),
                "hertz": round(screen.refreshRate()),
            }
        )  # fmt: skip
    return {"qt": qVersion(), "platform": QGuiApplication.platformName(), "screens": screens}


def _written(desk: FrontDesk, path: Path, screen: Mapping[str, object], replaces: bool, _tell: Tell) -> object:
    return desk.diagnostics.save(path, screen, replaces=replaces, breathe=breathe)
