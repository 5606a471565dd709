"""A rule in words, and what is to be known about it."""

from __future__ import annotations

from datetime import datetime

from desk.formats import day as day_text
from desk.language import translate
from desk.recurrence import DAYS, Rule


def words(rule: Rule, starts: datetime, last: datetime) -> str:
    """The rule as a sentence: "Chaque mardi, jusqu’au mar. 29 déc. 2026"."""
    pattern = translate("Recurrence", "{every}, jusqu’au {day}")
    return pattern.format(every=_every(rule, starts), day=day_text(last.date()))


def notes(rule: Rule, starts: datetime, first: datetime) -> tuple[str, ...]:
    """What would surprise: dates that do not exist, a first date that is not the one asked for."""
    found = []
    parts = rule.parts
    plain = "BYDAY" not in parts and "BYMONTHDAY" not in parts
    leap = parts["FREQ"] == "YEARLY" and plain and (starts.month, starts.day) == (2, 29)
    leap = leap or (parts.get("BYMONTH") == "2" and parts.get("BYMONTHDAY") == "29")
    if leap:
        found.append(
            translate(
                "Recurrence",
                "Le 29 février n’existe que les années bissextiles\u00a0: la série n’a lieu que ces années-là.",
            )
        )
    elif parts["FREQ"] == "MONTHLY" and (day := _month_day(parts, starts)) > 28:
        pattern = translate("Recurrence", "Les mois qui n’ont pas de {day} sont passés.")
        found.append(pattern.format(day=day))
    if first != starts:
        pattern = translate("Recurrence", "La première date qui suit la règle est le {day}.")
        found.append(pattern.format(day=day_text(first.date())))
    return tuple(found)


def _month_day(parts: dict[str, str], starts: datetime) -> int:
    if "BYDAY" in parts:
        return 0
    return max(int(day) for day in parts.get("BYMONTHDAY", str(starts.day)).split(","))


def _every(rule: Rule, starts: datetime) -> str:
    parts = rule.parts
    step = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "DAILY" if "BYDAY" in parts:
            pattern = translate("Recurrence", "Le {days}")
        case "DAILY":
            one, many = translate("Recurrence", "Chaque jour"), translate("Recurrence", "Tous les {step} jours")
            pattern = one if step == 1 else many
        case "WEEKLY":
            one = translate("Recurrence", "Chaque {days}")
            pattern = one if step == 1 else translate("Recurrence", "Toutes les {step} semaines, le {days}")
        case "MONTHLY":
            one = translate("Recurrence", "Chaque mois, le {days}")
            pattern = one if step == 1 else translate("Recurrence", "Tous les {step} mois, le {days}")
        case _:
            one = translate("Recurrence", "Chaque année, comme le {day}")
            pattern = one if step == 1 else translate("Recurrence", "Tous les {step} ans, comme le {day}")
    return pattern.format(step=step, days=_days(parts, starts), day=day_text(starts.date()))


def _days(parts: dict[str, str], starts: datetime) -> str:
    """The days of a week or of a month, in words."""
    if "BYDAY" in parts:
        named = [_day(item) for item in parts["BYDAY"].split(",")]
    elif parts["FREQ"] == "MONTHLY":
        named = parts.get("BYMONTHDAY", str(starts.day)).split(",")
    else:
        named = [_day(DAYS[starts.weekday()])]
    return ", ".join(named)


def weekday_words(weekday: int) -> str:
    """The name of a weekday: 1 is Monday."""
    return _names()[DAYS[weekday - 1]]


def _names() -> dict[str, str]:
    return {
        "MO": translate("Recurrence", "lundi"), "TU": translate("Recurrence", "mardi"),
        "WE": translate("Recurrence", "mercredi"), "TH": translate("Recurrence", "jeudi"),
        "FR": translate("Recurrence", "vendredi"), "SA": translate("Recurrence", "samedi"),
        "SU": translate("Recurrence", "dimanche"),
    }  # fmt: skip


def _day(item: str) -> str:
    name, place = _names()[item[-2:]], item[:-2].lstrip("+")
    ranks = {
        "": "{day}", "1": translate("Recurrence", "premier {day}"), "2": translate("Recurrence", "deuxième {day}"),
        "3": translate("Recurrence", "troisième {day}"), "4": translate("Recurrence", "quatrième {day}"),
        "5": translate("Recurrence", "cinquième {day}"), "-1": translate("Recurrence", "dernier {day}"),
    }  # fmt: skip
    other = translate("Recurrence", "{day} n° {rank} depuis la fin du mois")
    return ranks.get(place, other).format(day=name, rank=place.removeprefix("-"))
