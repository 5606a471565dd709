"""What some cases of the table of rights need before their act: a count, a draft, someone refused at the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from desk.backups.copies import Copy
from desk.calendars import CalendarPreview
from desk.drawer import Counted
from desk.floorplan import FloorPlan
from desk.invoices import BuyerEdit
from desk.lending.values import Borrower, BorrowerKind
from desk.override import Insistence
from desk.payments import PriceCategory
from desk.plan_editing import edits
from desk.plan_editing.use_cases import Draft
from desk.prices import NewPrice
from desk.printing.printers import PrinterListed, PrinterSettings
from desk.printing.states import PrinterKind
from desk.rights import AT_TERMINAL, Act, Who
from desk.shop import ShopLine, ShopOrder
from desk.till import PaymentOffer
from desk.verdicts import ScanOutcome
from desk.work import Operator
from models.catalogue import PriceUnit
from models.sales import PaymentMode
from tests.support.rights_scene import Scene

NO_ONE = "nobody of that name"
LATER = date(2026, 12, 15)
HOUR = timedelta(hours=1)
OTHER = Operator("other", "Autre Essai", is_manager=True)
BUYER = BuyerEdit("Tangente Douce", "443061841", street="4 rue du Puits", postcode="92120", city="Montrouge")
STANDARD = PriceCategory.STANDARD
FREE = ShopOrder((ShopLine("goods:coffee", discount=5000, reason="fête"),))
HALF = (PaymentOffer(PaymentMode.CARD, 50),)
PRICE = NewPrice("coffee", PriceUnit.EACH, STANDARD, 120, LATER)


@dataclass(frozen=True)
class Case:
    """A row of the table at work: `use_case` is the method called, empty where an act is asked for inside one."""

    use_case: str
    call: Callable[[Scene], object]
    whole: bool = False
    act: Act | None = None


def printer(s: Scene) -> PrinterListed:
    return s.desk.printers.everyone()[0]


def on_a_wire(s: Scene) -> PrinterSettings:
    return PrinterSettings(PrinterKind.NETWORK, "192.0.2.7:9100", "80mm-48", f"Comptoir {s.new().name}")


_CALENDAR = b"\r\n".join(
    (
        b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:x", b"BEGIN:VEVENT", b"UID:a", b"DTSTART:20270601T100000Z",
        b"DTEND:20270601T110000Z", b"LOCATION:Calumet", b"SUMMARY:Atelier", b"END:VEVENT", b"END:VCALENDAR", b"",
    )
)  # fmt: skip


def forced(s: Scene) -> object:
    """Someone whom the door refuses, let in by the word of whoever holds the desk."""
    s.hold(AT_TERMINAL)
    outcome = s.desk.checkin.arrive_or_leave(s.ids["bare"])
    s.hold()
    assert isinstance(outcome, ScanOutcome)
    assert outcome.refused is not None
    subject = next(remedy.subject for remedy in outcome.refused.remedies if remedy.code == "force")
    return s.desk.door.override.let_in(subject, Insistence("réunion"))


def drawn(s: Scene) -> Draft:
    s.hold(AT_TERMINAL)
    draft = s.desk.plan_editing.open()
    s.hold()
    assert isinstance(draft, Draft)
    return draft


def saved(s: Scene) -> object:
    draft = drawn(s)
    moved = edits.move_space(draft.plan, "jardin", 1, 0)
    assert isinstance(moved, FloorPlan)
    return s.desk.plan_editing.save(draft, moved)


def published(s: Scene) -> object:
    draft = drawn(s)
    return s.desk.plan_editing.publish(draft, draft.plan, LATER)


def confirmed(s: Scene) -> object:
    """Two months after a sale, the hour is in doubt; afterwards it is what it was."""
    s.sold()
    at = s.house.clock.now()
    s.house.clock.advance(timedelta(days=60))
    s.mark()
    try:
        return s.desk.closings.hour.confirm()
    finally:
        s.house.clock.set(at)


def closed(s: Scene) -> object:
    s.hold(OTHER)
    counted = s.desk.closings.drawer.count({100: 1})
    s.hold()
    assert isinstance(counted, Counted)
    return s.desk.closings.close_day(counted, 0, "écart")


def calendar(s: Scene) -> CalendarPreview:
    path = s.new(".ics")
    path.write_bytes(_CALENDAR)
    found = s.desk.calendars.preview(path)
    path.unlink()
    assert isinstance(found, CalendarPreview)
    return found


def lent(s: Scene) -> object:
    borrower = Borrower(BorrowerKind.MEMBER, s.ids["inside"], "x")
    return s.desk.lending.lend(s.ids["key"], borrower, s.desk.clock.now() + HOUR)


def tried(s: Scene) -> object:
    assert isinstance(s.desk.backups.make(), Copy)
    s.mark()
    return s.desk.backups.drill()


def self_(s: Scene) -> str:
    return s.ids["manager"] if s.who is Who.MANAGER else s.ids["facilitator"]


def pays(cents: int) -> tuple[PaymentOffer, ...]:
    return (PaymentOffer(PaymentMode.CARD, cents),)


WHOLE = True
