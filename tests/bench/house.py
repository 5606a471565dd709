"""A house to measure in: 130 members, a staff, and days that went through the desk's own use cases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import cycle
from pathlib import Path

from models.staff import Role
from tests.support.house import PARIS, CardHolder, SmallHouse, place_house

MEMBERS = 130
_VISITS_A_DAY = 45
_SALES_A_DAY = 15
PIN = "4821"


class LivedIn:
    """An open house, its members, and the next card to be held to the scanner."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self.house = SmallHouse(place_house(folder), at=at)
        self._chance = random.Random(1)
        self.house.desk.staff.enrol_first("Gaël Essai", PIN)
        self._take_the_desk()
        for name in ("Inès Alvar", "Odile Brun", "Paul Cassin"):
            self.house.desk.staff.enrol(name, PIN, Role.FACILITATOR)
        spaces = cycle(("la-place", "la-ruche", "les-toits", None))
        self.members = [self._member(number, next(spaces)) for number in range(MEMBERS)]

    def _take_the_desk(self) -> None:
        staff = self.house.desk.staff
        staff.sign_in(next(person.id for person in staff.everyone() if person.is_manager), PIN)

    def make_durable(self) -> None:
        """Open the house again as people use it: each commit waits for the disk."""
        self.house.close()
        self.house = SmallHouse(self.house.folder, at=self.house.clock.now(), durable=True)
        self._take_the_desk()

    def _member(self, number: int, usual: str | None) -> CardHolder:
        at = self.house.clock.now().date()
        year = timedelta(days=365)
        name = f"Prénom{number} Nom{number}"
        return self.house.member(name, starts=at - year, ends=at + year, usual=usual, named=number % 3 == 0)

    def live(self, days: int) -> None:
        """Let days pass: visits, passes with their receipts, and people still in at the end of the last one."""
        for day in range(days):
            morning = self.house.clock.now()
            here = self._chance.sample(self.members, _VISITS_A_DAY)
            for member in here:
                self.house.later(minutes=2).scan(member)
            guests = [
                self.house.later(minutes=2).sell_pass(guest=f"Visite {number}", receipt=True)
                for number in range(_SALES_A_DAY)
            ]
            if day < days - 1:
                for code in [who.code for who in here] + [guest.code for guest in guests]:
                    self.house.later(minutes=2).scan(code)
                self.house.clock.set(morning + timedelta(days=1))
        self.house.desk.queue.deliver_all()

    def next_card(self) -> str:
        """The card of someone, an instant later: half of them arrive, half of them leave."""
        self.house.later(seconds=20)
        return self._chance.choice(self.members[:90]).code


@contextmanager
def lived_in(folder: Path, *, days: int, durable: bool = True) -> Iterator[LivedIn]:
    """A house that has lived for `days`, today included; it is made without waiting for the disk, then reopened."""
    first = date.today() - timedelta(days=days - 1)
    made = LivedIn(folder, datetime.combine(first, time(9), tzinfo=PARIS))
    try:
        made.live(days)
        if durable:
            made.make_durable()
        yield made
    finally:
        made.house.close()
