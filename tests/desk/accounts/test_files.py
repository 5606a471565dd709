"""The files themselves: the FEC as the rule has it, formulas that stay text, and what is refused."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.accounts import chart, entries, tables
from desk.accounts.office import AccountShown
from desk.basket import BasketLine
from desk.errors import EnvironmentFault
from desk.refunds import Corrected, CorrectionOrder
from desk.shop import ShopLine, ShopOrder, ShopSold
from desk.till import PaymentOffer
from desk.work import Operator
from models.site import Site
from tests.desk.accounts.scenes import CARD, YEAR, a_week, bought, exported
from tests.desk.closings.scenes import closed, refused, sold, staffed
from tests.support.account_files import fec_rows, rows_of
from tests.support.house import TUESDAY, SmallHouse

TECHNICAL = "SELECT kind, CAST(body AS TEXT) FROM journal WHERE stream = 'technical' ORDER BY sequence DESC LIMIT 1"


def test_the_fec_is_as_the_rule_has_it(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    path, described = exported(house, tmp_path, "fec")
    assert path.name == "123456782FEC20261231.txt"
    assert "ISO 8859-15" in described.read_text("iso-8859-15")
    head = path.read_bytes().split(b"\r\n")[0].decode().split("\t")
    assert (len(head), head[0], head[11:13], head[17]) == (18, "JournalCode", ["Debit", "Credit"], "Idevise")
    rows = fec_rows(path)
    numbers = list(dict.fromkeys(int(row["EcritureNum"]) for row in rows))
    assert numbers == list(range(1, len(numbers) + 1))
    balance: Counter[str] = Counter()
    for row in rows:
        for amount in (row["Debit"], row["Credit"]):
            assert Decimal(amount.replace(",", ".")) >= 0, row
            assert amount[-3] == ","
        balance[row["EcritureNum"]] += int(row["Debit"].replace(",", "")) - int(row["Credit"].replace(",", ""))
    assert set(balance.values()) == {0}
    # Six of the seven records move an account: the coffee that was given does not.
    assert len(numbers) == int(str(house.value("SELECT count(*) FROM sale"))) - 1


def test_what_is_owed_names_the_customer_and_a_correction_turns_the_signs(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    rows = fec_rows(exported(house, tmp_path, "fec")[0])
    owed = [row for row in rows if row["CompteNum"] == "411000"]
    assert {(row["CompAuxNum"], row["CompAuxLib"]) for row in owed} == {("443061841", "Tangente Douce")}
    assert [(row["Debit"], row["Credit"]) for row in owed] == [("182,40", "0,00"), ("0,00", "77,77")]
    back = [row for row in rows if row["EcritureLib"].startswith("Correction")]
    assert {row["CompteNum"] for row in back} == {"511500", "707000", "445711"}
    assert all(row["Credit"] == "0,00" for row in back if row["CompteNum"] != "511500")


def test_what_is_sold_after_midnight_is_of_the_evening_that_closes_it(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True).at(23, 30, day=date(2026, 12, 31))
    sold(house, 1200)
    house.later(hours=1)
    sold(house, 600)
    made = closed(house)
    assert made.total_cents == 1800
    rows = fec_rows(exported(house, tmp_path, "fec")[0])
    assert {(row["EcritureDate"], row["PieceDate"]) for row in rows} == {
        ("20261231", "20261231"), ("20261231", "20270101")
    }  # fmt: skip


def test_lines_of_one_rate_go_to_their_own_accounts_without_losing_a_cent(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    lines = (BasketLine("coffee", "Café", 1, 101, True, 2000), BasketLine("pass-day", "Pass", 1, 202, True, 2000))
    bought(house, (*lines, BasketLine("discount", "Remise", 1, -33, True, 2000)), (CARD, 100))
    rows = fec_rows(exported(house, tmp_path, "fec")[0])
    credits = {row["CompteNum"]: row["Credit"] for row in rows if row["Credit"] != "0,00"}
    assert credits == {"707000": "0,75", "706000": "1,50", "445712": "0,45"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Élan d’été — 5 €", "Élan d'été - 5 €"),
        ("a\tb|c\r\nd", "a b c d"),
        ("Łódź \U0001f642 ﬁn", "?ódz ? fin"),
        ("œuvre Ÿ", "œuvre Ÿ"),
        ("x" * 500, "x" * 80),
    ],
)
def test_labels_are_of_one_line_and_of_the_allowed_characters(text: str, plain: str) -> None:
    assert entries.plain(text) == plain
    assert entries.plain(text).encode("iso-8859-15")


@pytest.mark.parametrize("name", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1"])
def test_a_formula_stays_a_text(name: str) -> None:
    table = tables.Table("T", ("Nom", "Montant"), ((name, tables.euros(-1250)),))
    row = tables.as_csv(table).decode("utf-8-sig").split("\r\n")[1]
    assert row.strip('"').startswith("'")
    assert row.endswith(";-12,50")


def test_the_journal_goes_out_twice_and_runs_nothing(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    assert isinstance(house.desk.accounts.set_account("payment.cash", "530100", "=cmd|' /C calc'!A0"), AccountShown)
    bought(house, (BasketLine("coffee", "Café", 1, 1100, True, 1000),), name="=1+1")
    csv_path, book = exported(house, tmp_path, "journal")
    assert rows_of(csv_path)[0]["Libellé du compte"] == "'=cmd|' /C calc'!A0"
    sheet = load_workbook(book).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][6:12] == ["530100", "'=cmd|' /C calc'!A0", None, None, 11, 0]
    assert all(cell.data_type != "f" for row in sheet for cell in row)


def test_the_chart_is_a_setting_that_the_journal_keeps(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    accounts = house.desk.accounts
    assert accounts.set_account("vat.1000", "445 713", "TVA boissons") == AccountShown(
        "vat.1000", "445713", "TVA boissons", True
    )
    kind, body = house.rows(TECHNICAL)[0]
    assert (kind, json.loads(str(body))["before"]["number"]) == ("accounts.set", "445711")
    sold(house, 1100, rate=1000)
    assert "445713" in {row["CompteNum"] for row in fec_rows(exported(house, tmp_path, "fec")[0])}
    house.reopen()
    staffed(house, manager=True)
    assert AccountShown("vat.1000", "445713", "TVA boissons", True) in house.desk.accounts.chart()
    back = house.desk.accounts.set_account("vat.1000", "")
    assert back == AccountShown("vat.1000", "445711", chart.DEFAULTS["vat.1000"].label, False)
    assert house.verify(deep=True).ok


@pytest.mark.parametrize(
    ("key", "number", "code"),
    [
        ("vat.2000", "9", "number"),
        ("vat.2000", "445=1", "number"),
        ("journal", "UN NOM TROP LONG", "number"),
        ("nothing", "706", "no_key"),
        ("vat.x y", "706", "no_key"),
        ("sales.unicorn", "706000", "no_product"),
        ("", "706", "no_key"),
    ],
)
def test_an_account_that_is_none_is_refused(house: SmallHouse, key: str, number: str, code: str) -> None:
    staffed(house, manager=True)
    before = house.desk.accounts.chart()
    assert refused(house.desk.accounts.set_account(key, number)) == code
    assert house.desk.accounts.chart() == before


def test_a_facilitator_neither_exports_nor_changes_the_chart(house: SmallHouse, tmp_path: Path) -> None:
    a_week(house)
    house.desk.work.operator = Operator("someone", "Gaël Essai")
    assert refused(house.desk.accounts.export("fec", YEAR, tmp_path)) == "right"
    assert refused(house.desk.accounts.set_account("vat.2000", "445799")) == "right"
    assert refused(house.desk.accounts.archives.make(YEAR, tmp_path)) == "right"
    assert list(tmp_path.glob("*.txt")) == []


def test_a_year_without_sales_and_a_house_without_siret_are_told(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    assert refused(house.desk.accounts.export("fec", YEAR, tmp_path)) == "empty"
    sold(house, 100)
    assert refused(house.desk.accounts.export("fec", 1999, tmp_path)) == "year"
    assert refused(house.desk.accounts.export("fec", YEAR - 1, tmp_path)) == "empty"
    house.change(Site, 1, siret="")
    assert refused(house.desk.accounts.export("fec", YEAR, tmp_path)) == "no_siren"


def test_a_folder_that_is_a_file_is_a_fault(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    sold(house, 100)
    (tmp_path / "file").write_text("x")
    with pytest.raises(EnvironmentFault) as caught:
        house.desk.accounts.export("vat", YEAR, tmp_path / "file")
    assert caught.value.todo


def test_the_export_is_an_event_of_the_technical_log(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True).at(10, day=TUESDAY)
    sold(house, 100)
    exported(house, tmp_path, "fec")
    kind, body = house.rows(TECHNICAL)[0]
    assert (kind, json.loads(str(body))["event"]) == ("180", "fec-exported")
    exported(house, tmp_path, "vat")
    assert house.rows(TECHNICAL)[0][0] == "accounts.exported"


def test_a_gift_taken_back_adds_no_row_to_the_vat_report(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house, manager=True)
    gift = house.desk.shop.sell(
        ShopOrder((ShopLine("goods:coffee", discount=10_000, reason="cadeau"),)), (PaymentOffer(CARD, 0),)
    )
    assert isinstance(gift, ShopSold)
    assert isinstance(house.desk.refunds.correct(CorrectionOrder(gift.sale.sale_id, "pas servi")), Corrected)
    bought(house, (BasketLine("coffee", "Café", 1, 1100, True, 1000),))
    (path,) = exported(house, tmp_path, "vat")
    assert [row["Taux (%)"] for row in rows_of(path)] == ["10", "20"]
