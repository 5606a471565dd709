"""The commands about bookings: the list of a day, the price of a rental, the calendar for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desk.basis_words import title_words
from desk.clock import local_instant
from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import day_time
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.workbooks import write_bytes

if TYPE_CHECKING:
    from desk.bookings import BookingListed

_YEARS = (1900, 2999)


def bookings(arguments: argparse.Namespace) -> int:
    """The bookings of a day, for one space or all."""
    with opened(arguments) as desk:
        day = arguments.day or desk.site.local_now().date()
        space = _space(desk, arguments.space) if arguments.space else None
        listed = desk.bookings.of_day(day, space)
    if arguments.json:
        print(
            json.dumps({"day": day.isoformat(), "bookings": list(map(_fields, listed))}, ensure_ascii=False, indent=2)
        )
        return OK
    print(translate("Cli", "{day}, réservations\u00a0: {count}").format(day=day_text(day), count=len(listed)))
    rows = [(f"{b.starts_at:%H:%M}–{b.ends_at:%H:%M}", b.space, title_words(b.title, b.people)) for b in listed]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    for hours, where, title in rows:
        print(f"{hours:<{widths[0]}}  {where:<{widths[1]}}  {title}")
    return OK


def _fields(booking: BookingListed) -> dict[str, object]:
    return {
        "booking": booking.id, "space": booking.space_id, "space_name": booking.space,
        "from": booking.starts_at.isoformat(), "until": booking.ends_at.isoformat(),
        "held_from": booking.held_from.isoformat(), "held_until": booking.held_until.isoformat(),
        "kind": booking.kind.value, "title": booking.title, "people": booking.people,
        "series": booking.series_id or None,
    }  # fmt: skip


def quote(arguments: argparse.Namespace) -> int:
    """The price of renting a space, with the mix of days, half-days and hours that makes it the cheapest."""
    from desk.tax_sides import amount_words, other_words, side_of
    from models.catalogue import PriceCategory

    with opened(arguments) as desk:
        zone = desk.site.facts().zone
        today = desk.site.local_now().date()
        starts, ends = _moment(arguments.start, today), _moment(arguments.end, today)
        if len(arguments.end) <= len("HH:MM"):
            ends = datetime.combine(starts.date(), ends.time())
        first, last = (local_instant(moment.date(), moment.time(), zone) for moment in (starts, ends))
        category = PriceCategory(arguments.category)
        quoted = desk.rentals.quote(_space(desk, arguments.space), first, last, category)
    if isinstance(quoted, Refused):
        raise CommandRefused(quoted)
    basket, read = quoted.basket, quoted.read
    if arguments.json:
        lines = [
            {
                "label": line.label,
                "quantity": line.quantity,
                "unit_cents": line.unit_cents,
                "cents": line.cents,
                "tax_included": line.tax_included,
            }
            for line in basket.lines
        ]
        vat = [{"basis_points": t.basis_points, "base_cents": t.base, "vat_cents": t.vat} for t in basket.vat]
        body = {
            "space": quoted.space_id, "space_name": quoted.space, "from": quoted.starts_at.isoformat(),
            "until": quoted.ends_at.isoformat(), "category": category.value, "lines": lines, "vat": vat,
            "net_cents": read.net_cents, "total_cents": basket.total_cents, "reads_first": read.side.value,
        }  # fmt: skip
        print(json.dumps(body, ensure_ascii=False, indent=2))
        return OK
    pattern = translate("Cli", "{space}, du {start} au {end}")
    print(pattern.format(space=quoted.space, start=day_time(quoted.starts_at), end=day_time(quoted.ends_at)))
    for each in read.lines:
        line, pattern = each.line, translate("Cli", "  {quantity} × {label} à {price}\u00a0: {amount}")
        price = amount_words(line.unit_cents, side_of(tax_included=line.tax_included))
        amount = amount_words(each.cents, read.side)
        print(pattern.format(quantity=line.quantity, label=line.label, price=price, amount=amount))
    pattern = translate("Cli", "Total\u00a0: {total}, {other}")
    print(pattern.format(total=amount_words(read.first_cents, read.side), other=other_words(read)))
    return OK


def _space(desk: FrontDesk, wanted: str) -> str:
    """The identifier of a space given by it or by its name, without its accents if one likes."""
    from desk.names import searchable

    known: Sequence[tuple[str, str]] = [
        *((shape.id, shape.name) for shape in desk.drawing.spaces),
        *((other.id, other.name) for other in desk.plans.elsewhere()),
        *((whole.id, whole.name) for whole in desk.wholes.everything()),
    ]
    found = [space_id for space_id, name in known if wanted == space_id or searchable(wanted) == searchable(name)]
    if not found:
        sentence = translate("Cli", "Il n’y a pas d’espace «\u00a0{name}\u00a0»\u00a0: casaco-desk spaces les liste.")
        raise CommandRefused(Refused("no_space", sentence.format(name=wanted[:60])))
    return found[0]


def _moment(text: str, today: date) -> datetime:
    """A local time given as HH:MM (today) or as an ISO date and time; an offset is not ours to guess at."""
    if len(text) <= len("HH:MM"):
        return datetime.combine(today, time.fromisoformat(text))
    return datetime.fromisoformat(text).replace(tzinfo=None)


def moment(text: str) -> str:
    """Check a time as it is typed; argparse words what is wrong."""
    try:
        if len(text) <= len("HH:MM"):
            time.fromisoformat(text)
        elif (typed := datetime.fromisoformat(text)).tzinfo is not None or not _is_near(typed):
            raise ValueError
    except ValueError as error:
        raise argparse.ArgumentTypeError("14:00, ou 2026-11-24T14:00, à l’heure du lieu") from error
    return text


def day(text: str) -> date:
    """Check a day as it is typed."""
    try:
        if not _is_near(typed := date.fromisoformat(text)):
            raise ValueError
    except ValueError as error:
        raise argparse.ArgumentTypeError("une date, par exemple 2026-11-24") from error
    return typed


def _is_near(typed: date) -> bool:
    """Whether calendars and time zones can still count there: they end with the years 1 and 9999."""
    return _YEARS[0] <= typed.year <= _YEARS[1]


def export_calendar(arguments: argparse.Namespace) -> int:
    """Write the bookings of one space, or of all, as a calendar."""
    with opened(arguments) as desk:
        space = _space(desk, arguments.space) if arguments.space else None
        exported = desk.calendars.export(space)
    write_bytes(arguments.out, exported.content)
    pattern = translate("Cli", "Réservations\u00a0: {count}, dans {file}.")
    print(pattern.format(count=exported.bookings, file=arguments.out))
    return OK
