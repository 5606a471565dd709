"""What a space is at an instant, in words a facilitator can repeat."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from desk.basis_words import title_words
from desk.floorplan import SpaceShape
from desk.formats import time as time_text
from desk.language import translate
from desk.plan import SeatNow, SpaceFact, SpaceNow, SpaceState
from desk.plan_bookings import LATE_AT_MOST, Booked
from models.bookings import BookingKind
from models.site import Site


class Inside(NamedTuple):
    """Someone in a space at the instant shown."""

    visit_id: str
    name: str
    initials: str
    seat_id: str
    entered_at: datetime


class Place(NamedTuple):
    """A space as far as the plan needs it: drawn, or a whole made of others."""

    id: str
    name: str
    floor: str
    chairs: int
    rentable: bool
    seats: tuple[SeatNow, ...]
    surface: str


class Seen(NamedTuple):
    """What is known about a space at the instant `at`. `missed` are the bookings to which nobody came.

    `crowd` counts those who are there without having been scanned.
    """

    site: Site
    at: datetime
    closed: str
    bookings: list[Booked]
    inside: list[Inside]
    missed: frozenset[str]
    crowd: int = 0

    @property
    def present(self) -> int:
        """How many people are in it, scanned or counted."""
        return len(self.inside) + self.crowd


class _Says(NamedTuple):
    """The state of a space, its words, and the booking they are about."""

    fact: SpaceFact
    state: SpaceState
    headline: str
    detail: str
    until: datetime | None = None
    booked: Booked | None = None


def space_now(place: Place, seen: Seen) -> SpaceNow:
    """The space as the plan shows it."""
    says = _closed(seen) or _held(seen) or _late(place, seen) or _soon(seen) or _free(place, seen)
    booked, zone = says.booked, seen.site.timezone
    return SpaceNow(
        place.id, place.name, place.floor, says.state, says.headline, says.detail, seen.present, place.rentable,
        place.seats, None if says.until is None else says.until.astimezone(zone),
        fact=says.fact, who="" if booked is None else booked.who, booking_id="" if booked is None else booked.id,
        title="" if booked is None else booked.title, free_seats=_free_seats(place, seen, says),
        next_free=_next_free(seen, says), note=seen.closed,
    )  # fmt: skip


def _closed(seen: Seen) -> _Says | None:
    if not seen.closed:
        return None
    return _Says(SpaceFact.OUT_OF_ORDER, SpaceState.CLOSED, translate("Plan", "Fermé"), seen.closed)


def _held(seen: Seen) -> _Says | None:
    """What a booking makes of the space: used, being set up or cleaned, waiting for someone who does not come."""
    at, zone = seen.at, seen.site.timezone
    current = next((b for b in seen.bookings if b.starts_at <= at < b.ends_at), None)
    if current is None:
        current = next((b for b in seen.bookings if b.held_from <= at < b.held_until), None)
    if current is None:
        return None
    state = SpaceState.EVENT if current.kind is BookingKind.EVENT else SpaceState.TAKEN
    until, fact = current.ends_at, SpaceFact(state.value)
    if at < current.starts_at:
        fact, until = SpaceFact.SET_UP, current.starts_at
        pattern = translate("Plan", "Préparation jusqu’à {hour}")
    elif at >= current.ends_at:
        fact, until = SpaceFact.CLEAN_UP, current.held_until
        pattern = translate("Plan", "Rangement jusqu’à {hour}")
    elif current.id in seen.missed:
        fact = SpaceFact.NO_SHOW
        pattern = translate("Plan", "Personne n’est venu · pris jusqu’à {hour}")
    elif state is SpaceState.EVENT:
        pattern = translate("Plan", "Événement jusqu’à {hour}")
    else:
        pattern = translate("Plan", "Pris jusqu’à {hour}")
    return _Says(
        fact,
        state,
        pattern.format(hour=time_text(until.astimezone(zone))),
        _detail(current, seen.crowd),
        until,
        current,
    )


def _detail(booked: Booked, crowd: int) -> str:
    if crowd:
        return translate("Plan", "{title} · {count} là").format(title=booked.title, count=crowd)
    return title_words(booked.title, booked.people)


def _late(place: Place, seen: Seen) -> _Says | None:
    """Those who were there for a booking that is over, and still are. Workstations are for whoever comes."""
    if place.seats or not seen.inside:
        return None
    over = [b for b in seen.bookings if b.held_until <= seen.at < b.held_until + LATE_AT_MOST]
    last = max(over, key=lambda b: b.ends_at, default=None)
    if last is None or all(person.entered_at >= last.ends_at for person in seen.inside):
        return None
    pattern = translate("Plan", "À libérer depuis {hour}")
    headline = pattern.format(hour=time_text(last.ends_at.astimezone(seen.site.timezone)))
    return _Says(SpaceFact.LATE, SpaceState.TAKEN, headline, title_words(last.title, last.people), None, last)


def _following(seen: Seen) -> Booked | None:
    return min((b for b in seen.bookings if b.held_from > seen.at), key=lambda b: b.held_from, default=None)


def _soon(seen: Seen) -> _Says | None:
    following = _following(seen)
    if following is None or following.held_from - seen.at > timedelta(minutes=seen.site.soon_minutes):
        return None
    minutes = max(1, -(-(following.held_from - seen.at) // timedelta(minutes=1)))
    headline = translate("Plan", "Bientôt pris · dans {minutes} min").format(minutes=minutes)
    begins = following.starts_at.astimezone(seen.site.timezone)
    detail = f"{time_text(begins)} {title_words(following.title, following.people)}"
    return _Says(SpaceFact.SOON, SpaceState.SOON, headline, detail, following.held_from, following)


def _free(place: Place, seen: Seen) -> _Says:
    following = _following(seen)
    until = None if following is None else following.held_from.astimezone(seen.site.timezone)
    state, headline = _free_words(place.seats, until, seen.present)
    fact = SpaceFact.FREE if state is SpaceState.FREE else SpaceFact.TAKEN
    return _Says(fact, state, headline, place.surface, until)


def _free_seats(place: Place, seen: Seen, says: _Says) -> int:
    """Workstations that nobody sits at, or chairs that neither a booking nor a person takes."""
    if says.state is SpaceState.CLOSED:
        return 0
    if place.seats:
        return sum(seat.state is SpaceState.FREE for seat in place.seats)
    held = says.fact is not SpaceFact.FREE and says.fact is not SpaceFact.SOON
    expected = says.booked.people if held and says.booked is not None else 0
    return max(0, place.chairs - max(seen.present, expected))


def _next_free(seen: Seen, says: _Says) -> datetime | None:
    """When the bookings that follow each other leave the space free; None when it is, or nobody knows."""
    if says.booked is None or says.fact in (SpaceFact.SOON, SpaceFact.LATE, SpaceFact.OUT_OF_ORDER):
        return None
    free = seen.at
    for booked in sorted(seen.bookings, key=lambda b: b.held_from):
        if booked.held_from <= free < booked.held_until:
            free = booked.held_until
    return free.astimezone(seen.site.timezone)


def _free_words(seats: tuple[SeatNow, ...], until: datetime | None, inside: int) -> tuple[SpaceState, str]:
    """The state and words of a space that nothing holds: an open space counts its places."""
    if seats:
        free = sum(seat.state is SpaceState.FREE for seat in seats)
        if free == 0:
            return SpaceState.TAKEN, translate("Plan", "Complet · {total} places").format(total=len(seats))
        if free == 1:
            return SpaceState.FREE, translate("Plan", "1 place libre sur {total}").format(total=len(seats))
        return SpaceState.FREE, translate("Plan", "{free} places libres sur {total}").format(
            free=free, total=len(seats)
        )
    if until is not None:
        return SpaceState.FREE, translate("Plan", "Libre jusqu’à {hour}").format(hour=time_text(until))
    if inside == 1:
        return SpaceState.FREE, translate("Plan", "Libre · 1 personne")
    if inside > 1:
        return SpaceState.FREE, translate("Plan", "Libre · {count} personnes").format(count=inside)
    return SpaceState.FREE, translate("Plan", "Libre")


def seats_of(shape: SpaceShape, inside: list[Inside]) -> tuple[SeatNow, ...]:
    taken = {person.seat_id: person for person in inside if person.seat_id}
    return tuple(
        SeatNow(seat.id, seat.number, SpaceState.TAKEN, person.initials, person.name, person.visit_id)
        if (person := taken.get(seat.id)) is not None
        else SeatNow(seat.id, seat.number, SpaceState.FREE)
        for seat in shape.seat_points
    )


def surface_of(shape: SpaceShape) -> str:
    if not shape.counted:
        return translate("Plan", "{seats} places").format(seats=shape.seats)
    surface = f"{shape.surface:.0f}"
    if shape.seats:
        return translate("Plan", "{surface}\u00a0m² · {seats} places").format(surface=surface, seats=shape.seats)
    return translate("Plan", "{surface}\u00a0m²").format(surface=surface)
