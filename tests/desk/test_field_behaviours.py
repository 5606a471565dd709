"""The behaviours that other check-in software got wrong (one real bug somewhere else each), as a list to be read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desk import codes
from desk.errors import Refused
from desk.override import Insistence
from desk.verdicts import ScanOutcome, Verdict
from models.cards import Card
from models.membership import Membership
from models.passes import DayPart, DayPass
from models.people import MemberStatus
from tests.support.door import held_by_manager
from tests.support.house import PARIS, TUESDAY, CardHolder, SmallHouse

DAY = timedelta(days=1)
NBSP = "\u00a0"
IN, OUT, REPEAT = Verdict.IN, Verdict.OUT, Verdict.REPEAT


def _sentence(outcome: ScanOutcome, reason: str) -> str:
    """The sentence of a refusal, which must be for that reason."""
    assert outcome.refused is not None, outcome
    assert outcome.reason == reason
    return outcome.refused.sentence


def _inside(house: SmallHouse) -> int:
    presence = house.desk.presence.now()
    assert presence.count == len(presence.people)
    return presence.count


# --- what a code is worth ------------------------------------------------------------------------------------


def test_valid(house: SmallHouse) -> None:
    assert house.scan(house.member()).verdict is IN


def test_unknown(house: SmallHouse) -> None:
    outcome = house.scan(codes.make(lambda _: 3))
    assert _sentence(outcome, "unknown") == "Cette carte n’est pas connue de la maison."
    assert outcome.greeting is None


def test_cancelled(house: SmallHouse) -> None:
    bought = house.sell_pass(DayPart.DAY)
    house.later(minutes=1).scan(bought)
    house.change(DayPass, bought.pass_id, cancelled_at=house.clock.now())
    assert _sentence(house.later(minutes=1).scan(bought), "cancelled") == "Ce pass a été annulé avec sa vente."


def test_blocked(house: SmallHouse) -> None:
    member = house.member("Ana Bloc", status=MemberStatus.BLOCKED, blocked_reason="clé perdue")
    assert _sentence(house.scan(member), "blocked") == f"L’accès de Ana Bloc est suspendu{NBSP}: clé perdue."


def test_revoked(house: SmallHouse) -> None:
    member = house.member()
    house.change(Card, member.code, revoked_at=house.clock.now(), revoked_reason="perdue")
    said = _sentence(house.scan(member), "revoked")
    assert said == f"Cette carte a été annulée le mar. 24 nov. 2026{NBSP}: perdue."


def test_unpaid(house: SmallHouse) -> None:
    """A plan is paid when it is sold, in the same act, or granted by a manager who says it was paid elsewhere: none can
    be held unpaid. Dues that a manager misses are a suspension with its reason, which is what the door says.
    """
    member = house.member("Ana Due", ends=TUESDAY - DAY)
    short = house.desk.door.renewals.renew(member.id, "regular")
    assert isinstance(short, Refused)
    assert house.scan(member).reason == "expired"
    held_by_manager(house)
    assert house.desk.people.block(member.id, "cotisation impayée") is None
    assert _sentence(house.scan(member), "blocked") == f"L’accès de Ana Due est suspendu{NBSP}: cotisation impayée."


def test_not_yet_valid(house: SmallHouse) -> None:
    member = house.member("Ana Tôt", starts=TUESDAY + DAY, ends=TUESDAY + 30 * DAY)
    said = _sentence(house.at(23, 59, second=59).scan(member), "not_yet_valid")
    assert said == "La formule de Ana Tôt ne commence que le mer. 25 nov. 2026."
    assert house.at(0, 0, day=TUESDAY + DAY).scan(member).verdict is IN


def test_expired(house: SmallHouse) -> None:
    member = house.member("Ana Fin", ends=TUESDAY)
    assert house.at(23, 59, second=59).scan(member).verdict is IN
    assert house.at(0, 1, day=TUESDAY + DAY).scan(member).verdict is OUT
    said = _sentence(house.at(0, 2, day=TUESDAY + DAY).scan(member), "expired")
    assert said == "La formule de Ana Fin a expiré le mar. 24 nov. 2026."


def test_a_way_out_ignores_validity(house: SmallHouse) -> None:
    member = house.member()
    house.scan(member)
    house.change(Membership, member.membership_id, valid_until=TUESDAY - DAY)
    assert house.later(hours=1).scan(member).verdict is OUT


# --- twice ---------------------------------------------------------------------------------------------------


def test_a_second_entry_is_a_way_out_and_after_it_an_entry(house: SmallHouse) -> None:
    """One badge goes in, then out: a second entry cannot be asked for while the first one lasts."""
    member = house.member()
    assert [house.later(hours=1).scan(member).verdict for _ in range(3)] == [IN, OUT, IN]
    assert _inside(house) == 1


def test_a_second_entry_by_name_is_refused_to_a_guest_and_to_force(house: SmallHouse) -> None:
    held_by_manager(house)
    member = house.member("Ana Due", ends=TUESDAY - DAY)
    house.scan(member)
    reference = f"member_id:{member.id}"
    assert isinstance(house.desk.door.override.let_in(reference, Insistence("réunion")), ScanOutcome)
    again = house.desk.door.override.let_in(reference, Insistence("réunion"))
    assert again == Refused("already_in", "Ana Due est déjà dans la maison.")


def test_a_double_exit_is_one(house: SmallHouse) -> None:
    arrived = house.scan(house.member())
    assert isinstance(house.later(hours=1).desk.checkin.leave(arrived.visit_id), ScanOutcome)
    again = house.later(hours=1).desk.checkin.leave(arrived.visit_id)
    assert again == Refused("not_inside", "Cette personne n’est plus dans la maison.")
    assert house.value("SELECT left_at FROM visit") == "2026-11-24T09:00:00.000000Z"


def test_a_badge_scanned_twice_within_seconds_is_one_scan(house: SmallHouse) -> None:
    member = house.member()
    assert [house.later(seconds=2).scan(member).verdict for _ in range(3)] == [IN, REPEAT, REPEAT]
    assert house.later(seconds=5).scan(member).verdict is OUT


def test_scans_are_in_the_order_of_their_instants(house: SmallHouse) -> None:
    """The instant is read once the write lock is held: no scan is recorded before one that was answered earlier."""
    first, second = house.member("Ana A"), house.member("Bob B")
    for step in range(4):
        house.later(seconds=7).scan((first, second)[step % 2])
    records = house.rows("SELECT at, kind FROM journal WHERE stream = 'operations' ORDER BY sequence")
    assert records == sorted(records, key=lambda record: str(record[0]))
    assert [kind for _, kind in records] == ["visit.entered"] * 2 + ["visit.left"] * 2


def test_the_same_nonce_twice_is_one_entry(house: SmallHouse) -> None:
    member = house.member()
    scans = [("one", IN), ("one", REPEAT), ("one", REPEAT), ("two", OUT), ("two", REPEAT), ("one", REPEAT)]
    for nonce, verdict in scans:
        assert house.later(hours=1).desk.checkin.scan(member.code, nonce).verdict is verdict, nonce
    assert house.value("SELECT count(*) FROM visit") == 1
    assert house.value("SELECT count(*) FROM answered_scan") == 2


def test_a_nonce_names_the_scan_of_one_person(house: SmallHouse) -> None:
    first, second = house.member("Ana A"), house.member("Bob B")
    scans = [house.later(hours=1).desk.checkin.scan(who.code, "one").verdict for who in (first, second, second, first)]
    assert scans == [IN, IN, OUT, REPEAT]


def test_a_refusal_is_asked_again_under_its_nonce(house: SmallHouse) -> None:
    member = house.member("Ana Fin", ends=TUESDAY - DAY)
    assert house.desk.checkin.scan(member.code, "one").reason == "expired"
    house.change(Membership, member.membership_id, valid_until=TUESDAY)
    assert house.desk.checkin.scan(member.code, "one").verdict is IN
    assert house.later(hours=1).desk.checkin.scan(member.code, "one").verdict is REPEAT


# --- force ---------------------------------------------------------------------------------------------------


def test_a_forced_entry_is_flagged_only_if_it_needed_force(house: SmallHouse) -> None:
    held_by_manager(house)
    lapsed, valid = house.member("Ana Fin", ends=TUESDAY - DAY), house.member("Bob Bon")
    for member in (lapsed, valid):
        let_in = house.desk.door.override.let_in(f"member_id:{member.id}", Insistence("réunion du conseil"))
        assert isinstance(let_in, ScanOutcome)
    assert house.rows("SELECT name, forced FROM visit ORDER BY name") == [("Ana Fin", "expired"), ("Bob Bon", "")]


def test_an_unknown_code_cannot_be_forced(house: SmallHouse) -> None:
    held_by_manager(house)
    code = codes.make(lambda _: 3)
    refused = house.scan(code).refused
    assert refused is not None
    assert [remedy.code for remedy in refused.remedies] == ["search", "sell_pass"]
    for reference in (code, f"member_id:{code}", f"pass_id:{code}"):
        assert isinstance(house.desk.door.override.let_in(reference, Insistence("réunion")), Refused)
    assert _inside(house) == 0


# --- what is kept --------------------------------------------------------------------------------------------


def test_refused_scans_are_kept_with_their_reason_and_what_was_read(house: SmallHouse) -> None:
    member = house.member("Ana Fin", ends=TUESDAY - DAY)
    for raw in ("https://example.test/menu", member.code.lower(), ""):
        house.scan(raw)
    assert house.rows("SELECT raw, reason, member_id FROM refused_scan ORDER BY rowid") == [
        ("https://example.test/menu", "code_not_ours", None), (member.code.lower(), "expired", member.id),
        ("", "code_empty", None),
    ]  # fmt: skip


@pytest.mark.parametrize("raw", ["https://example.test/menu", "", "CC1ZZ", "A" * 9_000])
def test_what_is_no_code_offers_the_search_by_name(house: SmallHouse, raw: str) -> None:
    refused = house.scan(raw).refused
    assert refused is not None
    assert [remedy.code for remedy in refused.remedies] == ["search"]


def test_undo_within_fifteen_minutes_annuls_and_never_deletes(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=3)
    arrived = house.scan(member)
    assert isinstance(house.later(minutes=15).desk.checkin.undo(arrived.visit_id), ScanOutcome)
    assert house.rows("SELECT left_at, annulled_at IS NULL FROM visit") == [(None, 0)]
    assert (_inside(house), house.units_left(member)) == (0, 3)
    second = house.scan(member)
    late = house.later(minutes=15, seconds=1).desk.checkin.undo(second.visit_id)
    assert isinstance(late, Refused)
    assert late.sentence == f"Ce passage ne peut plus être annulé{NBSP}: plus de 15 minutes ont passé."


# --- days ----------------------------------------------------------------------------------------------------


def test_a_day_ends_at_local_midnight_and_not_at_utcs(house: SmallHouse) -> None:
    """In winter Paris is an hour ahead of UTC: at 00:30 it is a new day here, and still the old one there."""
    member = house.member(plan="book-10-days", units=5)
    house.at(23, 50).scan(member)
    house.at(23, 58).scan(member)
    house.at(0, 30, day=TUESDAY + DAY).scan(member)
    assert house.units_left(member) == 3


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2026, 10, 25)], ids=["spring", "autumn"])
def test_a_day_of_23_or_25_hours_costs_one_unit(house: SmallHouse, night: date) -> None:
    member = house.member(plan="book-10-days", units=5, ends=date(2030, 1, 1))
    for hour in (0, 4, 12, 20):
        house.clock.set(datetime(night.year, night.month, night.day, hour, 30, tzinfo=PARIS))
        house.scan(member)
        house.later(minutes=30).scan(member)
    assert house.units_left(member) == 4
    house.clock.set(datetime(night.year, night.month, night.day + 1 if night.day < 31 else 1, tzinfo=PARIS))
    house.scan(member)
    assert house.units_left(member) == 3


# --- two at once ---------------------------------------------------------------------------------------------


def _plan(house: SmallHouse, member: CardHolder, name: str, plan: str, first: date, last: date, units: int = 0) -> None:
    with house.desk.work.write() as unit:
        unit.session.add(
            Membership(
                id=name, member_id=member.id, plan_code=plan, valid_from=first, valid_until=last, units_left=units
            )
        )


def test_of_two_plans_on_one_card_the_one_valid_now_wins(house: SmallHouse) -> None:
    member = house.member(plan="")
    _plan(house, member, "old", "nomad", TUESDAY - 60 * DAY, TUESDAY - 30 * DAY)
    _plan(house, member, "now", "regular", TUESDAY - DAY, TUESDAY + DAY)
    _plan(house, member, "next", "nomad", TUESDAY + 2 * DAY, TUESDAY + 32 * DAY)
    greeting = house.scan(member).greeting
    assert greeting is not None
    assert greeting.headline == "Régulier"
    assert house.value("SELECT membership_id FROM visit") == "now"


def test_where_two_are_valid_the_desk_is_asked_which(house: SmallHouse) -> None:
    """The best goes first without keeping anyone waiting, and the greeting offers the other in one press."""
    member = house.member(plan="")
    _plan(house, member, "days", "book-10-days", TUESDAY, TUESDAY, 4)
    _plan(house, member, "halves", "book-15-half-days", TUESDAY, TUESDAY, 4)
    arrived = house.scan(member)
    (other,) = house.desk.door.choices.offered(arrived.visit_id)
    assert isinstance(house.desk.door.choices.choose(arrived.visit_id, other.key), ScanOutcome)
    assert sorted(left for (left,) in house.rows("SELECT units_left FROM membership")) == [3, 4]


def test_two_passes_of_one_person_each_open_their_own_half(house: SmallHouse) -> None:
    morning = house.sell_pass(DayPart.MORNING, guest="Zoé Visite")
    afternoon = house.sell_pass(DayPart.AFTERNOON, guest="Zoé Visite")
    assert (morning.arrival.verdict, afternoon.arrival.reason) == (IN, "wrong_half")
    house.at(13).scan(morning)
    assert house.at(13, 40).scan(afternoon).verdict is IN
    assert house.at(13, 41).scan(morning).reason == "wrong_half"
    assert _inside(house) == 1


# --- by name -------------------------------------------------------------------------------------------------


def test_search_by_name_needs_enough_letters(house: SmallHouse) -> None:
    house.member("Inès Alvar")
    assert house.desk.finder.find("i") == ()
    assert house.desk.finder.find(" é ") == ()
    assert house.desk.finder.find("in")[0].title == "Inès Alvar"
