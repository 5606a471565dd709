"""The hour of the computer, held against what was sold and closed; and the one act that says it is right.

A clock that is far ahead once would close a day, a month, a year that are not over; and everything would then be
refused for as long as it was ahead, for nothing is posted before a closing. So the desk asks instead of guessing:

- a day that was forgotten is not closed by itself when the last sale or closing is more than 31 days old, or of another
  fiscal year and more than 15 days old (a house that was shut over the new year is not asked);
- when the last closing lies in the future of an hour that a manager confirms, that act closes what was sold since, by
  sequence, at the confirmed hour: what follows goes on from there. No sealed row is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day
from desk.closings.calendar import same_fiscal_year
from desk.closings.session import Edge, last_edge
from desk.errors import EnvironmentFault, Refused
from desk.formats import day_time
from desk.language import translate
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.base import instant_text
from models.database import driver_of
from models.journal import Stream
from models.site import Site

CONFIRMED = "clock.confirmed"
"""The kind of its record, in the technical stream."""
LONG_GAP = timedelta(days=31)
OTHER_YEAR_GAP = timedelta(days=15)
CLOSING_GUARD, SALES_GUARD = "closing_refuses_gaps", "journal_refuses_closed"
_LAST_SALE = "SELECT at FROM journal WHERE stream = 'sales' ORDER BY sequence DESC LIMIT 1"
_LAST_CONFIRMED = "SELECT at FROM journal WHERE stream = 'technical' AND kind = ? ORDER BY sequence DESC LIMIT 1"
_LAST_NUMBER = "SELECT number FROM closing ORDER BY sequence DESC LIMIT 1"


class Doubt(StrEnum):
    """Why an hour is not believed."""

    NONE = ""
    AHEAD = "ahead"
    """The last sale or closing is abnormally long ago."""
    BEHIND = "behind"
    """The last closing is still to come."""


@dataclass(frozen=True)
class HourState:
    """What the computer says, and the last sale and closing (None before the first), in the site's zone."""

    now: datetime
    last_sale: datetime | None
    last_closing: datetime | None
    doubt: Doubt


@dataclass(frozen=True)
class HourConfirmed:
    """The hour was recorded as right; `closing` is the number of what was closed with it, empty when nothing was."""

    at: datetime
    closing: str


