"""The invoice as data: the XML of EN 16931 in its CII syntax, with the French rules (FISCAL.md §3), from a sealed body.

The `factur-x` library builds the tree and holds it against the schema; what each field (BT, BG) is filled with is said
here once. Lines below zero (discounts) are allowances of the whole document: EN 16931 has no price below zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desk.invoices.natures import nature_of
from models.sales import PaymentMode

_SIREN, _SIRET, _FRENCH_ADDRESS, _EMAIL = "0002", "0009", "0225", "EM"
_INVOICE, _CREDIT_NOTE = "380", "381"
_ON_RECEIPT, _ON_DEBITS = "72", "5"
_ONE = "C62"
"""UN/ECE Recommendation 20: one, a unit."""
_DISCOUNT = "95"
_MEANS = {
    PaymentMode.CASH: "10", PaymentMode.CHEQUE: "20", PaymentMode.TRANSFER: "30", PaymentMode.CARD: "48",
}  # fmt: skip
"""UNTDID 4461, by the way money came."""
_SEPA, _UNSAID = "58", "1"


def xml_of(body: Mapping[str, Any]) -> bytes:
    """The XML of a sealed body; raises when the library finds that it breaks the schema."""
    from facturx import generate_xml

    made: bytes = generate_xml(
        fields(body), flavor="factur-x", level="en16931", check_xsd=True, check_schematron=None
    )  # fmt: skip
    return made


def fields(body: Mapping[str, Any]) -> dict[str, Any]:
    """Every field by its number in EN 16931."""
    is_credit = body["credits"] is not None
    settled = body["owed"] == 0
    found: dict[str, Any] = {
        "BT-1": body["number"],
        "BT-2": date.fromisoformat(body["issued"]),
        "BT-3": _CREDIT_NOTE if is_credit else _INVOICE,
        "BT-5": "EUR",
        "BT-8": _ON_DEBITS if body["mentions"]["debits"] else _ON_RECEIPT,
        "BT-9": date.fromisoformat(body["due"]),
        "BT-20": body["mentions"]["terms"],
        # Goods, services or both; 2: already paid.
        "BT-23": f"{nature_of(body['mentions']['operations']).value}{2 if settled else 1}",
        "BG-1": list(_notes(body)),
        "BG-4": _seller(body["seller"]),
        "BG-7": _buyer(body),
        "BG-25": [_line(place, line) for place, line in enumerate(_above_zero(body), 1)],
        "BG-20": [_allowance(line) for line in body["lines"] if line["net"] < 0],
        "BG-23": [_vat(total, body) for total in body["vat"]],
        **_supplied(body["supplied"]),
        **_means(body, settled=settled),
        **_totals(body),
    }
    if is_credit:
        credited = body["credits"]
        found["BG-3"] = [{"BT-25": credited["number"], "BT-26": date.fromisoformat(credited["issued"])}]
    return found


def _above_zero(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [line for line in body["lines"] if line["net"] >= 0]


def _euros(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def _percent(basis_points: int) -> str:
    return f"{Decimal(basis_points) / 100:.2f}"


def _category(basis_points: int) -> str:
    """S: the standard way, whatever the rate; E: exempt (UNTDID 5305)."""
    return "S" if basis_points else "E"


def _notes(body: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The mentions that the law wants, each under its code, each once (BR-FR-05, BR-FR-06)."""
    mentions, seller = body["mentions"], body["seller"]
    yield {"BT-21": "PMD", "BT-22": mentions["penalties"]}
    yield {"BT-21": "PMT", "BT-22": mentions["recovery"]}
    yield {"BT-21": "AAB", "BT-22": mentions["discount"]}
    yield {"BT-21": "BAR", "BT-22": body["market"]}
    yield {"BT-21": "AAI", "BT-22": mentions["operations"]}
    legal = ", ".join(text for text in (seller["name"], seller["form"], seller["register"]) if text)
    yield {"BT-21": "REG", "BT-22": legal}
    if body["credits"] is not None and body["credits"]["reason"]:
        yield {"BT-22": body["credits"]["reason"]}


def _seller(seller: Mapping[str, str]) -> dict[str, Any]:
    siren = seller["siret"][:9]
    return {
        "name": seller["name"],
        "identifiers": {_SIRET: seller["siret"]},
        "legal_identifier": siren,
        "legal_identifier_schemeid": _SIREN,
        "vat_identifier": seller["vat"],
        "legal_info": seller["form"],
        "einvoicing_addr": siren,
        "einvoicing_addr_schemeid": _FRENCH_ADDRESS,
        **_address(seller),
    }


