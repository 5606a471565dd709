"""Noticing what other processes write: SQLite keeps a number that moves when another connection commits."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desk.work import translated_faults
from models.database import FILE_NAME


class OutsideChanges:
    """A small connection of its own, used on one thread; it never holds a lock between two questions."""

    def __init__(self, folder: Path) -> None:
        with translated_faults():
            self._connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
            self._seen = self._version()

    def changed(self) -> bool:
        """Whether anything was committed by anyone, this process included, since the last question."""
        version = self._version()
        moved = version != self._seen
        self._seen = version
        return moved

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
