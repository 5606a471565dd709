"""Where things are on the grid, in pixels of its viewport."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from views.bookings.board import Block, Board

SNAP = 15
"""Minutes: what is drawn with the mouse begins and ends on a quarter of an hour."""
EDGE = 7
"""Pixels from the end of a block where the mouse takes its end and not the whole."""
_INNER = 3


@dataclass(frozen=True)
class Geometry:
    """The grid's measures: its width, the label column, the head, the height of a row, and how far it is scrolled."""

    board: Board
    width: float
    label: float
    head: float
    row_height: float
    offset: float = 0.0

    @property
    def height(self) -> float:
        """Of the head and all rows."""
        return self.head + self.row_height * len(self.board.rows)

    def x(self, minute: float) -> float:
        """Where a minute of the day stands."""
        share = (minute - self.board.first) / (self.board.last - self.board.first)
        return self.label + share * (self.width - self.label)

    def minute(self, x: float) -> int:
        """The minute under `x`, within what is shown."""
        share = (x - self.label) / max(1.0, self.width - self.label)
        found = self.board.first + share * (self.board.last - self.board.first)
        return round(min(max(found, self.board.first), self.board.last))

    def top(self, row: int) -> float:
        """Where a row begins."""
        return self.head + row * self.row_height - self.offset

    def row(self, y: float) -> int | None:
        """The row under `y`, None on the head and below the last row."""
        if y < self.head:
            return None
        found = int((y - self.head + self.offset) // self.row_height)
        return found if 0 <= found < len(self.board.rows) else None

    def nearest_row(self, y: float) -> int:
        """The row nearest to `y`: a drag that leaves the grid stays on its edge."""
        found = int((y - self.head + self.offset) // self.row_height)
        return min(max(found, 0), len(self.board.rows) - 1)

    def box(self, row: int, start: int, end: int) -> QRectF:
        """The rectangle of a time on a row, cut to what is shown."""
        left, right = self.x(max(start, self.board.first)), self.x(min(end, self.board.last))
        return QRectF(left + 1, self.top(row) + _INNER, max(4.0, right - left - 2), self.row_height - 2 * _INNER)

    def block_at(self, at: QPointF) -> Block | None:
        """The block under a point, its set-up and clean-up left aside."""
        row = self.row(at.y())
        if row is None or at.x() < self.label:
            return None
        return next((b for b in self.board.on_row(row) if self.box(row, b.start, b.end).contains(at)), None)


def snapped(minute: int) -> int:
    """The quarter of an hour nearest to a minute."""
    return round(minute / SNAP) * SNAP
