"""The truth of the plan: set up, late to leave, nobody came; who, how many, until when; and when it next changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from desk import plan_bookings
from desk.bookings import BookingKind, listing
from desk.plan import SpaceFact, SpaceNow, SpaceState
from models.bookings import Booking
from models.database import driver_of
from tests.desk.bookings.scenes import done, last_record, no, paris, wish
from tests.support.house import SmallHouse

MEMBER, EVENT, RENTAL = BookingKind.MEMBER, BookingKind.EVENT, BookingKind.RENTAL


def _space(house: SmallHouse, space_id: str = "calumet") -> SpaceNow:
    return next(space for space in house.desk.plan.at().spaces if space.id == space_id)


def _sit(house: SmallHouse, name: str, space: str) -> str:
    visit = house.scan(house.member(name)).visit_id
    house.desk.checkin.seat(visit, space, None)
    return visit


def _sell(house: SmallHouse, booking: str) -> None:
    """A sale stands behind the booking."""
    house.sell_pass()
    sale = house.value("SELECT id FROM sale")
    house.change(Booking, booking, sale_id=sale)


def test_a_room_from_its_setting_up_to_its_cleaning_up(house: SmallHouse) -> None:
    done(
        house.desk.bookings.hold(
            wish("2026-11-24T10:00", kind=EVENT, title="Expo", people=6, set_up_minutes=30, clean_up_minutes=15)
        )
    )
    seen = []
    for hour, minute in ((9, 0), (9, 29), (9, 30), (10, 0), (11, 0), (11, 15)):
        now = _space(house.at(hour, minute))
        seen.append((now.fact.value, now.state.value, now.headline, now.free_seats))
    assert seen == [
        ("soon", "soon", "Bientôt pris · dans 30 min", 8), ("soon", "soon", "Bientôt pris · dans 1 min", 8),
        ("set_up", "event", "Préparation jusqu’à 10:00", 2), ("event", "event", "Événement jusqu’à 11:00", 2),
        ("clean_up", "event", "Rangement jusqu’à 11:15", 2), ("free", "free", "Libre", 8),
    ]  # fmt: skip
    now = _space(house.at(9, 30))
    assert (now.title, now.next_free) == ("Expo", paris("2026-11-24T11:15"))


def test_bookings_that_follow_each_other_say_when_it_is_free(house: SmallHouse) -> None:
    for start, minutes in (("10:00", 60), ("11:00", 30), ("12:00", 60)):
        done(house.desk.bookings.hold(wish(f"2026-11-24T{start}", minutes)))
    assert _space(house.at(10, 5)).next_free == paris("2026-11-24T11:30")
    free = _space(house.at(11, 30))
    assert (free.fact, free.next_free, free.until) == (SpaceFact.SOON, None, paris("2026-11-24T12:00"))


def test_nobody_came_then_somebody_did(house: SmallHouse) -> None:
    member = house.member("Ana Belle", named=True)
    held = done(house.desk.bookings.hold(wish("2026-11-24T10:00", 120, kind=MEMBER, member_id=member.id)))
    now = _space(house.at(10, 29))
    assert (now.fact, now.who, now.booking_id) == (SpaceFact.TAKEN, "Ana Belle", held)
    now = _space(house.at(10, 30))
    assert (now.fact, now.state) == (SpaceFact.NO_SHOW, SpaceState.TAKEN)
    assert now.headline == "Personne n’est venu · pris jusqu’à 12:00"
    (missed,) = house.desk.bookings.no_shows()
    assert (missed.booking.id, missed.since) == (held, paris("2026-11-24T10:30"))
    assert "Personne n’est venu depuis 10:00" in missed.sentence
    house.scan(member)  # in the house is there
    assert house.desk.bookings.no_shows() == ()
    assert _space(house).fact is SpaceFact.TAKEN
    assert no(house.desk.bookings.release(held)) == "came"


def test_a_booking_of_several_days_is_missed_for_one_day_on_the_plan_and_in_the_list(house: SmallHouse) -> None:
    held = done(
        house.desk.bookings.hold(wish("2026-11-24T10:00", 3000, kind=MEMBER, override_reason="montage de l’expo"))
    )
    house.clock.set(paris("2026-11-25T09:59"))
    assert _space(house).fact is SpaceFact.NO_SHOW
    assert [one.booking.id for one in house.desk.bookings.no_shows()] == [held]
    assert house.desk.plan.next_change() == paris("2026-11-25T10:00")
    house.clock.set(paris("2026-11-25T10:00"))
    assert house.desk.bookings.no_shows() == ()
    assert _space(house).fact is SpaceFact.TAKEN


def test_a_missed_booking_is_given_back_and_taken_again(house: SmallHouse) -> None:
    held = done(house.desk.bookings.hold(wish("2026-11-24T10:00", 120, kind=MEMBER)))
    assert no(house.at(10, 10).desk.bookings.release(held)) == "too_early"
    assert house.at(10, 45).desk.bookings.release_by_itself() == ()
    released = done(house.desk.bookings.release(held))
    assert _space(house).fact is SpaceFact.FREE
    assert last_record(house, "booking.released")["by_itself"] is False
    assert no(house.desk.bookings.release(held)) == "no_booking"
    done(house.desk.bookings.undo(released.act_id))
    assert _space(house).fact is SpaceFact.NO_SHOW
    assert house.desk.bookings.arrived(held) is None
    assert house.desk.bookings.arrived(held) is None
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'booking.arrived'") == 1
    assert _space(house).fact is SpaceFact.TAKEN
    assert no(house.desk.bookings.arrived("nobody")) == "no_booking"


def test_it_goes_by_itself_only_if_the_house_says_so_and_nothing_was_paid(house: SmallHouse) -> None:
    policy = house.desk.bookings.policy()
    done(house.desk.bookings.set_policy(replace(policy, no_show_minutes=15, no_show_automatic=True)))
    free = done(house.desk.bookings.hold(wish("2026-11-24T10:00", 120, kind=MEMBER)))
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", 120, "agora", EVENT)))
    paid = done(house.desk.bookings.hold(wish("2026-11-24T10:00", 120, "pow-wow", RENTAL)))
    _sell(house, paid)
    house.at(10, 15)
    (gone,) = house.desk.bookings.release_by_itself()
    assert gone.bookings[0].id == free
    assert last_record(house, "booking.released")["by_itself"] is True
    assert house.desk.bookings.release_by_itself() == ()
    assert [one.booking.id for one in house.desk.bookings.no_shows()] == [paid]


def test_those_who_stay_after_their_hour_are_late(house: SmallHouse) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", title="Chorale", kind=MEMBER)))
    visit = _sit(house.at(10, 5), "Ana Belle", "calumet")
    assert (_space(house).fact, _space(house).inside) == (SpaceFact.TAKEN, 1)
    late = _space(house.at(11))
    assert (late.fact, late.state, late.headline, late.detail) == (
        SpaceFact.LATE, SpaceState.TAKEN, "À libérer depuis 11:00", "Chorale",
    )  # fmt: skip
    assert _space(house.at(13)).fact is SpaceFact.FREE
    house.at(11, 10)
    house.desk.checkin.leave(visit)
    _sit(house, "Bob Discret", "calumet")  # comes after: late for nothing
    assert _space(house).fact is SpaceFact.FREE


def test_between_two_changes_the_plan_stays_as_it_is(house: SmallHouse) -> None:
    rng = Random(4)
    for _ in range(14):
        start = paris("2026-11-24T00:00") + timedelta(minutes=rng.randrange(0, 1380))
        request = wish(
            start.strftime("%Y-%m-%dT%H:%M"), rng.choice((10, 30, 45, 90)), rng.choice(("calumet", "pow-wow", "agora")),
            rng.choice((BookingKind.HOUSE, EVENT)), set_up_minutes=rng.choice((0, 7)), people=3,
        )  # fmt: skip
        house.desk.bookings.hold(request)
    done(house.desk.bookings.hold(wish("2026-11-24T15:00", 60, "salon", MEMBER)))
    house.clock.set(paris("2026-11-24T00:00"))
    _sit(house, "Ana Belle", "pow-wow")

    def shown(at: datetime) -> object:
        house.clock.set(at)
        plan = house.desk.plan.at()
        return plan.spaces, plan.floors

    changes, midnight = [house.clock.now()], paris("2026-11-25T00:00")
    while changes[-1] < midnight:
        house.clock.set(changes[-1])
        changes.append(house.desk.plan.next_change())
        assert changes[-1] > changes[-2]
        assert house.desk.plan.at().next_change == changes[-1]
        if changes[-1] - changes[-2] > timedelta(seconds=2):
            before = shown(changes[-2])
            for share in (0.3, 0.8):
                assert shown(changes[-2] + (changes[-1] - changes[-2]) * share) == before
            assert shown(changes[-1] - timedelta(microseconds=1)) == before
    assert changes[-1] == midnight
    assert 20 < len(changes) < 700


def test_a_booking_of_days_is_seen_on_each_of_them(house: SmallHouse) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", 60 * 24 * 6, "bureau-1", title="Résidence")))
    for day in (24, 26, 29):
        house.clock.set(paris(f"2026-11-{day}T10:00"))
        assert _space(house, "bureau-1").title == "Résidence"
        assert [b.title for b in house.desk.bookings.of_day()] == ["Résidence"]
    assert house.desk.bookings.of_day(space_id="calumet") == ()
    assert len(house.desk.bookings.between(paris("2026-11-27T00:00").date(), paris("2026-12-05T00:00").date())) == 1


def test_years_of_bookings_are_not_read_for_one_day(house: SmallHouse) -> None:
    for prepared in (plan_bookings._AROUND, listing._BETWEEN):
        with house.desk.work.read() as session:
            values = ["2026-11-24"] * len(prepared._binds)
            plan = driver_of(session).execute(f"EXPLAIN QUERY PLAN {prepared._text}", values).fetchall()
        told = " | ".join(row[3] for row in plan)
        assert "MULTI-INDEX OR" in told, told
        assert "ix_booking_long" in told, told
        assert "SCAN booking" not in told, told
