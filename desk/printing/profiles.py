"""What a printer can do, as a value the settings keep by its name.

A name says it all: paper and columns, then what is not ordinary: `80mm-48`, `80mm-42-cp1252`, `58mm-32-mute`, `a4`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class PrinterProfile:
    """A printer's paper; all but `is_sheet` tells of a thermal printer on the roll.

    `columns` are the characters of its ordinary font, `small_columns` those of its small one (0: it has none);
    `code_page` is "CP858" or "CP1252", the two that hold French and the euro; `dots` is the printable width at
    203 dpi. `answers` says whether it answers status requests: true, and its silence means that it has stopped, so
    nothing is sent; false (a one-way print server), and what it takes is called printed; None when nobody knows yet,
    and the desk then looks for other evidence. `is_sheet` when its paper is A4, which only the system's printers and
    folders have.
    """

    columns: int = 48
    code_page: str = "CP858"
    dots: int = 576
    cuts: bool = True
    small_columns: int = 64
    answers: bool | None = None
    is_sheet: bool = False

    def __post_init__(self) -> None:
        if self.code_page not in {"CP858", "CP1252"}:
            raise ValueError(f"unknown code page {self.code_page!r}")
        if self.columns < 24 or self.dots < 200:
            raise ValueError("a roll has at least 24 columns and 200 dots")


ROLL_48 = PrinterProfile()
"""80 mm, 576 dots, 48 columns: what most printers do out of the box."""

ROLL_42 = PrinterProfile(columns=42, dots=512, small_columns=56)
"""80 mm, 512 dots, 42 columns: older models."""

SHEET = "a4"

_ROLLS = {
    "80mm-48": (48, 576, 64),
    "80mm-42": (42, 512, 56),
    "58mm-32": (32, 384, 42),
}
_CODE_PAGES = {"": "CP858", "-cp1252": "CP1252"}
_ANSWERS = {"": None, "-confirmed": True, "-mute": False}

PROFILES = {
    roll + page + answers: PrinterProfile(
        columns=_ROLLS[roll][0], dots=_ROLLS[roll][1], small_columns=_ROLLS[roll][2],
        code_page=_CODE_PAGES[page], answers=_ANSWERS[answers],
    )
    for roll, page, answers in product(_ROLLS, _CODE_PAGES, _ANSWERS)
} | {SHEET: PrinterProfile(is_sheet=True)}  # fmt: skip
"""Every profile, by the name the settings keep."""

PAPERS = (*_ROLLS, SHEET)
"""The papers, by the first part of a profile's name."""


def name_of(paper: str, code_page: str = "CP858", answers: bool | None = None) -> str:
    """The name of the profile of a paper of `PAPERS`; a sheet knows neither code page nor answers."""
    if paper == SHEET:
        return SHEET
    page = next(part for part, known in _CODE_PAGES.items() if known == code_page)
    return paper + page + next(part for part, known in _ANSWERS.items() if known is answers)


def paper_of(name: str) -> str:
    """The paper of a profile, by its name."""
    return next(paper for paper in PAPERS if name.startswith(paper))
