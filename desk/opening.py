"""When the house is open: hours by weekday, French public holidays, and the days that are not like the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_instant
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.language import translate
from desk.names import tidy
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.journal import Stream
from models.opening import OpeningException, OpeningHours
from models.prepared import Prepared
from models.site import Site

NOTE_LIMIT = 160
_OF_WEEKDAY = Prepared(
    select(OpeningHours.opens, OpeningHours.closes).where(OpeningHours.weekday == bindparam("weekday"))
)
_OF_DAY = Prepared(
    select(OpeningException.opens, OpeningException.closes, OpeningException.note).where(
        OpeningException.day == bindparam("day")
    )
)


@dataclass(frozen=True)
class DayHours:
    """When the house opens and closes on `day`, aware, in the site's zone; both None, and `why`, when it is closed."""

    day: date
    opens: datetime | None
    closes: datetime | None
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the house opens that day."""
        return self.opens is not None

    def hold(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether the house is open from `starts_at` until `ends_at` (aware)."""
        return self.opens is not None and self.closes is not None and self.opens <= starts_at < ends_at <= self.closes


@dataclass(frozen=True)
class WeekdayHours:
    """The hours of a weekday (1 is Monday), local; both None when the house is closed that day."""

    weekday: int
    opens: time | None
    closes: time | None


@dataclass(frozen=True)
class SpecialDay:
    """A day with hours of its own, local; both None when the house is closed. `note` says why."""

    day: date
    opens: time | None
    closes: time | None
    note: str


@lru_cache(maxsize=64)
def public_holidays(year: int, region: str = "") -> dict[date, str]:
    """The public holidays of France, with their French names (Code du travail, art. L3133-1).

    `region` is empty or a code of the `holidays` package ("57" for Moselle, "974" for La Réunion...).
    """
    # A fifth of a second to import: only for a house that asks for a day.
    from holidays.countries.france import France

    # The names come with a plain apostrophe.
    known: dict[date, str] = dict(France(years=year, subdiv=region or None, language="fr"))  # type: ignore[no-untyped-call]
    return {day: name.replace("'", "’") for day, name in known.items()}


def known_regions() -> tuple[str, ...]:
    """The regions that have holidays of their own."""
    from holidays.countries.france import France

    return tuple(France.subdivisions)


def region_names() -> tuple[tuple[str, str], ...]:
    """The regions that have holidays of their own, by the codes of the `holidays` package, with their names."""
    return (
        ("", translate("Regions", "France entière")),
        ("6AE", translate("Regions", "Alsace")),
        ("57", translate("Regions", "Moselle")),
        ("971", translate("Regions", "Guadeloupe")),
        ("972", translate("Regions", "Martinique")),
        ("973", translate("Regions", "Guyane")),
        ("974", translate("Regions", "La Réunion")),
        ("976", translate("Regions", "Mayotte")),
        ("NC", translate("Regions", "Nouvelle-Calédonie")),
        ("PF", translate("Regions", "Polynésie française")),
        ("BL", translate("Regions", "Saint-Barthélemy")),
        ("MF", translate("Regions", "Saint-Martin")),
        ("PM", translate("Regions", "Saint-Pierre-et-Miquelon")),
        ("WF", translate("Regions", "Wallis-et-Futuna")),
    )


def hours_on(session: Session, site: Site, day: date) -> DayHours:
    """The hours of `day`: its own if it has some, none on a holiday, else those of its weekday."""
    special = _OF_DAY.first(session, day=day)
    if special is not None:
        opens, closes, note = special
        return _hours(site, day, opens, closes, note or translate("Opening", "fermeture exceptionnelle"))
    if site.closed_on_holidays:
        name = public_holidays(day.year, site.holiday_region).get(day)
        if name is not None:
            return DayHours(day, None, None, name)
    opens, closes = _OF_WEEKDAY.first(session, weekday=day.isoweekday()) or (site.opens, site.closes)
    return _hours(site, day, opens, closes, translate("Opening", "c’est un jour de fermeture"))


def _hours(site: Site, day: date, opens: str, closes: str, why: str) -> DayHours:
    if not opens:
        return DayHours(day, None, None, why)
    zone = site.timezone
    first, last = (local_instant(day, time.fromisoformat(hour), zone).astimezone(zone) for hour in (opens, closes))
    return DayHours(day, first, last)


def closed_then(session: Session, site: Site, starts_at: datetime, ends_at: datetime, *, opens_the_house: bool) -> str:
    """Why the house is closed at some time between two instants, in a sentence; empty when it is open.

    `opens_the_house` is for what the house itself does (an evening, a Sunday market): only holidays and
    exceptional closings stand in its way.
    """
    zone = site.timezone
    first, last = starts_at.astimezone(zone), ends_at.astimezone(zone)
    hours = hours_on(session, site, first.date())
    if hours.hold(first, last):
        return ""
    if not hours.is_open:
        if opens_the_house and _is_ordinary(session, site, first.date()):
            return ""
        pattern = translate("Opening", "La maison est fermée le {day}\u00a0: {why}.")
        return pattern.format(day=day_text(first.date()), why=hours.why)
    if opens_the_house:
        return ""
    pattern = translate("Opening", "La maison est ouverte de {opens} à {closes} le {day}\u00a0: ce n’est pas dedans.")
    assert hours.opens is not None
    assert hours.closes is not None
    return pattern.format(
        opens=time_text(hours.opens), closes=time_text(hours.closes), day=day_text(first.date())
    )  # fmt: skip


