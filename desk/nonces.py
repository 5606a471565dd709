"""Scans named by whoever sends them: sent again because the answer was lost, they move nobody a second time."""

from __future__ import annotations

from desk.verdicts import ScanOutcome, Verdict
from desk.work import Unit
from models.visits import AnsweredScan, Visit

LONGEST_NONCE = 64


def visit_of(unit: Unit, nonce: str) -> Visit | None:
    """The visit that this very scan began or ended already, None for a scan seen for the first time."""
    answered = unit.session.get(AnsweredScan, nonce[:LONGEST_NONCE])
    return None if answered is None else unit.session.get_one(Visit, answered.visit_id)


def remember(unit: Unit, nonce: str, outcome: ScanOutcome) -> ScanOutcome:
    """Keep the name of a scan that moved someone. A refusal is not kept: asked again, the door may answer better."""
    if outcome.verdict in (Verdict.IN, Verdict.OUT):
        # The visit was written by the driver itself, before this row that refers to it.
        unit.session.add(AnsweredScan(nonce=nonce[:LONGEST_NONCE], at=unit.now, visit_id=outcome.visit_id))
    return outcome
