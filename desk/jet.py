"""The technical event log (JET, FISCAL.md §1): the published codes of what happens here, and the writing of one event.

An event is a record of the technical stream whose kind is its code. What the publication has no code for keeps a name
of the house ("till.cash_out").
"""

from __future__ import annotations

from enum import StrEnum

from desk.journal import Sealed
from desk.work import Unit
from models.journal import Stream


class Code(StrEnum):
    """The published codes that have their event in this desk."""

    ARCHIVED_MIDWAY = "20"
    ARCHIVED = "30"
    LOG_OFF = "40"
    PERIOD_CLOSED = "50"
    YEAR_CLOSED = "60"
    LOG_IN = "80"
    INTEGRITY_FAILURE = "90"
    TILL_CLOSED = "170"
    EXPORTED = "180"
    REFUNDED = "190"
    MAINTAINED = "240"
    INITIALISED = "260"
    SALE_ABANDONED = "320"


def note(unit: Unit, code: Code, event: str, **facts: object) -> Sealed:
    """Write an event in the transaction of `unit`; `facts` hold integers and words only."""
    return unit.record(Stream.TECHNICAL, code.value, {"schema": 1, "event": event, **facts})
