"""A scan in which the calibration card's symbols did not all arrive: another code, lost keys, the wrong keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from desk.calibration import PAYLOAD, PREFIX
from desk.codes import Code, normalise, parse
from desk.language import translate
from views.scan_keys import Key
from views.scanner.verdict import Diagnosis, Verdict

_ALIKE = 0.5  # share of the card's symbols, in order, from which a scan is the card misread and not another code
MOST_SIGNS = 6
_SHIFTED_DIGITS = "!@#$%^&*()"


def misreading(keys: Sequence[Key]) -> Diagnosis:
    """Which of the usual mistakes it is."""
    texts = ["".join(key[reading] for key in keys).upper() for reading in range(len(keys[0]) if keys else 0)]
    if any(isinstance(parse(text), Code) for text in texts):
        return Diagnosis(
            Verdict.OTHER,
            translate("ScannerDiagnosis", "C’est la carte d’un membre\u00a0: elle a été lue, et rien n’a été noté."),
            translate("ScannerDiagnosis", "Scannez maintenant le code affiché ici, qui contient tous les signes."),
        )
    matches = [SequenceMatcher(None, PAYLOAD, normalise(text), autojunk=False) for text in texts]
    best = max(matches, key=lambda match: match.ratio(), default=None)
    if best is None or best.ratio() < _ALIKE:
        return Diagnosis(
            Verdict.OTHER,
            translate("ScannerDiagnosis", "Ce n’est pas la carte de réglage."),
            translate("ScannerDiagnosis", "Scannez le code affiché ici, d’assez près, sans reflet."),
        )
    if len(keys) < len(PAYLOAD):
        return Diagnosis(
            Verdict.BAD,
            translate(
                "ScannerDiagnosis", "Ce scanner ne lira pas toutes les cartes\u00a0: des signes se perdent en route."
            ),
            translate(
                "ScannerDiagnosis",
                "Dans les réglages du scanner, choisissez un délai de 5 à 10\u00a0ms entre les caractères,"
                " ou branchez-le directement sur l’ordinateur, sans multiprise USB.",
            ),
        )
    return _wrong_symbols(texts)


def _wrong_symbols(texts: Sequence[str]) -> Diagnosis:
    missing = [symbol for symbol in PAYLOAD[len(PREFIX) :] if symbol not in texts[0]]
    if sum(sign in texts[0] for sign in _SHIFTED_DIGITS) >= len(_SHIFTED_DIGITS) // 2:
        sentence = translate(
            "ScannerDiagnosis",
            "Ce scanner ne lira pas les cartes\u00a0: les chiffres arrivent comme «\u00a0! @ #\u00a0».",
        )
    elif missing:
        sentence = translate(
            "ScannerDiagnosis",
            "Ce scanner ne lira pas toutes les cartes\u00a0: ces signes n’arrivent pas justes, {signs}.",
        ).format(signs=" ".join(missing[:MOST_SIGNS]))
    else:
        sentence = translate(
            "ScannerDiagnosis", "Ce scanner ne lira pas les cartes\u00a0: les signes n’arrivent pas dans l’ordre."
        )
    advice = translate(
        "ScannerDiagnosis",
        "Dans les réglages du scanner, choisissez le clavier américain («\u00a0US keyboard\u00a0»), puis recommencez.",
    )
    return Diagnosis(Verdict.BAD, sentence, advice)
