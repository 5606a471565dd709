"""What was found of a scanner, by name: its layout, what it adds around a code, its pace."""

from __future__ import annotations

from desk.calibration import PAYLOAD
from desk.language import translate
from views.scanner.trace import CardSeen, Ending


def facts_of(seen: CardSeen) -> tuple[tuple[str, str], ...]:
    """Names and values, ready to be shown."""
    none = translate("ScannerDiagnosis", "aucun")
    endings = {
        Ending.ENTER: translate("ScannerDiagnosis", "Entrée"),
        Ending.TAB: translate("ScannerDiagnosis", "Tabulation"),
        Ending.NONE: translate("ScannerDiagnosis", "rien"),
    }
    gaps = sorted(seen.gaps)
    pace = translate("ScannerDiagnosis", "{usual}\u00a0ms entre deux signes, {longest} au plus")
    return (
        (translate("ScannerDiagnosis", "Clavier"), _layout(seen)),
        (translate("ScannerDiagnosis", "Majuscules"), _capitals(seen)),
        (translate("ScannerDiagnosis", "Avant le code"), seen.text(seen.before) or none),
        (translate("ScannerDiagnosis", "Après le code"), seen.text(seen.after) or none),
        (translate("ScannerDiagnosis", "Touche finale"), endings[seen.trace.ending]),
        (
            translate("ScannerDiagnosis", "Cadence"),
            pace.format(usual=round(gaps[len(gaps) // 2]), longest=round(gaps[-1])),
        ),
    )


def _layout(seen: CardSeen) -> str:
    """Which layouts meet: what the system typed, against what the scanner meant."""
    shown = seen.readings
    if 1 in shown:
        return translate("ScannerDiagnosis", "le scanner et l’ordinateur ont la même disposition")
    if 2 in shown:
        return translate("ScannerDiagnosis", "scanner américain (US), ordinateur français\u00a0: l’accueil traduit")
    if 3 in shown:
        return translate("ScannerDiagnosis", "scanner américain (US), ordinateur belge\u00a0: l’accueil traduit")
    return translate("ScannerDiagnosis", "reconnu au numéro des touches, quel que soit le clavier de l’ordinateur")


def _capitals(seen: CardSeen) -> str:
    letters = [key for key, symbol in zip(seen.card, PAYLOAD, strict=True) if symbol.isalpha()]
    if any(not key.shift for key in letters):
        return translate("ScannerDiagnosis", "perdues, sans effet sur les cartes")
    return translate("ScannerDiagnosis", "bien reçues")
