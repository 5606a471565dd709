"""The grid of bookings: one widget that paints itself, drawn on with the mouse, walked with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from desk.bookings import BookingEdit
from desk.language import translate
from views import tokens
from views.bookings import access, paint, words
from views.bookings.board import DAY, Block, Board, Wanted
from views.bookings.cursor import Cursor
from views.bookings.drag import Drag, Gesture, begun, moved
from views.bookings.geometry import SNAP, Geometry
from views.plan.faces import faces
from views.plan.guard import guarded

_USUAL = 60
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BookingGrid(QAbstractScrollArea):
    """It says what was asked for, it decides nothing: what is refused is simply shown again where it was.

    `wanted` carries the `Wanted` that was drawn, `change_wanted` a booking's id and its `BookingEdit`, `opened` and
    `cancel_wanted` a booking's id, `turned` a step (-1, 1) to the page before or after.
    """

    wanted = Signal(object)
    change_wanted = Signal(str, object)
    opened = Signal(str)
    cancel_wanted = Signal(str)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        access.install()
        self.board: Board | None = None
        self.cursor_at = Cursor()
        self.drag: Drag | None = None
        self._pressed: QPointF | None = None
        self._ringed = False
        self.setObjectName("bookingGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(320, 180)
        self.setAccessibleName(translate("BookingGrid", "Grille des réservations"))
        self.setAccessibleDescription(
            translate(
                "BookingGrid",
                "Flèches\u00a0: d’une heure ou d’un espace à l’autre. Entrée\u00a0: ouvrir ou réserver."
                " Maj flèches\u00a0: déplacer. Ctrl flèches\u00a0: allonger, raccourcir. Suppr\u00a0: annuler"
                " la réservation. Ctrl Z\u00a0: revenir en arrière.",
            )
        )

    # --- what is shown ---------------------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show another board; the keyboard stays with the booking it was on."""
        first = self.board is None
        self.board, self.drag, self._pressed = board, None, None
        if first:
            minute = board.now.hour * 60 + board.now.minute
            self.cursor_at = Cursor(0, min(max(minute, board.first), board.last - 1))
        self.cursor_at = self.cursor_at.settled(board)
        self._lay_out()
        self.viewport().update()
        access.refresh(self)

    @property
    def geometry_now(self) -> Geometry:
        """Where things are."""
        assert self.board is not None
        letters = faces(QApplication.font())
        head = letters.detail.height + 14
        least = letters.headline.height + letters.detail.height + 7
        rows = max(1, len(self.board.rows))
        share = (self.viewport().height() - head - 1) / rows
        tallest = max(least, min(share, least * 1.6))
        label = max(letters.headline.width(row.name) for row in self.board.rows) + 22 if self.board.rows else 100
        offset = self.verticalScrollBar().value()
        return Geometry(self.board, self.viewport().width() - 1, min(label, 190), head, tallest, offset)

    def _lay_out(self) -> None:
        if self.board is None:
            return
        geometry, bar = self.geometry_now, self.verticalScrollBar()
        bar.setRange(0, max(0, round(geometry.height - self.viewport().height() + 1)))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(geometry.row_height))

    @property
    def block(self) -> Block | None:
        """The block the keyboard stands on."""
        return None if self.board is None else self.cursor_at.block(self.board)

    def spoken(self) -> str:
        """What the keyboard stands on, in one breath."""
        if self.board is None or not self.board.rows:
            return ""
        block = self.block
        if block is not None:
            return words.spoken_block(self.board, block)
        return words.spoken_cell(self.board, self.cursor_at.row, self.cursor_at.minute)

    def go_to(self, booking_id: str) -> None:
        """Put the keyboard on a booking, when it is shown."""
        if self.board is not None and (block := self.board.block(booking_id)) is not None:
            self._stand(Cursor(block.row, max(block.start, self.board.first), booking_id))

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, blocks, now, what is dragged, the keyboard's ring, and the hours over them."""
        if self.board is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = paint.Brush(painter, self.geometry_now, tokens.current(), faces(QApplication.font()))
        paint.paint_ground(brush)
        held = self.drag.block if self.drag is not None and self.drag.wanted else None
        for block in self.board.blocks:
            paint.paint_block(brush, block, faded=block is held)
        if self.drag is not None and self._is_dragging:
            paint.paint_ghost(brush, *self.drag.shape(self.board))
        elif self._ringed and self.hasFocus() and self.board.rows:
            paint.paint_ring(brush, self.cursor_at.row, *self.cursor_at.span(self.board))
        paint.paint_head(brush)
        paint.paint_now(brush)
        painter.end()

    # --- keyboard --------------------------------------------------------------------------------------------

    def _stand(self, cursor: Cursor) -> None:
        self.cursor_at = cursor
        self._ringed = True
        geometry, bar = self.geometry_now, self.verticalScrollBar()
        top, bottom = geometry.top(cursor.row), geometry.top(cursor.row + 1)
        if top < geometry.head:
            bar.setValue(round(bar.value() - (geometry.head - top)))
        elif bottom > self.viewport().height():
            bar.setValue(round(bar.value() + bottom - self.viewport().height()))
        self.viewport().update()
        access.focused(self)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the accessible description; other keys go on to the page."""
        if self.board is None or not self.board.rows or not self._handle_key(event):
            event.ignore()

    def _handle_key(self, event: QKeyEvent) -> bool:
        assert self.board is not None
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self.drag is not None:
            self._let_go()
            return True
        if key in _STEPS:
            return self._arrow(*_STEPS[key], modifiers)
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Delete and self.block is not None:
            self.cancel_wanted.emit(self.block.booking.id)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand(self.cursor_at.edge(self.board, last=key == Qt.Key.Key_End))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            return False
        return True

    def _arrow(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> bool:
        assert self.board is not None
        board, block = self.board, self.block
        if modifiers == Qt.KeyboardModifier.NoModifier:
            cursor = self.cursor_at.across(board, across) if across else self.cursor_at.down(board, down)
            self._stand(cursor)
        elif block is None or block.through:
            return modifiers in (_SHIFT, _CTRL, _SHIFT | _CTRL)
        elif modifiers == _SHIFT:
            row = block.row + down
            if 0 <= row < len(board.rows):
                self._ask(block, moved(board, block, row, block.start + SNAP * across))
        elif modifiers == _CTRL and across:
            self._ask(block, BookingEdit(ends_at=board.instant(block.row, block.end + SNAP * across)))
        elif modifiers == _SHIFT | _CTRL and across:
            start = board.instant(block.row, block.start + SNAP * across)
            self._ask(block, BookingEdit(starts_at=start, ends_at=block.booking.ends_at))
        else:
            return False
        return True

    def _ask(self, block: Block, change: BookingEdit) -> None:
        self._ringed = True
        self.change_wanted.emit(block.booking.id, change)

    def _enter(self) -> None:
        assert self.board is not None
        block = self.block
        if block is not None:
            self.opened.emit(block.booking.id)
            return
        row, start = self.cursor_at.row, self.cursor_at.minute
        later = [b.held_from for b in self.board.on_row(row) if b.held_from > start]
        end = min([start + _USUAL, DAY, *later])
        space = self.board.rows[row].space_id
        self.wanted.emit(Wanted(space, self.board.instant(row, start), self.board.instant(row, end)))

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands, unless the mouse brought it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._ringed = True
        self.viewport().update()
        access.focused(self)

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    # --- mouse -----------------------------------------------------------------------------------------------

    @property
    def _is_dragging(self) -> bool:
        return self.drag is not None and self._pressed is None

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click acts when it is let go; a drag books, moves or resizes."""
        if self.board is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._ringed = False
        self._pressed = event.position()
        self.drag = begun(self.geometry_now, event.position())
        if self.drag is not None:
            self.cursor_at = self.cursor_at.on(self.board, self.drag.row, self.drag.minute)

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag, or say what is under the mouse."""
        if self.board is None:
            return
        if self.drag is None:
            self._hover(event.position())
            return
        if self._pressed is not None:
            far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if not far or (self.drag.block is not None and self.drag.block.through):
                return
            self._pressed = None
        self.drag = self.drag.to(self.geometry_now, event.position())
        self.viewport().update()

    @guarded()
    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The end of a click or of a drag."""
        drag, dragging = self.drag, self._is_dragging
        self._let_go()
        if drag is None or self.board is None:
            return
        if not dragging:
            if drag.block is not None:
                self.opened.emit(drag.block.booking.id)
        elif drag.block is None:
            self.wanted.emit(drag.booking(self.board))
        elif drag.wanted:
            self.change_wanted.emit(drag.block.booking.id, drag.change(self.board))

    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks on free time book an hour."""
        if self.board is not None and event.button() == Qt.MouseButton.LeftButton:
            found = begun(self.geometry_now, event.position())
            if found is not None and found.block is None:
                self.cursor_at = self.cursor_at.on(self.board, found.row, found.minute)
                self._enter()

    def _let_go(self) -> None:
        self.drag, self._pressed = None, None
        self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        block = self.geometry_now.block_at(at)
        shape = Qt.CursorShape.ArrowCursor
        found = begun(self.geometry_now, at)
        if block is not None and found is not None:
            ends = found.gesture in (Gesture.START, Gesture.END)
            shape = Qt.CursorShape.SizeHorCursor if ends else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
        free = translate(
            "BookingGrid", "Glissez pour réserver\u00a0; une réservation se déplace, et s’allonge par son bord."
        )
        self.viewport().setToolTip(free if block is None else words.tooltip(block))

    def box_of(self, key: str) -> QRectF:
        """Where a block is, in the viewport, by its key; where the keyboard is for another key."""
        assert self.board is not None
        geometry = self.geometry_now
        for block in self.board.blocks:
            if block.key == key:
                return geometry.box(block.row, block.start, block.end)
        return geometry.box(self.cursor_at.row, *self.cursor_at.span(self.board))

    def block_under(self, at: QPoint) -> Block | None:
        """The block under a point of the viewport."""
        return None if self.board is None else self.geometry_now.block_at(QPointF(at))

    # --- window ----------------------------------------------------------------------------------------------

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows share the height there is."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Scrolled: everything is painted again, the head stays."""
        self.viewport().update()

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        """Another text size makes other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._lay_out()
