"""Guests come in by name: for a member, an event, a booking, a trial day; and leave by name."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from desk.errors import Refused
from desk.guest_rights import contact_key
from desk.guests import Why
from desk.override import Insistence
from desk.verdicts import ScanOutcome, Verdict
from models.bookings import BookingKind
from models.people import Member, MemberStatus
from models.site import Site
from tests.support.door import book, came, comes, held_by_manager
from tests.support.house import PARIS, TUESDAY, SmallHouse

NBSP = "\u00a0"
DAY = timedelta(days=1)
MAIL = "zoe@example.test"


def _refused(answer: ScanOutcome | Refused, code: str) -> Refused:
    assert isinstance(answer, Refused), answer
    assert answer.code == code, answer
    return answer


def _headline(outcome: ScanOutcome) -> str:
    assert outcome.greeting is not None
    return outcome.greeting.headline


def test_a_members_guest_sits_beside_them_and_counts(house: SmallHouse) -> None:
    host = house.member("Inès Alvar", usual="la-ruche")
    house.scan(host)
    outcome = came(house, " zoé   visite ", Why.HOST, host.id)
    assert outcome.verdict is Verdict.IN
    assert outcome.member_number is None
    assert _headline(outcome) == "Invité·e · hôte\u00a0: Inès Alvar — encore 3 ce mois-ci"
    assert [(p.name, p.space_id) for p in house.desk.presence.now().people] == [
        ("zoé visite", "la-ruche"), ("Inès Alvar", "la-ruche"),
    ]  # fmt: skip
    assert house.rows("SELECT basis, host_member_id FROM visit WHERE guest_id IS NOT NULL") == [("guest", host.id)]
    body = json.loads(
        bytes(house.rows("SELECT body FROM journal WHERE kind = 'visit.entered' ORDER BY sequence")[-1][0])  # type: ignore[arg-type]
    )
    assert (body["name"], body["host"], body["member"], body["basis"]) == ("zoé visite", host.number, None, "guest")
    assert MAIL not in str(body)


def test_a_guest_leaves_by_name_and_an_exit_is_taken_back(house: SmallHouse) -> None:
    host = house.member("Inès Alvar")
    outcome = came(house, "Zoé Visite", Why.HOST, host.id)
    left = house.later(hours=1).desk.checkin.leave(outcome.visit_id)
    assert isinstance(left, ScanOutcome)
    assert (left.verdict, _headline(left)) == (Verdict.OUT, "Invité·e · hôte\u00a0: Inès Alvar")
    back = house.desk.checkin.undo(outcome.visit_id)
    assert isinstance(back, ScanOutcome)
    assert back.verdict is Verdict.IN
    assert house.desk.presence.now().count == 1


def test_the_host_who_leaves_is_told_who_is_still_in(house: SmallHouse) -> None:
    host, other = house.member("Inès Alvar"), house.member("Ana Autre")
    house.scan(host)
    first = came(house, "Zoé Visite", Why.HOST, host.id)
    came(house, "Abel Visite", Why.HOST, host.id)
    came(house, "Carl Ailleurs", Why.HOST, other.id)
    assert house.desk.door.guests.still_in(host.id) == ("Zoé Visite", "Abel Visite")
    house.desk.checkin.leave(first.visit_id)
    assert house.desk.door.guests.still_in(host.id) == ("Abel Visite",)


# --- the limit of a host -------------------------------------------------------------------------------------


def test_a_host_has_a_number_of_guests_for_each_local_month(house: SmallHouse) -> None:
    host = house.member("Inès Alvar")
    house.change(Site, 1, guests_per_month=2)
    assert "encore 1" in _headline(came(house, "Zoé Visite", Why.HOST, host.id))
    assert "plus d’autre" in _headline(came(house, "Abel Visite", Why.HOST, host.id))
    refused = _refused(comes(house, "Carl Visite", Why.HOST, host.id), "guest_limit")
    assert refused.sentence == f"Inès Alvar a déjà reçu 2 invité·es ce mois-ci{NBSP}: c’est la limite."
    assert [remedy.code for remedy in refused.remedies] == ["sell_pass", "force"]
    assert house.value("SELECT count(*) FROM guest") == 2
    # Another host has their own number, and an annulled visit gives its place back.
    assert comes(house, "Carl Visite", Why.HOST, house.member("Ana Autre").id)
    visit = str(house.value("SELECT id FROM visit WHERE name = 'Abel Visite'"))
    house.desk.checkin.undo(visit)
    assert isinstance(comes(house, "Dora Visite", Why.HOST, host.id), ScanOutcome)


def test_coming_back_the_same_day_is_no_other_guest(house: SmallHouse) -> None:
    host = house.member("Inès Alvar")
    house.change(Site, 1, guests_per_month=1)
    first = came(house, "Zoé Visite", Why.HOST, host.id, MAIL)
    house.later(hours=1).desk.checkin.leave(first.visit_id)
    assert came(house.later(hours=1), "ZOE VISITE", Why.HOST, host.id, "Zoe@Example.test").verdict is Verdict.IN
    house.desk.checkin.leave(str(house.value("SELECT id FROM visit WHERE left_at IS NULL")))
    _refused(comes(house.at(10, day=TUESDAY + DAY), "Zoé Visite", Why.HOST, host.id, MAIL), "guest_limit")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (datetime(2026, 11, 30, 23, 59), datetime(2026, 12, 1, 0, 0)),
        (datetime(2026, 12, 31, 23, 59), datetime(2027, 1, 1, 0, 0)),
        (datetime(2026, 10, 31, 23, 59), datetime(2026, 11, 1, 0, 0)),
    ],
)
def test_a_month_begins_at_local_midnight(house: SmallHouse, before: datetime, after: datetime) -> None:
    host = house.member("Inès Alvar")
    house.change(Site, 1, guests_per_month=1)
    house.clock.set(before.replace(tzinfo=PARIS))
    came(house, "Zoé Visite", Why.HOST, host.id)
    _refused(comes(house, "Abel Visite", Why.HOST, host.id), "guest_limit")
    house.clock.set(after.replace(tzinfo=PARIS))
    assert came(house, "Abel Visite", Why.HOST, host.id).verdict is Verdict.IN


def test_who_may_not_invite(house: SmallHouse) -> None:
    for who in (
        house.member("Ana Bloc", status=MemberStatus.BLOCKED), house.member("Léo Parti", status=MemberStatus.GONE),
        house.member("Zoé Sans", plan=""), house.member("Bea Finie", ends=TUESDAY - DAY),
    ):  # fmt: skip
        refused = _refused(comes(house, "Carl Visite", Why.HOST, who.id), "cannot_host")
        assert refused.sentence == f"{who.name} n’a pas de formule en cours et ne peut pas inviter."
    for nobody in ("", "nobody"):
        _refused(comes(house, "Carl Visite", Why.HOST, nobody), "no_host")
    assert house.value("SELECT count(*) FROM guest") == 0


# --- events and bookings -------------------------------------------------------------------------------------


def test_an_event_lets_in_whoever_comes_near_its_hours(house: SmallHouse) -> None:
    event = book(house, 12, 14)
    assert house.desk.door.guests.events() == ()
    _refused(comes(house, "Zoé Visite", Why.EVENT, event), "not_now")
    house.at(11)
    assert [e.words for e in house.desk.door.guests.events()] == ["Mardi de Casaco · Agora, 12:00 – 14:00"]
    came(house, "Zoé Visite", Why.EVENT, event)
    (person,) = house.desk.presence.now().people
    assert (person.space_id, person.seat_id) == ("agora", "")
    _refused(comes(house.at(14), "Abel Visite", Why.EVENT, event), "not_now")


def test_a_booking_lets_in_its_guests_all_day_until_it_ends(house: SmallHouse) -> None:
    rental = book(house, 14, 16, BookingKind.RENTAL, title="Les Amis", space="pow-wow")
    assert [b.words for b in house.desk.door.guests.bookings()] == ["Les Amis · Pow-Wow, 14:00 – 16:00"]
    outcome = came(house, "Zoé Visite", Why.BOOKING, rental)
    assert _headline(outcome) == "Les Amis · Pow-Wow, 14:00 – 16:00"
    _refused(comes(house, "Abel Visite", Why.EVENT, rental), "not_now")
    _refused(comes(house, "Abel Visite", Why.BOOKING, "nothing"), "not_now")
    _refused(comes(house.at(16), "Abel Visite", Why.BOOKING, rental), "not_now")
    assert house.desk.door.guests.bookings() == ()


def test_a_member_who_is_in_does_not_come_in_again_as_a_guest(house: SmallHouse) -> None:
    host, member = house.member("Inès Alvar"), house.member("Zoé Visite")
    house.scan(host)
    house.scan(member)
    for name in ("zoe VISITE", "Visite Zoé"):
        refused = _refused(comes(house, name, Why.HOST, host.id, MAIL), "already_in")
        assert refused.sentence.startswith(f"Zoé Visite est déjà là, comme membre n° {member.number}.")
    came(house, "Zoé V. Visite", Why.HOST, host.id)
    house.scan(house.later(minutes=10) and member)
    came(house, "Zoé Visite", Why.HOST, host.id, MAIL)


# --- a trial day ---------------------------------------------------------------------------------------------


def test_a_trial_day_is_given_once_to_whom_the_house_knows_again(house: SmallHouse) -> None:
    first = came(house, "Zoé Visite", Why.TRIAL, "", MAIL)
    assert _headline(first) == "Journée d’essai"
    house.later(hours=2).desk.checkin.leave(first.visit_id)
    again = came(house.later(hours=1), "zoe visite", Why.TRIAL, "", MAIL.upper())
    house.later(hours=1).desk.checkin.leave(again.visit_id)
    refused = _refused(comes(house.at(9, day=TUESDAY + DAY), "Zoé Visite", Why.TRIAL, "", MAIL), "trial_used")
    assert refused.sentence == "Zoé Visite a déjà essayé la maison, la dernière fois le mar. 24 nov. 2026."
    assert [remedy.code for remedy in refused.remedies] == ["sell_pass", "force"]
    # Neither the name alone nor the address alone makes the same person.
    assert isinstance(comes(house, "Zoé Visite", Why.TRIAL, "", "06 12 34 56 78"), ScanOutcome)
    assert isinstance(comes(house, "Abel Visite", Why.TRIAL, "", MAIL), ScanOutcome)
    assert house.value("SELECT count(*) FROM guest") == 3


def test_trial_days_are_a_setting_and_an_annulled_one_was_none(house: SmallHouse) -> None:
    visit = came(house, "Zoé Visite", Why.TRIAL, "", MAIL)
    house.desk.checkin.undo(visit.visit_id)
    assert came(house.at(9, day=TUESDAY + DAY), "Zoé Visite", Why.TRIAL, "", MAIL)
    house.desk.checkin.leave(str(house.value("SELECT id FROM visit WHERE left_at IS NULL AND annulled_at IS NULL")))
    house.at(9, day=TUESDAY + 2 * DAY)
    _refused(comes(house, "Zoé Visite", Why.TRIAL, "", MAIL), "trial_used")
    house.change(Site, 1, trial_days=2)
    assert came(house, "Zoé Visite", Why.TRIAL, "", MAIL)
    house.change(Site, 1, trial_days=0)
    _refused(comes(house, "Abel Visite", Why.TRIAL, "", MAIL), "no_trial")


def test_a_trial_day_asks_for_a_contact_and_is_not_for_members(house: SmallHouse) -> None:
    member = house.member("Inès Alvar", ends=TUESDAY - DAY)
    house.change(Member, member.id, phone="06 12 34 56 78")
    _refused(comes(house, "Zoé Visite", Why.TRIAL), "no_contact")
    refused = _refused(comes(house, "ines alvar", Why.TRIAL, "", "+33 6 12 34 56 78"), "is_member")
    assert [(r.code, r.subject) for r in refused.remedies] == [("member_file", member.id)]


# --- who it is -----------------------------------------------------------------------------------------------


def test_nobody_comes_in_twice(house: SmallHouse) -> None:
    event = book(house, 9, 12)
    came(house, "Zoé Visite", Why.EVENT, event)
    refused = _refused(comes(house, "ZOE visite", Why.EVENT, event), "already_in")
    assert "ajoutez une initiale" in refused.sentence
    assert isinstance(comes(house, "Zoé V. Visite", Why.EVENT, event, MAIL), ScanOutcome)
    # With two different contacts they are two people; with the same one they are not.
    assert isinstance(comes(house, "Zoé V. Visite", Why.EVENT, event, "0612345678"), ScanOutcome)
    by = Insistence("elle insiste")
    held_by_manager(house)
    _refused(comes(house, "Zoé V. Visite", Why.EVENT, event, MAIL, by), "already_in")
    assert house.desk.presence.now().count == 3


def test_a_guest_forgotten_yesterday_comes_back(house: SmallHouse) -> None:
    host = house.member("Inès Alvar")
    came(house, "Zoé Visite", Why.HOST, host.id, MAIL)
    came(house, "Abel Visite", Why.HOST, host.id)
    house.at(9, day=TUESDAY + DAY)
    assert came(house, "Zoé Visite", Why.HOST, host.id, MAIL).verdict is Verdict.IN
    assert came(house, "Abel Visite", Why.HOST, host.id).verdict is Verdict.IN
    left = house.rows("SELECT left_at IS NULL FROM visit WHERE name = 'Zoé Visite' ORDER BY entered_at")
    assert left == [(0,), (1,)]


@pytest.mark.parametrize(
    ("name", "contact", "code"),
    [
        ("", "", "no_name"), ("  \t ", "", "no_name"), ("…", "", "no_name"), ("\x00", "", "no_name"),
        ("Zoé", "rien", "contact"), ("Zoé", "12 34", "contact"), ("Zoé", "a@b", "contact"), ("Zoé", "@x.fr", "contact"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_down_is_refused(house: SmallHouse, name: str, contact: str, code: str) -> None:
    event = book(house, 9, 12)
    _refused(comes(house, name, Why.EVENT, event, contact), code)
    assert house.value("SELECT count(*) FROM visit") == 0


def test_a_contact_is_known_however_it_is_written() -> None:
    assert contact_key(" Zoe@Example.TEST ") == "zoe@example.test"
    assert {contact_key(t) for t in ("06 12 34 56 78", "+33 6 12 34 56 78", "+33 (0)6.12.34.56.78")} == {"0612345678"}
    assert contact_key("") == ""


def test_names_that_are_hostile_are_only_names(house: SmallHouse) -> None:
    event = book(house, 9, 12)
    for name in ("'; DROP TABLE guest; --", "<b>Zoé</b>", "\udce9Zoé", "Z" * 5000):
        assert isinstance(comes(house, name, Why.EVENT, event), ScanOutcome), name
    assert max(len(p.name) for p in house.desk.presence.now().people) <= 80
    assert house.verify().ok
    assert date(2026, 11, 24) == TUESDAY
