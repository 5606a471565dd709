"""The tables that go out as CSV, and the journal as a workbook too: entries, VAT report, e-reporting totals."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.accounts.entries import Entry
from desk.accounts.fec import amount
from desk.accounts.records import FiscalRecord, FiscalYear, by_day
from desk.accounts.shares import Receipts, mode_words, rate_words, received
from desk.workbooks import harmless

Cell = str | int | date | Decimal
BUSINESS, PRIVATE = "professionnel", "particulier"


@dataclass(frozen=True)
class Table:
    """A table: its title, its header, its rows. A Decimal is an amount in euros."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_csv(table: Table) -> bytes:
    """The table as French spreadsheet programs read it: semicolons, decimal commas, UTF-8 with its mark.

    A text that looks like a formula is neutralised; an amount below zero is a number and stays one.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    if isinstance(value, Decimal):
        return amount(int(value * 100))
    return harmless(value) if isinstance(value, str) else str(value)


def euros(cents: int) -> Decimal:
    """Cents as euros, exactly."""
    return Decimal(cents).scaleb(-2)


def journal(made: Iterable[Entry], code: str) -> Table:
    """The entries, a row for each line."""
    header = (
        "Journal", "Écriture", "Date", "Pièce", "Date de pièce", "Libellé", "Compte", "Libellé du compte",
        "N° client", "Client", "Débit", "Crédit",
    )  # fmt: skip
    rows = tuple(
        (
            code, entry.number, entry.day, entry.piece, entry.piece_day, entry.label_of(line), line.account.number,
            line.account.label, line.customer_number, line.customer, euros(line.debit), euros(line.credit),
        )
        for entry in made
        for line in entry.lines
    )  # fmt: skip
    return Table("Journal", header, rows)


def vat(year: FiscalYear, receipts: Receipts) -> Table:
    """Per month and rate: what was sold, its VAT, and what was really received (VAT on services falls due then)."""
    bases: Counter[tuple[str, int]] = Counter()
    taxes: Counter[tuple[str, int]] = Counter()
    cashed: Counter[tuple[str, int]] = Counter()
    for record in year.records:
        month = f"{record.day:%Y-%m}"
        for row in record.body["vat"]:
            bases[month, row["rate"]] += row["base"]
            taxes[month, row["rate"]] += row["vat"]
        for (mode, rate), cents in receipts.of(record).items():
            if received(mode):
                cashed[month, rate] += cents
    header = ("Mois", "Taux (%)", "Base HT", "TVA", "Total TTC", "Encaissé TTC")
    rows = tuple(
        (
            month, rate_words(rate), euros(bases[month, rate]), euros(taxes[month, rate]),
            euros(bases[month, rate] + taxes[month, rate]), euros(cashed[month, rate]),
        )
        for month, rate in sorted({*bases, *cashed})
    )  # fmt: skip
    return Table("TVA", header, rows)


def reporting_sales(year: FiscalYear) -> Table:
    """Per day, kind of customer and rate: base, VAT, and the number of transactions that have this rate."""
    rows: list[tuple[Cell, ...]] = []
    for day, records in by_day(year.records):
        totals: dict[tuple[str, int], list[int]] = {}
        for record in records:
            for row in record.body["vat"]:
                sums = totals.setdefault((kind_of(record), row["rate"]), [0, 0, 0])
                for place, value in enumerate((row["base"], row["vat"], 1)):
                    sums[place] += value
        rows += [
            (day, kind, rate_words(rate), euros(base), euros(tax), euros(base + tax), count)
            for (kind, rate), (base, tax, count) in sorted(totals.items())
        ]
    header = ("Jour", "Client", "Taux (%)", "Base HT", "TVA", "Total TTC", "Transactions")
    return Table("Ventes", header, tuple(rows))


def reporting_days(year: FiscalYear) -> Table:
    """Per day and kind of customer: the number of transactions, each counted once, and their total."""
    rows: list[tuple[Cell, ...]] = []
    for day, records in by_day(year.records):
        for kind in sorted({kind_of(record) for record in records}):
            mine = [record for record in records if kind_of(record) == kind and record.kind != "settlement"]
            if mine:
                rows.append((day, kind, len(mine), euros(sum(record.body["total"] for record in mine))))
    return Table("Jours", ("Jour", "Client", "Transactions", "Total TTC"), tuple(rows))


def reporting_payments(year: FiscalYear, receipts: Receipts) -> Table:
    """Per day, kind of customer, rate and mode: what was received. What is only owed is not there."""
    rows: list[tuple[Cell, ...]] = []
    for day, records in by_day(year.records):
        totals: Counter[tuple[str, int, str]] = Counter()
        for record in records:
            for (mode, rate), cents in receipts.of(record).items():
                if received(mode):
                    totals[kind_of(record), rate, mode] += cents
        rows += [
            (day, kind, rate_words(rate), mode_words(mode), euros(cents))
            for (kind, rate, mode), cents in sorted(totals.items())
            if cents
        ]
    return Table("Paiements", ("Jour", "Client", "Taux (%)", "Mode", "Reçu TTC"), tuple(rows))


def kind_of(record: FiscalRecord) -> str:
    """Whether the customer is a body with a number (its sales go by electronic invoice) or a private person."""
    buyer = record.body.get("buyer") or {}
    return BUSINESS if buyer.get("siren") or buyer.get("siret") or buyer.get("vat") else PRIVATE
