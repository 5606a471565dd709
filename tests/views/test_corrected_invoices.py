"""On screen: an invoice that waits for its credit note, and the amount on account in a mixed payment."""

from __future__ import annotations

from desk.formats import money
from desk.invoices import InvoiceState
from desk.payments import PaymentMode
from desk.refunds import Corrected, CorrectionOrder, Wanted
from tests.support.invoice_scenes import a_buyer, a_sale, an_invoice, rent_on_account
from tests.support.window import Screen, held, window_fixture
from views.flows.invoice import FILE, PAYMENT, InvoicePanel
from views.flows.invoice_new import InvoiceNewPanel

__all__ = ["held", "window_fixture"]


def _took_back(screen: Screen, sale: str) -> str:
    done = screen.house.desk.refunds.correct(CorrectionOrder(sale, "café non servi", (Wanted(2, 8),)))
    assert isinstance(done, Corrected)
    return done.sale.sale_id


def test_the_credit_note_comes_before_the_money(held: Screen) -> None:
    a_buyer(held.house)
    sale = a_sale(held.house)
    issued = an_invoice(held.house, sale, ago=40)
    _took_back(held, sale)
    held.window.business.invoicing.open_file(issued.id)
    panel = held.flow(InvoicePanel)
    assert panel.file.listed.state is InvoiceState.TO_CREDIT
    assert panel.remind_button.isHidden()
    assert panel.go_button.text() == "Faire l’avoir de 26,40\u00a0€"
    held.enter()
    held.window.business.invoicing.open_file(issued.id)
    panel = held.flow(InvoicePanel)
    assert panel.step == FILE
    held.enter()
    assert panel.step == PAYMENT
    assert panel.payment.due == 15600


def test_a_sale_corrected_before_is_invoiced_with_its_credit_note(held: Screen) -> None:
    a_buyer(held.house, street="4 rue du Vieux Puits", postcode="92120", city="Montrouge")
    sale = a_sale(held.house)
    _took_back(held, sale)
    held.window.business.invoicing.open_new(sale)
    panel = held.flow(InvoiceNewPanel)
    assert panel.go_button.text() == "Facture et avoir\u00a0: 156,00\u00a0€"
    held.enter()
    shown = held.flow(InvoicePanel)
    assert shown.file.listed.balance_cents == 15600
    assert [note.total_cents for note in shown.file.credit_notes] == [2640]


def test_the_button_says_what_stays_on_account(held: Screen) -> None:
    panel = rent_on_account(held)
    whole = panel.payment.due
    held.click(panel.payment.modes.button_of(PaymentMode.CASH))
    panel.payment.part_field.setFocus()
    held.write("10")
    held.click(panel.payment._more)
    held.click(panel.payment.modes.button_of(PaymentMode.ON_ACCOUNT))
    assert panel.go_button.text() == f"Louer sur facture\u00a0: {money(whole - 1000)}"
