"""The plan's words: what a state is called, and what a screen reader says of a space or a seat."""

from __future__ import annotations

from desk.floorplan import SpaceShape
from desk.language import translate
from desk.plan import SeatNow, SpaceNow, SpaceState


def state_word(state: SpaceState) -> str:
    """One word for a state, as in the legend."""
    words = {
        SpaceState.FREE: translate("PlanWords", "Libre"),
        SpaceState.TAKEN: translate("PlanWords", "Pris"),
        SpaceState.SOON: translate("PlanWords", "Bientôt"),
        SpaceState.EVENT: translate("PlanWords", "Événement"),
        SpaceState.CLOSED: translate("PlanWords", "Fermé"),
    }
    return words[state]


def capacity(shape: SpaceShape) -> str:
    """ "8 places", "14 postes", or nothing for a space with neither."""
    if shape.workstations:
        return translate("PlanWords", "{count} postes").format(count=shape.workstations)
    if shape.seats:
        return translate("PlanWords", "{count} places").format(count=shape.seats)
    return ""


def spoken_space(shape: SpaceShape, now: SpaceNow | None) -> str:
    """A space in one breath: "Calumet, libre, 8 places"."""
    name = now.name if now else shape.name
    state = state_word(now.state).lower() if now else ""
    said = [name, state, capacity(shape)]
    if now and now.headline and now.headline.lower() != state:
        said.insert(2, now.headline)
    return ", ".join(part for part in said if part)


def spoken_seat(shape: SpaceShape, number: int, now: SeatNow | None) -> str:
    """A workstation in one breath: "La Place, poste 3, pris, Inès"."""
    said = [shape.name, translate("PlanWords", "poste {number}").format(number=number)]
    if now:
        said += [state_word(now.state).lower(), now.who]
    return ", ".join(part for part in said if part)


def tooltip(shape: SpaceShape, now: SpaceNow | None) -> str:
    """All that the room has to say, for where the drawing is too small to write it."""
    lines = [now.name if now else shape.name]
    if now:
        lines += [now.headline or state_word(now.state), now.detail]
    surface = round(shape.surface, 1)
    if shape.counted:
        lines.append(translate("PlanWords", "{surface}\u00a0m²").format(surface=f"{surface:g}".replace(".", ",")))
    lines.append(capacity(shape))
    return "\n".join(line for line in lines if line)
