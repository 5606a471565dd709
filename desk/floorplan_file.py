"""The plan's SVG file as bare shapes: the guard at its door, then its geometry through `svgelements`.

Nothing here knows what a room is; `desk.floorplan` gives the shapes their meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, sin, tau
from pathlib import Path
from typing import Any
from xml.parsers import expat

from desk.language import translate
from desk.polygons import Point, bounds

# A plan is a few hundred shapes; these bounds keep a hostile or runaway file from stopping the counter.
MAX_BYTES = 1_048_576
MAX_ELEMENTS = 4_000
MAX_DEPTH = 32
# svgelements would follow these outside the file, or copy shapes without end.
_FORBIDDEN = frozenset({"use", "image", "script", "foreignobject", "symbol"})
_CURVE_STEPS = 8
_TURN_STEPS = 64
_GEOMETRY = frozenset(["x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d", "points"])
BACKGROUND = "background"
"""The lines of a drawing that lies under the plan while it is edited: kept with the plan, never shown with it."""
DECOR = frozenset({"door", "stairs", "table", "tree", "terrace", BACKGROUND})


class BadPlanError(Exception):
    """What is wrong in the drawing, as the end of a sentence for the person at the counter."""


@dataclass(frozen=True)
class Stroke:
    """One uninterrupted line of a shape, in units of the drawing."""

    points: tuple[Point, ...]
    closed: bool


@dataclass(frozen=True)
class DrawnShape:
    """One element of the drawing: its own attributes and its strokes; a seat has one point, its centre."""

    attributes: dict[str, str]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True)
class DrawnFloor:
    """One group marked `data-floor`."""

    code: str
    name: str
    shapes: tuple[DrawnShape, ...]


def read(path: Path) -> bytes:
    """The bytes of the file; `BadPlanError` when it is missing, unreadable or too big."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as cause:
        raise BadPlanError(translate("FloorPlan", "le fichier est introuvable.")) from cause
    except OSError as cause:
        raise BadPlanError(translate("FloorPlan", "le fichier ne s’ouvre pas.")) from cause
    if len(data) > MAX_BYTES:
        raise BadPlanError(translate("FloorPlan", "le fichier est trop gros pour être un plan."))
    return data


@dataclass(frozen=True)
class Element:
    """A shape of the file that concerns the plan, with the transforms that apply to it, outermost first."""

    tag: str
    attributes: dict[str, str]
    transforms: tuple[str, ...]


@dataclass
class _OpenFloor:
    code: str
    name: str
    depth: int
    elements: list[Element]


class PlanReader:
    """Walks the XML once, refuses what a plan has no use for, keeps the shapes of each floor.

    `svgelements.SVG.parse` computes the style of every element and takes 25 ms for 150 of them; the plan
    needs their geometry only, so the walk is expat's and the geometry the library's.
    """

    def __init__(self) -> None:
        self.count = 0
        self.transforms: list[str] = []
        self.seen: set[str] = set()
        self.scale = ""
        self.floors: list[_OpenFloor] = []
        self.current: _OpenFloor | None = None

    def doctype(self, *_: object) -> None:
        raise BadPlanError(translate("FloorPlan", "il porte une déclaration DOCTYPE, refusée par prudence."))

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        self.refuse(tag, attributes)
        if not self.transforms:
            self.scale = attributes.get("data-metres-per-unit", "")
        self.transforms.append(attributes.get("transform", ""))
        if "data-floor" in attributes and self.current is None:
            code = attributes["data-floor"]
            self.current = _OpenFloor(code, attributes.get("data-name", code), len(self.transforms), [])
            self.floors.append(self.current)
        elif self.current and (is_space(attributes) or is_seat(attributes) or is_decor(attributes)):
            transforms = tuple(text for text in self.transforms if text)
            self.current.elements.append(Element(tag, attributes, transforms))

    def refuse(self, tag: str, attributes: dict[str, str]) -> None:
        """Raise for what no plan needs: too many elements, links, an identifier used twice."""
        self.count += 1
        if self.count > MAX_ELEMENTS or len(self.transforms) >= MAX_DEPTH:
            raise BadPlanError(translate("FloorPlan", "le dessin a trop d’éléments."))
        if (self.count == 1) != (tag == "svg"):
            raise BadPlanError(translate("FloorPlan", "ce n’est pas un dessin SVG entier."))
        if tag in _FORBIDDEN:
            raise BadPlanError(
                translate("FloorPlan", "l’élément «\u00a0{name}\u00a0» n’y est pas permis.").format(name=tag)
            )
        identifier = attributes.get("id")
        if identifier in self.seen:
            raise BadPlanError(
                translate("FloorPlan", "l’identifiant «\u00a0{id}\u00a0» y est deux fois.").format(id=identifier)
            )
        if identifier is not None:
            self.seen.add(identifier)

    def closed(self, _name: str) -> None:
        if self.current and self.current.depth == len(self.transforms):
            self.current = None
        self.transforms.pop()


