"""The drawer and the end of the day, with the keyboard: counted blind, explained, closed; seen, printed, saved."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.errors import Refused
from desk.work import Operator
from tests.desk.closings.scenes import pieces_of
from tests.support.care_scenes import things
from tests.support.house import TUESDAY
from tests.support.till_scenes import TILL_SCENES
from tests.support.window import CTRL, HOLDER, Screen, held, window_fixture
from views.closings.page import ClosingsPage
from views.flows.closing import ClosingPanel
from views.flows.day_pass import DayPassPanel
from views.flows.departures import DeparturesPanel
from views.flows.drawer import DrawerPanel
from views.flows.float_count import FloatPanel
from views.flows.hour import HourPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
WEDNESDAY = TUESDAY + timedelta(days=1)
ABANDONED = "SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'technical' AND kind = '320'"


class _Chooser:
    """Answers a path to whoever asks where to write."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def save_file(self, _parent: QWidget, _title: str, _suggested: str, _pattern: str) -> Path | None:
        return self.path


def _fill(panel: ClosingPanel, cents: int) -> None:
    for value, number in pieces_of(cents).items():
        panel.coins.spin_of(value).setValue(number)


def _go(panel: ClosingPanel | DeparturesPanel) -> str:
    assert isinstance(panel.go_button, QPushButton)
    return panel.go_button.text().replace("\u00a0", " ")


def _words(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel)).replace("\u00a0", " ")


def _listed(screen: Screen) -> list[tuple[str, int | None]]:
    return [(made.number, made.difference_cents) for made in screen.house.desk.closings.listed()]


def test_the_day_is_closed_with_the_keyboard_and_the_count_is_blind(held: Screen) -> None:
    held.house.sell_pass()
    for person in held.house.desk.presence.now().people:
        held.house.desk.checkin.leave(person.visit_id)
    held.press(Key.Key_D, CTRL | SHIFT)
    panel = held.flow(ClosingPanel)
    assert "150,00" not in _words(panel)
    assert panel.coins.first.hasFocus()
    held.type("0")
    _fill(panel, 14_900)
    assert _go(panel) == "J’ai compté 149,00 €"
    held.enter()
    assert "Il manque 1,00 €." in _words(panel)
    assert panel.reason.hasFocus()
    held.enter()
    assert "dites pourquoi" in panel._refusal.text()
    held.type("perdu sous le comptoir")
    held.enter()
    assert _listed(held) == [("Z-A-000001", -100)]
    assert "Journée close, n° Z-A-000001" in _words(panel)
    held.click(panel.print_button)
    held.wait(held.all_printed)
    assert "Clôture du jour (Z) n° Z-A-000001" in held.printed()
    held.enter()
    assert held.window.counter.flow is None
    held.press(Key.Key_D, CTRL | SHIFT)
    assert not held.flow(ClosingPanel).go_button.isEnabled()


def test_who_is_still_there_is_asked_first_in_the_same_gesture(held: Screen) -> None:
    held.house.scan(held.house.member("Ana A"))
    held.house.at(19, 30)
    held.press(Key.Key_D, CTRL | SHIFT)
    panel = held.flow(DeparturesPanel)
    held.enter()
    assert _go(panel) == "Compter le tiroir"
    held.enter()
    assert isinstance(held.window.counter.flow, ClosingPanel)
    assert held.house.value("SELECT count(*) FROM visit WHERE left_at IS NULL") == 0


def test_nobody_need_be_noted_to_count(held: Screen) -> None:
    held.house.scan(held.house.member("Ana A"))
    held.press(Key.Key_D, CTRL | SHIFT)
    held.click(held.flow(DeparturesPanel).leave_button)
    assert isinstance(held.window.counter.flow, ClosingPanel)
    assert not held.window.is_locked


def test_locking_in_the_evening_goes_through_the_closing_then_locks(held: Screen) -> None:
    held.house.sell_pass()
    for person in held.house.desk.presence.now().people:
        held.house.desk.checkin.leave(person.visit_id)
    held.house.at(19, 20)
    held.press(Key.Key_L, CTRL)
    panel = held.flow(ClosingPanel)
    _fill(panel, 15_000)
    held.enter()
    held.enter()
    assert _go(panel) == "Verrouiller"
    held.enter()
    assert held.window.is_locked
    assert held.window.counter.flow is None


