"""Reading what people bring: encodings, separators, workbooks, and files that are none."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import EnvironmentFault, Refused
from desk.imports import reading
from desk.imports.reading import Sheet, decoded, read
from desk.progress import Stopped
from tests.support.import_files import csv_file, workbook

HEAD = ("Prénom", "Nom", "E-mail")
INES = ("Inès", "Alvar", "ines@essai.example")


def _sheet(path: Path) -> Sheet:
    sheet = read(path)
    assert isinstance(sheet, Sheet), sheet
    return sheet


def _refused(path: Path) -> str:
    answer = read(path)
    assert isinstance(answer, Refused)
    assert answer.sentence.endswith(".")
    return answer.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_usual_encoding_and_separator_is_guessed(tmp_path: Path, encoding: str, separator: str) -> None:
    sheet = _sheet(csv_file(tmp_path / "m.csv", HEAD, INES, separator=separator, encoding=encoding))
    assert sheet.header == HEAD
    assert [record.cells for record in sheet.records] == [INES]


def test_a_cell_may_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    strange = ('Zoé "Zo"', "Test; et\nfille", "zoe@essai.example")
    sheet = _sheet(csv_file(tmp_path / "m.csv", HEAD, strange, INES))
    assert [record.cells for record in sheet.records] == [strange, INES]
    # The line is the one where the row begins in the file, as an editor counts.
    assert [record.line for record in sheet.records] == [2, 4]


def test_empty_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    sheet = _sheet(csv_file(tmp_path / "m.csv", HEAD, ("", "", ""), (), INES))
    assert [record.line for record in sheet.records] == [4]


def test_a_workbook_gives_numbers_and_dates_as_people_write_them(tmp_path: Path) -> None:
    row = (12.0, 3.5, date(2026, 11, 1), datetime(2026, 11, 2, 8, 30), True, None, "Zoé")
    sheet = _sheet(workbook(tmp_path / "m.xlsx", [f"c{i}" for i in range(7)], row))
    assert sheet.records[0].cells == ("12", "3.5", "2026-11-01", "2026-11-02", "1", "", "Zoé")


def test_a_formula_is_never_evaluated(tmp_path: Path) -> None:
    sheet = _sheet(workbook(tmp_path / "m.xlsx", HEAD, ("=1+1", "Alvar", '=HYPERLINK("http://x")')))
    assert sheet.records[0].cells == ("", "Alvar")


def test_a_file_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        read(tmp_path / "gone.csv")
    assert "gone.csv" in caught.value.what
    with pytest.raises(EnvironmentFault):
        read(tmp_path)


def test_a_quote_that_is_never_closed_is_one_faulty_line(tmp_path: Path) -> None:
    rows = "\n".join(f"A{i};B{i};" for i in range(20_000))
    (tmp_path / "m.csv").write_text(f'Prénom;Nom;E-mail\nInès;Alvar;\n"Zoé;Test;\n{rows}', encoding="utf-8")
    sheet = _sheet(tmp_path / "m.csv")
    assert sheet.records[0].problem == ""
    assert next(record.line for record in sheet.records if record.problem) == 3


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ROWS", 5)
    rows = [(f"A{i}", "B", "") for i in range(6)]
    assert _refused(csv_file(tmp_path / "m.csv", HEAD, *rows)) == "too_large"
    assert _refused(workbook(tmp_path / "m.xlsx", HEAD, *rows)) == "too_large"
    monkeypatch.setattr(reading, "MAX_BYTES", 30)
    assert _refused(csv_file(tmp_path / "m.csv", HEAD, INES)) == "too_large"


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_UNPACKED", 100_000)
    path = workbook(tmp_path / "m.xlsx", HEAD, INES)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", b"\0" * 1_000_000)
    assert _refused(path) == "too_large"


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zip.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "empty.csv").write_bytes(b"")
    csv_file(tmp_path / "head.csv", HEAD)
    assert _refused(tmp_path / "zip.xlsx") == "not_a_table"
    assert _refused(tmp_path / "picture.csv") == "not_a_table"
    assert _refused(tmp_path / "empty.csv") == "empty"
    assert _refused(tmp_path / "head.csv") == "empty"


def test_too_many_cells_and_endless_cells_are_faulty_lines(tmp_path: Path) -> None:
    sheet = _sheet(csv_file(tmp_path / "m.csv", HEAD, ["x"] * 100, ("a" * 2000, "b", ""), INES))
    assert [bool(record.problem) for record in sheet.records] == [True, True, False]
    assert all(len(record.cells) <= reading.MAX_COLUMNS for record in sheet.records)


def test_reading_is_stopped_by_whoever_waits(tmp_path: Path) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read(csv_file(tmp_path / "m.csv", HEAD, INES), stop)


@given(st.binary(max_size=400))
def test_any_bytes_are_text(data: bytes) -> None:
    assert isinstance(decoded(data), str)


@given(st.binary(max_size=600))
def test_no_bytes_make_the_reader_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "m.csv"
    path.write_bytes(data)
    answer = read(path)
    if isinstance(answer, Sheet):
        lines = [record.line for record in answer.records]
        assert lines == sorted(set(lines))
        assert all(line >= 2 for line in lines)
