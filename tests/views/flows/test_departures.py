"""The end of the day: asked by key, by the box, by the banner of the morning, and by whoever leaves after closing."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QPushButton

from tests.desk.test_crowds import event
from tests.support.house import TUESDAY
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.departures import DeparturesPanel
from views.flows.handover import HandoverPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _evening(screen: Screen, *names: str) -> None:
    for name in names:
        screen.house.scan(screen.house.member(name))
    screen.house.at(19, 30)
    screen.application.bridge.minute.emit()
    screen.settle()


def _button(panel: DeparturesPanel, name: str) -> QPushButton:
    return next(made for made, _, _ in panel._acts if made.accessibleName() == name)


def _left(screen: Screen) -> list[tuple[object, ...]]:
    return screen.house.rows("SELECT name, left_at, supposed_at IS NOT NULL FROM visit ORDER BY name")


def test_everyone_in_one_act_and_then_the_lock(held: Screen) -> None:
    _evening(held, "Ana A", "Bob B")
    held.press(Key.Key_L, CTRL)
    panel = held.flow(DeparturesPanel)
    assert not held.window.is_locked
    assert panel.go_button.text() == "Noter 2 départs supposés"  # type: ignore[attr-defined]
    held.enter()
    closing = "2026-11-24T18:00:00.000000Z"
    assert _left(held) == [("Ana A", closing, 1), ("Bob B", closing, 1)]
    assert panel.go_button.text() == "Verrouiller"  # type: ignore[attr-defined]
    held.enter()
    assert held.window.is_locked
    assert held.window.counter.flow is None


def test_the_key_again_locks_at_once_and_nothing_is_noted(held: Screen) -> None:
    _evening(held, "Ana A")
    held.press(Key.Key_L, CTRL)
    held.press(Key.Key_L, CTRL)
    assert held.window.is_locked
    assert _left(held) == [("Ana A", None, 0)]


def test_a_button_above_the_list_locks_without_noting(held: Screen) -> None:
    _evening(held, "Ana A", "Bob B")
    held.press(Key.Key_L, CTRL)
    panel = held.flow(DeparturesPanel)
    assert panel.leave_button.text() == "Verrouiller sans rien noter"
    top = panel.leave_button.mapTo(panel, panel.leave_button.rect().topLeft()).y()
    assert all(top < made.mapTo(panel, made.rect().topLeft()).y() for made, _, _ in panel._acts)
    held.click(panel.leave_button)
    assert held.window.is_locked
    assert _left(held) == [("Ana A", None, 0), ("Bob B", None, 0)]


def test_nothing_to_lock_no_such_button(held: Screen) -> None:
    _evening(held, "Ana A")
    held.press(Key.Key_D, CTRL)
    assert not held.flow(DeparturesPanel).leave_button.isVisible()


def test_the_idle_desk_locks_without_a_question(held: Screen) -> None:
    _evening(held, "Ana A")
    held.application.idle.idle.emit()
    assert held.window.is_locked


def test_before_closing_or_with_nobody_in_the_desk_just_locks(held: Screen) -> None:
    held.house.scan(held.house.member("Ana A"))
    held.press(Key.Key_L, CTRL)
    assert held.window.is_locked


def test_one_left_one_is_there_and_the_keyboard_stays_in_the_list(held: Screen) -> None:
    _evening(held, "Ana A", "Bob B", "Cléo C")
    held.press(Key.Key_D, CTRL)
    panel = held.flow(DeparturesPanel)
    _button(panel, "Ana A est encore là").setFocus()
    held.press(Key.Key_Space)
    assert any(made.hasFocus() for made, _, _ in panel._acts)
    held.click(_button(panel, "Bob B est parti·e à 19:00"))
    assert panel.go_button.text() == "Noter 1 départ supposé"  # type: ignore[attr-defined]
    held.click(panel.go_button)
    assert [(name, supposed) for name, _, supposed in _left(held)] == [("Ana A", 0), ("Bob B", 1), ("Cléo C", 1)]
    held.click(_button(panel, "Annuler\u00a0: Bob B\u00a0: départ supposé, mar. 24 nov. 2026 à 19:00"))
    assert [(name, supposed) for name, _, supposed in _left(held)] == [("Ana A", 0), ("Bob B", 0), ("Cléo C", 1)]


def test_another_hour_is_stated_for_all(held: Screen) -> None:
    _evening(held, "Ana A")
    held.press(Key.Key_D, CTRL)
    panel = held.flow(DeparturesPanel)
    panel.hour.setTime(QTime(18, 15))
    held.settle()
    held.click(_button(panel, "Ana A est parti·e à 18:15"))
    assert _left(held) == [("Ana A", "2026-11-24T17:15:00.000000Z", 1)]


def test_too_late_to_take_back_is_said(held: Screen) -> None:
    _evening(held, "Ana A")
    held.press(Key.Key_D, CTRL)
    panel = held.flow(DeparturesPanel)
    held.click(panel.go_button)
    held.house.later(minutes=16)
    held.click(panel._acts[0][0])
    assert "plus de 15 minutes" in panel._refusal.text()


def test_crowds_are_asked_about_too(held: Screen) -> None:
    booking = event(held.house)
    held.house.at(12, 30).desk.crowds.count(booking, 22)
    held.press(Key.Key_D, CTRL)
    panel = held.flow(DeparturesPanel)
    held.click(_button(panel, "Mardi\u00a0: 22 personnes, tous partis"))
    assert held.house.desk.presence.now().count == 0
    held.enter()
    assert held.window.counter.flow is None


def test_handing_over_after_closing_asks_first_and_the_note_waits(held: Screen) -> None:
    _evening(held, "Ana A")
    held.press(Key.Key_L, CTRL | SHIFT)
    held.flow(DeparturesPanel)
    held.enter()
    held.enter()
    held.flow(HandoverPanel)
    held.enter()
    assert held.window.is_locked


def test_the_next_opening_says_how_many_and_opens_the_panel(held: Screen) -> None:
    _evening(held, "Ana A", "Bob B")
    held.window.lock()
    held.house.at(9, 10, day=TUESDAY + timedelta(days=1))
    held.application.bridge.minute.emit()
    held.hold()
    assert held.window.banner.sentence == "2 personnes d’un jour passé n’ont pas noté leur départ."
    held.click(held.window.banner._act)
    panel = held.flow(DeparturesPanel)
    held.click(_button(panel, "Bob B est encore là"))
    held.enter()
    assert [(name, supposed) for name, _, supposed in _left(held)] == [("Ana A", 1), ("Bob B", 0)]
    assert held.window.banner.sentence == ""


def test_the_box_finds_it_and_an_empty_house_says_so(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("fin de journee")
    held.enter()
    panel = held.flow(DeparturesPanel)
    assert panel.go_button.text() == "Terminé"  # type: ignore[attr-defined]
    held.enter()
    assert held.window.counter.flow is None
