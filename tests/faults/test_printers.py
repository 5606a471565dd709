"""Printers of every bad kind: the sale stands, the paper waits or is asked about, and comes out once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk.printing import network
from desk.printing.queue import PrinterSettings
from desk.printing.states import JobState
from models.printing import PrinterKind
from tests.support.faults import tally, times
from tests.support.house import SmallHouse, house_fixture
from tests.support.ledger import assert_whole, lost
from tests.support.printers import COVER_OPEN, NO_PAPER, OFFLINE, FakePrinter, StalledPrinter, closed_port
from tests.support.volumes import fill, read_only, small_volume

__all__ = ["house_fixture"]

TICKETS = times(1, 5)
Bad = Callable[[Path], "Iterator[PrinterSettings]"]


def _at(port: int) -> PrinterSettings:
    return PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{port}")


def _fake(**faults: object) -> Bad:
    def bad(_scratch: Path) -> Iterator[PrinterSettings]:
        with FakePrinter(**faults) as printer:  # type: ignore[arg-type]
            yield _at(printer.port)

    return bad


def _refused(_scratch: Path) -> Iterator[PrinterSettings]:
    yield _at(closed_port())


def _nowhere(_scratch: Path) -> Iterator[PrinterSettings]:
    yield PrinterSettings(PrinterKind.NETWORK, "no..where:9100")


def _stalled(_scratch: Path) -> Iterator[PrinterSettings]:
    with StalledPrinter() as printer:
        yield _at(printer.port)


def _unplugged(_scratch: Path) -> Iterator[PrinterSettings]:
    yield PrinterSettings(PrinterKind.DEVICE, "/dev/usb/no-such-lp")


def _full_device(_scratch: Path) -> Iterator[PrinterSettings]:
    yield PrinterSettings(PrinterKind.DEVICE, "/dev/full")


def _full_folder(scratch: Path) -> Iterator[PrinterSettings]:
    with small_volume(scratch / "paper", "1m") as paper:
        fill(paper)
        yield PrinterSettings(PrinterKind.FILES, str(paper))


def _read_only_folder(scratch: Path) -> Iterator[PrinterSettings]:
    (scratch / "paper").mkdir()
    with read_only(scratch / "paper") as paper:
        yield PrinterSettings(PrinterKind.FILES, str(paper))


BAD: dict[str, Bad] = {
    "refuses": _refused, "is nowhere": _nowhere, "has stopped reading": _stalled,
    "is off line": _fake(online=OFFLINE), "has its cover open": _fake(online=OFFLINE, cause=COVER_OPEN),
    "has no paper": _fake(paper=NO_PAPER), "runs out of paper": _fake(empties_after=200),
    "is cut off": _fake(dies_after=100), "says nothing": _fake(answers=False, closes=False),
    "is unplugged": _unplugged, "takes nothing": _full_device, "has a full folder": _full_folder,
    "has a folder that cannot be written": _read_only_folder,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same printers, waited for a little less."""
    hurried = functools.partial(network.NetworkPrinter, answer_within=0.15, print_within=0.3, total=1.5)
    monkeypatch.setattr(network, "NetworkPrinter", hurried)


@pytest.mark.parametrize("kind", BAD)
def test_a_sale_stands_whatever_the_printer_does(kind: str, house: SmallHouse, tmp_path: Path) -> None:
    told, acknowledged = 0, []
    queue = house.desk.queue
    for n in range(TICKETS):
        (tmp_path / f"{n}").mkdir()
        with contextmanager(BAD[kind])(tmp_path / f"{n}") as settings:
            assert queue.set_printer(settings) is None
            sold = house.later(minutes=1).sell_pass(receipt=True)
            acknowledged.append(("sale", sold.sale.number))
            for person in house.desk.presence.now().people:
                house.desk.checkin.leave(person.visit_id)
            queue.deliver_all()
            papers = queue.pending()
            first = papers[0]
            told += first.trouble.endswith(".") and first.state in (JobState.WAITING, JobState.DOUBTFUL)
        assert queue.set_printer(PrinterSettings(PrinterKind.FILES, "good")) is None
        assert queue.deliver_all() == 0
        if first.state is JobState.DOUBTFUL:  # never again by itself
            assert [job.id for job in queue.pending()] == [first.id]
            assert not (house.folder / "good" / f"{first.id}.pdf").exists()
            assert queue.retry(first.id) is None
            assert queue.deliver_all() == 0
        assert queue.pending() == ()
        assert {path.stem for path in (house.folder / "good").iterdir()} >= {job.id for job in papers}
        assert lost(house.folder, acknowledged) == []
    assert_whole(house.folder)
    tally("a printer that misbehaves", times=TICKETS, acknowledged=len(acknowledged), told=told)
