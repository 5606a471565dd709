"""Deposits of rentals: taken in cash, by cheque or as an imprint of a card, reminded when the rental ends, given back.

A deposit is nobody's turnover: it is held for the customer, so nothing of it goes through the sales stream. It is an
operational record and its own sealed row; its cash goes in and out of the drawer as any other, beside the sales.
What the house keeps of one (a damage, keys that never came back) is no sale either: it is invoiced apart if it must be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from desk.bookings import refusals
from desk.bus import Topic
from desk.closings.session import CASH_IN, CASH_OUT
from desk.documents.page import Document
from desk.drawer import move
from desk.errors import Refused
from desk.formats import money
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.printing.queue import enqueue
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind
from models.deposits import Deposit, DepositMode, DepositReturn
from models.journal import JournalRecord, Stream
from models.site import Site
from models.spaces import Space

__all__ = ["DepositHeld", "DepositMode", "Deposits", "SpaceDeposit", "mode_words"]

MOST_CENTS = 500_000
"""A deposit above this is a slip of the keyboard."""
REASON_LIMIT = 160
REASON = "deposit.kept"
"""The record of why a part of a deposit was kept."""


@dataclass(frozen=True)
class DepositHeld:
    """A deposit of a booking, in cents; instants aware, in the site's zone.

    `returned_at` is None while it is held; then `returned_cents` went back and the house kept the rest, for `reason`.
    """

    id: str
    booking_id: str
    title: str
    mode: DepositMode
    cents: int
    taken_at: datetime
    returned_at: datetime | None = None
    returned_cents: int = 0
    reason: str = ""

    @property
    def kept_cents(self) -> int:
        """What the house kept of it, in cents; nothing while it is held."""
        return 0 if self.returned_at is None else self.cents - self.returned_cents


@dataclass(frozen=True)
class SpaceDeposit:
    """What is asked of whoever rents a space, in cents; 0 for nothing."""

    space_id: str
    space: str
    cents: int


def mode_words(mode: DepositMode) -> str:
    """How a deposit is held, in words."""
    return {
        DepositMode.CASH: translate("Deposits", "Espèces"),
        DepositMode.CHEQUE: translate("Deposits", "Chèque"),
        DepositMode.IMPRINT: translate("Deposits", "Empreinte de carte"),
    }[mode]


def is_held() -> ColumnElement[bool]:
    """The condition "not given back yet" on deposits."""
    return ~exists().where(DepositReturn.deposit_id == Deposit.id)


class Deposits:
    """Taking deposits and giving them back. Every method is one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def asked_for(self, booking_id: str) -> int:
        """What the space of a booking asks, in cents; 0 when it asks for nothing or it is no rental."""
        with self._work.read() as session:
            asked = select(Space.deposit_cents).join(Booking, Booking.space_id == Space.id)
            found = session.scalar(asked.where(Booking.id == booking_id, Booking.kind == BookingKind.RENTAL))
            return found or 0

    def of_booking(self, booking_id: str) -> DepositHeld | None:
        """The last deposit taken for a booking, held or given back."""
        with self._work.read() as session:
            found = select(Deposit).where(Deposit.booking_id == booking_id).order_by(Deposit.sequence.desc()).limit(1)
            row = session.scalar(found)
            return None if row is None else _value(session, self._work.site(session), row)

    def held(self) -> tuple[DepositHeld, ...]:
        """Every deposit that is not given back, the oldest first."""
        with self._work.read() as session:
            site = self._work.site(session)
            rows = session.scalars(select(Deposit).where(is_held()).order_by(Deposit.taken_at, Deposit.id))
            return tuple(_value(session, site, row) for row in rows)

    @needs(Act.DEPOSITS)
    def take(self, booking_id: str, mode: DepositMode, cents: int, *, printed: bool = False) -> DepositHeld | Refused:
        """Take a deposit for a rental; one is held at a time. `printed`: the paper that says so goes to the printer."""
        with self._work.write() as unit:
            booking = unit.session.get(Booking, booking_id)
            refused = _amount(cents) or _not_for(unit, booking)
            if booking is None or refused is not None:
                return refused or refusals.no_booking()
            deposit_id = new_id()
            body = {
                "schema": 2, "deposit": deposit_id, "booking": booking.id, "mode": mode.value, "cents": cents,
                "by": unit.operator.name,
            }  # fmt: skip
            if mode is DepositMode.CASH:
                move(unit, CASH_IN, cents, _in_the_drawer(unit, booking))
            sealed = unit.record(Stream.OPERATIONS, "deposit.taken", body)
            row = Deposit(
                id=deposit_id, sequence=sealed.sequence, booking_id=booking.id, mode=mode, cents=cents,
                taken_at=unit.now, operator_id=unit.operator.id,
            )  # fmt: skip
            unit.session.add(row)
            unit.session.flush()
            unit.changed(Topic.BOOKINGS, Topic.TILL)
            held = _value(unit.session, unit.site, row)
            if printed:
                enqueue(unit, _paper(unit, held))
            return held

    @needs(Act.DEPOSITS)
    def give_back(self, deposit_id: str, cents: int, reason: str = "") -> DepositHeld | Refused:
        """Give `cents` of a deposit back and keep the rest, which takes a reason."""
        with self._work.write() as unit:
            row = unit.session.get(Deposit, deposit_id)
            if row is None:
                return Refused("no_deposit", translate("Deposits", "Cette caution est introuvable."))
            reason = tidy(reason, REASON_LIMIT)
            refused = _not_back(unit, row, cents, reason)
            if refused is not None:
                return refused
            booking = unit.session.get_one(Booking, row.booking_id)
            body = {
                "schema": 2, "deposit": row.id, "booking": booking.id, "mode": row.mode.value, "held": row.cents,
                "cents": cents, "kept": row.cents - cents, "by": unit.operator.name,
            }  # fmt: skip
            if (
                row.mode is DepositMode.CASH
                and cents
                and (refused := move(unit, CASH_OUT, cents, _in_the_drawer(unit, booking)))
            ):
                return refused
            sealed = unit.record(Stream.OPERATIONS, "deposit.returned", body)
            if reason:
                # Apart, right behind it: what a person wrote may have to be erased, and what came back never.
                why = {"schema": 1, "deposit": row.id, "title": booking.title, "reason": reason}
                unit.record(Stream.OPERATIONS, REASON, why)
            unit.session.add(
                DepositReturn(
                    deposit_id=row.id, sequence=sealed.sequence, cents=cents, returned_at=unit.now,
                    operator_id=unit.operator.id,
                )
            )  # fmt: skip
            unit.session.flush()
            unit.changed(Topic.BOOKINGS, Topic.TILL)
            return _value(unit.session, unit.site, row)

    # --- what each space asks --------------------------------------------------------------------------------

    def by_space(self) -> tuple[SpaceDeposit, ...]:
        """What each space that is rented asks, by name."""
        with self._work.read() as session:
            rows = session.scalars(select(Space).where(Space.rentable).order_by(Space.name))
            return tuple(SpaceDeposit(row.id, row.name, row.deposit_cents) for row in rows)

    @needs(Act.ASKED_DEPOSITS)
    def ask_of(self, space_id: str, cents: int) -> Refused | None:
        """Change what a space asks from now on; a manager's right, and 0 for nothing."""
        with self._work.write() as unit:
            space = unit.session.get(Space, space_id)
            if space is None or not space.rentable:
                return Refused("not_rented", translate("Rentals", "Cet espace ne se loue pas."))
            if not 0 <= cents <= MOST_CENTS:
                return _too_much()
            body = {
                "schema": 1, "space": space.id, "name": space.name, "before": space.deposit_cents, "cents": cents,
                "by": unit.operator.name,
            }  # fmt: skip
            space.deposit_cents = cents
            unit.record(Stream.OPERATIONS, "deposit.asked", body)
            unit.changed(Topic.SPACES)
            return None


