"""What the rentals of the demo world need besides their rooms: deposits, things lent, and quotes that wait."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

from desk.clock import local_instant
from desk.demo.agenda import Planned
from desk.demo.facts import Rentals
from desk.demo.house import Household, done
from desk.demo.timeline import Timeline
from desk.deposits import DepositHeld, DepositMode
from desk.lending import Borrower, BorrowerKind, LoanListed
from desk.payments import PriceCategory
from desk.rentals import RentalOrder

_MODES = (DepositMode.CASH, DepositMode.CHEQUE, DepositMode.IMPRINT)
_SHARE = 0.2
"""Of the rentals, those that are seen to here; all those of the day on which the demonstration is opened."""
_QUOTES = 0.1
_AHEAD = timedelta(days=14)
_SETTLING = timedelta(minutes=5)


class Care:
    """Sees to the rentals of each day; those booked ahead are remembered until then."""

    def __init__(self, house: Household, today: date) -> None:
        self._house = house
        self._today = today
        self._waiting: dict[date, list[tuple[str, Planned]]] = {}

    @property
    def _facts(self) -> Rentals:
        return self._house.facts.rentals

    def furnish(self) -> None:
        """The things that are lent, and what each space asks as a deposit."""
        desk = self._house.desk
        for name, kind in self._facts.things:
            done(desk.lending.add(name, kind))
        for space, cents in self._facts.deposits:
            assert desk.deposits.ask_of(space, cents) is None

    def rented(self, line: Timeline, day: date, booking_id: str, planned: Planned) -> None:
        """A rental was sold: it is seen to on its day."""
        if day == line.day:
            self._see_to(line, booking_id, planned)
        else:
            self._waiting.setdefault(day, []).append((booking_id, planned))

    def give_up(self, booking_id: str) -> None:
        """A rental booked ahead was taken back: nobody will come."""
        for day, coming in self._waiting.items():
            self._waiting[day] = [(known, planned) for known, planned in coming if known != booking_id]

    def begin(self, line: Timeline) -> None:
        """The rentals of this day that were booked ahead, and now and then a quote for later."""
        for booking_id, planned in self._waiting.pop(line.day, []):
            self._see_to(line, booking_id, planned)
        rng = self._house.chance("quote", line.day)
        if rng.random() < _QUOTES or (self._today - line.day).days in range(1, 5):
            line.at(time(11, 20), partial(self._promise, line))

    def _see_to(self, line: Timeline, booking_id: str, planned: Planned) -> None:
        rng = self._house.chance(f"care {planned.space} {planned.starts}", line.day)
        if line.day == self._today or rng.random() < _SHARE:
            line.at(line.instant(planned.starts) + _SETTLING, partial(self._hand_over, line, booking_id, planned))

    def _hand_over(self, line: Timeline, booking_id: str, planned: Planned) -> None:
        """Its people are there: the deposit is taken, something is lent."""
        desk = self._house.desk
        rng = self._house.chance(f"deposit {planned.space} {planned.starts}", line.day)
        deposit, loan = None, None
        asked = desk.deposits.asked_for(booking_id)
        if asked:
            deposit = done(desk.deposits.take(booking_id, rng.choice(_MODES), asked))
        free = [thing.id for thing in desk.lending.things() if thing.loan is None]
        if free:
            borrower = Borrower(BorrowerKind.BOOKING, booking_id, planned.title)
            loan = done(desk.lending.lend(rng.choice(free), borrower, line.instant(planned.ends)))
        line.at(line.instant(planned.ends) + _SETTLING, partial(self._take_back, deposit, loan))

    def _take_back(self, deposit: DepositHeld | None, loan: LoanListed | None) -> None:
        """They leave: what was lent comes back, then the deposit goes."""
        desk = self._house.desk
        if loan is not None:
            done(desk.lending.give_back(loan.id))
        if deposit is not None:
            done(desk.deposits.give_back(deposit.id, deposit.cents))

    def _promise(self, line: Timeline) -> None:
        """A quote for a room in two weeks."""
        rng = self._house.chance("quoted", line.day)
        space = rng.choice([space for space, _ in self._facts.deposits])
        body = rng.choice(self._house.facts.organisations)
        starts = local_instant(line.day + _AHEAD, time(rng.randint(9, 14)), self._house.zone)
        order = RentalOrder(space, starts, starts + timedelta(hours=rng.randint(2, 4)), body, rng.randint(3, 6))
        if body.category is not PriceCategory.MEMBER:
            done(self._house.desk.quotes.make(order))
