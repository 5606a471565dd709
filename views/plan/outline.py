"""The geometry of a room on screen: snapped corners, the wall's inner side, hatching, the place for words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPolygonF

from desk import polygons
from desk.polygons import Polygon


def snapped(outline: Polygon, scale: float) -> Polygon:
    """The outline in whole pixels: walls stay sharp, and two rooms still share theirs."""
    return tuple((float(round(x * scale)), float(round(y * scale))) for x, y in outline)


def to_qt(polygon: Polygon) -> QPolygonF:
    """The polygon as Qt's, closed."""
    return QPolygonF([QPointF(x, y) for x, y in (*polygon, polygon[0])])


def inset(polygon: Polygon, by: float) -> Polygon:
    """The polygon with each side moved inwards by `by` pixels; too small a one is given back as it is."""
    turn = sum(ax * by_ - bx * ay for (ax, ay), (bx, by_) in polygons.edges(polygon))
    sign = 1.0 if turn > 0 else -1.0
    sides = []
    for (ax, ay), (bx, by_) in polygons.edges(polygon):
        dx, dy = bx - ax, by_ - ay
        length = (dx * dx + dy * dy) ** 0.5
        if length <= 2 * by:
            return polygon
        nx, ny = -dy / length * by * sign, dx / length * by * sign
        sides.append((ax + nx, ay + ny, dx, dy))
    corners = []
    for before, after in zip([sides[-1], *sides[:-1]], sides, strict=True):
        cross = before[2] * after[3] - before[3] * after[2]
        if abs(cross) < 1e-9:
            corners.append((after[0], after[1]))
            continue
        along = ((after[0] - before[0]) * after[3] - (after[1] - before[1]) * after[2]) / cross
        corners.append((before[0] + before[2] * along, before[1] + before[3] * along))
    return tuple(corners)


@lru_cache(maxsize=256)
def hatching(polygon: Polygon, step: float, rising: bool) -> tuple[QLineF, ...]:
    """Diagonal lines `step` pixels apart that end on the polygon's sides; one family or the other."""
    sign = 1.0 if rising else -1.0
    levels = [x * sign + y for x, y in polygon]
    lines = []
    # Levels are multiples of the step from the origin, so that patterns of neighbours line up.
    level = (min(levels) // step + 1) * step
    while level < max(levels):
        hits = []
        for (ax, ay), (bx, by) in polygons.edges(polygon):
            first, second = ax * sign + ay - level, bx * sign + by - level
            if (first > 0) != (second > 0):
                t = first / (first - second)
                hits.append((ax + (bx - ax) * t, ay + (by - ay) * t))
        hits.sort()
        for start, end in zip(hits[::2], hits[1::2], strict=False):
            lines.append(QLineF(start[0], start[1], end[0], end[1]))
        level += step
    return tuple(lines)


@lru_cache(maxsize=128)
def roomiest(polygon: Polygon) -> QRectF:
    """The largest upright rectangle between the polygon's corners that stays inside it."""
    xs, ys = sorted({x for x, _ in polygon}), sorted({y for _, y in polygon})
    best = QRectF()
    for left_at, left in enumerate(xs):
        for right in xs[left_at + 1 :]:
            for top_at, top in enumerate(ys):
                for bottom in ys[top_at + 1 :]:
                    rect = QRectF(left, top, right - left, bottom - top)
                    larger = rect.width() * rect.height() > best.width() * best.height()
                    if larger and _holds(polygon, rect):
                        best = rect
    return best if not best.isNull() else to_qt(polygon).boundingRect()


def _holds(polygon: Polygon, rect: QRectF) -> bool:
    """True when the rectangle, a pixel in, has its corners inside and no side of the polygon runs through."""
    inner = rect.adjusted(1, 1, -1, -1)
    box = (
        (inner.left(), inner.top()),
        (inner.right(), inner.top()),
        (inner.right(), inner.bottom()),
        (inner.left(), inner.bottom()),
    )
    if inner.isEmpty() or not all(polygons.contains(polygon, corner) for corner in box):
        return False
    if any(inner.contains(x, y) for x, y in polygon):
        return False
    sides = [QLineF(ax, ay, bx, by) for (ax, ay), (bx, by) in polygons.edges(polygon)]
    bounds = [QLineF(ax, ay, bx, by) for (ax, ay), (bx, by) in polygons.edges(box)]
    bounded = QLineF.IntersectionType.BoundedIntersection
    return not any(side.intersects(edge)[0] == bounded for side in sides for edge in bounds)
