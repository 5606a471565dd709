"""Renting a room to whoever walks in: the window, the quote, and one act or nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.bookings import BookingRequest
from desk.errors import Refused
from desk.organisations import NewOrganisation
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from models.bookings import BookingKind
from models.catalogue import Price, PriceCategory
from models.sales import PaymentMode
from models.spaces import Space
from tests.support.house import PARIS, TUESDAY, SmallHouse

GROUP = NewOrganisation("Les Amis du Essai", PriceCategory.SOLIDARITY)
COUNTED = ("sale", "booking", "organisation", "print_job", "journal")


def _hour(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=PARIS)


def _order(space: str = "calumet", start: int = 10, end: int = 14, people: int = 6) -> RentalOrder:
    return RentalOrder(space, _hour(start), _hour(end), GROUP, people)


def _rent(house: SmallHouse, order: RentalOrder, cents: int = 6720) -> RentalSold | Refused:
    return house.desk.rentals.rent(order, (PaymentOffer(PaymentMode.TRANSFER, cents),))


def _counts(house: SmallHouse) -> list[object]:
    return [house.value(f"SELECT count(*) FROM {table}") for table in COUNTED]


def test_a_rental_is_a_sale_a_booking_and_a_receipt(house: SmallHouse) -> None:
    sold = _rent(house, _order())
    assert isinstance(sold, RentalSold)
    assert (sold.organisation, sold.sale.total_cents) == ("Les Amis du Essai", 6720)
    (booking,) = house.desk.bookings.of_day()
    assert (booking.id, booking.title, booking.kind) == (sold.booking_id, "Les Amis du Essai", BookingKind.RENTAL)
    assert (booking.starts_at, booking.ends_at) == (_hour(10), _hour(14))
    assert house.value("SELECT sale_id FROM booking") == sold.sale.sale_id
    assert house.value("SELECT count(*) FROM print_job") == 1
    found = house.desk.till.record_of(sold.sale.sale_id)
    assert found is not None
    assert [(line["label"], line["quantity"]) for line in found[0]["lines"]] == [("Calumet, demi-journée", 1)]
    assert (found[0]["customer"], found[0]["category"]) == ("Les Amis du Essai", "solidarity")


def test_the_receipt_says_the_day_of_the_service(house: SmallHouse) -> None:
    order = RentalOrder("calumet", _hour(10) + timedelta(days=3), _hour(14) + timedelta(days=3), GROUP)
    sold = _rent(house, order)
    assert isinstance(sold, RentalSold)
    found = house.desk.till.record_of(sold.sale.sale_id)
    assert found is not None
    assert found[0]["supplied"] == "2026-11-27"


def _unpriced(house: SmallHouse) -> RentalOrder:
    with house.desk.work.write() as unit:
        unit.session.query(Price).filter_by(product_code="room-calumet", category=PriceCategory.SOLIDARITY).delete()
    return _order()


def _taken(house: SmallHouse) -> RentalOrder:
    other = BookingRequest("calumet", _hour(13), _hour(16), BookingKind.HOUSE, "Conseil")
    assert isinstance(house.desk.bookings.hold(other), str)
    return _order()


def _closed(house: SmallHouse) -> RentalOrder:
    house.change(Space, "calumet", closed_note="fuite")
    return _order()


def _ended(house: SmallHouse) -> RentalOrder:
    house.at(15)
    return _order()


def _backwards(house: SmallHouse) -> RentalOrder:
    return _order(start=14, end=10)


def _crowd(house: SmallHouse) -> RentalOrder:
    return _order(people=9)


def _kitchen(house: SmallHouse) -> RentalOrder:
    return _order("cuisine")


def _nowhere(house: SmallHouse) -> RentalOrder:
    return _order("nowhere")


def _nameless(house: SmallHouse) -> RentalOrder:
    return RentalOrder("calumet", _hour(10), _hour(14), NewOrganisation(" \x00 ", PriceCategory.STANDARD))


def _bad_siren(house: SmallHouse) -> RentalOrder:
    wrong = NewOrganisation("Essai", PriceCategory.STANDARD, "123456789")
    return RentalOrder("calumet", _hour(10), _hour(14), wrong)


@pytest.mark.parametrize(
    ("prepare", "code", "sentence"),
    [
        (_unpriced, "no_price", "Cet espace n’a pas de prix pour cette catégorie."),
        (_taken, "taken", "Calumet est pris de 13:00 à 16:00\u00a0: Conseil."),
        (_closed, "closed", "Calumet est fermé\u00a0: fuite."),
        (_ended, "empty", "La fin doit venir après le début."),
        (_backwards, "empty", "La fin doit venir après le début."),
        (_crowd, "too_many", "Calumet n’a que 8 places pour 9 personnes."),
        (_kitchen, "not_rented", "Cet espace ne se loue pas."),
        (_nowhere, "not_rented", "Cet espace ne se loue pas."),
        (_nameless, "no_name", "Donnez le nom de l’organisation."),
        (_bad_siren, "siren", "«\u00a0123456789\u00a0» n’est pas un SIREN\u00a0: neuf chiffres"),
    ],
)
def test_a_refused_rental_leaves_nothing_behind(
    house: SmallHouse, prepare: object, code: str, sentence: str, hears: list[object]
) -> None:
    order = prepare(house)  # type: ignore[operator]
    before = _counts(house)
    hears.clear()
    answer = _rent(house, order)
    assert isinstance(answer, Refused)
    assert answer.code == code
    assert answer.sentence.startswith(sentence)
    assert _counts(house) == before
    assert hears == []


def test_a_rental_not_paid_in_full_leaves_nothing_behind(house: SmallHouse) -> None:
    before = _counts(house)
    answer = _rent(house, _order(), cents=6719)
    assert isinstance(answer, Refused)
    assert answer.code == "unbalanced"
    assert _counts(house) == before
    assert isinstance(_rent(house, _order()), RentalSold)
    assert house.verify().ok


def test_the_window_is_from_now_until_the_next_booking_or_closing(house: SmallHouse) -> None:
    house.at(10, 22)
    assert house.desk.rentals.window("calumet") == (_hour(10, 15), _hour(19))
    request = BookingRequest("calumet", _hour(14), _hour(16), BookingKind.HOUSE, "Conseil")
    house.desk.bookings.hold(request)
    assert house.desk.rentals.window("calumet") == (_hour(10, 15), _hour(14))
    refused = house.at(14, 5).desk.rentals.window("calumet")
    assert refused == Refused("taken", "Calumet est pris jusqu’à 16:00.")
    assert house.at(7).desk.rentals.window("pow-wow") == (_hour(9), _hour(19))
    refused = house.at(19).desk.rentals.window("pow-wow")
    assert refused == Refused("closing", "La maison ferme à 19:00\u00a0: plus rien à louer aujourd’hui.")
    assert house.desk.rentals.window("salon") == Refused("not_rented", "Cet espace ne se loue pas.")


def test_a_quote_needs_a_room_a_time_and_a_price(house: SmallHouse) -> None:
    rentals = house.desk.rentals
    quote = rentals.quote("pow-wow", _hour(9), _hour(12), PriceCategory.STANDARD)
    assert not isinstance(quote, Refused)
    assert (quote.space, quote.seats, quote.basket.total_cents) == ("Pow-Wow", 16, 120_00 * 120 // 100)
    for space, end, code in (("salon", 12, "not_rented"), ("nowhere", 12, "not_rented"), ("pow-wow", 9, "empty")):
        refused = rentals.quote(space, _hour(9), _hour(end), PriceCategory.STANDARD)
        assert isinstance(refused, Refused)
        assert refused.code == code
    assert TUESDAY.isoformat() == quote.starts_at.date().isoformat()


def test_whoever_pays_for_the_room_of_now_has_come_and_whoever_pays_for_later_is_waited_for(house: SmallHouse) -> None:
    house.at(10)
    now, later = _order(), _order("pow-wow", 11, 12)
    assert isinstance(_rent(house, now), RentalSold)
    assert isinstance(_rent(house, later, 3360), RentalSold)
    house.later(minutes=100)
    assert [missed.booking.space_id for missed in house.desk.bookings.no_shows()] == ["pow-wow"]
