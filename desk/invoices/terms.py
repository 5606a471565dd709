"""What every invoice says beside who sells: late payment, discount, VAT on debits, the account, why a line has no VAT.

These texts are sealed with each invoice and are French whatever the language of the screen, as their law is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.names import tidy
from desk.organisations.numbers import bare
from desk.work import Unit
from models.invoices import InvoicingTerms
from models.journal import Stream

WORDS_LIMIT = 300
RECOVERY = "Indemnité forfaitaire pour frais de recouvrement en cas de retard\u00a0: 40\u00a0€."
"""Code de commerce, art. D441-5: the amount is the law's, not a setting."""

ON_DEBITS = "Option pour le paiement de la taxe d’après les débits."


@dataclass(frozen=True)
class Terms:
    """The settings; `register` is where the house is registered ("RCS Nanterre 000 000 018")."""

    register: str = ""
    iban: str = ""
    bic: str = ""
    penalties: str = "Retard de paiement\u00a0: pénalités à trois fois le taux d’intérêt légal, dues sans rappel."
    discount: str = "Pas d’escompte pour paiement anticipé."
    exemption: str = "Exonération de TVA, article 261, 4, 4° a du Code général des impôts."
    vat_on_debits: bool = False


def terms_of(session: Session) -> Terms:
    """The terms in force, those of a new house until they are set."""
    row = session.get(InvoicingTerms, 1)
    return Terms() if row is None else Terms(**{name: getattr(row, name) for name in _FIELDS})


_FIELDS = tuple(Terms.__dataclass_fields__)


def set_terms(unit: Unit, terms: Terms) -> Refused | None:
    """Change the terms for the invoices to come, inside `unit`; a manager's right."""
    terms = _clean(terms)
    refused = _objection(terms)
    if refused is not None:
        return refused
    before = terms_of(unit.session)
    row = unit.session.get(InvoicingTerms, 1)
    if row is None:
        unit.session.add(InvoicingTerms(id=1, **vars(terms)))
    else:
        for name, value in vars(terms).items():
            setattr(row, name, value)
    changed = {name: value for name, value in vars(terms).items() if value != getattr(before, name)}
    unit.record(Stream.OPERATIONS, "invoicing.terms_set", {"schema": 1, "changed": changed})
    unit.changed(Topic.SALES)
    return None


def _clean(terms: Terms) -> Terms:
    return replace(
        terms, register=tidy(terms.register, WORDS_LIMIT), iban=bare(terms.iban).upper(), bic=bare(terms.bic).upper(),
        penalties=tidy(terms.penalties, WORDS_LIMIT), discount=tidy(terms.discount, WORDS_LIMIT),
        exemption=tidy(terms.exemption, WORDS_LIMIT),
    )  # fmt: skip


def _objection(terms: Terms) -> Refused | None:
    from stdnum import bic, iban

    if not (terms.penalties and terms.discount and terms.exemption):
        return Refused("no_words", translate("Invoicing", "Une facture doit porter ces trois mentions."))
    if terms.iban and not iban.is_valid(terms.iban):
        sentence = translate("Invoicing", "«\u00a0{iban}\u00a0» n’est pas un IBAN. Vérifiez-le.")
        return Refused("iban", sentence.format(iban=terms.iban))
    if terms.bic and not bic.is_valid(terms.bic):
        sentence = translate("Invoicing", "«\u00a0{bic}\u00a0» n’est pas un BIC. Vérifiez-le.")
        return Refused("bic", sentence.format(bic=terms.bic))
    return None
