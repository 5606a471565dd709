"""Training: a whole practised day leaves the real house as it was, and says SIMULATION on whatever leaves it."""

from __future__ import annotations

import ast
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk import simulation
from desk.accounts.office import FORMATS
from desk.archives.checking import check
from desk.archives.making import Archived
from desk.documents import a4_pdf, card_picture, escpos_bytes, roll_pdf
from desk.documents.member_card import cards_of
from desk.documents.page import Document, from_json
from desk.errors import EnvironmentFault, Refused
from desk.imports import MembersExported
from desk.invoices import paper
from desk.printing import queue
from desk.printing.printers import PrinterSettings
from desk.printing.profiles import ROLL_48
from desk.printing.states import DRAWER, PrinterKind
from desk.training import ANEW, ENTERED, FOLDER, LEFT, Practice
from models.database import FILE_NAME
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.house import SmallHouse, small_house
from tests.support.practice import PIN, PracticeHouse, a_practised_day, practise, team

WORD = "SIMULATION"
PAPERS = {
    "desk/documents/calibration_card.py document": "calibration",
    "desk/documents/day_pass.py document": "day_pass",
    "desk/documents/deposit.py document": "deposit",
    "desk/documents/group_pass.py document": "group_pass",
    "desk/documents/member_card.py document": "card_sheet",
    "desk/documents/quote.py document": "quote",
    "desk/documents/receipt.py document": "receipt",
    "desk/documents/roll_call.py document": "roll_call",
    "desk/documents/test_page.py document": "test_page",
    "desk/documents/till_report.py document": "closing",
    "desk/invoices/paper.py document": "invoice",
    "desk/invoices/paper.py reminder": "reminder",
}
"""Every function that makes a paper, and the kind by which the queue knows it. A new one is written here, and its
paper is made by `a_practised_day`."""

NO_PAPERS = {
    "desk/documents/escpos_bytes.py _restart",  # a line at the head of another paper
    "desk/documents/page.py from_json",  # a paper that was made before
    "desk/drawer.py kick",  # a pulse, which practice never sends
    "desk/printing/trials.py open_drawer",
}


@pytest.fixture(scope="module")
def practised(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[SmallHouse, PracticeHouse, dict[str, Document]]]:
    """A practised day with the queue's own stamp taken away: each maker is asked whether it says the word itself."""
    with small_house(tmp_path_factory.mktemp("real") / "house") as real:
        team(real)
        practice = practise(real)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(queue, "stamped", lambda document, _site: document)
            a_practised_day(practice)
        jobs = practice.rows("SELECT kind, document FROM print_job ORDER BY id")
        papers = {str(kind): from_json(str(text)) for kind, text in jobs}
        papers["reminder"] = paper.reminder(_sealed(practice, "invoices"), 100, date(2026, 11, 24), 1)
        yield real, practice, papers
        practice.close()


def _sealed(house: SmallHouse, stream: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        str(house.value("SELECT CAST(body AS TEXT) FROM journal WHERE stream = ? ORDER BY sequence LIMIT 1", stream))
    )
    return found


def _makers() -> set[str]:
    """Every function of the desk that makes a Document."""
    root = Path(__file__).resolve().parents[2]
    found = set()
    for file in (root / "desk").rglob("*.py"):
        text = file.read_text("utf-8")
        for function in ast.walk(ast.parse(text)) if "Document(" in text else ():
            if isinstance(function, ast.FunctionDef) and any(
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Document"
                for node in ast.walk(function)
            ):
                found.add(f"{file.relative_to(root).as_posix()} {function.name}")
    return found


def test_every_maker_of_papers_is_known() -> None:
    assert _makers() == set(PAPERS) | NO_PAPERS


@pytest.mark.parametrize("kind", sorted(PAPERS.values()))
def test_every_paper_says_that_it_is_practice(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]], kind: str
) -> None:
    document = practised[2][kind]
    assert document.mark.startswith(WORD)
    assert WORD in " ".join(pdf.pages(roll_pdf.render(document)))
    assert all(WORD in page for page in pdf.pages(a4_pdf.render(document)))
    assert WORD in Screen(48, 576).feed(escpos_bytes.render(document, ROLL_48)).text


def test_a_picture_of_a_card_says_it_too(practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]]) -> None:
    (card, *_) = cards_of(practised[2]["card_sheet"])
    assert card.mark.startswith(WORD)
    assert card_picture.render(card).startswith(b"\x89PNG")


