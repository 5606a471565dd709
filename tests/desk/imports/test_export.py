"""An export opens anywhere, runs nothing, and can be imported back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.errors import EnvironmentFault, Refused
from desk.imports import ImportDone, ImportPreview, MembersExported
from models.people import Member, MemberStatus
from tests.support.house import SmallHouse, small_house

_MEMBERS = (
    "SELECT number, given_name, family_name, email, phone, status, joined_on, named_on_plan, message FROM member"
    " ORDER BY number"
)
_HELD = (
    "SELECT number, plan_code, valid_from, valid_until, units_left FROM membership JOIN member ON member.id ="
    " member_id ORDER BY number"
)
_CARDS = "SELECT number, code FROM card JOIN member ON member.id = member_id WHERE revoked_at IS NULL ORDER BY number"


def _export(house: SmallHouse, path: Path) -> MembersExported:
    done = house.desk.imports.export(path)
    assert isinstance(done, MembersExported)
    return done


def _people(house: SmallHouse) -> None:
    first = house.member("Inès Alvar", "book-10-days", units=6, named=True)
    house.change(Member, first.id, email="ines@essai.example", phone="+33 6 12 34 56 78", message="=1+1")
    house.member("Zoé Test", "nomad")
    house.member("Luc Bois", "", status=MemberStatus.GONE)
    house.member("@lix -Kay", "regular", status=MemberStatus.BLOCKED)


def test_what_is_exported_can_be_imported_back(house: SmallHouse, tmp_path: Path) -> None:
    _people(house)
    assert _export(house, tmp_path / "out.xlsx").members == 4
    with small_house(tmp_path / "other") as other:
        found = other.desk.imports.preview(tmp_path / "out.xlsx")
        assert isinstance(found, ImportPreview)
        assert [line.reason for line in found.lines] == [""] * 4
        assert isinstance(other.desk.imports.apply(found), ImportDone)
        for sql in (_MEMBERS, _HELD, _CARDS):
            assert other.rows(sql) == house.rows(sql)


def test_the_same_people_are_recognised(house: SmallHouse, tmp_path: Path) -> None:
    _people(house)
    _export(house, tmp_path / "out.xlsx")
    found = house.desk.imports.preview(tmp_path / "out.xlsx")
    assert isinstance(found, ImportPreview)
    assert len(found.known) == 4


def test_no_cell_is_a_formula(house: SmallHouse, tmp_path: Path) -> None:
    _people(house)
    _export(house, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "'=1+1" in {cell.value for cell in texts}
    assert not any(cell.data_type == "f" or str(cell.value).startswith(("=", "+", "-", "@")) for cell in texts)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_an_export_is_recorded_and_a_managers_right(house: SmallHouse, tmp_path: Path) -> None:
    from models.staff import Role

    house.member()
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    house.desk.staff.enrol("Lou Essai", "7777", Role.FACILITATOR)
    _export(house, tmp_path / "out.xlsx")
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'members.exported'") == 1
    lou = next(person for person in house.desk.staff.everyone() if person.name == "Lou Essai")
    house.desk.staff.sign_in(lou.id, "7777")
    refused = house.desk.imports.export(tmp_path / "no.xlsx")
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    assert not (tmp_path / "no.xlsx").exists()


def test_a_file_that_cannot_be_written_is_a_fault(house: SmallHouse, tmp_path: Path) -> None:
    house.member()
    (tmp_path / "taken.xlsx").mkdir()
    for path in (tmp_path / "absent" / "out.xlsx", tmp_path / "taken.xlsx"):
        with pytest.raises(EnvironmentFault) as caught:
            house.desk.imports.export(path)
        assert caught.value.todo
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'members.exported'") == 0
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".part")) == []
