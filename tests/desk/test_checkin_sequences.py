"""Any sequence of scans, sales, guests, force, choices, undos and clock jumps leaves a house that adds up."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.support.door_play import ACTS, DoorPlay
from tests.support.faults import tally, times
from tests.support.house import PARIS, TUESDAY, SmallHouse, place_house

SEQUENCES, STEPS = times(70, 1_000), times(28, 7)
"""Few of them are longer, so that what is rare happens all the same: a house over its limit, visits forgotten."""


def test_any_sequences_in_one_journal(house: SmallHouse) -> None:
    """One house lives through all of them, a day or two apart, so that one journal holds everything at the end."""
    play = DoorPlay(house)
    for seed in range(SEQUENCES):
        chance = Random(seed)
        day = TUESDAY + timedelta(days=2 * seed)
        house.clock.set(datetime(day.year, day.month, day.day, 9, chance.randrange(60), tzinfo=PARIS))
        play.refill()
        told: list[str] = []
        for _ in range(STEPS):
            act, pick = chance.choice(ACTS), chance.randrange(10_000)
            told.append(f"{act.__name__}({pick})")
            try:
                act(play, pick)
                play.check_list()
            except Exception as error:
                error.add_note(f"sequence {seed}: {', '.join(told)}")
                raise
        if seed % 50 == 49:
            play.check_books()
    play.check_books()
    found = house.verify()
    assert found.problems == ()
    kinds = {kind for (kind,) in house.rows("SELECT DISTINCT kind FROM journal")}
    assert kinds >= {
        "visit.entered", "visit.left", "visit.left_supposed", "visit.annulled", "visit.reopened", "visit.seated",
        "visit.entitled", "visit.forced", "visit.over_limit", "scan.refused", "pass.issued", "booking.made",
    }  # fmt: skip
    tally("any sequence at the door", times=SEQUENCES, acknowledged=SEQUENCES * STEPS)


class Door(RuleBasedStateMachine):
    """The same acts in a house of their own each time, so that what fails is made small."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = SmallHouse(place_house(Path(self.folder.name) / "house"))
        self.play = DoorPlay(self.house)

    @rule(act=st.sampled_from(ACTS), pick=st.integers(0, 9_999))
    def something(self, act: object, pick: int) -> None:
        assert callable(act)
        act(self.play, pick)

    @rule()
    def restart(self) -> None:
        self.house.reopen()
        self.play.hold()

    @invariant()
    def the_house_adds_up(self) -> None:
        self.play.check_list()
        self.play.check_books()

    def teardown(self) -> None:
        found = self.house.verify(deep=True)
        self.house.close()
        self.folder.cleanup()
        assert found.problems == ()


TestDoor = Door.TestCase
TestDoor.settings = settings(max_examples=times(5, 10), stateful_step_count=25, deadline=None)
