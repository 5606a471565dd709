"""What a run of the sales stream comes to: the one way of adding sealed bodies up, for closings and those who check.

Every kind counts (sale, correction, settlement); bodies of any schema are read. Cents throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.sales import PaymentMode


@dataclass
class Totals:
    """The sums so far: per VAT rate (base, tax), per payment mode, per kind of record, and over all.

    `absolute` adds the amounts without their signs, so that a sale and its reverse never cancel out unseen.
    """

    count: int = 0
    total: int = 0
    absolute: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    bases: Counter[int] = field(default_factory=Counter)
    taxes: Counter[int] = field(default_factory=Counter)
    payments: Counter[str] = field(default_factory=Counter)
    paid_times: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, body: Mapping[str, Any]) -> None:
        """Count one record."""
        self.count += 1
        self.total += body["total"]
        self.absolute += abs(body["total"])
        self.kinds[kind] += 1
        for row in body["vat"]:
            self.bases[row["rate"]] += row["base"]
            self.taxes[row["rate"]] += row["vat"]
        for paid in body["payments"]:
            self.payments[paid["mode"]] += paid["cents"]
            self.paid_times[paid["mode"]] += 1

    @property
    def cash(self) -> int:
        """What the drawer received, the change given back deducted, in cents."""
        return self.payments[PaymentMode.CASH.value]

    def facts(self) -> dict[str, object]:
        """The sums as a sealed body has them, in an order that does not depend on the sales'."""
        rates, modes = sorted(self.bases), sorted(self.payments)
        return {
            "count": self.count,
            "kinds": {kind: self.kinds[kind] for kind in sorted(self.kinds)},
            "vat": [{"rate": rate, "base": self.bases[rate], "vat": self.taxes[rate]} for rate in rates],
            "payments": [
                {"mode": mode, "cents": self.payments[mode], "times": self.paid_times[mode]} for mode in modes
            ],
            "net": sum(self.bases.values()),
            "tax": sum(self.taxes.values()),
            "total": self.total,
            "absolute": self.absolute,
        }


def add_up(records: Iterable[tuple[str, Mapping[str, Any]]]) -> Totals:
    """The totals of (kind, body) pairs."""
    totals = Totals()
    for kind, body in records:
        totals.add(kind, body)
    return totals
