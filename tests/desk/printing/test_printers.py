"""Setting printers up: names, addresses, what each is for; a manager's right, each act recorded."""

from __future__ import annotations

import json

import pytest

from desk.documents.page import Document, Text
from desk.errors import Refused
from desk.printing.printers import MOST_PRINTERS, PrinterListed, PrinterSettings
from desk.printing.queue import enqueue
from desk.printing.states import DRAWER, JobState, PrinterKind, Purpose
from desk.work import Operator
from tests.support.escpos_screen import Screen
from tests.support.house import SmallHouse, house_fixture
from tests.support.printers import FakePrinter

__all__ = ["house_fixture"]

TILL = PrinterSettings(PrinterKind.NETWORK, "192.0.2.7:9100", "80mm-48-cp1252", "Comptoir")


def _added(house: SmallHouse, settings: PrinterSettings = TILL) -> PrinterListed:
    added = house.desk.printers.add(settings)
    assert isinstance(added, PrinterListed), added
    return added


def _code(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    assert answer.sentence
    return answer.code


def _last_record(house: SmallHouse) -> tuple[str, dict[str, object]]:
    ((kind, body),) = house.rows(
        "SELECT kind, body FROM journal WHERE stream = 'technical' ORDER BY sequence DESC LIMIT 1"
    )
    assert isinstance(body, bytes | str)
    return str(kind), json.loads(body)


def test_a_new_house_has_a_folder_for_everything(house: SmallHouse) -> None:
    (folder,) = house.desk.printers.everyone()
    assert (folder.name, folder.kind, folder.purposes) == ("Tickets", PrinterKind.FILES, tuple(Purpose))
    assert not folder.is_wired


def test_a_printer_is_added_changed_and_recorded(house: SmallHouse) -> None:
    added = _added(house)
    assert (added.name, added.purposes, added.waiting, added.is_wired) == ("Comptoir", (), 0, True)
    assert _last_record(house) == (
        "printer.added",
        {
            "schema": 1, "by": "", "name": "Comptoir", "kind": "network", "target": "192.0.2.7:9100",
            "profile": "80mm-48-cp1252",
        },
    )  # fmt: skip
    changed = house.desk.printers.change(
        added.id, PrinterSettings(PrinterKind.SERIAL, "COM3:19200", "58mm-32", " Petite  caisse ")
    )
    assert isinstance(changed, PrinterListed)
    assert (changed.name, changed.kind, changed.target) == ("Petite caisse", PrinterKind.SERIAL, "COM3:19200")
    assert _last_record(house)[0] == "printer.changed"
    assert house.verify(deep=True).ok


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (PrinterSettings(PrinterKind.NETWORK, "10.0.0.1", name="  "), "no_name"),
        (PrinterSettings(PrinterKind.NETWORK, "10.0.0.1", name="tickets"), "name_taken"),
        (PrinterSettings(PrinterKind.NETWORK, "host:x", name="N"), "target"),
        (PrinterSettings(PrinterKind.NETWORK, "", name="N"), "target"),
        (PrinterSettings(PrinterKind.SERIAL, "COM3:12", name="N"), "target"),
        (PrinterSettings(PrinterKind.SYSTEM, "x" * 10_000, name="N"), "target"),
        (PrinterSettings(PrinterKind.NETWORK, "10.0.0.1", "a5", "N"), "profile"),
        (PrinterSettings(PrinterKind.NETWORK, "10.0.0.1", "a4", "N"), "sheet"),
    ],
)
def test_what_can_be_no_printer_is_refused(house: SmallHouse, settings: PrinterSettings, code: str) -> None:
    assert _code(house.desk.printers.add(settings)) == code
    assert len(house.desk.printers.everyone()) == 1
    added = _added(house)
    assert _code(house.desk.printers.change(added.id, settings)) == code
    assert [p for p in house.desk.printers.everyone() if p.id == added.id] == [added]


def test_a_printer_keeps_its_own_name_and_there_are_not_too_many(house: SmallHouse) -> None:
    added = _added(house)
    assert not isinstance(house.desk.printers.change(added.id, TILL), Refused)
    for number in range(MOST_PRINTERS - 2):
        _added(house, PrinterSettings(PrinterKind.FILES, f"f{number}", name=f"Dossier {number}"))
    assert _code(house.desk.printers.add(PrinterSettings(PrinterKind.FILES, "x", name="De trop"))) == "too_many"


def test_each_purpose_goes_to_its_printer(house: SmallHouse) -> None:
    till = _added(house)
    assert house.desk.printers.assign(Purpose.RECEIPTS, till.id) is None
    assert house.desk.printers.assign(Purpose.DRAWER, till.id) is None
    house.sell_pass(receipt=True)
    with house.desk.work.write() as unit:
        for kind in ("roll_call", "quote", "card_sheet", "till_report", DRAWER):
            enqueue(unit, Document(kind, kind, (Text("x"),)))
    where = {job.title.split(" ")[0]: job.printer for job in house.desk.queue.pending()}
    assert where == {
        "Pass": "Comptoir", "Reçu": "Comptoir", "till_report": "Comptoir", "drawer": "Comptoir",
        "roll_call": "Tickets", "quote": "Tickets", "card_sheet": "Tickets",
    }  # fmt: skip
    (first, second) = house.desk.printers.everyone()
    assert first.purposes == (Purpose.RECEIPTS, Purpose.DRAWER)
    assert second.purposes == (Purpose.CARDS, Purpose.SHEETS, Purpose.ROLL_CALL)


