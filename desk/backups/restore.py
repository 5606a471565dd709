"""Putting a copy back: made whole beside the present file, proved, then exchanged with it; the present one is kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import __version__, storage
from desk.backups import ahead, faults, letters, redo
from desk.backups.ahead import Missing
from desk.backups.copies import settle
from desk.backups.holes import RESTORED
from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.redo import is_to_redo
from desk.backups.replay import blank_ranges, erased_members, put_back
from desk.backups.trail import JournalRow, trail_of
from desk.bus import Bus
from desk.clock import Clock, SystemClock
from desk.custody import INTEGRITY_FAILURE
from desk.errors import EnvironmentFault, Refused
from desk.heads import Head, Heads, places_for
from desk.keys import FileKeyStore, key_store, load_signer
from desk.language import translate
from desk.redaction import ANNOUNCEMENT
from desk.rights import AT_TERMINAL
from desk.verify import verify_copy
from desk.work import DeskIdentity, Work, translated_faults
from models.base import instant_text
from models.database import FILE_NAME
from models.journal import Stream
from models.people import Member
from models.site import Desk

ASIDE = "mis-de-cote"
_SCRATCH = "restauration"
_FILES = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm")


@dataclass(frozen=True)
class Restored:
    """What was done. `aside` holds the file that was there, None when there was none.

    `erased` members' data were erased again, those of `to_erase` could not be; `unknown` are the kinds of the records
    that are in the journal without the rows that they stood for, one for each. `was_behind`: the present file lacked
    numbers that the desk had given, which is recorded as an integrity failure.
    """

    plan: RestorePlan
    aside: Path | None
    erased: tuple[int, ...]
    to_erase: tuple[int, ...]
    unknown: tuple[str, ...]
    was_behind: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person should know now."""
        found = [translate("Restored", "La sauvegarde est remise, et l’accueil peut rouvrir.")]
        if self.aside is not None:
            words = translate("Restored", "Le fichier d’avant est gardé dans {folder}.")
            found.append(words.format(folder=self.aside))
        if self.was_behind:
            words = translate(
                "Restored",
                "Il lui manquait des numéros que ce poste a donnés\u00a0: le journal technique le note (code 90).",
            )
            found.append(words)
        found += self.plan.sentences
        found.append(translate("Restored", "Vérifiez qui est là (F9), et les réservations du jour (F3)."))
        if self.to_erase:
            words = translate("Restored", "À effacer de nouveau, depuis leur fiche\u00a0: membres n° {numbers}.")
            found.append(words.format(numbers=", ".join(map(str, self.to_erase))))
        return (*found, *redo.sentences(self.unknown))


class _Collected:
    """Holds what is sealed in the new file until it has taken its place."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Keep the rows."""
        self.rows += rows


def restore(folder: Path, path: Path, *, clock: Clock | None = None, is_locked: bool = False) -> Restored | Refused:
    """Put the copy `path` back in `folder`; raises `EnvironmentFault` with the present file where it was.

    `is_locked`: the caller holds the folder's `DeskLock`. No other process may have the database open.
    """
    storage.make_folder(folder)
    lock = None if is_locked else storage.DeskLock(folder)
    try:
        _refuse_company(folder)
        plan = plan_restore(folder, path)
        return plan if isinstance(plan, Refused) else _restore(folder, plan, clock or SystemClock())
    finally:
        if lock is not None:
            lock.release()


