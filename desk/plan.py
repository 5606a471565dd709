"""The live plan as values: what each space and seat is right now, or at another hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SpaceState(StrEnum):
    """What a space or a seat is at an instant; each has a colour, a pattern and a word on screen."""

    FREE = "free"
    TAKEN = "taken"
    SOON = "soon"
    EVENT = "event"
    CLOSED = "closed"


class SpaceFact(StrEnum):
    """What is true of a space, finer than its colour: each fact belongs to one state."""

    FREE = "free"
    TAKEN = "taken"
    SOON = "soon"
    EVENT = "event"
    SET_UP = "set_up"
    CLEAN_UP = "clean_up"
    LATE = "late"
    NO_SHOW = "no_show"
    OUT_OF_ORDER = "out_of_order"


@dataclass(frozen=True)
class SeatNow:
    """One workstation of a space. `initials` is empty when free or when its holder is not named on the plan."""

    id: str
    number: int
    state: SpaceState
    initials: str = ""
    who: str = ""
    visit_id: str = ""


@dataclass(frozen=True)
class SpaceNow:
    """One space at an instant.

    `headline` is the state in words ("9 places libres sur 14", "Bientôt prise · dans 18 min"); `detail` the
    second line (who and until when, or surface and seats); `inside` the number of people known to be in it.
    `who` and `title` are of the booking the words are about (`booking_id`, empty for none): its organisation, or its
    member when they chose to be named. `free_seats` counts workstations, or chairs, that are left; `next_free` is when
    a taken space is free again, None when it is free or nobody knows; `note` says why it is out of order.
    """

    id: str
    name: str
    floor: str
    state: SpaceState
    headline: str
    detail: str
    inside: int
    rentable: bool
    seats: tuple[SeatNow, ...] = ()
    until: datetime | None = None
    fact: SpaceFact = SpaceFact.FREE
    who: str = ""
    booking_id: str = ""
    title: str = ""
    free_seats: int = 0
    next_free: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class FloorNow:
    """One floor and how many people are on it."""

    code: str
    name: str
    present: int


@dataclass(frozen=True)
class PlanNow:
    """The whole plan at `at` (aware, site's zone); `is_now` is false when the time slider shows another hour.

    `wholes` are the spaces made of others, which are on no drawing. `next_change` is when the clock alone changes any
    of it, midnight at the latest: arm one timer for it.
    """

    at: datetime
    is_now: bool
    floors: tuple[FloorNow, ...]
    spaces: tuple[SpaceNow, ...]
    wholes: tuple[SpaceNow, ...] = ()
    next_change: datetime | None = None


def free_workstations(plan: PlanNow) -> int:
    """How many workstations nobody sits at, in spaces that are neither let, closed, nor taken by an event."""
    open_states = (SpaceState.FREE, SpaceState.SOON)
    spaces = (space for space in plan.spaces if space.state in open_states)
    return sum(seat.state is SpaceState.FREE for space in spaces for seat in space.seats)
