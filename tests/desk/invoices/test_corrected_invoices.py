"""An invoice whose sale was corrected: what was paid of it, by sale and by settlement, goes back the way it came."""

from __future__ import annotations

from desk.basket import BasketLine
from desk.errors import Refused
from desk.invoices import InvoiceDetail, InvoiceOrder, InvoiceState, Issued, Settled
from desk.refunds import Corrected, CorrectionOrder, Wanted
from desk.till import PaymentOffer
from models.sales import PaymentMode
from tests.support.corrections import correct
from tests.support.house import SmallHouse
from tests.support.invoice_scenes import ADDRESS, a_buyer, a_sale, an_invoice

CARD, CASH, ACCOUNT, TRANSFER = PaymentMode.CARD, PaymentMode.CASH, PaymentMode.ON_ACCOUNT, PaymentMode.TRANSFER
WHOLE = 18240
BIG = BasketLine("room-agora", "Agora, jours", 7, 30000, False, 2000)


def _settle(house: SmallHouse, issued: Issued, cents: int, mode: PaymentMode = TRANSFER) -> Settled | Refused:
    return house.desk.invoices.settle(issued.id, (PaymentOffer(mode, cents),))


def _correct(house: SmallHouse, sale: str, *lines: Wanted, mode: PaymentMode | None = None) -> Corrected:
    done = house.desk.refunds.correct(CorrectionOrder(sale, "annulé par le client", lines, mode))
    assert isinstance(done, Corrected), done
    return done


def _back(done: Corrected) -> dict[str, int]:
    return {payment.mode.value: -payment.cents for payment in done.payments}


def _file(house: SmallHouse, issued: Issued) -> InvoiceDetail:
    found = house.desk.invoices.file(issued.id)
    assert found is not None
    return found


def _on_account(house: SmallHouse) -> object:
    """What all customers owe, as the accounts say it."""
    return house.value("SELECT COALESCE(SUM(cents), 0) FROM payment WHERE mode = 'on_account'")


def test_what_was_settled_goes_back_the_way_it_came(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale)
    assert isinstance(_settle(house, issued, 10000), Settled)
    assert isinstance(_settle(house, issued, 8240, CARD), Settled)
    proposed = house.desk.refunds.propose(CorrectionOrder(sale, ""))
    assert not isinstance(proposed, Refused)
    assert ACCOUNT not in proposed.modes
    done = _correct(house, sale)
    assert _back(done) == {"card": 8240, "transfer": 10000}
    note = house.desk.invoices.credit(done.sale.sale_id)
    assert isinstance(note, Issued)
    assert (note.total_cents, note.owed_cents) == (WHOLE, 0)
    paper = house.desk.invoices.preview(note.id)
    assert paper is not None
    words = str(paper.blocks)
    assert "Rendu (Virement)" in words
    assert "À déduire" not in words
    file = _file(house, issued)
    assert (file.listed.state, file.listed.balance_cents) == (InvoiceState.CANCELLED, 0)
    assert _on_account(house) == 0
    assert house.verify(deep=True).ok


def test_a_debt_is_made_smaller_before_money_goes_back(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale)
    assert isinstance(_settle(house, issued, 10000, CARD), Settled)
    # A coffee costs 3,30 €: eight of them are 26,40 €, the room 156,00 €.
    first = _correct(house, sale, Wanted(2, 8))
    assert _back(first) == {"on_account": 2640}
    assert isinstance(house.desk.invoices.credit(first.sale.sale_id), Issued)
    assert _file(house, issued).listed.balance_cents == WHOLE - 10000 - 2640
    rest = _correct(house, sale)
    assert _back(rest) == {"on_account": 5600, "card": 10000}
    assert isinstance(house.desk.invoices.credit(rest.sale.sale_id), Issued)
    assert _file(house, issued).listed.balance_cents == _on_account(house) == 0
    assert house.verify(deep=True).ok


