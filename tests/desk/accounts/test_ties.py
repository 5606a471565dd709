"""Receipts, closings, FEC, VAT report and e-reporting say the same, per rate and per payment mode, to the cent."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desk.accounts.shares import split
from tests.desk.accounts.scenes import YEAR, a_week, exported
from tests.support import account_files
from tests.support.account_files import Sums
from tests.support.house import SmallHouse


def _told(sums: Sums) -> dict[str, dict[object, int]]:
    told = sums.told()
    told["modes"].pop("on_account", None)
    return told


def test_a_week_of_everything_ties(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    fec, *_ = exported(house, tmp_path, "fec", "vat", "ereporting")
    receipts = account_files.receipts(house.folder)
    assert set(receipts.told()["bases"]) == {0, 1000, 2000}
    assert set(receipts.told()["modes"]) == {"cash", "card", "cheque", "transfer", "on_account"}
    assert account_files.closings(house.folder).told() == receipts.told()
    assert account_files.fec(fec).told() == receipts.told()
    assert _told(account_files.vat_report(tmp_path / f"tva-{YEAR}.csv")) == {**_told(receipts), "modes": {}}
    assert _told(account_files.reporting(tmp_path, YEAR)) == _told(receipts)


def test_what_was_received_per_rate_is_what_was_sold_but_for_what_is_owed(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    exported(house, tmp_path, "vat", "ereporting")
    rows = account_files.rows_of(tmp_path / f"tva-{YEAR}.csv")
    cashed = {row["Taux (%)"]: row["Encaissé TTC"] for row in rows}
    sold = {row["Taux (%)"]: row["Total TTC"] for row in rows}
    assert cashed["0"] == sold["0"] == "123,45"
    owed = sum(account_files._cents(sold[rate]) - account_files._cents(cashed[rate]) for rate in sold)
    assert owed == account_files.receipts(house.folder).modes["on_account"] == 15_600 + 2_640 - 7_777


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_no_cent_is_lost_or_made(cents: int, weights: list[int]) -> None:
    shares = split(cents, weights)
    assert sum(shares) == cents
    whole = sum(weights)
    if whole:
        assert all(abs(share * whole - cents * weight) < whole for share, weight in zip(shares, weights, strict=True))


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=4))
def test_what_is_split_by_itself_stays_itself(weights: list[int]) -> None:
    assert split(sum(weights), weights) == tuple(weights)
    assert split(-sum(weights), [-weight for weight in weights]) == tuple(-weight for weight in weights)
