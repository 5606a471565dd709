"""The greeting: the facts of the person who has just been scanned, in words."""

from __future__ import annotations

from datetime import timedelta

from desk.bookings import BookingRequest
from desk.greetings import Greeting
from models.bookings import BookingKind
from models.cooperators import Cooperator, CooperatorCategory
from tests.support.house import CardHolder, SmallHouse

NBSP = "\u00a0"


def _greeting(house: SmallHouse, member: CardHolder) -> Greeting:
    greeting = house.scan(member).greeting
    assert greeting is not None
    return greeting


def test_everything_the_facilitator_would_like_to_know(house: SmallHouse) -> None:
    member = house.member("Inès Alvar", "book-10-days", units=7, usual="la-ruche", parcels=2)
    with house.desk.work.write() as unit:
        unit.session.add(
            Cooperator(
                id="c", number=1, name="Inès Alvar", category=CooperatorCategory.WOMAN, college="Usagers",
                member_id=member.id,
            )
        )  # fmt: skip
    for hours in (30, 5, 3):
        begins = house.clock.now() + timedelta(hours=hours)
        house.desk.bookings.hold(
            BookingRequest("calumet", begins, begins + timedelta(hours=1), BookingKind.MEMBER, "x", member_id=member.id)
        )
    assert _greeting(house, member) == Greeting(
        "Inès Alvar", "Carnet 10 jours — il reste 6", f"La Ruche n°{NBSP}1", "Sociétaire · collège Usagers", 2,
        "Calumet à 12:00", member_id=member.id, first_name="Inès",
    )  # fmt: skip
    # On the way out the same facts, with what is left now.
    assert _greeting(house.at(18), member) == Greeting(
        "Inès Alvar",
        "Carnet 10 jours — il reste 6",
        f"La Ruche n°{NBSP}1",
        "Sociétaire · collège Usagers",
        2,
        "",
        member_id=member.id,
        first_name="Inès",
    )


def test_a_member_with_nothing_special(house: SmallHouse) -> None:
    member = house.member("Léo Simple", "nomad")
    greeting = _greeting(house, member)
    assert (greeting.headline, greeting.cooperator, greeting.parcels, greeting.booking) == ("Nomade", "", 0, "")


def test_a_refused_member_is_still_greeted_by_name(house: SmallHouse) -> None:
    greeting = _greeting(house, house.member("Zoé Sans", plan="", parcels=1))
    assert (greeting.name, greeting.headline, greeting.place, greeting.parcels) == ("Zoé Sans", "", "", 1)


def test_a_guest_leaves_with_a_word(house: SmallHouse) -> None:
    sold = house.sell_pass(guest="Ana Visite")
    out = house.later(hours=2).scan(sold)
    assert out.greeting == Greeting("Ana Visite", "Pass du jour", f"La Place n°{NBSP}1", first_name="Ana")
