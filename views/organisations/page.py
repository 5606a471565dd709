"""The page of organisations (Maj F5): everyone in a table, found as one types, opened beside it with Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView

from desk.frontdesk import FrontDesk
from desk.language import translate
from views.handbook import Page
from views.lists import list_of
from views.members.page import SearchField
from views.organisations.table import COLUMNS, OrganisationsFilter, OrganisationsModel
from views.parts import button, label, row


class OrganisationsPage(Page):
    """`file_asked` carries the id of an organisation to open."""

    file_asked = Signal(str)
    new_asked = Signal()
    members_asked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("OrganisationsPage", "Organisations"))
        self._desk = desk
        self.search = SearchField()
        self.search.setPlaceholderText(translate("OrganisationsPage", "Nom, SIREN, ville, tarif…"))
        self.search.setAccessibleName(translate("OrganisationsPage", "Filtrer les organisations"))
        self.search.setMaxLength(80)
        self.search.setClearButtonEnabled(True)
        self._count = label("", "muted")
        self.members_button = button(translate("OrganisationsPage", "Membres (F5)"), self.members_asked.emit)
        self.new_button = button(translate("OrganisationsPage", "Nouvelle organisation"), self.new_asked.emit)
        self.head.insertWidget(2, self.members_button)
        line = row(self.search, self._count, self.new_button, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.model = OrganisationsModel(self)
        self.shown = OrganisationsFilter(self.model, self)
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self._empty = label("", "heading", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._empty, 1)
        self.away = QCheckBox(translate("OrganisationsPage", "Montrer aussi les archivées"))
        hint = label(translate("OrganisationsPage", "Entrée\u00a0: la fiche, ses contacts, ses devis."), "muted")
        self.body.addLayout(row(hint, 1, self.away))
        self.setFocusProxy(self.search)
        self._connect()
        self.reload()

    def _table(self) -> QTableView:
        table, head = list_of(self.shown, translate("OrganisationsPage", "Organisations"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in ("name", "contact"):
            head.setSectionResizeMode(COLUMNS.index(column), QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(COLUMNS.index("name"), Qt.SortOrder.AscendingOrder)
        return table

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.going_down.connect(self._go_down)
        self.search.entered.connect(self._open_current)
        self.table.activated.connect(self._activated)
        self.away.toggled.connect(self._filter_again)

    def reload(self) -> None:
        """Read everyone again; what is typed, the order and the current line stay."""
        current = self.table.currentIndex()
        known = self.shown.organisation(current.row()).id if current.isValid() else ""
        self.model.show_rows(self._desk.organisations.everyone())
        for place in range(self.shown.rowCount()):
            if self.shown.organisation(place).id == known:
                self.table.setCurrentIndex(self.shown.index(place, 0))
        self._tell()

    def _filter(self, text: str) -> None:
        self.shown.ask(text, away=self.away.isChecked())
        self.table.clearSelection()
        if self.shown.rowCount() and text:
            self.table.setCurrentIndex(self.shown.index(0, 0))
        self._tell()

    def _filter_again(self, _checked: bool) -> None:
        self._filter(self.search.text())

    def _tell(self) -> None:
        """The counts, and what to do when nothing is shown."""
        total, shown = self.model.rowCount(), self.shown.rowCount()
        self._count.setText(translate("OrganisationsPage", "{shown} sur {total}").format(shown=shown, total=total))
        self.table.setVisible(shown > 0)
        self._empty.setVisible(shown == 0)
        nobody = translate(
            "OrganisationsPage", "Aucune organisation pour l’instant\u00a0: la première location en crée."
        )
        nothing = translate("OrganisationsPage", "Rien ne correspond. Essayez avec moins de lettres.")
        self._empty.setText(nothing if total else nobody)

    def _go_down(self) -> None:
        if self.shown.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.shown.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._activated(self.table.currentIndex())

    def _activated(self, index: QModelIndex) -> None:
        self.file_asked.emit(self.shown.organisation(index.row()).id)
