"""The plan's editor, with the mouse, the keys and the box: drawn, undone, kept, published; managers only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.plan_editing.parts import find_space
from desk.polygons import bounds
from desk.work import Operator
from tests.support.house import TUESDAY
from tests.support.plan_scenes import editor
from tests.support.window import CTRL, Screen, held, window_fixture
from views.plan_editor.page import PlanEditorPage
from views.prompts import Prompter

__all__ = ["held", "window_fixture"]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Chooser(Prompter):
    def __init__(self, path: Path | None) -> None:
        self.path = path

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.path

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        return self.path


@pytest.fixture
def page(held: Screen) -> PlanEditorPage:
    return editor(held)


def place(page: PlanEditorPage, space_id: str) -> tuple[float, ...]:
    space = find_space(page.plan, space_id)
    assert space is not None
    return bounds(space.outline)


def drag(page: PlanEditorPage, start: QPointF, way: tuple[float, float]) -> None:
    """Press, go that many metres, let go."""
    scale = (page.canvas.place_of(1, 0) - page.canvas.place_of(0, 0)).x()
    end = start + QPointF(way[0] * scale, way[1] * scale)
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(
        page.canvas, QPoint(*(round((a + b) / 2) for a, b in zip(start.toTuple(), end.toTuple(), strict=True)))
    )
    QTest.mouseMove(page.canvas, end.toPoint())
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_the_arrows_move_and_stretch_and_every_step_is_undone(held: Screen, page: PlanEditorPage) -> None:
    assert held.focus is page.canvas
    assert page.canvas.space_id == "salon"
    assert "Total 504 m²" in page.total.text().replace("\u00a0", " ")
    held.press(Key.Key_Left)
    held.press(Key.Key_Up)
    assert place(page, "salon") == (-0.25, -0.25, 5.75, 6.75)
    held.press(Key.Key_Down, SHIFT)
    assert place(page, "salon")[3] == 7.0
    assert "505,5 m²" in page.total.text().replace("\u00a0", " ")
    drawn = page.plan
    for _ in range(3):
        held.press(Key.Key_Z, CTRL)
    assert page.plan == page.draft.plan
    for _ in range(3):
        held.press(Key.Key_Y, CTRL)
    assert page.plan == drawn
    assert not page.redo_button.isEnabled()


def test_the_keys_go_to_every_space_and_seat(held: Screen, page: PlanEditorPage) -> None:
    held.press(Key.Key_Right, CTRL)
    held.press(Key.Key_Right, CTRL)
    assert page.canvas.space_id == "la-place"
    held.press(Key.Key_PageDown)
    assert page.canvas.seat_id == "la-place-1"
    assert page.canvas.accessibleDescription() == "La Place, poste 1"
    held.press(Key.Key_Right)
    seat = find_space(page.plan, "la-place").seat_points[0]  # type: ignore[union-attr]
    assert seat.x == 9.225
    held.press(Key.Key_Delete)
    assert page.plan.workstations == 44
    held.press(Key.Key_Insert)
    assert page.plan.workstations == 45
    assert page.canvas.seat_id == "la-place-15"
    held.press(Key.Key_PageUp, CTRL)
    page.choose("agora", "")
    held.press(Key.Key_Delete)
    assert find_space(page.plan, "agora") is None


def test_the_mouse_moves_a_space_and_a_wall(page: PlanEditorPage) -> None:
    drag(page, page.canvas.place_of(14, 9), (1.0, 0.5))
    assert page.canvas.space_id == "agora"
    assert place(page, "agora") == (12.25, 6.7, 18.5, 11.5)
    left, top, right, bottom = place(page, "agora")
    drag(page, page.canvas.place_of(right, (top + bottom) / 2), (-1.5, 0))
    assert place(page, "agora") == (left, top, right - 1.5, bottom)
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=page.canvas.place_of(8.975, 2.95).toPoint())
    assert (page.canvas.space_id, page.canvas.seat_id) == ("la-place", "la-place-1")
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert (page.canvas.space_id, page.canvas.seat_id) == ("", "")
    page.seat_button.click()
    assert not page.seat_button.isEnabled()


def test_what_cannot_be_is_said_and_what_crosses_is_not_published(held: Screen, page: PlanEditorPage) -> None:
    page.choose("accueil", "")
    page.fields.name.setText("salon")
    page.fields.name.editingFinished.emit()
    assert page._refusal.text() == "Un espace s’appelle déjà «\u00a0salon\u00a0»."
    assert page.fields.name.text() == "Accueil"
    page.fields.wide.setValue(5.0)
    assert page.problems.text() == "Accueil et Agora se recouvrent."
    page.tool.publish.click()
    assert page._refusal.text() == "Accueil et Agora se recouvrent."
    assert held.house.rows("SELECT * FROM plan_version") == []


def test_a_room_is_added_named_split_and_published(held: Screen, page: PlanEditorPage) -> None:
    page.add_button.click()
    assert page.fields.name.text() == "Nouvel espace"
    held.write("Le Nid")
    held.press(Key.Key_Return)
    made = next(space for space in page.plan.spaces if space.name == "Le Nid")
    page.fields.seats.setValue(5)
    page.fields.rentable.click()
    page.split.far.setValue(1.0)
    page.split.name.setText("Le Nid bis")
    page.split.button.click()
    assert {space.name for space in page.plan.floors[0].spaces} >= {"Le Nid", "Le Nid bis"}
    assert find_space(page.plan, made.id).surface == 3.0  # type: ignore[union-attr]
    assert page.tool.publish.text() == "Publier dès le mar. 24 nov. 2026"
    page.tool.day.setDate(QDate(2026, 12, 1))
    page.tool.publish.click()
    assert not isinstance(held.window.stage.currentWidget(), PlanEditorPage)
    assert "dès le mar. 1 déc. 2026" in held.window.banner.sentence
    board = held.window.work.board
    assert board.view.floor.item_of(made.id) is None
    held.house.at(9, day=date(2026, 12, 1))
    held.window.work._aged()
    assert board.view.floor.item_of(made.id) is not None


def test_the_draft_waits_for_whoever_comes_back(held: Screen, page: PlanEditorPage) -> None:
    held.press(Key.Key_Left)
    moved = page.plan
    held.escape()
    assert held.house.value("SELECT revision FROM plan_draft") == 1
    again = editor(held)
    assert again.plan.surface == moved.surface
    assert again.tool.keep.isEnabled() is False
    again.tool.restart.click()
    assert again.plan == again.draft.published
    assert held.house.rows("SELECT * FROM plan_draft") == []


def test_files_come_and_go(held: Screen, page: PlanEditorPage, tmp_path: Path) -> None:
    chooser = _Chooser(tmp_path / "plan.svg")
    page._prompter = chooser
    page.files.svg.click()
    assert (tmp_path / "plan.svg").exists()
    page._moved(1, 0)
    page.files.bring.click()
    assert page.plan == page.draft.published
    (tmp_path / "fond.svg").write_text('<svg><rect width="20" height="10"/></svg>')
    chooser.path = tmp_path / "fond.svg"
    page.files.bring.click()
    assert page.files.width_of.value() == 17.5
    page.files.width_of.setValue(10)
    assert page.files.width_of.value() == 10
    page.files.away.click()
    assert page.files._under.isHidden()
    chooser.path = tmp_path / "plan.pdf"
    page.files.pdf.click()
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    (tmp_path / "fond.svg").write_text('<!DOCTYPE svg [<!ENTITY a "a">]><svg/>')
    chooser.path = tmp_path / "fond.svg"
    page.files.bring.click()
    assert "DOCTYPE" in page._refusal.text()
    chooser.path = None
    for made in (page.files.bring, page.files.svg, page.files.pdf):
        made.click()


def test_the_other_floors_and_the_grid(page: PlanEditorPage) -> None:
    page.floor.setCurrentIndex(1)
    page.floor.activated.emit(1)
    assert page.canvas.space_id == "calumet"
    page.step.setCurrentIndex(4)
    page.step.activated.emit(4)
    page._moved(-page.canvas.step, 0)
    assert place(page, "calumet")[0] == -1.0
    page.space.setCurrentIndex(2)
    page.space.activated.emit(2)
    assert page.canvas.space_id == page.plan.floors[1].spaces[2].id


def test_a_floor_is_added_named_emptied_and_taken_away(held: Screen, page: PlanEditorPage) -> None:
    before = page.plan
    assert not page.floors.remove.isEnabled()
    page.floors.add.click()
    assert (page.floor.currentText(), held.focus) == ("Nouvel étage", page.floors.name)
    assert page.problems.text() == "Nouvel étage n’a aucun espace\u00a0: ajoutez-en un, ou retirez l’étage."
    held.write("Sous-sol")
    held.press(Key.Key_Return)
    assert [page.floor.itemText(row) for row in range(page.floor.count())][-1] == "Sous-sol"
    page.tool.publish.click()
    assert held.house.rows("SELECT * FROM plan_version") == []
    page.add_button.click()
    assert page.plan.floors[-1].spaces[0].name == "Nouvel espace"
    assert not page.floors.remove.isEnabled()
    page.canvas.setFocus()
    held.press(Key.Key_Right, CTRL)
    held.press(Key.Key_Delete)
    assert page.plan.floors[-1].spaces == ()
    held.press(Key.Key_Right, CTRL)
    held.press(Key.Key_Delete)
    page.floors.remove.click()
    assert page.plan == before
    assert page.floor.currentText() == "RDC"
    while page.history.can_undo:
        page.undo_button.click()
    assert page.plan == before
    page.redo_button.click()
    assert page.floor.count() == len(before.floors) + 1
    page.floors.name.setText("jardin")
    page.floors.name.editingFinished.emit()
    assert page._refusal.text() == "Un étage s’appelle déjà «\u00a0jardin\u00a0»."


def test_a_planned_plan_is_withdrawn_and_its_drawing_stays(held: Screen, page: PlanEditorPage) -> None:
    assert not page.tool.withdraw.isVisible()
    held.press(Key.Key_Left)
    page.tool.day.setDate(QDate(2026, 12, 1))
    page.tool.publish.click()
    again = editor(held)
    drawn = again.plan
    held.press(Key.Key_Left)
    assert again.tool.withdraw.text() == "Retirer le plan du mar. 1 déc. 2026"
    again.tool.withdraw.click()
    assert "Plan du mar. 1 déc. 2026 retiré" in held.window.banner.sentence
    assert not again.tool.withdraw.isVisible()
    assert again.tool.chosen_day() == date(2026, 12, 1)
    again.undo_button.click()
    assert again.plan == drawn
    again.tool.publish.click()
    assert held.house.rows("SELECT number FROM plan_version ORDER BY number") == [(1,), (3,)]
    last = editor(held)
    held.house.at(9, day=date(2026, 12, 1))
    last.tool.withdraw.click()
    assert "en vigueur depuis le mar. 1 déc. 2026" in last._refusal.text()


def test_only_a_manager_comes_in(held: Screen) -> None:
    board = held.window.work.board
    assert board.edit_button.isVisible()
    held.house.desk.work.operator = Operator("f", "Inès")
    held.window.work.show_holder()
    assert not board.edit_button.isVisible()
    held.press(Key.Key_E, CTRL | SHIFT)
    assert not isinstance(held.window.stage.currentWidget(), PlanEditorPage)
    assert "gérant" in held.window.banner.sentence


def test_the_button_and_the_box_open_it(held: Screen) -> None:
    held.click(held.window.work.board.edit_button)
    assert isinstance(held.window.stage.currentWidget(), PlanEditorPage)
    held.escape()
    held.press(Key.Key_K, CTRL)
    held.type("modifier le plan")
    held.enter()
    assert isinstance(held.window.stage.currentWidget(), PlanEditorPage)
    assert TUESDAY.isoformat() == held.window.stage.currentWidget().tool.chosen_day().isoformat()  # type: ignore[attr-defined]
