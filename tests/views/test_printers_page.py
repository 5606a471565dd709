"""The page of printers and the queue, with the keyboard, the mouse and the box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.printing.queue import PrinterSettings
from desk.printing.states import JobState, PrinterKind, Purpose
from models.printing import PrintJob
from tests.support.door import held_by_facilitator
from tests.support.escpos_screen import Screen as Paper
from tests.support.printer_scenes import SHIFT, a_second_printer, the_page
from tests.support.printers import FakePrinter
from tests.support.window import AWAY, CTRL, Screen, held, window_fixture
from views.flows.queue import QueuePanel
from views.printers.page import PrintersPage

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _open(screen: Screen) -> PrintersPage:
    screen.press(Key.Key_P, CTRL | SHIFT)
    return the_page(screen)


def _pick(box: object, value: object) -> None:
    """Choose an entry as a click on it does."""
    index = box.findData(value)  # type: ignore[attr-defined]
    assert index >= 0
    box.setCurrentIndex(index)  # type: ignore[attr-defined]
    box.activated.emit(index)  # type: ignore[attr-defined]


def test_the_box_finds_the_page(held: Screen) -> None:
    held.press(Key.Key_K, CTRL)
    held.type("imprimantes")
    held.enter()
    assert the_page(held).accessibleName() == "Imprimantes"
    held.escape()
    assert held.window.stage.currentWidget() is held.window.board


def test_a_manager_sets_a_printer_up_tries_it_and_gives_it_the_receipts(held: Screen) -> None:
    with FakePrinter() as fake:
        page = _open(held)
        held.click(page.add_button)
        held.type("Comptoir")
        page.form.target.setFocus()
        held.type(f"127.0.0.1:{fake.port}")
        _pick(page.form.page, "CP1252")
        held.click(page.save_button)
        assert page._told.text().startswith("Comptoir est enregistrée.")
        held.click(page.look_button)
        held.wait(lambda: page._state.text() == "Prête.")
        assert page._state.property("tone") == "success"
        held.click(page.test_button)
        held.wait(held.all_printed)
        held.click(page.drawer_button)
        held.wait(held.all_printed)
        _pick(page.uses[Purpose.RECEIPTS], page.choices.value)
        assert page._told.text() == "C’est noté\u00a0: les reçus et les pass, sur Comptoir."
        held.house.sell_pass()
        held.wait(held.all_printed)
    paper = Paper().feed(fake.job)
    assert (paper.pulses, paper.cuts, set(paper.code_pages)) == (1, 2, {"cp1252"})
    assert "œ" in paper.text
    assert "Pass journée" in paper.text
    (till, _folder) = held.house.desk.printers.everyone()
    assert (till.profile, till.purposes) == ("80mm-48-cp1252", (Purpose.RECEIPTS,))


def test_a_refusal_is_said_and_what_was_typed_stays(held: Screen) -> None:
    page = _open(held)
    held.click(page.add_button)
    held.type("Étage")
    held.click(page.save_button)
    assert page._refusal.isVisible()
    assert page.form.name.text() == "Étage"
    held.house.sell_pass()
    held.wait(held.all_printed)
    assert page.form.name.text() == "Étage", "a paper that goes out must not empty the fields"
    assert len(held.house.desk.printers.everyone()) == 1


def test_a_printer_in_use_is_not_taken_away(held: Screen) -> None:
    second = a_second_printer(held)
    page = _open(held)
    folder = next(p for p in held.house.desk.printers.everyone() if p.id != second.id)
    held.click(page.choices.button_of(folder.id))
    held.click(page.remove_button)
    assert "choisissez d’abord qui la remplace" in page._refusal.text()
    held.click(page.choices.button_of(second.id))
    held.click(page.remove_button)
    assert page._told.text() == "Comptoir est retirée."
    assert [p.id for p in held.house.desk.printers.everyone()] == [folder.id]
    assert not page.remove_button.isEnabled(), "the last one stays"


def test_a_sheet_printer_offers_a4_and_no_character_set(held: Screen) -> None:
    page = _open(held)
    held.click(page.add_button)
    form = page.form
    assert form.paper.findData("a4") < 0
    assert form.page.isVisible()
    _pick(form.kind, PrinterKind.SYSTEM)
    held.wait(lambda: form.found.count() > 0)
    assert form.paper.findData("a4") >= 0
    assert not form.page.isVisible()
    form.show_names(("Bureau", "Étage"))
    _pick(form.found, "Étage")
    assert form.target.text() == "Étage"
    _pick(form.paper, "a4")
    form.name.setText("Feuilles")
    held.click(page.save_button)
    sheets = next(p for p in held.house.desk.printers.everyone() if p.name == "Feuilles")
    assert (sheets.kind, sheets.target, sheets.profile) == (PrinterKind.SYSTEM, "Étage", "a4")
    assert not page.drawer_button.isEnabled()


def test_a_facilitator_looks_and_tries_but_changes_nothing(held: Screen) -> None:
    held_by_facilitator(held.house, "Luc Essai")
    page = _open(held)
    for widget in (page.form, page.save_button, page.add_button, page.remove_button, page.drawer_button):
        assert not widget.isEnabled()
    assert not any(box.isEnabled() for box in page.uses.values())
    assert page._only.isVisible()
    held.click(page.look_button)
    held.wait(lambda: page._state.text() == "Prête.")
    held.click(page.test_button)
    held.wait(held.all_printed)
    assert held.printed() == ["Page de test\u00a0: Tickets"]


# --- the queue -----------------------------------------------------------------------------------------------


def _waiting(screen: Screen) -> QueuePanel:
    """A pass and its receipt that wait for a printer which is switched off."""
    screen.printer(AWAY)
    screen.house.sell_pass(receipt=True)
    screen.wait(lambda: any(job.trouble for job in screen.house.desk.queue.pending()))
    screen.wait(lambda: not screen.application.jobs.is_running)
    screen.press(Key.Key_F10)
    return screen.flow(QueuePanel)


def _press(screen: Screen, panel: QueuePanel, text: str, at: int = 0) -> None:
    screen.click([b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == text][at])


def test_papers_that_wait_behind_an_absent_printer_ask_it_once(held: Screen) -> None:
    """Two of them once made the desk try without a pause."""
    _waiting(held)
    for _ in range(20):
        held.settle()
    assert [job.attempts for job in held.house.desk.queue.pending()] == [1, 0]


def test_a_receipt_is_given_up_with_a_reason_that_survives_a_reading(held: Screen) -> None:
    panel = _waiting(held)
    _press(held, panel, "Ne plus imprimer", at=1)
    held.type("Le client")
    held.house.sell_pass()
    held.wait(lambda: len(panel.jobs) == 3)
    held.wait(lambda: not held.application.jobs.is_running)
    (made,) = [job for job in panel.jobs if job.job.is_fiscal]
    assert made.reason.text() == "Le client"
    held.type(" est parti")
    held.enter()
    (gone,) = held.house.desk.queue.given_up(5)
    assert gone.reason == "Le client est parti"
    assert len(panel.jobs) == 2


def test_a_receipt_without_a_reason_stays(held: Screen) -> None:
    panel = _waiting(held)
    _press(held, panel, "Ne plus imprimer", at=1)
    _press(held, panel, "Y renoncer")
    assert panel._refusal.isVisible()
    assert len(held.house.desk.queue.pending()) == 2


def test_a_paper_is_printed_elsewhere(held: Screen) -> None:
    spare = held.house.desk.printers.add(PrinterSettings(PrinterKind.FILES, "papiers", name="Secours"))
    panel = _waiting(held)
    _press(held, panel, "Imprimer ailleurs", at=1)
    (button,) = [b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == "Secours"]
    held.click(button)
    held.wait(lambda: len(held.house.desk.queue.printed(5)) == 1)
    (out,) = held.house.desk.queue.printed(5)
    assert (out.printer, out.is_fiscal) == ("Secours", True)
    assert out.printer_id == spare.id  # type: ignore[union-attr]
    assert len(list((held.house.folder / "papiers").iterdir())) == 1


@pytest.mark.parametrize(
    ("answer", "state"), [("Oui, il est sorti", JobState.PRINTED), ("Non, réimprimer", JobState.WAITING)]
)
def test_a_doubt_is_settled_by_who_sees_the_paper(held: Screen, answer: str, state: JobState) -> None:
    panel = _waiting(held)
    receipt = panel.jobs[1].job
    held.house.change(PrintJob, receipt.id, state=JobState.DOUBTFUL)
    panel.reload()
    held.settle()
    _press(held, panel, answer)
    held.wait(lambda: not held.application.jobs.is_running)
    assert held.house.value("SELECT state FROM print_job WHERE id = ?", receipt.id) == state
