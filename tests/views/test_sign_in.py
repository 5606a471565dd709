"""The page on which someone takes the desk knows the team as it is each time it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.staff import FacilitatorListed
from models.staff import Role
from tests.support.house import small_house
from tests.support.window import PIN, Screen, held, shown, window_fixture  # noqa: F401


def _names(screen: Screen) -> set[str]:
    return {button.text() for button in screen.window.sign_in.people.findChildren(QPushButton)}


def test_the_first_manager_of_a_house_is_asked_for_the_pin_alone_afterwards(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_house(tmp_path_factory.mktemp("new") / "house") as house, shown(qtbot, house) as screen:
        page = screen.window.sign_in
        assert page.name.isVisible()
        page.name.setText("Première Personne")
        page.pin.setText(PIN)
        page.pin_again.setText(PIN)
        page.submit()
        assert not screen.window.is_locked
        screen.window.lock()
        assert page.isVisible()
        assert not page.name.isVisible()
        assert _names(screen) == {"Première Personne"}
        assert page.pin.hasFocus()
        screen.type(PIN)
        screen.enter()
        assert not screen.window.is_locked


def test_the_first_code_is_typed_twice_and_enter_goes_from_field_to_field(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_house(tmp_path_factory.mktemp("new") / "house") as house, shown(qtbot, house) as screen:
        page = screen.window.sign_in
        screen.enter()
        assert page.pin.hasFocus()
        screen.type(PIN)
        screen.enter()
        screen.enter()
        assert page._refusal.text() == "Donnez un nom."
        assert page.name.hasFocus(), "what lacks is where the next key goes"
        screen.type("Nova Essai")
        page.pin_again.setFocus()
        screen.type("4812")
        screen.enter()
        assert page._refusal.text().startswith("Les deux codes ne sont pas les mêmes")
        assert screen.window.is_locked
        assert house.desk.staff.everyone() == ()
        for text in (PIN, PIN):
            screen.type(text)
            screen.enter()
        assert house.desk.staff.holder.name == "Nova Essai"


def test_whoever_joined_the_team_may_take_the_desk_at_once(held: Screen) -> None:  # noqa: F811
    (manager,) = held.house.desk.staff.everyone()
    held.house.desk.staff.sign_in(manager.id, PIN)
    joined = held.house.desk.staff.enrol("Noé Renfort", "7777", Role.FACILITATOR)
    assert isinstance(joined, FacilitatorListed)
    held.window.lock()
    assert "Noé Renfort" in _names(held)
