"""Extending, moving, shortening, cancelling: what it costs, what has begun, and how it is taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest

from desk.bookings import BookingEdit, BookingKind
from desk.clock import SetClock
from desk.organisations import NewOrganisation
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from desk.work import Operator
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.desk.bookings.scenes import done, last_record, no, paris, starts, wish
from tests.support.house import SmallHouse, plain


def _rent(house: SmallHouse, start: str, minutes: int = 240) -> RentalSold:
    """Calumet for half a day at the standard price: 96 € TTC."""
    begins = paris(start)
    order = RentalOrder(
        "calumet", begins, begins + timedelta(minutes=minutes), NewOrganisation("Lien Vert", PriceCategory.STANDARD), 4
    )
    quote = done(house.desk.rentals.quote("calumet", order.starts_at, order.ends_at, PriceCategory.STANDARD))
    return done(house.desk.rentals.rent(order, (PaymentOffer(PaymentMode.CARD, quote.basket.total_cents),)))


def test_a_booking_moves_stretches_and_comes_back(house: SmallHouse) -> None:
    one = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    other = done(house.desk.bookings.hold(wish("2026-11-24T12:00", title="Yoga")))
    moved = done(house.desk.bookings.move(one, paris("2026-11-24T14:00"), "pow-wow"))
    assert (moved.bookings[0].space, moved.bookings[0].ends_at.hour) == ("Pow-Wow", 15)
    assert moved.undo_until == paris("2026-11-24T09:15")
    record = last_record(house, "booking.changed")
    assert (record["space_name"], record["before"]["space_name"], record["before"]["from"]) == (
        "Pow-Wow", "Calumet", "2026-11-24T09:00:00+00:00",
    )  # fmt: skip
    done(house.desk.bookings.undo(moved.act_id))
    assert starts(house, one) == ["11-24 10:00"]
    assert no(house.desk.bookings.undo(moved.act_id)) == "too_late"
    assert no(house.desk.bookings.end_at(one, paris("2026-11-24T12:30"))) == "taken"
    longer = done(house.desk.bookings.end_at(one, paris("2026-11-24T12:00")))
    shorter = done(house.desk.bookings.end_at(one, paris("2026-11-24T10:30")))
    assert no(house.desk.bookings.undo(longer.act_id)) == "changed"
    done(house.desk.bookings.undo(shorter.act_id))
    assert house.desk.bookings.get(one).ends_at.hour == 12  # type: ignore[union-attr]
    renamed = done(house.desk.bookings.edit(other, BookingEdit(title=" Danse ", people=9)))
    assert (renamed.bookings[0].title, renamed.bookings[0].people) == ("Danse", 9)
    assert no(house.desk.bookings.move("nobody", paris("2026-11-24T14:00"))) == "no_booking"
    assert no(house.desk.bookings.edit(one, BookingEdit(space_id="nowhere"))) == "no_space"
    assert no(house.desk.bookings.edit(one, BookingEdit(set_up_minutes=-5))) == "margins"
    assert no(house.desk.bookings.edit(one, BookingEdit(people=-1))) == "people"


def test_taking_back_waits_for_no_one(house: SmallHouse) -> None:
    one = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    moved = done(house.desk.bookings.move(one, paris("2026-11-24T15:00")))
    done(house.desk.bookings.hold(wish("2026-11-24T10:30", title="Yoga")))
    assert no(house.desk.bookings.undo(moved.act_id)) == "taken"
    assert starts(house, one) == ["11-24 15:00"]
    late = done(house.desk.bookings.cancel(one))
    house.later(minutes=16)
    assert no(house.desk.bookings.undo(late.act_id)) == "too_late"
    done(house.desk.bookings.cancel(done(house.desk.bookings.hold(wish("2026-11-25T10:00")))))
    assert house.value("SELECT count(*) FROM booking_act") == 1  # what can no longer be undone is forgotten


def test_an_arrival_noted_since_outlives_what_is_taken_back(house: SmallHouse) -> None:
    one = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    longer = done(house.desk.bookings.end_at(one, paris("2026-11-24T12:00")))
    assert house.desk.bookings.arrived(one) is None
    back = done(house.desk.bookings.undo(longer.act_id))
    assert (back.bookings[0].ends_at, back.bookings[0].arrived_at) == (paris("2026-11-24T11:00"), house.clock.now())


def test_the_past_stays_as_it_was(house: SmallHouse) -> None:
    one = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    house.at(10, 20)
    assert no(house.desk.bookings.move(one, paris("2026-11-24T11:00"))) == "begun"
    assert no(house.desk.bookings.end_at(one, paris("2026-11-24T10:10"))) == "past"
    refused = house.desk.bookings.cancel(one)
    assert no(refused) == "begun"
    assert refused.remedies[0].code == "free_now"  # type: ignore[union-attr]
    done(house.desk.bookings.end_at(one, paris("2026-11-24T12:00")))
    freed = done(house.desk.bookings.free_now(one))
    assert freed.bookings[0].ends_at == paris("2026-11-24T10:20")
    house.at(11)
    assert no(house.desk.bookings.cancel(one)) == "ended"
    done(house.desk.bookings.end_at(one, paris("2026-11-24T11:30")))  # they are late to leave
    house.at(14)
    assert no(house.desk.bookings.end_at(one, paris("2026-11-24T15:00"))) == "ended"


def test_a_space_is_freed_while_the_clock_goes_on(house: SmallHouse) -> None:
    class Ticking(SetClock):
        def now(self) -> datetime:
            self.advance(timedelta(milliseconds=1))
            return super().now()

    one = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    house.desk.work.clock = Ticking(paris("2026-11-24T10:20"))
    freed = done(house.desk.bookings.free_now(one))
    assert freed.bookings[0].ends_at == paris("2026-11-24T10:20") + timedelta(milliseconds=1)


def test_cancelling_in_time_is_free_and_late_costs_its_share(house: SmallHouse) -> None:
    sold = _rent(house, "2026-11-27T10:00")
    sales = house.value("SELECT count(*) FROM sale")
    house.later(hours=2)
    charge = done(house.desk.bookings.cancellation(sold.booking_id))
    assert (charge.price_cents, charge.owed_cents, charge.to_refund_cents, charge.to_ask_cents) == (9600, 0, 9600, 0)
    assert charge.free_until == paris("2026-11-26T10:00")
    house.clock.set(paris("2026-11-26T10:00"))
    assert done(house.desk.bookings.cancellation(sold.booking_id)).owed_cents == 0
    house.later(seconds=1)
    gone = done(house.desk.bookings.cancel(sold.booking_id))
    assert gone.charge is not None
    assert (gone.charge.owed_cents, gone.charge.to_refund_cents) == (4800, 4800)
    assert "La caisse n’a pas bougé" in gone.sentence
    assert "48,00" in gone.sentence
    assert house.value("SELECT count(*) FROM sale") == sales
    record = last_record(house, "booking.cancelled")
    assert (record["owed_cents"], record["paid_cents"], record["organisation"]) == (4800, 9600, "Lien Vert")
    assert no(house.desk.bookings.cancel(sold.booking_id)) == "cancelled"
    assert house.verify().problems == ()


def test_a_slip_of_the_hand_costs_nothing_and_what_is_not_rented_neither(house: SmallHouse) -> None:
    sold = _rent(house, "2026-11-24T14:00")
    assert done(house.desk.bookings.cancellation(sold.booking_id)).owed_cents == 0
    house.later(minutes=16)
    assert done(house.desk.bookings.cancellation(sold.booking_id)).owed_cents == 4800
    meeting = done(house.desk.bookings.hold(wish("2026-11-24T10:00")))
    assert done(house.desk.bookings.cancellation(meeting)).sentence.startswith("Rien n’est dû")


def test_what_was_not_paid_yet_is_asked_by_the_same_rule(house: SmallHouse) -> None:
    organisation = house.value(
        "SELECT organisation_id FROM booking WHERE id = ?", _rent(house, "2026-11-27T10:00").booking_id
    )
    request = wish("2026-11-24T14:00", 180, "calumet", BookingKind.RENTAL, organisation_id=organisation)
    held = done(house.desk.bookings.hold(request))
    house.later(minutes=16)
    charge = done(house.desk.bookings.cancellation(held))
    assert (charge.price_cents, charge.owed_cents, charge.paid_cents, charge.to_ask_cents) == (9000, 4500, 0, 4500)


def test_setting_up_and_cleaning_up_hold_the_space_and_are_not_billed(house: SmallHouse) -> None:
    held = done(
        house.desk.bookings.hold(wish("2026-11-24T10:00", set_up_minutes=30, clean_up_minutes=15, title="Expo"))
    )
    listed = house.desk.bookings.get(held)
    assert listed is not None
    assert (listed.held_from, listed.held_until) == (paris("2026-11-24T09:30"), paris("2026-11-24T11:15"))
    for start, minutes in (("2026-11-24T09:00", 45), ("2026-11-24T11:00", 60)):
        refused = house.desk.bookings.hold(wish(start, minutes))
        assert no(refused) == "taken"
        assert "de 09:30 à 11:15, préparation et rangement compris" in refused.sentence  # type: ignore[union-attr]
    done(house.desk.bookings.hold(wish("2026-11-24T09:00", 30)))
    assert no(house.desk.bookings.hold(wish("2026-11-24T11:15", set_up_minutes=1))) == "taken"
    done(house.desk.bookings.hold(wish("2026-11-24T11:15")))
    assert no(house.desk.bookings.edit(held, BookingEdit(clean_up_minutes=16))) == "taken"
    assert no(house.desk.bookings.hold(wish("2026-11-26T11:15", set_up_minutes=1441))) == "margins"
    with closing(plain(house.folder)) as connection:
        for change in ("set_up_minutes = 31", "clean_up_minutes = 16", "ends_at = '2026-11-24T10:00:00.000001Z'"):
            with pytest.raises(sqlite3.IntegrityError, match="already booked"):
                connection.execute(f"UPDATE booking SET {change} WHERE id = ?", (held,))
        for change in (
            "starts_at = 'hier'",
            "ends_at = '2026-11-24 23:00'",
            "starts_at = '2026-02-30T00:00:00.000000'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"UPDATE booking SET {change} WHERE id = ?", (held,))


def test_a_night_of_a_changed_hour_is_held_for_its_real_time(house: SmallHouse) -> None:
    held = done(house.desk.bookings.hold(wish("2027-03-27T22:00", 480, set_up_minutes=60, clean_up_minutes=60)))
    listed = house.desk.bookings.get(held)
    assert listed is not None
    assert (listed.held_from, listed.held_until) == (paris("2027-03-27T21:00"), paris("2027-03-28T07:00"))
    moved = done(house.desk.bookings.move(held, paris("2027-03-28T22:00")))
    assert moved.bookings[0].ends_at == paris("2027-03-29T05:00")  # seven real hours, as before


def test_the_rules_of_the_house_are_a_managers(house: SmallHouse) -> None:
    from dataclasses import replace

    policy = house.desk.bookings.policy()
    assert (policy.soon_minutes, policy.cancel_free_hours, policy.cancel_share_points) == (30, 24, 5000)
    wanted = replace(policy, cancel_free_hours=48, cancel_share_points=10_000, holiday_region="57")
    assert done(house.desk.bookings.set_policy(wanted)) == house.desk.bookings.policy()
    for wrong, code in (
        ({"cancel_share_points": 10_001}, "share"), ({"cancel_free_hours": -1}, "hours"),
        ({"no_show_minutes": 0}, "minutes"), ({"holiday_region": "Mars"}, "region"),
        ({"quote_days": 0}, "quote_days"), ({"quote_days": 366}, "quote_days"), ({"soon_minutes": 1441}, "minutes"),
    ):  # fmt: skip
        assert no(house.desk.bookings.set_policy(replace(policy, **wrong))) == code  # type: ignore[arg-type]
    house.desk.work.operator = Operator("f", "Inès", is_manager=False)
    assert no(house.desk.bookings.set_policy(policy)) == "right"
    assert house.desk.bookings.of_day(date(2026, 11, 24)) == ()
