"""Keys and equipment: one holder at a time, late when due, asked for at the door, forgotten with the person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.errors import Refused
from desk.guests import GuestComing, Why
from desk.lending import Borrower, BorrowerKind, LoanListed, ThingKind
from desk.privacy import Erased
from desk.verdicts import ScanOutcome, Verdict
from models.site import Site
from tests.desk.test_deposits import code
from tests.desk.test_groups import at, rental
from tests.support.house import CardHolder, SmallHouse


def thing(house: SmallHouse, name: str = "Clé de l’Atelier", kind: ThingKind = ThingKind.KEY) -> str:
    made = house.desk.lending.add(name, kind)
    assert isinstance(made, str), made
    return made


def member(who: CardHolder) -> Borrower:
    return Borrower(BorrowerKind.MEMBER, who.id, who.name)


def lent(answer: LoanListed | Refused) -> LoanListed:
    assert isinstance(answer, LoanListed), answer
    return answer


def test_a_thing_goes_out_and_comes_back(house: SmallHouse) -> None:
    lending, key, ana = house.desk.lending, thing(house), house.member("Ana Livre")
    loan = lent(lending.lend(key, member(ana), at(12)))
    assert (loan.thing, loan.who, loan.due_words, loan.is_late) == ("Clé de l’Atelier", "Ana Livre", "12:00", False)
    (listed,) = lending.things()
    assert listed.loan == loan
    refused = lending.lend(key, member(house.member("Bo Second")), at(12))
    assert isinstance(refused, Refused)
    assert refused.sentence == "Clé de l’Atelier est déjà prêté\u00a0: Ana Livre, jusqu’à 12:00."
    back = lent(house.later(minutes=5).desk.lending.give_back(loan.id))
    assert back.returned_at == at(9, 5)
    assert code(lending.give_back(loan.id)) == "back"
    assert lending.out() == ()
    assert house.verify(deep=True).ok


def test_a_wrong_key_is_taken_back_within_the_delay(house: SmallHouse) -> None:
    lending, key, ana = house.desk.lending, thing(house), house.member()
    loan = lent(lending.lend(key, member(ana), at(12)))
    lent(lending.give_back(loan.id))
    assert lent(house.later(minutes=14).desk.lending.take_back(loan.id)).returned_at is None
    lent(lending.give_back(loan.id))
    assert code(house.later(minutes=16).desk.lending.take_back(loan.id)) == "too_late"
    again = lent(lending.lend(key, member(ana), at(18)))
    lent(lending.give_back(again.id))
    lent(lending.lend(key, member(ana), at(18)))
    assert code(lending.take_back(again.id)) == "out"


def test_what_is_late_is_listed_first_and_said(house: SmallHouse) -> None:
    lending, ana = house.desk.lending, house.member("Ana Livre")
    for name, due in (("Badge 2", at(18)), ("Clé 1", at(10))):
        lent(lending.lend(thing(house, name), member(ana), due))
    thing(house, "Adaptateur")
    assert lending.late() == ()
    house.at(10)
    assert [loan.late_sentence for loan in lending.late()] == ["Clé 1 devait revenir à 10:00 (Ana Livre)."]
    assert [t.name for t in lending.things()] == ["Clé 1", "Badge 2", "Adaptateur"]
    assert [r.code for r in house.desk.aftercare.due()] == [f"late:{lending.late()[0].id}"]
    assert [loan.thing for loan in lending.due_today()] == ["Clé 1", "Badge 2"]


def test_whoever_leaves_is_asked_and_not_kept(house: SmallHouse) -> None:
    ana = house.member("Ana Livre")
    house.scan(ana)
    loan = lent(house.desk.lending.lend(thing(house), member(ana), at(18)))
    left = house.later(hours=1).scan(ana)
    assert (left.verdict, left.greeting is not None) == (Verdict.OUT, True)
    assert left.greeting is not None
    assert left.greeting.notice == "À rendre\u00a0: Clé de l’Atelier."
    assert [(r.code, r.subject) for r in left.greeting.remedies] == [("return_loan", loan.id)]
    lent(house.desk.lending.give_back(loan.id))
    house.later(hours=1).scan(ana)
    away = house.later(hours=1).scan(ana).greeting
    assert away is not None
    assert (away.notice, away.remedies) == ("", ())


def test_every_kind_of_borrower_is_found_and_lent_to(house: SmallHouse) -> None:
    booking = rental(house)
    house.member("Ana Livre")
    house.at(10)
    assert isinstance(house.desk.door.guests.let_in(GuestComing("Zoé Passage", Why.BOOKING, booking)), ScanOutcome)
    lending = house.desk.lending
    assert [(b.kind, b.words) for b in lending.borrowers("")] == [(BorrowerKind.BOOKING, "Les Amis du Essai")]
    found = [*lending.borrowers("livre"), *lending.borrowers("zoé"), *lending.borrowers("amis")]
    assert {b.kind for b in found} == set(BorrowerKind)
    for number, borrower in enumerate(found):
        loan = lent(lending.lend(thing(house, f"Badge {number}", ThingKind.BADGE), borrower, at(11)))
        assert (loan.borrower, loan.borrower_id, loan.who) == (borrower.kind, borrower.id, borrower.words)
    assert [loan.who for loan in lending.of_booking(booking)] == ["Les Amis du Essai"]
    assert lending.usual_return(next(b for b in found if b.kind is BorrowerKind.BOOKING)) == at(12)
    assert lending.usual_return() == at(19)


@pytest.mark.parametrize(("due", "expected"), [(at(9), "past"), (at(8), "past"), (at(9) + timedelta(days=400), "long")])
def test_a_return_is_to_come_and_within_a_year(house: SmallHouse, due: object, expected: str) -> None:
    answer = house.desk.lending.lend(thing(house), member(house.member()), due)  # type: ignore[arg-type]
    assert code(answer) == expected


def test_nobody_borrows_and_nothing_is_lent_that_is_not_there(house: SmallHouse) -> None:
    lending, ana = house.desk.lending, house.member()
    assert code(lending.lend("nothing", member(ana), at(12))) == "no_thing"
    for kind in BorrowerKind:
        assert code(lending.lend(thing(house, kind.value), Borrower(kind, "nobody", "x"), at(12))) == "nobody"
    assert code(lending.take_back("nothing")) == "too_late"


def test_the_registry_is_a_managers(house: SmallHouse) -> None:
    lending, key = house.desk.lending, thing(house)
    assert code(lending.add("  clé de l'atelier ", ThingKind.KEY)) == "name_taken"
    assert code(lending.add(" \n ", ThingKind.KEY)) == "no_name"
    assert lending.rename(key, "Clé de la cave") is None
    assert lending.rename(key, "clé de la CAVE") is None
    loan = lent(lending.lend(key, member(house.member()), at(12)))
    assert code(lending.retire(key)) == "out"
    lent(lending.give_back(loan.id))
    assert lending.retire(key) is None
    assert code(lending.lend(key, member(house.member("Bo Deux")), at(12))) == "retired"
    assert lending.retire(key, retired=False) is None
    house.desk.work.operator = type(house.desk.work.operator)("someone", "Ana", False)
    for answer in (lending.add("x", ThingKind.KEY), lending.rename(key, "y"), lending.retire(key)):
        assert code(answer) == "right"
    assert [listed.name for listed in lending.things()] == ["clé de la CAVE"]


def test_a_person_sees_and_erases_their_loans(house: SmallHouse) -> None:
    ana = house.member("Ana Livre")
    loan = lent(house.desk.lending.lend(thing(house), member(ana), at(18)))
    data = house.desk.privacy.everything_about(ana.id)
    assert not isinstance(data, Refused)
    (rows,) = [s.rows for s in data.sections if s.code == "loans"]
    assert rows == (("Clé de l’Atelier", at(9), at(18), None),)
    assert code(house.desk.privacy.erase(ana.id)) == "loans"
    lent(house.later(minutes=1).desk.lending.give_back(loan.id))
    assert isinstance(house.later(minutes=1).desk.privacy.erase(ana.id), Erased)
    bodies = house.rows("SELECT CAST(body AS TEXT) FROM journal WHERE kind LIKE 'loan.%'")
    assert bodies == [("",), ("",)]
    assert "Livre" not in str(house.rows("SELECT * FROM loan"))
    assert house.verify(deep=True).ok


def test_loans_past_their_term_name_nobody(house: SmallHouse) -> None:
    booking = rental(house)
    house.at(10).desk.door.guests.let_in(GuestComing("Zoé Passage", Why.BOOKING, booking))
    ana, zoe = house.member("Ana Livre"), house.desk.lending.borrowers("zoé")[0]
    for number, who in enumerate((member(ana), zoe)):
        loan = lent(house.desk.lending.lend(thing(house, f"Badge {number}"), who, at(11)))
        lent(house.desk.lending.give_back(loan.id))
    house.desk.checkin.leave(str(house.value("SELECT id FROM visit")))
    house.change(Site, 1, keep_visits_months=1)
    house.later(days=40).desk.privacy.apply_retention()
    assert house.rows("SELECT member_id, guest_id FROM loan") == [(None, None), (None, None)]
    assert house.value("SELECT count(*) FROM guest") == 0
    assert house.rows("SELECT DISTINCT length(body) FROM journal WHERE kind LIKE 'loan.%'") == [(0,)]
    assert [loan.who for loan in house.desk.lending.out()] == []
