"""Checking the journal: every digest and each stream's last signature (fast), or every signature (deep).

A body that was blanked for someone's privacy (FISCAL.md §1, redaction) holds as long as its SHA-256 is the one that was
sealed, its stream is the operational one, and the technical stream announces it; such records are counted apart.
Finds a change, a removal, a reordering, a truncation, an older copy put back, a guard taken away, and rows that no
longer say what their records say; names the place. It never reports success for what it did not check.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from desk import invoice_checks as invoices
from desk import sales_mirror, verify_deposits, verify_trail
from desk.backups.holes import LOST, RESTORED, Holes
from desk.closings import audit
from desk.errors import EnvironmentFault
from desk.heads import Head, Heads, Kept, places_for
from desk.journal import digest_of
from desk.keys import key_id, signature_holds
from desk.language import translate
from desk.progress import nothing
from desk.redaction import ANNOUNCEMENT, announced
from desk.storage import foreign_database
from desk.verification import Problem, Verification
from desk.work import fault_of, translated_faults
from models.closings import CLOSING_TRIGGERS
from models.database import FILE_NAME
from models.invoices import OLDER_INVOICE_TRIGGERS
from models.journal import ALGORITHM, FORMAT, JOURNAL_TRIGGERS, OLDER_TRIGGERS, Stream
from models.quotes import QUOTE_TRIGGERS
from models.sales import SALES_TRIGGERS

_GUARDS = {words[2]: words for trigger in (*JOURNAL_TRIGGERS, *SALES_TRIGGERS) if (words := trigger.split())}
_KNOWS_QUOTES = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'quote'"
# Asked of a copy that knows quotes: there were none before 0004.
_QUOTE_GUARDS = {words[2]: words for trigger in QUOTE_TRIGGERS if (words := trigger.split())}
# The same of closings, and of the prints that are sealed since then.
_CLOSING_GUARDS = {words[2]: words for trigger in CLOSING_TRIGGERS if (words := trigger.split())}
# A copy from before redaction was possible has the stricter guard of then, as has one from before 0014.
_OLDER = {words[2]: words for trigger in (*OLDER_TRIGGERS, *OLDER_INVOICE_TRIGGERS) if (words := trigger.split())}
_COLUMNS = (
    "stream, sequence, kind, at, operator_id, desk_id, software_version, format, algorithm, key_id,"
    " previous_digest, previous_signature, body, body_sha256, digest, signature"
)
POLITE_ROWS = 20
_BEHIND = "SELECT MAX(sequence), COUNT(DISTINCT at) FROM journal WHERE stream = ? AND sequence > ?"


def verify_folder(folder: Path, *, deep: bool = False, breathe: Callable[[], object] = nothing) -> Verification:
    """Check the database of `folder` against itself and its heads; raises `EnvironmentFault` when it cannot be read.

    Needs neither the private key nor a lock: a desk may be open on the same folder meanwhile. `breathe` is called
    every few records: a worker rests there, so that the window goes first, and may raise to stop.
    """
    path = folder.absolute() / FILE_NAME
    if not os.path.isfile(path):
        raise EnvironmentFault(
            translate("Verify", "Il n’y a pas de base à vérifier dans {folder}.").format(folder=folder),
            todo=translate("Verify", "Vérifiez le dossier donné par --data."),
            code="no_database",
        )
    # A copy on a medium that cannot be written (an inspector's) has no one writing to it, and no room for an index.
    alone = not os.access(folder, os.W_OK) and not path.with_name(f"{FILE_NAME}-wal").exists()
    return _verify(path, folder, alone, deep, breathe)


def verify_copy(path: Path, *, breathe: Callable[[], object] = nothing) -> Verification:
    """Check a copy of the database by itself: every page, every digest, the last signatures. Nobody writes to it."""
    return _verify(path.absolute(), None, True, False, breathe)


def _verify(path: Path, folder: Path | None, alone: bool, deep: bool, breathe: Callable[[], object]) -> Verification:
    address = f"{path.as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    with translated_faults(), closing(sqlite3.connect(address, uri=True)) as connection:
        # Bytes that are no UTF-8 are a finding, not an accident: they must reach the digest as they are.
        connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
        connection.execute("PRAGMA busy_timeout=5000")
        try:
            return _Check(connection, folder, deep, breathe).run()
        except sqlite3.OperationalError as error:
            raise fault_of(error) or foreign_database() from error


class _Check:
    def __init__(
        self, connection: sqlite3.Connection, folder: Path | None, deep: bool, breathe: Callable[[], object]
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._deep = deep
        self._breathe = breathe
        self._problems: list[Problem] = []
        self._sealed: dict[tuple[str, int], tuple[str, str, str]] = {}
        self._streams: dict[str, int] = {}
        self._blank: set[int] = set()
        self._announced: list[tuple[int, int]] = []
        self._holes = Holes()

    def run(self) -> Verification:
        (desk_id, desk_key_id, public_key) = self._desk()
        # Heads first, then one snapshot: a desk at work may add records in between, never take one away.
        lengths = self._lengths(desk_id)
        heads = self._heads(desk_id)
        second = None if self._folder is None else verify_trail.SecondRecords(self._folder, desk_id)
        wanted = {(head.stream, head.sequence) for _, kept in heads for head in kept.lines}
        self._connection.execute("BEGIN")
        self._check_file()
        if key_id(public_key) != desk_key_id:
            self._add("", 0, translate("Verify", "La clé publique du poste ne correspond pas à son empreinte."))
        self._walk(desk_id, desk_key_id, public_key, wanted)
        told = {stream for place, kept in heads for stream in self._compare(place, kept, public_key)}
        if second is not None:
            self._check_records(second, public_key, told)
        # Heads again, if they grew: what was committed before the snapshot has had the time to reach them.
        if self._lengths(desk_id) != lengths:
            heads = self._heads(desk_id, again=True)
        for place, kept in heads:
            self._check_behind(place, kept)
        self._check_mirror()
        self._check_closings()
        self._check_blanks()
        for stream, sequence, sentence in self._holes.findings():
            self._add(stream, sequence, sentence)
        records = sum(self._streams.values())
        return Verification(records, self._streams, self._deep, tuple(self._problems), len(self._blank))

    def _add(self, stream: str, sequence: int, sentence: str) -> None:
        self._problems.append(Problem(_readable(stream), sequence, _readable(sentence)))

    def _desk(self) -> tuple[str, str, bytes]:
        rows = self._connection.execute("SELECT id, key_id, public_key FROM desk").fetchall()
        if len(rows) != 1:
            raise EnvironmentFault(
                translate("Verify", "La base ne dit pas quel poste l’a signée\u00a0: rien n’a pu être vérifié."),
                todo=translate("Verify", "Remettez la dernière sauvegarde."),
                code="no_desk",
            )
        return rows[0][0], rows[0][1], rows[0][2]

    def _heads(self, desk_id: str, again: bool = False) -> list[tuple[Path, Kept]]:
        found = []
        for index, place in enumerate(self._places(desk_id)):
            try:
                heads = Heads((place,)).read(place)
            except OSError:
                heads = None
            if heads is not None:
                found.append((place, heads))
            elif index == 0 and not again:
                # The place in the state folder may be absent: the folder was moved, or verified elsewhere.
                sentence = translate("Verify", "Le second relevé des têtes de chaîne ({name}) manque ou est illisible.")
                self._add("", 0, sentence.format(name=place.name))
        return found

    def _lengths(self, desk_id: str) -> list[int]:
        return [place.stat().st_size if place.exists() else -1 for place in self._places(desk_id)]

    def _places(self, desk_id: str) -> tuple[Path, ...]:
        """Where the heads are; a copy has none of its own."""
        return () if self._folder is None else places_for(self._folder, desk_id)

    def _check_file(self) -> None:
        check = "integrity_check" if self._deep or self._folder is None else "quick_check"
        for (finding,) in self._connection.execute(f"PRAGMA {check}(5)"):
            if finding != "ok":
                sentence = translate("Verify", "Le fichier est abîmé\u00a0: {finding}.")
                self._add("", 0, sentence.format(finding=finding))
        triggers = self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        present = {name: sql.split() for name, sql in triggers}
        quotes = self._connection.execute(_KNOWS_QUOTES).fetchone()
        closings = _CLOSING_GUARDS if audit.knows_closings(self._connection) else {}
        deposits = verify_deposits.GUARDS if verify_deposits.are_there(self._connection) else {}
        quoted = _QUOTE_GUARDS if quotes else {}
        later = {**quoted, **closings, **deposits, **invoices.guards(self._connection)}
        for guard, words in sorted({**_GUARDS, **later}.items()):
            if present.get(guard) in (words, _OLDER.get(guard, words)):
                continue
            sentence = translate("Verify", "Le verrou {guard} de la base a été retiré ou changé.")
            self._add("", 0, sentence.format(guard=guard))

    def _walk(self, desk_id: str, desk_key_id: str, public_key: bytes, wanted: set[tuple[str, int]]) -> None:
        current, expected, digest_hex, signature = "", 1, "", b""
        digest = bytes(32)
        for row in self._rows():
            (stream, sequence, kind, at, operator_id, row_desk, version, form, algorithm, row_key) = row[:10]
            (previous_digest, previous_signature, body, body_sha256, digest, row_signature) = row[10:]
            if stream != current:
                self._check_signature(public_key, current, expected - 1, digest_hex, signature)
                current, expected, digest_hex, signature = stream, 1, "0" * 64, b""
            if kind == LOST:
                # What stood here, and before it, is gone: only the signed head of the last is known (desk.backups).
                self._holes.add(stream, expected, sequence)
                digest_hex, signature, expected = digest.hex(), row_signature, sequence + 1
                self._check_signature(public_key, stream, sequence, digest_hex, signature)
                self._sealed[stream, sequence] = (digest_hex, signature.hex(), row_key)
                continue
            if sequence != expected:
                sentence = translate("Verify", "Il manque des enregistrements\u00a0: le n° {expected} est attendu ici.")
                self._add(stream, sequence, sentence.format(expected=expected))
            content = self._content(stream, sequence, kind, body, body_sha256)
            rebuilt = digest_of(
                desk_id=row_desk, stream=stream, sequence=sequence, kind=kind, at=at, operator_id=operator_id,
                software_version=version, key_id=row_key, previous_digest=digest_hex,
                previous_signature=signature.hex(), body_sha256=content,
            )  # fmt: skip
            if (
                rebuilt != digest
                or content != body_sha256.hex()
                or previous_digest.hex() != digest_hex
                or previous_signature != signature
            ):
                self._add(stream, sequence, translate("Verify", "Le contenu ne correspond plus à son empreinte."))
            if row_desk != desk_id or row_key != desk_key_id or form != FORMAT or algorithm != ALGORITHM:
                self._add(stream, sequence, translate("Verify", "L’enregistrement ne vient pas de ce poste."))
            digest_hex, signature, expected = digest.hex(), row_signature, sequence + 1
            self._streams[stream] = self._streams.get(stream, 0) + 1
            if (stream, sequence) in wanted:
                self._sealed[stream, sequence] = (digest_hex, signature.hex(), row_key)
            if self._deep:
                self._check_signature(public_key, stream, sequence, digest_hex, signature)
        self._check_signature(public_key, current, expected - 1, digest_hex, signature)

    def _content(self, stream: str, sequence: int, kind: str, body: bytes, body_sha256: bytes) -> str:
        """The SHA-256 of the body, in hexadecimal; for a blanked one that which was sealed, and its digest covers."""
        if stream == Stream.OPERATIONS and not body:
            self._blank.add(sequence)
            return body_sha256.hex()
        if stream == Stream.TECHNICAL and kind == ANNOUNCEMENT:
            self._announced += announced(body)
        if stream == Stream.TECHNICAL and kind == RESTORED:
            self._holes.announce(body)
        return hashlib.sha256(body).hexdigest()

    def _check_blanks(self) -> None:
        for sequence in sorted(self._blank):
            if any(first <= sequence <= last for first, last in self._announced):
                continue
            sentence = translate("Verify", "Le contenu a été retiré sans que rien ne l’annonce.")
            self._add(Stream.OPERATIONS.value, sequence, sentence)

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        cursor = self._connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY stream, sequence")  # noqa: S608
        cursor.arraysize = 500 if self._breathe is nothing else POLITE_ROWS
        while rows := cursor.fetchmany():
            yield from rows
            self._breathe()

    def _check_signature(
        self, public_key: bytes, stream: str, sequence: int, digest_hex: str, signature: bytes
    ) -> None:
        if stream and not signature_holds(public_key, signature, bytes.fromhex(digest_hex)):
            self._add(stream, sequence, translate("Verify", "La signature n’est pas celle de ce poste."))

    def _compare(self, place: Path, kept: Kept, public_key: bytes) -> set[str]:
        """Every head ever written must still be what the journal says; the first that is not names the place.

        The answer is the streams of which that was told.
        """
        if kept.unreadable:
            sentence = translate("Verify", "Le second relevé ({name}) porte des lignes illisibles.")
            self._add("", 0, sentence.format(name=place.name))
        told: set[str] = set()
        for head in sorted(kept.lines, key=lambda head: head.sequence):
            found = self._sealed.get((head.stream, head.sequence))
            is_known = found == (head.digest, head.signature, head.key_id)
            if is_known or head.stream in told or self._holes.hold(head.stream, head.sequence):
                continue
            told.add(head.stream)
            sentence = self._difference(head, found is None, public_key)
            self._add(head.stream, head.sequence, sentence.format(name=place.name, sequence=head.sequence))
        return told

    def _check_records(self, second: verify_trail.SecondRecords, public_key: bytes, told: set[str]) -> None:
        """Every record of the second place must be here too; where the heads told of a stream, it is told once."""
        for finding in second.findings(self._connection, public_key, self._holes.hold, self._breathe):
            if finding[0] not in told:
                self._add(*finding)

    @staticmethod
    def _difference(head: Head, is_absent: bool, public_key: bytes) -> str:
        if not signature_holds(public_key, bytes.fromhex(head.signature), bytes.fromhex(head.digest)):
            return translate("Verify", "Le second relevé ({name}) porte une signature étrangère à ce poste.")
        if is_absent:
            return translate(
                "Verify",
                "Le second relevé ({name}) connaît le n° {sequence}, absent ici\u00a0: la fin de la chaîne a été"
                " retirée, ou une copie plus ancienne a été remise.",
            )
        return translate("Verify", "Le second relevé ({name}) connaît un autre n° {sequence}.")

    def _check_behind(self, place: Path, kept: Kept) -> None:
        """A crash may lose the heads of one commit; the next start writes them. More than that was taken away."""
        for stream in sorted(self._streams):
            reached = kept.highest[stream].sequence if stream in kept.highest else 0
            last, commits = self._connection.execute(_BEHIND, (stream, reached)).fetchone()
            if commits > 1:
                sentence = translate("Verify", "Le second relevé ({name}) s’arrête au n° {sequence}, avant la fin.")
                if not reached:
                    sentence = translate("Verify", "Le second relevé ({name}) ne connaît pas cette chaîne.")
                self._add(stream, last, sentence.format(name=place.name, sequence=reached))

    def _check_mirror(self) -> None:
        try:
            differing = sales_mirror.differing(self._connection)
            miscorrected = sales_mirror.miscorrected(self._connection)
            invoiced = list(invoices.findings(self._connection, deep=self._deep))
            deposits = verify_deposits.differing(self._connection)
        except sqlite3.OperationalError as error:
            # A body that is no JSON any more has failed its digest above; the comparison cannot be made.
            sentence = translate(
                "Verify", "Les ventes n’ont pas pu être comparées à leurs enregistrements\u00a0: {reason}."
            )
            self._add("sales", 0, sentence.format(reason=error))
            return
        for stream, sequence, said in invoiced:
            self._add(stream, sequence, said)
        sentence = translate("Verify", "La vente et son enregistrement ne disent pas la même chose.")
        for sequence in differing:
            self._add("sales", sequence, sentence)
        sentence = translate("Verify", "Cette correction n’est liée à aucune vente, ou reprend plus que le vendu.")
        for sequence in miscorrected:
            self._add("sales", sequence, sentence)
        for sequence in deposits:
            if self._holes.is_bare("operations", sequence) and verify_deposits.is_absent(self._connection, sequence):
                continue
            sentence = translate("Verify", "La caution et son enregistrement ne disent pas la même chose.")
            self._add("operations", sequence, sentence)

    def _check_closings(self) -> None:
        """Each closing against the sales that it closes."""
        if not audit.knows_closings(self._connection):
            return
        try:
            for stream, sequence, sentence in audit.findings(self._connection):
                self._add(stream, sequence, sentence)
        except (sqlite3.OperationalError, LookupError, ValueError, TypeError, AttributeError) as error:
            # As above: what cannot be read has failed its digest, and cannot be added up.
            sentence = translate("Verify", "Les clôtures n’ont pas pu être comparées à leurs ventes\u00a0: {reason}.")
            self._add(Stream.CLOSINGS.value, 0, sentence.format(reason=error))


def _readable(text: str) -> str:
    """`text` as it can be printed, whatever bytes were put into the database."""
    return text.encode(errors="surrogateescape").decode(errors="replace")
