"""A printer that stalls, refuses or dies leaves one job, printed once when it is back: on paper, byte by byte."""

from __future__ import annotations

import pytest

from desk.documents import escpos_bytes
from desk.documents.escpos_commands import RASTER, ending_at
from desk.documents.page import Document, Text
from desk.printing.ports import PrinterAway
from desk.printing.printers import PrinterSettings
from desk.printing.profiles import ROLL_48
from desk.printing.queue import MOST_PIECES, enqueue
from desk.printing.states import JobState, PrinterKind, Purpose
from tests.support.escpos_screen import Printed, Screen
from tests.support.house import SmallHouse, house_fixture
from tests.support.papers import DOCUMENTS
from tests.support.printers import COVER_OPEN, NO_PAPER, OFFLINE, FakePrinter, closed_port

__all__ = ["house_fixture"]

PASS = escpos_bytes.render(DOCUMENTS["day-pass"], ROLL_48)
RESTART = "Reprise : le morceau imprimé avant cette ligne ne compte pas."


def _use(house: SmallHouse, port: int, profile: str = "80mm-48") -> None:
    settings = PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{port}", profile)
    assert house.desk.queue.set_printer(settings) is None


def _only(house: SmallHouse) -> tuple[JobState, int]:
    (job,) = house.desk.queue.pending()
    assert job.trouble
    return job.state, job.attempts


def _words(tape: bytes) -> str:
    return " ".join(Screen().feed(tape).text.split())


def _printed_once(house: SmallHouse, fake: FakePrinter) -> None:
    """The paper holds one whole pass, whatever piece comes before it."""
    assert house.desk.queue.pending() == ()
    assert len(house.desk.queue.printed(5)) == 1
    assert fake.job.count(b"\x1dV\x01") == 1, "one cut"
    whole = fake.job[fake.job.rindex(b"\x1b@") :]
    screen = Screen().feed(whole)
    assert screen.text.count("Pass journée") == 1
    assert len(screen.pictures) == 1


@pytest.mark.parametrize("profile", ["80mm-48", "80mm-48-confirmed"])
@pytest.mark.parametrize("dies_after", [1, 100, 2000, 9000])
def test_a_printer_that_dies_in_the_middle_prints_once_when_it_is_back(
    house: SmallHouse, dies_after: int, profile: str
) -> None:
    with FakePrinter(dies_after=dies_after) as fake:
        _use(house, fake.port, profile)
        house.sell_pass()
        assert house.desk.queue.deliver_all() == 1
        assert _only(house) == (JobState.WAITING, 1)
        fake.revive()
        assert house.desk.queue.deliver_all() == 0
    _printed_once(house, fake)
    assert RESTART in _words(fake.job[fake.job.rindex(b"\x1b@") :])


def test_a_printer_that_dies_at_the_very_end_is_asked_about_and_not_printed_again(house: SmallHouse) -> None:
    with FakePrinter() as fake:
        _use(house, fake.port)
        house.sell_pass()
        fake.die_at_the_cut()
        assert house.desk.queue.deliver_all() == 0
        assert _only(house) == (JobState.DOUBTFUL, 1)
        fake.revive()
        assert house.desk.queue.deliver_all() == 0
        (job,) = house.desk.queue.pending()
        assert house.desk.queue.confirm(job.id) is None
    _printed_once(house, fake)


@pytest.mark.parametrize(
    "trouble",
    [
        {"paper": NO_PAPER, "online": OFFLINE}, {"online": OFFLINE, "cause": COVER_OPEN}, {"online": OFFLINE},
    ],
    ids=["paper", "cover", "offline"],
)  # fmt: skip
def test_a_printer_that_cannot_print_gets_the_paper_once_it_can(house: SmallHouse, trouble: dict[str, int]) -> None:
    with FakePrinter(**trouble) as fake:  # type: ignore[arg-type]
        _use(house, fake.port)
        house.sell_pass()
        for attempt in (1, 2, 3, 4):
            assert house.desk.queue.deliver_all() == 1
            assert _only(house) == (JobState.WAITING, attempt)
        assert fake.job == b""
        fake.refill()
        assert house.desk.queue.deliver_all() == 0
    _printed_once(house, fake)
    assert RESTART not in _words(fake.job)


