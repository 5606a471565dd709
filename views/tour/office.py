"""The manager's part of the tour: prices, invoices, settings, printers, backups, the plan's editor."""

from __future__ import annotations

from PySide6.QtCore import Qt

from views.backups.page import BackupsPage
from views.invoices.page import InvoicesPage
from views.plan_editor.page import PlanEditorPage
from views.tour.driver import CTRL, SHIFT, Driver

Key = Qt.Key


class OfficeScenes:
    """Pages that stay in the place of the plan, each opened with its keys."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._window = driver.window

    def pages(self) -> None:
        """The pages of the office, one after another."""
        driver = self._driver
        for key, held, name in (
            (Key.Key_T, CTRL, "tarifs"),
            (Key.Key_F5, SHIFT, "organisations"),
            (Key.Key_F8, SHIFT, "reglages"),
            (Key.Key_P, CTRL | SHIFT, "imprimantes"),
        ):
            driver.key(key, held)
            driver.picture(name)
            driver.home()

    def invoices(self) -> None:
        """The invoices, and the first of them."""
        driver = self._driver
        driver.key(Key.Key_F, CTRL)
        page = self._window.stage.currentWidget()
        assert isinstance(page, InvoicesPage)
        driver.picture("factures")
        first = next(iter(driver.desk.invoices.everyone()), None)
        if first is not None:
            self._window.business.invoicing.open_file(first.id)
            driver.picture("facture")
        driver.home()

    def backups(self) -> None:
        """A backup is made while one looks."""
        driver = self._driver
        driver.key(Key.Key_B, CTRL | SHIFT)
        page = self._window.stage.currentWidget()
        assert isinstance(page, BackupsPage)
        driver.click(page.make_button)
        driver.wait_until(page.make_button.isEnabled, "the backup")
        driver.settle()
        driver.picture("sauvegardes")
        driver.home()

    def plan_editor(self) -> None:
        """A wall moves, its surface follows; a floor more, in a draft."""
        driver = self._driver
        driver.key(Key.Key_E, CTRL | SHIFT)
        page = self._window.stage.currentWidget()
        assert isinstance(page, PlanEditorPage)
        driver.key(Key.Key_Left)
        driver.key(Key.Key_Down, SHIFT)
        driver.picture("plan-modifie")
        page.floors.add.click()
        driver.picture("plan-un-etage-de-plus")
        page.undo()
        page.undo()
        page.undo()
        driver.home()
