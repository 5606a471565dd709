"""The screens about what a rental needs besides its room, each reached as a person reaches it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from desk.bookings import BookingKind, BookingRequest
from desk.deposits import DepositMode
from desk.documents.page import QrCode
from desk.errors import Refused
from desk.lending import Borrower, BorrowerKind, ThingKind
from desk.organisations import NewOrganisation
from desk.payments import PaymentMode, PaymentOffer, PriceCategory
from desk.rentals import RentalOrder, RentalSold
from tests.support.window import CTRL, Screen
from views.flows.booked import BookedPanel
from views.flows.overtime import OvertimePanel

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = NewOrganisation("Les Jardins de Ronce", PriceCategory.SOLIDARITY)
THINGS = (
    ("Clé de l’Atelier", ThingKind.KEY), ("Badge visiteur 2", ThingKind.BADGE),
    ("Vidéoprojecteur", ThingKind.EQUIPMENT),
)  # fmt: skip


def rented(screen: Screen, space: str = "pow-wow") -> str:
    """A rental under way for one more hour; the answer is its booking."""
    desk = screen.house.desk
    for booking in desk.bookings.of_day(space_id=space):
        if booking.title == BODY.name and booking.ends_at > desk.site.local_now():
            return booking.id
    now = desk.site.local_now()
    starts = now.replace(minute=now.minute - now.minute % 15, second=0, microsecond=0)
    order = RentalOrder(space, starts, starts + timedelta(hours=1), BODY, 12, wants_receipt=False)
    quote = desk.rentals.quote(space, order.starts_at, order.ends_at, BODY.category)
    assert not isinstance(quote, Refused), quote
    sold = desk.rentals.rent(order, (PaymentOffer(PaymentMode.CARD, quote.basket.total_cents),))
    assert isinstance(sold, RentalSold), sold
    return sold.booking_id


def things(screen: Screen) -> dict[str, str]:
    """The registry, with what the scenes lend; ids by name."""
    lending = screen.house.desk.lending
    known = {thing.name for thing in lending.things()}
    for name, kind in THINGS:
        if name not in known:
            assert isinstance(lending.add(name, kind), str)
    return {thing.name: thing.id for thing in lending.things()}


def cared(screen: Screen) -> str:
    """A rental with participants, a deposit, and a key lent to it."""
    desk, booking = screen.house.desk, rented(screen)
    assert desk.deposits.ask_of("pow-wow", 20_000) is None
    desk.crowds.count(booking, 9)
    desk.deposits.take(booking, DepositMode.CASH, 20_000)
    borrower = Borrower(BorrowerKind.BOOKING, booking, BODY.name)
    desk.lending.lend(things(screen)["Clé de l’Atelier"], borrower, desk.lending.usual_return(borrower))
    return booking


def unpaid(screen: Screen, space: str = "calumet") -> str:
    """A room booked for an organisation tomorrow, of which nothing is paid; the answer is its booking."""
    desk = screen.house.desk
    starts = desk.site.local_now().replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for booking in desk.bookings.of_day(starts.date(), space):
        if booking.title == BODY.name:
            return booking.id
    request = BookingRequest(space, starts, starts + timedelta(hours=2), BookingKind.RENTAL, BODY.name, 4)
    made = desk.bookings.make(request, BODY)
    assert not isinstance(made, Refused), made
    return made.bookings[0].id


def _unpaid(screen: Screen) -> BookedPanel:
    screen.window.bookings.open_booking(unpaid(screen))
    screen.settle()
    return screen.flow(BookedPanel)


def _rental_unpaid(screen: Screen) -> None:
    _unpaid(screen)


def _charge(screen: Screen) -> None:
    screen.click(_unpaid(screen).care.bill.charge_button)


def _extended(screen: Screen) -> None:
    panel = _panel(screen)
    screen.click(panel.longer_button)


def _panel(screen: Screen) -> BookedPanel:
    screen.window.bookings.open_booking(cared(screen))
    screen.settle()
    return screen.flow(BookedPanel)


def _rental(screen: Screen) -> None:
    _panel(screen)


def _take(screen: Screen) -> None:
    booking = rented(screen, "atelier")
    assert screen.house.desk.deposits.ask_of("atelier", 30_000) is None
    screen.window.work.care.open_deposit(booking)


def _give_back(screen: Screen) -> None:
    screen.click(_panel(screen).care.deposit_button)
    screen.write("150")


def _lend(screen: Screen) -> None:
    things(screen)
    screen.house.desk.members.everyone() or screen.house.member("Inès Alvar")
    screen.press(Key.Key_O, CTRL | SHIFT)
    screen.type("ines")


def _lend_to(screen: Screen) -> None:
    screen.click(_panel(screen).care.lend_button)


def _page(screen: Screen) -> None:
    cared(screen)
    screen.press(Key.Key_K, CTRL | SHIFT)


def _none(screen: Screen) -> None:
    screen.press(Key.Key_K, CTRL | SHIFT)


def _after(screen: Screen) -> BookedPanel:
    """The rental is over, and its people are still there."""
    booking = cared(screen)
    ends = next(b.ends_at for b in screen.house.desk.bookings.of_day() if b.id == booking)
    screen.house.clock.set(datetime.fromtimestamp(ends.timestamp(), tz=ends.tzinfo) + timedelta(minutes=7))
    screen.application.bridge.minute.emit()
    screen.settle()
    screen.window.work.care.see_reminder()
    screen.settle()
    return screen.flow(BookedPanel)


def _banner(screen: Screen) -> None:
    _after(screen)
    screen.window.counter.close_flow()


def _overtime(screen: Screen) -> None:
    screen.click(_after(screen).care.overtime_button)


def _overtime_paid(screen: Screen) -> None:
    _overtime(screen)
    panel = screen.flow(OvertimePanel)
    screen.enter()
    panel.payment.modes.button_of(PaymentMode.CARD).click()
    screen.settle()


def _group(screen: Screen) -> None:
    screen.window.scan(_code(screen, rented(screen)))


def _group_refused(screen: Screen) -> None:
    code = _code(screen, rented(screen))
    ends = next(b.ends_at for b in screen.house.desk.bookings.of_day() if b.title == BODY.name)
    screen.house.clock.set(ends + timedelta(minutes=1))
    screen.window.scan(code)


def _code(screen: Screen, booking: str) -> str:
    paper = screen.house.desk.door.groups.print_paper(booking)
    assert not isinstance(paper, Refused), paper
    return next(block.payload for block in paper.blocks if isinstance(block, QrCode))


def _leaving(screen: Screen) -> None:
    ana = screen.house.member("Ana Livre")
    screen.window.scan(ana.code)
    lending = screen.house.desk.lending
    lending.lend(
        things(screen)["Vidéoprojecteur"], Borrower(BorrowerKind.MEMBER, ana.id, ana.name), lending.usual_return()
    )
    screen.house.later(minutes=10)
    screen.window.scan(ana.code)
    screen.settle()


def _day_end(screen: Screen) -> None:
    cared(screen)
    screen.press(Key.Key_D, CTRL)


CARE_SCENES: dict[str, Callable[[Screen], None]] = {
    "lending-none": _none, "rental-care": _rental, "lending": _page, "lend": _lend, "lend-to-rental": _lend_to,
    "deposit-take": _take, "deposit-back": _give_back, "group-in": _group, "day-end-loans": _day_end,
    "leaving-with": _leaving, "group-refused": _group_refused, "care-banner": _banner, "overtime": _overtime,
    "overtime-payment": _overtime_paid, "rental-unpaid": _rental_unpaid, "rental-charge": _charge,
    "rental-extended": _extended,
}  # fmt: skip
