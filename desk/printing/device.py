"""A printer behind a device file (/dev/usb/lp0) or a plain file to which jobs are appended."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook, ready, there
from desk.printing.talk import Talk

_DEVICES = Path("/dev")


@dataclass(frozen=True)
class DevicePrinter:
    """A printer that takes bytes at `path`. A whole delivery takes at most `total` seconds.

    A path under /dev is never created: a missing printer must not become a file full of tickets. Only one that is
    known to answer is spoken with: many USB printers can be written to and not read.
    """

    path: Path
    total: float = 15.0
    answers: bool | None = None

    def deliver(self, data: bytes, job_id: str) -> None:  # noqa: ARG002 the wire knows no job
        """Append the job; raises PrinterAway."""
        deadline = time.monotonic() + self.total
        if self.answers:
            with contextlib.closing(_Line(self._opened(os.O_RDWR))) as line:
                self._talk(line, deadline).deliver(data)
            return
        handle = self._opened(os.O_WRONLY)
        sent = 0
        try:
            while sent < len(data):
                sent += _write(handle, data[sent:], deadline - time.monotonic())
            if stat.S_ISREG(os.fstat(handle).st_mode):
                os.fsync(handle)
        except OSError as error:
            raise _away(error, self.path, sent, len(data)) from error
        finally:
            os.close(handle)

    def look(self) -> PrinterLook:
        """Whether it is there, and how, if it answers; raises PrinterAway when it cannot print."""
        if self.answers:
            with contextlib.closing(_Line(self._opened(os.O_RDWR))) as line:
                return self._talk(line, time.monotonic() + self.total).look()
        handle = self._opened(os.O_WRONLY)
        try:
            return ready() if stat.S_ISREG(os.fstat(handle).st_mode) else there()
        finally:
            os.close(handle)

    def _talk(self, line: _Line, deadline: float) -> Talk:
        return Talk(line, deadline, answers=self.answers, answer_within=1.0, print_within=5.0)

    def _opened(self, way: int) -> int:
        try:
            return self._open(way)
        except OSError as error:
            raise _away(error, self.path, 0, 1) from error

    def _open(self, way: int) -> int:
        # Not blocking, for a printer without paper makes an ordinary write wait for ever.
        flags = way | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not self._is_device():
            flags |= os.O_CREAT
        return os.open(self.path, flags, 0o600)

    def _is_device(self) -> bool:
        return _DEVICES in Path(os.path.abspath(self.path)).parents or _DEVICES in self.path.resolve().parents


class _Line:
    """A device that is written and read, as a wire of the talk."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def send(self, data: memoryview, within: float) -> int:
        """As `Wire` says."""
        return _write(self._handle, data, within)

    def receive(self, within: float) -> bytes:
        """As `Wire` says."""
        if not select.select([self._handle], [], [], max(within, 0))[0]:
            raise TimeoutError(errno.ETIMEDOUT, "the device says nothing")
        return os.read(self._handle, 64)

    def finish(self, within: float) -> bool:  # noqa: ARG002 as `Wire` says
        """A device shows nothing but its answers."""
        return False

    def close(self) -> None:
        """Leave the device."""
        os.close(self._handle)


def _write(handle: int, data: bytes | memoryview, within: float) -> int:
    if within <= 0:
        raise TimeoutError(errno.ETIMEDOUT, "the device takes nothing more")
    try:
        return os.write(handle, data)
    except BlockingIOError:
        select.select([], [handle], [], within)
        return 0


def _away(error: OSError, path: Path, sent: int, length: int) -> PrinterAway:
    if isinstance(error, TimeoutError):
        return PrinterAway(
            "stalled",
            translate("Printing", "L’imprimante {path} ne prend plus rien.").format(path=path),
            todo=translate("Printing", "Regardez s’il reste du papier, puis éteignez-la et rallumez-la."),
            may_have_printed=sent >= length,
            is_interrupted=sent > 0,
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PrinterAway(
            "full",
            translate("Printing", "Il n’y a plus de place pour écrire {path}.").format(path=path),
            todo=translate("Printing", "Libérez de la place sur le disque."),
            may_have_printed=sent >= length,
            is_interrupted=sent > 0,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return PrinterAway(
            "denied",
            translate("Printing", "Ce poste n’a pas le droit d’écrire sur {path}.").format(path=path),
            todo=translate("Printing", "Donnez ce droit au compte qui ouvre Casaco Desk."),
            may_have_printed=sent >= length,
            is_interrupted=sent > 0,
        )
    if error.errno in (errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.ENOTDIR):
        return PrinterAway(
            "missing",
            translate("Printing", "L’imprimante {path} n’est pas branchée.").format(path=path),
            todo=translate("Printing", "Vérifiez son câble et son alimentation."),
            may_have_printed=sent >= length,
            is_interrupted=sent > 0,
        )
    return PrinterAway(
        "failed",
        translate("Printing", "L’imprimante {path} a échoué ({reason}).").format(path=path, reason=error.strerror),
        todo=translate("Printing", "Éteignez-la, rallumez-la, puis réessayez."),
        may_have_printed=sent >= length,
        is_interrupted=sent > 0,
    )
