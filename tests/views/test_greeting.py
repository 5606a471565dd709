"""The answer of a scan: how long it stays, what it offers, and what each offer does."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desk.checkin import Verdict
from desk.codes import make
from tests.support.window import Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.roll_call import RollCallPage

__all__ = ["held", "window_fixture"]


def _offer(screen: Screen, words: str) -> QPushButton:
    screen.settle()
    buttons = screen.window.counter.greeting.findChildren(QPushButton)
    return next(b for b in buttons if words in b.text() and b.isVisible())


def test_a_welcome_leaves_by_itself_and_a_refusal_stays(held: Screen) -> None:
    greeting = held.window.counter.greeting
    held.scan(held.house.member().code)
    assert greeting._timer.isActive()
    greeting._timer.timeout.emit()
    assert greeting.outcome is None
    held.window.scan("nonsense")
    assert not greeting._timer.isActive()
    held.click(_offer(held, "Fermer"))
    assert greeting.outcome is None


def test_a_name_that_is_markup_is_shown_as_it_is(held: Screen) -> None:
    held.scan(held.house.member("<b>Bobby</b> Tables&amp;").code)
    spoken = held.window.counter.greeting.accessibleDescription()
    assert "<b>Bobby</b> Tables&amp;" in spoken


def test_an_unknown_card_offers_the_box_and_the_pass(held: Screen) -> None:
    held.window.scan(make())
    held.window.rail.setFocus()
    held.click(_offer(held, "Chercher"))
    assert held.window.header.omnibox.hasFocus()
    held.window.scan(make())
    held.click(_offer(held, "pass journée"))
    assert held.flow(DayPassPanel)


def test_a_full_house_offers_the_list_of_who_is_there(held: Screen) -> None:
    from models.site import Site

    held.house.change(Site, 1, safety_limit=0)
    held.window.scan(held.house.member().code)
    held.click(_offer(held, "Voir qui est là"))
    assert isinstance(held.window.stage.currentWidget(), RollCallPage)


def test_an_undo_that_comes_too_late_says_so(held: Screen) -> None:
    held.scan(held.house.member().code)
    held.house.later(minutes=16)
    held.click(_offer(held, "Annuler"))
    assert "ne peut plus être annulé" in held.window.banner.sentence
    assert held.window.header._count.text() == "1"


def test_leaving_from_the_greeting(held: Screen) -> None:
    held.scan(held.house.member().code)
    held.house.later(minutes=1)
    held.click(_offer(held, "Faire sortir"))
    outcome = held.window.counter.greeting.outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.OUT
    assert held.window.header._count.text() == "0"


def test_a_scan_on_the_sign_in_screen_is_answered_there(counter: Screen) -> None:
    counter.type("48")
    counter.scan(counter.house.member("Inès Alvar").code)
    page = counter.window.sign_in
    assert page._hello.text() == "Bienvenue, Inès Alvar."
    assert page.pin.text() == "48"
    counter.type("21")
    counter.enter()
    assert not counter.window.is_locked
