"""The hour of the computer: held against what was sold and closed, and confirmed once by a manager when it is right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desk.closings.hour import Doubt, HourConfirmed
from desk.errors import Refused
from desk.formats import day_time
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel, fact
from views.parts import column, label, row, set_property

LOOK, DONE = range(2)


class HourPanel(FlowPanel):
    """What the computer says beside the last sale and closing; then what was confirmed."""

    def __init__(self, desk: FrontDesk) -> None:
        steps = (translate("HourPanel", "Comparer"), translate("HourPanel", "Confirmé"))
        super().__init__(translate("HourPanel", "L’heure de l’ordinateur"), steps)
        self._desk = desk
        self.add_page(self._look_page())
        self.add_page(self._done_page())
        self.show_step(LOOK)

    def _look_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._facts = []
        for words in (
            translate("HourPanel", "L’ordinateur dit"),
            translate("HourPanel", "Dernière vente"),
            translate("HourPanel", "Dernière clôture"),
        ):
            name, value = fact(words, "")
            name.setWordWrap(True)
            self._facts.append(value)
            line = row(name, value)
            line.setStretch(0, 1)
            body.addLayout(line)
        self._verdict = label("", "chip", wrap=True)
        self._what = label("", "", wrap=True)
        body.addWidget(self._verdict)
        body.addWidget(self._what)
        body.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._told = label("", "heading", wrap=True)
        body.addWidget(self._told)
        body.addStretch(1)
        return page

    def entered(self, index: int) -> None:
        """Read the hour, or say that it is over."""
        if index == LOOK:
            self._compare()
        else:
            self.name_go(translate("HourPanel", "Terminé"))
        self.focus_on(self.go_button)

    def go_on(self) -> None:
        """Confirm, then leave."""
        if self.step == DONE or self._desk.closings.hour.state().doubt is Doubt.NONE:
            self.closed.emit()
            return
        answer = self._desk.closings.hour.confirm()
        if isinstance(answer, Refused):
            self._compare()
            self.refuse(answer)
            return
        self._tell(answer)
        self.show_step(DONE)

    def back(self) -> None:
        """What is confirmed has nothing to go back to."""
        self.closed.emit()

    def _compare(self) -> None:
        state = self._desk.closings.hour.state()
        for value, at in zip(self._facts, (state.now, state.last_sale, state.last_closing), strict=True):
            value.setText(_words(at))
        verdict = {
            Doubt.NONE: translate("HourPanel", "Rien ne met cette heure en doute."),
            Doubt.AHEAD: translate("HourPanel", "La dernière vente ou clôture est anormalement ancienne."),
            Doubt.BEHIND: translate("HourPanel", "La dernière clôture est encore à venir."),
        }[state.doubt]
        what = {
            Doubt.NONE: "",
            Doubt.AHEAD: translate(
                "HourPanel",
                "Si l’ordinateur se trompe, mettez-le à l’heure et ne confirmez pas. S’il a raison, confirmez\u00a0: le"
                " jour, le mois et l’exercice oubliés pourront se clôturer.",
            ),
            Doubt.BEHIND: translate(
                "HourPanel",
                "Si l’ordinateur se trompe, mettez-le à l’heure et ne confirmez pas. S’il a raison, confirmez\u00a0: ce"
                " qui a été vendu depuis cette clôture sera clôturé maintenant, et les ventes reprendront à leur suite."
                " Rien de ce qui est scellé ne change.",
            ),
        }[state.doubt]
        self._verdict.setText(verdict)
        self._what.setText(what)
        set_property(self._verdict, "tone", "soon" if state.doubt else "success")
        words = translate("HourPanel", "Confirmer cette heure")
        if state.doubt is Doubt.NONE:
            words = translate("HourPanel", "Fermer")
        self.name_go(words)

    def _tell(self, made: HourConfirmed) -> None:
        words = translate("HourPanel", "Il est {when}\u00a0: c’est noté.")
        if made.closing:
            words = translate("HourPanel", "Il est {when}\u00a0: c’est noté. Clôture faite, n° {number}.")
        self._told.setText(words.format(when=day_time(made.at), number=made.closing))


def _words(at: datetime | None) -> str:
    return translate("HourPanel", "aucune") if at is None else day_time(at)
