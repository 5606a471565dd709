"""Cards made at the desk: one in force per member, printed at once; a replaced one is refused from that very second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import registry
from desk.documents import member_card
from desk.documents.member_card import CardFacts
from desk.errors import Refused
from desk.language import translate
from desk.names import tidy
from desk.printing.queue import enqueue
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.cards import Card
from models.people import Member
from models.site import Site

REASON_LIMIT = 120
_LARGEST = 2**63 - 1
"""SQLite's integers end there: a larger number is nobody's."""


class Loss(StrEnum):
    """Why a card is replaced; the door says it of the old one."""

    LOST = "lost"
    STOLEN = "stolen"
    DAMAGED = "damaged"

    @property
    def words(self) -> str:
        """The reason as it is told at the door: "perdue"."""
        return {
            Loss.LOST: translate("Cards", "perdue"),
            Loss.STOLEN: translate("Cards", "volée"),
            Loss.DAMAGED: translate("Cards", "abîmée"),
        }[self]


@dataclass(frozen=True)
class CardMade:
    """The card now in force, to hand over or to photograph; `replaced` is the code it takes the place of, or empty."""

    member_id: str
    number: int
    name: str
    code: str
    replaced: str = ""


@dataclass(frozen=True)
class CardsFound:
    """The cards of some members, ready to draw, and the names of those who have none in force."""

    cards: tuple[CardFacts, ...]
    without: tuple[str, ...] = ()


class Cards:
    """Issuing, replacing, revoking and printing. Each act is one transaction, its paper included."""

    def __init__(self, work: Work, make_code: Callable[[], str]) -> None:
        self._work = work
        self._make_code = make_code

    @needs(Act.CARDS)
    def issue(self, member_id: str) -> CardMade | Refused:
        """A first card (or one after a revocation), queued for the printer."""
        with self._work.write() as unit:
            return issue(unit, member_id, self._make_code())

    @needs(Act.CARDS)
    def replace(self, member_id: str, why: Loss) -> CardMade | Refused:
        """Another card in place of the one in force, which opens nothing from this moment."""
        with self._work.write() as unit:
            old = in_force(unit.session, member_id)
            if old is None:
                return _no_card(unit.session, member_id)
            refused = registry.revoke_card(unit, old.code, why.words)
            if refused is not None:
                return refused
            made = issue(unit, member_id, self._make_code())
            if isinstance(made, Refused):
                unit.abandon()
                return made
            return CardMade(made.member_id, made.number, made.name, made.code, replaced=old.code)

    @needs(Act.CARDS)
    def revoke(self, member_id: str, reason: str) -> Refused | None:
        """Take the card out of force with no other in its place; `reason` is said at the door."""
        clean = tidy(reason, REASON_LIMIT)
        if not clean:
            return Refused("no_reason", translate("Cards", "Dites pourquoi la carte est annulée."))
        with self._work.write() as unit:
            card = in_force(unit.session, member_id)
            if card is None:
                return _no_card(unit.session, member_id)
            return registry.revoke_card(unit, card.code, clean)

    def find(self, numbers: Iterable[int] | None = None) -> CardsFound | Refused:
        """The cards in force of the members of these numbers, or of all, in the order of the numbers."""
        wanted = None if numbers is None else sorted(set(numbers))
        with self._work.read() as session:
            site = self._work.site(session)
            rows = select(Member, Card).outerjoin(Card, (Card.member_id == Member.id) & Card.revoked_at.is_(None))
            if wanted is not None:
                rows = rows.where(Member.number.in_([number for number in wanted if abs(number) <= _LARGEST]))
            found = session.execute(rows.order_by(Member.number)).all()
        known = {member.number for member, _ in found}
        unknown = [str(number) for number in wanted or () if number not in known]
        if unknown:
            sentence = translate("Cards", "Aucun membre ne porte ce numéro\u00a0: {numbers}.")
            return Refused("no_member", sentence.format(numbers=", ".join(unknown)))
        cards = tuple(facts(site, member, card) for member, card in found if card is not None)
        return CardsFound(cards, tuple(member.name for member, card in found if card is None))

    @needs(Act.CARDS)
    def print_cards(self, numbers: Iterable[int]) -> CardsFound | Refused:
        """Queue the cards in force of a selection: one card, or one paper that holds them all."""
        found = self.find(numbers)
        if isinstance(found, Refused):
            return found
        if not found.cards:
            return Refused("no_card", translate("Cards", "Personne dans ce choix n’a de carte en service."))
        with self._work.write() as unit:
            enqueue(unit, member_card.document(found.cards))
        return found


def issue(unit: Unit, member_id: str, code: str) -> CardMade | Refused:
    """Put a card in force and queue its paper, inside `unit`."""
    refused = registry.issue_card(unit, member_id, code)
    if refused is not None:
        return refused
    member = unit.session.get_one(Member, member_id)
    card = in_force(unit.session, member_id)
    assert card is not None
    enqueue(unit, member_card.document((facts(unit.site, member, card),)))
    return CardMade(member.id, member.number, member.name, card.code)


def in_force(session: Session, member_id: str) -> Card | None:
    """The card that opens the door to a member now."""
    return session.scalar(select(Card).where(Card.member_id == member_id, Card.revoked_at.is_(None)))


def facts(site: Site, member: Member, card: Card) -> CardFacts:
    """What is written on a card."""
    return CardFacts(site.house_name, member.name, member.number, card.code, site.is_demo, site.is_training)


def _no_card(session: Session, member_id: str) -> Refused:
    member = session.get(Member, member_id)
    if member is None:
        return Refused("no_member", translate("Cards", "Ce membre est introuvable."))
    sentence = translate("Cards", "{name} n’a pas de carte en service.")
    return Refused("no_card", sentence.format(name=member.name))
