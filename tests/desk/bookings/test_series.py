"""Bookings that come back: planned with each obstacle, made in one act, changed one by one, onwards, or all."""

from __future__ import annotations

from datetime import timedelta

from desk.bookings import BookingEdit, BookingKind, Scope, SeriesHeld
from tests.desk.bookings.scenes import done, last_record, no, paris, starts, wish
from tests.support.house import SmallHouse

TUESDAYS = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"


def _mardis(house: SmallHouse, rule: str = TUESDAYS) -> SeriesHeld:
    request = wish("2026-11-24T12:15", 105, "agora", BookingKind.EVENT, title="Mardi de Casaco", people=22)
    return done(house.desk.bookings.hold_series(request, rule, expected=22))


def test_a_series_is_made_in_one_act_with_its_events(house: SmallHouse) -> None:
    held = _mardis(house)
    assert starts(house, *held.booking_ids) == ["11-24 12:15", "12-01 12:15", "12-08 12:15", "12-15 12:15"]
    assert held.words == "Chaque mardi, jusqu’au mar. 15 déc. 2026"
    assert (held.left_out, held.notes) == ((), ())
    assert house.rows("SELECT expected, title FROM event") == [(22, "Mardi de Casaco")] * 4
    record = last_record(house, "series.made")
    assert (record["rule"], record["space_name"], record["title"]) == (
        "FREQ=WEEKLY;BYDAY=TU", "Agora", "Mardi de Casaco",
    )  # fmt: skip
    assert len(record["held"]) == 4
    assert len(house.desk.bookings.of_series(held.series_id)) == 4
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'booking.made'") == 0


def test_dates_in_the_way_are_told_and_may_be_left_out(house: SmallHouse) -> None:
    done(house.desk.bookings.hold(wish("2026-12-01T13:00", 60, "agora", title="Yoga")))
    request = wish("2026-11-24T12:15", 105, "agora", BookingKind.EVENT, title="Mardi")
    rule = "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261226"
    plan = done(house.desk.bookings.plan_series(request, rule))
    reasons = [one.reason for one in plan.refused]
    assert reasons == [
        "Agora est pris de 13:00 à 14:00\u00a0: Yoga.",
        "La maison est fermée le ven. 25 déc. 2026\u00a0: Noël.",
    ]
    assert house.value("SELECT count(*) FROM booking") == 1
    refused = house.desk.bookings.hold_series(request, rule)
    assert no(refused) == "some_taken"
    assert refused.remedies[0].code == "leave_out"  # type: ignore[union-attr]
    held = done(house.desk.bookings.hold_series(request, rule, expected=5, leave_out=True))
    assert len(held.booking_ids) == len(plan.free) == 8
    assert [one.reason for one in held.left_out] == reasons
    assert house.value("SELECT count(*) FROM event") == 8
    assert no(house.desk.bookings.hold_series(request, "FREQ=WEEKLY;COUNT=1", leave_out=True)) == "no_date_free"


def test_a_series_that_meets_itself_is_refused(house: SmallHouse) -> None:
    plan = done(house.desk.bookings.plan_series(wish("2026-11-24T12:00", 26 * 60), "FREQ=DAILY;COUNT=3"))
    assert [bool(one.reason) for one in plan.occurrences] == [False, True, False]
    assert no(house.desk.bookings.plan_series(wish("2026-11-24T12:00"), "FREQ=WEEKLY")) == "endless"
    assert no(house.desk.bookings.plan_series(wish("2026-11-24T12:00", -60), TUESDAYS)) == "empty"


def test_one_date_moves_and_another_is_cancelled(house: SmallHouse) -> None:
    held = _mardis(house)
    _, second, third, _ = held.booking_ids
    done(house.desk.bookings.move(second, paris("2026-12-02T12:15")))
    done(house.desk.bookings.cancel(third))
    listed = house.desk.bookings.of_series(held.series_id)
    assert [(b.starts_at.strftime("%m-%d"), b.is_moved) for b in listed] == [
        ("11-24", False), ("12-02", True), ("12-15", False),
    ]  # fmt: skip


def test_this_and_the_following_become_a_series_of_their_own(house: SmallHouse) -> None:
    held = _mardis(house)
    first, second, third, fourth = held.booking_ids
    changed = done(
        house.desk.bookings.edit(
            third, BookingEdit(starts_at=paris("2026-12-09T18:00"), title="Mercredi"), Scope.FOLLOWING
        )
    )
    assert starts(house, *held.booking_ids) == ["11-24 12:15", "12-01 12:15", "12-09 18:00", "12-16 18:00"]
    assert {b.id for b in changed.bookings} == {third, fourth}
    assert all((b.title, b.ends_at - b.starts_at) == ("Mercredi", timedelta(minutes=105)) for b in changed.bookings)
    assert len({b.series_id for b in changed.bookings} | {held.series_id}) == 2
    rules = house.rows("SELECT rule, last FROM booking_series ORDER BY starts")
    assert rules == [
        ("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T12:15:00"), ("FREQ=WEEKLY;BYDAY=WE;WKST=TU", "2026-12-16T18:00:00"),
    ]  # fmt: skip
    done(house.desk.bookings.undo(changed.act_id))
    assert starts(house, *held.booking_ids) == ["11-24 12:15", "12-01 12:15", "12-08 12:15", "12-15 12:15"]
    assert house.rows("SELECT rule, last FROM booking_series") == [("FREQ=WEEKLY;BYDAY=TU", "2026-12-15T12:15:00")]
    assert {b.title for b in house.desk.bookings.of_series(held.series_id)} == {"Mardi de Casaco"}
    assert first != second


