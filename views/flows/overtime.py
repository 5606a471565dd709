"""Overtime of a rental: until when and at what price, then the payment; the room is held with it where it is free."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desk.bookings import BookingListed
from desk.errors import Refused
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.overtime import OvertimeOffer, OvertimeSold
from views.bookings.fields import time_field
from views.flows.bill import basket_lines
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, due_lines
from views.parts import column, empty, label, named, row

UNTIL, PAYMENT, DONE = range(3)


class OvertimePanel(FlowPanel):
    """Two steps, then what was done. `sold` carries an OvertimeSold."""

    sold = Signal(object)

    def __init__(self, desk: FrontDesk, booking: BookingListed) -> None:
        steps = (translate("OvertimePanel", "Jusqu’à quand"), translate("OvertimePanel", "Paiement"))
        super().__init__(translate("OvertimePanel", "Dépassement"), steps, subject=booking.id)
        self._desk = desk
        self._booking = booking
        self._offer: OvertimeOffer | None = None
        self.add_page(self._until_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        first = desk.overtime.offer(booking.id)
        if isinstance(first, OvertimeOffer):
            self.until.setTime(QTime(first.until.hour, first.until.minute))
        self.until.timeChanged.connect(self._ask)
        self.show_step(UNTIL)

    def _until_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=12)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(label(self._booking.title, "heading", wrap=True))
        self._facts = label("", "muted", wrap=True)
        body.addWidget(self._facts)
        self.until = time_field(translate("OvertimePanel", "Jusqu’à"))
        body.addLayout(row(named(self.until), 1, self.until))
        self._held = label("", "", wrap=True)
        body.addWidget(self._held)
        self._lines = column(gap=2)
        body.addLayout(self._lines)
        body.addStretch(1)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        self.receipt = QCheckBox(translate("OvertimePanel", "Imprimer le reçu"))
        self.receipt.setChecked(True)
        body.addWidget(self.receipt)
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
        if index == UNTIL:
            self._ask()
            self.focus_on(self.until)
        elif index == PAYMENT:
            assert self._offer is not None
            assert self._offer.basket is not None
            self.payment.ask(self._offer.basket.total_cents)
            self.payment.focus_first()
        else:
            self.name_go(translate("OvertimePanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """Until when -> payment -> done -> closed."""
        if self.step == UNTIL and self._offer is not None:
            self.show_step(PAYMENT)
        elif self.step == PAYMENT:
            self._charge()
        elif self.step == DONE:
            self.closed.emit()

    def _wanted(self) -> datetime:
        """The hour asked for: today, or tomorrow for an hour that is past by more than half a day."""
        at, now = self.until.time(), self._desk.site.local_now()
        wanted = now.replace(hour=at.hour(), minute=at.minute(), second=0, microsecond=0)
        return wanted + timedelta(days=1) if now - wanted > timedelta(hours=12) else wanted

    def _ask(self, _time: object = None) -> None:
        answer = self._desk.overtime.offer(self._booking.id, self._wanted())
        empty(self._lines)
        self._offer = None
        if isinstance(answer, Refused):
            self.refuse(answer)
            self._held.setText("")
            self.name_go(translate("OvertimePanel", "Continuer"), enabled=False)
            return
        self.refuse(None)
        facts = translate("OvertimePanel", "{space}, payé jusqu’à {hour}")
        self._facts.setText(facts.format(space=answer.space, hour=time_text(answer.paid_until)))
        if answer.basket is None:
            self._held.setText(translate("OvertimePanel", "Compris dans le prix déjà payé\u00a0: rien à encaisser."))
            self.name_go(translate("OvertimePanel", "Continuer"), enabled=False)
            return
        self._offer = answer
        held = translate("OvertimePanel", "La salle est libre\u00a0: elle sera tenue jusque-là.")
        if not answer.is_free:
            held = translate(
                "OvertimePanel", "La salle est prise ensuite\u00a0: le temps passé est facturé, sans plus."
            )
        self._held.setText(held)
        self._lines.addWidget(due_lines(basket_lines(answer.basket)))
        self.name_go(translate("OvertimePanel", "Continuer · {amount}").format(amount=money(answer.basket.total_cents)))

    def _name_payment(self) -> None:
        if self.step == PAYMENT and self._offer is not None and self._offer.basket is not None:
            text = translate("OvertimePanel", "Encaisser {amount}")
            amount = money(self._offer.basket.total_cents)
            self.name_go(text.format(amount=amount), enabled=self.payment.is_complete)

    def _charge(self) -> None:
        assert self._offer is not None
        printed = self.receipt.isChecked()
        answer = self._desk.overtime.charge(
            self._booking.id, self._offer.until, self.payment.payments(), wants_receipt=printed
        )
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self._show_done(answer)
        self.sold.emit(answer)

    def _show_done(self, sold: OvertimeSold) -> None:
        title = translate("OvertimePanel", "Payé jusqu’à {hour}").format(hour=time_text(sold.until))
        self._done_title.setText(title)
        change = sold.sale.change_cents
        self._change.setText(translate("OvertimePanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        words = translate("OvertimePanel", "Reçu {number}. La réservation dure maintenant jusque-là.")
        if not sold.is_extended:
            words = translate("OvertimePanel", "Reçu {number}. La réservation garde sa fin.")
        self._done_text.setText(words.format(number=sold.sale.number))
        self.show_step(DONE)
