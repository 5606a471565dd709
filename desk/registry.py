"""The secretary's desk: members admitted, plans granted, cards handed out, taken back or replaced.

Each function works inside a unit of work and writes one journal record in the operational stream, with full content.
The cooperative's own register is in `desk.shares`, what waits for members in `desk.parcels`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import codes
from desk.bus import Topic
from desk.clock import local_day
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.pricing import Basket, line_for
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Unit
from models.cards import Card
from models.catalogue import PriceCategory, PriceUnit, Product
from models.imports import MemberImport
from models.journal import Stream
from models.membership import Membership, Plan, PlanKind
from models.people import Member, MemberStatus
from models.spaces import Space

BOOK_MONTHS = 12
"""How long a book may be used; a plan with no units lasts a month."""


@dataclass(frozen=True)
class NewMember:
    """Someone who becomes a member on `joined_on`; `usual_space_id` is empty for no habit."""

    given_name: str
    family_name: str
    joined_on: date
    email: str = ""
    usual_space_id: str = ""
    named_on_plan: bool = False
    phone: str = ""


@dataclass(frozen=True)
class MemberAdmitted:
    """The member's identity and the number that people say aloud."""

    id: str
    number: int
    name: str


@dataclass(frozen=True)
class MembershipGranted:
    """The plan now held: until which day (included), and what a book still gives."""

    id: str
    member_id: str
    plan_code: str
    valid_from: date
    valid_until: date
    units_left: int


@dataclass(frozen=True)
class MembershipSold:
    """A plan that was paid for: its membership and its sale."""

    membership: MembershipGranted
    sale: Sold


def admit_member(unit: Unit, new: NewMember) -> MemberAdmitted | Refused:
    """Write a person into the register of members; numbers follow each other and are never reused."""
    given, family = " ".join(new.given_name.split()), " ".join(new.family_name.split())
    if not given and not family:
        return Refused("no_name", translate("Registry", "Donnez un nom."))
    if new.usual_space_id and unit.session.get(Space, new.usual_space_id) is None:
        return Refused("no_space", translate("Registry", "Cet espace n’est pas sur le plan."))
    number = next_number(unit.session)
    member = Member(
        id=new_id(), number=number, given_name=given, family_name=family, email=new.email, joined_on=new.joined_on,
        named_on_plan=new.named_on_plan, usual_space_id=new.usual_space_id or None, phone=new.phone, message="",
    )  # fmt: skip
    unit.session.add(member)
    unit.session.flush()
    body = {
        "schema": 1, "member": number, "given": given, "family": family, "email": new.email,
        "phone": new.phone, "joined": new.joined_on.isoformat(), "space": new.usual_space_id,
        "named": new.named_on_plan,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "member.admitted", body)
    unit.changed(Topic.PEOPLE)
    return MemberAdmitted(member.id, number, member.name)


def next_number(session: Session) -> int:
    """The number of the next member; those of an import that was taken back stay used."""
    members = session.scalar(select(func.max(Member.number))) or 0
    imported = session.scalar(select(func.max(MemberImport.last_number))) or 0
    return max(members, imported) + 1


