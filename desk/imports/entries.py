"""One row of a file made into what it says of a member, or the sentences that say what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from desk import codes
from desk.imports.columns import Field
from desk.language import translate
from desk.names import NameIndex, searchable, tidy
from desk.workbooks import original

NAME_LIMIT = 80
TEXT_LIMIT = 200
NUMBER_LIMIT = 999_999
SHOWN = 40
YEARS = range(1900, 2200)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_PHONE = re.compile(r"\+?[0-9][0-9 .()/\-]{3,22}")
_NUMBER = re.compile(r"(?:n° ?)?0*([1-9][0-9]{0,8})(?:[.,]0+)?", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?")
_EUROPEAN = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4}|[0-9]{2})")
_YES = frozenset({"1", "oui", "o", "x", "vrai", "yes", "y", "true"})
_NO = frozenset({"", "0", "non", "n", "faux", "no", "false"})
_ALIKE = 88.0

Value = TypeVar("Value")


@dataclass(frozen=True)
class PlanKnown:
    """A plan on offer, as an import needs it: `units` is the size of a book, 0 when nothing is counted."""

    code: str
    name: str
    units: int
    term: Callable[[date], date]


@dataclass(frozen=True)
class MemberEntry:
    """What a row says. `number` None: the next free one. `plan_code` empty: no membership. `card` empty: no card."""

    given: str
    family: str
    number: int | None = None
    email: str = ""
    phone: str = ""
    message: str = ""
    joined: date | None = None
    status: str = "active"
    named: bool = False
    plan_code: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    units: int = 0
    card: str = ""

    @property
    def name(self) -> str:
        """The name as greeted."""
        return f"{self.given} {self.family}".strip()


class EntryReader:
    """Reads rows against the plans of the house; `today` is what a missing date falls back to."""

    def __init__(self, plans: tuple[PlanKnown, ...], today: date) -> None:
        self._plans = plans
        self._names = {searchable(name): plan for plan in plans for name in (plan.name, plan.code)}
        self._alike = NameIndex(self._names)
        self._today = today

    def read(self, cells: Mapping[Field, str]) -> tuple[MemberEntry, tuple[str, ...]]:
        """What the cells say, and every sentence about what is wrong with them (none when the row is right)."""
        return _Row({field: original(text.strip()) for field, text in cells.items()}, self).entry()

    def plan(self, text: str) -> PlanKnown | None:
        """The plan of that name or code, a slip or two allowed."""
        wanted = searchable(text)
        if wanted in self._names:
            return self._names[wanted]
        found = self._alike.closest(wanted, _ALIKE)
        return None if found is None else list(self._names.values())[found]

    @property
    def plan_names(self) -> str:
        """The plans on offer, to be named in a sentence."""
        return ", ".join(plan.name for plan in self._plans)

    @property
    def today(self) -> date:
        """The day of the import."""
        return self._today


class _Row:
    def __init__(self, cells: dict[Field, str], reader: EntryReader) -> None:
        self._cells = cells
        self._reader = reader
        self._problems: list[str] = []

    def entry(self) -> tuple[MemberEntry, tuple[str, ...]]:
        given, family = self._names()
        made = MemberEntry(
            given, family, self._number(), self._email(), self._phone(), self._text(Field.MESSAGE, TEXT_LIMIT),
            self._date(Field.JOINED), self._status(), self._named(), card=self._card(),
        )  # fmt: skip
        return self._with_plan(made), tuple(self._problems)

    def _get(self, field: Field) -> str:
        return self._cells.get(field, "")

    def _wrong(self, sentence: str, field: Field, fallback: Value, **facts: str) -> Value:
        """Note a sentence about the cell, which it may quote as {text}; the answer is `fallback`."""
        text = tidy(self._get(field), TEXT_LIMIT)
        shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
        self._problems.append(sentence.format(text=shown, **facts))
        return fallback

    def _text(self, field: Field, limit: int) -> str:
        text = tidy(self._get(field), len(self._get(field)))
        if len(text) > limit:
            sentence = translate("Imports", "«\u00a0{text}\u00a0» est trop long.")
            return self._wrong(sentence, field, "")
        return text

    def _names(self) -> tuple[str, str]:
        given, family = self._text(Field.GIVEN, NAME_LIMIT), self._text(Field.FAMILY, NAME_LIMIT)
        if not given and not family:
            given, family = divided(self._text(Field.NAME, NAME_LIMIT))
        if not any(character.isalpha() for character in given + family):
            return self._wrong(translate("Imports", "Il n’y a pas de nom."), Field.NAME, ("", ""))
        return given, family

    def _number(self) -> int | None:
        text = self._get(Field.NUMBER)
        found = _NUMBER.fullmatch(text)
        if not text or (found is not None and int(found[1]) <= NUMBER_LIMIT):
            return int(found[1]) if found else None
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est pas un numéro de membre.")
        return self._wrong(sentence, Field.NUMBER, None)

    def _email(self) -> str:
        text = self._get(Field.EMAIL)
        if not text or (len(text) <= 254 and _EMAIL.fullmatch(text) and text.isprintable()):
            return text
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est pas une adresse e-mail.")
        return self._wrong(sentence, Field.EMAIL, "")

    def _phone(self) -> str:
        text = " ".join(self._get(Field.PHONE).split())
        if text.isascii() and text.isdigit() and len(text) == 9 and text[0] != "0":
            # A spreadsheet took it for a number, and dropped the 0 that every French number begins with.
            text = f"0{text}"
        if not text or _PHONE.fullmatch(text):
            return text
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est pas un numéro de téléphone.")
        return self._wrong(sentence, Field.PHONE, "")

    def _status(self) -> str:
        text = searchable(self._get(Field.STATUS))
        for status, known in statuses().items():
            if text in known:
                return status
        sentence = translate("Imports", "Le statut «\u00a0{text}\u00a0» n’existe pas\u00a0: actif, bloqué ou parti.")
        return self._wrong(sentence, Field.STATUS, "active")

    def _named(self) -> bool:
        text = searchable(self._get(Field.NAMED))
        if text in _YES or text in _NO:
            return text in _YES
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est ni oui ni non.")
        return self._wrong(sentence, Field.NAMED, False)

    def _card(self) -> str:
        text = self._get(Field.CARD)
        parsed = codes.parse(text)
        if not text or isinstance(parsed, codes.Code):
            return parsed.text if isinstance(parsed, codes.Code) else ""
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est pas le code d’une carte de Casaco.")
        return self._wrong(sentence, Field.CARD, "")

    def _date(self, field: Field) -> date | None:
        text = self._get(field)
        found = read_date(text)
        if not text or found is not None:
            return found
        sentence = translate("Imports", "«\u00a0{text}\u00a0» n’est pas une date\u00a0: écrivez jour/mois/année.")
        return self._wrong(sentence, field, None)

    def _with_plan(self, entry: MemberEntry) -> MemberEntry:
        first, last, text = self._date(Field.FROM), self._date(Field.UNTIL), self._get(Field.PLAN)
        plan = self._reader.plan(text) if text else None
        if plan is None:
            if text:
                sentence = translate("Imports", "La formule «\u00a0{text}\u00a0» n’existe pas ici\u00a0: {names}.")
                return self._wrong(sentence, Field.PLAN, entry, names=self._reader.plan_names)
            if any(self._get(field) for field in (Field.FROM, Field.UNTIL, Field.UNITS)):
                sentence = translate("Imports", "Il y a des dates ou des unités, mais pas de formule.")
                return self._wrong(sentence, Field.FROM, entry)
            return entry
        first = first or entry.joined or self._reader.today
        last = last or plan.term(first)
        if last < first:
            self._wrong(translate("Imports", "La fin vient avant le début."), Field.UNTIL, None)
        units = self._units(plan)
        return replace(entry, plan_code=plan.code, valid_from=first, valid_until=last, units=units)

    def _units(self, plan: PlanKnown) -> int:
        text = self._get(Field.UNITS)
        if not text:
            return plan.units
        if text.isascii() and text.isdigit() and len(text) < 5 and int(text) <= plan.units:
            return int(text)
        sentence = translate("Imports", "Il ne peut pas rester «\u00a0{text}\u00a0» unités à cette formule.")
        return self._wrong(sentence, Field.UNITS, 0)


def statuses() -> dict[str, tuple[str, ...]]:
    """The searchable words by which each status may be called."""
    words = status_words()
    active = (words["active"], "", "actif", "active", "a jour")
    blocked = (words["blocked"], "bloque", "bloquee", "blocked")
    gone = (words["gone"], "parti", "partie", "gone", "ancien", "ancienne", "left")
    return {
        status: tuple(searchable(name) for name in names)
        for status, names in {"active": active, "blocked": blocked, "gone": gone}.items()
    }


def status_words() -> dict[str, str]:
    """How an export writes each status."""
    return {
        "active": translate("Imports", "actif"),
        "blocked": translate("Imports", "bloqué"),
        "gone": translate("Imports", "parti"),
    }


def divided(name: str) -> tuple[str, str]:
    """A whole name as (given, family): a word in capitals is the family's, else all but the first word."""
    words = name.split()
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if 0 < len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    return (words[0], " ".join(words[1:])) if words else ("", "")


def read_date(text: str) -> date | None:
    """A date as people write it: 2026-11-21, 21/11/2026, 21.11.26; None when it is none."""
    if (found := _ISO.fullmatch(text)) is not None:
        year, month, day = (int(part) for part in found.groups())
    elif (found := _EUROPEAN.fullmatch(text)) is not None:
        day, month, year = (int(part) for part in found.groups())
        year += 2000 if len(found[3]) == 2 else 0
    else:
        return None
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
