"""The print queue: a job waits for its printer, goes out once and in order, and a doubt is put to a person."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from desk.bus import Topic
from desk.errors import EnvironmentFault, Refused
from desk.printing.ports import PrinterAway
from desk.printing.queue import PrinterSettings, PrintQueue
from models.printing import JobState, PrinterKind, PrintJob
from tests.support.house import SmallHouse


class FakePrinter:
    """Remembers what it was given; `trouble` is raised instead, `after` is called once it has the bytes."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.trouble: Exception | None = None
        self.after: Callable[[], None] | None = None

    def deliver(self, data: bytes, job_id: str) -> None:
        assert data
        if self.trouble is not None:
            raise self.trouble
        self.printed.append(job_id)
        if self.after is not None:
            self.after()


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> FakePrinter:
    """The only printer there is, whatever the settings say."""
    fake = FakePrinter()
    monkeypatch.setattr("desk.printing.queue.open_printer", lambda *_: fake)
    return fake


def _away(*, may_have_printed: bool = False) -> PrinterAway:
    return PrinterAway("refused", "L’imprimante est éteinte.", todo="Allumez-la.", may_have_printed=may_have_printed)


def _queue(house: SmallHouse, count: int) -> list[str]:
    """So many passes sold, a minute apart; the ids of their jobs in order."""
    for _ in range(count):
        house.later(minutes=1).sell_pass()
    return [job.id for job in house.desk.queue.pending()]


def _states(house: SmallHouse) -> list[JobState]:
    return [job.state for job in house.desk.queue.pending()]


def test_jobs_go_out_once_and_in_order(house: SmallHouse, printer: FakePrinter, hears: list[frozenset[Topic]]) -> None:
    jobs = _queue(house, 4)
    assert _states(house) == [JobState.WAITING] * 4
    hears.clear()
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == jobs
    assert house.desk.queue.pending() == ()
    assert house.desk.queue.deliver_all() == 0
    assert house.desk.queue.deliver_next() is False
    assert len(printer.printed) == 4
    assert hears == [frozenset({Topic.PRINTING})] * 4


def test_a_printer_away_keeps_the_sale_and_the_order(house: SmallHouse, printer: FakePrinter) -> None:
    jobs = _queue(house, 3)
    printer.trouble = _away()
    for attempt in (1, 2, 3):
        assert house.desk.queue.deliver_all() == 3
        first, *others = house.desk.queue.pending()
        assert (first.id, first.attempts, first.trouble) == (jobs[0], attempt, "L’imprimante est éteinte.")
        assert [job.attempts for job in others] == [0, 0]
    printer.trouble = None
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == jobs
    assert house.value("SELECT count(*) FROM sale") == 3


def test_a_job_half_sent_is_put_to_a_person_and_stops_nobody(house: SmallHouse, printer: FakePrinter) -> None:
    jobs = _queue(house, 3)
    printer.trouble = _away(may_have_printed=True)
    assert house.desk.queue.deliver_next() is False
    assert _states(house) == [JobState.DOUBTFUL, JobState.WAITING, JobState.WAITING]
    printer.trouble = None
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == jobs[1:]
    assert _states(house) == [JobState.DOUBTFUL]


def test_a_person_decides_over_a_doubtful_or_waiting_job(house: SmallHouse, printer: FakePrinter) -> None:
    again, came, unwanted, _ = _queue(house, 4)
    printer.trouble = _away(may_have_printed=True)
    while house.desk.queue.deliver_all():
        assert printer.printed == []
    assert house.desk.queue.retry(again) is None
    assert house.desk.queue.confirm(came) is None
    assert house.desk.queue.cancel(unwanted) is None
    printer.trouble = None
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == [again]
    not_waiting = Refused("not_waiting", "Ce document n’attend plus.")
    for job in (again, came, unwanted, "nothing"):
        assert house.desk.queue.retry(job) == not_waiting
        assert house.desk.queue.confirm(job) == not_waiting
        assert house.desk.queue.cancel(job) == not_waiting
    assert _states(house) == [JobState.DOUBTFUL]


@pytest.mark.parametrize(
    ("kind", "state"), [(PrinterKind.NETWORK, JobState.DOUBTFUL), (PrinterKind.FILES, JobState.WAITING)]
)
def test_a_job_caught_by_a_crash_is_told_at_the_next_start(
    house: SmallHouse, printer: FakePrinter, kind: PrinterKind, state: JobState
) -> None:
    """A file may be written again without harm; ink may not."""
    assert house.desk.queue.set_printer(PrinterSettings(kind, "192.0.2.1" if kind == "network" else "tickets")) is None
    caught, waiting = _queue(house, 2)

    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    printer.after = die
    with pytest.raises(Killed):
        house.desk.queue.deliver_next()
    assert _states(house) == [JobState.SENDING, JobState.WAITING]
    printer.after = None
    house.reopen()
    house.desk.queue.recover()
    assert _states(house) == [state, JobState.WAITING]
    assert house.desk.queue.deliver_all() == 0
    expected = [caught, waiting] if state is JobState.DOUBTFUL else [caught, caught, waiting]
    assert printer.printed == expected


