"""The people of the house at the counter: a member's file, what may be changed in it, and a new member in one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import cards, parcels, registry
from desk.bus import Topic
from desk.cards import CardMade
from desk.clock import local_day
from desk.errors import Refused, Remedy
from desk.language import translate
from desk.members import PlanHeld, plans_held, status_label
from desk.names import is_email, searchable, tidy
from desk.parcels import ParcelsHanded, ParcelWaiting
from desk.payments import PaymentOffer
from desk.receipts import enqueue_receipt
from desk.rights import Act, needs, refusal
from desk.seating import is_inside
from desk.till import Sold
from desk.work import Unit, Work
from models.cards import Card
from models.cooperators import Cooperator
from models.journal import Stream
from models.membership import Plan
from models.people import Member, MemberStatus
from models.site import Site
from models.visits import Visit

NAME_LIMIT = 80
CONTACT_LIMIT = 120
MESSAGE_LIMIT = 160


@dataclass(frozen=True)
class MemberEdit:
    """What the counter may change in a file."""

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    message: str = ""
    named_on_plan: bool = False


@dataclass(frozen=True)
class MemberFile:
    """All that the counter shows of a member. `since` (site's zone) and `visit_id` only for someone who is in."""

    id: str
    number: int
    name: str
    status: MemberStatus
    blocked_reason: str
    joined_on: date
    words: MemberEdit
    plan: PlanHeld | None
    card_code: str
    card_since: date | None
    college: str
    visit_id: str
    since: datetime | None
    parcels: tuple[ParcelWaiting, ...]
    today: date

    @property
    def is_blocked(self) -> bool:
        """Whether the access is suspended."""
        return self.status is MemberStatus.BLOCKED

    @property
    def has_left(self) -> bool:
        """Whether the member has left the house."""
        return self.status is MemberStatus.GONE

    @property
    def status_words(self) -> str:
        """The status on screen, with the reason of a suspension."""
        if self.is_blocked and self.blocked_reason:
            return translate("People", "accès suspendu\u00a0: {reason}").format(reason=self.blocked_reason)
        return status_label(self.status.value)


@dataclass(frozen=True)
class PlanOffered:
    """A plan that a new member may take; the price in cents, None when it has none today and can only be granted."""

    code: str
    name: str
    cents: int | None


@dataclass(frozen=True)
class NewPerson:
    """Someone who becomes a member now. `plan_code` empty: no plan yet. `is_granted`: paid elsewhere, says a manager.

    `is_another` confirms that it is not the member of the same name.
    """

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    plan_code: str = ""
    is_granted: bool = False
    is_another: bool = False
    wants_receipt: bool = False


@dataclass(frozen=True)
class Welcomed:
    """The new member, the card that prints, and the sale, if there was one."""

    card: CardMade
    sale: Sold | None = None


class People:
    """Files of members, their parcels, their access."""

    def __init__(self, work: Work, make_code: Callable[[], str]) -> None:
        self._work = work
        self._make_code = make_code

    def file(self, member_id: str) -> MemberFile | None:
        """The file of a member, None for nobody."""
        with self._work.read() as session:
            member = session.get(Member, member_id)
            if member is None:
                return None
            return _file(session, self._work.site(session), member, self._work.clock.now())

    @needs(Act.MEMBERS)
    def edit(self, member_id: str, edit: MemberEdit) -> Refused | None:
        """Correct a file; the journal keeps what it says from now on."""
        with self._work.write() as unit:
            return edit_member(unit, member_id, edit)

    @needs(Act.MEMBERS)
    def receive_parcel(self, member_id: str, note: str = "") -> ParcelWaiting | Refused:
        """Something came for a member."""
        with self._work.write() as unit:
            return parcels.receive(unit, member_id, note)

    @needs(Act.MEMBERS)
    def hand_over(self, member_id: str) -> ParcelsHanded | Refused:
        """Give a member all that waits for them."""
        with self._work.write() as unit:
            return parcels.hand_over(unit, member_id)

    @needs(Act.MEMBERS)
    def take_back(self, member_id: str) -> ParcelsHanded | Refused:
        """What was just handed over waits again."""
        with self._work.write() as unit:
            return parcels.take_back(unit, member_id)

    @needs(Act.SUSPEND)
    def block(self, member_id: str, reason: str) -> Refused | None:
        """Suspend a member's access; a manager's right. The reason is what the door will say."""
        clean = tidy(reason, CONTACT_LIMIT)
        if not clean:
            return Refused("no_reason", translate("People", "Dites pourquoi\u00a0: c’est ce que l’accueil lira."))
        with self._work.write() as unit:
            return registry.set_status(unit, member_id, MemberStatus.BLOCKED, clean)

    @needs(Act.SUSPEND)
    def unblock(self, member_id: str) -> Refused | None:
        """Let a member come in again; a manager's right."""
        with self._work.write() as unit:
            return registry.set_status(unit, member_id, MemberStatus.ACTIVE)

    def plans(self) -> tuple[PlanOffered, ...]:
        """The plans of the house with today's price for members."""
        with self._work.read() as session:
            day = local_day(self._work.clock.now(), self._work.site(session).timezone)
            return offered_plans(session, day)

    def objection(self, person: NewPerson) -> Refused | None:
        """Why this person could not become a member as written, None when they could; asked before the payment."""
        with self._work.read() as session:
            return _objection(session, person)

    @needs(Act.MEMBERS)
    def welcome(self, person: NewPerson, payments: tuple[PaymentOffer, ...] = ()) -> Welcomed | Refused:
        """Admit, sell or grant the plan, and make the card: all of it or nothing."""
        with self._work.write() as unit:
            refused = _objection(unit.session, person)
            if refused is not None:
                return refused
            answer = self._welcome(unit, person, payments)
            if isinstance(answer, Refused):
                unit.abandon()
            return answer

    def _welcome(self, unit: Unit, person: NewPerson, payments: tuple[PaymentOffer, ...]) -> Welcomed | Refused:
        today = local_day(unit.now, unit.site.timezone)
        new = registry.NewMember(
            tidy(person.given_name, NAME_LIMIT), tidy(person.family_name, NAME_LIMIT), today,
            email=tidy(person.email, CONTACT_LIMIT), phone=tidy(person.phone, CONTACT_LIMIT),
        )  # fmt: skip
        admitted = registry.admit_member(unit, new)
        if isinstance(admitted, Refused):
            return admitted
        sale = None
        if person.plan_code and person.is_granted:
            refused = refusal(unit.operator, Act.GRANT_PLAN)
            granted = refused or registry.grant_membership(unit, admitted.id, person.plan_code, today)
            if isinstance(granted, Refused):
                return granted
        elif person.plan_code:
            sold = registry.sell_membership(unit, admitted.id, person.plan_code, payments)
            if isinstance(sold, Refused):
                return sold
            sale = sold.sale
            if person.wants_receipt:
                enqueue_receipt(unit, sale)
        made = cards.issue(unit, admitted.id, self._make_code())
        return made if isinstance(made, Refused) else Welcomed(made, sale)


def offered_plans(session: Session, day: date) -> tuple[PlanOffered, ...]:
    """The plans of the house with the members' price on `day`, by name."""
    offered = []
    for plan in session.scalars(select(Plan).order_by(Plan.name)):
        basket = registry.membership_basket(session, plan.code, day)
        offered.append(PlanOffered(plan.code, plan.name, None if isinstance(basket, Refused) else basket.total_cents))
    return tuple(offered)


def edit_member(unit: Unit, member_id: str, edit: MemberEdit) -> Refused | None:
    """Correct a file, inside `unit`."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return Refused("no_member", translate("People", "Ce membre est introuvable."))
    clean = MemberEdit(
        tidy(edit.given_name, NAME_LIMIT), tidy(edit.family_name, NAME_LIMIT), tidy(edit.email, CONTACT_LIMIT),
        tidy(edit.phone, CONTACT_LIMIT), tidy(edit.message, MESSAGE_LIMIT), edit.named_on_plan,
    )  # fmt: skip
    refused = _wrong_words(clean.given_name, clean.family_name, clean.email)
    if refused is not None:
        return refused
    for name, value in asdict(clean).items():
        setattr(member, name, value)
    unit.record(
        Stream.OPERATIONS, "member.edited", {"schema": 1, "member": member.number, "name": member.name, **asdict(clean)}
    )
    unit.changed(Topic.PEOPLE)
    return None


def _file(session: Session, site: Site, member: Member, now: datetime) -> MemberFile:
    zone = site.timezone
    card = session.scalar(select(Card).where(Card.member_id == member.id, Card.revoked_at.is_(None)))
    visit = session.scalar(select(Visit).where(Visit.member_id == member.id, *is_inside()))
    college = session.scalar(select(Cooperator.college).where(Cooperator.member_id == member.id))
    today = local_day(now, zone)
    words = MemberEdit(
        member.given_name, member.family_name, member.email, member.phone, member.message, member.named_on_plan
    )
    return MemberFile(
        member.id, member.number, member.name, member.status, member.blocked_reason, member.joined_on, words,
        plans_held(session, today, [member.id]).get(member.id),
        card.code if card else "", local_day(card.issued_at, zone) if card else None, college or "",
        visit.id if visit else "", visit.entered_at.astimezone(zone) if visit else None,
        parcels.waiting(session, site, member.id), today,
    )  # fmt: skip


def _objection(session: Session, person: NewPerson) -> Refused | None:
    given, family = tidy(person.given_name, NAME_LIMIT), tidy(person.family_name, NAME_LIMIT)
    refused = _wrong_words(given, family, tidy(person.email, CONTACT_LIMIT))
    if refused is not None or person.is_another:
        return refused
    wanted = searchable(f"{given} {family}")
    for member in session.scalars(select(Member).order_by(Member.number)):
        if searchable(member.name) == wanted:
            sentence = translate("People", "{name} est déjà membre, sous le n° {number}.")
            opened = Remedy("member_file", translate("People", "Ouvrir sa fiche"), member.id)
            return Refused("known", sentence.format(name=member.name, number=member.number), (opened,))
    return None


def _wrong_words(given: str, family: str, email: str) -> Refused | None:
    if not given and not family:
        return Refused("no_name", translate("People", "Donnez un nom."))
    if email and not is_email(email):
        sentence = translate("People", "«\u00a0{email}\u00a0» n’est pas une adresse électronique.")
        return Refused("email", sentence.format(email=email))
    return None
