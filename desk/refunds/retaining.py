"""What the house keeps of a rental that was cancelled late: the share that its rules of bookings say stays due."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bookings.cancelling import charge_for
from desk.errors import Refused
from desk.language import translate
from desk.refunds.left import Left
from desk.refunds.values import CorrectionOrder
from models.bookings import Booking
from models.site import Site


def retained(session: Session, site: Site, sale_id: str, left: Left) -> int:
    """What stays due of a sale whose rental was cancelled, in cents TTC; 0 when nothing else is to be given back."""
    rows = _cancelled(session, sale_id)
    if not rows or any(part.is_cut for part in left.parts):
        return 0
    owed = sum(charge_for(session, site, [row], row.cancelled_at).owed_cents for row in rows if row.cancelled_at)
    return owed if 0 < owed < sum(total.total for total in left.vat) else 0


def may_keep(session: Session, order: CorrectionOrder) -> Refused | None:
    """Why nothing of a sale may be kept, None when it may: its room must have been given back first."""
    if order.lines or not _cancelled(session, order.sale_id):
        sentence = translate("Refunds", "Une part ne se garde que d’une location annulée\u00a0: annulez-la d’abord.")
        return Refused("not_cancelled", sentence)
    return None


def _cancelled(session: Session, sale_id: str) -> list[Booking]:
    mine = select(Booking).where(Booking.sale_id == sale_id, Booking.cancelled_at.is_not(None))
    return list(session.scalars(mine.order_by(Booking.starts_at)))
