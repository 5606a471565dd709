"""The import and the personal data in the real window: by mouse and keyboard, with the file chooser put aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desk.imports import Field
from models.staff import Role
from tests.support.door import held_by_facilitator
from tests.support.import_files import HEADER, crowd, csv_file
from tests.support.screen_dump import nameless, texts
from tests.support.window import CTRL, Screen, dress, held, window_fixture
from views.data_page import DataPage
from views.imports.page import BUSY, CHOOSE, DONE, LOOK, ImportPage
from views.prompts import Prompter

__all__ = ["held", "window_fixture"]


class Answers(Prompter):
    """Gives the path it was made with, in place of the system's window."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked: list[str] = []

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.path


def _page(screen: Screen, path: Path | None) -> ImportPage:
    screen.window.people.files.prompter = Answers(path)
    screen.press(Qt.Key.Key_I, CTRL)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, ImportPage)
    return page


def _settled(screen: Screen, page: ImportPage, step: int) -> None:
    screen.wait(lambda: page.step == step and not page.is_busy)
    screen.settle()


def _count(screen: Screen) -> object:
    return screen.house.value("SELECT count(*) FROM member")


def test_a_file_is_imported_and_taken_back_with_the_keyboard(held: Screen, tmp_path: Path) -> None:
    rows, wrong = crowd(60, faulty_every=10)
    page = _page(held, csv_file(tmp_path / "membres.csv", HEADER, *rows))
    assert page.choose.file_button.hasFocus()
    held.press(Qt.Key.Key_Space)
    _settled(held, page, LOOK)
    shown = [page.look.model.index(row, 0).data() for row in range(page.look.model.rowCount())]
    assert shown == [str(line) for line in wrong]
    assert page.look.import_button.text() == "Importer les 54 lignes justes"
    assert nameless(held.window) == []
    held.press(Qt.Key.Key_Space)
    _settled(held, page, DONE)
    assert page.done.sentence.startswith("54 membres sont importés Avec 54 formules et 54 cartes.")
    assert _count(held) == 54
    held.click(page.done.undo.all_button)
    held.wait(lambda: "L’import est annulé" in page.done.sentence)
    assert _count(held) == 0


def test_a_facilitator_is_told_before_the_work_that_plans_are_a_managers(held: Screen, tmp_path: Path) -> None:
    held_by_facilitator(held.house)
    page = _page(held, csv_file(tmp_path / "m.csv", ("Nom", "Formule"), ("Inès Alvar", "Régulier")))
    held.click(page.choose.file_button)
    _settled(held, page, LOOK)
    assert any("seul·e un·e gérant·e peut l’importer" in text for text in texts(page))
    assert not page.look.import_button.isEnabled()
    plans = page.look.board.choices[1]
    plans.setCurrentIndex(plans.findData(None))
    held.wait(lambda: not page.is_busy and page.look.import_button.isEnabled())
    held.click(page.look.import_button)
    _settled(held, page, DONE)
    assert _count(held) == 1


def test_nothing_is_imported_when_so_chosen(held: Screen, tmp_path: Path) -> None:
    rows, _ = crowd(3, 0)
    page = _page(held, csv_file(tmp_path / "membres.csv", HEADER, *rows))
    held.click(page.choose.file_button)
    _settled(held, page, LOOK)
    held.click(page.look.nothing_button)
    assert page.step == CHOOSE
    assert _count(held) == 0


def test_another_meaning_of_a_column_changes_the_lines_at_once(held: Screen, tmp_path: Path) -> None:
    page = _page(held, csv_file(tmp_path / "m.csv", ("A", "B"), ("Inès", "Alvar"), ("Zoé", "Test")))
    held.click(page.choose.file_button)
    _settled(held, page, LOOK)
    assert not page.look.import_button.isEnabled()
    assert page.look.import_button.text() == "Aucune ligne à importer"
    box = page.look.board.choices[0]
    box.setCurrentIndex(box.findData(Field.GIVEN))
    held.wait(lambda: page.look.import_button.isEnabled())
    other = page.look.board.choices[1]
    other.setCurrentIndex(other.findData(Field.GIVEN))
    # A meaning goes to one column: the first is left aside.
    assert page.look.mapping == (None, Field.GIVEN)
    held.wait(lambda: not page.is_busy)
    held.click(page.look.import_button)
    _settled(held, page, DONE)
    assert held.house.rows("SELECT given_name FROM member ORDER BY number") == [("Alvar",), ("Test",)]


