"""The spaces, the site and the register of shares, as lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.plan import SpaceState
from tests.support.demo_world import NOW, demo_world, open_demo
from tests.support.house import SmallHouse

__all__ = ["demo_world"]


def test_the_spaces_are_those_of_the_drawing_with_their_state(house: SmallHouse) -> None:
    spaces = house.desk.spaces.everything()
    assert sum(s.surface for s in spaces if s.counted) == pytest.approx(504, abs=0.5)
    assert {s.name for s in spaces} >= {"La Place", "Calumet", "Jardin"}
    assert all(s.state is SpaceState.FREE for s in spaces)
    assert all(s.headline for s in spaces)


def test_the_facts_of_the_site(house: SmallHouse) -> None:
    facts = house.desk.site.facts()
    assert (facts.safety_limit, facts.undo_minutes, facts.is_demo) == (110, 15, True)
    assert house.desk.site.local_now().isoformat() == "2026-11-24T09:00:00+01:00"


def test_a_new_house_has_no_cooperators(house: SmallHouse) -> None:
    assert house.desk.cooperators.everyone() == ()


def test_the_demo_register_adds_up_to_the_published_capital(demo_world: Path) -> None:
    desk = open_demo(demo_world, NOW)
    everyone = desk.cooperators.everyone()
    desk.close()
    assert len(everyone) == 64
    assert sum(c.capital_cents for c in everyone) == 2_994_000
    assert sum(c.capital_cents for c in everyone if c.is_public_body) == 1_200_000
    assert [c.number for c in everyone] == sorted(c.number for c in everyone)
