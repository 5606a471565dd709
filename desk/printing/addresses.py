"""The addresses of a host by its name, within a bounded time.

The system's resolver cannot be told how long it may take (half a minute, with no network), nor stopped. So it is asked
on a thread of its own, and left behind when it is late; until it has answered, the same name is not asked again.
"""

from __future__ import annotations

import socket
import threading

Address = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]

_late: dict[str, _Lookup] = {}
_lock = threading.Lock()


def addresses_of(host: str, port: int, within: float) -> list[Address]:
    """Where `host`:`port` may be, best first. Raises OSError for a name that leads nowhere (TimeoutError, which is one,
    when that is not known `within` seconds), UnicodeError for what cannot be a name."""
    try:
        return _found(host, port, socket.AI_NUMERICHOST)
    except socket.gaierror:
        return _looked_up(host, port, within)


def _looked_up(host: str, port: int, within: float) -> list[Address]:
    with _lock:
        lookup = _late.get(host)
        if lookup is None:
            lookup = _late[host] = _Lookup(host)
            lookup.start()
    answer = lookup.answer(within)
    return [(family, (address[0], port, *address[2:])) for family, address in answer]


class _Lookup(threading.Thread):
    """One question to the resolver; it forgets itself when it is answered."""

    def __init__(self, host: str) -> None:
        super().__init__(name=f"address of {host[:40]}", daemon=True)
        self._host = host
        self._done = threading.Event()
        self._found: list[Address] = []
        self._error: Exception | None = None

    def run(self) -> None:
        """Ask; what goes wrong is told to whoever waits."""
        try:
            self._found = _found(self._host, 0, 0)
        except (OSError, UnicodeError) as error:
            self._error = error
        finally:
            with _lock:
                _late.pop(self._host, None)
            self._done.set()

    def answer(self, within: float) -> list[Address]:
        """The addresses, or the resolver's own error."""
        if not self._done.wait(within):
            raise TimeoutError(f"no address for {self._host} within {within:.1f} s")
        if self._error is not None:
            raise self._error
        return self._found


def _found(host: str, port: int, flags: int) -> list[Address]:
    listed = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, address) for family, _, _, _, address in listed]
