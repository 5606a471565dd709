"""A thermal printer on the network, raw TCP (port 9100).

A printer that stopped still accepts connections, and the system's buffers swallow a whole ticket without an error
(FIELD.md), so bytes sent prove nothing. The evidence of a delivery is, best first: the answer to a status request
placed after the ticket (GS r 1, which the printer reads in its turn); a good real-time status (DLE EOT) after it;
the printer closing its side once we closed ours. With none of them the job is not called printed.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.language import translate
from desk.printing.ports import PrinterAway

PORT = 9100

_ONLINE = b"\x10\x04\x01"
_OFFLINE_CAUSE = b"\x10\x04\x02"
_PAPER = b"\x10\x04\x04"
_IN_TURN = b"\x1dr\x01"

Test = Callable[[int], bool]

_IS_OFFLINE = 0x08
_COVER_OPEN = 0x04
_PAPER_END = 0x60


@dataclass(frozen=True)
class NetworkPrinter:
    """A printer at `host`:`port`; `answers` is what its profile knows of it (PrinterProfile).

    Times are seconds: to connect, to answer a status request, to reach the end of a ticket, and for a whole delivery
    (finding the address of a host by its name is up to the system and comes on top).
    """

    host: str
    port: int = PORT
    answers: bool | None = None
    connect_within: float = 3.0
    answer_within: float = 1.0
    print_within: float = 5.0
    total: float = 15.0

    def deliver(self, data: bytes, job_id: str) -> None:  # noqa: ARG002 the wire knows no job
        """Send the job and look for evidence that it was taken; raises PrinterAway."""
        deadline = time.monotonic() + self.total
        talk = _Talk(self._connect(), deadline, self.answer_within, self.print_within)
        try:
            answered = self.answers is not False and talk.check_before(must_answer=self.answers is True)
            talk.send(data + (_IN_TURN if answered else b""))
            if answered:
                talk.check_after()
            else:
                talk.finish(needs_proof=self.answers is None)
        finally:
            talk.close()

    def _connect(self) -> socket.socket:
        where = f"{self.host}:{self.port}"
        try:
            return socket.create_connection((self.host, self.port), timeout=min(self.connect_within, self.total))
        except ConnectionRefusedError as error:
            raise PrinterAway(
                "refused",
                translate("Printing", "L’imprimante {where} refuse la connexion.").format(where=where),
                todo=translate("Printing", "Vérifiez qu’elle est allumée et que personne d’autre n’imprime."),
            ) from error
        except (OSError, UnicodeError) as error:  # UnicodeError: a host name that cannot be one
            raise PrinterAway(
                "unreachable",
                translate("Printing", "L’imprimante {where} est introuvable sur le réseau.").format(where=where),
                todo=translate("Printing", "Vérifiez qu’elle est allumée et que son câble est branché."),
            ) from error


class _Talk:
    """One connection, from the first status request to the last proof."""

    def __init__(self, wire: socket.socket, deadline: float, answer_within: float, print_within: float) -> None:
        self._wire = wire
        self._deadline = deadline
        self._answer_within = answer_within
        self._print_within = print_within
        self._began = False

    def check_before(self, must_answer: bool) -> bool:
        """True if the printer answers and is ready, false if it says nothing; nothing of the job has left yet."""
        status = self._ask(_ONLINE, _is_real_time)
        if status is None:
            if must_answer:
                raise self._stalled()
            return False
        self._refuse_if_unable(status)
        return True

    def send(self, data: bytes) -> None:
        """Give all of `data` to the printer, or say that it stopped taking."""
        view = memoryview(data)
        while view:
            try:
                self._wire.settimeout(self._left())
                taken = self._wire.send(view)
            except TimeoutError as error:
                raise self._stalled() from error
            except OSError as error:
                raise self._broken() from error
            self._began = True
            view = view[taken:]

    def check_after(self) -> None:
        """Wait for the printer to reach the end of the ticket; if it does not, ask it why."""
        if self._read(_is_in_turn, min(self._print_within, self._left())) is not None:
            return
        status = self._ask(_ONLINE, _is_real_time)
        if status is None:
            raise self._stalled()
        self._refuse_if_unable(status)  # ready, and without GS r: an older model that has printed

    def finish(self, needs_proof: bool) -> None:
        """Close our side and let a printer that never answers close its own, which it does once it has read all."""
        try:
            self._wire.shutdown(socket.SHUT_WR)
            end = min(time.monotonic() + self._print_within, self._deadline)
            self._wire.settimeout(max(end - time.monotonic(), 0.01))
            while self._wire.recv(256):
                self._wire.settimeout(max(end - time.monotonic(), 0.01))
        except TimeoutError as error:
            if needs_proof:
                raise self._silent() from error
        except OSError as error:
            raise self._broken() from error

    def close(self) -> None:
        """Leave the connection; what matters was decided before."""
        with contextlib.suppress(OSError):
            self._wire.close()

    def _ask(self, request: bytes, expected: Test) -> int | None:
        try:
            self._wire.settimeout(self._left())
            self._wire.sendall(request)
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
                self._wire.settimeout(left)
                received = self._wire.recv(16)
            except TimeoutError:
                return
            except OSError as error:
                raise self._broken() from error
            if not received:
                raise self._broken()
            yield from received

    def _refuse_if_unable(self, status: int) -> None:
        paper = self._ask(_PAPER, _is_real_time)
        if paper is not None and paper & _PAPER_END:
            raise PrinterAway(
                "no_paper",
                translate("Printing", "L’imprimante n’a plus de papier."),
                todo=translate("Printing", "Mettez un rouleau neuf et refermez le capot."),
                may_have_printed=self._began,
            )
        if not status & _IS_OFFLINE:
            return
        cause = self._ask(_OFFLINE_CAUSE, _is_real_time)
        if cause is not None and cause & _COVER_OPEN:
            raise PrinterAway(
                "cover_open",
                translate("Printing", "Le capot de l’imprimante est ouvert."),
                todo=translate("Printing", "Refermez-le."),
                may_have_printed=self._began,
            )
        raise PrinterAway(
            "offline",
            translate("Printing", "L’imprimante s’est mise hors ligne."),
            todo=translate("Printing", "Regardez ses voyants, puis éteignez-la et rallumez-la."),
            may_have_printed=self._began,
        )

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self._stalled()
        return left

    def _stalled(self) -> PrinterAway:
        return PrinterAway(
            "stalled",
            translate("Printing", "L’imprimante ne répond plus."),
            todo=translate("Printing", "Regardez s’il reste du papier, puis éteignez-la et rallumez-la."),
            may_have_printed=self._began,
        )

    def _silent(self) -> PrinterAway:
        return PrinterAway(
            "silent",
            translate("Printing", "L’imprimante a reçu le ticket mais ne confirme rien."),
            todo=translate("Printing", "Si le ticket est sorti, indiquez dans les réglages qu’elle ne répond jamais."),
            may_have_printed=self._began,
        )

    def _broken(self) -> PrinterAway:
        return PrinterAway(
            "broken",
            translate("Printing", "La liaison avec l’imprimante s’est coupée."),
            todo=translate("Printing", "Vérifiez qu’elle est allumée et que son câble est branché."),
            may_have_printed=self._began,
        )


def host_and_port(target: str) -> tuple[str, int]:
    """The two parts of "printer.local", "10.0.0.7:9100", "[fe80::1]:9100" or a bare IPv6 address.

    Raises ValueError for anything else.
    """
    target = target.strip().removeprefix("tcp://").removeprefix("socket://").rstrip("/")
    if target.startswith("["):
        host, _, rest = target[1:].partition("]")
        port = rest.removeprefix(":")
    elif target.count(":") > 1:
        host, port = target, ""
    else:
        host, _, port = target.partition(":")
    number = int(port) if port else PORT
    if not host or not 0 < number < 65536:
        raise ValueError(f"not the address of a printer: {target!r}")
    return host, number


def _is_real_time(byte: int) -> bool:
    """The shape of an answer to DLE EOT: bits 1 and 4 set, bits 0 and 7 clear."""
    return byte & 0x93 == 0x12


def _is_in_turn(byte: int) -> bool:
    """The shape of an answer to GS r: bits 4 and 7 clear."""
    return byte & 0x90 == 0
