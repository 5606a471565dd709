"""The plan for screen readers: the spaces and seats of the floor as children of the view.

Qt shows nothing of a graphics scene to assistive technology. Each space and seat gets an interface of its own.
Qt keeps a registry of those it has spoken of, and does not know when Python frees one: so they are kept here
until their view goes, and are then withdrawn from that registry by Qt itself.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from desk.language import translate
from views.plan import words
from views.plan.guard import guarded
from views.plan.items import PlanItem, SeatItem, SpaceItem

if TYPE_CHECKING:
    from views.plan.view import PlanView

_roots: dict[int, PlanAccess] = {}
_installed = False


def install() -> None:
    """Teach Qt, once, how to describe a plan view."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_describe)
        _installed = True


def _describe(_name: str, described: QObject) -> QAccessibleInterface | None:
    from views.plan.view import PlanView

    if not isinstance(described, PlanView):
        return None
    root = PlanAccess(described)
    key = id(described)
    _roots[key] = root
    described.destroyed.connect(_Farewell(key))
    return root


class _Farewell:
    """Withdraws a view's children from Qt's registry when the view is destroyed."""

    def __init__(self, key: int) -> None:
        self._key = key

    def __call__(self, *_: object) -> None:
        root = _roots.pop(self._key, None)
        for child in list(root.children.values()) if root is not None else ():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(child))


def focused(view: PlanView) -> None:
    """Tell screen readers where the keyboard now stands."""
    _tell(view, view.cursor_item.id, QAccessible.Event.Focus)


def renamed(view: PlanView, identifier: str) -> None:
    """Tell screen readers that a space or a seat is not what it was."""
    _tell(view, identifier, QAccessible.Event.NameChanged)


def refresh(view: PlanView) -> None:
    """Tell screen readers that another floor is shown."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))


def _tell(view: PlanView, identifier: str, event: QAccessible.Event) -> None:
    if not QAccessible.isActive() or view.floor.item_of(identifier) is None:
        return
    root = _roots.get(id(view))
    if root is None:
        QAccessible.queryAccessibleInterface(view)
        root = _roots[id(view)]
    QAccessible.updateAccessibility(QAccessibleEvent(root.child_for(identifier), event))


class PlanAccess(QAccessibleWidget):
    """The view as a group whose children are the spaces of the floor, each followed by its seats."""

    def __init__(self, view: PlanView) -> None:
        super().__init__(view, QAccessible.Role.Grouping)
        self._view = weakref.ref(view)
        self.children: dict[str, ItemAccess] = {}

    def _order(self) -> list[str]:
        view = self._view()
        if view is None:
            return []
        order = []
        for space in view.floor.floor.spaces:
            order += [space.id, *(point.id for point in space.seat_points)]
        return order

    def child_for(self, identifier: str) -> ItemAccess:
        """The interface of a space or a seat, made at its first use."""
        if identifier not in self.children:
            self.children[identifier] = ItemAccess(self, identifier)
        return self.children[identifier]

    def item(self, identifier: str) -> PlanItem | None:
        """The item of that id on the floor shown."""
        view = self._view()
        return view.floor.item_of(identifier) if view is not None else None

    def view(self) -> PlanView | None:
        """The view, while it lives."""
        return self._view()

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
        return order.index(child.id) if isinstance(child, ItemAccess) and child.id in order else -1

    @guarded()
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._view()
        if view is None:
            return None
        item = view.itemAt(view.viewport().mapFromGlobal(QPoint(x, y)))
        return self.child_for(item.id) if isinstance(item, PlanItem) else None

    @guarded()
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._view()
        return self.child_for(view.cursor_item.id) if view is not None and view.hasFocus() else None


class ItemAccess(QAccessibleInterface):
    """A space or a seat: its name says what it is and its state, its description the rest."""

    def __init__(self, root: PlanAccess, identifier: str) -> None:
        super().__init__()
        self._root = root
        self.id = identifier

    def _item(self) -> PlanItem | None:
        return self._root.item(self.id)

    @guarded(fallback=False)
    def isValid(self) -> bool:
        return self._item() is not None

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
        view = self._root.view()
        return view.window().windowHandle() if view is not None else None

    @guarded(fallback=QRect())
    def rect(self) -> QRect:
        item, view = self._item(), self._root.view()
        if item is None or view is None:
            return QRect()
        box = view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    @guarded(fallback=QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        item, view = self._item(), self._root.view()
        if item is None or view is None:
            state.invalid = True
            return state
        state.focusable = True
        state.focused = view.hasFocus() and view.cursor_item is item
        state.invisible = not view.isVisible()
        return state

    @guarded(fallback="")
    def text(self, kind: QAccessible.Text) -> str:
        item = self._item()
        if kind == QAccessible.Text.Name:
            if isinstance(item, SpaceItem):
                return words.spoken_space(item.shape_of, item.now)
            if isinstance(item, SeatItem):
                return words.spoken_seat(item.space, item.point.number, item.now)
        if kind == QAccessible.Text.Description and isinstance(item, SpaceItem):
            detail = item.now.detail if item.now else ""
            if not item.shape_of.seat_points:
                return detail
            hint = translate("PlanView", "Page suivante\u00a0: ses postes.")
            return f"{detail} {hint}".strip()
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A space is not renamed from outside."""
