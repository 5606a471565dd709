"""All that the house holds about one member, gathered for the person to read or take away (RGPD, art. 15 and 20)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import guest_data, record_words
from desk.formats import day as day_text
from desk.formats import day_time, money
from desk.language import translate
from desk.lending import personal as loans
from desk.organisations import contacts
from desk.redaction import Traits, traces
from models.bookings import Booking
from models.cards import Card
from models.cooperators import Cooperator, ShareMovement
from models.invoices import Invoice
from models.membership import Membership, Plan
from models.parcels import Parcel
from models.people import Member
from models.sales import Sale
from models.site import Site
from models.spaces import Space
from models.visits import RefusedScan, Visit

Value = str | int | date | datetime | None


@dataclass(frozen=True)
class Section:
    """One kind of data: its title, the names of its columns, its rows. Instants are aware, in the site's zone."""

    code: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class PersonalData:
    """What the house holds about a member. `kept` says, a sentence each, what an erasure would have to leave."""

    member_id: str
    number: int
    name: str
    is_erased: bool
    sections: tuple[Section, ...]
    kept: tuple[str, ...]


def shown(value: Value) -> str:
    """A value as a person reads it."""
    match value:
        case None:
            return ""
        case datetime():
            return day_time(value)
        case date():
            return day_text(value)
        case _:
            return str(value)


def as_json(data: PersonalData) -> str:
    """The data in a form that another program can read, with ISO dates."""
    return json.dumps(
        {
            "member": data.number,
            "name": data.name,
            "data": {
                section.code: {
                    "title": section.title,
                    "rows": [dict(zip(section.header, map(_plain, row), strict=True)) for row in section.rows],
                }
                for section in data.sections
            },
            "kept": list(data.kept),
        },
        ensure_ascii=False,
        indent=2,
    )


def _plain(value: Value) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value


def traits(session: Session, member: Member) -> Traits:
    """What the member is known by in the journal."""
    cards = session.scalars(select(Card.code).where(Card.member_id == member.id))
    return Traits(member.number, member.name, tuple(text for text in (member.email, member.phone, *cards) if text))


def gather(session: Session, site: Site, member: Member) -> PersonalData:
    """Everything about `member`, in sections that hold at least one row."""
    sections = tuple(section for section in _Gatherer(session, site.timezone, member).sections() if section.rows)
    return PersonalData(
        member.id, member.number, member.name, member.erased_at is not None, sections, _kept(session, member)
    )


def _kept(session: Session, member: Member) -> tuple[str, ...]:
    """What the law makes the house keep, whatever is asked."""
    sentences = []
    sales = session.scalar(select(func.count()).select_from(Sale).where(Sale.customer == member.name)) or 0
    if sales:
        pattern = translate(
            "PersonalData",
            "{count} ventes à ce nom restent dans le journal de caisse jusqu’au terme légal\u00a0: six ans, dix pour"
            " les factures.",
        )
        if sales == 1:
            pattern = translate(
                "PersonalData",
                "Une vente à ce nom reste dans le journal de caisse jusqu’au terme légal\u00a0: six ans, dix pour"
                " les factures.",
            )
        sentences.append(pattern.format(count=sales))
    if session.scalar(select(Invoice.id).where(Invoice.customer == member.name).limit(1)):
        sentences.append(
            translate(
                "PersonalData", "Les factures à ce nom, avec leur adresse, se gardent dix ans\u00a0: la loi l’impose."
            )
        )
    if session.scalar(select(Cooperator.id).where(Cooperator.member_id == member.id)):
        sentences.append(
            translate(
                "PersonalData", "Le registre des sociétaires garde ce nom\u00a0: la loi l’impose à la coopérative."
            )
        )
    return tuple(sentences)


