"""What the counter knows of an organisation, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.catalogue import PriceCategory, TaxSide
from models.organisations import HOME_COUNTRY

NAME_LIMIT = 120
WORDS_LIMIT = 160
NOTES_LIMIT = 1000
LONGEST_TERM = 60
"""Days: a professional pays within sixty days of the invoice (Code de commerce, art. L441-10)."""

USUAL_TERM = 30
LEGAL_FORMS = (
    "Association loi 1901", "SAS", "SASU", "SARL", "EURL", "Micro-entreprise", "SCIC", "SCOP", "SA", "SCI",
    "Fondation", "Mutuelle", "Syndicat", "Collectivité territoriale", "Établissement public",
)  # fmt: skip
"""Those that come most often; any other may be written."""


@dataclass(frozen=True)
class OrganisationFound:
    """An organisation as the counter shows it; `contact` is the first one, in a few words."""

    id: str
    name: str
    siren: str
    category: PriceCategory
    contact: str = ""


@dataclass(frozen=True)
class NewOrganisation:
    """An organisation that rents: a known one by its `id`, else one that may be new.

    `siren` may be empty (an association need not have one); `contact` is an e-mail address or a name.
    """

    name: str
    category: PriceCategory
    siren: str = ""
    contact: str = ""
    justification: str = ""
    id: str = ""


@dataclass(frozen=True)
class OrganisationEdit:
    """What may be written in a file; `country` is an ISO code, `payment_days` the term of its invoices."""

    name: str
    category: PriceCategory = PriceCategory.STANDARD
    justification: str = ""
    legal_form: str = ""
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = HOME_COUNTRY
    payment_days: int = USUAL_TERM
    may_invoice: bool = True
    notes: str = ""


@dataclass(frozen=True)
class ContactEdit:
    """A person who answers for an organisation, as written at the counter."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Contact:
    """A contact of an organisation."""

    id: str
    words: ContactEdit

    @property
    def line(self) -> str:
        """Everything on one line."""
        texts = (self.words.name, self.words.role, self.words.email, self.words.phone)
        return " · ".join(text for text in texts if text)


@dataclass(frozen=True)
class OrganisationListed:
    """A line of the table. `lacks_reason`: a solidarity price that nobody has justified yet."""

    id: str
    name: str
    siren: str
    city: str
    category: PriceCategory
    contact: str
    lacks_reason: bool
    is_archived: bool


@dataclass(frozen=True)
class Deal:
    """Something that was quoted or sold to an organisation; `kind` is "quote" or "sale", `cents` what is due, TTC.

    `amount` is the same in words, on the side of VAT that its category read first that day. `state` says what became of
    it; a sale that has no invoice yet may be invoiced.
    """

    kind: str
    id: str
    number: str
    on: date
    cents: int
    amount: str
    state: str = ""
    may_be_invoiced: bool = False


@dataclass(frozen=True)
class OrganisationFile:
    """All that the counter shows of an organisation.

    `aliases` are the names it had before a merge; `alike` those that may be the same body; `side`
    is that of VAT which its category reads first.
    """

    id: str
    words: OrganisationEdit
    contacts: tuple[Contact, ...]
    aliases: tuple[str, ...]
    alike: tuple[OrganisationFound, ...]
    deals: tuple[Deal, ...]
    created_on: date
    archived_on: date | None
    side: TaxSide

    @property
    def lacks_reason(self) -> bool:
        """Whether it has a solidarity price that nobody has justified yet."""
        return self.words.category is PriceCategory.SOLIDARITY and not self.words.justification


@dataclass(frozen=True)
class Merged:
    """What a merge did: the names, and how many bookings, quotes and contacts changed hands, and sales with them."""

    kept_id: str
    kept: str
    merged: str
    bookings: int
    quotes: int
    contacts: int
    sales: int
