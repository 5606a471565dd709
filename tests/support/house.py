"""A small house for the tests: founded once a session, copied for each test, so that a test reads like a scene."""

from __future__ import annotations

import functools
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk import codes
from desk.checkin import ScanOutcome
from desk.clock import SetClock
from desk.errors import Refused
from desk.founding import House
from desk.frontdesk import FrontDesk
from desk.ids import new_id
from desk.passes import PassOrder, PassSold
from desk.rights import AT_TERMINAL
from desk.till import PaymentOffer
from desk.verify import Verification, verify_folder
from models.cards import Card
from models.catalogue import PriceCategory
from models.database import FILE_NAME
from models.membership import Membership
from models.parcels import Parcel
from models.passes import DayPart
from models.people import Member, MemberStatus
from models.sales import PaymentMode

PARIS = ZoneInfo("Europe/Paris")
# An ordinary Tuesday, at the hour the house opens.
TUESDAY = date(2026, 11, 24)
OPENING = datetime(2026, 11, 24, 9, 0, tzinfo=PARIS)
HOUSE = House(
    legal_name="Maison d’essai", siret="12345678200010", vat_number="FR00123456782", street="1 rue des Essais",
    postcode="92240", city="Malakoff", is_demo=True,
)  # fmt: skip
_FAR = timedelta(days=365)


@dataclass(frozen=True)
class CardHolder:
    """A member of the scene: `code` is on the card."""

    id: str
    number: int
    name: str
    code: str
    membership_id: str


