"""The command about closings."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from desk.commands import OK, opened
from desk.language import translate

if TYPE_CHECKING:
    from desk.closings.office import ClosingListed, OpenDay


def closings(arguments: argparse.Namespace) -> int:
    """The closings, the first one first; amounts in cents in JSON."""
    from desk.formats import money

    with opened(arguments) as desk:
        made = tuple(reversed(desk.closings.listed(limit=None)))
        waiting = desk.closings.open_day()
    if arguments.json:
        told = {"closings": [_fields(one) for one in made], "open": _waiting(waiting)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return OK
    numbers = max((len(one.number) for one in made), default=0)
    titles = max((len(one.title) for one in made), default=0)
    for one in made:
        total, perpetual = money(one.total_cents), money(one.perpetual_cents)
        print(f"{one.number:<{numbers}}  {one.title:<{titles}}  {total:>14}  {perpetual:>16}")
    words = translate("Cli", "Pas encore clôturé\u00a0: {count} ventes, {total}.")
    if waiting.sales == 1:
        words = translate("Cli", "Pas encore clôturé\u00a0: 1 vente, {total}.")
    print(words.format(count=waiting.sales, total=money(waiting.total_cents)))
    return OK


def _fields(one: ClosingListed) -> dict[str, object]:
    return {
        "number": one.number, "period": one.period.value, "title": one.title, "closed_at": one.closed_at.isoformat(),
        "first_sale": one.first_sale, "last_sale": one.last_sale, "total": one.total_cents,
        "perpetual": one.perpetual_cents, "perpetual_absolute": one.perpetual_absolute_cents,
        "counted": one.counted_cents, "difference": one.difference_cents,
    }  # fmt: skip


def _waiting(day: OpenDay) -> dict[str, object]:
    return {
        "day": day.day.isoformat(), "sales": day.sales, "total": day.total_cents, "overdue": day.is_overdue,
    }  # fmt: skip
