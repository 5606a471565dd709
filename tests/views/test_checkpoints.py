"""The worker that folds the log into the file: no act does it any more, and a disk that refuses loses nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from tests.support import sqlite_files
from tests.support.house import TUESDAY, SmallHouse, small_house
from tests.support.ledger import assert_whole, lost
from views.bridge import Bridge
from views.checkpoints import ACTS, Checkpoints

SCANS = 240
"""More than two thousand pages: SQLite would fold them twice by itself."""
BY_ITSELF = 1000 * 4096
"""The size of the log, in bytes, at which SQLite folds it within a commit."""


class _Folds(sqlite_files.Failing):
    """Which threads wrote to the database's file itself; they can be refused, as by any failing disk."""

    def __init__(self) -> None:
        super().__init__()
        self.by: set[int] = set()

    def write(self, path: Path, offset: int, data: bytes) -> int:
        if path.name == "casaco.db":
            self.by.add(threading.get_ident())
        return super().write(path, offset, data)


@contextmanager
def _watched(folder: Path) -> Iterator[tuple[SmallHouse, _Folds, list[str]]]:
    folds = _Folds()
    with sqlite_files.heard_by(folds), small_house(folder, durable=True) as house:
        codes = [house.member(f"N{n} Essai", ends=TUESDAY + timedelta(days=9000)).code for n in range(3)]
        folds.by.clear()
        yield house, folds, codes


def _scan(house: SmallHouse, codes: list[str], count: int, checkpoints: Checkpoints | None = None) -> list[str]:
    """Scans a minute apart; the answer is the visits that began."""
    begun = []
    for number in range(count):
        outcome = house.later(minutes=1).scan(codes[number % len(codes)])
        begun += [outcome.visit_id] if outcome.verdict.value == "in" else []
        if checkpoints is not None:
            checkpoints.wait()
    return begun


def test_no_scan_folds_the_log_and_it_stays_small(qapp: QApplication, tmp_path: Path) -> None:
    with _watched(tmp_path / "house") as (house, folds, codes):
        checkpoints = Checkpoints(house.desk, bridge := Bridge(house.desk))
        begun = _scan(house, codes, SCANS, checkpoints)
        assert folds.by
        assert threading.get_ident() not in folds.by
        assert 0 < (house.folder / "casaco.db-wal").stat().st_size < BY_ITSELF / 2
        bridge.stop()
        assert lost(house.folder, [("in", visit) for visit in begun]) == []


def test_left_alone_a_scan_folds_it_now_and_then(tmp_path: Path) -> None:
    """What the test above can see: on the counter's own thread."""
    with _watched(tmp_path / "house") as (house, folds, codes):
        _scan(house, codes, SCANS)
        assert folds.by == {threading.get_ident()}


@pytest.mark.parametrize(
    ("what", "answer"),
    [("write", sqlite_files.FULL), ("write", sqlite_files.WRITE_FAILED), ("sync", sqlite_files.SYNC_FAILED)],
    ids=["full", "write", "fsync"],
)
def test_a_disk_that_refuses_is_noted_and_the_counter_goes_on(
    what: str, answer: int, qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with _watched(tmp_path / "house") as (house, disk, codes):
        checkpoints = Checkpoints(house.desk, bridge := Bridge(house.desk))
        disk.fails = lambda asked, path: answer if (asked, path.name) == (what, "casaco.db") else sqlite_files.OK
        with caplog.at_level(logging.WARNING):
            begun = _scan(house, codes, 3 * ACTS, checkpoints)
        assert caplog.text.count("the log stays as it is") == 3
        disk.fails = lambda _what, _path: sqlite_files.OK
        caplog.clear()
        begun += _scan(house, codes, 2 * ACTS, checkpoints)
        assert not caplog.records
        bridge.stop()
        acknowledged = [("in", visit) for visit in begun]
        assert lost(house.folder, acknowledged) == []
        house.reopen()
        assert lost(house.folder, acknowledged) == []
        assert_whole(house.folder)


def test_a_worker_that_fails_is_noted_and_tries_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with _watched(tmp_path / "house") as (house, _, codes):
        checkpoints = Checkpoints(house.desk, bridge := Bridge(house.desk))
        with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
            patch.setattr(FrontDesk, "checkpoint", lambda _: 1 // 0)
            _scan(house, codes, ACTS, checkpoints)
        assert "the worker of checkpoints failed" in caplog.text
        before = (house.folder / "casaco.db").stat().st_mtime_ns
        _scan(house, codes, ACTS, checkpoints)
        assert (house.folder / "casaco.db").stat().st_mtime_ns > before
        bridge.stop()


def test_a_file_that_is_gone_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house:
        (house.folder / "casaco.db").rename(house.folder / "elsewhere.db")
        with pytest.raises(EnvironmentFault):
            house.desk.checkpoint()
        assert not (house.folder / "casaco.db").exists()
        (house.folder / "elsewhere.db").rename(house.folder / "casaco.db")
