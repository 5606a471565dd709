"""The page of closings (Maj F7): the reading of the moment and every report, seen, printed, written as A4."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QPushButton, QTableView, QWidget

from desk.closings.calendar import month_names
from desk.closings.office import Closable, ClosingListed
from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.closings.table import COLUMNS, ClosingsModel
from views.handbook import Page
from views.lists import list_of
from views.paper_view import paper_view
from views.parts import button, column, empty, label, named, row, scaled

SIDE_WIDTH = 312


class ClosingsPage(Page):
    """`close_asked` to close the day; `print_asked` and `save_asked` carry a number, empty for the reading."""

    close_asked = Signal()
    print_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("ClosingsPage", "Clôtures"))
        self._desk = desk
        self._longer: dict[QPushButton, Closable] = {}
        self.close_button = button(translate("ClosingsPage", "Clôturer la journée"), self.close_asked.emit)
        self.head.insertWidget(2, self.close_button)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._refusal = label("", "refusal", wrap=True)
        self.back_button = button(translate("ClosingsPage", "Annuler"), self._take_back, kind="link")
        said = row(self._told, self.back_button)
        said.setStretch(0, 1)
        self.body.addLayout(said)
        self.body.addWidget(self._refusal)
        for widget in (self._told, self.back_button, self._refusal):
            widget.hide()
        self._month_before = 0
        self.model = ClosingsModel(self)
        self.table = self._table()
        line = row(self.table, self._side(), gap=20)
        line.setStretch(0, 1)
        self.body.addLayout(line, 1)
        self._foot = row(gap=12)
        self.body.addLayout(self._foot)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.reload()

    # --- building --------------------------------------------------------------------------------------------

    def _table(self) -> QTableView:
        table, head = list_of(self.model, translate("ClosingsPage", "Clôtures"), line=34)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(COLUMNS.index("title"), QHeaderView.ResizeMode.Stretch)
        return table

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(scaled(SIDE_WIDTH))
        body = column(side, gap=10)
        self._paper = column()
        body.addLayout(self._paper, 1)
        self.print_button = button(translate("ClosingsPage", "Imprimer"), self._print)
        self.save_button = button(translate("ClosingsPage", "Enregistrer en A4"), self._save)
        body.addLayout(row(self.print_button, self.save_button, 1))
        return side

    # --- showing ---------------------------------------------------------------------------------------------

    @property
    def current(self) -> ClosingListed | None:
        """The closing that is shown, None for the reading."""
        return self.model.closing(max(0, self.table.currentIndex().row()))

    def reload(self) -> None:
        """Read everything again; the closing that is shown stays shown."""
        known = self.current.number if self.table.currentIndex().isValid() and self.current else ""
        waiting, made = self._desk.closings.open_day(), self._desk.closings.listed()
        self.model.show_rows(waiting, made)
        self.close_button.setEnabled(not waiting.is_empty)
        place = next((i for i, one in enumerate(made, 1) if one.number == known), 0)
        self.table.setCurrentIndex(self.model.index(place, 0))
        self._show_longer()

    def _show_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid():
            return
        made = self.model.closing(index.row())
        document = self._desk.closings.reports.seen(made.number) if made else self._desk.closings.reading()
        if document is not None:
            empty(self._paper)
            self._paper.addWidget(paper_view(document))

    def _show_longer(self) -> None:
        """What only a manager does: the month and the year that can be closed, and when a year begins."""
        empty(self._foot)
        self._longer.clear()
        if not self._desk.staff.holder.is_manager:
            words = translate("ClosingsPage", "Le mois et l’exercice se clôturent seuls quand le suivant commence.")
            self._foot.addWidget(label(words, "muted", wrap=True), 1)
            return
        closable = self._desk.closings.closable()
        if not closable:
            words = translate("ClosingsPage", "Le mois et l’exercice se clôturent à partir de leur dernier jour.")
            self._foot.addWidget(label(words, "muted", wrap=True), 1)
        for one in closable:
            words = translate("ClosingsPage", "Clôturer {what}").format(what=one.title)
            made = button(words, self._close_longer)
            self._longer[made] = one
            self._foot.addWidget(made)
        self._foot.addStretch(1)
        self.month = QComboBox()
        self.month.setAccessibleName(translate("ClosingsPage", "Mois où l’exercice commence"))
        self.month.addItems(month_names())
        self.month.setCurrentIndex(self._desk.closings.fiscal_month() - 1)
        self.month.activated.connect(self._set_month)
        self._foot.addWidget(named(self.month, translate("ClosingsPage", "L’exercice commence en"), "muted"))
        self._foot.addWidget(self.month)

    def tell(self, sentence: str) -> None:
        """Say what was just done."""
        self._refusal.hide()
        self.back_button.hide()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    # --- acts ------------------------------------------------------------------------------------------------

    def _close_longer(self) -> None:
        pressed = self.sender()
        one = next((one for made, one in self._longer.items() if made is pressed), None)
        if one is None:
            return
        answer = self._desk.closings.close_longer(one.period)
        self.reload()
        if isinstance(answer, Refused):
            self._refuse(answer)
            return
        self.table.setCurrentIndex(self.model.index(1, 0))
        told = translate("ClosingsPage", "{what}\u00a0: clôturé, {total}, n° {number}.")
        total = money(answer.total_cents)
        self.tell(told.format(what=one.title, total=total, number=answer.number))

    def _set_month(self, index: int) -> None:
        before = self._desk.closings.fiscal_month()
        if index + 1 == before:
            return
        done = translate("ClosingsPage", "L’exercice commence maintenant en {month}, et non plus en {before}.")
        if self._begin_years_in(index + 1, done.format(month=_month(index + 1), before=_month(before))):
            self._month_before = before
            self.back_button.show()

    def _take_back(self) -> None:
        """The year begins again in the month in which it began: a slip of the hand changes no exercise."""
        done = translate("ClosingsPage", "L’exercice commence de nouveau en {month}.")
        self._begin_years_in(self._month_before, done.format(month=_month(self._month_before)))
        self.month.setFocus()

    def _begin_years_in(self, month: int, done: str) -> bool:
        had_focus = self.month.hasFocus()
        refused = self._desk.closings.set_fiscal_month(month)
        self.reload()
        if had_focus:
            self.month.setFocus()
        if refused is not None:
            self._refuse(refused)
        else:
            self.tell(done)
        return refused is None

    def _refuse(self, refused: Refused) -> None:
        self._told.hide()
        self.back_button.hide()
        self._refusal.setText(refused.sentence)
        self._refusal.show()

    def _print(self) -> None:
        self.print_asked.emit(self.current.number if self.current else "")

    def _save(self) -> None:
        self.save_asked.emit(self.current.number if self.current else "")


def _month(number: int) -> str:
    """The name of a month, from 1."""
    return month_names()[number - 1]
