"""Files of members as people bring them: CSV of every habit, workbooks, and broken ones."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook

from desk import codes

HEADER = ("N° de membre", "Prénom", "Nom", "E-mail", "Téléphone", "Formule", "Début", "Fin", "Carte")
_LETTERS = "abcdefghijklmnoprstuvwxyzéèô"


def csv_file(path: Path, *rows: Iterable[object], separator: str = ";", encoding: str = "utf-8") -> Path:
    """A CSV of these rows, the first one the header, quoted as a spreadsheet program would."""
    lines = (separator.join(_quoted(str(cell), separator) for cell in row) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def _quoted(cell: str, separator: str) -> str:
    needed = any(mark in cell for mark in (separator, '"', "\n", "\r"))
    return '"' + cell.replace('"', '""') + '"' if needed else cell


def workbook(path: Path, *rows: Iterable[object]) -> Path:
    """An XLSX of these rows; a text that begins with = is a formula, as when it is typed."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def word(chance: random.Random, length: int) -> str:
    """A name that nobody bears."""
    return "".join(chance.choice(_LETTERS) for _ in range(length)).title()


def crowd(count: int, faulty_every: int, seed: int = 1) -> tuple[list[tuple[str, ...]], dict[int, str]]:
    """`count` rows of invented people with a membership and a card; every `faulty_every`th is wrong, each in another
    way. The second answer is, for each faulty line of the file, a word that its reason must hold."""
    chance = random.Random(seed)
    rows, wrong = [], {}
    for index in range(count):
        row = [
            "", word(chance, 6), word(chance, 10), f"personne{index}@essai.example", "06 12 34 56 78", "Régulier",
            "01/11/2026", "30/11/2026", codes.make(chance.randrange),
        ]  # fmt: skip
        if faulty_every and index % faulty_every == faulty_every // 2:
            line = index + 2
            column, value, reason = _FAULTS[(index // faulty_every) % len(_FAULTS)]
            row[column] = value
            if column == 1:
                row[2] = ""
            wrong[line] = reason
        rows.append(tuple(row))
    return rows, wrong


_FAULTS = (
    (3, "sans arobase", "e-mail"),
    (6, "31/02/2026", "date"),
    (7, "30/10/2026", "avant le début"),
    (5, "Formule perdue", "formule"),
    (8, "CC1ABC", "carte"),
    (0, "douze", "numéro de membre"),
    (4, "demander à Zoé", "téléphone"),
    (1, "", "nom"),
)
