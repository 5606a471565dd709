"""The files of a year read again, as an accountant's program would, and what they come to: cents per rate and mode.

Nothing here calls the code that wrote them: a sum that is wrong on both sides would prove nothing.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.house import plain

VAT_ACCOUNTS = {"445712": 2000, "445711": 1000, "445715": 550}
MODE_ACCOUNTS = {
    "530000": "cash", "511500": "card", "511200": "cheque", "512000": "transfer", "411000": "on_account",
}  # fmt: skip
MODE_WORDS = {"Espèces": "cash", "Carte bancaire": "card", "Chèque": "cheque", "Virement": "transfer"}


@dataclass
class Sums:
    """What a source comes to; `modes` leaves out what is zero."""

    bases: Counter[int] = field(default_factory=Counter)
    taxes: Counter[int] = field(default_factory=Counter)
    modes: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, dict[object, int]]:
        """The sums without zeros, to be compared."""
        return {
            name: {key: cents for key, cents in sorted(getattr(self, name).items()) if cents}
            for name in ("bases", "taxes", "modes")
        }


def receipts(folder: Path, *, last: int | None = None, year: int | None = None) -> Sums:
    """Every record of the sales stream, up to the place `last`; those that say `year`, when one is asked for."""
    sums = Sums()
    for body in _bodies(folder, "stream = 'sales'" if last is None else f"stream = 'sales' AND sequence <= {last}"):
        if year is None or str(body["at"]).startswith(f"{year}-"):
            _add(sums, body)
    return sums


def closings(folder: Path, kind: str = "closing.day", *, year: int | None = None) -> Sums:
    """Every closed day (or every closing of another kind)."""
    sums = Sums()
    for body in _bodies(folder, f"kind = '{kind}'"):
        if year is None or str(body["days"][0]).startswith(f"{year}-"):
            _add(sums, body)
    return sums


def perpetual(folder: Path) -> tuple[int, int]:
    """The perpetual total of the last closed day, and the last place of the sales stream that it covers."""
    body: Any = _bodies(folder, "kind = 'closing.day'")[-1]
    return int(body["perpetual"]), int(body["sales"]["last"])


def fec(path: Path) -> Sums:
    """The entries; their labels name the rate."""
    sums = Sums()
    for row in fec_rows(path):
        cents = _cents(row["Credit"]) - _cents(row["Debit"])
        number, rate = row["CompteNum"], _rate_of(row["EcritureLib"])
        if number in MODE_ACCOUNTS:
            sums.modes[MODE_ACCOUNTS[number]] -= cents
        elif number in VAT_ACCOUNTS:
            assert VAT_ACCOUNTS[number] == rate, row
            sums.taxes[rate] += cents
        else:
            assert number.startswith("70"), row
            sums.bases[rate] += cents
    return sums


def _rate_of(label: str) -> int:
    """The rate at the end of a label."""
    words = label.rpartition(" - ")[2]
    return _cents(words.removesuffix(" %")) if words.endswith(" %") else 0


def fec_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a FEC by the names of its columns."""
    head, *rows = [line.split("\t") for line in path.read_bytes().decode("iso-8859-15").split("\r\n")[:-1]]
    return [dict(zip(head, row, strict=True)) for row in rows]


def vat_report(path: Path) -> Sums:
    """The VAT report; it has no payment modes."""
    sums = Sums()
    for row in rows_of(path):
        _rate(sums, row)
    return sums


def reporting(folder: Path, year: int) -> Sums:
    """The e-reporting files; what is only owed is in none of them."""
    sums = Sums()
    for row in rows_of(folder / f"ereporting-{year}-ventes.csv"):
        _rate(sums, row)
    for row in rows_of(folder / f"ereporting-{year}-paiements.csv"):
        sums.modes[MODE_WORDS[row["Mode"]]] += _cents(row["Reçu TTC"])
    return sums


def rows_of(path: Path) -> list[dict[str, str]]:
    """A CSV of ours."""
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def _add(sums: Sums, body: dict[str, list[dict[str, int | str]]]) -> None:
    for row in body["vat"]:
        sums.bases[int(row["rate"])] += int(row["base"])
        sums.taxes[int(row["rate"])] += int(row["vat"])
    for paid in body["payments"]:
        sums.modes[str(paid["mode"])] += int(paid["cents"])


def _rate(sums: Sums, row: dict[str, str]) -> None:
    rate = _cents(row["Taux (%)"])
    sums.bases[rate] += _cents(row["Base HT"])
    sums.taxes[rate] += _cents(row["TVA"])
    assert _cents(row["Total TTC"]) == _cents(row["Base HT"]) + _cents(row["TVA"])


def _cents(text: str) -> int:
    whole, _, part = text.partition(",")
    sign = -1 if whole.startswith("-") else 1
    return int(whole) * 100 + sign * int((part + "00")[:2])


def _bodies(folder: Path, where: str) -> list[dict[str, list[dict[str, int | str]]]]:
    with plain(folder) as connection:
        found = connection.execute(f"SELECT body FROM journal WHERE {where} ORDER BY sequence").fetchall()
    connection.close()
    return [json.loads(body) for (body,) in found]
