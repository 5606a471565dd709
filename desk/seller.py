"""Who sells, as a paper must name them, and what a new house still lacks of it.

A note names its provider with an address (arrêté n° 83-50/A of 3 October 1983), and any paper of a company its SIREN
(Code de commerce, art. R123-237): until the house has them no receipt is printed. Its sales go on all the same.
"""

from __future__ import annotations

from typing import Any

from desk.errors import Refused
from desk.language import translate
from desk.rights import Act, may
from desk.work import Operator
from models.site import Site

UNNAMED = "Maison sans nom"
"""What a new house is called until somebody names it."""


def mentions(site: Site) -> dict[str, Any]:
    """The seller as sealed records hold it."""
    return {
        "name": site.legal_name, "house": site.house_name, "form": site.legal_form, "siret": site.siret,
        "vat": site.vat_number, "address": [site.street, f"{site.postcode} {site.city}"],
    }  # fmt: skip


def lacking(seller: dict[str, Any]) -> tuple[str, ...]:
    """In words, what a sealed or present seller lacks for a paper."""
    found = (
        (_has_name(seller), translate("Seller", "nom")),
        (_has_address(seller), translate("Seller", "adresse")),
        (bool(seller["siret"]), translate("Seller", "SIRET")),
    )
    return tuple(words for there, words in found if not there)


def completed(seller: dict[str, Any], site: Site) -> dict[str, Any]:
    """The sealed seller for a paper of today. What was sealed stands; what the house had not yet, it may have now."""
    now = mentions(site)
    made = dict(seller)
    if not _has_name(seller):
        made |= {"name": now["name"], "house": now["house"], "form": now["form"]}
    if not _has_address(seller):
        made["address"] = now["address"]
    if not seller["siret"]:
        made |= {"siret": now["siret"], "vat": seller["vat"] or now["vat"]}
    return made


def objection(site: Site, operator: Operator, seller: dict[str, Any]) -> Refused | None:
    """Why no receipt of that seller is printed, None when it may be; what is practised is no real paper."""
    missing = () if site.is_training else lacking(seller)
    if not missing:
        return None
    sentence = translate(
        "Seller",
        "Aucun reçu ne s’imprime encore, il manque à la maison\u00a0: {what}. Une personne gérante le donne dans"
        " Réglages, La maison\u00a0: demandez-lui. Vendez sans attendre, les reçus pourront s’imprimer ensuite.",
    )
    if may(operator, Act.HOUSE):
        sentence = translate(
            "Seller",
            "Aucun reçu ne s’imprime encore, il manque à la maison\u00a0: {what}. Donnez-le dans Réglages, La maison"
            " (Maj F8). Vendez sans attendre, les reçus pourront s’imprimer ensuite.",
        )
    return Refused("no_seller", sentence.format(what=", ".join(missing)))


def _has_name(seller: dict[str, Any]) -> bool:
    return bool(seller["name"].strip()) and seller["name"] != UNNAMED


def _has_address(seller: dict[str, Any]) -> bool:
    street, town = seller["address"]
    return bool(street.strip()) and any(letter.isalpha() for letter in town)
