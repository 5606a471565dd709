"""One floor as a scene: builds its items once, lays them out at a scale, hands them their values."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from desk import polygons
from desk.floorplan import Decor, Floor
from desk.plan import SpaceNow
from views import tokens
from views.plan.faces import Faces, colour
from views.plan.guard import guarded
from views.plan.items import PlanItem, SeatItem, SpaceItem

MARGIN = 18.0


class _OutdoorItem(QGraphicsItem):
    """Lines drawn outside any room: the terrace's edge."""

    def __init__(self, decor: list[Decor]) -> None:
        super().__init__()
        self._decor = decor
        self._path = QPainterPath()
        self.setZValue(-1)

    def place(self, scale: float) -> None:
        self.prepareGeometryChange()
        self._path = QPainterPath()
        for line in self._decor:
            points = [QPointF(round(x * scale), round(y * scale)) for x, y in line.points]
            self._path.moveTo(points[0])
            for point in points[1:]:
                self._path.lineTo(point)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    @guarded()
    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setPen(QPen(colour(tokens.current().muted, 150), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


class FloorScene(QGraphicsScene):
    """The items of one floor, in pixels: `place()` lays them out again at another scale."""

    def __init__(self, floor: Floor, parent: QObject) -> None:
        super().__init__(parent)
        self.floor = floor
        self.spaces: dict[str, SpaceItem] = {}
        self.seats: dict[str, SeatItem] = {}
        self._placed: tuple[float, Faces] | None = None
        indoors, outdoors = _sorted_decor(floor)
        self._outdoor = _OutdoorItem(outdoors)
        self.addItem(self._outdoor)
        for space in floor.spaces:
            item = SpaceItem(space, indoors[space.id])
            self.addItem(item)
            self.spaces[space.id] = item
            for point in space.seat_points:
                seat = SeatItem(point, space)
                seat.setZValue(2)
                self.addItem(seat)
                self.seats[point.id] = seat

    def item_of(self, identifier: str) -> PlanItem | None:
        """The room or seat of that id on this floor."""
        return self.spaces.get(identifier) or self.seats.get(identifier)

    def place(self, scale: float, faces: Faces) -> None:
        """Lay the floor out at `scale` pixels to the metre, unless it already is: it keeps its pictures then."""
        if self._placed == (scale, faces):
            return
        self._placed = scale, faces
        self._outdoor.place(scale)
        items: list[PlanItem] = [*self.spaces.values(), *self.seats.values()]
        for item in items:
            item.place(scale, faces)
        width, height = self.floor.width * scale, self.floor.height * scale
        self.setSceneRect(QRectF(0, 0, width, height).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def repaint_all(self) -> None:
        """Paint every item again: their pictures are kept, and do not see that the theme has changed."""
        for item in self.items():
            item.update()

    def show_space(self, now: SpaceNow) -> list[str]:
        """Give a room and its seats their values; the ids of those that are drawn differently."""
        changed = []
        item = self.spaces.get(now.id)
        if item is not None and item.show_now(now):
            changed.append(now.id)
        for seat_now in now.seats:
            seat = self.seats.get(seat_now.id)
            if seat is not None and seat.show_now(seat_now):
                changed.append(seat_now.id)
        return changed


def _sorted_decor(floor: Floor) -> tuple[dict[str, list[Decor]], list[Decor]]:
    """Furniture by the room it stands in, and what stands in none."""
    indoors: dict[str, list[Decor]] = {space.id: [] for space in floor.spaces}
    outdoors: list[Decor] = []
    for decor in floor.decor:
        left, top, right, bottom = polygons.bounds(decor.points)
        middle = ((left + right) / 2, (top + bottom) / 2)
        owner = next((s.id for s in floor.spaces if polygons.contains(s.outline, middle)), None)
        (outdoors if owner is None else indoors[owner]).append(decor)
    return indoors, outdoors
