"""Rules by which a booking comes back: RFC 5545, read with care, followed by the wall clock of the site.

A rule always ends: by a number of times or on a day. The hours are those of the wall, so that a Tuesday at noon stays
at noon when summer time begins; what that makes of the two nights a year is in `span`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.clock import local_instant
from desk.errors import Refused
from desk.language import translate

MOST = 400
"""The most dates of one series."""
LONGEST = timedelta(days=366 * 12)
"""How far after its first date a series may go: three leap years."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_NUMBERS = {"BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYSETPOS": (-31, 31)}
_LARGEST_INTERVAL = 400


@dataclass(frozen=True)
class Rule:
    """A rule: `text` without its end, and its end, a number of times or a local time; at most one of the two."""

    text: str
    count: int | None = None
    until: datetime | None = None

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the text by name."""
        return dict(part.split("=", 1) for part in self.text.split(";"))

    @property
    def is_endless(self) -> bool:
        """Whether nothing ends it."""
        return self.count is None and self.until is None


def weekly(days: tuple[int, ...], until: date, every: int = 1) -> str:
    """The rule of some weekdays (1 is Monday), every so many weeks, until a local day included."""
    named = ",".join(DAYS[day - 1] for day in sorted(set(days)))
    return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={named};UNTIL={until:%Y%m%d}"


def read_rule(text: str, zone: ZoneInfo) -> Rule | Refused:
    """The rule written in `text` ("FREQ=WEEKLY;BYDAY=TU;COUNT=10"), or why it cannot be followed."""
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").strip(";").split(";"):
        name, sign, value = part.partition("=")
        if not sign or not value or name in parts:
            return _unread(text)
        parts[name] = value
    if parts.get("FREQ") not in _FREQUENCIES:
        sentence = translate("Recurrence", "Une réservation revient par jour, semaine, mois ou année, rien d’autre.")
        return Refused("frequency", sentence)
    end = _end(parts, zone)
    if end is None or not _is_followed(parts):
        return _unread(text)
    count, until = end
    if count is not None and until is not None:
        return Refused("two_ends", translate("Recurrence", "Cette répétition a deux fins\u00a0: gardez-en une."))
    return Rule(";".join(f"{name}={value}" for name, value in parts.items()), count, until)


def _unread(text: str) -> Refused:
    sentence = translate("Recurrence", "Cette répétition n’est pas comprise\u00a0: {rule}.")
    return Refused("rule", sentence.format(rule=text.strip()[:80]))


def _end(parts: dict[str, str], zone: ZoneInfo) -> tuple[int | None, datetime | None] | None:
    """Take the end out of the parts; None when it cannot be read."""
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    if count is not None and not (count.isascii() and count.isdigit() and len(count) < 7 and int(count)):
        return None
    try:
        return (None if count is None else int(count)), (None if until is None else _moment(until, zone))
    except (ValueError, OverflowError):
        return None


def _moment(text: str, zone: ZoneInfo) -> datetime:
    """A date or time of RFC 5545 by the wall clock of `zone`; a date lasts until its midnight."""
    if len(text) == 8:
        return datetime.combine(datetime.strptime(text, "%Y%m%d").date(), time(23, 59, 59))
    read = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")
    return read.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if text.endswith("Z") else read


def _is_followed(parts: dict[str, str]) -> bool:
    """Whether every part is one that the desk follows, with values that make sense for its frequency."""
    frequency = parts["FREQ"]
    for name, value in parts.items():
        if name == "FREQ":
            continue
        if name == "INTERVAL":
            if not (value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value) <= _LARGEST_INTERVAL):
                return False
        elif name == "WKST":
            if value not in DAYS:
                return False
        elif name == "BYDAY":
            if not all(_is_day(item, frequency) for item in value.split(",")):
                return False
        elif name in _NUMBERS:
            if name != "BYMONTH" and frequency in ("DAILY", "WEEKLY"):
                return False
            if not all(_is_number(item, *_NUMBERS[name]) for item in value.split(",")):
                return False
        else:
            return False
    return _may_happen(parts)


def _is_day(item: str, frequency: str) -> bool:
    if item[-2:] not in DAYS:
        return False
    return not item[:-2] or (frequency in ("MONTHLY", "YEARLY") and _is_number(item[:-2].lstrip("+"), -5, 5))


def _is_number(item: str, least: int, most: int) -> bool:
    digits = item.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 3 and least <= int(item) <= most and int(item) != 0


def _may_happen(parts: dict[str, str]) -> bool:
    """Whether some month has the days asked for: there is never a 30 February, and one would look for it for ever."""
    if "BYMONTHDAY" not in parts or "BYMONTH" not in parts:
        return True
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    months, days = ([int(item) for item in parts[name].split(",")] for name in ("BYMONTH", "BYMONTHDAY"))
    return any(abs(day) <= lengths[month - 1] for month in months for day in days)


def dates(rule: Rule, starts: datetime, *, horizon: datetime | None = None) -> tuple[datetime, ...] | Refused:
    """The local times at which the rule puts a booking that first starts at `starts` (local, without a zone).

    An endless rule needs a `horizon`, and is then followed until it. Refused when there are none or too many.
    """
    if rule.is_endless and horizon is None:
        sentence = translate("Recurrence", "Cette répétition n’a pas de fin\u00a0: donnez un jour ou un nombre.")
        return Refused("endless", sentence)
    end = min(moment for moment in (rule.until, horizon, starts + LONGEST) if moment is not None)
    from dateutil.rrule import rrulestr

    found: list[datetime] = []
    for moment in rrulestr(rule.text, dtstart=starts):
        if moment > end or len(found) == rule.count:
            break
        found.append(moment)
        if len(found) > MOST:
            sentence = translate("Recurrence", "Une série a {most} dates au plus\u00a0: raccourcissez-la.")
            return Refused("too_many", sentence.format(most=MOST))
    if not found:
        return Refused("no_date", translate("Recurrence", "Aucune date ne suit cette règle d’ici sa fin."))
    if rule.until is not None and rule.until > starts + LONGEST:
        return Refused("too_far", translate("Recurrence", "Une série dure douze ans au plus."))
    if rule.count is not None and len(found) < rule.count:
        return Refused("too_far", translate("Recurrence", "Une série dure douze ans au plus."))
    return tuple(found)


def span(starts: datetime, lasting: timedelta, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants of a local start and of the local end `lasting` later by the wall clock, aware, in `zone`.

    On the night that skips an hour a booking across it is an hour shorter, on the night that repeats one an hour
    longer. One whose end the spring night would put before its start keeps its length.
    """
    ends = starts + lasting
    first = local_instant(starts.date(), starts.time(), zone)
    last = local_instant(ends.date(), ends.time(), zone)
    if last <= first:
        last = first + lasting
    return first.astimezone(zone), last.astimezone(zone)


def moved(rule: Rule, days: int) -> Rule | None:
    """The rule whose dates all come `days` later; None for one that no such rule can say (the second Thursday)."""
    if days == 0:
        return rule
    parts = rule.parts
    if parts["FREQ"] not in ("DAILY", "WEEKLY") or "BYMONTH" in parts:
        return None
    for name in ("BYDAY", "WKST"):
        if name in parts:
            turned = ((DAYS.index(day) + days) % 7 for day in parts[name].split(","))
            parts[name] = ",".join(DAYS[day] for day in turned)
    if parts["FREQ"] == "WEEKLY" and "WKST" not in parts:
        parts["WKST"] = DAYS[days % 7]
    return Rule(";".join(f"{name}={value}" for name, value in parts.items()), rule.count, rule.until)
