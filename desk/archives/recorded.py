"""Archives against the journal of the desk that made them, for whoever has it at hand: an older copy shows here too."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from desk.archives.checking import ArchiveReport, Finding
from desk.language import translate
from desk.storage import foreign_database
from desk.work import fault_of, translated_faults
from models.database import FILE_NAME

_MADE = "SELECT body FROM journal WHERE stream = 'archives' AND body <> x''"


def against_journal(reports: tuple[ArchiveReport, ...], folder: Path) -> tuple[ArchiveReport, ...]:
    """The reports, each with a finding when the journal of `folder` knows another archive by its number, or none."""
    path = folder.absolute() / FILE_NAME
    if not os.path.isfile(path):
        raise foreign_database()
    with translated_faults(), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            made = [json.loads(body) for (body,) in connection.execute(_MADE)]
        except sqlite3.OperationalError as error:
            raise fault_of(error) or foreign_database() from error
    known = {facts["number"]: facts["sha256"] for facts in made}
    return tuple(_compared(report, known) for report in reports)


def _compared(report: ArchiveReport, known: dict[str, str]) -> ArchiveReport:
    if known.get(report.number) == report.sha256:
        return report
    sentence = translate("Archives", "Le journal de cette base ne connaît pas cette archive {number}.")
    finding = Finding("", 0, sentence.format(number=report.number))
    return ArchiveReport(**{**vars(report), "findings": (*report.findings, finding)})
