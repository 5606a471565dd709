"""Checking the journal against the second place of whole records: what is there, signed by this desk, must be here.

A crash between a commit and its line leaves the lines behind the journal, and they are trimmed once a copy is made: so
a line that is absent, torn or not this desk's says nothing. A record that they hold and the journal has not was taken
away, or an older copy was put back; to hide it, whoever did that had to find these lines as well as the heads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from desk.backups.trail import JournalRow, trail_of
from desk.language import translate

Finding = tuple[str, int, str]
"""A stream, a sequence, a sentence."""
_SEAL = "SELECT digest, signature FROM journal WHERE stream = ? AND sequence = ?"
_EVERY = 20


class SecondRecords:
    """The lines as they are when this is made: before the journal is looked at, to which only more is added."""

    def __init__(self, folder: Path, desk_id: str) -> None:
        self._desk_id = desk_id
        self._trail = trail_of(folder, desk_id)
        self._lengths = self._trail.lengths()

    def findings(
        self,
        connection: sqlite3.Connection,
        public_key: bytes,
        is_lost: Callable[[str, int], bool],
        breathe: Callable[[], object],
    ) -> Iterator[Finding]:
        """The first record of each stream that the journal does not have as it is here.

        `is_lost` says of a number whether a restoration announced that its content is gone.
        """
        told: set[str] = set()
        for count, row in enumerate(self._trail.read(self._lengths)):
            if not count % _EVERY:
                breathe()
            if row.desk_id != self._desk_id or row.stream in told:
                continue
            there = connection.execute(_SEAL, (row.stream, row.sequence)).fetchone()
            if there == (row.digest, row.signature) or is_lost(row.stream, row.sequence):
                continue
            if row.is_signed_with(public_key):
                told.add(row.stream)
                yield row.stream, row.sequence, _difference(row, is_absent=there is None)


def _difference(row: JournalRow, *, is_absent: bool) -> str:
    sentence = translate("Verify", "Le second exemplaire des enregistrements porte un autre n° {sequence}.")
    if is_absent:
        sentence = translate(
            "Verify",
            "Le second exemplaire des enregistrements porte le n° {sequence}, absent ici\u00a0: la fin de la chaîne a"
            " été retirée, ou une copie plus ancienne a été remise.",
        )
    return sentence.format(sequence=row.sequence)
