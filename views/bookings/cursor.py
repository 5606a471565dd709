"""The keyboard's place on the grid: a cell of half an hour, or the block that covers it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from views.bookings.board import Block, Board

CELL = 30
"""Minutes of a cell."""


@dataclass(frozen=True)
class Cursor:
    """A row and a minute; `booking_id` is followed wherever it goes, empty on free time."""

    row: int = 0
    minute: int = 0
    booking_id: str = ""

    def block(self, board: Board) -> Block | None:
        """The block it stands on."""
        return board.at(self.row, self.minute) if self.row < len(board.rows) else None

    def span(self, board: Board) -> tuple[int, int]:
        """From when until when it covers: the block, or what is free of half an hour."""
        block = self.block(board)
        if block is not None:
            return block.start, block.end
        later = [b.start for b in board.on_row(self.row) if b.start > self.minute]
        return self.minute, min([self.minute + CELL, board.last, *later])

    def settled(self, board: Board) -> Cursor:
        """The same on a board read again: with the booking it followed, else where it was, within what is shown."""
        found = board.block(self.booking_id) if self.booking_id else None
        if found is not None:
            return Cursor(found.row, max(found.start, board.first), self.booking_id)
        row = min(self.row, max(0, len(board.rows) - 1))
        return replace(self, row=row, booking_id="")._at(board, row, self.minute)

    def across(self, board: Board, step: int) -> Cursor:
        """One cell, or one block, earlier (-1) or later (1)."""
        start, end = self.span(board)
        if step > 0:
            return self._at(board, self.row, end if end < board.last else self.minute)
        before = start - 1
        if before < board.first:
            return self
        block = board.at(self.row, before)
        return self._at(board, self.row, block.start if block else max(board.first, before // CELL * CELL))

    def down(self, board: Board, step: int) -> Cursor:
        """One row up (-1) or down (1), at the same hour."""
        return self._at(board, min(max(self.row + step, 0), len(board.rows) - 1), self.minute)

    def edge(self, board: Board, *, last: bool) -> Cursor:
        """The first or the last cell of the row."""
        return self._at(board, self.row, board.last - CELL if last else board.first)

    def on(self, board: Board, row: int, minute: int) -> Cursor:
        """At a cell pointed at."""
        return self._at(board, row, minute // CELL * CELL if board.at(row, minute) is None else minute)

    def _at(self, board: Board, row: int, minute: int) -> Cursor:
        minute = min(max(minute, board.first), board.last - 1)
        block = board.at(row, minute)
        if block is None:
            ended = [b.end for b in board.on_row(row) if b.end <= minute]
            # A cell begins where the block before it ends, when that is within the half hour.
            start = max([minute // CELL * CELL, *ended])
            return Cursor(row, max(board.first, start))
        return Cursor(row, max(block.start, board.first), "" if block.through else block.booking.id)
