"""The code of a rental: its participants share it, and are counted in and out as one group."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.documents.page import Document, QrCode
from desk.errors import Refused
from desk.organisations import NewOrganisation
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from desk.verdicts import ScanOutcome, Verdict
from models.bookings import Booking
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from models.site import Site
from tests.support.house import PARIS, SmallHouse

BODY = NewOrganisation("Les Amis du Essai", PriceCategory.SOLIDARITY)


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def rental(house: SmallHouse, space: str = "calumet", people: int = 6, day: int = 24) -> str:
    """A room from ten to twelve; the answer is its booking."""
    order = RentalOrder(space, at(10, day=day), at(12, day=day), BODY, people, wants_receipt=False)
    quote = house.desk.rentals.quote(space, order.starts_at, order.ends_at, BODY.category)
    assert not isinstance(quote, Refused), quote
    sold = house.desk.rentals.rent(order, (PaymentOffer(PaymentMode.CARD, quote.basket.total_cents),))
    assert isinstance(sold, RentalSold), sold
    return sold.booking_id


def code_of(house: SmallHouse, booking: str) -> str:
    paper = house.desk.door.groups.print_paper(booking)
    assert isinstance(paper, Document), paper
    return next(block.payload for block in paper.blocks if isinstance(block, QrCode))


def inside(outcome: ScanOutcome | Refused) -> int:
    assert isinstance(outcome, ScanOutcome), outcome
    assert outcome.group is not None, outcome
    return outcome.group.inside


def test_each_scan_of_the_shared_code_lets_one_more_in(house: SmallHouse) -> None:
    code = code_of(house, rental(house))
    house.at(9, 55)
    assert [inside(house.later(seconds=2).scan(code)) for _ in range(4)] == [1, 2, 3, 4]
    presence = house.desk.presence.now()
    assert (presence.count, presence.crowds[0].words) == (4, "Les Amis du Essai\u00a0: 4 personnes")
    assert house.value("SELECT arrived_at IS NOT NULL FROM booking") == 1
    told = house.later(seconds=2).scan(code).greeting
    assert told is not None
    assert (told.name, told.headline, told.place) == ("Les Amis du Essai", "5 sur 6 personnes annoncées", "Calumet")
    assert house.verify(deep=True).ok


def test_an_echo_of_the_reader_counts_nobody_twice(house: SmallHouse) -> None:
    code = code_of(house, rental(house))
    assert inside(house.at(10).scan(code)) == 1
    echo = house.later(milliseconds=400).scan(code)
    assert (echo.verdict, inside(echo)) == (Verdict.REPEAT, 1)
    assert inside(house.later(seconds=1).scan(code)) == 2


def test_a_nonce_sent_again_counts_nobody(house: SmallHouse) -> None:
    code = code_of(house, rental(house))
    house.at(10)
    assert inside(house.desk.checkin.scan(code, "gate-1")) == 1
    again = house.later(seconds=30).desk.checkin.scan(code, "gate-1")
    assert (again.verdict, inside(again)) == (Verdict.REPEAT, 1)
    assert inside(house.desk.checkin.scan(code, "gate-2")) == 2


def test_a_second_gesture_makes_of_the_scan_a_way_out(house: SmallHouse) -> None:
    booking = rental(house)
    code, groups = code_of(house, booking), house.at(10).desk.door.groups
    for _ in range(4):
        house.later(seconds=5).scan(code)
    assert inside(groups.one_out(booking, instead=True)) == 2  # three were in, and one of them left
    assert inside(groups.one_out(booking)) == 1
    house.later(seconds=5).scan(code)
    assert inside(groups.take_back(booking)) == 1
    assert inside(groups.one_out(booking)) == 0
    refused = groups.one_out(booking)
    assert isinstance(refused, Refused)
    assert refused.code == "nobody"


def test_the_chairs_of_the_room_are_the_limit_and_not_what_was_announced(house: SmallHouse) -> None:
    code = code_of(house, rental(house, people=6))
    house.at(10)
    for _ in range(6):
        house.later(seconds=2).scan(code)
    seventh = house.later(seconds=2).scan(code)
    assert inside(seventh) == 7
    assert seventh.greeting is not None
    assert seventh.greeting.notice == "Plus de monde que prévu\u00a0: 6 personnes étaient annoncées."
    house.later(seconds=2).scan(code)
    ninth = house.later(seconds=2).scan(code)
    assert ninth.refused is not None
    assert ninth.refused.sentence == "Les Amis du Essai\u00a0: Calumet est au complet, 8 personnes sur 8."
    assert [remedy.code for remedy in ninth.refused.remedies] == ["group_out", "open_booking"]
    assert house.value("SELECT reason FROM refused_scan") == "group_full"


def test_the_safety_limit_stands_before_the_group_too(house: SmallHouse) -> None:
    code = code_of(house, rental(house))
    house.change(Site, 1, safety_limit=1)
    assert inside(house.at(10).scan(code)) == 1
    refused = house.later(seconds=2).scan(code)
    assert (refused.reason, refused.greeting and refused.greeting.name) == ("full", "Les Amis du Essai")


@pytest.mark.parametrize(
    ("hour", "minute", "reason", "words"),
    [
        (8, 30, "group_early", "La location de «\u00a0Les Amis du Essai\u00a0» ouvre à 09:00."),
        (12, 0, "group_over", "La location de «\u00a0Les Amis du Essai\u00a0» est finie depuis 12:00."),
    ],
)
def test_outside_its_hours_it_is_refused_by_name(
    house: SmallHouse, hour: int, minute: int, reason: str, words: str
) -> None:
    code = code_of(house.at(8), rental(house))
    outcome = house.at(hour, minute).scan(code)
    assert outcome.refused is not None
    assert (outcome.reason, outcome.refused.sentence) == (reason, words)
    assert outcome.greeting is not None
    assert outcome.greeting.name == "Les Amis du Essai"
    assert house.desk.presence.now().count == 0


def test_another_day_says_which_day(house: SmallHouse) -> None:
    outcome = house.scan(code_of(house, rental(house, day=26)))
    assert outcome.refused is not None
    assert (
        outcome.refused.sentence == "La location de «\u00a0Les Amis du Essai\u00a0» est le jeu. 26 nov. 2026, à 10:00."
    )


def test_a_way_out_is_never_refused_after_the_end(house: SmallHouse) -> None:
    booking = rental(house)
    code = code_of(house, booking)
    house.at(11).scan(code)
    outcome = house.at(12, 10).scan(code)
    assert outcome.refused is not None
    assert outcome.refused.remedies[0].code == "group_out"
    assert inside(house.desk.door.groups.one_out(booking)) == 0


def test_a_cancelled_rental_takes_its_code_with_it_and_a_moved_one_keeps_it(house: SmallHouse) -> None:
    booking = rental(house)
    code = code_of(house, booking)
    assert code_of(house, booking) == code
    assert not isinstance(house.desk.bookings.move(booking, at(14)), Refused)
    assert house.at(10).scan(code).reason == "group_early"
    assert inside(house.at(14).scan(code)) == 1
    house.change(Booking, booking, cancelled_at=at(14, 1))
    assert house.at(14, 2).scan(code).reason == "group_cancelled"
    refused = house.desk.door.groups.print_paper(booking)
    assert isinstance(refused, Refused)
    assert refused.code == "group_cancelled"


def test_only_a_rental_that_is_not_over_has_a_code(house: SmallHouse) -> None:
    groups = house.desk.door.groups
    booking = rental(house)
    for asked, code in (("nothing", "no_rental"), (booking, "group_over")):
        house.at(13)
        refused = groups.print_paper(asked)
        assert isinstance(refused, Refused)
        assert refused.code == code
    assert house.value("SELECT count(*) FROM group_code") == 0


def test_the_paper_is_saved_on_a4_and_on_the_roll(house: SmallHouse, tmp_path: Path) -> None:
    booking = rental(house)
    for on_roll in (False, True):
        path = tmp_path / f"{on_roll}.pdf"
        assert isinstance(house.desk.door.groups.save_paper(booking, path, on_roll=on_roll), Document)
        assert path.read_bytes().startswith(b"%PDF")


def test_the_count_of_a_rental_is_put_right_by_hand_and_ends_by_itself(house: SmallHouse) -> None:
    booking = rental(house)
    house.at(10).scan(code_of(house, booking))
    crowds = house.desk.crowds
    assert getattr(crowds.add(booking, 2), "people", None) == 3
    shown = crowds.of_booking(booking)
    assert shown is not None
    assert (shown.people, shown.expected) == (3, 6)
    assert house.at(12, 29).desk.crowds.end_due() == ()
    assert [crowd.people for crowd in house.at(12, 31).desk.crowds.end_due()] == [3]
    assert crowds.of_booking(booking) is None
    assert house.later(minutes=1).desk.presence.now().count == 0


def test_guests_let_in_by_name_take_their_chairs(house: SmallHouse) -> None:
    from desk.guests import GuestComing, Why

    booking = rental(house)
    code = code_of(house, booking)
    for name in ("Ana", "Bo"):
        answer = house.at(10).desk.door.guests.let_in(GuestComing(name, Why.BOOKING, booking))
        assert isinstance(answer, ScanOutcome), answer
    counts = [inside(house.later(seconds=2).scan(code)) for _ in range(6)]
    assert counts == [3, 4, 5, 6, 7, 8]
    assert house.later(seconds=2).scan(code).reason == "group_full"
    assert house.clock.now() < at(10) + timedelta(minutes=1)
