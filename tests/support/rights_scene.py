"""The small house in which the table of rights is played: one for each column, with something of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desk.bookings import BookingKind, BookingRequest
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.imports import ImportPreview
from desk.lending.values import Borrower, BorrowerKind
from desk.organisations import ContactEdit, NewOrganisation, OrganisationEdit
from desk.payments import PriceCategory
from desk.rentals import RentalOrder, RentalSold
from desk.rights import AT_TERMINAL, Who
from desk.shop import ShopLine, ShopOrder, ShopSold
from desk.terminal import ACCOUNT
from desk.till import PaymentOffer
from desk.work import Operator
from models.lending import ThingKind
from models.sales import PaymentMode
from models.staff import Role
from tests.support.house import PARIS, TUESDAY, SmallHouse, plain
from tests.support.import_files import csv_file

PIN = "4821"
ROOM = "calumet"
COFFEE = ShopOrder((ShopLine("goods:coffee"),))
PAID = (PaymentOffer(PaymentMode.CARD, 100),)


@dataclass
class Scene:
    """The house of one column: who holds its desk, and the names of what there is to work on."""

    house: SmallHouse
    who: Who
    out: Path
    operator: Operator = AT_TERMINAL
    ids: dict[str, str] = field(default_factory=dict)
    previews: dict[str, ImportPreview] = field(default_factory=dict)
    made: int = 0
    before: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        self.witness = plain(self.house.folder)

    @property
    def desk(self) -> FrontDesk:
        """Its desk."""
        return self.house.desk

    def hold(self, operator: Operator | None = None) -> None:
        """The desk is in the hands of this column's person, or of another one."""
        self.house.desk.work.operator = operator or self.operator
        self.mark()

    def mark(self) -> None:
        """From here on, what is written counts."""
        self.before = self._written()

    @property
    def wrote(self) -> bool:
        """Whether anything reached the database or a file since then."""
        return self._written() != self.before

    def _written(self) -> tuple[int, int]:
        ((version,),) = self.witness.execute("PRAGMA data_version")
        return version, sum(1 for path in self.out.rglob("*") if path.is_file())

    def folder(self) -> Path:
        """An empty folder."""
        made = self.new()
        made.mkdir()
        return made

    def new(self, suffix: str = "") -> Path:
        """A path that nothing has been written to."""
        self.made += 1
        return self.out / f"{self.made}{suffix}"

    def wish(self, hour: int = 10, reason: str = "", kind: BookingKind = BookingKind.HOUSE) -> BookingRequest:
        """A room on a Tuesday of its own."""
        self.made += 1
        day = TUESDAY + timedelta(days=7 * self.made)
        starts = datetime(day.year, day.month, day.day, hour, tzinfo=PARIS)
        return BookingRequest(ROOM, starts, starts + timedelta(hours=1), kind, "Essai", override_reason=reason)

    def rental(self, **more: Any) -> RentalOrder:
        """The same room, for an organisation."""
        wanted = self.wish()
        hirer = NewOrganisation("Les Amis", PriceCategory.STANDARD)
        return RentalOrder(ROOM, wanted.starts_at, wanted.ends_at, hirer, **more)

    def booked(self) -> str:
        """A booking that is there already, whoever made it."""
        self.hold(AT_TERMINAL)
        made = self.desk.bookings.hold(self.wish())
        self.hold()
        assert isinstance(made, str), made
        return made

    def rented(self) -> str:
        """A booking that was sold to an organisation."""
        self.hold(AT_TERMINAL)
        made = self.desk.rentals.rent(self.rental(), (PaymentOffer(PaymentMode.CARD, 3000),))
        self.hold()
        assert isinstance(made, RentalSold), made
        return made.booking_id

    def sold(self, by: Operator | None = None) -> str:
        """A coffee sold by whoever holds the desk, or by another one; the answer is the id of the sale."""
        work = self.desk.work
        work.operator = Operator((by or self.operator).id or "x", "Vente", is_manager=True)
        made = self.desk.shop.sell(COFFEE, PAID)
        self.hold()
        assert isinstance(made, ShopSold), made
        return made.sale.sale_id


def furnish(house: SmallHouse, out: Path) -> dict[str, str]:
    """What every column finds in its house."""
    desk = house.desk
    ids = {name: house.member(f"{name} Essai").id for name in ("inside", "erased", "edited", "carded", "lost")}
    ids["bare"] = house.member("bare Essai", plan="").id
    for name, role in (("facilitator", Role.FACILITATOR), ("manager", Role.MANAGER), ("leaver", Role.FACILITATOR)):
        person = desk.staff.enrol(f"{name} Essai", PIN, role)
        assert not isinstance(person, Refused), person
        ids[name] = person.id
    for name in ("kept", "merged"):
        made = desk.organisations.create(OrganisationEdit(f"Organisation {name}"))
        assert isinstance(made, str), made
        ids[name] = made
        contact = desk.organisations.note_contact(made, ContactEdit(f"Ana {name}"))
        assert isinstance(contact, str), contact
        ids[f"contact-{name}"] = contact
    for name in ("key", "badge"):
        thing = desk.lending.add(f"Clé {name}", ThingKind.KEY)
        assert isinstance(thing, str), thing
        ids[name] = thing
    lent = desk.lending.lend(
        ids["badge"], Borrower(BorrowerKind.MEMBER, ids["inside"], "x"), house.clock.now() + timedelta(hours=1)
    )
    assert not isinstance(lent, Refused), lent
    csv_file(out / "names.csv", ("Prénom", "Nom"), ("Nora", "Alvar"))
    csv_file(out / "plans.csv", ("Prénom", "Nom", "Formule"), ("Odon", "Alvar", "Régulier"))
    return ids | {"loan": lent.id, "visit": desk.checkin.arrive_or_leave(ids["inside"]).visit_id}


def scene(house: SmallHouse, who: Who, out: Path, ids: dict[str, str]) -> Scene:
    """A furnished house in the hands of `who`."""
    operators = {
        Who.NOBODY: Operator(),
        Who.FACILITATOR: Operator(ids["facilitator"], "facilitator Essai"),
        Who.MANAGER: Operator(ids["manager"], "manager Essai", is_manager=True),
        Who.TERMINAL: Operator(f"{ACCOUNT}essai", "essai", is_manager=True, at_terminal=True),
    }
    made = Scene(house, who, out, operators[who], ids)
    for name in ("names", "plans"):
        preview = house.desk.imports.preview(out.parent / "furniture" / f"{name}.csv")
        assert isinstance(preview, ImportPreview), preview
        made.previews[name] = preview
    made.hold()
    return made
