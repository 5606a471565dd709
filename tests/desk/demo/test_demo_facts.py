"""What a newcomer may edit in resources/demo, and the totals that must stay right."""

from __future__ import annotations

from collections import Counter

from stdnum.fr import siren, siret, tva

from desk.demo.agenda import minutes_of
from desk.demo.cases import Case
from desk.demo.facts import facts
from models.cooperators import CooperatorCategory

PLANS = {"regular", "nomad", "book-10-days", "book-15-half-days"}


def test_the_published_totals_of_the_cooperative() -> None:
    cooperators = facts().cooperators
    counted = Counter(cooperator.category for cooperator in cooperators)
    assert counted == {
        CooperatorCategory.WOMAN: 31,
        CooperatorCategory.MAN: 23,
        CooperatorCategory.LEGAL_PERSON: 10,
    }
    nominal = facts().nominal_cents
    assert sum(cooperator.shares for cooperator in cooperators) * nominal == 29_940_00
    (town,) = [cooperator for cooperator in cooperators if cooperator.is_public_body]
    assert (town.name, town.shares * nominal) == ("Ville de Malakoff", 12_000_00)
    assert min(cooperator.shares for cooperator in cooperators) >= 1
    assert len([c for c in cooperators if c.since == town.since]) == 10
    assert len({cooperator.college for cooperator in cooperators}) >= 3


def test_members_are_130_of_all_plans_and_no_name_comes_twice() -> None:
    members = facts().members
    assert len(members) == 130
    assert {member.plan for member in members} == PLANS
    assert len({member.name for member in members}) == 130
    assert len({member.email for member in members}) == 130
    assert all(member.email.endswith("@example.org") and member.email.isascii() for member in members)


def test_those_who_are_both_have_one_name_in_both_files() -> None:
    members = {member.name for member in facts().members}
    both = {cooperator.name for cooperator in facts().cooperators if cooperator.is_member}
    assert both <= members
    assert len(both) >= 40
    assert not {c.name for c in facts().cooperators if not c.is_member} & members
    assert {name for name, _ in facts().staff} <= members
    assert {facts().cases[case.value] for case in Case} <= members
    assert facts().cases[Case.EXPECTED] in both


def test_identifiers_are_well_formed_and_plainly_invented() -> None:
    house = facts().house
    assert siret.is_valid(house.siret)
    assert tva.is_valid(house.vat_number)
    assert house.vat_number.endswith(house.siret[:9])
    assert house.is_demo
    numbers = [o.siren for o in facts().organisations if o.siren]
    assert len(numbers) == len(set(numbers)) > 15
    assert all(siren.is_valid(number) for number in numbers)
    assert all(number.startswith("000") for number in [house.siret, *numbers])


def test_the_first_of_the_staff_is_a_manager_and_the_pin_is_the_published_one() -> None:
    assert [is_manager for _, is_manager in facts().staff] == [True, False, False, False]
    assert facts().pin == "2580"


def test_the_agenda_of_today_has_rooms_that_do_not_overlap() -> None:
    lines = [*facts().today, facts().expected]
    spans = [(line.space, minutes_of(line.starts), minutes_of(line.ends)) for line in lines]
    spans.append((facts().midday.space, minutes_of(facts().midday.starts), minutes_of(facts().midday.ends)))
    for place, (space, starts, ends) in enumerate(spans):
        assert starts < ends
        assert not any(s == space and a < ends and b > starts for s, a, b in spans[:place])
