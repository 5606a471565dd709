"""What a rental needs besides its room, in the window: by the scanner, the keyboard and the mouse."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.payments import PaymentMode
from tests.support.care_scenes import _after as after_its_end
from tests.support.care_scenes import _code as code_of
from tests.support.care_scenes import cared, rented, things
from tests.support.scenes import SCENES
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.booked import BookedPanel
from views.flows.departures import DeparturesPanel
from views.flows.deposit import ReturnDepositPanel, TakeDepositPanel
from views.flows.lend import LendPanel
from views.flows.overtime import DONE, OvertimePanel
from views.flows.rental import RentalPanel
from views.lending.page import LendingPage
from views.prompts import Prompter

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def play(screen: Screen, scene: str) -> None:
    """Play a scene until it stands."""
    SCENES[scene](screen)
    screen.settle()


def inside(screen: Screen) -> int:
    return screen.house.desk.presence.now().count


def test_one_code_lets_a_group_in_and_one_key_lets_somebody_out(held: Screen) -> None:
    code = code_of(held, rented(held))
    for count in (1, 2, 3):
        held.house.later(seconds=3)
        held.scan(code)
        assert inside(held) == count
    greeting = held.window.counter.greeting
    assert greeting.outcome is not None
    assert greeting.outcome.group is not None
    held.press(Key.Key_U)
    assert inside(held) == 1
    assert greeting.outcome.verdict.value == "out"
    held.house.later(seconds=3)
    held.scan(code)
    held.click(greeting._remedies[1][0])
    assert inside(held) == 1
    assert greeting.outcome is None
    assert held.window.banner.sentence == "Annulé\u00a0: 1 sur 12 personnes annoncées."


def test_the_refusal_of_a_group_opens_its_rental(held: Screen) -> None:
    play(held, "group-refused")
    held.click(held.window.counter.greeting._remedies[0][0])
    assert held.flow(BookedPanel).booking is not None


def test_the_panel_counts_the_participants_and_sends_them_home(held: Screen) -> None:
    held.window.bookings.open_booking(rented(held))
    held.settle()
    care = held.flow(BookedPanel).care
    for _ in range(2):
        held.click(care.more_button)
    assert inside(held) == 2
    held.click(care.fewer_button)
    assert inside(held) == 1
    held.click(care.left_button)
    assert inside(held) == 0
    assert care.left_button.isHidden()


class Chosen(Prompter):
    """Somebody who always writes to the same file, or gives up."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        return self.path


def test_the_paper_of_the_group_is_printed_and_saved(held: Screen, tmp_path: Path) -> None:
    held.window.bookings.open_booking(rented(held))
    held.settle()
    care, gestures = held.flow(BookedPanel).care, held.window.work.care
    held.click(care.print_button)
    held.wait(held.all_printed)
    assert "Code du groupe · Les Jardins de Ronce" in held.printed()
    gestures.prompter = Chosen(None)
    held.click(care.a4_button)
    gestures.prompter = Chosen(tmp_path / "groupe")
    held.click(care.roll_button)
    assert [path.name for path in tmp_path.glob("groupe*")] == ["groupe.pdf"]
    assert held.window.banner.sentence == "Code du groupe · Les Jardins de Ronce est dans groupe.pdf."


def test_the_walk_in_goes_on_to_its_deposit(held: Screen) -> None:
    assert held.house.desk.deposits.ask_of("calumet", 15_000) is None
    held.window.gestures.rent("calumet", None)
    held.settle()
    held.enter()
    held.type("Chorale du Passage")
    held.enter()
    panel = held.flow(RentalPanel)
    panel.payment.modes.button_of(PaymentMode.CARD).click()
    held.click(panel.go_button)
    assert panel.care_button.text() == "Caution de 150,00\u00a0€, code, prêts…"
    held.click(panel.care_button)
    held.click(held.flow(BookedPanel).care.deposit_button)
    assert held.flow(TakeDepositPanel).amount.text() == "150,00\u00a0€"
    held.enter()
    (deposit,) = held.house.desk.deposits.held()
    assert (deposit.title, deposit.cents) == ("Chorale du Passage", 15_000)
    assert held.flow(BookedPanel).care.deposit_button.text() == "Rendre…"


def test_a_part_of_a_deposit_is_kept_with_a_reason(held: Screen) -> None:
    play(held, "deposit-back")
    held.enter()
    panel = held.flow(ReturnDepositPanel)
    assert panel.reason.hasFocus()
    held.type("tache sur la table")
    held.enter()
    back = held.house.desk.deposits.of_booking(rented(held))
    assert back is not None
    assert (back.returned_cents, back.kept_cents, back.reason) == (15_000, 5_000, "tache sur la table")
    assert "150,00" in held.flow(BookedPanel).care._deposit.text()


@pytest.mark.parametrize("typed", ["", "abc", "-5", "9999999"])
def test_a_wrong_amount_is_refused_where_it_was_typed(held: Screen, typed: str) -> None:
    play(held, "deposit-take")
    held.write(typed) if typed else held.press(Key.Key_Delete)
    held.enter()
    assert held.house.desk.deposits.held() == ()
    assert isinstance(held.window.counter.flow, TakeDepositPanel)


