"""The screens of the door: guests, a manager's word, another entitlement, a renewal, the safety limit."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from desk.guests import Why
from models.bookings import Booking, BookingKind
from models.membership import Membership
from models.site import Site
from tests.support.door import book, comes, held_by_facilitator
from tests.support.house import TUESDAY
from tests.support.window import CTRL, Screen

Key = Qt.Key


def _lapsed(screen: Screen) -> None:
    """Someone whose plan has run out, and no collective moment to come for."""
    for booking in screen.house.desk.bookings.of_day():
        if booking.kind is BookingKind.EVENT:
            screen.house.change(Booking, booking.id, cancelled_at=screen.house.clock.now())
    _scan_lapsed(screen)


def _scan_lapsed(screen: Screen) -> None:
    screen.scan(screen.house.member("Inès Alvar", ends=TUESDAY - timedelta(days=1)).code)


def _remedy(screen: Screen, code: str) -> None:
    greeting = screen.window.counter.greeting
    screen.click(next(made for made, remedy in greeting._remedies if remedy.code == code))


def _moment(screen: Screen, title: str, space: str = "agora", kind: BookingKind = BookingKind.EVENT) -> None:
    """A booking under way, unless a scene before this one has made it."""
    if all(booking.title != title for booking in screen.house.desk.bookings.of_day()):
        screen.house.desk.wholes.put_back_in_order(space)  # a scene of the settings may have closed it
        book(screen.house, 9, 12, kind, title=title, space=space)


def greeting_event(screen: Screen) -> None:
    """A lapsed member comes while a collective moment is under way."""
    _moment(screen, "Mardi de Casaco")
    _scan_lapsed(screen)


def greeting_choice(screen: Screen) -> None:
    """A book was used, and there is something else that would do."""
    _moment(screen, "Atelier vélo", "studio-photo")
    member = screen.house.member("Inès Alvar", "book-10-days", units=7)
    with screen.house.desk.work.write() as unit:
        unit.session.add(
            Membership(
                id="second", member_id=member.id, plan_code="book-15-half-days", valid_from=TUESDAY,
                valid_until=TUESDAY, units_left=3,
            )
        )  # fmt: skip
    screen.scan(member.code)


def greeting_host(screen: Screen) -> None:
    """A host leaves before their guests."""
    host = screen.house.member("Inès Alvar", usual="la-ruche")
    screen.scan(host.code)
    for name in ("Zoé Visite", "Abel Visite"):
        comes(screen.house, name, Why.HOST, host.id)
    screen.house.later(minutes=30)
    screen.scan(host.code)


def guest_1(screen: Screen) -> None:
    """Someone without a card: who."""
    screen.press(Key.Key_G, CTRL)
    screen.type("Camille Delorge")


def guest_host(screen: Screen) -> None:
    """Whose guest it is."""
    host = screen.house.member("Inès Alvar", usual="la-ruche")
    screen.scan(host.code)
    screen.house.member("Inès Almeida")
    guest_1(screen)
    screen.enter()
    screen.type("ines")


def guest_event(screen: Screen) -> None:
    """A collective moment is under way: it is the likeliest reason."""
    _moment(screen, "Mardi de Casaco")
    _moment(screen, "Les Jardins de Ronce", "atelier", BookingKind.RENTAL)
    guest_1(screen)
    screen.enter()


def guest_word(screen: Screen) -> None:
    """The host's number of guests is reached, and no manager holds the desk."""
    held_by_facilitator(screen.house)
    screen.house.change(Site, 1, guests_per_month=0)
    guest_host(screen)
    screen.enter()


def guests_inside(screen: Screen) -> None:
    """Guests stand under their host in the list beside the plan, and in the roll call."""
    greeting_host(screen)
    undone = screen.house.desk.checkin.undo(screen.window.counter.greeting.outcome.visit_id)
    assert undone is not None
    screen.press(Key.Key_F9)


def force(screen: Screen) -> None:
    """A manager says why."""
    _lapsed(screen)
    _remedy(screen, "force")
    screen.type("conseil")


def force_pin(screen: Screen) -> None:
    """Whoever holds the desk is no manager: a manager types their PIN."""
    held_by_facilitator(screen.house)
    force(screen)


def renewal_1(screen: Screen) -> None:
    """The plan that has lapsed, again."""
    _lapsed(screen)
    _remedy(screen, "renew")


def renewal_2(screen: Screen) -> None:
    """Its payment."""
    renewal_1(screen)
    screen.enter()


def renewal_3(screen: Screen) -> None:
    """Renewed; the next key lets the member in."""
    renewal_2(screen)
    flow = screen.window.counter.flow
    assert flow is not None
    flow.granted.setChecked(True)  # type: ignore[attr-defined]
    screen.settle()
    screen.enter()
    screen.wait(screen.all_printed)


def near_limit(screen: Screen) -> None:
    """Nine tenths of the safety limit."""
    screen.house.change(Site, 1, safety_limit=screen.house.desk.presence.now().count + 3)
    for name in ("Ana A", "Bob B", "Cléo C"):
        screen.scan(screen.house.member(name).code)
    screen.window.counter.greeting.clear()
    screen.settle()


def refused_full(screen: Screen) -> None:
    """The limit is reached: a manager may say otherwise."""
    near_limit(screen)
    screen.scan(screen.house.member("Inès Alvar").code)


DOOR_SCENES = {
    "greeting-event": greeting_event, "guests-inside": guests_inside, "greeting-choice": greeting_choice,
    "greeting-host": greeting_host, "guest-1": guest_1, "guest-host": guest_host, "guest-event": guest_event,
    "force": force, "renewal-1": renewal_1, "renewal-2": renewal_2, "renewal-3": renewal_3, "near-limit": near_limit,
    "greeting-full": refused_full, "guest-word": guest_word, "force-pin": force_pin,
}  # fmt: skip
"""Each in a house of its own, or one after the other in this order: the last ones change who holds the desk."""
