"""The calibration card: as dense as a card, nobody's, and readable on the paper it is written to."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from desk import cli
from desk.calibration import PAYLOAD, is_card
from desk.codes import ALPHABET, Code, make, parse
from desk.decoder import read_luminance
from desk.documents import a4_pdf, calibration_card
from desk.documents.qr import modules
from tests.support import pdf
from tests.support.scanner import LAYOUTS, as_typed


def test_it_holds_every_symbol_is_as_dense_as_a_card_and_nobodys() -> None:
    assert set(PAYLOAD) == set(ALPHABET)
    assert len(modules(PAYLOAD)) == len(modules(make()))
    assert not isinstance(parse(PAYLOAD), Code)


def test_it_is_recognised_on_every_layout_and_no_card_is_taken_for_it() -> None:
    assert all(is_card(as_typed(PAYLOAD, layout) + "\n") for layout in LAYOUTS)
    assert not any(is_card(text) for text in (make(), "", "https://exemple.fr", PAYLOAD[:-1], "x" * 10_000))


def test_the_paper_says_how_and_its_code_is_read() -> None:
    card = calibration_card.document()
    content = a4_pdf.render(card)
    (words,) = pdf.pages(content)
    assert card.title in words
    assert "F12" in words
    grey = pdf.picture(content, 2.0).convert("L")
    read = read_luminance(grey.width, grey.height, grey.width, grey.tobytes())
    assert getattr(read, "text", "") == PAYLOAD


def _not_here(_arguments: argparse.Namespace) -> int:
    raise AssertionError("no window is asked for")


def test_the_command_writes_it_or_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = cli.parser(cli.WindowCommands(_not_here, _not_here, _not_here))
    path = tmp_path / "carte.pdf"
    assert cli.execute(parser.parse_args(["calibration", "--pdf", str(path)])) == 0
    assert "Carte de réglage écrite" in capsys.readouterr().out
    assert path.read_bytes().startswith(b"%PDF")
    absent = tmp_path / "absent" / "carte.pdf"
    assert cli.execute(parser.parse_args(["calibration", "--pdf", str(absent)])) == 5
    assert "Choisissez un autre dossier" in capsys.readouterr().err
