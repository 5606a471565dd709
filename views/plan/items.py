"""The plan's items: a room and a workstation, each drawn by its own `paint()` in the colours of the moment.

Coordinates are pixels: a zoom calls `place()` again with more pixels to the metre, so that text, lines and
patterns keep their size. A value that changes repaints its own item, and of a room only what it covers.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from desk.floorplan import Decor, SeatPoint, SpaceShape
from desk.plan import SeatNow, SpaceFact, SpaceNow, SpaceState
from views import tokens
from views.plan import discs, labels, outline, words
from views.plan.faces import Faces, colour, face
from views.plan.guard import guarded
from views.tokens import Tint, Tokens

_WALL = 1.6
_HATCH_STEP = 14.0
_SEAT_METRES = 0.3
_LARGEST_PICTURE = 1_200_000  # pixels
_RING = discs.RING
_WAITS_FOR_SOMEONE = frozenset({SpaceFact.NO_SHOW, SpaceFact.LATE})
"""Taken, and asking for a person: nobody came, or nobody left."""


class PlanItem(QGraphicsPathItem):
    """What rooms and seats share: the marks laid on them by the board.

    A path item, because its bounds and shape are then Qt's own: asked in Python for each of a floor's items at
    each repaint, they cost more than the painting.
    """

    def __init__(self, identifier: str) -> None:
        super().__init__()
        self.id = identifier
        self.focused = False
        self.highlighted = False
        self.hovered = False

    def mark(self, *, focused: bool | None = None, highlighted: bool | None = None) -> None:
        """Show or hide the keyboard's ring or the highlight; repaints only on a change."""
        before = (self.focused, self.highlighted)
        self.focused = self.focused if focused is None else focused
        self.highlighted = self.highlighted if highlighted is None else highlighted
        if before != (self.focused, self.highlighted):
            self.update()

    def place(self, scale: float, faces: Faces) -> None:
        """Lay the item out at `scale` pixels to the metre."""
        raise NotImplementedError

    def hover(self, hovered: bool) -> None:
        """Show that the mouse is on it."""
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()


