"""Renewing what a member holds: the same plan again from where it ended, or another, sold or granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import registry
from desk.clock import local_day
from desk.errors import Refused
from desk.language import translate
from desk.people import PlanOffered, offered_plans
from desk.receipts import enqueue_receipt
from desk.registry import MembershipGranted
from desk.rights import Act, needs, refusal
from desk.till import PaymentOffer, Sold
from desk.work import Unit, Work
from models.membership import Membership, Plan
from models.people import Member, MemberStatus


@dataclass(frozen=True)
class RenewalOffer:
    """What may be renewed: the plans with their prices, the one held last, and the periods each would cover."""

    member_id: str
    name: str
    plans: tuple[PlanOffered, ...]
    last_plan: str
    periods: dict[str, tuple[date, date]]


@dataclass(frozen=True)
class Renewed:
    """The membership from now on, and its sale, if there was one."""

    membership: MembershipGranted
    sale: Sold | None = None


class Renewals:
    """Renewing at the desk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def offer(self, member_id: str) -> RenewalOffer | Refused:
        """What this member may renew today."""
        with self._work.read() as session:
            member = session.get(Member, member_id)
            refused = cannot(member)
            if member is None or refused is not None:
                return refused or _unknown()
            today = local_day(self._work.clock.now(), self._work.site(session).timezone)
            held = _held(session, member.id)
            plans = offered_plans(session, today)
            periods = {p.code: _period(session, p.code, held, today) for p in plans}
            return RenewalOffer(member.id, member.name, plans, held[-1][1].code if held else "", periods)

    @needs(Act.SELL)
    def renew(
        self,
        member_id: str,
        plan_code: str,
        payments: tuple[PaymentOffer, ...] = (),
        *,
        is_granted: bool = False,
        wants_receipt: bool = False,
    ) -> Renewed | Refused:
        """Sell the plan from its day, or grant it (paid elsewhere, says a manager): all of it or nothing."""
        with self._work.write() as unit:
            answer = _renew(unit, member_id, plan_code, payments, is_granted)
            if isinstance(answer, Refused):
                unit.abandon()
            elif answer.sale is not None and wants_receipt:
                enqueue_receipt(unit, answer.sale)
            return answer


def _renew(
    unit: Unit, member_id: str, plan_code: str, payments: tuple[PaymentOffer, ...], is_granted: bool
) -> Renewed | Refused:
    member = unit.session.get(Member, member_id)
    refused = cannot(member)
    if member is None or refused is not None:
        return refused or _unknown()
    if unit.session.get(Plan, plan_code) is None:
        return Refused("no_plan", translate("Renewals", "Cette formule n’existe pas."))
    today = local_day(unit.now, unit.site.timezone)
    starts_on = next_start(unit.session, member.id, plan_code, today)
    if is_granted:
        refused = refusal(unit.operator, Act.GRANT_PLAN)
        granted = refused or registry.grant_membership(unit, member.id, plan_code, starts_on)
        return granted if isinstance(granted, Refused) else Renewed(granted)
    sold = registry.sell_membership(unit, member.id, plan_code, payments, starts_on=starts_on)
    return sold if isinstance(sold, Refused) else Renewed(sold.membership, sold.sale)


def next_start(session: Session, member_id: str, plan_code: str, today: date) -> date:
    """The first day of this plan, sold again to a member today."""
    return _period(session, plan_code, _held(session, member_id), today)[0]


def _held(session: Session, member_id: str) -> list[tuple[Membership, Plan]]:
    """What the member holds and held, the one that lasts longest at the end."""
    rows = session.execute(
        select(Membership, Plan)
        .join(Plan, Plan.code == Membership.plan_code)
        .where(Membership.member_id == member_id)
        .order_by(Membership.valid_until, Membership.id)
    )
    return [(membership, plan) for membership, plan in rows]


def _period(session: Session, plan_code: str, held: list[tuple[Membership, Plan]], today: date) -> tuple[date, date]:
    """From when until when the plan would run.

    The day after the same plan ends or ended, so that nothing is paid twice and no day is given away; but today when
    that period would be over already, and today for a book of which nothing is left.
    """
    kind = session.get_one(Plan, plan_code).kind
    same = [m for m, plan in held if plan.code == plan_code and (m.units_left > 0 or not plan.kind.is_book)]
    if same:
        follows = max(m.valid_until for m in same) + timedelta(days=1)
        if registry.last_day(kind, follows) >= today:
            return follows, registry.last_day(kind, follows)
    return today, registry.last_day(kind, today)


def cannot(member: Member | None) -> Refused | None:
    """Why no plan can be sold or granted to this member, None when one can."""
    if member is None:
        return _unknown()
    if member.erased_at is not None or member.status is MemberStatus.GONE:
        return Refused("gone", translate("Renewals", "{name} a quitté la maison.").format(name=member.name))
    return None


def _unknown() -> Refused:
    return Refused("no_member", translate("Renewals", "Ce membre est introuvable."))
