"""The building as values, read from one vector file that any SVG editor can change.

The drawing is the source of the surfaces: a wall moved in `resources/plan/casaco.svg` changes the square
metres everywhere. A file that cannot be trusted is refused whole, as an `EnvironmentFault`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from desk import floorplan_file, polygons
from desk.errors import EnvironmentFault
from desk.floorplan_file import BadPlanError, DrawnFloor, DrawnShape, Stroke
from desk.language import translate
from desk.polygons import Point, Polygon

# Larger than any building: catches a wrong scale and numbers gone wild.
MAX_METRES = 1_000.0
EMPTY_SHEET = (10.0, 8.0)
"""Metres: how wide and high a floor is drawn that has no space yet."""
KINDS = frozenset(
    {
        "reception", "lounge", "kitchen", "open-space", "meeting", "training", "office",
        "phone-box", "studio", "workshop", "library", "circulation", "garden",
    }
)  # fmt: skip


@dataclass(frozen=True)
class SeatPoint:
    """One workstation: its number in its space, its centre in metres from the floor's origin."""

    id: str
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class SpaceShape:
    """One space, as drawn.

    `outline` is in metres from the floor's origin (top left of its rooms), `surface` in m²; `seats` are the
    chairs of a room, workstations apart; `counted` says whether the surface enters the total.
    """

    id: str
    name: str
    kind: str
    floor: str
    outline: Polygon
    surface: float
    seats: int
    workstations: int
    seat_points: tuple[SeatPoint, ...]
    rentable: bool
    counted: bool


@dataclass(frozen=True)
class Decor:
    """A line for the eye only (a door, stairs, a table, a tree), in metres from the floor's origin."""

    kind: str
    points: tuple[Point, ...]
    closed: bool


@dataclass(frozen=True)
class Floor:
    """One floor: its spaces in the order of the file, its width and height in metres."""

    code: str
    name: str
    spaces: tuple[SpaceShape, ...]
    width: float
    height: float
    decor: tuple[Decor, ...] = ()


@dataclass(frozen=True)
class FloorPlan:
    """The whole building; `scale` is metres for one unit of the drawing."""

    floors: tuple[Floor, ...]
    scale: float

    @property
    def spaces(self) -> tuple[SpaceShape, ...]:
        """All spaces, floor after floor."""
        return tuple(space for floor in self.floors for space in floor.spaces)

    @property
    def surface(self) -> float:
        """The counted surface in m²."""
        return sum(space.surface for space in self.spaces if space.counted)

    @property
    def workstations(self) -> int:
        """How many workstations are drawn."""
        return sum(space.workstations for space in self.spaces)


def load(path: Path) -> FloorPlan:
    """Read the plan file; any doubt about it raises `EnvironmentFault` (code "floor_plan")."""
    try:
        return read_plan(floorplan_file.read(path))
    except BadPlanError as doubt:
        raise _fault(path, str(doubt)) from doubt


@lru_cache(maxsize=4)
def read_plan(data: bytes, *, is_draft: bool = False) -> FloorPlan:
    """The plan in the bytes of a file, or `BadPlanError`.

    A draft keeps the drawing that lies under it, and may still have walls that cross and seats that are outside.
    The same bytes are the same plan, which nobody can change: practice and a day's new version need not read it again.
    """
    written, floors = floorplan_file.drawing(data)
    scale = _scale(written)
    if not floors:
        raise BadPlanError(translate("FloorPlan", "aucun étage n’y est dessiné."))
    plan = FloorPlan(tuple(_floor(floor, scale, is_draft) for floor in floors), scale)
    _check_codes(plan)
    return plan


def _fault(path: Path, why: str) -> EnvironmentFault:
    return EnvironmentFault(
        translate("FloorPlan", "Le plan {file} ne peut pas être lu\u00a0: {why}").format(file=path.name, why=why),
        safe=translate(
            "FloorPlan",
            "Les passages, les ventes et les réservations sont gardés ailleurs\u00a0: rien n’est perdu.",
        ),
        todo=translate(
            "FloorPlan",
            "Remettez le fichier d’origine, ou corrigez-le dans un éditeur SVG, puis relancez Casaco Desk.",
        ),
        code="floor_plan",
    )


