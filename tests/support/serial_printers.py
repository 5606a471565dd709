"""A printer behind a terminal of the system's own: a serial line, or a device that is written and read."""

from __future__ import annotations

import os
import pty
import threading
import tty
from types import TracebackType

_STATUS = {b"\x10\x04\x01": 0x12, b"\x10\x04\x02": 0x12, b"\x10\x04\x04": 0x12, b"\x1dr\x01": 0x00}
_STOP = b"\x00STOP"


class PtyPrinter:
    """Reads what is written to `path`; answers as a good printer unless `mute`."""

    def __init__(self, *, mute: bool = False) -> None:
        self._mute = mute
        self._far, self._near = pty.openpty()
        tty.setraw(self._near)
        self.path = os.ttyname(self._near)
        self.received = b""
        self._status = dict(_STATUS)
        self._thread = threading.Thread(target=self._serve, name="fake serial printer")

    def __enter__(self) -> PtyPrinter:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.write(self._near, _STOP)
        self._thread.join(10)
        os.close(self._near)
        os.close(self._far)

    def empty(self) -> None:
        """The roll ends."""
        self._status |= {b"\x10\x04\x01": 0x1A, b"\x10\x04\x04": 0x72}

    @property
    def job(self) -> bytes:
        """What was printed: all that came but the status requests."""
        data = self.received
        for request in _STATUS:
            data = data.replace(request, b"")
        return data

    def _serve(self) -> None:
        while True:
            data = os.read(self._far, 4096)
            self.received += data.removesuffix(_STOP)
            if data.endswith(_STOP):
                return
            if not self._mute:
                for request, status in self._status.items():
                    if request in data:
                        os.write(self._far, bytes([status]))
