"""A document laid out in characters, for every paper that counts in columns: a screen preview, a thermal printer."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desk.documents.page import (
    Align,
    Block,
    Columns,
    Document,
    Gap,
    Line,
    QrCode,
    Rule,
    Style,
    Table,
    Text,
    Tick,
)
from desk.formats import plain

MARK_SIDES = "***"


@dataclass(frozen=True)
class Row:
    """One line of characters, never wider than its style allows."""

    text: str
    style: Style = Style.NORMAL
    align: Align = Align.LEFT


Laid = Row | QrCode


@dataclass(frozen=True)
class Grid:
    """How many characters a line holds in each style, and which spelling of a text the paper can show."""

    widths: Mapping[Style, int]
    spell: Callable[[str], str]
    rule: str = "-"

    def lay_out(self, document: Document) -> Iterator[Laid]:
        """The rows of the document from top to bottom; a code to scan is passed on for the renderer to draw."""
        if document.mark:
            yield from self._mark(document.mark)
        for block in document.blocks:
            if isinstance(block, Rule):
                yield self._rule(document.mark)
            else:
                yield from self._block(block)
        if document.mark:
            yield from self._mark(document.mark)

    def _mark(self, mark: str) -> Iterator[Row]:
        yield from self._paragraph(f"{MARK_SIDES} {mark} {MARK_SIDES}", Style.STRONG, Align.CENTER)

    def _rule(self, mark: str) -> Row:
        """A line across the paper, broken by the mark: characters cannot be printed slantwise over others."""
        width = self.widths[Style.NORMAL]
        word = f" {self.spell(mark)} " if mark else ""
        return Row(plain(word).center(width, self.rule) if len(word) + 6 <= width else self.rule * width)

    def _block(self, block: Block) -> Iterator[Laid]:
        match block:
            case Text(text, align, style):
                yield from self._paragraph(text, style, align)
            case Columns(left, right, style):
                yield from self._columns(left, right, style)
            case Line():
                yield from self._line(block)
            case Table():
                yield from self._table(block)
            case Tick():
                yield from self._tick(block)
            case Gap():
                yield Row("")
            case QrCode(_, caption):
                yield block
                yield from self._paragraph(caption, Style.SMALL, Align.CENTER)

    def _paragraph(self, text: str, style: Style, align: Align) -> Iterator[Row]:
        for piece in self._wrap(self.spell(text), self.widths[style]):
            yield Row(plain(piece), style, align)

    def _wrap(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(text, max(width, 1), break_on_hyphens=False)

    def _columns(self, left: str, right: str, style: Style) -> Iterator[Row]:
        width = self.widths[style]
        right = self.spell(right)
        left = self.spell(left)
        room = width - len(right) - 1
        longest = max((len(word) for word in left.split(" ")), default=0)
        if right and longest > room:  # no place left beside it: the figure takes its own line
            yield from self._paragraph(left, style, Align.LEFT)
            yield from self._paragraph(right, style, Align.RIGHT)
            return
        pieces = self._wrap(left, room) or [""]
        for piece in pieces[:-1]:
            yield Row(plain(piece), style)
        yield Row(plain(pieces[-1].ljust(width - len(right)) + right).rstrip(), style)

    def _line(self, line: Line) -> Iterator[Row]:
        price = f"{line.quantity} × {line.unit}"
        yield from self._columns(line.label, line.total, Style.NORMAL)
        under = f"{price} · {line.detail}" if line.detail else price
        for piece in self._wrap(self.spell(under), self.widths[Style.NORMAL] - 2):
            yield Row(plain(f"  {piece}"))

    def _table(self, table: Table) -> Iterator[Row]:
        head = tuple(self.spell(cell) for cell in table.head)
        rows = [tuple(self.spell(cell) for cell in row) for row in table.rows]
        total = self.widths[table.style]
        needed = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
        air = total - sum(needed)
        if air < len(head) - 1:
            yield from self._stacked(table)
            return
        for row in [head, *rows]:
            yield Row(plain(_spread(row, needed, air)), table.style)

    def _stacked(self, table: Table) -> Iterator[Row]:
        for row in table.rows:
            for name, cell in zip(table.head, row, strict=True):
                yield from self._columns(name, cell, table.style)

    def _tick(self, tick: Tick) -> Iterator[Row]:
        yield from self._columns(f"[\u00a0] {tick.label}", tick.right, Style.NORMAL)
        for piece in self._wrap(self.spell(tick.detail), self.widths[Style.NORMAL] - 4):
            yield Row(plain(f"    {piece}"))


def _spread(row: tuple[str, ...], needed: list[int], air: int) -> str:
    """The cells of a row with the air shared between the columns, so that the last one ends on the edge."""
    gaps = len(row) - 1
    parts = [row[0].ljust(needed[0])]
    for i in range(1, len(row)):
        share = air * i // gaps - air * (i - 1) // gaps
        parts.append(" " * share + row[i].rjust(needed[i]))
    return "".join(parts).rstrip() if gaps else row[0]
