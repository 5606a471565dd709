"""A price for hours when the house is closed, in the window: told at once, promised, and opened by a manager."""

from __future__ import annotations

from PySide6.QtCore import QTime

from tests.support.scenes import SCENES
from tests.support.window import Screen, held, window_fixture
from views.flows.quote import DONE, PAYMENT, QuotePanel
from views.flows.rental import RentalPanel

__all__ = ["held", "window_fixture"]


def test_hours_when_the_house_is_closed_are_told_and_a_manager_opens_it_with_a_reason(held: Screen) -> None:
    SCENES["rental-1"](held)
    panel = held.flow(RentalPanel)
    panel.end.setTime(QTime(20, 0))
    assert panel._limit.text().startswith("La maison est ouverte de 09:00 à 19:00")
    held.enter()
    held.type("Les Jardins de Ronce")
    held.enter()
    held.click(panel.quote_button)
    quote = held.flow(QuotePanel)
    assert quote._refusal.isVisible()
    assert quote.reason.isVisible()
    assert not quote.go_button.isEnabled()
    quote.reason.setFocus()
    held.type("soiree")
    held.enter()
    assert quote.step == PAYMENT
    held.enter()
    assert quote.step == DONE
    assert held.house.value("SELECT override_reason FROM booking") == "soiree"
