"""Painting the grid: hours, closed time, bookings by kind with a pattern and a word, margins, now, the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desk.bookings import BookingKind
from desk.formats import time as time_text
from desk.language import translate
from views import tokens
from views.bookings import words
from views.bookings.board import Block, Row, minute_of
from views.bookings.geometry import Geometry
from views.plan.faces import Face, Faces, colour
from views.tokens import Tint, Tokens

_STRIP = 5
_HATCH = 7
_AIR = 7
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Brush:
    """What every part is painted with."""

    painter: QPainter
    geometry: Geometry
    theme: Tokens
    faces: Faces


def tint_of(kind: BookingKind, theme: Tokens) -> Tint:
    """The colours of a kind of booking."""
    tints = {
        BookingKind.MEMBER: theme.success,
        BookingKind.RENTAL: theme.taken,
        BookingKind.EVENT: theme.event,
        BookingKind.HOUSE: theme.soon,
    }
    return tints[kind]


def paint_ground(brush: Brush) -> None:
    """The rows with their names, the closed hours, the lines of the hours."""
    painter, geometry, theme = brush.painter, brush.geometry, brush.theme
    painter.fillRect(QRectF(0, 0, geometry.width, 100_000), colour(theme.surface))
    board = geometry.board
    for index, row in enumerate(board.rows):
        _paint_closed(brush, index, row)
        _paint_label(brush, index, row)
    bottom = geometry.top(len(board.rows))
    for minute in range(board.first, board.last + 1, 30):
        painter.setPen(QPen(colour(theme.line, 255 if minute % 60 == 0 else 110), 1))
        painter.drawLine(QLineF(geometry.x(minute), geometry.head, geometry.x(minute), bottom))
    painter.setPen(QPen(colour(theme.line), 1))
    for index in range(len(board.rows) + 1):
        painter.drawLine(QLineF(0, geometry.top(index), geometry.width, geometry.top(index)))


def paint_head(brush: Brush) -> None:
    """The hours above the rows; painted last, over what is scrolled under it."""
    painter, geometry, theme = brush.painter, brush.geometry, brush.theme
    painter.fillRect(QRectF(0, 0, geometry.width, geometry.head), colour(theme.surface))
    painter.setFont(brush.faces.detail.font)
    painter.setPen(colour(theme.muted))
    board = geometry.board
    room = geometry.x(board.first + 60) - geometry.x(board.first)
    step = 60 if room > brush.faces.detail.width("00:00") + 8 else 120
    for minute in range(board.first, board.last, step):
        box = QRectF(geometry.x(minute) + 4, 0, room * 2, geometry.head)
        painter.drawText(box, _LEFT, words.clock(minute))
    painter.setPen(QPen(colour(theme.line), 1))
    painter.drawLine(QLineF(0, geometry.head, geometry.width, geometry.head))


def _paint_closed(brush: Brush, index: int, row: Row) -> None:
    board = brush.geometry.board
    if row.opens is None or row.closes is None:
        spans = [(board.first, board.last)]
    else:
        spans = [(board.first, row.opens), (row.closes, board.last)]
    for start, end in spans:
        if end > start:
            box = brush.geometry.box(index, start, end)
            brush.painter.fillRect(box, colour(brush.theme.closed.fill, 150))
            _hatch(brush.painter, box, colour_name=brush.theme.closed.ink, alpha=38)
    if row.why:
        box = brush.geometry.box(index, board.first, board.last)
        brush.painter.setFont(brush.faces.detail.font)
        brush.painter.setPen(colour(brush.theme.closed.ink))
        brush.painter.drawText(box.adjusted(_AIR, 0, 0, 0), _LEFT, row.why)


def _paint_label(brush: Brush, index: int, row: Row) -> None:
    geometry, faces = brush.geometry, brush.faces
    box = QRectF(_AIR, geometry.top(index), geometry.label - 2 * _AIR, geometry.row_height)
    two = row.detail and geometry.row_height >= faces.headline.height + faces.detail.height + 4
    middle = box.center().y()
    if two:
        upper, lower = QRectF(box), QRectF(box)
        upper.setBottom(middle + 2)
        lower.setTop(middle + 2)
        _write(brush, upper, row.name, faces.headline, brush.theme.ink, bottom=True)
        _write(brush, lower, row.detail, faces.detail, brush.theme.muted, top=True)
    else:
        _write(brush, box, row.name, faces.headline, brush.theme.ink)


def _write(
    brush: Brush, box: QRectF, text: str, face: Face, ink: str, *, top: bool = False, bottom: bool = False
) -> None:
    if box.width() < 8:
        return
    side = Qt.AlignmentFlag.AlignVCenter
    side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom if bottom else side
    brush.painter.setFont(face.font)
    brush.painter.setPen(colour(ink))
    elided = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    brush.painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, elided)


def paint_block(brush: Brush, block: Block, *, faded: bool = False) -> None:
    """A booking with its set-up and clean-up; `faded` while it is being carried elsewhere."""
    painter, geometry, theme = brush.painter, brush.geometry, brush.theme
    tint = tint_of(block.booking.kind, theme)
    painter.setOpacity(0.35 if faded else 1.0)
    for start, end in ((block.held_from, block.start), (block.end, block.held_until)):
        if end > start:
            margin = geometry.box(block.row, start, end)
            painter.fillRect(margin, colour(tint.fill))
            _hatch(painter, margin, colour_name=tint.ink, alpha=120)
    box = geometry.box(block.row, block.start, block.end)
    painter.setPen(QPen(colour(tint.ink), 1.2, Qt.PenStyle.DashLine if block.through else Qt.PenStyle.SolidLine))
    painter.setBrush(colour(tint.fill, 110 if block.through else 255))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    _paint_pattern(painter, box, block.booking.kind, tint)
    _paint_words(brush, box, block, tint)
    painter.setOpacity(1.0)


def paint_swatch(painter: QPainter, box: QRectF, kind: BookingKind) -> None:
    """A small block of a kind, for the legend."""
    tint = tint_of(kind, tokens.current())
    painter.setPen(QPen(colour(tint.ink), 1))
    painter.setBrush(colour(tint.fill))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    _paint_pattern(painter, box, kind, tint)


def _paint_pattern(painter: QPainter, box: QRectF, kind: BookingKind, tint: Tint) -> None:
    """Each kind has its own mark on the left, so that colour is never alone: a strip, two, dots, lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tint.ink))
    strip = QRectF(box.left(), box.top(), _STRIP, box.height())
    if kind in (BookingKind.MEMBER, BookingKind.RENTAL):
        painter.drawRect(strip)
        if kind is BookingKind.RENTAL:
            painter.drawRect(strip.translated(_STRIP + 2, 0).adjusted(0, 0, -2, 0))
    elif kind is BookingKind.EVENT:
        y = box.top() + 5
        while y < box.bottom() - 2:
            painter.drawEllipse(QPointF(box.left() + 5, y), 2, 2)
            y += 8
    else:
        _hatch(painter, strip.adjusted(0, 0, 4, 0), colour_name=tint.ink, alpha=255)


