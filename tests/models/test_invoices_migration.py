"""From an older house, with data: what was sold is there, may be invoiced, and no invoice was made up."""

from __future__ import annotations

from pathlib import Path

from desk.clock import SetClock
from desk.frontdesk import FrontDesk
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.rights import AT_TERMINAL
from desk.verify import verify_folder
from tests.models.test_migrations import restored
from tests.support.house import OPENING, plain

BUYER = BuyerEdit("Zoé Tilleul", street="1 rue du Roitelet", postcode="92240", city="Malakoff", email="zoe@example.org")


def test_a_sale_from_before_may_be_invoiced(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    restored(Path(__file__).parent / "older" / "0007.sql", folder)
    desk = FrontDesk(folder, operator=AT_TERMINAL, clock=SetClock(OPENING), durable=False)
    assert desk.invoices.everyone() == ()
    with plain(folder) as connection:
        sales = connection.execute("SELECT id, total_cents FROM sale ORDER BY sequence").fetchall()
    assert sales
    made = desk.invoices.make(InvoiceOrder((sales[0][0],), BUYER))
    assert isinstance(made, Issued)
    assert (made.number, made.total_cents, made.owed_cents) == ("FA-000001", sales[0][1], 0)
    desk.close()
    assert verify_folder(folder, deep=True).problems == ()
