"""On screen: a rental that was cancelled late is corrected in two keys, what stays due kept."""

from __future__ import annotations

from datetime import datetime

from desk.bookings import Scope
from desk.errors import Refused
from desk.organisations import NewOrganisation
from desk.payments import PaymentMode, PaymentOffer, PriceCategory
from desk.rentals import RentalOrder, RentalSold
from tests.support.house import PARIS, TUESDAY
from tests.support.window import Screen, held, window_fixture
from views.flows.correction import DONE, CorrectionPanel

__all__ = ["held", "window_fixture"]


def test_what_stays_due_is_kept_at_first(held: Screen) -> None:
    desk = held.house.desk
    start = datetime(TUESDAY.year, TUESDAY.month, TUESDAY.day, 14, tzinfo=PARIS)
    order = RentalOrder("agora", start, start.replace(hour=18), NewOrganisation("Les Amis", PriceCategory.STANDARD))
    rented = desk.rentals.rent(order, (PaymentOffer(PaymentMode.CARD, 19200),))
    assert isinstance(rented, RentalSold), rented
    held.house.later(minutes=40)
    assert not isinstance(desk.bookings.cancel(rented.booking_id, Scope.THIS, "annulé"), Refused)
    held.window.sales.correct(rented.sale.sale_id)
    panel = held.flow(CorrectionPanel)
    assert panel.keeping is not None
    assert panel._amount.text() == "96,00\u00a0€"
    assert not any(spin.isEnabled() for spin in panel.spins.values())
    held.click(panel.keeping.button_of(0))
    assert panel._amount.text() == "192,00\u00a0€"
    assert all(spin.isEnabled() for spin in panel.spins.values())
    held.click(panel.keeping.button_of(9600))
    panel.go_on()
    held.type("annulation tardive")
    held.enter()
    assert panel.step == DONE
    assert panel.corrected is not None
    assert panel.corrected.sale.total_cents == -9600
