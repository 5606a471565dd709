"""One sale beside the page: what it says, what went back of it, its papers, and its correction."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desk.errors import Refused
from desk.formats import day_time, money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.sales_book import SaleFile
from views.flows.bill import basket_lines
from views.flows.panel import FlowPanel
from views.flows.payment import due_lines
from views.parts import button, column, empty, label, row
from views.prompts import Prompter


class SalePanel(FlowPanel):
    """`correction_asked` and `invoice_asked` carry the sale's id; `sale_asked` that of another sale, which it corrects
    or which does."""

    correction_asked = Signal(str)
    sale_asked = Signal(str)
    invoice_asked = Signal(str)

    def __init__(self, desk: FrontDesk, file: SaleFile, prompter: Prompter) -> None:
        title = translate("SalePanel", "Vente {number}").format(number=file.listed.number)
        super().__init__(title, (), subject=file.listed.id)
        self._desk = desk
        self._prompter = prompter
        self._linked: dict[QPushButton, str] = {}
        self.file = file
        page = QWidget()
        self._body = column(page, gap=10)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._facts = column(gap=8)
        self._body.addLayout(self._facts)
        self.print_button = button("", self._print)
        self.save_button = button(translate("SalePanel", "Enregistrer en PDF…"), self._save)
        self.correct_button = button(translate("SalePanel", "Corriger…"), self._correct, kind="danger")
        self._body.addWidget(self.print_button)
        self.invoice_button = button(translate("SalePanel", "Facture…"), self._invoice)
        self._body.addWidget(self.save_button)
        self._body.addWidget(self.invoice_button)
        self._body.addWidget(self.correct_button)
        self._why_not = label("", "muted", wrap=True)
        self._body.addWidget(self._why_not)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._body.addWidget(self._told)
        self._told.hide()
        self._body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Show the sale."""
        del index
        self._show()
        self.name_go(translate("SalePanel", "Terminé"))
        self.focus_on(self.go_button)

    def go_on(self) -> None:
        """Nothing more to do here."""
        self.closed.emit()

    def resume(self) -> None:
        """Something of it may have gone back while it waited."""
        self.reload()
        super().resume()

    def reload(self) -> None:
        """Read the sale again: something of it may have gone back."""
        file = self._desk.sales.file(self.file.listed.id)
        if file is not None:
            self.file = file
            self._show()

    def _show(self) -> None:
        empty(self._facts)
        self._linked.clear()
        file, sale = self.file, self.file.listed
        self._facts.addWidget(label(day_time(sale.at), "strong"))
        if sale.operator:
            served = translate("SalePanel", "Servi par {name}").format(name=sale.operator)
            self._facts.addWidget(label(served, "muted", wrap=True))
        if sale.customer:
            self._facts.addWidget(label(sale.customer, "strong", wrap=True))
        if sale.state:
            self._facts.addWidget(label(sale.state, "refusal", wrap=True))
        self._facts.addWidget(due_lines(basket_lines(file.basket)))
        total = translate("SalePanel", "Total TTC")
        paid = [(each.words, money(each.cents)) for each in file.payments]
        self._facts.addWidget(due_lines([(total, money(sale.total_cents)), *paid]))
        others = [(each.id, each.number, each.total_cents) for each in file.corrections]
        pattern = translate("SalePanel", "Correction {number}\u00a0: {amount}")
        for sale_id, number, cents in others:
            self._link(pattern.format(number=number, amount=money(cents)), sale_id)
        if file.corrects_id:
            self._link(translate("SalePanel", "Voir la vente {number}").format(number=sale.corrects), file.corrects_id)
        words = translate("SalePanel", "Imprimer le reçu")
        if file.prints:
            words = translate("SalePanel", "Imprimer un duplicata")
        self.print_button.setText(words)
        draft = self._desk.invoices.draft(sale.id)
        known = isinstance(draft, Refused) and bool(self._desk.invoices.of_sale(sale.id))
        self.invoice_button.setVisible(known or not isinstance(draft, Refused))
        refused = self._desk.refunds.may(sale.id)
        self.correct_button.setVisible(refused is None)
        self._why_not.setText(refused.sentence if refused else "")
        self._why_not.setVisible(refused is not None)

    def _link(self, words: str, sale_id: str) -> None:
        made = button(words, self._linked_pressed, kind="link")
        self._linked[made] = sale_id
        self._facts.addLayout(row(made, 1))

    def _linked_pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton) and pressed in self._linked:
            self.sale_asked.emit(self._linked[pressed])

    def _print(self) -> None:
        printed = self._desk.receipts.print_again(self.file.listed.id)
        self._tell(printed if isinstance(printed, Refused) else _printed(printed.title))

    def _save(self) -> None:
        number = self.file.listed.number
        name = translate("SalePanel", "recu-{number}.pdf").format(number=number)
        title = translate("SalePanel", "Où écrire ce reçu\u00a0?")
        path = self._prompter.save_file(self, title, name, translate("SalePanel", "PDF (*.pdf)"))
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        saved = self._desk.receipts.save(self.file.listed.id, path)
        words = translate("SalePanel", "Le reçu est dans {file}, prêt à être envoyé.").format(file=path.name)
        self._tell(saved if isinstance(saved, Refused) else words)

    def _tell(self, answer: str | Refused) -> None:
        self.refuse(answer if isinstance(answer, Refused) else None)
        self._told.setText("" if isinstance(answer, Refused) else answer)
        self._told.setVisible(not isinstance(answer, Refused))
        self.reload()

    def _invoice(self) -> None:
        self.invoice_asked.emit(self.file.listed.id)

    def _correct(self) -> None:
        self.correction_asked.emit(self.file.listed.id)


def _printed(title: str) -> str:
    return translate("SalePanel", "{title} s’imprime.").format(title=title)
