"""A plan written as an SVG file: what `desk.floorplan` reads, what any SVG editor opens, and a picture of the house.

One unit of the drawing is a centimetre, as in the plan that is shipped; floors stand side by side, two to a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from desk.floorplan import Decor, Floor, FloorPlan, SpaceShape
from desk.floorplan_file import BACKGROUND
from desk.names import tidy
from desk.plan_editing.parts import extent
from desk.polygons import Point

UNITS = 100.0
"""Units of the drawing to the metre."""
_MARGIN, _GAP = 200.0, 300.0
_SEAT = 28
_COLUMNS = 2
_TITLE = 200
FILLS = {
    "reception": "#fdf3e1", "lounge": "#f2f7ec", "kitchen": "#fbeee6", "open-space": "#e8f3f1", "meeting": "#eeeaf8",
    "training": "#eeeaf8", "office": "#e8eff7", "phone-box": "#f1f1f1", "studio": "#f8eaf0", "workshop": "#f5efe2",
    "library": "#edf3e4", "circulation": "#f6f4ef", "garden": "#e6f2de",
}  # fmt: skip


def svg_text(plan: FloorPlan, title: str, mark: str = "") -> str:
    """The file as text; `mark` is a word across its top, for a house that is a demonstration."""
    places, width, height = _laid_out(plan)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width / 10)}mm" height="{_n(height / 10)}mm"'
        f' viewBox="0 0 {_n(width)} {_n(height)}" data-metres-per-unit="0.01">',
        f"  <title>{escape(tidy(title, _TITLE))}</title>",
    ]
    if mark:
        lines.append(
            f'  <text x="{_n(_MARGIN)}" y="90" font-family="Inter, sans-serif" font-size="60">{escape(mark)}</text>'
        )
    for floor, (x, y) in zip(plan.floors, places, strict=True):
        left, top, _, _ = extent(floor)
        lines += [f"  {line}" for line in _floor(floor, x - left * UNITS, y - top * UNITS)]
    return "\n".join([*lines, "</svg>", ""])


def _laid_out(plan: FloorPlan) -> tuple[list[Point], float, float]:
    """Where each floor begins on the page, and the size of the page."""
    places: list[Point] = []
    sizes = [((e := extent(floor))[2] - e[0], e[3] - e[1]) for floor in plan.floors]
    column = max(wide for wide, _ in sizes) * UNITS
    y = _GAP
    for start in range(0, len(sizes), _COLUMNS):
        line = sizes[start : start + _COLUMNS]
        places += [(_MARGIN + index * (column + _GAP), y) for index in range(len(line))]
        y += max(high for _, high in line) * UNITS + _GAP
    return places, 2 * _MARGIN + min(len(sizes), _COLUMNS) * (column + _GAP) - _GAP, y


def _floor(floor: Floor, dx: float, dy: float) -> Iterator[str]:
    code = quoteattr(floor.code)
    yield f"<g id={quoteattr(floor.code + '-calque')} data-floor={code} data-name={quoteattr(floor.name)}>"
    yield from _under(floor, dx, dy)
    yield '  <g stroke="#1f2933" stroke-width="8" stroke-linejoin="miter">'
    for space in floor.spaces:
        yield f"    {_space(space, dx, dy)}"
    yield "  </g>"
    yield '  <g fill="none" stroke="#5b6770" stroke-width="3">'
    for line in floor.decor:
        if line.kind != BACKGROUND:
            yield f'    <path class={quoteattr(line.kind)} d="{_path(line, dx, dy)}"/>'
    yield "  </g>"
    yield '  <g fill="#ffffff" stroke="#22663d" stroke-width="4">'
    for space in floor.spaces:
        for seat in space.seat_points:
            place = f'cx="{_n(seat.x * UNITS + dx)}" cy="{_n(seat.y * UNITS + dy)}"'
            yield f'    <circle class="seat" id={quoteattr(seat.id)} {place} r="{_SEAT}"/>'
    yield "  </g>"
    yield from _names(floor, dx, dy)
    yield "</g>"


def _under(floor: Floor, dx: float, dy: float) -> Iterator[str]:
    """The drawing that lies under the plan, all in one path: the file's elements are counted when it is read."""
    lines = [_path(line, dx, dy) for line in floor.decor if line.kind == BACKGROUND]
    if lines:
        yield f'  <path class="{BACKGROUND}" fill="none" stroke="#c3c9ce" stroke-width="2" d="{" ".join(lines)}"/>'


def _space(space: SpaceShape, dx: float, dy: float) -> str:
    corners = " ".join(f"{_n(x * UNITS + dx)},{_n(y * UNITS + dy)}" for x, y in space.outline)
    return (
        f'<polygon id={quoteattr(space.id)} class="space" data-name={quoteattr(space.name)} data-kind="{space.kind}"'
        f' data-seats="{space.seats}" data-workstations="{space.workstations}" data-rentable="{_word(space.rentable)}"'
        f' data-counted="{_word(space.counted)}" points="{corners}" fill="{FILLS[space.kind]}"/>'
    )


def _names(floor: Floor, dx: float, dy: float) -> Iterator[str]:
    left, top, _, _ = extent(floor)
    yield '  <g font-family="Inter, sans-serif" font-size="36" font-weight="bold" fill="#1f2933">'
    place = f'x="{_n(left * UNITS + dx)}" y="{_n(top * UNITS + dy - 40)}"'
    yield f'    <text {place} font-size="60">{escape(floor.name)}</text>'
    for space in floor.spaces:
        x, y = min(space.outline, key=lambda corner: (corner[1], corner[0]))
        yield f'    <text x="{_n(x * UNITS + dx + 25)}" y="{_n(y * UNITS + dy + 50)}">{escape(space.name)}</text>'
    yield "  </g>"


def _path(line: Decor, dx: float, dy: float) -> str:
    points = [f"{_n(x * UNITS + dx)},{_n(y * UNITS + dy)}" for x, y in line.points]
    return f"M {points[0]} L {' '.join(points[1:])}{' Z' if line.closed else ''}"


def _word(flag: bool) -> str:
    return "true" if flag else "false"


def _n(value: float) -> str:
    """A number of the drawing, to a hundredth of a millimetre and without useless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
