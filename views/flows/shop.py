"""The till (F4): one basket of everything, the payment, and what is handed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PriceCategory
from desk.receipts import note_is_due
from desk.shop import Article, ShopLine, ShopOrder, ShopQuote, ShopSold
from views.flows.bill import basket_lines
from views.flows.panel import FlowPanel, fact
from views.flows.payment import PaymentForm, bill_label, due_lines
from views.flows.shop_articles import ArticleChooser
from views.flows.shop_customer import CustomerForm
from views.flows.shop_lines import BasketLines, LineEditor, category_choices
from views.parts import Choices, button, column, empty, label, row

BASKET, PAYMENT, DONE = range(3)
NO_RECEIPT, RECEIPT = False, True


class ShopPanel(FlowPanel):
    """Three steps: the basket, the payment, handed over. `sale_asked` carries the id of the sale to look at."""

    sale_asked = Signal(str)
    _unfolded = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        steps = (
            translate("ShopPanel", "Panier"), translate("ShopPanel", "Paiement"), translate("ShopPanel", "Remettre"),
        )  # fmt: skip
        super().__init__(translate("ShopPanel", "Caisse"), steps)
        self._desk = desk
        self._quote: ShopQuote | None = None
        self._edited = -1
        self.sold: ShopSold | None = None
        self.add_page(self._basket_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.show_step(BASKET)

    # --- pages -----------------------------------------------------------------------------------------------

    def _basket_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        self.chooser = ArticleChooser()
        self.lines = BasketLines()
        self.editor = LineEditor()
        name = translate("ShopPanel", "Tarif")
        self.category = category_choices(name)
        self.category.choose(PriceCategory.STANDARD)
        self.customer = CustomerForm(self._desk)
        self.customer_button = button(translate("ShopPanel", "Pour quelqu’un, ou une organisation…"), kind="link")
        due, self._total = fact(translate("ShopPanel", "Total"), "", "amount")
        body.addWidget(self.chooser)
        body.addWidget(self.lines)
        body.addWidget(self.editor)
        body.addLayout(row(due, 1, self._total))
        body.addWidget(label(name, "strong"))
        body.addWidget(self.category)
        body.addLayout(row(self.customer_button, 1))
        body.addWidget(self.customer)
        body.addStretch(1)
        self.editor.hide()
        self.customer.hide()
        self.chooser.chosen.connect(self._add)
        self.chooser.counted.connect(self._count)
        self.lines.changed.connect(self._reprice)
        self.lines.opened.connect(self._open_line)
        self.editor.changed.connect(self._line_edited)
        self.category.chosen.connect(self._category_chosen)
        self.customer.changed.connect(self._customer_chosen)
        self.customer.field.entered.connect(self.go_on)
        # Once it has its place: what unfolds below is brought into sight.
        self._unfolded.connect(self.bring_into_sight, Qt.ConnectionType.QueuedConnection)
        self.customer_button.clicked.connect(self._unfold_customer)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        body.addWidget(label(translate("ShopPanel", "Reçu"), "strong"))
        options = [
            (NO_RECEIPT, translate("ShopPanel", "Pas de reçu")),
            (RECEIPT, translate("ShopPanel", "Imprimer")),
        ]
        self.receipt = Choices(options, translate("ShopPanel", "Reçu"))
        body.addWidget(self.receipt)
        self._note = bill_label("")
        body.addWidget(self._note)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self._done_text = label("", "", wrap=True)
        for widget in (self._done_title, self._change, self._done_text):
            body.addWidget(widget)
        self.sale_button = button(translate("ShopPanel", "Voir cette vente\u00a0: PDF, correction…"), self._see_sale)
        body.addLayout(row(self.sale_button, 1))
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    @property
    def has_content(self) -> bool:
        """A basket is content too."""
        return super().has_content or (bool(self.lines.chosen) and not self.is_result)

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == BASKET:
            self.reload()
            self.focus_on(self.chooser.field)
        elif index == PAYMENT:
            self._show_bill()
            self.payment.focus_first()
        else:
            self.name_go(translate("ShopPanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """What is typed goes into the basket; with nothing typed, on to the payment, sold, closed."""
        if self.step == BASKET:
            if self.chooser.take():
                return
            if self._quote is not None:
                self.show_step(PAYMENT)
            else:
                sentence = translate("ShopPanel", "Le panier est vide\u00a0: tapez par exemple 2 café, puis Entrée.")
                self.refuse(Refused("empty", sentence))
                self.chooser.field.setFocus()
        elif self.step == PAYMENT:
            self._sell()
        else:
            self.closed.emit()

    def resume(self) -> None:
        """What is on offer may have changed while the basket waited: an hour, a price, a place."""
        if self.step == BASKET:
            self.reload()
        super().resume()

    def reload(self) -> None:
        """Read again what is on offer, and the price of the basket."""
        self.chooser.offer(self._desk.shop.articles(self.category.value))
        self._reprice()

    @property
    def order(self) -> ShopOrder:
        """The basket as it stands."""
        who = self.customer.customer
        return ShopOrder(
            tuple(chosen.line for chosen in self.lines.chosen), who.name, who.member_id, who.organisation_id,
            wants_receipt=bool(self.receipt.value),
        )  # fmt: skip

    # --- the basket ------------------------------------------------------------------------------------------

    def _add(self, article: object, quantity: int) -> None:
        assert isinstance(article, Article)
        self._fold_line()
        self.lines.add(article, quantity, self.category.value)

    def _count(self, quantity: int) -> None:
        if not self.lines.count_last(quantity):
            sentence = translate("ShopPanel", "Écrivez ce qui se vend après le nombre, par exemple 2 café.")
            self.refuse(Refused("no_article", sentence))

    def _category_chosen(self, category: object) -> None:
        assert isinstance(category, PriceCategory)
        self._fold_line()
        self.lines.recategorise(category)
        self.reload()
        self.chooser.field.setFocus()

    def _open_line(self, place: int) -> None:
        if self._edited == place:
            self._fold_line()
            return
        self._edited = place
        self.editor.show_line(self.lines.chosen[place], is_manager=self._desk.staff.holder.is_manager)
        self.editor.show()
        self._unfolded.emit(self.editor)

    def _fold_line(self) -> None:
        self._edited = -1
        self.editor.hide()

    def _line_edited(self, line: object) -> None:
        assert isinstance(line, ShopLine)
        self.lines.change(self._edited, line)

    def _unfold_customer(self) -> None:
        self.customer_button.hide()
        self.customer.show()
        self.customer.field.setFocus()
        self._unfolded.emit(self.customer)

    def _customer_chosen(self) -> None:
        if self._quote is not None and self._quote.needs_member and not self.customer.customer.member_id:
            self.customer.blockSignals(True)
            self.customer.wants_member()
            self.customer.blockSignals(False)
        self._reprice()
        self._unfolded.emit(self.customer)

    def _reprice(self) -> None:
        if self._edited >= len(self.lines.chosen):
            self._fold_line()
        answer = self._desk.shop.quote(self.order)
        self._quote = None if isinstance(answer, Refused) else answer
        refused = answer if isinstance(answer, Refused) and self.lines.chosen else None
        self.lines.show_amounts(self._quote.basket if self._quote else None)
        self._total.setText(money(self._quote.basket.total_cents) if self._quote else money(0))
        self.refuse(refused)
        self._name_basket()

    def _name_basket(self) -> None:
        if self._quote is None:
            self.name_go(translate("ShopPanel", "Choisissez ce qui se vend"), enabled=not self.lines.chosen)
            return
        lacks = self._quote.needs_member and not self.customer.customer.member_id
        if lacks:
            if self.customer.isHidden():
                self.customer_button.hide()
                self.customer.show()
                self._unfolded.emit(self.customer)
            self.name_go(translate("ShopPanel", "Choisissez le membre"), enabled=False)
        else:
            amount = money(self._quote.basket.total_cents)
            self.name_go(translate("ShopPanel", "Payer {amount}").format(amount=amount))

    # --- the payment -----------------------------------------------------------------------------------------

    def _show_bill(self) -> None:
        assert self._quote is not None
        empty(self._bill)
        self._bill.addWidget(due_lines(basket_lines(self._quote.basket)))
        total = self._quote.basket.total_cents
        is_due = note_is_due(total)
        self.receipt.choose(RECEIPT if is_due else NO_RECEIPT)
        self._note.setText(translate("ShopPanel", "À partir de 25\u00a0€, la note est remise sans qu’on la demande."))
        self._note.setVisible(is_due)
        self.payment.ask(total)

    def _name_payment(self) -> None:
        if self.step == PAYMENT and self._quote is not None:
            text = translate("ShopPanel", "Encaisser {amount}")
            amount = money(self._quote.basket.total_cents)
            self.name_go(text.format(amount=amount), enabled=self.payment.is_complete)

    def _sell(self) -> None:
        sold = self._desk.shop.sell(self.order, self.payment.payments())
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self.sold = sold
        self._done_title.setText(translate("ShopPanel", "Vente {number}").format(number=sold.sale.number))
        change = translate("ShopPanel", "À rendre\u00a0: {amount}").format(amount=money(sold.sale.change_cents))
        self._change.setText(change)
        self._change.setVisible(bool(sold.sale.change_cents))
        self._done_text.setText(_what_happened(sold))
        self._done_text.setVisible(bool(self._done_text.text()))
        self.show_step(DONE)

    def _see_sale(self) -> None:
        if self.sold is not None:
            self.sale_asked.emit(self.sold.sale.sale_id)


def _what_happened(sold: ShopSold) -> str:
    """What the sale gave, a sentence each."""
    sentences = []
    if sold.passes:
        waiting = [p.arrival.refused.sentence for p in sold.passes if p.arrival.refused is not None]
        words = translate("ShopPanel", "Les pass s’impriment\u00a0: les personnes sont entrées.")
        if len(sold.passes) == 1:
            words = translate("ShopPanel", "Le pass n° {number} s’imprime\u00a0: la personne est entrée.")
        sentences.append(waiting[0] if waiting else words.format(number=sold.passes[0].number))
    if sold.memberships:
        sentences.append(translate("ShopPanel", "La formule est sur la fiche du membre."))
    if sold.tickets:
        words = translate("ShopPanel", "{count} places sont prises.")
        if sold.tickets == 1:
            words = translate("ShopPanel", "Une place est prise.")
        sentences.append(words.format(count=sold.tickets))
    return "\n".join(sentences)