def test_a_document_that_cannot_be_drawn_does_not_hold_up_the_others(house: SmallHouse, printer: FakePrinter) -> None:
    broken, *others = _queue(house, 3)
    house.change(PrintJob, broken, document="{}")
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == others
    (job,) = house.desk.queue.pending()
    assert (job.id, job.state, job.trouble) == (broken, JobState.DOUBTFUL, "Ce document n’a pas pu être préparé.")


def test_a_desk_that_stops_while_it_draws_asks_nobody_about_the_paper(
    house: SmallHouse, printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = _queue(house, 1)
    states: list[JobState] = []

    def stop(*_: object, **__: object) -> bytes:
        states.extend(_states(house))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("desk.printing.queue.rendered", stop)
        with pytest.raises(KeyboardInterrupt):
            house.desk.queue.deliver_next()
    assert states == [JobState.WAITING]
    house.desk.queue.recover()
    assert _states(house) == [JobState.WAITING]
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == jobs


def test_a_database_that_is_busy_when_a_paper_would_leave_asks_nobody_about_it(
    house: SmallHouse, printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = _queue(house, 1)

    def busy(*_: object) -> bool:
        raise EnvironmentFault("La base est occupée.")

    with monkeypatch.context() as patch:
        patch.setattr(PrintQueue, "_leaves", busy)
        with pytest.raises(EnvironmentFault):
            house.desk.queue.deliver_all()
    assert _states(house) == [JobState.WAITING]
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == jobs


def test_a_paper_given_up_while_it_is_drawn_does_not_leave(
    house: SmallHouse, printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up, kept = _queue(house, 2)

    def draw(*arguments: object, **keywords: object) -> bytes:
        house.desk.queue.cancel(given_up, "le client est parti")
        return b"drawn"

    monkeypatch.setattr("desk.printing.queue.rendered", draw)
    assert house.desk.queue.deliver_all() == 0
    assert printer.printed == [kept]
    assert [job.id for job in house.desk.queue.given_up(5)] == [given_up]


def test_waiting_jobs_follow_the_desk_to_another_printer(house: SmallHouse) -> None:
    _queue(house, 2)
    taken = house.folder / "taken"
    taken.write_text("a file where the folder should be")
    assert house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, "taken")) is None
    assert house.desk.queue.deliver_all() == 2
    assert house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, "papers")) is None
    assert house.desk.queue.deliver_all() == 0
    papers = sorted((house.folder / "papers").iterdir())
    assert [paper.suffix for paper in papers] == [".pdf", ".pdf"]
    assert all(paper.read_bytes().startswith(b"%PDF") for paper in papers)


def test_a_printer_that_cannot_be_is_refused(house: SmallHouse) -> None:
    refused = house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, "tickets", "none-such"))
    assert isinstance(refused, Refused)
    assert refused.code == "profile"
    assert "80mm-48" in refused.sentence
    refused = house.desk.queue.set_printer(PrinterSettings(PrinterKind.NETWORK, "  "))
    assert isinstance(refused, Refused)
    assert refused.code == "target"


def test_a_worker_delivers_while_the_counter_goes_on(house: SmallHouse, printer: FakePrinter) -> None:
    """The printer is slow: scans are committed while a job is on its way."""
    member = house.member()
    _queue(house, 1)
    on_its_way, scanned = threading.Event(), threading.Event()

    def slow() -> None:
        on_its_way.set()
        assert scanned.wait(20)

    printer.after = slow
    worker = threading.Thread(target=house.desk.queue.deliver_all)
    worker.start()
    assert on_its_way.wait(20)
    assert _states(house) == [JobState.SENDING]
    assert house.scan(member).verdict == "in"
    scanned.set()
    worker.join(20)
    assert house.desk.queue.pending() == ()


def test_two_workers_never_print_one_job_twice(house: SmallHouse, printer: FakePrinter) -> None:
    jobs = _queue(house, 12)
    queues = [PrintQueue(house.desk.work, house.folder) for _ in range(3)]
    workers = [threading.Thread(target=queue.deliver_all) for queue in queues]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert sorted(printer.printed) == sorted(jobs)
