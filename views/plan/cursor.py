"""The keyboard's place on the plan: a space, or a seat of it, remembered for each floor."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from views.plan.floor_scene import FloorScene
from views.plan.items import PlanItem, SeatItem, SpaceItem
from views.plan.steps import neighbour


class Cursor:
    """Where the keyboard stands on one floor; each move tells whether it moved."""

    def __init__(self, scene: FloorScene) -> None:
        self._scene = scene
        self._at = next((s.id for s in scene.floor.spaces if s.kind != "circulation"), scene.floor.spaces[0].id)

    @property
    def item(self) -> PlanItem:
        """The item under the cursor."""
        item = self._scene.item_of(self._at)
        assert item is not None
        return item

    @property
    def on_seat(self) -> bool:
        """True inside a space, on one of its seats."""
        return isinstance(self.item, SeatItem)

    def go(self, identifier: str) -> bool:
        """Stand on a space or a seat of this floor."""
        if identifier == self._at or self._scene.item_of(identifier) is None:
            return False
        self._at = identifier
        return True

    def move(self, direction: tuple[int, int]) -> bool:
        """One step left, right, up or down, among the spaces or among the seats of one."""
        found = neighbour(self._places(), self._at, direction)
        return found is not None and self.go(found)

    def enter(self) -> bool:
        """From a space to its first seat."""
        item = self.item
        if not isinstance(item, SpaceItem) or not item.shape_of.seat_points:
            return False
        return self.go(item.shape_of.seat_points[0].id)

    def leave(self) -> bool:
        """From a seat back to its space."""
        item = self.item
        return isinstance(item, SeatItem) and self.go(item.space.id)

    def first(self) -> bool:
        """To the first space of the floor, or the first seat of the space."""
        return self.go(next(iter(self._places())))

    def last(self) -> bool:
        """To the last one."""
        return self.go(list(self._places())[-1])

    def _places(self) -> dict[str, QRectF]:
        item = self.item
        items: list[PlanItem] = list(self._scene.spaces.values())
        if isinstance(item, SeatItem):
            items = [self._scene.seats[point.id] for point in item.space.seat_points]
        return {other.id: other.sceneBoundingRect() for other in items}
