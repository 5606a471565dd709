"""Quotes: a promise with a number, kept at its price or told why not; extras and discounts priced in one place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.basket import Basket, BasketLine
from desk.bookings import BookingRequest
from desk.discounts import Discount, discounted
from desk.documents import text
from desk.documents.page import Document
from desk.errors import Refused
from desk.extras import Extra
from desk.finder import FoundKind
from desk.opening import SpecialDay
from desk.organisations import NewOrganisation, OrganisationEdit
from desk.prices import NewPrice
from desk.quotes import QuoteFile
from desk.refunds import CorrectionOrder, Wanted
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from desk.work import Operator
from models.bookings import BookingKind
from models.catalogue import PriceCategory, PriceUnit
from models.sales import PaymentMode, divide_half_up
from models.spaces import Space
from tests.support.business_scenes import SIREN, a_body
from tests.support.house import PARIS, SmallHouse, plain
from tests.support.pdf import pages

STANDARD = PriceCategory.STANDARD
WHO = NewOrganisation("Les Amis du Essai", STANDARD, SIREN)
COFFEE, PROJECTOR = Extra("extra-coffee", 12), Extra("extra-projector", 1)


def _at(hour: int, day: int = 30) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=PARIS)


def _order(**changed: object) -> RentalOrder:
    order = RentalOrder("pow-wow", _at(10), _at(14), WHO, 12, extras=(COFFEE, PROJECTOR))
    return replace(order, **changed)  # type: ignore[arg-type]


def _quote(house: SmallHouse, **changed: object) -> QuoteFile:
    made = house.desk.quotes.make(_order(**changed))
    assert isinstance(made, QuoteFile), made
    return made


def _pay(cents: int) -> tuple[PaymentOffer, ...]:
    return (PaymentOffer(PaymentMode.CARD, cents),)


def test_a_quote_promises_each_line_and_holds_no_room(house: SmallHouse) -> None:
    quote = _quote(house)
    assert quote.number == "DA-000001"
    assert [(line.label, line.quantity, line.cents) for line in quote.basket.lines] == [
        ("Pow-Wow, demi-journée", 1, 13000), ("Accueil café, par personne", 12, 3600), ("Vidéoprojecteur", 1, 1500),
    ]  # fmt: skip
    assert [(v.basis_points, v.base, v.vat) for v in quote.basket.vat] == [(1000, 3600, 360), (2000, 14500, 2900)]
    assert quote.basket.total_cents == 21360
    # The last day on which it may be taken up is that of the rental, when it is nearer than the thirty days.
    assert quote.valid_until == date(2026, 11, 30)
    assert quote.trouble is None
    assert house.value("SELECT count(*) FROM booking") == house.value("SELECT count(*) FROM sale") == 0
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'quote.made'") == 1


def test_numbers_have_no_gap_even_after_a_refusal(house: SmallHouse) -> None:
    assert isinstance(house.desk.quotes.make(_order(people=17)), Refused)
    assert isinstance(house.desk.quotes.make(_order(extras=(Extra("nothing", 1),))), Refused)
    assert house.value("SELECT count(*) FROM organisation") == 0
    assert [_quote(house).number for _ in range(3)] == ["DA-000001", "DA-000002", "DA-000003"]


def test_taking_it_up_sells_at_the_promised_price_and_holds_the_room(house: SmallHouse) -> None:
    quote = _quote(house)
    dearer = NewPrice("room-pow-wow", PriceUnit.HALF_DAY, STANDARD, 99900, date(2026, 11, 25))
    assert house.desk.prices.set_price(dearer) is None
    house.at(9, day=date(2026, 11, 26))
    sold = house.desk.quotes.take_up(quote.id, _pay(21360))
    assert isinstance(sold, RentalSold)
    again = house.desk.quotes.file(quote.id)
    assert again is not None
    assert (again.sale_number, again.trouble.code if again.trouble else "") == ("A-000001", "taken_up")
    found = house.desk.till.record_of(sold.sale.sale_id)
    assert found is not None
    body = found[0]
    assert [line["amount"] for line in body["lines"]] == [13000, 3600, 1500]
    assert (body["buyer"]["siren"], body["supplied"]) == (SIREN, "2026-11-30")
    assert house.rows("SELECT title, people FROM booking") == [("Les Amis du Essai", 12)]
    twice = house.desk.quotes.take_up(quote.id, _pay(21360))
    assert isinstance(twice, Refused)
    assert twice.code == "taken_up"
    assert house.verify(deep=True).ok


def test_a_room_taken_meanwhile_is_told_and_nothing_is_sold(house: SmallHouse) -> None:
    quote = _quote(house)
    taken = house.desk.bookings.hold(BookingRequest("pow-wow", _at(13), _at(15), BookingKind.HOUSE, "Réunion"))
    assert isinstance(taken, str)
    for refused in (house.desk.quotes.take_up(quote.id, _pay(21360)), house.desk.quotes.file(quote.id).trouble):  # type: ignore[union-attr]
        assert isinstance(refused, Refused)
        assert refused.code == "taken"
    assert house.value("SELECT count(*) FROM sale") == 0


def test_a_room_or_a_house_closed_meanwhile_is_told_before_any_payment(house: SmallHouse) -> None:
    quote = _quote(house)
    day = date(2026, 11, 30)
    house.change(Space, "pow-wow", closed_note="peinture")
    shut = house.desk.quotes.file(quote.id)
    house.change(Space, "pow-wow", closed_note="")
    assert not isinstance(house.desk.opening.set_special(SpecialDay(day, None, None, "travaux")), Refused)
    closed = house.desk.quotes.file(quote.id)
    assert shut is not None
    assert shut.trouble == Refused("closed", "Pow-Wow est fermé\u00a0: peinture.")
    assert closed is not None
    assert closed.trouble is not None
    assert (closed.trouble.code, closed.trouble.remedies[0].code) == ("house_closed", "override_hours")
    assert "travaux" in closed.trouble.sentence
    assert house.desk.opening.remove_special(day) is None
    assert house.desk.quotes.file(quote.id).trouble is None  # type: ignore[union-attr]


def test_hours_when_the_house_is_closed_are_told_at_once_and_a_manager_may_open_it(house: SmallHouse) -> None:
    late = {"starts_at": _at(14), "ends_at": _at(20), "extras": ()}
    asked = house.desk.rentals.quote("pow-wow", _at(14), _at(20), STANDARD)
    assert not isinstance(asked, Refused)
    assert asked.notice == (
        "La maison est ouverte de 09:00 à 19:00 le lun. 30 nov. 2026\u00a0: ce n’est pas dedans."
        " Faites un devis\u00a0: un·e gérant·e pourra le louer, avec un motif."
    )
    within = house.desk.rentals.quote("pow-wow", _at(14), _at(19), STANDARD)
    assert not isinstance(within, Refused)
    assert within.notice == ""
    quote = _quote(house, **late)
    assert quote.trouble is not None
    assert quote.trouble.sentence.endswith(
        "Un·e gérant·e peut louer quand même, avec un motif\u00a0; sinon, faites un autre devis aux heures d’ouverture."
    )
    payments = _pay(quote.basket.total_cents)
    for reason in ("", "  "):
        refused = house.desk.quotes.take_up(quote.id, payments, reason)
        assert isinstance(refused, Refused)
        assert refused.code == "house_closed"
    manager = house.desk.work.operator
    house.desk.work.operator = Operator("f", "Lou Essai")
    denied = house.desk.quotes.take_up(quote.id, payments, "soirée")
    told = house.desk.quotes.file(quote.id, "soirée")
    house.desk.work.operator = manager
    assert isinstance(denied, Refused)
    assert told is not None
    assert told.trouble is not None
    assert denied.code == told.trouble.code == "right"
    assert house.value("SELECT count(*) FROM sale") == 0
    assert house.desk.quotes.file(quote.id, "soirée").trouble is None  # type: ignore[union-attr]
    assert isinstance(house.desk.quotes.take_up(quote.id, payments, "soirée"), RentalSold)
    assert house.value("SELECT override_reason FROM booking") == "soirée"
    assert house.verify(deep=True).ok


def test_too_old_it_is_made_again_at_the_price_of_the_day_without_the_discount(house: SmallHouse) -> None:
    far = datetime(2027, 3, 1, 10, tzinfo=PARIS)
    discount = Discount(1000, "partenaire")
    quote = _quote(house, starts_at=far, ends_at=far + timedelta(hours=4), discounts=(discount,))
    assert quote.valid_until == date(2026, 12, 24)
    house.at(9, day=date(2026, 12, 24))
    assert house.desk.quotes.file(quote.id).trouble is None  # type: ignore[union-attr]
    house.at(9, day=date(2026, 12, 25))
    refused = house.desk.quotes.take_up(quote.id, _pay(quote.basket.total_cents))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[0].code) == ("expired", "renew_quote")
    assert house.desk.prices.set_price(
        NewPrice("room-pow-wow", PriceUnit.HALF_DAY, STANDARD, 14000, date(2027, 1, 1))
    ) is None  # fmt: skip
    renewed = house.desk.quotes.renew(quote.id)
    assert isinstance(renewed, QuoteFile)
    assert [line.cents for line in renewed.basket.lines] == [14000, 3600, 1500]
    assert renewed.number == "DA-000002"
    assert house.desk.quotes.file(quote.id).is_withdrawn  # type: ignore[union-attr]
    house.at(15, day=date(2027, 3, 1))
    past = house.desk.quotes.file(renewed.id)
    assert past is not None
    assert past.trouble is not None
    assert past.trouble.code == "past"


def test_a_rate_of_vat_that_changed_since_makes_another_quote(house: SmallHouse) -> None:
    quote = _quote(house, starts_at=_at(10, 8).replace(month=12), ends_at=_at(14, 8).replace(month=12))
    assert house.desk.prices.set_rate("normal", 2100, date(2026, 12, 1)) is None
    refused = house.desk.quotes.take_up(quote.id, _pay(quote.basket.total_cents))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[0].code) == ("vat_changed", "renew_quote")
    renewed = house.desk.quotes.renew(quote.id)
    assert isinstance(renewed, QuoteFile)
    assert {v.basis_points for v in renewed.basket.vat} == {1000, 2100}
    assert isinstance(house.desk.quotes.take_up(renewed.id, _pay(renewed.basket.total_cents)), RentalSold)


@pytest.mark.parametrize(
    ("discounts", "offs"),
    [
        ((Discount(1000, "a"),), [None, None, None, 0, 0]),
        ((Discount(1000, "a", 0),), [None, 1, None, None]),
        ((Discount(1000, "a", 2),), [None, None, None, 3]),
        ((Discount(1000, "a", 2), Discount(500, "b")), [None, None, None, 3, 0, 0]),
        ((Discount(1250, "a", 1), Discount(3333, "b")), [None, None, 2, None, 0, 0]),
    ],
)
def test_a_discount_of_a_quote_says_what_it_was_taken_off(
    house: SmallHouse, discounts: tuple[Discount, ...], offs: list[int | None]
) -> None:
    quote = _quote(house, discounts=discounts)
    assert [line.off for line in quote.basket.lines] == offs
    sold = house.desk.quotes.take_up(quote.id, _pay(quote.basket.total_cents))
    assert isinstance(sold, RentalSold)
    part = house.desk.refunds.propose(CorrectionOrder(sold.sale.sale_id, "", (Wanted(1, 1),)))
    assert not isinstance(part, Refused), part
    assert house.verify().ok


def test_a_quote_is_withdrawn_and_its_number_stays(house: SmallHouse) -> None:
    quote = _quote(house)
    assert house.desk.quotes.withdraw(quote.id) is None
    for refused in (house.desk.quotes.withdraw(quote.id), house.desk.quotes.take_up(quote.id, _pay(21360))):
        assert isinstance(refused, Refused)
        assert refused.code == "withdrawn"
    assert _quote(house).number == "DA-000002"
    for missing in (
        house.desk.quotes.withdraw("no"),
        house.desk.quotes.take_up("no", ()),
        house.desk.quotes.renew("no"),
    ):
        assert isinstance(missing, Refused)
    assert house.desk.quotes.file("no") is None


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM quote", "UPDATE quote SET total_cents = 1", "UPDATE quote SET valid_until = '2030-01-01'",
        "DELETE FROM quote_line", "UPDATE quote_line SET unit_cents = 1",
        "INSERT INTO quote SELECT 'x', 9, 'DA-9', made_at, made_by, valid_until, organisation_id, category, space_id,"
        " starts_at, ends_at, people, total_cents, NULL, NULL FROM quote",
    ],
)  # fmt: skip
def test_the_database_keeps_what_was_promised(house: SmallHouse, sql: str) -> None:
    _quote(house)
    with closing(plain(house.folder)) as connection, pytest.raises(sqlite3.IntegrityError, match="sealed"):
        connection.execute(sql)


def test_verify_tells_when_the_guard_of_quotes_is_gone(house: SmallHouse) -> None:
    _quote(house)
    with closing(plain(house.folder)) as connection:
        connection.execute("DROP TRIGGER quote_refuses_gaps")
    assert any("quote_refuses_gaps" in problem.sentence for problem in house.verify().problems)


def test_the_paper_says_what_was_promised_to_whom_and_until_when(house: SmallHouse, tmp_path: Path) -> None:
    made = a_body(house)
    who = NewOrganisation("", PriceCategory.SOLIDARITY, id=made)
    quote = _quote(house, organisation=who)
    paper = house.desk.quotes.document(quote.id)
    assert isinstance(paper, Document)
    words = text.render(paper).replace("\u00a0", " ").replace("\u202f", " ")
    for mention in (
        "DÉMONSTRATION", "Maison d’essai", "n° DA-000002", "Valable jusqu’au lun. 30 nov. 2026 inclus",
        "Les Jardins de Ronce", "3 rue des Essais", "92240 Malakoff", "SIRET 732 829 320 00074", "Total TTC",
        "Bon pour accord", "12 personnes", "10 %", "20 %",
    ):  # fmt: skip
        assert mention in words, mention
    written = house.desk.quotes.save_pdf(quote.id, tmp_path / "devis")
    assert isinstance(written, Path)
    assert written.name == "devis.pdf"
    assert "DA-000002" in " ".join(pages(written.read_bytes()))
    assert isinstance(house.desk.quotes.print_it(quote.id), Document)
    assert house.value("SELECT count(*) FROM print_job WHERE kind = 'quote'") == 1
    for missing in (house.desk.quotes.document("no"), house.desk.quotes.print_it("no")):
        assert isinstance(missing, Refused)


def test_the_box_finds_it_by_its_number_and_a_receipt_by_its_own(house: SmallHouse) -> None:
    quote = _quote(house)
    sold = house.desk.quotes.take_up(quote.id, _pay(21360))
    assert isinstance(sold, RentalSold)
    for typed in ("DA-000001", "da-1", "D-1"):
        (found,) = house.desk.finder.find(typed)
        assert (found.kind, found.id) == (FoundKind.QUOTE, quote.id)
    receipt, invoicing = house.desk.finder.find("A-000001")
    assert (receipt.kind, invoicing.kind) == (FoundKind.SALE, FoundKind.SALE_TO_INVOICE)
    assert house.desk.finder.find("DA-000009") == ()
    bodies = [f for f in house.desk.finder.find("amis du essai") if f.kind is FoundKind.ORGANISATION]
    assert bodies[0].title == "Les Amis du Essai"


# --- discounts and extras ------------------------------------------------------------------------------------


def test_a_discount_is_a_managers_and_has_a_reason(house: SmallHouse) -> None:
    discounted_order = _order(discounts=(Discount(1000, "partenaire"),))
    house.desk.work.operator = Operator("f", "Facilitateur")
    for refused in (house.desk.quotes.make(discounted_order), house.desk.rentals.rent(discounted_order, _pay(1))):
        assert isinstance(refused, Refused)
        assert refused.code == "right"
    house.desk.work.operator = Operator("m", "Gérante", is_manager=True)
    quote = house.desk.quotes.make(discounted_order)
    assert isinstance(quote, QuoteFile)
    assert [(line.label, line.cents) for line in quote.basket.lines[3:]] == [
        ("Remise 10\u00a0%\u00a0: partenaire", -1450), ("Remise 10\u00a0%\u00a0: partenaire", -360),
    ]  # fmt: skip
    sold = house.desk.rentals.rent(discounted_order, _pay(quote.basket.total_cents))
    assert isinstance(sold, RentalSold)
    assert house.verify(deep=True).ok


def test_a_discount_on_one_line_stands_under_it(house: SmallHouse) -> None:
    quote = _quote(house, discounts=(Discount(5000, "retard", line=1), Discount(1000, "fidélité")))
    assert [line.cents for line in quote.basket.lines] == [13000, 3600, -1800, 1500, -1450, -180]


@pytest.mark.parametrize(
    ("discounts", "code"),
    [
        ((Discount(0, "x"),), "discount"), ((Discount(10_001, "x"),), "discount"), ((Discount(100, " "),), "no_reason"),
        ((Discount(100, "x", line=9),), "no_line"), ((Discount(100, "x"), Discount(200, "y")), "twice"),
    ],
)  # fmt: skip
def test_a_wrong_discount_is_refused(house: SmallHouse, discounts: tuple[Discount, ...], code: str) -> None:
    refused = house.desk.quotes.make(_order(discounts=discounts))
    assert isinstance(refused, Refused)
    assert refused.code == code


@pytest.mark.parametrize("quantity", [0, -1, 501])
def test_a_wrong_count_of_an_extra_is_refused(house: SmallHouse, quantity: int) -> None:
    refused = house.desk.quotes.make(_order(extras=(Extra("extra-coffee", quantity),)))
    assert isinstance(refused, Refused)
    assert refused.code == "quantity"


LINES = st.lists(
    st.builds(
        BasketLine, st.just("p"), st.just("l"), st.integers(1, 40), st.integers(0, 50_000), st.booleans(),
        st.sampled_from([550, 1000, 2000]),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(LINES, st.integers(1, 10_000), st.booleans())
def test_a_discount_takes_its_share_off_each_rate_and_the_money_adds_up(
    lines: list[BasketLine], points: int, on_line: bool
) -> None:
    before = Basket(tuple(lines))
    after = discounted(before, (Discount(points, "motif", 0 if on_line else None),))
    assert isinstance(after, Basket)
    taken = lines[:1] if on_line else lines
    groups: dict[tuple[bool, int], int] = {}
    for line in taken:
        key = (line.tax_included, line.basis_points)
        groups[key] = groups.get(key, 0) + line.cents
    off = sum(divide_half_up(cents * points, 10_000) for cents in groups.values())
    assert sum(line.cents for line in after.lines) == sum(line.cents for line in lines) - off
    assert after.total_cents == sum(v.base + v.vat for v in after.vat)
    assert 0 <= after.total_cents <= before.total_cents


def test_the_receipt_carries_the_numbers_and_the_address(house: SmallHouse) -> None:
    made = a_body(house)
    sale = house.value("SELECT id FROM sale")
    receipt = house.desk.receipts.preview(str(sale))
    assert receipt is not None
    words = text.render(receipt).replace("\u00a0", " ")
    for mention in ("Les Jardins de Ronce", "SIRET 732 829 320 00074", "3 rue des Essais", "92240 Malakoff"):
        assert mention in words
    # What was sealed does not follow a correction.
    house.desk.organisations.correct(made, OrganisationEdit("Autre", siren=SIREN, city="Paris"))
    again = house.desk.receipts.preview(str(sale))
    assert again is not None
    assert "92240 Malakoff" in text.render(again)
