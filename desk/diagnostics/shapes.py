"""How a text of the database may look to leave it: a diagnosis takes none on trust, for any column may hold a name."""

from __future__ import annotations

import re
from enum import StrEnum
from zoneinfo import available_timezones

from desk.log_masks import MASK

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z", re.ASCII)
_HOUR = re.compile(r"\d{2}:\d{2}", re.ASCII)
_REVISION = re.compile(r"\d{4}", re.ASCII)
_KIND = re.compile(r"[a-z_]{1,30}(\.[a-z_]{1,30})?|\d{1,3}", re.ASCII)
_LETTER = re.compile(r"[A-Z]{1,2}", re.ASCII)


def _shaped(shape: re.Pattern[str], value: object) -> str:
    return value if isinstance(value, str) and shape.fullmatch(value) else MASK


def instant(value: object) -> str | None:
    """An instant of the database, None for none."""
    return None if value is None else _shaped(_INSTANT, value)


def hour(value: object) -> str:
    """An hour of a day."""
    return _shaped(_HOUR, value)


def revision(value: object) -> str:
    """The schema's version."""
    return _shaped(_REVISION, value)


def kind(value: object) -> str:
    """The kind of a record of the journal."""
    return _shaped(_KIND, value)


def letter(value: object) -> str:
    """The letter of a desk."""
    return _shaped(_LETTER, value)


def zone(value: object) -> str:
    """A time zone that is one."""
    return value if isinstance(value, str) and value in available_timezones() else MASK


def one_of(words: type[StrEnum] | dict[str, object], value: object) -> str:
    """A word of a list that is known."""
    known = {str(word) for word in words}
    return value if isinstance(value, str) and value in known else MASK
