"""A printer behind a device file (/dev/usb/lp0) or a plain file to which jobs are appended."""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from desk.language import translate
from desk.printing.ports import PrinterAway

_DEVICES = Path("/dev")


@dataclass(frozen=True)
class DevicePrinter:
    """A printer that takes bytes at `path`. A whole delivery takes at most `total` seconds.

    A path under /dev is never created: a missing printer must not become a file full of tickets.
    """

    path: Path
    total: float = 15.0

    def deliver(self, data: bytes, job_id: str) -> None:  # noqa: ARG002 the wire knows no job
        """Append the job; raises PrinterAway."""
        deadline = time.monotonic() + self.total
        try:
            handle = self._open()
        except OSError as error:
            raise _away(error, self.path, sent=0) from error
        sent = 0
        try:
            while sent < len(data):
                sent += _write(handle, data[sent:], deadline)
            if stat.S_ISREG(os.fstat(handle).st_mode):
                os.fsync(handle)
        except OSError as error:
            raise _away(error, self.path, sent) from error
        finally:
            os.close(handle)

    def _open(self) -> int:
        # Not blocking, for a printer without paper makes an ordinary write wait for ever.
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not self._is_device():
            flags |= os.O_CREAT
        return os.open(self.path, flags, 0o600)

    def _is_device(self) -> bool:
        return _DEVICES in Path(os.path.abspath(self.path)).parents or _DEVICES in self.path.resolve().parents


def _write(handle: int, data: bytes, deadline: float) -> int:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError(errno.ETIMEDOUT, "the device takes nothing more")
    try:
        return os.write(handle, data)
    except BlockingIOError:
        select.select([], [handle], [], left)
        return 0


def _away(error: OSError, path: Path, sent: int) -> PrinterAway:
    began = sent > 0
    if isinstance(error, TimeoutError):
        return PrinterAway(
            "stalled",
            translate("Printing", "L’imprimante {path} ne prend plus rien.").format(path=path),
            todo=translate("Printing", "Regardez s’il reste du papier, puis éteignez-la et rallumez-la."),
            may_have_printed=began,
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PrinterAway(
            "full",
            translate("Printing", "Il n’y a plus de place pour écrire {path}.").format(path=path),
            todo=translate("Printing", "Libérez de la place sur le disque."),
            may_have_printed=began,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return PrinterAway(
            "denied",
            translate("Printing", "Ce poste n’a pas le droit d’écrire sur {path}.").format(path=path),
            todo=translate("Printing", "Donnez ce droit au compte qui ouvre Casaco Desk."),
            may_have_printed=began,
        )
    if error.errno in (errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.ENOTDIR):
        return PrinterAway(
            "missing",
            translate("Printing", "L’imprimante {path} n’est pas branchée.").format(path=path),
            todo=translate("Printing", "Vérifiez son câble et son alimentation."),
            may_have_printed=began,
        )
    return PrinterAway(
        "failed",
        translate("Printing", "L’imprimante {path} a échoué ({reason}).").format(path=path, reason=error.strerror),
        todo=translate("Printing", "Éteignez-la, rallumez-la, puis réessayez."),
        may_have_printed=began,
    )
