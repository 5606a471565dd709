"""A plan board on the real drawing, and values to show on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.floorplan import FloorPlan, load
from desk.plan import FloorNow, PlanNow, SeatNow, SpaceNow, SpaceState
from views import tokens
from views.plan.board import PlanBoard

PLAN = Path(__file__).resolve().parents[3] / "resources" / "plan" / "casaco.svg"
PARIS = timezone(timedelta(hours=1))


@pytest.fixture(scope="session")
def plan() -> FloorPlan:
    return load(PLAN)


@pytest.fixture
def morning(plan: FloorPlan) -> PlanNow:
    """All free at 10:42, but the Calumet which is soon taken."""
    spaces = []
    for shape in plan.spaces:
        seats = tuple(SeatNow(point.id, point.number, SpaceState.FREE) for point in shape.seat_points)
        soon = shape.id == "calumet"
        spaces.append(
            SpaceNow(
                id=shape.id,
                name=shape.name,
                floor=shape.floor,
                state=SpaceState.SOON if soon else SpaceState.FREE,
                headline="Bientôt prise · dans 18 min" if soon else "Libre",
                detail="11:00 Lien Vert" if soon else f"{shape.surface:g} m²",
                inside=0,
                rentable=shape.rentable,
                seats=seats,
            )
        )
    floors = tuple(FloorNow(f.code, f.name, n) for f, n in zip(plan.floors, (21, 12, 4, 0), strict=True))
    return PlanNow(datetime(2026, 11, 21, 10, 42, tzinfo=PARIS), True, floors, tuple(spaces))


@pytest.fixture
def board(qtbot: QtBot, plan: FloorPlan, morning: PlanNow) -> Iterator[PlanBoard]:
    """A board of the size it has in a window of 1366 × 768, with its values, drawn once."""
    made = PlanBoard(plan)
    qtbot.addWidget(made)
    made.resize(885, 645)
    made.show_plan(morning)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    tokens.use(tokens.LIGHT)
