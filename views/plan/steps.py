"""Which neighbour an arrow key means: the nearest in that direction, straight ahead before aside."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def neighbour(places: Mapping[str, QRectF], current: str, direction: tuple[int, int]) -> str | None:
    """The id next to `current` in `direction`, or None at the edge of the floor.

    `places` gives each id's box; a box counts when its centre lies beyond the current one's that way.
    """
    here = places[current]
    best: tuple[float, str] | None = None
    for identifier, box in places.items():
        if identifier == current:
            continue
        ahead, aside, beyond = _offsets(here, box, direction)
        if beyond <= 0.5:
            continue
        # What lies beside rather than ahead overlaps the way already gone: last choice.
        cost = max(ahead, -4 * ahead) + 3 * aside + 0.02 * beyond
        if best is None or cost < best[0]:
            best = (cost, identifier)
    return best[1] if best else None


def _offsets(here: QRectF, box: QRectF, direction: tuple[int, int]) -> tuple[float, float, float]:
    """Gap ahead, gap aside (0 where the two boxes face one another), distance between centres ahead."""
    dx, dy = direction
    move = box.center() - here.center()
    if dx:
        ahead = box.left() - here.right() if dx > 0 else here.left() - box.right()
        aside = max(0.0, box.top() - here.bottom(), here.top() - box.bottom())
        off_axis = 0.0 if min(box.bottom(), here.bottom()) - max(box.top(), here.top()) > 1 else 1.0
        return ahead, aside + off_axis + abs(move.y()) / 15, move.x() * dx
    ahead = box.top() - here.bottom() if dy > 0 else here.top() - box.bottom()
    aside = max(0.0, box.left() - here.right(), here.left() - box.right())
    off_axis = 0.0 if min(box.right(), here.right()) - max(box.left(), here.left()) > 1 else 1.0
    return ahead, aside + off_axis + abs(move.x()) / 15, move.y() * dy
