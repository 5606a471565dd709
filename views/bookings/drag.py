"""What the mouse draws on the grid: a new booking, a block carried elsewhere, one of its ends pulled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF

from desk.bookings import BookingEdit
from views.bookings.board import Block, Board, Wanted
from views.bookings.geometry import EDGE, SNAP, Geometry, snapped


class Gesture(StrEnum):
    """What a drag does."""

    BOOK = "book"
    MOVE = "move"
    START = "start"
    END = "end"


@dataclass(frozen=True)
class Drag:
    """A drag under way: from a row and a minute to others; `block` is what it holds, None on free time."""

    gesture: Gesture
    block: Block | None
    row: int
    minute: int
    to_row: int
    to_minute: int

    def to(self, geometry: Geometry, at: QPointF) -> Drag:
        """The same, with the mouse at `at`. Only a whole block changes row."""
        row = geometry.nearest_row(at.y()) if self.gesture is Gesture.MOVE else self.row
        return replace(self, to_row=row, to_minute=geometry.minute(at.x()))

    def shape(self, board: Board) -> tuple[int, int, int]:
        """The row, the start and the end that letting go now would ask for."""
        block = self.block
        if block is None:
            low, high = sorted((self.minute, self.to_minute))
            start = max(board.first, low // SNAP * SNAP)
            return self.row, start, min(board.last, max(start + SNAP, -(-high // SNAP) * SNAP))
        shift = snapped(self.to_minute - self.minute)
        if self.gesture is Gesture.MOVE:
            return self.to_row, block.start + shift, block.end + shift
        if self.gesture is Gesture.START:
            return block.row, min(block.start + shift, block.end - SNAP), block.end
        return block.row, block.start, max(block.end + shift, block.start + SNAP)

    @property
    def wanted(self) -> bool:
        """Whether it asks for anything: a block put back where it was does not."""
        if self.block is None:
            return True
        return self.to_row != self.block.row or bool(snapped(self.to_minute - self.minute))

    def booking(self, board: Board) -> Wanted:
        """The new booking that was drawn."""
        row, start, end = self.shape(board)
        return Wanted(board.rows[row].space_id, board.instant(row, start), board.instant(row, end))

    def change(self, board: Board) -> BookingEdit:
        """What becomes of the block."""
        row, start, end = self.shape(board)
        assert self.block is not None
        if self.gesture is Gesture.END:
            return BookingEdit(ends_at=board.instant(row, end))
        if self.gesture is Gesture.START:
            return BookingEdit(starts_at=board.instant(row, start), ends_at=self.block.booking.ends_at)
        return moved(board, self.block, row, start)


def moved(board: Board, block: Block, row: int, start: int) -> BookingEdit:
    """A block put on a row at a minute, as long as before."""
    space = board.rows[row].space_id
    elsewhere = space if space != block.booking.space_id else None
    return BookingEdit(space_id=elsewhere, starts_at=board.instant(row, start))


def begun(geometry: Geometry, at: QPointF) -> Drag | None:
    """The drag that begins where the mouse was pressed; None outside the rows."""
    row = geometry.row(at.y())
    if row is None or at.x() < geometry.label:
        return None
    minute, block = geometry.minute(at.x()), geometry.block_at(at)
    if block is None:
        return Drag(Gesture.BOOK, None, row, minute, row, minute)
    box = geometry.box(row, block.start, block.end)
    gesture = Gesture.MOVE
    if box.width() > 3 * EDGE and at.x() >= box.right() - EDGE:
        gesture = Gesture.END
    elif box.width() > 3 * EDGE and at.x() <= box.left() + EDGE:
        gesture = Gesture.START
    return Drag(gesture, block, row, minute, row, minute)
