"""The door in the window: another right, a renewal, a manager’s word, guests, the safety limit, by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desk.guests import Why
from desk.printing.states import JobState
from desk.verdicts import Verdict
from models.people import MemberStatus
from models.site import Site
from tests.support import door_scenes as scenes
from tests.support.door import PIN, book, came, held_by_facilitator
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.force import ForcePanel
from views.flows.guest import WHO, WHY, WORD, GuestPanel
from views.flows.member import MemberPanel
from views.flows.renewal import RenewalPanel
from views.roll_call import RollCallPage

__all__ = ["held", "window_fixture"]

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def _bases(screen: Screen) -> list[object]:
    return [basis for (basis,) in screen.house.rows("SELECT basis FROM visit ORDER BY entered_at, id")]


def _button(screen: Screen, words: str) -> QPushButton:
    screen.settle()
    found = screen.window.counter.findChildren(QPushButton)
    return next(b for b in found if words in b.text() and b.isVisible())


def _verdict(screen: Screen) -> Verdict:
    outcome = screen.window.counter.greeting.outcome
    assert outcome is not None
    return outcome.verdict


# --- another entitlement -------------------------------------------------------------------------------------


def test_one_key_takes_the_other_right_even_from_a_field(held: Screen) -> None:
    scenes.greeting_choice(held)
    assert isinstance(held.focus, QLineEdit)
    held.press(Key.Key_U, ALT)
    assert sorted(left for (left,) in held.house.rows("SELECT units_left FROM membership")) == [2, 7]
    assert "demi-journées — il reste 2" in held.window.counter.greeting.accessibleDescription()
    # What was used is offered again: a wrong key costs nothing.
    held.press(Key.Key_U, ALT)
    assert sorted(left for (left,) in held.house.rows("SELECT units_left FROM membership")) == [3, 6]


def test_the_key_alone_is_enough_while_the_box_is_empty(held: Screen) -> None:
    scenes.greeting_choice(held)
    box = held.window.header.omnibox
    box.setFocus()
    held.press(Key.Key_U)
    assert sorted(left for (left,) in held.house.rows("SELECT units_left FROM membership")) == [2, 7]
    assert box.text() == ""
    held.type("zu")  # with a text in the box it is a letter
    assert box.text() == "zu"
    assert sorted(left for (left,) in held.house.rows("SELECT units_left FROM membership")) == [2, 7]


def test_the_event_is_chosen_with_the_mouse(held: Screen) -> None:
    scenes.greeting_choice(held)
    held.click(_button(held, "Vient pour"))
    assert _bases(held) == ["event"]
    assert _verdict(held) is Verdict.IN


def test_a_choice_that_comes_too_late_says_so(held: Screen) -> None:
    scenes.greeting_choice(held)
    held.house.later(minutes=16)
    held.press(Key.Key_U, ALT)
    assert "plus de 15 minutes" in held.window.banner.sentence
    assert _bases(held) == ["book"]


def test_the_key_does_nothing_where_nothing_is_offered(held: Screen) -> None:
    held.scan(held.house.member().code)
    held.press(Key.Key_U, ALT)
    assert _bases(held) == ["plan"]


# --- remedies ------------------------------------------------------------------------------------------------


def test_a_lapsed_member_renews_and_comes_in(held: Screen) -> None:
    scenes.renewal_1(held)
    for _ in range(3):
        held.enter()
    held.wait(held.all_printed)
    assert _bases(held) == ["plan"]
    assert held.window.counter.flow is None
    assert held.house.value("SELECT count(*) FROM sale") == 1
    assert [j for j in held.house.desk.queue.pending() if j.state is JobState.WAITING] == []


def test_a_remedy_puts_the_keyboard_where_its_flow_wants_it(held: Screen) -> None:
    scenes.renewal_1(held)
    assert held.focus is held.flow(RenewalPanel).go_button
    held.escape()
    held.click(_button(held, "Vendre un pass"))
    assert held.focus is held.flow(DayPassPanel).guest


def test_renewing_from_the_file_of_someone_who_is_in_ends_there(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    held.scan(member.code)
    held.window.people.open_file(member.id)
    held.settle()
    held.click(held.flow(MemberPanel).who.renew_button)
    held.enter()
    held.flow(RenewalPanel).granted.setChecked(True)
    held.enter()
    assert held.flow(RenewalPanel).go_button.text() == "Terminé"
    held.enter()
    assert held.flow(MemberPanel).file.plan is not None
    assert held.house.value("SELECT count(*) FROM membership") == 2


def test_a_revoked_card_leads_to_the_file_where_a_new_one_is_made(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    held.house.desk.cards.revoke(member.id, "perdue")
    held.scan(member.code)
    held.click(_button(held, "Refaire sa carte"))
    assert held.flow(MemberPanel).file.id == member.id


def test_someone_blocked_has_their_file_one_press_away(held: Screen) -> None:
    held.scan(held.house.member("Ana Bloc", status=MemberStatus.BLOCKED).code)
    held.click(_button(held, "Ouvrir sa fiche"))
    assert held.flow(MemberPanel).file.name == "Ana Bloc"


# --- a manager's word ----------------------------------------------------------------------------------------


def test_a_manager_lets_someone_in_with_a_reason(held: Screen) -> None:
    scenes._lapsed(held)
    scenes._remedy(held, "force")
    panel = held.flow(ForcePanel)
    held.enter()
    assert "Dites pourquoi" in panel._refusal.text()
    held.type("conseil")
    held.enter()
    assert _verdict(held) is Verdict.IN
    assert _bases(held) == ["forced"]
    assert held.window.counter.flow is None


def test_a_facilitator_asks_a_manager_for_their_pin_in_place(held: Screen) -> None:
    scenes.force_pin(held)
    panel = held.flow(ForcePanel)
    # Enter after the reason only goes on to the PIN, and another Enter is no try.
    held.enter()
    assert held.focus is panel.form.pin
    assert not panel._refusal.isVisible()
    held.enter()
    assert panel._refusal.text() == "Tapez son code."
    held.type("0000")
    held.enter()
    assert panel._refusal.text() == "Ce n’est pas le bon code."
    assert held.focus is panel.form.pin
    held.type(PIN)
    held.enter()
    assert _bases(held) == ["forced"]


def test_the_word_for_one_person_is_not_the_word_for_another(held: Screen) -> None:
    scenes.force(held)
    held.scan(held.house.member("Zoé Sans", plan="").code)
    scenes._remedy(held, "force")
    panel = held.flow(ForcePanel)
    assert panel.go_button.text() == "Faire entrer Zoé Sans"
    assert panel.form.reason.text() == ""
    held.escape()
    assert held.window.counter.flow is None


def test_giving_up_leaves_the_door_as_it_was(held: Screen) -> None:
    scenes.force(held)
    held.escape()
    assert _bases(held) == []


# --- guests --------------------------------------------------------------------------------------------------


def test_a_guest_is_in_by_keys_alone(held: Screen) -> None:
    scenes.guest_host(held)
    held.keys = 0
    panel = held.flow(GuestPanel)
    assert [panel.hosts.item(row).text() for row in range(2)] == ["Inès Alvar · dans la maison", "Inès Almeida"]
    held.enter()
    assert held.keys == 1
    assert _bases(held) == ["plan", "guest"]
    assert _verdict(held) is Verdict.IN
    assert held.window.counter.flow is None


def test_the_guests_of_an_event_take_three_presses_after_the_name(held: Screen) -> None:
    book(held.house, 9, 12)
    held.press(Key.Key_G, CTRL)
    held.type("Camille Delorge")
    held.enter()
    held.enter()
    assert _bases(held) == ["event"]


def test_a_guest_is_asked_for_by_the_box_and_by_the_greeting(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("visiteur")
    answers = held.window.header.omnibox.answers
    titles = [answers.item(row).text() for row in range(answers.count())]
    assert any(title.startswith("Faire entrer sans carte") for title in titles)
    held.press(Key.Key_K, CTRL)
    held.write("invite")
    held.enter()
    held.flow(GuestPanel)
    held.escape()
    held.click(_button(held, "Ctrl G"))
    assert held.flow(GuestPanel).step == WHO


def test_steps_back_lose_nothing(held: Screen) -> None:
    scenes.guest_word(held)
    panel = held.flow(GuestPanel)
    assert panel.step == WORD
    held.type("famille")
    held.escape()
    assert panel.step == WHY
    assert panel.host.text() == "ines"
    held.escape()
    assert panel.name.text() == "Camille Delorge"
    held.enter()
    held.enter()
    assert panel.form.reason.text() == "famille"
    panel.form.pin.setText("0000")
    held.enter()
    assert panel.form.pin.text() == ""
    panel.form.pin.setText(PIN)
    held.enter()
    assert held.house.rows("SELECT forced FROM visit WHERE guest_id IS NOT NULL") == [("guest_limit",)]


def test_what_is_missing_is_said(held: Screen) -> None:
    held.press(Key.Key_G, CTRL)
    panel = held.flow(GuestPanel)
    held.enter()
    assert panel._refusal.text() == "Donnez le nom de la personne."
    held.type("Camille")
    held.enter()
    assert not panel.go_button.isEnabled()
    held.click(panel.why.button_of(Why.EVENT))
    assert panel._nothing.text() == "Aucun moment collectif à cette heure."
    held.click(panel.why.button_of(Why.TRIAL))
    held.enter()
    assert "demande une adresse ou un téléphone" in panel._refusal.text()
    held.escape()
    panel.contact.setText("camille@essai.example")
    held.enter()
    held.enter()
    assert _bases(held) == ["trial"]


def test_a_guest_leaves_from_the_list_under_their_host(held: Screen) -> None:
    host = held.house.member("Inès Alvar")
    held.scan(host.code)
    came(held.house, "Zoé Visite", Why.HOST, host.id)
    held.house.scan(held.house.member("Bob B"))
    held.settle()
    shown = held.window.counter.presence._list
    rows = [shown.item(row).text().split("   ")[1] for row in range(shown.count())]
    assert [text.split(" ·")[0] for text in rows] == ["Bob B", "Inès Alvar", "↳ Zoé Visite, invité·e de Inès Alvar"]
    shown.itemActivated.emit(shown.item(2))
    held.settle()
    assert _verdict(held) is Verdict.OUT
    assert held.house.desk.door.guests.still_in(host.id) == ()


def test_the_host_is_told_at_leaving_that_guests_are_still_in(held: Screen) -> None:
    scenes.greeting_host(held)
    said = held.window.counter.greeting.accessibleDescription()
    assert "Ses invité·es sont encore là\u00a0: Zoé Visite, Abel Visite." in said


def test_nothing_opens_while_nobody_holds_the_desk(held: Screen) -> None:
    held.press(Key.Key_L, CTRL)
    held.press(Key.Key_G, CTRL)
    assert held.window.counter.flow is None


# --- the safety limit ----------------------------------------------------------------------------------------


def test_nine_tenths_of_the_limit_are_told_with_the_numbers(held: Screen) -> None:
    house = held.house
    house.change(Site, 1, safety_limit=10)
    for number in range(8):
        house.scan(house.member(f"N{number} Essai"))
    held.settle()
    assert held.window.banner.sentence == ""
    visit = house.scan(house.member("Ana A")).visit_id
    held.settle()
    assert held.window.banner.sentence == "9 personnes sur 10\u00a0: encore une entrée, puis c’est complet."
    house.scan(house.member("Bob B"))
    held.settle()
    assert "la maison est pleine" in held.window.banner.sentence
    held.click(held.window.banner._act)
    assert isinstance(held.window.stage.currentWidget(), RollCallPage)
    house.later(minutes=1).desk.checkin.leave(visit)
    house.desk.checkin.leave(house.desk.presence.now().people[0].visit_id)
    held.settle()
    assert held.window.banner.sentence == ""


def test_at_the_limit_a_manager_may_say_otherwise(held: Screen) -> None:
    scenes.refused_full(held)
    scenes._remedy(held, "force")
    held.type("pluie")
    held.enter()
    assert held.house.rows("SELECT forced FROM visit WHERE forced <> ''") == [("full",)]


def test_whoever_holds_the_desk_without_the_right_is_offered_a_manager(held: Screen) -> None:
    held_by_facilitator(held.house)
    scenes.force(held)
    form = held.flow(ForcePanel).form
    assert form.pin.isVisible()
    assert form.who.value


def test_a_lapsed_member_who_comes_for_an_event_is_greeted_and_the_desk_is_told(held: Screen) -> None:
    scenes.greeting_event(held)
    said = held.window.counter.greeting.accessibleDescription()
    assert "Mardi de Casaco" in said
    assert "a expiré le lun. 23 nov. 2026" in said
    held.click(_button(held, "Renouveler sa formule"))
    assert held.flow(RenewalPanel)


def test_the_roll_call_lists_guests_under_their_host(held: Screen) -> None:
    scenes.guests_inside(held)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert [box.line.words.split(" · ")[0] for box in page._boxes] == [
        "Inès Alvar", "↳ Abel Visite, invité·e de Inès Alvar", "↳ Zoé Visite, invité·e de Inès Alvar",
    ]  # fmt: skip
