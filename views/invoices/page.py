"""The page of invoices (Ctrl F): those to be paid, late, paid; found as one types, opened beside it with Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.invoices import InvoiceState
from desk.language import translate
from views.handbook import Page
from views.invoices.table import COLUMNS, InvoicesFilter, InvoicesModel
from views.lists import list_of
from views.members.page import SearchField
from views.parts import Choices, button, label, row, set_property

OPEN = (InvoiceState.TO_CREDIT, InvoiceState.DUE, InvoiceState.OVERDUE)
LATE = (InvoiceState.OVERDUE,)
PAID = (InvoiceState.PAID, InvoiceState.CANCELLED)
CREDITS = (InvoiceState.CREDIT,)
ALL: tuple[InvoiceState, ...] = ()


class InvoicesPage(Page):
    """`file_asked` carries the id of an invoice, `sale_asked` that of a sale to invoice."""

    file_asked = Signal(str)
    sale_asked = Signal(str)
    terms_asked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("InvoicesPage", "Factures"))
        self._desk = desk
        self.terms_button = button(translate("InvoicesPage", "Mentions et compte"), self.terms_asked.emit)
        self.head.insertWidget(2, self.terms_button)
        self.states = Choices(
            [
                (OPEN, translate("InvoicesPage", "À payer")), (LATE, translate("InvoicesPage", "En retard")),
                (PAID, translate("InvoicesPage", "Réglées")), (CREDITS, translate("InvoicesPage", "Avoirs")),
                (ALL, translate("InvoicesPage", "Toutes")),
            ],
            translate("InvoicesPage", "Quelles factures"), columns=5,
        )  # fmt: skip
        self.states.choose(OPEN)
        self.body.addWidget(self.states)
        self.search = SearchField()
        self.search.setPlaceholderText(translate("InvoicesPage", "Numéro, client, montant…"))
        self.search.setAccessibleName(translate("InvoicesPage", "Filtrer les factures"))
        self.search.setMaxLength(80)
        self.search.setClearButtonEnabled(True)
        self._count = label("", "muted")
        self.waiting_button = button("", self._ask_waiting)
        # The count has a line of its own: with larger text all three would not stand side by side.
        line = row(self.search, self.waiting_button, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._count)
        self.lacks = label("", "chip", wrap=True)
        set_property(self.lacks, "tone", "soon", alone=True)
        self.body.addWidget(self.lacks)
        self.model = InvoicesModel(self)
        self.shown = InvoicesFilter(self.model, self)
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self._empty = label("", "heading", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._empty, 1)
        hint = translate("InvoicesPage", "Entrée\u00a0: la facture, ses règlements. Une vente se facture de la barre.")
        self.body.addWidget(label(hint, "muted"))
        self.setFocusProxy(self.search)
        self._waiting = ""
        self._connect()
        self.reload()

    def _table(self) -> QTableView:
        table, head = list_of(self.shown, translate("InvoicesPage", "Factures"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(COLUMNS.index("customer"), QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(COLUMNS.index("number"), Qt.SortOrder.DescendingOrder)
        return table

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.going_down.connect(self._go_down)
        self.search.entered.connect(self._open_current)
        self.table.activated.connect(self._activated)
        self.states.chosen.connect(self._filter_again)

    def reload(self) -> None:
        """Read everything again; what is typed, the order and the current line stay."""
        current = self.table.currentIndex()
        known = self.shown.invoice(current.row()).id if current.isValid() else ""
        self.model.show_rows(self._desk.invoices.everyone())
        for place in range(self.shown.rowCount()):
            if self.shown.invoice(place).id == known:
                self.table.setCurrentIndex(self.shown.index(place, 0))
        waiting = self._desk.invoices.waiting()
        self._waiting = waiting[0].id if waiting else ""
        self.waiting_button.setText(
            translate("InvoicesPage", "Ventes à facturer\u00a0: {count}").format(count=len(waiting))
        )
        self.waiting_button.setVisible(bool(waiting))
        self.terms_button.setVisible(self._desk.staff.holder.is_manager)
        lacks = self._desk.invoices.lacks()
        self.lacks.setText(lacks.sentence if lacks else "")
        self.lacks.setVisible(lacks is not None)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        self.shown.ask(text, self.states.value)
        if self.shown.rowCount() and text and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.shown.index(0, 0))
        self._tell()

    def _filter_again(self, _states: object) -> None:
        self._filter(self.search.text())

    def _tell(self) -> None:
        """What is shown adds up to, and what to do when nothing is."""
        shown = [self.shown.invoice(place) for place in range(self.shown.rowCount())]
        pattern = translate("InvoicesPage", "{shown} sur {total}, reste à payer {amount}")
        left = sum(invoice.balance_cents for invoice in shown)
        self._count.setText(pattern.format(shown=len(shown), total=self.model.rowCount(), amount=money(left)))
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        nobody = translate("InvoicesPage", "Aucune facture pour l’instant\u00a0: une location ou un reçu en fait une.")
        nothing = translate("InvoicesPage", "Rien ici.")
        self._empty.setText(nothing if self.model.rowCount() else nobody)

    def _ask_waiting(self) -> None:
        self.sale_asked.emit(self._waiting)

    def _go_down(self) -> None:
        if self.shown.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.shown.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._activated(self.table.currentIndex())

    def _activated(self, index: QModelIndex) -> None:
        self.file_asked.emit(self.shown.invoice(index.row()).id)
