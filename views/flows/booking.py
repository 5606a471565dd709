"""Booking a space for later: where and when, for whom, a last look; then it is done, and can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from desk.bookings import BookingKind, BookingRequest, BookingsChanged, SeriesHeld, SeriesPlanned
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings import words
from views.bookings.board import Wanted
from views.bookings.fields import Answers, ReasonField, WhenForm
from views.bookings.places import places
from views.bookings.repeats import RepeatForm
from views.bookings.who import Taker, WhoForm
from views.flows.panel import FlowPanel
from views.parts import button, column, label, row

WHEN, WHO, LOOK, DONE = range(4)


class BookingPanel(FlowPanel):
    """Three steps. `made` carries the act's id and its sentence, `undo_asked` takes the last act back."""

    made = Signal(str, str)
    undo_asked = Signal()

    def __init__(self, desk: FrontDesk, wanted: Wanted) -> None:
        steps = (
            translate("BookingPanel", "Quand"),
            translate("BookingPanel", "Pour qui"),
            translate("BookingPanel", "Vérifier"),
        )
        super().__init__(translate("BookingPanel", "Réserver un espace"), steps)
        self._desk = desk
        self._plan: SeriesPlanned | None = None
        self._taker: Taker | None = None
        self.when = WhenForm(places(desk), desk.site.facts().zone)
        self.repeats = RepeatForm()
        self.who = WhoForm(desk)
        for page in (self._when_page(), self.who, self._look_page(), self._done_page()):
            self.add_page(page)
        self.when.changed.connect(self._when_changed)
        self.answers.chosen.connect(self._answered)
        self.take(wanted)

    def _when_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.addWidget(self.when)
        body.addWidget(self.repeats)
        self.reason, self.answers = ReasonField(), Answers()
        body.addWidget(self.reason.caption)
        body.addWidget(self.reason)
        body.addWidget(self.answers)
        body.addStretch(1)
        return page

    def _look_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._what = label("", "heading", wrap=True)
        self._facts = label("", "", wrap=True)
        self._series = label("", "strong", wrap=True)
        self._notes = label("", "muted", wrap=True)
        self.refused = QListWidget()
        self.refused.setWordWrap(True)
        self.refused.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.refused.setAccessibleName(translate("BookingPanel", "Dates qui ne vont pas"))
        for widget in (self._what, self._facts, self._series, self._notes, self.refused):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._done_title = label(translate("BookingPanel", "C’est réservé"), "heading")
        self._done_text = label("", "", wrap=True)
        self.undo_button = button(translate("BookingPanel", "Annuler cette réservation"), self._undo)
        body.addWidget(self._done_title)
        body.addWidget(self._done_text)
        body.addLayout(row(self.undo_button, 1))
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def take(self, wanted: Wanted) -> None:
        """Begin with a space and a time that somebody pointed at; who it is for, if typed already, stays."""
        if self.step == DONE:
            self.who.begin()
        self.when.show_time(wanted.space_id, wanted.starts_at, wanted.ends_at)
        self.repeats.begin(wanted.starts_at.date())
        self.reason.clear()
        self.reason.hide()
        self.show_step(WHEN)

    def entered(self, index: int) -> None:
        """Name the button, and put the focus where the next key is expected."""
        self.answers.offer(None)
        if index == LOOK:
            self._name_look()
            self.focus_on(self.go_button)
        elif index == DONE:
            self.name_go(translate("BookingPanel", "Terminé"))
            self.focus_on(self.go_button)
        else:
            self.name_go(translate("BookingPanel", "Continuer"))
            self.focus_on(self.who.first if index == WHO else self.when.end)

    def go_on(self) -> None:
        """When -> for whom -> a last look -> booked -> closed."""
        match self.step:
            case 0:
                self._check_when()
            case 1:
                self._check_who()
            case 2:
                self._book()
            case _:
                self.closed.emit()

    def _request(self, taker: Taker) -> BookingRequest:
        wanted = self.when.wanted
        return BookingRequest(
            wanted.space_id, wanted.starts_at, wanted.ends_at, taker.kind, taker.title, self.who.people.value(),
            taker.member_id, taker.organisation_id, None, self.who.set_up.value(), self.who.clean_up.value(),
            self.reason.text().strip(),
        )  # fmt: skip

    def _check_when(self) -> None:
        """A first look, as if for the house: its hours are the widest."""
        refused = self._time_problem() or self._desk.bookings.objection(self._request(Taker(BookingKind.HOUSE, "-")))
        if refused is not None and not self._rule():
            self._show_refused(refused)
            return
        self.show_step(WHO)

    def _time_problem(self) -> Refused | None:
        wanted = self.when.wanted
        if wanted.ends_at <= self._desk.site.local_now():
            return Refused(
                "past", translate("BookingPanel", "Cette heure est déjà passée\u00a0: choisissez-en une autre.")
            )
        if wanted.ends_at - wanted.starts_at > timedelta(hours=24):
            return Refused("long", translate("BookingPanel", "Une réservation dure un jour au plus\u00a0: répétez-la."))
        return None

    def _rule(self) -> str:
        return self.repeats.rule(self.when.wanted.starts_at)

    def _check_who(self) -> None:
        taker = self.who.taker()
        if isinstance(taker, Refused):
            self.refuse(taker)
            return
        self._taker = taker
        request, rule = self._request(taker), self._rule()
        if rule:
            plan = self._desk.bookings.plan_series(request, rule)
            if isinstance(plan, Refused):
                self.refuse(plan)
                return
            self._plan = plan
        else:
            self._plan = None
            refused = self._desk.bookings.objection(request)
            if refused is not None:
                self._show_refused(refused)
                return
        self._summarise(request, taker)
        self.show_step(LOOK)

    def _show_refused(self, refused: Refused) -> None:
        """A refusal about the time is answered where the time is."""
        if self.step != WHEN:
            self.show_step(WHEN)
        self.refuse(refused)
        self.answers.offer(refused)

    def _answered(self, remedy: object) -> None:
        assert isinstance(remedy, Remedy)
        if remedy.code == "book_at":
            self._book_at(remedy.subject)
        elif remedy.code == "override_hours":
            self.answers.offer(None)
            self.reason.show()
            self.focus_on(self.reason)

    def _book_at(self, iso: str) -> None:
        wanted = self.when.wanted
        starts = datetime.fromisoformat(iso)
        self.when.show_time(wanted.space_id, starts, starts + (wanted.ends_at - wanted.starts_at))
        self.refuse(None)
        self.answers.offer(None)
        self.focus_on(self.go_button)

    def _when_changed(self) -> None:
        if self.step == WHEN:
            self.refuse(None)
            self.answers.offer(None)

    # --- the last look ---------------------------------------------------------------------------------------

    def _summarise(self, request: BookingRequest, taker: Taker) -> None:
        self._what.setText(taker.title)
        zone = self._desk.site.facts().zone
        starts, ends = request.starts_at.astimezone(zone), request.ends_at.astimezone(zone)
        lines = [
            translate("BookingPanel", "{space}, le {day}").format(
                space=self.when.space.currentText(), day=day_text(starts.date())
            ),
            translate("BookingPanel", "de {start} à {end}").format(start=time_text(starts), end=time_text(ends)),
            words.kind_word(taker.kind) if not taker.name else taker.name,
        ]
        if request.people:
            lines.append(words.people(request.people))
        if request.set_up_minutes or request.clean_up_minutes:
            margins = translate("BookingWords", "préparation {before} min, rangement {after} min")
            lines.append(margins.format(before=request.set_up_minutes, after=request.clean_up_minutes))
        self._facts.setText("\n".join(lines))
        self._show_plan()

    def _show_plan(self) -> None:
        plan = self._plan
        for widget in (self._series, self._notes, self.refused):
            widget.setVisible(plan is not None)
        self.refused.clear()
        if plan is None:
            return
        pattern = translate("BookingPanel", "{words}\u00a0: {count} dates")
        self._series.setText(pattern.format(words=plan.words, count=len(plan.occurrences)))
        self._notes.setText("\n".join(plan.notes))
        self._notes.setVisible(bool(plan.notes))
        line = translate("BookingPanel", "{day}\u00a0: {why}")
        for one in plan.refused:
            self.refused.addItem(line.format(day=day_text(one.starts_at.date()), why=one.reason))
        self.refused.setVisible(bool(plan.refused))

    def _name_look(self) -> None:
        plan = self._plan
        if plan is None:
            self.name_go(translate("BookingPanel", "Réserver"))
        elif not plan.free:
            self.name_go(translate("BookingPanel", "Aucune date n’est libre"), enabled=False)
        elif plan.refused:
            pattern = translate("BookingPanel", "Réserver les {count} dates libres")
            if len(plan.free) == 1:
                pattern = translate("BookingPanel", "Réserver la seule date libre")
            self.name_go(pattern.format(count=len(plan.free)))
        else:
            self.name_go(translate("BookingPanel", "Réserver les {count} dates").format(count=len(plan.free)))

    def _book(self) -> None:
        taker = self._taker
        assert taker is not None
        request = self._request(taker)
        answer: BookingsChanged | SeriesHeld | Refused
        if self._plan is None:
            answer = self._desk.bookings.make(request, taker.newcomer)
        else:
            expected = request.people if taker.kind is BookingKind.EVENT else None
            answer = self._desk.bookings.hold_series(
                request, self._rule(), expected=expected, leave_out=bool(self._plan.refused), newcomer=taker.newcomer
            )
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        sentence = _told(answer, taker)
        self._done_text.setText(sentence)
        self.made.emit(answer.act_id, sentence)
        self.show_step(DONE)

    def _undo(self) -> None:
        self.undo_asked.emit()
        self.closed.emit()


def _told(answer: BookingsChanged | SeriesHeld, taker: Taker) -> str:
    if isinstance(answer, BookingsChanged):
        return answer.sentence
    pattern = translate("BookingPanel", "{title}\u00a0: {count} dates réservées. {words}")
    return pattern.format(title=taker.title, count=len(answer.booking_ids), words=answer.words)