def test_a_maker_that_forgot_is_stamped_by_the_queue(house: SmallHouse) -> None:
    team(house)
    practice = practise(house)
    practice.desk.queue.print_document(Document("test_page", "Oubli", ()))
    stored = from_json(str(practice.value("SELECT document FROM print_job")))
    assert stored.mark == WORD
    practice.desk.queue.print_document(Document("test_page", "Copie", (), "DUPLICATA 1"))
    assert practice.value("SELECT count(*) FROM print_job WHERE document LIKE '%SIMULATION · DUPLICATA 1%'") == 1
    practice.close()
    house.desk.queue.print_document(Document("test_page", "Vraie", ()))
    assert from_json(str(house.value("SELECT document FROM print_job"))).mark == ""


def test_a_whole_practised_day_leaves_the_real_house_as_it_was(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]],
) -> None:
    real, practice, _ = practised
    for table in (
        "sale",
        "payment",
        "invoice",
        "closing",
        "print_job",
        "visit",
        "booking",
        "member",
        "quote",
        "deposit",
    ):
        assert real.value(f"SELECT count(*) FROM {table}") == 0, table
    assert real.rows("SELECT DISTINCT stream FROM journal") == [("technical",)]
    assert practice.rows("SELECT number FROM sale ORDER BY sequence") == [("SIM-000001",), ("SIM-000002",)]
    assert practice.value("SELECT number FROM invoice") == "FSIM-000001"
    assert str(practice.value("SELECT number FROM closing")).split("-")[1] == "SIM"
    assert str(practice.value("SELECT number FROM quote")).startswith("DSIM-")
    for stream in ("sales", "invoices", "closings"):
        assert _sealed(practice, stream)["training"] is True
    assert real.value("SELECT id FROM desk") != practice.value("SELECT id FROM desk")
    assert real.verify(deep=True).ok
    assert practice.verify(deep=True).ok


def test_nothing_of_practice_goes_to_the_accounts(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]], tmp_path: Path
) -> None:
    real, practice, _ = practised
    for format_ in FORMATS:
        for house, code in ((practice, "training"), (real, "empty")):
            refused = house.desk.accounts.export(format_, 2026, tmp_path)
            assert isinstance(refused, Refused)
            assert refused.code == code
    assert list(tmp_path.iterdir()) == []


def test_an_archive_of_practice_says_it_in_its_name_its_manifest_and_its_notice(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]], tmp_path: Path
) -> None:
    real, practice, _ = practised
    made = practice.desk.accounts.archives.make(2026, tmp_path)
    assert isinstance(made, Archived)
    assert made.path.name == "SIMULATION-AR-SIM-000001-2026.zip"
    assert check(made.path.read_bytes(), made.path.name).ok
    with zipfile.ZipFile(made.path) as archive:
        assert archive.read("LISEZMOI.txt").decode("utf-8-sig").startswith(WORD)
        assert json.loads(archive.read("manifest.json"))["training"] is True
    kept = real.desk.accounts.archives.make(2026, tmp_path)
    assert isinstance(kept, Archived)
    with zipfile.ZipFile(kept.path) as archive:
        assert WORD not in archive.read("LISEZMOI.txt").decode("utf-8-sig")
        assert "SIM-" not in archive.read("journal.jsonl").decode()


