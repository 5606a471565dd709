"""Making an archive: read in one view of the journal, sealed, recorded in the archives stream, then put in its place.

The record is committed before the file gets its name: a crash may leave a file that is called `.part`, and never an
archive that the journal does not know.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import jet
from desk.accounts.office import FIRST_YEAR, LAST_YEAR, open_folder
from desk.accounts.records import read_year, year_days
from desk.archives import contents
from desk.archives.checking import ArchiveReport, check
from desk.archives.container import JOURNAL, MANIFEST, NOTICE, PUBLIC_KEY, SIGNATURE, pack
from desk.archives.contents import STREAMS, Record
from desk.archives.notice import notice
from desk.clock import local_instant
from desk.closings.calendar import fiscal_year
from desk.errors import EnvironmentFault, Refused
from desk.language import translate
from desk.rights import Act, needs
from desk.simulation import named, sealed
from desk.work import Work
from desk.workbooks import write_bytes
from models.base import instant_text
from models.database import driver_of
from models.journal import JournalRecord, Stream
from models.site import Desk, Site

ARCHIVE_LETTERS = "AR"
MADE = "archive.made"
_COLUMNS = ", ".join(Record._fields)
_BETWEEN = f"SELECT {_COLUMNS} FROM journal WHERE stream = ? AND sequence BETWEEN ? AND ? ORDER BY sequence"  # noqa: S608
_DATED = "SELECT MIN(sequence), MAX(sequence) FROM journal WHERE stream = ? AND at >= ? AND at < ?"
_CLOSINGS = "SELECT sequence, body FROM journal WHERE stream = 'closings' AND body <> x''"


@dataclass(frozen=True)
class Archived:
    """An archive that stands: where, its number and SHA-256, how many records it has, and what its check says."""

    path: Path
    number: str
    sha256: str
    records: int
    is_period: bool
    report: ArchiveReport


@dataclass(frozen=True)
class _Draft:
    """An archive made and not yet recorded: `place` is the one that it must take in its stream."""

    place: int
    number: str
    name: str
    data: bytes
    manifest: dict[str, Any]


class Archives:
    """Keeping the year outside the desk: at least once a fiscal year, and whenever it is asked (FISCAL.md §1)."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @needs(Act.EXPORT_ACCOUNTS)
    def make(self, year: int, folder: Path) -> Archived | Refused:
        """Archive the fiscal year begun in `year` into `folder`; a manager's right."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return Refused("year", translate("Archives", "Un exercice va de 2000 à 2099."))
        try:
            with self._work.read() as session:
                draft = self._draft(session, year)
        except (ValueError, LookupError, TypeError) as error:
            raise EnvironmentFault(
                translate("Archives", "Le journal ne peut pas être archivé : un enregistrement est illisible."),
                safe=translate("Archives", "Rien n’a été écrit."),
                todo=translate("Archives", "Lancez casaco-desk verify : il dit lequel."),
                code="journal_unreadable",
            ) from error
        if isinstance(draft, Refused):
            return draft
        open_folder(folder)
        target = folder / draft.name
        part = target.with_name(f"{draft.name}.part")
        write_bytes(part, draft.data)
        digest = hashlib.sha256(draft.data).hexdigest()
        refused = self._record(draft, digest)
        if refused is not None:
            part.unlink(missing_ok=True)
            return refused
        try:
            os.replace(part, target)
        except OSError as error:
            raise EnvironmentFault(
                translate("Archives", "L’archive n’a pas pu prendre son nom {name}.").format(name=draft.name),
                safe=translate("Archives", "Elle est entière, dans le fichier du même nom qui finit par .part."),
                todo=translate("Archives", "Renommez-le vous-même, sans le .part."),
                code="archive_name",
            ) from error
        is_period = draft.manifest["kind"] == "period"
        count = sum(line["count"] for line in draft.manifest["streams"])
        return Archived(target, draft.number, digest, count, is_period, check(draft.data, draft.name))

    def _draft(self, session: Session, year: int) -> _Draft | Refused:
        site, now = self._work.site(session), self._work.clock.now()
        records = _records(session, site, year)
        if not records:
            sentence = translate("Archives", "Le journal n’a rien de l’exercice {year}.")
            return Refused("empty", sentence.format(year=year))
        desk, key = self._work.identity, session.scalars(select(Desk)).one()
        last = session.scalar(
            select(JournalRecord)
            .where(JournalRecord.stream == Stream.ARCHIVES.value)
            .order_by(JournalRecord.sequence.desc())
            .limit(1)
        )
        before = None if last is None or not last.body else json.loads(last.body)
        place = last.sequence + 1 if last else 1
        number = f"{ARCHIVE_LETTERS}-{desk.letter}-{place:06d}"
        name = named(site, Path(f"{number}-{year}.zip")).name
        streams = contents.by_stream(records)
        manifest: dict[str, Any] = {
            "format": contents.FORMAT, "number": number, "sequence": place, "file": name,
            "kind": "period" if _is_closed(session, site, year) else "intermediate", "year": year,
            "days": [day.isoformat() for day in year_days(year, site.fiscal_month)], "made_at": instant_text(now),
            "desk": {"id": desk.id, "letter": desk.letter, "name": desk.name}, "software": desk.software_version,
            "seller": {"name": site.legal_name, "siret": site.siret, "vat": site.vat_number}, "key_id": key.key_id,
            "streams": contents.stream_lines(streams),
            "previous": before and {"number": before["number"], "sha256": before["sha256"]}, **sealed(site),
        }  # fmt: skip
        files = {f"{stream}.csv": contents.as_table(rows) for stream, rows in streams.items()}
        files[JOURNAL] = contents.to_lines(records)
        files[NOTICE] = notice(manifest, name)
        files[PUBLIC_KEY] = _pem(key.public_key)
        manifest["files"] = contents.file_lines(files)
        files[MANIFEST] = contents.canonical_json(manifest)
        files[SIGNATURE] = self._work.sign(contents.to_sign(files[MANIFEST])).hex().encode() + b"\n"
        return _Draft(place, number, name, pack(files), manifest)

    def _record(self, draft: _Draft, digest: str) -> Refused | None:
        """Write the archive into its stream, and the event into the technical one."""
        with self._work.write() as unit:
            if unit.journal.next_sequence(Stream.ARCHIVES) != draft.place:
                return Refused(
                    "twice", translate("Archives", "Une autre archive vient d’être faite\u00a0: recommencez.")
                )
            facts = {
                "number": draft.number, "file": draft.name, "sha256": digest, "kind": draft.manifest["kind"],
                "year": draft.manifest["year"], "days": draft.manifest["days"],
            }  # fmt: skip
            streams = draft.manifest["streams"]
            unit.record(
                Stream.ARCHIVES, MADE,
                {"schema": 1, **facts, "streams": streams, "size": len(draft.data),
                 "previous": draft.manifest["previous"], "by": unit.operator.name},
            )  # fmt: skip
            code = jet.Code.ARCHIVED if draft.manifest["kind"] == "period" else jet.Code.ARCHIVED_MIDWAY
            jet.note(unit, code, "archived", **facts, by=unit.operator.name)
        return None


def _records(session: Session, site: Site, year: int) -> list[Record]:
    """The fiscal records of a year, stream after stream, each without a gap."""
    found: list[Record] = []
    for stream in sorted(STREAMS):
        first, last = _bounds(session, site, year, stream)
        if last:
            rows = driver_of(session).execute(_BETWEEN, (stream.value, first, last))
            found += [Record(*row) for row in rows]
    return found


def _bounds(session: Session, site: Site, year: int, stream: Stream) -> tuple[int, int]:
    """From where to where a stream belongs to a year: sales and closings by what they close, the others by hour."""
    if stream is Stream.SALES:
        numbers = [record.sequence for record in read_year(session, year).records]
        return (min(numbers), max(numbers)) if numbers else (0, 0)
    if stream is Stream.CLOSINGS:
        mine = [
            sequence
            for sequence, body in driver_of(session).execute(_CLOSINGS)
            if _year_of(json.loads(body), site) == year
        ]
        return (min(mine), max(mine)) if mine else (0, 0)
    first_day, last_day = year_days(year, site.fiscal_month)
    start = local_instant(first_day, time(0), site.timezone)
    end = local_instant(date.fromordinal(last_day.toordinal() + 1), time(0), site.timezone)
    first, last = driver_of(session).execute(_DATED, (stream.value, *_texts(start, end))).fetchone()
    return first or 0, last or 0


def _texts(*moments: datetime) -> tuple[str, ...]:
    return tuple(instant_text(moment) for moment in moments)


def _year_of(facts: dict[str, Any], site: Site) -> int:
    return fiscal_year(date.fromisoformat(facts["days"][0]), site.fiscal_month)


def _is_closed(session: Session, site: Site, year: int) -> bool:
    """Whether the year has its closing and every sale of it is in that."""
    closed = [
        facts["sales"]["last"]
        for _, body in driver_of(session).execute(_CLOSINGS)
        if (facts := json.loads(body))["period"] == "year" and _year_of(facts, site) == year
    ]
    sales = [record.sequence for record in read_year(session, year).records]
    return bool(closed) and max(sales, default=0) <= max(closed)


def _pem(public_key: bytes) -> bytes:
    key = Ed25519PublicKey.from_public_bytes(public_key)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
