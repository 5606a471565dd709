"""The spaces as a list, for the command line and the tables: surfaces come from the drawing, states from the plan."""

from __future__ import annotations

from dataclasses import dataclass

from desk.live_plan import LivePlan
from desk.plan import SpaceState
from desk.work import Work


@dataclass(frozen=True)
class SpaceListed:
    """A space with its surface in m² (to the hundredth) and what it is now."""

    id: str
    floor: str
    name: str
    kind: str
    surface: float
    workstations: int
    seats: int
    counted: bool
    is_rentable: bool
    state: SpaceState
    headline: str


class Spaces:
    """Listing spaces."""

    def __init__(self, work: Work, plan: LivePlan) -> None:
        self._work = work
        self._plan = plan

    def everything(self) -> tuple[SpaceListed, ...]:
        """Every space of the plan, floor by floor."""
        now = {space.id: space for space in self._plan.at().spaces}
        return tuple(
            SpaceListed(
                shape.id, floor.name, shape.name, shape.kind, round(shape.surface, 2), shape.workstations, shape.seats,
                shape.counted, shape.rentable, now[shape.id].state, now[shape.id].headline,
            )
            for floor in self._plan.drawing().floors
            for shape in floor.spaces
        )  # fmt: skip
