"""What a stranger may bring or leave in a name: files made to harm, formulas, paths that lead out, endless sizes."""

from __future__ import annotations

import csv
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from openpyxl import load_workbook

from desk import decoder
from desk.archives.checking import check
from desk.calendars import reading as calendars
from desk.errors import EnvironmentFault, Refused
from desk.floorplan_file import MAX_BYTES as LARGEST_PLAN
from desk.imports.reading import MAX_BYTES as LARGEST_TABLE
from desk.imports.reading import MAX_UNPACKED
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.organisations import ContactEdit, OrganisationEdit
from desk.people import MemberEdit
from desk.workbooks import FORMULA_MARKS
from tests.fuzz.targets import _book
from tests.fuzz.world import unzipped, zipped
from tests.support.house import SmallHouse
from tests.support.invoice_scenes import a_sale

ROOT = Path(__file__).resolve().parents[2]
FORMULA = '=HYPERLINK("http://x.example";"a")'
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 50}'>" for before, name in zip("abcdefg", "bcdefgh", strict=True)
) + "]>"  # fmt: skip
STEALS = "<!DOCTYPE x [<!ENTITY h SYSTEM 'file:///etc/hostname'>]>"
ALWAYS_SECONDS = 8.0


@pytest.fixture(autouse=True)
def takes_no_time() -> Iterator[None]:
    begun = perf_counter()
    yield
    assert perf_counter() - begun < ALWAYS_SECONDS * 4


# --- formulas --------------------------------------------------------------------------------------------------


def _cells(path: Path) -> list[object]:
    if path.suffix == ".xlsx":
        return [cell for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row]
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            tables = [archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith(".csv")]
        return [cell for table in tables for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row]
    text = path.read_text("utf-8-sig")
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]


def _is_a_number(cell: str) -> bool:
    return cell[1:].replace(",", "").replace(".", "").isdecimal()


def _accounts(house: SmallHouse, folder: Path, name: str) -> object:
    return house.desk.accounts.export(name, 2026, folder)


# Every writer of tables: a new one fails the test below until it is tried here too.
EXPORTS: dict[str, tuple[str, Callable[[SmallHouse, Path, str], object]]] = {
    "members": ("desk/imports/export.py", lambda house, folder, _: house.desk.imports.export(folder / "m.xlsx")),
    "personal": ("desk/privacy.py", lambda house, folder, who: house.desk.privacy.export(who, folder / "p.xlsx")),
    "invoices": ("desk/invoices/exporting.py", lambda house, folder, _: house.desk.invoices.export(2026, folder)),
    "journal": ("desk/accounts/office.py", lambda house, folder, _: _accounts(house, folder, "journal")),
    "vat": ("desk/accounts/tables.py", lambda house, folder, _: _accounts(house, folder, "vat")),
    "ereporting": ("desk/accounts/tables.py", lambda house, folder, _: _accounts(house, folder, "ereporting")),
    "archive": ("desk/archives/contents.py", lambda house, folder, _: house.desk.accounts.archives.make(2026, folder)),
}


@pytest.fixture(scope="module")
def hostile_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SmallHouse, str]]:
    """Everyone and everything in it has the name of a formula."""
    house = SmallHouse(tmp_path_factory.mktemp("hostile"))
    desk = house.desk
    who = house.member(f"{FORMULA} @SUM(1)").id
    desk.people.edit(who, MemberEdit(FORMULA, "+1+1", message="-2+3"))
    body = desk.organisations.create(OrganisationEdit(FORMULA, siren="443061841"))
    assert isinstance(body, str), body
    desk.organisations.note_contact(body, ContactEdit(FORMULA, role="@x"))
    desk.people.receive_parcel(who, FORMULA)
    buyer = BuyerEdit(FORMULA, "443061841", street=FORMULA, postcode="92120", city="+x")
    sale = a_sale(house, organisation=body)
    assert isinstance(desk.invoices.make(InvoiceOrder((sale,), buyer)), Issued)
    house.later(days=90)
    yield house, who
    house.close()


@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_holds_a_formula(hostile_house: tuple[SmallHouse, str], tmp_path: Path, name: str) -> None:
    house, who = hostile_house
    answer = EXPORTS[name][1](house, tmp_path, who)
    assert not isinstance(answer, Refused), answer
    files = [path for path in tmp_path.rglob("*") if path.suffix in {".csv", ".xlsx", ".zip"}]
    texts = [cell for path in files for cell in _cells(path) if isinstance(cell, str)]
    assert [cell for cell in texts if cell.startswith(FORMULA_MARKS) and not _is_a_number(cell)] == []
    if name in {"members", "personal", "invoices", "journal"}:
        assert any("HYPERLINK" in cell for cell in texts), "the name is there, and is only a name"


