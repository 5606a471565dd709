"""Invoices: from sealed sales, once each, gapless, settled in parts, reminded of, credited; nothing posted twice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from desk.errors import Refused
from desk.invoices import BuyerEdit, InvoiceKind, InvoiceOrder, InvoiceState, Issued, Settled
from desk.organisations import NewOrganisation
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.support.corrections import correct
from tests.support.house import OPENING, SmallHouse, plain
from tests.support.invoice_scenes import ADDRESS, SIREN, a_buyer, a_sale, an_invoice

PERSON = BuyerEdit(
    "Zoé Tilleul", street="9 rue du Roitelet", postcode="92240", city="Malakoff", email="zoe@example.org"
)
CARD, CASH, ACCOUNT = PaymentMode.CARD, PaymentMode.CASH, PaymentMode.ON_ACCOUNT


def _body(house: SmallHouse, number: str) -> dict[str, object]:
    content = house.value("SELECT body FROM journal WHERE stream = 'invoices' AND sequence = ?", int(number[-6:]))
    found: dict[str, object] = json.loads(bytes(content))  # type: ignore[arg-type]
    return found


def _settle(house: SmallHouse, issued: Issued, cents: int, mode: PaymentMode = CARD) -> Settled | Refused:
    return house.desk.invoices.settle(issued.id, (PaymentOffer(mode, cents),))


def test_a_receipt_becomes_an_invoice_that_is_already_paid(house: SmallHouse) -> None:
    sold = house.sell_pass(guest="Zoé Tilleul").sale
    issued = house.desk.invoices.make(InvoiceOrder((sold.sale_id,), PERSON))
    assert isinstance(issued, Issued)
    assert (issued.number, issued.kind, issued.owed_cents) == ("FA-000001", InvoiceKind.INVOICE, 0)
    body = _body(house, issued.number)
    assert (body["total"], body["paid"], body["owed"], body["market"]) == (2400, 2400, 0, "B2C")
    assert house.value("SELECT count(*) FROM journal WHERE stream = 'sales'") == 1, "no turnover is counted twice"
    file = house.desk.invoices.file(issued.id)
    assert file is not None
    assert (file.listed.state, file.sales) == (InvoiceState.PAID, (sold.number,))
    assert house.verify(deep=True).ok


def test_a_sale_is_never_invoiced_twice(house: SmallHouse) -> None:
    sold = house.sell_pass().sale
    first = house.desk.invoices.make(InvoiceOrder((sold.sale_id, sold.sale_id), PERSON))
    again = house.desk.invoices.make(InvoiceOrder((sold.sale_id,), PERSON))
    assert isinstance(first, Issued)
    assert isinstance(again, Refused)
    assert (again.code, again.remedies[0].subject) == ("invoiced", first.id)
    with closing(plain(house.folder)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO invoice_sale (sale_id, invoice_id) VALUES (?, ?)", (sold.sale_id, first.id))
    assert house.value("SELECT count(*) FROM invoice") == 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "incomplete"), ({"street": ""}, "incomplete"), ({"city": ""}, "incomplete"),
        ({"postcode": ""}, "incomplete"), ({"postcode": "9224"}, "postcode"), ({"email": ""}, "incomplete"),
        ({"email": "zoe"}, "email"), ({"siren": "123456789"}, "siren"), ({"country": "ZZ"}, "country"),
        ({"country": "BE", "siren": SIREN}, "siren"), ({"vat_number": "FR00123"}, "vat"),
    ],
)  # fmt: skip
def test_a_buyer_that_lacks_a_mention_is_refused(house: SmallHouse, changed: dict[str, str], code: str) -> None:
    sold = house.sell_pass().sale
    refused = house.desk.invoices.make(InvoiceOrder((sold.sale_id,), replace(PERSON, **changed)))
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert (
        house.value("SELECT count(*) FROM invoice")
        == house.value("SELECT count(*) FROM journal WHERE stream = 'invoices'")
        == 0
    )


def test_what_the_organisation_lacked_is_kept_in_its_file(house: SmallHouse) -> None:
    known = a_buyer(house)
    an_invoice(house)
    file = house.desk.organisations.file(known)
    assert file is not None
    assert (file.words.street, file.words.city) == ("4 rue du Vieux Puits", "Montrouge")
    assert [deal.state for deal in file.deals] == ["facture FA-000001"]
    draft = house.desk.invoices.draft(a_sale(house))
    assert not isinstance(draft, Refused)
    assert draft.trouble is None


def test_several_sales_of_one_organisation_go_on_one_invoice(house: SmallHouse) -> None:
    a_buyer(house)
    sales = (a_sale(house), a_sale(house, mode=CARD), a_sale(house))
    assert [sale.id for sale in house.desk.invoices.waiting()] == [sales[0], sales[2]]
    issued = house.desk.invoices.make(InvoiceOrder(sales, ADDRESS))
    assert isinstance(issued, Issued)
    assert (issued.total_cents, issued.owed_cents) == (3 * 18240, 2 * 18240)
    assert issued.due_on == date(2026, 12, 24)
    assert house.desk.invoices.waiting() == ()
    mixed = house.desk.invoices.make(InvoiceOrder((a_sale(house), house.sell_pass().sale.sale_id), ADDRESS))
    assert isinstance(mixed, Refused)
    assert mixed.code == "several"


def test_nothing_and_too_much_are_refused(house: SmallHouse) -> None:
    invoices = house.desk.invoices
    codes = [
        invoices.make(InvoiceOrder((), PERSON)), invoices.make(InvoiceOrder(("nothing",), PERSON)),
        invoices.make(InvoiceOrder(tuple(map(str, range(61))), PERSON)), invoices.draft("nothing"),
        invoices.settle("nothing", (PaymentOffer(CARD, 1),)), invoices.print_it("nothing"),
        invoices.remind("nothing"), invoices.credit("nothing"), invoices.pdf("nothing"),
    ]  # fmt: skip
    assert [refused.code for refused in codes if isinstance(refused, Refused)] == [
        "empty", "no_sale", "too_many", "no_sale", "no_invoice", "no_invoice", "no_invoice", "no_correction",
        "no_invoice",
    ]  # fmt: skip
    assert invoices.file("nothing") is None


def test_on_account_is_for_organisations_that_may_be_invoiced(house: SmallHouse) -> None:
    offer = house.desk.rentals.quote(
        "calumet", OPENING.replace(hour=10), OPENING.replace(hour=11), PriceCategory.STANDARD
    )
    assert not isinstance(offer, Refused)
    promised = (PaymentOffer(ACCOUNT, offer.basket.total_cents),)
    order = RentalOrder("calumet", offer.starts_at, offer.ends_at, NewOrganisation("Neuve", PriceCategory.STANDARD), 2)
    lacks = house.desk.rentals.rent(replace(order, billing=BuyerEdit("")), promised)
    assert isinstance(lacks, Refused)
    assert lacks.code == "incomplete"
    assert house.value("SELECT count(*) FROM organisation") == house.value("SELECT count(*) FROM sale") == 0
    rented = house.desk.rentals.rent(replace(order, billing=replace(ADDRESS, name="", siren="404833048")), promised)
    assert isinstance(rented, RentalSold)
    assert rented.invoice is not None
    assert (rented.invoice.number, rented.invoice.owed_cents) == ("FA-000001", 3000)
    assert [job.title for job in house.desk.queue.pending()] == ["Facture n° FA-000001"], "it is the note, too"
    body = house.desk.organisations.file(house.desk.organisations.find("Neuve")[0].id)
    assert body is not None
    assert house.desk.organisations.correct(body.id, replace(body.words, may_invoice=False)) is None
    later = replace(order, starts_at=offer.starts_at.replace(hour=14), ends_at=offer.ends_at.replace(hour=15))
    never = house.desk.rentals.rent(replace(later, billing=ADDRESS), promised)
    assert isinstance(never, Refused)
    assert never.code == "on_account"


def test_a_pass_is_never_sold_on_account(house: SmallHouse) -> None:
    from desk.passes import PassOrder
    from models.passes import DayPart

    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY, "Zoé", False)
    refused = house.desk.passes.sell(order, (PaymentOffer(ACCOUNT, 2400),))
    assert isinstance(refused, Refused)
    assert refused.code == "on_account"


# --- money -----------------------------------------------------------------------------------------------------


def test_money_comes_in_parts_and_is_no_turnover(house: SmallHouse) -> None:
    issued = an_invoice(house)
    part = _settle(house, issued, 8240)
    assert isinstance(part, Settled)
    assert (part.left_cents, part.number) == (10000, "A-000002")
    body = json.loads(bytes(house.value("SELECT body FROM journal WHERE stream = 'sales' AND kind = 'settlement'")))  # type: ignore[arg-type]
    assert (body["total"], body["lines"], body["vat"], body["settles"]) == (0, [], [], {"invoice": "FA-000001"})
    assert [(p["mode"], p["cents"]) for p in body["payments"]] == [("card", 8240), ("on_account", -8240)]
    rest = house.desk.invoices.settle(issued.id, (PaymentOffer(CASH, 10000, 12000),))
    assert isinstance(rest, Settled)
    assert (rest.left_cents, rest.change_cents) == (0, 2000)
    file = house.desk.invoices.file(issued.id)
    assert file is not None
    assert (file.listed.state, [came.cents for came in file.received]) == (InvoiceState.PAID, [8240, 10000])
    over = _settle(house, issued, 1)
    assert isinstance(over, Refused)
    assert over.code == "settled"
    assert house.verify(deep=True).ok


@pytest.mark.parametrize(
    ("offers", "code"),
    [
        ((), "nothing"), ((PaymentOffer(CARD, 0),), "nothing"), ((PaymentOffer(CARD, -5),), "negative"),
        ((PaymentOffer(ACCOUNT, 100),), "on_account"), ((PaymentOffer(CARD, 18241),), "too_much"),
        ((PaymentOffer(CASH, 1000, 500),), "short_cash"),
    ],
)  # fmt: skip
def test_money_that_is_refused(house: SmallHouse, offers: tuple[PaymentOffer, ...], code: str) -> None:
    refused = house.desk.invoices.settle(an_invoice(house).id, offers)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert house.value("SELECT count(*) FROM invoice_settlement") == 0


def test_the_ceiling_of_cash_is_that_of_the_invoice(house: SmallHouse) -> None:
    from desk.basket import BasketLine

    a_buyer(house)
    issued = an_invoice(house, a_sale(house, BasketLine("room", "Agora, dix jours", 10, 29000, False, 2000)))
    assert isinstance(_settle(house, issued, 60000, CASH), Settled)
    refused = _settle(house, issued, 40001, CASH)
    assert isinstance(refused, Refused)
    assert refused.code == "cash_ceiling"
    assert isinstance(_settle(house, issued, 40000, CASH), Settled)


def test_what_is_overdue_is_reminded_of_once_a_day(house: SmallHouse) -> None:
    issued, fresh = an_invoice(house, ago=31), an_invoice(house)
    assert [late.number for late in house.desk.invoices.overdue()] == [issued.number]
    assert isinstance(house.desk.invoices.remind(fresh.id), Refused)
    letter = house.desk.invoices.remind(issued.id)
    assert not isinstance(letter, Refused)
    assert letter.title == "Relance de la facture n° FA-000001"
    again = house.desk.invoices.remind(issued.id)
    assert isinstance(again, Refused)
    assert again.code == "reminded"
    house.later(days=1)
    assert not isinstance(house.desk.invoices.remind(issued.id), Refused)
    assert house.desk.invoices.overdue()[0].reminders == 2
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'invoice.reminded'") == 2


# --- credit notes ----------------------------------------------------------------------------------------------


def test_a_credit_note_is_made_from_a_correction_once(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house, mode=CARD)
    issued = an_invoice(house, sale)
    with house.desk.work.write() as unit:
        part = correct(unit, sale, "café non servi", lines=1)
    file = house.desk.invoices.file(issued.id)
    assert file is not None
    assert [(c.sale_id, c.cents, c.reason) for c in file.corrections] == [(part, 15600, "café non servi")]
    note = house.desk.invoices.credit(part)
    assert isinstance(note, Issued)
    assert (note.number, note.kind, note.total_cents, note.owed_cents) == (
        "FA-000002",
        InvoiceKind.CREDIT_NOTE,
        15600,
        0,
    )
    again = house.desk.invoices.credit(part)
    assert isinstance(again, Refused)
    assert again.code == "credited"
    seen = house.desk.invoices.file(issued.id)
    assert seen is not None
    assert (seen.corrections, [n.number for n in seen.credit_notes]) == ((), ["FA-000002"])
    assert _body(house, "FA-000002")["credits"] == {
        "number": "FA-000001", "issued": "2026-11-24", "reason": "café non servi"
    }  # fmt: skip
    assert house.verify(deep=True).ok


def test_what_was_on_account_and_taken_back_is_owed_no_more(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale)
    with house.desk.work.write() as unit:
        back = correct(unit, sale)
    assert isinstance(house.desk.invoices.credit(back), Issued)
    file = house.desk.invoices.file(issued.id)
    assert file is not None
    assert (file.listed.state, file.listed.balance_cents) == (InvoiceState.CANCELLED, 0)
    refused = _settle(house, issued, 100)
    assert isinstance(refused, Refused)


def test_a_correction_of_what_was_not_invoiced_has_no_credit_note(house: SmallHouse) -> None:
    sold = house.sell_pass().sale
    with house.desk.work.write() as unit:
        back = correct(unit, sold.sale_id)
    for refused in (house.desk.invoices.credit(back), house.desk.invoices.credit(sold.sale_id)):
        assert isinstance(refused, Refused)
    undone = house.desk.invoices.make(InvoiceOrder((sold.sale_id,), PERSON))
    assert isinstance(undone, Refused)
    assert undone.code == "undone"
