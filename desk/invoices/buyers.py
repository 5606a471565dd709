"""Who is invoiced: what the law wants to know of them, what is known, and what is asked for because it lacks."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.buyers import Buyer, buyer_of
from desk.countries import countries
from desk.errors import Refused, Remedy
from desk.invoices.terms import Terms
from desk.invoices.values import BuyerEdit
from desk.language import translate
from desk.names import is_email, tidy
from desk.organisations import contacts, finding
from desk.organisations.numbers import bare, siren_problem, vat_problem
from desk.organisations.values import NAME_LIMIT, WORDS_LIMIT, ContactEdit
from desk.work import Unit
from models.journal import Stream
from models.organisations import HOME_COUNTRY, Organisation, OrganisationContact
from models.site import Site

_KEPT = ("name", "siren", "vat_number", "street", "postcode", "city", "country")
_BUSINESS, _ABROAD, _PERSON = "B2B", "B2BINT", "B2C"


def market_of(buyer: Buyer, *, is_organisation: bool) -> str:
    """What the French rules call the sale (BR-FR-20): to a French business, to one abroad, or to a private person."""
    if buyer.siren:
        return _BUSINESS
    return _ABROAD if is_organisation and buyer.country != HOME_COUNTRY else _PERSON


def edit_of(session: Session, row: Organisation) -> BuyerEdit:
    """What is known of an organisation; the e-mail address is that of its first contact who has one."""
    addresses = (
        select(OrganisationContact.email)
        .where(OrganisationContact.organisation_id == row.id, OrganisationContact.email != "")
        .order_by(OrganisationContact.noted_at, OrganisationContact.id)
    )
    email = next((a for a in session.scalars(addresses) if is_email(a)), "")
    return BuyerEdit(row.name, row.siren, row.vat_number, row.street, row.postcode, row.city, row.country, email)


def clean(edit: BuyerEdit) -> BuyerEdit:
    """The words without what nobody typed on purpose."""
    return replace(
        edit, name=tidy(edit.name, NAME_LIMIT), siren=bare(edit.siren), vat_number=bare(edit.vat_number).upper(),
        street=tidy(edit.street, WORDS_LIMIT), postcode=tidy(edit.postcode, 12), city=tidy(edit.city, WORDS_LIMIT),
        email=tidy(edit.email, WORDS_LIMIT),
    )  # fmt: skip


def objection(edit: BuyerEdit) -> Refused | None:
    """Why a clean buyer cannot be put on an invoice, None when they can (CGI, annexe II, art. 242 nonies A)."""
    return _lacking(edit) or siren_problem(edit.siren) or vat_problem(edit.vat_number, edit.country, edit.siren)


def _lacking(edit: BuyerEdit) -> Refused | None:
    if edit.country not in countries():
        return Refused("country", translate("Invoicing", "Choisissez un pays de la liste."))
    at_home = edit.country == HOME_COUNTRY
    if edit.siren and not at_home:
        return Refused("siren", translate("Invoicing", "Un SIREN est français\u00a0: laissez-le vide pour ce pays."))
    if not edit.name:
        return _ask(translate("Invoicing", "Donnez le nom à porter sur la facture."))
    if not edit.street or not edit.city or (at_home and not edit.postcode):
        return _ask(translate("Invoicing", "Une facture porte l’adresse du client\u00a0: rue, code postal et ville."))
    if at_home and not (edit.postcode.isdecimal() and len(edit.postcode) == 5):
        sentence = translate("Invoicing", "«\u00a0{postcode}\u00a0» n’est pas un code postal\u00a0: cinq chiffres.")
        return Refused("postcode", sentence.format(postcode=edit.postcode))
    if not edit.siren and not edit.email:
        return _ask(
            translate("Invoicing", "Sans SIREN, donnez l’adresse électronique où la facture sera envoyée.")
        )  # fmt: skip
    if edit.email and not is_email(edit.email):
        sentence = translate("Invoicing", "«\u00a0{email}\u00a0» n’est pas une adresse électronique.")
        return Refused("email", sentence.format(email=edit.email))
    return None


def _ask(sentence: str) -> Refused:
    return Refused("incomplete", sentence, (Remedy("complete_buyer", translate("Invoicing", "Compléter")),))


def completed(unit: Unit, row: Organisation, edit: BuyerEdit) -> Buyer | Refused:
    """The organisation as it is invoiced, inside `unit`: what was written at the counter is kept in its file."""
    refused = finding.siren_of_another(unit.session, edit.siren, row.id)
    if refused is not None:
        return refused
    wanted = {name: getattr(edit, name) for name in _KEPT if name != "name" or edit.name}
    if not row.siret.startswith(edit.siren):
        wanted["siret"] = ""
    changed = {name: value for name, value in wanted.items() if value != getattr(row, name)}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        unit.record(Stream.OPERATIONS, "organisation.edited", {"schema": 1, "id": row.id, "changed": changed})
        unit.changed(Topic.PEOPLE)
    if edit.email and edit.email != edit_of(unit.session, row).email:
        noted = contacts.note(unit, row.id, ContactEdit("", email=edit.email))
        if isinstance(noted, Refused):
            return noted
    unit.session.flush()
    return buyer_of(row)


def person(edit: BuyerEdit) -> Buyer:
    """Someone who is no known organisation: nothing is kept of them but what the invoice says."""
    return Buyer(
        edit.name, siren=edit.siren, vat=edit.vat_number, street=edit.street, postcode=edit.postcode, city=edit.city,
        country=edit.country,
    )  # fmt: skip


def seller_lacks(terms: Terms) -> Refused | None:
    """What invoices do not say yet and should: where the house is registered (Code de commerce, art. R123-237).

    It holds no invoice back: an association has no register of commerce.
    """
    if terms.register:
        return None
    sentence = translate(
        "Invoicing",
        "Les factures ne disent pas où la maison est immatriculée (RCS)\u00a0: un·e gérant·e l’écrit dans"
        " «\u00a0Mentions et compte\u00a0».",
    )
    return Refused("no_register", sentence)


def seller_problem(site: Site, *, taxed: bool) -> Refused | None:
    """What the house itself lacks to invoice: a SIRET, an address, a VAT number when there is VAT."""
    if len(site.siret) != 14 or not site.street or not site.city or (taxed and not site.vat_number):
        sentence = translate(
            "Invoicing",
            "La maison ne peut pas encore facturer\u00a0: il lui manque un SIRET, une adresse ou un n° de TVA.",
        )
        return Refused("no_seller", sentence)
    return None
