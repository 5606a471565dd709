"""The till of the tour: a basket, the day's sales, a correction, the drawer; in the evening, the day closed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.drawer import PIECES
from views.flows.closing import ClosingPanel
from views.flows.departures import DeparturesPanel
from views.tour.driver import CTRL, SHIFT, Driver

Key = Qt.Key
MISSING = 150
"""Cents that the drawer lacks in the evening: a difference has to be explained."""


class TillScenes:
    """What is sold at the counter, taken back, and counted."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._window = driver.window

    def basket(self) -> None:
        """Two coffees and a pass in one basket, paid in cash."""
        driver = self._driver
        driver.at(15, 5)
        driver.key(Key.Key_F4)
        driver.enter("2 caf")
        driver.enter("pass")
        driver.picture("caisse-panier")
        driver.key(Key.Key_Return)
        driver.type("50")
        driver.picture("caisse-paiement")
        driver.key(Key.Key_Return)
        driver.picture("caisse-encaisse")
        driver.key(Key.Key_Return)
        driver.wait_for_paper()

    def correction(self) -> None:
        """The day's sales; the last one is taken back by a linked receipt."""
        driver = self._driver
        driver.key(Key.Key_F4, CTRL)
        driver.picture("ventes-du-jour")
        page = self._window.sales.page
        assert page is not None
        page.sale_asked.emit(page.model.sale(0).id)
        driver.picture("vente")
        panel = self._window.sales.panel
        assert panel is not None
        panel.correction_asked.emit(panel.file.listed.id)
        driver.picture("correction-1-quoi")
        driver.enter()
        driver.type("erreur de saisie")
        driver.picture("correction-2-pourquoi")
        driver.enter()
        driver.wait_for_paper()
        driver.picture("correction-faite")
        driver.home()

    def drawer(self) -> None:
        """Money taken out of the drawer, with its reason."""
        driver = self._driver
        driver.key(Key.Key_F4, SHIFT)
        driver.enter("12,60")
        driver.enter("Timbres")
        driver.picture("tiroir")
        driver.home()

    def closing(self) -> None:
        """Scene 10: who is still there, the drawer counted, the day closed and its report."""
        driver, desk = self._driver, self._driver.desk
        driver.at(18, 55)
        driver.key(Key.Key_D, CTRL | SHIFT)
        panel = self._window.counter.flow
        if isinstance(panel, DeparturesPanel):
            driver.picture("fin-de-journee")
            for person in desk.presence.now().people:
                desk.checkin.leave(person.visit_id)
            for crowd in desk.presence.now().crowds:
                desk.crowds.end(crowd.booking_id)
            driver.home()
            driver.key(Key.Key_D, CTRL | SHIFT)
            panel = self._window.counter.flow
        if isinstance(panel, DeparturesPanel):  # things are still lent
            driver.click(panel.leave_button)
            panel = self._window.counter.flow
        assert isinstance(panel, ClosingPanel)
        left = desk.closings.drawer.state().expected_cents - MISSING
        for value in PIECES:
            number, left = divmod(left, value)
            panel.coins.spin_of(value).setValue(number)
        driver.picture("cloture-1-compter")
        driver.enter()
        driver.type("Monnaie mal rendue")
        driver.picture("cloture-2-ecart")
        driver.enter()
        driver.picture("cloture-3-faite")
        driver.enter()
        driver.wait_for_paper()
        driver.key(Key.Key_F7, SHIFT)
        driver.key(Key.Key_Down)
        driver.picture("clotures")
        driver.home()
