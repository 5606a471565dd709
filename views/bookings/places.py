"""The spaces that can be booked, as the bookings' screens name them: those drawn, and the wholes made of them."""

from __future__ import annotations

from dataclasses import dataclass

from desk.frontdesk import FrontDesk
from desk.language import translate

_NEVER = frozenset({"circulation"})
_USUAL = frozenset({"lounge", "garden", "library", "kitchen", "meeting", "training", "studio", "workshop"})
"""What is booked as a whole; where people sit at their own place is shown once it is booked."""


@dataclass(frozen=True)
class Place:
    """A space: `parts` are the ids of those it is made of, `is_usual` says that the grid always shows it."""

    id: str
    name: str
    floor: str
    is_usual: bool
    parts: tuple[str, ...] = ()


def places(desk: FrontDesk, *, with_past: bool = False) -> tuple[Place, ...]:
    """Every space that can be booked, floor by floor, each whole after the spaces of its floor.

    Those that a plan to come has are among them; `with_past`, those that only former days had too.
    """
    wholes = desk.wholes.everything()
    others = [other for other in desk.plans.elsewhere() if other.kind not in _NEVER]
    found = []
    drawing = desk.drawing
    for floor in drawing.floors:
        found += [
            Place(space.id, space.name, floor.name, space.rentable or space.kind in _USUAL)
            for space in floor.spaces
            if space.kind not in _NEVER
        ]
        found += [
            Place(o.id, o.name, floor.name, o.is_coming and (o.rentable or o.kind in _USUAL))
            for o in others
            if o.floor == floor.code and (o.is_coming or with_past)
        ]
        found += [Place(w.id, w.name, floor.name, True, w.parts) for w in wholes if w.floor == floor.code]
    several = translate("BookingPlaces", "Plusieurs étages")
    codes = {floor.code for floor in drawing.floors}
    return (*found, *(Place(w.id, w.name, several, True, w.parts) for w in wholes if w.floor not in codes))


def in_the_way(place: Place, every: tuple[Place, ...]) -> dict[str, str]:
    """The other spaces whose bookings hold this one too, with their names: its parts, and the wholes that share one."""
    own = set(place.parts) or {place.id}
    return {
        other.id: other.name
        for other in every
        if other.id != place.id and own & (set(other.parts) or {other.id})
    }  # fmt: skip
