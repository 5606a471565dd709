"""What a diagnosis tells of what is around the database: the program, the computer, the disks, the copies, the look."""

from __future__ import annotations

import configparser
import os
import platform
import re
import shutil
import sqlite3
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from desk import __version__
from desk.backups.copies import listed
from desk.backups.settings import desk_folder, read_settings
from desk.diagnostics.database import Facts
from desk.heads import places_for
from desk.log_masks import MASK
from desk.logs import log_file
from desk.paths import state_folder
from models.database import FILE_NAME
from models.migrations import HEAD

LIBRARIES = (
    "alembic", "argon2-cffi", "cryptography", "factur-x", "holidays", "icalendar", "keyring", "openpyxl", "Pillow",
    "pikepdf", "platformdirs", "PySide6", "pyserial", "python-escpos", "qrcode", "RapidFuzz", "reportlab",
    "SQLAlchemy", "structlog", "svgelements", "tzdata", "uuid_utils", "zxing-cpp",
)  # fmt: skip
PREFERENCES = "window.ini"
_LOOK = {
    "theme": r"light|dark|contrast", "scale": r"\d(\.\d+)?", "language": r"fr|en", "lock_minutes": r"\d{1,3}",
    "sound": r"on|off",
}  # fmt: skip
_VERSION = re.compile(r"[0-9A-Za-z.+!_-]{1,40}")
_MOST_COPIES = 60


def program() -> Facts:
    """The desk itself, and what it stands on."""
    return {
        "version": __version__, "schema": HEAD, "python": platform.python_version(),
        "implementation": platform.python_implementation(), "sqlite": sqlite3.sqlite_version,
        "frozen": bool(getattr(sys, "frozen", False)), "libraries": {name: _version(name) for name in LIBRARIES},
    }  # fmt: skip


def _version(name: str) -> str:
    try:
        found = version(name)
    except PackageNotFoundError:
        return ""
    return found if _VERSION.fullmatch(found) else MASK


def computer() -> Facts:
    """The system, without the name of the computer nor of its account."""
    return {
        "system": platform.system(), "release": platform.release(), "machine": platform.machine(),
        "processors": os.cpu_count(), "byte_order": sys.byteorder, "encoding": sys.getfilesystemencoding(),
        "session": _word(os.environ.get("XDG_SESSION_TYPE", "")),
        "qt_platform": _word(os.environ.get("QT_QPA_PLATFORM", "")),
        "key_store": sys.platform in ("win32", "darwin"),
    }  # fmt: skip


def _word(text: str) -> str:
    return text if re.fullmatch(r"[a-z0-9]{0,20}", text) else MASK


def look(folder: Path) -> Facts:
    """What was chosen of the window's look; what is no choice of ours is left out."""
    kept = configparser.ConfigParser(interpolation=None)
    kept.read(folder / PREFERENCES, encoding="utf-8")
    chosen = dict(kept["General"]) if kept.has_section("General") else {}
    return {name: chosen[name] for name, shape in _LOOK.items() if re.fullmatch(shape, chosen.get(name, ""), re.ASCII)}


def disks(folder: Path) -> Facts:
    """Bytes free and in all where the data, the second place and the copies are; no path."""
    places = {"data": folder, "state": state_folder(), "copies": read_settings(folder).root}
    return {name: _disk(place) for name, place in places.items()}


def _disk(place: Path) -> Facts:
    there = next((above for above in (place, *place.parents) if above.exists()), place)
    usage = shutil.disk_usage(there)
    return {"free": usage.free, "total": usage.total, "there": place.exists(), "writable": os.access(there, os.W_OK)}


def files(folder: Path, desk_id: str) -> Facts:
    """How long the desk's own files are, None for one that is not there."""
    heads = places_for(folder, desk_id)
    named = {
        "database": folder / FILE_NAME, "log_ahead": folder / f"{FILE_NAME}-wal", "heads": heads[0],
        "second_heads": heads[1], "technical_log": log_file(),
    }  # fmt: skip
    return {name: place.stat().st_size if place.is_file() else None for name, place in named.items()}


def copies(folder: Path, desk_id: str) -> Facts:
    """When copies were made, how big they are, what was found in them; where they are is nobody's business."""
    settings = read_settings(folder)
    found = listed(desk_folder(settings.root, desk_id))
    return {
        "is_chosen": settings.chosen is not None,
        "last_good": None if settings.last is None else _iso(settings.last),
        "count": len(found),
        "newest": [
            {
                "taken": _iso(copy.taken_at), "bytes": copy.size, "records": copy.records,
                "findings": copy.findings, "is_noted": bool(copy.sha256),
            }
            for copy in found[:_MOST_COPIES]
        ],
    }  # fmt: skip


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
