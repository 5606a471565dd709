"""Forgotten check-outs: proposed, stated by somebody, marked as supposed, and taken back when wrong."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

from desk.checkin import Verdict
from desk.departures import StillIn
from desk.errors import Refused
from tests.support.house import PARIS, TUESDAY, CardHolder, SmallHouse

DAY = timedelta(days=1)
CLOSING = datetime(2026, 11, 24, 19, 0, tzinfo=PARIS)


def still_in(house: SmallHouse, hour: time | None = None) -> dict[str, StillIn]:
    return {person.name: person for person in house.desk.departures.day_end(hour).people}


def entered(house: SmallHouse, name: str, hour: int, **more: object) -> CardHolder:
    member = house.member(name)
    house.at(hour, **more).scan(member)  # type: ignore[arg-type]
    return member


def last_record(house: SmallHouse) -> tuple[str, dict[str, object]]:
    ((kind, body),) = house.rows(
        "SELECT kind, body FROM journal WHERE stream = 'operations' ORDER BY sequence DESC LIMIT 1"
    )
    return str(kind), json.loads(body)  # type: ignore[arg-type]


def test_the_exit_proposed_is_closing_hour_or_the_last_sign(house: SmallHouse) -> None:
    entered(house, "Ana A", 9)
    entered(house, "Bob B", 20)
    house.at(21)
    found = still_in(house)
    assert found["Ana A"].proposed == CLOSING
    assert found["Bob B"].proposed == found["Bob B"].since
    assert not any(person.is_forgotten for person in found.values())
    assert house.desk.departures.day_end().hour == time(19)


def test_a_house_that_closes_early_proposes_the_present(house: SmallHouse) -> None:
    entered(house, "Ana A", 9)
    house.at(17, 30)
    assert house.desk.departures.day_end().hour == time(17, 30)
    assert still_in(house)["Ana A"].proposed == datetime(2026, 11, 24, 17, 30, tzinfo=PARIS)
    assert not house.desk.departures.is_closing_time()


def test_whoever_leaves_the_desk_after_closing_is_asked_while_somebody_is_in(house: SmallHouse) -> None:
    assert not house.at(20).desk.departures.is_closing_time()
    entered(house, "Ana A", 18)
    assert not house.at(18, 59).desk.departures.is_closing_time()
    assert house.at(19).desk.departures.is_closing_time()
    assert house.at(8, day=TUESDAY + DAY).desk.departures.is_closing_time()


def test_a_stated_exit_is_recorded_as_supposed_with_its_hour_and_its_author(house: SmallHouse) -> None:
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    gael = house.desk.staff.everyone()[0].id
    house.desk.staff.sign_in(gael, "4821")
    ana = entered(house, "Ana A", 9)
    visit = house.at(20).desk.presence.now().people[0].visit_id
    assert house.desk.departures.note_left({visit: CLOSING}) == (visit,)
    kind, body = last_record(house)
    assert (kind, body["at"], body["member"]) == ("visit.left_supposed", CLOSING.isoformat(), ana.number)
    assert house.value("SELECT operator_id FROM journal WHERE kind = 'visit.left_supposed'") == gael
    assert house.rows("SELECT left_at, supposed_at IS NOT NULL FROM visit") == [("2026-11-24T18:00:00.000000Z", 1)]
    assert house.desk.presence.now().count == 0
    data = house.desk.privacy.everything_about(ana.id)
    assert not isinstance(data, Refused)
    visits = next(section for section in data.sections if section.code == "visits")
    assert "supposé" in visits.rows[0]
    assert house.verify(deep=True).ok


def test_it_is_taken_back_within_the_delay_from_when_it_was_noted(house: SmallHouse) -> None:
    entered(house, "Ana A", 9)
    visit = house.at(23).desk.presence.now().people[0].visit_id
    house.desk.departures.note_left({visit: CLOSING})
    back = house.later(minutes=14).desk.checkin.undo(visit)
    assert not isinstance(back, Refused)
    assert house.rows("SELECT left_at, supposed_at FROM visit") == [(None, None)]
    house.desk.departures.note_left({visit: CLOSING})
    late = house.later(minutes=16).desk.checkin.undo(visit)
    assert isinstance(late, Refused)
    assert late.code == "too_late"


def test_an_impossible_exit_is_refused_and_nobody_is_noted(house: SmallHouse) -> None:
    entered(house, "Ana A", 9)
    entered(house, "Bob B", 18)
    house.at(19, 30)
    people = still_in(house)
    ids = {name: person.visit_id for name, person in people.items()}
    for hour, minute, code in ((17, 0, "before"), (20, 0, "to_come")):
        at = datetime(2026, 11, 24, hour, minute, tzinfo=PARIS)
        refused = house.desk.departures.note_left({ids["Ana A"]: at, ids["Bob B"]: at})
        assert isinstance(refused, Refused)
        assert refused.code == code
        assert len(still_in(house)) == 2
    # An hour typed for all is brought to what is possible for each, and shown so before it is noted.
    assert still_in(house, time(17))["Bob B"].proposed == people["Bob B"].since
    assert still_in(house, time(23))["Ana A"].proposed == datetime(2026, 11, 24, 19, 30, tzinfo=PARIS)


def test_whoever_checked_out_meanwhile_keeps_the_exit_that_was_seen(house: SmallHouse) -> None:
    ana = entered(house, "Ana A", 9)
    entered(house, "Bob B", 10)
    house.at(19, 10)
    stated = {person.visit_id: CLOSING for person in still_in(house).values()}
    assert house.scan(ana).verdict is Verdict.OUT
    noted = house.desk.departures.note_left(stated)
    assert not isinstance(noted, Refused)
    assert len(noted) == 1
    assert house.rows("SELECT name FROM visit WHERE supposed_at IS NOT NULL") == [("Bob B",)]
    assert house.desk.departures.note_left({"nobody": CLOSING}) == ()


def test_the_next_opening_knows_who_was_forgotten(house: SmallHouse) -> None:
    entered(house, "Ana A", 9)
    entered(house, "Bob B", 20)
    assert house.at(0, 30, day=TUESDAY + DAY).desk.presence.now().forgotten == 0
    entered(house, "Cléo C", 9, day=TUESDAY + DAY)
    assert house.desk.presence.now().forgotten == 2
    found = still_in(house)
    assert {name for name, person in found.items() if person.is_forgotten} == {"Ana A", "Bob B"}
    assert found["Ana A"].proposed == CLOSING
    assert house.desk.departures.day_end().hour == time(19)


def test_someone_who_is_still_there_is_not_forgotten_until_the_house_opens_again(house: SmallHouse) -> None:
    ana = entered(house, "Ana A", 9)
    morning = TUESDAY + DAY
    visit = house.at(9, 30, day=morning).desk.presence.now().people[0].visit_id
    assert house.desk.presence.now().forgotten == 1
    assert house.desk.departures.note_still_here(visit) is None
    assert last_record(house)[0] == "visit.seen"
    assert house.desk.presence.now().forgotten == 0
    assert still_in(house)["Ana A"].sign == datetime(2026, 11, 25, 9, 30, tzinfo=PARIS)
    # Her scan is an exit again, not a forgotten one; and had she forgotten, that day's closing would be proposed.
    assert still_in(house, time(19))["Ana A"].proposed == datetime(2026, 11, 25, 9, 30, tzinfo=PARIS)
    assert house.at(10, day=morning).scan(ana).verdict is Verdict.OUT
    gone = house.desk.departures.note_still_here(visit)
    assert isinstance(gone, Refused)
    assert gone.code == "not_inside"


def test_the_exit_supposed_when_someone_comes_back_is_marked_too(house: SmallHouse) -> None:
    ana = entered(house, "Ana A", 9)
    assert house.at(9, day=TUESDAY + 2 * DAY).scan(ana).supposed_exit == CLOSING
    assert house.rows("SELECT supposed_at IS NOT NULL FROM visit ORDER BY entered_at") == [(1,), (0,)]


def test_the_records_of_an_erased_person_name_them_no_more(house: SmallHouse) -> None:
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    ana = entered(house, "Ana A", 9)
    visit = house.at(19, 30).desk.presence.now().people[0].visit_id
    house.desk.departures.note_still_here(visit)
    house.later(minutes=1).desk.departures.note_left({visit: house.clock.now()})
    assert not isinstance(house.desk.privacy.erase(ana.id), Refused)
    named = "SELECT count(*) FROM journal WHERE stream = 'operations' AND instr(body, CAST('Ana A' AS BLOB)) > 0"
    assert house.value(named) == 0
    assert house.verify(deep=True).ok
