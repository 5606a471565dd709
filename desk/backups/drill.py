"""The restore drill: a copy put back for real, in a folder of its own, looked at, and removed."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk import storage
from desk.backups import faults
from desk.backups.copies import Copy, copy_at, fingerprint
from desk.errors import EnvironmentFault
from desk.keys import FileKeyStore
from desk.language import translate
from desk.progress import Tell
from desk.verify import verify_copy
from models.database import FILE_NAME


@dataclass(frozen=True)
class Drill:
    """What a copy turned out to be. `seconds` from the drive to an open, checked database; `finding` when it does not.

    `has_key`: the key that signs the journal is beside the copies, so another computer could take over.
    """

    name: str
    holds: bool
    finding: str
    records: int
    sales: int
    members: int
    has_key: bool
    seconds: float


def try_out(path: Path, near: Path, desk_id: str, tell: Tell, breathe: Callable[[], object]) -> Drill:
    """Put the copy at `path` back in a folder made inside `near`; raises `EnvironmentFault` when there is no room."""
    started = time.monotonic()
    try:
        copy = copy_at(path)
        if copy is None:
            raise faults.drive_away(path.parent)
        with tempfile.TemporaryDirectory(prefix="essai-", dir=near, ignore_cleanup_errors=True) as scratch:
            found = _look(copy, Path(scratch), desk_id, tell, breathe)
    except OSError as error:
        raise faults.of_target(error, path.parent) from error
    return Drill(path.name, *found, time.monotonic() - started)


def _look(
    copy: Copy, scratch: Path, desk_id: str, tell: Tell, breathe: Callable[[], object]
) -> tuple[bool, str, int, int, int, bool]:
    place, has_key = scratch / FILE_NAME, _has_key(copy.path.parent, desk_id)
    shutil.copyfile(copy.path, place)
    tell(0.3)
    if copy.sha256 and fingerprint(place) != copy.sha256:
        changed = translate("Drill", "Le fichier n’est plus celui qui a été écrit\u00a0: le disque s’abîme.")
        return False, changed, 0, 0, 0, has_key
    try:
        storage.open_database(scratch, durable=False).dispose()
        tell(0.6)
        checked = verify_copy(place, breathe=breathe)
    except EnvironmentFault as fault:
        return False, fault.what, 0, 0, 0, has_key
    with closing(sqlite3.connect(place)) as connection:
        (sales,) = connection.execute("SELECT count(*) FROM sale").fetchone()
        (members,) = connection.execute("SELECT count(*) FROM member").fetchone()
    tell(1.0)
    finding = checked.problems[0].sentence if checked.problems else ""
    return checked.ok, finding, checked.records, sales, members, has_key


def _has_key(folder: Path, desk_id: str) -> bool:
    try:
        return FileKeyStore(folder).load(desk_id) is not None
    except EnvironmentFault:
        return False