class SmallHouse:
    """An open desk with the few gestures that scenes are made of."""

    def __init__(self, folder: Path, *, at: datetime = OPENING, durable: bool = False) -> None:
        self.folder = folder
        self.clock = SetClock(at)
        self._durable = durable
        self.desk = self._open()

    def _open(self) -> FrontDesk:
        return FrontDesk(self.folder, clock=self.clock, house=HOUSE, operator=AT_TERMINAL, durable=self._durable)

    def reopen(self) -> FrontDesk:
        """Close the desk and start it again on the same folder."""
        self.desk.close()
        self.desk = self._open()
        return self.desk

    def at(self, hour: int, minute: int = 0, *, day: date = TUESDAY, second: int = 0) -> SmallHouse:
        """Put the clock at an hour of the site's zone."""
        self.clock.set(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=PARIS))
        return self

    def later(self, **step: float) -> SmallHouse:
        """Move the clock on: `later(minutes=3)`."""
        self.clock.advance(timedelta(**step))
        return self

    def member(
        self,
        name: str = "Inès Alvar",
        plan: str = "regular",
        *,
        starts: date = TUESDAY - _FAR,
        ends: date = TUESDAY + _FAR,
        units: int = 0,
        status: MemberStatus = MemberStatus.ACTIVE,
        usual: str | None = None,
        named: bool = False,
        blocked_reason: str = "",
        parcels: int = 0,
    ) -> CardHolder:
        """Someone with a membership and a card in force; `plan` empty for someone with none."""
        given, _, family = name.partition(" ")
        with self.desk.work.write() as unit:
            number = 1 + len(unit.session.query(Member.id).all())
            holder = CardHolder(new_id(), number, name, codes.make(), new_id() if plan else "")
            unit.session.add(
                Member(
                    id=holder.id, number=number, given_name=given, family_name=family, joined_on=date(2020, 1, 1),
                    status=status, blocked_reason=blocked_reason, usual_space_id=usual, named_on_plan=named,
                )
            )  # fmt: skip
            unit.session.flush()
            for _ in range(parcels):
                unit.session.add(Parcel(id=new_id(), member_id=holder.id, received_at=unit.now))
            unit.session.add(Card(code=holder.code, member_id=holder.id, issued_at=unit.now))
            if plan:
                unit.session.add(
                    Membership(
                        id=holder.membership_id, member_id=holder.id, plan_code=plan, valid_from=starts,
                        valid_until=ends, units_left=units,
                    )
                )  # fmt: skip
        return holder

    def change(self, kind: type, key: object, **values: object) -> None:
        """Change columns of one row, as a screen that is not built yet would."""
        with self.desk.work.write() as unit:
            row = unit.session.get_one(kind, key)
            for name, value in values.items():
                setattr(row, name, value)

    def scan(self, who: CardHolder | PassSold | str) -> ScanOutcome:
        """Hold a card or a pass to the scanner."""
        return self.desk.checkin.scan(who if isinstance(who, str) else who.code)

    def units_left(self, who: CardHolder) -> int:
        """What is left of a member's book."""
        return int(self.value("SELECT units_left FROM membership WHERE id = ?", who.membership_id))

    def sell_pass(
        self,
        part: DayPart = DayPart.DAY,
        category: PriceCategory = PriceCategory.STANDARD,
        *,
        guest: str = "",
        receipt: bool = False,
        mode: PaymentMode = PaymentMode.CARD,
    ) -> PassSold:
        """Sell a pass, paid exactly; a refusal fails the test."""
        offer = self.desk.passes.offer(category, part)
        assert not isinstance(offer, Refused), offer
        sold = self.desk.passes.sell(
            PassOrder(category, part, guest, receipt), (PaymentOffer(mode, offer.basket.total_cents),)
        )
        assert not isinstance(sold, Refused), sold
        return sold

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Read the file beside the desk, on a plain connection."""
        with closing(plain(self.folder)) as connection:
            return connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: object) -> object:
        """The single value of a reading."""
        ((found,),) = self.rows(sql, *values)
        return found

    def verify(self, *, deep: bool = False) -> Verification:
        """Check the journal as the command does."""
        return verify_folder(self.folder, deep=deep)

    def copy(self, to: Path) -> Path:
        """A copy of the folder as it is now, its write-ahead log folded in."""
        with closing(plain(self.folder)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(shutil.copytree(self.folder, to))

    def close(self) -> None:
        """Let go of the database."""
        self.desk.close()


def plain(folder: Path) -> sqlite3.Connection:
    """A connection like any program's: none of the desk's pragmas, autocommit."""
    return sqlite3.connect(folder / FILE_NAME, isolation_level=None)


def a_morning(house: SmallHouse) -> None:
    """A few of everything that the journal knows, with a sale paid in two ways."""
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    member = house.member()
    house.scan(member)
    house.later(minutes=5).scan(member)
    house.scan("nonsense")
    mixed = (PaymentOffer(PaymentMode.CASH, 1000, 2000), PaymentOffer(PaymentMode.CARD, 1400))
    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY, 'Zoé "Test"\t« é »', wants_receipt=True)
    assert not isinstance(house.later(minutes=5).desk.passes.sell(order, mixed), Refused)
    house.later(minutes=5).sell_pass(DayPart.MORNING, PriceCategory.SOLIDARITY, receipt=True)
    house.later(minutes=5).desk.till.count_float(15000)


@functools.cache
def founded() -> Path:
    """A founded house that nobody has worked in, made once; the session's home is removed with it."""
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "founded-house"
    FrontDesk(folder, clock=SetClock(OPENING), house=HOUSE, durable=False).close()
    return folder


def place_house(folder: Path) -> Path:
    """Put a copy of the founded house at `folder`."""
    return Path(shutil.copytree(founded(), folder))


@contextmanager
def small_house(folder: Path, *, at: datetime = OPENING, durable: bool = False) -> Iterator[SmallHouse]:
    """An open house at `folder`."""
    house = SmallHouse(place_house(folder), at=at, durable=durable)
    try:
        yield house
    finally:
        house.close()


@pytest.fixture(name="house")
def house_fixture(tmp_path: Path) -> Iterator[SmallHouse]:
    """An open house on an ordinary Tuesday at nine."""
    with small_house(tmp_path / "house") as house:
        yield house


@pytest.fixture
def hears(house: SmallHouse) -> Iterator[list[frozenset[str]]]:
    """What the bus says, in order."""
    heard: list[frozenset[str]] = []
    listener: Callable[..., None] = lambda changed: heard.append(changed.topics)  # noqa: E731
    stop = house.desk.bus.subscribe(listener)
    yield heard
    stop()
