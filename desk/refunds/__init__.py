"""Corrections: what was sold is taken back by a record of its own, linked to the sale and of the opposite sign.

Nothing sealed is ever changed (FISCAL.md §1). What the sale gave (a pass, a plan, a room, a place) goes back with it,
in the same transaction, and nothing is taken back twice.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.basket import BasketLine
from desk.buyers import sealed_buyer
from desk.clock import local_day
from desk.drawer import short_of
from desk.errors import Refused
from desk.language import translate
from desk.names import tidy
from desk.paid import paid_for_sale
from desk.receipts import enqueue_receipt
from desk.refunds.left import Left, keep, left_of, reverse
from desk.refunds.paying_back import open_to, shared
from desk.refunds.retaining import may_keep, retained
from desk.refunds.undoing import Scene, Undone, undone_by
from desk.refunds.values import Corrected, CorrectionOrder, LineLeft, Proposal, Wanted
from desk.rights import Act, may, needs
from desk.till import Corrects, Customer, seal
from desk.work import Operator, Unit, Work
from models.journal import JournalRecord, Stream
from models.sales import PaymentMode, Sale, SaleLine
from models.site import Site

__all__ = ["Corrected", "CorrectionOrder", "LineLeft", "Proposal", "Refunds", "Wanted", "lines_left"]

REASON_LIMIT = 160
_LEAST_REASON = 3


class Refunds:
    """Taking back what was sold."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def lines(self, sale_id: str) -> tuple[LineLeft, ...]:
        """The lines of a sale, and how many of each may still be taken back."""
        with self._work.read() as session:
            return lines_left(session, sale_id)

    def retained(self, sale_id: str) -> int:
        """What stays due of a rental that was cancelled late, in cents TTC, by the rule of the house.

        0 when nothing does, when all of what is left does, and once a part of the price was given back.
        """
        with self._work.read() as session:
            return retained(session, self._work.site(session), sale_id, _left(session, sale_id))

    def may(self, sale_id: str) -> Refused | None:
        """Why whoever holds the desk may not correct this sale now, None when they may."""
        with self._work.read() as session:
            sale, site = session.get(Sale, sale_id), self._work.site(session)
            if sale is None:
                return _no_sale()
            now = self._work.clock.now()
            return _not_for(self._work.operator, site, sale, now) or _nothing_left(session, sale)

    def propose(self, order: CorrectionOrder) -> Proposal | Refused:
        """What this correction would do; the reason may still be missing, and nothing is written."""
        with self._work.read() as session:
            sale, site = session.get(Sale, order.sale_id), self._work.site(session)
            if sale is None:
                return _no_sale()
            return _Correction(
                session, site, sale, self._work.operator, self._work.clock.now(), order
            ).proposal()  # fmt: skip

    @needs(Act.CORRECT_OWN_SALE)
    def correct(self, order: CorrectionOrder) -> Corrected | Refused:
        """Seal the correction and undo what the sale gave: one transaction, or nothing."""
        if len(tidy(order.reason, REASON_LIMIT)) < _LEAST_REASON:
            return Refused("no_reason", translate("Refunds", "Dites pourquoi\u00a0: le motif est gardé avec la vente."))
        with self._work.write() as unit:
            sale = unit.session.get(Sale, order.sale_id)
            if sale is None:
                return _no_sale()
            asked = _Correction(unit.session, unit.site, sale, unit.operator, unit.now, order)
            proposal = asked.proposal()
            if isinstance(proposal, Refused):
                return proposal
            if proposal.used and not order.keeps:
                sentence = translate("Refunds", "{used} Un·e gérant·e peut rembourser quand même, en le disant.")
                return Refused("used", sentence.format(used=" ".join(proposal.used)))
            cash = -sum(paid.cents for paid in proposal.payments if paid.mode is PaymentMode.CASH)
            return short_of(unit.session, cash) or _write(unit, sale, asked, proposal, order)


def lines_left(session: Session, sale_id: str) -> tuple[LineLeft, ...]:
    """The lines of a sale that are things sold, and how many of each may still be taken back."""
    left = _left(session, sale_id)
    return tuple(
        LineLeft(
            p.position, p.line.label, p.line.quantity, p.left, p.line.unit_cents, p.line.tax_included
        )
        for p in left.parts
        if not p.is_discount
    )  # fmt: skip


