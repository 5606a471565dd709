"""The sheet on which the plan is drawn: its grid, its spaces, its seats; mouse and keys say what is wanted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from desk import polygons
from desk.floorplan import Floor, SpaceShape
from desk.floorplan_file import BACKGROUND
from desk.language import translate
from desk.plan_editing.parts import extent
from desk.plan_editing.shapes import Sides, on_grid
from views import tokens
from views.plan.faces import colour, face
from views.plan.guard import guarded
from views.plan_editor.words import surface_words

_AIR = 26.0
_SEAT = 0.28
_HANDLE = 5.0
_NEAR = 9.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_SIDES = {"right": (1, 0.5), "bottom": (0.5, 1), "left": (0, 0.5), "top": (0.5, 0)}


class PlanCanvas(QWidget):
    """One floor of the draft. It draws what it is shown, and decides nothing.

    `chosen` carries a space and a seat (either may be empty); `moved` metres to the right and down; `stretched` the
    `Sides` of a space; `cleared` when what is chosen is to go, `seat_wanted` for one more.
    """

    chosen = Signal(str, str)
    moved = Signal(float, float)
    stretched = Signal(object)
    cleared = Signal()
    seat_wanted = Signal()

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self.setObjectName("planCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 200)
        self.setAccessibleName(translate("PlanCanvas", "Dessin de l’étage"))
        self.step = 0.25
        self.space_id = self.seat_id = ""
        self._floor = floor
        self._wrong: frozenset[str] = frozenset()
        self._pressed: QPointF | None = None
        self._side = ""
        self._drag = (0.0, 0.0)

    def sizeHint(self) -> QSize:
        """As large as a floor likes to be seen."""
        return QSize(640, 480)

    def show_floor(self, floor: Floor, space_id: str, seat_id: str, wrong: frozenset[str]) -> None:
        """Show a floor with what is chosen on it; the spaces of `wrong` cannot be published so."""
        self._floor, self.space_id, self.seat_id, self._wrong = floor, space_id, seat_id, wrong
        self._pressed, self._drag = None, (0.0, 0.0)
        self.setAccessibleDescription(self._spoken())
        self.update()

    def _chosen_space(self) -> SpaceShape | None:
        return next((space for space in self._floor.spaces if space.id == self.space_id), None)

    def _spoken(self) -> str:
        space = self._chosen_space()
        if space is None:
            return translate("PlanCanvas", "Ctrl et les flèches\u00a0: d’un espace à l’autre.")
        seat = next((one for one in space.seat_points if one.id == self.seat_id), None)
        if seat is not None:
            return translate("PlanCanvas", "{space}, poste {number}").format(space=space.name, number=seat.number)
        return translate("PlanCanvas", "{space}, {surface}").format(
            space=space.name, surface=surface_words(space.surface)
        )

    # --- from metres to pixels ---------------------------------------------------------------------------------

    def _frame(self) -> tuple[float, float, float]:
        left, top, right, bottom = extent(self._floor)
        wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
        scale = max(4.0, min((self.width() - 2 * _AIR) / wide, (self.height() - 2 * _AIR) / high))
        x = (self.width() - wide * scale) / 2 - left * scale
        y = (self.height() - high * scale) / 2 - top * scale
        return x, y, scale

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a point of the floor, in metres, is on the sheet."""
        left, top, scale = self._frame()
        return QPointF(left + x * scale, top + y * scale)

    def _metres(self, at: QPointF) -> polygons.Point:
        left, top, scale = self._frame()
        return (at.x() - left) / scale, (at.y() - top) / scale

    # --- painting ----------------------------------------------------------------------------------------------

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grid, what lies under, spaces, seats, what is chosen."""
        theme, painter = tokens.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(theme.surface))
        self._paint_grid(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_lines(painter, BACKGROUND)
        for space in self._floor.spaces:
            self._paint_space(painter, space)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_lines(painter, "")
        for space in self._floor.spaces:
            self._paint_seats(painter, space)
        self._paint_choice(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_grid(self, painter: QPainter) -> None:
        left, top, scale = self._frame()
        # A line to the metre: finer ones would be grey all over.
        painter.setPen(QPen(colour(tokens.current().line), 1))
        x = left % scale
        while x < self.width():
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
            x += scale
        y = top % scale
        while y < self.height():
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            y += scale

    def _paint_lines(self, painter: QPainter, kind: str) -> None:
        painter.setPen(QPen(colour(tokens.current().muted, 170 if kind else 110), 1))
        for line in self._floor.decor:
            if (line.kind == BACKGROUND) == bool(kind):
                points = self._polygon(line.points)
                (painter.drawPolygon if line.closed else painter.drawPolyline)(points)

    def _polygon(self, points: tuple[polygons.Point, ...]) -> QPolygonF:
        left, top, scale = self._frame()
        return QPolygonF([QPointF(left + x * scale, top + y * scale) for x, y in points])

    def _paint_space(self, painter: QPainter, space: SpaceShape) -> None:
        theme = tokens.current()
        is_wrong, is_chosen = space.id in self._wrong, space.id == self.space_id
        tint = theme.taken if is_wrong else theme.free if is_chosen else theme.closed
        has_background = any(line.kind == BACKGROUND for line in self._floor.decor)
        painter.setBrush(colour(tint.fill, 150 if has_background else 225))
        painter.setPen(QPen(colour(tint.ink), 2.5 if is_chosen or is_wrong else 1.5))
        painter.drawPolygon(self._polygon(space.outline))
        letters = face(QApplication.font(), 12, QFont.Weight.DemiBold)
        x, y = min(space.outline, key=lambda corner: (corner[1], corner[0]))
        right = max(cx for cx, cy in space.outline if cy <= y + polygons.TOUCH)
        at, room = self.place_of(x, y), (right - x) * self._frame()[2] - 10
        painter.setPen(colour(tint.ink))
        small = face(QApplication.font(), 11)
        for number, (lettering, words) in enumerate(
            ((letters, f"▲ {space.name}" if is_wrong else space.name), (small, surface_words(space.surface))), start=1
        ):
            painter.setFont(lettering.font)
            shown = lettering.metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 12))
            painter.drawText(QPointF(at.x() + 6, at.y() + 2 + number * letters.height), shown)

    def _paint_seats(self, painter: QPainter, space: SpaceShape) -> None:
        theme = tokens.current()
        radius = _SEAT * self._frame()[2]
        for seat in space.seat_points:
            is_chosen = seat.id == self.seat_id
            painter.setBrush(colour(theme.accent if is_chosen else theme.surface))
            painter.setPen(QPen(colour(theme.ink), 1.2))
            dx, dy = self._drag if is_chosen else (0.0, 0.0)
            at = self.place_of(seat.x + dx, seat.y + dy)
            painter.drawEllipse(at, radius, radius)
            if radius >= 7:
                painter.setFont(face(QApplication.font(), radius * 0.95).font)
                painter.setPen(colour(theme.on_accent if is_chosen else theme.ink))
                box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(seat.number))

    def _paint_choice(self, painter: QPainter) -> None:
        space = self._chosen_space()
        if space is None or self.seat_id:
            return
        theme = tokens.current()
        painter.setPen(QPen(colour(theme.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if any(self._drag):
            painter.drawPolygon(self._polygon(self._dragged(space)))
        painter.setPen(QPen(colour(theme.surface), 1))
        painter.setBrush(colour(theme.accent))
        for at in self._handles(space).values():
            painter.drawRect(QRectF(at.x() - _HANDLE, at.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))

    def _dragged(self, space: SpaceShape) -> polygons.Polygon:
        dx, dy = self._drag
        left, top, right, bottom = polygons.bounds(space.outline)
        if not self._side:
            return tuple((x + dx, y + dy) for x, y in space.outline)
        left += dx * (self._side == "left")
        right += dx * (self._side == "right")
        top += dy * (self._side == "top")
        bottom += dy * (self._side == "bottom")
        return (left, top), (right, top), (right, bottom), (left, bottom)

    def _handles(self, space: SpaceShape) -> dict[str, QPointF]:
        left, top, right, bottom = polygons.bounds(space.outline)
        return {
            side: self.place_of(left + (right - left) * x, top + (bottom - top) * y) for side, (x, y) in _SIDES.items()
        }

    # --- the mouse ---------------------------------------------------------------------------------------------

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A wall's handle, else the seat or the space that is there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, self._side = event.position(), ""
        space = self._chosen_space()
        if space is not None and not self.seat_id:
            for side, handle in self._handles(space).items():
                if (handle - at).manhattanLength() <= _NEAR:
                    self._side = side
        if not self._side:
            self.chosen.emit(*self._at(self._metres(at)))
        self._pressed, self._drag = at, (0.0, 0.0)

    def _at(self, point: polygons.Point) -> tuple[str, str]:
        # What was chosen last is on top where two spaces cross.
        for space in sorted(self._floor.spaces, key=lambda one: one.id != self.space_id):
            for seat in space.seat_points:
                if (seat.x - point[0]) ** 2 + (seat.y - point[1]) ** 2 <= (_SEAT * 1.3) ** 2:
                    return space.id, seat.id
        for space in sorted(self._floor.spaces, key=lambda one: one.id != self.space_id):
            if polygons.contains(space.outline, point):
                return space.id, ""
        return "", ""

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go, on the grid."""
        if self._pressed is None or not self.space_id:
            return
        scale = self._frame()[2]
        way = event.position() - self._pressed
        drag = on_grid(way.x() / scale, self.step), on_grid(way.y() / scale, self.step)
        if drag != self._drag:
            self._drag = drag
            self.update()

    @guarded()
    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It goes there, in one step."""
        (dx, dy), side = self._drag, self._side
        self._pressed, self._drag, self._side = None, (0.0, 0.0), ""
        if side and (dx or dy):
            self.stretched.emit(Sides(**{side: dx if side in ("left", "right") else dy}))
        elif self.space_id and (dx or dy):
            self.moved.emit(dx, dy)
        self.update()

    # --- the keys ----------------------------------------------------------------------------------------------

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Shift they stretch, with Ctrl they go from space to space; Page Down enters the seats."""
        key, held = event.key(), event.modifiers()
        way = _ARROWS.get(Qt.Key(key))
        if way is not None and held & Qt.KeyboardModifier.ControlModifier:
            self._next_space(1 if sum(way) > 0 else -1)
        elif way is not None and held & Qt.KeyboardModifier.ShiftModifier:
            self.stretched.emit(Sides(right=way[0] * self.step, bottom=way[1] * self.step))
        elif way is not None:
            self.moved.emit(way[0] * self.step, way[1] * self.step)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._next_seat(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif key == Qt.Key.Key_Insert:
            self.seat_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _next_space(self, by: int) -> None:
        ids = [space.id for space in self._floor.spaces]
        place = ids.index(self.space_id) + by if self.space_id in ids else 0
        if ids:
            self.chosen.emit(ids[place % len(ids)], "")

    def _next_seat(self, by: int) -> None:
        space = self._chosen_space()
        ids = ["", *(seat.id for seat in space.seat_points)] if space is not None else [""]
        place = ids.index(self.seat_id) if self.seat_id in ids else 0
        self.chosen.emit(self.space_id, ids[(place + by) % len(ids)])
