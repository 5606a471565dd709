"""A house to practise in beside a small real one: founded once a session, and a whole day of work in it."""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from argon2 import PasswordHasher

from desk.deposits import DepositHeld, DepositMode
from desk.documents import calibration_card
from desk.errors import Refused
from desk.ids import new_id
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.quotes import QuoteFile
from desk.rentals import RentalOrder
from desk.training import FOLDER, Practice
from models.closings import ClosingPeriod
from models.passes import DayPart
from models.sales import PaymentMode
from models.staff import Facilitator, Role
from tests.desk.closings.scenes import closed
from tests.desk.test_groups import BODY, at, rental
from tests.support.house import SmallHouse, small_house

PIN = "4821"
PERSON = BuyerEdit(
    "Zoé Tilleul", street="9 rue du Roitelet", postcode="92240", city="Malakoff", email="zoe@example.org"
)


class PracticeHouse(SmallHouse):
    """The practice house with the gestures of the small one; closed by leaving it."""

    def __init__(self, real: SmallHouse, opened: Practice) -> None:
        self.folder = real.folder / FOLDER
        self.clock = real.clock
        self.opened = opened
        self.desk = opened.desk

    def close(self) -> None:
        """Let go of its database and of its lock."""
        self.opened.close()


@functools.cache
def _hash() -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


def team(house: SmallHouse, *names: str) -> None:
    """A team; the first, a manager, holds the desk."""
    with house.desk.work.write() as unit:
        for place, name in enumerate(names or ("Gaël Essai", "Noé Essai")):
            role = Role.FACILITATOR if place else Role.MANAGER
            unit.session.add(Facilitator(id=new_id(), name=name, role=role, pin_hash=_hash()))
    known = {person.name: person.id for person in house.desk.staff.everyone()}
    assert not isinstance(house.desk.staff.sign_in(known[(names or ("Gaël Essai",))[0]], PIN), Refused)


@functools.cache
def _founded() -> Path:
    """A practice house that nobody has worked in; founding one runs every migration, which takes a second."""
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "founded-practice"
    with small_house(Path(tempfile.mkdtemp()) / "house") as house:
        team(house)
        opened = house.desk.training.enter()
        assert isinstance(opened, Practice)
        house.desk.training.leave(opened)
        shutil.copytree(house.folder / FOLDER, folder)
    return folder


def place_practice(folder: Path) -> None:
    """Put a founded practice house where the real one at `folder` looks for it."""
    shutil.copytree(_founded(), folder / FOLDER)


def practise(house: SmallHouse) -> PracticeHouse:
    """The practice house of a house whose desk is held."""
    if not (house.folder / FOLDER).exists():
        place_practice(house.folder)
    opened = house.desk.training.enter()
    assert isinstance(opened, Practice), opened
    return PracticeHouse(house, opened)


def a_practised_day(house: PracticeHouse) -> None:
    """Everything that a counter makes and prints in a day: passes, a rental, a quote, invoices, closings, papers."""
    desk = house.desk
    assert desk.till.count_float(15_000) is None
    bought = house.sell_pass(DayPart.DAY, receipt=True, mode=PaymentMode.CASH, guest="Zoé Tilleul")
    booking = rental(house)
    assert not isinstance(desk.door.groups.print_paper(booking), Refused)
    assert isinstance(desk.deposits.take(booking, DepositMode.CASH, 20_000, printed=True), DepositHeld)
    quote = desk.quotes.make(RentalOrder("pow-wow", at(10, day=30), at(12, day=30), BODY, 6))
    assert isinstance(quote, QuoteFile), quote
    assert not isinstance(desk.quotes.print_it(quote.id), Refused)
    issued = desk.invoices.make(InvoiceOrder((bought.sale.sale_id,), PERSON))
    assert isinstance(issued, Issued), issued
    assert not isinstance(desk.invoices.print_it(issued.id), Refused)
    assert not isinstance(desk.cards.print_cards([1]), Refused)
    assert not isinstance(desk.cards.print_cards([1, 2, 3]), Refused)
    assert not isinstance(desk.receipts.print_again(bought.sale.sale_id), Refused)
    desk.queue.print_document(desk.presence.roll_call())
    desk.queue.print_document(calibration_card.document(is_training=desk.site.facts().is_training))
    desk.printers.trials.test_page(desk.printers.everyone()[0])
    assert not isinstance(desk.closings.print_reading(), Refused)
    house.clock.advance(timedelta(hours=10))
    day = closed(house)
    assert not isinstance(desk.closings.reports.print_report(day.number), Refused)
    assert day.period is ClosingPeriod.DAY
