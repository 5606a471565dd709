"""Bookings, and what else lets a visit happen, in words that the greeting, the lists and the papers share."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from desk.formats import time as time_text
from desk.language import translate


def booking_words(title: str, space: str, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """An event or a booking: what it is, where and when."""
    start, end = time_text(starts_at.astimezone(zone)), time_text(ends_at.astimezone(zone))
    pattern = translate("BasisWords", "{title} · {space}, {start} – {end}")
    return pattern.format(title=title, space=space, start=start, end=end)


def title_words(title: str, people: int) -> str:
    """What a booking is called in a list, with how many come when somebody said so."""
    return translate("Plan", "{title} ({people})").format(title=title, people=people) if people else title


def holder_words(is_named: bool | None, given: str | None, family: str | None, organisation: str | None) -> str:
    """Who holds a booking: its member when they chose to be named, else its organisation, or nobody."""
    return f"{given} {family}" if is_named else (organisation or "")


def guest_words(host: str) -> str:
    """Someone who comes as a member's guest."""
    return translate("BasisWords", "Invité·e · hôte\u00a0: {host}").format(host=host)


def trial_words() -> str:
    """Someone who tries the house."""
    return translate("BasisWords", "Journée d’essai")


def forced_words() -> str:
    """Someone whom a manager let in all the same."""
    return translate("BasisWords", "Entrée exceptionnelle")
