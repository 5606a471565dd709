"""A manager lets someone in all the same: with a reason, with a PIN, recorded, and never for whom nobody knows."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desk import codes
from desk.errors import Refused
from desk.guests import Why
from desk.override import Insistence
from desk.verdicts import ScanOutcome, Verdict
from models.cards import Card
from models.passes import DayPart, DayPass
from models.people import Member, MemberStatus
from models.site import Site
from tests.support.door import PIN, book, came, comes, held_by_facilitator, held_by_manager
from tests.support.house import TUESDAY, CardHolder, SmallHouse

DAY = timedelta(days=1)
WORD = Insistence("réunion du conseil")


def _force(house: SmallHouse, outcome: ScanOutcome, by: Insistence = WORD) -> ScanOutcome | Refused:
    assert outcome.refused is not None
    remedy = next(remedy for remedy in outcome.refused.remedies if remedy.code == "force")
    return house.desk.door.override.let_in(remedy.subject, by)


def _code(answer: ScanOutcome | Refused) -> str:
    assert isinstance(answer, Refused), answer
    assert answer.sentence.endswith(".")
    return answer.code


def _bodies(house: SmallHouse, kind: str) -> list[dict[str, object]]:
    rows = house.rows("SELECT body FROM journal WHERE kind = ? ORDER BY sequence", kind)
    return [json.loads(bytes(body)) for (body,) in rows]  # type: ignore[arg-type]


def _lapsed(house: SmallHouse) -> CardHolder:
    return house.member("Inès Alvar", ends=TUESDAY - DAY)


def test_a_forced_entry_keeps_the_refusal_the_author_and_the_reason(house: SmallHouse) -> None:
    held_by_manager(house, "Odile Essai")
    member = _lapsed(house)
    forced = _force(house, house.scan(member))
    assert isinstance(forced, ScanOutcome)
    assert (forced.verdict, forced.member_number) == (Verdict.IN, member.number)
    assert forced.greeting is not None
    assert forced.greeting.headline == "Entrée exceptionnelle"
    assert house.rows("SELECT basis, forced, units_used FROM visit") == [("forced", "expired", 0)]
    (body,) = _bodies(house, "visit.forced")
    assert body == {
        "schema": 1, "visit": forced.visit_id, "name": "Inès Alvar", "member": member.number,
        "reason": "réunion du conseil", "by": "Odile Essai", "refusal": "expired",
    }  # fmt: skip
    assert _bodies(house, "visit.entered")[0]["forced"] == "expired"
    # They leave like anyone else.
    assert house.later(hours=1).scan(member).verdict is Verdict.OUT
    assert house.verify().ok


def test_every_refusal_of_a_known_person_can_be_set_aside(house: SmallHouse) -> None:
    held_by_manager(house)
    people = {
        "expired": _lapsed(house),
        "not_yet_valid": house.member("Ana Tôt", starts=TUESDAY + DAY, ends=TUESDAY + 9 * DAY),
        "no_plan": house.member("Zoé Sans", plan=""),
        "book_empty": house.member("Léo Vide", "book-10-days", units=0),
        "blocked": house.member("Ana Bloc", status=MemberStatus.BLOCKED, blocked_reason="clé perdue"),
        "gone": house.member("Léo Parti", status=MemberStatus.GONE),
    }
    for code, member in people.items():
        outcome = house.scan(member)
        assert outcome.reason == code
        assert isinstance(_force(house, outcome), ScanOutcome)
    assert {forced for (forced,) in house.rows("SELECT forced FROM visit")} == set(people)
    assert house.rows("SELECT 1 FROM membership WHERE units_left < 0") == []


def test_a_pass_of_another_half_day_can_be_set_aside_too(house: SmallHouse) -> None:
    held_by_manager(house)
    bought = house.sell_pass(DayPart.AFTERNOON)
    assert isinstance(_force(house, bought.arrival), ScanOutcome)
    cancelled = house.sell_pass(DayPart.MORNING)
    house.desk.checkin.leave(cancelled.arrival.visit_id)
    house.change(DayPass, cancelled.pass_id, cancelled_at=house.clock.now())
    assert isinstance(_force(house, house.later(minutes=1).scan(cancelled)), ScanOutcome)


def test_a_visit_is_marked_forced_only_if_it_needed_force(house: SmallHouse) -> None:
    held_by_manager(house)
    member = _lapsed(house)
    outcome = house.scan(member)
    renewed = house.desk.door.renewals.renew(member.id, "regular", is_granted=True)
    assert not isinstance(renewed, Refused)
    assert isinstance(_force(house, outcome), ScanOutcome)
    assert house.rows("SELECT basis, forced FROM visit") == [("plan", "")]
    assert _bodies(house, "visit.forced") == []


def test_nobody_is_forced_in_whom_the_house_cannot_name(house: SmallHouse) -> None:
    held_by_manager(house)
    unknown = codes.make(lambda _: 3)
    for raw in (unknown, unknown[:-1] + "Y", "https://example.test/menu", "", "A" * 10_000):
        outcome = house.scan(raw)
        assert outcome.refused is not None
        assert "force" not in [remedy.code for remedy in outcome.refused.remedies]
    for reference in ("", "member_id:", "member_id:nobody", "pass_id:none", f"card:{unknown}", "guest_id:x"):
        assert _code(house.desk.door.override.let_in(reference, WORD)) == "unknown"
    assert house.value("SELECT count(*) FROM visit") == 0


def test_nobody_who_is_in_is_forced_in_again(house: SmallHouse) -> None:
    held_by_manager(house)
    member = _lapsed(house)
    outcome = house.scan(member)
    assert isinstance(_force(house, outcome), ScanOutcome)
    assert _code(_force(house, outcome)) == "already_in"
    assert house.desk.presence.now().count == 1


def test_a_revoked_card_is_no_matter_of_force(house: SmallHouse) -> None:
    held_by_manager(house)
    member = house.member()
    house.change(Card, member.code, revoked_at=house.clock.now(), revoked_reason="perdue")
    refused = house.scan(member).refused
    assert refused is not None
    assert [remedy.code for remedy in refused.remedies] == ["enter_by_name", "new_card"]


@pytest.mark.parametrize("reason", ["", "  ", "ok", "\x00\x01\x02\x03"])
def test_a_reason_is_needed(house: SmallHouse, reason: str) -> None:
    held_by_manager(house)
    assert _code(_force(house, house.scan(_lapsed(house)), Insistence(reason))) == "no_reason"
    assert house.desk.presence.now().count == 0


# --- whose word it is ----------------------------------------------------------------------------------------


def test_a_facilitator_needs_a_managers_pin_there_and_then(house: SmallHouse) -> None:
    manager = held_by_facilitator(house)
    outcome = house.scan(_lapsed(house))
    mine = house.desk.staff.holder.id
    assert _code(_force(house, outcome)) == "right"
    assert _code(_force(house, outcome, Insistence("réunion", mine, PIN))) == "right"
    assert _code(_force(house, outcome, Insistence("réunion", "nobody", PIN))) == "right"
    assert _code(_force(house, outcome, Insistence("réunion", manager, "0000"))) == "wrong_pin"
    assert house.value("SELECT wrong_pins FROM facilitator WHERE id = ?", manager) == 1
    assert isinstance(_force(house, outcome, Insistence("réunion", manager, PIN)), ScanOutcome)
    assert house.desk.staff.holder.id == mine
    assert _bodies(house, "visit.forced")[0]["by"] == "Odile Essai"
    author = house.value("SELECT operator_id FROM journal WHERE kind = 'visit.forced'")
    assert author == mine


def test_wrong_pins_slow_down_here_as_they_do_at_the_sign_in(house: SmallHouse) -> None:
    manager = held_by_facilitator(house)
    outcome = house.scan(_lapsed(house))
    answers = [_code(_force(house, outcome, Insistence("réunion", manager, "0000"))) for _ in range(6)]
    assert answers == ["wrong_pin"] * 5 + ["wait"]
    assert _code(_force(house, outcome, Insistence("réunion", manager, PIN))) == "wait"
    assert isinstance(_force(house.later(seconds=31), outcome, Insistence("réunion", manager, PIN)), ScanOutcome)


def test_nobody_holds_the_desk_nobody_forces(house: SmallHouse) -> None:
    assert _code(_force(house, house.scan(_lapsed(house)))) == "right"


# --- the safety limit ----------------------------------------------------------------------------------------


def test_the_limit_is_set_aside_by_a_manager_and_recorded(house: SmallHouse) -> None:
    held_by_manager(house)
    house.change(Site, 1, safety_limit=1)
    house.scan(house.member("Ana A"))
    member = house.member("Inès Alvar", "book-10-days", units=3)
    outcome = house.scan(member)
    assert outcome.reason == "full"
    forced = _force(house, outcome)
    assert isinstance(forced, ScanOutcome)
    # Only the limit stood in the way: the book is used as on any day.
    assert house.units_left(member) == 2
    assert house.rows("SELECT basis, forced FROM visit WHERE member_id = ?", member.id) == [("book", "full")]
    (body,) = _bodies(house, "visit.over_limit")
    assert (body["inside"], body["limit"], body["reason"]) == (2, 1, "réunion du conseil")
    assert _bodies(house, "visit.forced") == []


def test_one_word_sets_aside_a_lapsed_plan_and_the_limit_each_recorded(house: SmallHouse) -> None:
    held_by_manager(house)
    house.change(Site, 1, safety_limit=1)
    house.scan(house.member("Ana A"))
    assert isinstance(_force(house, house.scan(_lapsed(house))), ScanOutcome)
    assert [len(_bodies(house, kind)) for kind in ("visit.forced", "visit.over_limit")] == [1, 1]


def test_guests_stand_at_the_same_limit(house: SmallHouse) -> None:
    held_by_manager(house)
    event = book(house, 9, 12)
    house.change(Site, 1, safety_limit=1)
    came(house, "Zoé Visite", Why.EVENT, event)
    refused = comes(house, "Abel Visite", Why.EVENT, event)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[-1].code) == ("full", "force")
    assert house.value("SELECT count(*) FROM guest") == 1
    came(house, "Abel Visite", Why.EVENT, event, by=WORD)
    assert _bodies(house, "visit.over_limit")[0]["name"] == "Abel Visite"
    assert house.rows("SELECT basis, forced FROM visit WHERE name = 'Abel Visite'") == [("event", "full")]


def test_the_rules_of_guests_are_set_aside_the_same_way(house: SmallHouse) -> None:
    manager = held_by_facilitator(house)
    host = house.member("Inès Alvar")
    house.change(Site, 1, guests_per_month=0)
    wrong = comes(house, "Zoé Visite", Why.HOST, host.id, by=Insistence("famille", manager, "0000"))
    assert _code(wrong) == "wrong_pin"
    assert house.value("SELECT wrong_pins FROM facilitator WHERE id = ?", manager) == 1
    assert house.value("SELECT count(*) FROM guest") == 0
    came(house, "Zoé Visite", Why.HOST, host.id, by=Insistence("famille", manager, PIN))
    assert house.rows("SELECT basis, forced, host_member_id FROM visit") == [("guest", "guest_limit", host.id)]


def test_a_member_renamed_or_erased_is_still_themselves(house: SmallHouse) -> None:
    """The remedy names the person, not the card that was read: what changed meanwhile is asked again."""
    held_by_manager(house)
    member = _lapsed(house)
    outcome = house.scan(member)
    house.change(Member, member.id, given_name="Agnès")
    forced = _force(house, outcome)
    assert isinstance(forced, ScanOutcome)
    assert forced.greeting is not None
    assert forced.greeting.name == "Agnès Alvar"


def test_an_enter_too_many_is_no_try(house: SmallHouse) -> None:
    manager = held_by_facilitator(house)
    outcome = house.scan(_lapsed(house))
    answers = [_force(house, outcome, Insistence("réunion", manager)) for _ in range(6)]
    assert {a.sentence for a in answers if isinstance(a, Refused)} == {"Tapez son code."}
    signing = [house.desk.staff.sign_in(manager, "") for _ in range(6)]
    assert signing == [Refused("no_pin", "Tapez votre code.")] * 6
    assert house.value("SELECT wrong_pins FROM facilitator WHERE id = ?", manager) == 0
    assert _bodies(house, "staff.wrong_pin") == []
    assert isinstance(_force(house, outcome, Insistence("réunion", manager, PIN)), ScanOutcome)
