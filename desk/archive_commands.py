"""The commands about archives: making one, and verifying any with nothing else at hand."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from desk import commands
from desk.account_commands import add_year
from desk.commands import NOT_VERIFIED, OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.terminal import add_author, sign

if TYPE_CHECKING:
    from desk.archives.checking import ArchiveReport


def add_archive(made: argparse.ArgumentParser) -> None:
    """The arguments of the making."""
    add_year(made)
    made.add_argument("--out", type=Path, required=True, metavar="DIR", help="le dossier où l’archive est écrite")
    made.add_argument("--json", action="store_true", help="en JSON")
    add_author(made)


def add_verify(made: argparse.ArgumentParser) -> None:
    """The arguments of the verification."""
    made.add_argument(
        "archives", nargs="*", type=Path, metavar="ARCHIVE.zip",
        help="des archives, vérifiées sans base ni clé (défaut : la base ; avec --data : contre elle aussi)",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="en JSON")
    made.add_argument("--deep", action="store_true", help="contrôle chaque signature, et plus seulement la dernière")


def archive(arguments: argparse.Namespace) -> int:
    """Archive a fiscal year; its check is part of it."""
    with opened(arguments) as desk:
        sign(desk, arguments)
        year = arguments.year or desk.accounts.year_now()
        made = desk.accounts.archives.make(year, arguments.out)
    if isinstance(made, Refused):
        raise CommandRefused(made)
    if arguments.json:
        told = {
            "number": made.number, "file": str(made.path), "sha256": made.sha256, "records": made.records,
            "closed": made.is_period, "ok": made.report.ok,
        }  # fmt: skip
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        words = translate(
            "Cli", "Archive {number} de l’exercice {year}, qui est clos\u00a0: {records} enregistrements."
        )
        if not made.is_period:
            words = translate(
                "Cli", "Archive intermédiaire {number} de l’exercice {year}\u00a0: {records} enregistrements."
            )
        print(words.format(number=made.number, year=year, records=made.records))
        print(translate("Cli", "Fichier\u00a0: {file}").format(file=made.path))
        print(translate("Cli", "SHA-256\u00a0: {sha256}").format(sha256=made.sha256))
        _tell_findings(made.report)
    return OK if made.report.ok else NOT_VERIFIED


def verify(arguments: argparse.Namespace) -> int:
    """Check archives when some are given, else the journal of the data folder."""
    if not arguments.archives:
        return commands.verify(arguments)
    from desk.archives.checking import verify_archives

    reports = verify_archives(tuple(arguments.archives))
    if arguments.data is not None:
        from desk.archives.recorded import against_journal

        reports = against_journal(reports, arguments.data)
    if arguments.json:
        print(json.dumps([_fields(report) for report in reports], ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _tell_findings(report)
            words = (
                translate("Cli", "{name}\u00a0: {records} enregistrements contrôlés, rien à signaler. Clé {key}.")
                if report.ok
                else translate("Cli", "{name}\u00a0: {records} enregistrements contrôlés, l’archive ne tient pas.")
            )
            print(words.format(name=report.name, records=report.records, key=report.key_id))
    return OK if all(report.ok for report in reports) else NOT_VERIFIED


def _tell_findings(report: ArchiveReport) -> None:
    for finding in report.findings:
        place = f"{finding.stream} n° {finding.sequence}" if finding.sequence else finding.stream
        print(f"{place} : {finding.sentence}" if place else finding.sentence)


def _fields(report: ArchiveReport) -> dict[str, object]:
    number, sha256 = report.previous
    return {
        "ok": report.ok, "file": report.name, "number": report.number, "year": report.year, "key": report.key_id,
        "sha256": report.sha256, "records": report.records,
        "previous": {"number": number, "sha256": sha256} if number else None,
        "problems": [
            {"stream": one.stream, "sequence": one.sequence, "problem": one.sentence} for one in report.findings
        ],
    }  # fmt: skip