def _is_ordinary(session: Session, site: Site, day: date) -> bool:
    """Whether `day` is neither a closing of its own nor a holiday that is kept."""
    if _OF_DAY.first(session, day=day) is not None:
        return False
    return not (site.closed_on_holidays and day in public_holidays(day.year, site.holiday_region))


class Opening:
    """The hours of the house, read and changed; changing them is a manager's right, and recorded."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def on(self, day: date) -> DayHours:
        """The hours of a day."""
        with self._work.read() as session:
            return hours_on(session, self._work.site(session), day)

    def week(self) -> tuple[WeekdayHours, ...]:
        """The hours of each weekday, from Monday."""
        with self._work.read() as session:
            site = self._work.site(session)
            return tuple(weekday_hours(session, site, weekday) for weekday in range(1, 8))

    def special_days(self, since: date) -> tuple[SpecialDay, ...]:
        """The days with hours of their own, from `since` on."""
        with self._work.read() as session:
            rows = session.scalars(
                select(OpeningException).where(OpeningException.day >= since).order_by(OpeningException.day)
            )
            return tuple(SpecialDay(row.day, _time(row.opens), _time(row.closes), row.note) for row in rows)

    @needs(Act.HOURS)
    def set_weekday(self, hours: WeekdayHours) -> WeekdayHours | Refused:
        """Change the hours of a weekday."""
        with self._work.write() as unit:
            return write_weekday(unit, hours)

    @needs(Act.HOURS)
    def set_special(self, special: SpecialDay) -> SpecialDay | Refused:
        """Give a day hours of its own, or close it; what is booked then already stays, and is the house's to move."""
        with self._work.write() as unit:
            return write_special(unit, special)

    @needs(Act.HOURS)
    def remove_special(self, day: date) -> Refused | None:
        """Let a day be like the others again."""
        with self._work.write() as unit:
            removed = erase_special(unit, day)
            return removed if isinstance(removed, Refused) else None


def weekday_hours(session: Session, site: Site, weekday: int) -> WeekdayHours:
    """The hours of a weekday, 1 to 7."""
    opens, closes = _OF_WEEKDAY.first(session, weekday=weekday) or (site.opens, site.closes)
    return WeekdayHours(weekday, _time(opens), _time(closes))


def special_day(session: Session, day: date) -> SpecialDay | None:
    """The hours that a day has of its own, None when it has none."""
    found = _OF_DAY.first(session, day=day)
    return None if found is None else SpecialDay(day, _time(found[0]), _time(found[1]), found[2])


def write_weekday(unit: Unit, hours: WeekdayHours) -> WeekdayHours | Refused:
    """Change the hours of a weekday inside `unit`; the right to do so is the caller's to check."""
    if not 1 <= hours.weekday <= 7:
        return Refused("weekday", translate("Opening", "Un jour de la semaine va de 1 (lundi) à 7 (dimanche)."))
    refused = _not_hours(hours.opens, hours.closes)
    if refused is not None:
        return refused
    before = weekday_hours(unit.session, unit.site, hours.weekday)
    opens, closes = _text(hours.opens), _text(hours.closes)
    unit.session.merge(OpeningHours(weekday=hours.weekday, opens=opens, closes=closes))
    body = {
        "schema": 2, "weekday": hours.weekday, "opens": opens, "closes": closes,
        "before": {"opens": _text(before.opens), "closes": _text(before.closes)},
    }  # fmt: skip
    _record(unit, "opening.week_set", body)
    return hours


def write_special(unit: Unit, special: SpecialDay) -> SpecialDay | Refused:
    """Give a day hours of its own inside `unit`; the right to do so is the caller's to check."""
    special = replace(special, note=tidy(special.note, NOTE_LIMIT))
    refused = _not_hours(special.opens, special.closes)
    if refused is not None:
        return refused
    before = special_day(unit.session, special.day)
    unit.session.merge(OpeningException(**_day_facts(special) | {"day": special.day}))
    body = {"schema": 2, **_day_facts(special), "before": None if before is None else _day_facts(before)}
    _record(unit, "opening.special_set", body)
    return special


def erase_special(unit: Unit, day: date) -> SpecialDay | Refused:
    """Let a day be like the others inside `unit`; the answer is what it had of its own."""
    before = special_day(unit.session, day)
    if before is None:
        return Refused("no_day", translate("Opening", "Ce jour n’a pas d’horaires particuliers."))
    unit.session.delete(unit.session.get_one(OpeningException, day))
    _record(unit, "opening.special_removed", {"schema": 1, **_day_facts(before)})
    return before


def _day_facts(special: SpecialDay) -> dict[str, object]:
    return {
        "day": special.day.isoformat(), "opens": _text(special.opens), "closes": _text(special.closes),
        "note": special.note,
    }  # fmt: skip


def _record(unit: Unit, kind: str, body: dict[str, object]) -> None:
    unit.session.flush()
    unit.record(Stream.OPERATIONS, kind, body)
    unit.changed(Topic.BOOKINGS)


def _not_hours(opens: time | None, closes: time | None) -> Refused | None:
    if (opens is None) != (closes is None) or (opens is not None and closes is not None and opens >= closes):
        return Refused("hours", translate("Opening", "L’heure de fermeture vient après l’heure d’ouverture."))
    return None


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _text(hour: time | None) -> str:
    return "" if hour is None else f"{hour:%H:%M}"
