"""A member's file with the keyboard: cards in two acts, parcels with one key; the greeting; a new member."""

from __future__ import annotations

import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from desk.cards import Loss
from desk.checkin import Verdict
from desk.people import MemberFile
from desk.work import Operator
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.member import CARD, FILE, WORDS, MemberPanel
from views.flows.new_member import NewMemberPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _file(screen: Screen, member_id: str) -> MemberFile:
    file = screen.house.desk.people.file(member_id)
    assert file is not None
    return file


def _open(screen: Screen, member_id: str) -> MemberPanel:
    screen.window.people.open_file(member_id)
    screen.settle()
    return screen.flow(MemberPanel)


def _read(pixmap: QPixmap) -> str:
    """What a telephone would read of a code on the screen."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (image.width(), image.height())
    drawn = Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    (found,) = zxingcpp.read_barcodes(drawn)
    return str(found.text)


def _press_button(screen: Screen, root: QWidget, words: str) -> None:
    screen.click(next(b for b in root.findChildren(QPushButton) if words in b.text() and b.isVisible()))


# --- the file ------------------------------------------------------------------------------------------------


def test_shift_enter_in_the_box_opens_the_file_and_enter_lets_in(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    held.press(Key.Key_K, CTRL)
    held.type("alvar")
    answers = held.window.header.omnibox.answers
    assert answers.item(1).text().startswith("Fiche de Inès Alvar")
    held.press(Key.Key_Return, SHIFT)
    assert held.flow(MemberPanel).file.id == member.id
    held.enter()
    outcome = held.window.counter.greeting.outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.IN
    assert held.window.counter.flow is None


def test_the_second_answer_of_the_box_is_the_file(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    held.press(Key.Key_K, CTRL)
    held.type("alvar")
    held.press(Key.Key_Down)
    held.enter()
    assert held.flow(MemberPanel).file.id == member.id


def test_a_lost_card_is_replaced_in_two_acts_printed_and_shown(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    panel = _open(held, member.id)
    held.click(panel.card.lost_button)
    assert panel.card.reasons.button_of(Loss.LOST).hasFocus()
    held.enter()  # the reason that has the focus, not the big button
    assert panel.step == CARD
    code = _file(held, member.id).card_code
    assert code != member.code
    assert _read(panel.qr.pixmap()) == code
    assert held.house.scan(member.code).reason == "revoked"
    held.wait(held.all_printed)
    assert held.printed() == ["Carte de Inès Alvar"]
    held.enter()
    assert panel.step == FILE
    assert held.window.counter.flow is panel


def test_a_first_card_takes_one_click(held: Screen) -> None:
    member = held.house.member()
    assert held.house.desk.cards.revoke(member.id, "rendue") is None
    panel = _open(held, member.id)
    held.click(panel.card.issue_button)
    assert panel.step == CARD
    assert held.house.scan(_read(panel.qr.pixmap())).verdict is Verdict.IN


def test_a_card_is_withdrawn_printed_again_or_shown(held: Screen) -> None:
    member = held.house.member()
    panel = _open(held, member.id)
    held.click(panel.card.show_button)
    assert _read(panel.qr.pixmap()) == member.code
    held.escape()
    held.click(panel.card.print_button)
    held.wait(held.all_printed)
    assert held.printed() == ["Carte de Inès Alvar"]
    held.click(panel.card.lost_button)
    held.click(panel.card.withdraw_button)
    assert panel.card.issue_button.isVisible()
    assert held.house.scan(member.code).reason == "revoked"


def test_a_file_is_corrected_and_a_refusal_keeps_what_was_typed(held: Screen) -> None:
    member = held.house.member()
    panel = _open(held, member.id)
    held.click(panel.who.edit_button)
    assert panel.form.given.hasFocus()
    panel.form.email.setFocus()
    held.write("ines")
    held.enter()
    assert panel.step == WORDS
    assert "n’est pas une adresse" in panel._refusal.text()
    held.type("@example.org")
    panel.form.message.setFocus()
    held.type("Garde la cle")
    held.enter()
    assert panel.step == FILE
    words = _file(held, member.id).words
    assert (words.email, words.message) == ("ines@example.org", "Garde la cle")


def test_what_is_typed_in_a_file_outlives_another_file(held: Screen) -> None:
    first, second = held.house.member("Ana A"), held.house.member("Bachir B")
    panel = _open(held, first.id)
    panel.parcels.note.setFocus()
    held.type("carton")
    _open(held, second.id)
    held.escape()
    assert held.flow(MemberPanel) is panel
    assert panel.parcels.note.text() == "carton"


def test_parcels_are_noted_and_handed_over_with_one_key(held: Screen) -> None:
    member = held.house.member()
    panel = _open(held, member.id)
    panel.parcels.note.setFocus()
    held.type("Rouge")  # the letter R goes where it is typed
    held.enter()
    assert [parcel.note for parcel in _file(held, member.id).parcels] == ["Rouge"]
    panel.go_button.setFocus()
    held.press(Key.Key_R)
    assert _file(held, member.id).parcels == ()
    assert panel.parcels.back_button.text() == "1 colis remis · Annuler"
    held.click(panel.parcels.back_button)
    assert len(_file(held, member.id).parcels) == 1
    assert held.house.value("SELECT received_by FROM parcel") == "Gaël Essai"


def test_an_access_is_suspended_and_given_back_by_a_manager_alone(held: Screen) -> None:
    member = held.house.member()
    panel = _open(held, member.id)
    panel.access.reason.setFocus()
    held.enter()
    assert "Dites pourquoi" in panel._refusal.text()
    held.type("impaye")
    held.enter()
    assert _file(held, member.id).is_blocked
    held.click(panel.access.unblock_button)
    assert not _file(held, member.id).is_blocked
    held.house.desk.work.operator = Operator("x", "Ana Essai")
    panel.reload()
    assert not panel.access.isVisible()


# --- the greeting --------------------------------------------------------------------------------------------


def test_the_greeting_shows_the_message_and_hands_over_with_one_key(held: Screen) -> None:
    member = held.house.member(parcels=2)
    held.press(Key.Key_F2)  # the plan has the focus: nothing is typed
    held.scan(member.code)
    greeting = held.window.counter.greeting
    held.press(Key.Key_R)
    assert _file(held, member.id).parcels == ()
    _press_button(held, greeting, "2 colis remis")
    assert len(_file(held, member.id).parcels) == 2
    held.press(Key.Key_K, CTRL)
    held.type("r")
    assert held.window.header.omnibox.text() == "r"
    assert len(_file(held, member.id).parcels) == 2
    held.press(Key.Key_R, ALT)
    assert _file(held, member.id).parcels == ()


def test_r_hands_over_from_the_empty_box_and_types_in_a_filled_one(held: Screen) -> None:
    member = held.house.member(parcels=2)
    box = held.window.header.omnibox
    assert held.focus is box
    held.press(Key.Key_R)
    assert box.text() == "r"  # nothing is offered
    held.escape()
    held.scan(member.code)
    held.type("Zor")
    assert box.text() == "Zor"
    held.escape()
    assert len(_file(held, member.id).parcels) == 2
    held.press(Key.Key_R)
    assert (box.text(), _file(held, member.id).parcels) == ("", ())
    held.press(Key.Key_R)
    assert box.text() == "r"  # nothing is left to hand over


def test_a_name_that_begins_with_r_hands_nothing_over(held: Screen) -> None:
    member = held.house.member(parcels=2)
    box = held.window.header.omnibox
    held.scan(member.code)
    held.type("rachel")
    box.settle()
    assert box.text() == "rachel"
    assert len(_file(held, member.id).parcels) == 2


def test_r_alone_in_the_box_waits_and_then_is_no_letter(held: Screen) -> None:
    member = held.house.member(parcels=2)
    box = held.window.header.omnibox
    held.scan(member.code)
    held.type("r")
    assert (box.text(), len(_file(held, member.id).parcels)) == ("r", 2)
    held.wait(lambda: not box.text())
    assert _file(held, member.id).parcels == ()


def test_r_is_never_for_the_person_who_comes_next(held: Screen) -> None:
    first, second = held.house.member(parcels=1), held.house.member("Bachir Oyono", parcels=1)
    box = held.window.header.omnibox
    held.scan(first.code)
    held.type("r")
    held.scan(second.code)
    box.settle()
    assert len(_file(held, first.id).parcels) == len(_file(held, second.id).parcels) == 1


def test_r_is_a_letter_once_the_keyboard_goes_elsewhere(held: Screen) -> None:
    member = held.house.member(parcels=1)
    held.scan(member.code)
    held.type("r")
    held.window.board.view.setFocus()
    held.window.header.omnibox.settle()
    assert len(_file(held, member.id).parcels) == 1


def test_the_greeting_opens_the_file_even_of_someone_refused(held: Screen) -> None:
    member = held.house.member(plan="")
    held.scan(member.code)
    _press_button(held, held.window.counter.greeting, "Fiche")
    assert held.flow(MemberPanel).file.id == member.id


def test_a_guest_has_no_file_and_r_does_nothing(held: Screen) -> None:
    held.house.later(minutes=5)
    sold = held.house.sell_pass()
    held.house.later(minutes=5)
    held.press(Key.Key_F2)
    held.scan(sold.code)
    held.press(Key.Key_R)
    buttons = [b.text() for b in held.window.counter.greeting.findChildren(QPushButton)]
    assert "Fiche" not in buttons


# --- a new member --------------------------------------------------------------------------------------------


def _name(screen: Screen, given: str = "Camille", family: str = "Delorge") -> NewMemberPanel:
    screen.press(Key.Key_N, CTRL)
    panel = screen.flow(NewMemberPanel)
    assert panel.given.hasFocus()
    screen.type(given)
    screen.press(Key.Key_Tab)
    screen.type(family)
    return panel


def test_a_new_member_is_paid_and_carded_by_keyboard_alone(held: Screen) -> None:
    panel = _name(held)
    held.enter()
    assert panel.payment.tendered_field.hasFocus()
    held.enter()
    assert panel.welcomed is not None
    assert panel.welcomed.sale is not None
    assert _read(panel.qr.pixmap()) == panel.welcomed.card.code
    held.wait(held.all_printed)
    assert sorted(held.printed()) == ["Carte de Camille Delorge", "Reçu n° A-000001"]
    held.enter()
    assert held.window.counter.flow is None
    assert held.house.desk.members.everyone()[0].situation == "à jour"


def test_a_new_member_may_choose_a_plan_later(held: Screen) -> None:
    panel = _name(held)
    held.click(panel.plan.button_of(None))
    panel.family.setFocus()
    held.enter()
    assert panel.welcomed is not None
    assert panel.welcomed.sale is None
    held.click(panel.file_button)
    assert held.flow(MemberPanel).file.name == "Camille Delorge"


def test_a_manager_grants_what_was_paid_elsewhere(held: Screen) -> None:
    panel = _name(held)
    held.enter()
    held.click(panel.granted)
    assert panel._go.text() == "Accorder Carnet 10 jours"
    assert panel.go_button.hasFocus()
    held.enter()
    assert panel.welcomed is not None
    assert panel.welcomed.sale is None
    assert held.house.value("SELECT count(*) FROM sale") == 0


def test_a_name_that_is_known_is_asked_about_before_the_payment(held: Screen) -> None:
    member = held.house.member("Camille Delorge")
    panel = _name(held)
    held.enter()
    assert "déjà membre" in panel._refusal.text()
    held.click(panel.known_button)
    assert held.flow(MemberPanel).file.id == member.id
    held.escape()
    assert held.flow(NewMemberPanel) is panel
    panel.family.setFocus()
    held.enter()
    assert panel.step == 1
    held.enter()
    assert panel.welcomed is not None
    assert panel.welcomed.card.number == 2


def test_a_new_member_needs_a_name(held: Screen) -> None:
    held.press(Key.Key_N, CTRL)
    panel = held.flow(NewMemberPanel)
    held.enter()
    assert "Donnez un nom" in panel._refusal.text()
    assert panel.step == 0


def test_a_flow_that_waits_under_a_file_comes_back(held: Screen) -> None:
    member = held.house.member()
    held.press(Key.Key_J, CTRL)
    held.type("Cam")
    _open(held, member.id)
    held.escape()
    assert held.flow(DayPassPanel).guest.text() == "Cam"
