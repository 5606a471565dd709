"""What an invoice is for: goods, services or both (CGI, annexe II, art. 242 nonies A), by the accounts of its lines.

The accounts say it already: what is posted to a 707 is goods, all else a service. The words are sealed with the
invoice, in French like its other mentions, and what is read from it later reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from desk.accounts.chart import read_chart
from desk.discounts import DISCOUNT

_GOODS_ACCOUNT = "707"


class Nature(StrEnum):
    """The letter under which an electronic invoice says it (BT-23, BR-FR-08)."""

    GOODS = "B"
    SERVICES = "S"
    MIXED = "M"


WORDS = {
    Nature.GOODS: "Livraison de biens.",
    Nature.SERVICES: "Prestation de services.",
    Nature.MIXED: "Livraison de biens et prestation de services.",
}


def nature_in(session: Session, lines: Iterable[Mapping[str, Any]]) -> Nature:
    """What these sealed lines are; a discount is what it is taken off."""
    chart = read_chart(session)
    goods = {
        chart.account(f"sales.{line['product']}").number.startswith(_GOODS_ACCOUNT)
        for line in lines
        if line["product"] != DISCOUNT
    }
    if goods == {True}:
        return Nature.GOODS
    return Nature.MIXED if True in goods else Nature.SERVICES


def nature_of(operations: str) -> Nature:
    """What a sealed mention says; every invoice of an older version says services."""
    longest_first = sorted(WORDS, key=lambda nature: -len(WORDS[nature]))
    return next((nature for nature in longest_first if operations.startswith(WORDS[nature])), Nature.SERVICES)
