"""Steps of the flows: back loses nothing, a refusal says why, and what changed meanwhile is told at the sale."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk.bookings import BookingRequest
from desk.printing.states import JobState
from desk.work import Operator
from models.bookings import BookingKind
from models.sales import PaymentMode
from tests.desk.closings.scenes import a_day, staffed
from tests.support.house import TUESDAY
from tests.support.scenes import SCENES
from tests.support.window import AWAY, CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.float_count import FloatPanel
from views.flows.queue import QueuePanel
from views.flows.rental import RentalPanel
from views.flows.tab_order import stops

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def test_going_back_keeps_the_name_and_the_price(held: Screen) -> None:
    SCENES["pass-2"](held)
    panel = held.flow(DayPassPanel)
    held.escape()
    assert panel.step == 0
    assert panel.guest.text() == "Camille Delorge"
    held.escape()
    assert held.window.counter.flow is None
    assert held.house.value("SELECT count(*) FROM sale") == 0


def test_two_flows_wait_for_each_other(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    held.type("Camille")
    held.press(Key.Key_F10)
    assert held.flow(QueuePanel)
    held.escape()
    assert held.flow(DayPassPanel).guest.text() == "Camille"
    held.press(Key.Key_J, CTRL)
    assert held.flow(DayPassPanel).guest.text() == "Camille"


def test_a_float_that_is_no_amount_is_refused(counter: Screen) -> None:
    counter.sign_in()
    counter.type("beaucoup")
    counter.enter()
    panel = counter.flow(FloatPanel)
    assert panel._refusal.isVisible()
    counter.write("80")
    counter.enter()
    assert counter.house.desk.till.float_today() == 8000


def test_a_float_that_is_not_what_was_left_is_explained(counter: Screen) -> None:
    a_day(staffed(counter.house), TUESDAY - timedelta(days=1))
    counter.house.desk.work.operator = Operator()
    counter.house.at(9)
    counter.sign_in()
    counter.type("100")
    counter.enter()
    panel = counter.flow(FloatPanel)
    assert "a laissé 150,00" in panel._refusal.text()
    assert panel.reason.hasFocus()
    counter.enter()
    assert counter.house.desk.till.float_today() is None
    counter.type("inconnu")
    counter.enter()
    assert counter.house.desk.till.float_today() == 10_000
    assert counter.window.counter.flow is None


def test_a_float_that_was_skipped_is_asked_as_the_drawer_is_now(counter: Screen) -> None:
    counter.sign_in()
    counter.escape()
    counter.house.sell_pass(mode=PaymentMode.CASH)
    counter.window.lock()
    counter.sign_in()
    panel = counter.flow(FloatPanel)
    assert "ventes comprises" in " ".join(one.text() for one in panel.findChildren(QLabel))
    assert panel.amount.text() == ""
    counter.type("174")
    counter.enter()
    assert counter.house.desk.closings.drawer.state().opening_cents == 15_000


def test_a_room_taken_meanwhile_is_told_and_nothing_is_sold(held: Screen) -> None:
    SCENES["rental-3"](held)
    panel = held.flow(RentalPanel)
    start = held.house.clock.now()
    request = BookingRequest("pow-wow", start, start + timedelta(hours=3), BookingKind.HOUSE, "Réunion", 4)
    assert not hasattr(held.house.desk.bookings.hold(request), "sentence")
    held.enter()
    assert panel.sold is None
    assert panel._refusal.text()
    assert held.house.value("SELECT count(*) FROM sale") == 0


def test_a_wrong_siren_is_refused_and_the_name_stays(held: Screen) -> None:
    SCENES["rental-2"](held)
    panel = held.flow(RentalPanel)
    held.press(Key.Key_Tab)
    panel.siren.setFocus()
    held.type("123456789")
    held.enter()
    assert panel.step == 1
    assert panel._refusal.isVisible()
    assert panel.name.text() == "Les Jardins de Ronce"


def test_a_paper_that_nobody_wants_any_more_is_given_up(held: Screen) -> None:
    held.printer(AWAY)
    held.house.sell_pass()
    held.press(Key.Key_F10)
    panel = held.flow(QueuePanel)
    held.wait(lambda: any(job.trouble for job in held.house.desk.queue.pending()))
    held.settle()
    stop = next(b for b in panel.findChildren(QPushButton) if b.text() == "Ne plus imprimer" and b.isVisible())
    held.click(stop)
    assert [job for job in held.house.desk.queue.pending() if job.state is JobState.WAITING] == []
    assert panel.go_button.text() == "Terminé"


def test_tab_goes_along_the_fields_and_to_the_button_that_goes_on_last(held: Screen) -> None:
    held.press(Key.Key_J, CTRL)
    panel = held.flow(DayPassPanel)
    assert held.focus is panel.guest
    held.press(Key.Key_Tab)
    assert held.focus is panel.go_button
    held.press(Key.Key_Tab)
    assert not panel.isAncestorOf(held.focus or panel)
    panel.go_button.setFocus()
    walked = []
    while held.focus is not None and panel.isAncestorOf(held.focus) and len(walked) < 20:
        walked.append(held.focus)
        held.press(Key.Key_Backtab)
    places = [widget.mapTo(panel, widget.rect().center()).y() for widget in walked]
    assert len(places) > 3
    assert places == sorted(places, reverse=True)
    held.press(Key.Key_J, CTRL)
    held.enter()  # the payment's fields were made before anybody saw them
    for _ in range(12):
        if held.focus is panel.go_button:
            break
        held.press(Key.Key_Tab)
    assert held.focus is panel.go_button
    assert len(stops(panel)) > 5
