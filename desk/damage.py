"""A file that cannot be relied on: what it is called, so that a start need not load the means to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.language import translate

BEHIND = "older_copy"
"""The code of a database that is behind what its desk has signed: sound, and not to be gone on with as it is."""
DAMAGE = ("sqlite_11", "sqlite_24", "sqlite_26", "foreign_database", "database_gone", "no_desk", BEHIND)
"""The codes of the faults that only another file can mend: damaged, of another format, none of ours, gone, behind."""


@dataclass(frozen=True)
class Finding:
    """What the care found. `is_damage`: pages of the file cannot be relied on; else the journal does not hold."""

    is_damage: bool
    sentence: str


def damage_met() -> Finding:
    """A page was met that cannot be read."""
    return Finding(True, translate("Care", "Le fichier de la base s’abîme\u00a0: des pages ne se lisent plus."))
