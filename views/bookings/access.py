"""The grid for screen readers: its bookings as children of the grid, and the cell where the keyboard stands.

As for the plan (`views/plan/access.py`): Qt keeps a registry of the interfaces it has spoken of, and does not know
when Python frees one, so they are kept here until their grid goes, and then withdrawn by Qt itself.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from views.bookings import words
from views.bookings.board import Block
from views.plan.guard import guarded

if TYPE_CHECKING:
    from views.bookings.grid import BookingGrid

CELL = "cell"
_roots: dict[int, GridAccess] = {}
_installed = False


def install() -> None:
    """Teach Qt, once, how to describe a grid of bookings."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_describe)
        _installed = True


def _describe(_name: str, described: QObject) -> QAccessibleInterface | None:
    from views.bookings.grid import BookingGrid

    if not isinstance(described, BookingGrid):
        return None
    root = GridAccess(described)
    key = id(described)
    _roots[key] = root
    described.destroyed.connect(_Farewell(key))
    return root


class _Farewell:
    """Withdraws a grid's children from Qt's registry when the grid is destroyed."""

    def __init__(self, key: int) -> None:
        self._key = key

    def __call__(self, *_: object) -> None:
        root = _roots.pop(self._key, None)
        for child in list(root.children.values()) if root is not None else ():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(child))


def focused(grid: BookingGrid) -> None:
    """Tell screen readers where the keyboard now stands."""
    if not QAccessible.isActive() or grid.board is None:
        return
    root = _roots.get(id(grid))
    if root is None:
        QAccessible.queryAccessibleInterface(grid)
        root = _roots[id(grid)]
    child = root.child_for(root.current())
    if child.id == CELL:  # one interface for every cell: its name is another each time
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.NameChanged))
    QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))


def refresh(grid: BookingGrid) -> None:
    """Tell screen readers that other bookings are shown."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(grid, QAccessible.Event.ObjectReorder))


class GridAccess(QAccessibleWidget):
    """The grid as a group: the cell of the keyboard while it is free, then each booking, row by row."""

    def __init__(self, grid: BookingGrid) -> None:
        super().__init__(grid, QAccessible.Role.Grouping)
        self._grid = weakref.ref(grid)
        self.children: dict[str, PartAccess] = {}

    def grid(self) -> BookingGrid | None:
        """The grid, while it lives."""
        return self._grid()

    def current(self) -> str:
        """What the keyboard stands on."""
        grid = self._grid()
        block = grid.block if grid is not None else None
        return CELL if block is None else block.key

    def _order(self) -> list[str]:
        grid = self._grid()
        if grid is None or grid.board is None or not grid.board.rows:
            return []
        blocks = [block.key for row in range(len(grid.board.rows)) for block in grid.board.on_row(row)]
        return [CELL, *blocks]

    def child_for(self, identifier: str) -> PartAccess:
        """The interface of a block or of the cell, made at its first use."""
        if identifier not in self.children:
            self.children[identifier] = PartAccess(self, identifier)
        return self.children[identifier]

    @guarded(fallback=0)
    def childCount(self) -> int:
        return len(self._order())

    @guarded()
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self._order()
        return self.child_for(order[index]) if 0 <= index < len(order) else None

    @guarded(fallback=-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self._order()
        return order.index(child.id) if isinstance(child, PartAccess) and child.id in order else -1

    @guarded()
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        grid = self._grid()
        block = grid.block_under(grid.viewport().mapFromGlobal(QPoint(x, y))) if grid is not None else None
        return self.child_for(block.key) if block is not None else None

    @guarded()
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        grid = self._grid()
        return self.child_for(self.current()) if grid is not None and grid.hasFocus() else None


class PartAccess(QAccessibleInterface):
    """A booking, or the free cell of the keyboard: its name says all of it."""

    def __init__(self, root: GridAccess, identifier: str) -> None:
        super().__init__()
        self._root = root
        self.id = identifier

    def _block(self) -> Block | None:
        grid = self._root.grid()
        if grid is None or grid.board is None:
            return None
        return next((block for block in grid.board.blocks if block.key == self.id), None)

    @guarded(fallback=False)
    def isValid(self) -> bool:
        return self._root.grid() is not None and (self.id == CELL or self._block() is not None)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._root

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    @guarded()
    def window(self) -> QWindow | None:  # type: ignore[override]
        grid = self._root.grid()
        return grid.window().windowHandle() if grid is not None else None

    @guarded(fallback=QRect())
    def rect(self) -> QRect:
        grid = self._root.grid()
        if grid is None or grid.board is None or not self.isValid():
            return QRect()
        box = grid.box_of(self.id).toRect()
        return QRect(grid.viewport().mapToGlobal(box.topLeft()), box.size())

    @guarded(fallback=QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        grid = self._root.grid()
        if grid is None or not self.isValid():
            state.invalid = True
            return state
        state.focusable = True
        state.focused = grid.hasFocus() and self._root.current() == self.id
        state.invisible = not grid.isVisible()
        return state

    @guarded(fallback="")
    def text(self, kind: QAccessible.Text) -> str:
        grid = self._root.grid()
        if kind != QAccessible.Text.Name or grid is None or grid.board is None:
            return ""
        block = self._block()
        if block is not None:
            return words.spoken_block(grid.board, block)
        return words.spoken_cell(grid.board, grid.cursor_at.row, grid.cursor_at.minute) if self.id == CELL else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A booking is not renamed from outside."""