def _bad(sentence: str, **names: object) -> BadPlanError:
    return BadPlanError(sentence.format(**names))


def _scale(written: str) -> float:
    try:
        scale = float(written)
    except ValueError:
        scale = math.nan
    if not 0 < scale < MAX_METRES:
        raise _bad(translate("FloorPlan", "son échelle «\u00a0data-metres-per-unit\u00a0» manque."))
    return scale


@dataclass(frozen=True)
class _Frame:
    """Where a floor starts on the page, and how its units become metres."""

    left: float
    top: float
    scale: float

    def place(self, stroke: Stroke) -> tuple[Point, ...]:
        if not all(math.isfinite(part) for point in stroke.points for part in point):
            raise _bad(translate("FloorPlan", "une forme du dessin est illisible."))
        # To a hundredth of a millimetre: hides the rounding of transforms and keeps shared walls shared.
        return tuple(
            (round((x - self.left) * self.scale, 5) + 0.0, round((y - self.top) * self.scale, 5) + 0.0)
            for x, y in stroke.points
        )


def _floor(drawn: DrawnFloor, scale: float, is_draft: bool) -> Floor:
    """A floor in metres: its spaces, the seats that belong to them, what is drawn for the eye."""
    rooms = [shape for shape in drawn.shapes if floorplan_file.is_space(shape.attributes)]
    corners = tuple(point for room in rooms for stroke in room.strokes for point in stroke.points)
    if not corners and is_draft:
        return _bare(drawn, scale)
    if not corners:
        raise _bad(translate("FloorPlan", "l’étage «\u00a0{floor}\u00a0» est vide."), floor=drawn.name)
    left, top, right, bottom = polygons.bounds(corners)
    width, height = round((right - left) * scale, 5), round((bottom - top) * scale, 5)
    if not (0 < width < MAX_METRES and 0 < height < MAX_METRES):
        raise _bad(translate("FloorPlan", "l’étage «\u00a0{floor}\u00a0» a une taille impossible."), floor=drawn.name)
    frame = _Frame(left, top, scale)
    seats = _seats(drawn, frame)
    spaces = tuple(_space(room, frame, drawn.code, seats.pop(_id(room), ())) for room in rooms)
    for owner in seats:
        raise _bad(
            translate("FloorPlan", "des postes y sont dessinés pour un espace inconnu, «\u00a0{id}\u00a0»."),
            id=owner,
        )
    if not is_draft:
        check_walls(spaces)
        check_seats(spaces)
    return Floor(drawn.code, drawn.name, spaces, width, height, _decor(drawn, frame, is_draft=is_draft))


def _bare(drawn: DrawnFloor, scale: float) -> Floor:
    """A floor of a draft that has no space yet, only lines if any."""
    points = tuple(point for shape in drawn.shapes for stroke in shape.strokes for point in stroke.points)
    left, top, _, _ = polygons.bounds(points) if points else (0.0, 0.0, 0.0, 0.0)
    return Floor(drawn.code, drawn.name, (), *EMPTY_SHEET, _decor(drawn, _Frame(left, top, scale), is_draft=True))


def _decor(drawn: DrawnFloor, frame: _Frame, *, is_draft: bool) -> tuple[Decor, ...]:
    shown = floorplan_file.DECOR if is_draft else floorplan_file.DECOR - {floorplan_file.BACKGROUND}
    return tuple(
        Decor(shape.attributes["class"], frame.place(stroke), stroke.closed)
        for shape in drawn.shapes
        if shape.attributes.get("class") in shown
        for stroke in shape.strokes
    )


def _id(shape: DrawnShape) -> str:
    return shape.attributes.get("id", "")


