"""The house while its years are being made: the desk at work, the people admitted so far, and what was counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from desk.clock import SetClock
from desk.demo.facts import Facts, InventedMember
from desk.demo.together import MakingDesk
from desk.errors import Refused
from desk.staff import FacilitatorListed

Answer = TypeVar("Answer")


@dataclass
class Living:
    """A member already admitted; `until` is the last day of a plan that counts no units, None for a book."""

    who: InventedMember
    id: str
    number: int
    code: str
    until: date | None = None


@dataclass(frozen=True)
class Bought:
    """A room or a training that was sold, for which day; `booking_id` is empty for a training."""

    sale_id: str
    on: date
    booking_id: str = ""


@dataclass
class Tally:
    """What was done, counted as it was done."""

    visits: int = 0
    sales: int = 0
    corrections: int = 0
    credit_notes: int = 0
    bookings: int = 0
    events: int = 0
    participants: int = 0
    refused_scans: int = 0


@dataclass
class Household:
    """Everything the makers of a day share."""

    desk: MakingDesk
    clock: SetClock
    facts: Facts
    zone: ZoneInfo
    seed: int
    make_code: Callable[[], str]
    staff: tuple[FacilitatorListed, ...] = ()
    living: list[Living] = field(default_factory=list)
    lately: list[Bought] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def chance(self, purpose: str, day: date | None = None) -> Random:
        """A source of chance of its own for each purpose and day, so that one never disturbs another."""
        return Random(f"{self.seed}/{purpose}/{day or ''}")  # noqa: S311 - an invented world needs no secret

    def everyday(self) -> list[Living]:
        """Those who come as they please: not the instructive cases, which must stay as they are."""
        kept_still = set(self.facts.cases.values())
        return [member for member in self.living if member.who.name not in kept_still]

    def named(self, name: str) -> Living:
        """The member of that name; LookupError when nobody has it."""
        for member in self.living:
            if member.who.name == name:
                return member
        raise LookupError(name)


def done(answer: Answer | Refused) -> Answer:
    """The answer of a use case that the demonstration never expects to be refused; a refusal is a bug of ours."""
    if isinstance(answer, Refused):
        raise RuntimeError(f"the demo world was refused: {answer.code}: {answer.sentence}")
    return answer