def test_the_key_again_locks_at_once_and_the_day_stays_open(held: Screen) -> None:
    held.house.sell_pass()
    held.house.at(19, 20)
    held.press(Key.Key_L, CTRL)
    held.press(Key.Key_L, CTRL)
    assert held.window.is_locked
    assert _listed(held) == []


def test_a_sale_during_the_count_asks_for_another_and_nothing_is_lost(held: Screen) -> None:
    held.press(Key.Key_D, CTRL | SHIFT)
    panel = held.flow(ClosingPanel)
    _fill(panel, 15_000)
    held.enter()
    assert held.house.desk.closings.drawer.put_in(500, "monnaie") is None
    held.enter()
    assert "recomptez-le" in panel._refusal.text()
    held.escape()
    assert panel.coins.cents == 15_000
    _fill(panel, 15_500)
    held.enter()
    held.enter()
    assert _listed(held) == [("Z-A-000001", 0)]


@pytest.mark.parametrize(("typed", "said"), [("", "Écrivez un montant"), ("200", "va de 0 à")])
def test_what_stays_in_the_drawer_is_an_amount_that_was_counted(held: Screen, typed: str, said: str) -> None:
    held.press(Key.Key_D, CTRL | SHIFT)
    panel = held.flow(ClosingPanel)
    _fill(panel, 15_000)
    held.enter()
    panel.kept.setText(typed)
    held.enter()
    assert said in panel._refusal.text()
    assert _listed(held) == []


def test_a_forgotten_day_is_closed_at_the_opening_and_leaves_its_float(held: Screen) -> None:
    held.house.sell_pass()
    held.window.lock()
    held.house.at(9, 5, day=WEDNESDAY)
    held.sign_in()
    panel = held.flow(ClosingPanel)
    assert "mar. 24 nov. 2026 n’a pas été clôturée" in _words(panel)
    _fill(panel, 15_000)
    held.enter()
    held.enter()
    held.enter()
    assert held.window.counter.flow is None
    assert held.house.desk.till.float_today() == 15_000
    assert _listed(held) == [("Z-A-000001", 0)]


def test_a_forgotten_day_can_wait_and_the_banner_says_so(held: Screen) -> None:
    held.house.sell_pass()
    for person in held.house.desk.presence.now().people:
        held.house.desk.checkin.leave(person.visit_id)
    held.window.lock()
    held.house.at(9, 5, day=WEDNESDAY)
    held.sign_in()
    held.escape()
    held.flow(FloatPanel)
    held.escape()
    held.window.banner.forget()
    held.settle()
    assert "La journée du mar. 24 nov. 2026 n’est pas clôturée" in held.window.banner.sentence
    held.click(held.window.banner._act)
    held.flow(ClosingPanel)
    held.escape()
    held.house.sell_pass()
    held.settle()
    assert held.window.banner.sentence == ""
    assert _listed(held) == [("Z-A-000001", None)]


def test_a_manager_confirms_the_hour_that_a_closing_doubts(held: Screen) -> None:
    TILL_SCENES["hour-1"](held)
    panel = held.flow(HourPanel)
    assert "La dernière clôture est encore à venir." in _words(panel)
    held.house.desk.work.operator = Operator("someone", "Ana A")
    held.enter()
    assert "gérant" in panel._refusal.text()
    held.house.desk.work.operator = Operator("someone", "Ana A", is_manager=True)
    held.enter()
    assert "Clôture faite, n° Z-A-000002" in _words(panel)
    held.enter()
    assert held.window.counter.flow is None
    held.house.sell_pass()
    assert held.house.verify().problems == ()


