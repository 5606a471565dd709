"""The sales of a day (Ctrl F4): found by their number, opened beside the page with Enter."""

from __future__ import annotations

from PySide6.QtCore import QDate, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings.fields import date_field
from views.handbook import Page
from views.lists import list_of
from views.members.page import SearchField
from views.parts import button, label, named, row, scaled
from views.plan.guard import guarded
from views.sales.table import COLUMNS, SalesModel


class SalesPage(Page):
    """`sale_asked` carries the id of a sale to look at."""

    sale_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("SalesPage", "Ventes du jour"))
        self._desk = desk
        self.search = SearchField()
        self.search.setPlaceholderText(translate("SalesPage", "N° de reçu (A-000123)"))
        self.search.setAccessibleName(translate("SalesPage", "Chercher un reçu par son numéro"))
        self.search.setMaxLength(24)
        self.search.setClearButtonEnabled(True)
        self.day = date_field(desk.sales.today(), translate("SalesPage", "Jour"))
        self.before = button("‹", self._day_before)
        self.after = button("›", self._day_after)
        self.before.setAccessibleName(translate("SalesPage", "La veille"))
        self.after.setAccessibleName(translate("SalesPage", "Le lendemain"))
        for each in (self.before, self.after):
            each.setFixedWidth(scaled(44))
        self._count = label("", "muted")
        line = row(self.search, named(self.day), self.before, self.day, self.after, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        self.model = SalesModel(self)
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self._empty = label("", "heading", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._empty, 1)
        hint = label(translate("SalesPage", "Entrée\u00a0: sa vente, duplicata, correction."), "muted")
        self.body.addLayout(row(hint, 1, self._count))
        self.setFocusProxy(self.search)
        self.search.entered.connect(self._look_up)
        self.search.going_down.connect(self._go_down)
        self.search.textEdited.connect(self._forget)
        self.day.dateChanged.connect(self._day_changed)
        self.table.activated.connect(self._activated)
        self.reload()

    def _table(self) -> QTableView:
        table, head = list_of(self.model, translate("SalesPage", "Ventes du jour"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in ("what", "customer"):
            head.setSectionResizeMode(COLUMNS.index(column), QHeaderView.ResizeMode.Stretch)
        return table

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the day knows how high it is."""
        super().showEvent(event)
        self.day.setMinimumHeight(self.day.sizeHint().height())

    def reload(self) -> None:
        """Read the day again; the current line stays."""
        current = self.table.currentIndex()
        known = self.model.sale(current.row()).id if current.isValid() else ""
        chosen = self.day.date()
        rows = self._desk.sales.of_day(chosen.toPython())
        self.model.show_rows(rows)
        place = self.model.place_of(known)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
        total = money(sum(sale.total_cents for sale in rows))
        words = translate("SalesPage", "{count} ventes et corrections · {total}")
        if len(rows) == 1:
            words = translate("SalesPage", "Une vente · {total}")
        self._count.setText(words.format(count=len(rows), total=total) if rows else "")
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(translate("SalesPage", "Rien n’a été vendu ce jour-là. F4 ouvre la caisse."))

    def _day_before(self) -> None:
        self.day.setDate(self.day.date().addDays(-1))

    def _day_after(self) -> None:
        self.day.setDate(self.day.date().addDays(1))

    def _day_changed(self, _day: QDate) -> None:
        self.reload()

    def _look_up(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._go_down()
            return
        found = self._desk.sales.find(text)
        if found is None:
            self._refusal.setText(translate("SalesPage", "Aucune vente ne porte le n° {number}.").format(number=text))
            self._refusal.show()
            return
        self._forget("")
        self.day.setDate(QDate(found.at.year, found.at.month, found.at.day))
        self.table.setCurrentIndex(self.model.index(self.model.place_of(found.id), 0))
        self.sale_asked.emit(found.id)

    def _forget(self, _text: str) -> None:
        self._refusal.hide()

    def _go_down(self) -> None:
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _activated(self, index: QModelIndex) -> None:
        self.sale_asked.emit(self.model.sale(index.row()).id)
