"""What bookings say to the screens, and what screens ask of them: frozen values, instants aware."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from models.bookings import BookingKind


@dataclass(frozen=True)
class BookingListed:
    """A booking as the counter shows it; instants aware, in the site's zone.

    `who` is the member (when they chose to be named), the organisation, or empty. `is_moved` says that it left the
    place its rule gave it; `is_paid` that a sale stands behind it.
    """

    id: str
    space_id: str
    space: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    people: int
    set_up_minutes: int = 0
    clean_up_minutes: int = 0
    who: str = ""
    series_id: str = ""
    is_moved: bool = False
    is_paid: bool = False
    arrived_at: datetime | None = None
    override_reason: str = ""
    uid: str = ""

    @property
    def held_from(self) -> datetime:
        """From when the space is held: the setting up begins."""
        return minutes_after(self.starts_at, -self.set_up_minutes)

    @property
    def held_until(self) -> datetime:
        """Until when the space is held: the cleaning up is over."""
        return minutes_after(self.ends_at, self.clean_up_minutes)


def minutes_after(moment: datetime, minutes: int) -> datetime:
    """`minutes` of real time after an aware instant, in its own zone, whatever the wall clock does meanwhile."""
    return moment if not minutes else (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


@dataclass(frozen=True)
class BookingRequest:
    """A space wanted from `starts_at` to `ends_at` (aware), for whom, and how many people.

    The minutes of setting up and cleaning up hold the space and are not billed. `override_reason` is a manager's, for
    a booking while the house is closed.
    """

    space_id: str
    starts_at: datetime
    ends_at: datetime
    kind: BookingKind
    title: str
    people: int = 0
    member_id: str | None = None
    organisation_id: str | None = None
    sale_id: str | None = None
    set_up_minutes: int = 0
    clean_up_minutes: int = 0
    override_reason: str = ""


class Scope(StrEnum):
    """How much of a series an act is about. `ALL` leaves alone what has begun: the past is not rewritten."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True)
class BookingEdit:
    """What changes of a booking; None leaves as it is. Instants are aware.

    On a series the move of one occurrence is repeated by the wall clock: an hour later is an hour later on each day.
    """

    space_id: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    title: str | None = None
    people: int | None = None
    set_up_minutes: int | None = None
    clean_up_minutes: int | None = None
    override_reason: str = ""


@dataclass(frozen=True)
class Charge:
    """What cancelling costs by the house's rule, in cents TTC. The till is not called: nothing was sold or paid back.

    `price_cents` is what the cancelled bookings cost, `owed_cents` the share that stays due, `paid_cents` what sales
    stand behind them: the difference is the house's to pay back, or to ask.
    """

    price_cents: int
    owed_cents: int
    paid_cents: int
    free_until: datetime | None
    sentence: str

    @property
    def to_refund_cents(self) -> int:
        """What was paid beyond what is owed."""
        return max(0, self.paid_cents - self.owed_cents)

    @property
    def to_ask_cents(self) -> int:
        """What is owed beyond what was paid."""
        return max(0, self.owed_cents - self.paid_cents)


@dataclass(frozen=True)
class BookingsChanged:
    """An act that was done: how to take it back and until when, the bookings as they are now, how many it touched.

    `charge` is that of a cancellation, None for any other act.
    """

    act_id: str
    undo_until: datetime
    bookings: tuple[BookingListed, ...]
    sentence: str
    charge: Charge | None = None


@dataclass(frozen=True)
class Occurrence:
    """One date of a series about to be made: `reason` says why it cannot be, empty when it can."""

    starts_at: datetime
    ends_at: datetime
    reason: str = ""


@dataclass(frozen=True)
class SeriesPlanned:
    """A series before anything is written: its rule in words, what is to be known about it, each of its dates."""

    rule: str
    words: str
    notes: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]

    @property
    def free(self) -> tuple[Occurrence, ...]:
        """The dates that can be held."""
        return tuple(o for o in self.occurrences if not o.reason)

    @property
    def refused(self) -> tuple[Occurrence, ...]:
        """The dates that cannot, each with its reason."""
        return tuple(o for o in self.occurrences if o.reason)


@dataclass(frozen=True)
class SeriesHeld:
    """A series that was made: its bookings in order (and their events), the dates left out, and what is to be known.

    `act_id` takes the whole of it back, within the undo delay.
    """

    series_id: str
    booking_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    left_out: tuple[Occurrence, ...]
    words: str
    notes: tuple[str, ...]
    act_id: str = ""


@dataclass(frozen=True)
class NoShow:
    """A booking to which nobody has come; `since` is when it could be given back."""

    booking: BookingListed
    since: datetime
    sentence: str
