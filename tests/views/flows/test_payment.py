"""Taking the money: what is complete, what is missing, what is given back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.payments import PaymentMode, PaymentOffer
from views.flows.payment import PaymentForm


@pytest.fixture
def form(qtbot: QtBot) -> PaymentForm:
    """A form that asks for 24,00 €."""
    made = PaymentForm()
    qtbot.addWidget(made)
    made.ask(2400)
    return made


def _given(form: PaymentForm, text: str) -> None:
    form.tendered_field.setText(text)
    form.tendered_field.textEdited.emit(text)


def test_the_exact_sum_in_cash_is_the_default(form: PaymentForm) -> None:
    assert form.is_complete
    assert form.payments() == (PaymentOffer(PaymentMode.CASH, 2400, 0),)


@pytest.mark.parametrize(
    ("given", "complete", "change"),
    [
        ("50", True, "26,00\u00a0€"),
        ("24", True, "0,00\u00a0€"),
        ("20", False, "il manque 4,00\u00a0€"),
        ("abc", False, None),
    ],
)
def test_what_was_handed_over(form: PaymentForm, given: str, complete: bool, change: str | None) -> None:
    _given(form, given)
    assert form.is_complete is complete
    if change is not None:
        assert form._change.text() == change


@pytest.mark.parametrize("part", ["30", "-1", "x", "", "0"])
def test_an_amount_that_does_not_settle_is_not_complete(form: PaymentForm, part: str) -> None:
    form.part_field.setText(part)
    form.part_field.textEdited.emit(part)
    assert not form.is_complete


def test_parts_add_up_and_can_be_started_over(form: PaymentForm) -> None:
    form.part_field.setText("10")
    form.part_field.textEdited.emit("10")
    form._more.click()
    form.modes.button_of(PaymentMode.CHEQUE).click()
    assert form.is_complete
    assert [(p.mode, p.cents) for p in form.payments()] == [(PaymentMode.CASH, 1000), (PaymentMode.CHEQUE, 1400)]
    form._forget_parts()
    assert form.remaining == 2400
    assert [p.cents for p in form.payments()] == [2400]


def test_cash_words_leave_for_a_card(form: PaymentForm) -> None:
    _given(form, "50")
    form.modes.button_of(PaymentMode.CARD).click()
    assert form._cash.isHidden()
    assert form.is_complete
    assert form.payments() == (PaymentOffer(PaymentMode.CARD, 2400, 0),)


def test_an_amount_that_cannot_be_read_is_told_and_forgotten_with_its_field(form: PaymentForm) -> None:
    _given(form, "vingt")
    assert not form.is_complete
    assert form._why.text() == "Ce montant ne se lit pas\u00a0: tapez par exemple 12,50."
    form.modes.button_of(PaymentMode.CARD).click()
    assert form._why.isHidden()
    assert form.is_complete
    form.modes.button_of(PaymentMode.CASH).click()
    assert not form._why.isHidden()
    _given(form, "")
    assert (form._why.isHidden(), form.is_complete) == (True, True)


def test_more_than_what_is_due_is_told(form: PaymentForm) -> None:
    form.part_field.setText("30")
    form.part_field.textEdited.emit("30")
    assert form._why.text() == "Il n’y a que 24,00\u00a0€ à encaisser."
    form.part_field.setText("")
    form.part_field.textEdited.emit("")
    assert (form._why.isHidden(), form.is_complete) == (True, False)


def test_asked_again_for_the_same_amount_what_was_entered_stays(form: PaymentForm) -> None:
    form.part_field.setText("10")
    form.part_field.textEdited.emit("10")
    form._more.click()
    form.modes.button_of(PaymentMode.CARD).click()
    before = form.payments()
    form.ask(2400)
    assert form.payments() == before
    assert form.is_complete


def test_asked_for_another_amount_the_mode_stays(form: PaymentForm) -> None:
    form.modes.button_of(PaymentMode.CARD).click()
    form.ask(2500)
    assert form.payments() == (PaymentOffer(PaymentMode.CARD, 2500, 0),)
    form.part_field.setText("10")
    form.part_field.textEdited.emit("10")
    form._more.click()
    form.ask(600)
    assert form.payments() == (PaymentOffer(PaymentMode.CARD, 600, 0),)


@pytest.mark.parametrize("in_part", [False, True])
def test_an_account_that_is_no_longer_offered_is_cash(form: PaymentForm, in_part: bool) -> None:
    form.offer_account(offered=True)
    form.modes.button_of(PaymentMode.ON_ACCOUNT).click()
    if in_part:
        form.part_field.setText("10")
        form.part_field.textEdited.emit("10")
        form._more.click()
        form.modes.button_of(PaymentMode.CARD).click()
    form.offer_account(offered=False)
    form.ask(2400)
    assert form.payments() == (PaymentOffer(PaymentMode.CASH, 2400, 0),)