def test_those_to_check_are_imported_when_ticked(held: Screen, tmp_path: Path) -> None:
    held.house.member("Inès Alvar")
    page = _page(held, csv_file(tmp_path / "m.csv", ("Nom",), ("Ines Alvare",), ("Zoé Test",)))
    held.click(page.choose.file_button)
    _settled(held, page, LOOK)
    assert page.look.import_button.text() == "Importer la ligne juste"
    page.look.alike.setChecked(True)
    assert page.look.import_button.text() == "Importer les 2 lignes justes"
    held.click(page.look.import_button)
    _settled(held, page, DONE)
    assert _count(held) == 3


def test_what_is_no_table_is_said_in_place(held: Screen, tmp_path: Path) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\0\0")
    page = _page(held, tmp_path / "photo.csv")
    held.click(page.choose.file_button)
    held.wait(lambda: page.step == CHOOSE and not page.is_busy)
    assert any("n’est pas un tableau" in text for text in texts(page))


def test_a_file_that_is_gone_is_a_fault_and_the_page_goes_on(
    held: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: raised.append(error))
    page = _page(held, tmp_path / "gone.csv")
    held.click(page.choose.file_button)
    held.wait(lambda: bool(raised))
    assert "gone.csv" in str(raised[0])
    assert page.step == CHOOSE


def test_a_file_can_be_dropped(held: Screen, tmp_path: Path) -> None:
    page = _page(held, None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(csv_file(tmp_path / "m.csv", ("Nom",), ("Zoé Test",))))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)
    assert page.step == BUSY
    _settled(held, page, LOOK)


def test_a_reading_is_stopped_by_its_button_or_by_leaving(held: Screen, tmp_path: Path) -> None:
    rows, _ = crowd(3_000, 0)
    path = csv_file(tmp_path / "m.csv", HEADER, *rows)
    page = _page(held, path)
    page.take(path)
    held.click(page.stop_button)
    assert page.step == CHOOSE
    page.take(path)
    held.escape()
    assert held.window.stage.currentWidget() is held.window.board
    assert _count(held) == 0


def test_an_import_of_before_is_taken_back_but_for_those_who_came(held: Screen, tmp_path: Path) -> None:
    rows, _ = crowd(3, 0)
    found = held.house.desk.imports.preview(csv_file(tmp_path / "membres.csv", HEADER, *rows))
    held.house.desk.imports.apply(found)
    held.scan(str(held.house.value("SELECT code FROM card ORDER BY code LIMIT 1")))
    page = _page(held, None)
    undo = page.choose.undo_buttons[0]
    held.click(undo.all_button)
    held.wait(undo.rest_button.isVisible)
    assert undo.rest_button.text() == "Annuler pour les 2 autres"
    assert any("est venu·e ou a acheté depuis" in text for text in texts(page))
    held.click(undo.rest_button)
    _settled(held, page, DONE)
    assert "acheté depuis\u00a0: 1." in page.done.sentence
    assert _count(held) == 1


def test_the_members_are_exported_from_the_box(held: Screen, tmp_path: Path) -> None:
    held.house.member("Inès Alvar")
    files = held.window.people.files
    files.prompter = Answers(tmp_path / "liste")
    held.type("exporter")
    held.enter()
    held.wait(lambda: not files.task.is_running)
    held.settle()
    assert (tmp_path / "liste.xlsx").exists()
    assert held.window.banner.sentence == "Un membre est dans liste.xlsx."
    files.prompter = Answers(None)
    held.press(Qt.Key.Key_E, CTRL)
    assert not files.task.is_running


