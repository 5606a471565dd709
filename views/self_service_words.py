"""What self-service says of a scan: a word, then the facts of whoever stands there, and of nobody else.

A screen that anyone may read gives no reason that is between a person and the house: a suspended access, an unpaid
month. Those, and every refusal not named here, send to the desk.
"""

from __future__ import annotations

from desk.checkin import ScanOutcome, Verdict
from desk.codes import Problem
from desk.errors import Refused
from desk.language import translate

# These sentences name nobody, and tell what the person can do alone.
_IMPERSONAL = frozenset({"unknown", "full", "cancelled", "wrong_day", "wrong_half"} | {p.value for p in Problem}) | {
    "group_early",
    "group_over",
    "group_full",
    "group_cancelled",
}


def said_of(outcome: ScanOutcome) -> list[str]:
    """The sentences of the answer, the largest first."""
    if outcome.refused is not None:
        return [translate("SelfService", "Voyez l’accueil"), _reason(outcome.refused)]
    greeting = outcome.greeting
    said = [_word(outcome.verdict, greeting.first_name if greeting is not None else "")]
    # A guest's facts may name the member who invited them.
    if greeting is not None and greeting.member_id:
        said += [text for text in (greeting.headline, greeting.booking) if text]
    return said


def _word(verdict: Verdict, name: str) -> str:
    named, bare = {
        Verdict.IN: (translate("SelfService", "Bienvenue, {name}"), translate("SelfService", "Bienvenue")),
        Verdict.OUT: (translate("SelfService", "À bientôt, {name}"), translate("SelfService", "À bientôt")),
        Verdict.REPEAT: (
            translate("SelfService", "C’est déjà noté, {name}"), translate("SelfService", "C’est déjà noté"),
        ),
    }[verdict]  # fmt: skip
    return named.format(name=name) if name else bare


def _reason(refused: Refused) -> str:
    if refused.code in _IMPERSONAL:
        return refused.sentence
    sentences = {
        "expired": translate("SelfService", "Votre formule a expiré."),
        "not_yet_valid": translate("SelfService", "Votre formule n’a pas encore commencé."),
        "book_empty": translate("SelfService", "Votre carnet est épuisé."),
        "revoked": translate("SelfService", "Cette carte n’est plus en service."),
    }
    return sentences.get(
        refused.code,
        translate("SelfService", "Votre carte pose une question\u00a0: quelqu’un de l’accueil y répondra."),
    )
