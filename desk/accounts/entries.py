"""Accounting entries: one for each sealed record, balanced, numbered without a gap from the first of the year.

One for each record and not one for each day: the FEC must hold the detail and never a total (LPF, art. A47 A-1), and so
each line leads to one receipt. What was given for nothing moves no account and makes no entry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from desk.accounts.chart import Account, Chart
from desk.accounts.records import Body, FiscalRecord, FiscalYear
from desk.accounts.shares import ON_ACCOUNT, products_of, rate_words, split

_LABEL_LIMIT = 80
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-"})


@dataclass(frozen=True)
class EntryLine:
    """One line: an account, debit or credit in cents, and the customer for what is owed.

    `rate` is the VAT rate of what was sold, in basis points; None on the side of the money.
    """

    account: Account
    debit: int
    credit: int
    customer_number: str = ""
    customer: str = ""
    rate: int | None = None


@dataclass(frozen=True)
class Entry:
    """A balanced entry; `piece` is the number of the receipt."""

    number: int
    day: date
    piece: str
    piece_day: date
    label: str
    lines: tuple[EntryLine, ...]

    def label_of(self, line: EntryLine) -> str:
        """The label of one line: with its VAT rate, so that a base can be told from another of the same account."""
        if line.rate is None:
            return self.label
        return f"{self.label} - {rate_words(line.rate)} %" if line.rate else f"{self.label} - hors TVA"

    @property
    def is_balanced(self) -> bool:
        """Whether debits and credits are the same."""
        return sum(line.debit for line in self.lines) == sum(line.credit for line in self.lines)


def entries(year: FiscalYear, chart: Chart) -> Iterator[Entry]:
    """The entries of a year. An entry that would not balance is a bug, never a file."""
    number = 0
    for record in year.records:
        lines = tuple(_lines(record.body, chart))
        if not lines:
            continue
        number += 1
        entry = Entry(number, record.day, plain(record.number), record.written_on, _label(record), lines)
        if not entry.is_balanced:
            raise ValueError(f"the entry of {record.number} does not balance")
        yield entry


def _lines(body: Body, chart: Chart) -> Iterator[EntryLine]:
    customer = _customer(body)
    for paid in body["payments"]:
        if paid["cents"]:
            whose = customer if paid["mode"] == ON_ACCOUNT else ("", "")
            yield _line(chart.account(f"payment.{paid['mode']}"), paid["cents"], *whose)
    for row in body["vat"]:
        bases: dict[Account, int] = {}
        weights = products_of(body, row["rate"]) or {"": 1}
        for product, cents in zip(weights, split(row["base"], list(weights.values())), strict=True):
            account = chart.account(f"sales.{product}")
            bases[account] = bases.get(account, 0) + cents
        for account, cents in bases.items():
            if cents:
                yield _line(account, -cents, rate=row["rate"])
        if row["vat"]:
            yield _line(chart.account(f"vat.{row['rate']}"), -row["vat"], rate=row["rate"])


def _line(
    account: Account, cents: int, customer_number: str = "", customer: str = "", *, rate: int | None = None
) -> EntryLine:
    """A line that debits `cents`, or credits them when they are below zero: no amount of a file is ever negative."""
    return EntryLine(account, max(cents, 0), max(-cents, 0), customer_number, customer, rate)


def _customer(body: Body) -> tuple[str, str]:
    """Who owes: the SIREN where there is one, else a number made of the name, the same each time."""
    buyer: dict[str, Any] = body.get("buyer") or {}
    name = plain(buyer.get("name") or body.get("customer") or "Client")
    number = buyer.get("siren") or f"C{sha256(name.casefold().encode()).hexdigest()[:8].upper()}"
    return plain(number), name


def _label(record: FiscalRecord) -> str:
    corrects, settles = record.body.get("corrects") or {}, record.body.get("settles") or {}
    if record.kind == "correction":
        return plain(f"Correction {record.number} de {corrects.get('number', '')}")
    if record.kind == "settlement":
        return plain(f"Règlement {record.number} de {settles.get('invoice') or settles.get('sale') or ''}")
    return plain(f"Vente {record.number}")


def plain(text: str) -> str:
    """`text` in ISO 8859-15 (LPF, art. A47 A-1), on one line, without the signs that separate fields."""
    known = "".join(_known(c) for c in unicodedata.normalize("NFC", text).translate(_PLAIN))
    return " ".join("".join(" " if c in "|\t" or c < " " or "\x7f" <= c <= "\xa0" else c for c in known).split())[
        :_LABEL_LIMIT
    ]


def _known(character: str) -> str:
    """The character, or what it is without its mark, or a question mark."""
    for candidate in (character, unicodedata.normalize("NFKD", character)):
        kept = candidate.encode("iso-8859-15", "ignore").decode("iso-8859-15")
        if kept:
            return kept
    return "" if unicodedata.combining(character) else "?"
