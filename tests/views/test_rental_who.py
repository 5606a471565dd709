"""Who rents: a new organisation in a few keys, a known one by the arrows, its name or its SIREN."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.catalogue import PriceCategory
from tests.support.business_scenes import SIREN, a_body
from tests.support.scenes import SCENES
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.rental import RentalPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def test_an_unknown_organisation_has_its_room_in_under_sixty_keys(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("pow-wow")
    held.enter()
    held.enter()
    held.enter()
    held.type("Les Jardins de Ronce")
    held.press(Key.Key_Tab)
    held.type(SIREN)
    held.enter()
    held.enter()
    panel = held.flow(RentalPanel)
    assert panel.sold is not None
    assert held.keys < 60
    assert held.house.value("SELECT siren FROM organisation") == SIREN


def test_a_known_organisation_is_taken_by_the_arrows_at_its_own_price(held: Screen) -> None:
    a_body(held.house)
    SCENES["rental-1"](held)
    held.enter()
    panel = held.flow(RentalPanel)
    held.type("ronc")
    panel.known.setFocus()
    held.press(Key.Key_Down)
    held.enter()
    assert panel.step == 2
    assert panel.category.value is PriceCategory.SOLIDARITY
    held.enter()
    assert panel.sold is not None
    assert held.house.value("SELECT category FROM sale WHERE id = ?", panel.sold.sale.sale_id) == "solidarity"
    assert held.house.value("SELECT count(*) FROM organisation") == 1


def test_the_arrows_of_the_name_point_at_a_known_organisation(held: Screen) -> None:
    a_body(held.house)
    SCENES["rental-1"](held)
    held.enter()
    panel = held.flow(RentalPanel)
    held.type("ronc")
    assert "comme nouvelle" in panel.who._is_new.text()
    held.press(Key.Key_Down)
    held.press(Key.Key_Up)
    assert panel.known.currentItem() is None
    held.press(Key.Key_Down)
    held.enter()
    assert panel.step == 2
    assert panel.who.chosen is not None
    assert panel.category.value is PriceCategory.SOLIDARITY


def test_a_name_that_is_known_is_that_organisation_at_its_price(held: Screen) -> None:
    a_body(held.house)
    name = held.house.value("SELECT name FROM organisation")
    SCENES["rental-1"](held)
    held.enter()
    panel = held.flow(RentalPanel)
    held.type(str(name).upper())
    held.enter()
    assert panel.step == 2
    assert panel.name.text() == name
    assert panel.category.value is PriceCategory.SOLIDARITY


def test_the_siren_of_another_is_told_before_anything_is_paid(held: Screen) -> None:
    a_body(held.house)
    SCENES["rental-1"](held)
    held.enter()
    panel = held.flow(RentalPanel)
    held.type("Zorglub")
    held.press(Key.Key_Tab)
    held.type(SIREN)
    held.enter()
    assert panel.step == 1
    assert "Ce SIREN est celui de" in panel._refusal.text()


def test_a_price_that_was_said_stays(held: Screen) -> None:
    a_body(held.house)
    SCENES["rental-1"](held)
    panel = held.flow(RentalPanel)
    held.click(panel.category.button_of(PriceCategory.STANDARD))
    panel.go_on()
    held.type("ronc")
    panel.who.pick(panel.known.item(0))
    assert panel.category.value is PriceCategory.STANDARD