def _paint_words(brush: Brush, box: QRectF, block: Block, tint: Tint) -> None:
    faces, booking = brush.faces, block.booking
    room = box.adjusted(_STRIP + _AIR + 2, 1, -4, -1)
    title = words.for_whom(booking)
    kind = words.kind_word(booking.kind)
    pattern = translate("BookingGrid", "{kind} · {hours}")
    detail = pattern.format(kind=kind, hours=words.hours(booking))
    if block.through:
        detail = translate("BookingGrid", "{kind} · par {space}").format(kind=kind, space=block.through)
    if booking.series_id:
        title = translate("BookingGrid", "↻ {title}").format(title=title)
    if room.height() >= faces.headline.height + faces.detail.height - 2:
        middle = room.center().y()
        upper, lower = QRectF(room), QRectF(room)
        upper.setBottom(middle + 1)
        lower.setTop(middle + 1)
        _write(brush, upper, title, faces.headline, tint.ink, bottom=True)
        _write(brush, lower, detail, faces.detail, tint.ink, top=True)
    else:
        _write(brush, room, title, faces.headline, tint.ink)


def paint_now(brush: Brush) -> None:
    """A line across the rows that are of today, with the hour above."""
    painter, geometry, theme = brush.painter, brush.geometry, brush.theme
    now = geometry.board.now
    rows = [index for index, row in enumerate(geometry.board.rows) if row.day == now.date()]
    if not rows:
        return
    minute = minute_of(now, now.date())
    if not geometry.board.first <= minute <= geometry.board.last:
        return
    x = geometry.x(minute)
    painter.setPen(QPen(colour(theme.accent), 2))
    painter.drawLine(QLineF(x, max(geometry.head, geometry.top(rows[0])), x, geometry.top(rows[-1] + 1)))
    face, text = brush.faces.detail, time_text(now)
    box = QRectF(x - face.width(text) / 2 - 5, (geometry.head - face.height) / 2 - 1, face.width(text) + 10, 0)
    box.setHeight(face.height + 2)
    box.moveLeft(min(box.left(), geometry.width - box.width() - 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.accent))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.setFont(face.font)
    painter.setPen(colour(theme.on_accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_ghost(brush: Brush, row: int, start: int, end: int) -> None:
    """Where what is dragged would go, with its hours."""
    painter, theme = brush.painter, brush.theme
    box = brush.geometry.box(row, start, end)
    painter.setPen(QPen(colour(theme.accent), 2, Qt.PenStyle.DashLine))
    painter.setBrush(colour(theme.accent, 40))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    pattern = translate("BookingWords", "{start} – {end}")
    text = pattern.format(start=words.clock(start), end=words.clock(end))
    face = brush.faces.headline
    tag = QRectF(box.left() + 4, box.center().y() - face.height / 2 - 2, face.width(text) + 12, face.height + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.surface))
    painter.drawRoundedRect(tag, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.setFont(face.font)
    painter.setPen(colour(theme.ink))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def paint_ring(brush: Brush, row: int, start: int, end: int) -> None:
    """Where the keyboard stands."""
    painter, theme = brush.painter, brush.theme
    box = brush.geometry.box(row, start, end).adjusted(-1, -1, 1, 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.surface), 5))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.setPen(QPen(colour(theme.ink), 2.4))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)


def _hatch(painter: QPainter, box: QRectF, *, colour_name: str, alpha: int) -> None:
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour(colour_name, alpha), 1))
    height = box.height()
    lines = []
    x = box.left() - height
    while x < box.right():
        lines.append(QLineF(x, box.bottom(), x + height, box.top()))
        x += _HATCH
    painter.drawLines(lines)
    painter.restore()
