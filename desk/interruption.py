"""A window that ended without being closed (a power cut, a process killed) is told at the next start.

While a window works there is a small file beside the database, on the disk before the first act; it goes when the
window is closed. Found at a start, it means that the window before had no time to say goodbye.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import select

from desk.language import translate
from desk.logs import log_of
from desk.work import Work

AT_WORK_FILE = "at-work"
_log = log_of(__name__)


def begin(folder: Path) -> bool:
    """Note that a window works on `folder`, whose lock the caller holds; whether the one before was interrupted.

    A folder that cannot take the note is no reason not to open: the database itself says what is wrong with it.
    """
    place = folder / AT_WORK_FILE
    try:
        was_interrupted = place.exists()
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if os.name == "posix" and not was_interrupted:
            _settle(folder)
    except OSError as error:
        _log.warning("the window could not be noted", error=error)
        return False
    return was_interrupted


def end(folder: Path) -> None:
    """The window was closed as it should be."""
    try:
        (folder / AT_WORK_FILE).unlink(missing_ok=True)
    except OSError as error:
        # At worst the next start says once too often that all is there.
        _log.warning("the note of the window could not be removed", error=error)


def sentence(work: Work) -> str:
    """What an interruption left, in words, with the last sale that is kept: the one to compare with the customer's."""
    from models.sales import Sale  # only ever needed after an interruption

    with work.read() as session:
        number = session.scalar(select(Sale.number).order_by(Sale.sequence.desc()).limit(1))
    if number is None:
        return translate(
            "Interruption",
            "Le poste s’est arrêté sans être fermé. Tout ce qui avait été confirmé est là\u00a0; aucune vente encore.",
        )
    words = translate(
        "Interruption",
        "Le poste s’est arrêté sans être fermé. Tout ce qui avait été confirmé est là\u00a0; dernière vente"
        " enregistrée\u00a0: {number}.",
    )
    return words.format(number=number)


def _settle(folder: Path) -> None:
    """Make the name itself survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
