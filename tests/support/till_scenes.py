"""The screens of the drawer and of closings, each reached as a person reaches it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from desk.closings.hour import Doubt
from tests.desk.closings.scenes import closed, pieces_of
from tests.support.house import TUESDAY, SmallHouse
from tests.support.window import CTRL, Screen
from views.flows.closing import ClosingPanel
from views.flows.departures import DeparturesPanel

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_sale(house: SmallHouse) -> None:
    """One pass, paid by card."""
    house.sell_pass(guest="Camille Delorge")


def _drawer(screen: Screen) -> None:
    screen.press(Key.Key_F4, SHIFT)
    for amount, reason in (("12,60", "Timbres"), ("20", "Pain du mardi")):
        screen.write(amount)
        screen.enter()
        screen.write(reason)
        screen.enter()


def _count(screen: Screen) -> None:
    a_sale(screen.house)
    for person in screen.house.desk.presence.now().people:
        screen.house.desk.checkin.leave(person.visit_id)
    for crowd in screen.house.desk.presence.now().crowds:
        screen.house.desk.crowds.end(crowd.booking_id)
    screen.settle()
    screen.press(Key.Key_D, CTRL | SHIFT)
    if isinstance(screen.window.counter.flow, DeparturesPanel):  # things that other scenes lent
        screen.click(screen.window.counter.flow.leave_button)
    panel = screen.flow(ClosingPanel)
    held = screen.house.desk.closings.drawer.state().expected_cents
    for value, number in pieces_of(held - 150).items():
        panel.coins.spin_of(value).setValue(number)


def _difference(screen: Screen) -> None:
    _count(screen)
    screen.enter()


def _closed(screen: Screen) -> None:
    _difference(screen)
    screen.type("inconnu")
    screen.enter()


def _closings(screen: Screen) -> None:
    _closed(screen)
    screen.enter()
    screen.press(Key.Key_F7, SHIFT)
    screen.press(Key.Key_Down)


def _reading(screen: Screen) -> None:
    a_sale(screen.house)
    screen.settle()
    screen.press(Key.Key_F7, SHIFT)


def _hour(screen: Screen) -> None:
    """A closing of tomorrow, and a clock that has been put right since."""
    if screen.house.desk.closings.hour.state().doubt is Doubt.NONE:
        a_sale(screen.house)
        screen.house.at(9, day=TUESDAY + timedelta(days=1))
        closed(screen.house)
        screen.house.at(18)
    screen.press(Key.Key_H, CTRL | SHIFT)


def _hour_done(screen: Screen) -> None:
    _hour(screen)
    screen.enter()


TILL_SCENES: dict[str, Callable[[Screen], None]] = {
    "drawer": _drawer, "closing-1": _count, "closing-2": _difference, "closing-3": _closed, "closings": _closings,
    "reading": _reading, "hour-1": _hour, "hour-2": _hour_done,
}  # fmt: skip
