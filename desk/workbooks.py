"""Writing workbooks (XLSX) that open anywhere and never run: what looks like a formula is written as plain text.

openpyxl is imported late: the first window does not need it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

from desk.errors import EnvironmentFault
from desk.language import translate
from models.database import FILE_NAME

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula, in a workbook saved again as CSV too."""
_QUOTE = "'"
_TITLE_LIMIT = 31

Cell = str | int | float | date | None
Table = tuple[str, tuple[str, ...], Iterable[tuple[Cell, ...]]]
"""A sheet: its title, its header, its rows."""


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet program evaluates: an apostrophe before the marks of a formula."""
    return f"{_QUOTE}{text}" if text.startswith(FORMULA_MARKS) else text


def original(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if text.startswith(_QUOTE) and text[1:].startswith(FORMULA_MARKS) else text


def ending(path: Path, suffix: str) -> Path:
    """`path`, with `suffix` (".pdf") put behind its name unless it ends so in any case."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def write(path: Path, tables: Iterable[Table]) -> None:
    """Write the sheets into `path`, whole or not at all; raises `EnvironmentFault` when it cannot be written."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for title, header, rows in tables:
        kept = [tuple(_cell(value) for value in row) for row in rows]
        sheet = book.create_sheet(_sheet_title(title))
        sheet.freeze_panes = "A2"
        for index, name in enumerate(header):
            longest = max([len(name), *(len(str(row[index] or "")) for row in kept[:200])])
            sheet.column_dimensions[get_column_letter(index + 1)].width = min(longest + 3, 48)
        head = [WriteOnlyCell(sheet, value=name) for name in header]
        for cell in head:
            cell.font = bold
        sheet.append(head)
        for row in kept:
            sheet.append(row)
    # Into memory first: a disk that is full while openpyxl writes would leave it half closed.
    made = io.BytesIO()
    book.save(made)
    _save(path, made.getvalue())


def write_text(path: Path, text: str) -> None:
    """Write `text` into `path` in UTF-8, whole or not at all; the same faults as `write`."""
    _save(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` into `path`, whole or not at all; the same faults as `write`."""
    _save(path, data)


def _save(path: Path, data: bytes) -> None:
    """Write beside `path`, then put it in its place: a full disk leaves the older file as it was."""
    _spare_the_house(path)
    scratch = path.with_name(f".{path.name}.part")
    try:
        scratch.write_bytes(data)
        os.replace(scratch, path)
    except OSError as error:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
        _refuse(path, error)


def _spare_the_house(path: Path) -> None:
    """What leaves the house never takes the place of its database, its key or its seals, nor stands as one of them."""
    from desk import paths, storage

    wanted = path.expanduser().resolve()
    is_ours = wanted.is_relative_to(paths.state_folder().resolve()) or (
        storage.holds_a_desk(wanted.parent) and (wanted.exists() or wanted.name.startswith(FILE_NAME))
    )
    if is_ours:
        raise EnvironmentFault(
            translate("Workbooks", "{name} est un fichier de la maison\u00a0: rien ne s’écrit par-dessus.").format(
                name=path.name
            ),
            safe=translate("Workbooks", "Rien n’a été modifié."),
            todo=translate("Workbooks", "Choisissez un autre nom, ou un autre dossier."),
            code="own_file",
        )


def _refuse(path: Path, error: OSError) -> NoReturn:
    raise EnvironmentFault(
        translate("Workbooks", "Le fichier {name} n’a pas pu être écrit.").format(name=path.name),
        safe=translate("Workbooks", "Les données de la maison ne sont pas touchées."),
        todo=translate("Workbooks", "Choisissez un autre dossier, ou faites de la place sur le disque."),
        code="export_file",
    ) from error


def _cell(value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    # XML has no place for control characters.
    return harmless("".join(c for c in value if c in "\t\n\r" or c >= " "))


def _sheet_title(title: str) -> str:
    return "".join(" " if c in "[]:*?/\\" else c for c in title)[:_TITLE_LIMIT]
