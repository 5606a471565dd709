"""A thermal printer on the network, raw TCP (port 9100). What is said on the line is in `talk`."""

from __future__ import annotations

import contextlib
import socket
import time
from dataclasses import dataclass

from desk.language import translate
from desk.printing.addresses import addresses_of
from desk.printing.ports import PrinterAway, PrinterLook
from desk.printing.talk import Talk

PORT = 9100


@dataclass(frozen=True)
class NetworkPrinter:
    """A printer at `host`:`port`; `answers` is what its profile knows of it (PrinterProfile).

    Times are seconds: to find and connect, to answer a status request, to reach the end of a ticket, and for a whole
    delivery, the search for the address of a name included.
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
        with contextlib.closing(self._connect()) as wire:
            self._talk(wire, deadline).deliver(data)

    def look(self) -> PrinterLook:
        """How it is, without printing; raises PrinterAway when it cannot print."""
        deadline = time.monotonic() + self.total
        with contextlib.closing(self._connect()) as wire:
            return self._talk(wire, deadline).look()

    def _talk(self, wire: _Line, deadline: float) -> Talk:
        return Talk(
            wire, deadline, answers=self.answers, answer_within=self.answer_within, print_within=self.print_within
        )

    def _connect(self) -> _Line:
        where = f"{self.host}:{self.port}"
        try:
            return _Line(_connected(self.host, self.port, min(self.connect_within, self.total)))
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


def _connected(host: str, port: int, within: float) -> socket.socket:
    """A connection to the first address that takes one, all of them `within` the same seconds."""
    end = time.monotonic() + within
    error: OSError = TimeoutError(f"no connection to {host} within {within:.1f} s")
    for family, address in addresses_of(host, port, within):
        left = end - time.monotonic()
        if left <= 0:
            break
        wire = socket.socket(family, socket.SOCK_STREAM)
        try:
            wire.settimeout(left)
            wire.connect(address)
        except OSError as refused:
            wire.close()
            error = refused
        else:
            return wire
    raise error


class _Line:
    """A connection as a wire of the talk."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire

    def send(self, data: memoryview, within: float) -> int:
        """As `Wire` says."""
        self._wire.settimeout(within)
        return self._wire.send(data)

    def receive(self, within: float) -> bytes:
        """As `Wire` says."""
        self._wire.settimeout(within)
        return self._wire.recv(64)

    def finish(self, within: float) -> bool:
        """Close our side; a printer that never answers closes its own once it has read all."""
        end = time.monotonic() + within
        self._wire.shutdown(socket.SHUT_WR)
        try:
            self._wire.settimeout(max(within, 0.01))
            while self._wire.recv(256):
                self._wire.settimeout(max(end - time.monotonic(), 0.01))
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        """Leave the connection."""
        with contextlib.suppress(OSError):
            self._wire.close()


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