class _Gatherer:
    def __init__(self, session: Session, zone: ZoneInfo, member: Member) -> None:
        self._session = session
        self._zone = zone
        self._member = member

    def sections(self) -> Iterator[Section]:
        yield self._identity()
        yield self._memberships()
        yield self._cards()
        yield self._visits()
        yield self._received()
        yield self._as_guest()
        yield self._refused()
        yield self._bookings()
        yield self._parcels()
        yield self._loans()
        yield self._sales()
        yield self._invoices()
        yield self._shares()
        yield self._contacts()
        yield self._journal()

    def _local(self, moment: datetime | None) -> datetime | None:
        return None if moment is None else moment.astimezone(self._zone)

    def _identity(self) -> Section:
        member = self._member
        yes, no = translate("PersonalData", "oui"), translate("PersonalData", "non")
        rows: list[tuple[Value, ...]] = [
            (translate("PersonalData", "N° de membre"), member.number),
            (translate("PersonalData", "Prénom"), member.given_name),
            (translate("PersonalData", "Nom"), member.family_name),
            (translate("PersonalData", "E-mail"), member.email),
            (translate("PersonalData", "Téléphone"), member.phone),
            (translate("PersonalData", "Membre depuis"), member.joined_on),
            (translate("PersonalData", "Nommé sur le plan"), yes if member.named_on_plan else no),
            (translate("PersonalData", "Message pour l’accueil"), member.message),
            (translate("PersonalData", "Motif de blocage"), member.blocked_reason),
        ]
        header = (translate("PersonalData", "Donnée"), translate("PersonalData", "Valeur"))
        filled = tuple(row for row in rows if row[1] not in ("", None))
        return Section("identity", translate("PersonalData", "Identité"), header, filled)

    def _memberships(self) -> Section:
        found = self._session.execute(
            select(Membership, Plan)
            .join(Plan, Plan.code == Membership.plan_code)
            .where(Membership.member_id == self._member.id)
            .order_by(Membership.valid_from)
        )
        rows = tuple(
            (plan.name, held.valid_from, held.valid_until, held.units_left if plan.kind.is_book else None)
            for held, plan in found
        )
        header = (
            translate("PersonalData", "Formule"), translate("PersonalData", "Début"), translate("PersonalData", "Fin"),
            translate("PersonalData", "Reste"),
        )  # fmt: skip
        return Section("memberships", translate("PersonalData", "Formules"), header, rows)

    def _cards(self) -> Section:
        found = self._session.scalars(select(Card).where(Card.member_id == self._member.id).order_by(Card.issued_at))
        rows = tuple((c.code, self._local(c.issued_at), self._local(c.revoked_at), c.revoked_reason) for c in found)
        header = (
            translate("PersonalData", "Code"), translate("PersonalData", "Remise le"),
            translate("PersonalData", "Annulée le"), translate("PersonalData", "Motif"),
        )  # fmt: skip
        return Section("cards", translate("PersonalData", "Cartes"), header, rows)

    def _visits(self) -> Section:
        found = self._session.execute(
            select(Visit, Space.name)
            .outerjoin(Space, Space.id == Visit.space_id)
            .where(Visit.member_id == self._member.id)
            .order_by(Visit.entered_at.desc())
        )
        stated = translate("PersonalData", "supposé")
        rows = tuple(
            (
                self._local(v.entered_at), self._local(v.left_at), stated if v.supposed_at else None, place or "",
                self._local(v.seen_at),
            )
            for v, place in found
        )  # fmt: skip
        header = (
            translate("PersonalData", "Arrivée"), translate("PersonalData", "Départ"),
            translate("PersonalData", "Départ noté ou supposé"), translate("PersonalData", "Espace"),
            translate("PersonalData", "Vu·e encore là"),
        )  # fmt: skip
        return Section("visits", translate("PersonalData", "Passages"), header, rows)

    def _received(self) -> Section:
        rows = tuple((self._local(at), name) for at, name in guest_data.received(self._session, self._member))
        header = (translate("PersonalData", "Arrivée"), translate("PersonalData", "Invité·e"))
        return Section("guests", translate("PersonalData", "Invité·es reçu·es"), header, rows)

    def _as_guest(self) -> Section:
        found = guest_data.came_as_guest(self._session, self._member)
        rows = tuple((self._local(entered), self._local(left), host) for entered, left, host in found)
        header = (
            translate("PersonalData", "Arrivée"), translate("PersonalData", "Départ"),
            translate("PersonalData", "Invité·e par"),
        )  # fmt: skip
        return Section("as_guest", translate("PersonalData", "Passages comme invité·e"), header, rows)

    def _refused(self) -> Section:
        found = self._session.scalars(
            select(RefusedScan).where(RefusedScan.member_id == self._member.id).order_by(RefusedScan.at.desc())
        )
        rows = tuple((self._local(scan.at), record_words.refusal(scan.reason)) for scan in found)
        header = (translate("PersonalData", "Le"), translate("PersonalData", "Motif"))
        return Section("refused_scans", translate("PersonalData", "Scans refusés"), header, rows)

    def _bookings(self) -> Section:
        found = self._session.execute(
            select(Booking, Space.name)
            .join(Space, Space.id == Booking.space_id)
            .where(Booking.member_id == self._member.id)
            .order_by(Booking.starts_at.desc())
        )
        rows = tuple((self._local(b.starts_at), self._local(b.ends_at), place, b.title) for b, place in found)
        header = (
            translate("PersonalData", "Début"), translate("PersonalData", "Fin"),
            translate("PersonalData", "Espace"), translate("PersonalData", "Objet"),
        )  # fmt: skip
        return Section("bookings", translate("PersonalData", "Réservations"), header, rows)

    def _parcels(self) -> Section:
        found = self._session.scalars(
            select(Parcel).where(Parcel.member_id == self._member.id).order_by(Parcel.received_at.desc())
        )
        rows = tuple((self._local(p.received_at), self._local(p.handed_at), p.note) for p in found)
        header = (
            translate("PersonalData", "Reçu le"), translate("PersonalData", "Remis le"),
            translate("PersonalData", "Note"),
        )  # fmt: skip
        return Section("parcels", translate("PersonalData", "Courrier et colis"), header, rows)

    def _loans(self) -> Section:
        found = loans.of_member(self._session, self._member)
        rows = tuple(
            (thing, self._local(lent), self._local(due), self._local(back)) for thing, lent, due, back in found
        )
        header = (
            translate("PersonalData", "Objet prêté"), translate("PersonalData", "Le"),
            translate("PersonalData", "À rendre le"), translate("PersonalData", "Rendu le"),
        )  # fmt: skip
        return Section("loans", translate("PersonalData", "Clés et matériel prêtés"), header, rows)

    def _sales(self) -> Section:
        found = self._session.scalars(
            select(Sale).where(Sale.customer == self._member.name).order_by(Sale.sold_at.desc())
        )
        rows = tuple((sale.number, self._local(sale.sold_at), money(sale.total_cents)) for sale in found)
        header = (
            translate("PersonalData", "N°"), translate("PersonalData", "Le"), translate("PersonalData", "Montant"),
        )  # fmt: skip
        return Section("sales", translate("PersonalData", "Ventes à ce nom"), header, rows)

    def _invoices(self) -> Section:
        found = self._session.scalars(
            select(Invoice).where(Invoice.customer == self._member.name).order_by(Invoice.sequence.desc())
        )
        rows = tuple((row.number, row.issued_on, money(row.total_cents)) for row in found)
        header = (
            translate("PersonalData", "N°"), translate("PersonalData", "Le"), translate("PersonalData", "Montant"),
        )  # fmt: skip
        return Section("invoices", translate("PersonalData", "Factures et avoirs à ce nom"), header, rows)

    def _contacts(self) -> Section:
        """As someone who answers for an organisation: the same address, or with none the same name."""
        rows = contacts.held(self._session, self._zone, self._member.name, self._member.email)
        header = (
            translate("PersonalData", "Organisation"), translate("PersonalData", "Nom"),
            translate("PersonalData", "Fonction"), translate("PersonalData", "Adresse électronique"),
            translate("PersonalData", "Téléphone"), translate("PersonalData", "Noté le"),
        )  # fmt: skip
        return Section("contacts", translate("PersonalData", "Contact d’une organisation"), header, rows)

    def _shares(self) -> Section:
        found = self._session.execute(
            select(Cooperator, ShareMovement)
            .outerjoin(ShareMovement, ShareMovement.cooperator_id == Cooperator.id)
            .where(Cooperator.member_id == self._member.id)
            .order_by(ShareMovement.on_day)
        )
        rows = tuple((c.number, c.college, m.on_day if m else None, m.shares if m else 0) for c, m in found)
        header = (
            translate("PersonalData", "N° de sociétaire"), translate("PersonalData", "Collège"),
            translate("PersonalData", "Le"), translate("PersonalData", "Parts"),
        )  # fmt: skip
        return Section("shares", translate("PersonalData", "Parts sociales"), header, rows)

    def _journal(self) -> Section:
        found = traces(self._session, traits(self._session, self._member))
        rows = tuple(
            (t.sequence, self._local(datetime.fromisoformat(t.at)), record_words.act(t.kind)) for t in reversed(found)
        )
        header = (
            translate("PersonalData", "N°"), translate("PersonalData", "Le"), translate("PersonalData", "Acte"),
        )  # fmt: skip
        return Section("journal", translate("PersonalData", "Journal des opérations"), header, rows)
