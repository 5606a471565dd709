"""The screens of bookings, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Qt

from desk.bookings import BookingKind, BookingRequest
from desk.errors import Refused
from tests.support.window import CTRL, Screen
from views.bookings.page import LIST, WEEK, BookingsPage
from views.bookings.repeats import Repeat
from views.calendars.page import DONE, LOOK, CalendarPage
from views.flows.booked import BookedPanel
from views.flows.booking import BookingPanel

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
_TITLE = "Réunion des voisins"
_ENTRIES = (
    ("calumet", 26, BookingKind.HOUSE, _TITLE, 15),
    ("agora", 29, BookingKind.EVENT, "Marché des créateurs", 0),
)


def ics(folder: Path) -> Path:
    """A calendar with a right entry, one whose space is on no plan, and one that ends before it begins."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for uid, start, end, place in (
        ("a", "20261201T100000", "20261201T110000", "Calumet"),
        ("b", "20261202T100000", "20261202T110000", "La grande salle"),
        ("c", "20261203T100000", "20261203T090000", "Calumet"),
    ):
        lines += [
            "BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;TZID=Europe/Paris:{start}", f"DTEND;TZID=Europe/Paris:{end}",
            f"LOCATION:{place}", "SUMMARY:Atelier", "END:VEVENT",
        ]  # fmt: skip
    path = folder / "ancien.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), "utf-8")
    return path


def booked(screen: Screen) -> str:
    """Two bookings of tomorrow afternoon, unless they are there already; the first one's id."""
    desk = screen.house.desk
    midnight = desk.site.local_now().replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = desk.bookings.of_day((midnight + timedelta(days=1)).date(), "calumet")
    found = [one.id for one in tomorrow if one.title == _TITLE]
    if found:
        return found[0]
    made = []
    for space, hour, kind, title, set_up in _ENTRIES:
        # After the day of tomorrow has opened, whatever hour the scene is played at.
        starts = midnight + timedelta(hours=hour + 10)
        request = BookingRequest(space, starts, starts + timedelta(hours=2), kind, title, 8, set_up_minutes=set_up)
        one = desk.bookings.hold(request)
        assert not isinstance(one, Refused), one
        made.append(one)
    return made[0]


def _page(screen: Screen) -> BookingsPage:
    booked(screen)
    screen.press(Key.Key_F3)
    page = screen.window.bookings.page
    assert page is not None
    page.turn(1)
    return page


def _day(screen: Screen) -> None:
    _page(screen)


def _week(screen: Screen) -> None:
    page = _page(screen)
    page.space.setCurrentIndex(page.space.findData("calumet"))
    page.show_mode(WEEK)


def _list(screen: Screen) -> None:
    page = _page(screen)
    page.show_mode(LIST)
    page.search.setFocus()
    screen.type("Calumet")


def _booking_1(screen: Screen) -> None:
    screen.press(Key.Key_B, CTRL)
    panel = screen.flow(BookingPanel)
    tomorrow = (screen.house.desk.site.local_now() + timedelta(days=3)).date()
    panel.when.day.setDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))


def _booking_2(screen: Screen) -> None:
    _booking_1(screen)
    screen.enter()
    panel = screen.flow(BookingPanel)
    screen.click(panel.who.kind.button_of(BookingKind.RENTAL))
    screen.type("Les Jardins")


def _booking_3(screen: Screen) -> None:
    _booking_1(screen)
    repeats = screen.flow(BookingPanel).repeats
    repeats.repeat.setCurrentIndex(repeats.repeat.findData(Repeat.WEEK))
    screen.enter()
    panel = screen.flow(BookingPanel)
    screen.click(panel.who.kind.button_of(BookingKind.HOUSE))
    panel.who.title.setFocus()
    screen.write("Inventaire")
    screen.enter()


def _booked(screen: Screen) -> None:
    one = booked(screen)
    screen.window.bookings.open_booking(one)
    screen.click(screen.flow(BookedPanel).edit_button)


def _calendar(screen: Screen) -> CalendarPage:
    screen.press(Key.Key_I, CTRL | SHIFT)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, CalendarPage)
    return page


def _calendar_1(screen: Screen) -> None:
    _calendar(screen)


def _calendar_2(screen: Screen) -> None:
    page = _calendar(screen)
    page.take(ics(screen.house.folder))
    screen.wait(lambda: page.step == LOOK and not page.is_busy)
    screen.settle()


def _calendar_3(screen: Screen) -> None:
    _calendar_2(screen)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, CalendarPage)
    if page.look.import_button.isEnabled():  # in a house where scenes follow each other, they are known already
        screen.click(page.look.import_button)
        screen.wait(lambda: page.step == DONE and not page.is_busy)
        screen.settle()


BOOKING_SCENES: dict[str, Callable[[Screen], None]] = {
    "bookings-day": _day, "bookings-week": _week, "bookings-list": _list, "booking-1": _booking_1,
    "booking-2": _booking_2, "booking-3": _booking_3, "booked": _booked, "calendar-1": _calendar_1,
    "calendar-2": _calendar_2, "calendar-3": _calendar_3,
}  # fmt: skip
