"""What a rental leaves behind: people who are still there, a deposit to give back, things to bring back.

One question for the banner, the panel of the booking and the end of the day, so that they always agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.deposits import Deposits, is_held
from desk.formats import money
from desk.language import translate
from desk.lending import BorrowerKind, Lending
from desk.overtime import Overtime
from desk.work import Work
from models.bookings import Booking
from models.deposits import Deposit
from models.lending import Loan, Thing


@dataclass(frozen=True)
class Reminder:
    """Something to settle. `code` names the kind with its subject, so that the same one is told once.

    `booking_id` is empty for what is no booking's.
    """

    code: str
    sentence: str
    booking_id: str = ""


class Aftercare:
    """What is left to settle; nothing is written."""

    def __init__(self, work: Work, deposits: Deposits, lending: Lending, overtime: Overtime) -> None:
        self._work = work
        self.deposits = deposits
        self.lending = lending
        self.overtime = overtime

    def due(self) -> tuple[Reminder, ...]:
        """What needs a person now, the most pressing first: overtime, rentals that left something, late things."""
        stays = [Reminder(f"overtime:{s.booking_id}", s.sentence, s.booking_id) for s in self.overtime.noticed()]
        left = self.deposits_of_ended()
        late = [
            Reminder(
                f"late:{loan.id}", loan.late_sentence, loan.borrower_id if loan.borrower is BorrowerKind.BOOKING else ""
            )
            for loan in self.lending.late()
        ]
        return (*stays, *left, *late)

    def deposits_of_ended(self) -> tuple[Reminder, ...]:
        """The deposits whose rental is over or cancelled, the oldest first, each with the things that are still out."""
        with self._work.read() as session:
            now = self._work.clock.now()
            rows = session.execute(
                select(Deposit, Booking)
                .join(Booking, Booking.id == Deposit.booking_id)
                .where(is_held())
                .order_by(Deposit.taken_at, Deposit.id)
            )
            return tuple(
                Reminder(f"deposit:{deposit.id}", _sentence(session, deposit, booking), booking.id)
                for deposit, booking in rows
                if _is_over(booking, now)
            )


def _is_over(booking: Booking, now: datetime) -> bool:
    return booking.cancelled_at is not None or booking.ends_at <= now


def _sentence(session: Session, deposit: Deposit, booking: Booking) -> str:
    things = session.scalars(
        select(Thing.name)
        .join(Loan, Loan.thing_id == Thing.id)
        .where(Loan.booking_id == booking.id, Loan.returned_at.is_(None))
        .order_by(Thing.name)
    ).all()
    amount = money(deposit.cents)
    if things:
        sentence = translate("Aftercare", "{title} a fini\u00a0: caution de {amount} à rendre, contre {things}.")
        return sentence.format(title=booking.title, amount=amount, things=", ".join(things))
    sentence = translate("Aftercare", "{title} a fini\u00a0: caution de {amount} à rendre.")
    return sentence.format(title=booking.title, amount=amount)
