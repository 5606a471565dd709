"""The door: in, out, and everything that stands in the way (FIELD.md, each a real bug somewhere else)."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from desk import codes
from desk.bus import Topic
from desk.checkin import ScanOutcome, Verdict
from desk.errors import Refused
from models.cards import Card
from models.membership import Membership
from models.passes import DayPart, DayPass
from models.people import Member, MemberStatus
from models.site import Site
from tests.support.house import PARIS, TUESDAY, SmallHouse

DAY = timedelta(days=1)
NBSP = "\u00a0"


def _refused(outcome: ScanOutcome) -> Refused:
    assert outcome.verdict is Verdict.REFUSED
    assert outcome.refused is not None
    assert outcome.visit_id == ""
    return outcome.refused


def _count(house: SmallHouse) -> int:
    presence = house.desk.presence.now()
    assert presence.count == len(presence.people)
    return presence.count


def _kinds(house: SmallHouse) -> list[object]:
    return [row[0] for row in house.rows("SELECT kind FROM journal WHERE stream = 'operations' ORDER BY sequence")]


def test_in_then_out(house: SmallHouse, hears: list[frozenset[Topic]]) -> None:
    member = house.member("Inès Alvar")
    arrived = house.scan(member)
    assert arrived.verdict is Verdict.IN
    assert (arrived.code, arrived.member_number, arrived.reason) == (member.code, member.number, "")
    assert arrived.at == house.clock.now()
    assert _count(house) == 1
    left = house.later(hours=3).scan(member)
    assert (left.verdict, left.visit_id) == (Verdict.OUT, arrived.visit_id)
    assert _count(house) == 0
    assert house.later(hours=1).scan(member).visit_id != arrived.visit_id
    assert _kinds(house) == ["visit.entered", "visit.left", "visit.entered"]
    assert hears == [frozenset({Topic.VISITS})] * 3


def test_a_code_is_read_however_the_scanner_sends_it(house: SmallHouse) -> None:
    member = house.member()
    ugly = "]Q1\\000026 " + codes.grouped(member.code).lower() + "\r\n"
    assert house.scan(ugly).verdict is Verdict.IN


def test_the_same_badge_within_seconds_is_one_scan(house: SmallHouse) -> None:
    member = house.member()
    arrived = house.scan(member)
    for _ in range(2):
        again = house.later(seconds=2.4).scan(member)
        assert (again.verdict, again.visit_id) == (Verdict.REPEAT, arrived.visit_id)
    assert house.later(seconds=0.2).scan(member).verdict is Verdict.OUT
    assert house.later(seconds=4.9).scan(member).verdict is Verdict.REPEAT
    assert house.later(seconds=0.1).scan(member).verdict is Verdict.IN
    assert _kinds(house) == ["visit.entered", "visit.left", "visit.entered"]


@pytest.mark.parametrize(
    ("starts", "ends", "reason", "sentence"),
    [
        (TUESDAY, TUESDAY, "", ""),
        (TUESDAY - 9 * DAY, TUESDAY - DAY, "expired", "La formule de Inès Alvar a expiré le lun. 23 nov. 2026."),
        (TUESDAY + DAY, TUESDAY + 9 * DAY, "not_yet_valid", "La formule de Inès Alvar ne commence que le mer. 25 nov."),
    ],
)
def test_a_plan_covers_its_first_and_its_last_day(
    house: SmallHouse, starts: date, ends: date, reason: str, sentence: str
) -> None:
    outcome = house.scan(house.member("Inès Alvar", starts=starts, ends=ends))
    assert outcome.reason == reason
    if reason:
        refused = _refused(outcome)
        assert refused.sentence.startswith(sentence)
        codes_offered = [remedy.code for remedy in refused.remedies]
        assert codes_offered == ["renew", "sell_pass", "force"][starts > TUESDAY :]
        assert _count(house) == 0


def test_blocked_gone_and_without_a_plan(house: SmallHouse) -> None:
    blocked = house.member("Ana Bloc", status=MemberStatus.BLOCKED, blocked_reason="cotisation impayée")
    assert _refused(house.scan(blocked)).sentence == f"L’accès de Ana Bloc est suspendu{NBSP}: cotisation impayée."
    assert house.scan(house.member("Ana Bloc", status=MemberStatus.BLOCKED)).reason == "blocked"
    assert house.scan(house.member("Léo Parti", status=MemberStatus.GONE)).reason == "gone"
    assert house.scan(house.member("Zoé Sans", plan="")).reason == "no_plan"
    assert house.value("SELECT count(*) FROM refused_scan WHERE member_id IS NOT NULL") == 4


def test_a_revoked_card_names_its_holder_and_offers_the_door_by_name(house: SmallHouse) -> None:
    member = house.member("Inès Alvar")
    house.change(Card, member.code, revoked_at=house.clock.now(), revoked_reason="perdue")
    outcome = house.scan(member)
    refused = _refused(outcome)
    assert refused.code == "revoked"
    assert refused.sentence == f"Cette carte a été annulée le mar. 24 nov. 2026{NBSP}: perdue."
    assert outcome.member_number == member.number
    assert outcome.greeting is not None
    assert outcome.greeting.name == "Inès Alvar"
    assert house.value("SELECT member_id FROM refused_scan") == member.id
    assert [(r.code, r.subject) for r in refused.remedies] == [("enter_by_name", member.id), ("new_card", member.id)]
    assert house.desk.checkin.arrive_or_leave(member.id).verdict is Verdict.IN


WRONG = {
    "unknown": codes.make(lambda _: 3),
    "code_misread": codes.make(lambda _: 3)[:-1] + "Y",
    "code_not_ours": "https://example.test/menu",
    "code_empty": " \r\n",
    "code_too_long": "A" * 10_000,
}


@pytest.mark.parametrize("reason", WRONG)
def test_a_code_that_opens_nothing_is_kept_with_its_reason(house: SmallHouse, reason: str) -> None:
    refused = _refused(house.scan(WRONG[reason]))
    assert refused.code == reason
    assert refused.sentence.endswith(".")
    ((raw, kept, at),) = house.rows("SELECT raw, reason, at FROM refused_scan")
    assert (raw, kept) == (WRONG[reason][:200], reason)
    assert at == "2026-11-24T08:00:00.000000Z"
    body = json.loads(bytes(house.value("SELECT body FROM journal WHERE kind = 'scan.refused'")))  # type: ignore[arg-type]
    assert body == {"schema": 1, "raw": raw, "length": len(WRONG[reason]), "reason": reason, "member": None}


def test_halves_of_characters_and_control_characters_do_no_harm(house: SmallHouse) -> None:
    for raw in ("\udce9\udcff" * 40, "\x00\x01\x02", "CC1\ud800", "'; DROP TABLE visit; --"):
        outcome = house.scan(raw)
        assert outcome.verdict is Verdict.REFUSED
        assert outcome.code.encode("utf-8") is not None
    assert house.verify().ok


def test_an_unknown_member_cannot_be_let_in(house: SmallHouse) -> None:
    assert _refused(house.desk.checkin.arrive_or_leave("nobody")).code == "unknown"


def test_a_way_out_ignores_validity(house: SmallHouse) -> None:
    expiring, blocked, leaving = (house.member(name) for name in ("Ana A", "Bob B", "Cléo C"))
    house.at(23, 50)
    for member in (expiring, blocked, leaving):
        assert house.scan(member).verdict is Verdict.IN
    house.change(Membership, expiring.membership_id, valid_until=TUESDAY)
    house.change(Member, blocked.id, status=MemberStatus.BLOCKED)
    house.change(Member, leaving.id, status=MemberStatus.GONE)
    house.later(minutes=20)
    assert [house.scan(m).verdict for m in (expiring, blocked, leaving)] == [Verdict.OUT] * 3
    house.later(minutes=1)
    assert [house.scan(m).reason for m in (expiring, blocked, leaving)] == ["expired", "blocked", "gone"]


# --- books ---------------------------------------------------------------------------------------------------


def test_a_book_of_days_is_counted_once_a_day(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=2)
    first = house.scan(member)
    assert first.greeting is not None
    assert first.greeting.headline == "Carnet 10 jours — il reste 1"
    for hour in (12, 13):
        house.at(hour).scan(member)
    assert house.units_left(member) == 1
    # Out at 12, in again at 13, and never out: the evening's closing hour is taken for it.
    last = house.at(9, 1, day=TUESDAY + DAY).scan(member)
    assert (last.verdict, last.supposed_exit) == (Verdict.IN, datetime(2026, 11, 24, 19, tzinfo=PARIS))
    assert last.greeting is not None
    assert last.greeting.headline == "Carnet 10 jours — c’était la dernière unité"
    house.at(12, day=TUESDAY + DAY).scan(member)
    assert house.at(13, day=TUESDAY + DAY).scan(member).verdict is Verdict.IN
    house.at(19, day=TUESDAY + DAY).scan(member)
    refused = _refused(house.at(9, day=TUESDAY + 2 * DAY).scan(member))
    assert (refused.code, refused.sentence) == ("book_empty", "Le carnet de Inès Alvar est épuisé.")
    assert house.units_left(member) == 0


def test_a_book_of_half_days_is_counted_once_each_half(house: SmallHouse) -> None:
    member = house.member(plan="book-15-half-days", units=15)
    for hour, minute, left in ((9, 0, 14), (10, 0, 14), (11, 0, 14), (13, 29, 14), (13, 30, 13), (13, 31, 13)):
        house.at(hour, minute).scan(member)
        assert house.units_left(member) == left, (hour, minute)
    house.at(17).scan(member)
    house.at(18).scan(member)
    assert house.units_left(member) == 13


def test_a_plan_that_burns_nothing_goes_first(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    with house.desk.work.write() as unit:
        unit.session.add(
            Membership(
                id="m2", member_id=member.id, plan_code="nomad", valid_from=TUESDAY, valid_until=TUESDAY, units_left=0
            )
        )
    greeting = house.scan(member).greeting
    assert greeting is not None
    assert greeting.headline == "Nomade"
    assert house.units_left(member) == 3


def test_a_day_is_the_sites_day_and_not_utcs(house: SmallHouse) -> None:
    """At 23:30 in Paris it is already another day in no zone that counts; at 00:30 it is."""
    member = house.member(plan="book-10-days", units=5)
    house.at(23, 30).scan(member)
    house.at(23, 58).scan(member)
    house.at(0, 5, day=TUESDAY + DAY).scan(member)
    assert house.units_left(member) == 3


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2026, 10, 25)], ids=["spring", "autumn"])
def test_a_day_of_23_or_25_hours_is_one_day(house: SmallHouse, night: date) -> None:
    member = house.member(plan="book-10-days", units=5)
    start = datetime(night.year, night.month, night.day, tzinfo=PARIS)
    house.clock.set(start - timedelta(minutes=1))
    house.scan(member)
    assert house.units_left(member) == 4
    house.clock.set(start)
    house.scan(member)
    # Every half-hour of that day, in and out, counts for one unit only.
    instants = [house.clock.now() + timedelta(minutes=30 * n) for n in range(1, 53)]
    for instant in instants:
        if instant.astimezone(PARIS).date() == night:
            house.clock.set(instant)
            house.scan(member)
    assert house.units_left(member) == 3
    assert house.verify().ok


# --- undo ----------------------------------------------------------------------------------------------------


def test_undo_annuls_an_entry_gives_back_its_unit_and_deletes_nothing(
    house: SmallHouse, hears: list[frozenset[Topic]]
) -> None:
    member = house.member(plan="book-10-days", units=4)
    arrived = house.scan(member)
    undone = house.later(minutes=15).desk.checkin.undo(arrived.visit_id)
    assert isinstance(undone, ScanOutcome)
    assert undone.verdict is Verdict.OUT
    assert undone.greeting is not None
    assert undone.greeting.headline == "Carnet 10 jours — il reste 4"
    assert (house.units_left(member), _count(house)) == (4, 0)
    assert house.value("SELECT count(*) FROM visit WHERE annulled_at IS NOT NULL") == 1
    again = house.desk.checkin.undo(arrived.visit_id)
    assert again == Refused("annulled", "Ce passage a déjà été annulé.")
    # At once afterwards the badge is a new scan, not a repeat, and burns a unit again.
    assert house.scan(member).verdict is Verdict.IN
    assert house.units_left(member) == 3
    assert hears == [frozenset({Topic.VISITS, Topic.PEOPLE})] * 3


def test_undo_has_a_delay(house: SmallHouse) -> None:
    arrived = house.scan(house.member())
    refused = house.later(minutes=15, seconds=1).desk.checkin.undo(arrived.visit_id)
    assert isinstance(refused, Refused)
    assert refused.sentence == f"Ce passage ne peut plus être annulé{NBSP}: plus de 15 minutes ont passé."
    assert _count(house) == 1
    assert isinstance(house.desk.checkin.undo("nothing"), Refused)


def test_undo_reopens_an_exit_on_its_seat_or_beside_it(house: SmallHouse) -> None:
    one, two = house.member("Ana A", usual="la-ruche"), house.member("Bob B", usual="la-ruche")
    house.scan(one)
    seat = house.desk.presence.now().people[0].seat_id
    out = house.later(hours=1).scan(one)
    assert isinstance(house.desk.checkin.undo(out.visit_id), ScanOutcome)
    assert house.desk.presence.now().people[0].seat_id == seat
    house.later(minutes=1).scan(one)
    house.scan(two)
    assert house.desk.presence.now().people[0].seat_id == seat
    back = house.desk.checkin.undo(out.visit_id)
    assert isinstance(back, ScanOutcome)
    assert back.verdict is Verdict.IN
    assert {p.name: p.seat_id for p in house.desk.presence.now().people} == {"Ana A": "", "Bob B": seat}


def test_an_exit_is_not_reopened_once_the_person_came_back(house: SmallHouse) -> None:
    member = house.member("Ana A")
    first = house.scan(member)
    house.later(minutes=1).scan(member)
    house.later(minutes=1).scan(member)
    refused = house.desk.checkin.undo(first.visit_id)
    assert refused == Refused("came_back", "Ana A est déjà revenu·e.")
    house.later(minutes=1).scan(member)
    assert isinstance(house.desk.checkin.undo(first.visit_id), Refused)


# --- seats, the list, the limit ------------------------------------------------------------------------------


def test_leaving_from_the_list(house: SmallHouse) -> None:
    arrived = house.scan(house.member())
    left = house.later(hours=1).desk.checkin.leave(arrived.visit_id)
    assert isinstance(left, ScanOutcome)
    assert left.verdict is Verdict.OUT
    for visit in (arrived.visit_id, "nothing"):
        refused = house.desk.checkin.leave(visit)
        assert refused == Refused("not_inside", "Cette personne n’est plus dans la maison.")


def test_the_safety_limit_counts_members_and_guests_and_never_holds_anyone_back(house: SmallHouse) -> None:
    house.change(Site, 1, safety_limit=3)
    first, second, third = (house.member(name) for name in ("Ana A", "Bob B", "Cléo C"))
    guest = house.sell_pass()
    house.scan(first)
    house.scan(second)
    refused = _refused(house.scan(third))
    assert refused.code == "full"
    assert refused.sentence == f"La maison est pleine{NBSP}: 3 personnes, la limite de sécurité."
    assert [remedy.code for remedy in refused.remedies] == ["show_presence", "force"]
    assert _count(house) == 3
    assert house.later(minutes=1).scan(guest).verdict is Verdict.OUT
    assert house.scan(third).verdict is Verdict.IN


# --- passes --------------------------------------------------------------------------------------------------


def test_a_pass_goes_in_and_out_on_its_day_only(house: SmallHouse) -> None:
    bought = house.sell_pass(guest="Zoé Visite")
    assert bought.arrival.verdict is Verdict.IN
    assert house.scan(bought).verdict is Verdict.REPEAT
    assert house.at(12).scan(bought).verdict is Verdict.OUT
    assert house.at(13).scan(bought).verdict is Verdict.IN
    # Forgotten inside: the visit ends at the closing hour, and the pass of yesterday opens nothing today.
    refused = _refused(house.at(10, day=TUESDAY + DAY).scan(bought))
    assert house.rows("SELECT left_at FROM visit WHERE left_at IS NULL") == []
    assert (refused.code, refused.sentence) == ("wrong_day", "Ce pass valait pour le mar. 24 nov. 2026.")
    assert _refused(house.at(10, day=TUESDAY - DAY).scan(bought)).sentence.startswith("Ce pass ne vaudra que le mar.")


def test_a_half_day_pass_keeps_to_its_half(house: SmallHouse) -> None:
    morning = house.sell_pass(DayPart.MORNING)
    afternoon = house.sell_pass(DayPart.AFTERNOON)
    assert (morning.arrival.verdict, afternoon.arrival.reason) == (Verdict.IN, "wrong_half")
    assert house.at(13, 29).scan(afternoon).reason == "wrong_half"
    assert house.at(13, 30).scan(afternoon).verdict is Verdict.IN
    assert house.at(13, 30).scan(morning).verdict is Verdict.OUT
    assert house.at(13, 31).scan(morning).reason == "wrong_half"
    assert house.at(19).scan(afternoon).verdict is Verdict.OUT


def test_a_cancelled_pass_opens_nothing(house: SmallHouse) -> None:
    bought = house.sell_pass()
    house.change(DayPass, bought.pass_id, cancelled_at=house.clock.now())
    assert house.at(10).scan(bought).verdict is Verdict.OUT
    assert _refused(house.at(11).scan(bought)).sentence == "Ce pass a été annulé avec sa vente."


# --- the clock -----------------------------------------------------------------------------------------------
