"""Taking what a booked rental owes: its price or a difference, paid at the counter or put on an invoice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import category_label
from desk.rental_dues import RentalBill
from desk.rentals import RentalSold
from views.flows.account import AccountForm
from views.flows.bill import read_lines, show_total
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, bill_label, due_lines
from views.parts import column, empty, label

PAYMENT, DONE = range(2)


class RentalDuePanel(FlowPanel):
    """One step, then what was done. `sold` carries a RentalSold."""

    sold = Signal(object)

    def __init__(self, desk: FrontDesk, bill: RentalBill) -> None:
        super().__init__(translate("RentalDuePanel", "Encaisser la salle"), (), subject=bill.booking_id)
        self._desk = desk
        self._bill = bill
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.show_step(PAYMENT)

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._lines = column(gap=2)
        body.addLayout(self._lines)
        self.payment = PaymentForm()
        self.account = AccountForm(self._desk, self.payment)
        self.account.hide()
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        body.addWidget(self.account)
        words = translate("RentalDuePanel", "Le reçu, ou la facture, est imprimé (note obligatoire).")
        body.addWidget(bill_label(words))
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title, self._change = label("", "heading", wrap=True), label("", "change")
        self._done_text = label("", "", wrap=True)
        for widget in (self._done_title, self._change, self._done_text):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == PAYMENT:
            self._show_bill()
            self.focus_on(self.payment.tendered_field)
        else:
            self.name_go(translate("RentalDuePanel", "Terminé"))
            self.focus_on(self.go_button)

    def resume(self) -> None:
        """The panel comes back to the front: the booking may have been changed, or paid, meanwhile."""
        if self.step == PAYMENT:
            bill = self._desk.dues.bill(self._bill.booking_id)
            if isinstance(bill, Refused) or bill.due is None:
                self.closed.emit()
                return
            if bill.due != self._bill.due:
                self._bill = bill
                self._show_bill()
        super().resume()

    def go_on(self) -> None:
        """Payment -> done -> closed."""
        if self.step == PAYMENT:
            self._charge()
        else:
            self.closed.emit()

    def _show_bill(self) -> None:
        bill, read = self._bill, self._bill.read
        assert read is not None
        who = bill.title if bill.organisation is None else bill.organisation.name
        when = translate("RentalDuePanel", "{space}, {day} de {start} à {end}").format(
            space=bill.space, day=day_text(bill.starts_at), start=time_text(bill.starts_at),
            end=time_text(bill.ends_at),
        )  # fmt: skip
        price = translate("RentalDuePanel", "Tarif {category}").format(category=category_label(bill.category))
        lines = [(who, ""), (price, ""), (when, "")]
        if bill.received_cents:
            before = translate("RentalDuePanel", "Déjà vendu pour cette réservation")
            lines.append((before, money(bill.received_cents)))
        empty(self._lines)
        self._lines.addWidget(due_lines([*lines, *read_lines(read)]))
        show_total(read, self._lines, role="strong")
        if bill.organisation is None:
            self.payment.offer_account(offered=False)
        else:
            self.account.begin(bill.organisation, bill.organisation.siren)
        self.payment.ask(bill.due_cents)

    def _name_payment(self) -> None:
        if self.step == PAYMENT:
            text = translate("RentalDuePanel", "Encaisser {amount}")
            if self.account.billing is not None:
                text = translate("RentalDuePanel", "Mettre sur facture\u00a0: {amount}")
            self.name_go(text.format(amount=money(self._bill.due_cents)), enabled=self.payment.is_complete)

    def _charge(self) -> None:
        sold = self._desk.dues.charge(self._bill.booking_id, self.payment.payments(), self.account.billing)
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self._show_done(sold)
        self.sold.emit(sold)

    def _show_done(self, sold: RentalSold) -> None:
        title = translate("RentalDuePanel", "{title}\u00a0: {amount} encaissés")
        text, due = translate("RentalDuePanel", "Reçu {number} imprimé."), ""
        number = sold.sale.number
        if sold.invoice is not None:
            title = translate("RentalDuePanel", "{title}\u00a0: {amount} sur facture")
            text = translate("RentalDuePanel", "Facture {number} imprimée, à payer pour le {due}.")
            number, due = sold.invoice.number, day_text(sold.invoice.due_on)
        self._done_title.setText(title.format(title=self._bill.title, amount=money(sold.sale.total_cents)))
        change = sold.sale.change_cents
        self._change.setText(translate("RentalDuePanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        self._done_text.setText(text.format(number=number, due=due))
        self.show_step(DONE)
