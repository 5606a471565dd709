"""Events and bookings open the door, and another entitlement can be chosen while the delay for undoing runs."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desk.choices import Choice
from desk.errors import Refused
from desk.verdicts import ScanOutcome, Verdict
from models.bookings import Booking, BookingKind
from models.membership import Membership
from models.people import Member, MemberStatus
from models.site import Site
from tests.support.door import book
from tests.support.house import TUESDAY, CardHolder, SmallHouse

NBSP = "\u00a0"
DAY = timedelta(days=1)


def _offered(house: SmallHouse, outcome: ScanOutcome) -> tuple[Choice, ...]:
    return house.desk.door.choices.offered(outcome.visit_id)


def _choose(house: SmallHouse, outcome: ScanOutcome, words: str) -> ScanOutcome:
    key = next(choice.key for choice in _offered(house, outcome) if words in choice.label)
    chosen = house.desk.door.choices.choose(outcome.visit_id, key)
    assert isinstance(chosen, ScanOutcome), chosen
    return chosen


def _headline(outcome: ScanOutcome) -> str:
    assert outcome.greeting is not None
    return outcome.greeting.headline


def _basis(house: SmallHouse, outcome: ScanOutcome) -> object:
    return house.value("SELECT basis FROM visit WHERE id = ?", outcome.visit_id)


def _second_book(house: SmallHouse, member: CardHolder, units: int, plan: str = "book-10-days") -> str:
    with house.desk.work.write() as unit:
        unit.session.add(
            Membership(
                id="second", member_id=member.id, plan_code=plan, valid_from=TUESDAY, valid_until=TUESDAY + 30 * DAY,
                units_left=units,
            )
        )  # fmt: skip
    return "second"


# --- what is found by itself ---------------------------------------------------------------------------------


def test_their_own_booking_lets_a_member_in_and_spares_the_book(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    book(house, 10, 12, BookingKind.MEMBER, title="Inès Alvar", space="calumet", member=member)
    arrived = house.at(9).scan(member)
    assert _headline(arrived) == "Inès Alvar · Calumet, 10:00 – 12:00"
    assert (_basis(house, arrived), house.units_left(member)) == ("booking", 3)
    assert house.desk.presence.now().people[0].space_id == "calumet"
    left = house.at(12, 30).scan(member)
    assert _headline(left) == "Inès Alvar · Calumet, 10:00 – 12:00"
    # The booking is over: to stay and work is a day of the book.
    assert _basis(house, house.at(13).scan(member)) == "book"
    assert house.units_left(member) == 2


def test_a_booking_of_the_evening_does_not_open_the_morning_by_itself(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    book(house, 18, 19, BookingKind.MEMBER, title="Inès Alvar", space="calumet", member=member)
    arrived = house.at(9).scan(member)
    assert (_basis(house, arrived), house.units_left(member)) == ("book", 2)
    # The desk may decide otherwise, in one act.
    _choose(house, arrived, "Vient pour")
    assert (_basis(house, arrived), house.units_left(member)) == ("booking", 3)


def test_a_plan_in_force_goes_before_a_booking(house: SmallHouse) -> None:
    member = house.member()
    book(house, 9, 12, BookingKind.MEMBER, title="Inès Alvar", member=member)
    assert _basis(house, house.scan(member)) == "plan"


def test_someone_elses_booking_opens_nothing(house: SmallHouse) -> None:
    book(house, 9, 12, BookingKind.MEMBER, title="Autre", member=house.member("Ana Autre"))
    book(house, 9, 12, BookingKind.RENTAL, title="Les Amis", space="pow-wow")
    assert house.scan(house.member(ends=TUESDAY - DAY)).reason == "expired"


@pytest.mark.parametrize(("hour", "minute", "basis"), [(10, 59, ""), (11, 0, "event"), (13, 59, "event"), (14, 0, "")])
def test_an_event_is_open_to_a_member_whose_plan_has_lapsed(
    house: SmallHouse, hour: int, minute: int, basis: str
) -> None:
    member = house.member("Inès Alvar", ends=TUESDAY - DAY)
    event = book(house, 12, 14)
    outcome = house.at(hour, minute).scan(member)
    if not basis:
        assert outcome.reason == "expired"
        return
    assert outcome.greeting is not None
    assert _headline(outcome) == "Mardi de Casaco · Agora, 12:00 – 14:00"
    assert outcome.greeting.notice == "La formule de Inès Alvar a expiré le lun. 23 nov. 2026."
    assert [remedy.code for remedy in outcome.greeting.remedies] == ["renew"]
    assert house.rows("SELECT basis, booking_id FROM visit") == [("event", event)]


def test_the_margin_around_events_is_a_setting(house: SmallHouse) -> None:
    member = house.member(plan="")
    book(house, 12, 14)
    house.change(Site, 1, event_margin_minutes=0)
    assert house.at(11, 59).scan(member).reason == "no_plan"
    assert house.at(12).scan(member).verdict is Verdict.IN


def test_a_cancelled_event_and_one_of_tomorrow_open_nothing(house: SmallHouse) -> None:
    member = house.member(plan="")
    gone = book(house, 9, 14)
    house.change(Booking, gone, cancelled_at=house.clock.now())
    book(house, 0, 2, day=TUESDAY + DAY, space="salon")
    assert house.at(12).scan(member).reason == "no_plan"
    assert house.at(23, 30).scan(member).reason == "no_plan"
    assert house.at(0, 30, day=TUESDAY + DAY).scan(member).verdict is Verdict.IN


@pytest.mark.parametrize("status", [MemberStatus.BLOCKED, MemberStatus.GONE])
def test_an_event_opens_nothing_to_someone_blocked_or_gone(house: SmallHouse, status: MemberStatus) -> None:
    book(house, 9, 12)
    assert house.scan(house.member(status=status)).reason == status.value


def test_a_book_goes_before_an_event_until_the_desk_says_otherwise(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=1)
    book(house, 9, 12)
    arrived = house.scan(member)
    assert _headline(arrived) == "Carnet 10 jours — c’était la dernière unité"
    chosen = _choose(house, arrived, "Mardi de Casaco")
    assert _headline(chosen) == "Mardi de Casaco · Agora, 09:00 – 12:00"
    assert (house.units_left(member), _basis(house, arrived)) == (1, "event")


# --- choosing another ----------------------------------------------------------------------------------------


def test_another_book_is_taken_and_the_first_unit_given_back(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    _second_book(house, member, 5, "book-15-half-days")
    arrived = house.scan(member)
    assert [choice.label for choice in _offered(house, arrived)] == [f"Utiliser{NBSP}: Carnet 15 demi-journées"]
    chosen = _choose(house, arrived, "demi-journées")
    assert _headline(chosen) == "Carnet 15 demi-journées — il reste 4"
    assert house.units_left(member) == 3
    body = json.loads(bytes(house.value("SELECT body FROM journal WHERE kind = 'visit.entitled'")))  # type: ignore[arg-type]
    assert body["before"] == {"basis": "book", "units": 1, "membership": member.membership_id}
    assert (body["basis"], body["units"], body["name"]) == ("book", 1, "Inès Alvar")
    # And back again: the same units as if nothing had been changed.
    _choose(house, arrived, "10 jours")
    assert dict(house.rows("SELECT id, units_left FROM membership")) == {member.membership_id: 2, "second": 5}  # type: ignore[arg-type]
    assert house.verify().ok


def test_an_undone_entry_gives_back_the_unit_that_was_chosen(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    _second_book(house, member, 5)
    arrived = house.scan(member)
    _choose(house, arrived, "Carnet 10 jours")
    assert isinstance(house.desk.checkin.undo(arrived.visit_id), ScanOutcome)
    assert sorted(left for (left,) in house.rows("SELECT units_left FROM membership")) == [3, 5]


def test_one_day_never_costs_two_units(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    _second_book(house, member, 5)
    first = house.scan(member)
    _choose(house, first, "Carnet 10 jours")
    used = dict(house.rows("SELECT id, units_left FROM membership"))
    house.at(12).scan(member)
    back = house.at(13).scan(member)
    # The book chosen this morning covers the day: it is found first, and the other one is not even offered.
    assert dict(house.rows("SELECT id, units_left FROM membership")) == used
    assert [choice for choice in _offered(house, back) if "Carnet" in choice.label] == []


def test_a_choice_has_the_delay_of_undoing_and_an_open_visit(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    _second_book(house, member, 5)
    arrived = house.scan(member)
    key = _offered(house, arrived)[0].key
    house.later(minutes=15, seconds=1)
    assert _offered(house, arrived) == ()
    late = house.desk.door.choices.choose(arrived.visit_id, key)
    assert isinstance(late, Refused)
    assert late.code == "too_late"
    house.later(minutes=1).scan(member)
    gone = house.desk.door.choices.choose(arrived.visit_id, key)
    assert isinstance(gone, Refused)
    assert gone.code == "not_inside"
    assert _offered(house, arrived) == ()


def test_what_was_not_offered_cannot_be_chosen(house: SmallHouse) -> None:
    member, other = house.member(plan="book-10-days", units=3), house.member("Ana Autre", "book-10-days", units=4)
    arrived = house.scan(member)
    for key in (f"membership:{other.membership_id}", f"membership:{member.membership_id}", "booking:none", "", "x"):
        answer = house.desk.door.choices.choose(arrived.visit_id, key)
        assert isinstance(answer, Refused), key
        assert answer.code == "not_offered"
    assert (house.units_left(member), house.units_left(other)) == (2, 4)
    house.change(Member, member.id, status=MemberStatus.BLOCKED)
    assert _offered(house, arrived) == ()


def test_passes_and_guests_are_offered_nothing_else(house: SmallHouse) -> None:
    book(house, 9, 12)
    assert _offered(house, house.sell_pass().arrival) == ()
    assert house.desk.door.choices.offered("nothing") == ()


def test_an_afternoon_is_another_half_day_whichever_book_pays_it(house: SmallHouse) -> None:
    member = house.member(plan="book-15-half-days", units=1)
    _second_book(house, member, 5)
    arrived = house.scan(member)
    if house.units_left(member):
        _choose(house, arrived, "demi-journées")
    assert (house.units_left(member), house.value("SELECT units_left FROM membership WHERE id = 'second'")) == (0, 5)
    house.at(13, 35).scan(member)
    assert _basis(house, house.at(13, 45).scan(member)) == "book"
    assert house.value("SELECT units_left FROM membership WHERE id = 'second'") == 4
