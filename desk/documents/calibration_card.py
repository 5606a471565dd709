"""The scanner's calibration card on paper, with how to use it."""

from __future__ import annotations

from desk.calibration import PAYLOAD
from desk.documents.bill import mark
from desk.documents.page import Align, Block, Document, Gap, QrCode, Rule, Style, Text
from desk.language import translate


def document(*, is_training: bool = False) -> Document:
    """The card, in the language of the moment; it is nobody's and may be copied."""
    steps = (
        translate("Calibration", "1. Branchez le scanner sur l’ordinateur de l’accueil."),
        translate("Calibration", "2. Dans Casaco Desk, prenez l’accueil et ouvrez le réglage du scanner\u00a0: F12."),
        translate("Calibration", "3. Scannez le code ci-dessous. L’écran dit si ce scanner lira toutes les cartes."),
    )
    note = translate("Calibration", "Ce code n’ouvre rien et n’est la carte de personne. Il se photocopie sans risque.")
    title = translate("Calibration", "Carte de réglage du scanner")
    blocks: tuple[Block, ...] = (
        Text(title, Align.CENTER, Style.HUGE),
        Gap(),
        *(Text(step) for step in steps),
        Gap(),
        QrCode(PAYLOAD, PAYLOAD),
        Gap(),
        Rule(),
        Text(note, Align.CENTER, Style.SMALL),
    )
    return Document("calibration", title, blocks, mark(False, is_training))
