"""A file that cannot be relied on: what it is called, so that a start need not load the means to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.language import translate

DAMAGE = ("sqlite_11", "sqlite_24", "sqlite_26", "foreign_database", "database_gone", "no_desk")
"""The codes of the faults that only another file can mend: damaged, of another format, none of ours, gone."""


@dataclass(frozen=True)
class Finding:
    """What the care found. `is_damage`: pages of the file cannot be relied on; else the journal does not hold."""

    is_damage: bool
    sentence: str


def damage_met() -> Finding:
    """A page was met that cannot be read."""
    return Finding(True, translate("Care", "Le fichier de la base s’abîme\u00a0: des pages ne se lisent plus."))
