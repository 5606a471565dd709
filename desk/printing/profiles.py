"""What a thermal printer can do, as a value the settings keep."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PrinterProfile:
    """A thermal printer on the roll.

    `columns` are the characters of its ordinary font, `small_columns` those of its small one (0: it has none);
    `code_page` is "CP858" or "CP1252", the two that hold French and the euro; `dots` is the printable width at
    203 dpi. `answers` says whether it answers status requests: true, and its silence means that it has stopped, so
    nothing is sent; false (a one-way print server), and what it takes is called printed; None when nobody knows yet,
    and the desk then looks for other evidence.
    """

    columns: int = 48
    code_page: str = "CP858"
    dots: int = 576
    cuts: bool = True
    small_columns: int = 64
    answers: bool | None = None

    def __post_init__(self) -> None:
        if self.code_page not in {"CP858", "CP1252"}:
            raise ValueError(f"unknown code page {self.code_page!r}")
        if self.columns < 24 or self.dots < 200:
            raise ValueError("a roll has at least 24 columns and 200 dots")


ROLL_48 = PrinterProfile()
"""80 mm, 576 dots, 48 columns: what most printers do out of the box."""

ROLL_42 = PrinterProfile(columns=42, dots=512, small_columns=56)
"""80 mm, 512 dots, 42 columns: older models."""

PROFILES = {
    "80mm-48": ROLL_48,
    "80mm-48-cp1252": PrinterProfile(code_page="CP1252"),
    "80mm-48-confirmed": PrinterProfile(answers=True),
    "80mm-48-mute": PrinterProfile(answers=False),
    "80mm-42": ROLL_42,
    "58mm-32": PrinterProfile(columns=32, dots=384, small_columns=42),
}
"""The ready-made profiles, by the name the settings keep."""
