"""An SVG file that a manager brings: a whole plan in the house's own form, or any drawing to lie under a floor.

Nothing of the file is kept but its lines, as points in metres: no style, no link, no picture, no text. It is read by
`desk.floorplan_file`'s door, which refuses a DOCTYPE (and so every entity), links, and more than a plan can need.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk import polygons
from desk.errors import Refused
from desk.floorplan import Decor, FloorPlan, read_plan
from desk.floorplan_file import BACKGROUND, BadPlanError, Element, PlanReader, Stroke, shape_of, walk
from desk.language import translate
from desk.plan_editing.parts import MOST_METRES, MOST_SPACES, extent, find_floor, with_floor
from desk.plan_editing.shapes import rounded

MOST_POINTS = 20_000
MOST_NUMBERS = 60_000
"""Numbers in the shapes of a file; counted before any is read, for the library is slow on long paths."""
_NUMBER = re.compile(r"\d+")
_DRAWN = frozenset({"rect", "circle", "ellipse", "polygon", "polyline", "line", "path"})
_HIDDEN = frozenset({"defs", "clippath", "mask", "pattern", "marker"})
_GEOMETRY = ("d", "points")


@dataclass(frozen=True)
class Brought:
    """What a file brought: the plan with it, and whether it is a whole plan or lies under one floor."""

    plan: FloorPlan
    is_plan: bool
    width: float = 0.0


class _Lines(PlanReader):
    """Keeps every shape that is drawn, wherever it stands in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: list[Element] = []
        self.has_floors = False
        self._numbers = 0
        self._hidden = 0

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        self.refuse(tag, attributes)
        if not self.transforms:
            self.scale = attributes.get("data-metres-per-unit", "")
        self.transforms.append(attributes.get("transform", ""))
        self.has_floors = self.has_floors or "data-floor" in attributes
        self._hidden += tag in _HIDDEN
        if tag in _DRAWN and not self._hidden:
            self._numbers += sum(len(_NUMBER.findall(attributes.get(key, ""))) for key in _GEOMETRY)
            if self._numbers > MOST_NUMBERS:
                raise BadPlanError(translate("FloorPlan", "le dessin a trop d’éléments."))
            own = {key: value for key, value in attributes.items() if key != "class"}
            self.shapes.append(Element(tag, own, tuple(text for text in self.transforms if text)))

    def closed(self, name: str) -> None:
        self._hidden -= name.rpartition(":")[2].lower() in _HIDDEN
        self.transforms.pop()


def brought(plan: FloorPlan, code: str, data: bytes) -> Brought | Refused:
    """The plan with what `data` holds: in its place when it is a plan, under the floor `code` when it is a drawing."""
    try:
        reader = _Lines()
        walk(data, reader)
        if reader.has_floors:
            return Brought(_checked(read_plan(data, is_draft=True)), is_plan=True)
        return _under(plan, code, reader)
    except BadPlanError as doubt:
        sentence = translate("PlanReading", "Ce fichier ne peut pas servir\u00a0: {why}")
        return Refused("file", sentence.format(why=str(doubt)))


def _checked(plan: FloorPlan) -> FloorPlan:
    for floor in plan.floors:
        if len(floor.spaces) > MOST_SPACES or max(floor.width, floor.height) > MOST_METRES:
            sentence = translate("PlanReading", "l’étage «\u00a0{floor}\u00a0» est trop grand pour cette maison.")
            raise BadPlanError(sentence.format(floor=floor.name))
    if sum(len(line.points) for floor in plan.floors for line in floor.decor) > MOST_POINTS:
        raise BadPlanError(translate("FloorPlan", "le dessin a trop d’éléments."))
    return plan