def grant_membership(
    unit: Unit,
    member_id: str,
    plan_code: str,
    valid_from: date,
    *,
    valid_until: date | None = None,
    units_left: int | None = None,
) -> MembershipGranted | Refused:
    """Give a plan to a member from a day on: a month, or a year for a book, unless `valid_until` says otherwise.

    `units_left` is for a book begun elsewhere, on paper; by default a book is full.
    """
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    plan = unit.session.get(Plan, plan_code)
    if plan is None:
        return Refused("no_plan", translate("Registry", "Cette formule n’existe pas."))
    until = valid_until or last_day(plan.kind, valid_from)
    if until < valid_from:
        return Refused("empty", translate("Registry", "La fin doit venir après le début."))
    units = plan.units if units_left is None else units_left
    if not 0 <= units <= plan.units:
        sentence = translate("Registry", "{plan} ne peut pas compter {units} unités.")
        return Refused("units", sentence.format(plan=plan.name, units=units))
    row = Membership(
        id=new_id(), member_id=member.id, plan_code=plan.code, valid_from=valid_from, valid_until=until,
        units_left=units,
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    body = {
        "schema": 1, "member": member.number, "name": member.name, "plan": plan.code, "label": plan.name,
        "from": valid_from.isoformat(), "until": until.isoformat(), "units": units,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "membership.granted", body)
    unit.changed(Topic.PEOPLE)
    return MembershipGranted(row.id, member.id, plan.code, valid_from, until, units)


def sell_membership(
    unit: Unit, member_id: str, plan_code: str, payments: tuple[PaymentOffer, ...], *, starts_on: date | None = None
) -> MembershipSold | Refused:
    """Sell a plan at the members' price and grant it, from today unless `starts_on` says otherwise."""
    offered = membership_basket(unit.session, plan_code, local_day(unit.now, unit.site.timezone))
    if isinstance(offered, Refused):
        return offered
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    sold = sell(unit, offered, payments, Customer(PriceCategory.MEMBER, member.name))
    if isinstance(sold, Refused):
        return sold
    day = starts_on or local_day(unit.now, unit.site.timezone)
    granted = grant_sold(unit, member_id, plan_code, day, sold.sale_id, 1)
    if isinstance(granted, Refused):
        unit.abandon()
        return granted
    return MembershipSold(granted, sold)


def grant_sold(
    unit: Unit, member_id: str, plan_code: str, day: date, sale_id: str, position: int
) -> MembershipGranted | Refused:
    """Give a plan that a line of a sale has paid for: it goes back with that line, if it is ever taken back."""
    granted = grant_membership(unit, member_id, plan_code, day)
    if not isinstance(granted, Refused):
        held = unit.session.get_one(Membership, granted.id)
        held.sale_id, held.sale_position = sale_id, position
        unit.session.flush()
    return granted


def membership_basket(session: Session, plan_code: str, day: date) -> Basket | Refused:
    """What a plan costs on `day`, ready to be sold."""
    plan = session.get(Plan, plan_code)
    if plan is None:
        return Refused("no_plan", translate("Registry", "Cette formule n’existe pas."))
    product = session.get_one(Product, plan.product_code)
    line = line_for(session, product, PriceUnit.EACH, PriceCategory.MEMBER, day, 1, product.label)
    if line is None:
        return Refused("no_price", translate("Registry", "Cette formule n’a pas de prix."))
    return Basket((line,))


def issue_card(unit: Unit, member_id: str, code: str) -> Refused | None:
    """Hand a card to a member who has none in force; `code` comes from `desk.codes.make`."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    parsed = codes.parse(code)
    if isinstance(parsed, codes.CodeProblem):
        return parsed.refused()
    if unit.session.get(Card, parsed.text) is not None:
        return Refused("known", translate("Registry", "Cette carte est déjà connue de la maison."))
    if unit.session.scalar(select(Card.code).where(Card.member_id == member.id, Card.revoked_at.is_(None))):
        sentence = translate("Registry", "{name} a déjà une carte\u00a0: annulez-la d’abord.")
        return Refused("has_card", sentence.format(name=member.name))
    unit.session.add(Card(code=parsed.text, member_id=member.id, issued_at=unit.now, revoked_reason=""))
    unit.session.flush()
    body = {"schema": 1, "member": member.number, "name": member.name, "code": parsed.text}
    unit.record(Stream.OPERATIONS, "card.issued", body)
    unit.changed(Topic.PEOPLE)
    return None


def revoke_card(unit: Unit, code: str, reason: str) -> Refused | None:
    """Take a card out of force, for good, with its reason."""
    parsed = codes.parse(code)
    card = None if isinstance(parsed, codes.CodeProblem) else unit.session.get(Card, parsed.text)
    if card is None or card.revoked_at is not None:
        return Refused("not_in_force", translate("Registry", "Cette carte n’est plus en service."))
    member = unit.session.get_one(Member, card.member_id)
    card.revoked_at, card.revoked_reason = unit.now, reason
    unit.session.flush()
    body = {"schema": 1, "member": member.number, "name": member.name, "code": card.code, "reason": reason}
    unit.record(Stream.OPERATIONS, "card.revoked", body)
    unit.changed(Topic.PEOPLE)
    return None


def set_status(unit: Unit, member_id: str, status: MemberStatus, reason: str = "") -> Refused | None:
    """Block a member (`reason` is what the desk will say), let them in again, or note that they left the house."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    member.status = status
    member.blocked_reason = reason if status is MemberStatus.BLOCKED else ""
    body = {"schema": 1, "member": member.number, "name": member.name, "status": status.value, "reason": reason}
    unit.record(Stream.OPERATIONS, "member.status", body)
    unit.changed(Topic.PEOPLE)
    return None


def last_day(kind: PlanKind, first: date) -> date:
    """The last day of a plan that begins on `first`: the eve of the same day, one month or one year later."""
    months = first.month - 1 + (BOOK_MONTHS if kind.is_book else 1)
    year, month = first.year + months // 12, months % 12 + 1
    return date(year, month, min(first.day, monthrange(year, month)[1])) - timedelta(days=1)


def _no_member() -> Refused:
    return Refused("no_member", translate("Registry", "Ce membre est introuvable."))
