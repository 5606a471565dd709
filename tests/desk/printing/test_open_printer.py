"""From the settings to a printer, and from a document to the bytes it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.documents import escpos_bytes
from desk.errors import EnvironmentFault
from desk.printing.device import DevicePrinter
from desk.printing.files import FolderPrinter
from desk.printing.network import NetworkPrinter
from desk.printing.ports import KINDS, PrinterAway, open_printer
from desk.printing.profiles import PAPERS, PROFILES, ROLL_48, PrinterProfile, name_of, paper_of
from desk.printing.rendering import rendered
from desk.printing.serial_line import SerialPrinter
from desk.printing.system import SystemPrinter
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.papers import DOCUMENTS


def test_each_kind_opens_its_printer_and_touches_nothing(tmp_path: Path) -> None:
    mute = PrinterProfile(answers=False)
    assert open_printer("network", "10.0.0.7:9101", mute) == NetworkPrinter("10.0.0.7", 9101, answers=False)
    assert open_printer("device", "/dev/usb/lp0", ROLL_48) == DevicePrinter(Path("/dev/usb/lp0"))
    assert open_printer("serial", "COM3:19200", mute) == SerialPrinter("COM3", 19200, answers=False)
    assert open_printer("system", "Bureau", ROLL_48) == SystemPrinter("Bureau")
    assert open_printer("files", str(tmp_path / "t"), ROLL_48) == FolderPrinter(tmp_path / "t")
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(("kind", "target"),
    [
        ("fax", "0140"), ("network", "host:x"), ("device", " "), ("files", ""), ("serial", "COM3:fast"),
        ("files", "a\0b"), ("system", "x" * 301),
    ],
)  # fmt: skip
def test_settings_that_name_no_printer_are_refused(kind: str, target: str) -> None:
    with pytest.raises(ValueError):
        open_printer(kind, target, ROLL_48)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_a_form_for_every_printer(kind: str, name: str) -> None:
    data = rendered(DOCUMENTS[name], kind, ROLL_48)
    if kind in ("files", "system"):
        width, _ = pdf.size(data)
        assert width == pytest.approx(595.3 if name == "roll-call" else 226.8, abs=0.1)
    else:
        assert Screen().feed(data).cuts == 1


def test_a_folder_delivers_what_it_was_given(tmp_path: Path) -> None:
    data = rendered(DOCUMENTS["receipt"], "files", ROLL_48)
    open_printer("files", str(tmp_path), ROLL_48).deliver(data, "0197-abc")
    assert "Total TTC" in pdf.pages((tmp_path / "0197-abc.pdf").read_bytes())[0]


def test_the_drawer_opens_with_a_ticket_or_alone() -> None:
    with_ticket = Screen().feed(rendered(DOCUMENTS["receipt"], "network", ROLL_48, kick_drawer=True))
    alone = Screen().feed(escpos_bytes.drawer_pulse(ROLL_48))
    assert (with_ticket.pulses, with_ticket.cuts) == (1, 1)
    assert (alone.pulses, alone.cuts, alone.tape) == (1, 0, [])


def test_a_printer_without_cutter_or_small_font_gets_neither_command() -> None:
    simple = PrinterProfile(columns=32, dots=384, cuts=False, small_columns=0)
    screen = Screen(32, 384).feed(escpos_bytes.render(DOCUMENTS["receipt-heavy"], simple))
    assert screen.cuts == 0
    assert not any(line.look.small for line in screen.tape if not hasattr(line, "size"))


@pytest.mark.parametrize("name", PROFILES)
def test_the_ready_made_profiles_print_every_document(name: str) -> None:
    profile = PROFILES[name]
    for document in DOCUMENTS.values():
        assert Screen(profile.columns, profile.dots).feed(escpos_bytes.render(document, profile)).cuts == 1


def test_a_profile_is_named_by_its_paper_and_what_is_not_ordinary() -> None:
    assert name_of("80mm-48") == "80mm-48"
    assert name_of("58mm-32", "CP1252", False) == "58mm-32-cp1252-mute"
    assert name_of("a4", "CP1252", True) == "a4"
    assert {paper_of(name) for name in PROFILES} == set(PAPERS)
    for name, profile in PROFILES.items():
        assert name_of(paper_of(name), profile.code_page, profile.answers) == name


@pytest.mark.parametrize("wrong", [{"code_page": "UTF8"}, {"columns": 10}, {"dots": 80}])
def test_an_impossible_profile_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        PrinterProfile(**wrong)  # type: ignore[arg-type]


def test_a_printer_away_speaks_in_three_plain_sentences() -> None:
    away = PrinterAway("no_paper", "L’imprimante n’a plus de papier.", todo="Mettez un rouleau.")
    assert isinstance(away, EnvironmentFault)
    assert "Rien n’est perdu" in away.sentence
    assert away.sentence.endswith("Mettez un rouleau.")