def test_a_printer_that_was_switched_off_gets_the_paper_once_it_is_back(house: SmallHouse) -> None:
    _use(house, closed_port())
    house.sell_pass()
    assert house.desk.queue.deliver_all() == 1
    assert _only(house) == (JobState.WAITING, 1)
    with FakePrinter() as fake:
        _use(house, fake.port)
        assert house.desk.queue.deliver_all() == 0
    _printed_once(house, fake)


def test_a_printer_that_always_stops_half_way_does_not_eat_the_roll(house: SmallHouse) -> None:
    with FakePrinter(dies_after=500) as fake:
        _use(house, fake.port)
        house.sell_pass()
        states = []
        for _ in range(MOST_PIECES + 2):
            house.desk.queue.deliver_all()
            states.append(_only(house))
    assert states[:MOST_PIECES] == [(JobState.WAITING, 1), (JobState.WAITING, 2), (JobState.DOUBTFUL, 3)]
    assert states[MOST_PIECES:] == [(JobState.DOUBTFUL, 3)] * 2


@pytest.mark.parametrize("cut", range(0, len(PASS), 1021))
def test_a_picture_left_in_the_middle_swallows_nothing_of_the_next_try(cut: int) -> None:
    """A printer that still waits for the dots of a code gets them white, then a fresh start."""
    again = escpos_bytes.render(DOCUMENTS["day-pass"], ROLL_48, again=True)
    tape = PASS[: min(cut, ending_at(PASS))] + again
    at = tape.find(RASTER)
    if 0 <= at < cut:
        # What the printer makes of it: the picture takes its bytes wherever they come from.
        length = 8 + int.from_bytes(tape[at + 4 : at + 6], "little") * int.from_bytes(tape[at + 6 : at + 8], "little")
        rest = tape[at + length :].lstrip(b"\x00")
    else:
        rest = again.lstrip(b"\x00")
    start = rest.index(b"\x1b@") if at < cut else 0
    assert len(rest[start:]) == len(again.lstrip(b"\x00"))
    screen = Screen().feed(rest[start:])
    assert isinstance(screen.tape[0], Printed)
    assert RESTART in " ".join(screen.text.split())
    assert (len(screen.pictures), screen.cuts) == (1, 1)


