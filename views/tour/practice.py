"""The training of the tour: the house to practise in, where nothing that is sold is true and every paper says so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.payments import PaymentMode
from views.flows.day_pass import DayPassPanel
from views.tour.driver import CTRL, SHIFT, Driver

Key = Qt.Key


class PracticeScenes:
    """Someone new at the counter sells a pass that nobody pays for."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def training(self) -> None:
        """There by a key, a pass with its receipt, the papers that say SIMULATION, and back by the band."""
        driver = self._driver
        with driver.practising():
            driver.key(Key.Key_J, CTRL)
            panel = driver.window.counter.flow
            assert isinstance(panel, DayPassPanel)
            driver.enter("Ana Tilleul")
            driver.click(panel.payment.modes.button_of(PaymentMode.CARD))
            driver.click(panel.receipt.button_of(True))
            driver.picture("formation")
            driver.click(panel.go_button)
            driver.click(panel.go_button)
            driver.wait_for_paper()
            driver.key(Key.Key_F7, SHIFT)
            driver.picture("formation-simulation")
            driver.keep_documents()
        driver.home()
