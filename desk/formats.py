"""How amounts, rates, dates and times read: the one home of it, in French and in English.

The words and patterns are those of Unicode's CLDR, kept here as small tables because the first window needs them
at once and importing Babel costs it 85 ms; the tests compare every one of them with Babel.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from datetime import time as clock_time
from decimal import Decimal

from desk.language import current, translate

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

_DAYS = {
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    "fr": (
        "janv.",
        "févr.",
        "mars",
        "avr.",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
}
_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
)


def money(cents: int) -> str:
    """An amount in euros: "1 234,50 €" in French (narrow and no-break spaces), "€1,234.50" in English."""
    sign = "-" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    if current() == "fr":
        return f"{sign}{euros:,}".replace(",", NARROW_NO_BREAK) + f",{rest:02d}{NO_BREAK}€"
    return f"{sign}€{euros:,}.{rest:02d}"


def unit_price(cents: int, count: int) -> str:
    """The price of one when `count` of them cost `cents`: to the ten-thousandth of a euro where cents do not do."""
    whole, rest = divmod(abs(cents), count)
    if not rest:
        return money(whole if cents >= 0 else -whole)
    exact = (Decimal(cents) / count / 100).quantize(Decimal("0.0001"))
    return f"{_decimal(exact)}{NO_BREAK}€" if current() == "fr" else f"€{_decimal(exact)}"


def rate(basis_points: int) -> str:
    """A rate given in basis points: 2000 is "20 %", 550 is "5,5 %"."""
    number = _decimal(Decimal(basis_points) / 100)
    return f"{number}{NO_BREAK}%" if current() == "fr" else f"{number}%"


def quantity(value: int | Decimal) -> str:
    """A count or a measure, without useless zeros: "2", "1,5"."""
    return _decimal(Decimal(value))


def day(value: date) -> str:
    """A day: "sam. 21 nov. 2026"; the same order in English ("Sat 21 Nov 2026")."""
    names, months = _DAYS[_table()], _MONTHS[_table()]
    return f"{names[value.weekday()]} {value.day} {months[value.month - 1]} {value.year}"


def time(value: datetime | clock_time) -> str:
    """The hour and minute of `value` in its own zone: "10:42" (convert to the site's zone before)."""
    return f"{value.hour:02d}:{value.minute:02d}"


def day_time(value: datetime) -> str:
    """A day and an hour: "sam. 21 nov. 2026 à 10:42"."""
    joint = "à" if current() == "fr" else "at"
    return f"{day(value)} {joint} {time(value)}"


def since(value: datetime, now: datetime) -> str:
    """When somebody came in, read at `now`, both in the site's zone: an hour alone is always of today."""
    days = (now.date() - value.date()) // timedelta(days=1)
    if days <= 0:
        return time(value)
    if days == 1:
        return translate("Formats", "depuis hier {hour}").format(hour=time(value))
    return translate("Formats", "depuis {when}").format(when=day_time(value))


def no_break(text: str) -> str:
    """`text`, kept on one line: a number that is written in groups, for example."""
    return text.replace(" ", NO_BREAK)


def plain(text: str) -> str:
    """`text` with every typographic space made an ordinary one, for printers and terminals (FISCAL.md §6)."""
    return text.translate(_PLAIN)


def _decimal(number: Decimal) -> str:
    digits = f"{number:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.replace(".", ",") if current() == "fr" else digits


def _table() -> str:
    return "fr" if current() == "fr" else "en"
