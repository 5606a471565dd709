"""What is said of a scanner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether every card will be read: yes; yes, but; no; or another code was scanned."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    OTHER = "other"


@dataclass(frozen=True)
class Diagnosis:
    """What is said of the scanner: the verdict in one sentence, what to change, and what was found, by name."""

    verdict: Verdict
    sentence: str
    advice: str = ""
    facts: tuple[tuple[str, str], ...] = ()
