"""The people on screen, with the keyboard: the table of members, its order, its filter, its selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.members import MemberListed
from desk.names import searchable
from tests.support.house import TUESDAY
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.member import MemberPanel
from views.members.page import MembersPage
from views.members.table import COLUMNS, MEMBER, SORT, MembersFilter, MembersModel, matches

__all__ = ["held", "window_fixture"]

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _page(screen: Screen) -> MembersPage:
    page = screen.window.people.page
    assert page is not None
    return page


# --- the table, without a window -----------------------------------------------------------------------------


def test_a_row_has_named_columns_an_order_and_its_member(held: Screen) -> None:
    held.house.member("Zoé Œuvrard", "book-10-days", units=6)
    held.house.member("Élie Nord", plan="")
    model = MembersModel()
    model.show_members(held.house.desk.members.everyone())
    first = [model.data(model.index(0, column)) for column in range(len(COLUMNS))]
    assert first == ["1", "Zoé Œuvrard", "Carnet 10 jours", "mer. 24 nov. 2027", "6", "oui", "à jour"]
    second = [model.data(model.index(1, column)) for column in range(len(COLUMNS))]
    assert second == ["2", "Élie Nord", "–", "–", "", "oui", "sans formule"]
    assert model.data(model.index(0, COLUMNS.index("name")), SORT) == "zoe oeuvrard"
    assert model.data(model.index(0, 0), MEMBER).name == "Zoé Œuvrard"
    assert model.data(model.index(-1, -1)) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    model.deleteLater()


def test_the_order_knows_accents_figures_and_days(held: Screen) -> None:
    for name, units in (("Zoé Œuvrard", 10), ("Élie Nord", 9), ("Ana Livre", 0)):
        held.house.member(name, "book-10-days", units=units, ends=TUESDAY.replace(year=2027, month=units + 1))
    model = MembersModel()
    shown = MembersFilter(model)
    model.show_members(held.house.desk.members.everyone())
    for column, names in (
        ("name", ["Ana Livre", "Élie Nord", "Zoé Œuvrard"]),
        ("left", ["Ana Livre", "Élie Nord", "Zoé Œuvrard"]),
        ("validity", ["Ana Livre", "Élie Nord", "Zoé Œuvrard"]),
        ("number", ["Zoé Œuvrard", "Élie Nord", "Ana Livre"]),
    ):
        shown.sort(COLUMNS.index(column))
        assert [shown.member(place).name for place in range(3)] == names, column
    shown.deleteLater()
    model.deleteLater()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("solen", True), ("Lopes Vaillant", True), ("soelne", True), ("10", True), ("12", False), ("carnet", True),
     ("épuisé", True), ("régulier", False), ("marc", False)],
)  # fmt: skip
def test_what_is_typed_finds_by_name_number_plan_and_situation(typed: str, found: bool) -> None:
    row = MemberListed("m", 100, "Solène Lopès-Vaillant", "Carnet 10 jours", "", "active", situation="carnet épuisé")
    assert matches(searchable(typed), row) is found


# --- the page ------------------------------------------------------------------------------------------------


def test_a_member_is_found_and_opened_by_keyboard_alone(held: Screen) -> None:
    for name in ("Inès Alvar", "Bachir Oyono", "Chloé Tessier"):
        held.house.member(name)
    held.press(Key.Key_F5)
    assert _page(held).search.hasFocus()
    held.type("oyno")
    assert _page(held)._count.text() == "1 sur 3"
    held.enter()
    panel = held.flow(MemberPanel)
    assert panel.file.name == "Bachir Oyono"
    assert panel.go_button.hasFocus()
    assert held.keys == 6
    held.escape()
    assert held.window.counter.flow is None
    assert _page(held).table.hasFocus()  # back where one was
    held.escape()
    assert held.window.people.page is None


def test_the_arrows_walk_the_table_and_enter_opens_the_row(held: Screen) -> None:
    for name in ("Ana A", "Bachir B", "Chloé C"):
        held.house.member(name)
    held.press(Key.Key_F5)
    held.press(Key.Key_Down)
    assert _page(held).table.hasFocus()
    held.press(Key.Key_Down)
    held.enter()
    assert held.flow(MemberPanel).file.name == "Bachir B"
    held.window.people.open_file(held.house.desk.members.everyone()[0].id)
    assert held.flow(MemberPanel).file.name == "Ana A"  # one file at a time
    held.escape()
    assert held.window.counter.flow is None


def test_the_page_says_what_to_do_when_it_is_empty(held: Screen) -> None:
    held.press(Key.Key_F5)
    page = _page(held)
    assert not page.table.isVisible()
    assert "Ctrl N" in page._empty.text()
    held.house.member()
    held.type("zzz")
    page.reload()
    assert page._empty.text() == "Personne ne correspond. Essayez avec moins de lettres."
    held.escape()
    assert page.table.isVisible()
    assert page._count.text() == "1 membre"


def test_the_cards_of_a_selection_print_together(held: Screen) -> None:
    for name in ("Ana A", "Bachir B", "Chloé C"):
        member = held.house.member(name)
    assert held.house.desk.cards.revoke(member.id, "rendue") is None
    held.press(Key.Key_F5)
    page = _page(held)
    assert not page.print_button.isEnabled()
    held.press(Key.Key_Down)
    held.press(Key.Key_A, CTRL)
    assert page.print_button.text() == "Imprimer 3 cartes"
    held.click(page.print_button)
    assert "2 cartes s’impriment" in held.window.banner.sentence
    assert "Chloé C" in held.window.banner.sentence
    held.wait(held.all_printed)
    assert held.printed() == ["2 cartes de membres"]


def test_the_table_follows_what_changes_and_keeps_the_selection(held: Screen) -> None:
    first = held.house.member("Ana A")
    held.house.member("Bachir B")
    held.press(Key.Key_F5)
    held.press(Key.Key_Down)
    held.press(Key.Key_Down)
    page = _page(held)
    assert page.chosen_numbers() == (2,)
    assert held.house.desk.people.block(first.id, "test") is None
    held.settle()
    assert page.shown.data(page.shown.index(0, COLUMNS.index("status"))) == "accès suspendu"
    assert page.chosen_numbers() == (2,)


def test_the_members_are_not_for_a_locked_desk(held: Screen) -> None:
    held.press(Key.Key_L, CTRL)
    held.press(Key.Key_F5)
    held.press(Key.Key_N, CTRL)
    assert held.window.people.page is None
    assert held.window.counter.flow is None
