"""Overtime: noticed once people stay, priced as if the stay had been booked whole, sold and linked to its booking."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.bookings import BookingRequest
from desk.errors import Refused
from desk.overtime import OvertimeOffer, OvertimeSold, next_quarter
from desk.till import PaymentOffer
from models.bookings import BookingKind
from models.sales import PaymentMode
from tests.desk.test_deposits import code, taken
from tests.desk.test_groups import at, code_of, rental
from tests.support.house import SmallHouse


def offered(answer: OvertimeOffer | Refused) -> OvertimeOffer:
    assert isinstance(answer, OvertimeOffer), answer
    return answer


def due(offer: OvertimeOffer) -> int:
    return 0 if offer.basket is None else offer.basket.total_cents


def occupied(house: SmallHouse, people: int = 3) -> str:
    """A rental from ten to twelve with people counted in."""
    booking = rental(house)
    house.at(10)
    assert not isinstance(house.desk.crowds.count(booking, people), Refused)
    return booking


def test_who_stays_is_noticed_after_some_minutes(house: SmallHouse) -> None:
    booking = occupied(house)
    assert house.at(12, 4).desk.overtime.noticed() == ()
    (stay,) = house.at(12, 5).desk.overtime.noticed()
    assert (stay.booking_id, stay.people, stay.ended_at) == (booking, 3, at(12))
    assert stay.sentence == "Les Amis du Essai est encore dans Calumet, 3 personnes\u00a0: fini à 12:00."
    assert house.desk.aftercare.due()[0].code == f"overtime:{booking}"
    house.desk.crowds.end(booking)
    assert house.desk.overtime.noticed() == ()


def test_nobody_there_or_no_rental_is_no_overtime(house: SmallHouse) -> None:
    rental(house)
    held = house.desk.bookings.hold(BookingRequest("agora", at(10), at(12), BookingKind.HOUSE, "Réunion"))
    assert isinstance(held, str)
    assert house.at(12, 10).desk.overtime.noticed() == ()
    assert code(house.desk.overtime.offer(held)) == "no_rental"
    assert code(house.desk.overtime.offer("nothing")) == "no_booking"


def test_the_price_is_that_of_the_whole_stay_less_what_is_paid(house: SmallHouse) -> None:
    booking = occupied(house)  # two hours of Calumet, solidarity: 2 × 18.00
    house.at(12, 7)
    offer = offered(house.desk.overtime.offer(booking))
    assert (offer.paid_until, offer.until, offer.is_free) == (at(12), at(12, 15), True)
    assert offer.basket is not None
    assert [(x.label, x.cents) for x in offer.basket.lines] == [("Calumet, dépassement de 12:00 à 12:15", 1800)]
    assert due(offer) == 2160
    # From the third hour on the half-day is cheaper: it costs 2.00 more, then nothing up to five hours.
    assert due(offered(house.desk.overtime.offer(booking, at(14)))) == 2400
    sold = house.desk.overtime.charge(booking, at(14), (PaymentOffer(PaymentMode.CARD, 2400),))
    assert isinstance(sold, OvertimeSold)
    assert offered(house.desk.overtime.offer(booking, at(15))).basket is None
    assert code(house.desk.overtime.charge(booking, at(15), ())) == "nothing_due"


@pytest.mark.parametrize("minutes", range(5, 300, 35))
def test_staying_is_never_dearer_than_having_booked_it(house: SmallHouse, minutes: int) -> None:
    booking = occupied(house)
    paid = int(str(house.value("SELECT total_cents FROM sale")))
    until = at(12) + timedelta(minutes=minutes)
    extra = due(offered(house.at(12, 1).desk.overtime.offer(booking, until)))
    quote = house.desk.rentals.quote("calumet", at(10), until, offered(house.desk.overtime.offer(booking)).category)
    assert not isinstance(quote, Refused)
    assert abs(paid + extra - quote.basket.total_cents) <= 1  # the VAT of two papers is rounded twice


def test_a_free_room_is_held_with_the_payment(house: SmallHouse) -> None:
    booking = occupied(house)
    house.at(12, 7)
    sold = house.desk.overtime.charge(booking, at(12, 15), (PaymentOffer(PaymentMode.CASH, 2160, 3000),))
    assert isinstance(sold, OvertimeSold)
    assert (sold.is_extended, sold.sale.total_cents, sold.sale.change_cents) == (True, 2160, 840)
    listed = house.desk.bookings.get(booking)
    assert listed is not None
    assert listed.ends_at == at(12, 15)
    assert house.rows("SELECT sale_id, booking_id FROM booking_overtime") == [(sold.sale.sale_id, booking)]
    assert house.value("SELECT organisation_id IS NOT NULL FROM sale WHERE id = ?", sold.sale.sale_id) == 1
    assert house.desk.overtime.noticed() == ()
    assert house.verify(deep=True).ok


def test_a_room_that_is_taken_next_is_charged_and_not_held(house: SmallHouse) -> None:
    booking = occupied(house)
    following = house.desk.bookings.hold(BookingRequest("calumet", at(12), at(14), BookingKind.HOUSE, "Réunion"))
    assert isinstance(following, str)
    house.at(12, 7)
    assert code(house.desk.overtime.offer(booking, at(13))) == "not_held"
    offer = offered(house.desk.overtime.offer(booking))
    assert offer.is_free is False
    sold = house.desk.overtime.charge(booking, offer.until, (PaymentOffer(PaymentMode.CARD, 2160),))
    assert isinstance(sold, OvertimeSold)
    assert sold.is_extended is False
    assert house.value("SELECT ends_at FROM booking WHERE id = ?", booking) == "2026-11-24T11:00:00.000000Z"
    assert house.desk.overtime.noticed() == ()
    assert code(house.desk.overtime.offer(booking, at(12, 15))) == "paid"
    assert len(house.at(12, 21).desk.overtime.noticed()) == 1  # they stay on, beyond what they paid


def test_what_is_refused_leaves_nothing(house: SmallHouse) -> None:
    booking = occupied(house)
    sales = house.value("SELECT count(*) FROM sale")
    overtime = house.at(12, 7).desk.overtime
    assert code(overtime.charge(booking, at(12, 15), (PaymentOffer(PaymentMode.CARD, 1),))) == "unbalanced"
    assert code(overtime.charge(booking, at(12), ())) == "paid"
    # The house closes at seven: nothing can be held until eight, and nobody types a payment in vain.
    assert code(overtime.offer(booking, at(20))) == "not_held"
    assert code(overtime.charge(booking, at(20), (PaymentOffer(PaymentMode.CARD, 2400),))) == "not_held"
    assert house.value("SELECT count(*) FROM sale") == sales
    assert house.value("SELECT count(*) FROM booking_overtime") == 0
    assert code(house.at(14, 1).desk.overtime.offer(booking)) == "ended"
    assert code(house.at(9, 30).desk.overtime.offer(booking)) == "early"


def test_the_end_of_a_rental_reminds_of_its_deposit_and_its_things(house: SmallHouse) -> None:
    from desk.lending import Borrower, BorrowerKind
    from tests.desk.test_lending import lent, thing

    booking = rental(house)
    code_of(house, booking)
    taken(house, booking)
    borrower = Borrower(BorrowerKind.BOOKING, booking, "Les Amis")
    loan = lent(house.desk.lending.lend(thing(house), borrower, at(12)))
    assert house.at(11, 59).desk.aftercare.due() == ()
    first, second = house.at(12).desk.aftercare.due()
    words = "Les Amis du Essai a fini\u00a0: caution de 200,00\u00a0€ à rendre, contre Clé de l’Atelier."
    assert (first.sentence, first.booking_id) == (words, booking)
    assert (second.code, second.booking_id) == (f"late:{loan.id}", booking)


@pytest.mark.parametrize(
    ("moment", "quarter"),
    [(at(12), at(12)), (at(12, 0).replace(second=1), at(12, 15)), (at(12, 14), at(12, 15)), (at(23, 59), at(0, 0, 25))],
)
def test_a_quarter_begun_is_a_quarter_due(moment: datetime, quarter: datetime) -> None:
    assert next_quarter(moment) == quarter
