"""A worker that dies in the middle of what it does: told, and what it had in hand is put to a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.errors import EnvironmentFault
from desk.printing.queue import PrinterSettings, PrintQueue
from desk.printing.states import JobState
from models.printing import PrinterKind
from tests.support.faults import tally, times
from tests.support.house import SmallHouse, house_fixture
from tests.support.ledger import assert_whole, lost
from tests.support.window import AWAY, shown
from views.jobs import PrintJobs

__all__ = ["house_fixture"]

DEATHS = times(1, 10)
FAULT = EnvironmentFault("Le disque ne répond pas correctement.", todo="Vérifiez le disque.")


def _dies(*_: object) -> None:
    raise FAULT


@pytest.mark.parametrize(
    ("step", "state"), [("_choose", JobState.WAITING), ("_settle", JobState.DOUBTFUL)], ids=["before", "after"]
)
def test_a_print_worker_that_dies_leaves_no_paper_in_limbo(
    step: str, state: JobState, qtbot: QtBot, house: SmallHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a byte has left the ticket goes out by itself; after it, a person says whether it did."""
    device = tmp_path / "device"
    device.touch()
    queue, jobs = house.desk.queue, PrintJobs(house.desk)
    assert queue.set_printer(PrinterSettings(PrinterKind.DEVICE, str(device))) is None
    acknowledged, told = [], 0
    for _ in range(DEATHS):
        acknowledged.append(("sale", house.later(minutes=1).sell_pass(receipt=True).sale.number))
        for person in house.desk.presence.now().people:
            house.desk.checkin.leave(person.visit_id)
        sent = device.stat().st_size
        with monkeypatch.context() as patch:
            patch.setattr(PrintQueue, step, _dies)
            with qtbot.waitSignal(jobs.failed) as failed:
                jobs.kick()
        told += failed.args == [FAULT]
        first = queue.pending()[0]
        assert (first.attempts, device.stat().st_size > sent) == ((1, True) if step == "_settle" else (0, False))
        with qtbot.waitSignal(jobs.finished):
            jobs.kick()
        if state is JobState.DOUBTFUL:
            (job,) = queue.pending()
            assert (job.id, job.state, job.attempts) == (first.id, state, 1)  # not printed twice
            assert job.trouble == "Le poste s’est arrêté pendant l’impression."
            assert queue.confirm(job.id) is None
        assert queue.pending() == ()
    jobs.stop()
    assert lost(house.folder, acknowledged) == []
    assert_whole(house.folder)
    tally("a print worker that dies", times=DEATHS, acknowledged=len(acknowledged), told=told)


def test_the_window_tells_that_printing_broke_off(
    qtbot: QtBot, qapp: QApplication, house: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shown(qtbot, house) as screen:
        screen.wait(screen.all_printed)
        monkeypatch.setattr(PrintQueue, "_choose", _dies)
        with qtbot.waitSignal(screen.application.jobs.failed):
            screen.application.jobs.kick()
        screen.settle()
        assert screen.window.banner.sentence == FAULT.sentence
        monkeypatch.undo()


def test_a_delivery_that_ends_after_the_desk_has_closed_starts_nothing(qtbot: QtBot, house: SmallHouse) -> None:
    """What the worker says arrives with the next turn of the loop: it had armed the next try of a closed window."""
    assert house.desk.queue.set_printer(AWAY) is None
    house.sell_pass(receipt=True)
    jobs = PrintJobs(house.desk)
    with qtbot.waitSignal(jobs.finished):
        jobs.kick()
        jobs.stop()
    assert not jobs.is_running
    assert not jobs._retry.isActive()
