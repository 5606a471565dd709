"""Noticing what other processes write: SQLite keeps a number that moves when another connection commits."""

from __future__ import annotations

from sqlalchemy import Engine

from desk.work import translated_faults

_SEEN = "seen by the watch on other processes"


class OutsideChanges:
    """Asks the connections of the desk itself: the number of each stands still for what it commits itself.

    Never a change missed; one that a worker of this process commits on a connection of its own is seen too.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.changed()

    def changed(self) -> bool:
        """Whether anything was committed elsewhere since this was last asked of the connection at hand."""
        with translated_faults():
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA data_version")
                version = cursor.fetchone()
                moved = bool(connection.info.get(_SEEN) != version)
                connection.info[_SEEN] = version
            finally:
                connection.close()
        return moved
