"""A person's data: shown, exported, erased; the journal holds without them, and nothing fiscal is touched."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk import shares
from desk.bookings import BookingEdit, BookingRequest, SeriesHeld
from desk.errors import EnvironmentFault, Refused
from desk.people import MemberEdit
from desk.personal_data import PersonalData
from desk.privacy import Erased
from desk.shares import NewCooperator
from models.bookings import BookingKind
from models.cooperators import CooperatorCategory
from models.database import FILE_NAME
from models.staff import Role
from tests.support.house import CardHolder, SmallHouse, plain

NAME = "Philippine Garrigue-Testut"
EMAIL = "philippine@essai.example"


@pytest.fixture
def philippine(house: SmallHouse) -> CardHolder:
    """A member who has lived in the house: a corrected file, a visit, a refused scan, a parcel, a booking."""
    holder = house.member(NAME, usual="la-ruche", named=True)
    edit = MemberEdit("Philippine", "Garrigue-Testut", EMAIL, "06 12 34 56 78", "Sonner deux fois", True)
    assert house.desk.people.edit(holder.id, edit) is None
    house.scan(holder)
    house.later(hours=1).scan(holder)
    house.desk.people.receive_parcel(holder.id, "Colis pour Philippine")
    house.desk.people.hand_over(holder.id)
    booking = BookingRequest(
        "calumet", house.clock.now().replace(hour=14), house.clock.now().replace(hour=15), BookingKind.MEMBER,
        f"Réunion de {NAME}", member_id=holder.id,
    )  # fmt: skip
    assert not isinstance(house.desk.bookings.hold(booking), Refused)
    # A badge shown again within seconds is one scan.
    house.later(minutes=1)
    return holder


def _about(house: SmallHouse, holder: CardHolder) -> PersonalData:
    found = house.desk.privacy.everything_about(holder.id)
    assert isinstance(found, PersonalData)
    return found


def _erase(house: SmallHouse, holder: CardHolder) -> Erased:
    erased = house.desk.privacy.erase(holder.id)
    assert isinstance(erased, Erased), erased
    return erased


def test_everything_about_a_person_is_shown(house: SmallHouse, philippine: CardHolder) -> None:
    found = _about(house, philippine)
    assert (found.number, found.name, found.is_erased, found.kept) == (1, NAME, False, ())
    rows = {section.code: section.rows for section in found.sections}
    assert list(rows) == ["identity", "memberships", "cards", "visits", "bookings", "parcels", "journal"]
    assert ("E-mail", EMAIL) in rows["identity"]
    assert rows["cards"][0][0] == philippine.code
    assert rows["parcels"][0][2] == "Colis pour Philippine"
    assert [row[2] for row in rows["journal"]] == [
        "Réservation", "Colis remis", "Colis reçu", "Départ", "Arrivée", "Fiche corrigée",
    ]  # fmt: skip


def test_the_data_leave_as_json_and_as_a_workbook(house: SmallHouse, philippine: CardHolder, tmp_path: Path) -> None:
    written = house.desk.privacy.export(philippine.id, tmp_path / "data.json")
    assert written == tmp_path / "data.json"
    told = json.loads(written.read_text("utf-8"))
    assert told["name"] == NAME
    assert told["data"]["visits"]["rows"][0]["Arrivée"] == "2026-11-24T09:00:00+01:00"
    book = house.desk.privacy.export(philippine.id, tmp_path / "data")
    assert book == tmp_path / "data.xlsx"
    sheets = {sheet.title: sheet for sheet in load_workbook(book).worksheets}
    assert next(iter(sheets)) == "Identité"
    assert sheets["Passages"].max_row == 2
    bodies = house.rows("SELECT body FROM journal WHERE kind = 'privacy.exported'")
    assert [json.loads(bytes(body)) for (body,) in bodies] == [{"schema": 1, "member": 1}] * 2


def test_a_file_that_cannot_be_written_is_a_fault(house: SmallHouse, philippine: CardHolder, tmp_path: Path) -> None:
    for name in ("data.json", "data.xlsx"):
        with pytest.raises(EnvironmentFault):
            house.desk.privacy.export(philippine.id, tmp_path / "absent" / name)


def test_an_erasure_leaves_a_number_and_figures(house: SmallHouse, philippine: CardHolder) -> None:
    house.later(days=1).scan(philippine)
    house.later(hours=1).scan(philippine)
    erased = _erase(house, philippine)
    assert (erased.number, erased.name, erased.visits, erased.kept, erased.swept) == (1, "Membre 1", 2, (), True)
    row = "SELECT number, given_name, family_name, email, phone, message, status, usual_space_id FROM member"
    assert house.rows(row) == [(1, "Membre", "1", "", "", "", "gone", None)]
    assert house.rows("SELECT DISTINCT name FROM visit") == [("",)]
    assert house.value("SELECT count(*) FROM visit") == 2
    assert house.rows("SELECT title FROM booking") == [("Membre 1",)]
    assert house.value("SELECT revoked_at IS NOT NULL FROM card") == 1
    refused = house.later(hours=1).scan(philippine)
    assert refused.reason == "revoked"
    assert "Philippine" not in str(refused)


def test_the_journal_holds_after_an_erasure(house: SmallHouse, philippine: CardHolder) -> None:
    house.member("Inès Alvar")
    before = house.value("SELECT count(*) FROM journal")
    erased = _erase(house, philippine)
    assert erased.records == 6
    for deep in (False, True):
        found = house.verify(deep=deep)
        assert found.problems == ()
        assert found.redacted == 6
    assert house.value("SELECT count(*) FROM journal") == int(str(before)) + 2
    told = house.rows("SELECT body FROM journal WHERE kind IN ('privacy.erased', 'journal.redacted')")
    assert not any(b"Philippine" in bytes(body) for (body,) in told)
    house.reopen()
    assert house.verify().ok


def test_no_byte_of_the_person_is_left_in_the_file(house: SmallHouse, philippine: CardHolder) -> None:
    """The person bought nothing, so nothing obliges the house to keep the name."""
    _erase(house, philippine)
    house.desk.close()
    data = b"".join(path.read_bytes() for path in house.folder.iterdir() if path.name.startswith(FILE_NAME))
    assert len(data) > 10_000
    for trace in ("Philippine", "Garrigue", EMAIL, "06 12 34 56 78", "Sonner deux fois"):
        assert trace.encode() not in data, trace


def test_a_series_and_what_would_undo_it_are_erased_too(house: SmallHouse, philippine: CardHolder) -> None:
    start = house.clock.now().replace(hour=14) + timedelta(days=1)
    request = BookingRequest(
        "pow-wow", start, start + timedelta(hours=1), BookingKind.MEMBER, f"Cours de {NAME}", member_id=philippine.id
    )
    held = house.desk.bookings.hold_series(request, "FREQ=DAILY;COUNT=2")
    assert isinstance(held, SeriesHeld)
    moved = house.desk.bookings.edit(held.booking_ids[0], BookingEdit(title=f"Stage de {NAME}"))
    assert not isinstance(moved, Refused)
    bookings = next(section for section in _about(house, philippine).sections if section.code == "bookings")
    assert {row[3] for row in bookings.rows} == {f"Réunion de {NAME}", f"Cours de {NAME}", f"Stage de {NAME}"}
    kinds = ("series.made", "booking.changed", "booking.made")
    found = f"SELECT count(*) FROM journal WHERE kind IN {kinds} AND length(body) > 0"
    assert house.value(found) == 3
    _erase(house, philippine)
    assert house.value(found) == 0
    assert house.rows("SELECT title FROM booking_series") == [("Membre 1",)]
    assert house.value("SELECT count(*) FROM booking_act") == 0
    data = (house.folder / FILE_NAME).read_bytes()
    assert b"Garrigue" not in data
    assert house.verify(deep=True).problems == ()


def test_someone_of_the_same_name_keeps_theirs(house: SmallHouse, philippine: CardHolder) -> None:
    other = house.member(NAME)
    house.scan(other)
    last = house.value("SELECT max(sequence) FROM journal WHERE stream = 'operations'")
    _erase(house, philippine)
    body = house.value("SELECT body FROM journal WHERE stream = 'operations' AND sequence = ?", last)
    assert json.loads(bytes(body))["member"] == 2
    assert house.rows("SELECT name FROM visit WHERE member_id = ?", other.id) == [(NAME,)]


def test_a_longer_name_is_another_person(house: SmallHouse) -> None:
    short, longer = house.member("Al Ba"), house.member("Al Baker")
    house.scan(short)
    house.later(minutes=1).scan(longer)
    house.later(minutes=1).scan(short)
    assert _erase(house, short).records == 2
    assert house.value("SELECT name FROM visit WHERE member_id = ?", longer.id) == "Al Baker"


def test_sales_and_shares_are_kept_and_said(house: SmallHouse, philippine: CardHolder) -> None:
    house.sell_pass(guest=NAME)
    with house.desk.work.write() as unit:
        new = NewCooperator(NAME, CooperatorCategory.WOMAN, "usagers", member_id=philippine.id)
        admitted = shares.admit_cooperator(unit, new)
        assert not isinstance(admitted, Refused)
        shares.subscribe_shares(unit, admitted.id, 2, 2000, date(2026, 11, 24))
    assert len(_about(house, philippine).kept) == 2
    erased = _erase(house, philippine)
    assert [sentence.split()[0] for sentence in erased.kept] == ["Une", "Le"]
    assert house.value("SELECT customer FROM sale") == NAME
    assert house.value("SELECT name FROM cooperator") == NAME
    kinds = house.rows("SELECT kind FROM journal WHERE stream = 'operations' AND length(body) > 0 ORDER BY kind")
    assert {"cooperator.admitted", "shares.subscribed"} <= {str(kind) for (kind,) in kinds}
    assert house.value("SELECT count(*) FROM journal WHERE stream <> 'operations' AND length(body) = 0") == 0
    assert house.verify(deep=True).ok


def test_papers_that_name_the_person_are_blanked(house: SmallHouse, philippine: CardHolder, tmp_path: Path) -> None:
    from tests.support.window import FOLDER

    house.desk.queue.set_printer(FOLDER)
    house.scan(philippine)
    house.desk.queue.print_document(house.desk.presence.roll_call())
    house.desk.queue.deliver_all()
    house.later(hours=1).scan(philippine)
    assert "Philippine" in str(house.value("SELECT document FROM print_job"))
    _erase(house, philippine)
    assert house.rows("SELECT document, title FROM print_job") == [("", "Liste d’évacuation")]


def test_who_is_in_or_awaited_by_a_parcel_is_not_erased_yet(house: SmallHouse, philippine: CardHolder) -> None:
    house.scan(philippine)
    inside = house.desk.privacy.erase(philippine.id)
    assert isinstance(inside, Refused)
    assert inside.sentence == f"{NAME} est dans la maison\u00a0: notez d’abord son départ."
    house.later(hours=1).scan(philippine)
    house.desk.people.receive_parcel(philippine.id)
    awaited = house.desk.privacy.erase(philippine.id)
    assert isinstance(awaited, Refused)
    assert awaited.code == "parcels"
    assert house.value("SELECT given_name FROM member") == "Philippine"


def test_an_erasure_is_a_managers_right_and_happens_once(house: SmallHouse, philippine: CardHolder) -> None:
    staff = house.desk.staff
    staff.enrol_first("Gaël Essai", "4821")
    staff.sign_in(staff.everyone()[0].id, "4821")
    staff.enrol("Lou Essai", "7777", Role.FACILITATOR)
    lou = next(person for person in staff.everyone() if not person.is_manager)
    staff.sign_in(lou.id, "7777")
    refused = house.desk.privacy.erase(philippine.id)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    staff.sign_in(next(person for person in staff.everyone() if person.is_manager).id, "4821")
    _erase(house, philippine)
    twice = house.desk.privacy.erase(philippine.id)
    nobody = house.desk.privacy.erase("nobody")
    assert isinstance(twice, Refused)
    assert isinstance(nobody, Refused)
    assert (twice.code, nobody.code) == ("erased", "no_member")
    assert _about(house, philippine).is_erased


def test_an_erased_member_is_not_exported_and_their_number_not_given_again(
    house: SmallHouse, philippine: CardHolder, tmp_path: Path
) -> None:
    _erase(house, philippine)
    house.desk.imports.export(tmp_path / "out.xlsx")
    assert load_workbook(tmp_path / "out.xlsx").worksheets[0].max_row == 1
    assert house.value("SELECT number FROM member WHERE id = ?", house.member("Inès Alvar").id) == 2


def test_an_erasure_that_the_disk_stops_is_whole_or_not_at_all(
    house: SmallHouse, philippine: CardHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("desk.privacy._forget_papers", fail)
        with pytest.raises(RuntimeError):
            house.desk.privacy.erase(philippine.id)
    assert house.value("SELECT given_name FROM member") == "Philippine"
    assert house.verify().redacted == 0
    with closing(plain(house.folder)) as reader:
        # Someone is reading: the file cannot be rewritten now, and the answer says so; the data are gone all the same.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM member").fetchone()
        house.desk.work.engine.dispose()
        erased = _erase(house, philippine)
        assert not erased.swept
    assert house.verify().ok
    assert house.desk.work.engine.pool.checkedout() == 0
