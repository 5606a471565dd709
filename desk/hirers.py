"""The part of the front desk that serves those who rent: rooms, quotes, prices, aftercare."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desk.work import Work

if TYPE_CHECKING:
    from desk.aftercare import Aftercare
    from desk.articles import Articles
    from desk.deposits import Deposits
    from desk.lending import Lending
    from desk.overtime import Overtime
    from desk.prices import Prices
    from desk.quotes import Quotes
    from desk.rental_dues import RentalDues
    from desk.rentals import Rentals
    from desk.room_search import RoomSearch


class HirersDesk:
    """Use cases that are imported when they are first asked for, as the others of the front desk."""

    work: Work

    @cached_property
    def rentals(self) -> Rentals:
        """Rooms sold for a time."""
        from desk.rentals import Rentals

        return Rentals(self.work)

    @cached_property
    def dues(self) -> RentalDues:
        """What rentals that were booked, extended or moved still owe."""
        from desk.rental_dues import RentalDues

        return RentalDues(self.work)

    @cached_property
    def rooms(self) -> RoomSearch:
        """Any room for so many."""
        from desk.room_search import RoomSearch

        return RoomSearch(self.work, self.rentals)

    @cached_property
    def quotes(self) -> Quotes:
        """Prices promised."""
        from desk.quotes import Quotes

        return Quotes(self.work)

    @cached_property
    def aftercare(self) -> Aftercare:
        """What a rental leaves behind: its deposit, what it was lent, the time it stayed on."""
        from desk.aftercare import Aftercare
        from desk.deposits import Deposits
        from desk.lending import Lending
        from desk.overtime import Overtime

        return Aftercare(self.work, Deposits(self.work), Lending(self.work), Overtime(self.work))

    @property
    def deposits(self) -> Deposits:
        """Deposits of rentals."""
        return self.aftercare.deposits

    @property
    def lending(self) -> Lending:
        """Keys and equipment."""
        return self.aftercare.lending

    @property
    def overtime(self) -> Overtime:
        """Rentals that last longer than they were paid for."""
        return self.aftercare.overtime

    @cached_property
    def articles(self) -> Articles:
        """What the counter sells besides passes and rooms."""
        from desk.articles import Articles

        return Articles(self.work)

    @cached_property
    def prices(self) -> Prices:
        """The price list."""
        from desk.prices import Prices

        return Prices(self.work)
