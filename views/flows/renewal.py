"""Renewing a member's plan: which, the payment, and in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.people import PlanOffered
from desk.receipts import note_is_due
from desk.renewals import RenewalOffer, Renewed
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, due_lines
from views.parts import Choices, column, empty, label

PLAN, PAYMENT, DONE = range(3)
NO_RECEIPT, RECEIPT = False, True


class RenewalPanel(FlowPanel):
    """Three steps. `passage_asked` carries the member's id when they should be let in afterwards."""

    passage_asked = Signal(str)

    def __init__(self, desk: FrontDesk, offer: RenewalOffer) -> None:
        steps = (
            translate("RenewalPanel", "Formule"),
            translate("RenewalPanel", "Paiement"),
            translate("RenewalPanel", "Entrer"),
        )
        # The name is on the first page: a long one has no room beside the way out.
        title = translate("RenewalPanel", "Renouveler\u00a0: {name}").format(name=offer.name)
        heading = translate("RenewalPanel", "Renouveler")
        super().__init__(title, steps, heading=heading, subject=offer.member_id)
        self._desk = desk
        self._offer = offer
        self._plans = {plan.code: plan for plan in offer.plans}
        self.renewed: Renewed | None = None
        self.add_page(self._plan_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.show_step(PLAN)

    # --- pages -----------------------------------------------------------------------------------------------

    def _plan_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(label(self._offer.name, "heading", wrap=True))
        options = [(plan.code, _priced(plan)) for plan in self._offer.plans]
        self.plan = Choices(options, translate("RenewalPanel", "Formule"), columns=1)
        self.plan.choose(self._offer.last_plan or options[0][0])
        self.plan.chosen.connect(self._plan_chosen)
        body.addWidget(self.plan)
        self._period = label("", "muted", wrap=True)
        body.addWidget(self._period)
        body.addStretch(1)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.granted = QCheckBox(translate("RenewalPanel", "Déjà réglé autrement"))
        self.granted.toggled.connect(self._granted)
        body.addWidget(self.granted)
        # Only once it has a place: shown before, it would be a window of its own.
        self.granted.setVisible(self._desk.staff.holder.is_manager)
        self._paying = QWidget()
        paying = column(self._paying, gap=10)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_payment)
        paying.addWidget(self.payment)
        paying.addWidget(label(translate("RenewalPanel", "Reçu"), "strong"))
        receipts = [
            (RECEIPT, translate("RenewalPanel", "Imprimer")),
            (NO_RECEIPT, translate("RenewalPanel", "Pas de reçu")),
        ]
        self.receipt = Choices(receipts, translate("RenewalPanel", "Reçu"))
        self.receipt.choose(RECEIPT)
        paying.addWidget(self.receipt)
        body.addWidget(self._paying)
        body.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self._done_text = label("", "", wrap=True)
        for widget in (self._done_title, self._change, self._done_text):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == PLAN:
            self._plan_chosen()
            self.focus_on(self.go_button)
        elif index == PAYMENT:
            self._show_bill()
        else:
            self.name_go(self._last_word())
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """Plan -> payment -> renewed -> in, or closed for someone who is in already or whose plan begins later."""
        if self.step == PLAN:
            self.show_step(PAYMENT)
        elif self.step == PAYMENT:
            self._renew()
        else:
            self.closed.emit()
            if self._comes_in:
                self.passage_asked.emit(self._offer.member_id)

    @property
    def _chosen(self) -> PlanOffered:
        return self._plans[self.plan.value]

    @property
    def _comes_in(self) -> bool:
        file = self._desk.people.file(self._offer.member_id)
        assert self.renewed is not None
        if file is None or file.visit_id:
            return False
        return file.plan is not None and file.plan.is_current

    def _last_word(self) -> str:
        enter = translate("RenewalPanel", "Faire entrer {name}").format(name=self._offer.name)
        return enter if self._comes_in else translate("RenewalPanel", "Terminé")

    def _plan_chosen(self, _value: object = None) -> None:
        first, last = self._offer.periods[self._chosen.code]
        words = translate("RenewalPanel", "Du {first} au {last}.")
        self._period.setText(words.format(first=day_text(first), last=day_text(last)))
        self.name_go(translate("RenewalPanel", "Continuer"))

    def _show_bill(self) -> None:
        empty(self._bill)
        plan = self._chosen
        self._bill.addWidget(due_lines([(plan.name, "–" if plan.cents is None else money(plan.cents))]))
        self.payment.ask(plan.cents or 0)
        self.receipt.choose(RECEIPT if note_is_due(plan.cents or 0) else NO_RECEIPT)
        self._granted(self.granted.isChecked())

    def _granted(self, granted: bool) -> None:
        self._paying.setVisible(not granted)
        self._name_payment()
        if granted:
            self.focus_on(self.go_button)
        elif self.step == PAYMENT:
            self.payment.focus_first()

    def _name_payment(self) -> None:
        if self.step != PAYMENT:
            return
        plan = self._chosen
        if self.granted.isChecked():
            self.name_go(translate("RenewalPanel", "Accorder {plan}").format(plan=plan.name))
        elif plan.cents is None:
            self.name_go(translate("RenewalPanel", "Cette formule n’a pas de prix"), enabled=False)
        else:
            text = translate("RenewalPanel", "Encaisser {amount}")
            self.name_go(text.format(amount=money(plan.cents)), enabled=self.payment.is_complete)

    def _renew(self) -> None:
        granted = self.granted.isChecked()
        payments = () if granted else self.payment.payments()
        answer = self._desk.door.renewals.renew(
            self._offer.member_id, self._chosen.code, payments, is_granted=granted,
            wants_receipt=self.receipt.value is RECEIPT,
        )  # fmt: skip
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self.renewed = answer
        held = answer.membership
        title = translate("RenewalPanel", "{plan}, du {first} au {last}")
        self._done_title.setText(
            title.format(plan=self._chosen.name, first=day_text(held.valid_from), last=day_text(held.valid_until))
        )
        change = answer.sale.change_cents if answer.sale else 0
        self._change.setText(translate("RenewalPanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        sold = translate("RenewalPanel", "Vente {number}.")
        self._done_text.setText(sold.format(number=answer.sale.number) if answer.sale else "")
        self._done_text.setVisible(answer.sale is not None)
        self.show_step(DONE)


def _priced(plan: PlanOffered) -> str:
    """A plan and its price, on its button."""
    if plan.cents is None:
        return plan.name
    return translate("RenewalPanel", "{plan} · {price}").format(plan=plan.name, price=money(plan.cents))
