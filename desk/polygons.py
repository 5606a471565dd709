"""Plane geometry of simple polygons given as tuples of (x, y); pure arithmetic, no drawing."""

from __future__ import annotations

from itertools import pairwise

Point = tuple[float, float]
Polygon = tuple[Point, ...]

# Two walls closer than a millimetre are the same wall.
TOUCH = 0.001


def edges(polygon: Polygon) -> list[tuple[Point, Point]]:
    """The sides of the polygon, the closing one included."""
    return [*pairwise(polygon), (polygon[-1], polygon[0])]


def area(polygon: Polygon) -> float:
    """The surface in squared units of the coordinates (shoelace formula), never negative."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(polygon))) / 2


def bounds(polygon: Polygon) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def distance_to_edge(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a segment."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return float(((px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2) ** 0.5)


def contains(polygon: Polygon, point: Point) -> bool:
    """True when the point is strictly inside: on the wall, to a millimetre, is outside."""
    x, y = point
    inside = False
    for start, end in edges(polygon):
        if distance_to_edge(point, start, end) <= TOUCH:
            return False
        (ax, ay), (bx, by) = start, end
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def interior_point(polygon: Polygon) -> Point:
    """A point strictly inside: the middle of the widest span half-way between two neighbouring heights."""
    heights = sorted({y for _, y in polygon})
    best: tuple[float, Point] = (-1.0, polygon[0])
    for low, high in pairwise(heights):
        y = (low + high) / 2
        cuts = sorted(
            ax + (bx - ax) * (y - ay) / (by - ay) for (ax, ay), (bx, by) in edges(polygon) if (ay > y) != (by > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            size = min(right - left, high - low)
            if size > best[0]:
                best = (size, ((left + right) / 2, y))
    return best[1]


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """True when two segments cross properly, not when they only touch or lie on one another."""
    (a, b), (c, d) = first, second
    if any(
        distance_to_edge(point, *other) <= TOUCH for point, other in ((a, second), (b, second), (c, first), (d, first))
    ):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def overlap(first: Polygon, second: Polygon) -> bool:
    """True when the two polygons share some surface; a shared wall is no overlap."""
    left, top, right, bottom = bounds(first)
    other = bounds(second)
    if right <= other[0] + TOUCH or other[2] <= left + TOUCH:
        return False
    if bottom <= other[1] + TOUCH or other[3] <= top + TOUCH:
        return False
    for one, two in ((first, second), (second, first)):
        middles = (((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in edges(one))
        if any(contains(two, point) for point in (interior_point(one), *one, *middles)):
            return True
    return any(_cross(one, two) for one in edges(first) for two in edges(second))
