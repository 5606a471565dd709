"""The view of a floor: zoom, pan, fit, mouse and keyboard. It says what was asked for, it decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmapCache, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from desk.floorplan import FloorPlan
from desk.language import translate
from desk.plan import PlanNow
from views import tokens
from views.plan import access
from views.plan.cursor import Cursor
from views.plan.faces import Faces, colour, faces
from views.plan.floor_scene import MARGIN, FloorScene
from views.plan.guard import guarded
from views.plan.items import PlanItem, SeatItem, SpaceItem
from views.plan.steps import DIRECTIONS
from views.tokens import Tokens

_ZOOM_STEP = 1.25
_ZOOM_MAX = 6.0
_PICTURES_KB = 48 * 1024
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_SMALLEST_SCALE = 8.0  # pixels to the metre: below, nothing could be told apart


class PlanView(QGraphicsView):
    """One floor at a time.

    Keys: arrows go from space to space, Enter acts, Page Down enters the seats of a space and Page Up (or Esc)
    leaves them, + and - zoom, 0 fits the floor to the window.
    """

    space_activated = Signal(str)
    """The id of the space clicked or entered."""
    seat_activated = Signal(str, str)
    """The id of the space, then of its seat."""

    def __init__(self, plan: FloorPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self._scenes = {floor.code: FloorScene(floor, self) for floor in plan.floors}
        self._cursors = {code: Cursor(scene) for code, scene in self._scenes.items()}
        self._code = plan.floors[0].code
        self._zoom = 1.0
        self._highlighted: PlanItem | None = None
        self._under: PlanItem | None = None
        self._pressed: QPoint | None = None
        self._panning = False
        self._ringed = True
        self._theme: Tokens | None = None
        self._faces: Faces = faces(QApplication.font())
        self._set_up()
        self.show_floor(self._code)

    def _set_up(self) -> None:
        self.setObjectName("planView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        # The items' bounds hold their own blur: two pixels more and a seat would repaint its neighbours.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # A floor's pictures on a large, dense screen are more than Qt's own 10 MB.
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _PICTURES_KB))
        # Opaque, or each seat that changes would have the card behind painted again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 220)
        self.setAccessibleDescription(
            translate(
                "PlanView",
                "Flèches\u00a0: d’un espace à l’autre. Entrée\u00a0: agir. Page suivante\u00a0: les postes. "
                "Plus, moins et zéro\u00a0: zoom.",
            )
        )

    # What is shown

    @property
    def floor(self) -> FloorScene:
        """The scene of the floor on screen."""
        return self._scenes[self._code]

    @property
    def scenes(self) -> dict[str, FloorScene]:
        """All floors by their code."""
        return self._scenes

    @property
    def cursor_item(self) -> PlanItem:
        """The space or seat the keyboard stands on."""
        return self._cursors[self._code].item

    @property
    def scale_now(self) -> float:
        """Pixels to the metre."""
        return self._fit_scale() * self._zoom

    def use(self, plan: FloorPlan) -> None:
        """Show another plan of the building: walls were moved, or it is another day's."""
        old = self._scenes
        self._highlighted, self._under = None, None
        self._scenes = {floor.code: FloorScene(floor, self) for floor in plan.floors}
        self._cursors = {code: Cursor(scene) for code, scene in self._scenes.items()}
        self._theme = None
        code = self._code if self._code in self._scenes else plan.floors[0].code
        self._code = code
        self.show_floor(code)
        for scene in old.values():
            scene.deleteLater()

    def show_floor(self, code: str) -> None:
        """Show another floor, whole."""
        self._follow_theme()
        self._mark_cursor(False)
        self._hover(None)
        self._code = code
        self._zoom = 1.0
        self.setScene(self.floor)
        self.setAccessibleName(translate("PlanView", "Plan\u00a0: {floor}").format(floor=self.floor.floor.name))
        self._place()
        self._mark_cursor(self._ringed and self.hasFocus())
        access.refresh(self)

    def show_plan(self, now: PlanNow) -> tuple[str, ...]:
        """Hand each item its value; the ids of the spaces and seats that are drawn differently."""
        self._follow_theme()
        changed: list[str] = []
        for space in now.spaces:
            scene = self._scenes.get(space.floor)
            if scene is not None:
                changed += scene.show_space(space)
        for identifier in changed:
            access.renamed(self, identifier)
        return tuple(changed)

    def highlight(self, identifier: str | None) -> str | None:
        """Ring a seat or a space, or nothing; the code of the floor it is on, None when unknown."""
        if self._highlighted is not None:
            self._highlighted.mark(highlighted=False)
            self._highlighted = None
        for code, scene in self._scenes.items():
            item = scene.item_of(identifier) if identifier else None
            if item is not None:
                self._highlighted = item
                item.mark(highlighted=True)
                return code
        return None

    def _follow_theme(self) -> None:
        """Paint all again if the tokens are no longer those last painted with."""
        theme = tokens.current()
        if theme is self._theme:
            return
        self._theme = theme
        self.setBackgroundBrush(colour(theme.surface))
        for scene in self._scenes.values():
            scene.repaint_all()

    # Zoom

    def fit(self) -> None:
        """Show the whole floor."""
        self._zoom = 1.0
        self._place()

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Come nearer (factor over 1) or step back, around `anchor` in viewport pixels, or the middle."""
        before = self.scale_now
        self._zoom = max(1.0, min(_ZOOM_MAX, self._zoom * factor))
        after = self.scale_now
        if after == before:
            return
        at = anchor or QPointF(self.viewport().rect().center())
        held = self.mapToScene(at.toPoint()) * (after / before)
        self._place()
        middle = QPointF(self.viewport().rect().center())
        self.centerOn(held + (middle - at))

    def _fit_scale(self) -> float:
        room = self.maximumViewportSize()
        floor = self.floor.floor
        across = (room.width() - 2 * MARGIN) / floor.width
        down = (room.height() - 2 * MARGIN) / floor.height
        return max(_SMALLEST_SCALE, min(across, down))

    def _place(self) -> None:
        self.floor.place(self.scale_now, self._faces)
        self.viewport().update()

    # Keyboard

    def _mark_cursor(self, shown: bool) -> None:
        self.cursor_item.mark(focused=shown)

    def go_to(self, identifier: str) -> None:
        """Put the keyboard's cursor on a space or seat of this floor."""
        self._step(self._cursors[self._code].go, identifier)

    def _step(self, act: Callable[..., bool], *arguments: object) -> None:
        self._mark_cursor(False)
        moved = act(*arguments)
        self._mark_cursor(self._ringed and self.hasFocus())
        if moved:
            self.ensureVisible(self.cursor_item, 24, 24)
            access.focused(self)

    def activate(self, item: PlanItem) -> None:
        """Say that a space or a seat was asked for."""
        if isinstance(item, SeatItem):
            self.seat_activated.emit(item.space.id, item.id)
        elif isinstance(item, SpaceItem):
            self.space_activated.emit(item.id)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class; other keys go on to the window."""
        if not self._handle_key(event):
            event.ignore()

    def _handle_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        cursor, key = self._cursors[self._code], Qt.Key(event.key())
        self._ringed = True
        steps: dict[Qt.Key, Callable[..., bool]] = {
            Qt.Key.Key_PageDown: cursor.enter,
            Qt.Key.Key_PageUp: cursor.leave,
            Qt.Key.Key_Home: cursor.first,
            Qt.Key.Key_End: cursor.last,
        }
        if key in DIRECTIONS:
            self._step(cursor.move, DIRECTIONS[key])
        elif key in steps:
            self._step(steps[key])
        elif key == Qt.Key.Key_Escape and cursor.on_seat:
            self._step(cursor.leave)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activate(cursor.item)
        else:
            return self._handle_zoom(event.text())
        return True

    def _handle_zoom(self, text: str) -> bool:
        if text in ("+", "="):
            self.zoom_by(_ZOOM_STEP)
        elif text == "-":
            self.zoom_by(1 / _ZOOM_STEP)
        elif text == "0":
            self.fit()
        else:
            return False
        return True

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        # A click shows its own effect: the ring is for those who came with the keyboard, and comes back to them.
        if event.reason() in _KEYBOARD_REASONS:
            self._ringed = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self._ringed = False
        self._mark_cursor(self._ringed)
        access.focused(self)

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._mark_cursor(False)

    # Mouse

    def _item_under(self, at: QPoint) -> PlanItem | None:
        item = self.itemAt(at)
        return item if isinstance(item, PlanItem) else None

    def _hover(self, item: PlanItem | None) -> None:
        if item is self._under:
            return
        if self._under is not None:
            self._under.hover(False)
        self._under = item
        if item is not None:
            item.hover(True)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click acts when it is let go; a drag moves the floor."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._panning = event.position().toPoint(), False

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the mouse."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._hover(self._item_under(at))
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if self._under else Qt.CursorShape.ArrowCursor)
            return
        move = at - self._pressed
        if self._panning or move.manhattanLength() >= QApplication.startDragDistance():
            self._panning = True
            self._pressed = at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - move.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - move.y())

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click or of a drag."""
        pressed, panning = self._pressed, self._panning
        self._pressed, self._panning = None, False
        self.viewport().unsetCursor()
        item = self._item_under(event.position().toPoint())
        if pressed is None or panning or item is None:
            return
        self._ringed = False
        self._step(self._cursors[self._code].go, item.id)
        self.activate(item)

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom around the mouse; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    # Window

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floor fitted, or as near as it was."""
        super().resizeEvent(event)
        self._place()

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under a mouse that has left."""
        super().leaveEvent(event)
        self._hover(None)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        """Another text size lays the words out again; another theme paints them again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._faces = faces(QApplication.font())
            self._place()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._follow_theme()
