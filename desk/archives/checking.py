"""Verifying an archive: needs the file and nothing else, neither a database nor a key nor this desk.

Everything is read again from the start: the file byte for byte, the manifest and its signature, each record's digest,
signature and place, the tables against the records, and each closing against the sales that it closes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from desk.archives import contents
from desk.archives.container import FIRST_FILES, JOURNAL, MANIFEST, NOTICE, PUBLIC_KEY, SIGNATURE, pack, read, unpack
from desk.archives.contents import Record, facts_of
from desk.archives.notice import notice
from desk.backups.holes import LOST
from desk.closings.totals import Totals
from desk.journal import digest_of
from desk.keys import key_id, signature_holds
from desk.language import translate
from models.journal import ALGORITHM, FORMAT, Stream

_NAMED = re.compile(r"(AR-[A-Z0-9]+-[0-9]{6})-[0-9]{4}")
_SHOWN = 200


@dataclass(frozen=True)
class Finding:
    """Something that does not hold, and where: a stream and a sequence, empty and 0 when it is the file itself."""

    stream: str
    sequence: int
    sentence: str


@dataclass(frozen=True)
class ArchiveReport:
    """What was checked and what was found; `ok` only when everything was checked and nothing was found.

    `sha256` is that of the whole file, `previous` the number and SHA-256 of the archive before it (empty: none).
    """

    name: str
    number: str
    year: int
    sequence: int
    key_id: str
    sha256: str
    records: int
    previous: tuple[str, str]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether the archive holds. One without a record holds nothing, and is not ok."""
        return not self.findings and self.records > 0


def verify_archives(paths: tuple[Path, ...]) -> tuple[ArchiveReport, ...]:
    """Check archive files, each by itself and then against each other; raises `EnvironmentFault` for no archive."""
    reports = [check(read(path), path.name) for path in paths]
    by_number = {(report.key_id, report.number): report for report in reports}
    return tuple(_against(report, by_number) for report in reports)


def _against(report: ArchiveReport, others: Mapping[tuple[str, str], ArchiveReport]) -> ArchiveReport:
    """The report, with what the archive before it has to say when it is there too."""
    number, sha256 = report.previous
    other = others.get((report.key_id, number))
    if other is None or other.sha256 == sha256:
        return report
    sentence = translate("Archives", "L’archive {number} qu’elle continue n’est pas celle qui est donnée ici.")
    finding = Finding("", 0, sentence.format(number=number))
    return ArchiveReport(**{**vars(report), "findings": (*report.findings, finding)})


def check(data: bytes, name: str) -> ArchiveReport:
    """Check the bytes of an archive called `name`; raises `EnvironmentFault` when they are no archive at all."""
    return _Check(data, unpack(data), name).run()