def _in_the_drawer(unit: Unit, booking: Booking) -> str:
    """What the drawer says of the cash: the space and never a name, since its records are kept."""
    space = unit.session.get_one(Space, booking.space_id)
    return translate("Deposits", "Caution\u00a0: {space}").format(space=space.name)


def _value(session: Session, site: Site, row: Deposit) -> DepositHeld:
    zone = site.timezone
    back = session.get(DepositReturn, row.id)
    title = session.get_one(Booking, row.booking_id).title
    taken = row.taken_at.astimezone(zone)
    if back is None:
        return DepositHeld(row.id, row.booking_id, title, row.mode, row.cents, taken)
    reason = _reason(session, back.sequence)
    returned = back.returned_at.astimezone(zone)
    return DepositHeld(row.id, row.booking_id, title, row.mode, row.cents, taken, returned, back.cents, reason)


def _reason(session: Session, sequence: int) -> str:
    """Why a part was kept: in the record behind that of the return, in older ones with it.

    Past its term, or erased with a person: nobody knows why any more.
    """
    for place, kind in ((sequence, "deposit.returned"), (sequence + 1, REASON)):
        record = session.get(JournalRecord, (Stream.OPERATIONS.value, place))
        if record is not None and record.kind == kind and record.body:
            told = json.loads(record.body)
            if "reason" in told:
                return str(told["reason"])
    return ""


