"""Taking what a booked rental owes, in its panel: its price, a difference, or on an invoice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.payments import PaymentMode
from tests.support.care_scenes import rented, unpaid
from tests.support.window import Screen, held, window_fixture
from views.flows.booked import BookedPanel
from views.flows.rental_due import DONE, RentalDuePanel
from views.sales.panel import SalePanel

__all__ = ["held", "window_fixture"]


def opened(screen: Screen, booking: str) -> BookedPanel:
    screen.window.bookings.open_booking(booking)
    screen.settle()
    return screen.flow(BookedPanel)


def facts(panel: BookedPanel) -> str:
    return panel._facts.text()


def test_a_booked_room_is_charged_from_its_panel(held: Screen) -> None:
    panel = opened(held, unpaid(held))
    section = panel.care.bill
    assert facts(panel).endswith("pas encore payée")
    assert section.charge_button.text() == "Encaisser 43,20\u00a0€"
    section.charge_button.setFocus()
    held.press(Qt.Key.Key_Space)
    flow = held.flow(RentalDuePanel)
    held.write("50")
    assert flow.go_button.text() == "Encaisser 43,20\u00a0€"
    held.enter()
    assert flow.step == DONE
    assert flow._change.text() == "À rendre\u00a0: 6,80\u00a0€"
    assert flow._done_title.text() == "Les Jardins de Ronce\u00a0: 43,20\u00a0€ encaissés"
    held.enter()
    shown = held.flow(BookedPanel)
    assert facts(shown).endswith("payée")
    assert section.isHidden()


def test_it_goes_on_an_invoice_with_its_address(held: Screen) -> None:
    held.click(opened(held, unpaid(held)).care.bill.charge_button)
    flow = held.flow(RentalDuePanel)
    held.click(flow.payment.modes.button_of(PaymentMode.ON_ACCOUNT))
    assert flow.account.isVisible()
    held.click(flow.go_button)
    assert flow.step != DONE  # a refusal says what the invoice still needs
    form = flow.account.form
    for field, text in (
        (form.street, "12 rue des Haies"), (form.postcode, "92240"), (form.city, "Malakoff"),
        (form.email, "compta@ronce.example"),
    ):  # fmt: skip
        field.setText(text)
    held.click(flow.go_button)
    assert flow.step == DONE
    assert flow._done_title.text() == "Les Jardins de Ronce\u00a0: 43,20\u00a0€ sur facture"
    held.enter()
    assert facts(held.flow(BookedPanel)).endswith("sur facture")


def test_extending_offers_the_difference_and_shortening_leads_to_the_sale(held: Screen) -> None:
    panel = opened(held, rented(held))
    assert panel.longer_button.text() == "Prolonger jusqu’à 10:30\u00a0: +33,60\u00a0€"
    held.click(panel.longer_button)
    section = panel.care.bill
    assert facts(panel).endswith("payée en partie")
    assert section.charge_button.text() == "Encaisser 33,60\u00a0€"
    assert "Il reste 33,60\u00a0€ à encaisser" in held.window.banner.sentence
    held.click(section.charge_button)
    flow = held.flow(RentalDuePanel)
    held.click(flow.payment.modes.button_of(PaymentMode.CARD))
    held.click(flow.go_button)
    held.enter()
    panel = held.flow(BookedPanel)
    assert facts(panel).endswith("payée")
    held.house.later(minutes=2)
    held.click(panel.free_button)
    assert panel.care.bill.bill is not None
    assert panel.care.bill.bill.sentence.startswith("33,60\u00a0€ payés de trop.")
    held.click(panel.care.bill.sale_button)
    assert held.flow(SalePanel).file.listed.id == panel.care.bill.bill.sale.id  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["abc", "12"])
def test_what_cannot_be_read_or_is_not_enough_is_not_taken(held: Screen, typed: str) -> None:
    held.click(opened(held, unpaid(held)).care.bill.charge_button)
    flow = held.flow(RentalDuePanel)
    held.write(typed)
    assert not flow.go_button.isEnabled()
    held.enter()
    assert flow.step != DONE
    assert held.house.value("SELECT count(*) FROM sale") == 0
