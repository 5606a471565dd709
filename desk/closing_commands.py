"""The commands about closings, and about the hour that they are made at."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.terminal import add_author, sign

if TYPE_CHECKING:
    from desk.closings.office import ClosingListed, OpenDay
    from desk.frontdesk import FrontDesk


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


def add_clock(made: argparse.ArgumentParser) -> None:
    """The arguments of the clock."""
    made.add_argument("--confirm", action="store_true", help="dit que l’ordinateur est à l’heure, quand c’est en doute")
    made.add_argument("--json", action="store_true", help="en JSON")
    add_author(made)


def clock(arguments: argparse.Namespace) -> int:
    """What the computer says beside the last sale and closing; `--confirm` records that it is right."""
    from desk.closings.hour import Doubt
    from desk.formats import day_time

    with opened(arguments) as desk:
        if arguments.confirm:
            return _confirm(desk, arguments)
        state = desk.closings.hour.state()
    if arguments.json:
        told = {
            name: at.isoformat() if at is not None else None
            for name, at in (("now", state.now), ("last_sale", state.last_sale), ("last_closing", state.last_closing))
        }
        print(json.dumps({**told, "doubt": state.doubt.value}, ensure_ascii=False, indent=2))
        return OK
    nothing = translate("Cli", "aucune")
    lines = (
        (translate("Cli", "L’ordinateur dit\u00a0: {when}"), state.now),
        (translate("Cli", "Dernière vente\u00a0: {when}"), state.last_sale),
        (translate("Cli", "Dernière clôture\u00a0: {when}"), state.last_closing),
    )
    for words, at in lines:
        print(words.format(when=nothing if at is None else day_time(at)))
    if state.doubt is not Doubt.NONE:
        print(translate("Cli", "Cette heure est en doute. Si elle est juste\u00a0: casaco-desk clock --confirm"))
    return OK


def _confirm(desk: FrontDesk, arguments: argparse.Namespace) -> int:
    from desk.formats import day_time

    sign(desk, arguments)
    made = desk.closings.hour.confirm()
    if isinstance(made, Refused):
        raise CommandRefused(made)
    words = translate("Cli", "Il est {when}\u00a0: c’est noté.")
    if made.closing:
        words = translate("Cli", "Il est {when}\u00a0: c’est noté. Clôture faite, n° {number}.")
    print(words.format(when=day_time(made.at), number=made.closing))
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
