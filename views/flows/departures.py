"""The end of the day: who is still there? Each is noted as gone at a stated hour, or seen; nobody is, silently."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QPushButton, QTimeEdit, QWidget

from desk.crowds import CrowdInside
from desk.departures import StillIn
from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.lending.values import LoanListed
from views.flows.panel import FlowPanel
from views.parts import ElidedLabel, after_name, button, column, empty, label, row, scaled


class DeparturesPanel(FlowPanel):
    """One step: the hour, then everyone. `finished` when it is closed by its button, not by Esc."""

    finished = Signal()

    def __init__(self, desk: FrontDesk, *, then: str = "", without: str = "") -> None:
        """`then` says on the button what follows ("Verrouiller"), empty when nothing does; `without` the same with
        nobody noted, empty for the lock."""
        super().__init__(translate("DeparturesPanel", "Qui est encore là\u00a0?"), (), subject=without)
        self._desk = desk
        self._then = then
        self._hour: time | None = None
        self._noted: dict[str, str] = {}
        self._seen: set[str] = set()
        self._acts: list[tuple[QPushButton, str, str]] = []
        self._waiting: tuple[StillIn, ...] = ()
        page = QWidget()
        body = column(page, gap=12)
        self.hour = QTimeEdit()
        self.hour.setDisplayFormat("HH:mm")
        self.hour.setAccessibleName(translate("DeparturesPanel", "Heure de départ supposée"))
        self.hour.setFixedWidth(scaled(114))
        self.hour.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        usual = self._desk.departures.day_end().hour
        self.hour.setTime(QTime(usual.hour, usual.minute))
        self.hour.timeChanged.connect(self._hour_stated)
        body.addLayout(after_name(self.hour))
        self.leave_button = button(without or translate("DeparturesPanel", "Verrouiller sans rien noter"), self._leave)
        self.leave_button.setToolTip("" if without else translate("DeparturesPanel", "Ctrl L encore une fois"))
        body.addWidget(self.leave_button)
        self.leave_button.setVisible(bool(then))
        self._list = column(gap=14)
        body.addLayout(self._list)
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Read who is in."""
        del index
        self.reload()
        self.focus_on(self.go_button)

    def reload(self) -> None:
        """Show who is in now, and what was noted here, which can be taken back."""
        focused = next((index for index, (made, _, _) in enumerate(self._acts) if made.hasFocus()), None)
        empty(self._list)
        self._acts.clear()
        found = self._desk.departures.day_end(self._hour)
        self._waiting = tuple(person for person in found.people if person.visit_id not in self._seen)
        for person in found.people:
            self._list.addWidget(self._person(person))
        for crowd in found.crowds:
            self._list.addWidget(self._crowd(crowd))
        for visit_id, told in self._noted.items():
            self._list.addWidget(self._done(visit_id, told))
        loans, deposits = self._desk.lending.due_today(), self._desk.aftercare.deposits_of_ended()
        if loans or deposits:
            self._list.addWidget(label(translate("DeparturesPanel", "À rendre avant de fermer"), "title"))
        for loan in loans:
            self._list.addWidget(self._loan(loan))
        for reminder in deposits:
            self._list.addWidget(label(reminder.sentence, "", wrap=True))
        if not found.people and not found.crowds and not self._noted:
            self._list.addWidget(
                label(translate("DeparturesPanel", "Il n’y a plus personne dans la maison."), "", wrap=True)
            )
        self._name_go()
        if focused is not None:
            # The keyboard stays where it was, on whoever came in the place of the person just noted.
            (self._acts[min(focused, len(self._acts) - 1)][0] if self._acts else self.go_button).setFocus()

    def go_on(self) -> None:
        """Note everyone that nobody saw as gone; when there is no one, close."""
        if not self._waiting:
            self._leave()
            return
        self._note(self._waiting)

    def _leave(self) -> None:
        """Go on without noting anyone else: what was noted by then stays so."""
        self.closed.emit()
        self.finished.emit()

    # --- rows ------------------------------------------------------------------------------------------------

    def _person(self, person: StillIn) -> QWidget:
        box = QWidget()
        body = column(box, gap=4)
        since = time_text(person.since)
        if person.is_forgotten or person.since.date() != person.proposed.date():
            since = day_time(person.since)
        pattern = translate("DeparturesPanel", "depuis {since} · {place}")
        if not person.place:
            pattern = translate("DeparturesPanel", "depuis {since}")
        body.addWidget(ElidedLabel(person.name, "strong"))
        body.addWidget(ElidedLabel(pattern.format(since=since, place=person.place), "muted"))
        gone = translate("DeparturesPanel", "Parti·e à {hour}").format(hour=time_text(person.proposed))
        left = self._act(gone, "left", person.visit_id)
        left.setAccessibleName(
            translate("DeparturesPanel", "{name} est parti·e à {hour}").format(
                name=person.name, hour=time_text(person.proposed)
            )
        )
        if person.visit_id in self._seen:
            seen = row(left, label(translate("DeparturesPanel", "Encore là, c’est noté."), "muted", wrap=True))
            seen.setStretch(1, 1)
            body.addLayout(seen)
            return box
        here = self._act(translate("DeparturesPanel", "Est encore là"), "here", person.visit_id)
        here.setAccessibleName(translate("DeparturesPanel", "{name} est encore là").format(name=person.name))
        body.addLayout(row(left, here, 1))
        return box

    def _crowd(self, crowd: CrowdInside) -> QWidget:
        box = QWidget()
        body = column(box, gap=4)
        body.addWidget(ElidedLabel(crowd.words, "strong"))
        since = translate("DeparturesPanel", "depuis {since} · {place}")
        body.addWidget(ElidedLabel(since.format(since=time_text(crowd.since), place=crowd.place), "muted"))
        left = self._act(translate("DeparturesPanel", "Tout le monde est parti"), "crowd", crowd.booking_id)
        left.setAccessibleName(translate("DeparturesPanel", "{crowd}, tous partis").format(crowd=crowd.words))
        body.addLayout(row(left, 1))
        return box

    def _loan(self, loan: LoanListed) -> QWidget:
        box = QWidget()
        body = column(box, gap=4)
        body.addWidget(ElidedLabel(loan.thing, "strong"))
        pattern = translate("DeparturesPanel", "{who} · à rendre à {when}")
        if loan.is_late:
            pattern = translate("DeparturesPanel", "{who} · en retard depuis {when}")
        body.addWidget(ElidedLabel(pattern.format(who=loan.who or "–", when=loan.due_words), "muted"))
        back = self._act(translate("DeparturesPanel", "Rendu"), "loan", loan.id)
        back.setAccessibleName(translate("DeparturesPanel", "{thing}, rendu").format(thing=loan.thing))
        body.addLayout(row(back, 1))
        return box

    def _done(self, visit_id: str, told: str) -> QWidget:
        box = QWidget()
        undo = self._act(translate("DeparturesPanel", "Annuler"), "undo", visit_id)
        undo.setProperty("kind", "link")
        undo.setAccessibleName(translate("DeparturesPanel", "Annuler\u00a0: {what}").format(what=told))
        line = row(label(told, "muted", wrap=True), undo)
        line.setStretch(0, 1)
        box.setLayout(line)
        return box

    def _act(self, text: str, act: str, subject: str) -> QPushButton:
        made = button(text, self._pressed)
        self._acts.append((made, act, subject))
        return made

    def _name_go(self) -> None:
        count = len(self._waiting)
        if count == 1:
            self.name_go(translate("DeparturesPanel", "Noter 1 départ supposé"))
        elif count:
            self.name_go(translate("DeparturesPanel", "Noter {count} départs supposés").format(count=count))
        else:
            self.name_go(self._then or translate("DeparturesPanel", "Terminé"))

    # --- acting ----------------------------------------------------------------------------------------------

    def _hour_stated(self, stated: QTime) -> None:
        self._hour = time(stated.hour(), stated.minute())
        self.reload()

    def _pressed(self) -> None:
        pressed = self.sender()
        for made, act, subject in list(self._acts):
            if made is pressed:
                self._do(act, subject)
                return

    def _do(self, act: str, subject: str) -> None:
        self.refuse(None)
        if act == "left":
            people = self._desk.departures.day_end(self._hour).people
            self._note(tuple(person for person in people if person.visit_id == subject))
            return
        if act == "here":
            refused = self._desk.departures.note_still_here(subject)
            self._seen.add(subject)
        elif act == "crowd":
            answer = self._desk.crowds.end(subject)
            refused = answer if isinstance(answer, Refused) else None
        elif act == "loan":
            back = self._desk.lending.give_back(subject)
            refused = back if isinstance(back, Refused) else None
        else:
            undone = self._desk.checkin.undo(subject)
            refused = undone if isinstance(undone, Refused) else None
            if refused is None:
                del self._noted[subject]
        self.refuse(refused)
        self.reload()

    def _note(self, people: tuple[StillIn, ...]) -> None:
        answer = self._desk.departures.note_left({person.visit_id: person.proposed for person in people})
        if isinstance(answer, Refused):
            self.refuse(answer)
        else:
            self.refuse(None)
            told = translate("DeparturesPanel", "{name}\u00a0: départ supposé, {when}")
            for person in people:
                if person.visit_id in answer:
                    self._noted[person.visit_id] = told.format(name=person.name, when=day_time(person.proposed))
        self.reload()
