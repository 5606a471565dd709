"""Receipts, closings, FEC, VAT report and e-reporting come to the same, per rate and per payment mode, to the cent:
corrections, credit notes and settlements included. Of the generated year with `python -m tests.proofs`."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.accounts.office import Exported
from desk.formats import money
from desk.frontdesk import FrontDesk
from tests.support import account_files
from tests.support.account_files import Sums
from tests.support.proofs import counted, whole_year

YEARS = (2025, 2026) if whole_year() else (2026,)
CORRECTIONS = 50 if whole_year() else 1


@pytest.fixture(scope="module")
def files(lived: FrontDesk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The accounts of each fiscal year that was lived in."""
    folder = tmp_path_factory.mktemp("accounts")
    for year in YEARS:
        for name in ("fec", "vat", "ereporting"):
            made = lived.accounts.export(name, year, folder)
            assert isinstance(made, Exported), made
    return folder


def _compared(name: str, found: Sums, wanted: Sums, *, leaving: str = "") -> None:
    """The same bases, taxes and payments; `leaving` names what this source does not tell."""
    told, receipts = found.told(), wanted.told()
    for sums in (told, receipts):
        if leaving == "on_account":
            sums["modes"].pop(leaving, None)
        else:
            sums.pop(leaving, None)
    cells = {(what, key) for sums in (told, receipts) for what, values in sums.items() for key in values}
    wrong = [(what, key) for what, key in cells if told[what].get(key) != receipts[what].get(key)]
    total = sum(receipts["bases"].values()) + sum(receipts["taxes"].values())
    counted(f"ties: {name}", f"{len(cells)} sums per rate and mode, {money(total)} in all", len(wrong))
    assert told == receipts, name
    assert cells


def test_there_is_something_to_tie(lived: FrontDesk) -> None:
    bodies = account_files._bodies(lived.folder, "kind = 'correction'")
    assert len(bodies) >= CORRECTIONS
    assert account_files.receipts(lived.folder).told()["bases"].keys() >= (
        {0, 1000, 2000} if whole_year() else {0, 2000}
    )
    assert sum(account_files.receipts(lived.folder).bases.values()) > 100_000


def test_closings_tie(lived: FrontDesk) -> None:
    total, last = account_files.perpetual(lived.folder)
    receipts = account_files.receipts(lived.folder, last=last)
    _compared("closings of days", account_files.closings(lived.folder), receipts)
    assert total == sum(receipts.bases.values()) + sum(receipts.taxes.values()), "the perpetual total"
    if whole_year():
        assert account_files.receipts(lived.folder).told() == receipts.told(), "every day is closed"


@pytest.mark.parametrize("year", YEARS)
def test_the_accounts_of_a_year_tie(lived: FrontDesk, files: Path, year: int) -> None:
    receipts = account_files.receipts(lived.folder, year=year)
    (fec,) = files.glob(f"*FEC{year}????.txt")
    _compared(f"FEC {year}", account_files.fec(fec), receipts)
    _compared(f"VAT report {year}", account_files.vat_report(files / f"tva-{year}.csv"), receipts, leaving="modes")
    _compared(f"e-reporting {year}", account_files.reporting(files, year), receipts, leaving="on_account")
    if whole_year():
        _compared(f"closings of {year}", account_files.closings(lived.folder, year=year), receipts)


def test_every_record_is_verified(lived: FrontDesk) -> None:
    from desk.verify import verify_folder

    verification = verify_folder(lived.folder, deep=True)
    counted("ties: journal, deep", f"{verification.records} records", len(verification.problems))
    assert verification.problems == ()
