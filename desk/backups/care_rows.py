"""The rows of rentals cared for, made again from operational records that still have their body: deposits, loans,
reminders. A booking, a guest or a thing that the copy does not know cannot be made up: the answer is no then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.backups.rows import Body, Rebuild
from desk.backups.trail import JournalRow
from desk.clock import local_day
from models.bookings import Booking
from models.deposits import Deposit, DepositMode, DepositReturn
from models.guests import Guest
from models.invoices import Invoice, InvoiceReminder
from models.lending import Loan, Thing
from models.organisations import Organisation
from models.people import Member
from models.site import Site


def _deposit_taken(session: Session, row: JournalRow, body: Body) -> bool:
    if session.get(Booking, body["booking"]) is None:
        return False
    session.add(
        Deposit(
            id=body["deposit"], sequence=row.sequence, booking_id=body["booking"], mode=DepositMode(body["mode"]),
            cents=body["cents"], taken_at=datetime.fromisoformat(row.at), operator_id=row.operator_id,
        )
    )  # fmt: skip
    session.flush()
    return True


def _deposit_returned(session: Session, row: JournalRow, body: Body) -> bool:
    if session.get(Deposit, body["deposit"]) is None:
        return False
    session.add(
        DepositReturn(
            deposit_id=body["deposit"], sequence=row.sequence, cents=body["cents"],
            returned_at=datetime.fromisoformat(row.at), operator_id=row.operator_id,
        )
    )  # fmt: skip
    session.flush()
    return True


def _loan_lent(session: Session, row: JournalRow, body: Body) -> bool:
    thing = session.scalar(select(Thing).where(Thing.name == body["thing"], Thing.retired_at.is_(None)))
    holder = _holder(session, body)
    if thing is None or holder is None:
        return False
    taken = select(Loan.id).where(Loan.thing_id == thing.id, Loan.returned_at.is_(None))
    if session.scalar(taken) is not None:
        return False
    due = datetime.fromisoformat(body["due"])
    session.add(Loan(id=body["loan"], thing_id=thing.id, lent_at=datetime.fromisoformat(row.at), due_at=due, **holder))
    session.flush()
    return True


def _holder(session: Session, body: Body) -> dict[str, str] | None:
    """The column of who borrowed; None when they are not known here, or not surely."""
    if "member" in body:
        found = session.scalars(select(Member.id).where(Member.number == body["member"])).all()
        return {"member_id": found[0]} if found else None
    if "booking" in body:
        return {"booking_id": body["booking"]} if session.get(Booking, body["booking"]) is not None else None
    if "organisation" in body:
        named = select(Organisation.id).where(Organisation.name == body["organisation"])
        found = session.scalars(named).all()
        return {"organisation_id": found[0]} if len(found) == 1 else None
    found = session.scalars(select(Guest.id).where(Guest.name == body.get("guest", ""))).all()
    return {"guest_id": found[0]} if len(found) == 1 else None


def _loan_returned(session: Session, row: JournalRow, body: Body) -> bool:
    loan = session.get(Loan, body["loan"])
    if loan is None:
        return False
    loan.returned_at = max(datetime.fromisoformat(row.at), loan.lent_at)
    session.flush()
    return True


def _loan_reopened(session: Session, _row: JournalRow, body: Body) -> bool:
    loan = session.get(Loan, body["loan"])
    if loan is None:
        return False
    loan.returned_at = None
    session.flush()
    return True


def _reminded(session: Session, row: JournalRow, body: Body) -> bool:
    invoice_id = session.scalar(select(Invoice.id).where(Invoice.number == body["number"]))
    if invoice_id is None:
        return False
    sent_on = local_day(datetime.fromisoformat(row.at), session.get_one(Site, 1).timezone)
    known = select(func.count()).select_from(InvoiceReminder).where(
        InvoiceReminder.invoice_id == invoice_id, InvoiceReminder.rank == body["rank"]
    )  # fmt: skip
    if not session.scalar(known):
        session.add(InvoiceReminder(invoice_id=invoice_id, rank=body["rank"], sent_on=sent_on, due_cents=body["owed"]))
        session.flush()
    return True


CARE_REBUILDERS: dict[str, Rebuild] = {
    "deposit.taken": _deposit_taken,
    "deposit.returned": _deposit_returned,
    "loan.lent": _loan_lent,
    "loan.returned": _loan_returned,
    "loan.reopened": _loan_reopened,
    "invoice.reminded": _reminded,
}
