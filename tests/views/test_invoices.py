"""Invoices on screen: settled, saved, reminded of, made from a receipt, and a room rented on one in three steps."""

from __future__ import annotations

from pathlib import Path

from desk.invoices import InvoiceState
from tests.support.invoice_scenes import INVOICE_SCENES, rent_on_account
from tests.support.window import Screen, held, window_fixture
from views.flows.invoice import FILE, InvoicePanel
from views.flows.invoice_new import InvoiceNewPanel
from views.flows.rental import DONE

__all__ = ["held", "window_fixture"]


def test_a_part_is_received_and_the_panel_says_what_is_left(held: Screen) -> None:
    INVOICE_SCENES["invoice-money"](held)
    panel = held.flow(InvoicePanel)
    panel.payment.part_field.setFocus()
    held.write("82,40")
    held.enter()
    assert panel.step == FILE
    assert panel.file.listed.balance_cents == 10000
    assert not panel.remind_button.isHidden()
    held.click(panel.remind_button)
    held.wait(held.all_printed)
    assert held.printed() == ["Relance de la facture n° FA-000002"]


def test_more_than_what_is_left_cannot_be_noted(held: Screen) -> None:
    INVOICE_SCENES["invoice-money"](held)
    panel = held.flow(InvoicePanel)
    panel.payment.part_field.setFocus()
    held.write("182,41")
    assert not panel.go_button.isEnabled()


def test_a_receipt_becomes_an_invoice_once_the_address_is_given(held: Screen) -> None:
    INVOICE_SCENES["invoice-person"](held)
    panel = held.flow(InvoiceNewPanel)
    held.enter()
    assert held.window.counter.flow is panel, "an address lacks"
    for field, text in (
        (panel.form.street, "1 rue du Roitelet"), (panel.form.postcode, "92240"), (panel.form.city, "Malakoff"),
        (panel.form.email, "zoe@example.org"),
    ):  # fmt: skip
        field.setFocus()
        held.type(text)
    held.enter()
    assert held.flow(InvoicePanel).file.listed.state is InvoiceState.PAID


def test_a_room_is_rented_on_an_invoice(held: Screen) -> None:
    panel = rent_on_account(held)
    held.type("1 rue du Roitelet")
    panel.account.form.postcode.setFocus()
    held.type("92240")
    panel.account.form.city.setFocus()
    held.type("Malakoff")
    held.enter()
    assert panel.step == DONE
    assert panel.sold is not None
    assert panel.sold.invoice is not None
    held.wait(held.all_printed)
    assert held.printed() == [f"Facture n° {panel.sold.invoice.number}"]


def test_the_file_is_saved_where_the_person_says(held: Screen, tmp_path: Path) -> None:
    INVOICE_SCENES["invoice-late"](held)
    panel = held.flow(InvoicePanel)
    panel._prompter.save_file = lambda *_: tmp_path / "facture.pdf"  # type: ignore[method-assign]
    held.click(panel.save_button)
    held.wait(panel.save_button.isEnabled)
    assert "facture.pdf" in panel._told.text()
    assert (tmp_path / "facture.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_file_under_way_is_written_whole_when_the_panel_goes_away(held: Screen, tmp_path: Path) -> None:
    INVOICE_SCENES["invoice-late"](held)
    panel = held.flow(InvoicePanel)
    panel._prompter.save_file = lambda *_: tmp_path / "facture.pdf"  # type: ignore[method-assign]
    held.click(panel.save_button)
    held.window.counter.close_flow()
    assert (tmp_path / "facture.pdf").read_bytes().startswith(b"%PDF-1.7")