def _restore(folder: Path, plan: RestorePlan, clock: Clock) -> Restored:
    collected, missing = _Collected(), ahead.missing_in(folder, plan.desk_id)
    try:
        with _scratch(folder) as scratch:
            shutil.copyfile(plan.path, scratch / FILE_NAME)
            if plan.key_from != folder:
                _take_key(plan, folder)
            done = _fill(scratch, folder, plan, clock, collected, missing)
            settle(scratch / FILE_NAME)
            _prove(scratch / FILE_NAME)
            if plan.changes_letter:
                letters.note(plan.path.parent, plan.letter)
            aside = _exchange(folder, scratch, clock)
    except OSError as error:
        raise faults.of_target(error, folder) from error
    _tell_the_second_place(folder, plan, collected)
    return Restored(plan, aside, *done, was_behind=bool(missing))


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder on the same disk as the database, so that taking its place is one act; gone afterwards."""
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)  # of a restoration that was interrupted before the exchange
    scratch.mkdir()
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _take_key(plan: RestorePlan, folder: Path) -> None:
    private = FileKeyStore(plan.key_from).load(plan.desk_id)
    assert private is not None  # the plan has seen it
    key_store(folder).save(plan.desk_id, private)


def _fill(
    scratch: Path, folder: Path, plan: RestorePlan, clock: Clock, collected: _Collected, missing: tuple[Missing, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]:
    """Replay what came after the copy, seal the restoration itself, and erase again what had been erased."""
    engine = storage.open_database(scratch)
    try:
        with translated_faults(), Session(engine) as session:
            row = session.scalars(select(Desk)).one()
            row.letter = plan.letter
            identity = DeskIdentity(row.id, row.letter, row.name, __version__)
            signer = load_signer(row.id, row.key_id, key_store(folder))
            session.commit()
        work = Work(engine, clock, identity, signer, Heads(()), Bus())
        work.trail = collected
        # No desk is open: whoever restores owns the folder, and erases again what was erased with every right.
        work.operator = AT_TERMINAL
        with work.write() as unit:
            unknown = put_back(unit, plan.following)
            for stream in missing:
                unit.record(Stream.TECHNICAL, INTEGRITY_FAILURE, stream.facts())
            unit.record(Stream.TECHNICAL, RESTORED, _facts(plan, unknown))
            if blank := blank_ranges(plan.following):
                body = {"schema": 1, "stream": Stream.OPERATIONS.value, "why": "restored", "ranges": blank}
                unit.record(Stream.TECHNICAL, ANNOUNCEMENT, body)
        erased, to_erase = _erase_again(work, erased_members(plan.following))
    finally:
        engine.dispose()
    # What came back as a seal only has been told by the plan.
    return erased, to_erase, tuple(row.kind for row in unknown if not is_to_redo(row))


def _facts(plan: RestorePlan, unknown: tuple[JournalRow, ...]) -> dict[str, object]:
    bare: dict[str, list[int]] = {}
    for row in unknown:
        bare.setdefault(row.stream, []).append(row.sequence)
    return {
        "schema": 1,
        "event": "restoration",
        "name": plan.path.name,
        "taken_at": instant_text(plan.last_act),
        "after": {f.stream: f.after for f in plan.following},
        "put_back": {f.stream: len(f.rows) for f in plan.following if f.rows},
        "letter": plan.letter,
        "letter_before": plan.before,
        "lost": [list(lost) for lost in plan.lost],
        "bare": {stream: sorted(places) for stream, places in bare.items()},
    }


def _erase_again(work: Work, numbers: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if not numbers:
        return (), ()
    from desk.privacy import Erased, Privacy

    privacy = Privacy(work)
    erased: list[int] = []
    left: list[int] = []
    for number in numbers:
        with work.read() as session:
            member_id = session.scalar(select(Member.id).where(Member.number == number, Member.erased_at.is_(None)))
        if member_id is not None:
            (erased if isinstance(privacy.erase(member_id), Erased) else left).append(number)
    return tuple(erased), tuple(left)


def _prove(path: Path) -> None:
    checked = verify_copy(path)
    damaged = next((problem.sentence for problem in checked.problems if not problem.stream), "")
    if damaged or not checked.records:
        raise faults.copy_does_not_hold(damaged)


def _exchange(folder: Path, scratch: Path, clock: Clock) -> Path | None:
    """The present file goes aside whole, with what was being written; the new one takes its name."""
    aside = folder / ASIDE / clock.now().strftime("%Y%m%dT%H%M%S")
    present = [folder / name for name in _FILES if (folder / name).exists()]
    if present:
        aside.mkdir(parents=True, exist_ok=True)
    for file in present:  # the database first: never is it there without the log that goes with it
        file.replace(aside / file.name)
    (scratch / FILE_NAME).replace(folder / FILE_NAME)
    settle(folder)
    return aside if present else None


def _tell_the_second_place(folder: Path, plan: RestorePlan, collected: _Collected) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        last = (
            "SELECT stream, sequence, hex(digest), hex(signature), key_id FROM journal AS r WHERE sequence ="
            " (SELECT MAX(sequence) FROM journal WHERE stream = r.stream)"
        )
        tails = [
            Head(stream, sequence, digest.lower(), signature.lower(), key)
            for stream, sequence, digest, signature, key in connection.execute(last)
        ]
    places = places_for(folder, plan.desk_id)
    heads = Heads(places)
    for place in places:
        heads.catch_up(place, tails)
    if collected.rows:
        trail_of(folder, plan.desk_id).write(collected.rows)


def _refuse_company(folder: Path) -> None:
    """Another process that goes on with the file that is put aside would work for nothing: nobody may have it open."""
    path = folder / FILE_NAME
    if not path.is_file() or not path.stat().st_size:
        return
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return  # damaged or foreign: nobody can work on it either
            raise EnvironmentFault(
                translate("Restored", "Un autre programme (un tourniquet, une commande) tient la base ouverte."),
                safe=translate("Restored", "Rien n’a été modifié."),
                todo=translate("Restored", "Arrêtez-le, puis recommencez."),
                code="in_use",
            ) from error
