"""Counting the public of an event: from the plan, the list of today, the list of who is in, the box and its key."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from models.bookings import Booking, BookingKind
from models.site import Site
from tests.desk.bookings.scenes import wish
from tests.desk.test_crowds import NOON, TWO, event
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.booked import BookedPanel
from views.flows.crowd import CrowdPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _lunch(screen: Screen, title: str = "Mardi", space: str = "agora") -> str:
    booking = event(screen.house, title=title, space=space)
    screen.house.at(12, 30)
    screen.application.bridge.minute.emit()
    screen.settle()
    return booking


def _count(screen: Screen) -> str:
    return str(screen.window.header._count.text())


def _named(screen: Screen, name: str) -> QPushButton:
    screen.settle()
    found = screen.window.counter.today.findChildren(QPushButton)
    return next(b for b in found if b.isVisible() and b.accessibleName() == name)


def test_a_click_on_the_space_and_a_number_typed(held: Screen) -> None:
    _lunch(held)
    held.window.gestures.go_to("agora")
    held.enter()
    panel = held.flow(CrowdPanel)
    held.type("22")
    assert panel.go_button.text() == "Noter 22 personnes"  # type: ignore[attr-defined]
    held.enter()
    assert held.window.counter.flow is None
    assert (_count(held), held.window.board.tab("rdc").accessibleName()) == ("22", "RDC, présents\u00a0: 22")


def test_from_the_public_to_the_booking_and_back(held: Screen) -> None:
    booking = _lunch(held)
    held.window.gestures.go_to("agora")
    held.enter()
    held.click(held.flow(CrowdPanel).booking_button)
    booked = held.flow(BookedPanel)
    assert booked.booking is not None
    assert booked.booking.id == booking
    held.click(booked.crowd_button)
    assert held.flow(CrowdPanel)._shown == booking


def test_only_an_event_of_today_has_a_public_to_count(held: Screen) -> None:
    _lunch(held)
    meeting = held.house.desk.bookings.hold(wish("2026-11-24T15:00", space="pow-wow"))
    tomorrow = held.house.desk.bookings.hold(wish("2026-11-25T12:00", space="agora", kind=BookingKind.EVENT))
    for booking in (meeting, tomorrow):
        assert isinstance(booking, str)
        held.window.bookings.open_booking(booking)
        held.settle()
        assert not held.flow(BookedPanel).crowd_button.isVisible()


def test_one_key_is_one_person_and_what_was_typed_is_not_lost(held: Screen) -> None:
    _lunch(held)
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    held.press(Key.Key_Plus, SHIFT)
    held.press(Key.Key_Plus, SHIFT)
    held.press(Key.Key_Minus)
    assert (panel.number.text(), _count(held)) == ("1", "1")
    held.write("10")
    held.press(Key.Key_Plus, SHIFT)
    assert (panel.number.text(), _count(held)) == ("11", "11")
    held.write("0")
    held.enter()
    assert _count(held) == "0"


def test_a_number_is_typed_over_the_one_shown(held: Screen) -> None:
    _lunch(held)
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    held.application.bridge.minute.emit()
    held.settle()
    held.type("22")
    assert panel.number.text() == "22"
    held.press(Key.Key_Plus, SHIFT)
    held.type("30")
    held.application.bridge.minute.emit()
    held.settle()
    assert panel.number.text() == "30"
    held.enter()
    assert _count(held) == "30"


def test_the_list_of_today_counts_with_one_button_each(held: Screen) -> None:
    _lunch(held)
    held.click(_named(held, "Mardi, une personne de plus"))
    held.click(_named(held, "Mardi, une personne de plus"))
    assert _count(held) == "2"
    held.click(_named(held, "Mardi, une personne de moins"))
    assert _count(held) == "1"
    held.click(_named(held, "Mardi, une personne de moins"))
    assert not _named(held, "Mardi, une personne de moins").isEnabled()
    held.click(_named(held, "Mardi, 0 personnes\u00a0: compter le public"))
    held.flow(CrowdPanel)


def test_the_list_of_who_is_in_shows_the_crowd_and_opens_its_count(held: Screen) -> None:
    booking = _lunch(held)
    held.house.desk.crowds.count(booking, 22)
    held.settle()
    names = held.window.counter.presence._list
    assert names.item(0).text() == "12:30   Mardi\u00a0: 22 personnes · Agora"
    names.itemActivated.emit(names.item(0))
    held.flow(CrowdPanel)


def test_the_box_finds_it_and_says_when_there_is_nothing_to_count(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("compter le public")
    held.enter()
    assert held.window.counter.flow is None
    assert held.window.banner.sentence == "Aucun moment collectif à compter aujourd’hui."


def test_another_event_of_today_is_one_click_away(held: Screen) -> None:
    _lunch(held)
    second = event(held.house, NOON + timedelta(hours=3), TWO + timedelta(hours=3), "salon", "Atelier")
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    held.click(next(b for b in panel.findChildren(QPushButton) if b.text() == "15:15 Atelier"))
    held.press(Key.Key_Plus, SHIFT)
    assert held.house.rows("SELECT booking_id, people FROM crowd") == [(second, 1)]


def test_an_absurd_number_is_refused_where_it_was_typed(held: Screen) -> None:
    _lunch(held)
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    for wrong in ("111", "999999999", "vingt", ""):
        held.press(Key.Key_A, CTRL)
        held.press(Key.Key_Backspace)
        held.type(wrong)
        held.enter()
        assert held.flow(CrowdPanel) is panel, wrong
        assert panel._refusal.isVisible(), wrong
    assert _count(held) == "0"


def test_beyond_the_limit_is_counted_and_said(held: Screen) -> None:
    held.house.change(Site, 1, safety_limit=2)
    _lunch(held)
    held.house.scan(held.house.member())
    held.press(Key.Key_P, CTRL)
    held.write("2")
    held.enter()
    held.press(Key.Key_P, CTRL)
    over = held.flow(CrowdPanel)._over
    assert over.isVisible()
    assert over.text() == "La maison compte 3 personnes\u00a0: 1 de plus que sa limite."


def test_everyone_left_and_taken_back(held: Screen) -> None:
    _lunch(held)
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    held.type("22")
    held.press(Key.Key_Plus, SHIFT)
    held.click(panel._end)
    assert (_count(held), panel.number.text()) == ("0", "0")
    held.click(panel._back)
    assert (_count(held), panel.number.text()) == ("23", "23")
    assert not panel._back.isVisible()


def test_a_crowd_that_ends_by_itself_is_told(held: Screen) -> None:
    booking = _lunch(held)
    held.house.desk.crowds.count(booking, 22)
    held.house.at(14, 31)
    held.application.bridge.minute.emit()
    held.settle()
    assert held.window.banner.sentence == ("Mardi est fini\u00a0: ses 22 personnes ne sont plus comptées depuis 14:30.")
    assert _count(held) == "0"


def test_an_event_cancelled_meanwhile_is_told_in_the_panel(held: Screen) -> None:
    booking = _lunch(held)
    held.press(Key.Key_P, CTRL)
    panel = held.flow(CrowdPanel)
    held.house.change(Booking, booking, cancelled_at=held.house.clock.now())
    held.press(Key.Key_Plus, SHIFT)
    assert panel._refusal.text() == "Mardi est annulé\u00a0: son public n’est plus compté."


def test_the_crowd_of_a_cancelled_event_is_said_to_be_cancelled(held: Screen) -> None:
    booking = _lunch(held)
    for people, words in (
        (22, "ses 22 personnes ne sont plus comptées"),
        (1, "la dernière personne n’est plus comptée"),
    ):
        held.house.change(Booking, booking, cancelled_at=None)
        held.house.desk.crowds.count(booking, people)
        held.house.change(Booking, booking, cancelled_at=held.house.clock.now())
        held.window.work.house.end_due()
        assert held.window.banner.sentence == f"Mardi est annulé\u00a0: {words} depuis 12:30."


def test_nobody_counts_on_a_locked_desk(held: Screen) -> None:
    _lunch(held)
    held.window.lock()
    held.press(Key.Key_P, CTRL)
    assert held.window.counter.flow is None