def walk(data: bytes, reader: PlanReader) -> None:
    """Let `reader` see every element once; raises `BadPlanError` for broken XML and for what it refuses."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.opened
    parser.EndElementHandler = reader.closed
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as cause:
        raise BadPlanError(translate("FloorPlan", "ce n’est pas un dessin SVG entier.")) from cause


def drawing(data: bytes) -> tuple[str, list[DrawnFloor]]:
    """The written scale and the floors' shapes, transforms applied, in units of the drawing.

    Raises `BadPlanError` for broken XML, a DOCTYPE (entities), too many elements, links, an identifier used
    twice, a shape the library cannot read.
    """
    reader = PlanReader()
    walk(data, reader)
    try:
        floors = [
            DrawnFloor(floor.code, floor.name, tuple(shape_of(element) for element in floor.elements))
            for floor in reader.floors
        ]
    except Exception as cause:  # the library raises many kinds on the numbers and paths it cannot read
        raise BadPlanError(translate("FloorPlan", "une forme du dessin est illisible.")) from cause
    return reader.scale, floors


def is_seat(attributes: dict[str, str]) -> bool:
    """True for a workstation."""
    return attributes.get("class") == "seat"


def is_space(attributes: dict[str, str]) -> bool:
    """True for a room or any other space."""
    return "data-kind" in attributes or attributes.get("class") == "space"


def is_decor(attributes: dict[str, str]) -> bool:
    """True for what is drawn for the eye only."""
    return attributes.get("class") in DECOR


@lru_cache(maxsize=256)
def _matrix(transforms: tuple[str, ...]) -> Any:
    from svgelements import Matrix

    whole = Matrix()
    for text in transforms:
        whole = Matrix(text) * whole
    return whole


def shape_of(element: Element) -> DrawnShape:
    """The geometry of an element, its transforms applied; the library raises many kinds on what it cannot read."""
    # Imported here: it costs 35 ms, and the commands that show no plan do without it.
    import svgelements

    own = {key: value for key, value in element.attributes.items() if key != "transform"}
    kinds = {
        "rect": svgelements.Rect,
        "circle": svgelements.Circle,
        "ellipse": svgelements.Ellipse,
        "polygon": svgelements.Polygon,
        "polyline": svgelements.Polyline,
        "line": svgelements.SimpleLine,
        "path": svgelements.Path,
    }
    geometry = {key: value for key, value in own.items() if key in _GEOMETRY}
    drawn = kinds[element.tag](geometry)
    matrix = _matrix(element.transforms)
    if is_seat(own):
        return DrawnShape(own, (Stroke((_centre(drawn, matrix),), True),))
    return DrawnShape(own, tuple(_strokes(drawn, matrix)))


def _centre(drawn: Any, matrix: Any) -> Point:
    """The middle of a seat: a circle, or what an editor made of it (a path, a square)."""
    if hasattr(drawn, "cx"):
        return _point((drawn.cx, drawn.cy), matrix)
    left, top, right, bottom = bounds(tuple(point for line in _strokes(drawn, matrix) for point in line.points))
    return (left + right) / 2, (top + bottom) / 2


def _strokes(drawn: Any, matrix: Any) -> Iterator[Stroke]:
    """The lines of a shape: corners as they are, curves in small steps."""
    from svgelements import Close, Line, Move

    if hasattr(drawn, "cx"):  # a circle or an ellipse: the library would make four arcs of it, at 0.2 ms each
        turns = (tau * step / _TURN_STEPS for step in range(_TURN_STEPS))
        round_ = ((drawn.cx + drawn.rx * cos(t), drawn.cy + drawn.ry * sin(t)) for t in turns)
        yield Stroke(tuple(_point(raw, matrix) for raw in round_), True)
        return
    points: list[Point] = []
    for segment in drawn.segments(transformed=False):
        if isinstance(segment, (Move, Close)):
            if len(points) > 1:
                yield Stroke(tuple(points), isinstance(segment, Close))
            points = [] if isinstance(segment, Close) else [_point(segment.end, matrix)]
        elif isinstance(segment, Line):
            points.append(_point(segment.end, matrix))
        else:
            points += [_point(raw, matrix) for raw in _curve(segment)]
    if len(points) > 1:
        yield Stroke(tuple(points), False)


def _curve(segment: Any) -> Iterator[Point]:
    """An arc or a Bézier curve in small steps, its start left out.

    The library's own `point()` looks for numpy at each call, 0.1 ms where it is absent: 150 ms for the plan.
    """
    from svgelements import Arc

    arc = isinstance(segment, Arc)
    # The library cuts a quarter turn in three or four curves: two steps of each draw it round.
    steps = 2 if arc else _CURVE_STEPS
    for curve in segment.as_cubic_curves() if arc else (segment,):
        controls = [(point.x, point.y) for point in curve]
        for step in range(1, steps + 1):
            t, points = step / steps, controls
            while len(points) > 1:  # de Casteljau
                points = [(ax + (bx - ax) * t, ay + (by - ay) * t) for (ax, ay), (bx, by) in pairwise(points)]
            yield points[0]


def _point(raw: Any, matrix: Any) -> Point:
    x, y = raw
    return (
        float(matrix.a * x + matrix.c * y + matrix.e),
        float(matrix.b * x + matrix.d * y + matrix.f),
    )
