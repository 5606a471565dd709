"""Selling a day pass: for whom, the payment, and the pass in the guest's hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk.errors import Refused
from desk.formats import money, rate
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.passes import CATEGORIES, PassOffer, PassOrder, PassSold
from desk.payments import DayPart, PriceCategory, category_label
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, bill_label, due_lines
from views.parts import Choices, column, empty, label, under_name
from views.qr import qr_pixmap

NO_RECEIPT, RECEIPT = False, True


class DayPassPanel(FlowPanel):
    """Three steps: who, payment, hand over. The last key of each is Enter."""

    def __init__(self, desk: FrontDesk) -> None:
        steps = (
            translate("DayPassPanel", "Pour qui"),
            translate("DayPassPanel", "Paiement"),
            translate("DayPassPanel", "Remettre"),
        )
        super().__init__(translate("DayPassPanel", "Pass journée"), steps)
        self._desk = desk
        self._was_begun = False
        self._offer: PassOffer | None = None
        self.sold: PassSold | None = None
        self.add_page(self._who_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.show_step(0)

    # --- pages -----------------------------------------------------------------------------------------------

    def _who_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        half = self._desk.passes.part_now()
        half_label = {
            DayPart.MORNING: translate("DayPassPanel", "Matin"),
            DayPart.AFTERNOON: translate("DayPassPanel", "Après-midi"),
        }[half]
        body.addWidget(label(translate("DayPassPanel", "Durée"), "strong"))
        day = (DayPart.DAY, translate("DayPassPanel", "Journée"))
        self.part = Choices([day, (half, half_label)], translate("DayPassPanel", "Durée"))
        self.part.choose(DayPart.DAY)
        body.addWidget(self.part)
        body.addWidget(label(translate("DayPassPanel", "Tarif"), "strong"))
        self.category = Choices([(c, category_label(c)) for c in CATEGORIES], translate("DayPassPanel", "Tarif"))
        self.category.choose(PriceCategory.STANDARD)
        body.addWidget(self.category)
        self.guest = QLineEdit()
        self.guest.setMaxLength(80)
        self.guest.setAccessibleName(translate("DayPassPanel", "Prénom et nom (facultatif)"))
        self.guest.setPlaceholderText(translate("DayPassPanel", "Pour l’accueillir par son nom"))
        body.addLayout(under_name(self.guest, "", "strong"))
        self._price = label("", "amount")
        self._price.setAlignment(Qt.AlignmentFlag.AlignRight)
        body.addWidget(self._price)
        body.addStretch(1)
        self.guest.textChanged.connect(self._named)
        self.part.chosen.connect(self._reprice)
        self.category.chosen.connect(self._reprice)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._whose = label("", "strong", wrap=True)
        self._bill = column(gap=2)
        body.addWidget(self._whose)
        body.addLayout(self._bill)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        body.addWidget(label(translate("DayPassPanel", "Reçu"), "strong"))
        options = [
            (NO_RECEIPT, translate("DayPassPanel", "Pas de reçu")),
            (RECEIPT, translate("DayPassPanel", "Imprimer")),
        ]
        self.receipt = Choices(options, translate("DayPassPanel", "Reçu"))
        self.receipt.choose(NO_RECEIPT)
        body.addWidget(self.receipt)
        body.addWidget(bill_label(translate("DayPassPanel", "Le pass avec son QR est imprimé dans tous les cas.")))
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self._qr = QLabel()
        self._qr.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._done_text = label("", "", wrap=True)
        for widget in (self._done_title, self._change, self._qr, self._done_text):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == 0:
            self._reprice()
            self.focus_on(self.guest)
        elif index == 1:
            self._show_bill()
            self.payment.focus_first()
        else:
            self.name_go(translate("DayPassPanel", "Terminé"))
            self.focus_on(self.go_button)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said yet of whose it is, nor gone on with."""
        return not self._was_begun and not self.subject

    @property
    def is_done(self) -> bool:
        """Whether it is sold: another one asked for is another pass."""
        return self.sold is not None

    def is_like(self, other: FlowPanel) -> bool:
        """Whether it is for the same person. One that is sold gives its place to any other; one that is nobody's by
        name and gone on with is nobody else's."""
        if self.is_done:
            return self.title == other.title
        return super().is_like(other) and (bool(self.subject) or self.is_blank)

    def suggest(self, name: str) -> None:
        """Carry in the name of whoever was refused at the door."""
        self.guest.setText(name)

    def _named(self, name: str) -> None:
        """Whose pass it is: another person's is another flow."""
        self.subject = name.strip()

    def go_on(self) -> None:
        """Who -> payment -> sold -> closed."""
        if self.step == 0 and self._offer is not None:
            self._was_begun = True
            self.show_step(1)
        elif self.step == 1:
            self._sell()
        elif self.step == 2:
            self.closed.emit()

    def _reprice(self, _value: object = None) -> None:
        offer = self._desk.passes.offer(self.category.value, self.part.value)
        if isinstance(offer, Refused):
            self._offer = None
            self._price.setText("")
            self.refuse(offer)
        else:
            self._offer = offer
            self._price.setText(money(offer.basket.total_cents))
            self.refuse(None)
        self.name_go(translate("DayPassPanel", "Continuer"), enabled=self._offer is not None)

    def _show_bill(self) -> None:
        assert self._offer is not None
        self._whose.setText(translate("DayPassPanel", "Pour {name}").format(name=self.subject))
        self._whose.setVisible(bool(self.subject))
        empty(self._bill)
        basket = self._offer.basket
        words = translate("DayPassPanel", "{what} · {category}")
        words = words.format(what=self._offer.label, category=category_label(self._offer.category))
        vat = [
            (translate("DayPassPanel", "dont TVA {rate}").format(rate=rate(v.basis_points)), money(v.vat))
            for v in basket.vat
        ]
        self._bill.addWidget(due_lines([(words, money(basket.total_cents)), *vat]))
        self.payment.ask(basket.total_cents)

    def _name_payment(self) -> None:
        if self.step == 1 and self._offer is not None:
            text = translate("DayPassPanel", "Encaisser {amount}")
            amount = money(self._offer.basket.total_cents)
            self.name_go(text.format(amount=amount), enabled=self.payment.is_complete)

    def _sell(self) -> None:
        assert self._offer is not None
        order = PassOrder(self._offer.category, self._offer.part, self.guest.text(), self.receipt.value)
        sold = self._desk.passes.sell(order, self.payment.payments())
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self.sold = sold
        self._done_title.setText(translate("DayPassPanel", "Pass n° {number} vendu").format(number=sold.number))
        change = sold.sale.change_cents
        self._change.setText(
            translate("DayPassPanel", "À rendre\u00a0: {amount}").format(amount=money(change)) if change else ""
        )
        self._change.setVisible(bool(change))
        self._qr.setPixmap(qr_pixmap(sold.code, 180))
        self._qr.setAccessibleName(translate("DayPassPanel", "QR du pass"))
        self._done_text.setText(self._what_happened(sold))
        self.show_step(2)

    def _what_happened(self, sold: PassSold) -> str:
        if sold.arrival.refused is not None:
            return sold.arrival.refused.sentence
        place = sold.arrival.greeting.place if sold.arrival.greeting else ""
        text = translate("DayPassPanel", "Reçu {number}. La personne est entrée\u00a0; le pass s’imprime.")
        if place:
            text = translate(
                "DayPassPanel", "Reçu {number}. La personne est entrée, place {place}\u00a0; le pass s’imprime."
            )
        return text.format(number=sold.sale.number, place=place)
