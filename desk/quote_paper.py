"""From a kept quote to its paper."""

from __future__ import annotations

from desk.buyers import buyer_of
from desk.documents import quote as paper
from desk.documents.bill import Seller, VatTotal
from desk.documents.page import Document
from desk.tax_sides import BasketRead
from models.organisations import Organisation
from models.quotes import Quote
from models.site import Site


def seller_of(site: Site) -> Seller:
    """The house as it signs its papers."""
    address = (site.street, f"{site.postcode} {site.city}".strip())
    return Seller(site.legal_name, site.legal_form, tuple(a for a in address if a), site.siret, site.vat_number)


def quote_document(site: Site, quote: Quote, promised: BasketRead, body: Organisation, space: str) -> Document:
    """The paper of a quote; its lines are those that were promised."""
    zone = site.timezone
    return paper.document(
        paper.QuoteFacts(
            seller=seller_of(site),
            number=quote.number,
            issued_at=quote.made_at.astimezone(zone),
            valid_until=quote.valid_until,
            operator=quote.made_by,
            customer=buyer_of(body).lines,
            space=space,
            starts_at=quote.starts_at.astimezone(zone),
            ends_at=quote.ends_at.astimezone(zone),
            people=quote.people,
            promised=promised,
            vat=tuple(VatTotal(v.basis_points, v.base, v.vat, v.total) for v in promised.vat),
            is_demo=site.is_demo,
            is_training=site.is_training,
        )
    )  # fmt: skip
