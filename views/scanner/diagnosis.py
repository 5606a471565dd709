"""Whether this scanner will read every card, in one sentence, and what to change in it if not."""

from __future__ import annotations

from desk.language import translate
from views.scanner.facts import facts_of
from views.scanner.misreading import misreading
from views.scanner.rehearsal import rehearse
from views.scanner.trace import CardSeen, Ending, Trace, find_card
from views.scanner.verdict import Diagnosis, Verdict

SLOWEST_MS = 50
"""Between two keys of a scan (`views.wedge.CADENCE_MS`); above it, a person is typing."""
NEARLY_SLOW_MS = 35

Facts = tuple[tuple[str, str], ...]


def diagnose(trace: Trace) -> Diagnosis:
    """What the keys of the calibration card tell of the scanner."""
    seen = find_card(trace)
    if seen is None:
        return misreading([key.meant for key in trace.keys])
    facts, gap = facts_of(seen), round(max(seen.gaps))
    if gap > SLOWEST_MS:
        return _too_slow(gap, facts)
    rehearsed = rehearse(seen)
    if not rehearsed.all_heard:
        return _carried(seen, facts)
    if rehearsed.some_leak:
        return _leaking(seen.text(seen.before), facts)
    return _good(trace.ending, gap, facts)


def _good(ending: Ending, gap: int, facts: Facts) -> Diagnosis:
    if gap > NEARLY_SLOW_MS:
        sentence = translate("ScannerDiagnosis", "Ce scanner lira les cartes, mais il tape presque trop lentement.")
        return Diagnosis(Verdict.FAIR, sentence, _quicker(), facts)
    sentence = translate("ScannerDiagnosis", "Ce scanner lira toutes les cartes.")
    advice = ""
    if ending is Ending.NONE:
        advice = translate(
            "ScannerDiagnosis",
            "Rien n’est obligatoire. Avec la touche Entrée à la fin (suffixe «\u00a0CR\u00a0»), la réponse viendrait un"
            " peu plus vite.",
        )
    return Diagnosis(Verdict.GOOD, sentence, advice, facts)


def _quicker() -> str:
    return translate(
        "ScannerDiagnosis",
        "Dans les réglages du scanner, mettez à zéro le délai entre les caractères"
        " («\u00a0inter-character delay\u00a0»).",
    )


def _too_slow(gap: int, facts: Facts) -> Diagnosis:
    sentence = translate(
        "ScannerDiagnosis",
        "Ce scanner ne sera pas reconnu\u00a0: il laisse jusqu’à {gap}\u00a0ms entre deux signes,"
        " il en faut {most} au plus.",
    )
    return Diagnosis(Verdict.BAD, sentence.format(gap=gap, most=SLOWEST_MS), _quicker(), facts)


def _leaking(prefix: str, facts: Facts) -> Diagnosis:
    sentence = translate(
        "ScannerDiagnosis",
        "Ce scanner lira les cartes, mais son préfixe «\u00a0{prefix}\u00a0» s’écrira dans le champ où l’on tape.",
    )
    advice = translate("ScannerDiagnosis", "Dans les réglages du scanner, supprimez le préfixe.")
    return Diagnosis(Verdict.FAIR, sentence.format(prefix=prefix), advice, facts)


def _carried(seen: CardSeen, facts: Facts) -> Diagnosis:
    """The symbols are right, and what comes around them is not."""
    if seen.after:
        sentence = translate(
            "ScannerDiagnosis", "Ce scanner ne lira pas les cartes\u00a0: il ajoute «\u00a0{text}\u00a0» après le code."
        )
        advice = translate(
            "ScannerDiagnosis", "Dans les réglages du scanner, ne gardez que la touche Entrée comme suffixe."
        )
        return Diagnosis(Verdict.BAD, sentence.format(text=seen.text(seen.after)), advice, facts)
    sentence = translate(
        "ScannerDiagnosis", "Ce scanner ne lira pas les cartes\u00a0: il ajoute «\u00a0{text}\u00a0» avant le code."
    )
    advice = translate("ScannerDiagnosis", "Dans les réglages du scanner, supprimez le préfixe.")
    return Diagnosis(Verdict.BAD, sentence.format(text=seen.text(seen.before)), advice, facts)
