"""A member's personal data on one page: shown, corrected, taken away in a file, erased."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QTreeWidget, QTreeWidgetItem, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.personal_data import PersonalData, shown
from desk.privacy import Erased
from desk.progress import Tell
from views import tokens
from views.handbook import Page
from views.members.sections import WordsForm
from views.parts import button, column, empty, label, row
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task

OPEN_SECTIONS = 2
"""How many sections are unfolded at first: who it is, and what they hold."""


class DataPage(Page):
    """All that the house holds about one member."""

    def __init__(self, desk: FrontDesk, member_id: str, prompter: Prompter | None = None) -> None:
        super().__init__(translate("DataPage", "Données personnelles"))
        self._desk = desk
        self._member_id = member_id
        self._prompter = prompter or Prompter()
        self._task = Task(self)
        self._task.done.connect(self._erased)
        self._task.failed.connect(self._failed)
        self._name = label("", "name_long", wrap=True)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._refusal = label("", "refusal", wrap=True)
        for widget in (self._name, self._told, self._refusal):
            self.body.addWidget(widget)
        self._told.hide()
        self._refusal.hide()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(translate("DataPage", "Ce que la maison sait"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(4)
        self._beside = self._side()
        line = row(self.tree, self._beside, gap=20)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.body.addLayout(line, 1)
        self.setFocusProxy(self.tree)
        self.reload()

    # --- building --------------------------------------------------------------------------------------------

    def _side(self) -> QScrollArea:
        inside = QWidget()
        body = column(inside, gap=10)
        body.setContentsMargins(0, 0, 16, 0)
        body.addWidget(self._correction())
        body.addWidget(label(translate("DataPage", "Emporter"), "title"))
        self.workbook_button = button(translate("DataPage", "Tableau (XLSX)"), self._export_workbook)
        self.json_button = button(translate("DataPage", "Données (JSON)"), self._export_json)
        body.addLayout(row(self.workbook_button, self.json_button, 1))
        self._erasure = QWidget()
        self._fill_erasure()
        body.addWidget(self._erasure)
        body.addStretch(1)
        return _Side(inside)

    def _correction(self) -> QWidget:
        """Folded at first: most come here to read."""
        self._correct = QWidget()
        body = column(self._correct, gap=8)
        body.addWidget(label(translate("DataPage", "Corriger"), "title"))
        self.correct_button = button(translate("DataPage", "Corriger ces données…"), self._unfold)
        self.form = WordsForm()
        self.save_button = button(translate("DataPage", "Enregistrer"), self._save)
        for widget in (self.form, self.save_button):
            widget.hide()
            body.addWidget(widget)
        body.addLayout(row(self.correct_button, 1))
        return self._correct

    def _unfold(self) -> None:
        self._fold(False)
        self.form.given.setFocus()

    def _fold(self, folded: bool) -> None:
        self.correct_button.setVisible(folded)
        self.form.setVisible(not folded)
        self.save_button.setVisible(not folded)
        # What scrolls does not say by itself that what it holds became wider.
        self._beside.updateGeometry()

    def _fill_erasure(self) -> None:
        body = column(self._erasure, gap=8)
        body.addWidget(label(translate("DataPage", "Effacer"), "title"))
        self._consequence = label("", "", wrap=True)
        body.addWidget(self._consequence)
        self._kept = column(gap=4)
        body.addLayout(self._kept)
        self.sure = QCheckBox(translate("DataPage", "Demandé, ou terme passé"))
        self.sure.setToolTip(translate("DataPage", "La personne l’a demandé, ou le terme de ses données est passé."))
        self.sure.toggled.connect(self._name_erase)
        body.addWidget(self.sure)
        self.erase_button = button(translate("DataPage", "Effacer pour toujours"), self._erase)
        self.erase_button.setProperty("kind", "danger")
        body.addWidget(self.erase_button)

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything again."""
        data = self._desk.privacy.everything_about(self._member_id)
        if isinstance(data, Refused):
            self._refuse(data)
            self.tree.clear()
            return
        named = translate("DataPage", "{name}, membre n° {number}")
        self._name.setText(named.format(name=data.name, number=data.number))
        self._fill_tree(data)
        file = self._desk.people.file(self._member_id)
        self._correct.setVisible(not data.is_erased)
        self._fold(True)
        if file is not None and not data.is_erased:
            self.form.show_words(file.words)
        self._show_erasure(data)

    def _fill_tree(self, data: PersonalData) -> None:
        self.tree.clear()
        pattern = translate("DataPage", "{title} ({count})")
        for index, section in enumerate(data.sections):
            top = QTreeWidgetItem([pattern.format(title=section.title, count=len(section.rows))])
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            if section.code != "identity":
                heads = QTreeWidgetItem(list(section.header))
                for place in range(len(section.header)):
                    heads.setForeground(place, QColor(tokens.current().muted))
                top.addChild(heads)
            for cells in section.rows:
                top.addChild(QTreeWidgetItem([shown(value) for value in cells]))
            top.setExpanded(index < OPEN_SECTIONS)
        for place in range(self.tree.columnCount()):
            self.tree.resizeColumnToContents(place)

    def _show_erasure(self, data: PersonalData) -> None:
        may = self._desk.staff.holder.is_manager and not data.is_erased
        self._erasure.setVisible(not data.is_erased)
        self.sure.setVisible(may)
        self.erase_button.setVisible(may)
        told = translate(
            "DataPage",
            "Le nom, l’adresse, le téléphone et les mots disparaissent, la carte est annulée, les passages et le"
            " journal ne nomment plus personne. Le n° {number} et les chiffres restent. C’est définitif.",
        )
        if not may:
            told = translate("DataPage", "Seul·e un·e gérant·e peut effacer les données d’une personne.")
        self._consequence.setText(told.format(number=data.number))
        empty(self._kept)
        for sentence in data.kept if may else ():
            self._kept.addWidget(label(sentence, "muted", wrap=True))
        self.erase_button.setAccessibleName(
            translate("DataPage", "Effacer {name} pour toujours").format(name=data.name)
        )
        self.sure.setChecked(False)
        self._name_erase()

    def _name_erase(self, _checked: bool = False) -> None:
        self.erase_button.setEnabled(self.sure.isChecked() and not self._task.is_running)

    def _tell(self, sentence: str) -> None:
        self._refusal.hide()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _refuse(self, refused: Refused) -> None:
        self._told.hide()
        self._refusal.setText(refused.sentence)
        self._refusal.show()

    # --- acts ------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        refused = self._desk.people.edit(self._member_id, self.form.words)
        if refused is not None:
            self._refuse(refused)
            return
        self.reload()
        self._tell(translate("DataPage", "C’est corrigé."))

    def _export_workbook(self) -> None:
        self._export("xlsx", translate("DataPage", "Tableaux (*.xlsx)"))

    def _export_json(self) -> None:
        self._export("json", translate("DataPage", "Données (*.json)"))

    def _export(self, suffix: str, pattern: str) -> None:
        title = translate("DataPage", "Où écrire ces données\u00a0?")
        suggested = translate("DataPage", "membre.{suffix}").format(suffix=suffix)
        path = self._prompter.save_file(self, title, suggested, pattern)
        if path is None:
            return
        if path.suffix.lower() != f".{suffix}":
            path = path.with_name(f"{path.name}.{suffix}")
        written = self._desk.privacy.export(self._member_id, path)
        if isinstance(written, Refused):
            self._refuse(written)
        else:
            self._tell(translate("DataPage", "Les données sont dans {file}.").format(file=written.name))

    def _erase(self) -> None:
        self._task.start(partial(_erase, self._desk, self._member_id))
        self._name_erase()

    def _erased(self, answer: object) -> None:
        self.reload()
        if isinstance(answer, Refused):
            self._refuse(answer)
        elif isinstance(answer, Erased):
            told = translate(
                "DataPage", "C’est effacé\u00a0: {visits} passages et {records} actes ne nomment plus personne."
            )
            self._tell(told.format(visits=answer.visits, records=answer.records))

    def _failed(self, _error: object) -> None:
        """The fault has been shown; nothing was erased."""
        self.reload()

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes away: the worker must not outlive it. A minimised window goes on."""
        if not event.spontaneous():
            self._task.stop()
        super().hideEvent(event)


class _Side(QScrollArea):
    """What scrolls up and down beside the tree, never narrower than what it holds."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of its words that cannot wrap, and the bar that scrolls them."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, super().minimumSizeHint().height())


def _erase(desk: FrontDesk, member_id: str, _tell: Tell) -> object:
    return desk.privacy.erase(member_id)
