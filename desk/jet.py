"""The technical event log (JET, FISCAL.md §1): the published codes of what happens here, and the writing of one event.

An event is a record of the technical stream whose kind is its code. What the publication has no code for keeps a name
of the house ("till.cash_out").
"""

from __future__ import annotations

from enum import StrEnum

from desk.journal import Sealed
from desk.language import translate
from desk.work import Unit
from models.journal import Stream


class Code(StrEnum):
    """The published codes that have their event in this desk."""

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


def words(code: Code) -> str:
    """An event as a person reads it."""
    return {
        Code.LOG_OFF: translate("Jet", "Fin de session"),
        Code.PERIOD_CLOSED: translate("Jet", "Clôture du jour ou du mois"),
        Code.YEAR_CLOSED: translate("Jet", "Clôture de l’exercice"),
        Code.LOG_IN: translate("Jet", "Ouverture de session"),
        Code.INTEGRITY_FAILURE: translate("Jet", "Défaut d’intégrité"),
        Code.TILL_CLOSED: translate("Jet", "Tiroir compté et arrêté"),
        Code.EXPORTED: translate("Jet", "Export comptable"),
        Code.REFUNDED: translate("Jet", "Ligne remboursée"),
        Code.MAINTAINED: translate("Jet", "Changement de version du logiciel"),
        Code.INITIALISED: translate("Jet", "Mise en service"),
        Code.SALE_ABANDONED: translate("Jet", "Vente abandonnée"),
    }[code]
