"""The calibration card: one code that holds every symbol of the members' codes, to prove a scanner.

It begins with a prefix of its own, so that it can never be anybody's card, and is as dense as a card (version 2,
correction Q): a scanner that reads it reads cards. `desk/documents/calibration_card.py` puts it on paper.
"""

from __future__ import annotations

from desk.codes import ALPHABET, LONGEST_RAW, normalise
from desk.keyboard_layouts import candidates

PREFIX = "RG"
PAYLOAD = PREFIX + ALPHABET
"""29 symbols: all that version 2 holds."""


def is_card(raw: str) -> bool:
    """Whether `raw` is what a scanner makes of the calibration card, on any layout."""
    return len(raw) <= LONGEST_RAW and any(PAYLOAD in normalise(text) for text in candidates(raw))
