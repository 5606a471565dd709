"""The page of backups: the last good copy, where copies go, making one now, trying one out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QWidget

from desk.backups.backups import BackupStatus
from desk.backups.copies import Copy
from desk.backups.drill import Drill
from desk.errors import EnvironmentFault, Refused
from desk.formats import day_time, quantity
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from views.backups.words import when
from views.handbook import Page
from views.parts import button, column, label, row, scaled, scrolling, set_property
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task, breathe

LIST_HEIGHT = 120


class BackupsPage(Page):
    """The copies of the desk's memory."""

    def __init__(self, desk: FrontDesk, prompter: Prompter | None = None) -> None:
        super().__init__(translate("BackupsPage", "Sauvegardes"))
        self._desk = desk
        self._prompter = prompter or Prompter()
        self._task = Task(self)
        self._task.progressed.connect(self._progress)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._last = label("", "name_long", wrap=True)
        self._state = label("", "chip", wrap=True)
        self._place = label("", "", wrap=True)
        self._advice = label("", "muted", wrap=True)
        inside = QWidget()
        self._inner = column(inside, gap=12)
        self._inner.setContentsMargins(0, 0, 16, 0)
        self.body.addWidget(scrolling(inside), 1)
        for widget in (self._last, self._state, self._place, self._advice):
            self._inner.addWidget(widget)
        self._build_acts()
        self._inner.addWidget(label(translate("BackupsPage", "Les copies gardées"), "title"))
        self._nothing = label("", "muted", wrap=True)
        self._inner.addWidget(self._nothing)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("BackupsPage", "Les copies gardées"))
        self.list.setMinimumHeight(scaled(LIST_HEIGHT))
        self._inner.addWidget(self.list, 1)
        rule = translate(
            "BackupsPage",
            "La dernière copie de chacune des 12 dernières heures, des 7 derniers jours, des 5 dernières semaines et"
            " des 12 derniers mois. Pour en remettre une\u00a0: fermez l’accueil, puis casaco-desk restore.",
        )
        self._inner.addWidget(label(rule, "muted", wrap=True))
        self._inner.addStretch(0)
        self.setFocusProxy(self.make_button)
        self.reload()

    def _build_acts(self) -> None:
        self.make_button = button(translate("BackupsPage", "Sauvegarder maintenant"), self._make, kind="primary")
        self.try_button = button(translate("BackupsPage", "Essayer de la remettre"), self._try)
        self.try_button.setToolTip(
            translate("BackupsPage", "La remet dans un dossier à part, la vérifie, dit ce qui y est, et l’enlève.")
        )
        self.choose_button = button(translate("BackupsPage", "Choisir un dossier ou un disque…"), self._choose)
        self.own_button = button(translate("BackupsPage", "Revenir au dossier de l’ordinateur"), self._use_own)
        self._inner.addLayout(row(self.make_button, self.try_button, 1))
        self._inner.addLayout(row(self.choose_button, self.own_button, 1))
        only = translate("BackupsPage", "Seul·e un·e gérant·e choisit où vont les sauvegardes\u00a0: demandez-lui.")
        self._only = label(only, "muted", wrap=True)
        self._inner.addWidget(self._only)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("BackupsPage", "Avancement"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._refusal = label("", "refusal", wrap=True)
        for widget in (self.bar, self._told, self._refusal):
            self._inner.addWidget(widget)
            widget.hide()

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything again."""
        status = self._desk.backups.status()
        self._show_status(status)
        copies: tuple[Copy, ...] = ()
        self._nothing.setText(
            translate("BackupsPage", "Aucune pour le moment\u00a0: la première se fera dans l’heure.")
        )
        try:
            copies = self._desk.backups.copies()
        except EnvironmentFault as fault:
            self._nothing.setText(fault.sentence)
        self._nothing.setVisible(not copies)
        self.list.setVisible(bool(copies))
        self.list.clear()
        for copy in copies:
            self.list.addItem(QListWidgetItem(self._words(copy)))
        self._allow(status)

    def _show_status(self, status: BackupStatus) -> None:
        if status.last is None:
            self._last.setText(translate("BackupsPage", "Pas encore de sauvegarde"))
        else:
            words = translate("BackupsPage", "Dernière bonne sauvegarde\u00a0: {when}")
            local = self._desk.site.local
            self._last.setText(words.format(when=when(status.last, self._desk.clock.now(), local)))
        state, tone = translate("BackupsPage", "Une par heure et une à la fermeture, chacune rouverte et vérifiée."), ""
        if status.trouble is not None:
            state, tone = status.trouble.sentence, "soon"
        elif status.is_old:
            state, tone = translate("BackupsPage", "Elle est ancienne\u00a0: faites-en une maintenant."), "soon"
        elif status.last is not None:
            tone = "success"
        self._state.setText(state)
        set_property(self._state, "tone", tone)
        words = translate("BackupsPage", "Elles restent sur cet ordinateur, hors du dossier des données.")
        if status.is_chosen:
            words = translate("BackupsPage", "Elles vont dans {folder}.")
        self._place.setText(words.format(folder=status.root))
        self._place.setToolTip(str(status.root))
        advice = translate(
            "BackupsPage",
            "La clé de signature y est aussi\u00a0: rangez ce disque comme la caisse. Une copie garde les noms qui y"
            " étaient, un an au plus.",
        )
        if status.is_same_disk:
            advice = translate(
                "BackupsPage",
                "C’est le disque de l’ordinateur\u00a0: s’il meurt, tout part avec lui. Choisissez plutôt une clé USB"
                " ou un autre disque.",
            )
        self._advice.setText(advice)

    def _words(self, copy: Copy) -> str:
        moment = day_time(self._desk.site.local(copy.taken_at))
        size = quantity(max(1, round(copy.size / 1_000_000)))
        if copy.findings:
            words = translate("BackupsPage", "{moment} · {size} Mo · {records} enregistrements · {count} constats")
        elif copy.sha256:
            words = translate("BackupsPage", "{moment} · {size} Mo · {records} enregistrements · vérifiée")
        else:
            words = translate("BackupsPage", "{moment} · {size} Mo · sera vérifiée avant de servir")
        return words.format(moment=moment, size=size, records=copy.records, count=copy.findings)

    def _allow(self, status: BackupStatus) -> None:
        rests = not self._task.is_running
        is_manager = self._desk.staff.holder.is_manager
        for act in (self.choose_button, self.own_button):
            act.setEnabled(rests)
        self.choose_button.setVisible(is_manager)
        self.own_button.setVisible(is_manager and status.is_chosen)
        self._only.setVisible(not is_manager)
        self.make_button.setEnabled(rests)
        self.try_button.setEnabled(rests and self.list.count() > 0)
        self.bar.setVisible(not rests)

    def _tell(self, sentence: str, *, refused: bool = False) -> None:
        self._told.setText("" if refused else sentence)
        self._refusal.setText(sentence if refused else "")
        self._told.setVisible(not refused and bool(sentence))
        self._refusal.setVisible(refused)

    # --- acts ------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._begin(partial(_make, self._desk))

    def _try(self) -> None:
        chosen = self.list.currentRow()
        path = self._desk.backups.copies()[chosen].path if chosen >= 0 else None
        self._begin(partial(_try, self._desk, path))

    def _begin(self, act: partial[object]) -> None:
        self._tell("")
        self.bar.setValue(0)
        self._task.start(act)
        self._allow(self._desk.backups.status())

    def _progress(self, share: float) -> None:
        self.bar.setValue(round(share * 1000))

    def _done(self, answer: object) -> None:
        self.reload()
        if isinstance(answer, Refused):
            self._tell(answer.sentence, refused=True)
        elif isinstance(answer, Copy):
            words = translate("BackupsPage", "Sauvegarde faite et vérifiée\u00a0: {records} enregistrements.")
            self._tell(words.format(records=answer.records))
        elif isinstance(answer, Drill):
            self._tell(_drill_words(answer), refused=not answer.holds)

    def _failed(self, _error: object) -> None:
        """The fault has been shown in the banner, and the page says it too."""
        self.reload()

    def _choose(self) -> None:
        title = translate("BackupsPage", "Où garder les sauvegardes\u00a0?")
        root = self._prompter.open_folder(self, title)
        if root is not None:
            self._set_folder(root)

    def _use_own(self) -> None:
        self._set_folder(None)

    def _set_folder(self, root: Path | None) -> None:
        refused = self._desk.backups.choose_folder(root)
        self.reload()
        if refused is not None:
            self._tell(refused.sentence, refused=True)
        else:
            self._tell(translate("BackupsPage", "C’est là qu’iront les prochaines sauvegardes."))

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes away: the worker must not outlive it. A minimised window goes on."""
        if not event.spontaneous():
            self._task.stop()
        super().hideEvent(event)


def _drill_words(drill: Drill) -> str:
    if not drill.holds:
        words = translate("BackupsPage", "Cette copie ne tient pas. {finding}")
        return words.format(finding=drill.finding)
    words = translate(
        "BackupsPage",
        "Essai réussi en {seconds} s\u00a0: {members} membres, {sales} ventes, {records} enregistrements. Le journal"
        " tient, la clé est là.",
    )
    if not drill.has_key:
        words = translate(
            "BackupsPage",
            "Essai réussi en {seconds} s\u00a0: {members} membres, {sales} ventes, {records} enregistrements. Le"
            " journal tient, mais la clé manque à côté des copies.",
        )
    seconds = max(1, round(drill.seconds))
    return words.format(seconds=seconds, members=drill.members, sales=drill.sales, records=drill.records)


def _make(desk: FrontDesk, tell: Tell) -> object:
    return desk.backups.make(tell=tell, breathe=breathe)


def _try(desk: FrontDesk, path: Path | None, tell: Tell) -> object:
    return desk.backups.drill(path, tell=tell, breathe=breathe)
