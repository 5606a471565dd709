"""The answer of the door, as a value: what a scan or a choice did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.errors import Refused
from desk.greetings import Greeting


class Verdict(StrEnum):
    """The answer of a scan; `repeat` is the same badge again within seconds, which changes nothing."""

    IN = "in"
    OUT = "out"
    REPEAT = "repeat"
    REFUSED = "refused"


@dataclass(frozen=True)
class GroupCount:
    """How many participants of a rental are in, and how many were announced (0: nobody said)."""

    booking_id: str
    inside: int
    announced: int


@dataclass(frozen=True)
class ScanOutcome:
    """What a scan did. `greeting` is present unless nobody was recognised; `refused` only for a refusal.

    `group` when it was the code of a rental, whose participants are counted and have no visit of their own.
    `supposed_exit` (aware, site's zone) is when an earlier visit, forgotten open, was taken to have ended.
    """

    verdict: Verdict
    code: str
    at: datetime
    visit_id: str = ""
    member_number: int | None = None
    greeting: Greeting | None = None
    refused: Refused | None = None
    supposed_exit: datetime | None = None
    group: GroupCount | None = None

    @property
    def reason(self) -> str:
        """The code of the refusal, empty when there is none."""
        return self.refused.code if self.refused else ""
