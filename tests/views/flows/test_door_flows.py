"""The flows of the door: a trial day from the keyboard, and a renewal that is never taken for another's."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.guests import Why
from models.site import Site
from tests.support.house import TUESDAY
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.guest import WHO, WHY, GuestPanel
from views.flows.renewal import RenewalPanel

__all__ = ["held", "window_fixture"]


def _guest(screen: Screen, name: str) -> GuestPanel:
    screen.press(Qt.Key.Key_G, CTRL)
    screen.type(name)
    return screen.flow(GuestPanel)


def test_a_trial_day_asks_for_the_contact_where_it_is_needed(held: Screen) -> None:
    panel = _guest(held, "Camille Delorge")
    held.enter()
    held.click(panel.why.button_of(Why.TRIAL))
    assert held.focus is panel.trial_contact
    held.enter()
    assert "demande une adresse ou un téléphone" in panel._refusal.text()
    assert held.focus is panel.trial_contact
    held.type("camille@essai.example")
    assert not panel._refusal.isVisible()
    held.enter()
    assert held.house.rows("SELECT basis FROM visit") == [("trial",)]
    assert held.house.value("SELECT contact FROM guest") == "camille@essai.example"


def test_how_many_trial_days_is_said(held: Screen) -> None:
    panel = _guest(held, "Camille Delorge")
    held.enter()
    for days, words in (
        (1, "Une journée d’essai par personne."),
        (3, "3 journées d’essai par personne."),
        (0, "La maison ne propose pas de journée d’essai."),
    ):
        held.house.change(Site, 1, trial_days=days)
        held.click(panel.why.button_of(Why.TRIAL))
        assert panel._trial.text() == words


def test_a_contact_that_is_none_is_corrected_where_it_was_typed(held: Screen) -> None:
    host = held.house.member("Inès Alvar")
    held.scan(host.code)
    panel = _guest(held, "Camille Delorge")
    panel.contact.setText("demain")
    held.enter()
    assert panel.step == WHY
    assert panel.trial_contact.text() == "demain"
    held.type("ines")
    held.enter()
    assert panel.step == WHO
    assert "n’est ni une adresse ni un téléphone" in panel._refusal.text()
    assert held.focus is panel.contact


def test_two_renewals_of_one_name_are_two(held: Screen) -> None:
    ends = TUESDAY - timedelta(days=1)
    first, second = (held.house.member("Inès Alvar", ends=ends) for _ in range(2))
    panels = []
    for member in (first, second, first):
        held.window.people._door.open_renewal(member.id)
        held.settle()
        panels.append(held.flow(RenewalPanel))
    assert panels[0] is panels[2]
    assert panels[0] is not panels[1]
    shown = [found.text() for found in panels[0].findChildren(QLabel) if found.property("role") == "heading"]
    assert shown[0] == "Renouveler"
    assert "Inès Alvar" in shown
    held.window.counter.show_home()
    assert "Inès Alvar" in held.window.counter._resume.text()
