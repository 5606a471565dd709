"""What the second place knows beyond the journal: the mark of an older copy put back by hand, or of an end cut off.

Heads and whole records are written after the commit that they speak of: a crash leaves them behind the journal, never
ahead of it. Going on from a journal that is behind would give numbers a second time, so nobody does (`desk.custody`):
putting a copy back (`desk.backups.restore`) brings back what is known, and keeps the numbers of what is not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desk.backups.trail import Trail, trail_of
from desk.damage import BEHIND
from desk.errors import EnvironmentFault
from desk.heads import Head, Heads, Kept, places_for
from desk.keys import signature_holds
from desk.language import translate
from desk.logs import log_of
from models.database import FILE_NAME
from models.journal import Stream

_log = log_of(__name__)
_LAST = "SELECT sequence, at FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT 1"
_THERE = "SELECT 1 FROM journal WHERE stream = ? AND digest = ?"


class Missing(NamedTuple):
    """A stream whose last numbers the journal has not: `known` and its digest elsewhere, `found` here."""

    stream: str
    known: int
    digest: str
    found: int

    def facts(self) -> dict[str, object]:
        """The body of its record, an integrity failure (JET 90)."""
        return {
            "schema": 1, "event": "integrity-failure", "finding": "older-copy", "stream": self.stream,
            "known": self.known, "known_digest": self.digest, "found": self.found,
        }  # fmt: skip


def known_of(kept: Iterable[Kept | None], trail: Trail | None, desk_id: str) -> tuple[Head, ...]:
    """All heads of the second place, and the end of its records; read before the journal is."""
    heads = [head for found in kept if found is not None for head in found.lines]
    rows = trail.end() if trail is not None else ()
    return (*heads, *(row.head for row in rows if row.desk_id == desk_id))


def missing(known: Iterable[Head], reached: Mapping[str, int], connection: sqlite3.Connection) -> tuple[Missing, ...]:
    """What the journal lacks of `known`; `reached` is its last number of each stream.

    Only what this desk signed counts, and not a head with another number written over it.
    """
    beyond = sorted((head for head in known if head.sequence > reached.get(head.stream, 0)), key=_place, reverse=True)
    if not beyond:
        return ()
    (public_key,) = connection.execute("SELECT public_key FROM desk").fetchone()
    found: dict[str, Missing] = {}
    for head in beyond:
        if head.stream in found or head.stream not in set(Stream):
            continue
        digest = bytes.fromhex(head.digest)
        if connection.execute(_THERE, (head.stream, digest)).fetchone() is None and signature_holds(
            public_key, bytes.fromhex(head.signature), digest
        ):
            found[head.stream] = Missing(head.stream, head.sequence, head.digest, reached.get(head.stream, 0))
    return tuple(found[stream] for stream in sorted(found))


def _place(head: Head) -> tuple[str, int]:
    return head.stream, head.sequence


def behind(folder: Path) -> EnvironmentFault:
    """The fault of a start on a journal that is behind its second place."""
    words = translate("Custody", "Pour cela, rouvrez l’accueil, ou\u00a0: casaco-desk restore {file} --data {folder}")
    return EnvironmentFault(
        translate(
            "Custody",
            "Ce poste a déjà donné des numéros que cette base ne connaît pas\u00a0: une copie plus ancienne a été"
            " remise à la main, ou la fin du journal a été retirée.",
        ),
        safe=translate(
            "Custody",
            "Rien n’a été modifié, et aucun numéro ne servira deux fois. Ce qui a été enregistré depuis est gardé à"
            " part et peut être remis.",
        ),
        todo=words.format(file=_quoted(folder / FILE_NAME), folder=_quoted(folder)),
        code=BEHIND,
    )


def _quoted(path: Path) -> str:
    """A path as it can be typed, on every system."""
    return f'"{path}"' if " " in str(path) else str(path)


def missing_in(folder: Path, desk_id: str) -> tuple[Missing, ...]:
    """What the present database of `folder` lacks; nothing where it cannot be read, or is of another desk."""
    try:
        kept = [Heads((place,)).read(place) for place in places_for(folder, desk_id)]
        known = known_of(kept, trail_of(folder, desk_id), desk_id)
        with closing(_opened(folder)) as connection:
            if connection.execute("SELECT 1 FROM desk WHERE id = ?", (desk_id,)).fetchone() is None:
                return ()
            return missing(known, {stream: place for stream, (place, _) in _tails(connection).items()}, connection)
    except (OSError, sqlite3.Error) as error:
        # Damaged or absent: there is nothing to compare, and the restoration itself tells what is known.
        _log.info("the present journal was not compared", error=error)
        return ()


def last_act(folder: Path) -> datetime | None:
    """When the last record of the present database was made; None where it cannot be read, or has none."""
    try:
        with closing(_opened(folder)) as connection:
            found = [datetime.fromisoformat(at) for _, at in _tails(connection).values()]
    except (sqlite3.Error, ValueError) as error:
        _log.info("the present journal could not be read", error=error)
        return None
    return max(found, default=None)


def _opened(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder.absolute() / FILE_NAME).as_uri()}?mode=ro", uri=True)


def _tails(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    """The last number of each stream, and its time."""
    found = ((stream.value, connection.execute(_LAST, (stream.value,)).fetchone()) for stream in Stream)
    return {stream: row for stream, row in found if row is not None}
