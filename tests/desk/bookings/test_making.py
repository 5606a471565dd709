"""Booking from the screen: one act with its organisation and its event, that can be taken back."""

from __future__ import annotations

from dataclasses import replace

from desk.bookings import BookingKind
from desk.organisations import NewOrganisation
from models.catalogue import PriceCategory
from tests.desk.bookings.scenes import done, last_record, no, wish
from tests.support.house import SmallHouse

NEWCOMER = NewOrganisation("Les Jardins de Ronce", PriceCategory.STANDARD)


def test_a_booking_is_made_and_taken_back(house: SmallHouse) -> None:
    made = done(house.desk.bookings.make(wish("2026-11-24T10:00", title="Yoga")))
    assert made.bookings[0].title == "Yoga"
    assert made.sentence == "Réservé\u00a0: Calumet, mar. 24 nov. 2026 à 10:00 jusqu’à 11:00, Yoga."
    assert last_record(house, "booking.made")["title"] == "Yoga"
    done(house.desk.bookings.undo(made.act_id))
    assert house.desk.bookings.of_day() == ()
    assert house.verify().ok


def test_a_booking_under_way_at_once_can_be_taken_back_too(house: SmallHouse) -> None:
    made = done(house.desk.bookings.make(wish("2026-11-24T09:00")))
    house.later(minutes=2)
    done(house.desk.bookings.undo(made.act_id))
    assert house.desk.bookings.of_day() == ()


def test_an_organisation_nobody_knew_comes_with_its_booking(house: SmallHouse) -> None:
    wanted = replace(wish("2026-11-24T10:00"), kind=BookingKind.RENTAL)
    made = done(house.desk.bookings.make(wanted, NEWCOMER))
    assert made.bookings[0].who == "Les Jardins de Ronce"
    again = done(house.desk.bookings.make(replace(wish("2026-11-24T14:00"), kind=BookingKind.RENTAL), NEWCOMER))
    assert again.bookings[0].who == "Les Jardins de Ronce"
    assert house.value("SELECT count(*) FROM organisation") == 1


def test_a_refusal_leaves_no_organisation_behind(house: SmallHouse) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    wanted = replace(wish("2026-11-24T10:00"), kind=BookingKind.RENTAL)
    assert no(house.desk.bookings.make(wanted, NEWCOMER)) == "taken"
    rule = "FREQ=DAILY;COUNT=2"
    assert no(house.desk.bookings.hold_series(wanted, rule, newcomer=NEWCOMER)) == "some_taken"
    assert house.value("SELECT count(*) FROM organisation") == 0
    assert house.rows("SELECT 1 FROM journal WHERE kind = 'organisation.created'") == []
    assert house.verify().ok


def test_bad_wishes_are_refused(house: SmallHouse) -> None:
    assert no(house.desk.bookings.make(wish("2026-11-24T10:00", title="  "))) == "no_title"
    assert no(house.desk.bookings.make(wish("2026-11-23T10:00"))) == "past"
    nameless = NewOrganisation(" ", PriceCategory.STANDARD)
    assert no(house.desk.bookings.make(wish("2026-11-24T10:00"), nameless)) == "no_name"
    assert house.desk.bookings.objection(wish("2026-11-24T10:00")) is None
    assert no(house.desk.bookings.objection(replace(wish("2026-11-24T10:00"), space_id="nowhere"))) == "no_space"


def test_an_event_is_counted_and_a_series_is_taken_back_whole(house: SmallHouse) -> None:
    event = replace(wish("2026-11-24T12:00", title="Mardi"), kind=BookingKind.EVENT, people=22)
    done(house.desk.bookings.make(event))
    assert house.value("SELECT expected FROM event") == 22
    held = done(house.desk.bookings.hold_series(wish("2026-11-25T10:00"), "FREQ=DAILY;COUNT=3"))
    done(house.desk.bookings.undo(held.act_id))
    assert house.desk.bookings.of_series(held.series_id) == ()
