"""The local SQLite file: one engine with the pragmas that were measured safe (FIELD.md).

WAL and synchronous=FULL lose no acknowledged commit in a power cut; NORMAL lost 300 of 300.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

FILE_NAME = "casaco.db"
_DRIVER = "driver"
_IS_STRICT = "references are still checked at each row"
BUSY_MILLISECONDS = 5000
_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE deletes rows past the triggers that protect the journal.
    "PRAGMA recursive_triggers=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
)


def open_engine(folder: Path, *, durable: bool = True) -> Engine:
    """An engine on the database of `folder`, which must exist; the file is created when absent.

    `durable=False` lets the demo world be made without waiting for the disk; never used on real data.
    Raises `sqlalchemy.exc.DatabaseError` at the first connection when the file cannot be used.
    """
    url, arguments = f"sqlite:///{folder / FILE_NAME}", {"timeout": BUSY_MILLISECONDS / 1000}
    # The connection last given back is taken first: the one that writes is the one that is asked about other writers.
    engine = create_engine(url, connect_args=arguments, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The transaction is begun below, by us: the driver must not begin its own.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")

    @event.listens_for(engine, "checkin")
    def release(connection: sqlite3.Connection | None, _record: Any) -> None:
        # A COMMIT that fails leaves SQLite's transaction open with its lock, which SQLAlchemy takes for ended.
        if connection is not None and connection.in_transaction:
            connection.rollback()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.info[_IS_STRICT] = not reading
        driver_connection(connection).execute("BEGIN" if reading else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "before_cursor_execute")
    def defer(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if connection.info.get(_IS_STRICT) and not statement.startswith("SELECT"):
            connection.info[_IS_STRICT] = False
            defer_references(driver_connection(connection))

    return engine


def defer_references(driver: sqlite3.Connection) -> None:
    """Check references at the commit: rows of one act refer to each other in both directions of time.

    Done by itself before the first row that SQLAlchemy writes in a transaction, and not for those that the driver is
    given directly: this pragma makes SQLite compile anew every statement it had kept, which costs what a scan does.
    """
    driver.execute("PRAGMA defer_foreign_keys=ON")


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The SQLite connection below: what every act does is said to it directly, in a twelfth of the time."""
    below = connection.connection.dbapi_connection
    assert isinstance(below, sqlite3.Connection)
    return below


def driver_of(session: Session) -> sqlite3.Connection:
    """The SQLite connection of the transaction that `session` is in; begins one when it is in none."""
    transaction = session.get_transaction()
    kept = session.info.get(_DRIVER)
    if transaction is None or kept is None or kept[0] is not transaction:
        below = driver_connection(session.connection())
        # Asking SQLAlchemy each time costs more than the statement: kept for as long as this transaction lasts.
        kept = session.info[_DRIVER] = (session.get_transaction(), below)
    driver: sqlite3.Connection = kept[1]
    return driver


def use_write_ahead_log(folder: Path) -> None:
    """Put the file in WAL mode, once, when it is made: the mode is kept in the file itself."""
    connection = sqlite3.connect(folder / FILE_NAME, timeout=BUSY_MILLISECONDS / 1000)
    try:
        # The mode is set by an ordinary commit, which is the removal of a rollback journal: EXTRA makes that removal
        # itself survive a power cut. A journal that came back would undo the file to its beginning, key and all.
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def checkpoint(folder: Path) -> None:
    """Write the log back into the file as far as nobody reads it any more, beside whoever writes; waits for nobody.

    Raises `sqlite3.Error` when the disk refuses: nothing is lost, for all of it is still in the log.
    """
    # A file that is gone is not to be replaced by an empty one.
    address = f"{(folder.absolute() / FILE_NAME).as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
    try:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        connection.close()
