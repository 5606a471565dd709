"""What putting a copy back would do, before anything is touched: is it a copy of this desk, and what comes after it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.backups import letters
from desk.backups.copies import copy_at, fingerprint, listed
from desk.backups.known import START, Following, Known, Tail
from desk.backups.redo import is_to_redo
from desk.backups.redo import sentences as redo_sentences
from desk.errors import EnvironmentFault, Refused
from desk.keys import KEY_FILE, FileKeyStore, key_store
from desk.language import translate
from desk.verify import verify_copy
from models.database import FILE_NAME, checkpoint
from models.journal import Stream
from models.migrations import HEAD


@dataclass(frozen=True)
class RestorePlan:
    """A copy that can be put back. `last_act` is the instant of its last record; `key_from` where the key is taken.

    `letter` is what numbers begin with from then on; `before` is another one when this computer cannot know which
    numbers were given after the copy (`desk.backups.letters`).
    """

    path: Path
    desk_id: str
    last_act: datetime
    records: int
    findings: int
    following: tuple[Following, ...]
    key_from: Path
    letter: str
    before: str

    @property
    def changes_letter(self) -> bool:
        """Whether the desk takes another letter."""
        return self.letter != self.before

    def put_back(self, stream: Stream) -> int:
        """How many records of a stream come back although they are younger than the copy."""
        return sum(len(following.rows) for following in self.following if following.stream == stream)

    @property
    def lost(self) -> tuple[tuple[str, int, int], ...]:
        """The numbers whose content is nowhere any more: a stream, the first and the last."""
        return tuple((f.stream, *f.lost) for f in self.following if f.lost is not None)

    @property
    def later_acts(self) -> int:
        """Acts on visits, bookings and files after the copy, to be done again by hand."""
        lost = sum(last - first + 1 for stream, first, last in self.lost if stream == Stream.OPERATIONS)
        return len(self.to_redo) + lost

    @property
    def to_redo(self) -> tuple[str, ...]:
        """The kinds of the acts that come back as seals only, one for each act."""
        return tuple(row.kind for following in self.following for row in following.rows if is_to_redo(row))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What would come back, what would not, for a person to read."""
        return tuple(_sentences(self))


def _sentences(plan: RestorePlan) -> Iterator[str]:
    sales, acts = plan.put_back(Stream.SALES), plan.later_acts
    if plan.changes_letter:
        words = translate(
            "RestorePlan",
            "Cet ordinateur ne sait rien de ce qui a été encaissé après cette sauvegarde. Pour qu’aucun numéro ne serve"
            " deux fois, les prochains commencent par {letter} au lieu de {before}. N’utilisez plus l’ancien poste.",
        )
        yield words.format(letter=plan.letter, before=plan.before)
    elif not sales and not acts and not plan.lost:
        yield translate("RestorePlan", "Rien n’a été enregistré après cette sauvegarde\u00a0: rien ne se perd.")
    if sales == 1:
        yield translate("RestorePlan", "La vente encaissée après elle revient, avec son numéro.")
    elif sales:
        words = translate("RestorePlan", "Les {count} ventes encaissées après elle reviennent, avec leurs numéros.")
        yield words.format(count=sales)
    if acts == 1:
        yield translate("RestorePlan", "À refaire\u00a0: un geste fait après elle (passage, réservation ou fiche).")
    elif acts:
        words = translate(
            "RestorePlan", "À refaire\u00a0: {count} gestes faits après elle (passages, réservations, fiches)."
        )
        yield words.format(count=acts)
    if acts > 1:
        yield from redo_sentences(plan.to_redo)
    for stream, first, last in plan.lost:
        if stream != Stream.OPERATIONS:
            words = translate(
                "RestorePlan",
                "Chaîne «\u00a0{stream}\u00a0»\u00a0: les n° {first} à {last} sont perdus. Ils ne resserviront pas.",
            )
            yield words.format(stream=stream, first=first, last=last)
    if plan.findings:
        words = translate("RestorePlan", "Le journal de cette sauvegarde porte {count} constats (casaco-desk verify).")
        yield words.format(count=plan.findings)


