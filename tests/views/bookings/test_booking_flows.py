"""Booking in three steps, and what may become of a booking, in the real window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTime

from desk.bookings import BookingKind, BookingListed, BookingRequest, Scope
from desk.errors import Refused
from tests.support.house import OPENING
from tests.support.window import CTRL, Screen, held, window_fixture
from views.bookings.repeats import Repeat
from views.flows.booked import BookedPanel
from views.flows.booking import DONE, LOOK, WHEN, WHO, BookingPanel
from views.flows.rental import RentalPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _hold(screen: Screen, hour: float, lasting: float = 1.0, kind: BookingKind = BookingKind.HOUSE) -> str:
    starts = OPENING + timedelta(hours=hour - 9)
    request = BookingRequest("calumet", starts, starts + timedelta(hours=lasting), kind, "Réunion", 4)
    made = screen.house.desk.bookings.hold(request)
    assert not isinstance(made, Refused), made
    screen.settle()
    return made


def _begin(screen: Screen) -> BookingPanel:
    screen.press(Key.Key_B, CTRL)
    panel = screen.flow(BookingPanel)
    panel.when.space.setCurrentIndex(panel.when.space.findData("calumet"))
    return panel


def _today(screen: Screen) -> tuple[BookingListed, ...]:
    return screen.house.desk.bookings.of_day()


def test_a_member_books_with_the_keyboard_alone_and_takes_it_back(held: Screen) -> None:
    held.house.member("Inès Alvar", named=True)
    held.house.member("Inès Berger")
    panel = _begin(held)
    panel.when.end.setFocus()
    held.enter()
    assert panel.step == WHO
    held.type("ines")
    held.press(Key.Key_Down)
    held.press(Key.Key_Up)
    held.enter()
    assert panel.step == LOOK
    assert "Inès Alvar" in panel._facts.text()
    held.enter()
    assert panel.step == DONE
    (booking,) = _today(held)
    assert (booking.space, booking.who, booking.starts_at.hour) == ("Calumet", "Inès Alvar", 10)
    assert held.window.banner._act.text() == "Annuler"
    held.click(panel.undo_button)
    assert _today(held) == ()
    assert held.window.counter.flow is None


def test_an_organisation_nobody_knows_is_made_with_its_booking(held: Screen) -> None:
    panel = _begin(held)
    held.click(panel.go_button)
    held.click(panel.who.kind.button_of(BookingKind.RENTAL))
    held.type("Les Jardins de Ronce")
    held.enter()
    panel.who.people.setValue(8)
    held.enter()
    (booking,) = _today(held)
    assert (booking.kind, booking.who, booking.title) == (
        BookingKind.RENTAL, "Les Jardins de Ronce", "Les Jardins de Ronce",
    )  # fmt: skip
    assert held.house.desk.organisations.find("jardins")[0].name == "Les Jardins de Ronce"


def test_who_and_what_for_must_be_said(held: Screen) -> None:
    panel = _begin(held)
    held.click(panel.go_button)
    held.enter()
    assert "quelques lettres" in panel._refusal.text()
    held.type("zz")
    held.enter()
    assert panel.step == WHO
    held.click(panel.who.kind.button_of(BookingKind.HOUSE))
    held.enter()
    assert panel._refusal.text() == "Donnez un titre à cette réservation."
    held.type("Inventaire")
    held.enter()
    held.enter()
    assert _today(held)[0].title == "Inventaire"


def test_a_taken_time_offers_the_next_one(held: Screen) -> None:
    _hold(held, 10, 2)
    panel = _begin(held)
    held.click(panel.go_button)
    assert panel.step == WHEN
    assert "Calumet est pris de 10:00 à 12:00" in panel._refusal.text()
    (made, _) = panel.answers._remedies[0]
    assert made.text() == "Prendre 12:00"
    held.click(made)
    assert panel.when.start.text() == "12:00"
    held.click(panel.go_button)
    assert panel.step == WHO


def test_a_past_hour_and_two_days_are_refused(held: Screen) -> None:
    panel = _begin(held)
    panel.when.day.setDate(QDate(2026, 11, 23))
    held.click(panel.go_button)
    assert "déjà passée" in panel._refusal.text()
    panel.when.day.setDate(QDate(2026, 11, 24))
    assert panel._refusal.isHidden()


def test_an_hour_when_the_house_is_closed_asks_a_manager_for_a_reason(held: Screen) -> None:
    panel = _begin(held)
    panel.when.start.setTime(QTime(20, 0))
    panel.when.end.setTime(QTime(21, 0))
    held.house.member("Inès Alvar")
    held.click(panel.go_button)
    held.type("ines")
    held.enter()
    assert panel.step == WHEN
    assert "La maison est ouverte de" in panel._refusal.text()
    held.click(panel.answers._remedies[0][0])
    assert panel.reason.hasFocus()
    held.type("Soir des voisins")
    held.enter()
    held.enter()
    held.enter()
    (booking,) = _today(held)
    assert booking.override_reason == "Soir des voisins"


def test_a_series_shows_what_does_not_go_and_holds_the_rest(held: Screen) -> None:
    _hold(held, 10 + 7 * 24)
    panel = _begin(held)
    panel.repeats.repeat.setCurrentIndex(panel.repeats.repeat.findData(Repeat.WEEK))
    panel.repeats.until.setDate(QDate(2026, 12, 29))
    held.click(panel.go_button)
    held.click(panel.who.kind.button_of(BookingKind.HOUSE))
    held.type("Atelier du mardi")
    held.enter()
    assert panel._series.text() == "Chaque mardi, jusqu’au mar. 29 déc. 2026\u00a0: 6 dates"
    assert panel.refused.count() == 1
    assert "Calumet est pris" in panel.refused.item(0).text()
    assert panel._go.text() == "Réserver les 5 dates libres"
    held.enter()
    assert panel.step == DONE
    first = _today(held)[0]
    assert len(held.house.desk.bookings.of_series(first.series_id)) == 5
    held.click(panel.undo_button)
    assert _today(held) == ()


def test_a_series_with_no_free_date_cannot_be_held(held: Screen) -> None:
    _hold(held, 10)
    panel = _begin(held)
    panel.repeats.repeat.setCurrentIndex(panel.repeats.repeat.findData(Repeat.DAY))
    panel.repeats.until.setDate(QDate(2026, 11, 24))
    held.click(panel.go_button)
    held.click(panel.who.kind.button_of(BookingKind.EVENT))
    held.type("Visite")
    held.enter()
    assert panel._go.text() == "Aucune date n’est libre"
    assert not panel._go.isEnabled()
    held.enter()
    assert panel.step == LOOK


# --- a booking that is there ---------------------------------------------------------------------------------


def _open(screen: Screen, booking_id: str) -> BookedPanel:
    screen.window.bookings.open_booking(booking_id)
    screen.settle()
    return screen.flow(BookedPanel)


def test_a_taken_room_on_the_plan_says_who_and_is_extended_then_freed(held: Screen) -> None:
    one = _hold(held, 9)
    held.house.later(minutes=10)
    held.application.bridge.minute.emit()
    held.window.board.space_activated.emit("calumet")
    panel = held.flow(BookedPanel)
    assert panel.booking is not None
    assert panel.booking.id == one
    assert panel._state.text() == "En cours jusqu’à 10:00"
    held.click(panel.longer_button)
    assert panel.booking.ends_at.strftime("%H:%M") == "10:30"
    held.click(panel.arrived_button)
    assert panel._state.text() == "Arrivés à 09:10"
    assert panel.arrived_button.isHidden()
    held.click(panel.free_button)
    assert held.window.gestures.space("calumet").headline.startswith("Libre")
    held.window.bookings.undo()
    held.settle()
    assert held.window.gestures.space("calumet").headline == "Pris jusqu’à 10:30"


def test_a_free_room_offers_to_book_for_later(held: Screen) -> None:
    held.window.board.space_activated.emit("calumet")
    rental = held.flow(RentalPanel)
    later = next(b for b in rental.findChildren(type(rental.go_button)) if b.text() == "Réserver plus tard")  # type: ignore[attr-defined]
    held.click(later)
    panel = held.flow(BookingPanel)
    assert (panel.when.space.currentText(), panel.when.start.text()) == ("Calumet", "10:00")


def test_a_booking_is_moved_by_its_form_and_refusals_are_answered(held: Screen) -> None:
    one = _hold(held, 10)
    panel = _open(held, one)
    assert panel._go.text() == "Fermer"
    held.click(panel.edit_button)
    panel.title_field.setFocus()
    held.write("Conseil")
    panel.people.setValue(9)
    panel.set_up.setValue(15)
    panel.when.start.setTime(QTime(14, 0))
    panel.when.end.setTime(QTime(15, 30))
    assert panel._go.text() == "Enregistrer le changement"
    held.click(panel.go_button)
    found = held.house.desk.bookings.get(one)
    assert found is not None
    assert (found.title, found.people, found.set_up_minutes) == ("Conseil", 9, 15)
    assert (found.starts_at.hour, found.ends_at.minute) == (14, 30)
    _hold(held, 16, 0.25)
    panel.when.end.setTime(QTime(16, 15))
    held.click(panel.go_button)
    assert "Calumet est pris de 16:00" in panel._refusal.text()
    held.click(panel.answers._remedies[0][0])
    assert panel.when.start.text() == "16:30"
    held.click(panel.go_button)
    assert panel._refusal.isHidden()
    panel.when.start.setTime(QTime(11, 0))
    held.escape()
    assert held.window.counter.flow is None


def test_cancelling_states_its_consequence(held: Screen) -> None:
    one = _hold(held, 10)
    panel = _open(held, one)
    assert panel.cancel_button.text() == "Annuler\u00a0: rien n’est dû"
    held.click(panel.cancel_button)
    assert _today(held) == ()
    assert held.window.counter.flow is None
    made = held.house.desk.organisations
    assert made.find("Lien") == ()


def test_a_late_cancellation_says_what_is_owed_and_delete_asks_first(held: Screen) -> None:
    panel = _begin(held)
    held.click(panel.go_button)
    held.click(panel.who.kind.button_of(BookingKind.RENTAL))
    held.type("Lien Vert")
    held.enter()
    held.enter()
    held.enter()
    (booking,) = _today(held)
    held.house.later(minutes=30)
    held.window.bookings.cancel(booking.id)
    opened = held.flow(BookedPanel)
    assert opened.cancel_button.text() == "Annuler\u00a0: 15,00\u00a0€ restent dus"
    held.click(opened.cancel_button)
    assert _today(held) == ()


def test_a_series_is_changed_from_one_date_on(held: Screen) -> None:
    starts = OPENING + timedelta(hours=1)
    request = BookingRequest("calumet", starts, starts + timedelta(hours=1), BookingKind.HOUSE, "Yoga")
    made = held.house.desk.bookings.hold_series(request, "FREQ=DAILY;COUNT=4")
    assert not isinstance(made, Refused)
    panel = _open(held, made.booking_ids[1])
    held.click(panel.scope.button_of(Scope.FOLLOWING))
    held.click(panel.edit_button)
    panel.when.start.setTime(QTime(14, 0))
    panel.when.end.setTime(QTime(15, 0))
    held.click(panel.go_button)
    hours = [held.house.desk.bookings.get(one).starts_at.hour for one in made.booking_ids]  # type: ignore[union-attr]
    assert hours == [10, 14, 14, 14]
    held.click(panel.scope.button_of(Scope.ALL))
    held.click(panel.cancel_button)
    assert len(held.house.desk.bookings.of_series(made.series_id)) == 1


def test_what_is_begun_only_ends_and_what_is_over_only_lasts_longer(held: Screen) -> None:
    one = _hold(held, 9)
    held.house.later(minutes=10)
    panel = _open(held, one)
    held.click(panel.edit_button)
    assert not panel.when.start.isEnabled()
    assert panel.when.end.isEnabled()
    assert panel.cancel_button.isHidden()
    held.house.later(minutes=60)
    panel.reload()
    assert panel._state.text() == "Finie depuis 10:00"
    assert panel.edit_button.isHidden()
    assert panel.free_button.isHidden()
    held.window.bookings.open_booking("nobody")
    assert held.window.banner.sentence == "Cette réservation est introuvable."


# --- time goes by --------------------------------------------------------------------------------------------


def test_the_banner_of_a_no_show_opens_it_and_there_it_is_given_back(held: Screen) -> None:
    one = _hold(held, 9, 3, BookingKind.MEMBER)
    policy = held.house.desk.bookings.policy()
    held.house.later(minutes=policy.no_show_minutes)
    held.window.bookings.clock.look()
    held.settle()
    assert held.window.banner.sentence == "Personne n’est venu depuis 09:00 pour «\u00a0Réunion\u00a0» (Calumet)."
    assert held.window.gestures.space("calumet").headline == "Personne n’est venu · pris jusqu’à 12:00"
    held.click(held.window.banner._act)
    panel = held.flow(BookedPanel)
    assert panel.booking is not None
    assert panel.booking.id == one
    held.click(panel.release_button)
    assert _today(held) == ()
    assert held.window.banner.sentence == "L’espace est libre\u00a0: personne n’était venu."
    held.click(held.window.banner._act)
    assert len(_today(held)) == 1


def test_the_house_may_say_that_they_go_by_themselves(held: Screen) -> None:
    bookings = held.house.desk.bookings
    assert not isinstance(bookings.set_policy(replace(bookings.policy(), no_show_automatic=True)), Refused)
    _hold(held, 9, 3, BookingKind.MEMBER)
    held.house.later(minutes=bookings.policy().no_show_minutes)
    held.window.bookings.clock.look()
    held.settle()
    assert _today(held) == ()
    assert "personne n’était venu" in held.window.banner.sentence


def test_one_timer_wakes_the_plan_and_no_minute_reads_it_again(held: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(held, 11)
    clock = held.window.bookings.clock
    soon = held.house.desk.bookings.policy().soon_minutes
    assert clock.next_change == OPENING + timedelta(hours=2, minutes=-soon)
    read: list[object] = []
    plan_at = held.house.desk.plan.at
    monkeypatch.setattr(held.house.desk.plan, "at", lambda moment=None: read.append(moment) or plan_at(moment))
    held.house.later(minutes=5)
    held.application.bridge.minute.emit()
    assert read == []
    held.house.at(11, 0)
    held.application.bridge.minute.emit()
    assert read == [None]
    assert held.window.gestures.space("calumet").headline == "Pris jusqu’à 12:00"
    assert clock.next_change is not None
    assert clock.next_change > held.house.clock.now()
