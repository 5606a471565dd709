"""A document laid out in points, for the papers that are drawn: the roll and A4 share this kit.

A block becomes a `Band`: a strip of the whole width with what is drawn in it. Bands are then stacked (roll) or
shared between pages (A4). Distances are points, downwards from the top of the band.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk.documents import qr
from desk.documents.drawing import Band, Code, Glyphs, Plate, Shape, Square, Stroke
from desk.documents.fonts import VERA, Typeface, register, spell, string_width
from desk.documents.page import (
    Align,
    Block,
    Columns,
    Gap,
    Line,
    QrCode,
    Rule,
    Style,
    Table,
    Text,
    Tick,
)

DOT = 72 / qr.DOTS_PER_INCH
"""A dot of a thermal printer, in points."""


class Type(NamedTuple):
    """How a style is set: size and leading in points, weight, and ink (0 is black, 1 is white)."""

    size: float
    leading: float
    bold: bool
    ink: float = 0.0


@dataclass(frozen=True)
class Paper:
    """Where a document is laid out: `width` in points, the types, and whether there is room to use one line for two."""

    width: float
    types: Mapping[Style, Type]
    wide: bool = False
    typeface: Typeface = VERA

    def bands(self, blocks: Iterable[Block]) -> list[Band]:
        """The bands of the blocks, in their order."""
        register(self.typeface)
        return [band for block in blocks for band in self.block(block)]

    def block(self, block: Block) -> Iterator[Band]:
        """The bands of one block."""
        match block:
            case Text():
                if block.text:
                    yield from self._text(block)
            case Columns(left, right, style):
                yield from self._columns(left, right, style)
            case Line():
                yield from self._line(block)
            case Table():
                yield from self._table(block)
            case Tick():
                yield self._tick(block)
            case Rule():
                yield Band(9.0, (Stroke(0, 4.5, self.width, 0.6, 0),))
            case Gap():
                yield Band(self.types[Style.NORMAL].leading / 2)
            case QrCode():
                yield from self._code(block)

    # -- text -----------------------------------------------------------------------------------------------

    def font(self, kind: Type) -> str:
        """The registered name of the font of a type."""
        return self.typeface.bold if kind.bold else self.typeface.regular

    def measure(self, text: str, kind: Type) -> float:
        """The width of `text` in points."""
        return string_width(text, self.font(kind), kind.size)

    def wrap(self, text: str, kind: Type, width: float) -> list[str]:
        """`text` in lines no wider than `width`; only a word wider than a whole line is broken."""
        if self.measure(text, kind) <= width:
            return [text]
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.measure(longer, kind) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = self._broken(word, kind, width)
            lines += whole
        return [*lines, line]

    def _broken(self, word: str, kind: Type, width: float) -> list[str]:
        pieces, piece = [], ""
        for char in word:
            if piece and self.measure(piece + char, kind) > width:
                pieces.append(piece)
                piece = ""
            piece += char
        return [*pieces, piece]

    def _glyphs(self, x: float, baseline: float, kind: Type, text: str) -> Glyphs:
        return Glyphs(x, baseline, self.font(kind), kind.size, kind.ink, text)

    def _right(self, edge: float, baseline: float, kind: Type, text: str) -> Glyphs:
        return self._glyphs(edge - self.measure(text, kind), baseline, kind, text)

    # -- blocks ---------------------------------------------------------------------------------------------

    def _text(self, block: Text) -> Iterator[Band]:
        kind = self.types[block.style]
        keeps = block.style in (Style.TITLE, Style.HUGE, Style.STRONG)
        for line in self.wrap(spell(block.text, self.typeface), kind, self.width):
            room = self.width - self.measure(line, kind) if block.align is not Align.LEFT else 0.0
            x = room / 2 if block.align is Align.CENTER else room
            yield Band(kind.leading, (self._glyphs(x, _baseline(kind, 0), kind, line),), keeps, block)

    def _columns(self, left: str, right: str, style: Style) -> Iterator[Band]:
        left, right = spell(left, self.typeface), spell(right, self.typeface)
        kind = self._fitted(left, right, style)
        taken = self.measure(right, kind)
        room = self.width - taken - kind.size
        longest = max((self.measure(word, kind) for word in left.split(" ")), default=0.0)
        if right and longest > room:  # no place left beside it: the figure takes its own line
            lines, last = [*self.wrap(left, kind, self.width), ""], right
        else:
            lines, last = self.wrap(left, kind, room), right
        baseline = _baseline(kind, 0)
        for line in lines[:-1]:
            yield Band(kind.leading, (self._glyphs(0, baseline, kind, line),), keeps=True)
        left_part = self._glyphs(0, baseline, kind, lines[-1])
        yield Band(kind.leading, (left_part, self._right(self.width, baseline, kind, last)))

    def _fitted(self, left: str, right: str, style: Style) -> Type:
        """The type of a huge line, smaller if that keeps it on one line, never smaller than a title."""
        kind = self.types[style]
        if style is not Style.HUGE:
            return kind
        asked = self.measure(left, kind) + self.measure(right, kind) + kind.size
        scale = max(min(1.0, self.width / asked), self.types[Style.TITLE].size / kind.size)
        return kind._replace(size=kind.size * scale, leading=kind.leading * scale)

    def _line(self, line: Line) -> Iterator[Band]:
        price = f"{line.quantity} × {line.unit}"
        under = f"{price} · {line.detail}" if line.detail else price
        for band in self._columns(line.label, line.total, Style.NORMAL):
            yield replace(band, keeps=True)
        kind = self.types[Style.SMALL]
        lines = self.wrap(spell(under, self.typeface), kind, self.width - kind.size)
        shapes = tuple(self._glyphs(0, _baseline(kind, i), kind, text) for i, text in enumerate(lines))
        yield Band(kind.leading * len(lines) + kind.size / 2, shapes)

    def _table(self, table: Table) -> Iterator[Band]:
        kind = self.types[table.style]
        strong = kind._replace(bold=True)
        head = [spell(cell, self.typeface) for cell in table.head]
        rows = [[spell(cell, self.typeface) for cell in row] for row in table.rows]
        needed = [
            max(self.measure(head[i], strong), *(self.measure(row[i], kind) for row in rows)) for i in range(len(head))
        ]
        air = self.width - sum(needed)
        if air < kind.size / 2 * (len(head) - 1):
            for row in rows:
                for name, cell in zip(head, row, strict=True):
                    yield from self._columns(name, cell, table.style)
            return
        share = air / max(len(head) - 1, 1)
        edges = [sum(needed[: i + 1]) + share * i for i in range(len(head))]
        for cells, weight in [(head, strong), *((row, kind) for row in rows)]:
            first = self._glyphs(0, _baseline(weight, 0), weight, cells[0])
            others = [
                self._right(edge, _baseline(weight, 0), weight, cell)
                for edge, cell in zip(edges[1:], cells[1:], strict=True)
            ]
            yield Band(kind.leading, (first, *others), keeps=weight is strong)

    def _tick(self, tick: Tick) -> Band:
        kind, small = self.types[Style.NORMAL], self.types[Style.SMALL]
        side = kind.size * 1.1
        left = side + kind.size * 0.8
        label, detail, right = (spell(text, self.typeface) for text in (tick.label, tick.detail, tick.right))
        edge = self.width - self.measure(right, kind) - kind.size
        beside = self.wide and left + self.measure(label, kind) + 12 + self.measure(detail, small) <= edge
        top = kind.leading * 0.18
        shapes: list[Shape] = [Square(0, top + _baseline(kind, 0) + side * 0.15, side)]
        names = self.wrap(label, kind, edge - left)
        for index, line in enumerate(names):
            shapes.append(self._glyphs(left, top + _baseline(kind, index), kind, line))
        shapes.append(self._right(self.width, top + _baseline(kind, 0), kind, right))
        height = top + kind.leading * len(names)
        if detail and beside:
            x = left + self.measure(label, kind) + 12
            shapes.append(self._glyphs(x, top + _baseline(kind, 0), small, detail))
        elif detail:
            lines = self.wrap(detail, small, edge - left)
            for index, line in enumerate(lines):
                shapes.append(self._glyphs(left, height + _baseline(small, index), small, line))
            height += small.leading * len(lines)
        height += kind.leading * 0.18
        shapes.append(Stroke(0, height, self.width, 0.3, 0.6))
        return Band(height, tuple(shapes), source=tick)

    def _code(self, block: QrCode) -> Iterator[Band]:
        size = len(qr.modules(block.payload))
        dots = int(self.width / DOT)
        scale = qr.dots_per_module(size, dots)
        module = scale * DOT
        # On the grid of the dots too, so that a driver at 203 dpi rounds no edge of a module.
        left = (dots - (size + 2 * qr.QUIET) * scale) // 2 * DOT
        quiet, side = qr.QUIET * module, (size + 2 * qr.QUIET) * module
        shapes = (Plate(left, 0, side, side, 1.0), Code(left + quiet, quiet, block.payload, module))
        yield Band(side, shapes, keeps=bool(block.caption))
        if block.caption:
            yield from self._text(Text(block.caption, Align.CENTER, Style.SMALL))


def _baseline(kind: Type, index: int) -> float:
    """Where the baseline of a line stands: the text sits in the middle of its leading."""
    return kind.leading * index + (kind.leading - kind.size) / 2 + kind.size * 0.8
