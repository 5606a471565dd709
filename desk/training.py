"""Training: from the real desk to the house to practise in, and back; both ways are in the real desk's journal.

The real database is never opened a second time and its lock is never touched: practice has a folder, a lock, a key and
numbers of its own (`desk.practice`).
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk import storage
from desk.backups.trail import trail_of
from desk.damage import DAMAGE
from desk.errors import EnvironmentFault, Refused
from desk.heads import places_for
from desk.language import translate
from desk.rights import Act, anyone
from desk.storage import DeskLock
from desk.work import Operator, Work
from models.database import FILE_NAME
from models.journal import Stream
from models.staff import Facilitator

if TYPE_CHECKING:
    from desk.practice import PracticeDesk

FOLDER = "training"
ENTERED, LEFT, ANEW = "training.entered", "training.left", "training.begun_anew"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OF_PRACTICE = "SELECT desk.id FROM desk, site WHERE site.is_training = 1"


@dataclass(frozen=True)
class Practice:
    """The house to practise in, open: its desk, and the lock that keeps a second one away."""

    desk: PracticeDesk
    lock: DeskLock

    def close(self) -> None:
        """Let go of both."""
        self.desk.close()
        self.lock.release()


class Training:
    """Entering and leaving, from the real desk at work on `folder`."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self.folder = folder / FOLDER

    @anyone(Act.TAKE_THE_DESK)
    def enter(self, *, unattended: bool = False) -> Practice | Refused:
        """Open the house to practise in, made when it is not there; whoever holds the real desk holds this one too.

        `unattended` for the command line: nobody holds the desk yet, and a PIN is asked for in the practice house.
        Raises `EnvironmentFault` when it cannot be opened.
        """
        refused = self._objection(unattended)
        if refused is not None:
            return refused
        practice = self._open(self._work.operator)
        if not isinstance(practice, Refused):
            self._note(ENTERED)
        return practice

    @anyone(Act.TAKE_THE_DESK)
    def leave(self, practice: Practice) -> bool:
        """Close the practice house; whether whoever held it is the one who still holds the real desk.

        When not, the real desk is to be locked: it must not be reached by walking through practice.
        """
        holder = practice.desk.staff.holder.id
        practice.close()
        self._note(LEFT)
        return holder == self._work.operator.id

    @anyone(Act.TAKE_THE_DESK)
    def begin_anew(self, practice: Practice) -> Practice | Refused:
        """Throw away all that was practised, and begin again with the real house as it is now."""
        holder = practice.desk.staff.holder
        if not holder.id:
            return Refused("nobody", translate("Training", "Prenez d’abord l’accueil de la formation."))
        practice.close()
        try:
            self.throw_away()
            again = self._open(holder)
        except EnvironmentFault:
            self._note(LEFT)
            raise
        self._note(LEFT if isinstance(again, Refused) else ANEW)
        return again

    def throw_away(self) -> None:
        """Remove the practice house; what is not one stays. Raises `EnvironmentFault` when it cannot be removed."""
        if not self.folder.exists():
            return
        try:
            desk_id = _practice_id(self.folder)
            kept = () if not desk_id else places_for(self.folder, desk_id)[1:]
            shutil.rmtree(self.folder)
            for place in kept:
                place.unlink(missing_ok=True)
            if desk_id:
                shutil.rmtree(trail_of(self.folder, desk_id).folder, ignore_errors=True)
        except OSError as error:
            raise EnvironmentFault(
                translate("Training", "Le dossier de la formation n’a pas pu être effacé."),
                safe=translate("Training", "La vraie maison n’est pas touchée."),
                todo=translate("Training", "Fermez ce qui s’en sert, puis recommencez."),
                code="training_folder",
            ) from error

    def _objection(self, unattended: bool) -> Refused | None:
        with self._work.read() as session:
            is_practice = self._work.site(session).is_training
            has_team = session.scalar(select(Facilitator.id).where(Facilitator.active.is_(True)).limit(1)) is not None
        if not has_team:
            sentence = translate("Training", "Cette maison n’a pas encore d’équipe\u00a0: prenez d’abord son accueil.")
            return Refused("no_team", sentence)
        if is_practice:
            return Refused("training", translate("Training", "Vous êtes déjà en formation."))
        if not unattended and not self._work.operator.id:
            return Refused(
                "nobody", translate("Training", "Prenez d’abord l’accueil\u00a0: la formation est pour l’équipe.")
            )
        return None

    def _open(self, holder: Operator, *, mends: bool = True) -> Practice | Refused:
        from desk.practice import PracticeDesk

        storage.make_folder(self.folder)
        try:
            lock = DeskLock(self.folder)
        except EnvironmentFault as fault:
            if fault.code != "already_open":
                raise
            return Refused(
                "already_open", translate("Training", "La formation est déjà ouverte dans une autre fenêtre.")
            )
        try:
            desk = PracticeDesk(self.folder, self._work)
        except EnvironmentFault as fault:
            lock.release()
            if fault.code not in DAMAGE or not mends:
                raise
            # A practice house that a power cut has damaged is made anew: nothing in it was true.
            self.throw_away()
            return self._open(holder, mends=False)
        except BaseException:
            lock.release()
            raise
        if holder.id:
            desk.staff.carry_over(holder.id)
        return Practice(desk, lock)

    def _note(self, kind: str) -> None:
        with self._work.write() as unit:
            unit.record(Stream.TECHNICAL, kind, {"schema": 1, "by": unit.operator.name})


def _practice_id(folder: Path) -> str:
    """The id of the desk of a practice house; empty when it is damaged or half made. Raises for any other house."""
    place = folder / FILE_NAME
    if not place.exists():
        return ""
    try:
        with closing(sqlite3.connect(place)) as connection:
            row = connection.execute(_OF_PRACTICE).fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _DAMAGED:
            # Only practice is ever made at this place: what cannot be read any more is no loss.
            return ""
        raise _foreign(folder) from error
    if row is None:
        raise _foreign(folder)
    return str(row[0])


def _foreign(folder: Path) -> EnvironmentFault:
    return EnvironmentFault(
        translate("Training", "Le dossier {folder} n’est pas celui d’une formation.").format(folder=folder),
        safe=translate("Training", "Rien n’a été effacé."),
        todo=translate("Training", "Regardez ce qu’il contient, et mettez-le ailleurs."),
        code="training_foreign",
    )
