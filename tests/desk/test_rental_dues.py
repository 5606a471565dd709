"""What a booked rental owes: its price until it is paid, and what its sales do not pay once it costs more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.bookings import BookingEdit, BookingRequest, BookingsChanged, Scope
from desk.discounts import Discount
from desk.errors import Refused
from desk.invoices import BuyerEdit
from desk.organisations import NewOrganisation, OrganisationEdit
from desk.overtime import OvertimeOffer, OvertimeSold
from desk.prices import NewPrice
from desk.refunds import CorrectionOrder
from desk.refunds.values import Corrected, Wanted
from desk.rental_dues import RentalBill
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from models.bookings import BookingKind
from models.catalogue import PriceCategory, PriceUnit
from models.sales import PaymentMode
from tests.desk.bookings.scenes import last_record
from tests.desk.test_deposits import code
from tests.desk.test_groups import at
from tests.support.house import SmallHouse

STANDARD = PriceCategory.STANDARD
BUYER = BuyerEdit("", "", "", "12 rue des Haies", "92240", "Malakoff", email="compta@assoc.example")


def card(cents: int) -> tuple[PaymentOffer, ...]:
    return (PaymentOffer(PaymentMode.CARD, cents),)


def bill(house: SmallHouse, booking: str, ends_at: datetime | None = None) -> RentalBill:
    answer = house.desk.dues.bill(booking, ends_at)
    assert isinstance(answer, RentalBill), answer
    return answer


def booked(house: SmallHouse, space: str = "calumet", hours: int = 2, day: int = 25) -> str:
    """A room booked for an organisation, as in F3; the answer is its booking."""
    body = house.desk.organisations.create(OrganisationEdit("Assoc Essai", payment_days=30))
    assert isinstance(body, str), body
    request = BookingRequest(
        space, at(10, day=day), at(10 + hours, day=day), BookingKind.RENTAL, "Assoc Essai", 4, organisation_id=body
    )
    made = house.desk.bookings.make(request)
    assert isinstance(made, BookingsChanged), made
    return made.bookings[0].id


def rented(house: SmallHouse, space: str = "calumet", hours: int = 2, day: int = 25, **changed: object) -> RentalSold:
    """A room paid at the counter, at the standard price."""
    who = NewOrganisation("Assoc Payée", STANDARD)
    order = RentalOrder(space, at(10, day=day), at(10 + hours, day=day), who, 4, wants_receipt=False)
    order = replace(order, **changed)  # type: ignore[arg-type]
    quote = house.desk.rentals.quote(
        space, order.starts_at, order.ends_at, STANDARD, extras=order.extras, discounts=order.discounts
    )
    assert not isinstance(quote, Refused), quote
    sold = house.desk.rentals.rent(order, card(quote.basket.total_cents))
    assert isinstance(sold, RentalSold), sold
    return sold


def charged(house: SmallHouse, booking: str) -> RentalSold:
    sold = house.desk.dues.charge(booking, card(bill(house, booking).due_cents), wants_receipt=False)
    assert isinstance(sold, RentalSold), sold
    return sold


def edited(house: SmallHouse, booking: str, **change: object) -> BookingsChanged:
    done = house.desk.bookings.edit(booking, BookingEdit(**change), Scope.THIS)  # type: ignore[arg-type]
    assert isinstance(done, BookingsChanged), done
    return done


# --- booked, then paid ---------------------------------------------------------------------------------------


def test_a_room_booked_for_an_organisation_is_charged_at_the_one_price(house: SmallHouse) -> None:
    booking = booked(house)
    owed = bill(house, booking)
    quote = house.desk.rentals.quote("calumet", at(10, day=25), at(12, day=25), STANDARD)
    assert not isinstance(quote, Refused)
    assert owed.due == quote.basket
    assert (owed.due_cents, owed.sale, owed.state) == (6000, None, "pas encore payée")
    assert owed.sentence == "Rien n’est encore payé\u00a0: le prix s’encaisse, ou va sur facture."
    sold = house.desk.dues.charge(booking, (PaymentOffer(PaymentMode.CASH, 6000, 7000),))
    assert isinstance(sold, RentalSold)
    assert (sold.sale.total_cents, sold.sale.change_cents, sold.organisation) == (6000, 1000, "Assoc Essai")
    assert house.value("SELECT sale_id FROM booking WHERE id = ?", booking) == sold.sale.sale_id
    paid = bill(house, booking)
    assert (paid.due, paid.state, paid.sentence) == (None, "payée", "")
    assert code(house.desk.dues.charge(booking, card(6000))) == "nothing_due"
    body = house.desk.till.record_of(sold.sale.sale_id)
    assert body is not None
    assert (body[0]["customer"], body[0]["supplied"]) == ("Assoc Essai", "2026-11-25")
    record = last_record(house, "booking.charged")
    assert (record["booking"], record["sale"], record["cents"]) == (booking, sold.sale.number, 6000)
    assert house.value("SELECT count(*) FROM print_job") == 1  # the note of a service is compulsory
    assert house.verify(deep=True).ok


def test_it_may_go_on_an_invoice(house: SmallHouse) -> None:
    booking = booked(house)
    sold = house.desk.dues.charge(booking, (PaymentOffer(PaymentMode.ON_ACCOUNT, 6000),), BUYER)
    assert isinstance(sold, RentalSold), sold
    assert sold.invoice is not None
    # What waits for a transfer is not said to be paid.
    assert (bill(house, booking).due, bill(house, booking).state) == (None, "sur facture")
    assert house.value("SELECT organisation_id IS NOT NULL FROM sale") == 1


def test_what_is_refused_sells_nothing(house: SmallHouse) -> None:
    booking = booked(house)
    dues = house.desk.dues
    assert code(dues.charge(booking, card(1))) == "unbalanced"
    assert code(dues.charge(booking, (PaymentOffer(PaymentMode.CASH, -6000),))) == "negative"
    assert code(dues.charge("nothing", card(6000))) == "no_booking"
    assert code(dues.bill(booking, at(10, day=25))) == "empty"
    held = house.desk.bookings.hold(BookingRequest("agora", at(10), at(12), BookingKind.HOUSE, "Réunion"))
    assert isinstance(held, str)
    assert code(dues.charge(held, card(6000))) == "no_rental"
    unpriced = house.desk.bookings.hold(BookingRequest("salon", at(10), at(12), BookingKind.RENTAL, "Assoc", 2))
    assert isinstance(unpriced, str)
    assert code(dues.charge(unpriced, card(6000))) == "no_price"
    nobody = house.desk.bookings.hold(BookingRequest("agora", at(14), at(16), BookingKind.RENTAL, "Passants", 2))
    assert isinstance(nobody, str)
    on_account = (PaymentOffer(PaymentMode.ON_ACCOUNT, bill(house, nobody).due_cents),)
    assert code(dues.charge(nobody, on_account)) == "on_account"
    assert not isinstance(house.desk.bookings.cancel(booking), Refused)
    assert code(dues.charge(booking, card(6000))) == "no_booking"
    assert house.value("SELECT count(*) FROM sale") == 0


def test_it_is_charged_even_once_it_is_over(house: SmallHouse) -> None:
    booking = booked(house)
    house.at(18, day=date(2026, 11, 27))
    assert charged(house, booking).sale.total_cents == 6000


def test_overtime_knows_that_nothing_was_paid(house: SmallHouse) -> None:
    booking = booked(house)
    house.at(12, 10, day=date(2026, 11, 25))
    refused = house.desk.overtime.offer(booking)
    assert isinstance(refused, Refused)
    assert refused.sentence == "Cette location n’est pas payée\u00a0: encaissez-la d’abord, à son panneau."
    charged(house, booking)
    offer = house.desk.overtime.offer(booking)
    assert isinstance(offer, OvertimeOffer)
    assert (offer.paid_until, offer.until) == (at(12, day=25), at(12, 15, day=25))


def test_a_booking_that_was_paid_is_not_undone_with_a_key(house: SmallHouse) -> None:
    made = house.desk.bookings.make(BookingRequest("agora", at(14), at(16), BookingKind.RENTAL, "Passants", 2))
    assert isinstance(made, BookingsChanged)
    charged(house, made.bookings[0].id)
    assert code(house.desk.bookings.undo(made.act_id)) == "paid"
    assert house.value("SELECT cancelled_at IS NULL FROM booking") == 1


# --- paid, then changed --------------------------------------------------------------------------------------


def test_extending_asks_for_the_difference(house: SmallHouse) -> None:
    sold = rented(house, "agora", day=24)
    booking = sold.booking_id
    house.at(10, 30)
    assert bill(house, booking, at(14)).due_cents == 7200
    done = edited(house, booking, ends_at=at(14))
    assert done.sentence.endswith("Il reste 72,00\u00a0€ à encaisser\u00a0: ouvrez la réservation.")
    owed = bill(house, booking)
    assert (owed.paid_until, owed.due_cents, owed.state) == (at(12), 7200, "payée en partie")
    assert owed.sentence == "Payé jusqu’à 12:00\u00a0: il reste 72,00\u00a0€ à encaisser."
    extra = charged(house, booking)
    assert extra.sale.total_cents == 7200
    assert house.rows("SELECT sale_id, booking_id FROM booking_overtime") == [(extra.sale.sale_id, booking)]
    assert house.value("SELECT sale_id FROM booking") == sold.sale.sale_id
    assert (bill(house, booking).due, bill(house, booking).state) == (None, "payée")
    assert bill(house, booking).paid_until == at(14)


def test_overtime_of_what_was_extended_for_nothing_charges_from_what_is_paid(house: SmallHouse) -> None:
    booking = rented(house, "agora", day=24).booking_id
    house.at(10, 30)
    edited(house, booking, ends_at=at(14))
    house.at(14, 10)
    offer = house.desk.overtime.offer(booking)
    assert isinstance(offer, OvertimeOffer)
    assert offer.paid_until == at(12)
    assert offer.basket is not None
    sold = house.desk.overtime.charge(booking, offer.until, card(offer.basket.total_cents))
    assert isinstance(sold, OvertimeSold)
    assert (bill(house, booking).due, bill(house, booking).paid_until) == (None, at(14, 15))


def test_a_dearer_room_asks_for_the_difference(house: SmallHouse) -> None:
    booking = rented(house).booking_id
    edited(house, booking, space_id="agora", ends_at=at(18, day=25))
    quote = house.desk.rentals.quote("agora", at(10, day=25), at(18, day=25), STANDARD)
    assert not isinstance(quote, Refused)
    assert (quote.basket.total_cents, bill(house, booking).due_cents) == (34800, 28800)
    charged(house, booking)
    assert bill(house, booking).due is None
    # Back in the first room, nothing of it is given back by itself.
    edited(house, booking, space_id="calumet", ends_at=at(12, day=25))
    assert bill(house, booking).over_cents == 28800
    assert house.verify(deep=True).ok


def test_shortening_says_what_is_not_given_back(house: SmallHouse) -> None:
    sold = rented(house, hours=3)
    done = edited(house, sold.booking_id, ends_at=at(11, day=25))
    told = f"60,00\u00a0€ payés de trop ne sont pas rendus d’eux-mêmes\u00a0: corrigez la vente {sold.sale.number}."
    assert done.sentence.endswith(told)
    over = bill(house, sold.booking_id)
    assert (over.due, over.over_cents, over.state) == (None, 6000, "payée")
    assert over.sentence.startswith("60,00\u00a0€ payés de trop.")
    back = house.desk.refunds.correct(CorrectionOrder(sold.sale.sale_id, "deux heures en moins", (Wanted(1, 2),)))
    assert isinstance(back, Corrected), back
    assert (bill(house, sold.booking_id).over_cents, bill(house, sold.booking_id).sentence) == (0, "")
    # What was taken back is not paid any more: long again, it is to be paid again.
    edited(house, sold.booking_id, ends_at=at(13, day=25))
    assert bill(house, sold.booking_id).due_cents == 6000


def test_another_hour_another_price_list_and_a_discount_change_nothing(house: SmallHouse) -> None:
    booking = rented(house, discounts=(Discount(1000, "partenaire"),)).booking_id
    planned = house.desk.prices.set_price(NewPrice("room-calumet", PriceUnit.HOUR, STANDARD, 3000, date(2026, 11, 24)))
    assert planned is None
    assert bill(house, booking).sentence == ""
    assert edited(house, booking, starts_at=at(15, day=26)).sentence.endswith("au jeu. 26 nov. 2026 à 17:00.")
    assert bill(house, booking).sentence == ""
    edited(house, booking, ends_at=at(18, day=26))
    assert bill(house, booking).paid_until == at(17, day=26)


def test_a_price_that_was_replaced_on_its_own_day_asks_nothing_more_of_what_was_sold(house: SmallHouse) -> None:
    cheap = NewPrice("room-calumet", PriceUnit.HOUR, STANDARD, 2000, date(2026, 11, 24))
    assert house.desk.prices.set_price(cheap) is None
    booking = rented(house).booking_id
    assert house.desk.prices.set_price(replace(cheap, cents=3000)) is None
    assert bill(house, booking).sentence == ""


@pytest.mark.parametrize("minutes", range(30, 540, 105))
def test_the_parts_come_to_what_the_whole_would_have(house: SmallHouse, minutes: int) -> None:
    booking = rented(house, "pow-wow", hours=1).booking_id
    until = at(10, day=25) + timedelta(minutes=minutes)
    edited(house, booking, ends_at=until)
    first, owed = house.value("SELECT total_cents FROM sale"), bill(house, booking).due_cents
    quote = house.desk.rentals.quote("pow-wow", at(10, day=25), until, STANDARD)
    assert not isinstance(quote, Refused)
    assert isinstance(first, int)
    assert abs(first + owed - quote.basket.total_cents) <= 1


def test_cancelling_counts_what_all_its_sales_left(house: SmallHouse) -> None:
    booking = rented(house, day=27).booking_id
    edited(house, booking, ends_at=at(13, day=27))
    unpaid = house.desk.bookings.cancellation(booking)
    assert not isinstance(unpaid, Refused)
    assert (unpaid.price_cents, unpaid.paid_cents) == (9000, 6000)
    extra = charged(house, booking)
    paid = house.desk.bookings.cancellation(booking)
    assert not isinstance(paid, Refused)
    assert (paid.price_cents, paid.paid_cents) == (9000, 9000)
    assert isinstance(house.desk.refunds.correct(CorrectionOrder(extra.sale.sale_id, "erreur")), Corrected)
    again = house.desk.bookings.cancellation(booking)
    assert not isinstance(again, Refused)
    assert (again.price_cents, again.paid_cents) == (9000, 6000)


# --- corrected -----------------------------------------------------------------------------------------------


def test_overtime_that_was_taken_back_is_no_longer_paid(house: SmallHouse) -> None:
    booking = rented(house, "agora", day=24).booking_id
    house.at(12, 10)
    offer = house.desk.overtime.offer(booking, at(14))
    assert isinstance(offer, OvertimeOffer)
    assert offer.basket is not None
    sold = house.desk.overtime.charge(booking, at(14), card(offer.basket.total_cents))
    assert isinstance(sold, OvertimeSold)
    assert code(house.desk.overtime.offer(booking, at(12, 30))) == "paid"
    back = house.desk.refunds.correct(CorrectionOrder(sold.sale.sale_id, "ils partent"))
    assert isinstance(back, Corrected)
    assert back.consequences == (
        "«\u00a0Assoc Payée\u00a0» reste tenue jusqu’au mar. 24 nov. 2026 à 14:00, et n’est plus payée jusque-là\u00a0:"
        " changez sa fin.",
    )
    again = house.desk.overtime.offer(booking, at(12, 30))
    assert isinstance(again, OvertimeOffer)
    assert (again.paid_until, again.basket is not None) == (at(12), True)
    # The room is still held until two: what that costs is told, and one press gives it back.
    owed = bill(house, booking)
    assert (owed.paid_until, owed.state) == (at(12), "payée en partie")
    edited(house, booking, ends_at=at(12, 30))
    assert bill(house, booking).due_cents == 6000
    assert house.verify(deep=True).ok


def test_a_sale_taken_back_whole_leaves_the_price_due(house: SmallHouse) -> None:
    sold = rented(house, day=24)
    house.at(11)
    kept = house.desk.refunds.correct(CorrectionOrder(sold.sale.sale_id, "geste", keeps=True))
    assert isinstance(kept, Corrected), kept
    owed = bill(house, sold.booking_id)
    assert (owed.due_cents, owed.sale, owed.state) == (6000, None, "pas encore payée")
    assert charged(house, sold.booking_id).sale.total_cents == 6000
    assert bill(house, sold.booking_id).state == "payée"