def test_a_key_is_lent_and_comes_back_by_the_keyboard(held: Screen) -> None:
    held.house.member("Ana Livre")
    things(held)
    held.press(Key.Key_O, CTRL | SHIFT)
    held.type("ana")
    held.enter()
    held.enter()
    assert held.window.counter.flow is None
    (loan,) = held.house.desk.lending.out()
    assert (loan.thing, loan.who, loan.due_words) == ("Badge visiteur 2", "Ana Livre", "19:00")
    held.press(Key.Key_K, CTRL | SHIFT)
    page = held.window.stage.currentWidget()
    assert isinstance(page, LendingPage)
    held.press(Key.Key_R)
    assert held.house.desk.lending.out() == ()
    held.click(held.window.banner._act)
    assert [one.thing for one in held.house.desk.lending.out()] == ["Badge visiteur 2"]
    held.press(Key.Key_Home, CTRL)
    page.table.setFocus()
    held.enter()
    assert held.house.desk.lending.out() == ()


def test_lending_asks_to_whom_and_says_that_nothing_is_there(held: Screen) -> None:
    held.press(Key.Key_O, CTRL | SHIFT)
    panel = held.flow(LendPanel)
    assert not panel.go_button.isEnabled()
    held.escape()
    things(held)
    held.press(Key.Key_O, CTRL | SHIFT)
    held.enter()
    assert held.flow(LendPanel)._refusal.text() == "Dites à qui vous le prêtez."


def test_a_manager_keeps_the_registry_and_what_spaces_ask(held: Screen) -> None:
    held.press(Key.Key_K, CTRL | SHIFT)
    page = held.window.stage.currentWidget()
    assert isinstance(page, LendingPage)
    page.name.setFocus()
    page.name.setText("Clé de la cave")
    held.enter()
    page.name.setText("clé de la cave")
    held.click(page.add_button)
    assert page._refusal.text() == "Un objet s’appelle déjà «\u00a0Clé de la cave\u00a0»."
    held.click(page.retire_button)
    assert not page.act_button.isEnabled()
    held.click(page.retire_button)
    assert page.act_button.isEnabled()
    page.name.setText("Clé du grenier")
    held.click(page.rename_button)
    assert [thing.name for thing in held.house.desk.lending.things()] == ["Clé du grenier"]
    page.amount.setFocus()
    held.type("250")
    held.enter()
    asked = {one.space: one.cents for one in held.house.desk.deposits.by_space()}
    assert asked[page.space.currentText()] == 25_000


def test_the_box_finds_the_page_and_the_act(held: Screen) -> None:
    for typed, shown in (("cautions", LendingPage), ("preter une cle", LendPanel)):
        held.press(Key.Key_K, CTRL)
        held.write(typed)
        held.enter()
        found = held.window.counter.flow if shown is LendPanel else held.window.stage.currentWidget()
        assert isinstance(found, shown)


def test_overtime_is_told_once_and_charged(held: Screen) -> None:
    panel = after_its_end(held)
    assert "Les Jardins de Ronce est encore dans Pow-Wow" not in held.window.banner.sentence
    held.click(panel.care.overtime_button)
    held.enter()
    charge = held.flow(OvertimePanel)
    charge.payment.modes.button_of(PaymentMode.CARD).click()
    held.enter()
    assert charge.step == DONE
    assert held.house.desk.overtime.noticed() == ()
    assert held.house.value("SELECT count(*) FROM booking_overtime") == 1
    held.enter()
    assert held.flow(BookedPanel).care.overtime_button.isHidden()


def test_the_banner_tells_overtime_then_the_deposit(held: Screen) -> None:
    booking = cared(held)
    ends = next(b.ends_at for b in held.house.desk.bookings.of_day() if b.id == booking)
    held.house.clock.set(ends + timedelta(minutes=7))
    held.application.bridge.minute.emit()
    held.settle()
    told = []
    for _ in range(3):
        told.append(held.window.banner.sentence)
        held.click(held.window.banner._act)
    assert [words.split("\u00a0:")[0] for words in told] == [
        "Les Jardins de Ronce est encore dans Pow-Wow, 9 personnes",
        "Les Jardins de Ronce a fini",
        "Clé de l’Atelier devait revenir à 10:00 (Les Jardins de Ronce).",
    ]
    assert held.window.banner.sentence == ""


def test_whoever_leaves_gives_back_in_one_press(held: Screen) -> None:
    play(held, "leaving-with")
    greeting = held.window.counter.greeting
    held.click(greeting._remedies[0][0])
    assert held.house.desk.lending.out() == ()
    assert greeting.outcome is not None
    assert greeting.outcome.greeting is not None
    assert greeting.outcome.greeting.remedies == ()


def test_the_end_of_the_day_asks_for_what_is_out(held: Screen) -> None:
    play(held, "day-end-loans")
    panel = held.flow(DeparturesPanel)
    back = next(made for made, act, _ in panel._acts if act == "loan")
    held.click(back)
    assert held.house.desk.lending.out() == ()
    assert [act for _, act, _ in panel._acts] == ["crowd"]


@pytest.mark.parametrize(("days", "locked"), [(0, False), (1, True)])
def test_what_is_late_is_asked_when_the_desk_is_locked_after_closing(held: Screen, days: int, locked: bool) -> None:
    held.house.member("Ana Livre")
    lending, due = held.house.desk.lending, held.house.clock.now() + timedelta(days=days, hours=1)
    lent = lending.lend(things(held)["Vidéoprojecteur"], lending.borrowers("ana")[0], due)
    assert not isinstance(lent, Refused)
    held.house.at(19, 5)
    held.window.work.ask_to_lock()
    assert held.window.work.is_locked is locked