def test_one_printer_away_holds_up_no_other(house: SmallHouse) -> None:
    folder = house.desk.printers.everyone()[0]
    with FakePrinter() as fake:
        away = house.desk.printers.add(PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{closed_port()}", name="Loin"))
        till = house.desk.printers.add(PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{fake.port}", name="Près"))
        with house.desk.work.write() as unit:
            for printer in (away, till, folder):
                enqueue(unit, Document("note", f"Pour {printer.name}", (Text("x"),)), printer_id=printer.id)  # type: ignore[union-attr]
        assert house.desk.queue.deliver_all() == 1
        (waiting,) = house.desk.queue.pending()
        assert waiting.printer == "Loin"
        assert house.desk.queue.reroute(waiting.id, till.id) is None  # type: ignore[union-attr]
        assert house.desk.queue.deliver_all() == 0
    assert fake.job.count(b"\x1dV\x01") == 2


def test_the_roll_call_goes_before_what_waits(house: SmallHouse) -> None:
    house.sell_pass(receipt=True)
    house.later(minutes=1).desk.queue.print_document(Document("roll_call", "Appel", (Text("x"),)))
    assert house.desk.queue.deliver_all() == 0
    printed = [title for (title,) in house.rows("SELECT title FROM print_job ORDER BY rowid")]
    assert printed[-1] == "Appel"
    with FakePrinter() as fake:
        _use(house, fake.port)
        house.sell_pass()
        house.desk.queue.print_document(Document("roll_call", "Appel", (Text("Liste"),)))
        assert house.desk.queue.deliver_all() == 0
    assert fake.job.index(b"Liste") < fake.job.index(b"Pass")


def test_a_doubtful_receipt_sent_elsewhere_or_again_is_recorded(house: SmallHouse) -> None:
    till = house.desk.printers.everyone()[0]
    other = house.desk.printers.add(PrinterSettings(PrinterKind.FILES, "autre", name="Autre"))
    for _ in range(2):
        house.sell_pass(receipt=True)
    first, second = [job for job in house.desk.queue.pending() if job.is_fiscal]
    for job in (first, second):
        house.change(_job_class(), job.id, state=JobState.DOUBTFUL)
    assert house.desk.queue.reroute(first.id, till.id).code == "same_printer"  # type: ignore[union-attr]
    assert house.desk.queue.reroute(first.id, other.id) is None  # type: ignore[union-attr]
    assert house.desk.queue.retry(second.id) is None
    kinds = "SELECT kind FROM journal WHERE stream = 'technical' AND kind LIKE 'print.%' ORDER BY sequence"
    assert house.rows(kinds) == [("print.rerouted",), ("print.repeated",)]
    assert house.desk.queue.deliver_all() == 0
    assert len(list((house.folder / "autre").iterdir())) == 1
    assert house.verify(deep=True).ok


def test_a_fiscal_paper_is_given_up_with_a_reason_only(house: SmallHouse) -> None:
    house.sell_pass(receipt=True)
    pass_job, receipt = house.desk.queue.pending()
    refused = house.desk.queue.cancel(receipt.id, " \t ")
    assert refused is not None
    assert (refused.code, receipt.title in refused.sentence) == ("no_reason", True)
    assert house.desk.queue.cancel(receipt.id, "Le client  est parti" + "!" * 500) is None
    assert house.desk.queue.cancel(pass_job.id) is None
    assert house.desk.queue.pending() == ()
    reasons = {job.title: job.reason for job in house.desk.queue.given_up(5)}
    assert reasons[receipt.title].startswith("Le client est parti!")
    assert len(reasons[receipt.title]) == 200
    ((kind, body),) = house.rows("SELECT kind, body FROM journal WHERE kind LIKE 'print.%'")
    assert kind == "print.cancelled"
    assert "Le client est parti" in (body.decode() if isinstance(body, bytes) else str(body))
    assert house.verify(deep=True).ok


def test_a_paper_on_its_way_is_in_nobody_s_hands(house: SmallHouse) -> None:
    house.sell_pass()
    (job,) = house.desk.queue.pending()
    house.change(_job_class(), job.id, state=JobState.SENDING)
    printer = house.desk.printers.everyone()[0]
    for answer in (
        house.desk.queue.reroute(job.id, printer.id), house.desk.queue.retry(job.id), house.desk.queue.cancel(job.id)
    ):  # fmt: skip
        assert answer is not None
        assert answer.code == "not_waiting"


def test_every_purpose_has_a_printer_even_in_a_house_that_lost_its_table(house: SmallHouse) -> None:
    house.rows("DELETE FROM printer_use")
    house.sell_pass()
    assert house.desk.queue.deliver_all() == 0
    assert house.desk.printers.assign(Purpose.CARDS, house.desk.printers.everyone()[0].id) is None
    assert house.desk.printers.everyone()[0].purposes == (Purpose.CARDS,)


def _job_class() -> type:
    from models.printing import PrintJob

    return PrintJob


def test_a_piece_is_never_called_printed() -> None:
    away = PrinterAway("broken", "La liaison s’est coupée.", todo="", may_have_printed=True, is_interrupted=True)
    assert (away.may_have_printed, away.is_interrupted) == (True, False)