def _under(plan: FloorPlan, code: str, reader: _Lines) -> Brought | Refused:
    floor = find_floor(plan, code)
    if floor is None:
        return Refused("no_floor", translate("PlanEdits", "Cet étage n’est pas sur le plan."))
    strokes = _strokes(reader.shapes)
    if not strokes:
        raise BadPlanError(translate("PlanReading", "aucune ligne n’y est dessinée."))
    left, top, right, bottom = polygons.bounds(tuple(point for stroke in strokes for point in stroke.points))
    if right - left <= 0 or bottom - top <= 0:
        raise BadPlanError(translate("PlanReading", "ses lignes n’ont pas d’étendue."))
    x, y, far, _ = extent(floor)
    scale = _scale(reader.scale) or (far - x) / (right - left)
    width, height = (right - left) * scale, (bottom - top) * scale
    if max(width, height) > MOST_METRES:
        sentence = translate("PlanReading", "il est trop grand pour cette maison.")
        raise BadPlanError(sentence)
    lines = tuple(
        Decor(
            BACKGROUND,
            tuple((rounded(x + (a - left) * scale), rounded(y + (b - top) * scale)) for a, b in stroke.points),
            stroke.closed,
        )
        for stroke in strokes
    )
    kept = tuple(line for line in floor.decor if line.kind != BACKGROUND)
    return Brought(with_floor(plan, replace(floor, decor=(*kept, *lines))), is_plan=False, width=width)


def _strokes(shapes: Iterable[Element]) -> list[Stroke]:
    found: list[Stroke] = []
    points = 0
    for element in shapes:
        try:
            drawn = shape_of(element)
        except Exception as cause:  # the library raises many kinds on the numbers and paths it cannot read
            raise BadPlanError(translate("FloorPlan", "une forme du dessin est illisible.")) from cause
        for stroke in drawn.strokes:
            points += len(stroke.points)
            if points > MOST_POINTS:
                raise BadPlanError(translate("FloorPlan", "le dessin a trop d’éléments."))
            if not all(math.isfinite(part) for point in stroke.points for part in point):
                raise BadPlanError(translate("FloorPlan", "une forme du dessin est illisible."))
            if len(stroke.points) > 1:
                found.append(stroke)
    return found


def _scale(written: str) -> float:
    """Metres to the unit, 0 where the drawing does not say."""
    try:
        scale = float(written)
    except ValueError:
        return 0.0
    return scale if 0 < scale < MOST_METRES else 0.0


def background_width(plan: FloorPlan, code: str) -> float:
    """How wide what lies under a floor is, in metres; 0 for nothing."""
    floor = find_floor(plan, code)
    points = tuple(p for line in (floor.decor if floor else ()) if line.kind == BACKGROUND for p in line.points)
    return 0.0 if not points else rounded(polygons.bounds(points)[2] - polygons.bounds(points)[0])


def background_resized(plan: FloorPlan, code: str, width: float) -> FloorPlan | Refused:
    """What lies under a floor, made `width` metres wide: so that it meets the walls. 0 takes it away."""
    floor, before = find_floor(plan, code), background_width(plan, code)
    if floor is None or not before:
        return Refused("no_background", translate("PlanReading", "Aucun dessin n’est sous cet étage."))
    if width < 0 or width > MOST_METRES:
        sentence = translate("PlanEdits", "Un étage a {most} mètres de côté au plus.")
        return Refused("far", sentence.format(most=round(MOST_METRES)))
    others = tuple(line for line in floor.decor if line.kind != BACKGROUND)
    lines = tuple(line for line in floor.decor if line.kind == BACKGROUND)
    if not width:
        return with_floor(plan, replace(floor, decor=others))
    left, top, _, _ = polygons.bounds(tuple(point for line in lines for point in line.points))
    factor = width / before

    def sized(line: Decor) -> Decor:
        points = ((left + (x - left) * factor, top + (y - top) * factor) for x, y in line.points)
        return replace(line, points=tuple((rounded(x), rounded(y)) for x, y in points))

    return with_floor(plan, replace(floor, decor=(*others, *map(sized, lines))))