def _seats(drawn: DrawnFloor, frame: _Frame) -> dict[str, tuple[SeatPoint, ...]]:
    """The workstations by space: `la-place-3` is number 3 of `la-place`."""
    found: dict[str, list[SeatPoint]] = {}
    for shape in drawn.shapes:
        if not floorplan_file.is_seat(shape.attributes):
            continue
        owner, _, number = _id(shape).rpartition("-")
        if not (owner and number.isascii() and number.isdigit()):
            raise _bad(
                translate("FloorPlan", "le poste «\u00a0{id}\u00a0» ne dit pas son espace et son numéro."),
                id=_id(shape),
            )
        x, y = frame.place(shape.strokes[0])[0]
        found.setdefault(owner, []).append(SeatPoint(_id(shape), int(number), x, y))
    return {owner: tuple(sorted(seats, key=lambda seat: seat.number)) for owner, seats in found.items()}


def _space(room: DrawnShape, frame: _Frame, floor: str, seats: tuple[SeatPoint, ...]) -> SpaceShape:
    own, identifier = room.attributes, _id(room)
    name, kind = own.get("data-name", ""), own.get("data-kind", "")
    if not identifier or not name or kind not in KINDS:
        raise _bad(
            translate("FloorPlan", "l’espace «\u00a0{id}\u00a0» n’a pas d’identifiant, de nom ou de genre connu."),
            id=identifier or name,
        )
    outline = frame.place(room.strokes[0]) if len(room.strokes) == 1 else ()
    if outline and outline[0] == outline[-1]:
        outline = outline[:-1]
    surface = round(polygons.area(outline), 4) if len(outline) > 2 else 0.0
    if surface <= 0:
        raise _bad(translate("FloorPlan", "l’espace «\u00a0{name}\u00a0» n’a pas de surface."), name=name)
    if _count(own, "data-workstations", len(seats)) != len(seats):
        raise _bad(
            translate("FloorPlan", "«\u00a0{name}\u00a0» annonce d’autres postes que les {count} dessinés."),
            name=name,
            count=len(seats),
        )
    return SpaceShape(
        id=identifier,
        name=name,
        kind=kind,
        floor=floor,
        outline=outline,
        surface=surface,
        seats=_count(own, "data-seats", 0),
        workstations=len(seats),
        seat_points=seats,
        rentable=_flag(own, "data-rentable", False),
        counted=_flag(own, "data-counted", True),
    )


def _count(own: dict[str, str], attribute: str, default: int) -> int:
    text = own.get(attribute, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise _bad(
            translate("FloorPlan", "«\u00a0{attribute}\u00a0» y vaut «\u00a0{value}\u00a0», qui n’est pas un nombre."),
            attribute=attribute,
            value=text,
        )
    return int(text)


def _flag(own: dict[str, str], attribute: str, default: bool) -> bool:
    text = own.get(attribute, "true" if default else "false")
    if text not in ("true", "false"):
        raise _bad(
            translate("FloorPlan", "«\u00a0{attribute}\u00a0» y vaut «\u00a0{value}\u00a0», au lieu de true ou false."),
            attribute=attribute,
            value=text,
        )
    return text == "true"


def check_seats(spaces: tuple[SpaceShape, ...]) -> None:
    """Each seat stands in the space it belongs to; `BadPlanError` names the first that does not."""
    for space in spaces:
        for seat in space.seat_points:
            if not polygons.contains(space.outline, (seat.x, seat.y)):
                raise _bad(translate("FloorPlan", "le poste «\u00a0{id}\u00a0» est hors de son espace."), id=seat.id)


def check_walls(spaces: tuple[SpaceShape, ...]) -> None:
    """No two spaces of a floor may share surface: their square metres would count twice."""
    for one, two in combinations(spaces, 2):
        if polygons.overlap(one.outline, two.outline):
            raise _bad(
                translate("FloorPlan", "«\u00a0{one}\u00a0» et «\u00a0{two}\u00a0» se recouvrent."),
                one=one.name,
                two=two.name,
            )


def _check_codes(plan: FloorPlan) -> None:
    codes = [floor.code for floor in plan.floors]
    if "" in codes or len(set(codes)) != len(codes):
        raise _bad(translate("FloorPlan", "deux étages y portent le même code."))
