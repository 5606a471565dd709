"""The live plan in words: what each space and seat is now, or at another hour."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.bookings import BookingRequest
from desk.plan import PlanNow, SpaceNow, SpaceState
from models.bookings import BookingKind
from models.spaces import Space
from tests.support.house import PARIS, SmallHouse

NBSP = "\u00a0"


def _space(house: SmallHouse, space_id: str, moment: datetime | None = None) -> SpaceNow:
    return next(space for space in house.desk.plan.at(moment).spaces if space.id == space_id)


def _book(house: SmallHouse, start: str, end: str, kind: BookingKind = BookingKind.MEMBER, people: int = 0) -> None:
    day = house.clock.now().astimezone(PARIS).date().isoformat()
    begins, ends = (datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=PARIS) for hour in (start, end))
    answer = house.desk.bookings.hold(BookingRequest("calumet", begins, ends, kind, "Lien Vert", people))
    assert isinstance(answer, str)


@pytest.mark.parametrize(
    ("hour", "minute", "state", "headline", "detail"),
    [
        (9, 0, SpaceState.FREE, "Libre jusqu’à 10:00", "20 m² · 8 places"),
        (9, 30, SpaceState.SOON, "Bientôt pris · dans 30 min", "10:00 Lien Vert (6)"),
        (9, 59, SpaceState.SOON, "Bientôt pris · dans 1 min", "10:00 Lien Vert (6)"),
        (10, 0, SpaceState.TAKEN, "Pris jusqu’à 11:00", "Lien Vert (6)"),
        (11, 0, SpaceState.EVENT, "Événement jusqu’à 12:00", "Lien Vert"),
        (12, 0, SpaceState.FREE, "Libre", "20 m² · 8 places"),
    ],
)
def test_a_room_along_the_morning(
    house: SmallHouse, hour: int, minute: int, state: SpaceState, headline: str, detail: str
) -> None:
    _book(house, "10:00", "11:00", people=6)
    _book(house, "11:00", "12:00", BookingKind.EVENT)
    now = _space(house.at(hour, minute), "calumet")
    assert (now.state, now.headline) == (state, headline)
    assert now.detail.replace(NBSP, " ") == detail
    # The slider shows the same from any other hour.
    then = house.clock.now()
    assert _space(house.at(9), "calumet", then) == now


def test_a_closed_space_says_why_whatever_is_booked(house: SmallHouse) -> None:
    _book(house, "09:00", "19:00")
    house.change(Space, "calumet", closed_note="peinture")
    now = _space(house, "calumet")
    assert (now.state, now.headline, now.detail) == (SpaceState.CLOSED, "Fermé", "peinture")


def test_an_open_space_counts_its_places(house: SmallHouse) -> None:
    headlines = []
    for number in range(6):
        house.scan(house.member(f"N{number} Essai", usual="les-toits"))
        headlines.append((_space(house, "les-toits").state.value, _space(house, "les-toits").headline))
    assert headlines == [
        ("free", "5 places libres sur 6"), ("free", "4 places libres sur 6"), ("free", "3 places libres sur 6"),
        ("free", "2 places libres sur 6"), ("free", "1 place libre sur 6"), ("taken", "Complet · 6 places"),
    ]  # fmt: skip


def test_only_those_who_chose_it_are_named(house: SmallHouse) -> None:
    house.scan(house.member("Ana Belle", usual="les-toits", named=True))
    discreet = house.scan(house.member("Bob Discret", usual="les-toits"))
    one, two, *others = _space(house, "les-toits").seats
    assert (one.state, one.initials, one.who) == (SpaceState.TAKEN, "AB", "Ana Belle")
    assert (two.state, two.initials, two.who, two.visit_id) == (SpaceState.TAKEN, "", "", discreet.visit_id)
    assert {seat.state for seat in others} == {SpaceState.FREE}


def test_people_in_a_room_without_seats_are_counted(house: SmallHouse) -> None:
    visits = [house.scan(house.member(f"N{n} Essai")).visit_id for n in range(2)]
    for number, visit in enumerate(visits, 1):
        house.desk.checkin.seat(visit, "salon", None)
        words = "Libre · 1 personne" if number == 1 else "Libre · 2 personnes"
        assert _space(house, "salon").headline == words
    assert {floor.code: floor.present for floor in house.desk.plan.at().floors} == {
        "rdc": 2, "etage-1": 0, "etage-2": 0, "jardin": 0,
    }  # fmt: skip


def test_another_hour_shows_who_was_there_then(house: SmallHouse) -> None:
    member = house.member("Ana Belle", usual="les-toits", named=True)
    house.at(9).scan(member)
    house.at(11).scan(member)

    def inside(plan: PlanNow) -> int:
        return sum(floor.present for floor in plan.floors)

    assert [inside(house.desk.plan.at(house.at(hour).clock.now())) for hour in (8, 9, 10, 11, 12)] == [0, 1, 1, 0, 0]
    now = house.desk.plan.at()
    assert now.is_now
    assert not house.desk.plan.at(house.clock.now()).is_now
    assert now.at == datetime(2026, 11, 24, 12, tzinfo=PARIS)


def test_the_day_of_the_slider_and_the_list_of_spaces(house: SmallHouse) -> None:
    opening, closing, now = house.at(10, 42).desk.plan.day()
    assert [moment.strftime("%H:%M") for moment in (opening, closing, now)] == ["09:00", "19:00", "10:42"]
    assert closing - opening == timedelta(hours=10)
    spaces = house.desk.spaces.everything()
    assert sum(space.workstations for space in spaces) == 45
    assert abs(sum(space.surface for space in spaces if space.counted) - 504) < 0.5
    assert {space.state for space in spaces} == {SpaceState.FREE}
