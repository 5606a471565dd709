"""A thermal printer on a serial line: COM3 on Windows, /dev/ttyUSB0 on Linux. What is said on it is in `talk`."""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook
from desk.printing.talk import Talk

if TYPE_CHECKING:
    from serial import Serial

SPEED = 9600
"""Bits a second of most printers out of the box."""

SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)

_CHUNK = 256
"""Bytes given at once, so that a line that stops is seen soon."""

_BLINK = 0.02


@dataclass(frozen=True)
class SerialPrinter:
    """A printer on `port` at `speed` bits a second, eight bits, no parity.

    Times are seconds. The whole delivery has a minute: at 9600 bits a second a pass with its code takes eleven seconds.
    """

    port: str
    speed: int = SPEED
    answers: bool | None = None
    answer_within: float = 1.0
    print_within: float = 8.0
    total: float = 60.0

    def deliver(self, data: bytes, job_id: str) -> None:  # noqa: ARG002 the wire knows no job
        """Send the job and look for evidence that it was taken; raises PrinterAway."""
        deadline = time.monotonic() + self.total
        with contextlib.closing(self._open()) as line:
            self._talk(line, deadline).deliver(data)

    def look(self) -> PrinterLook:
        """How it is, without printing; raises PrinterAway when it cannot print."""
        deadline = time.monotonic() + self.total
        with contextlib.closing(self._open()) as line:
            return self._talk(line, deadline).look()

    def _talk(self, line: _Line, deadline: float) -> Talk:
        return Talk(
            line, deadline, answers=self.answers, answer_within=self.answer_within, print_within=self.print_within
        )

    def _open(self) -> _Line:
        from serial import Serial

        try:
            return _Line(Serial(self.port, self.speed, timeout=0, write_timeout=0))
        except (OSError, ValueError) as error:  # SerialException is an OSError
            raise PrinterAway(
                "missing",
                translate("Printing", "Le port série {port} ne s’ouvre pas.").format(port=self.port),
                todo=translate(
                    "Printing", "Vérifiez le câble, le nom du port, et qu’aucun autre programme ne l’utilise."
                ),
            ) from error


class _Line:
    """A serial line as a wire of the talk."""

    def __init__(self, line: Serial) -> None:
        self._line = line

    def send(self, data: memoryview, within: float) -> int:
        """As `Wire` says."""
        from serial import SerialTimeoutException

        end = time.monotonic() + within
        self._line.write_timeout = max(within, 0.01)
        try:
            taken = self._line.write(bytes(data[:_CHUNK])) or 0
        except SerialTimeoutException as error:
            raise self._stuck() from error
        # What only fills the system's buffer has not left: a printer without paper holds the line back.
        pause = threading.Event()
        while self._line.out_waiting:
            if time.monotonic() > end:
                raise self._stuck()
            pause.wait(_BLINK)
        return taken

    def receive(self, within: float) -> bytes:
        """As `Wire` says."""
        self._line.timeout = max(within, 0)
        received: bytes = self._line.read(1)
        if not received:
            raise TimeoutError("the line says nothing")
        return received + bytes(self._line.read(self._line.in_waiting) if self._line.in_waiting else b"")

    def finish(self, within: float) -> bool:  # noqa: ARG002 as `Wire` says
        """Everything has left already (see `send`), past a printer that holds the line when it cannot print."""
        return True

    def close(self) -> None:
        """Leave the line."""
        self._line.close()

    def _stuck(self) -> TimeoutError:
        """What the line still holds must not come out later, when the job goes out again."""
        with contextlib.suppress(OSError):
            self._line.reset_output_buffer()
        return TimeoutError("the line takes nothing more")


def port_and_speed(target: str) -> tuple[str, int]:
    """The two parts of "COM3", "COM3:19200" or "/dev/ttyUSB0:38400"; raises ValueError for a speed that is none."""
    port, separator, speed = target.strip().rpartition(":")
    if not separator:
        return target.strip(), SPEED
    if not port or not speed.isascii() or not speed.isdecimal() or int(speed[:7]) not in SPEEDS:
        raise ValueError(f"not a serial port and its speed: {target!r}")
    return port, int(speed)
