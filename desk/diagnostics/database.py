"""What a diagnosis tells of the database: its schema, the sizes and counts of its tables, its journal, its settings.

On a connection of its own that only reads, so that a damaged file or one of another version is told too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desk.diagnostics import shapes
from desk.errors import EnvironmentFault
from desk.log_masks import MASK, kind_of
from desk.printing.profiles import PROFILES
from desk.progress import nothing
from desk.verify import verify_folder
from models.database import FILE_NAME
from models.journal import Stream
from models.printing import JobState, PrinterKind, Purpose
from models.schema import Base

Facts = dict[str, object]
_NUMBERS = (
    "safety_limit", "soon_minutes", "repeat_seconds", "undo_minutes", "rental_half_day_minutes", "rental_day_minutes",
    "is_demo", "keep_visits_months", "keep_refused_scans_months", "closed_on_holidays", "cancel_free_hours",
    "cancel_share_points", "no_show_minutes", "no_show_automatic", "guests_per_month", "trial_days",
    "event_margin_minutes", "keep_contacts_months", "quote_days", "fiscal_month",
)  # fmt: skip
"""The settings that are numbers; the others are words of the house."""
_MOST_PROBLEMS = 50


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database of `folder`, only to be read; raises `sqlite3.Error` when it cannot be."""
    address = f"{(folder.absolute() / FILE_NAME).as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        # Bytes that are no UTF-8 must not stop a diagnosis.
        connection.text_factory = lambda data: data.decode(errors="replace")
        connection.execute("PRAGMA busy_timeout=5000")
        yield connection


def told(section: Callable[[], Facts]) -> Facts:
    """A section, or why there is none: what is broken must not hide the rest."""
    try:
        return section()
    except (sqlite3.Error, OSError, EnvironmentFault, ValueError, LookupError, TypeError) as error:
        return {"unreadable": kind_of(error)}


def schema(connection: sqlite3.Connection) -> Facts:
    """The version of the schema, and how the file is laid out."""
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    pragmas = ("page_size", "page_count", "freelist_count", "journal_mode", "encoding")
    layout = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas}
    return {"revision": shapes.revision(revision), **layout}


def tables(connection: sqlite3.Connection) -> Facts:
    """Rows of each table of ours, and its bytes where SQLite counts them; foreign tables are only counted."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    ours = sorted(there & set(Base.metadata.tables))
    sizes = _sizes(connection)
    found: Facts = {}
    for name in ours:
        (rows,) = connection.execute(str(select(func.count()).select_from(Base.metadata.tables[name]))).fetchone()
        found[name] = {"rows": rows, "bytes": sizes.get(name)}
    found["others"] = len([name for name in there - set(ours) if not name.startswith(("sqlite_", "alembic_"))])
    return found


def _sizes(connection: sqlite3.Connection) -> dict[str, int]:
    try:
        return dict(connection.execute("SELECT name, SUM(pgsize) FROM dbstat GROUP BY name"))
    except sqlite3.OperationalError:
        return {}  # not every SQLite was built with it


def journal(connection: sqlite3.Connection) -> Facts:
    """Each stream: how far it goes, since when, and how many records of each kind."""
    found: Facts = {}
    ends = "SELECT COUNT(*), MAX(sequence), MIN(at), MAX(at) FROM journal WHERE stream = ?"
    for stream in Stream:
        count, last, first_at, last_at = connection.execute(ends, (stream.value,)).fetchone()
        kinds: dict[str, int] = {}
        of_kind = "SELECT kind, COUNT(*) FROM journal WHERE stream = ? GROUP BY kind"
        for kind, number in connection.execute(of_kind, (stream.value,)):
            kinds[shapes.kind(kind)] = kinds.get(shapes.kind(kind), 0) + number
        found[stream.value] = {
            "records": count, "last": last, "since": shapes.instant(first_at), "until": shapes.instant(last_at),
            "kinds": kinds,
        }  # fmt: skip
    return found


def settings(connection: sqlite3.Connection) -> Facts:
    """The rules of the house as numbers, its hours, its zone; whether words are there, never the words."""
    row = _row(connection, "SELECT * FROM site")
    desk = _row(connection, "SELECT letter, created_at FROM desk")
    numbers = {name: row[name] if isinstance(row.get(name), int) else MASK for name in _NUMBERS if name in row}
    hours = {name: shapes.hour(row.get(name)) for name in ("opens", "closes", "half_day_split")}
    return {
        **numbers, **hours, "zone": shapes.zone(row.get("zone")), "has_siret": bool(row.get("siret")),
        "has_holiday_region": bool(row.get("holiday_region")), "letter": shapes.letter(desk.get("letter")),
        "founded": shapes.instant(desk.get("created_at")),
    }  # fmt: skip


def _row(connection: sqlite3.Connection, query: str) -> Mapping[str, Any]:
    cursor = connection.execute(query)
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone() or (), strict=False))


def printers(connection: sqlite3.Connection) -> Facts:
    """The kind of each printer, what it is for, what waits for it and how its last paper went; no name, no address."""
    uses: dict[str, list[str]] = {}
    for purpose, printer_id in connection.execute("SELECT purpose, printer_id FROM printer_use"):
        uses.setdefault(printer_id, []).append(shapes.one_of(Purpose, purpose))
    found = []
    for printer_id, kind, profile, active in connection.execute("SELECT id, kind, profile, active FROM printer"):
        counts = connection.execute(
            "SELECT state, COUNT(*) FROM print_job WHERE printer_id = ? GROUP BY state", (printer_id,)
        )
        last = connection.execute(
            "SELECT state, created_at, printed_at, attempts, last_error <> '' FROM print_job WHERE printer_id = ?"
            " ORDER BY created_at DESC LIMIT 1",
            (printer_id,),
        ).fetchone()
        found.append(
            {
                "kind": shapes.one_of(PrinterKind, kind), "profile": shapes.one_of(dict(PROFILES), profile),
                "active": bool(active), "purposes": sorted(uses.get(printer_id, [])),
                "jobs": {shapes.one_of(JobState, state): number for state, number in counts}, "last": _job(last),
            }
        )  # fmt: skip
    return {"printers": found}


def _job(row: tuple[Any, ...] | None) -> Facts | None:
    if row is None:
        return None
    state, created_at, printed_at, attempts, has_failed = row
    return {
        "state": shapes.one_of(JobState, state), "created": shapes.instant(created_at),
        "printed": shapes.instant(printed_at), "attempts": attempts, "has_failed": bool(has_failed),
    }  # fmt: skip


def verification(folder: Path, breathe: Callable[[], object] = nothing) -> Facts:
    """What the fast check finds, by its place; the sentences are for `casaco-desk verify`."""
    found = verify_folder(folder, breathe=breathe)
    places = [
        {"stream": shapes.one_of(Stream, problem.stream) if problem.stream else "", "sequence": problem.sequence}
        for problem in found.problems
    ]
    return {
        "ok": found.ok, "records": found.records, "redacted": found.redacted, "problems": len(places),
        "where": places[:_MOST_PROBLEMS],
    }  # fmt: skip
