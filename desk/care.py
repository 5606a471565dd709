"""Start-up care: is the file sound, does the journal hold? Quickly at every start, wholly some time after.

Both run in a worker behind the window, and read on connections of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from desk.backups.holes import LOST
from desk.damage import DAMAGE, Finding, damage_met
from desk.errors import EnvironmentFault
from desk.journal import digest_of
from desk.keys import signature_holds
from desk.language import translate
from desk.verify import verify_folder
from models.database import FILE_NAME
from models.journal import Stream

LOOKED_AT = 50
"""Records at the end of each stream: where a crash or a hand is most likely to have been."""
_END = (
    "SELECT sequence, kind, at, operator_id, desk_id, software_version, key_id, previous_digest, previous_signature,"
    " body_sha256, digest, signature FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT ?"
)


def look_quickly(folder: Path) -> Finding | None:
    """The file's own check, and the last records of each stream; None when all is well."""
    path = folder.absolute() / FILE_NAME
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA busy_timeout=5000")
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if said != "ok":
                return damage_met()
            ((public_key,),) = connection.execute("SELECT public_key FROM desk").fetchall()
            for stream in Stream:
                rows = connection.execute(_END, (stream.value, LOOKED_AT)).fetchall()
                if not _end_holds(stream, rows, public_key):
                    words = translate("Care", "La fin du journal «\u00a0{stream}\u00a0» ne tient pas.")
                    return Finding(False, words.format(stream=stream.value))
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return damage_met()
        raise
    return None


def look_wholly(folder: Path, breathe: Callable[[], object]) -> Finding | None:
    """Every page, every digest, every signature; `breathe` is as in `desk.verify`."""
    try:
        found = verify_folder(folder, deep=True, breathe=breathe)
    except EnvironmentFault as fault:
        if fault.code in DAMAGE:
            return damage_met()
        raise
    if found.ok:
        return None
    words = translate("Care", "Le journal porte {count} constats, le premier\u00a0: {sentence}")
    first = found.problems[0].sentence if found.problems else ""
    return Finding(False, words.format(count=len(found.problems), sentence=first).rstrip())


def _end_holds(stream: Stream, rows: list[tuple[Any, ...]], public_key: bytes) -> bool:
    """Whether these records, newest first, chain and the newest is signed."""
    after: tuple[bytes, bytes] | None = None
    for row in rows:
        (sequence, kind, at, operator, desk, version, key, previous, before, content, digest, signature) = row
        if after is None and not signature_holds(public_key, signature, digest):
            return False
        if after is not None and after != (digest, signature):
            return False
        if kind == LOST:
            return True
        rebuilt = digest_of(
            desk_id=desk, stream=stream.value, sequence=sequence, kind=kind, at=at, operator_id=operator,
            software_version=version, key_id=key, previous_digest=previous.hex(), previous_signature=before.hex(),
            body_sha256=content.hex(),
        )  # fmt: skip
        if rebuilt != digest:
            return False
        after = (previous, before)
    return True