class Hour:
    """The hour of the computer, as a manager looks at it and answers for it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def state(self) -> HourState:
        """What is to be compared."""
        with self._work.read() as session:
            return _state(session, self._work.site(session), self._work.clock.now())

    @needs(Act.CONFIRM_CLOCK)
    def confirm(self) -> HourConfirmed | Refused:
        """Say that the computer is right: sales and closings go on from here. Refused when nothing doubts it."""
        from desk.closings.sealing import seal_at_hour

        with self._work.write() as unit:
            state = _state(unit.session, unit.site, unit.now)
            if state.doubt is Doubt.NONE:
                sentence = translate(
                    "Hour", "L’heure de l’ordinateur n’est pas en doute\u00a0: rien n’est à confirmer."
                )
                return Refused("clock_fine", sentence)
            is_behind = state.doubt is Doubt.BEHIND
            after = driver_of(unit.session).execute(_LAST_NUMBER).fetchone()[0] if is_behind else ""
            last = max(at for at in (state.last_sale, state.last_closing) if at is not None)
            facts = {
                "schema": 1, "at": state.now.isoformat(timespec="minutes"), "doubt": state.doubt.value,
                "last": last.isoformat(timespec="minutes"), "after": after, "by": unit.operator.name,
            }  # fmt: skip
            unit.record(Stream.TECHNICAL, CONFIRMED, facts)
            unit.changed(Topic.TILL)
            return HourConfirmed(state.now, seal_at_hour(unit, after).number if is_behind else "")


def doubted(session: Session, site: Site, now: datetime, edge: Edge | None = None) -> datetime | None:
    """When the last sale or closing was, if that is abnormally long before `now`; None when all is well."""
    driver, edge = driver_of(session), edge or last_edge(session)
    sale = driver.execute(_LAST_SALE).fetchone()
    known = [text for text in (edge.closed_at, sale[0] if sale else "") if text]
    if not known:
        return None
    last = datetime.fromisoformat(max(known))
    if not _is_long(site, last, now):
        return None
    confirmed = driver.execute(_LAST_CONFIRMED, (CONFIRMED,)).fetchone()
    if confirmed is not None and last < (said := datetime.fromisoformat(confirmed[0])) <= now:
        return last if _is_long(site, said, now) else None
    return last


def refuse_doubted_clock(unit: Unit, edge: Edge) -> None:
    """Raises `EnvironmentFault` ("clock_doubted") when a forgotten day would be closed at an hour to be confirmed."""
    last = doubted(unit.session, unit.site, unit.now, edge)
    if last is not None:
        raise EnvironmentFault(
            _compared(unit.site, last, unit.now),
            safe=translate("Hour", "Rien n’a été vendu, rien n’a été clôturé."),
            todo=_ways_on(),
            code="clock_doubted",
        )


def doubted_refusal(unit: Unit) -> Refused | None:
    """The same as a refusal, for who counts or closes."""
    last = doubted(unit.session, unit.site, unit.now)
    if last is None:
        return None
    sentence = translate("Hour", "{compared} {ways}").format(
        compared=_compared(unit.site, last, unit.now), ways=_ways_on()
    )
    return Refused("clock_doubted", sentence)


def told_at_start(session: Session, site: Site, now: datetime) -> str:
    """What must be said of the hour as the desk opens, in words; empty when it is believed."""
    edge = last_edge(session)
    last = doubted(session, site, now, edge)
    if last is None and instant_text(now) < edge.closed_at:
        last = datetime.fromisoformat(edge.closed_at)
    if last is None:
        return ""
    return translate("Hour", "{compared} {ways}").format(compared=_compared(site, last, now), ways=_ways_on())


@contextmanager
def aside(session: Session, *guards: str) -> Iterator[None]:
    """Let these guards of the base step aside for what is done inside; they are back before anything is committed."""
    driver = driver_of(session)
    found = [
        driver.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (guard,)).fetchone()[0]
        for guard in guards
    ]
    for guard in guards:
        driver.execute(f"DROP TRIGGER {guard}")
    yield
    for sql in found:
        driver.execute(sql)


def _is_long(site: Site, last: datetime, now: datetime) -> bool:
    zone = site.timezone
    is_same_year = same_fiscal_year(local_day(last, zone), local_day(now, zone), site.fiscal_month)
    return now - last > (LONG_GAP if is_same_year else OTHER_YEAR_GAP)


def _state(session: Session, site: Site, now: datetime) -> HourState:
    edge, zone = last_edge(session), site.timezone
    sale = driver_of(session).execute(_LAST_SALE).fetchone()
    doubt = Doubt.NONE
    if instant_text(now) < edge.closed_at:
        doubt = Doubt.BEHIND
    elif doubted(session, site, now, edge) is not None:
        doubt = Doubt.AHEAD
    sold, closed = (
        datetime.fromisoformat(text).astimezone(zone) if text else None
        for text in (sale[0] if sale else "", edge.closed_at)
    )
    return HourState(now.astimezone(zone), sold, closed, doubt)


def _compared(site: Site, last: datetime, now: datetime) -> str:
    words = translate("Hour", "La dernière vente ou clôture est du {last}, l’ordinateur dit {now}.")
    zone = site.timezone
    return words.format(last=day_time(last.astimezone(zone)), now=day_time(now.astimezone(zone)))


def _ways_on() -> str:
    return translate(
        "Hour",
        "Si l’ordinateur se trompe, mettez-le à l’heure. S’il a raison, un·e gérant·e le confirme une fois"
        "\u00a0: Ctrl Maj H, «\u00a0L’heure de l’ordinateur\u00a0».",
    )
