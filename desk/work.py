"""The unit of work: the only place where a session opens or commits (DESIGN.md).

`BEGIN IMMEDIATE`, one writer; rows, journal records and print jobs share the transaction. After the commit
the heads go to their second place and one `Changed` value goes to the bus.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol

from sqlalchemy import Engine
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desk.bus import Bus, Changed, Topic
from desk.clock import Clock
from desk.errors import EnvironmentFault
from desk.heads import Heads
from desk.journal import Author, JournalWriter, Sealed
from desk.keys import Signer
from desk.language import translate
from models.database import driver_of
from models.journal import Stream
from models.site import Site


@dataclass(frozen=True)
class DeskIdentity:
    """The register this process works for."""

    id: str
    letter: str
    name: str
    software_version: str


@dataclass(frozen=True)
class Operator:
    """Who holds the desk; no one when the id is empty. `at_terminal` is the account of the computer, named or not."""

    id: str = ""
    name: str = ""
    is_manager: bool = False
    at_terminal: bool = False


class Second(Protocol):
    """Where each sealed record is written a second time, after its commit."""

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Keep these rows of the journal; a failure is noted there, for the commit stands already."""
        ...


class Nowhere:
    """No second place."""

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Nothing is kept."""


@dataclass
class Unit:
    """One transaction in progress: its session, its single instant, its journal, and what it changed."""

    session: Session
    now: datetime
    site: Site
    desk: DeskIdentity
    operator: Operator
    journal: JournalWriter
    topics: set[Topic] = field(default_factory=set)

    def record(self, stream: Stream, kind: str, body: Mapping[str, object]) -> Sealed:
        """Write a journal record in this transaction; with each of the sales stream goes what `posting` says."""
        if stream is not Stream.SALES:
            return self.journal.append(stream, kind, body)
        from desk.closings import posting  # long to import for a turnstile, which never sells

        posting.before_posting(self)
        sealed = self.journal.append(stream, kind, body)
        posting.after_posting(self, kind, body)
        return sealed

    def abandon(self) -> None:
        """Undo all that this transaction did so far: nothing of it will be kept, recorded or told."""
        self.session.rollback()
        self.journal.forget()
        self.topics.clear()

    def changed(self, *topics: Topic) -> None:
        """Say what this transaction changes; told to the views after the commit."""
        self.topics.update(topics)


class Work:
    """Opens units of work and readings on one database, in the name of `operator`."""

    def __init__(
        self, engine: Engine, clock: Clock, identity: DeskIdentity, signer: Signer, heads: Heads, bus: Bus
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.identity = identity
        self.heads = heads
        self.bus = bus
        self.trail: Second = Nowhere()
        self.operator = Operator()
        self._signer = signer
        self._reader = engine.execution_options(reading=True)

    def sign(self, digest: bytes) -> bytes:
        """This desk's signature over 32 digest bytes that are no record: an archive's."""
        return self._signer.sign(digest)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """One transaction. Committed at the end of the block; any exception undoes the whole of it."""
        # A row is written once every table that it may refer to is known; to show the first page, three are enough.
        from models import schema  # noqa: F401

        with translated_faults():
            with Session(self.engine, expire_on_commit=False) as session:
                connection = driver_of(session)
                # Read once, and only when the write lock is ours: records then follow each other in time too.
                now = self.clock.now()
                author = Author(self.identity.id, self.operator.id, self.identity.software_version)
                journal = JournalWriter(connection.execute, self._signer, author, now)
                unit = Unit(session, now, site_of(session), self.identity, self.operator, journal)
                yield unit
                session.commit()
            if journal.written:
                self.heads.write(journal.written)
                self.trail.write(journal.rows)
        if unit.topics:
            self.bus.publish(Changed(frozenset(unit.topics)))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view of the database, never writing."""
        with translated_faults(), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @staticmethod
    def site(session: Session) -> Site:
        """The settings, in the reading or the unit of work of `session`."""
        return site_of(session)


def site_of(session: Session) -> Site:
    """The settings row, for reading; it exists in every founded database.

    The row is read each time, so that another process's change is followed, but made into an object only when it is
    not the one of the time before: that is a twentieth of the work of every act.
    """
    row = driver_of(session).execute(_SITE).fetchone()
    if row is None:
        raise EnvironmentFault(
            translate(
                "Storage", "Cette base n’a pas encore de maison\u00a0: elle n’a pas été mise en place jusqu’au bout."
            ),
            todo=translate("Storage", "Choisissez un autre dossier, ou recommencez la mise en place."),
            code="not_founded",
        )
    return _site_from(row)


_SITE_COLUMNS = tuple(Site.__table__.columns)
_SITE_READERS = tuple((c.key, c.type.result_processor(sqlite_dialect(), None)) for c in _SITE_COLUMNS)
_SITE = f"SELECT {', '.join(column.name for column in _SITE_COLUMNS)} FROM site WHERE id = 1"  # noqa: S608 - our names


@lru_cache(maxsize=4)
def _site_from(row: tuple[Any, ...]) -> Site:
    """The settings as an object of no session: to change them, take the row itself from the unit's session."""
    values = zip(_SITE_READERS, row, strict=True)
    return Site(**{key: value if read is None else read(value) for (key, read), value in values})


@contextmanager
def translated_faults() -> Iterator[None]:
    """Turn what SQLite reports about the world (disk full, read-only, damaged, busy) into faults with sentences."""
    try:
        yield
    except DBAPIError as error:
        fault = fault_of(error.orig)
        if fault is None:
            raise
        raise fault from error
    except sqlite3.DatabaseError as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: Any) -> EnvironmentFault | None:
    """The fault behind a driver error, None when the error is a bug of ours (a broken constraint, wrong SQL)."""
    # The low byte is the primary result code; extended codes only refine it.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kept = translate(
        "Storage", "Tout ce qui était enregistré l’est toujours\u00a0; la dernière action n’a pas été faite."
    )
    match code:
        case sqlite3.SQLITE_FULL:
            what = translate("Storage", "Le disque est plein\u00a0: l’action n’a pas pu être enregistrée.")
            todo = translate("Storage", "Libérez de la place sur le disque, puis recommencez.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            what = translate("Storage", "Le dossier des données ne peut pas être écrit par ce compte.")
            todo = translate("Storage", "Vérifiez les droits du dossier, ou choisissez-en un autre avec --data.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            what = translate("Storage", "La base est occupée par un autre programme depuis plusieurs secondes.")
            todo = translate("Storage", "Fermez l’autre programme, puis recommencez.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            what = translate("Storage", "Le fichier de la base est abîmé.")
            kept = translate("Storage", "Il n’a pas été modifié.")
            todo = translate("Storage", "Gardez-en une copie et remettez la dernière sauvegarde.")
        case sqlite3.SQLITE_IOERR:
            what = translate("Storage", "Le disque ne répond pas correctement.")
            todo = translate("Storage", "Vérifiez le disque, puis relancez.")
        case _:
            return None
    return EnvironmentFault(what, safe=kept, todo=todo, code=f"sqlite_{code}")
