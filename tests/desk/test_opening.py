"""When the house is open: weekdays, holidays, days of their own; and what a manager may do all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from desk.bookings import BookingKind
from desk.demo import calendar
from desk.opening import SpecialDay, WeekdayHours, public_holidays
from desk.work import Operator
from tests.desk.bookings.scenes import done, no, paris, wish
from tests.support.house import SmallHouse

MEMBER = BookingKind.MEMBER


def test_a_booking_outside_the_hours_is_refused_with_a_sentence(house: SmallHouse) -> None:
    refused = house.desk.bookings.hold(wish("2026-11-24T18:30", 60, kind=MEMBER))
    assert no(refused) == "house_closed"
    assert refused.sentence == (  # type: ignore[union-attr]
        "La maison est ouverte de 09:00 à 19:00 le mar. 24 nov. 2026\u00a0: ce n’est pas dedans."
    )
    assert refused.remedies[0].code == "override_hours"  # type: ignore[union-attr]
    assert no(house.desk.bookings.hold(wish("2026-11-24T08:59", 60, kind=MEMBER))) == "house_closed"
    sunday = house.desk.bookings.hold(wish("2026-11-29T10:00", kind=MEMBER))
    assert sunday.sentence == "La maison est fermée le dim. 29 nov. 2026\u00a0: c’est un jour de fermeture."  # type: ignore[union-attr]
    done(house.desk.bookings.hold(wish("2026-11-24T18:00", 60, kind=MEMBER)))
    # What the house does itself opens it, but not on a holiday.
    done(house.desk.bookings.hold(wish("2026-11-24T19:00", 240, kind=BookingKind.EVENT)))
    done(house.desk.bookings.hold(wish("2026-11-29T10:00", kind=BookingKind.HOUSE)))
    christmas = house.desk.bookings.hold(wish("2026-12-25T10:00", kind=BookingKind.EVENT))
    assert christmas.sentence == "La maison est fermée le ven. 25 déc. 2026\u00a0: Noël."  # type: ignore[union-attr]


def test_a_manager_gives_a_reason_and_it_is_kept(house: SmallHouse) -> None:
    late = wish("2026-11-24T20:00", kind=MEMBER, override_reason=" la maison reste ouverte ")
    house.desk.work.operator = Operator("f", "Inès", is_manager=False)
    assert no(house.desk.bookings.hold(late)) == "right"
    house.desk.work.operator = Operator("m", "Gaël", is_manager=True)
    held = done(house.desk.bookings.hold(late))
    listed = house.desk.bookings.get(held)
    assert listed is not None
    assert listed.override_reason == "la maison reste ouverte"
    assert no(house.desk.bookings.hold(replace(late, override_reason=" "))) == "house_closed"


def test_the_hours_change_by_weekday_and_by_day(house: SmallHouse) -> None:
    opening = house.desk.opening
    assert [hours.opens for hours in opening.week()] == [time(9)] * 5 + [None] * 2
    done(opening.set_weekday(WeekdayHours(6, time(10), time(13))))
    done(house.desk.bookings.hold(wish("2026-11-28T10:00", 180, kind=MEMBER)))
    day = date(2026, 11, 30)
    done(opening.set_special(SpecialDay(day, None, None, "travaux")))
    closed = house.desk.bookings.hold(wish("2026-11-30T10:00", kind=BookingKind.HOUSE))
    assert closed.sentence == "La maison est fermée le lun. 30 nov. 2026\u00a0: travaux."  # type: ignore[union-attr]
    done(opening.set_special(SpecialDay(date(2026, 12, 25), time(10), time(16), "fête")))
    done(house.desk.bookings.hold(wish("2026-12-25T10:00", 360, kind=MEMBER)))
    assert [special.note for special in opening.special_days(day)] == ["travaux", "fête"]
    assert opening.remove_special(day) is None
    assert no(opening.remove_special(day)) == "no_day"
    done(house.desk.bookings.hold(wish("2026-11-30T10:00", kind=MEMBER)))
    assert no(opening.set_weekday(WeekdayHours(8, None, None))) == "weekday"
    assert no(opening.set_weekday(WeekdayHours(1, time(10), time(10)))) == "hours"
    assert no(opening.set_special(SpecialDay(day, time(10), None, ""))) == "hours"
    house.desk.work.operator = Operator("f", "Inès", is_manager=False)
    assert no(opening.set_weekday(WeekdayHours(1, None, None))) == "right"
    assert no(opening.set_special(SpecialDay(day, None, None, ""))) == "right"
    assert no(opening.remove_special(date(2026, 12, 25))) == "right"


def test_holidays_are_a_setting_and_regions_have_their_own(house: SmallHouse) -> None:
    policy = house.desk.bookings.policy()
    boxing = wish("2028-12-26T10:00", kind=MEMBER)  # a Tuesday
    done(house.desk.bookings.set_policy(replace(policy, holiday_region="57")))
    assert no(house.desk.bookings.hold(boxing)) == "house_closed"
    done(house.desk.bookings.set_policy(policy))
    done(house.desk.bookings.hold(boxing))
    done(house.desk.bookings.set_policy(replace(policy, closed_on_holidays=False)))
    done(house.desk.bookings.hold(wish("2026-12-25T10:00", kind=MEMBER)))


def test_the_holidays_are_the_eleven_of_the_law() -> None:
    for year in range(2008, 2061):
        assert set(public_holidays(year)) == set(calendar.holidays(year))
    assert public_holidays(2026)[date(2026, 5, 14)] == "Ascension"


def test_a_rental_window_follows_the_hours_of_the_day(house: SmallHouse) -> None:
    house.at(10)
    assert house.desk.rentals.window("calumet") == (paris("2026-11-24T10:00"), paris("2026-11-24T19:00"))
    done(house.desk.opening.set_special(SpecialDay(date(2026, 11, 24), time(9), time(12), "")))
    assert house.desk.rentals.window("calumet") == (paris("2026-11-24T10:00"), paris("2026-11-24T12:00"))
    done(house.desk.opening.set_special(SpecialDay(date(2026, 11, 24), None, None, "")))
    assert no(house.desk.rentals.window("calumet")) == "house_closed"
