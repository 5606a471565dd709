"""Crowds: participants whom nobody scans are counted with everyone else, and end by themselves."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from desk.bookings import BookingRequest
from desk.crowds import CrowdEnded, EventCrowd
from desk.errors import Refused
from models.bookings import Booking, BookingKind, Event
from models.site import Site
from tests.support.house import PARIS, TUESDAY, SmallHouse

NOON = datetime(2026, 11, 24, 12, 15, tzinfo=PARIS)
TWO = datetime(2026, 11, 24, 14, 0, tzinfo=PARIS)


def event(
    house: SmallHouse, starts: datetime = NOON, ends: datetime = TWO, space: str = "agora", title: str = "Mardi"
) -> str:
    """A collective moment; the answer is its booking."""
    made = house.desk.bookings.hold_event(BookingRequest(space, starts, ends, BookingKind.EVENT, title, 22), 22)
    assert not isinstance(made, Refused), made
    return str(house.value("SELECT booking_id FROM event WHERE id = ?", made))


def participants(house: SmallHouse) -> object:
    return house.value("SELECT participants FROM event")


def counted(answer: EventCrowd | Refused) -> int:
    assert isinstance(answer, EventCrowd), answer
    return answer.people


def kinds(house: SmallHouse) -> list[object]:
    found = house.rows("SELECT kind FROM journal WHERE stream = 'operations' ORDER BY sequence")
    return [kind for (kind,) in found]


def test_a_crowd_counts_wherever_people_are_counted(house: SmallHouse) -> None:
    booking = event(house)
    house.at(12).scan(house.member("Ana A", usual="la-ruche"))
    assert counted(house.at(12, 20).desk.crowds.count(booking, 21)) == 21
    assert counted(house.later(minutes=1).desk.crowds.add(booking, 1)) == 22
    presence = house.desk.presence.now()
    assert (presence.count, [c.words for c in presence.crowds]) == (23, ["Mardi\u00a0: 22 personnes"])
    crowd = presence.crowds[0]
    assert (crowd.place, crowd.floor, crowd.since.strftime("%H:%M")) == ("Agora", "rdc", "12:20")
    plan = house.desk.plan.at()
    assert {f.code: f.present for f in plan.floors} == {"rdc": 22, "etage-1": 1, "etage-2": 0, "jardin": 0}
    agora = next(s for s in plan.spaces if s.id == "agora")
    assert (agora.inside, agora.detail) == (22, "Mardi · 22 là")
    paper = json.dumps(house.desk.presence.roll_call(), default=lambda v: getattr(v, "__dict__", str(v)))
    assert "Mardi\\u00a0: 22 personnes" in paper
    assert "RDC \\u00b7 22" in paper
    assert house.verify(deep=True).ok


def test_the_door_counts_the_crowd_against_the_limit(house: SmallHouse) -> None:
    booking = event(house)
    house.change(Site, 1, safety_limit=22)
    assert counted(house.at(12, 20).desk.crowds.count(booking, 22)) == 22
    ana = house.member("Ana A")
    assert house.scan(ana).reason == "full"
    assert counted(house.desk.crowds.add(booking, -1)) == 21
    assert house.later(seconds=30).scan(ana).reason == ""
    # What is there is counted, whatever the limit: the roll call must be true. The answer says by how many.
    answer = house.desk.crowds.add(booking, 1)
    assert isinstance(answer, EventCrowd)
    assert (answer.people, answer.over) == (22, 1)


@pytest.mark.parametrize(("people", "code"), [(-1, "negative"), (111, "absurd"), (10**9, "absurd")])
def test_an_absurd_number_is_refused_and_nothing_changes(house: SmallHouse, people: int, code: str) -> None:
    booking = event(house)
    house.at(12, 20).desk.crowds.count(booking, 3)
    refused = house.desk.crowds.count(booking, people)
    assert isinstance(refused, Refused)
    assert (refused.code, bool(refused.sentence)) == (code, True)
    assert house.desk.presence.now().count == 3
    assert kinds(house).count("crowd.counted") == 1


def test_nobody_less_than_nobody(house: SmallHouse) -> None:
    booking = event(house)
    refused = house.at(12, 20).desk.crowds.add(booking, -1)
    assert isinstance(refused, Refused)
    assert refused.code == "negative"


def test_only_an_event_of_today_that_is_not_over_can_be_counted(house: SmallHouse) -> None:
    day = timedelta(days=1)
    tomorrow = event(house, NOON + day, TWO + day, title="Demain")
    today = event(house)
    meeting = house.desk.bookings.hold(BookingRequest("calumet", NOON, TWO, BookingKind.MEMBER, "Point"))
    for booking, code in ((tomorrow, "not_today"), (str(meeting), "no_event"), ("nothing", "no_event")):
        refused = house.desk.crowds.add(booking, 1)
        assert isinstance(refused, Refused), booking
        assert refused.code == code
    # People come early, and linger half an hour.
    assert counted(house.at(9, 30).desk.crowds.add(today, 1)) == 1
    assert counted(house.at(14, 29).desk.crowds.add(today, 1)) == 2
    late = house.at(14, 30).desk.crowds.add(today, 1)
    assert isinstance(late, Refused)
    assert (late.code, "14:00" in late.sentence) == ("over", True)
    assert [e.title for e in house.desk.crowds.of_today()] == []
    house.change(Booking, tomorrow, cancelled_at=house.clock.now())
    assert house.at(10, day=TUESDAY + day).desk.crowds.of_today() == ()


def test_a_crowd_ends_by_itself_and_its_peak_is_the_number_of_participants(house: SmallHouse) -> None:
    booking = event(house)
    for people in (5, 22, 18):
        house.at(13).desk.crowds.count(booking, people)
    assert house.at(14, 29).desk.crowds.end_due() == ()
    assert house.desk.presence.now().count == 18
    # Even before anybody notes it: a turnstile alone must not refuse people for a crowd that has left.
    assert house.at(14, 31).desk.presence.now().count == 0
    assert participants(house) is None
    (ended,) = house.desk.crowds.end_due()
    at = datetime(2026, 11, 24, 14, 30, tzinfo=PARIS)
    assert ended == CrowdEnded(booking, "Mardi", 18, at, 22)
    assert participants(house) == 22
    assert house.value("SELECT supposed FROM crowd") == 1
    assert kinds(house)[-2:] == ["crowd.ended", "event.counted"]
    assert house.desk.crowds.end_due() == ()
    assert house.verify(deep=True).ok


def test_a_number_that_somebody_typed_is_never_overwritten(house: SmallHouse) -> None:
    booking = event(house)
    house.at(13).desk.crowds.count(booking, 22)
    assert house.desk.bookings.count_participants(str(house.value("SELECT id FROM event")), 30) is None
    (ended,) = house.at(15).desk.crowds.end_due()
    assert (ended.participants, participants(house)) == (30, 30)


def test_everyone_left_can_be_said_and_taken_back(house: SmallHouse) -> None:
    booking = event(house)
    house.at(13).desk.crowds.count(booking, 22)
    ended = house.at(13, 50).desk.crowds.end(booking)
    assert isinstance(ended, CrowdEnded)
    assert (ended.people, participants(house), house.desk.presence.now().count) == (22, 22, 0)
    assert house.value("SELECT supposed FROM crowd") == 0
    again = house.desk.crowds.end(booking)
    assert isinstance(again, Refused)
    assert counted(house.later(minutes=1).desk.crowds.count(booking, 24)) == 24
    assert participants(house) is None
    house.at(15).desk.crowds.end_due()
    assert participants(house) == 24


def test_a_number_typed_after_the_end_survives_a_new_count(house: SmallHouse) -> None:
    booking = event(house)
    house.at(13).desk.crowds.count(booking, 22)
    house.desk.crowds.end(booking)
    house.change(Event, str(house.value("SELECT id FROM event")), participants=40)
    assert counted(house.desk.crowds.count(booking, 23)) == 23
    assert participants(house) == 40


def test_a_cancelled_event_has_no_crowd_any_more(house: SmallHouse) -> None:
    booking = event(house)
    house.at(13).desk.crowds.count(booking, 22)
    house.change(Booking, booking, cancelled_at=house.clock.now())
    assert house.desk.presence.now().count == 0
    assert [crowd.people for crowd in house.desk.crowds.end_due()] == [22]


def test_the_plan_of_an_hour_gone_by_shows_the_crowd_of_then(house: SmallHouse) -> None:
    booking = event(house)
    house.at(13).desk.crowds.count(booking, 22)
    house.at(13, 30).desk.crowds.end(booking)

    def present(hour: int, minute: int) -> int:
        return house.desk.plan.at(datetime(2026, 11, 24, hour, minute, tzinfo=PARIS)).floors[0].present

    assert [present(12, 30), present(13, 10), present(13, 40)] == [0, 22, 0]


def test_a_title_that_names_a_member_is_shown_and_goes_with_them(house: SmallHouse) -> None:
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    ana = house.member("Ana Livre")
    booking = event(house, title="Concert d’Ana Livre")
    house.at(13).desk.crowds.count(booking, 22)
    house.desk.crowds.end(booking)
    data = house.desk.privacy.everything_about(ana.id)
    assert not isinstance(data, Refused)
    acts = {row[2] for section in data.sections if section.code == "journal" for row in section.rows}
    assert {"Public compté", "Public parti"} <= acts
    assert not isinstance(house.desk.privacy.erase(ana.id), Refused)
    named = "SELECT count(*) FROM journal WHERE stream = 'operations' AND instr(body, CAST('Ana Livre' AS BLOB)) > 0"
    assert house.value(named) == 0
    assert house.verify(deep=True).ok


def test_the_views_hear_of_it(house: SmallHouse, hears: list[frozenset[str]]) -> None:
    booking = event(house)
    hears.clear()
    house.at(13).desk.crowds.count(booking, 2)
    assert hears == [{"visits", "bookings"}]
    house.desk.crowds.end_due()
    assert len(hears) == 1
