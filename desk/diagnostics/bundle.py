"""The diagnosis as one ZIP: what was gathered as JSON, the last lines of the technical log, and a notice.

It only reads, and works on a database that is damaged or of another version. Nothing in it is about a person:
`desk.diagnostics.shapes` and `desk.log_masks` let through what has the shape of a number, a date or a known word.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desk.diagnostics import database, surroundings
from desk.diagnostics.database import Facts, reading, told
from desk.errors import Refused, Remedy
from desk.language import translate
from desk.log_lines import last_lines
from desk.logs import log_file
from desk.progress import nothing
from desk.workbooks import ending, write_bytes
from models.base import instant_text

FACTS_FILE = "diagnostic.json"
LOG_LINES_FILE = "journal-technique.jsonl"
NOTICE_FILE = "LISEZMOI.txt"
SUFFIX = ".zip"
MOST_LINES = 500
REPLACE = "replace"
_NOTICE = """Diagnostic de Casaco Desk / A diagnosis of Casaco Desk

Ce fichier aide à comprendre une panne de l’accueil. Il ne contient ni nom, ni adresse, ni code, ni mot écrit par
quelqu’un : des versions, des tailles, des nombres, des dates et des états.

This file helps to understand a failure of the front desk. It holds no name, no address, no code and no words that
somebody wrote: versions, sizes, counts, dates and states.

  {facts}  ce qui a été relevé / what was gathered
  {lines}  les dernières lignes du journal technique / the last lines of the technical log
"""


@dataclass(frozen=True)
class Saved:
    """A diagnosis that was written; `lines` of the technical log are in it."""

    path: Path
    size: int
    lines: int


def suggested_name(now: datetime) -> str:
    """The name that is proposed for a diagnosis made at `now`, in the site's zone."""
    return f"casaco-desk-diagnostic-{now:%Y%m%d-%H%M}{SUFFIX}"


def save(
    folder: Path,
    path: Path,
    now: datetime,
    *,
    screen: Mapping[str, object] | None = None,
    replaces: bool = False,
    breathe: Callable[[], object] = nothing,
) -> Saved | Refused:
    """Write the diagnosis of the desk of `folder` at `path`; a file that is there is only replaced when asked.

    Raises `EnvironmentFault` when it cannot be written there.
    """
    if path.is_dir():
        return Refused("folder", translate("Diagnostics", "C’est un dossier\u00a0: donnez le nom d’un fichier."))
    path = ending(path, SUFFIX)
    if path.exists() and not replaces:
        sentence = translate("Diagnostics", "{name} existe déjà.").format(name=path.name)
        return Refused("exists", sentence, (Remedy(REPLACE, translate("Diagnostics", "Le remplacer"), str(path)),))
    lines = _lines()
    data = _zipped(gathered(folder, now, screen or {}, breathe), lines)
    write_bytes(path, data)
    return Saved(path, len(data), len(lines))


def gathered(
    folder: Path, now: datetime, screen: Mapping[str, object], breathe: Callable[[], object] = nothing
) -> Facts:
    """Everything that is told, section by section; one that cannot be read says so by the kind of the error."""
    found: Facts = {"format": 1, "made": instant_text(now), "program": told(surroundings.program)}
    found["computer"] = told(surroundings.computer)
    found["screen"] = dict(screen)
    found["look"] = told(partial(surroundings.look, folder))
    found["disks"] = told(partial(surroundings.disks, folder))
    sections = {
        "schema": database.schema, "tables": database.tables, "journal": database.journal,
        "settings": database.settings, "printing": database.printers,
    }  # fmt: skip
    for name, section in sections.items():
        found[name] = told(partial(_in, folder, section))
        breathe()
    found["verification"] = told(partial(database.verification, folder, breathe))
    for name, around in {"files": surroundings.files, "copies": surroundings.copies}.items():
        found[name] = told(partial(_of_desk, folder, around))
    return found


def _in(folder: Path, section: Callable[..., Facts]) -> Facts:
    with reading(folder) as connection:
        return section(connection)


def _of_desk(folder: Path, section: Callable[[Path, str], Facts]) -> Facts:
    with reading(folder) as connection:
        ((desk_id,),) = connection.execute("SELECT id FROM desk").fetchall()
    return section(folder, str(desk_id))


def _lines() -> list[str]:
    try:
        return list(last_lines(log_file(), MOST_LINES))
    except OSError:
        return []  # its absence is told by the sizes of the files


def _zipped(facts: Facts, lines: list[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NOTICE_FILE, _NOTICE.format(facts=FACTS_FILE, lines=LOG_LINES_FILE))
        archive.writestr(FACTS_FILE, json.dumps(facts, ensure_ascii=False, indent=2))
        archive.writestr(LOG_LINES_FILE, "".join(f"{line}\n" for line in lines))
    return made.getvalue()
