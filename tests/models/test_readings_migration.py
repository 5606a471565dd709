"""From 0015 to 0016, with data: every category reads an amount first, and a quote already made reads as it did."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from desk.clock import SetClock
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL
from desk.tax_sides import TaxSide
from desk.verify import verify_folder
from models.catalogue import PriceCategory
from tests.desk.bookings.scenes import done
from tests.models.test_migrations import restored
from tests.support.house import OPENING, plain

OLDER = Path(__file__).parent / "older"


def test_a_house_of_0015_reads_by_category(tmp_path: Path) -> None:
    restored(OLDER / "0015.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING))
    assert {category.value: desk.readings.of(category).value for category in PriceCategory} == {
        "member": "gross", "solidarity": "gross", "standard": "net",
    }  # fmt: skip
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()


def test_the_quotes_of_an_older_house_read_as_they_did(tmp_path: Path) -> None:
    """The house of 0016 put back to the day before: its quotes were printed without VAT on their lines."""
    restored(OLDER / "0016.sql", tmp_path / "house")
    with closing(plain(tmp_path / "house")) as connection:
        for change in (
            "DROP TABLE category_reading", "DROP TABLE plan_withdrawal", "DROP TRIGGER plan_version_refuses_delete",
            "CREATE TRIGGER plan_version_refuses_delete BEFORE DELETE ON plan_version"
            " BEGIN SELECT RAISE(ABORT, 'a published plan stays'); END",
        ):  # fmt: skip
            connection.execute(change)
        connection.execute("UPDATE alembic_version SET version_num = '0015'")
        quotes = [row[0] for row in connection.execute("SELECT id FROM quote ORDER BY sequence")]
        connection.commit()
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING))
    sides = [file.side for file in map(desk.quotes.file, quotes) if file is not None]
    assert sides == [TaxSide.NET, TaxSide.NET]
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()


def test_the_house_of_0016_keeps_the_plan_that_was_withdrawn(tmp_path: Path) -> None:
    restored(OLDER / "0016.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING))
    desk.work.operator = AT_TERMINAL
    draft = done(desk.plan_editing.open())
    assert (draft.number, draft.based_on, draft.planned) == (1, 1, None)
    assert "Serre" in {space.name for space in draft.plan.spaces}
    assert done(desk.plan_editing.publish(draft, draft.plan, date(2026, 12, 1))).number == 3
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()


def test_a_house_of_0016_keeps_what_was_said(tmp_path: Path) -> None:
    restored(OLDER / "0016.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING))
    with closing(plain(tmp_path / "house")) as connection:
        quotes = [row[0] for row in connection.execute("SELECT id FROM quote ORDER BY sequence")]
    files = [file for file in map(desk.quotes.file, quotes) if file is not None]
    assert [(file.category.value, file.side.value) for file in files] == [
        ("solidarity", "gross"),
        ("standard", "gross"),
    ]
    assert [file.read.first_cents for file in files] == [4320, 6000]
    desk.close()