class _Correction:
    """One order against one sale, at one instant: what is left of it, what goes back, what is undone."""

    def __init__(
        self, session: Session, site: Site, sale: Sale, operator: Operator, now: datetime, order: CorrectionOrder
    ) -> None:
        self._session = session
        self._site = site
        self._sale = sale
        self._operator = operator
        self._now = now
        self._order = order
        self.undone: tuple[Undone, ...] = ()

    def proposal(self) -> Proposal | Refused:
        """What it would do, or why it is refused: to this person, or for this sale."""
        refused = _not_for(self._operator, self._site, self._sale, self._now) or _nothing_left(
            self._session, self._sale
        )
        if refused is not None:
            return refused
        left = _left(self._session, self._sale.id)
        wanted: dict[int, int] | None = {}
        if self._order.keeps_cents:
            reversed_ = may_keep(self._session, self._order) or keep(left, self._order.keeps_cents)
        else:
            wanted = _wanted(self._order.lines) if self._order.lines else left.all_of_it
            reversed_ = reverse(left, wanted) if wanted is not None else _twice()
        if isinstance(reversed_, Refused):
            return reversed_
        basket, after = reversed_
        is_manager = may(self._operator, Act.REFUND_WHAT_SERVED)
        paid = paid_for_sale(self._session, self._sale.id)
        payments = shared(-basket.total_cents, paid, self._order.mode, is_manager=is_manager)
        if isinstance(payments, Refused):
            return payments
        scene = Scene(self._session, self._site, self._now, self._sale, wanted or {}, after)
        self.undone = undone_by(scene)
        if self._order.keeps and not is_manager:
            return _managers_word()
        return Proposal(
            basket, payments, open_to(paid, is_manager=is_manager),
            tuple(each.words for each in self.undone if not each.used),
            tuple(each.used for each in self.undone if each.used), after.is_empty,
        )  # fmt: skip


def _write(unit: Unit, sale: Sale, asked: _Correction, proposal: Proposal, order: CorrectionOrder) -> Corrected:
    """Seal it, undo what the sale gave, and queue its paper."""
    reason = tidy(order.reason, REASON_LIMIT)
    record = unit.session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
    body = json.loads(record.body)
    customer = Customer(sale.category, sale.customer, sale.organisation_id, sealed_buyer(body.get("buyer")))
    corrects = Corrects(sale.id, sale.number, sale.sequence, reason, proposal.is_whole)
    # The day of the service is that of the sale: a correction changes what was supplied, not when.
    supplied = date.fromisoformat(body["supplied"]) if "supplied" in body else local_day(unit.now, unit.site.timezone)
    sold = seal(unit, "correction", proposal.basket, proposal.payments, customer, supplied, corrects)
    for each in asked.undone:
        if not each.used:
            each.undo(unit, reason)
        elif each.keep is not None:
            each.keep(unit, reason)
    unit.session.flush()
    if order.wants_receipt:
        enqueue_receipt(unit, sold)
    return Corrected(sold, sale.number, proposal.payments, proposal.consequences)


def _left(session: Session, sale_id: str) -> Left:
    """What corrections have left of a sale."""
    sold = {row.position: _line(row) for row in session.scalars(select(SaleLine).where(SaleLine.sale_id == sale_id))}
    corrections = select(Sale.id).where(Sale.corrects_id == sale_id)
    reverses = session.scalars(select(SaleLine).where(SaleLine.sale_id.in_(corrections)))
    return left_of(sold, [_line(row) for row in reverses])


def _line(row: SaleLine) -> BasketLine:
    return BasketLine(
        row.product_code, row.label, row.quantity, row.unit_cents, row.tax_included, row.basis_points, row.category,
        row.off_position, row.corrects_position,
    )  # fmt: skip


def _wanted(lines: tuple[Wanted, ...]) -> dict[int, int] | None:
    """The quantities by position; None when a line is named twice."""
    found = {line.position: line.quantity for line in lines}
    return found if len(found) == len(lines) else None


def _not_for(operator: Operator, site: Site, sale: Sale, now: datetime) -> Refused | None:
    """A facilitator corrects their own sale within the house's delay, a manager any sale at any time."""
    if sale.corrects_id is not None:
        sentence = translate("Refunds", "{number} est déjà une correction : refaites la vente plutôt.")
        return Refused("correction", sentence.format(number=sale.number))
    if may(operator, Act.CORRECT_ANY_SALE):
        return None
    if sale.operator_id != operator.id:
        sentence = translate("Refunds", "Cette vente est d’une autre personne : un·e gérant·e peut la corriger.")
        return Refused("right", sentence)
    if now - sale.sold_at > timedelta(minutes=site.undo_minutes):
        sentence = translate("Refunds", "Plus de {minutes} minutes ont passé : un·e gérant·e peut la corriger.")
        return Refused("too_late", sentence.format(minutes=site.undo_minutes))
    return None


def _nothing_left(session: Session, sale: Sale) -> Refused | None:
    if session.scalar(select(SaleLine.id).where(SaleLine.sale_id == sale.id).limit(1)) is None:
        return Refused("no_line", translate("Refunds", "Rien n’a été vendu sous ce numéro."))
    if not _left(session, sale.id).is_empty:
        return None
    sentence = translate("Refunds", "La vente {number} a déjà été reprise en entier.")
    return Refused("already", sentence.format(number=sale.number))


def _managers_word() -> Refused:
    return Refused("right", translate("Refunds", "Rembourser ce qui a servi est pour un·e gérant·e."))


def _twice() -> Refused:
    return Refused("twice", translate("Refunds", "Une ligne ne se reprend qu’une fois à la fois."))


def _no_sale() -> Refused:
    return Refused("no_sale", translate("Refunds", "Cette vente est introuvable."))
