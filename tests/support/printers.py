"""Printers on the network that behave, or do not: real sockets on the loopback, each in its thread."""

from __future__ import annotations

import socket
import struct
import threading
from types import TracebackType

ONLINE = 0x12
OFFLINE = 0x1A
COVER_OPEN = 0x16
PAPER = 0x12
NO_PAPER = 0x72
LOW_PAPER = 0x1E


class FakePrinter:
    """A printer that reads all it gets and, if `answers`, answers status requests as a good one does.

    `paper` and `online` are the bytes of its statuses; with `empties_after` it runs out of paper once that many bytes
    of a job have come. `in_turn` is false for an older model that ignores GS r. `closes` is false for one that keeps
    its side open for ever, and `dies_after` cuts the line hard after so many bytes of a job. `garbage` is what it says
    in place of its status; a `slow` one takes a few bytes at a time, and makes the sender wait.
    """

    def __init__(
        self,
        *,
        answers: bool = True,
        in_turn: bool = True,
        closes: bool = True,
        online: int = ONLINE,
        paper: int = PAPER,
        cause: int = ONLINE,
        empties_after: int | None = None,
        dies_after: int | None = None,
        garbage: bytes = b"",
        slow: bool = False,
    ) -> None:
        self.received = b""
        self.connections = 0
        self._answers, self._in_turn, self._closes = answers, in_turn, closes
        self._online, self._paper, self._cause = online, paper, cause
        self._empties_after, self._dies_after = empties_after, dies_after
        self._dies_at_the_cut = False
        self._garbage = garbage
        self._gulp = 7 if slow else 4096
        self._listener = socket.socket()
        if slow:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self._kept: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, name="fake printer")

    def __enter__(self) -> FakePrinter:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            last.sendall(b"\x00STOP")
        self._thread.join(10)
        self._listener.close()
        for line in self._kept:
            line.close()

    def refill(self) -> None:
        """A person puts paper in."""
        self._paper, self._online, self._empties_after = PAPER, ONLINE, None

    def revive(self) -> None:
        """It is switched on again."""
        self._dies_after, self._dies_at_the_cut = None, False

    def die_at_the_cut(self) -> None:
        """It cuts the paper, and the line with it."""
        self._dies_at_the_cut = True

    @property
    def job(self) -> bytes:
        """What was printed: all that came but the status requests."""
        data = self.received.removesuffix(b"\x00STOP")
        for request in (b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04", b"\x1dr\x01"):
            data = data.replace(request, b"")
        return data

    def _serve(self) -> None:
        while True:
            line, _ = self._listener.accept()
            if not self._talk(line):
                return

    def _talk(self, line: socket.socket) -> bool:
        before = len(self.job)
        while True:
            try:
                data = line.recv(self._gulp)
            except ConnectionError:
                data = b""
            if data == b"\x00STOP":
                line.close()
                return False
            if not data:
                break
            # What comes in pieces is answered when it is whole.
            self.received, data = self.received + data, (self.received + data)[-len(data) - 2 :]
            dead = self._dies_after is not None and len(self.job) - before >= self._dies_after
            if dead or (self._dies_at_the_cut and b"\x1dV\x01" in data):
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                line.close()
                return True
            if self._answers:
                self._answer(line, data)
        self.connections += 1
        if self._closes:
            line.close()
        else:
            self._kept.append(line)
        return True

    def _answer(self, line: socket.socket, data: bytes) -> None:
        if self._garbage:
            if b"\x10\x04" in data or b"\x1dr" in data:
                line.sendall(self._garbage)
            return
        if self._empties_after is not None and len(self.job) >= self._empties_after:
            self._online, self._paper = OFFLINE, NO_PAPER
        statuses = ((b"\x10\x04\x01", self._online), (b"\x10\x04\x02", self._cause), (b"\x10\x04\x04", self._paper))
        for request, status in statuses:
            if request in data:
                line.sendall(bytes([status]))
        if b"\x1dr\x01" in data and self._in_turn and self._online == ONLINE:
            line.sendall(b"\x00")


class StalledPrinter:
    """A printer that has stopped: the system still takes its calls, and nobody reads them."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> StalledPrinter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