def test_a_printer_in_use_stays_until_another_replaces_it(house: SmallHouse) -> None:
    (folder,) = house.desk.printers.everyone()
    till = _added(house)
    assert _code(house.desk.printers.remove(folder.id)) == "in_use"
    house.sell_pass()
    for purpose in Purpose:
        assert house.desk.printers.assign(purpose, till.id) is None
    assert _code(house.desk.printers.remove(folder.id)) == "jobs_wait"
    (job,) = house.desk.queue.pending()
    assert house.desk.queue.reroute(job.id, till.id) is None
    assert house.desk.printers.remove(folder.id) is None
    assert _last_record(house)[0] == "printer.removed"
    assert [p.name for p in house.desk.printers.everyone()] == ["Comptoir"]
    gone = folder.id
    assert _code(house.desk.printers.remove(gone)) == "no_printer"
    assert _code(house.desk.printers.assign(Purpose.CARDS, gone)) == "no_printer"
    assert _code(house.desk.printers.change(gone, TILL)) == "no_printer"
    assert _code(house.desk.queue.reroute(job.id, gone)) == "no_printer"


def test_a_facilitator_without_the_right_changes_nothing(house: SmallHouse) -> None:
    till = _added(house)
    house.desk.work.operator = Operator("someone", "Luc Essai")
    printers = house.desk.printers
    assert _code(printers.add(PrinterSettings(PrinterKind.FILES, "x", name="X"))) == "right"
    assert _code(printers.change(till.id, TILL)) == "right"
    assert _code(printers.remove(till.id)) == "right"
    assert _code(printers.assign(Purpose.CARDS, till.id)) == "right"
    assert _code(printers.trials.open_drawer(till)) == "right"
    assert _code(house.desk.queue.set_printer(TILL)) == "right"


def test_a_test_page_goes_to_the_printer_that_is_tried(house: SmallHouse) -> None:
    with FakePrinter() as fake:
        till = _added(house, PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{fake.port}", "80mm-42", "Comptoir"))
        assert house.desk.printers.trials.look(till).code == "ready"
        house.desk.printers.trials.test_page(till)
        assert house.desk.queue.deliver_all() == 0
        (job,) = house.desk.queue.printed(5)
        assert (job.title, job.printer) == ("Page de test : Comptoir".replace(" :", "\u00a0:"), "Comptoir")
    screen = Screen(42, 512).feed(fake.job)
    assert "123456789012345678901234567890123456789012" in screen.text.split("\n")
    assert screen.cuts == 1


def test_the_drawer_is_tried_on_a_wire_only_and_recorded(house: SmallHouse) -> None:
    (folder,) = house.desk.printers.everyone()
    assert _code(house.desk.printers.trials.open_drawer(folder)) == "no_drawer"
    with FakePrinter() as fake:
        till = _added(house, PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{fake.port}", name="Comptoir"))
        assert house.desk.printers.trials.open_drawer(till) is None
        assert _last_record(house)[0] == "printer.drawer_tried"
        assert house.desk.queue.deliver_all() == 0
    screen = Screen().feed(fake.job)
    assert (screen.pulses, screen.cuts, screen.tape) == (1, 0, [])


def test_a_drawer_opens_now_or_never(house: SmallHouse) -> None:
    till = _added(house)
    for _ in range(2):
        assert house.desk.printers.trials.open_drawer(till) is None
    house.later(seconds=21)
    assert house.desk.queue.deliver_all() == 0
    assert house.desk.queue.pending() == ()
    assert house.desk.queue.printed(5) == house.desk.queue.given_up(5) == ()
    assert house.rows("SELECT DISTINCT kind, state, attempts FROM print_job") == [("drawer", "cancelled", 0)]


def test_a_drawer_on_a_folder_opens_nothing(house: SmallHouse) -> None:
    with house.desk.work.write() as unit:
        enqueue(unit, Document(DRAWER, "Tiroir", ()))
    assert house.desk.queue.deliver_all() == 0
    assert house.value("SELECT state FROM print_job") == JobState.CANCELLED
    assert not (house.folder / "tickets").exists()


def test_a_look_at_a_printer_that_is_away_says_why(house: SmallHouse) -> None:
    away = _added(house, PrinterSettings(PrinterKind.DEVICE, "/dev/no-such-printer", name="USB"))
    look = house.desk.printers.trials.look(away)
    assert (look.code, look.is_good) == ("missing", False)
    (folder,) = (p for p in house.desk.printers.everyone() if p.kind is PrinterKind.FILES)
    assert house.desk.printers.trials.look(folder).code == "ready"
    assert list((house.folder / "tickets").iterdir()) == []
