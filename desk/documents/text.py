"""A document as plain text: the screen preview, the command line, and the golden pictures of the tests."""

from __future__ import annotations

from desk.documents.characters import readable
from desk.documents.grid import Grid
from desk.documents.page import Align, Document, QrCode, Style

COLUMNS = 42


def render(document: Document, columns: int = COLUMNS) -> str:
    """The document on a grid of `columns` characters; a code to scan becomes its own characters in brackets."""
    grid = Grid(dict.fromkeys(Style, columns), _spell)
    lines = []
    for row in grid.lay_out(document):
        if isinstance(row, QrCode):
            lines.append(f"[QR {row.payload}]".center(columns).rstrip())
        elif row.align is Align.CENTER:
            lines.append(row.text.center(columns).rstrip())
        elif row.align is Align.RIGHT:
            lines.append(row.text.rjust(columns))
        else:
            lines.append(row.text.rstrip())
    return "\n".join(lines) + "\n"


def _spell(text: str) -> str:
    return readable(text, str.isprintable, "unicode")
