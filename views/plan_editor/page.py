"""The plan's editor (Ctrl Maj E): a floor on its grid, what is chosen beside it, a draft published from a day on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desk import polygons
from desk.errors import EnvironmentFault, Refused
from desk.floorplan import Floor, FloorPlan, SpaceShape
from desk.formats import day as day_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.plan_editing import edits, reading, seat_edits
from desk.plan_editing.checks import problems
from desk.plan_editing.edits import Details
from desk.plan_editing.history import History
from desk.plan_editing.parts import find_floor, find_space
from desk.plan_editing.shapes import Sides
from desk.plan_editing.use_cases import Draft
from views.handbook import Page
from views.parts import button, column, label, row, scaled, scrolling
from views.plan.guard import guarded
from views.plan_editor.canvas import PlanCanvas
from views.plan_editor.fields import SpaceFields
from views.plan_editor.tools import DraftTool, FileTool, SplitTool
from views.plan_editor.words import choice, step_words, surface_words
from views.prompts import Prompter

SIDE_WIDTH = 330
STEPS = (0.05, 0.1, 0.25, 0.5, 1.0)
_MOST_SAID = 4
SVG = "SVG (*.svg)"
PDF = "PDF (*.pdf)"
_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class PlanEditorPage(Page):
    """The draft of the plan, kept when the page is left; `told` carries a sentence for the counter."""

    told = Signal(str)

    def __init__(self, desk: FrontDesk, draft: Draft, prompter: Prompter) -> None:
        super().__init__(translate("PlanEditorPage", "Modifier le plan"))
        self._desk = desk
        self._prompter = prompter
        self.draft = draft
        self.history = History(draft.plan)
        self._kept = draft.plan
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self.canvas = PlanCanvas(draft.plan.floors[0])
        self.fields, self.split = SpaceFields(), SplitTool()
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
        self.choose(draft.plan.floors[0].spaces[0].id, "")

    # --- building ----------------------------------------------------------------------------------------------

    def _top(self) -> QVBoxLayout:
        self.floor = QComboBox()
        self.floor.setAccessibleName(translate("PlanEditorPage", "Étage"))
        self._fill_floors()
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
        lines.addLayout(row(self.floor, self.step, 1, self.undo_button, self.redo_button))
        lines.addWidget(self.total)
        return lines

    def _fill_floors(self) -> None:
        self.floor.clear()
        for floor in self.history.plan.floors:
            self.floor.addItem(floor.name, floor.code)

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
        for part in (
            self.problems, self.space, self.fields, self.seats, self.seat_button, self.unseat_button, self.add_button,
            self.remove_button, self.split, self.tool, self.files,
        ):  # fmt: skip
            body.addWidget(part)
        body.addStretch(1)
        return side

    def _connect(self) -> None:
        self.floor.activated.connect(self._floor_chosen)
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
        self.files.bring_asked.connect(self._bring)
        self.files.svg_asked.connect(self._save_svg)
        self.files.pdf_asked.connect(self._save_pdf)
        self.files.width_changed.connect(self._under_resized)
        self.tool.keep_asked.connect(self.keep)
        self.tool.restart_asked.connect(self._restart)
        self.tool.publish_asked.connect(self._publish)

    # --- what is shown -----------------------------------------------------------------------------------------

    @property
    def plan(self) -> FloorPlan:
        """The draft as it is drawn."""
        return self.history.plan

    def _floor(self) -> Floor:
        floor = find_floor(self.plan, str(self.floor.currentData()))
        return floor or self.plan.floors[0]

    def _space(self) -> SpaceShape | None:
        return find_space(self.plan, self.canvas.space_id)

    def choose(self, space_id: str, seat_id: str) -> None:
        """Choose a space, or one of its seats; nothing when both are empty."""
        self.canvas.space_id, self.canvas.seat_id = space_id, seat_id
        self._show()

    def _show(self) -> None:
        floor, space, seat_id = self._floor(), self._space(), self.canvas.seat_id
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
        self.files.show_width(reading.background_width(self.plan, floor.code))
        self.tool.show_draft(self.draft, is_changed=self.plan != self._kept)
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

    def _take(self, made: FloorPlan | Refused) -> bool:
        if isinstance(made, Refused):
            self.say(made.sentence)
            self._show()
            return False
        self.say("")
        self.history.take(made)
        self._show()
        return True

    def undo(self) -> None:
        """One step back (Ctrl Z)."""
        if self.history.undo():
            self._again()

    def redo(self) -> None:
        """One step forth again (Ctrl Y)."""
        if self.history.redo():
            self._again()

    def _again(self) -> None:
        self.say("")
        if find_floor(self.plan, str(self.floor.currentData())) is None or self.floor.count() != len(self.plan.floors):
            self._fill_floors()
        self._show()

    def _moved(self, dx: float, dy: float) -> None:
        space, seat = self.canvas.space_id, self.canvas.seat_id
        if seat:
            self._take(seat_edits.move_seat(self.plan, space, seat, dx, dy))
        else:
            self._take(edits.move_space(self.plan, space, dx, dy))

    def _stretched(self, sides: object) -> None:
        assert isinstance(sides, Sides)
        self._take(edits.stretch_space(self.plan, self.canvas.space_id, sides))

    def _described(self, details: object) -> None:
        assert isinstance(details, Details)
        self._take(edits.describe_space(self.plan, self.canvas.space_id, details, self.draft.names))

    def _placed(self, box: object) -> None:
        assert isinstance(box, tuple)
        self._take(edits.place_space(self.plan, self.canvas.space_id, box))

    def _cleared(self) -> None:
        if self.canvas.seat_id:
            self._remove_seat()
        else:
            self._remove_space()

    def _add_space(self) -> None:
        name = edits.free_name(self.plan, translate("PlanEditorPage", "Nouvel espace"), self.draft.names)
        made = edits.add_space(
            self.plan, self._floor().code, name, self.draft.used, self.draft.names, self.canvas.step
        )  # fmt: skip
        if self._take(made):
            self.choose(self._floor().spaces[-1].id, "")
            self.fields.name.setFocus()
            self.fields.name.selectAll()

    def _remove_space(self) -> None:
        self._take(edits.remove_space(self.plan, self.canvas.space_id))

    def _add_seat(self) -> None:
        if self._take(seat_edits.add_seat(self.plan, self.canvas.space_id, step=self.canvas.step)):
            space = self._space()
            self.choose(self.canvas.space_id, space.seat_points[-1].id if space else "")

    def _remove_seat(self) -> None:
        self._take(seat_edits.remove_seat(self.plan, self.canvas.space_id, self.canvas.seat_id))

    def _split(self, axis: int, far: float, name: str) -> None:
        space = self._space()
        start = polygons.bounds(space.outline)[axis] if space else 0.0
        made = edits.split_space(
            self.plan, self.canvas.space_id, axis, round(start + far, 3), name, self.draft.used, self.draft.names
        )
        if self._take(made):
            self.split.name.clear()

    # --- choosing, files, the draft ----------------------------------------------------------------------------

    def _floor_chosen(self) -> None:
        self.choose(self._floor().spaces[0].id, "")

    def _step_chosen(self) -> None:
        self.canvas.step = float(self.step.currentData())
        self._show()

    def _space_chosen(self) -> None:
        self.choose(str(self.space.currentData()), "")

    def _under_resized(self, width: float) -> None:
        self._take(reading.background_resized(self.plan, self._floor().code, width))

    def _bring(self) -> None:
        path = self._prompter.open_file(self, translate("PlanEditorPage", "Importer un plan ou un dessin"), SVG)
        if path is None:
            return
        brought = self._desk.plan_editing.bring(self.plan, self._floor().code, path)
        if isinstance(brought, Refused):
            self.say(brought.sentence)
        elif self._take(brought.plan) and brought.is_plan:
            self._fill_floors()
            self._floor_chosen()

    def _save_svg(self) -> None:
        path = self._prompter.save_file(self, translate("PlanEditorPage", "Exporter le plan"), "plan.svg", SVG)
        if path is not None:
            self._written(self._desk.plan_editing.save_svg(self.plan, path))

    def _save_pdf(self) -> None:
        path = self._prompter.save_file(self, translate("PlanEditorPage", "Exporter le plan"), "plan.pdf", PDF)
        if path is not None:
            self._written(self._desk.plan_editing.save_pdf(self.plan, path))

    def _written(self, answer: object) -> None:
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        name = getattr(answer, "name", "")
        self.told.emit(translate("PlanEditorPage", "Plan exporté\u00a0: {name}.").format(name=name))

    def keep(self) -> bool:
        """Keep the draft as it is drawn; True when it is kept."""
        if self.plan == self._kept:
            return True
        answer = self._desk.plan_editing.save(self.draft, self.plan)
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return False
        self.draft, self._kept = answer, self.plan
        self._show()
        return True

    def _restart(self) -> None:
        answer = self._desk.plan_editing.discard()
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        self.draft = answer
        self.history.take(answer.plan)
        self._kept = answer.plan
        self._again()

    def _publish(self, day: object) -> None:
        assert isinstance(day, date)
        answer = self._desk.plan_editing.publish(self.draft, self.plan, day)
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        sentence = translate("PlanEditorPage", "Plan publié\u00a0: {surface}, {seats} postes, dès le {day}.")
        self._kept = self.plan
        self.told.emit(
            sentence.format(
                surface=surface_words(answer.surface), seats=answer.workstations, day=day_text(answer.starts_on)
            )
        )
        self.closed.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Z and Ctrl Y; the rest as on every page."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _REDO:
            self.redo()
        else:
            super().keyPressEvent(event)

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing drawn is lost by looking elsewhere; what cannot be kept is said at the counter."""
        super().hideEvent(event)
        try:
            if not self.keep():
                self.told.emit(self._refusal.text())
        except EnvironmentFault as fault:
            self.told.emit(fault.sentence)
