"""The box that finds: members, spaces and receipts from a few letters, with typos and without accents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select

from desk.floorplan import FloorPlan
from desk.formats import day_time, money
from desk.invoices.making import objection
from desk.language import translate
from desk.members import Members
from desk.name_search import NameSearch
from desk.names import searchable
from desk.organisations import Organisations, grouped
from desk.payments import category_label
from desk.plan_editing.names import wholes_of
from desk.plan_editing.versions import Plans
from desk.room_search import asked_room
from desk.work import Work
from models.invoices import INVOICE_LETTER, Invoice, InvoiceKind
from models.organisations import Organisation
from models.quotes import QUOTE_LETTER, Quote
from models.sales import Sale

_PLACES = 3


class FoundKind(StrEnum):
    """What was found."""

    MEMBER = "member"
    MEMBER_FILE = "member_file"
    SPACE = "space"
    SALE = "sale"
    ORGANISATION = "organisation"
    QUOTE = "quote"
    ROOMS = "rooms"
    INVOICE = "invoice"
    SALE_TO_INVOICE = "sale_to_invoice"


@dataclass(frozen=True)
class Found:
    """One answer: what it is, its id, and two texts to show."""

    kind: FoundKind
    id: str
    title: str
    detail: str


class _Place(NamedTuple):
    """A space, or a whole, and where it is: its floor, or the spaces that it is made of."""

    id: str
    name: str
    where: dict[str, str]
    is_whole: bool = False


class Finder:
    """One search over what the counter asks for."""

    def __init__(self, work: Work, members: Members, organisations: Organisations, plans: Plans) -> None:
        self._work = work
        self._members = members
        self._organisations = organisations
        self._plans = plans
        self._named: tuple[object, list[_Place], NameSearch] | None = None

    def find(self, text: str, limit: int = 8) -> tuple[Found, ...]:
        """Members first (the best with their file), spaces, organisations, a quote or a receipt of that number.

        "salle 12 18h" asks for any room for twelve until six. Nothing under two letters.
        """
        wanted = searchable(text)
        if len(wanted) < 2 and not wanted.isdecimal():
            return ()
        people = self._people(text, limit)
        others = (*self._places(wanted), *self._bodies(text), *self._quotes(text.strip()))
        others = (*others, *self._invoices(text.strip()))
        # Whatever else resembles what was typed, a number that is asked for is shown.
        return (*_rooms(text), *people[: limit - min(len(others), 4)], *others, *self._receipts(text.strip()))[:limit]

    def _people(self, text: str, limit: int) -> list[Found]:
        found = []
        for member in self._members.search(text, limit):
            act = translate("Finder", "faire sortir") if member.inside else translate("Finder", "faire entrer")
            detail = translate("Finder", "Membre {number} · {plan} · {act}")
            detail = detail.format(number=member.number, plan=member.plan, act=act)
            found.append(Found(FoundKind.MEMBER, member.id, member.name, detail))
            if len(found) == 1:
                title = translate("Finder", "Fiche de {name}").format(name=member.name)
                about = translate("Finder", "Carte, colis, coordonnées · Maj Entrée")
                found.append(Found(FoundKind.MEMBER_FILE, member.id, title, about))
        return found

    def _places(self, wanted: str) -> list[Found]:
        spaces, search = self._spaces()
        alone, made = translate("Finder", "Espace · {floor}"), translate("Finder", "Ensemble · {spaces}")
        found = [spaces[place] for _, place in search.best(wanted, _PLACES)]
        return [
            Found(FoundKind.SPACE, place.id, place.name, (made if place.is_whole else alone).format(**place.where))
            for place in found
        ]

    def _spaces(self) -> tuple[list[_Place], NameSearch]:
        """The spaces of the plan in force and those made of them, and the search among them."""
        plan = self._plans.seen()
        with self._work.read() as session:
            wholes = wholes_of(session)
        known = (plan, wholes)
        if self._named is None or self._named[0] != known:
            spaces = [_Place(s.id, s.name, {"floor": f.name}) for f in plan.floors for s in f.spaces]
            spaces += _made(plan, wholes)
            self._named = (known, spaces, NameSearch([searchable(place.name) for place in spaces]))
        return self._named[1:]

    def _bodies(self, text: str) -> list[Found]:
        found = []
        for body in self._organisations.find(text, 3) if len(text.strip()) > 2 else ():
            siren = grouped(body.siren) or translate("Finder", "sans SIREN")
            detail = translate("Finder", "Organisation · {siren} · {category}")
            detail = detail.format(siren=siren, category=category_label(body.category))
            found.append(Found(FoundKind.ORGANISATION, body.id, body.name, detail))
        return found

    def _quotes(self, text: str) -> list[Found]:
        letter, _, digits = text.upper().rpartition("-")
        if not digits.isdecimal() or len(digits) > 18 or not letter.startswith(QUOTE_LETTER):
            return []
        with self._work.read() as session:
            quote = session.scalar(select(Quote).where(Quote.sequence == int(digits)))
            if quote is None:
                return []
            body = session.get_one(Organisation, quote.organisation_id)
            detail = translate("Finder", "Devis pour {organisation} · {amount} · l’ouvrir")
            detail = detail.format(organisation=body.name, amount=money(quote.total_cents))
            return [Found(FoundKind.QUOTE, quote.id, quote.number, detail)]

    def _receipts(self, text: str) -> list[Found]:
        letter, _, digits = text.upper().rpartition("-")
        if not digits.isdecimal() or (not letter and len(digits) < 3):
            return []
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            sale = session.scalar(select(Sale).where(Sale.sequence == int(digits[:18])))
            if sale is None or not sale.number.startswith(letter):
                return []
            detail = translate("Finder", "Vente du {when} · {amount} · la voir, la réimprimer")
            detail = detail.format(when=day_time(sale.sold_at.astimezone(zone)), amount=money(sale.total_cents))
            found = [Found(FoundKind.SALE, sale.id, sale.number, detail)]
            if objection(session, sale) is None:
                title = translate("Finder", "Facturer {number}").format(number=sale.number)
                found.append(Found(FoundKind.SALE_TO_INVOICE, sale.id, title, translate("Finder", "Faire la facture")))
            return found

    def _invoices(self, text: str) -> list[Found]:
        letter, _, digits = text.upper().rpartition("-")
        if not digits.isdecimal() or len(digits) > 18 or not letter.startswith(INVOICE_LETTER):
            return []
        with self._work.read() as session:
            invoice = session.scalar(select(Invoice).where(Invoice.sequence == int(digits)))
            if invoice is None or not invoice.number.startswith(letter):
                return []
            detail = translate("Finder", "Facture à {customer} · {amount} · l’ouvrir")
            if invoice.kind is InvoiceKind.CREDIT_NOTE:
                detail = translate("Finder", "Avoir à {customer} · {amount} · l’ouvrir")
            detail = detail.format(customer=invoice.customer, amount=money(invoice.total_cents))
            return [Found(FoundKind.INVOICE, invoice.id, invoice.number, detail)]


def _made(plan: FloorPlan, wholes: tuple[tuple[str, str, str], ...]) -> list[_Place]:
    """The wholes, each with the names of its spaces."""
    names = {space.id: space.name for space in plan.spaces}
    parts: dict[tuple[str, str], list[str]] = {}
    for space_id, name, part in wholes:
        own = parts.setdefault((space_id, name), [])
        if part in names:
            own.append(names[part])
    return [_Place(*whole, {"spaces": ", ".join(sorted(own))}, is_whole=True) for whole, own in parts.items()]


def _rooms(text: str) -> list[Found]:
    """Any room for so many people until an hour, when that is what is asked for."""
    asked = asked_room(text)
    if asked is None:
        return []
    title = translate("Finder", "Une salle pour {people}")
    if asked.until is not None:
        title = translate("Finder", "Une salle pour {people}, jusqu’à {hour}")
    title = title.format(people=asked.people, hour=asked.until.isoformat("minutes") if asked.until else "")
    return [Found(FoundKind.ROOMS, asked.code, title, translate("Finder", "Salles libres · choisir et louer"))]
