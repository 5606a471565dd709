"""Cents shared out without losing one: the bases of a record among accounts, what was received among VAT rates."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from sqlalchemy.orm import Session

from desk.accounts.records import Body, FiscalRecord
from models.database import driver_of
from models.sales import PaymentMode

NO_RATE = -1
"""The rate of what was received for something whose VAT cannot be found any more."""
DISCOUNT = "discount"
_WHOLE = 10_000
_NUMBERED = (
    "SELECT body FROM journal WHERE stream = ? AND json_valid(CAST(body AS TEXT))"
    " AND json_extract(CAST(body AS TEXT), '$.number') = ? LIMIT 1"
)


def split(cents: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`cents` in proportion to `weights`, to the cent; the cents that are left go where most was cut off.

    Weights that come to nothing leave everything with the first.
    """
    whole = sum(weights)
    if not whole:
        return tuple(cents if place == 0 else 0 for place in range(len(weights)))
    exact = [Fraction(cents * weight, whole) for weight in weights]
    shares = [floor(part) for part in exact]
    by_rest = sorted(range(len(weights)), key=lambda place: (shares[place] - exact[place], place))
    for place in by_rest[: cents - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def products_of(body: Body, rate: int) -> dict[str, int]:
    """How much each product weighs in what a record has at `rate`: without VAT, times 10 000 plus the rate.

    A discount lightens the line that it is taken off; one on everything lightens all alike, so it is left out.
    """
    lines: Sequence[Mapping[str, Any]] = body["lines"]
    weights: dict[str, int] = {}
    for line in lines:
        if line["rate"] != rate:
            continue
        product = line["product"]
        if product == DISCOUNT:
            place = line.get("off") or 0
            if not 0 < place <= len(lines):
                continue
            product = lines[place - 1]["product"]
        factor = _WHOLE if line["tax_included"] else _WHOLE + rate
        weights[product] = weights.get(product, 0) + line["amount"] * factor
    return weights


_CREDITS = (
    "SELECT body FROM journal WHERE stream = 'invoices' AND kind = 'credit_note' AND json_valid(CAST(body AS TEXT))"
)


class Receipts:
    """What was received (or promised) per payment mode and VAT rate, record by record."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._settled: dict[tuple[str, str], dict[int, int]] = {}
        self._credits: dict[str, list[tuple[str, dict[int, int]]]] | None = None

    def of(self, record: FiscalRecord) -> dict[tuple[str, int], int]:
        """Cents by (mode, rate). Each rate's payments come to exactly what it was sold for."""
        weights = _with_vat(record.body) or self._weights_settled(record)
        rates = sorted(weights)
        sizes = [weights[rate] for rate in rates]
        found: dict[tuple[str, int], int] = {}
        if not record.body["vat"]:
            # Money moves from "owed" to a mode: each side in the proportions of what was sold.
            for paid in record.body["payments"]:
                for rate, cents in zip(rates, split(paid["cents"], sizes), strict=True):
                    found[paid["mode"], rate] = found.get((paid["mode"], rate), 0) + cents
            return found
        paid_so_far, before = 0, (0,) * len(rates)
        for paid in record.body["payments"]:
            paid_so_far += paid["cents"]
            after = split(paid_so_far, sizes)
            for rate, had, has in zip(rates, before, after, strict=True):
                found[paid["mode"], rate] = found.get((paid["mode"], rate), 0) + has - had
            before = after
        return found

    def _weights_settled(self, record: FiscalRecord) -> dict[int, int]:
        """The rates of the invoice, or of the sale, that money was received for, less what was credited by then."""
        settles: Mapping[str, str] | None = record.body.get("settles")
        whole = self._rates_of(settles)
        left = dict(whole)
        for correction, credited in self._credited((settles or {}).get("invoice", "")):
            # Numbers of the sales stream follow one another: a correction that came later gives back by itself.
            if correction < record.number:
                left = {rate: cents - credited.get(rate, 0) for rate, cents in left.items()}
        return left if sum(left.values()) > 0 else whole

    def _credited(self, invoice: str) -> list[tuple[str, dict[int, int]]]:
        """The credit notes on an invoice: the number of the correction of each, and its rates."""
        if self._credits is None:
            self._credits = {}
            for (content,) in driver_of(self._session).execute(_CREDITS):
                body = json.loads(content)
                note = (body["sales"][0]["number"], _with_vat(body))
                self._credits.setdefault(body["credits"]["number"], []).append(note)
        return self._credits.get(invoice, [])

    def _rates_of(self, settles: Mapping[str, str] | None) -> dict[int, int]:
        for stream, name in (("invoices", "invoice"), ("sales", "sale")):
            number = (settles or {}).get(name, "")
            if not number:
                continue
            if (stream, number) not in self._settled:
                row = driver_of(self._session).execute(_NUMBERED, (stream, number)).fetchone()
                self._settled[stream, number] = _with_vat(json.loads(row[0])) if row else {}
            if self._settled[stream, number]:
                return self._settled[stream, number]
        return {NO_RATE: 1}


def _with_vat(body: Body) -> dict[int, int]:
    return {row["rate"]: row["base"] + row["vat"] for row in body["vat"]}


def received(mode: str) -> bool:
    """Whether a mode is money, and not a promise."""
    return mode != ON_ACCOUNT


ON_ACCOUNT = PaymentMode.ON_ACCOUNT.value
MODES = {
    PaymentMode.CASH.value: "Espèces",
    PaymentMode.CARD.value: "Carte bancaire",
    PaymentMode.CHEQUE.value: "Chèque",
    PaymentMode.TRANSFER.value: "Virement",
    ON_ACCOUNT: "En compte (à recevoir)",
}
"""Payment modes as French accounts name them."""


def mode_words(mode: str) -> str:
    """A payment mode in words; one that came later is told by its code."""
    return MODES.get(mode, mode)


def rate_words(rate: int) -> str:
    """A rate in percent, "20" or "5,5"; of what has none, a sentence."""
    if rate == NO_RATE:
        return "taux introuvable"
    return f"{Decimal(rate).scaleb(-2).normalize():f}".replace(".", ",")