class SpaceItem(PlanItem):
    """A room: tint, pattern, dot, words, and the furniture drawn in it.

    It is kept as a picture, so that a seat that changes in it has only its own circle to paint.
    """

    def __init__(self, shape: SpaceShape, decor: list[Decor]) -> None:
        super().__init__(shape.id)
        self.shape_of = shape
        self.now: SpaceNow | None = None
        self._decor = decor
        self._drawn: list[tuple[str, QPolygonF, bool]] = []
        self._wall, self._inner = QPolygonF(), QPolygonF()
        self._hatch: tuple[QLineF, ...] = ()
        self._cross: tuple[QLineF, ...] = ()
        self._label = labels.NOTHING
        self._texts: list[QStaticText] = []
        self._room = QRectF()
        self._obstacles: list[QRectF] = []
        self._faces: Faces | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setPen(QPen(Qt.GlobalColor.black, 2))  # never drawn: the margin of its bounds
        self.setToolTip(words.tooltip(shape, None))

    @property
    def quiet(self) -> bool:
        """A passage says nothing while nothing happens in it."""
        usual = self.now is None or self.now.state == SpaceState.FREE
        return self.shape_of.kind == "circulation" and usual

    @property
    def label(self) -> labels.Label:
        """The words as laid out, for tests and tools."""
        return self._label

    def show_now(self, now: SpaceNow) -> bool:
        """Take the room's value; repaints and tells whether what it draws has changed."""
        before, self.now = self.now, now
        if before is not None and _drawn_part(before) == _drawn_part(now):
            return False
        self.setToolTip(words.tooltip(self.shape_of, now))
        old = self._label.bounds
        self._write()
        if before is not None and before.state == now.state:
            self.update(old.united(self._label.bounds))
        else:
            self.update()
        return True

    def place(self, scale: float, faces: Faces) -> None:
        """Lay the room out at `scale` pixels to the metre."""
        corners = outline.snapped(self.shape_of.outline, scale)
        inner = outline.inset(corners, 1 + _WALL / 2)
        self._wall, self._inner = outline.to_qt(corners), outline.to_qt(inner)
        path = QPainterPath()
        path.addPolygon(self._wall)
        self.setPath(path)
        self._hatch = outline.hatching(inner, _HATCH_STEP, rising=True)
        self._cross = outline.hatching(inner, _HATCH_STEP, rising=False)
        self._room = outline.roomiest(corners)
        reach = seat_radius(scale) + _RING / 2
        centres = [QPointF(seat.x * scale, seat.y * scale) for seat in self.shape_of.seat_points]
        self._obstacles = [QRectF(c.x() - reach, c.y() - reach, 2 * reach, 2 * reach) for c in centres]
        self._drawn = [
            (d.kind, QPolygonF([QPointF(x * scale, y * scale) for x, y in d.points]), d.closed) for d in self._decor
        ]
        self._faces = faces
        self._write()
        # A large room seen from near is painted anew each time: its picture would outweigh its use.
        near = self._room.width() * self._room.height() > _LARGEST_PICTURE
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache if near else QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.update()  # the picture kept is of the former scale

    def _write(self) -> None:
        self._label, self._texts = labels.NOTHING, []
        if self._faces is None or self.quiet:
            return
        now, shape = self.now, self.shape_of
        word = words.state_word(now.state) if now else ""
        said = labels.Words(now.name, now.headline, word, now.detail) if now else None
        said = said or labels.Words(shape.name, "", "", "")
        self._label = labels.lay_out(said, self._room, self._obstacles, self._faces)
        for line in self._label.lines:
            text = QStaticText(line.text)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=line.face.font)
            self._texts.append(text)

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Tint, pattern, furniture, wall, words; what lies outside the exposed part is left out."""
        theme = tokens.current()
        exposed: QRectF = option.exposedRect
        tint = Tint(theme.background, theme.muted)
        if self.now is not None and not self.quiet:
            tint = theme.state(self.now.state)
        ink = colour(tint.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tint.fill))
        painter.drawPolygon(self._inner)
        self._paint_pattern(painter, exposed, tint)
        self._paint_decor(painter, exposed, theme, tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.quiet:
            painter.setPen(QPen(colour(theme.line), 1))
        else:
            painter.setPen(QPen(ink, _WALL + (1 if self.hovered else 0)))
        painter.drawPolygon(self._inner)
        if self._label.bounds.intersects(exposed):
            self._paint_words(painter, theme, tint)
        self._paint_marks(painter, theme)

    def _paint_pattern(self, painter: QPainter, exposed: QRectF, tint: Tint) -> None:
        if self.now is None:
            return
        soft = QPen(colour(tint.ink, 44), 3)
        if self.now.state == SpaceState.SOON:
            families = [self._hatch]
        elif self.now.state == SpaceState.CLOSED:
            families, soft = [self._hatch, self._cross], QPen(colour(tint.ink, 50), 1.2)
        elif self.now.fact in _WAITS_FOR_SOMEONE:
            families, soft = [self._cross], QPen(colour(tint.ink, 90), 1.6, Qt.PenStyle.DashLine)
        else:
            return
        painter.setPen(soft)
        for lines in families:
            painter.drawLines(lines if exposed.contains(self._room) else _touching(lines, exposed))

    def _paint_decor(self, painter: QPainter, exposed: QRectF, theme: Tokens, tint: Tint) -> None:
        pen = QPen(colour(tint.ink, 90), 1)
        for kind, line, closed in self._drawn:
            if not line.boundingRect().adjusted(-1, -1, 1, 1).intersects(exposed):
                continue
            painter.setPen(pen)
            painter.setBrush(_furniture_brush(kind, theme, tint))
            if closed:
                painter.drawPolygon(line)
            else:
                painter.drawPolyline(line)

    def _paint_words(self, painter: QPainter, theme: Tokens, tint: Tint) -> None:
        inks = {
            "title": colour(theme.ink),
            "headline": colour(tint.ink),
            "detail": colour(tokens.quiet_ink(tint, theme)),
        }
        # Bare tint under each line, so that no letter stands on a stripe or a table.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tint.fill))
        left = self._label.bounds.left()
        for line in self._label.lines:
            ground = line.box.adjusted(0, -2, 6, 2)
            ground.setLeft(left)
            painter.drawRoundedRect(ground, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        for line, text in zip(self._label.lines, self._texts, strict=True):
            painter.setFont(line.face.font)
            painter.setPen(inks[line.role])
            painter.drawStaticText(line.box.topLeft(), text)
        if self._label.dot is not None and self.now is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tint.ink))
            painter.drawEllipse(self._label.dot, self._label.dot_radius, self._label.dot_radius)

    def _paint_marks(self, painter: QPainter, theme: Tokens) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._inner
        if self.highlighted:
            painter.setPen(QPen(colour(theme.accent), 4))
            painter.drawPolygon(box)
        if self.focused:
            painter.setPen(QPen(colour(theme.surface), 5))
            painter.drawPolygon(box)
            painter.setPen(QPen(colour(theme.ink), 2.4))
            painter.drawPolygon(box)


class SeatItem(PlanItem):
    """A workstation: a ring with its number when free, filled with initials when taken."""

    def __init__(self, point: SeatPoint, space: SpaceShape) -> None:
        super().__init__(point.id)
        self.point = point
        self.space = space
        self.now: SeatNow | None = None
        self._radius = 13.0
        self._font = ""
        self.setPen(QPen(Qt.GlobalColor.black, 2 * _RING))  # never drawn: the room of its rings
        self.setToolTip(words.spoken_seat(space, point.number, None))

    def show_now(self, now: SeatNow) -> bool:
        """Take the seat's value; repaints and tells whether it has changed."""
        if now == self.now:
            return False
        self.now = now
        self.setToolTip(words.spoken_seat(self.space, self.point.number, now))
        self.update()
        return True

    def place(self, scale: float, faces: Faces) -> None:
        """Lay the seat out at `scale` pixels to the metre."""
        self._radius = seat_radius(scale)
        pixels = min(faces.seat.font.pixelSize() * 1.4, self._radius * 0.76)
        self._font = face(faces.seat.font, pixels).font.toString()
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), self._radius, self._radius)
        self.setPath(path)
        self.setPos(round(self.point.x * scale), round(self.point.y * scale))

    @guarded()
    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """The disc of its state, kept as a picture from one paint to the next, with its rings."""
        state = self.now.state if self.now else SpaceState.FREE
        letters = str(self.point.number)
        if self.now is not None and state == SpaceState.TAKEN:
            letters = self.now.initials or "●"
        look = discs.Look(state, letters, self._radius, self._font, self.hovered, self.highlighted, self.focused)
        disc, corner = discs.disc(look, painter.device().devicePixelRatioF())
        painter.drawPixmap(corner, disc)


def seat_radius(scale: float) -> float:
    """A chair's radius in pixels, between what still holds two letters and what stays a dot."""
    return max(11.0, min(26.0, _SEAT_METRES * scale))


def _drawn_part(now: SpaceNow) -> tuple[object, ...]:
    """What of a room's value is seen on the room itself; its seats have their own items."""
    return now.state, now.fact, now.name, now.headline, now.detail


def _touching(lines: tuple[QLineF, ...], exposed: QRectF) -> list[QLineF]:
    box = exposed.adjusted(-3, -3, 3, 3)
    return [
        line
        for line in lines
        if max(line.x1(), line.x2()) >= box.left()
        and min(line.x1(), line.x2()) <= box.right()
        and max(line.y1(), line.y2()) >= box.top()
        and min(line.y1(), line.y2()) <= box.bottom()
    ]


def _furniture_brush(kind: str, theme: Tokens, tint: Tint) -> QBrush:
    if kind == "table":
        return QBrush(colour(theme.surface, 120))
    if kind == "tree":
        return QBrush(colour(tint.ink, 28))
    return QBrush(Qt.BrushStyle.NoBrush)
