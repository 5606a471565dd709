"""The live plan against a bare scene of as many polygons, in a window of the same size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QGraphicsPolygonItem, QGraphicsScene, QGraphicsView, QWidget

from desk import paths
from desk.floorplan import FloorPlan, load
from desk.frontdesk import PLAN_FILE
from desk.plan import FloorNow, PlanNow, SeatNow, SpaceNow, SpaceState
from tests.bench.report import Row
from tests.bench.timing import Probe, in_turn, probe
from views import theme
from views.launch import qt_application
from views.plan.board import PlanBoard

ROUNDS = 300
SEAT_TARGET = 2.0
_SIZE = (885, 645)  # the board's in a window of 1366 × 768
_FLOOR = 1  # the busiest floor: most rooms and most workstations
_SEAT = "la-ruche"


def measure(_scratch: Path) -> Iterator[Row]:
    """Repaint a whole floor, then change one seat and paint what that changes."""
    qt = qt_application()
    theme.apply(qt, "light")
    drawing = load(paths.resource("plan", PLAN_FILE))
    board = PlanBoard(drawing)
    board.show_floor(drawing.floors[_FLOOR].code)
    board.show_plan(_now(drawing, set()))
    board.resize(*_SIZE)
    board.show()
    bare = _bare(drawing, board)
    for _ in range(5):
        qt.processEvents()
    floor, scene = in_turn(ROUNDS, probe(board.view.viewport().repaint), probe(bare.viewport().repaint), warm=10)
    yield Row("floor repaint", floor, scene)
    seat, polygon = in_turn(ROUNDS, _seat(drawing, board), _polygon(bare), warm=10)
    yield Row("one-seat update", seat, polygon, SEAT_TARGET)
    for window in (board, bare):
        window.close()
        window.deleteLater()
    qt.processEvents()


def _now(drawing: FloorPlan, taken: set[str]) -> PlanNow:
    """The plan as the counter would hand it to the board."""
    spaces = tuple(
        SpaceNow(
            shape.id, shape.name, shape.floor, SpaceState.FREE, "Libre", f"{shape.surface:.0f} m²", 0, shape.rentable,
            tuple(
                SeatNow(seat.id, seat.number, SpaceState.TAKEN, "IA", "Inès Alvar", "visit")
                if seat.id in taken
                else SeatNow(seat.id, seat.number, SpaceState.FREE)
                for seat in shape.seat_points
            ),
        )
        for shape in drawing.spaces
    )  # fmt: skip
    floors = tuple(FloorNow(floor.code, floor.name, 0) for floor in drawing.floors)
    return PlanNow(datetime.now(UTC), True, floors, spaces)


def _bare(drawing: FloorPlan, board: PlanBoard) -> QGraphicsView:
    """As many polygons as the floor has rooms, pieces of furniture and seats, each filled and outlined."""
    floor = drawing.floors[_FLOOR]
    scale = board.view.scale_now
    view = QGraphicsView()
    scene = QGraphicsScene(view)
    view.setScene(scene)
    tints = cycle(QBrush(QColor(name)) for name in ("#E3F2E7", "#F7D9CE", "#FCEBC4"))
    outlines = [space.outline for space in floor.spaces] + [decor.points for decor in floor.decor]
    for outline in outlines:
        _add(scene, QPolygonF([QPointF(x * scale, y * scale) for x, y in outline]), next(tints))
    radius = 13.0
    for space in floor.spaces:
        for seat in space.seat_points:
            path = QPainterPath()
            path.addEllipse(QPointF(seat.x * scale, seat.y * scale), radius, radius)
            _add(scene, path.toFillPolygon(), next(tints))
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(board.view.size())
    view.show()
    return view


def _add(scene: QGraphicsScene, polygon: QPolygonF, tint: QBrush) -> None:
    scene.addPolygon(polygon, QPen(QColor("#22663D"), 1.6), tint)


def _paint_now(window: QWidget) -> None:
    """Paint at once what is marked as changed, as the next frame would."""
    QApplication.sendPostedEvents()
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def _seat(drawing: FloorPlan, board: PlanBoard) -> Probe:
    seat = next(s.id for space in drawing.spaces if space.id == _SEAT for s in space.seat_points)
    values = cycle((_now(drawing, {seat}), _now(drawing, set())))

    def act() -> None:
        board.show_plan(next(values))
        _paint_now(board)

    return probe(act)


def _polygon(bare: QGraphicsView) -> Probe:
    last = bare.items()[0]
    assert isinstance(last, QGraphicsPolygonItem)
    tints = cycle((QBrush(QColor("#F7D9CE")), QBrush(QColor("#E3F2E7"))))

    def act() -> None:
        last.setBrush(next(tints))
        _paint_now(bare)

    return probe(act)
