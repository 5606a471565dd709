"""What surrounds a rental in the tour: a quote, the organisation, the deposit, what is lent, the bookings."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.bookings import BookingKind
from desk.plan import SpaceState
from views.flows.quote import QuotePanel
from views.flows.rental import RentalPanel
from views.tour.driver import CTRL, SHIFT, Driver

Key = Qt.Key


class RentingScenes:
    """After the rental of the day: the same association comes back for more."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._window = driver.window

    def quote(self, name: str) -> None:
        """The organisation `name`, known by now, wants a price on paper first."""
        driver = self._driver
        driver.home()
        free = [s for s in driver.desk.spaces.everything() if s.state is SpaceState.FREE and s.is_rentable]
        self._window.board.space_activated.emit(free[-1].id)
        panel = self._window.counter.flow
        assert isinstance(panel, RentalPanel)
        driver.click(panel.go_button)
        driver.type(name[:9].lower())
        driver.picture("location-organisation-connue")
        panel.known.setFocus()
        driver.enter()
        driver.picture("location-montants-ttc")
        driver.click(panel.quote_button)
        quote = self._window.counter.flow
        assert isinstance(quote, QuotePanel)
        driver.picture("devis")
        driver.click(quote.print_button)
        driver.wait_for_paper()
        driver.click(quote.body_button)
        driver.picture("organisation")
        driver.home()

    def care(self, name: str) -> None:
        """The rental of `name` under way: its deposit, its people, a key lent; then all that is lent."""
        driver, desk = self._driver, self._driver.desk
        now = desk.site.local_now()
        booking = next(
            b for b in desk.bookings.of_day() if b.kind is BookingKind.RENTAL and b.title == name and b.ends_at > now
        )
        driver.as_house(lambda: desk.deposits.ask_of(booking.space_id, 20_000))
        self._window.bookings.open_booking(booking.id)
        driver.picture("location-suivie")
        self._window.work.care.open_deposit(booking.id)
        driver.picture("caution")
        driver.enter()
        driver.picture("caution-prise")
        driver.home()
        driver.key(Key.Key_O, CTRL | SHIFT)
        driver.picture("preter-un-objet")
        driver.home()
        driver.key(Key.Key_K, CTRL | SHIFT)
        driver.picture("prets-et-cautions")
        driver.home()

    def bookings(self) -> None:
        """The day by space, with the mouse or the keys."""
        driver = self._driver
        driver.key(Key.Key_F3)
        driver.picture("reservations")
        driver.home()
