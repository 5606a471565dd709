"""What is unfinished in a page waits for the one who was writing it, however the page is left; nobody else sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desk.ids import new_id
from models.staff import Facilitator, Role
from tests.support.booking_scenes import ics
from tests.support.import_files import csv_file
from tests.support.printer_scenes import a_second_printer
from tests.support.settings_scenes import form, settings
from tests.support.window import CTRL, HOLDER, NONE, Screen, held, window_fixture
from views.calendars.page import LOOK, CalendarPage
from views.handbook import Page
from views.imports.page import ImportPage
from views.lending.page import LendingPage
from views.prices.page import PricesPage
from views.prices.table import FIRST_PRICE
from views.printers.page import PrintersPage
from views.settings.special_days import SpecialDaysSection
from views.team import TeamPage

__all__ = ["held", "window_fixture"]

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEAVES: dict[str, Callable[[Screen], None]] = {
    "lock": lambda screen: screen.press(Key.Key_L, CTRL),
    "idle": lambda screen: screen.application.idle.idle.emit(),
    "escape": lambda screen: screen.escape(),
    "plan": lambda screen: screen.press(Key.Key_F2),
    "flow": lambda screen: screen.press(Key.Key_J, CTRL),
}


def _shown(screen: Screen) -> object:
    return screen.window.stage.currentWidget()


def _prices(screen: Screen) -> PricesPage:
    screen.press(Key.Key_T, CTRL)
    page = _shown(screen)
    assert isinstance(page, PricesPage)
    return page


def _team(screen: Screen) -> TeamPage:
    screen.press(Key.Key_F8)
    page = _shown(screen)
    assert isinstance(page, TeamPage)
    return page


def _pages(screen: Screen) -> list[Page]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was let go is gone
    return screen.window.stage.findChildren(Page)


def _type_price(screen: Screen) -> PricesPage:
    """A price typed, at a cell of its own."""
    page = _prices(screen)
    page.table.setCurrentIndex(page.model.index(2, FIRST_PRICE))
    page.amount.setFocus()
    screen.type("12,34")
    return page


def test_a_page_left_with_something_typed_comes_back_as_it_was(held: Screen) -> None:
    page = _type_price(held)
    for leave in LEAVES.values():
        leave(held)
        assert _shown(held) is held.window.board
        assert not page.isVisible()
        if held.window.is_locked:
            assert held.window.banner.sentence == ""
            held.press(Key.Key_T, CTRL)
            assert _shown(held) is held.window.board
            held.sign_in()
        else:
            assert "ce que vous n’avez pas fini vous y attend" in held.window.banner.sentence
            held.window.banner.forget()
        assert _prices(held) is page
        assert page.amount.text() == "12,34"
        assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (2, FIRST_PRICE)
        assert held.focus is page.amount
    page.amount.clear()
    held.escape()
    assert _pages(held) == []


def test_the_rooms_of_the_settings_wait_until_they_are_saved_or_given_up(held: Screen) -> None:
    section = form(held, "house")
    section.field("legal_name").widget.setFocus()
    held.write("Coop Essai")
    held.press(Key.Key_F2)
    page = settings(held)
    assert page.section is section
    assert section.field("legal_name").value() == "Coop Essai"
    held.click(section.reset_button)
    assert not page.is_begun
    days = page.show_room("special_days")
    assert isinstance(days, SpecialDaysSection)
    days.note.setFocus()
    held.type("Travaux")
    held.escape()
    assert settings(held) is page
    held.click(days.add_button)
    assert not page.is_begun
    held.press(Key.Key_F2)
    assert _pages(held) == []


def test_the_team_printers_and_things_to_lend_wait(held: Screen) -> None:
    a_second_printer(held)
    team = _team(held)
    team.name.setFocus()
    held.type("Ana Essai")
    for leave in ((Key.Key_F8, NONE), (Key.Key_F2, NONE)):
        held.press(*leave)
        assert _team(held) is team
        assert team.name.text() == "Ana Essai"
        assert held.focus is team.name
    held.press(Key.Key_P, CTRL | SHIFT)
    page = _shown(held)
    assert isinstance(page, PrintersPage)
    held.click(page.add_button)
    assert not page.is_begun
    held.type("Bureau")
    held.press(Key.Key_K, CTRL | SHIFT)
    lending = _shown(held)
    assert isinstance(lending, LendingPage)
    lending.name.setFocus()
    held.type("Perceuse")
    held.press(Key.Key_P, CTRL | SHIFT)
    assert _shown(held) is page
    assert page.form.name.text() == "Bureau"
    held.click(page.choices.button_of(page._printers[0].id))
    assert not page.is_begun
    held.press(Key.Key_K, CTRL | SHIFT)
    assert _shown(held) is lending
    assert held.focus is lending.name
    assert set(_pages(held)) == {team, lending}


def test_imports_wait_and_read_their_file_again_if_it_is_there(held: Screen, tmp_path: Path) -> None:
    held.press(Key.Key_I, CTRL)
    page = _shown(held)
    assert isinstance(page, ImportPage)
    path = csv_file(tmp_path / "membres.csv", ["Nom", "Prénom"], ["Essai", "Ana"])
    page.take(path)
    held.wait(lambda: page.step == LOOK and not page.is_busy)
    path.write_text(path.read_text(encoding="utf-8") + "\r\nEssai;Bea", encoding="utf-8")
    held.press(Key.Key_L, CTRL)
    held.sign_in()
    held.press(Key.Key_I, CTRL)
    assert _shown(held) is page
    held.wait(lambda: not page.is_busy)
    assert page.step == LOOK
    assert page.look.import_button.text() == "Importer les 2 lignes justes"
    assert page.look.import_button.isEnabled()
    held.click(page.look.import_button)
    held.wait(lambda: not page.is_busy)
    held.press(Key.Key_F2)
    assert _pages(held) == []
    held.press(Key.Key_I, CTRL | SHIFT)
    calendar = _shown(held)
    assert isinstance(calendar, CalendarPage)
    path = ics(tmp_path)
    calendar.take(path)
    held.wait(lambda: calendar.step == LOOK and not calendar.is_busy)
    held.escape()
    path.unlink()
    held.press(Key.Key_I, CTRL | SHIFT)
    assert _shown(held) is calendar
    assert calendar.step == LOOK
    assert not calendar.is_busy
    assert calendar.look.import_button.isEnabled()
    held.click(calendar.look.nothing_button)
    assert not calendar.is_begun


def test_it_waits_for_the_one_who_was_writing_with_the_rights_they_had(held: Screen) -> None:
    staff = held.house.desk.staff
    mine, other = staff.holder.id, _enrol(held, "Odile Essai")
    page = _type_price(held)
    held.press(Key.Key_L, CTRL)
    _take_desk(held, other)
    theirs = _prices(held)
    assert theirs is not page
    assert theirs.amount.text() == ""
    before = held.window
    before.dress_asked.emit("theme", "dark")
    held.settle()
    assert held.window is before
    assert before.banner.sentence == f"L’écran changera quand {HOLDER} en aura fini avec «\u00a0Tarifs\u00a0»."
    held.press(Key.Key_L, CTRL)
    _take_desk(held, mine)
    assert _prices(held) is page
    assert _pages(held) == [page]
    held.press(Key.Key_L, CTRL)
    _take_desk(held, other)
    assert staff.set_manager(mine, False) is None
    held.press(Key.Key_L, CTRL)
    _take_desk(held, mine)
    fresh = _prices(held)
    assert fresh is not page
    assert not fresh.amount.isVisible()
    assert _pages(held) == [fresh]


def test_a_window_made_again_waits_for_what_is_unfinished_in_a_page(held: Screen) -> None:
    before = held.window
    page = _type_price(held)
    before.dress_asked.emit("theme", "dark")
    held.settle()
    assert held.window is before
    assert before.banner.sentence == "L’écran changera quand vous en aurez fini avec «\u00a0Tarifs\u00a0»."
    held.press(Key.Key_J, CTRL)
    held.escape()
    held.settle()
    assert held.window is before
    held.house.desk.prices.set_rate("reduced", 600, held.house.desk.prices.today())
    assert _prices(held) is page
    # What changed meanwhile is read again behind what is typed.
    assert any("(6\u00a0%)" in page.extra_vat.itemText(place) for place in range(page.extra_vat.count()))
    held.click(page.set_button)
    assert not page.is_begun
    held.press(Key.Key_F2)
    held.wait(lambda: held.window is not before)


def _enrol(screen: Screen, name: str) -> str:
    """Another manager, with the PIN of the first: hashing one takes as long as it should."""
    ((known,),) = screen.house.rows("SELECT pin_hash FROM facilitator")
    made = Facilitator(id=new_id(), name=name, role=Role.MANAGER, pin_hash=str(known))
    number = made.id
    with screen.house.desk.work.write() as unit:
        unit.session.add(made)
    return number


def _take_desk(screen: Screen, person: str) -> None:
    screen.click(screen.window.sign_in.people.button_of(person))
    screen.window.sign_in.pin.setFocus()
    screen.sign_in()
