"""What `resources/demo` says, as values: the people, the house and its habits. A newcomer edits the TOML, not this."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from desk import paths
from desk.founding import House
from desk.names import searchable
from desk.organisations import NewOrganisation
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from models.cooperators import CooperatorCategory
from models.lending import ThingKind


@dataclass(frozen=True)
class InventedMember:
    """A member, their plan's code, and the room where they like to sit (empty for none)."""

    given: str
    family: str
    plan: str
    space: str
    named: bool

    @property
    def name(self) -> str:
        """The name as greeted."""
        return f"{self.given} {self.family}"

    @property
    def email(self) -> str:
        """An address that reaches nobody."""
        given, family = (searchable(part).replace(" ", "-") for part in (self.given, self.family))
        return f"{given}.{family}@example.org"


@dataclass(frozen=True)
class InventedCooperator:
    """A cooperator with the shares subscribed on `since`; `is_member` when members.toml has the same name."""

    name: str
    category: CooperatorCategory
    college: str
    since: date
    shares: int
    is_public_body: bool
    is_member: bool


@dataclass(frozen=True)
class EventRule:
    """A collective moment that comes back: on which weekday (Monday is 1), in which weeks and months (empty: all)."""

    title: str
    space: str
    starts: time
    ends: time
    expected: int
    weekdays: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    @property
    def is_weekly(self) -> bool:
        """Whether it comes back every week of the year, on one day."""
        return len(self.weekdays) == 1 and not self.weeks and not self.months

    def falls_on(self, day: date) -> bool:
        """Whether the rule names this day."""
        week = (day.day - 1) // 7 + 1
        return (
            day.isoweekday() in self.weekdays
            and (not self.weeks or week in self.weeks)
            and (not self.months or day.month in self.months)
        )


@dataclass(frozen=True)
class TodaysBooking:
    """A line of the agenda of the day on which the demonstration is opened."""

    kind: BookingKind
    space: str
    starts: time
    ends: time
    title: str
    people: int


@dataclass(frozen=True)
class Rentals:
    """What rentals are lent, and what each space asks of them as a deposit, in cents."""

    things: tuple[tuple[str, ThingKind], ...]
    deposits: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Facts:
    """All of it."""

    house: House
    pin: str
    staff: tuple[tuple[str, bool], ...]
    float_cents: int
    purchases: tuple[str, ...]
    differences: tuple[str, ...]
    reasons: dict[str, str]
    notes: tuple[str, ...]
    note_today: str
    members: tuple[InventedMember, ...]
    cooperators: tuple[InventedCooperator, ...]
    nominal_cents: int
    organisations: tuple[NewOrganisation, ...]
    cases: dict[str, str]
    guests: tuple[str, ...]
    meetings: tuple[str, ...]
    house_meetings: tuple[str, ...]
    events: tuple[EventRule, ...]
    filler: EventRule
    filler_titles: tuple[str, ...]
    midday: EventRule
    today: tuple[TodaysBooking, ...]
    expected: TodaysBooking
    whole: str
    whole_parts: tuple[str, ...]
    opened_on_a_closed_day: str
    break_reason: str
    rentals: Rentals


@cache
def facts() -> Facts:
    """The facts of `resources/demo`, read once."""
    world = _read("world.toml")
    members = tuple(_member(row) for row in _read("members.toml")["member"])
    shares = _read("cooperators.toml")
    colleges: dict[str, str] = shares["colleges"]
    staff, cases, today, filler = world["staff"], world["cases"], world["today"], world["filler"]
    return Facts(
        house=House(**world["house"], is_demo=True),
        pin=staff["pin"],
        staff=tuple((person["name"], person.get("manager", False)) for person in staff["person"]),
        float_cents=staff["float_cents"],
        purchases=tuple(staff["purchases"]),
        differences=tuple(staff["differences"]),
        reasons=world["mistakes"],
        notes=tuple(staff["notes"]),
        note_today=staff["note_today"],
        members=members,
        cooperators=tuple(_cooperator(row, colleges) for row in shares["cooperator"]),
        nominal_cents=shares["nominal_cents"],
        organisations=tuple(_organisation(row) for row in _read("organisations.toml")["organisation"]),
        cases=cases,
        guests=tuple(world["guests"]["names"]),
        meetings=tuple(world["bookings"]["meetings"]),
        house_meetings=tuple(world["bookings"]["house"]),
        events=tuple(_rule(row, (row["weekday"],)) for row in world["event"]),
        filler=_rule({**filler, "title": ""}, tuple(filler["weekdays"])),
        filler_titles=tuple(filler["titles"]),
        midday=_rule(today["midday"], ()),
        today=tuple(_line(row, row["kind"]) for row in today["booking"]),
        expected=_line(today["expected"], "member"),
        whole=world["whole"]["name"],
        whole_parts=tuple(world["whole"]["parts"]),
        opened_on_a_closed_day=today["on_a_closed_day"],
        break_reason=world["bookings"]["break_reason"],
        rentals=Rentals(
            tuple((row["name"], ThingKind(row["kind"])) for row in world["rentals"]["thing"]),
            tuple(world["rentals"]["deposit_cents"].items()),
        ),
    )


def _read(name: str) -> dict[str, Any]:
    with paths.resource("demo", name).open("rb") as file:
        return tomllib.load(file)


def _member(row: dict[str, Any]) -> InventedMember:
    return InventedMember(row["given"], row["family"], row["plan"], row.get("space", ""), row.get("named", False))


def _cooperator(row: dict[str, Any], colleges: dict[str, str]) -> InventedCooperator:
    return InventedCooperator(
        row["name"],
        CooperatorCategory(row["category"]),
        colleges[row["college"]],
        row["since"],
        row["shares"],
        row.get("public_body", False),
        row.get("member", False),
    )


def _organisation(row: dict[str, Any]) -> NewOrganisation:
    return NewOrganisation(
        row["name"], PriceCategory(row["category"]), row["siren"], row["contact"], row.get("justification", "")
    )


def _rule(row: dict[str, Any], weekdays: tuple[int, ...]) -> EventRule:
    return EventRule(
        row["title"], row["space"], time.fromisoformat(row["from"]), time.fromisoformat(row["until"]),
        row["expected"], weekdays, tuple(row.get("weeks", ())), tuple(row.get("months", ())),
    )  # fmt: skip


def _line(row: dict[str, Any], kind: str) -> TodaysBooking:
    return TodaysBooking(
        BookingKind(kind), row["space"], time.fromisoformat(row["from"]), time.fromisoformat(row["until"]),
        row["title"], row["people"],
    )  # fmt: skip
