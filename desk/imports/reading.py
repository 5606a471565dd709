"""Reading a table that someone made elsewhere: CSV in any usual encoding and separator, or the first sheet of an XLSX.

Nothing of the file is trusted: bytes, rows, columns and cells are bounded, formulas are never evaluated (a workbook
gives the values that were last saved in it), and whatever cannot be read is a refusal with a sentence.
"""

from __future__ import annotations

import csv
import hashlib
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO
from xml.parsers import expat

from desk.errors import EnvironmentFault, Refused
from desk.language import translate
from desk.logs import log_of
from desk.progress import Stopped, Tell, nobody

_log = log_of(__name__)

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
"""What a workbook may hold once unpacked, in bytes: more is a file made to fill the memory."""
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELL = 500
_PROLOG = 65_536

_SEPARATORS = (";", ",", "\t")
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNREADABLE = "\ufffd"


@dataclass(frozen=True)
class Record:
    """One row: the line of the file where it begins, its cells, and why it cannot be read (empty when it can)."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table that was read: its header and the rows under it. `sha256` is of the file's bytes, in hexadecimal."""

    name: str
    sha256: str
    header: tuple[str, ...]
    records: tuple[Record, ...]


class _TooMuch(Exception):
    """The file holds more than is ever read."""


def read(path: Path, tell: Tell = nobody) -> Sheet | Refused:
    """The table of the file; refused when it is none, `EnvironmentFault` when the disk does not give it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise EnvironmentFault(
            translate("Imports", "Le fichier {name} ne peut pas être ouvert.").format(name=path.name),
            safe=translate("Imports", "Rien n’a été modifié."),
            todo=translate("Imports", "Vérifiez qu’il est toujours là, et qu’aucun autre programme ne le tient."),
            code="import_file",
        ) from error
    if len(data) > MAX_BYTES:
        return _too_much()
    tell(0.05)
    try:
        if data.startswith(b"PK\x03\x04"):
            found = list(_bounded(_workbook(data, tell)))
        elif b"\0" in data and data[:2] not in _WIDE:
            return _not_a_table()
        else:
            found = list(_bounded(_text(data)))
    except _TooMuch:
        return _too_much()
    except Stopped:
        raise
    except Exception as error:
        # A hostile or broken file makes the readers raise almost anything; for the person it is one thing.
        _log.info("an import file could not be read", error=error)
        return _not_a_table()
    if len(found) < 2:
        return Refused("empty", translate("Imports", "Ce fichier n’a aucune ligne sous son en-tête."))
    header = tuple(cell.strip() for cell in found[0].cells)
    if any(record.problem for record in found[:1]):
        return Refused("header", translate("Imports", "La première ligne de ce fichier n’est pas un en-tête lisible."))
    return Sheet(path.name, hashlib.sha256(data).hexdigest(), header, tuple(found[1:]))


def _bounded(records: Iterable[Record]) -> Iterator[Record]:
    """The rows that hold something, with what is wrong with their cells; too many of them is too much."""
    for count, record in enumerate(records):
        if count > MAX_ROWS:
            raise _TooMuch
        cells = record.cells
        while cells and not cells[-1].strip():
            cells = cells[:-1]
        yield Record(record.line, cells[:MAX_COLUMNS], record.problem or _problem(cells))


def _problem(cells: tuple[str, ...]) -> str:
    if len(cells) > MAX_COLUMNS:
        return translate("Imports", "Cette ligne a plus de {count} colonnes.").format(count=MAX_COLUMNS)
    if any(len(cell) > MAX_CELL for cell in cells):
        return translate("Imports", "Une case est trop longue\u00a0: un guillemet n’est peut-être pas fermé.")
    if any(_UNREADABLE in cell for cell in cells):
        return translate("Imports", "Un caractère n’a pas pu être lu.")
    return ""


# --- CSV -----------------------------------------------------------------------------------------------------


def _text(data: bytes) -> Iterator[Record]:
    text = decoded(data)
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A quote that is never closed swallows the rest of the file, up to the limit of the reader.
            yield Record(line, (), translate("Imports", "Cette ligne ne peut pas être découpée en cases."))
            line = reader.line_num + 1
            continue
        if any(cell.strip() for cell in row):
            yield Record(line, tuple(row))
        line = reader.line_num + 1


def decoded(data: bytes) -> str:
    """The text of a CSV: UTF-8 (with its mark or not), UTF-16 with its mark, else what a French Windows writes."""
    wide = _WIDE.get(data[:2])
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator that cuts the first rows into the most columns, the same number in each for preference."""

    def score(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=separator)
        try:
            widths = [len(row) for row in islice(reader, 10) if row]
        except csv.Error:
            return 0, 0
        return (widths.count(widths[0]) if widths and widths[0] > 1 else 0), max(widths, default=0)

    return max(_SEPARATORS, key=score)


# --- XLSX ----------------------------------------------------------------------------------------------------


def _workbook(data: bytes, tell: Tell) -> Iterator[Record]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise _TooMuch
        for entry in archive.infolist():
            with archive.open(entry) as part:
                _refuse_doctype(part)
    from openpyxl import load_workbook

    # openpyxl warns of ornaments that it drops; nobody here would miss them.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            # The dimension written in the file may be wrong, or a lie.
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MAX_ROWS * 5 + 1, max_col=MAX_COLUMNS + 1, values_only=True)
            for line, row in enumerate(rows, start=1):
                if line > MAX_ROWS * 5:
                    raise _TooMuch
                cells = tuple(_cell(value) for value in row)
                if any(cell.strip() for cell in cells):
                    yield Record(line, cells)
                if line % 500 == 0:
                    tell(0.05 + 0.35 * min(line / MAX_ROWS, 1.0))
        finally:
            book.close()


def _refuse_doctype(part: IO[bytes]) -> None:
    """Raise ValueError for XML that declares a document type: no workbook has one, and entities come no other way.

    Only what stands before the first element is read. What is no XML is for the reader of workbooks to judge.
    """

    def declared(*_: object) -> None:
        raise ValueError("a document type in a workbook")

    begun: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = lambda name, _: begun.append(name)
    with suppress(expat.ExpatError):
        while not begun and (chunk := part.read(_PROLOG)):
            parser.Parse(chunk, False)


def _cell(value: object) -> str:
    """The value of a cell as a CSV would write it."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _too_much() -> Refused:
    sentence = translate("Imports", "Ce fichier est trop grand\u00a0: {rows} lignes et {size} Mo au plus.")
    return Refused("too_large", sentence.format(rows=MAX_ROWS, size=MAX_BYTES // 1_000_000))


def _not_a_table() -> Refused:
    return Refused(
        "not_a_table",
        translate(
            "Imports",
            "Ce fichier n’est pas un tableau que Casaco Desk sache lire. Enregistrez-le en XLSX ou en CSV, puis"
            " choisissez-le à nouveau.",
        ),
    )