def test_an_hour_that_nobody_doubts_has_nothing_to_confirm(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("horloge")
    held.enter()
    panel = held.flow(HourPanel)
    assert "Rien ne met cette heure en doute." in _words(panel)
    assert panel.go_button.text() == "Fermer"
    held.enter()
    assert held.window.counter.flow is None
    assert held.house.value("SELECT count(*) FROM journal WHERE kind = 'clock.confirmed'") == 0


def test_cash_goes_in_and_out_with_a_reason(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("tiroir-caisse")
    held.enter()
    panel = held.flow(DrawerPanel)
    held.enter()
    assert "Écrivez un montant" in panel._refusal.text()
    held.type("200")
    held.enter()
    held.type("banque")
    held.enter()
    assert "pas autant" in panel._refusal.text()
    held.click(panel.way.button_of("in"))
    held.click(panel.go_button)
    assert "200,00 €" in _words(panel)
    assert held.house.desk.closings.drawer.state().expected_cents == 35_000
    assert panel.amount.text() == ""


def test_a_report_is_seen_printed_and_saved_and_the_copies_are_numbered(held: Screen, tmp_path: Path) -> None:
    TILL_SCENES["closings"](held)
    page = held.window.stage.currentWidget()
    assert isinstance(page, ClosingsPage)
    assert page.current is not None
    assert "Clôture du jour (Z)" in _words(page)
    held.click(page.print_button)
    held.window.work.tills.prompter = _Chooser(tmp_path / "z")  # type: ignore[assignment]
    held.click(page.save_button)
    assert (tmp_path / "z.pdf").read_bytes().startswith(b"%PDF")
    copies = held.house.rows("SELECT copy_number FROM closing_print ORDER BY 1")
    assert copies == [(0,), (1,)]
    held.window.work.tills.prompter = _Chooser(None)  # type: ignore[assignment]
    held.click(page.save_button)
    assert len(held.house.rows("SELECT 1 FROM closing_print")) == 2


def test_the_reading_is_printed_and_saved_and_closes_nothing(held: Screen, tmp_path: Path) -> None:
    TILL_SCENES["reading"](held)
    page = held.window.stage.currentWidget()
    assert isinstance(page, ClosingsPage)
    assert page.current is None
    held.click(page.print_button)
    held.wait(held.all_printed)
    assert "Lecture (X)" in held.printed()
    held.window.work.tills.prompter = _Chooser(tmp_path / "x.pdf")  # type: ignore[assignment]
    held.click(page.save_button)
    assert (tmp_path / "x.pdf").exists()
    assert _listed(held) == []
    held.house.sell_pass()
    held.settle()
    assert "48,00 €" in _words(page)


def test_a_manager_closes_the_month_and_says_when_the_year_begins(held: Screen) -> None:
    TILL_SCENES["closings"](held)
    page = held.window.stage.currentWidget()
    assert isinstance(page, ClosingsPage)
    assert page._longer == {}
    assert "à partir de leur dernier jour" in _words(page)
    held.house.at(10, day=date(2026, 11, 30))
    page.reload()
    held.settle()
    (month,) = page._longer
    assert month.text() == "Clôturer novembre 2026"
    held.click(month)
    assert "novembre 2026" in page._told.text()
    assert page.current is not None
    assert page.current.number == "Z-A-000002"
    assert page._longer == {}
    page.month.setCurrentIndex(6)
    page.month.activated.emit(6)
    assert held.house.desk.closings.fiscal_month() == 7


def test_a_facilitator_sees_no_month_to_close(held: Screen) -> None:
    TILL_SCENES["closings"](held)
    held.house.desk.work.operator = Operator("someone", HOLDER)
    page = held.window.stage.currentWidget()
    assert isinstance(page, ClosingsPage)
    held.press(Key.Key_F7, SHIFT)
    assert page._longer == {}
    assert "se clôturent seuls" in _words(page)


def test_a_sale_given_up_at_the_payment_is_an_event_and_one_before_it_is_not(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.escape()
    assert held.house.rows(ABANDONED) == []
    held.press(Key.Key_J, CTRL)
    held.enter()
    held.flow(DayPassPanel)
    held.escape()
    held.escape()
    ((body,),) = held.house.rows(ABANDONED)
    assert json.loads(str(body)) == {
        "schema": 1, "event": "sale-abandoned", "what": "Pass journée", "cents": 2400, "by": HOLDER,
    }  # fmt: skip
    held.press(Key.Key_J, CTRL)
    for _ in range(3):
        held.enter()
    assert held.window.counter.flow is None
    assert len(held.house.rows(ABANDONED)) == 1


def test_a_thing_to_be_returned_today_is_seen_before_the_drawer_is_counted(held: Screen) -> None:
    held.house.member("Ana Livre")
    lending = held.house.desk.lending
    lent = lending.lend(
        things(held)["Vidéoprojecteur"], lending.borrowers("ana")[0], held.house.clock.now() + timedelta(hours=1)
    )
    assert not isinstance(lent, Refused), lent.sentence
    held.press(Key.Key_D, CTRL | SHIFT)
    panel = held.flow(DeparturesPanel)
    assert [act for _, act, _ in panel._acts] == ["loan"]
    held.click(panel._acts[0][0])
    held.enter()
    assert isinstance(held.window.counter.flow, ClosingPanel)
