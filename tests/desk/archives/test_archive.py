"""An archive: what is in it, that anyone can verify it, and that a file that is none is refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.archives import container
from desk.archives.checking import verify_archives
from desk.archives.container import pack, unpack
from desk.archives.making import Archived
from desk.archives.recorded import against_journal
from desk.errors import EnvironmentFault, Refused
from models.closings import ClosingPeriod
from tests.desk.accounts.scenes import YEAR, a_week
from tests.desk.closings.scenes import a_day, refused, sold, staffed
from tests.support.house import SmallHouse, small_house

LAST = "SELECT kind, CAST(body AS TEXT) FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT 1"


def archived(house: SmallHouse, folder: Path, year: int = YEAR) -> Archived:
    """An archive that was made."""
    made = house.desk.accounts.archives.make(year, folder)
    assert isinstance(made, Archived), made
    return made


def test_an_archive_holds_the_year_and_is_recorded(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    made = archived(house, tmp_path / "out")
    assert (made.path.name, made.is_period, made.report.findings) == ("AR-A-000001-2026.zip", False, ())
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert hashlib.sha256(made.path.read_bytes()).hexdigest() == made.sha256
    files = unpack(made.path.read_bytes())
    assert set(files) == {
        "LISEZMOI.txt", "manifest.json", "manifest.sig", "public-key.pem", "journal.jsonl", "sales.csv",
        "closings.csv", "technical.csv", "invoices.csv",
    }  # fmt: skip
    lines = [json.loads(line) for line in files["journal.jsonl"].splitlines()]
    rows = house.value("SELECT count(*) FROM journal WHERE stream <> 'operations'")
    # The archive cannot hold the two records that tell of it.
    assert len(lines) == made.records == int(str(rows)) - 2
    assert {line["stream"] for line in lines} == {"sales", "closings", "technical", "invoices"}
    notice = files["LISEZMOI.txt"].decode("utf-8-sig")
    assert all(word in notice for word in (made.number, "Maison d’essai", "Ed25519", "n'est pas « certifié »"))
    assert 40 < len(notice.splitlines()) < 70
    kind, body = house.rows(LAST, "archives")[0]
    assert (kind, json.loads(str(body))["sha256"]) == ("archive.made", made.sha256)
    assert house.rows(LAST, "technical")[0][0] == "20"
    assert house.verify(deep=True).ok


def test_a_closed_year_is_a_period_archive_with_its_own_closings_only(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    a_day(house)
    a_day(house, date(2026, 12, 31), 1000)
    a_day(house, date(2027, 1, 4), 500)
    made = archived(house, tmp_path)
    assert made.is_period
    assert house.rows(LAST, "technical")[0][0] == "30"
    lines = [json.loads(line) for line in unpack(made.path.read_bytes())["journal.jsonl"].splitlines()]
    periods = [json.loads(line["body"])["period"] for line in lines if line["stream"] == "closings"]
    assert (periods.count("day"), periods.count("month"), periods.count("year")) == (2, 2, 1)
    assert [line["sequence"] for line in lines if line["stream"] == "sales"] == [1, 2, 3]
    following = archived(house, tmp_path, 2027)
    assert not following.is_period
    assert following.report.previous == (made.number, made.sha256)
    assert following.report.ok
    assert ClosingPeriod.YEAR.value == "year"


def test_it_is_verified_with_no_database_and_no_key(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    made = archived(house, tmp_path)
    house.close()
    done = subprocess.run(
        [sys.executable, "-m", "desk", "verify", str(made.path), "--json"],
        cwd=Path(__file__).resolve().parents[3], capture_output=True, encoding="utf-8", timeout=60, check=False,
        env={"PATH": "", "HOME": str(tmp_path / "nobody"), "XDG_STATE_HOME": str(tmp_path / "nobody")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (told,) = json.loads(done.stdout)
    assert (told["ok"], told["records"], told["sha256"]) == (True, made.records, made.sha256)
    house.reopen()


def test_an_older_copy_in_the_place_of_a_newer_one_is_found(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    first = archived(house, tmp_path)
    sold(house, 1000)
    second = archived(house, tmp_path)
    older = first.path.read_bytes()
    assert verify_archives((first.path, second.path))[1].ok
    second.path.write_bytes(older)
    # By its name; against the one that goes on from what was there; against the journal that knows its hash.
    assert not verify_archives((second.path,))[0].ok
    renamed = tmp_path / "copie.zip"
    renamed.write_bytes(older)
    assert verify_archives((renamed,))[0].ok
    third = archived(house, tmp_path)
    assert against_journal(verify_archives((first.path, third.path)), house.folder)[1].ok


def test_an_archive_that_was_made_again_is_found_by_the_next_and_by_the_journal(
    house: SmallHouse, tmp_path: Path
) -> None:
    with small_house(tmp_path / "other") as other:
        a_week(house)
        a_week(other)
        sold(other, 100)
        mine, foreign = archived(house, tmp_path / "a"), archived(other, tmp_path / "b")
        assert foreign.number == mine.number
        found = against_journal(verify_archives((foreign.path,)), house.folder)
        assert [finding.sentence for finding in found[0].findings] == [
            "Le journal de cette base ne connaît pas cette archive AR-A-000001."
        ]


def test_the_archive_before_must_be_the_one_that_is_named(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    fork = house.copy(tmp_path / "fork")
    archived(house, tmp_path / "a")
    second = archived(house, tmp_path / "a")
    # The same desk and the same key, as after an older copy of the whole folder was put to work.
    with closing(SmallHouse(fork, at=house.clock.now() + timedelta(hours=1))) as other:
        staffed(other, manager=True)
        sold(other, 100)
        first = archived(other, tmp_path / "b")
    assert first.report.ok
    reports = verify_archives((second.path, first.path))
    assert any("qu’elle continue" in finding.sentence for finding in reports[0].findings)


def test_a_year_of_nothing_is_refused(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    assert refused(house.desk.accounts.archives.make(2001, tmp_path)) == "empty"
    assert refused(house.desk.accounts.archives.make(1000, tmp_path)) == "year"
    assert list(tmp_path.glob("*.zip*")) == []


def test_an_archive_made_meanwhile_is_told_and_leaves_nothing(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    archives = house.desk.accounts.archives
    with house.desk.work.read() as session:
        draft = archives._draft(session, YEAR)
    assert not isinstance(draft, Refused)
    archived(house, tmp_path)
    assert refused(archives._record(draft, "0" * 64)) == "twice"


def _zip(*names: str, method: int = zipfile.ZIP_STORED, content: bytes = b"x") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name in names:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 and nothing more",
        b"Bonjour, ceci est un texte. " * 50,
        _zip("../../desk.key"),
        _zip("/etc/passwd"),
        _zip("manifest.json", "C:\\evil.csv"),
        _zip(*(f"{letter}.csv" for letter in "abcdefghijklmnopqrst")),
        _zip("journal.jsonl", method=zipfile.ZIP_DEFLATED, content=bytes(5_000_000)),
    ],
    ids=["empty", "torn", "text", "above", "absolute", "windows", "many", "bomb"],
)
def test_what_is_no_archive_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(data)
    with pytest.raises(EnvironmentFault) as caught:
        verify_archives((path,))
    assert caught.value.what.endswith(".")
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]


def test_a_file_that_is_absent_or_endless_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvironmentFault):
        verify_archives((tmp_path / "absent.zip",))
    monkeypatch.setattr(container, "MOST_BYTES", 10)
    (tmp_path / "big.zip").write_bytes(bytes(11))
    with pytest.raises(EnvironmentFault, match="trop gros"):
        verify_archives((tmp_path / "big.zip",))


@pytest.mark.parametrize("manifest", [b"[]", b"null", b'{"format":1}', b"{", b'{"a":' * 2000])
def test_a_manifest_that_is_none_is_a_finding(house: SmallHouse, tmp_path: Path, manifest: bytes) -> None:
    a_week(house)
    made = archived(house, tmp_path)
    made.path.write_bytes(pack({**unpack(made.path.read_bytes()), "manifest.json": manifest}))
    (report,) = verify_archives((made.path,))
    assert not report.ok
    assert report.findings


def test_the_clock_of_another_year_does_not_mix_them(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    a_day(house)
    a_day(house, date(2027, 3, 2) + timedelta(days=1), 700)
    lines = unpack(archived(house, tmp_path, 2027).path.read_bytes())["sales.csv"].splitlines()
    assert len(lines) == 2
