"""What comes from outside, a little of it: `python -m tests.fuzz` throws millions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.changing import changed
from tests.fuzz.targets import TARGETS
from tests.fuzz.world import World

# Those that open a desk for each input, or look three times at a picture.
SLOW = {"arguments": 8, "piped": 8, "pictures": 20, "workbook": 20, "members": 20, "archive": 25, "repacked": 15}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The house that is attacked."""
    made = World(tmp_path_factory.mktemp("fuzz"))
    yield made
    made.close()


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_the_answer_is_a_sentence_and_nothing_is_written(world: World, name: str) -> None:
    target = TARGETS[name]
    seeds = target.seeds(world)
    spoilt = st.integers(0, 1_000_000).map(lambda seed: changed(random.Random(seed), seeds))

    @settings(max_examples=SLOW.get(name, 30))
    @given(st.one_of(spoilt, st.binary(max_size=200)))
    def holds(data: bytes) -> None:
        target.attack(world, data[: target.longest])

    for seed in seeds:
        target.attack(world, seed)
    holds()


def test_the_house_holds_after_all_that(world: World) -> None:
    assert world.house.verify(deep=True).ok


def test_an_archive_that_is_whole_is_still_found_whole(world: World, tmp_path: Path) -> None:
    from desk.archives.checking import check

    assert check(world.archive, "archive.zip").ok
