"""What a printer is for the desk: it delivers a job's bytes, or says in plain words why it could not.

**Printed once.** With a one-way printer nobody can tell, after a crash, whether the last byte was followed by ink. But
a paper is only a paper with its end: the signature, the cut. So the desk reasons on the end of the document, which is
sent last, and where possible only when the printer has shown that it read what comes before:

1. the job is noted as "sending", and committed, *before* `deliver` is called;
2. `deliver` returns: it is "printed";
3. `PrinterAway`, and the end never left (`may_have_printed` is false): whatever came out is at most a piece without an
   end. The job is put back to "waiting" and goes out by itself when the printer is back, once. If a piece may have come
   out (`is_interrupted`), the whole document is headed by a line that says so; and after three such pieces a person is
   asked all the same, for a printer that always stops half-way would eat the roll;
4. `PrinterAway`, and the end has left without a sign that it was read (`may_have_printed`): the paper is perhaps whole,
   in a hand or in the printer's memory, to come out with the next roll. Printing it again by oneself could make two
   originals of a receipt; so a person, who can see the paper, is asked;
5. the desk itself died while "sending": nobody knows what had left, and a person is asked as in 4;
6. a folder is the exception: the same job replaces its own file, so it may simply be delivered again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desk.errors import EnvironmentFault
from desk.language import translate
from desk.printing.profiles import PrinterProfile

KINDS = ("network", "device", "serial", "system", "files")


@dataclass(frozen=True)
class PrinterLook:
    """What a printer said of itself when asked: `code` is "ready", "paper_low", "silent" (there, and says nothing), or
    the code of a PrinterAway; `sentence` says it in words."""

    code: str
    sentence: str

    @property
    def is_good(self) -> bool:
        """Whether a paper can be expected to come out."""
        return self.code in ("ready", "paper_low", "silent")


class Printer(Protocol):
    """Something that prints bytes."""

    def deliver(self, data: bytes, job_id: str) -> None:
        """Print `data` within a bounded time; returns once the printer took all of it, else raises PrinterAway."""

    def look(self) -> PrinterLook:
        """How it is, within a bounded time and without printing; raises PrinterAway when it cannot print."""


class PrinterAway(EnvironmentFault):
    """The printer did not print, or not surely.

    `code` says why: "refused", "unreachable", "stalled", "silent", "broken", "no_paper", "cover_open", "offline",
    "missing", "denied", "full" or "failed"; `may_have_printed` is true once all of the job has left, and
    `is_interrupted` when only a part of it has.
    """

    def __init__(
        self, code: str, what: str, *, todo: str, may_have_printed: bool = False, is_interrupted: bool = False
    ) -> None:
        safe = (
            translate("Printing", "Le document est peut-être sorti\u00a0: il ne sera pas réimprimé sans votre accord.")
            if may_have_printed
            else translate("Printing", "Rien n’est perdu\u00a0: le document attend et sortira une seule fois.")
        )
        super().__init__(what, safe=safe, todo=todo, code=code)
        self.may_have_printed = may_have_printed
        self.is_interrupted = is_interrupted and not may_have_printed


def ready() -> PrinterLook:
    """A printer that says it can print."""
    return PrinterLook("ready", translate("Printing", "Prête."))


def there() -> PrinterLook:
    """A printer that is there and says nothing of itself."""
    return PrinterLook("silent", translate("Printing", "Elle est là, et ne dit rien de son état."))


def open_printer(kind: str, target: str, profile: PrinterProfile) -> Printer:
    """The printer that the settings describe.

    `kind` is "network" (target "host" or "host:port", 9100 unless said), "device" (a device or a file to append to),
    "serial" (a port, and its speed after a colon), "system" (a printer by the name the system gives it) or "files" (a
    folder, one file a job). Nothing is opened before `deliver`. Raises ValueError for another kind or a target that
    cannot be one.
    """
    if not target.strip():
        raise ValueError("a printer needs a target")
    if "\0" in target or len(target) > 300:
        raise ValueError("no printer has such a target")
    if kind == "network":
        from desk.printing.network import NetworkPrinter, host_and_port

        host, port = host_and_port(target)
        return NetworkPrinter(host, port, answers=profile.answers)
    if kind == "device":
        from desk.printing.device import DevicePrinter

        return DevicePrinter(Path(target), answers=profile.answers)
    if kind == "serial":
        from desk.printing.serial_line import SerialPrinter, port_and_speed

        port_name, speed = port_and_speed(target)
        return SerialPrinter(port_name, speed, answers=profile.answers)
    if kind == "system":
        from desk.printing.system import SystemPrinter

        return SystemPrinter(target)
    if kind == "files":
        from desk.printing.files import FolderPrinter

        return FolderPrinter(Path(target))
    raise ValueError(f"unknown kind of printer {kind!r}")
