"""Power cuts: what was not synced is lost, torn or out of order; what was acknowledged is there, whole, and told."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desk import interruption
from desk.frontdesk import FrontDesk
from desk.keys import FileKeyStore
from tests.support.counterwork import CounterWork, taken_up
from tests.support.faults import tally, times
from tests.support.house import HOUSE, TUESDAY, SmallHouse, place_house
from tests.support.ledger import Ack, assert_whole, last_sale, lost
from tests.support.powercut import Disk, Note, Recorder, recording

BATCHES = times(2, 15)
CUTS = times(6, 20)
ACTS = 12
FOLDED = 5
FIRST_STARTS = times(2, 20)


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut puts back all that is below the state folder: without this, what thousands of tests have left there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def _roots(folder: Path) -> tuple[Path, ...]:
    state = Path(os.environ["XDG_STATE_HOME"]) / "casaco-desk"
    return folder, state / "heads", state / "records"


def _worked(folder: Path, seed: int, recorder: Recorder, *, durable: bool) -> None:
    """A stretch of work, with the desk started again in the middle of it: its log is folded in now and then, and at
    the end.
    """
    house = SmallHouse(folder, durable=durable)
    codes = [house.member(f"N{n} Essai", ends=TUESDAY + timedelta(days=9000)).code for n in range(3)]
    for half in range(2):
        house.close()
        house = taken_up(folder, durable=durable)
        work = CounterWork(house, codes, seed * 2 + half)
        for number in range(ACTS):
            recorder.acknowledged(work.act())
            if number % FOLDED == seed % FOLDED:
                house.desk.checkpoint()
    house.close()


def _cut_at(
    notes: list[Note], disk: Disk, chance: random.Random, cuts: int, look: Callable[[list[Ack]], None]
) -> list[int]:
    """Cut the power at random notes; `look` gets what had been acknowledged before. The answer is how much that was."""
    instants = sorted(chance.sample(range(len(notes) + 1), cuts))
    acknowledged: list[Ack] = []
    counts = []
    played = 0
    for instant in instants:
        for note in notes[played:instant]:
            disk.play(note)
            acknowledged += note.acks
        played = instant
        disk.cut(chance)
        look(acknowledged)
        counts.append(len(acknowledged))
    return counts


def _found_after(folder: Path, acknowledged: list[Ack]) -> str:
    """Start again after a cut, sell, and look at everything; the answer is what the person is told at the start."""
    was_interrupted = interruption.begin(folder)
    house = taken_up(folder, durable=False)
    try:
        assert house.desk.integrity_failures == 0
        assert lost(folder, acknowledged) == []
        last = last_sale(folder)
        told = interruption.sentence(house.desk.work) if was_interrupted else ""
        assert (f"A-{last:06d}" in told) is bool(last)
        house.desk.queue.recover()
        assert house.sell_pass(receipt=True).sale.number == f"A-{last + 1:06d}"
    finally:
        house.close()
    assert_whole(folder)
    return told


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = place_house(tmp_path / "house")
    SmallHouse(folder).close()
    interruption.begin(folder)
    disk, told = Disk(*_roots(folder)), []
    with recording(monkeypatch) as recorder:
        _worked(folder, batch, recorder, durable=True)
    counts = _cut_at(
        recorder.notes, disk, random.Random(batch), CUTS, lambda acks: told.append(_found_after(folder, acks))
    )
    tally("power cut", times=len(counts), acknowledged=sum(counts), told=sum(bool(words) for words in told))


def test_the_same_cuts_show_a_desk_that_does_not_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the suite can see: with nothing synced (as no desk is opened on real data) acknowledged acts are lost."""
    folder = place_house(tmp_path / "house")
    SmallHouse(folder).close()
    disk, missing = Disk(*_roots(folder)), []
    with recording(monkeypatch) as recorder:
        _worked(folder, 1, recorder, durable=False)

    def look(acknowledged: list[Ack]) -> None:
        try:
            missing.append(len(lost(folder, acknowledged)))
        except sqlite3.DatabaseError:  # the file itself did not outlive it
            missing.append(len(acknowledged))

    _cut_at(recorder.notes, disk, random.Random(1), 10, look)
    assert sum(count > 0 for count in missing) >= 3


@pytest.mark.parametrize("seed", range(FIRST_STARTS))
def test_a_power_cut_at_the_very_first_start_leaves_a_folder_that_opens(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half founded, or not at all: the next start makes a house of it, or finds the one that was made."""
    folder = tmp_path / "house"
    folder.mkdir()
    disk, chance, keyed = Disk(*_roots(folder)), random.Random(seed), []
    with recording(monkeypatch) as recorder:
        save = FileKeyStore.save

        def saved(store: FileKeyStore, desk_id: str, private_key: bytes) -> None:
            save(store, desk_id, private_key)
            keyed.append(len(recorder.notes))

        monkeypatch.setattr(FileKeyStore, "save", saved)
        FrontDesk(folder, house=HOUSE).close()
    key = (folder / "desk.key").read_bytes()
    instant = chance.randrange(len(recorder.notes))
    for note in recorder.notes[:instant]:
        disk.play(note)
    disk.cut(chance)
    if instant >= keyed[0]:  # the key, which is no file of SQLite's, was synced there and then
        (folder / "desk.key").write_bytes(key)
    house = SmallHouse(folder, durable=False)
    assert house.sell_pass(receipt=True).number == 1
    house.close()
    assert_whole(folder)
    tally("power cut at the first start", times=1, acknowledged=1)
    shutil.rmtree(folder)
