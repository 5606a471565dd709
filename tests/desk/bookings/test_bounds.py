"""The bounds of a booking, held by the engine whoever asks: how long it lasts, and what its words may be."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desk.bookings import TITLE_LIMIT, BookingEdit, BookingKind, Scope
from desk.bookings.holding import REASON_LIMIT
from desk.errors import Refused
from desk.opening import NOTE_LIMIT, SpecialDay
from desk.organisations import NewOrganisation
from desk.rentals import RentalOrder
from models.catalogue import PriceCategory
from tests.desk.bookings.scenes import done, last_record, no, paris, starts, wish
from tests.support.house import SmallHouse

MONTH = 31 * 24 * 60
TYPED = " \x07Danse\t\tdu  soir\x00 "


def test_a_month_is_held_and_no_more(house: SmallHouse) -> None:
    bookings = house.desk.bookings
    too_long = wish("2026-11-24T10:00", MONTH + 61, "bureau-1")
    for refused in (bookings.hold(too_long), bookings.make(too_long), bookings.objection(too_long)):
        assert no(refused) == "long"
        assert "31 jours" in refused.sentence  # type: ignore[union-attr]
    assert no(bookings.plan_series(too_long, "FREQ=MONTHLY;COUNT=2")) == "long"
    one = done(bookings.hold(wish("2026-11-24T10:00", MONTH, "bureau-1")))
    assert no(bookings.end_at(one, paris("2027-01-24T10:00"))) == "long"
    october = done(bookings.hold(wish("2027-10-01T00:00", MONTH, "bureau-1")))
    assert starts(house, one, october) == ["11-24 10:00", "10-01 00:00"]  # thirty-one days and an hour, by the clock


def test_a_series_does_not_grow_into_months(house: SmallHouse) -> None:
    held = done(house.desk.bookings.hold_series(wish("2026-11-25T10:00"), "FREQ=YEARLY;COUNT=3"))
    longer = BookingEdit(ends_at=paris("2027-01-25T10:00"))
    assert no(house.desk.bookings.edit(held.booking_ids[0], longer, Scope.ALL)) == "long"


def test_no_price_is_looked_for_beyond_a_month(house: SmallHouse) -> None:
    first = paris("2026-11-30T10:00")
    last = first + timedelta(days=4000)
    assert no(house.desk.rentals.quote("calumet", first, last, PriceCategory.STANDARD)) == "long"
    order = RentalOrder("calumet", first, last, NewOrganisation("Lien Vert", PriceCategory.STANDARD))
    assert no(house.desk.rentals.rent(order, ())) == "long"
    assert no(house.desk.quotes.make(order)) == "long"


def test_words_are_kept_without_what_nobody_typed(house: SmallHouse) -> None:
    bookings = house.desk.bookings
    request = wish("2026-11-24T10:00", title=TYPED + "é" * 300, override_reason="\x00 ")
    one = done(bookings.hold(request))
    title, reason = house.rows("SELECT title, override_reason FROM booking WHERE id = ?", one)[0]
    assert str(title).startswith("Danse du soir éé")
    assert (len(str(title)), reason) == (TITLE_LIMIT, "")
    renamed = done(bookings.edit(one, BookingEdit(title=TYPED)))
    assert renamed.bookings[0].title == "Danse du soir"
    assert done(bookings.edit(one, BookingEdit(title="\x00 "))).bookings[0].title == "Danse du soir"
    done(bookings.cancel(one, reason=TYPED * 30))
    said = last_record(house, "booking.cancelled")["reason"]
    assert said.startswith("Danse du soir Danse du soir")
    assert len(said) <= REASON_LIMIT
    assert no(bookings.make(wish("2026-11-24T10:00", title="\x00\x07"))) == "no_title"
    done(bookings.hold_event(wish("2026-11-24T14:00", kind=BookingKind.EVENT, title=TYPED), 3))
    done(bookings.hold_series(wish("2026-11-25T10:00", title=TYPED), "FREQ=DAILY;COUNT=2"))
    titles = "SELECT title FROM event UNION SELECT title FROM booking UNION SELECT title FROM booking_series"
    assert house.rows(titles) == [("Danse du soir",)]


def test_a_reason_nobody_can_read_opens_no_closed_house(house: SmallHouse) -> None:
    night = wish("2026-11-24T03:00", kind=BookingKind.MEMBER, override_reason="\x00\x07")
    assert no(house.desk.bookings.hold(night)) == "house_closed"


def test_the_note_of_a_day_is_tidied_too(house: SmallHouse) -> None:
    day = paris("2026-12-01T10:00").date()
    special = done(house.desk.opening.set_special(SpecialDay(day, None, None, TYPED + "x" * 300)))
    assert special.note.startswith("Danse du soir xx")
    assert len(special.note) == NOTE_LIMIT
    assert house.desk.opening.special_days(day) == (special,)
    assert last_record(house, "opening.special_set")["note"] == special.note


@pytest.mark.parametrize(("last", "state"), [("20271125", "good"), ("20271126", "faulty")])
def test_another_calendar_may_let_an_office_for_a_year(
    house: SmallHouse, tmp_path: Path, last: str, state: str
) -> None:
    path = tmp_path / "ancien.ics"
    event = ["BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20261124", f"DTEND;VALUE=DATE:{last}", "SUMMARY:Bail"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *event, "LOCATION:Calumet", "END:VEVENT", "END:VCALENDAR"]
    path.write_text("\r\n".join([*lines, ""]), "utf-8")
    preview = done(house.desk.calendars.preview(path))
    (line,) = preview.lines
    assert (line.state.value, line.reason) == (state, "" if state == "good" else "Elle dure plus d’un an.")
    answer = house.desk.calendars.apply(preview)
    if isinstance(answer, Refused):
        assert state == "faulty"
        return
    one = str(house.value("SELECT id FROM booking"))
    done(house.desk.bookings.edit(one, BookingEdit(title="Bail de l’an")))
    assert no(house.desk.bookings.end_at(one, paris("2027-12-25T00:00"))) == "long"
