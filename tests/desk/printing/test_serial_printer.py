"""A printer on a serial line: the same talk as on the network, over a terminal that stands for the line."""

from __future__ import annotations

import pytest

from desk.documents import escpos_bytes
from desk.printing.ports import PrinterAway
from desk.printing.profiles import ROLL_48
from desk.printing.serial_line import SerialPrinter, port_and_speed
from tests.support.escpos_screen import Screen
from tests.support.papers import DOCUMENTS
from tests.support.serial_printers import PtyPrinter

TICKET = escpos_bytes.render(DOCUMENTS["day-pass"], ROLL_48)


def test_a_printer_that_answers_gets_the_ticket_whole_and_confirms_it() -> None:
    with PtyPrinter() as fake:
        printer = SerialPrinter(fake.path)
        assert printer.look().code == "ready"
        printer.deliver(TICKET, "job-1")
    assert fake.job == TICKET
    assert Screen().feed(fake.job).cuts == 1


@pytest.mark.parametrize("answers", [None, False])
def test_a_mute_printer_has_what_left_the_line(answers: bool | None) -> None:
    with PtyPrinter(mute=True) as fake:
        SerialPrinter(fake.path, answers=answers, answer_within=0.15).deliver(TICKET, "job-1")
    assert fake.job == TICKET


def test_an_empty_printer_is_found_out_before_a_byte_leaves() -> None:
    with PtyPrinter() as fake:
        fake.empty()
        with pytest.raises(PrinterAway) as caught:
            SerialPrinter(fake.path).deliver(TICKET, "job-1")
    assert (caught.value.code, caught.value.may_have_printed, fake.job) == ("no_paper", False, b"")


def test_a_line_that_is_not_there_is_told() -> None:
    with pytest.raises(PrinterAway) as caught:
        SerialPrinter("/dev/no-such-line").deliver(TICKET, "job-1")
    assert (caught.value.code, caught.value.may_have_printed, caught.value.is_interrupted) == ("missing", False, False)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("COM3", ("COM3", 9600)),
        ("COM3:19200", ("COM3", 19200)),
        (" /dev/ttyUSB0:38400 ", ("/dev/ttyUSB0", 38400)),
        ("/dev/ttyS0", ("/dev/ttyS0", 9600)),
    ],
)
def test_ports_and_speeds_are_read(target: str, expected: tuple[str, int]) -> None:
    assert port_and_speed(target) == expected


@pytest.mark.parametrize("target", ["COM3:", ":9600", "COM3:fast", "COM3:9601", "COM3:99999999999", "COM3:٣٠٠"])
def test_speeds_that_are_none_are_refused(target: str) -> None:
    with pytest.raises(ValueError):
        port_and_speed(target)
