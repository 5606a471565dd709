"""Where the words of a room go: title, state with its dot, detail; cut to the room, clear of its seats."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from views.plan.faces import Face, Faces
from views.plan.faces import face as resized

_AIR = 14.0
_TIGHT_AIR = 7.0
_LEADING = 3.0
_SEPARATOR = " · "
_SMALLEST_TITLE = 11
_NARROW_LINES = 10  # a room is narrow when its words have less than ten line heights of width


@dataclass(frozen=True)
class Line:
    """One line of text; `role` is "title", "headline" or "detail", `at` the left end of its baseline."""

    role: str
    text: str
    at: QPointF
    face: Face

    @property
    def box(self) -> QRectF:
        """What the letters cover."""
        top = self.at.y() - self.face.metrics.ascent()
        return QRectF(self.at.x(), top, self.face.width(self.text), self.face.height)


@dataclass(frozen=True)
class Label:
    """The laid out words of a room, and the dot of its state (None where not even a dot fits)."""

    lines: tuple[Line, ...]
    dot: QPointF | None
    dot_radius: float
    bounds: QRectF


NOTHING = Label((), None, 0.0, QRectF())


@dataclass(frozen=True)
class Words:
    """What a room has to say: `word` is the state alone, said where the headline is too long."""

    title: str
    headline: str
    word: str
    detail: str


def lay_out(words: Words, room: QRectF, obstacles: list[QRectF], faces: Faces) -> Label:
    """Place the words from the room's top left corner down to the first seat in their way."""
    air = _AIR if room.width() >= 120 and room.height() >= 90 else _TIGHT_AIR
    left, top = room.left() + air, room.top() + air - (2 if air == _TIGHT_AIR else 0)
    width = room.width() - 2 * air
    floor = _floor(QRectF(left, top, width, room.bottom() - top - _TIGHT_AIR), obstacles)
    title = _shrunk(words.title, faces.title, width)
    if width < 12 or top + title.height > floor:
        return NOTHING
    radius = (5.0 if air == _AIR else 4.0) * min(1.3, faces.ratio)
    after_dot = 2 * radius + 6
    pen = _Pen(left, top, floor)
    pen.write("title", [_cut(words.title, title, width)], title)
    dot = None
    dot_y = pen.y + _LEADING + faces.headline.height / 2
    if dot_y + radius <= floor:
        dot = QPointF(left + radius, dot_y)
        lines = _fitted(words, faces.headline, width - after_dot, pen.lines_left(faces.headline))
        pen.write("headline", lines, faces.headline, after_dot)
    if len(pen.lines) > 1:
        lines = _wrapped(words.detail, faces.detail, width, pen.lines_left(faces.detail))
        pen.write("detail", lines, faces.detail)
    bottom = pen.y if dot is None else max(pen.y, dot_y + radius)
    return Label(tuple(pen.lines), dot, radius, QRectF(left - 4, top - 4, width + 8, bottom - top + 8))


class _Pen:
    """Writes lines downwards and stops at the floor."""

    def __init__(self, left: float, top: float, floor: float) -> None:
        self.left, self.y, self.floor = left, top, floor
        self.lines: list[Line] = []

    def lines_left(self, face: Face) -> int:
        """How many more lines of this face fit, four at most: a room is a sign, not a page."""
        return max(0, min(4, int((self.floor - self.y) // (face.height + _LEADING))))

    def write(self, role: str, texts: list[str], face: Face, indent: float = 0.0) -> None:
        """Write each text on its line."""
        for text in texts:
            lead = _LEADING if self.lines else 0.0
            baseline = self.y + lead + face.metrics.ascent()
            self.lines.append(Line(role, text, QPointF(self.left + indent, baseline), face))
            self.y += lead + face.height


def _floor(column: QRectF, obstacles: list[QRectF]) -> float:
    # Three pixels of air: the ring of a chosen seat is drawn outside its disc.
    tops = [box.top() - 3 for box in obstacles if box.intersects(column)]
    return min([column.bottom(), *tops])


def _shrunk(text: str, face: Face, width: float) -> Face:
    """The face, or a smaller one where a narrow room would cut its own name."""
    pixels = face.font.pixelSize()
    while face.width(text) > width and pixels > _SMALLEST_TITLE:
        pixels -= 1
        face = resized(face.font, pixels)
    return face


def _cut(text: str, face: Face, width: float) -> str:
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def _wrapped(text: str, face: Face, width: float, most: int) -> list[str]:
    """The text on at most `most` lines, broken at " · " first, then between words; the last one cut."""
    if not text or most <= 0:
        return []
    if face.width(text) <= width or most == 1:
        return [_cut(text, face, width)]
    lines = _joined(text.split(_SEPARATOR), _SEPARATOR, face, width)
    if any(face.width(line) > width for line in lines):
        lines = _joined(text.split(" "), " ", face, width)
    kept, rest = lines[: most - 1], lines[most - 1 :]
    if rest:
        kept.append(_cut(" ".join(rest), face, width))
    return [_cut(line.strip(" ·"), face, width) for line in kept]


def _joined(parts: list[str], glue: str, face: Face, width: float) -> list[str]:
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{glue}{part}" if lines else part
        if lines and face.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _fitted(words: Words, face: Face, width: float, most: int) -> list[str]:
    """The headline whole or wrapped; where it would lose its end, the state's word alone if that fits."""
    lines = _wrapped(words.headline or words.word, face, width, most)
    cut = any("…" in line for line in lines)
    return [words.word] if cut and most and face.width(words.word) <= width < _NARROW_LINES * face.height else lines
