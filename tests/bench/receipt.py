"""A receipt as a PDF against a bare ReportLab page with as many lines of text in the same embedded typeface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from desk.documents import receipt, roll_pdf
from desk.documents.drawing import Glyphs
from desk.documents.fonts import register
from tests.bench.report import Row
from tests.bench.timing import in_turn, probe
from tests.support.papers import RECEIPT

ROUNDS = 200
TARGET = 2.0


def measure(_scratch: Path) -> Iterator[Row]:
    """From the facts of a sale to the bytes of its paper."""
    lines, numbers = _lines(), count(1)
    paper, page = in_turn(ROUNDS, probe(lambda: _receipt(next(numbers))), probe(lambda: _bare(lines)), warm=5)
    yield Row("receipt PDF", paper, page, TARGET)


def _receipt(number: int) -> bytes:
    """The words of the house are those of the receipt before; the numbers and the things sold are not."""
    sold = [replace(line, label=f"{line.label} {number}") for line in RECEIPT.lines]
    facts = replace(RECEIPT, number=f"A-{number:06d}", lines=tuple(sold))
    return roll_pdf.render(receipt.document(facts))


def _lines() -> list[str]:
    """The lines of the receipt as it is printed: one for each baseline."""
    bands = roll_pdf.PAPER.bands(receipt.document(RECEIPT).blocks)
    lines = []
    for band in bands:
        baselines: dict[float, list[str]] = {}
        for shape in band.shapes:
            if isinstance(shape, Glyphs):
                baselines.setdefault(shape.y, []).append(shape.text)
        lines += [" ".join(texts) for texts in baselines.values()]
    return lines


def _bare(lines: list[str]) -> bytes:
    face = register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(roll_pdf.WIDTH, 14 * len(lines)), invariant=1, initialFontName=face.regular)
    text = canvas.beginText(10, 14 * len(lines))
    text.setFont(face.regular, 8, leading=11)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return out.getvalue()