def _amount(cents: int) -> Refused | None:
    if cents <= 0:
        return Refused("amount", translate("Deposits", "Une caution est d’au moins un centime."))
    return _too_much() if cents > MOST_CENTS else None


def _too_much() -> Refused:
    sentence = translate("Deposits", "Une caution va jusqu’à {most}.")
    return Refused("amount", sentence.format(most=money(MOST_CENTS)))


def _not_for(unit: Unit, booking: Booking | None) -> Refused | None:
    """Why no deposit can be taken for it."""
    if booking is None or booking.cancelled_at is not None:
        return refusals.no_booking()
    if booking.kind is not BookingKind.RENTAL:
        return Refused("no_rental", translate("Deposits", "Une caution se prend pour une location."))
    if booking.ends_at <= unit.now:
        return Refused("over", translate("Deposits", "Cette location est finie\u00a0: il n’y a plus rien à garantir."))
    held = unit.session.scalar(select(Deposit).where(Deposit.booking_id == booking.id, is_held()).limit(1))
    if held is not None:
        sentence = translate("Deposits", "Une caution de {amount} est déjà tenue pour cette location.")
        return Refused("held", sentence.format(amount=money(held.cents)))
    return None


def _not_back(unit: Unit, row: Deposit, cents: int, reason: str) -> Refused | None:
    """Why this much cannot be given back."""
    if unit.session.get(DepositReturn, row.id) is not None:
        return Refused("returned", translate("Deposits", "Cette caution est déjà rendue."))
    if not 0 <= cents <= row.cents:
        sentence = translate("Deposits", "De cette caution, on rend de 0 à {amount}.")
        return Refused("amount", sentence.format(amount=money(row.cents)))
    if row.mode is DepositMode.CHEQUE and 0 < cents < row.cents:
        sentence = translate("Deposits", "Un chèque se rend ou s’encaisse en entier\u00a0: rendez tout, ou rien.")
        return Refused("whole_cheque", sentence)
    if cents < row.cents and not reason:
        return Refused("no_reason", translate("Deposits", "Dites pourquoi la maison en garde une partie."))
    return None


def _paper(unit: Unit, held: DepositHeld) -> Document:
    from desk.documents import deposit

    booking = unit.session.get_one(Booking, held.booking_id)
    return deposit.document(
        deposit.DepositFacts(
            unit.site.house_name, held.title, unit.session.get_one(Space, booking.space_id).name,
            booking.starts_at.astimezone(unit.site.timezone), held.taken_at, held.cents, mode_words(held.mode),
            unit.operator.name, unit.site.is_demo, unit.site.is_training,
        )
    )  # fmt: skip
