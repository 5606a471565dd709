"""Those who rent, with the keyboard: organisations, quotes taken up, any room for so many, prices."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk.prices import CATEGORIES
from desk.work import Operator
from models.catalogue import PriceCategory, PriceUnit
from tests.support.business_scenes import SIREN
from tests.support.scenes import SCENES
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.quote import DONE, PAYMENT, QuotePanel
from views.flows.rental import RentalPanel
from views.flows.room_search import RoomSearchPanel
from views.members.page import MembersPage
from views.organisations.new import NewOrganisationPanel
from views.organisations.page import OrganisationsPage
from views.organisations.panel import CONTACT, FILE, MERGE, OrganisationPanel
from views.prices.page import PricesPage

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Chooser:
    """Answers a path to whoever asks where to write."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def save_file(self, _parent: QWidget, _title: str, _suggested: str, _pattern: str) -> Path | None:
        return self.path


def _asked(screen: Screen, path: Path | None) -> None:
    screen.window.business.prompter = _Chooser(path)  # type: ignore[assignment]


# --- organisations -------------------------------------------------------------------------------------------


def test_the_page_filters_as_one_types_and_enter_opens_the_file(held: Screen) -> None:
    SCENES["organisations"](held)
    page = held.window.stage.currentWidget()
    assert isinstance(page, OrganisationsPage)
    assert page.shown.rowCount() == 3
    for typed, count in (("malakoff", 1), ("732", 1), ("solidaire", 1), ("pluie", 1), ("zzz", 0)):
        held.write(typed)
        assert page.shown.rowCount() == count, typed
    held.write("732 829")
    held.enter()
    panel = held.flow(OrganisationPanel)
    assert panel.file.words.name == "Les Jardins de Ronce"
    held.escape()
    assert held.window.counter.flow is None
    assert held.focus is page.table


def test_members_and_organisations_are_one_key_apart(held: Screen) -> None:
    held.press(Key.Key_F5, SHIFT)
    page = held.window.stage.currentWidget()
    assert isinstance(page, OrganisationsPage)
    held.click(page.members_button)
    members = held.window.stage.currentWidget()
    assert isinstance(members, MembersPage)
    held.click(members.organisations_button)
    assert isinstance(held.window.stage.currentWidget(), OrganisationsPage)


def test_a_correction_is_refused_with_its_reason_then_saved(held: Screen) -> None:
    SCENES["organisation-words"](held)
    panel = held.flow(OrganisationPanel)
    panel.form.siret.setText("123")
    held.enter()
    assert panel._refusal.isVisible()
    panel.form.siret.setText("")
    panel.form.city.setText("Vanves")
    held.enter()
    assert panel.step == FILE
    assert held.house.value("SELECT city FROM organisation WHERE siren = ?", SIREN) == "Vanves"


def test_the_vat_number_is_proposed_until_one_is_written(held: Screen) -> None:
    held.window.business.open_new()
    form = held.flow(NewOrganisationPanel).form
    form.siren.setFocus()
    held.type(SIREN)
    assert form.vat.text() == "FR44732829320"
    form.country.setCurrentIndex(form.country.findData("BE"))
    assert form.vat.text() == ""
    form.vat.setText("BE0403170701")
    form.country.setCurrentIndex(form.country.findData("FR"))
    assert form.vat.text() == "BE0403170701"


def test_a_duplicate_is_shown_and_one_may_insist(held: Screen) -> None:
    SCENES["organisation-new"](held)
    panel = held.flow(NewOrganisationPanel)
    assert panel.known_button.isVisible()
    held.enter()
    assert held.flow(OrganisationPanel).file.words.name == "Agence Pluie oblique"
    held.window.counter.close_flow()
    SCENES["organisation-new"](held)
    held.click(held.flow(NewOrganisationPanel).known_button)
    assert held.flow(OrganisationPanel).file.words.name.lower() == "agence pluie oblique"


def test_two_files_are_merged_with_the_consequence_on_the_button(held: Screen) -> None:
    SCENES["organisation-merge"](held)
    panel = held.flow(OrganisationPanel)
    assert panel.step == MERGE
    assert "Agence Pluie Oblique" in panel._sure.text()
    assert panel._go.text() == "Fusionner sans retour"
    held.enter()
    assert panel.step == FILE
    assert panel.file.aliases == ("Agence Pluie Oblique",)


