"""What an invoice says of what was sold: goods or services, quantities and prices without VAT, where the house is
registered; its last page never holds the signature alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk.basket import BasketLine
from desk.documents import a4_pdf, cii
from desk.errors import Refused
from desk.invoices import InvoiceOrder, Issued, Terms
from desk.invoices.natures import Nature, nature_of
from desk.invoices.paper import document
from tests.support.house import SmallHouse
from tests.support.invoice_scenes import ADDRESS, a_buyer, a_sale, an_invoice
from tests.support.pdf import pages

COFFEE = BasketLine("coffee", "Café", 7, 100, True, 2000)
ROOM = BasketLine("room-pow-wow", "Pow-Wow, demi-journée", 1, 13000, False, 2000)


def _body(house: SmallHouse, issued: Issued) -> dict[str, Any]:
    content = house.value(
        "SELECT body FROM journal WHERE stream = 'invoices' AND sequence = ?", int(issued.number[-6:])
    )
    found: dict[str, Any] = json.loads(bytes(content))  # type: ignore[call-overload]
    return found


@pytest.mark.parametrize(
    ("lines", "operations", "code", "when"),
    [
        ((COFFEE,), "Livraison de biens.", "B1", "Livraison du"),
        ((ROOM,), "Prestation de services.", "S1", "Prestation du"),
        ((ROOM, COFFEE), "Livraison de biens et prestation de services.", "M1", "Prestation du"),
    ],
)
def test_goods_and_services_are_told_by_their_accounts(
    house: SmallHouse, lines: tuple[BasketLine, ...], operations: str, code: str, when: str
) -> None:
    a_buyer(house)
    body = _body(house, an_invoice(house, a_sale(house, *lines)))
    assert body["mentions"]["operations"] == operations
    assert cii.fields(body)["BT-23"] == code
    assert cii.xml_of(body)
    words = " ".join(pages(house.desk.invoices.pdf(house.desk.invoices.everyone()[0].id)))  # type: ignore[arg-type]
    assert operations in words
    assert when in words


def test_an_older_invoice_says_services() -> None:
    older = "Prestation de services. Option pour le paiement de la taxe d’après les débits."
    assert nature_of(older) is Nature.SERVICES
    assert nature_of("") is Nature.SERVICES


def test_the_account_that_the_house_chose_says_what_it_is(house: SmallHouse) -> None:
    a_buyer(house)
    assert not isinstance(house.desk.accounts.set_account("sales.extra-coffee", "707100"), Refused)
    issued = an_invoice(house)  # a room, and coffee served with it
    assert _body(house, issued)["mentions"]["operations"] == "Livraison de biens et prestation de services."


def test_a_line_says_its_quantity_and_the_price_of_one_without_vat(house: SmallHouse) -> None:
    a_buyer(house)
    issued = an_invoice(house, a_sale(house, COFFEE, ROOM))
    words = " ".join(pages(house.desk.invoices.pdf(issued.id)))  # type: ignore[arg-type]
    assert "7 × 0,8329 € · HT, TVA 20 %" in words
    assert "1 × 130,00 € · HT, TVA 20 %" in words
    assert "quantité" not in words


def test_the_last_page_never_holds_the_signature_alone(house: SmallHouse) -> None:
    a_buyer(house)
    body = _body(house, an_invoice(house, a_sale(house, ROOM)))
    line = body["lines"][0]
    counts = set()
    for count in range(1, 24):
        found = pages(a4_pdf.render(document({**body, "lines": [line] * count}, "1234-5678-9ABC")))
        counts.add(len(found))
        assert "Signature" in found[-1]
        assert "Pas d’escompte" in found[-1]
    assert counts == {1, 2}


def test_a_house_that_says_no_register_is_told_and_may_invoice(house: SmallHouse) -> None:
    lacks = house.desk.invoices.lacks()
    assert lacks is not None
    assert (lacks.code, "RCS" in lacks.sentence) == ("no_register", True)
    issued = house.desk.invoices.make(InvoiceOrder((house.sell_pass().sale.sale_id,), ADDRESS))
    assert isinstance(issued, Issued)
    assert house.desk.invoices.set_terms(Terms(register="RCS Nanterre 000 000 018")) is None
    assert house.desk.invoices.lacks() is None