def test_an_invoice_of_practice_claims_no_facturx(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]], tmp_path: Path
) -> None:
    practice = practised[1]
    (invoice,) = practice.desk.invoices.everyone()
    content = practice.desk.invoices.pdf(invoice.id)
    assert isinstance(content, bytes)
    assert b"factur-x" not in content.lower()
    assert all(WORD in page for page in pdf.pages(content))
    practice.desk.invoices.export(2026, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["FSIM-000001.pdf", "SIMULATION-2026.csv"]


def test_what_is_saved_in_practice_says_it(
    practised: tuple[SmallHouse, PracticeHouse, dict[str, Document]], tmp_path: Path
) -> None:
    desk = practised[1].desk
    exported = desk.imports.export(tmp_path / "membres.xlsx")
    assert isinstance(exported, MembersExported)
    assert exported.path.name == "SIMULATION-membres.xlsx"
    assert load_workbook(exported.path).sheetnames[0].startswith(WORD)
    (member, *_) = desk.members.everyone()
    own = desk.privacy.export(member.id, tmp_path / "donnees.json")
    assert isinstance(own, Path)
    assert own.name.startswith(WORD)
    assert f"SUMMARY:{WORD}".encode() in desk.calendars.export().content
    assert desk.plan_editing._words()[1].startswith(WORD)
    kept = desk.backups.make()
    assert isinstance(kept, Refused)
    assert kept.code == "training"
    assert not desk.backups.is_due()


def test_the_drawer_stays_shut(house: SmallHouse) -> None:
    team(house)
    wired = PrinterSettings(PrinterKind.NETWORK, "127.0.0.1:9")
    assert house.desk.queue.set_printer(wired) is None
    practice = practise(house)
    assert practice.desk.queue.set_printer(wired) is None
    assert practice.desk.closings.drawer.put_in(1000, "monnaie") is None
    assert practice.value("SELECT count(*) FROM print_job WHERE kind = ?", DRAWER) == 0
    refused = practice.desk.printers.trials.open_drawer(practice.desk.printers.everyone()[-1])
    assert isinstance(refused, Refused)
    practice.close()
    assert house.desk.closings.drawer.put_in(1000, "monnaie") is None
    assert house.value("SELECT count(*) FROM print_job WHERE kind = ?", DRAWER) == 1


# --- there and back --------------------------------------------------------------------------------------------


def test_both_ways_are_in_the_real_journal_and_the_team_follows(house: SmallHouse) -> None:
    team(house)
    practice = practise(house)
    assert practice.desk.staff.holder == house.desk.staff.holder
    assert {person.name for person in practice.desk.staff.everyone()} == {"Gaël Essai", "Noé Essai"}
    assert practice.desk.staff.enrol_first("Intrus Essai", "9999")
    assert house.desk.training.leave(practice.opened)
    (noe,) = [person for person in house.desk.staff.everyone() if person.name.startswith("Noé")]
    assert house.desk.staff.retire(noe.id) is None
    again = practise(house)
    assert [person.name for person in again.desk.staff.everyone()] == ["Gaël Essai"]
    again.desk.staff.lock()
    assert not house.desk.training.leave(again.opened), "the real desk is not reached through a locked practice"
    kinds = [kind for (kind,) in house.rows("SELECT kind FROM journal WHERE kind LIKE 'training.%' ORDER BY sequence")]
    assert kinds == [ENTERED, LEFT, ENTERED, LEFT]
    assert house.verify(deep=True).ok


def test_nobody_trains_without_holding_the_desk_and_never_twice(house: SmallHouse) -> None:
    empty = house.desk.training.enter(unattended=True)
    assert isinstance(empty, Refused)
    assert empty.code == "no_team"
    team(house)
    house.desk.staff.lock()
    nobody = house.desk.training.enter()
    assert isinstance(nobody, Refused)
    assert nobody.code == "nobody"
    assert not isinstance(house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, PIN), Refused)
    practice = practise(house)
    for desk, code in ((house.desk, "already_open"), (practice.desk, "training")):
        refused = desk.training.enter()
        assert isinstance(refused, Refused)
        assert refused.code == code
    practice.close()
    outside = house.desk.training.enter(unattended=True)
    assert isinstance(outside, Practice)
    house.desk.training.leave(outside)


def test_practice_is_thrown_away_and_begun_anew(house: SmallHouse) -> None:
    team(house)
    practice = practise(house)
    practice.sell_pass()
    before = practice.value("SELECT id FROM desk")
    fresh = house.desk.training.begin_anew(practice.opened)
    assert isinstance(fresh, Practice)
    assert fresh.desk.staff.holder == house.desk.staff.holder
    anew = PracticeHouse(house, fresh)
    assert anew.value("SELECT count(*) FROM sale") == 0
    assert anew.value("SELECT id FROM desk") != before
    assert house.value("SELECT count(*) FROM journal WHERE kind = ?", ANEW) == 1
    fresh.desk.staff.lock()
    refused = house.desk.training.begin_anew(fresh)
    assert isinstance(refused, Refused)
    anew.close()


def test_a_damaged_practice_house_is_made_anew_and_another_house_is_never_erased(
    house: SmallHouse, tmp_path: Path
) -> None:
    team(house)
    practise(house).close()
    (house.folder / FOLDER / FILE_NAME).write_bytes(b"not a database at all" * 100)
    mended = house.desk.training.enter()
    assert isinstance(mended, Practice)
    mended.close()
    house.desk.training.throw_away()
    assert not (house.folder / FOLDER).exists()
    house.copy(tmp_path / "copy").rename(house.folder / FOLDER)
    with pytest.raises(EnvironmentFault) as told:
        house.desk.training.throw_away()
    assert told.value.code == "training_foreign"
    assert (house.folder / FOLDER / FILE_NAME).exists()


def test_what_is_real_says_nothing_of_practice(house: SmallHouse) -> None:
    house.sell_pass(receipt=True)
    assert simulation.FACT not in _sealed(house, "sales")
    assert WORD not in str(house.value("SELECT document FROM print_job WHERE kind = 'receipt'"))


def test_a_practice_that_cannot_be_made_again_is_left(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    team(house)
    practice = practise(house)

    def full(_folder: Path) -> None:
        raise OSError("no")

    monkeypatch.setattr("shutil.rmtree", full)
    with pytest.raises(EnvironmentFault) as told:
        house.desk.training.begin_anew(practice.opened)
    assert told.value.code == "training_folder"
    assert house.rows("SELECT kind FROM journal WHERE kind LIKE 'training.%' ORDER BY sequence")[-1] == (LEFT,)
