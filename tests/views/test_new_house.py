"""A house without its mentions, in the real window: it says so calmly, sells, and shows the way to give them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk.seller import UNNAMED
from models.site import Site
from tests.support.door import held_by_facilitator
from tests.support.settings_scenes import write
from tests.support.window import CTRL, Screen, held, window_fixture  # noqa: F401
from views.flows.day_pass import DayPassPanel
from views.flows.panel import FlowPanel
from views.sales.panel import SalePanel
from views.settings.page import SettingsPage
from views.settings.section import FormSection


@pytest.fixture
def bare(held: Screen) -> Screen:  # noqa: F811
    """The window of a house that has neither a name nor a SIRET."""
    held.house.change(Site, 1, siret="", legal_name=UNNAMED)
    held.window.work.attention.refresh()
    return held


def _texts(panel: FlowPanel) -> list[str]:
    return [found.text() for found in panel.findChildren(QLabel) if found.isVisible()]


def test_the_banner_leads_a_manager_to_the_mentions(bare: Screen) -> None:
    assert "il manque à la maison\u00a0: nom, SIRET." in bare.window.banner.sentence
    bare.click(bare.window.banner._act)
    page = bare.window.stage.currentWidget()
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, FormSection)
    assert section.first.hasFocus()
    write(section, "legal_name", "Coopérative d’essai")
    write(section, "siret", "732 829 320 00074")
    write(section, "vat_number", "")
    bare.click(section.save_button)
    assert bare.window.banner.sentence == ""


def test_a_facilitator_is_told_to_ask(bare: Screen) -> None:
    held_by_facilitator(bare.house)
    bare.window.work.show_holder()
    assert "demandez-lui" in bare.window.banner.sentence
    assert not bare.window.banner._act.isVisible()


def test_a_pass_is_sold_and_its_receipt_is_refused_with_the_way_on(bare: Screen) -> None:
    bare.press(Qt.Key.Key_J, CTRL)
    bare.enter()
    panel = bare.flow(DayPassPanel)
    assert any("Aucun reçu ne s’imprime encore" in text for text in _texts(panel))
    bare.click(panel.receipt.button_of(True))
    bare.enter()
    assert bare.house.value("SELECT count(*) FROM sale") == 1
    bare.wait(bare.all_printed)
    assert len(bare.printed()) == 1, "the pass; the receipt waits"
    sale = bare.house.value("SELECT id FROM sale")
    bare.window.work.sales.open_sale(str(sale))
    bare.settle()
    shown = bare.flow(SalePanel)
    (press,) = [b for b in shown.findChildren(QPushButton) if b.isVisible() and b.text() == "Imprimer le reçu"]
    bare.click(press)
    assert any("Réglages, La maison" in text for text in _texts(shown))
    assert len(bare.printed()) == 1
