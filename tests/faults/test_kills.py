"""kill -9 at any instant of a start, a sale, a closing or a print: nothing acknowledged is lost, and it is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk.printing.queue import PrinterSettings
from models.printing import PrinterKind
from tests.support.counter_process import KilledDesks
from tests.support.counterwork import taken_up
from tests.support.faults import tally, times
from tests.support.house import TUESDAY, small_house
from tests.support.ledger import Ack, assert_whole, last_sale, lost

BATCHES = times(1, 5)
KILLS = times(6, 21)
MIXED = times(5, 20), times(1, 10)
"""Kills in a house, and houses: two hundred in all."""


def _codes(folder: Path) -> list[str]:
    """The cards of a new house; what it prints goes to a device, which cannot be asked what came out."""
    with small_house(folder, durable=True) as house:
        (folder.parent / "device").touch()
        settings = PrinterSettings(PrinterKind.DEVICE, str(folder.parent / "device"))
        assert house.desk.queue.set_printer(settings) is None
        return [house.member(f"N{n} Essai", ends=TUESDAY + timedelta(days=9000)).code for n in range(3)]


@pytest.fixture(scope="module")
def desks() -> Iterator[KilledDesks]:
    """Loaded once for all: a desk that is forked is at work within a few hundredths of a second."""
    with KilledDesks() as process:
        yield process


@pytest.mark.parametrize("mostly", ["sales", "closings", "prints"])
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_killed_desk_loses_nothing_that_it_acknowledged(
    batch: int, mostly: str, desks: KilledDesks, tmp_path: Path
) -> None:
    acknowledged = _killed_again_and_again(desks, tmp_path / "house", 1000 * batch, KILLS, mostly)
    assert {kind for kind, _ in acknowledged} >= {{"sales": "in", "closings": "closing", "prints": "printed"}[mostly]}
    tally(f"kill -9 during {mostly}", times=KILLS, acknowledged=len(acknowledged))


def test_killed_days_of_everything_are_whole(desks: KilledDesks, tmp_path: Path) -> None:
    """Sales, corrections, invoices and credit notes, closings of days and prints, one after the other at random."""
    kills, houses = MIXED
    acknowledged: list[Ack] = []
    for number in range(houses):
        acknowledged += _killed_again_and_again(
            desks, tmp_path / f"{number}", 50_000 + 1000 * number, kills, "everything"
        )
    if houses > 1:
        assert {kind for kind, _ in acknowledged} >= {"sale", "correction", "invoice", "closing", "printed"}
    tally("kill -9 during days of everything", times=kills * houses, acknowledged=len(acknowledged))


def _killed_again_and_again(desks: KilledDesks, folder: Path, seed: int, kills: int, mostly: str) -> list[Ack]:
    """A new house whose desk is killed so many times; after each, all that was acknowledged is there, and whole."""
    codes = _codes(folder)
    acknowledged: list[Ack] = []
    interrupted = told = 0
    for n in range(kills):
        killed = desks.kill_one(folder, codes, seed + n, mostly)
        acknowledged += killed.acks
        assert killed.integrity_failures == 0
        assert all(killed.doubts)
        assert lost(folder, acknowledged) == []
        assert_whole(folder)
        if killed.has_opened and n:
            interrupted += 1
            told += killed.told.startswith("Le poste s’est arrêté sans être fermé.")
    assert told == interrupted > 0
    last = last_sale(folder)
    house = taken_up(folder)
    assert house.sell_pass(receipt=True).sale.number == f"A-{last + 1:06d}"
    house.close()
    assert_whole(folder, deep=True)
    return acknowledged
