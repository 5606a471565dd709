"""The screens about invoices, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from desk.basket import Basket, BasketLine
from desk.buyers import buyer_of
from desk.errors import Refused
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.organisations import OrganisationEdit
from desk.payments import PaymentMode, PaymentOffer, PriceCategory
from desk.till import Customer, sell
from models.organisations import Organisation
from tests.support.corrections import correct
from tests.support.house import SmallHouse
from tests.support.window import CTRL, Screen
from views.flows.invoice import PAYMENT, InvoicePanel
from views.flows.rental import RentalPanel
from views.invoices.page import ALL, LATE, InvoicesPage

Key = Qt.Key
BUYER = "Tangente Douce"
SIREN = "443061841"
ADDRESS = BuyerEdit(BUYER, SIREN, street="4 rue du Vieux Puits", postcode="92120", city="Montrouge")


def a_buyer(house: SmallHouse, **words: object) -> str:
    """An organisation that may be invoiced, without an address yet; the answer is its id."""
    known = house.desk.organisations.find(BUYER)
    if known:
        return known[0].id
    made = house.desk.organisations.create(OrganisationEdit(BUYER, siren=SIREN, **words))  # type: ignore[arg-type]
    assert isinstance(made, str), made
    return made


def a_sale(
    house: SmallHouse,
    *lines: BasketLine,
    mode: PaymentMode = PaymentMode.ON_ACCOUNT,
    offers: tuple[PaymentOffer, ...] = (),
    organisation: str = "",
) -> str:
    """Something sold to the buyer, paid by `offers` or all in one mode; the answer is the id of the sale."""
    wanted = lines or (
        BasketLine("room-pow-wow", "Pow-Wow, demi-journée", 1, 13000, False, 2000),
        BasketLine("extra-coffee", "Accueil café, par personne", 8, 300, False, 1000),
    )
    basket = Basket(wanted)
    with house.desk.work.write() as unit:
        row = unit.session.get_one(Organisation, organisation or a_buyer_in(house))
        customer = Customer(PriceCategory.STANDARD, row.name, row.id, buyer_of(row))
        sold = sell(unit, basket, offers or (PaymentOffer(mode, basket.total_cents),), customer)
    assert not isinstance(sold, Refused), sold
    return sold.sale_id


def a_buyer_in(house: SmallHouse) -> str:
    """The id of the buyer, who must be known."""
    return house.desk.organisations.find(BUYER)[0].id


def an_invoice(house: SmallHouse, sale_id: str = "", *, ago: int = 0, **sale: PaymentMode) -> Issued:
    """An invoice of a sale of the buyer's, made so many days ago."""
    now = house.clock.now()
    house.clock.set(now - timedelta(days=ago))
    a_buyer(house)
    issued = house.desk.invoices.make(InvoiceOrder((sale_id or a_sale(house, **sale),), ADDRESS))
    house.clock.set(now)
    assert isinstance(issued, Issued), issued
    return issued


def _page(screen: Screen) -> None:
    house = screen.house
    if not house.desk.invoices.everyone():
        an_invoice(house, mode=PaymentMode.CARD)
        an_invoice(house, ago=40)
        an_invoice(house)
        a_sale(house)
    screen.press(Key.Key_F, CTRL)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, InvoicesPage)
    screen.click(page.states.button_of(ALL))
    page.search.setFocus()


def _none(screen: Screen) -> None:
    screen.press(Key.Key_F, CTRL)


def _late(screen: Screen) -> None:
    _page(screen)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, InvoicesPage)
    screen.click(page.states.button_of(LATE))
    page.search.setFocus()
    screen.type("tangente")
    screen.enter()


def _money(screen: Screen) -> None:
    _late(screen)
    screen.enter()
    assert screen.flow(InvoicePanel).step == PAYMENT


def _credited(screen: Screen) -> None:
    _page(screen)
    house = screen.house
    sale = a_sale(house, mode=PaymentMode.CARD)
    issued = an_invoice(house, sale)
    with house.desk.work.write() as unit:
        first, second = correct(unit, sale, lines=1), correct(unit, sale, "café non servi", lines=1, after=1)
    assert first != second
    assert not isinstance(house.desk.invoices.credit(first), Refused)
    screen.window.business.invoicing.open_file(issued.id)


def _new(screen: Screen) -> None:
    _page(screen)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, InvoicesPage)
    screen.click(page.waiting_button)


def _new_person(screen: Screen) -> None:
    sold = screen.house.sell_pass(guest="Zoé Tilleul")
    screen.press(Key.Key_K, CTRL)
    screen.type(sold.sale.number)
    screen.press(Key.Key_Down)
    screen.enter()


def _terms(screen: Screen) -> None:
    _page(screen)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, InvoicesPage)
    screen.click(page.terms_button)


def rent_on_account(screen: Screen) -> RentalPanel:
    """A room that a body never seen before takes on an invoice: the address is all that lacks."""
    screen.press(Key.Key_K, CTRL)
    screen.type("salle 4 17h")
    screen.enter()
    screen.enter()
    panel = screen.flow(RentalPanel)
    screen.enter()
    screen.type("Studio Pivoine")
    panel.siren.setText("404833048")
    screen.enter()
    screen.click(panel.payment.modes.button_of(PaymentMode.ON_ACCOUNT))
    return panel


def _account(screen: Screen) -> None:
    rent_on_account(screen)


INVOICE_SCENES: dict[str, Callable[[Screen], None]] = {
    "invoices-none": _none, "invoices": _page, "invoice-late": _late, "invoice-money": _money,
    "invoice-credited": _credited, "invoice-new": _new, "invoice-person": _new_person, "invoice-terms": _terms,
    "rental-account": _account,
}  # fmt: skip
