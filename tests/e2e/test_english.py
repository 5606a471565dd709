"""English is complete: no sentence of a screen stays as it is in French, and the catalogue lacks nothing."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from pytestqt.qtbot import QtBot

from desk import paths
from desk.translations import install_language
from tests.support.house import small_house
from tests.support.scenes import EVENT, SCENES, back_home
from tests.support.screen_dump import texts
from tests.support.window import Screen, shown, staffed

SAME_IN_BOTH = {
    "Plan", "Pass", "Standard", "Organisation", "Casaco", "English", "Français", "Ctrl J", "Ctrl K", "Ctrl L",
    "E-mail", "Ctrl E", "Ctrl G", "Ctrl I", "Ctrl N", "Ctrl O", "Plan\nF2", "Plan (F2)", "Pass\nCtrl J",
    "Pass (Ctrl J)", "3 Paiement", "Ctrl D", "Ctrl P", "Ctrl B", "Ctrl R", "Ctrl T", "PDF (A4)…",
    "Contacts", "Notes", "Organisations", "SIREN", "SIRET",
}  # fmt: skip
DRAWN = {"Etôézc", "Idpzopvmég", "Iyéhtd", "Kaaavsamwg"}
HIRER = "Les Jardins de Ronce"
PEOPLE = {
    "Inès Alvar",
    "Bachir Oyono",
    "Chloé Tessier",
    "Gaël Essai",
    "Camille Delorge",
    HIRER,
    "ines alvra",
    # What is known of those who rent, and what the house sells with a room.
    *("3 rue des Essais", "3 rue des Essais, 92240 Malakoff", "Malakoff", "France", "Agrément ESUS", "Ana Livre"),
    *("Agence Pluie oblique", "Agence Pluie Oblique | – | – | Standard | – | ", "Chorale | – | – | Standard | – | "),
    *(
        "Ana Livre · trésorière · ana@example.org · 01 23 45 67 89",
        "trésorière",
        "ana@example.org",
        "Association loi 1901",
    ),
    *(
        "Association loi 1901 · 732 829 320 00074 · FR44732829320",
        "Prévenir la veille.",
        "partenaire",
        "pluie",
        "ronce",
    ),
    *("Association loi 1901", "Accueil café", "Mise en place de la salle", "Vidéoprojecteur"),
    # What the scenes of bookings write.
    *("Les Jardins", "Inventaire", "Réunion des voisins", "Marché des créateurs"),
    # What the house of the test holds: a member's data, a file to import, a plan's own name.
    *("Alvar", "Inès", "ines@example.org", "personne0@essai.example", "sans arobase", "zzzz"),
    *("Zoé Visite", "Abel Visite", "Inès Almeida", "Odile Essai", "Luc Essai", "Mardi de Casaco", "Atelier vélo"),
    *(EVENT, "Carnet 10 jours", "Garde la clé de l’atelier.", "N° de membre", "Prénom", "conseil", "Régulier"),
}


def _walk(qtbot: QtBot, folder: Path, code: str) -> tuple[dict[str, set[str]], set[str]]:
    """The texts of each scene, and the names of the house, which nobody translates."""
    install_language(code)
    found: dict[str, set[str]] = {}
    with small_house(folder) as house, shown(qtbot, staffed(house)) as screen:
        found["sign-in"] = texts(screen.window)
        screen.sign_in()
        found["float"] = texts(screen.window)
        screen.enter()
        for name, scene in SCENES.items():
            house.later(minutes=1)
            scene(screen)
            screen.window.banner.forget()
            found[name] = texts(screen.window) | _menu_texts(screen)
            back_home(screen)
        floors = house.desk.drawing.floors
        names = (
            {f"{b.starts_at:%H:%M} {b.title}, {b.space}" for b in house.desk.bookings.of_day()}
            | {floor.name for floor in floors}
            | {space.name for floor in floors for space in floor.spaces}
        )
    install_language("fr")
    return found, names


def _menu_texts(screen: Screen) -> set[str]:
    menu = screen.window.header.menu
    inner = [action.menu() for action in menu.actions() if action.menu() is not None]
    return {action.text() for one in (menu, *inner) for action in one.actions()}


def _says_more(text: str, names: set[str]) -> bool:
    """Whether a text holds words besides names: "10:09   Inès Alvar · Agora" is the same in every language."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return sum(c.isalpha() for c in text) > 3


def test_no_french_is_left_on_any_screen(qtbot: QtBot, tmp_path: Path) -> None:
    french, names = _walk(qtbot, tmp_path / "fr", "fr")
    english, _ = _walk(qtbot, tmp_path / "en", "en")
    left = {
        scene: {text for text in french[scene] & english[scene] if _says_more(text, PEOPLE | names)} - SAME_IN_BOTH
        for scene in french
    }  # fmt: skip
    # The names in the file to import are letters drawn at random, no words of any language.
    same = sorted({text for texts in left.values() for text in texts if text not in DRAWN})
    assert same == []


def test_every_sentence_has_a_finished_translation_and_keeps_its_names() -> None:
    tree = ElementTree.parse(paths.resource("i18n", "casaco-desk_en.ts"))
    wrong = []
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        if translation.get("type") == "unfinished" or not translation.text:
            wrong.append(source)
    assert wrong == []
