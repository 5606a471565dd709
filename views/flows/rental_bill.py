"""What a rental owes, in the panel of its booking: its price until it is paid, then any difference."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.bookings import BookingListed
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.rental_dues import RentalBill
from views.parts import button, column, label


class RentalBillSection(QWidget):
    """Hidden while nothing is to settle. `charge_asked` carries the booking, `sale_asked` the sale to correct."""

    charge_asked = Signal(str)
    sale_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        self.bill: RentalBill | None = None
        body = column(self, gap=6)
        self._words = label("", "strong", wrap=True)
        self.charge_button = button("", self._charge, kind="primary")
        self.sale_button = button("", self._see_sale, kind="link")
        for widget in (self._words, self.charge_button, self.sale_button):
            body.addWidget(widget)
        self.hide()

    def show_booking(self, booking: BookingListed) -> None:
        """Read what this rental owes; a room without a price for its category owes nothing that the desk could say."""
        bill = self._desk.dues.bill(booking.id)
        self.bill = bill if isinstance(bill, RentalBill) else None
        self.setVisible(self.bill is not None and bool(self.bill.sentence))
        if self.bill is not None:
            self._tell(self.bill)

    def more_until(self, ends_at: datetime) -> int:
        """What it costs more to hold the room until then, in cents TTC; 0 when nothing."""
        if self.bill is None:
            return 0
        longer = self._desk.dues.bill(self.bill.booking_id, ends_at)
        return max(0, longer.due_cents - self.bill.due_cents) if isinstance(longer, RentalBill) else 0

    def _tell(self, bill: RentalBill) -> None:
        self._words.setText(bill.sentence)
        self.charge_button.setVisible(bill.due is not None)
        words = translate("RentalBillSection", "Encaisser {amount}")
        self.charge_button.setText(words.format(amount=money(bill.due_cents)))
        self.sale_button.setVisible(bill.due is None and bill.sale is not None)
        if bill.sale is not None:
            words = translate("RentalBillSection", "Voir la vente {number}")
            self.sale_button.setText(words.format(number=bill.sale.number))

    def _charge(self) -> None:
        assert self.bill is not None
        self.charge_asked.emit(self.bill.booking_id)

    def _see_sale(self) -> None:
        assert self.bill is not None
        assert self.bill.sale is not None
        self.sale_asked.emit(self.bill.sale.id)
