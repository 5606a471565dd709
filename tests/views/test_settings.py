"""The settings on screen: reached by key, box and menu; before and after, who, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QLabel, QPushButton

from desk.errors import Refused
from tests.support.door import held_by_facilitator
from tests.support.settings_scenes import book_evenings, form, room, settings, step, write
from tests.support.window import CTRL, Screen, dress, held, window_fixture  # noqa: F401
from views.settings.forms import TermsSection
from views.settings.hours import HoursSection
from views.settings.page import SettingsPage
from views.settings.section import Section
from views.settings.spaces import ClosedSpacesSection, WholesSection
from views.settings.special_days import SpecialDaysSection

WHO = "(Gaël Essai, 09:00)"


def _texts(section: Section) -> list[str]:
    return [found.text() for found in section.findChildren(QLabel) if found.isVisible()]


def _links(section: Section, text: str) -> list[QPushButton]:
    return [found for found in section.findChildren(QPushButton) if found.isVisible() and found.text() == text]


def test_they_open_by_their_key_by_the_box_and_from_the_menu(held: Screen) -> None:  # noqa: F811
    page = settings(held)
    assert page.rooms.hasFocus()
    held.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert held.window.stage.currentWidget() is page, "asked again, nothing typed is lost"
    held.escape()
    held.press(Qt.Key.Key_K, CTRL)
    held.type("horaires")
    held.enter()
    assert isinstance(held.window.stage.currentWidget(), SettingsPage)
    assert any("Réglages" in action.text() for action in held.window.header.menu.actions())


def test_a_room_is_reached_and_entered_with_the_keyboard(held: Screen) -> None:  # noqa: F811
    page = settings(held)
    held.press(Qt.Key.Key_Down)
    assert isinstance(page.section, HoursSection)
    held.enter()
    assert page.section.lines[0].box.hasFocus()


def test_what_changes_is_shown_before_and_after_and_taken_back(held: Screen) -> None:  # noqa: F811
    section = form(held, "house")
    assert not section.save_button.isEnabled()
    write(section, "house_name", "La  Ruche ")
    step(section, "safety_limit", 90)
    held.settle()
    assert "Nom de la maison\u00a0: Casaco → La Ruche" in _texts(section)
    assert "Limite de sécurité, en personnes\u00a0: 110 → 90" in _texts(section)
    held.click(section.save_button)
    told = (
        "C’est enregistré. Nom de la maison\u00a0: Casaco → La Ruche · Limite de sécurité, en personnes\u00a0: 110 → 90"
    )
    assert f"{told} {WHO}" in _texts(section)
    assert held.window.windowTitle() == "La Ruche · accueil"
    assert held.window.header._limit.text() == "/ 90 présents"
    held.click(section.back_button)
    assert held.house.desk.settings.house.now().house_name == "Casaco"
    assert held.house.value("SELECT count(*) FROM journal WHERE kind = 'site.house_set' AND operator_id <> ''") == 2
    assert held.house.verify().ok


def test_saving_one_setting_leaves_alone_what_was_changed_elsewhere_meanwhile(held: Screen) -> None:  # noqa: F811
    house = held.house.desk.settings.house
    section = form(held, "house")
    assert not isinstance(house.change(replace(house.now(), safety_limit=50)), Refused)
    write(section, "house_name", "La Ruche")
    held.click(section.save_button)
    assert (house.now().house_name, house.now().safety_limit) == ("La Ruche", 50)
    assert f"C’est enregistré. Nom de la maison\u00a0: Casaco → La Ruche {WHO}" in _texts(section)
    assert section.field("safety_limit").value() == 50
    # Taken back, the change leaves alone what came after it too.
    assert not isinstance(house.change(replace(house.now(), safety_limit=60, city="Vanves")), Refused)
    held.click(section.back_button)
    now = house.now()
    assert (now.house_name, now.safety_limit, now.city) == ("Casaco", 60, "Vanves")


def test_what_was_changed_again_since_is_not_taken_back(held: Screen) -> None:  # noqa: F811
    house = held.house.desk.settings.house
    section = form(held, "house")
    write(section, "house_name", "La Ruche")
    write(section, "city", "Vanves")
    held.click(section.save_button)
    assert not isinstance(house.change(replace(house.now(), city="Montrouge")), Refused)
    held.click(section.back_button)
    assert (house.now().house_name, house.now().city) == ("La Ruche", "Montrouge")
    assert any(text.startswith("Ville a encore changé depuis") for text in _texts(section))
    assert section.field("city").value() == "Montrouge"
    assert not section.back_button.isVisible()


def test_a_refusal_keeps_what_was_typed(held: Screen) -> None:  # noqa: F811
    section = form(held, "house")
    write(section, "siret", "732 829 320 00075")
    held.click(section.save_button)
    assert any("n’est pas un SIRET" in text for text in _texts(section))
    assert section.field("siret").value() == "732 829 320 00075"
    held.click(section.reset_button)
    assert section.field("siret").value() == "12345678200010"
    assert not section.save_button.isEnabled()


def test_what_is_typed_in_a_room_waits_while_another_is_shown(held: Screen) -> None:  # noqa: F811
    section = form(held, "house")
    write(section, "city", "Ailleurs")
    page = held.window.stage.currentWidget()
    assert isinstance(page, SettingsPage)
    page.show_room("door")
    assert page.show_room("house") is section
    assert section.field("city").value() == "Ailleurs"


@pytest.mark.parametrize(
    ("code", "name", "number", "told"),
    [
        ("bookings", "cancel_share_points", 80, "Ensuite, reste dû\u00a0: 50\u00a0% du prix → 80\u00a0% du prix"),
        ("door", "guests_per_month", 6, "Invité·es d’un membre\u00a0: 4 par mois → 6 par mois"),
        ("personal_data", "visits_months", 12, "Noms dans les passages et les pass\u00a0: 36 mois → 12 mois"),
    ],
)
def test_each_form_saves_and_goes_back(held: Screen, code: str, name: str, number: int, told: str) -> None:  # noqa: F811
    section = form(held, code)
    before = section.wanted
    step(section, name, number)
    held.settle()
    held.click(section.save_button)
    assert f"C’est enregistré. {told} {WHO}" in _texts(section)
    assert section._form.read(held.house.desk) != before
    held.click(section.back_button)
    assert section._form.read(held.house.desk) == before


def test_an_untouched_share_keeps_what_is_finer_than_what_is_shown(held: Screen) -> None:  # noqa: F811
    bookings = held.house.desk.bookings
    bookings.set_policy(replace(bookings.policy(), cancel_share_points=3333))
    section = form(held, "bookings")
    step(section, "soon_minutes", 45)
    held.settle()
    held.click(section.save_button)
    assert bookings.policy().cancel_share_points == 3333
    assert bookings.policy().soon_minutes == 45


# --- the hours -------------------------------------------------------------------------------------------------


def test_hours_that_leave_bookings_outside_are_asked_about_first(held: Screen) -> None:  # noqa: F811
    book_evenings(held, 3)
    opening = held.house.desk.opening
    week = opening.week()
    section = room(held, "hours")
    assert isinstance(section, HoursSection)
    section.lines[1].closes.setTime(QTime(17, 0))
    section.lines[5].box.setChecked(True)
    held.settle()
    assert "mardi\u00a0: 09:00 – 19:00 → 09:00 – 17:00" in _texts(section)
    assert "samedi\u00a0: fermé → 09:00 – 19:00" in _texts(section)
    held.click(section.save_button)
    assert "3 réservations à venir se retrouveraient hors des heures d’ouverture." in _texts(section)
    first = section.outside.list.item(0)
    assert first is not None
    assert first.text() == "mar. 1 déc. 2026 à 17:00 → 19:00 · Calumet · Conseil des projets"
    assert section.outside.list.count() == 3
    assert opening.week() == week
    held.click(section.outside.give_up_button)
    assert not section.outside.isVisible()
    assert opening.week() == week

    held.click(section.save_button)
    held.click(section.outside.agree_button)
    assert [hours.closes and hours.closes.hour for hours in opening.week()] == [19, 17, 19, 19, 19, 19, None]
    assert any(text.startswith("C’est enregistré. mardi") for text in _texts(section))
    held.click(section.back_button)
    assert opening.week() == week


def test_holidays_are_kept_or_not(held: Screen) -> None:  # noqa: F811
    section = room(held, "hours")
    assert isinstance(section, HoursSection)
    section.holidays.box.setChecked(False)
    section.region.combo.setCurrentText("Moselle")
    held.settle()
    assert "Jours fériés de\u00a0: France entière → Moselle" in _texts(section)
    held.click(section.save_button)
    policy = held.house.desk.bookings.policy()
    assert (policy.closed_on_holidays, policy.holiday_region) == (False, "57")


def test_hours_the_wrong_way_round_are_refused(held: Screen) -> None:  # noqa: F811
    section = room(held, "hours")
    assert isinstance(section, HoursSection)
    section.lines[0].closes.setTime(QTime(8, 0))
    held.settle()
    held.click(section.save_button)
    assert "L’heure de fermeture vient après l’heure d’ouverture." in _texts(section)


def test_a_day_of_its_own_is_added_and_removed(held: Screen) -> None:  # noqa: F811
    section = room(held, "special_days")
    assert isinstance(section, SpecialDaysSection)
    section.day.setDate(QDate(2026, 12, 24))
    section.note.setFocus()
    held.type("inventaire")
    held.click(section.add_button)
    days = held.house.desk.opening.special_days(date(2026, 11, 24))
    assert [(special.day, special.opens, special.note) for special in days] == [
        (date(2026, 12, 24), None, "inventaire")
    ]
    assert "jeu. 24 déc. 2026\u00a0: fermé · inventaire" in _texts(section)
    (removal,) = _links(section, "Retirer")
    held.click(removal)
    assert held.house.desk.opening.special_days(date(2026, 11, 24)) == ()
    held.click(section.back_button)
    assert held.house.desk.opening.special_days(date(2026, 11, 24)) == days

    section.day.setDate(QDate(2020, 1, 1))
    held.click(section.add_button)
    assert "Ce jour est passé\u00a0: ses heures ne changent plus." in _texts(section)


def test_closing_a_day_that_is_booked_asks_first(held: Screen) -> None:  # noqa: F811
    book_evenings(held, 1)
    section = room(held, "special_days")
    assert isinstance(section, SpecialDaysSection)
    section.day.setDate(QDate(2026, 12, 1))
    held.click(section.add_button)
    assert section.outside.isVisible()
    assert not section.add_button.isVisible()
    held.click(section.outside.agree_button)
    assert len(held.house.desk.opening.special_days(date(2026, 11, 24))) == 1
    assert section.add_button.isVisible()


# --- spaces ----------------------------------------------------------------------------------------------------


def test_a_whole_is_made_and_taken_back_removed_and_made_again(held: Screen) -> None:  # noqa: F811
    section = room(held, "wholes")
    assert isinstance(section, WholesSection)
    section.name.setFocus()
    held.type("Le duo")
    held.click(section.add_button)
    assert "Un ensemble a un nom et au moins deux espaces du plan." in _texts(section)
    for space in ("calumet", "pow-wow"):
        section.boxes[space].setChecked(True)
    held.click(section.add_button)
    wholes = held.house.desk.wholes
    (made,) = wholes.everything()
    assert (made.name, made.parts) == ("Le duo", ("calumet", "pow-wow"))
    held.click(section.back_button)
    assert wholes.everything() == ()
    for space in ("calumet", "pow-wow"):
        section.boxes[space].setChecked(True)
    section.name.setText("Le duo")
    held.click(section.add_button)
    (removal,) = _links(section, "Retirer")
    held.click(removal)
    assert wholes.everything() == ()
    held.click(section.back_button)
    assert wholes.everything() == (made,)


def test_a_space_is_put_out_of_order_and_back(held: Screen) -> None:  # noqa: F811
    section = room(held, "closed")
    assert isinstance(section, ClosedSpacesSection)
    section.space.setCurrentText("Calumet")
    held.click(section.close_button)
    assert "Dites en un mot pourquoi l’espace est fermé." in _texts(section)
    section.note.setFocus()
    held.type("fuite")
    held.click(section.close_button)
    assert "Calumet\u00a0: fuite" in _texts(section)
    (opening,) = _links(section, "Rouvrir")
    held.click(opening)
    assert "Aucun espace n’est hors service." in _texts(section)
    held.click(section.back_button)
    assert section._closed()["calumet"].note == "fuite"


# --- personal data, rights, room -------------------------------------------------------------------------------


def test_what_is_past_its_term_goes_when_it_is_asked(held: Screen) -> None:  # noqa: F811
    holder = held.house.member("Inès Alvar")
    held.house.scan(holder)
    held.house.later(minutes=30)
    held.house.scan(holder)
    held.house.later(days=1200)
    section = form(held, "personal_data")
    assert isinstance(section, TermsSection)
    held.click(section.apply_button)
    held.wait(lambda: not section._task.is_running)
    held.settle()
    assert any("Rendus anonymes\u00a0: 1 passages" in text for text in _texts(section))
    assert held.house.verify().ok


def test_who_is_no_manager_reads_and_changes_nothing(held: Screen) -> None:  # noqa: F811
    held_by_facilitator(held.house)
    page = settings(held)
    assert page._only.isVisible()
    for code in ("house", "hours", "bookings", "door", "personal_data"):
        section = page.show_room(code)
        held.settle()
        assert not _links(section, "Enregistrer"), code
        assert not section.first.isEnabled(), code
    terms = page.show_room("personal_data")
    assert isinstance(terms, TermsSection)
    assert not terms.apply_button.isEnabled()
    for code in ("special_days", "wholes"):
        assert not page.show_room(code).first.isVisible() or page.section.first is page.section
    assert page.show_room("closed").first.isEnabled(), "whoever holds the desk may close a space"


def test_the_list_folds_where_it_has_no_room(held: Screen) -> None:  # noqa: F811
    dress(held, scale=1.5)
    held.hold()
    page = settings(held)
    assert not page.rooms.isVisible()
    assert page.narrow_rooms.hasFocus()
    held.press(Qt.Key.Key_Down)
    assert isinstance(page.section, HoursSection)
