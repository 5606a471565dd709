"""The till: what settles a sale, what does not, and one truth in record, rows and receipt."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents.page import Document
from desk.errors import Refused
from desk.formats import money
from desk.passes import PassOrder
from desk.pricing import Basket, BasketLine
from desk.till import CASH_CEILING, Customer, PaymentOffer, Sold, change_of, objection, sell
from models.catalogue import PriceCategory
from models.passes import DayPart
from models.sales import PaymentMode
from tests.support.house import SmallHouse

CASH, CARD, CHEQUE = PaymentMode.CASH, PaymentMode.CARD, PaymentMode.CHEQUE
NBSP = "\u00a0"
SALE = "SELECT number, sequence, total_cents, customer, category FROM sale"


def _sell(house: SmallHouse, basket: Basket, *payments: PaymentOffer) -> Sold | Refused:
    with house.desk.work.write() as unit:
        return sell(unit, basket, payments, Customer(PriceCategory.STANDARD, "Association Essai"))


@pytest.mark.parametrize(
    ("payments", "code", "sentence"),
    [
        ((PaymentOffer(CARD, 2000),), "unbalanced", f"Il manque 4,00{NBSP}€ pour régler 24,00{NBSP}€."),
        ((PaymentOffer(CARD, 2500),), "unbalanced", f"Il y a 1,00{NBSP}€ de trop pour régler 24,00{NBSP}€."),
        ((), "unbalanced", f"Il manque 24,00{NBSP}€ pour régler 24,00{NBSP}€."),
        ((PaymentOffer(CARD, 2500), PaymentOffer(CASH, -100)), "negative", "Un paiement ne peut pas être négatif."),
        ((PaymentOffer(CASH, 2400, -1),), "negative", "Un paiement ne peut pas être négatif."),
        (
            (PaymentOffer(CASH, 2400, 2000),),
            "short_cash",
            f"Le client a remis 20,00{NBSP}€, il manque 4,00{NBSP}€.",
        ),
        ((PaymentOffer(CASH, 2400),), "", ""),
        ((PaymentOffer(CASH, 400, 500), PaymentOffer(CHEQUE, 1000), PaymentOffer(CARD, 1000)), "", ""),
    ],
)
def test_what_settles_a_sale_and_what_does_not(
    house: SmallHouse, payments: tuple[PaymentOffer, ...], code: str, sentence: str
) -> None:
    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY)
    answer = house.desk.passes.sell(order, payments)
    if code:
        assert answer == Refused(code, sentence)
        assert house.value("SELECT count(*) FROM sale") == 0
        assert house.value("SELECT count(*) FROM journal WHERE stream <> 'technical'") == 0
    else:
        assert not isinstance(answer, Refused)
        assert house.value("SELECT sum(cents) FROM payment") == 2400


def test_the_law_limits_cash() -> None:
    assert objection(CASH_CEILING, (PaymentOffer(CASH, CASH_CEILING),)) is None
    parts = (PaymentOffer(CASH, CASH_CEILING), PaymentOffer(CASH, 1))
    refused = objection(CASH_CEILING + 1, parts)
    assert refused is not None
    assert refused.code == "cash_ceiling"
    assert refused.sentence.startswith("La loi interdit plus de 1\u202f000,00\u00a0€ en espèces\u00a0:")
    assert objection(CASH_CEILING + 1, (PaymentOffer(CASH, CASH_CEILING), PaymentOffer(CARD, 1))) is None


@given(st.lists(st.builds(PaymentOffer, st.sampled_from(PaymentMode), st.integers(0, 9999), st.integers(0, 9999))))
def test_only_cash_gives_change_and_what_was_given_covers_it(payments: list[PaymentOffer]) -> None:
    offered = tuple(payments)
    if objection(sum(p.cents for p in offered), offered) is None:
        change = change_of(offered)
        assert change >= 0
        assert sum(p.handed_over for p in offered) - change == sum(p.cents for p in offered)
        assert all(p.handed_over == p.cents for p in offered if p.mode is not CASH)


def test_nothing_to_sell_is_refused_and_a_gift_is_a_sale(house: SmallHouse) -> None:
    assert _sell(house, Basket(())) == Refused("empty", "Il n’y a rien à encaisser.")
    gift = _sell(house, Basket((BasketLine("coffee", "Café", 1, 0, True, 2000),)))
    assert isinstance(gift, Sold)
    assert (gift.total_cents, gift.change_cents) == (0, 0)
    assert house.verify().ok


def _texts(document: Document) -> str:
    return json.dumps(document, default=lambda value: getattr(value, "__dict__", str(value)), ensure_ascii=False)


LINES = st.lists(
    st.builds(
        BasketLine, st.sampled_from(["coffee", "print-bw", "room-calumet"]), st.sampled_from(["Café", "« Éé »", 'a"b']),
        st.integers(1, 40), st.integers(0, 9_999), st.booleans(), st.sampled_from([550, 1000, 2000]),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def test_one_total_in_the_answer_the_rows_the_record_and_on_paper(house: SmallHouse) -> None:
    number = 0

    @given(LINES, st.integers(0, 10_000))
    def sold_whole(lines: list[BasketLine], in_cash: int) -> None:
        nonlocal number
        basket = Basket(tuple(lines))
        cash = min(in_cash, basket.total_cents)
        answer = _sell(
            house, basket, PaymentOffer(CASH, cash, cash + 500), PaymentOffer(CARD, basket.total_cents - cash)
        )
        assert isinstance(answer, Sold)
        number += 1
        assert (answer.number, answer.sequence) == (f"A-{number:06d}", number)
        found = house.desk.till.record_of(answer.sale_id)
        assert found is not None
        body, record = found
        (row,) = house.rows(f"{SALE} WHERE id = ?", answer.sale_id)
        assert row == (answer.number, number, basket.total_cents, "Association Essai", "standard")
        assert body["total"] == body["net"] + body["tax"] == answer.total_cents == basket.total_cents
        assert [(v["base"], v["vat"]) for v in body["vat"]] == [(v.base, v.vat) for v in basket.vat]
        assert [line["amount"] for line in body["lines"]] == [line.quantity * line.unit_cents for line in lines]
        assert sum(payment["cents"] for payment in body["payments"]) == body["total"]
        assert record.digest == answer_digest(house, number)
        paper = house.desk.receipts.preview(answer.sale_id)
        assert paper is not None
        assert money(basket.total_cents) in _texts(paper)
        assert answer.number in _texts(paper)
        assert answer.seal in _texts(paper)

    sold_whole()
    assert house.value("SELECT count(*) FROM sale") == number
    assert house.verify(deep=True).problems == ()


def answer_digest(house: SmallHouse, sequence: int) -> object:
    return house.value("SELECT digest FROM journal WHERE stream = 'sales' AND sequence = ?", sequence)


def test_everything_the_law_wants_is_in_the_record(house: SmallHouse) -> None:
    """FISCAL.md §1, item by item."""
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY, "  Zoé \x00 Test ")
    sold = house.at(9, 42, second=31).desk.passes.sell(order, (PaymentOffer(CASH, 2400, 3000),))
    assert not isinstance(sold, Refused)
    assert sold.sale.change_cents == 600
    found = house.desk.till.record_of(sold.sale.sale_id)
    assert found is not None
    body, record = found
    identity = house.desk.work.identity
    assert body == {
        "schema": 3,
        "number": "A-000001",
        "at": "2026-11-24T09:42+01:00",
        "desk": {"id": identity.id, "letter": "A", "name": "Accueil"},
        "operator": {"id": house.desk.staff.holder.id, "name": "Gaël Essai"},
        "software": identity.software_version,
        "seller": {
            "name": "Maison d’essai", "house": "Casaco", "form": "SCIC SARL à capital variable",
            "siret": "12345678200010", "vat": "FR00123456782", "address": ["1 rue des Essais", "92240 Malakoff"],
        },
        "category": "standard",
        "customer": "Zoé Test",
        "buyer": None,
        "supplied": "2026-11-24",
        "lines": [
            {
                "amount": 2400, "category": "standard", "corrects": None, "label": "Pass journée", "off": None,
                "product": "pass-day", "quantity": 1, "rate": 2000, "tax_included": True, "unit": 2400,
            }
        ],
        "vat": [{"rate": 2000, "base": 2000, "vat": 400}],
        "net": 2000,
        "tax": 400,
        "total": 2400,
        "payments": [{"cents": 2400, "mode": "cash", "tendered": 3000}],
        "corrects": None,
        "demo": True,
    }  # fmt: skip
    assert (record.kind, record.algorithm, record.format) == ("sale", "Ed25519", 1)


def test_an_unknown_sale_has_no_record(house: SmallHouse) -> None:
    assert house.desk.till.record_of("nothing") is None


def test_the_float_is_counted_each_day(house: SmallHouse) -> None:
    till = house.desk.till
    assert till.float_today() is None
    assert till.count_float(-1) == Refused("negative", "Un fond de caisse ne peut pas être négatif.")
    assert till.count_float(15_000) is None
    house.later(minutes=5)
    assert till.count_float(14_950, "cinquante centimes sous le tiroir") is None
    assert till.float_today() == 14_950
    house.later(days=1)
    assert till.float_today() is None
