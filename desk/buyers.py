"""The identity of the body that buys, as the law wants it on a note: sealed with the sale, never an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.countries import countries
from desk.formats import no_break
from desk.language import translate
from desk.organisations.numbers import grouped
from models.organisations import HOME_COUNTRY, Organisation


@dataclass(frozen=True)
class Buyer:
    """A body as it was on the day it bought; `country` is an ISO code."""

    name: str
    form: str = ""
    siren: str = ""
    siret: str = ""
    vat: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = HOME_COUNTRY

    @property
    def facts(self) -> dict[str, str]:
        """What is sealed."""
        return dict(vars(self))

    @property
    def lines(self) -> tuple[str, ...]:
        """What a paper says: the name, the form, the address, the numbers."""
        town = f"{self.postcode} {self.city}".strip()
        country = "" if self.country == HOME_COUNTRY else countries().get(self.country, self.country)
        number = ""
        if self.siret:
            number = translate("Receipt", "SIRET {number}").format(number=no_break(grouped(self.siret)))
        elif self.siren:
            number = translate("Receipt", "SIREN {number}").format(number=no_break(grouped(self.siren)))
        vat = translate("Receipt", "N° TVA {number}").format(number=self.vat) if self.vat else ""
        return tuple(text for text in (self.name, self.form, self.street, town, country, number, vat) if text)


def buyer_of(row: Organisation) -> Buyer:
    """The identity of an organisation today."""
    return Buyer(
        row.name, row.legal_form, row.siren, row.siret, row.vat_number, row.street, row.postcode, row.city, row.country
    )


def sealed_buyer(facts: Mapping[str, Any] | None) -> Buyer | None:
    """The identity that a sealed sale holds; none before they were sealed, or for a person."""
    return None if not facts else Buyer(**facts)
