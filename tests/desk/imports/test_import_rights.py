"""Plans and cards are a manager's right to give, by a file as at the desk."""

from __future__ import annotations

from pathlib import Path

from desk import codes
from desk.errors import Refused
from desk.imports import ImportDone, ImportPreview, ImportUndone
from tests.support.door import held_by_facilitator, held_by_manager
from tests.support.house import SmallHouse
from tests.support.import_files import csv_file

NAMES = ("Prénom", "Nom")


def _preview(house: SmallHouse, folder: Path, header: tuple[str, ...], *row: str) -> ImportPreview:
    found = house.desk.imports.preview(csv_file(folder / "m.csv", header, row))
    assert isinstance(found, ImportPreview), found
    return found


def test_a_facilitator_gives_no_plan_and_no_card(house: SmallHouse, tmp_path: Path) -> None:
    held_by_facilitator(house)
    for title, given in (("Formule", "Régulier"), ("Carte", codes.make())):
        preview = _preview(house, tmp_path, (*NAMES, title), "Inès", "Alvar", given)
        refused = house.desk.imports.apply(preview)
        assert isinstance(refused, Refused)
        assert refused == house.desk.imports.objection(preview)
        assert refused.code == "right"
        assert "seul·e un·e gérant·e peut l’importer" in refused.sentence
    assert house.value("SELECT count(*) FROM member") == 0


def test_a_facilitator_brings_names_and_takes_them_back(house: SmallHouse, tmp_path: Path) -> None:
    held_by_facilitator(house)
    done = house.desk.imports.apply(_preview(house, tmp_path, NAMES, "Inès", "Alvar"))
    assert isinstance(done, ImportDone)
    assert house.desk.imports.undo(done.id) == ImportUndone(1, 0)


def test_a_facilitator_takes_no_plan_away(house: SmallHouse, tmp_path: Path) -> None:
    held_by_manager(house)
    done = house.desk.imports.apply(_preview(house, tmp_path, (*NAMES, "Formule"), "Inès", "Alvar", "Régulier"))
    assert isinstance(done, ImportDone)
    held_by_facilitator(house, "Lou Essai")
    refused = house.desk.imports.undo(done.id)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    assert house.value("SELECT count(*) FROM membership") == 1