def plan_restore(folder: Path, path: Path) -> RestorePlan | Refused:
    """What putting the copy `path` (or the newest in that folder) back in `folder` would do; changes nothing."""
    found = _chosen(path)
    if isinstance(found, Refused):
        return found
    checked = _folded(folder, found) or _check(found)
    if isinstance(checked, Refused):
        return checked
    records, findings = checked
    with closing(sqlite3.connect(f"{found.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        (revision,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision > HEAD:
            sentence = translate("RestorePlan", "Cette sauvegarde vient d’une version plus récente de Casaco Desk.")
            return Refused("newer", sentence)
        ((desk_id, public_key, letter),) = copy.execute("SELECT id, public_key, letter FROM desk").fetchall()
        used = letters.used_in(copy)
        tails = {stream: _tail(copy, stream) for stream in Stream}
        (last_act,) = copy.execute("SELECT MAX(at) FROM journal").fetchone()
    key_from = _key(folder, found.parent, desk_id)
    if isinstance(key_from, Refused):
        return key_from
    known = Known(folder, desk_id, public_key)
    following = tuple(known.after(stream, tails[stream]) for stream in Stream)
    chosen = _letter(known, following, letter, used, letters.noted_in(found.parent))
    if isinstance(chosen, Refused):
        return chosen
    now, before = chosen
    return RestorePlan(
        found, desk_id, datetime.fromisoformat(last_act), records, findings, following, key_from, now, before
    )


def _letter(
    known: Known, following: tuple[Following, ...], letter: str, used: set[str], noted: set[str]
) -> tuple[str, str] | Refused:
    """What numbers begin with after this restoration, and what they would begin with if nothing were unknown."""
    before = letters.replayed(following) or letter
    # A letter taken since, of which the records are gone: which numbers it gave is not known either.
    is_forgotten = bool(noted - used - {before}) and any(f.lost and f.stream == Stream.TECHNICAL for f in following)
    if not known.is_blind and not is_forgotten:
        return before, before
    now = letters.next_letter(used | noted | {before})
    if not now:
        sentence = translate("RestorePlan", "Toutes les lettres de ce poste ont servi\u00a0: ouvrez un nouveau poste.")
        return Refused("letters", sentence)
    return now, before


def _chosen(path: Path) -> Path | Refused:
    try:
        if path.is_dir():
            newest = listed(path)
            inside = [copy for below in sorted(path.glob("casaco-desk-*")) for copy in listed(below)]
            copies = sorted((*newest, *inside), key=lambda copy: copy.taken_at)
            if copies:
                return copies[-1].path
            return Refused("no_copy", translate("RestorePlan", "Ce dossier ne contient aucune sauvegarde."))
        if path.is_file():
            return path
    except OSError as error:
        sentence = translate("RestorePlan", "Ce fichier ne peut pas être lu\u00a0: {reason}.")
        return Refused("unreadable", sentence.format(reason=error.strerror))
    return Refused("no_file", translate("RestorePlan", "Il n’y a pas de fichier à cet endroit."))


def _folded(folder: Path, found: Path) -> Refused | None:
    """The present file itself is taken for a copy: what its log still holds goes into it first."""
    if found.resolve() != (folder / FILE_NAME).resolve():
        return None
    try:
        checkpoint(folder)
    except sqlite3.Error:
        return _unsound()
    return None


def _unsound() -> Refused:
    return Refused(
        "unsound",
        translate("RestorePlan", "Cette sauvegarde est abîmée et ne peut pas être remise\u00a0: prenez-en une autre."),
    )


def _check(path: Path) -> tuple[int, int] | Refused:
    """How many records, and how many findings of its journal; refused unless every page of the copy is sound."""
    unsound = _unsound()
    try:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                foreign = translate("RestorePlan", "Ce fichier n’est pas une sauvegarde de Casaco Desk.")
                return Refused("foreign", foreign)
        copy = copy_at(path)
        if copy is not None and copy.sha256 and fingerprint(path) != copy.sha256:
            return unsound
        checked = verify_copy(path)
    except EnvironmentFault as fault:
        if fault.code in ("foreign_database", "no_desk"):
            sentence = translate("RestorePlan", "Ce fichier n’est pas une sauvegarde de Casaco Desk.")
            return Refused("foreign", sentence)
        return unsound
    except (OSError, sqlite3.Error):
        return unsound
    if not checked.records or any(not problem.stream for problem in checked.problems):
        return unsound
    return checked.records, len(checked.problems)


def _tail(copy: sqlite3.Connection, stream: Stream) -> Tail:
    last = "SELECT sequence, digest, signature FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT 1"
    row = copy.execute(last, (stream.value,)).fetchone()
    return START if row is None else Tail(*row)


def _key(folder: Path, beside: Path, desk_id: str) -> Path | Refused:
    """The folder whose key signs for this desk: its own, else that of the copies."""
    try:
        if key_store(folder).load(desk_id) is not None:
            return folder
    except EnvironmentFault as fault:
        if fault.code == "key_wrong":
            sentence = translate(
                "RestorePlan", "Cette sauvegarde est celle d’un autre poste\u00a0: elle ne peut pas remplacer celui-ci."
            )
            return Refused("other_desk", sentence)
    try:
        if FileKeyStore(beside).load(desk_id) is not None:
            return beside
    except EnvironmentFault as fault:
        return Refused("no_key", fault.what)
    sentence = translate(
        "RestorePlan",
        "La clé de signature ({name}) n’est ni dans le dossier ni à côté de la sauvegarde\u00a0: sans"
        " elle, rien ne pourrait être vendu.",
    )
    return Refused("no_key", sentence.format(name=KEY_FILE))