def test_every_writer_of_tables_is_tried() -> None:
    """A module that makes a table is one of those above; the FEC is none: its form is the law's (LPF, art. A47 A-1)."""
    makes = re.compile(
        r"csv\.(?:writer|DictWriter)\(|workbooks\.write\(|write_workbook\(|\bWorkbook\(|write_as_csv|tables\.as_csv\("
    )
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "desk").rglob("*.py")
        if makes.search(path.read_text("utf-8"))
    }
    assert makers - {"desk/workbooks.py"} == {module for module, _ in EXPORTS.values()}


# --- archives --------------------------------------------------------------------------------------------------


def _entry(name: str, mode: int = 0o100644, data: bytes = b"{}") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, data)
    return made.getvalue()


def _twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("manifest.json", b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("manifest.json", b"[]")
    return made.getvalue()


ARCHIVES = {
    "slip": lambda: _entry("../../desk.key"),
    "slip in a name of ours": lambda: _entry("../manifest.json"),
    "backslash": lambda: _entry("..\\manifest.json"),
    "absolute": lambda: _entry("/etc/cron.d/x"),
    "drive": lambda: _entry("C:manifest.json"),
    "link": lambda: _entry("current", stat.S_IFLNK | 0o777, b"/etc/passwd"),
    "twice": _twice,
    "bomb": lambda: zipped({"journal.jsonl": bytes(50_000_000)}),
    "many": lambda: zipped({f"{'x' * count}.csv": b"" for count in range(1, 20)}, zipfile.ZIP_STORED),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_leads_nowhere(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EnvironmentFault) as caught:
        check(ARCHIVES[name](), "archive.zip")
    assert caught.value.code == "bad_archive"
    assert list(tmp_path.iterdir()) == []


def test_a_link_under_a_name_of_ours_is_only_bytes() -> None:
    assert not check(_entry("manifest.json", stat.S_IFLNK | 0o777, b"/etc/passwd"), "archive.zip").ok


# --- sizes -----------------------------------------------------------------------------------------------------


def _sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_files_without_end_are_refused_before_they_are_held(house: SmallHouse, tmp_path: Path) -> None:
    desk = house.desk
    answers = [
        desk.imports.preview(_sparse(tmp_path / "m.csv", LARGEST_TABLE + 1)),
        desk.calendars.preview(_sparse(tmp_path / "a.ics", calendars.MOST_BYTES + 1)),
        desk.plan_editing.bring(desk.drawing, "rdc", _sparse(tmp_path / "p.svg", LARGEST_PLAN + 1)),
        decoder.read_file(_sparse(tmp_path / "i.png", decoder.LARGEST_FILE + 1)),
        decoder.read_bytes(_png(100_000, 100_000)),
        desk.calendars.preview(Path("/dev/zero")),
    ]
    assert [answer.code for answer in answers if isinstance(answer, Refused)] == [
        "too_large", "too_big", "file", "picture_too_large", "picture_too_large", "too_big",
    ]  # fmt: skip


def test_a_workbook_that_unfolds_without_end_is_refused(house: SmallHouse, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(zipped(unzipped(_book()) | {"xl/more.xml": bytes(MAX_UNPACKED + 1)}))
    assert path.stat().st_size < 1_000_000
    answer = house.desk.imports.preview(path)
    assert isinstance(answer, Refused)
    assert answer.code == "too_large"


@pytest.mark.parametrize("letter", ["C", "0", "\\000026", "]Q1", "\u202e", "é"])
def test_a_code_of_ten_thousand_characters_is_a_code_of_nobody(house: SmallHouse, letter: str) -> None:
    outcome = house.desk.checkin.scan(letter * 10_000)
    assert outcome.refused is not None
    longest = house.value("SELECT max(length(raw)) FROM refused_scan")
    assert isinstance(longest, int)
    assert longest <= 300


# --- XML -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("doctype", [LAUGHS, STEALS, "<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "http://x.example/x.dtd">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_declares_no_entity(house: SmallHouse, tmp_path: Path, doctype: str, encoding: str) -> None:
    for part in sorted(unzipped(_book())):
        answer = house.desk.imports.preview(_declaring(tmp_path, part, doctype, encoding))
        assert isinstance(answer, Refused), part
        assert answer.code == "not_a_table"


def _declaring(folder: Path, part: str, doctype: str, encoding: str) -> Path:
    files = unzipped(_book())
    body = files[part].decode()
    body = body[body.index("?>") + 2 :] if body.startswith("<?xml") else body
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    files[part] = (head + doctype + body.replace("Inès", "&h;")).encode(encoding)
    path = folder / "m.xlsx"
    path.write_bytes(zipped(files))
    return path


@pytest.mark.parametrize("doctype", [LAUGHS, STEALS])
def test_a_plan_declares_no_entity(house: SmallHouse, tmp_path: Path, doctype: str) -> None:
    path = tmp_path / "plan.svg"
    path.write_text(f'{doctype}<svg xmlns="http://www.w3.org/2000/svg"><title>&h;</title></svg>', "utf-8")
    answer = house.desk.plan_editing.bring(house.desk.drawing, "rdc", path)
    assert isinstance(answer, Refused)
    assert answer.code == "file"
