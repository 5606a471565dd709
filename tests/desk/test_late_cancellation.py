"""A rental that was cancelled late: what stays due is kept, all else goes back, exact at every rate of VAT."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.basket import BasketLine
from desk.bookings import Scope
from desk.errors import Refused
from desk.invoices import BuyerEdit, Issued
from desk.organisations import NewOrganisation
from desk.refunds import Corrected, CorrectionOrder, Wanted
from desk.refunds.left import keep, left_of, reverse
from desk.rentals import RentalOrder, RentalSold
from desk.till import PaymentOffer
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.support.house import PARIS, TUESDAY, SmallHouse
from tests.support.invoice_scenes import ADDRESS

CARD, ACCOUNT = PaymentMode.CARD, PaymentMode.ON_ACCOUNT
WHOLE, KEPT = 19200, 9600


def _rented(house: SmallHouse, mode: PaymentMode = CARD, billing: BuyerEdit | None = None) -> RentalSold:
    """A half-day of Agora this afternoon, sold in the morning of another day."""
    house.at(9, day=TUESDAY.replace(day=20))
    start = datetime(TUESDAY.year, TUESDAY.month, TUESDAY.day, 14, tzinfo=PARIS)
    who = NewOrganisation("Tangente Douce", PriceCategory.STANDARD, siren=ADDRESS.siren)
    order = RentalOrder("agora", start, start.replace(hour=18), who, 4, wants_receipt=False, billing=billing)
    sold = house.desk.rentals.rent(order, (PaymentOffer(mode, WHOLE),))
    assert isinstance(sold, RentalSold), sold
    house.at(10)
    return sold


def _cancelled(house: SmallHouse, rented: RentalSold) -> str:
    done = house.desk.bookings.cancel(rented.booking_id, Scope.THIS, "annulé")
    assert not isinstance(done, Refused), done
    return done.sentence


def _keep(house: SmallHouse, rented: RentalSold, cents: int, **order: object) -> Corrected | Refused:
    return house.desk.refunds.correct(
        CorrectionOrder(rented.sale.sale_id, "annulation tardive", keeps_cents=cents, **order)  # type: ignore[arg-type]
    )


def test_what_stays_due_is_kept_and_the_rest_goes_back(house: SmallHouse) -> None:
    rented = _rented(house)
    assert house.desk.refunds.retained(rented.sale.sale_id) == 0
    sentence = _cancelled(house, rented)
    assert "96,00" in sentence
    assert f"corrigez la vente {rented.sale.number}" in sentence
    assert house.desk.refunds.retained(rented.sale.sale_id) == KEPT
    done = _keep(house, rented, KEPT)
    assert isinstance(done, Corrected)
    assert [(back.mode, back.cents) for back in done.payments] == [(CARD, -KEPT)]
    assert done.sale.total_cents == KEPT - WHOLE
    assert house.desk.refunds.retained(rented.sale.sale_id) == 0
    assert house.verify(deep=True).ok
    # What is left of it is one thing: by grace it goes back too, whole.
    part = house.desk.refunds.lines(rented.sale.sale_id)
    assert [line.left for line in part] == [1]
    rest = house.desk.refunds.correct(CorrectionOrder(rented.sale.sale_id, "geste"))
    assert isinstance(rest, Corrected)
    assert rest.sale.total_cents == -KEPT
    again = house.desk.refunds.propose(CorrectionOrder(rented.sale.sale_id, ""))
    assert isinstance(again, Refused)
    assert again.code == "already"
    assert house.value("SELECT SUM(cents) FROM payment") == 0
    assert house.verify(deep=True).ok


def test_an_invoice_on_account_is_due_for_what_is_kept(house: SmallHouse) -> None:
    rented = _rented(house, ACCOUNT, ADDRESS)
    assert rented.invoice is not None
    _cancelled(house, rented)
    done = _keep(house, rented, KEPT)
    assert isinstance(done, Corrected)
    note = house.desk.invoices.credit(done.sale.sale_id)
    assert isinstance(note, Issued)
    assert (note.total_cents, note.owed_cents) == (KEPT, KEPT)
    file = house.desk.invoices.file(rented.invoice.id)
    assert file is not None
    assert file.listed.balance_cents == KEPT
    assert not isinstance(house.desk.invoices.pdf(note.id), Refused)
    assert house.verify(deep=True).ok


@pytest.mark.parametrize(("cents", "code"), [(WHOLE, "keep"), (WHOLE + 1, "keep"), (-1, "keep")])
def test_never_more_than_was_paid_nor_less_than_nothing(house: SmallHouse, cents: int, code: str) -> None:
    rented = _rented(house)
    _cancelled(house, rented)
    refused = _keep(house, rented, cents)
    assert isinstance(refused, Refused)
    assert refused.code == code


def test_nothing_is_kept_of_what_was_not_cancelled(house: SmallHouse) -> None:
    rented = _rented(house)
    refused = _keep(house, rented, KEPT)
    assert isinstance(refused, Refused)
    assert refused.code == "not_cancelled"
    _cancelled(house, rented)
    mixed = _keep(house, rented, KEPT, lines=(Wanted(1, 1),))
    assert isinstance(mixed, Refused)


def test_what_was_taken_back_before_is_neither_due_nor_paid(house: SmallHouse) -> None:
    rented = _rented(house)
    _cancelled(house, rented)
    assert isinstance(_keep(house, rented, 12000), Corrected)
    charge = house.desk.bookings.cancellation(rented.booking_id, Scope.THIS)
    assert isinstance(charge, Refused) or charge.paid_cents == 12000


_LINES = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 90_000), st.booleans(), st.sampled_from([0, 550, 1000, 2000])),
    min_size=1, max_size=5,
)  # fmt: skip


@given(_LINES, st.integers(1, 10**6))
def test_all_but_what_is_kept_goes_back_at_every_rate(lines: list[tuple[int, int, bool, int]], cents: int) -> None:
    sold = {
        place: BasketLine("room", "Salle", quantity, unit, included, rate)
        for place, (quantity, unit, included, rate) in enumerate(lines, 1)
    }
    left = left_of(sold, [])
    whole = sum(total.total for total in left.vat)
    answer = keep(left, cents)
    if isinstance(answer, Refused):
        assert cents >= whole - 2 * len(lines)
        return
    basket, after = answer
    kept = sum(total.total for total in after.vat)
    assert cents - 2 <= kept <= cents
    assert whole + basket.total_cents == kept
    assert all(line.unit_cents >= 0 for line in basket.lines)
    again = left_of(sold, list(basket.lines))
    assert again.vat == after.vat
    rest = reverse(again, again.all_of_it)
    assert not isinstance(rest, Refused)
    assert rest[0].total_cents == -kept