def test_whoever_may_not_export_is_told_before_a_file_is_asked_for(held: Screen, tmp_path: Path) -> None:
    answers = Answers(tmp_path / "liste.xlsx")
    held.window.people.files.prompter = answers
    held_by_facilitator(held.house)
    held.press(Qt.Key.Key_E, CTRL)
    assert answers.asked == []
    assert "gérant·e" in held.window.banner.sentence


def test_a_locked_desk_neither_imports_nor_exports(counter: Screen, tmp_path: Path) -> None:
    answers = Answers(tmp_path / "liste.xlsx")
    counter.window.people.files.prompter = answers
    counter.press(Qt.Key.Key_I, CTRL)
    counter.press(Qt.Key.Key_E, CTRL)
    assert counter.window.is_locked
    assert answers.asked == []
    assert not isinstance(counter.window.stage.currentWidget(), ImportPage)


# --- one member's data ---------------------------------------------------------------------------------------


def _data(screen: Screen, member_id: str, path: Path | None = None) -> DataPage:
    screen.window.people.files.prompter = Answers(path)
    screen.window.people.open_file(member_id)
    screen.settle()
    screen.click(screen.window.counter.flow.data_button)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, DataPage)
    return page


def test_a_persons_data_are_shown_corrected_and_taken_away(held: Screen, tmp_path: Path) -> None:
    member = held.house.member("Inès Alvar")
    page = _data(held, member.id, tmp_path / "ines")
    tops = [page.tree.topLevelItem(row).text(0) for row in range(page.tree.topLevelItemCount())]
    assert tops == ["Identité (5)", "Formules (1)", "Cartes (1)"]
    assert nameless(held.window) == []
    held.click(page.correct_button)
    page.form.email.setText("ines@essai.example")
    held.click(page.save_button)
    assert held.house.value("SELECT email FROM member") == "ines@essai.example"
    held.click(page.json_button)
    assert json.loads((tmp_path / "ines.json").read_text("utf-8"))["member"] == 1
    held.click(page.workbook_button)
    assert (tmp_path / "ines.xlsx").exists()
    assert "Les données sont dans ines.xlsx." in texts(page)


def test_an_erasure_says_what_it_does_and_is_not_one_click(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    page = _data(held, member.id)
    assert page.erase_button.accessibleName() == "Effacer Inès Alvar pour toujours"
    assert not page.erase_button.isEnabled()
    page.sure.setChecked(True)
    page.erase_button.click()
    held.wait(lambda: held.house.value("SELECT given_name FROM member") == "Membre")
    held.wait(lambda: any(text.startswith("C’est effacé") for text in texts(page)))
    assert not page.erase_button.isVisible()
    assert "Membre 1, membre n° 1" in texts(page)


def test_an_erasure_that_is_refused_says_why(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    held.scan(member.code)
    page = _data(held, member.id)
    page.sure.setChecked(True)
    page.erase_button.click()
    held.wait(lambda: "Inès Alvar est dans la maison\u00a0: notez d’abord son départ." in texts(page))
    assert held.house.value("SELECT given_name FROM member") == "Inès"


def test_a_facilitator_reads_but_does_not_erase(held: Screen) -> None:
    member = held.house.member("Inès Alvar")
    staff = held.house.desk.staff
    staff.enrol("Lou Essai", "7777", Role.FACILITATOR)
    staff.sign_in(next(person.id for person in staff.everyone() if not person.is_manager), "7777")
    page = _data(held, member.id)
    assert not page.erase_button.isVisible()
    assert "Seul·e un·e gérant·e peut effacer les données d’une personne." in texts(page)


def test_the_way_to_erase_is_never_cut(held: Screen) -> None:
    member = held.house.member("Maximilienne Perrichonnet-Delaunay")
    for scale in (1.0, 1.25, 1.5):
        dress(held, scale=scale)
        held.window.people.files.show_data(member.id)
        held.settle()
        page = held.window.stage.currentWidget()
        assert isinstance(page, DataPage)
        assert page.erase_button.text() == "Effacer pour toujours"
        side = next(area for area in page.findChildren(QScrollArea) if area.isAncestorOf(page.erase_button))
        assert side.widget().minimumSizeHint().width() <= side.viewport().width()
