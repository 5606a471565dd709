"""Making one copy of a database in use: whole or not at all, proved before it takes its name.

SQLite's own backup reads one consistent state while the desk goes on writing. The copy has a temporary name until it
is on the disk, its pages are sound and its journal has been checked; a process killed before that leaves a `.part`,
which nobody takes for a copy and the next one removes.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from desk.backups import faults
from desk.backups.copies import PART, Copy, fingerprint, name_at, note_of, settle
from desk.errors import EnvironmentFault
from desk.progress import Tell
from desk.verification import Verification
from desk.verify import verify_copy

_PAGES = 256
"""Copied between two looks at whether to go on: a megabyte."""
_MARGIN = 1 << 20


def make_copy(source: Path, target: Path, at: datetime, tell: Tell, breathe: Callable[[], object]) -> Copy:
    """Copy the database `source` into the folder `target`, proved; raises `EnvironmentFault` and leaves nothing else.

    `tell` hears the share of pages copied and may stop the work; `breathe` is as in `desk.verify`.
    """
    _room_for(source, target)
    part = target / f"{name_at(at)}{PART}"
    try:
        remove_parts(target)
        _copy(source, part, tell)
        settle(part)
        checked = _checked(part, breathe)
        # Damaged pages are told by the check of the file, under no stream: such a copy is none.
        if not checked.records or any(not problem.stream for problem in checked.problems):
            raise faults.copy_does_not_hold(checked.problems[0].sentence if checked.problems else "")
        made = Copy(
            target / name_at(at), at, part.stat().st_size, checked.records, len(checked.problems), fingerprint(part)
        )
        _name(part, made)
    except OSError as error:
        raise faults.of_target(error, target) from error
    finally:
        _sweep(target)
    return made


def _checked(part: Path, breathe: Callable[[], object]) -> Verification:
    try:
        return verify_copy(part, breathe=breathe)
    except EnvironmentFault as fault:
        raise faults.copy_does_not_hold(fault.what) from fault


def remove_parts(target: Path) -> None:
    """Remove what a copy that was interrupted left behind. May raise OSError."""
    for left in target.glob(f"casaco-*{PART}*"):
        left.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    try:
        remove_parts(target)
    except OSError as error:
        faults.note(error)


def _room_for(source: Path, target: Path) -> None:
    if not target.is_dir():
        raise faults.drive_away(target)
    try:
        size = sum(file.stat().st_size for file in (source, source.with_name(f"{source.name}-wal")) if file.exists())
        free = shutil.disk_usage(target).free
    except OSError as error:
        raise faults.of_target(error, target) from error
    if free < size + _MARGIN:
        raise faults.drive_full(target)


def _copy(source: Path, part: Path, tell: Tell) -> None:
    def progress(_status: int, left: int, total: int) -> None:
        tell(1 - left / total if total else 1.0)

    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as live:
            live.execute("PRAGMA busy_timeout=5000")
            # One state for the whole copy, however much is written meanwhile.
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_master").fetchone()
            try:
                with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                    copy.execute("PRAGMA synchronous=OFF")  # settled as a whole below
                    live.backup(copy, pages=_PAGES, progress=progress)
            except sqlite3.Error as error:
                raise faults.of_copying(error, part.parent) from error
    except sqlite3.Error as error:
        raise faults.of_source(error) from error


def _name(part: Path, made: Copy) -> None:
    """Give the copy its name, its note first: a copy that has its name has its note."""
    note = {
        "taken_at": made.taken_at.isoformat(), "records": made.records, "findings": made.findings,
        "size": made.size, "sha256": made.sha256,
    }  # fmt: skip
    fresh = part.with_name(f"{note_of(made.path).name}{PART}")
    fresh.write_text(json.dumps(note, indent=2), encoding="utf-8")
    settle(fresh)
    fresh.replace(note_of(made.path))
    part.replace(made.path)
    settle(part.parent)
