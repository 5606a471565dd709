"""What tells practice from the truth: the word across the papers, the fact in sealed bodies, what is never given.

A house to practise in (`desk.practice`) is a whole house of its own, so nothing of it can enter a real total. What
leaves it (paper, files) says SIMULATION, and what would be taken for accounts does not leave it at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.documents.bill import mark, simulation_word
from desk.documents.page import Document
from desk.errors import Refused
from desk.language import translate
from models.site import Site

FACT = "training"
"""The key of the fact in a sealed body; a real one has no such key."""

LETTER = "SIM"
"""The letters of a practice desk, in place of a register's one: its numbers are like no real one."""

PRACTICE_PREFIX = f"{LETTER}-"
FILE_PREFIX = "SIMULATION-"


def sealed(site: Site) -> dict[str, bool]:
    """What a sealed body says of it: nothing in a real house."""
    return {FACT: True} if site.is_training else {}


def is_practised(body: Mapping[str, Any]) -> bool:
    """Whether a sealed body comes from practice."""
    return bool(body.get(FACT, False))


def stamped(document: Document, site: Site) -> Document:
    """The document with the word across it, when the house is one to practise in and its maker forgot."""
    word = simulation_word()
    if not site.is_training or word in document.mark:
        return document
    return replace(document, mark=" · ".join(part for part in (word, document.mark) if part))


def mark_of(site: Site) -> str:
    """The word across what is no document of ours (a plan, a workbook), or nothing."""
    return mark(site.is_demo, site.is_training)


def titled(site: Site, title: str) -> str:
    """The title of a sheet, a calendar or an entry, with the word before it in practice."""
    if not site.is_training:
        return title
    return translate("Simulation", "{mark} · {title}").format(mark=simulation_word(), title=title)


def named(site: Site, path: Path) -> Path:
    """The file, whose name says in practice what its format has no place for."""
    if not site.is_training or path.name.startswith(FILE_PREFIX):
        return path
    return path.with_name(FILE_PREFIX + path.name)


def no_accounts(site: Site) -> Refused | None:
    """The refusal of what an accountant or an inspector would take for the truth."""
    if not site.is_training:
        return None
    sentence = translate(
        "Simulation", "En formation, rien ne part vers la comptabilité\u00a0: exportez depuis la vraie maison."
    )
    return Refused("training", sentence)


def no_copies(site: Site) -> Refused | None:
    """The refusal of a copy: practice is made anew, it is not kept."""
    if not site.is_training:
        return None
    return Refused(
        "training", translate("Simulation", "La formation ne se sauvegarde pas\u00a0: elle se recommence à neuf.")
    )
