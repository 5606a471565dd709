"""The geometry of walls that a manager moves: shifting, stretching, cutting in two; in metres."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from desk import polygons
from desk.polygons import TOUCH, Point, Polygon

PLACES = 3
"""Walls stand to the millimetre."""


class Sides(NamedTuple):
    """How far each side of a space goes, in metres, to the right or downwards."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


def rounded(value: float) -> float:
    """A distance to the millimetre, without a negative zero."""
    return round(value, PLACES) + 0.0


def on_grid(value: float, step: float) -> float:
    """The nearest line of the grid."""
    return rounded(round(value / step) * step)


def shifted(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    """The points moved together."""
    return tuple((rounded(x + dx), rounded(y + dy)) for x, y in points)


def stretched(outline: Polygon, sides: Sides) -> Polygon:
    """The outline with its outermost walls moved: what does not lie on them stays."""
    left, top, right, bottom = polygons.bounds(outline)

    def moved(value: float, low: float, high: float, by_low: float, by_high: float) -> float:
        if abs(value - low) <= TOUCH:
            return rounded(value + by_low)
        return rounded(value + by_high) if abs(value - high) <= TOUCH else value

    return tuple(
        (moved(x, left, right, sides.left, sides.right), moved(y, top, bottom, sides.top, sides.bottom))
        for x, y in outline
    )


def is_whole(outline: Polygon) -> bool:
    """True for walls that enclose one surface: none of no length, none that meets another but at its ends."""
    walls = polygons.edges(outline)
    if len(walls) < 3 or polygons.area(outline) < TOUCH:
        return False
    if any(abs(ax - bx) <= TOUCH and abs(ay - by) <= TOUCH for (ax, ay), (bx, by) in walls):
        return False
    last = len(walls) - 1
    for (i, one), (j, two) in combinations(enumerate(walls), 2):
        beside = j == i + 1 or (i == 0 and j == last)
        if beside:
            if _folds_back(one, two) or _folds_back(two, one):
                return False
        elif _meet(one, two):
            return False
    return True


def _folds_back(one: tuple[Point, Point], two: tuple[Point, Point]) -> bool:
    """True when the far end of a wall lies on the wall that it continues."""
    shared = set(one) & set(two)
    far = [point for point in two if point not in shared]
    return any(polygons.distance_to_edge(point, *one) <= TOUCH for point in far)


def _meet(one: tuple[Point, Point], two: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, two
    if any(polygons.distance_to_edge(p, *wall) <= TOUCH for p, wall in ((a, two), (b, two), (c, one), (d, one))):
        return True
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cut(outline: Polygon, axis: int, at: float) -> tuple[Polygon, Polygon] | None:
    """The two pieces on either side of a straight line (`axis` 0: a wall that goes down at x = `at`; 1: across).

    None when the line leaves one piece, or more than two.
    """
    pieces = []
    for sign in (1, -1):
        piece = _clipped(outline, axis, at, sign)
        if len(piece) < 3 or not is_whole(piece):
            return None
        pieces.append(piece)
    first, second = pieces
    if abs(polygons.area(first) + polygons.area(second) - polygons.area(outline)) > TOUCH:
        return None
    return first, second


def _clipped(outline: Polygon, axis: int, at: float, sign: int) -> Polygon:
    """What lies before the line (`sign` 1) or after it (-1): Sutherland and Hodgman's way, for one line."""
    kept: list[Point] = []
    for start, end in polygons.edges(outline):
        before, after = sign * (at - start[axis]), sign * (at - end[axis])
        if before >= -TOUCH:
            kept.append(start)
        if min(before, after) < -TOUCH and max(before, after) > TOUCH:
            share = before / (before - after)
            crossing = [rounded(a + (b - a) * share) for a, b in zip(start, end, strict=True)]
            crossing[axis] = at
            kept.append((crossing[0], crossing[1]))
    return _tidied(kept)


def _tidied(points: list[Point]) -> Polygon:
    """Without corners that repeat the one before, and without those in the middle of a straight wall."""
    distinct = [p for i, p in enumerate(points) if not _same(p, points[i - 1])]
    count = len(distinct)
    if count < 3:
        return tuple(distinct)
    return tuple(
        point
        for i, point in enumerate(distinct)
        if abs(_turn(distinct[i - 1], point, distinct[(i + 1) % count])) > TOUCH * TOUCH
    )


def _same(one: Point, two: Point) -> bool:
    return abs(one[0] - two[0]) <= TOUCH and abs(one[1] - two[1]) <= TOUCH
