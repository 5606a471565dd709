"""Who types while a card is passed goes on typing where they were, or nowhere: no key is for what the scan brought."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.codes import make
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.guest import WHY, GuestPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _offer(screen: Screen, words: str) -> QPushButton:
    screen.settle()
    buttons = screen.window.counter.findChildren(QPushButton)
    return next(b for b in buttons if words in b.text() and b.isVisible())


def _leaves_by_itself(screen: Screen) -> None:
    screen.window.counter.greeting._timer.timeout.emit()
    screen.settle()


def _inside(screen: Screen) -> int:
    count = screen.house.value("SELECT count(*) FROM visit WHERE left_at IS NULL AND annulled_at IS NULL")
    assert isinstance(count, int)
    return count


def test_a_name_half_typed_goes_on_into_its_field_and_enter_only_takes_the_flow_up(held: Screen) -> None:
    member = held.house.member("Roger Retard", plan="")
    held.press(Key.Key_G, CTRL)
    held.type("Paul")
    held.scan(member.code)
    held.type("ine r u Martin")
    assert held.window.counter.greeting.outcome is not None
    panel, keeper = held.flow(GuestPanel), held.window.counter._keeper
    assert (held.focus, keeper.accessibleName()) == (keeper, "Dernier passage")
    assert "Roger Retard" in keeper.accessibleDescription()
    assert not panel.isVisible()
    assert panel.name.text() == "Pauline r u Martin"
    held.enter()
    assert panel.isVisible()
    assert keeper.accessibleName() == ""
    assert (held.focus, panel.step) == (panel.name, 0)
    held.enter()
    assert (held.flow(GuestPanel), panel.step) == (panel, WHY)
    assert held.house.value("SELECT count(*) FROM sale") == 0
    held.scan(member.code)
    held.window.counter.close_flow()  # the field goes with its flow
    held.type("x")
    assert keeper._field is None


def test_a_letter_that_goes_nowhere_gives_no_parcel_and_a_space_undoes_no_entry(held: Screen) -> None:
    member = held.house.member("Inès Alvar", parcels=1)
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    panel.go_button.setFocus()
    held.scan(member.code)
    for key in (Key.Key_R, Key.Key_U, Key.Key_Space):
        held.press(key)
    file = held.house.desk.people.file(member.id)
    assert file is not None
    assert len(file.parcels) == 1
    assert _inside(held) == 1
    assert held.focus is held.window.counter._keeper
    _leaves_by_itself(held)
    assert (held.focus, panel.step) == (panel.go_button, 0)


def test_a_greeting_that_leaves_by_itself_takes_no_keyboard_from_the_box(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.enter()
    panel = held.flow(DayPassPanel)
    assert panel.step == 1
    held.scan(held.house.member("Inès Alvar").code)
    held.press(Key.Key_K, CTRL)
    held.type("1")
    _leaves_by_itself(held)
    assert panel.isVisible()
    held.type("48")
    held.enter()
    assert held.window.header.omnibox.text() == "148"
    assert (panel.step, held.house.value("SELECT count(*) FROM sale")) == (1, 0)


def test_an_amount_half_typed_is_not_written_out_and_what_is_selected_stays_so(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.enter()
    tendered = held.flow(DayPassPanel).payment._tendered
    held.write("4")
    held.scan(held.house.member("Inès Alvar").code)
    held.type("8")
    _leaves_by_itself(held)
    assert (held.focus, tendered.text()) == (tendered, "48")
    tendered.selectAll()
    held.scan(make())
    held.type("50")
    held.escape()
    assert (held.focus, tendered.text()) == (tendered, "50")


def test_esc_and_enter_do_what_the_buttons_of_an_answer_say(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.scan(make())
    held.escape()
    assert held.window.counter.greeting.outcome is None
    assert held.focus is panel.guest
    held.scan(make())
    _offer(held, "Fermer").setFocus()
    held.enter()
    assert held.window.counter.greeting.outcome is None
    assert panel.isVisible()
    # Someone who went along the buttons is not left without the one they are about to press.
    held.scan(held.house.member("Inès Alvar").code)
    out = _offer(held, "Faire sortir")
    out.setFocus()
    _leaves_by_itself(held)
    assert (held.focus, held.window.counter.greeting._timer.isActive()) == (out, True)


def test_what_esc_leaves_is_offered_for_a_while_and_to_nobody_after_a_lock(held: Screen) -> None:
    counter = held.window.counter
    held.press(Key.Key_J, CTRL)
    held.escape()
    assert not counter._resume.isVisible()  # nothing was in it
    held.press(Key.Key_G, CTRL)
    held.type("Camille")
    guest = held.flow(GuestPanel)
    held.escape()
    assert (counter.flow, held.focus) == (None, held.window.header.omnibox)
    held.click(_offer(held, "Reprendre\u00a0: Sans carte"))
    assert (held.flow(GuestPanel), held.focus, guest.name.text()) == (guest, guest.name, "Camille")
    held.escape()
    counter._patience.timeout.emit()
    held.settle()
    assert not counter._resume.isVisible()
    held.press(Key.Key_J, CTRL)
    held.type("Zoe")
    held.escape()
    assert counter._resume.isVisible()
    # Another one of the same kind, gone through: what was left half-way is past.
    held.press(Key.Key_J, CTRL)
    assert held.flow(DayPassPanel).guest.text() == ""
    for _ in range(3):
        held.enter()
    assert not counter._resume.isVisible()
    held.press(Key.Key_J, CTRL)
    held.type("Zoe")
    held.escape()
    held.press(Key.Key_L, CTRL)
    held.sign_in()
    assert not counter._resume.isVisible()
    assert counter._aside is None


def test_esc_in_the_empty_box_does_what_is_written_beside_it(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.enter()
    panel = held.flow(DayPassPanel)
    held.window.scan(make())
    held.press(Key.Key_K, CTRL)
    held.type("zo")
    held.escape()
    assert held.window.counter.greeting.outcome is not None  # it only forgot what was typed
    held.escape()
    assert (held.window.counter.greeting.outcome, panel.isVisible()) == (None, True)
    assert held.focus is held.window.header.omnibox
    held.escape()
    assert panel.step == 0
    held.press(Key.Key_K, CTRL)
    held.escape()
    assert held.window.counter.flow is None
    held.press(Key.Key_F1)
    held.press(Key.Key_K, CTRL)
    held.escape()
    assert held.window.stage.count() == 1
