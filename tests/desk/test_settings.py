"""The settings of the house: who it is on its papers, its hours, and what a change of them leaves outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from desk.bookings import BookingKind
from desk.errors import Refused
from desk.opening import SpecialDay, WeekdayHours
from desk.settings import HoursChange, HoursChanged, HouseFacts, LeftOutside
from tests.desk.bookings.scenes import done, last_record, no, wish
from tests.support.door import held_by_facilitator, held_by_manager
from tests.support.house import SmallHouse

SHUT = WeekdayHours(1, None, None)
MEMBER = BookingKind.MEMBER
TUESDAYS_SHORT = HoursChange(week=(WeekdayHours(2, time(9), time(17)),))


def _author(house: SmallHouse, kind: str) -> object:
    return house.value(f"SELECT operator_id FROM journal WHERE kind = '{kind}' ORDER BY sequence DESC LIMIT 1")


def _facts(house: SmallHouse) -> HouseFacts:
    return house.desk.settings.house.now()


# --- the house -------------------------------------------------------------------------------------------------


def test_the_house_changes_its_mentions_and_it_is_recorded_with_its_author(house: SmallHouse) -> None:
    manager = held_by_manager(house)
    before = _facts(house)
    wanted = replace(
        before, legal_name="  Maison   neuve ", siret="732 829 320 00074", vat_number="fr 44 732829320", safety_limit=90
    )
    kept = done(house.desk.settings.house.change(wanted))
    assert (kept.legal_name, kept.siret, kept.vat_number) == ("Maison neuve", "73282932000074", "FR44732829320")
    assert _facts(house) == kept
    body = last_record(house, "site.house_set")
    assert body["legal_name"] == "Maison neuve"
    assert body["before"]["legal_name"] == "Maison d’essai"
    assert _author(house, "site.house_set") == manager
    assert house.desk.presence.now().limit == 90
    done(house.desk.settings.house.change(replace(kept, safety_limit=110)))
    assert last_record(house, "site.house_set")["before"]["safety_limit"] == 90
    assert house.verify().ok


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"house_name": " \t"}, "no_name"),
        ({"legal_name": ""}, "no_name"),
        ({"postcode": "9224"}, "postcode"),
        ({"postcode": "٩٢٢٤٠"}, "postcode"),
        ({"siret": "73282932000075"}, "siret"),
        ({"siret": "x" * 10_000}, "siret"),
        ({"siret": "73282932000074"}, "vat"),
        ({"vat_number": "FR44732829321"}, "vat"),
        ({"safety_limit": 0}, "safety_limit"),
        ({"safety_limit": 100_001}, "safety_limit"),
    ],
)
def test_what_is_not_right_is_refused_with_a_sentence(house: SmallHouse, wrong: dict[str, object], code: str) -> None:
    before = _facts(house)
    refused = house.desk.settings.house.change(replace(before, **wrong))  # type: ignore[arg-type]
    assert no(refused) == code
    assert isinstance(refused, Refused)
    assert refused.sentence.endswith((".", "Vérifiez-le."))
    assert _facts(house) == before


def test_a_number_that_was_there_already_stands_in_nobodys_way(house: SmallHouse) -> None:
    """The house of the tests has a SIRET that no rule accepts: its street can be changed all the same."""
    kept = done(house.desk.settings.house.change(replace(_facts(house), street="y" * 500)))
    assert len(kept.street) == 120


def test_the_settings_are_a_managers(house: SmallHouse) -> None:
    held_by_facilitator(house)
    before = _facts(house)
    assert no(house.desk.settings.house.change(replace(before, city="Ailleurs"))) == "right"
    assert no(house.desk.settings.hours.apply(TUESDAYS_SHORT)) == "right"
    assert _facts(house) == before


# --- the hours -------------------------------------------------------------------------------------------------


def _booked_late(house: SmallHouse) -> list[str]:
    """Two Tuesdays until 18:00, a Wednesday, an evening of the house, one of yesterday and one cancelled."""
    times = (("2026-12-01T16:00", 120), ("2026-12-08T16:30", 31), ("2026-12-02T16:00", 120))
    held = [done(house.desk.bookings.hold(wish(start, minutes, kind=MEMBER))) for start, minutes in times]
    done(house.desk.bookings.hold(wish("2026-12-01T19:00", kind=BookingKind.EVENT, space="salon")))
    gone = done(house.desk.bookings.hold(wish("2026-12-15T16:00", 120, kind=MEMBER)))
    done(house.desk.bookings.cancel(gone))
    return held[:2]


def test_what_a_change_leaves_outside_is_told_before_and_nothing_is_changed(house: SmallHouse) -> None:
    held_by_manager(house)
    outside = _booked_late(house)
    week = house.desk.opening.week()
    records = house.value("SELECT count(*) FROM journal")
    told = house.desk.settings.hours.apply(TUESDAYS_SHORT)
    assert isinstance(told, LeftOutside)
    assert [booking.id for booking in told.bookings] == outside
    assert told.sentence == "2 réservations à venir se retrouveraient hors des heures d’ouverture."
    assert house.desk.opening.week() == week
    assert house.value("SELECT count(*) FROM journal") == records

    # One that came meanwhile was never agreed to.
    again = house.desk.settings.hours.apply(TUESDAYS_SHORT, {outside[0]})
    assert isinstance(again, LeftOutside)
    made = done(house.desk.settings.hours.apply(TUESDAYS_SHORT, told.ids))
    assert made == HoursChanged(HoursChange(week=(week[1],)), 2)
    assert house.desk.opening.week()[1].closes == time(17)
    assert last_record(house, "opening.week_set")["before"] == {"opens": "09:00", "closes": "19:00"}
    assert all(house.desk.bookings.get(booking) is not None for booking in outside)

    # They are outside already: another change does not tell them again, and taking it back tells nothing.
    assert isinstance(house.desk.settings.hours.apply(TUESDAYS_SHORT), HoursChanged)
    assert isinstance(house.desk.settings.hours.apply(made.back), HoursChanged)
    assert house.desk.opening.week() == week
    assert house.verify().ok


def test_a_day_of_its_own_is_made_changed_and_taken_back(house: SmallHouse) -> None:
    held_by_manager(house)
    _booked_late(house)
    hours, day = house.desk.settings.hours, date(2026, 12, 1)
    closed = HoursChange(special=SpecialDay(day, None, None, " travaux "))
    told = hours.apply(closed)
    assert isinstance(told, LeftOutside)
    assert len(told.bookings) == 2  # a day that is closed is so for the house's own evening too
    made = done(hours.apply(closed, told.ids))
    assert made.back == HoursChange(removed=day)
    short = HoursChange(special=SpecialDay(day, time(9), time(12), "matinée"))
    shortened = done(hours.apply(short))
    assert shortened.back == HoursChange(special=SpecialDay(day, None, None, "travaux"))
    removed = done(hours.apply(HoursChange(removed=day)))
    assert removed.back == HoursChange(special=SpecialDay(day, time(9), time(12), "matinée"))
    assert house.desk.opening.special_days(day) == ()
    assert last_record(house, "opening.special_set")["before"] == {
        "day": "2026-12-01", "opens": "", "closes": "", "note": "travaux",
    }  # fmt: skip


def test_holidays_kept_leave_outside_what_was_booked_on_them(house: SmallHouse) -> None:
    held_by_manager(house)
    hours = house.desk.settings.hours
    opened = done(hours.apply(HoursChange(closed_on_holidays=False)))
    assert opened.back == HoursChange(closed_on_holidays=True, holiday_region="")
    done(house.desk.bookings.hold(wish("2026-12-25T10:00", kind=MEMBER)))
    told = hours.apply(opened.back)
    assert isinstance(told, LeftOutside)
    assert told.sentence == "Une réservation à venir se retrouverait hors des heures d’ouverture."
    assert not house.desk.bookings.policy().closed_on_holidays


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (HoursChange(week=(WeekdayHours(1, time(9), time(9)),)), "hours"),
        (HoursChange(week=(WeekdayHours(1, time(9), None),)), "hours"),
        (HoursChange(week=(WeekdayHours(9, None, None),)), "weekday"),
        (HoursChange(special=SpecialDay(date(2026, 11, 23), None, None, "hier")), "past"),
        (HoursChange(removed=date(2026, 11, 23)), "past"),
        (HoursChange(removed=date(2026, 11, 25)), "no_day"),
        (HoursChange(holiday_region="nulle part"), "region"),
        (HoursChange(week=(SHUT,), special=SpecialDay(date(2027, 1, 4), time(5), None, "")), "hours"),
    ],
)  # fmt: skip
def test_hours_that_make_no_sense_change_nothing(house: SmallHouse, change: HoursChange, code: str) -> None:
    week, records = house.desk.opening.week(), house.value("SELECT count(*) FROM journal")
    assert no(house.desk.settings.hours.apply(change)) == code
    assert house.desk.opening.week() == week
    assert house.value("SELECT count(*) FROM journal") == records
