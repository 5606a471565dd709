"""Every screen, in both languages, at both sizes of text: nothing is cut, nothing overlaps, nothing stays in French."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.walk import SIZES, walk

SAME_IN_BOTH = {
    *("A4", "Casaco Desk", "Contacts", "Correction", "Ctrl", "Distance", "E-mail", "English", "France", "Français"),
    *("IBAN", "Notes", "Organisation", "Organisations", "PDF", "Paiement", "Participants", "Pass", "Plan", "SARL"),
    *("SCIC", "SIREN", "SIRET", "Standard", "Tickets", "Total"),
}
"""The words that both languages spell alike."""
TYPED = {
    *("ines alvra", "delorge", "tangente", "pluie", "ronce", "conseil", "ines", "zzzz", "sans arobase", "Les Jardins"),
    *("Agence Pluie oblique", "Coopérative de Malakoff", "Studio Pivoine", "partenaire", "Pow-Wow, demi-journée"),
    *("Le client est parti", "anniversaire de la maison", "erreur de saisie", "Pain du mardi", "Timbres", "Inventaire"),
    # A printer's name, what is lent, and the articles that the basket's field gives as examples.
    *("Étage", "Badge", "Accueil café, par personne", "visiteur", "2 café, pass, carnet…", "impr"),
    # A file to import: its columns, and its plan, in letters drawn at random.
    *("Début", "Formule", "N° de membre", "Prénom", "Téléphone", "Iyéhtd", "Kaaavsamwg"),
}
"""What the scenes type and the house does not keep."""
COPIES = re.compile(r"/\S+/backups")
"""The folder of the copies is the machine's."""


@pytest.mark.long
@pytest.mark.parametrize("scale", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_cut_and_nothing_overlaps(qtbot: QtBot, tmp_path: Path, language: str, scale: float) -> None:
    wrong = walk(qtbot, tmp_path, language, scale).wrong
    assert wrong == {}, "\n".join(map(repr, wrong.items()))


@pytest.mark.long
def test_no_french_is_left_on_any_screen(qtbot: QtBot, tmp_path: Path) -> None:
    french, english = (walk(qtbot, tmp_path / code, code, 1.0) for code in ("fr", "en"))
    longest_first = sorted(french.names | SAME_IN_BOTH | TYPED, key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    left = {
        text for scene in french.words for text in french.words[scene] & english.words[scene] if _says_more(text, names)
    }
    assert left == set()


def _says_more(text: str, names: re.Pattern[str]) -> bool:
    """Whether a text holds words besides names: "10:09   Inès Alvar · Agora" is the same in every language."""
    return sum(letter.isalpha() for letter in names.sub("", COPIES.sub("", text))) > 3
