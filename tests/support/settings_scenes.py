"""The rooms of the settings, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTime

from desk.bookings import BookingKind, BookingRequest
from desk.errors import Refused
from desk.opening import SpecialDay
from tests.support.house import PARIS
from tests.support.window import Screen
from views.settings.fields import NumberField, TextField
from views.settings.hours import HoursSection
from views.settings.page import SettingsPage
from views.settings.section import FormSection, Section

SHIFT = Qt.KeyboardModifier.ShiftModifier
EVENING = datetime(2026, 12, 1, 17, 0, tzinfo=PARIS)
"""A Tuesday to come, at five."""


def settings(screen: Screen) -> SettingsPage:
    """The page, opened by its key."""
    screen.press(Qt.Key.Key_F8, SHIFT)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def room(screen: Screen, code: str) -> Section:
    """A room of the page."""
    section = settings(screen).show_room(code)
    screen.settle()
    return section


def form(screen: Screen, code: str) -> FormSection:
    """A room that is a form."""
    section = room(screen, code)
    assert isinstance(section, FormSection)
    return section


def write(section: FormSection, name: str, text: str) -> None:
    """Type in a field."""
    field = section.field(name)
    assert isinstance(field, TextField)
    field.edit.setText(text)


def step(section: FormSection, name: str, number: int) -> None:
    """Choose a number."""
    field = section.field(name)
    assert isinstance(field, NumberField)
    field.spin.setValue(number)


def book_evenings(screen: Screen, count: int) -> None:
    """Bookings from five to seven, on Tuesdays to come; those that are there already stay."""
    for week in range(count):
        start = EVENING + timedelta(weeks=week)
        request = BookingRequest(
            "calumet", start, start + timedelta(hours=2), BookingKind.MEMBER, "Conseil des projets"
        )
        screen.house.desk.bookings.hold(request)
    _let_it_be_shown(screen)


def _let_it_be_shown(screen: Screen) -> None:
    """What changed behind the page is read again by the cards beside it, in a turn or two."""
    for _ in range(3):
        screen.settle()


def _room(screen: Screen, code: str) -> None:
    room(screen, code)


def _house_changed(screen: Screen) -> None:
    section = form(screen, "house")
    write(section, "legal_name", "Coopérative de Malakoff")
    step(section, "safety_limit", 120)
    screen.settle()


def _house_refused(screen: Screen) -> None:
    section = form(screen, "house")
    write(section, "siret", "732 829 320 00075")
    screen.click(section.save_button)


def _hours_asked(screen: Screen) -> None:
    book_evenings(screen, 9)
    section = room(screen, "hours")
    assert isinstance(section, HoursSection)
    section.lines[1].closes.setTime(QTime(17, 0))
    screen.settle()
    section.save_button.click()
    screen.settle()
    assert section.outside.isVisible()


def _special_days(screen: Screen) -> None:
    note = "veille de fête, la maison ferme plus tôt que d’habitude"
    special = SpecialDay(date(2026, 12, 24), time(9), time(15), note)
    assert not isinstance(screen.house.desk.opening.set_special(special), Refused)
    _let_it_be_shown(screen)
    room(screen, "special_days")


def _door_saved(screen: Screen) -> None:
    section = form(screen, "door")
    step(section, "trial_days", 3 - int(section.field("trial_days").value()))
    screen.click(section.save_button)
    _let_it_be_shown(screen)


def _wholes(screen: Screen) -> None:
    if not screen.house.desk.wholes.everything():
        parts = ("calumet", "pow-wow", "la-ruche", "bureau-1")
        made = screen.house.desk.wholes.declare("Le premier étage", parts, rentable=True)
        assert not isinstance(made, Refused), made
        _let_it_be_shown(screen)
    room(screen, "wholes")


def _closed(screen: Screen) -> None:
    assert screen.house.desk.wholes.put_out_of_order("studio-photo", "peinture") is None
    _let_it_be_shown(screen)
    room(screen, "closed")


SETTINGS_SCENES: dict[str, Callable[[Screen], None]] = {
    "settings": partial(_room, code="house"),
    "settings-house-changed": _house_changed, "settings-house-refused": _house_refused,
    "settings-hours": partial(_room, code="hours"), "settings-hours-asked": _hours_asked,
    "settings-special-days": _special_days, "settings-bookings": partial(_room, code="bookings"),
    "settings-door": _door_saved, "settings-personal-data": partial(_room, code="personal_data"),
    "settings-wholes": _wholes, "settings-closed": _closed,
}  # fmt: skip
