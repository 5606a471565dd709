"""The tour: the whole day in the real window, as numbered pictures and papers, in the size and look asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk.errors import EnvironmentFault
from views.tour import play


def test_the_tour_leaves_numbered_pictures_and_the_papers_of_the_day(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tour"
    assert play(out, None, "1366x768", "dark") == 0
    qapp.setStyleSheet("")
    pictures = sorted(out.glob("*.png"))
    assert [int(p.name[:2]) for p in pictures] == list(range(1, len(pictures) + 1))
    assert len(pictures) >= 20
    assert {QImage(str(p)).size().toTuple() for p in pictures} == {(1366, 768)}
    assert QImage(str(pictures[2])).pixelColor(90, 740).lightness() < 80
    papers = {p.name.split("-")[0] for p in (out / "documents").iterdir()}
    assert papers >= {"Liste", "Pass", "Reçu"}
    assert any("-formation" in p.name for p in pictures)
    assert any("SIM" in p.name for p in (out / "documents").iterdir()), "the papers of the training"
    assert str(len(pictures)) in capsys.readouterr().out


@pytest.mark.parametrize("size", ["", "grand", "1366", "10x10", "99999x768", "1366x-768"])
def test_a_size_that_is_none_is_told(tmp_path: Path, size: str) -> None:
    with pytest.raises(EnvironmentFault, match="taille"):
        play(tmp_path / "tour", None, size, "light")
    assert not (tmp_path / "tour").exists()
