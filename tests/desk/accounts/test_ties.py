"""Receipts, closings, FEC, VAT report and e-reporting say the same, per rate and per payment mode, to the cent."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desk.accounts.shares import split
from desk.invoices import InvoiceOrder, Issued, Settled
from desk.refunds import Corrected, CorrectionOrder, Wanted
from desk.till import PaymentOffer
from tests.desk.accounts.scenes import TRANSFER, YEAR, a_week, exported
from tests.desk.closings.scenes import FLOAT, closed, staffed
from tests.support import account_files
from tests.support.account_files import Sums
from tests.support.house import SmallHouse
from tests.support.invoice_scenes import ADDRESS, a_buyer, a_sale


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


def test_what_a_settled_invoice_gives_back_ties(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    house.desk.till.count_float(FLOAT)
    a_buyer(house)
    kept, taken = a_sale(house), a_sale(house)
    made = house.desk.refunds.correct(CorrectionOrder(taken, "café non servi", (Wanted(2, 3),)))
    assert isinstance(made, Corrected)
    issued = house.desk.invoices.make(InvoiceOrder((kept, taken), ADDRESS))
    assert isinstance(issued, Issued)
    settled = house.desk.invoices.settle(issued.id, (PaymentOffer(TRANSFER, issued.owed_cents - 1),))
    assert isinstance(settled, Settled)
    back = house.desk.refunds.correct(CorrectionOrder(taken, "annulé par le client"))
    assert isinstance(back, Corrected)
    assert isinstance(house.desk.invoices.credit(back.sale.sale_id), Issued)
    closed(house)
    fec, *_ = exported(house, tmp_path, "fec", "vat", "ereporting")
    receipts = account_files.receipts(house.folder)
    assert receipts.modes["on_account"] == 0
    assert receipts.modes["transfer"] == 18_240
    assert account_files.closings(house.folder).told() == account_files.fec(fec).told() == receipts.told()
    assert _told(account_files.vat_report(tmp_path / f"tva-{YEAR}.csv")) == {**_told(receipts), "modes": {}}
    assert _told(account_files.reporting(tmp_path, YEAR)) == _told(receipts)
    rows = account_files.rows_of(tmp_path / f"tva-{YEAR}.csv")
    assert all(row["Encaissé TTC"] == row["Total TTC"] for row in rows)


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
