"""The typeface of the PDFs: one family, embedded, found on every platform because a dependency ships it.

Replaceable: another `Typeface` of two TrueType files changes every document at once.
"""

from __future__ import annotations

import threading
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from desk.documents.characters import readable

_lock = threading.Lock()


@dataclass(frozen=True)
class Typeface:
    """A regular and a bold TrueType font, as file names that reportlab can find or absolute paths."""

    name: str
    regular_file: str
    bold_file: str

    @property
    def regular(self) -> str:
        """The name under which the regular font is registered."""
        return f"{self.name}-Regular"

    @property
    def bold(self) -> str:
        """The name under which the bold font is registered."""
        return f"{self.name}-Bold"


VERA = Typeface("Vera", "Vera.ttf", "VeraBd.ttf")
"""Bitstream Vera, which comes inside reportlab; its figures all have one width, so amounts align."""


@lru_cache(maxsize=4)
def register(typeface: Typeface = VERA) -> Typeface:
    """Make the typeface known to reportlab, once for the whole process, whatever the thread."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    with _lock:
        known = pdfmetrics.getRegisteredFontNames()
        for name, file in (
            (typeface.regular, typeface.regular_file),
            (typeface.bold, typeface.bold_file),
        ):
            if name not in known:
                pdfmetrics.registerFont(TTFont(name, file, asciiReadable=False))
    return typeface


def spell(text: str, typeface: Typeface = VERA) -> str:
    """`text` with what the typeface cannot draw replaced by a readable spelling."""
    return readable(text, partial(_draws, typeface), typeface.name)


def _draws(typeface: Typeface, char: str) -> bool:
    return ord(char) in _glyphs(typeface)


@lru_cache(maxsize=4)
def _glyphs(typeface: Typeface) -> Container[int]:
    """The characters that both weights have."""
    from reportlab.pdfbase import pdfmetrics

    register(typeface)
    faces = [pdfmetrics.getFont(name).face for name in (typeface.regular, typeface.bold)]
    return frozenset(faces[0].charToGlyph) & frozenset(faces[1].charToGlyph)


@lru_cache(maxsize=4096)
def string_width(text: str, font: str, size: float) -> float:
    """The width of `text` in points, in a font that `register` made known.

    Kept: most words of a paper are those of the paper before, and each is measured to wrap it, then to place it.
    """
    return float(_metrics().stringWidth(text, font, size))


@lru_cache(maxsize=1)
def _metrics() -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics
