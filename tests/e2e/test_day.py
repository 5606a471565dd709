"""A day at the desk, in the real window on a real SQLite file, mostly with the keyboard alone."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.checkin import Verdict
from desk.plan import SpaceState
from tests.support.house import small_house
from tests.support.window import AWAY, CTRL, FOLDER, HOLDER, Screen, held, shown, staffed, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.float_count import FloatPanel
from views.flows.queue import QueuePanel
from views.flows.rental import RentalPanel
from views.roll_call import RollCallPage

__all__ = ["held", "window_fixture"]

ROOT = Path(__file__).resolve().parents[2]
Key = Qt.Key


def test_the_desk_is_taken_and_the_float_counted_with_the_keyboard_alone(counter: Screen) -> None:
    assert counter.window.is_locked
    counter.type("4821")
    counter.enter()
    assert counter.house.desk.staff.holder.name == HOLDER
    panel = counter.flow(FloatPanel)
    assert panel.amount.hasFocus()
    counter.type("120,5")
    assert panel.go_button.text() == "Ouvrir avec 120,50\u00a0€"
    counter.enter()
    assert counter.house.desk.till.float_today() == 12050
    assert counter.window.counter.flow is None
    assert counter.window.header.omnibox.hasFocus()


def test_a_wrong_pin_says_so_and_the_next_one_takes_the_desk(counter: Screen) -> None:
    counter.type("1111")
    counter.enter()
    assert counter.window.is_locked
    assert counter.window.sign_in.pin.hasFocus()
    counter.sign_in()
    assert not counter.window.is_locked


def test_a_scan_while_a_field_is_typed_in_greets_and_leaves_the_field_alone(held: Screen) -> None:
    member = held.house.member(usual="la-ruche")
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.type("Cam")
    assert panel.guest.text() == "Cam"
    for layout in ("us", "fr", "be"):
        held.house.later(minutes=5)
        held.scan(member.code, layout)
        assert panel.guest.text() == "Cam"
    outcome = held.window.counter.greeting.outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.IN  # in, out, and in again
    assert held.window.counter.greeting.isVisible()
    # The flow waits, and comes back with what was typed and the cursor where it was.
    held.click(_resume(held))
    assert panel.isVisible()
    assert panel.guest.hasFocus()
    held.type("ille")
    assert panel.guest.text() == "Camille"


def _resume(screen: Screen) -> QPushButton:
    return screen.window.counter._resume


def _taken(screen: Screen) -> int:
    assert screen.window.gestures.now is not None
    return sum(s.state is SpaceState.TAKEN for space in screen.window.gestures.now.spaces for s in space.seats)


def test_the_plan_shows_a_sale_within_the_same_turn(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    panel.go_on()
    panel.go_on()  # no event is processed after this line
    assert panel.sold is not None
    assert held.window.header._count.text() == "1"
    assert _taken(held) == 1


def test_a_scan_is_greeted_at_once_and_the_plan_follows_the_painted_greeting(held: Screen) -> None:
    order: list[str] = []
    greeted, told = partial(order.append, "painted"), lambda _topics: order.append("told")
    held.window.counter.greeting.painted.connect(greeted)
    held.application.bridge.changed.connect(told)
    held.window.scan(held.house.member().code)  # no event is processed after this line
    assert held.window.counter.greeting.outcome is not None
    held.qtbot.waitUntil(lambda: "told" in order)
    assert order[0] == "painted"
    assert order.count("told") == 1
    assert held.window.header._count.text() == "1"
    assert _taken(held) == 1


def test_a_greeting_that_nobody_sees_does_not_hold_the_plan_back(held: Screen) -> None:
    held.window.hide()
    held.window.scan(held.house.member().code)
    held.qtbot.waitUntil(lambda: held.window.header._count.text() == "1")
    assert _taken(held) == 1


def test_the_greeting_is_painted_with_the_scan(held: Screen) -> None:
    before = held.window.grab().toImage()
    held.scan(held.house.member().code)
    assert held.window.grab().toImage() != before
    assert held.window.counter.greeting.outcome.greeting.name == "Inès Alvar"


def test_a_pass_paid_in_cash_takes_three_enters(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.enter()
    assert panel.payment.tendered_field.hasFocus()
    held.enter()
    assert panel.sold is not None
    assert panel.sold.sale.change_cents == 0
    held.enter()
    assert held.keys == 4  # Ctrl J, and one Enter a step
    assert held.window.counter.flow is None
    held.wait(held.all_printed)
    assert held.printed() == ["Pass journée n° 1"]


def test_a_pass_with_a_name_change_and_a_receipt_by_keyboard_alone(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.type("Camille Delorge")
    held.enter()
    held.type("50")
    assert panel.payment._change.text() == "26,00\u00a0€"
    for _ in range(20):
        if panel.receipt.isAncestorOf(held.focus):
            break
        held.press(Key.Key_Tab)
    held.press(Key.Key_Right)
    assert panel.receipt.value is True
    held.enter()
    assert panel.sold is not None
    assert panel.sold.sale.change_cents == 2600
    assert panel._change.text() == "À rendre\u00a0: 26,00\u00a0€"
    held.enter()
    held.wait(held.all_printed)
    assert sorted(held.printed()) == ["Pass journée n° 1", "Reçu n° A-000001"]
    assert held.window.counter.presence._list.item(0).text().startswith("09:00   Camille Delorge")


def test_a_pass_paid_half_in_cash_half_by_card(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.enter()
    panel.payment.part_field.setFocus()
    held.write("10")
    assert not panel.go_button.isEnabled()
    held.enter()
    assert panel.sold is None  # Enter sells nothing that is not paid in full
    held.click(panel.payment._more)
    assert panel.payment.remaining == 1400
    held.click(panel.payment.modes.button_of(panel.payment.modes._values[1]))
    assert panel.go_button.isEnabled()
    held.click(panel.go_button)
    assert panel.sold is not None
    paid = held.house.rows("SELECT mode, cents FROM payment ORDER BY cents")
    assert paid == [("cash", 1000), ("card", 1400)]


def test_a_printer_away_holds_up_no_sale_and_prints_once_later(held: Screen) -> None:
    held.printer(AWAY)
    held.press(Key.Key_J, CTRL)
    for _ in range(3):
        held.enter()
    banner = held.window.banner
    held.wait(lambda: "127.0.0.1:9" in banner.sentence)
    assert held.house.value("SELECT count(*) FROM sale") == 1
    held.click(banner._act)
    panel = held.flow(QueuePanel)
    held.printer(FOLDER)
    held.enter()
    held.wait(held.all_printed)
    held.wait(lambda: banner.sentence == "")
    assert held.printed() == ["Pass journée n° 1"]
    assert len(list((held.house.folder / "tickets").glob("*.pdf"))) == 1
    assert panel.go_button.text() == "Terminé"
    held.enter()
    assert held.window.counter.flow is None


def test_a_free_room_is_rented_by_keyboard_alone(held: Screen) -> None:
    held.press(Key.Key_F2)
    held.press(Key.Key_K, CTRL)
    held.type("pow-wow")
    held.enter()
    _to_the_plan(held)
    held.enter()
    panel = held.flow(RentalPanel)
    assert panel.title == "Louer Pow-Wow"
    assert panel.end.hasFocus()
    held.enter()
    held.type("Les Jardins de Ronce")
    held.enter()
    held.enter()
    assert panel.sold is not None
    assert panel.sold.organisation == "Les Jardins de Ronce"
    held.enter()
    space = held.window.gestures.space("pow-wow")
    assert space.state is SpaceState.TAKEN
    assert "Les Jardins de Ronce" in space.detail
    held.wait(held.all_printed)
    assert held.printed() == ["Reçu n° A-000001"]


def _to_the_plan(screen: Screen) -> None:
    for _ in range(40):
        if screen.window.board.view.hasFocus():
            return
        screen.press(Key.Key_Tab)
    raise AssertionError("Tab never comes to the plan")


def test_an_entry_is_taken_back_from_the_greeting(held: Screen) -> None:
    member = held.house.member(plan="book-10-days", units=6)
    held.scan(member.code)
    assert held.house.units_left(member) == 5
    held.house.later(minutes=1)
    undo = next(b for b in held.window.counter.greeting.findChildren(QPushButton) if "Annuler" in b.text())
    held.click(undo)
    assert held.house.units_left(member) == 6
    assert held.window.header._count.text() == "0"


def test_the_roll_call_is_one_key_away_from_everywhere(counter: Screen) -> None:
    inside = counter.house.member()
    counter.scan(inside.code)
    assert counter.window.is_locked
    counter.press(Key.Key_F9)
    assert isinstance(counter.window.stage.currentWidget(), RollCallPage)
    counter.escape()
    assert counter.window.sign_in.isVisible()
    counter.sign_in()
    counter.press(Key.Key_F9)  # from the float
    assert isinstance(counter.window.stage.currentWidget(), RollCallPage)
    counter.enter()
    counter.wait(counter.all_printed)
    assert counter.printed() == ["Liste d’évacuation"]


def test_nothing_but_the_roll_call_can_be_done_while_the_desk_is_locked(held: Screen) -> None:
    member = held.house.member()
    held.scan(member.code)
    held.press(Key.Key_J, CTRL)
    held.press(Key.Key_L, CTRL)
    for key, modifier in ((Key.Key_J, CTRL), (Key.Key_K, CTRL), (Key.Key_F10, Qt.KeyboardModifier.NoModifier)):
        held.press(key, modifier)
    assert held.window.sign_in.isVisible()
    held.press(Key.Key_F9)
    window = held.window
    assert isinstance(window.stage.currentWidget(), RollCallPage)
    for part in (window.header, window.rail, window.counter):
        assert not part.isVisible()


def test_the_lock_keeps_a_half_typed_flow(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    held.type("Camil")
    held.press(Key.Key_L, CTRL)
    assert held.window.is_locked
    assert not panel.isVisible()
    held.sign_in()
    assert held.flow(DayPassPanel) is panel
    assert panel.isVisible()
    assert panel.guest.text() == "Camil"
    assert panel.guest.hasFocus()
    held.type("le")
    assert panel.guest.text() == "Camille"


def test_another_process_scanning_shows_up_by_itself(held: Screen) -> None:
    member = held.house.member()
    done = subprocess.run(
        [sys.executable, "-m", "desk", "scan", member.code, "--data", str(held.house.folder)],
        cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "none"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert '"verdict": "in"' in done.stdout
    held.qtbot.waitUntil(lambda: held.window.header._count.text() == "1", timeout=1000)
    assert held.window.counter.presence._list.count() == 1


def test_the_window_closes_on_a_journal_that_holds(qtbot: QtBot, tmp_path: Path) -> None:
    """What is left running or open would fail the test: every test here is watched for it."""
    with small_house(tmp_path / "house") as house:
        with shown(qtbot, staffed(house)) as screen:
            screen.hold()
            screen.scan(house.member().code)
            screen.press(Key.Key_J, CTRL)
            for _ in range(3):
                screen.enter()
            screen.press(Key.Key_J, CTRL)
            screen.type("Half")
        assert not house.desk.engine.pool.checkedout()
        house.reopen()
        assert house.value("SELECT count(*) FROM sale") == 1
        assert house.verify(deep=True).problems == ()
