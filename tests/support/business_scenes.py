"""The screens about those who rent, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt

from desk.errors import Refused
from desk.extras import Extra
from desk.organisations import ContactEdit, NewOrganisation, OrganisationEdit
from desk.payments import PaymentMode, PaymentOffer, PriceCategory
from desk.prices import NewPrice
from desk.quotes import QuoteFile
from desk.rentals import RentalOrder
from models.catalogue import PriceUnit
from tests.support.house import PARIS, SmallHouse
from tests.support.window import CTRL, Screen
from views.flows.rental import RentalPanel
from views.organisations.panel import OrganisationPanel
from views.prices.page import PricesPage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
SIREN = "732829320"
NAME = "Les Jardins de Ronce"


def a_body(house: SmallHouse) -> str:
    """An association that is known in full, with a contact, a quote and a rental; the answer is its id."""
    desk = house.desk
    known = desk.organisations.find(NAME)
    file = desk.organisations.file(known[0].id) if known else None
    if file is not None and file.contacts:
        return file.id
    edit = OrganisationEdit(
        NAME, PriceCategory.SOLIDARITY, "Agrément ESUS", "Association loi 1901", SIREN,
        f"{SIREN}00074", "FR44732829320", "3 rue des Essais", "92240", "Malakoff", notes="Prévenir la veille.",
    )  # fmt: skip
    if file is None:
        made = desk.organisations.create(edit, is_another=True)
        assert isinstance(made, str), made
    else:  # a scene before this one rented it a room
        made = file.id
        assert desk.organisations.correct(made, edit) is None
    desk.organisations.note_contact(made, ContactEdit("Ana Livre", "trésorière", "ana@example.org", "01 23 45 67 89"))
    order = RentalOrder(
        "studio-photo", _at(9), _at(11), NewOrganisation("", PriceCategory.SOLIDARITY, id=made), 6, wants_receipt=False
    )
    assert not isinstance(desk.rentals.rent(order, (PaymentOffer(PaymentMode.CARD, 3600),)), Refused)
    a_quote(house, made)
    return made


def a_quote(house: SmallHouse, organisation_id: str) -> QuoteFile:
    """A quote for the next day, with coffee for eight."""
    who = NewOrganisation(NAME, PriceCategory.SOLIDARITY, id=organisation_id)
    order = RentalOrder("calumet", _at(14, 2), _at(18, 2), who, 8, extras=(Extra("extra-coffee", 8),))
    made = house.desk.quotes.make(order)
    assert isinstance(made, QuoteFile), made
    return made


def _at(hour: int, day: int = 1) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=PARIS)


def _page(screen: Screen) -> None:
    a_body(screen.house)
    for name, category in (("Agence Pluie Oblique", PriceCategory.STANDARD), ("Chorale", PriceCategory.STANDARD)):
        screen.house.desk.organisations.create(OrganisationEdit(name, category))
    screen.press(Key.Key_F5, SHIFT)


def _empty(screen: Screen) -> None:
    screen.press(Key.Key_F5, SHIFT)


def _file(screen: Screen) -> None:
    _page(screen)
    screen.type("ronce")
    screen.enter()


def _words(screen: Screen) -> None:
    _file(screen)
    screen.enter()


def _contact(screen: Screen) -> None:
    _file(screen)
    screen.click(screen.flow(OrganisationPanel).contacts.buttons[0])


def _merge(screen: Screen) -> None:
    _file(screen)
    screen.click(screen.flow(OrganisationPanel).merge_button)
    screen.type("pluie")


def _new(screen: Screen) -> None:
    _page(screen)
    screen.window.business.open_new()
    screen.type("Agence Pluie oblique")
    screen.enter()


def _quote(screen: Screen) -> None:
    quote = a_quote(screen.house, a_body(screen.house))
    screen.press(Key.Key_K, CTRL)
    screen.type(quote.number)
    screen.enter()


def _rooms(screen: Screen) -> None:
    screen.press(Key.Key_K, CTRL)
    screen.type("salle 12 17h")
    screen.enter()


def _extras(screen: Screen) -> None:
    _rooms(screen)
    screen.enter()
    panel = screen.flow(RentalPanel)
    screen.click(panel.extras.unfold_button)
    panel.extras.spin_of("extra-coffee").setValue(12)
    panel.extras.share.setValue(10)
    panel.extras.reason.setFocus()
    screen.type("partenaire")


def _prices(screen: Screen) -> None:
    wanted = NewPrice("room-pow-wow", PriceUnit.HOUR, PriceCategory.STANDARD, 4500, date(2027, 1, 1))
    assert screen.house.desk.prices.set_price(wanted) is None
    screen.press(Key.Key_T, CTRL)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, PricesPage)
    rows = [page.model.row_at(place) for place in range(page.model.rowCount())]
    place = [(row.product_code, row.unit) for row in rows].index(("room-pow-wow", PriceUnit.HOUR))
    page.table.setCurrentIndex(page.model.index(place, 3))


BUSINESS_SCENES: dict[str, Callable[[Screen], None]] = {
    "organisations": _page, "organisations-none": _empty, "organisation-file": _file, "organisation-words": _words,
    "organisation-contact": _contact, "organisation-merge": _merge, "organisation-new": _new, "quote": _quote,
    "rooms": _rooms, "rental-extras": _extras, "prices": _prices,
}  # fmt: skip
