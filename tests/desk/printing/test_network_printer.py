"""A network printer that behaves, refuses, stalls, empties or dies: each is told apart, and nothing prints twice."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from desk.documents import escpos_bytes
from desk.documents.escpos_commands import ending_at
from desk.printing.network import NetworkPrinter, host_and_port
from desk.printing.ports import PrinterAway
from desk.printing.profiles import ROLL_48
from tests.support.escpos_screen import Screen
from tests.support.papers import DOCUMENTS
from tests.support.printers import COVER_OPEN, LOW_PAPER, NO_PAPER, OFFLINE, FakePrinter, StalledPrinter, closed_port

TICKET = escpos_bytes.render(DOCUMENTS["day-pass"], ROLL_48)
HUGE = b"x" * 40_000_000  # more than any buffer between us and a printer that reads nothing


def printer(
    port: int, answers: bool | None = None, *, ask: float = 5.0, wait: float = 5.0, total: float = 20.0
) -> NetworkPrinter:
    """Patient unless said: waiting for an answer that does come costs nothing, on a busy machine too."""
    return NetworkPrinter("127.0.0.1", port, answers, answer_within=ask, print_within=wait, total=total)


def failure(who: NetworkPrinter, data: bytes = TICKET) -> PrinterAway:
    with pytest.raises(PrinterAway) as caught:
        who.deliver(data, "job-1")
    away = caught.value
    assert away.what
    assert away.safe
    assert away.todo
    return away


def test_a_good_printer_gets_the_ticket_whole_and_confirms_it() -> None:
    with FakePrinter() as fake:
        printer(fake.port).deliver(TICKET, "job-1")
    assert fake.job == TICKET
    screen = Screen().feed(fake.received)
    assert "Pass journée" in screen.text
    assert screen.cuts == 1


def test_an_older_model_without_the_confirmation_is_believed_on_its_status() -> None:
    with FakePrinter(in_turn=False) as fake:
        printer(fake.port, wait=0.3).deliver(TICKET, "job-1")
    assert fake.job == TICKET


@pytest.mark.parametrize("answers", [None, False])
def test_a_mute_printer_that_closes_after_reading_has_printed(answers: bool | None) -> None:
    with FakePrinter(answers=False) as fake:
        printer(fake.port, answers, ask=0.15).deliver(TICKET, "job-1")
    assert fake.job == TICKET
    assert (b"\x10\x04" in fake.received) == (answers is None)


def test_a_mute_printer_that_never_closes_is_believed_only_when_declared_mute() -> None:
    with FakePrinter(answers=False, closes=False) as fake:
        away = failure(printer(fake.port, ask=0.15, wait=0.4))
        assert (away.code, away.may_have_printed) == ("silent", True)
        printer(fake.port, False, wait=0.4).deliver(TICKET, "job-2")


def test_a_refused_connection_is_told_and_nothing_has_left() -> None:
    away = failure(printer(closed_port()))
    assert (away.code, away.may_have_printed) == ("refused", False)


@pytest.mark.parametrize("host", ["printer.invalid", "a" * 70 + ".invalid", "256.1.1.1"])
def test_an_address_that_leads_nowhere_is_told(host: str) -> None:
    with pytest.raises(PrinterAway) as caught:
        NetworkPrinter(host, 9100, connect_within=1).deliver(TICKET, "job-1")
    assert (caught.value.code, caught.value.may_have_printed) == ("unreachable", False)


def test_a_printer_known_to_answer_that_says_nothing_gets_no_ticket() -> None:
    with StalledPrinter() as fake:
        away = failure(printer(fake.port, True, ask=0.15))
    assert (away.code, away.may_have_printed) == ("stalled", False)


def test_a_stalled_printer_that_nobody_knows_is_never_called_printed() -> None:
    with StalledPrinter() as fake:
        away = failure(printer(fake.port, ask=0.15, wait=0.4))
    assert (away.code, away.may_have_printed) == ("silent", True)


@pytest.mark.parametrize("answers", [None, False])
def test_a_printer_that_stops_taking_ends_within_the_time_given(answers: bool | None) -> None:
    with StalledPrinter() as fake:
        started = time.monotonic()
        away = failure(printer(fake.port, answers, ask=0.15, total=0.8), HUGE)
        took = time.monotonic() - started
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("stalled", False, True)
    assert took < 3


def test_an_empty_printer_is_found_out_before_a_byte_leaves() -> None:
    with FakePrinter(paper=NO_PAPER, online=OFFLINE) as fake:
        away = failure(printer(fake.port))
    assert (away.code, away.may_have_printed) == ("no_paper", False)
    assert fake.job == b""


@pytest.mark.parametrize(("cause", "code"), [(COVER_OPEN, "cover_open"), (0x12, "offline")])
def test_a_printer_off_line_says_why_when_it_knows(cause: int, code: str) -> None:
    with FakePrinter(online=OFFLINE, cause=cause) as fake:
        away = failure(printer(fake.port))
    assert (away.code, away.may_have_printed) == (code, False)
    assert fake.job == b""


def test_paper_that_ends_in_the_middle_leaves_a_piece_without_its_end() -> None:
    with FakePrinter(empties_after=200) as fake:
        away = failure(printer(fake.port, wait=0.3))
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("no_paper", False, True)
    assert fake.job == TICKET[: ending_at(TICKET)]


def test_paper_that_ends_with_the_ticket_asks_a_person() -> None:
    with FakePrinter(empties_after=len(TICKET)) as fake:
        away = failure(printer(fake.port, wait=0.3))
    assert (away.code, away.may_have_printed) == ("no_paper", True)
    assert "peut-être" in away.safe


@pytest.mark.parametrize("answers", [True, False])
def test_a_printer_that_dies_in_the_middle_has_a_piece_without_its_end(answers: bool) -> None:
    """Even one that never answers: a line that is cut tells it before the end is sent."""
    with FakePrinter(answers=answers, dies_after=100) as fake:
        away = failure(printer(fake.port, ask=5 if answers else 0.15))
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("broken", False, True)
    assert fake.job[-60:] not in TICKET[ending_at(TICKET) :]


def test_a_printer_that_dies_at_the_end_asks_a_person() -> None:
    with FakePrinter(dies_after=len(TICKET)) as fake:
        away = failure(printer(fake.port))
    assert (away.code, away.may_have_printed) == ("broken", True)


def test_a_printer_whose_status_is_garbage_is_taken_for_one_that_says_nothing() -> None:
    with FakePrinter(garbage=b"\xff\x00\x7f\xc1" * 40) as fake:
        printer(fake.port, ask=0.2).deliver(TICKET, "job-1")
        away = failure(printer(fake.port, True, ask=0.2))
    assert (away.code, away.may_have_printed) == ("stalled", False)
    assert fake.job == TICKET


def test_a_slow_printer_is_waited_for_and_prints_once() -> None:
    with FakePrinter(slow=True) as fake:
        printer(fake.port).deliver(TICKET, "job-1")
    assert fake.job == TICKET


@pytest.mark.parametrize(
    ("fake", "code"),
    [
        (FakePrinter(), "ready"),
        (FakePrinter(paper=LOW_PAPER), "paper_low"),
        (FakePrinter(answers=False), "silent"),
        (FakePrinter(garbage=b"\xff" * 9), "silent"),
    ],
    ids=["ready", "low", "mute", "garbage"],
)
def test_a_printer_tells_how_it_is_and_prints_nothing(fake: FakePrinter, code: str) -> None:
    with fake:
        look = printer(fake.port, ask=0.2).look()
    assert (look.code, look.is_good) == (code, True)
    assert look.sentence
    assert fake.job == b""


def test_a_look_says_why_not() -> None:
    with FakePrinter(paper=NO_PAPER, online=OFFLINE) as fake, pytest.raises(PrinterAway) as caught:
        printer(fake.port).look()
    assert caught.value.code == "no_paper"
    with StalledPrinter() as stalled, pytest.raises(PrinterAway) as caught:
        printer(stalled.port, True, ask=0.15).look()
    assert caught.value.code == "stalled"
    with pytest.raises(PrinterAway) as caught:
        printer(closed_port()).look()
    assert caught.value.code == "refused"


def test_the_search_for_an_address_is_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's resolver may take half a minute; it is asked once, however often the printer is tried."""
    answered, asked = threading.Event(), []

    def slow(host: str, port: int, *, type: int, flags: int) -> list[object]:
        if flags:
            raise socket.gaierror(socket.EAI_NONAME, "not an address")
        asked.append(host)
        assert answered.wait(20)
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr("desk.printing.addresses.socket.getaddrinfo", slow)
    who = NetworkPrinter("printer.example", connect_within=0.2)
    started = time.monotonic()
    codes = [failure(who).code for _ in range(3)]
    took = time.monotonic() - started
    (search,) = [thread for thread in threading.enumerate() if "printer.example" in thread.name]
    answered.set()
    search.join(10)
    assert codes == ["unreachable"] * 3
    assert asked == ["printer.example"]
    assert took < 3