def _buyer(body: Mapping[str, Any]) -> dict[str, Any]:
    buyer, siren = body["buyer"], body["buyer"]["siren"]
    party: dict[str, Any] = {"name": buyer["name"], **_address(buyer)}
    if siren:
        party |= {"legal_identifier": siren, "legal_identifier_schemeid": _SIREN}
    if buyer["siret"]:
        party["identifiers"] = {_SIRET: buyer["siret"]}
    if buyer["vat"]:
        party["vat_identifier"] = buyer["vat"]
    address, scheme = (siren, _FRENCH_ADDRESS) if siren else (body["email"], _EMAIL)
    return party | {"einvoicing_addr": address, "einvoicing_addr_schemeid": scheme}


def _address(party: Mapping[str, str]) -> dict[str, str]:
    found = {
        "addr_l1": party["street"], "postcode": party["postcode"], "city": party["city"],
        "country_code": party["country"],
    }  # fmt: skip
    return {name: text for name, text in found.items() if text}


def _line(place: int, line: Mapping[str, Any]) -> dict[str, Any]:
    rate, quantity = line["rate"], line["quantity"]
    found: dict[str, Any] = {
        "BT-126": str(place),
        "BT-153": line["label"],
        "BT-129": str(quantity),
        "BT-130": _ONE,
        "BT-131": _euros(line["net"]),
        "BT-151": _category(rate),
        "BT-152": _percent(rate),
    }
    if line["net"] % quantity:
        # No price of one in whole cents (VAT was inside): the price is that of all of them.
        found |= {"BT-146": _euros(line["net"]), "BT-149": str(quantity)}
    else:
        found["BT-146"] = _euros(line["net"] // quantity)
    return found


def _allowance(line: Mapping[str, Any]) -> dict[str, str]:
    return {
        "amount": _euros(-line["net"]), "reason": line["label"], "reason_code": _DISCOUNT,
        "vat_category_code": _category(line["rate"]), "vat_rate": _percent(line["rate"]),
    }  # fmt: skip


def _vat(total: Mapping[str, int], body: Mapping[str, Any]) -> dict[str, str]:
    rate = total["rate"]
    found = {
        "BT-116": _euros(total["base"]), "BT-117": _euros(total["vat"]), "BT-118": _category(rate),
        "BT-119": _percent(rate),
    }  # fmt: skip
    return found if rate else found | {"BT-120": body["mentions"]["exemption"]}


def _supplied(days: list[str]) -> dict[str, date]:
    first, last = (date.fromisoformat(day) for day in days)
    # The library writes no delivery that the schema takes without its day, a period or not.
    return {"BT-72": last} if first == last else {"BT-72": last, "BT-73": first, "BT-74": last}


def _means(body: Mapping[str, Any], *, settled: bool) -> dict[str, str]:
    """How it was paid, when it was; else by transfer, to the account that is told."""
    iban, bic = body["mentions"]["iban"], body["mentions"]["bic"]
    if settled and len(body["payments"]) == 1:
        means = _MEANS[PaymentMode(body["payments"][0]["mode"])]
        if means != _MEANS[PaymentMode.TRANSFER] or iban:
            return {"BT-81": means} | ({"BT-84": iban} if means == _MEANS[PaymentMode.TRANSFER] else {})
    if settled or not iban:
        return {"BT-81": _UNSAID}
    found = {"BT-81": _SEPA, "BT-83": body["number"], "BT-84": iban, "BT-85": body["seller"]["name"]}
    return found | ({"BT-86": bic} if bic else {})


def _totals(body: Mapping[str, Any]) -> dict[str, str]:
    lines = sum(line["net"] for line in _above_zero(body))
    off = -sum(line["net"] for line in body["lines"] if line["net"] < 0)
    found = {
        "BT-106": _euros(lines), "BT-109": _euros(body["net"]), "BT-110": _euros(body["tax"]),
        "BT-112": _euros(body["total"]), "BT-113": _euros(body["paid"]), "BT-115": _euros(body["owed"]),
    }  # fmt: skip
    return found | ({"BT-107": _euros(off)} if off else {})
