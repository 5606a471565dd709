"""A booking beside the page or the plan: who, until when, and the acts: extend, move, free, someone came, cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.bookings import TITLE_LIMIT, BookingEdit, BookingKind, BookingListed, BookingsChanged, Charge, Scope
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings import words
from views.bookings.fields import MOST_MINUTES, MOST_PEOPLE, Answers, ReasonField, WhenForm, keep_height
from views.bookings.places import places
from views.flows.panel import FlowPanel
from views.flows.rental_care import RentalCare
from views.numbers import NumberField
from views.parts import Choices, button, column, label, named, row, under_name

LONGER = timedelta(minutes=30)


class BookedPanel(FlowPanel):
    """One step. `done` carries the id of an act that can be taken back and its sentence, `crowd_asked` an event."""

    done = Signal(str, str)
    crowd_asked = Signal(str)

    def __init__(self, desk: FrontDesk, booking_id: str) -> None:
        super().__init__(translate("BookedPanel", "Réservation"), ())
        self._desk = desk
        self.booking: BookingListed | None = None
        self._shown = booking_id
        self._missed = False
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._title = label("", "heading", wrap=True)
        self._facts = label("", "", wrap=True)
        self._state = label("", "chip", wrap=True)
        for widget in (self._title, self._facts, self._state):
            body.addWidget(widget)
        self.care = RentalCare(desk)
        self.care.refused.connect(self._care_refused)
        body.addWidget(self.care)
        self._add_acts(page)
        self._add_scope(page)
        self.answers = Answers()
        self.answers.chosen.connect(self._answered)
        self.cancel_button = button("", self.cancel, kind="danger")
        self.edit_button = button(translate("BookedPanel", "Déplacer, modifier"))
        self.edit_button.setCheckable(True)
        self.edit_button.toggled.connect(self._show_form)
        for made in (self.cancel_button, self.edit_button):
            body.addWidget(made)
        self._add_form(page)
        body.addWidget(self.answers)
        body.addStretch(1)
        self.add_page(page)
        self.show_booking(booking_id)
        self.show_step(0)

    # --- building --------------------------------------------------------------------------------------------

    def _add_acts(self, page: QWidget) -> None:
        self.longer_button = button("", self._longer)
        self.free_button = button(translate("BookedPanel", "Libérer maintenant"), self._free)
        self.arrived_button = button(translate("BookedPanel", "Quelqu’un est là"), self._arrived)
        self.release_button = button(translate("BookedPanel", "Rendre l’espace, personne n’est venu"), self._release)
        self.crowd_button = button(translate("BookedPanel", "Compter le public"), self._ask_crowd)
        body = page.layout()
        assert body is not None
        for made in (self.crowd_button, self.arrived_button, self.longer_button, self.free_button, self.release_button):
            body.addWidget(made)

    def _add_scope(self, page: QWidget) -> None:
        options = [
            (Scope.THIS, translate("BookedPanel", "Cette date")),
            (Scope.FOLLOWING, translate("BookedPanel", "Celle-ci et après")),
            (Scope.ALL, translate("BookedPanel", "Toutes à venir")),
        ]
        self._scope_label = label(translate("BookedPanel", "Ce qui change"), "strong")
        self.scope = Choices(options, translate("BookedPanel", "Dates de la série"), columns=3)
        self.scope.choose(Scope.THIS)
        self.scope.chosen.connect(self._scope_chosen)
        body = page.layout()
        assert body is not None
        body.addWidget(self._scope_label)
        body.addWidget(self.scope)

    def _add_form(self, page: QWidget) -> None:
        self.when = WhenForm(places(self._desk), self._desk.site.facts().zone)
        self.title_field = QLineEdit()
        self.title_field.setMaxLength(TITLE_LIMIT)
        self.title_field.setAccessibleName(translate("BookedPanel", "Titre"))
        self.people = NumberField(translate("BookedPanel", "Nombre de personnes"), MOST_PEOPLE)
        self.set_up = NumberField(translate("BookedPanel", "Minutes de préparation"), MOST_MINUTES, step=5)
        self.clean_up = NumberField(translate("BookedPanel", "Minutes de rangement"), MOST_MINUTES, step=5)
        self.reason = ReasonField()
        form = self._form = QWidget()
        form.hide()
        body = column(form, gap=8)
        body.addLayout(under_name(self.title_field))
        body.addWidget(self.when)
        for name, field in (
            (translate("BookedPanel", "Personnes"), self.people),
            (translate("BookedPanel", "Préparation (min)"), self.set_up),
            (translate("BookedPanel", "Rangement (min)"), self.clean_up),
        ):
            body.addLayout(row(named(field, name), 1, field))
            field.valueChanged.connect(self._edited)
        body.addWidget(self.reason.caption)
        body.addWidget(self.reason)
        self.when.changed.connect(self._edited)
        self.title_field.textEdited.connect(self._edited)
        outer = page.layout()
        assert outer is not None
        outer.addWidget(form)

    # --- what is shown ---------------------------------------------------------------------------------------

    def show_booking(self, booking_id: str) -> None:
        """Show this booking; what was being changed of another is forgotten."""
        self._shown = booking_id
        self.booking = None
        self.scope.choose(Scope.THIS)
        self.edit_button.setChecked(False)
        self.reason.clear()
        self.reason.hide()
        self.refuse(None)
        self.answers.offer(None)
        self.reload()

    def reload(self) -> None:
        """Read it again; what is being changed stays."""
        booking = self._desk.bookings.get(self._shown)
        if booking is None:
            self.closed.emit()
            return
        begun = self.booking is not None and self._change() is not None
        self.booking = booking
        if not begun:
            self._fill(booking)
        self._missed = any(one.booking.id == booking.id for one in self._desk.bookings.no_shows())
        self.care.show_booking(booking)
        self._tell(booking)
        self._offer(booking)
        self._edited()

    def resume(self) -> None:
        """It comes back to the front: its sale may have been corrected meanwhile."""
        self.reload()
        super().resume()

    def _fill(self, booking: BookingListed) -> None:
        self.when.show_time(booking.space_id, booking.starts_at, booking.ends_at)
        self.title_field.setText(booking.title)
        self.people.setValue(booking.people)
        self.set_up.setValue(booking.set_up_minutes)
        self.clean_up.setValue(booking.clean_up_minutes)

    def _tell(self, booking: BookingListed) -> None:
        self._title.setText(words.for_whom(booking))
        pattern = translate("BookedPanel", "{space}, le {day}, {hours}")
        facts = [
            pattern.format(
                space=booking.space, day=day_text(booking.starts_at.date()), hours=words.hours(booking)
            ),
            words.kind_word(booking.kind),
        ]  # fmt: skip
        if booking.people:
            facts.append(words.people(booking.people))
        bill = self.care.bill.bill if booking.kind is BookingKind.RENTAL else None
        if bill is not None and bill.state:
            facts.append(bill.state)
        if booking.series_id:
            facts.append(translate("BookedPanel", "une date d’une série"))
        if booking.is_moved:
            facts.append(translate("BookedPanel", "déplacée"))
        self._facts.setText(" · ".join(facts))
        self._state.setText(self._state_words(booking))
        self._state.setVisible(bool(self._state.text()))

    def _state_words(self, booking: BookingListed) -> str:
        now = self._desk.site.local_now()
        if booking.arrived_at is not None:
            return translate("BookedPanel", "Arrivés à {hour}").format(hour=time_text(booking.arrived_at))
        if self._missed:
            pattern = translate("BookedPanel", "Personne n’est venu depuis {hour}")
            return pattern.format(hour=time_text(booking.starts_at))
        if booking.starts_at <= now < booking.ends_at:
            return translate("BookedPanel", "En cours jusqu’à {hour}").format(hour=time_text(booking.ends_at))
        if booking.ends_at <= now:
            return translate("BookedPanel", "Finie depuis {hour}").format(hour=time_text(booking.ends_at))
        return ""

    def _offer(self, booking: BookingListed) -> None:
        now = self._desk.site.local_now()
        is_on, is_over = booking.starts_at <= now < booking.ends_at, booking.ends_at <= now
        later = booking.ends_at + LONGER
        longer = translate("BookedPanel", "Prolonger jusqu’à {hour}")
        more = self.care.bill.more_until(later) if booking.kind is BookingKind.RENTAL else 0
        if more:
            longer = translate("BookedPanel", "Prolonger jusqu’à {hour}\u00a0: +{amount}")
        self.longer_button.setText(longer.format(hour=time_text(later), amount=money(more)))
        self.longer_button.setVisible(now < later)
        self.free_button.setVisible(is_on)
        near = booking.held_from - LONGER <= now < booking.ends_at
        self.arrived_button.setVisible(near and booking.arrived_at is None)
        self.release_button.setVisible(self._missed)
        is_event = booking.kind is BookingKind.EVENT
        counted = is_event and any(e.booking_id == booking.id for e in self._desk.crowds.of_today())
        self.crowd_button.setVisible(counted)
        self.edit_button.setVisible(not is_over)
        self._form.setVisible(not is_over and self.edit_button.isChecked())
        for field in (self.when.space, self.when.day, self.when.start):
            field.setEnabled(booking.starts_at > now)  # what has begun only ends elsewhere
        has_more = bool(booking.series_id) and not is_over
        self._scope_label.setVisible(has_more)
        self.scope.setVisible(has_more)
        self._name_cancel()

    def _ask_crowd(self) -> None:
        self.crowd_asked.emit(self._shown)

    def _name_cancel(self) -> None:
        """The button says what cancelling costs."""
        charge = self._desk.bookings.cancellation(self._shown, self.scope.value)
        booking = self.booking
        begun = booking is not None and booking.starts_at <= self._desk.site.local_now()
        shown = isinstance(charge, Charge) and not (begun and self.scope.value is Scope.THIS)
        self.cancel_button.setVisible(shown)
        if isinstance(charge, Charge):
            self.cancel_button.setText(_consequence(charge))
            self.cancel_button.setToolTip(charge.sentence)

    def _show_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        if shown:
            keep_height(self._form)
            self.when.end.setFocus()

    def _scope_chosen(self, _scope: object) -> None:
        self._name_cancel()
        self._edited()

    def _edited(self, _value: object = None) -> None:
        changed = self._change() is not None
        save = translate("BookedPanel", "Enregistrer le changement")
        self.name_go(save if changed else translate("BookedPanel", "Fermer"))

    def _change(self) -> BookingEdit | None:
        """What the form changes, None when nothing."""
        booking, wanted = self.booking, self.when.wanted
        if booking is None:
            return None
        title = " ".join(self.title_field.text().split())
        timed = (wanted.starts_at, wanted.ends_at) != (booking.starts_at, booking.ends_at)
        change = BookingEdit(
            space_id=wanted.space_id if wanted.space_id != booking.space_id else None,
            starts_at=wanted.starts_at if timed and wanted.starts_at != booking.starts_at else None,
            ends_at=wanted.ends_at if timed else None,
            title=title if title and title != booking.title else None,
            people=self.people.value() if self.people.value() != booking.people else None,
            set_up_minutes=self.set_up.value() if self.set_up.value() != booking.set_up_minutes else None,
            clean_up_minutes=self.clean_up.value() if self.clean_up.value() != booking.clean_up_minutes else None,
        )
        if change == BookingEdit():
            return None
        return replace(change, override_reason=self.reason.text().strip())

    # --- acting ----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """The usual act first: someone is there, or close."""
        del index
        shown = self.arrived_button if not self.arrived_button.isHidden() else self.go_button
        self.focus_on(shown)

    def go_on(self) -> None:
        """Write what was changed; with nothing changed, close."""
        change = self._change()
        if change is None:
            self.closed.emit()
            return
        self._told(self._desk.bookings.edit(self._shown, change, self.scope.value))

    def cancel(self) -> None:
        """Cancel the dates chosen, at the cost the button says."""
        if self._told(self._desk.bookings.cancel(self._shown, self.scope.value)):
            self.closed.emit()

    def _longer(self) -> None:
        assert self.booking is not None
        self._told(self._desk.bookings.end_at(self._shown, self.booking.ends_at + LONGER))

    def _free(self) -> None:
        self._told(self._desk.bookings.free_now(self._shown))

    def _release(self) -> None:
        if self._told(self._desk.bookings.release(self._shown)):
            self.closed.emit()

    def _arrived(self) -> None:
        refused = self._desk.bookings.arrived(self._shown)
        self.refuse(refused)
        if refused is None:
            self.reload()
            self.go_button.setFocus()

    def _care_refused(self, refused: object) -> None:
        self.refuse(refused if isinstance(refused, Refused) else None)

    def _told(self, answer: BookingsChanged | Refused) -> bool:
        if isinstance(answer, Refused):
            self.refuse(answer)
            self.answers.offer(answer)
            return False
        self.refuse(None)
        self.answers.offer(None)
        self.booking = None
        self.reload()
        self.done.emit(answer.act_id, answer.sentence)
        return True

    def _answered(self, remedy: object) -> None:
        assert isinstance(remedy, Remedy)
        if remedy.code == "free_now":
            self._free()
        elif remedy.code == "override_hours":
            self.answers.offer(None)
            self.reason.show()
            self.focus_on(self.reason)
        elif remedy.code == "book_at":
            wanted, starts = self.when.wanted, datetime.fromisoformat(remedy.subject)
            self.when.show_time(wanted.space_id, starts, starts + (wanted.ends_at - wanted.starts_at))
            self.refuse(None)
            self.answers.offer(None)
            self._edited()


def _consequence(charge: Charge) -> str:
    if charge.owed_cents:
        pattern = translate("BookedPanel", "Annuler\u00a0: {owed} restent dus")
        return pattern.format(owed=money(charge.owed_cents))
    if charge.to_refund_cents:
        pattern = translate("BookedPanel", "Annuler\u00a0: {amount} à rendre")
        return pattern.format(amount=money(charge.to_refund_cents))
    return translate("BookedPanel", "Annuler\u00a0: rien n’est dû")
