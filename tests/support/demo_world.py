"""The demo world for tests: made once a session as it stands on a Tuesday at 10:42, copied for each test.

In a test module: `from tests.support.demo_world import demo_world, open_demo  # noqa: F401`, then ask for the fixture
`demo_world` (a folder of the test's own, to write to) and open it with `open_demo(demo_world)`.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.clock import SetClock
from desk.demo import WorldMade, make_world
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=ZONE)
"""A Tuesday, so there is a mardi de Casaco at midday."""
_made: list[tuple[Path, WorldMade]] = []


def demo_source(factory: pytest.TempPathFactory) -> tuple[Path, WorldMade]:
    """The folder made once for the whole session, never to be written to, and what was counted while making it."""
    if not _made:
        folder = factory.mktemp("demo-world")
        _made.append((folder, make_world(folder, now=NOW)))
    return _made[0]


def demo_folder(factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of the demo world; its second place in the state folder is absent, as for a moved folder."""
    target = factory.mktemp("demo")
    shutil.copytree(demo_source(factory)[0], target, dirs_exist_ok=True)
    return target


def open_demo(folder: Path, now: datetime = NOW) -> FrontDesk:
    """The desk on a copy, its clock (a SetClock) standing at `now`; the caller closes it."""
    return FrontDesk(folder, operator=AT_TERMINAL, clock=SetClock(now), durable=False)


@pytest.fixture
def demo_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo world, for this test to write to."""
    return demo_folder(tmp_path_factory)
