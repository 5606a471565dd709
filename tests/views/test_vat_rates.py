"""The VAT rates in the prices page: what is planned is read whole, withdrawn, and taken back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.support.window import CTRL, Screen, held, window_fixture
from views.prices.page import PricesPage

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def test_a_planned_rate_is_withdrawn_and_taken_back_with_the_keys(held: Screen) -> None:
    rates = "SELECT valid_from, basis_points FROM vat_rate WHERE code = 'normal' ORDER BY valid_from DESC LIMIT 1"
    held.house.desk.prices.set_rate("normal", 2100, date(2027, 1, 1))
    before = held.house.rows(rates)
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    # What is planned takes its own line: the forms are no wider than their place.
    assert page._area.widget().width() <= page._area.viewport().width()
    (withdraw,) = page.rates.withdrawals
    assert withdraw.accessibleName() == "TVA, taux normal\u00a0: retirer le taux prévu le ven. 1 janv. 2027"
    page.rates.rate.setFocus()
    held.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert held.focus is withdraw, "what is seen first is reached first"
    held.press(Key.Key_Space)
    assert held.house.rows(rates) != before
    assert page._told.text() == "TVA, taux normal\u00a0: le taux prévu le ven. 1 janv. 2027 est retiré."
    assert held.focus is page.back_button
    assert page.rates.withdrawals == ()
    held.press(Key.Key_Space)
    assert held.house.rows(rates) == before
    assert (page._told.text(), page.back_button.isHidden()) == ("C’est comme avant.", True)
    assert len(page.rates.withdrawals) == 1
    # Once its day has come, it is in force: said, and nothing offered to take back.
    held.house.at(9, day=date(2027, 1, 1))
    page.rates.withdrawals[0].click()
    assert page._refusal.text() == "Ce taux est déjà en vigueur\u00a0: fixez-en un autre."
    assert page.back_button.isHidden()
