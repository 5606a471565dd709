"""The sheet of the plan's editor: a floor on its grid, what is chosen beside it, every step undone and done again."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desk import polygons
from desk.errors import Refused
from desk.floorplan import Floor, FloorPlan, SpaceShape
from desk.language import translate
from desk.plan_editing import edits, reading, seat_edits
from desk.plan_editing.checks import problems
from desk.plan_editing.edits import Details
from desk.plan_editing.history import History
from desk.plan_editing.parts import find_floor, find_space
from desk.plan_editing.shapes import Sides
from desk.plan_editing.use_cases import Draft
from views.handbook import Page
from views.parts import button, column, label, named, row, scaled, scrolling, under_name
from views.plan.guard import guarded
from views.plan_editor.canvas import PlanCanvas
from views.plan_editor.fields import SpaceFields
from views.plan_editor.floors import FloorTool
from views.plan_editor.tools import DraftTool, FileTool, SplitTool
from views.plan_editor.words import choice, step_words, surface_words

SIDE_WIDTH = 330
FLOOR_WIDTH = 320
STEPS = (0.05, 0.1, 0.25, 0.5, 1.0)
_MOST_SAID = 4
_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class PlanSheet(Page):
    """What is drawn, and the tools that draw it. What becomes of it is for `views.plan_editor.page`."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(translate("PlanEditorPage", "Modifier le plan"))
        self.draft = draft
        self.history = History(draft.plan)
        self.kept = draft.plan
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self.canvas = PlanCanvas(draft.plan.floors[0])
        self.fields, self.split, self.floors = SpaceFields(), SplitTool(), FloorTool()
        self.files, self.tool = FileTool(), DraftTool()
        self.body.addLayout(self._top())
        self.body.addWidget(self._refusal)
        area = scrolling(self._side())
        area.setFixedWidth(scaled(SIDE_WIDTH))
        line = row(self.canvas, area, gap=16)
        line.setStretch(0, 1)
        self.body.addLayout(line, 1)
        self.setFocusProxy(self.canvas)
        self._connect()
        self.choose(_first(draft.plan.floors[0]), "")

    # --- building ----------------------------------------------------------------------------------------------

    def _top(self) -> QVBoxLayout:
        self.floor = QComboBox()
        self.floor.setAccessibleName(translate("PlanEditorPage", "Étage"))
        self.floor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.floor.setMaximumWidth(scaled(FLOOR_WIDTH))
        self.fill_floors()
        self.step = QComboBox()
        self.step.setAccessibleName(translate("PlanEditorPage", "Pas de la grille"))
        for step in STEPS:
            self.step.addItem(step_words(step), step)
        self.step.setCurrentIndex(STEPS.index(self.canvas.step))
        self.undo_button = button(translate("PlanEditorPage", "Annuler"), self.undo)
        self.redo_button = button(translate("PlanEditorPage", "Rétablir"), self.redo)
        self.undo_button.setToolTip(translate("PlanEditorPage", "Ctrl Z"))
        self.redo_button.setToolTip(translate("PlanEditorPage", "Ctrl Y"))
        self.total = label("", "strong", wrap=True)
        lines = column(gap=6)
        which = row(named(self.floor), self.floor)
        grid = row(named(self.step, translate("PlanEditorPage", "Grille")), self.step)
        lines.addLayout(row(which, grid, 1, self.undo_button, self.redo_button, gap=16))
        lines.addWidget(self.total)
        return lines

    def fill_floors(self, code: str = "") -> None:
        """Name the floors anew; the one of `code` is shown, else the one that was, else the first."""
        code = code or str(self.floor.currentData() or "")
        self.floor.clear()
        for floor in self.history.plan.floors:
            self.floor.addItem(floor.name, floor.code)
        self.floor.setCurrentIndex(max(0, self.floor.findData(code)))

    def _side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("planEditorSide")
        body = column(side, gap=10)
        body.setContentsMargins(0, 0, 12, 0)
        self.problems = label("", "refusal", wrap=True)
        self.space = choice(translate("PlanEditorPage", "Espace choisi"))
        self.add_button = button(translate("PlanEditorPage", "Ajouter un espace"), self._add_space)
        self.remove_button = button(translate("PlanEditorPage", "Retirer l’espace"), self._remove_space)
        self.seats = label("", "muted", wrap=True)
        self.seat_button = button(translate("PlanEditorPage", "Ajouter un poste"), self._add_seat)
        self.unseat_button = button(translate("PlanEditorPage", "Retirer le poste"), self._remove_seat)
        body.addWidget(self.problems)
        body.addLayout(under_name(self.space))
        for part in (
            self.fields, self.seats, self.seat_button, self.unseat_button, self.add_button, self.remove_button,
            self.split, self.floors, self.tool, self.files,
        ):  # fmt: skip
            body.addWidget(part)
        body.addStretch(1)
        return side

    def _connect(self) -> None:
        self.floor.activated.connect(self.floor_chosen)
        self.step.activated.connect(self._step_chosen)
        self.space.activated.connect(self._space_chosen)
        self.canvas.chosen.connect(self.choose)
        self.canvas.moved.connect(self._moved)
        self.canvas.stretched.connect(self._stretched)
        self.canvas.cleared.connect(self._cleared)
        self.canvas.seat_wanted.connect(self._add_seat)
        self.fields.described.connect(self._described)
        self.fields.placed.connect(self._placed)
        self.split.asked.connect(self._split)
        self.files.width_changed.connect(self._under_resized)

    # --- what is shown -----------------------------------------------------------------------------------------

    @property
    def plan(self) -> FloorPlan:
        """The draft as it is drawn."""
        return self.history.plan

    def shown_floor(self) -> Floor:
        """The floor on the sheet."""
        floor = find_floor(self.plan, str(self.floor.currentData()))
        return floor or self.plan.floors[0]

    def _space(self) -> SpaceShape | None:
        return find_space(self.plan, self.canvas.space_id)

    def choose(self, space_id: str, seat_id: str) -> None:
        """Choose a space, or one of its seats; nothing when both are empty."""
        self.canvas.space_id, self.canvas.seat_id = space_id, seat_id
        self.show_plan()

    def show_plan(self) -> None:
        """Show the floor, what is chosen on it, what is wrong, where the draft stands."""
        floor, space, seat_id = self.shown_floor(), self._space(), self.canvas.seat_id
        if space is not None and space.floor != floor.code:
            space = None
        if space is None or all(seat.id != seat_id for seat in space.seat_points):
            seat_id = ""
        wrong = problems(self.plan, self.draft.names)
        ids = frozenset(space_id for problem in wrong for space_id in problem.spaces)
        self.canvas.show_floor(floor, space.id if space else "", seat_id, ids)
        self.problems.setText("\n".join(problem.sentence for problem in wrong[:_MOST_SAID]))
        self.problems.setVisible(bool(wrong))
        self._show_total(floor)
        self._show_space(floor, space, seat_id)
        self.floors.show_floor(floor, is_only=len(self.plan.floors) == 1)
        self.files.show_width(reading.background_width(self.plan, floor.code))
        self.tool.show_draft(self.draft, is_changed=self.plan != self.kept)
        self.undo_button.setEnabled(self.history.can_undo)
        self.redo_button.setEnabled(self.history.can_redo)

    def _show_total(self, floor: Floor) -> None:
        here = sum(space.surface for space in floor.spaces if space.counted)
        sentence = translate(
            "PlanEditorPage", "Total {whole} (publié\u00a0: {before}) · étage {floor} · {seats} postes"
        )
        self.total.setText(
            sentence.format(
                whole=surface_words(self.plan.surface), before=surface_words(self.draft.published.surface),
                floor=surface_words(here), seats=self.plan.workstations,
            )
        )  # fmt: skip

    def _show_space(self, floor: Floor, space: SpaceShape | None, seat_id: str) -> None:
        self.space.clear()
        for one in floor.spaces:
            self.space.addItem(one.name, one.id)
        self.space.setCurrentIndex(self.space.findData(space.id) if space else -1)
        self.fields.show_space(space, self.canvas.step)
        words = translate("PlanEditorPage", "Choisissez un espace, sur le dessin ou dans la liste.")
        if space is not None:
            words = translate("PlanEditorPage", "{surface}, {seats} postes.")
            words = words.format(surface=surface_words(space.surface), seats=space.workstations)
        self.seats.setText(words)
        for made in (self.remove_button, self.seat_button, self.split):
            made.setEnabled(space is not None)
        self.unseat_button.setEnabled(bool(seat_id))

    def say(self, sentence: str) -> None:
        """Say why something cannot be; nothing takes the last sentence away."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    # --- drawing -----------------------------------------------------------------------------------------------

    def take(self, made: FloorPlan | Refused) -> bool:
        """One more step, or why it cannot be."""
        if isinstance(made, Refused):
            self.say(made.sentence)
            self.show_plan()
            return False
        self.say("")
        self.history.take(made)
        self.show_plan()
        return True

    def undo(self) -> None:
        """One step back (Ctrl Z)."""
        if self.history.undo():
            self.again()

    def redo(self) -> None:
        """One step forth again (Ctrl Y)."""
        if self.history.redo():
            self.again()

    def again(self) -> None:
        """Show the plan as it is now, floors and all."""
        self.say("")
        self.fill_floors()
        self.show_plan()

    def _moved(self, dx: float, dy: float) -> None:
        space, seat = self.canvas.space_id, self.canvas.seat_id
        if seat:
            self.take(seat_edits.move_seat(self.plan, space, seat, dx, dy))
        else:
            self.take(edits.move_space(self.plan, space, dx, dy))

    def _stretched(self, sides: object) -> None:
        assert isinstance(sides, Sides)
        self.take(edits.stretch_space(self.plan, self.canvas.space_id, sides))

    def _described(self, details: object) -> None:
        assert isinstance(details, Details)
        self.take(edits.describe_space(self.plan, self.canvas.space_id, details, self.draft.names))

    def _placed(self, box: object) -> None:
        assert isinstance(box, tuple)
        self.take(edits.place_space(self.plan, self.canvas.space_id, box))

    def _cleared(self) -> None:
        if self.canvas.seat_id:
            self._remove_seat()
        else:
            self._remove_space()

    def _add_space(self) -> None:
        name = edits.free_name(self.plan, translate("PlanEditorPage", "Nouvel espace"), self.draft.names)
        made = edits.add_space(
            self.plan, self.shown_floor().code, name, self.draft.used, self.draft.names, self.canvas.step
        )  # fmt: skip
        if self.take(made):
            self.choose(self.shown_floor().spaces[-1].id, "")
            self.fields.name.setFocus()
            self.fields.name.selectAll()

    def _remove_space(self) -> None:
        self.take(edits.remove_space(self.plan, self.canvas.space_id))

    def _add_seat(self) -> None:
        if self.take(seat_edits.add_seat(self.plan, self.canvas.space_id, step=self.canvas.step)):
            space = self._space()
            self.choose(self.canvas.space_id, space.seat_points[-1].id if space else "")

    def _remove_seat(self) -> None:
        self.take(seat_edits.remove_seat(self.plan, self.canvas.space_id, self.canvas.seat_id))

    def _split(self, axis: int, far: float, name: str) -> None:
        space = self._space()
        start = polygons.bounds(space.outline)[axis] if space else 0.0
        made = edits.split_space(
            self.plan, self.canvas.space_id, axis, round(start + far, 3), name, self.draft.used, self.draft.names
        )
        if self.take(made):
            self.split.name.clear()

    # --- choosing ----------------------------------------------------------------------------------------------

    def floor_chosen(self) -> None:
        """Show the floor that the list says, its first space chosen."""
        self.choose(_first(self.shown_floor()), "")

    def _step_chosen(self) -> None:
        self.canvas.step = float(self.step.currentData())
        self.show_plan()

    def _space_chosen(self) -> None:
        self.choose(str(self.space.currentData()), "")

    def _under_resized(self, width: float) -> None:
        self.take(reading.background_resized(self.plan, self.shown_floor().code, width))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Z and Ctrl Y; the rest as on every page."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _REDO:
            self.redo()
        else:
            super().keyPressEvent(event)


def _first(floor: Floor) -> str:
    """The first space of a floor, nothing where there is none."""
    return floor.spaces[0].id if floor.spaces else ""
