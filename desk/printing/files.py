"""A folder in place of a printer: one file a job, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook, ready

_JOB = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")


@dataclass(frozen=True)
class FolderPrinter:
    """A folder where each job becomes `<job id>.pdf` (or `.bin`); the same job delivered again replaces its file."""

    folder: Path

    def deliver(self, data: bytes, job_id: str) -> None:
        """Write the file of the job; raises PrinterAway, and ValueError for a job id that is no file name."""
        target = self.path_of(data, job_id)
        temporary = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            os.replace(temporary, target)
            _settle(self.folder)
        except OSError as error:
            if temporary:
                with contextlib.suppress(OSError):  # the first error is the one to tell
                    os.unlink(temporary)
            raise _away(error, self.folder) from error

    def look(self) -> PrinterLook:
        """Whether the folder is there, or can be made; raises PrinterAway. Nothing is left in it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                return ready()
        except OSError as error:
            raise _away(error, self.folder) from error

    def path_of(self, data: bytes, job_id: str) -> Path:
        """The file where a job goes."""
        if not _JOB.fullmatch(job_id):
            raise ValueError(f"a job id must be a plain name, not {job_id!r}")
        return self.folder / (job_id + (".pdf" if data.startswith(b"%PDF") else ".bin"))


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _away(error: OSError, folder: Path) -> PrinterAway:
    """Never `may_have_printed`: without its final name a file is no ticket, and the same job replaces it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PrinterAway(
            "full",
            translate("Printing", "Il n’y a plus de place dans le dossier {folder}.").format(folder=folder),
            todo=translate("Printing", "Libérez de la place sur le disque."),
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return PrinterAway(
            "denied",
            translate("Printing", "Ce poste n’a pas le droit d’écrire dans {folder}.").format(folder=folder),
            todo=translate("Printing", "Choisissez un autre dossier dans les réglages."),
        )
    return PrinterAway(
        "failed",
        translate("Printing", "Le dossier {folder} ne peut pas recevoir les tickets.").format(folder=folder),
        todo=translate("Printing", "Choisissez un autre dossier dans les réglages."),
    )
