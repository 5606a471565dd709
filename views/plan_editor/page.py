"""The plan's editor (Ctrl Maj E): its floors, files in and out, a draft kept, published from a day on, withdrawn."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from desk.errors import EnvironmentFault, Refused
from desk.formats import day as day_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.plan_editing import floor_edits
from desk.plan_editing.use_cases import Draft
from views.plan.guard import guarded
from views.plan_editor.sheet import PlanSheet
from views.plan_editor.words import surface_words
from views.prompts import Prompter

SVG = "SVG (*.svg)"
PDF = "PDF (*.pdf)"


class PlanEditorPage(PlanSheet):
    """The draft of the plan, kept when the page is left; `told` carries a sentence for the counter."""

    told = Signal(str)

    def __init__(self, desk: FrontDesk, draft: Draft, prompter: Prompter) -> None:
        super().__init__(draft)
        self._desk = desk
        self._prompter = prompter
        self.floors.added.connect(self._add_floor)
        self.floors.renamed.connect(self._rename_floor)
        self.floors.removed.connect(self._remove_floor)
        self.files.bring_asked.connect(self._bring)
        self.files.svg_asked.connect(self._save_svg)
        self.files.pdf_asked.connect(self._save_pdf)
        self.tool.keep_asked.connect(self.keep)
        self.tool.restart_asked.connect(self._restart)
        self.tool.publish_asked.connect(self._publish)
        self.tool.withdraw_asked.connect(self._withdraw)

    # --- floors ------------------------------------------------------------------------------------------------

    def _add_floor(self) -> None:
        name = floor_edits.free_floor_name(self.plan, translate("PlanEditorPage", "Nouvel étage"))
        if self.take(floor_edits.add_floor(self.plan, name)):
            self.fill_floors(self.plan.floors[-1].code)
            self.floor_chosen()
            self.floors.name.setFocus()
            self.floors.name.selectAll()

    def _rename_floor(self, name: str) -> None:
        if self.take(floor_edits.rename_floor(self.plan, self.shown_floor().code, name)):
            self.fill_floors()

    def _remove_floor(self) -> None:
        if self.take(floor_edits.remove_floor(self.plan, self.shown_floor().code)):
            self.fill_floors()
            self.floor_chosen()

    # --- files ------------------------------------------------------------------------------------------------

    def _bring(self) -> None:
        path = self._prompter.open_file(self, translate("PlanEditorPage", "Importer un plan ou un dessin"), SVG)
        if path is None:
            return
        brought = self._desk.plan_editing.bring(self.plan, self.shown_floor().code, path)
        if isinstance(brought, Refused):
            self.say(brought.sentence)
        elif self.take(brought.plan) and brought.is_plan:
            self.fill_floors()
            self.floor_chosen()

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
        if self.plan == self.kept:
            return True
        answer = self._desk.plan_editing.save(self.draft, self.plan)
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return False
        self.draft, self.kept = answer, self.plan
        self.show_plan()
        return True

    def _restart(self) -> None:
        answer = self._desk.plan_editing.discard()
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        self.draft = answer
        self.history.take(answer.plan)
        self.kept = answer.plan
        self.again()

    def _publish(self, day: object) -> None:
        assert isinstance(day, date)
        answer = self._desk.plan_editing.publish(self.draft, self.plan, day)
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        sentence = translate("PlanEditorPage", "Plan publié\u00a0: {surface}, {seats} postes, dès le {day}.")
        if answer.given_up:
            sentence = translate(
                "PlanEditorPage",
                "Plan publié\u00a0: {surface}, {seats} postes, dès le {day}. Ensembles qui n’auront plus deux espaces"
                " et s’arrêtent ce jour-là\u00a0: {wholes}.",
            )
        self.kept = self.plan
        self.told.emit(
            sentence.format(
                surface=surface_words(answer.surface),
                seats=answer.workstations,
                day=day_text(answer.starts_on),
                wholes=", ".join(answer.given_up),
            )
        )
        self.closed.emit()

    def _withdraw(self) -> None:
        """What is drawn is kept first: nothing of it is lost, and it can be published again."""
        if not self.keep():
            return
        planned = self.draft.planned
        answer = self._desk.plan_editing.withdraw(self.draft)
        if isinstance(answer, Refused):
            self.say(answer.sentence)
            return
        # What is on the sheet is what the draft holds now: every step of it can still be undone.
        self.draft, self.kept = answer, self.plan
        self.again()
        if planned is not None:
            self.tool.propose(planned)
            sentence = translate("PlanEditorPage", "Plan du {day} retiré\u00a0: son dessin est le brouillon.")
            self.told.emit(sentence.format(day=day_text(planned)))

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing drawn is lost by looking elsewhere; what cannot be kept is said at the counter."""
        super().hideEvent(event)
        try:
            if not self.keep():
                self.told.emit(self._refusal.text())
        except EnvironmentFault as fault:
            self.told.emit(fault.sentence)