def test_all_leaves_the_past_alone_and_keeps_exceptions(house: SmallHouse) -> None:
    held = _mardis(house)
    _, second, third, _ = held.booking_ids
    done(house.desk.bookings.move(third, paris("2026-12-10T09:00")))
    house.clock.set(paris("2026-11-25T09:00"))
    change = BookingEdit(space_id="salon", starts_at=paris("2026-12-01T12:30"), set_up_minutes=30)
    done(house.desk.bookings.edit(second, change, Scope.ALL))
    assert starts(house, *held.booking_ids) == ["11-24 12:15", "12-01 12:30", "12-10 09:00", "12-15 12:30"]
    places = house.rows("SELECT space_id, set_up_minutes FROM booking ORDER BY starts_at")
    assert places == [("agora", 0), ("salon", 30), ("salon", 30), ("salon", 30)]


def test_a_daily_series_moves_over_its_own_dates(house: SmallHouse) -> None:
    held = done(house.desk.bookings.hold_series(wish("2026-11-24T10:00", 120), "FREQ=DAILY;COUNT=4"))
    changed = done(
        house.desk.bookings.edit(held.booking_ids[0], BookingEdit(starts_at=paris("2026-11-25T11:00")), Scope.ALL)
    )
    assert starts(house, *held.booking_ids) == ["11-25 11:00", "11-26 11:00", "11-27 11:00", "11-28 11:00"]
    done(house.desk.bookings.undo(changed.act_id))
    assert starts(house, *held.booking_ids)[0] == "11-24 10:00"


def test_a_series_edit_is_whole_or_nothing(house: SmallHouse) -> None:
    held = _mardis(house)
    done(house.desk.bookings.hold(wish("2026-12-08T09:00", 60, "agora", title="Yoga")))
    before = house.rows("SELECT * FROM booking ORDER BY id")
    change = BookingEdit(starts_at=paris("2026-11-24T09:30"))
    refused = house.desk.bookings.edit(held.booking_ids[0], change, Scope.ALL)
    assert no(refused) == "taken"
    assert refused.sentence.startswith("Dates prises\u00a0: 1 sur 4")  # type: ignore[union-attr]
    longer = BookingEdit(ends_at=paris("2026-12-01T13:00"))
    assert no(house.desk.bookings.edit(held.booking_ids[0], longer, Scope.ALL)) == "itself"
    monthly = done(house.desk.bookings.hold_series(wish("2026-11-24T16:00"), "FREQ=MONTHLY;BYDAY=4TU;COUNT=3"))
    days_later = BookingEdit(starts_at=paris("2026-11-26T16:00"))
    assert no(house.desk.bookings.edit(monthly.booking_ids[0], days_later, Scope.ALL)) == "rule_day"
    assert no(house.desk.bookings.edit(held.booking_ids[0], BookingEdit(space_id="nowhere"), Scope.ALL)) == "no_space"
    assert house.rows("SELECT * FROM booking WHERE series_id IS NOT ? ORDER BY id", monthly.series_id) == before


def test_the_rest_of_a_series_is_cancelled_and_taken_back(house: SmallHouse) -> None:
    held = _mardis(house)
    gone = done(house.desk.bookings.cancel(held.booking_ids[1], Scope.FOLLOWING, "fermeture"))
    assert starts(house, *held.booking_ids) == ["11-24 12:15", "(12-01 12:15)", "(12-08 12:15)", "(12-15 12:15)"]
    assert house.value("SELECT last FROM booking_series") == "2026-11-24T12:15:00"
    assert last_record(house, "booking.cancelled")["reason"] == "fermeture"
    done(house.desk.bookings.undo(gone.act_id))
    assert len(house.desk.bookings.of_series(held.series_id)) == 4


def test_a_series_just_made_is_taken_back_whole(house: SmallHouse) -> None:
    held = _mardis(house)
    (act,) = house.rows("SELECT id FROM booking_act")
    done(house.desk.bookings.undo(str(act[0])))
    assert house.desk.bookings.of_series(held.series_id) == ()
    done(house.desk.bookings.hold(wish("2026-12-01T12:15", 60, "agora")))


def test_a_series_of_nights_is_right_on_both_of_them(house: SmallHouse) -> None:
    held = done(house.desk.bookings.hold_series(wish("2027-03-21T22:00", 8 * 60), "FREQ=WEEKLY;BYDAY=SA;COUNT=2"))
    lengths = [
        round((b.ends_at.timestamp() - b.starts_at.timestamp()) / 3600)
        for b in house.desk.bookings.of_series(held.series_id)
    ]
    assert lengths == [7, 8]
    assert held.notes == ("La première date qui suit la règle est le sam. 27 mars 2027.",)
    leap = done(house.desk.bookings.hold_series(wish("2028-02-29T10:00"), "FREQ=YEARLY;COUNT=3"))
    years = [b.starts_at.strftime("%Y-%m-%d") for b in house.desk.bookings.of_series(leap.series_id)]
    assert years == ["2028-02-29", "2032-02-29", "2036-02-29"]
    assert "bissextiles" in leap.notes[0]