def test_of_several_sales_each_keeps_what_it_was_paid_with(house: SmallHouse) -> None:
    a_buyer(house)
    paid, first, second = a_sale(house, mode=CARD), a_sale(house), a_sale(house)
    issued = house.desk.invoices.make(InvoiceOrder((paid, first, second), ADDRESS))
    assert isinstance(issued, Issued)
    assert isinstance(_settle(house, issued, WHOLE + 5000), Settled)
    # 132,40 € are still due: they go first, and what is left of 182,40 € goes back by transfer, never by card.
    done = _correct(house, second)
    assert _back(done) == {"on_account": WHOLE - 5000, "transfer": 5000}
    assert isinstance(house.desk.invoices.credit(done.sale.sale_id), Issued)
    assert _file(house, issued).listed.balance_cents == 0
    for sale, back in ((first, {"transfer": WHOLE}), (paid, {"card": WHOLE})):
        done = _correct(house, sale)
        assert _back(done) == back
        assert isinstance(house.desk.invoices.credit(done.sale.sale_id), Issued)
    assert _on_account(house) == house.value("SELECT SUM(cents) FROM payment") == 0
    assert house.verify(deep=True).ok


def test_a_manager_gives_back_another_way_what_did_not_come_by_card(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale)
    assert isinstance(_settle(house, issued, WHOLE, CASH), Settled)
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    part = _correct(house, sale, Wanted(2, 8), mode=TRANSFER)
    assert _back(part) == {"transfer": 2640}
    assert isinstance(house.desk.invoices.credit(part.sale.sale_id), Issued)
    assert _back(_correct(house, sale)) == {"cash": WHOLE - 2640}


def test_nothing_is_claimed_nor_received_before_the_credit_note(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale, ago=40)
    assert [late.id for late in house.desk.invoices.overdue()] == [issued.id]
    done = _correct(house, sale, Wanted(2, 8))
    file = _file(house, issued)
    assert (file.listed.state, file.listed.balance_cents) == (InvoiceState.TO_CREDIT, WHOLE - 2640)
    assert house.desk.invoices.everyone()[0].state is InvoiceState.TO_CREDIT
    assert house.desk.invoices.overdue() == ()
    for refused in (_settle(house, issued, 100), house.desk.invoices.remind(issued.id)):
        assert isinstance(refused, Refused)
        assert (refused.code, refused.remedies[0].subject) == ("to_credit", done.sale.sale_id)
        assert "26,40" in refused.sentence
        assert done.sale.number in refused.sentence
    assert isinstance(house.desk.invoices.credit(done.sale.sale_id), Issued)
    assert isinstance(_settle(house, issued, WHOLE - 2640), Settled)
    assert _file(house, issued).listed.state is InvoiceState.PAID


def test_what_was_taken_back_before_the_invoice_has_its_credit_note_at_once(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house)
    _correct(house, sale, Wanted(2, 3))
    _correct(house, sale, Wanted(2, 5))
    (waiting,) = house.desk.invoices.waiting()
    assert (waiting.cents, waiting.owed_cents, waiting.taken_back_cents) == (15600, 15600, 2640)
    issued = house.desk.invoices.make(InvoiceOrder((sale,), ADDRESS))
    assert isinstance(issued, Issued)
    assert (issued.total_cents, issued.owed_cents) == (WHOLE, 15600)
    assert issued.credit_notes == ("FA-000002", "FA-000003")
    file = _file(house, issued)
    assert (file.listed.state, file.listed.balance_cents, file.corrections) == (InvoiceState.DUE, 15600, ())
    assert house.verify(deep=True).ok


def test_the_cash_of_the_sales_counts_for_the_ceiling(house: SmallHouse) -> None:
    a_buyer(house)
    sale = a_sale(house, BIG, offers=(PaymentOffer(CASH, 100000), PaymentOffer(ACCOUNT, 152000)))
    issued = an_invoice(house, sale)
    refused = _settle(house, issued, 1, CASH)
    assert isinstance(refused, Refused)
    assert refused.code == "cash_ceiling"
    # What went back in cash may come again.
    part = _correct(house, sale, Wanted(1, 1), mode=CASH)
    assert _back(part) == {"cash": 36000}
    assert isinstance(house.desk.invoices.credit(part.sale.sale_id), Issued)
    assert isinstance(_settle(house, issued, 36001, CASH), Refused)
    assert isinstance(_settle(house, issued, 36000, CASH), Settled)


def test_a_correction_made_by_hand_of_an_older_version_still_has_its_credit_note(house: SmallHouse) -> None:
    """It took off what nobody owed any more; the invoice says what is to be given back."""
    a_buyer(house)
    sale = a_sale(house)
    issued = an_invoice(house, sale)
    assert isinstance(_settle(house, issued, WHOLE), Settled)
    with house.desk.work.write() as unit:
        back = correct(unit, sale)
    assert isinstance(house.desk.invoices.credit(back), Issued)
    assert _file(house, issued).listed.balance_cents == -WHOLE
