"""What a printer is for the desk: it delivers a job's bytes, or says in plain words why it could not.

**Printed once.** With a one-way printer nobody can tell, after a crash, whether the last byte was followed by ink. The
desk prefers a ticket that a person must ask for again to a ticket printed twice. So whoever keeps the queue must:

1. note the job as "sending", and commit, *before* calling `deliver`;
2. note it "printed" when `deliver` returns;
3. on `PrinterAway` with `may_have_printed` false, put it back to "waiting": not one byte of it left, it will go out by
   itself later;
4. on `PrinterAway` with `may_have_printed` true, and for every job found "sending" when the desk starts, ask a person
   ("Le document est-il sorti ?") instead of printing again;
5. a file printer is the exception: it replaces the file of the same job, so its job may simply be delivered again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desk.errors import EnvironmentFault
from desk.language import translate
from desk.printing.profiles import PrinterProfile

KINDS = ("network", "device", "files")


class Printer(Protocol):
    """Something that prints bytes."""

    def deliver(self, data: bytes, job_id: str) -> None:
        """Print `data` within a bounded time; returns once the printer took all of it, else raises PrinterAway."""


class PrinterAway(EnvironmentFault):
    """The printer did not print, or not surely.

    `code` says why: "refused", "unreachable", "stalled", "silent", "broken", "no_paper", "cover_open", "offline",
    "missing", "denied", "full" or "failed"; `may_have_printed` is true once some of the job has left.
    """

    def __init__(self, code: str, what: str, *, todo: str, may_have_printed: bool = False) -> None:
        safe = (
            translate("Printing", "Le document est peut-être sorti\u00a0: il ne sera pas réimprimé sans votre accord.")
            if may_have_printed
            else translate("Printing", "Rien n’est perdu\u00a0: le document attend et sortira une seule fois.")
        )
        super().__init__(what, safe=safe, todo=todo, code=code)
        self.may_have_printed = may_have_printed


def open_printer(kind: str, target: str, profile: PrinterProfile) -> Printer:
    """The printer that the settings describe.

    `kind` is "network" (target "host" or "host:port", 9100 unless said), "device" (a device or a file to append to)
    or "files" (a folder, one file a job). Nothing is opened before `deliver`. Raises ValueError for another kind or
    a target that cannot be one.
    """
    from desk.printing.device import DevicePrinter
    from desk.printing.files import FolderPrinter
    from desk.printing.network import NetworkPrinter, host_and_port

    if not target.strip():
        raise ValueError("a printer needs a target")
    if kind == "network":
        host, port = host_and_port(target)
        return NetworkPrinter(host, port, answers=profile.answers)
    if kind == "device":
        return DevicePrinter(Path(target))
    if kind == "files":
        return FolderPrinter(Path(target))
    raise ValueError(f"unknown kind of printer {kind!r}")
