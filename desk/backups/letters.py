"""The letter that numbers begin with, after a restoration on a computer that knows nothing of what came after the copy.

Where neither the signed heads nor the records of the second place are at hand (a new computer and a drive), the numbers
that the lost one gave after the copy are not known: going on would give some of them twice. The desk takes another
letter then, recorded with the restoration: `A-000124` that was lost and `B-000124` that is new are two numbers. The
letters taken are noted beside the copies too, so that one copy put back on two computers does not give the same letter.
"""

from __future__ import annotations

import json
import sqlite3
import string
from collections.abc import Iterable
from pathlib import Path

from desk.backups.copies import settle
from desk.backups.holes import RESTORED
from desk.backups.known import Following
from desk.logs import log_of
from models.journal import Stream

LETTERS_FILE = "letters.json"
_log = log_of(__name__)
_USED = (
    "SELECT DISTINCT json_extract(CAST(body AS TEXT), '$.desk.letter') FROM journal"
    " WHERE stream IN ('sales', 'invoices', 'closings') AND kind <> 'lost'"
)


def used_in(copy: sqlite3.Connection) -> set[str]:
    """The letters that numbers in the journal of a copy began with."""
    return {str(letter) for (letter,) in copy.execute(_USED) if letter}


def noted_in(folder: Path) -> set[str]:
    """The letters noted beside the copies."""
    try:
        said = json.loads((folder / LETTERS_FILE).read_text(encoding="utf-8"))
        return {str(letter) for letter in said["taken"]}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, TypeError, KeyError) as error:
        _log.warning("the letters that were taken could not be read", place=LETTERS_FILE, error=error)
        return set()


def note(folder: Path, letter: str) -> None:
    """Note beside the copies that a letter is taken; a drive that cannot be written keeps nothing, and all goes on."""
    fresh = folder / f"{LETTERS_FILE}.new"
    try:
        fresh.write_text(json.dumps({"taken": sorted(noted_in(folder) | {letter})}), encoding="utf-8")
        settle(fresh)
        fresh.replace(folder / LETTERS_FILE)
    except OSError as error:
        _log.warning("the letter that was taken could not be noted", place=LETTERS_FILE, error=error)


def next_letter(taken: Iterable[str]) -> str:
    """The first letter after all those taken, else the first that is free; empty when there is none."""
    known = set(taken)
    last = max((letter for letter in known if letter in string.ascii_uppercase), default="")
    after = [letter for letter in string.ascii_uppercase if letter > last]
    return next((letter for letter in (*after, *string.ascii_uppercase) if letter not in known), "")


def replayed(following: Iterable[Following]) -> str:
    """The letter of the last restoration or sale among the records that come back, empty when none says."""
    found = ("", "")
    for stream in following:
        for row in stream.rows:
            if row.kind == RESTORED:
                letter = json.loads(row.body).get("letter", "")
            elif row.stream == Stream.SALES:
                letter = json.loads(row.body).get("desk", {}).get("letter", "")
            else:
                continue
            if letter:
                found = max(found, (row.at, str(letter)))
    return found[1]
