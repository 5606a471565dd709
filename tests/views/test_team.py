"""The team page, the handover and the lock that comes by itself, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea

from models.staff import Role
from tests.support.door import held_by_facilitator
from tests.support.window import CTRL, PIN, Screen, dress, held, window_fixture  # noqa: F401
from views.flows.handover import HandoverPanel
from views.team import TeamPage


def _page(screen: Screen) -> TeamPage:
    page = screen.window.stage.currentWidget()
    assert isinstance(page, TeamPage)
    return page


def _press(screen: Screen, page: TeamPage, text: str) -> None:
    (found,) = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == text]
    screen.click(found)


def _texts(page: TeamPage) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_a_manager_adds_someone_who_can_then_take_the_desk(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    page.name.setFocus()
    held.type("Ana Essai")
    for field in (page.new_pin, page.new_pin_again):
        field.setFocus()
        held.type("1234")
    _press(held, page, "Ajouter à l’équipe")
    assert "Ana Essai peut prendre l’accueil." in _texts(page)
    assert [p.name for p in held.house.desk.staff.everyone()] == ["Ana Essai", "Gaël Essai"]


def test_a_refusal_is_said_and_the_name_is_kept(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    page.name.setFocus()
    held.type("Ana Essai")
    _press(held, page, "Ajouter à l’équipe")
    assert "Un code a au moins 4 chiffres." in _texts(page)
    assert page.name.text() == "Ana Essai"


def test_the_last_manager_cannot_leave(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    _press(held, page, "Ne plus tenir l’accueil, et verrouiller")
    assert any("seule personne gérante" in text for text in _texts(page))
    held.escape()
    assert held.window.stage.currentWidget() is held.window.board


def test_who_gives_up_their_role_sees_the_page_of_a_facilitator_at_once(held: Screen) -> None:  # noqa: F811
    held.house.desk.staff.enrol("Odile Essai", PIN, Role.MANAGER)
    assert held.window.board.edit_button.isVisible()
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    _press(held, page, "Redevient facilitateur·rice")
    assert "Le rôle de Gaël Essai est changé." in _texts(page)
    assert not held.house.desk.staff.holder.is_manager
    assert not page._enrol_button.isVisible()
    held.escape()
    assert not held.window.board.edit_button.isVisible()


def test_who_retires_themselves_is_locked_out_at_once(held: Screen) -> None:  # noqa: F811
    held.house.desk.staff.enrol("Odile Essai", PIN, Role.MANAGER)
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    _press(held, page, "Ne plus tenir l’accueil, et verrouiller")
    assert held.window.is_locked
    assert held.window.sign_in.isVisible()
    names = {found.text() for found in held.window.sign_in.people.findChildren(QPushButton)}
    assert names == {"Odile Essai"}
    held.type(PIN)
    held.enter()
    assert held.house.desk.staff.holder.name == "Odile Essai"


def test_a_facilitator_sees_what_a_manager_must_do(held: Screen) -> None:  # noqa: F811
    held_by_facilitator(held.house, "Luc Essai")
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    only = "Seul·e un·e gérant·e ajoute ou retire quelqu’un"
    assert any(text.startswith(only) for text in _texts(page))
    shown = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert all(b.isEnabled() for b in shown), "no button is dead: what cannot be done is not offered"
    assert not {page._role_button, page._retire_button, page._enrol_button} & set(shown)
    # One's own PIN may be changed, another's may not.
    assert page._pin_button.isVisible()
    other = next(person for person in page._people if person.name != "Luc Essai")
    held.click(page.people.button_of(other.id))
    assert not page._pin_button.isVisible()


def _fill(screen: Screen, *fields: tuple[QLineEdit, str]) -> None:
    for field, text in fields:
        field.setFocus()
        screen.type(text)


def test_ones_own_pin_asks_for_the_present_one_and_the_new_one_twice(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    _fill(held, (page.present, PIN), (page.pin, "9753"), (page.pin_again, "9735"))
    _press(held, page, "Changer votre code")
    assert any("ne sont pas les mêmes" in text for text in _texts(page))
    assert not page.pin.text()
    _fill(held, (page.pin, "9753"), (page.pin_again, "9753"))
    _press(held, page, "Changer votre code")
    assert "Tapez d’abord votre code actuel." in _texts(page)
    _fill(held, (page.present, PIN), (page.pin, "9753"), (page.pin_again, "9753"))
    _press(held, page, "Changer votre code")
    assert "Le code de Gaël Essai est changé." in _texts(page)


def test_a_manager_gives_another_a_pin_without_the_present_one(held: Screen) -> None:  # noqa: F811
    held.house.desk.staff.enrol("Ana Essai", "1234", Role.FACILITATOR)
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    (ana,) = [person for person in page._people if person.name == "Ana Essai"]
    held.click(page.people.button_of(ana.id))
    assert not page.present.isVisible()
    _fill(held, (page.pin, "9753"), (page.pin_again, "9753"))
    _press(held, page, "Changer son code")
    assert "Le code de Ana Essai est changé." in _texts(page)


def test_who_was_retired_by_a_slip_is_taken_back(held: Screen) -> None:  # noqa: F811
    held.house.desk.staff.enrol("Ana Essai", "1234", Role.FACILITATOR)
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    (ana,) = [person for person in page._people if person.name == "Ana Essai"]
    held.click(page.people.button_of(ana.id))
    _press(held, page, "Ne tient plus l’accueil")
    assert [person.name for person in page._people] == ["Gaël Essai"]
    assert not page._retire_button.isVisible(), "a second click there retires nobody else"
    held.click(page.back_button)
    assert page.people.value == ana.id
    assert "Ana Essai tient de nouveau l’accueil." in _texts(page)
    assert [person.name for person in page._people] == ["Ana Essai", "Gaël Essai"]
    assert not page.back_button.isVisible()


def test_a_known_name_is_refused_and_kept_to_be_completed(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    page = _page(held)
    _fill(held, (page.name, "gael essai"), (page.new_pin, "1234"), (page.new_pin_again, "1234"))
    _press(held, page, "Ajouter à l’équipe")
    assert any("Gaël Essai est déjà dans l’équipe" in text for text in _texts(page))
    assert page.name.text() == "gael essai"


def test_large_text_stacks_the_halves(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F8)
    directions = QBoxLayout.Direction
    assert _page(held)._halves.direction() is directions.LeftToRight
    for scale in (1.25, 1.5):
        dress(held, scale=scale)
        held.press(Qt.Key.Key_F8)
        page = _page(held)
        assert page._halves.direction() is directions.TopToBottom
        (area,) = page.findChildren(QScrollArea)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_note_is_handed_over_with_enter(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    held.flow(HandoverPanel)
    held.type("Plus de papier")
    held.enter()
    assert held.window.is_locked
    held.type(PIN)
    held.enter()
    assert held.window.banner.sentence == "Plus de papier"


def test_nobody_there_locks_the_desk_and_keeps_what_was_typed(held: Screen) -> None:  # noqa: F811
    held.press(Qt.Key.Key_J, CTRL)
    held.type("Camille")
    held.application.idle.idle.emit()
    assert held.window.is_locked
    held.type(PIN)
    held.enter()
    flow = held.window.counter.flow
    assert flow is not None
    assert flow.guest.text() == "Camille"  # type: ignore[attr-defined]


def test_a_touch_begins_the_wait_again_but_a_scan_does_not(held: Screen) -> None:  # noqa: F811
    watch = held.application.idle
    holder = held.house.member()
    watch._timer.stop()
    held.scan(holder.code)
    assert not watch._timer.isActive()
    QTest.keyClick(held.window.windowHandle(), Qt.Key.Key_Down)
    assert watch._timer.isActive()
    watch.start(0)
    QTest.keyClick(held.window.windowHandle(), Qt.Key.Key_Down)
    assert not watch._timer.isActive()