def test_a_contact_is_added_taken_away_and_erased(held: Screen, tmp_path: Path) -> None:
    SCENES["organisation-file"](held)
    panel = held.flow(OrganisationPanel)
    held.click(panel.contacts.add_button)
    held.enter()
    assert panel._refusal.isVisible()
    held.type("Bachir Oyono")
    held.enter()
    assert [contact.words.name for contact in panel.file.contacts] == ["Ana Livre", "Bachir Oyono"]
    held.click(panel.contacts.buttons[0])
    assert panel.step == CONTACT
    _asked(held, None)
    panel._prompter = held.window.business.prompter
    held.click(panel.export_button)
    assert panel.step == CONTACT
    _asked(held, tmp_path / "ana.json")
    panel._prompter = held.window.business.prompter
    held.click(panel.export_button)
    assert json.loads((tmp_path / "ana.json").read_text("utf-8"))["name"] == "Ana Livre"
    held.click(panel.contacts.buttons[0])
    held.click(panel.forget_button)
    assert [contact.words.name for contact in panel.file.contacts] == ["Bachir Oyono"]


def test_a_facilitator_neither_merges_nor_erases(held: Screen) -> None:
    held.house.desk.work.operator = Operator(held.house.desk.staff.holder.id, "Facilitateur")
    SCENES["organisation-file"](held)
    panel = held.flow(OrganisationPanel)
    assert not panel.merge_button.isVisible()
    held.click(panel.contacts.buttons[0])
    assert not panel.forget_button.isVisible()


def test_one_put_away_is_hidden_until_it_is_asked_for(held: Screen) -> None:
    SCENES["organisation-file"](held)
    panel = held.flow(OrganisationPanel)
    held.click(panel.away_button)
    page = held.window.stage.currentWidget()
    assert isinstance(page, OrganisationsPage)
    assert page.shown.rowCount() == 0
    page.away.click()
    assert page.shown.rowCount() == 1
    held.click(panel.away_button)
    assert panel.file.archived_on is None


# --- renting, quotes -----------------------------------------------------------------------------------------


def test_a_quote_instead_then_found_by_its_number_and_rented_in_one_act(held: Screen, tmp_path: Path) -> None:
    SCENES["rental-3"](held)
    held.click(held.flow(RentalPanel).quote_button)
    assert held.flow(QuotePanel).file.number == "DA-000001"
    assert held.house.value("SELECT count(*) FROM sale") == 0
    held.escape()
    held.press(Key.Key_K, CTRL)
    held.type("DA-000001")
    held.enter()
    panel = held.flow(QuotePanel)
    panel._prompter = _Chooser(tmp_path / "devis.pdf")  # type: ignore[assignment]
    held.click(panel.save_button)
    assert (tmp_path / "devis.pdf").read_bytes().startswith(b"%PDF")
    held.click(panel.print_button)
    held.wait(held.all_printed)
    assert held.printed() == ["Devis n° DA-000001"]
    panel.go_button.setFocus()
    held.enter()
    assert panel.step == PAYMENT
    held.enter()
    assert panel.step == DONE
    assert panel.sold is not None
    assert held.house.value("SELECT sale_id FROM quote") == panel.sold.sale.sale_id
    held.enter()
    assert held.window.counter.flow is None


def test_a_quote_that_is_too_old_is_made_again(held: Screen) -> None:
    SCENES["quote"](held)
    held.house.at(9, day=date(2026, 12, 3))
    panel = held.flow(QuotePanel)
    panel.resume()
    assert panel._refusal.isVisible()
    assert not panel._go.isEnabled()
    held.click(panel.withdraw_button)
    assert panel.file.is_withdrawn


def test_the_quote_and_the_organisation_lead_to_each_other(held: Screen) -> None:
    SCENES["quote"](held)
    number = held.flow(QuotePanel).file.number
    held.click(held.flow(QuotePanel).body_button)
    panel = held.flow(OrganisationPanel)
    assert number in panel.deals.buttons[0].text() + panel.deals.buttons[1].text()
    held.click(panel.deals.buttons[0])
    assert held.flow(QuotePanel).file.organisation_id == panel.file.id


def test_extras_and_a_discount_change_the_price_at_once(held: Screen) -> None:
    SCENES["rental-extras"](held)
    panel = held.flow(RentalPanel)
    assert panel._quote is not None
    assert [line.cents for line in panel._quote.basket.lines] == [24000, 3600, -2400, -360]
    panel.extras.reason.clear()
    panel.extras.reason.textEdited.emit("")
    assert panel._quote is None
    assert panel._refusal.isVisible()


