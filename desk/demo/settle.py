"""The house before its first simulated day: facilitators, members, plans and cards, cooperators and their shares."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from desk.demo import cases
from desk.demo.facts import InventedCooperator, InventedMember
from desk.demo.house import Household, Living, done
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.opening import SpecialDay
from desk.registry import NewMember, admit_member, grant_membership, issue_card, membership_basket, sell_membership
from desk.shares import NewCooperator, admit_cooperator, subscribe_shares
from desk.staff import enrol
from desk.work import Unit
from models.staff import Facilitator, Role

NEWCOMERS_A_YEAR = 24
MOST_NEWCOMERS = 60
_EVENING = 16
FOUNDED = date(2014, 3, 10)
"""No simulated day is earlier: the first member joined then, and the price list begins that year."""


def enrol_staff(house: Household) -> None:
    """The facilitators, all with the published PIN."""
    from argon2 import PasswordHasher

    # A PIN that is shown on the sign-in screen gains nothing from a slow hash, and a year has 500 signings-in.
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    enrolled = []
    for name, is_manager in house.facts.staff:
        with house.desk.work.write() as unit:
            person = enrol(unit, name, house.facts.pin, Role.MANAGER if is_manager else Role.FACILITATOR)
            unit.session.flush()
            unit.session.get_one(Facilitator, person.id).pin_hash = quick.hash(house.facts.pin)
        enrolled.append(person)
    house.staff = tuple(enrolled)


def open_the_house(house: Household, now: datetime, *, is_open: bool) -> None:
    """The ground floor as a whole; and hours for a demonstration that is opened on a closed day, or in the evening."""
    done(house.desk.wholes.declare(house.facts.whole, house.facts.whole_parts))
    is_late = now.hour >= _EVENING
    if is_late or not is_open:
        why = house.facts.opened_on_a_closed_day
        closes = cases.LATEST if is_late else time(19)
        done(house.desk.opening.set_special(SpecialDay(now.date(), time(9), closes, why)))


def newcomers(house: Household, years: int, days: list[date]) -> dict[date, list[InventedMember]]:
    """Who is admitted during the simulated years, 24 a year, and on which of `days`."""
    count = min(NEWCOMERS_A_YEAR * years, MOST_NEWCOMERS)
    found: dict[date, list[InventedMember]] = {}
    # The cooperators were there before; the instructive cases must be there at any moment.
    already = {*house.facts.cases.values(), *(cooperator.name for cooperator in house.facts.cooperators)}
    candidates = [member for member in house.facts.members if member.name not in already]
    for place, member in enumerate(candidates[len(candidates) - count :]):
        found.setdefault(days[(2 * place + 1) * len(days) // (2 * count)], []).append(member)
    return found


def admit_all(house: Household, day: date, later: set[str]) -> None:
    """Those who were members already on `day`, each with a card and, but for the instructive cases, a plan begun."""
    kept_still = set(house.facts.cases.values())
    here = [member for member in house.facts.members if member.name not in later]
    for place, who in enumerate(here):
        joined = FOUNDED + (day - FOUNDED) * place // len(here)
        with house.desk.work.write() as unit:
            member = _admit(house, unit, who, joined)
            if who.name not in kept_still:
                _plan_begun(house, unit, member, day)


def arrive(house: Household, line: Timeline, who: InventedMember) -> None:
    """A new member: admitted, given a card, and paying the first plan, in one act."""
    rng = house.chance(f"newcomer {who.name}", line.day)
    with house.desk.work.write() as unit:
        member = _admit(house, unit, who, line.day)
        basket = done(membership_basket(unit.session, who.plan, line.day))
        sold = done(sell_membership(unit, member.id, who.plan, paid(basket.total_cents, rng)))
    house.tally.sales += 1
    if not sold.membership.units_left:
        member.until = sold.membership.valid_until


def assemblies(house: Household, days: list[date]) -> dict[date, list[InventedCooperator]]:
    """On which of `days` each cooperator is written into the register: the first for all those of the paper one."""
    found: dict[date, list[InventedCooperator]] = {}
    for cooperator in house.facts.cooperators:
        found.setdefault(next(day for day in days if day >= cooperator.since), []).append(cooperator)
    return found


def subscribe(house: Household, cooperator: InventedCooperator) -> None:
    """A cooperator and the shares subscribed on the day of the assembly that admitted them."""
    new = NewCooperator(
        cooperator.name, cooperator.category, cooperator.college, cooperator.is_public_body,
        house.named(cooperator.name).id if cooperator.is_member else None,
    )  # fmt: skip
    with house.desk.work.write() as unit:
        admitted = done(admit_cooperator(unit, new))
        nominal = house.facts.nominal_cents
        done(subscribe_shares(unit, admitted.id, cooperator.shares, nominal, cooperator.since))


def _admit(house: Household, unit: Unit, who: InventedMember, joined: date) -> Living:
    admitted = done(admit_member(unit, NewMember(who.given, who.family, joined, who.email, who.space, who.named)))
    code = house.make_code()
    assert issue_card(unit, admitted.id, code) is None
    member = Living(who, admitted.id, admitted.number, code)
    house.living.append(member)
    return member


def _plan_begun(house: Household, unit: Unit, member: Living, day: date) -> None:
    """A month or a book that was begun before the desk was there, on paper."""
    rng = house.chance(f"plan of {member.who.name}")
    units = {"book-10-days": 10, "book-15-half-days": 15}.get(member.who.plan)
    begun = day - timedelta(days=rng.randint(0, 200 if units else 27))
    left = rng.randint(1, units) if units else None
    granted = done(grant_membership(unit, member.id, member.who.plan, begun, units_left=left))
    member.until = None if units else granted.valid_until