class _Check:
    def __init__(self, data: bytes, files: dict[str, bytes], name: str) -> None:
        self._data = data
        self._files = files
        self._name = name
        self._findings: list[Finding] = []
        self._manifest: dict[str, Any] = {}
        self._records: list[Record] = []
        self._public_key = b""

    def run(self) -> ArchiveReport:
        steps: tuple[Callable[[], None], ...] = (
            self._check_bytes, self._check_manifest, self._check_name, self._check_files, self._read_records,
            self._check_chains, self._check_tables, self._check_closings,
        )  # fmt: skip
        for step in steps:
            try:
                step()
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
                # Whatever is so changed that it cannot be read is a finding, never an accident of ours.
                self._add(translate("Archives", "L’archive est changée au point de ne pas pouvoir être lue ici."))
        return self._report()

    def _report(self) -> ArchiveReport:
        said = self._manifest
        previous = said.get("previous") if isinstance(said.get("previous"), dict) else {}
        year, sequence = said.get("year"), said.get("sequence")
        return ArchiveReport(
            self._name, str(said.get("number", "")), year if isinstance(year, int) else 0,
            sequence if isinstance(sequence, int) else 0, key_id(self._public_key) if self._public_key else "",
            hashlib.sha256(self._data).hexdigest(), len(self._records),
            (str((previous or {}).get("number", "")), str((previous or {}).get("sha256", ""))),
            tuple(self._findings[:_SHOWN]),
        )  # fmt: skip

    def _add(self, sentence: str, stream: str = "", sequence: int = 0) -> None:
        self._findings.append(Finding(stream, sequence, sentence))

    # --- the file ----------------------------------------------------------------------------------------------

    def _check_bytes(self) -> None:
        missing = [name for name in FIRST_FILES if name not in self._files]
        if missing:
            sentence = translate("Archives", "Il manque à l’archive\u00a0: {names}.")
            self._add(sentence.format(names=", ".join(missing)))
        if pack(self._files) != self._data:
            self._add(translate("Archives", "Le fichier n’est plus, octet pour octet, celui que la caisse a écrit."))

    def _check_manifest(self) -> None:
        key = load_pem_public_key(self._files[PUBLIC_KEY])
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("another kind of key")
        self._public_key = key.public_bytes_raw()
        manifest, written = self._files[MANIFEST], self._files[SIGNATURE]
        signature = bytes.fromhex(written.decode("ascii").strip())
        is_exact = signature.hex().encode() + b"\n" == written
        if not is_exact or not signature_holds(self._public_key, signature, contents.to_sign(manifest)):
            self._add(translate("Archives", "La signature du manifeste n’est pas celle de cette caisse."))
        said = json.loads(manifest)
        if not isinstance(said, dict) or contents.canonical_json(said) != manifest:
            raise ValueError("not the one way to write it")
        self._manifest = said
        if said["format"] != contents.FORMAT or said["key_id"] != key_id(self._public_key):
            self._add(translate("Archives", "Le manifeste ne nomme pas la clé qui est dans l’archive."))
        if key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo) != self._files[PUBLIC_KEY]:
            self._add(translate("Archives", "La clé publique n’est pas écrite comme la caisse l’écrit."))

    def _check_name(self) -> None:
        """A file that bears the name of one archive and is another: an older copy was put in its place."""
        named = _NAMED.search(self._name)
        if named is not None and named[1] != self._manifest["number"]:
            sentence = translate("Archives", "Ce fichier a le nom de l’archive {name}, mais il est l’archive {number}.")
            self._add(sentence.format(name=named[1], number=self._manifest["number"]))

    def _check_files(self) -> None:
        kept = {name: data for name, data in self._files.items() if name not in (MANIFEST, SIGNATURE)}
        told = {line["name"]: line for line in self._manifest["files"]}
        found = {str(line["name"]): line for line in contents.file_lines(kept)}
        sentence = translate("Archives", "{name} n’est pas le fichier que le manifeste annonce.")
        for name in sorted({*told, *found}):
            if told.get(name) != found.get(name):
                self._add(sentence.format(name=name))
        said = {key: value for key, value in self._manifest.items() if key != "files"}
        if notice(said, said["file"]) != self._files[NOTICE]:
            self._add(sentence.format(name=NOTICE))

    # --- the records -------------------------------------------------------------------------------------------

    def _read_records(self) -> None:
        self._records = contents.from_lines(self._files[JOURNAL])
        if contents.to_lines(self._records) != self._files[JOURNAL]:
            self._add(translate("Archives", "Le journal n’est pas écrit comme la caisse l’écrit."))

    def _check_chains(self) -> None:
        streams = contents.by_stream(self._records)
        if contents.stream_lines(streams) != self._manifest["streams"]:
            self._add(translate("Archives", "Le journal ne va pas d’où à où le manifeste le dit."))
        order = [(record.stream, record.sequence) for record in self._records]
        if order != sorted(order) or not {*streams} <= {stream.value for stream in contents.STREAMS}:
            self._add(translate("Archives", "Les enregistrements ne sont pas dans leur ordre."))
        for records in streams.values():
            before: Record | None = None
            for record in records:
                for sentence in self._trouble(record, before):
                    self._add(sentence, record.stream, record.sequence)
                before = record

    def _trouble(self, record: Record, before: Record | None) -> Iterator[str]:
        """What does not hold of a record, which follows `before` (None for the first of the archive)."""
        if not signature_holds(self._public_key, record.signature, record.digest):
            yield translate("Archives", "La signature n’est pas celle de cette caisse.")
        if record.kind == LOST:
            yield translate(
                "Archives", "Ce numéro, et ceux qui manquent avant lui, sont perdus depuis une restauration."
            )
            return
        if before is not None and record.sequence != before.sequence + 1:
            yield translate("Archives", "Il manque des enregistrements avant celui-ci.")
        follows = before is None or (before.digest, before.signature) == (
            record.previous_digest, record.previous_signature
        )  # fmt: skip
        if record.sequence == 1 and (record.previous_digest != bytes(32) or record.previous_signature):
            follows = False
        content = hashlib.sha256(record.body).digest()
        rebuilt = digest_of(
            desk_id=record.desk_id, stream=record.stream, sequence=record.sequence, kind=record.kind, at=record.at,
            operator_id=record.operator_id, software_version=record.software_version, key_id=record.key_id,
            previous_digest=record.previous_digest.hex(), previous_signature=record.previous_signature.hex(),
            body_sha256=content.hex(),
        )  # fmt: skip
        if not follows or content != record.body_sha256 or rebuilt != record.digest:
            yield translate("Archives", "Le contenu ne correspond plus à son empreinte.")
        desk = self._manifest["desk"]["id"], self._manifest["key_id"], FORMAT, ALGORITHM
        if (record.desk_id, record.key_id, record.format, record.algorithm) != desk:
            yield translate("Archives", "L’enregistrement ne vient pas de cette caisse.")

    def _check_tables(self) -> None:
        made = {f"{stream}.csv": contents.as_table(rows) for stream, rows in contents.by_stream(self._records).items()}
        there = {name: data for name, data in self._files.items() if name.endswith(".csv")}
        sentence = translate("Archives", "{name} ne dit pas ce que dit le journal.")
        for name in sorted({*made, *there}):
            if made.get(name) != there.get(name):
                self._add(sentence.format(name=name))

    def _check_closings(self) -> None:
        """Each closing against its sales, and against the one before it of its period."""
        streams = contents.by_stream(self._records)
        sales = {record.sequence: record for record in streams.get(Stream.SALES.value, ())}
        before: dict[str, dict[str, Any]] = {}
        for record in streams.get(Stream.CLOSINGS.value, ()):
            facts = facts_of(record)
            if not facts:
                continue
            totals = Totals()
            numbers = range(facts["sales"]["first"], facts["sales"]["last"] + 1)
            for number in numbers:
                if number in sales and sales[number].body:
                    totals.add(sales[number].kind, facts_of(sales[number]))
            told = {key: facts.get(key) for key in totals.facts()}
            last = before.get(facts["period"])
            goes_on = last is None or (
                facts["sales"]["first"] == last["sales"]["last"] + 1
                and facts["perpetual"] == last["perpetual"] + facts["total"]
                and facts["perpetual_absolute"] == last["perpetual_absolute"] + facts["absolute"]
            )
            if told != totals.facts() or totals.count != len(numbers) or not goes_on:
                sentence = translate("Archives", "La clôture ne dit pas ce que ses ventes additionnent.")
                self._add(sentence, record.stream, record.sequence)
            before[facts["period"]] = facts