def test_a_name_with_a_deaf_address_and_a_good_one_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakePrinter() as fake:
        both = [(socket.AF_INET, ("127.0.0.1", closed_port())), (socket.AF_INET, ("127.0.0.1", fake.port))]
        monkeypatch.setattr("desk.printing.network.addresses_of", lambda *_: both)
        NetworkPrinter("printer.example").deliver(TICKET, "job-1")
    assert fake.job == TICKET


def test_a_printer_that_dies_at_the_first_question_has_nothing() -> None:
    with FakePrinter(dies_after=0) as fake:
        away = failure(printer(fake.port))
    assert (away.code, away.may_have_printed) == ("broken", False)


def test_the_same_printer_serves_again_after_a_failure() -> None:
    with FakePrinter(paper=NO_PAPER) as fake:
        failure(printer(fake.port))
        fake.refill()
        printer(fake.port).deliver(TICKET, "job-1")
    assert fake.job == TICKET


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("10.0.0.7", ("10.0.0.7", 9100)),
        (" printer.local:9101 ", ("printer.local", 9101)),
        ("socket://10.0.0.7:9100/", ("10.0.0.7", 9100)),
        ("[fe80::1]:9200", ("fe80::1", 9200)),
        ("fe80::1", ("fe80::1", 9100)),
    ],
)
def test_targets_are_read(target: str, expected: tuple[str, int]) -> None:
    assert host_and_port(target) == expected


@pytest.mark.parametrize("target", [":9100", "host:port", "host:0", "host:70000", "[]:9100"])
def test_targets_that_are_none_are_refused(target: str) -> None:
    with pytest.raises(ValueError):
        host_and_port(target)
