"""When the database cannot be gone on with: what happened in plain words, which copies are there, which is proposed.

A database that is behind what its desk has signed is sound: it may be started from itself, with what came after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.backups.ahead import last_act
from desk.backups.copies import Copy, listed
from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.restore import Restored, restore
from desk.backups.settings import read_settings
from desk.clock import Clock
from desk.damage import BEHIND, DAMAGE
from desk.errors import EnvironmentFault, Refused
from desk.keys import KEY_FILE
from desk.language import translate
from desk.logs import log_of
from models.database import FILE_NAME

_log = log_of(__name__)
OFFERED = 12
PRESENT = FILE_NAME
"""The name of the present file, where it is offered among the copies."""


def is_recoverable(fault: EnvironmentFault) -> bool:
    """Whether a copy put back would mend this fault."""
    return fault.code in DAMAGE


@dataclass(frozen=True)
class Situation:
    """What the recovery screen says. `copies` newest first; `looked_in` the folder where they are looked for.

    `is_behind`: the file is sound and older than its journal, and among the copies itself.
    """

    folder: Path
    is_behind: bool
    what: str
    kept: str
    copies: tuple[Copy, ...]
    looked_in: Path
    is_away: bool


class Recovery:
    """Finding and putting back a copy in a folder whose database cannot be used; the caller holds its lock."""

    def __init__(self, folder: Path, fault: EnvironmentFault, clock: Clock | None = None) -> None:
        self._folder = folder
        self._fault = fault
        self._clock = clock

    def situation(self) -> Situation:
        """Look again: a drive may have been plugged in."""
        settings = read_settings(self._folder)
        copies = self._copies(settings.root)
        is_behind = self._fault.code == BEHIND
        kept = translate(
            "Recovery",
            "Le fichier abîmé n’a pas été modifié. Il sera gardé à part, quoi que vous choisissiez\u00a0; aucune base"
            " vide ne prendra sa place.",
        )
        if self._fault.code == "database_gone":
            kept = translate("Recovery", "Rien n’a été modifié, et aucune base vide ne prendra sa place.")
        if is_behind:
            kept = self._fault.safe
        away = not settings.root.is_dir()
        return Situation(self._folder, is_behind, self._what(), kept, copies, settings.root, away)

    def _what(self) -> str:
        if self._fault.code == BEHIND:
            return self._fault.what
        if self._fault.code == "database_gone":
            return translate("Recovery", "Le fichier où l’accueil se souvient de tout n’est plus dans son dossier.")
        return translate(
            "Recovery",
            "Le fichier où l’accueil se souvient de tout ne se lit plus. Une coupure de courant, un disque fatigué ou"
            " un autre programme a pu l’abîmer\u00a0: vous n’y êtes pour rien.",
        )

    def _copies(self, root: Path) -> tuple[Copy, ...]:
        """The copies of this desk: of the folder whose key is ours, of all when there is no key to tell by."""
        ours = self._owner()
        found: list[Copy] = []
        try:
            for below in sorted(root.glob("casaco-desk-*")):
                if not ours or below.name == f"casaco-desk-{ours[-12:]}":
                    found += listed(below)
        except OSError as error:
            _log.warning("copies could not be listed", error=error)
        if self._fault.code == BEHIND and (moment := last_act(self._folder)) is not None:
            path = self._folder / FILE_NAME
            found.append(Copy(path, moment, path.stat().st_size))
        return tuple(sorted(found, key=lambda copy: copy.taken_at, reverse=True)[:OFFERED])

    def _owner(self) -> str:
        """The id of the desk whose key is in the folder, letters and digits only."""
        try:
            owner = (self._folder / KEY_FILE).read_text(encoding="ascii").partition(":")[0]
        except (OSError, ValueError):
            return ""
        return "".join(c for c in owner if c.isalnum())

    def plan(self, path: Path) -> RestorePlan | Refused:
        """What putting this copy back would give and cost."""
        return plan_restore(self._folder, path)

    def put_back(self, path: Path) -> Restored | Refused:
        """Put it back; raises `EnvironmentFault` with everything where it was."""
        return restore(self._folder, path, clock=self._clock, is_locked=True)


def age(copy: Copy, now: datetime) -> str:
    """How long ago a copy was made, in words."""
    minutes = max(0, int((now - copy.taken_at).total_seconds() // 60))
    if minutes < 60:
        return translate("Recovery", "il y a {count} min").format(count=minutes)
    if minutes < 48 * 60:
        return translate("Recovery", "il y a {count} h").format(count=minutes // 60)
    return translate("Recovery", "il y a {count} jours").format(count=minutes // (24 * 60))
