"""Backups while the desk is open: where they go, when one is due, making one, trying one out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.backups import faults
from desk.backups.copies import Copy, listed, note_of
from desk.backups.keeping import kept
from desk.backups.settings import desk_folder, read_settings, write_settings
from desk.backups.trail import Trail
from desk.bus import Changed, Topic
from desk.clock import local_day
from desk.errors import EnvironmentFault, Refused
from desk.keys import KEY_FILE, FileKeyStore, key_store
from desk.language import translate
from desk.logs import log_of
from desk.progress import Tell, nobody, nothing
from desk.rights import Act, anyone, needs
from desk.simulation import no_copies
from desk.work import Work, translated_faults
from models.database import FILE_NAME
from models.journal import Stream

if TYPE_CHECKING:
    from desk.backups.drill import Drill
    from desk.damage import Finding

_log = log_of(__name__)
EVERY = timedelta(hours=1)
OLD = timedelta(hours=26)
"""A day and its opening: the age from which a person is told."""
AGAIN = timedelta(minutes=5)
LOCK_FILE = "backup.lock"


@dataclass(frozen=True)
class BackupStatus:
    """How the copies stand. `last` is aware UTC, None when there never was one; `trouble` why the last try failed.

    `is_same_disk`: the copies would be lost with the disk of the data.
    """

    root: Path
    is_chosen: bool
    last: datetime | None
    is_old: bool
    is_same_disk: bool
    trouble: EnvironmentFault | None


class Backups:
    """The copies of one desk. Making and trying out may run in a worker."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder
        self._trouble: EnvironmentFault | None = None
        self._tried: datetime | None = None
        self.finding: Finding | None = None

    # --- how they stand --------------------------------------------------------------------------------------

    @property
    def target(self) -> Path:
        """The folder of this desk's own copies."""
        return desk_folder(read_settings(self._folder).root, self._work.identity.id)

    def status(self) -> BackupStatus:
        """Where the copies go, when the last good one was made, and what is wrong."""
        settings, now = read_settings(self._folder), self._work.clock.now()
        is_old = settings.last is not None and now - settings.last > OLD
        return BackupStatus(
            settings.root, settings.chosen is not None, settings.last, is_old,
            _same_disk(settings.root, self._folder), self._trouble,
        )  # fmt: skip

    def copies(self) -> tuple[Copy, ...]:
        """The copies, newest first; raises `EnvironmentFault` when the chosen drive is away."""
        target = self.target
        try:
            found = listed(target)
        except OSError as error:
            raise faults.of_target(error, target) from error
        if read_settings(self._folder).chosen is not None and not target.is_dir():
            raise faults.drive_away(target.parent)
        return found

    def is_due(self) -> bool:
        """Whether an hour has gone by since the last good copy; after a failure, a try every five minutes."""
        if self._no_copies() is not None:
            return False
        now, last = self._work.clock.now(), read_settings(self._folder).last
        if self._tried is not None and self._trouble is not None and AGAIN > now - self._tried >= timedelta(0):
            return False
        # A clock that was set back must not stop the copies until it has caught up.
        return last is None or not timedelta(0) <= now - last < EVERY

    # --- where they go ---------------------------------------------------------------------------------------

    @needs(Act.BACKUP_FOLDER)
    def choose_folder(self, root: Path | None) -> Refused | None:
        """Send the copies to a folder or drive, None for the desk's own; a manager's right."""
        refused = self._no_copies()
        refused = refused or (_objection(root, self._folder) if root is not None else None)
        if refused is not None:
            return refused
        settings = replace(read_settings(self._folder), chosen=root.resolve() if root is not None else None)
        target = desk_folder(settings.root, self._work.identity.id)
        with self._work.write() as unit:
            unit.record(Stream.OPERATIONS, "backup.folder_set", {"schema": 1, "folder": str(settings.root)})
            try:
                # Its being there is how the drive is known again: an empty mount point is no drive.
                target.mkdir(parents=root is None, exist_ok=True)
                write_settings(self._folder, settings)
            except OSError as error:
                raise faults.of_target(error, settings.root) from error
        self._trouble = self._tried = None
        self._tell()
        return None

    # --- making one ------------------------------------------------------------------------------------------

    @anyone(Act.HOUSEKEEPING)
    def make(
        self, to: Path | None = None, *, tell: Tell = nobody, breathe: Callable[[], object] = nothing
    ) -> Copy | Refused:
        """Make a copy and prove it, in the desk's folder of copies or (once) in a folder below `to`.

        Raises `EnvironmentFault` when it fails, which `status` then tells too.
        """
        refused = self._no_copies()
        if refused is not None:
            return refused
        self._tried = self._work.clock.now()
        try:
            with _alone(self._folder) as is_ours:
                if not is_ours:
                    return Refused("running", translate("Backups", "Une sauvegarde est déjà en cours."))
                made = self._make(to, tell, breathe)
        except EnvironmentFault as fault:
            if to is None:
                self._trouble = fault
                if fault.code in faults.DOUBTS:
                    self._look_at_the_source()
                self._tell()
            raise
        if to is None:
            self._trouble = None
            self._tell()
        return made

    def _no_copies(self) -> Refused | None:
        with self._work.read() as session:
            return no_copies(self._work.site(session))

    @anyone(Act.HOUSEKEEPING)
    def after_closing(self, *, tell: Tell = nobody, breathe: Callable[[], object] = nothing) -> Copy | None:
        """The copy that goes with a closed day, proved like any other, when a folder or drive was chosen for them.

        The day is closed whatever becomes of it: what goes wrong is for `status` to tell. None when none was made.
        """
        if read_settings(self._folder).chosen is None:
            return None
        try:
            made = self.make(tell=tell, breathe=breathe)
        except EnvironmentFault as fault:
            _log.warning("the copy of a closed day was not made", failure=fault)
            return None
        return made if isinstance(made, Copy) else None

    def _look_at_the_source(self) -> None:
        """A copy that does not hold may come of its drive, or of the database itself."""
        from desk.care import look_quickly

        self.finding = look_quickly(self._folder) or self.finding

    @anyone(Act.HOUSEKEEPING)
    def found(self, finding: Finding | None) -> None:
        """Note what the care of the file found, for the window to tell."""
        self.finding = finding
        self._tell()

    def _tell(self) -> None:
        self._work.bus.publish(Changed(frozenset({Topic.BACKUPS})))

    def _make(self, to: Path | None, tell: Tell, breathe: Callable[[], object]) -> Copy:
        settings = read_settings(self._folder)
        target = desk_folder(to if to is not None else settings.root, self._work.identity.id)
        if to is not None or settings.chosen is None:
            _make_folder(target)
        self._keep_key(target)
        at = self._work.clock.now().replace(microsecond=0)
        from desk.backups.making import make_copy

        made = make_copy(self._folder / FILE_NAME, target, at, tell, breathe)
        body = {
            "schema": 1, "name": made.path.name, "sha256": made.sha256, "records": made.records,
            "findings": made.findings,
        }  # fmt: skip
        with self._work.write() as unit:
            unit.record(Stream.TECHNICAL, "backup.made", body)
            zone = unit.site.timezone
        if to is None:
            self._thin_out(target, made)
            self._note(made)
            if isinstance(self._work.trail, Trail):
                self._work.trail.trim(local_day(at, zone))
        return made

    def _keep_key(self, target: Path) -> None:
        """Without the key that signs its journal, a desk put back on another computer could sell nothing."""
        identity = self._work.identity.id
        if (target / KEY_FILE).exists() or not target.is_dir():
            return
        private = key_store(self._folder).load(identity)
        if private is not None:
            try:
                FileKeyStore(target).save(identity, private)
            except EnvironmentFault as fault:
                cause = fault.__cause__
                raise faults.of_target(cause if isinstance(cause, OSError) else OSError(), target) from fault

    def _thin_out(self, target: Path, made: Copy) -> None:
        """Keep what the rule keeps; the last copy with nothing against it stays whatever the rule says."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
        try:
            copies = listed(target)
            staying = kept((copy.taken_at for copy in copies), zone) | {made.taken_at}
            clean = next((copy.taken_at for copy in copies if copy.sha256 and not copy.findings), made.taken_at)
            for copy in copies:
                if copy.taken_at not in staying | {clean}:
                    copy.path.unlink(missing_ok=True)
                    note_of(copy.path).unlink(missing_ok=True)
        except OSError as error:
            faults.note(error)

    def _note(self, made: Copy) -> None:
        settings = replace(read_settings(self._folder), last=made.taken_at, last_name=made.path.name)
        try:
            write_settings(self._folder, settings)
        except OSError as error:
            raise faults.of_target(error, self._folder) from error

    # --- trying one out --------------------------------------------------------------------------------------

    @needs(Act.TRY_BACKUP)
    def drill(
        self, path: Path | None = None, *, tell: Tell = nobody, breathe: Callable[[], object] = nothing
    ) -> Drill | Refused:
        """Put a copy (the newest) back in a folder of its own, check it, say what was found, and remove it all."""
        from desk.backups.drill import try_out

        if path is None:
            copies = self.copies()
            if not copies:
                return Refused("no_copy", translate("Backups", "Il n’y a encore aucune sauvegarde à essayer."))
            path = copies[0].path
        found = try_out(path, self._folder, self._work.identity.id, tell, breathe)
        body = {"schema": 1, "name": path.name, "holds": found.holds, "records": found.records}
        with self._work.write() as unit:
            unit.record(Stream.TECHNICAL, "backup.tried", body)
        return found


def _objection(root: Path, folder: Path) -> Refused | None:
    """Why copies cannot go to `root`, None when they can."""
    if not root.is_dir():
        return Refused("no_folder", translate("Backups", "Ce dossier n’existe pas\u00a0: branchez le disque d’abord."))
    if root.resolve().is_relative_to(folder.resolve()):
        sentence = translate(
            "Backups", "Ce dossier est dans celui des données\u00a0: ce qui le détruirait emporterait les copies."
        )
        return Refused("inside", sentence)
    return None


def _make_folder(target: Path) -> None:
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise faults.of_target(error, target.parent) from error


def _same_disk(root: Path, folder: Path) -> bool:
    try:
        return os.stat(root if root.exists() else root.parent).st_dev == os.stat(folder).st_dev
    except OSError:
        return False


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether nobody else, window or command, makes a copy of this folder; the system frees it with the process."""
    with translated_faults():
        lock = sqlite3.connect(folder / LOCK_FILE, timeout=0, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
            is_ours = True
        except sqlite3.OperationalError:
            is_ours = False
        yield is_ours
    finally:
        lock.close()
