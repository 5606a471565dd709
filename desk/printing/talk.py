"""A conversation in ESC/POS with a thermal printer, over any wire that carries bytes both ways.

A printer that stopped still accepts connections, and the system's buffers swallow a whole ticket without an error
(FIELD.md), so bytes sent prove nothing. The evidence of a delivery is, best first: the answer to a status request
placed after the ticket (GS r 1, which the printer reads in its turn); a good real-time status (DLE EOT) after it;
the wire's own sign that all was read. With none of them the job is not called printed.

The end of the ticket (desk.documents.escpos_bytes.ending_at) leaves only when the printer has shown that it is still
there after the rest: whatever goes wrong before, the paper has no end, and ports.py says what follows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Protocol

from desk.documents.escpos_commands import ending_at
from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook, ready, there

_ONLINE = b"\x10\x04\x01"
_OFFLINE_CAUSE = b"\x10\x04\x02"
_PAPER = b"\x10\x04\x04"
_IN_TURN = b"\x1dr\x01"

Test = Callable[[int], bool]

_IS_OFFLINE = 0x08
_COVER_OPEN = 0x04
_PAPER_END = 0x60
_PAPER_LOW = 0x0C

_STILL_THERE = 0.25
"""Seconds in which a line that was cut usually says so; a printer that never answers is given no more."""


class Wire(Protocol):
    """Bytes to a printer and back. Each method raises TimeoutError when `within` seconds were not enough (`receive`
    and `send`), and OSError when the line is cut."""

    def send(self, data: memoryview, within: float) -> int:
        """Give some of `data`; the answer is how many bytes were taken."""

    def receive(self, within: float) -> bytes:
        """Some bytes; empty when the other side has closed."""

    def finish(self, within: float) -> bool:
        """No more to send: whether the other side showed that it took everything."""

    def close(self) -> None:
        """Leave; what matters was decided before."""


class Talk:
    """One conversation. `answers` is what the profile knows of the printer; times are seconds, `total` for all."""

    def __init__(
        self, wire: Wire, deadline: float, *, answers: bool | None, answer_within: float, print_within: float
    ) -> None:
        self._wire = wire
        self._deadline = deadline
        self._answers = answers
        self._answer_within = answer_within
        self._print_within = print_within
        self._began = False
        self._is_whole = False
        self._knows_turn = True

    def deliver(self, data: bytes) -> None:
        """Print `data`, its end last, and look for evidence; raises PrinterAway."""
        answered = self._answers is not False and self._check_before()
        cut = ending_at(data)
        if cut:
            self._send(data[:cut] + (_IN_TURN if answered else b""))
            if answered:
                self._check_after()
            else:
                self._still_there()
        self._send(data[cut:] + (_IN_TURN if answered else b""))
        self._is_whole = True
        if answered:
            self._check_after()
        else:
            self._finish()

    def look(self) -> PrinterLook:
        """How the printer is, as it says itself; raises PrinterAway when it cannot print."""
        status = self._ask(_ONLINE, _is_real_time)
        if status is None:
            if self._answers is True:
                raise self._stalled()
            return there()
        paper = self._refuse_if_unable(status)
        if paper is not None and paper & _PAPER_LOW:
            return PrinterLook("paper_low", translate("Printing", "Prête\u00a0; le rouleau est presque fini."))
        return ready()

    # --- the steps -------------------------------------------------------------------------------------------

    def _check_before(self) -> bool:
        """True if the printer answers and is ready, false if it says nothing; nothing of the job has left yet."""
        status = self._ask(_ONLINE, _is_real_time)
        if status is None:
            if self._answers is True:
                raise self._stalled()
            return False
        self._refuse_if_unable(status)
        return True

    def _send(self, data: bytes) -> None:
        """Give all of `data` to the printer, or say that it stopped taking."""
        view = memoryview(data)
        while view:
            try:
                taken = self._wire.send(view, self._left())
            except TimeoutError as error:
                raise self._stalled() from error
            except OSError as error:
                raise self._broken() from error
            self._began = self._began or taken > 0
            view = view[taken:]

    def _check_after(self) -> None:
        """Wait for the printer to reach what was sent last; if it does not, ask it why."""
        if self._knows_turn and self._read(_is_in_turn, min(self._print_within, self._left())) is not None:
            return
        # An older model does not know GS r: once that is seen, its word is taken without the same wait again.
        self._knows_turn = False
        status = self._ask(_ONLINE, _is_real_time)
        if status is None:
            raise self._stalled()
        self._refuse_if_unable(status)  # ready, and without GS r: an older model that has printed

    def _still_there(self) -> None:
        """A printer that says nothing can still be seen to have gone."""
        self._read(_nothing, min(_STILL_THERE, self._left()))

    def _finish(self) -> None:
        try:
            proved = self._wire.finish(min(self._print_within, self._left()))
        except OSError as error:
            raise self._broken() from error
        if not proved and self._answers is None:
            raise self._silent()

    def _ask(self, request: bytes, expected: Test) -> int | None:
        view = memoryview(request)
        try:
            while view:
                view = view[self._wire.send(view, self._left()) :]
        except TimeoutError as error:
            raise self._stalled() from error
        except OSError as error:
            raise self._broken() from error
        return self._read(expected, min(self._answer_within, self._left()))

    def _read(self, expected: Test, within: float) -> int | None:
        """The first byte that is the answer expected, or None when none came in time."""
        end = time.monotonic() + within
        for byte in self._bytes_until(end):
            if expected(byte):
                return byte
        return None

    def _bytes_until(self, end: float) -> Iterator[int]:
        while (left := end - time.monotonic()) > 0:
            try:
                received = self._wire.receive(left)
            except TimeoutError:
                return
            except OSError as error:
                raise self._broken() from error
            if not received:
                raise self._broken()
            yield from received

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self._stalled()
        return left

    # --- what goes wrong -------------------------------------------------------------------------------------

    def _refuse_if_unable(self, status: int) -> int | None:
        """The paper's own status, when the printer tells it and can print."""
        paper = self._ask(_PAPER, _is_real_time)
        if paper is not None and paper & _PAPER_END:
            raise self._away(
                "no_paper",
                translate("Printing", "L’imprimante n’a plus de papier."),
                translate("Printing", "Mettez un rouleau neuf et refermez le capot."),
            )
        if not status & _IS_OFFLINE:
            return paper
        cause = self._ask(_OFFLINE_CAUSE, _is_real_time)
        if cause is not None and cause & _COVER_OPEN:
            raise self._away(
                "cover_open",
                translate("Printing", "Le capot de l’imprimante est ouvert."),
                translate("Printing", "Refermez-le."),
            )
        raise self._away(
            "offline",
            translate("Printing", "L’imprimante s’est mise hors ligne."),
            translate("Printing", "Regardez ses voyants, puis éteignez-la et rallumez-la."),
        )

    def _away(self, code: str, what: str, todo: str) -> PrinterAway:
        return PrinterAway(code, what, todo=todo, may_have_printed=self._is_whole, is_interrupted=self._began)

    def _stalled(self) -> PrinterAway:
        return self._away(
            "stalled",
            translate("Printing", "L’imprimante ne répond plus."),
            translate("Printing", "Regardez s’il reste du papier, puis éteignez-la et rallumez-la."),
        )

    def _silent(self) -> PrinterAway:
        return self._away(
            "silent",
            translate("Printing", "L’imprimante a reçu le ticket mais ne confirme rien."),
            translate("Printing", "Si le ticket est sorti, indiquez dans les réglages qu’elle ne répond jamais."),
        )

    def _broken(self) -> PrinterAway:
        return self._away(
            "broken",
            translate("Printing", "La liaison avec l’imprimante s’est coupée."),
            translate("Printing", "Vérifiez qu’elle est allumée et que son câble est branché."),
        )


def _is_real_time(byte: int) -> bool:
    """The shape of an answer to DLE EOT: bits 1 and 4 set, bits 0 and 7 clear."""
    return byte & 0x93 == 0x12


def _is_in_turn(byte: int) -> bool:
    """The shape of an answer to GS r: bits 4 and 7 clear."""
    return byte & 0x90 == 0


def _nothing(_byte: int) -> bool:
    return False