def test_only_a_manager_sees_discounts(held: Screen) -> None:
    held.house.desk.work.operator = Operator(held.house.desk.staff.holder.id, "Facilitateur")
    SCENES["rental-1"](held)
    panel = held.flow(RentalPanel)
    held.click(panel.extras.unfold_button)
    assert panel.extras.spin_of("extra-projector").isVisible()
    assert not panel.extras.share.isVisible()


def test_another_day_has_its_own_hours(held: Screen) -> None:
    SCENES["rental-1"](held)
    panel = held.flow(RentalPanel)
    panel.day.setDate(QDate(2026, 12, 25))
    assert panel._refusal.isVisible()
    assert not panel._go.isEnabled()
    panel.day.setDate(QDate(2026, 11, 26))
    assert panel._go.isEnabled()
    assert panel._quote is not None
    assert panel._quote.starts_at.date() == date(2026, 11, 26)


# --- rooms, prices -------------------------------------------------------------------------------------------


def test_any_room_for_twelve_until_five_is_rented_from_the_box(held: Screen) -> None:
    SCENES["rooms"](held)
    panel = held.flow(RoomSearchPanel)
    assert [panel.rooms.item(row).text().split(" ·")[0] for row in range(panel.rooms.count())] == ["Pow-Wow", "Agora"]
    held.enter()
    rental = held.flow(RentalPanel)
    assert (rental.people.value(), rental.end.time().hour()) == (12, 17)
    assert rental.title == "Louer Pow-Wow"


def test_no_room_for_so_many_is_told(held: Screen) -> None:
    held.press(Key.Key_R, CTRL)
    panel = held.flow(RoomSearchPanel)
    panel.people.setValue(120)
    assert panel._refusal.isVisible()
    assert not panel._go.isEnabled()


def test_a_manager_says_which_amount_is_read_first_and_the_rental_follows(held: Screen) -> None:
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    assert [choice.currentData() for choice in page.readings.choices] == ["gross", "gross", "net"]
    standard = page.readings.choices[-1]
    standard.setCurrentIndex(1)
    standard.activated.emit(1)
    assert page._told.text() == "Standard\u00a0: TTC en premier."
    assert held.house.desk.readings.of(PriceCategory.STANDARD).value == "gross"
    held.escape()
    SCENES["rental-1"](held)
    words = [made.text() for made in held.flow(RentalPanel).findChildren(QLabel)]
    assert "96,00\u00a0€ TTC" in words
    assert "dont 16,00\u00a0€ de TVA, soit 80,00\u00a0€ HT" in words
    held.escape()
    held.house.desk.work.operator = Operator(held.house.desk.staff.holder.id, "Facilitateur")
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    assert not any(choice.isEnabled() for choice in page.readings.choices)


def test_a_manager_sets_a_price_and_takes_it_back(held: Screen) -> None:
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    row = next(r for r in range(page.model.rowCount()) if page.model.row_at(r).unit is PriceUnit.HOUR)
    page.table.setCurrentIndex(page.model.index(row, len(CATEGORIES)))
    page.amount.setText("abc")
    held.click(page.set_button)
    assert page._refusal.isVisible()
    page.amount.setText("99,50")
    page.from_day.setDate(QDate(2026, 12, 1))
    held.click(page.set_button)
    assert not page._refusal.isVisible()
    assert held.house.value("SELECT cents FROM price WHERE valid_from = '2026-12-01'") == 9950
    held.click(next(iter(page._withdrawn)))
    assert held.house.value("SELECT count(*) FROM price WHERE valid_from = '2026-12-01'") == 0


def test_a_rate_and_an_extra_are_added_from_the_page(held: Screen) -> None:
    held.press(Key.Key_T, CTRL)
    page = held.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    page.rates.percent.setText("5,5")
    page.rates.rate.setCurrentIndex(page.rates.rate.findData("reduced"))
    page.rates.button.click()
    assert held.house.value("SELECT basis_points FROM vat_rate WHERE code = 'reduced'") == 550
    page.extra.setText("Paperboard")
    page.extra_price.setText("8")
    page._add_extra()
    assert held.house.value("SELECT is_extra FROM product WHERE label = 'Paperboard'") == 1


@pytest.mark.parametrize("scene", ["organisations", "prices", "rooms"])
def test_nothing_opens_while_the_desk_is_locked(held: Screen, scene: str) -> None:
    held.window.lock()
    held.press(Key.Key_F5, SHIFT)
    for key in (Key.Key_R, Key.Key_T):
        held.press(key, CTRL)
    assert held.window.counter.flow is None, scene
    assert held.window.stage.count() == 1
