"""The code of a receipt in the window: it opens the sale, from which the invoice and the correction begin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.documents.page import QrCode
from desk.payments import PriceCategory
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.correction import CorrectionPanel
from views.flows.guest import GuestPanel
from views.flows.invoice_new import InvoiceNewPanel
from views.prices.page import PricesPage
from views.sales.panel import SalePanel

__all__ = ["held", "window_fixture"]


def _receipt(screen: Screen) -> str:
    """The code of a receipt that was just sold."""
    document = screen.house.desk.receipts.preview(screen.house.sell_pass().sale.sale_id)
    assert document is not None
    (code,) = [block.payload for block in document.blocks if isinstance(block, QrCode)]
    screen.settle()
    return code


@pytest.mark.parametrize("layout", ["us", "fr"])
def test_the_scanner_opens_the_sale_whatever_has_the_focus(held: Screen, layout: str) -> None:
    code = _receipt(held)
    held.scan(code, layout)
    panel = held.flow(SalePanel)
    assert panel.file.listed.number == "A-000001"
    assert held.window.header.omnibox.text() == ""
    assert held.house.value("SELECT count(*) FROM refused_scan") == 0
    held.click(panel.invoice_button)
    assert held.flow(InvoiceNewPanel)


def test_the_correction_begins_there_too(held: Screen) -> None:
    held.application.camera.heard.emit(_receipt(held))
    held.settle()
    held.click(held.flow(SalePanel).correct_button)
    assert held.flow(CorrectionPanel)


def test_an_altered_receipt_opens_nothing_and_a_locked_desk_shows_nothing(held: Screen) -> None:
    code = _receipt(held)
    held.application.camera.heard.emit(code[:-1] + ("0" if code[-1] != "0" else "1"))
    held.settle()
    assert held.window.counter.flow is None
    assert "mal lu" in held.window.banner.sentence
    held.window.lock()
    held.scan(code)
    assert held.window.counter.flow is None
    assert "reçu" in held.window.sign_in._refusal.text()


def test_an_article_is_added_sold_and_withdrawn_from_the_prices_page(held: Screen) -> None:
    held.press(Qt.Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    form = page.article
    form.button.click()
    assert page._refusal.text() == "Donnez un nom à cet article."
    form.name.setText("Thé glacé")
    form.family.setText("Boissons")
    form.prices[PriceCategory.STANDARD].setText("deux")
    form.button.click()
    assert "montant" in page._refusal.text()
    form.prices[PriceCategory.STANDARD].setText("2,50")
    form.button.click()
    assert page._refusal.isHidden()
    assert "F4" in page._told.text()
    assert form.name.text() == ""
    labels = {article.label for article in held.house.desk.shop.articles(PriceCategory.STANDARD)}
    assert "Thé glacé" in labels
    place = [row.label for row in held.house.desk.prices.grid()].index("Thé glacé")
    page.table.setCurrentIndex(page.model.index(place, 3))
    assert page.model.index(place, 0).data() == "Boissons · Thé glacé (TTC)"
    assert page.sale_button.text() == "Retirer de la vente"
    page.sale_button.click()
    assert page.sale_button.text() == "Remettre en vente"
    labels = {article.label for article in held.house.desk.shop.articles(PriceCategory.STANDARD)}
    assert "Thé glacé" not in labels
    page.table.setCurrentIndex(page.model.index(0, 3))
    assert page.sale_button.isHidden()


def test_a_receipt_takes_no_keyboard_from_who_is_writing(held: Screen) -> None:
    code = _receipt(held)
    held.press(Qt.Key.Key_G, CTRL)
    held.type("Paul")
    guest = held.flow(GuestPanel)
    held.scan(code)
    panel = held.flow(SalePanel)
    held.type("ine Martin")
    held.enter()
    held.press(Qt.Key.Key_Space)
    assert (held.flow(SalePanel), guest.name.text()) == (panel, "Pauline Martin ")
    held.escape()
    assert (held.flow(GuestPanel), held.focus) == (guest, guest.name)
    held.press(Qt.Key.Key_K, CTRL)
    held.type("zo")
    held.scan(code)
    held.type("r")
    assert (held.flow(SalePanel).isVisible(), held.window.header.omnibox.text()) == (True, "zor")
