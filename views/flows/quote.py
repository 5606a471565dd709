"""A quote beside the plan: what it promised, on paper or as a PDF, and in one act the rental it becomes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import category_label
from desk.quotes import QuoteFile
from desk.rentals import RentalSold
from views.bookings.fields import ReasonField
from views.flows.bill import read_lines, show_total
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, due_lines, note_label
from views.parts import ElidedLabel, button, column, empty, label, row
from views.prompts import Prompter

FILE, PAYMENT, DONE = range(3)


class QuotePanel(FlowPanel):
    """`quote_asked` carries the id of the quote that was made anew; `organisation_asked` that of the body."""

    quote_asked = Signal(str)
    organisation_asked = Signal(str)

    def __init__(self, desk: FrontDesk, file: QuoteFile, prompter: Prompter) -> None:
        super().__init__(translate("QuotePanel", "Devis {number}").format(number=file.number), ())
        self._desk = desk
        self._prompter = prompter
        self.file = file
        self.sold: RentalSold | None = None
        self.add_page(self._file_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.reload()
        self.show_step(FILE)

    # --- pages -----------------------------------------------------------------------------------------------

    def _file_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        self._who = ElidedLabel("", "name_long")
        body.addWidget(self._who)
        self._facts = column(gap=4)
        body.addLayout(self._facts)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self._total = column(gap=2)
        body.addLayout(self._total)
        self.print_button = button(translate("QuotePanel", "Imprimer"), self._print)
        self.save_button = button(translate("QuotePanel", "Enregistrer en PDF…"), self._save)
        body.addLayout(row(self.save_button, 1))
        body.addLayout(row(self.print_button, 1))
        self._told = label("", "change", wrap=True)
        self._told.hide()
        body.addWidget(self._told)
        self.reason = ReasonField()
        self.reason.textEdited.connect(self._reason_typed)
        body.addWidget(self.reason.caption)
        body.addWidget(self.reason)
        self.body_button = button(translate("QuotePanel", "Voir l’organisation"), self._see_body, kind="link")
        self.withdraw_button = button(translate("QuotePanel", "Retirer ce devis"), self._withdraw, kind="link")
        body.addLayout(row(self.body_button, 1))
        body.addLayout(row(self.withdraw_button, 1))
        body.addStretch(1)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_step)
        body.addWidget(self.payment, 1)
        body.addWidget(
            note_label(
                self._desk, translate("QuotePanel", "Le reçu au nom de l’organisation est imprimé (note obligatoire).")
            )
        )
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

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the quote again: it ages, and the room may be taken meanwhile."""
        file = self._desk.quotes.file(self.file.id)
        if file is None:
            self.closed.emit()
            return
        self.file = file
        self._who.set_text(file.organisation)
        empty(self._facts)
        for text, role in self._lines():
            self._facts.addWidget(label(text, role, wrap=True))
        empty(self._bill)
        self._bill.addWidget(due_lines(read_lines(file.read)))
        empty(self._total)
        show_total(file.read, self._total)
        is_over = bool(file.sale_number) or file.is_withdrawn
        self.withdraw_button.setVisible(not is_over)
        self.reason.setVisible(self._asks_a_reason)
        self._name_step()

    def _lines(self) -> list[tuple[str, str]]:
        file = self.file
        when = translate("QuotePanel", "{space}, {day} de {start} à {end}").format(
            space=file.space, day=day_text(file.starts_at), start=time_text(file.starts_at),
            end=time_text(file.ends_at),
        )  # fmt: skip
        price = translate("QuotePanel", "Tarif {category}, {people} personnes")
        if file.people < 2:
            one = translate("QuotePanel", "Tarif {category}, 1 personne")
            price = one if file.people else translate("QuotePanel", "Tarif {category}")
        price = price.format(category=category_label(file.category), people=file.people)
        until = translate("QuotePanel", "Fait le {made}, valable jusqu’au {until} inclus")
        until = until.format(made=day_text(file.made_at), until=day_text(file.valid_until))
        if file.sale_number:
            sold = translate("QuotePanel", "Loué\u00a0: reçu {number}").format(number=file.sale_number)
            return [(when, "strong"), (price, ""), (until, "muted"), (sold, "change")]
        return [(when, "strong"), (price, ""), (until, "muted")]

    def entered(self, index: int) -> None:
        """Name the button, say what prevents it, and put the focus where the next key is expected."""
        self._name_step()
        if index == FILE:
            self.refuse(None if self.file.sale_number else self.file.trouble)
            self.focus_on(self.go_button if self.go_button.isEnabled() else self.print_button)
        elif index == PAYMENT:
            self.payment.ask(self.file.basket.total_cents)
            self.payment.focus_first()
        else:
            self.focus_on(self.go_button)

    def _name_step(self) -> None:
        if self.step == DONE:
            self.name_go(translate("QuotePanel", "Terminé"))
        elif self.step == PAYMENT:
            text = translate("QuotePanel", "Encaisser {amount}").format(amount=money(self.file.basket.total_cents))
            self.name_go(text, enabled=self.payment.is_complete)
        elif self._may_renew:
            self.name_go(translate("QuotePanel", "Refaire au prix du jour"))
        else:
            has_reason = self._asks_a_reason and bool(self.reason.text().strip())
            self.name_go(translate("QuotePanel", "Louer à ce prix"), enabled=self.file.trouble is None or has_reason)

    @property
    def _may_renew(self) -> bool:
        return self._offers("renew_quote")

    @property
    def _asks_a_reason(self) -> bool:
        """Whether the house is closed then, and a manager may open it with a reason."""
        return self._offers("override_hours")

    def _offers(self, code: str) -> bool:
        trouble = self.file.trouble
        return trouble is not None and any(remedy.code == code for remedy in trouble.remedies)

    def _reason_typed(self, _text: str) -> None:
        self._name_step()

    def resume(self) -> None:
        """The panel comes back to the front: its facts may have aged."""
        if self.step == FILE:
            self.reload()
            self.refuse(None if self.file.sale_number else self.file.trouble)
        super().resume()

    # --- acts ------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the payment, or another quote when this one is too old; sold; closed."""
        if self.step == DONE:
            self.closed.emit()
        elif self.step == PAYMENT:
            self._take_up()
        elif self._may_renew:
            self._renew()
        else:
            self.reload()
            trouble = self._trouble_left()
            self.show_step(FILE if trouble else PAYMENT)
            self.refuse(trouble)

    def _trouble_left(self) -> Refused | None:
        """What stands against renting it with the reason given: asked before any payment."""
        if not self._asks_a_reason or not self.reason.text().strip():
            return self.file.trouble
        file = self._desk.quotes.file(self.file.id, self.reason.text())
        return self.file.trouble if file is None else file.trouble

    def _take_up(self) -> None:
        reason = self.reason.text() if self._asks_a_reason else ""
        sold = self._desk.quotes.take_up(self.file.id, self.payment.payments(), reason)
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self.sold = sold
        title = translate("QuotePanel", "{space} est à «\u00a0{organisation}\u00a0»")
        self._done_title.setText(title.format(space=self.file.space, organisation=sold.organisation))
        change = sold.sale.change_cents
        self._change.setText(translate("QuotePanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        text = translate("QuotePanel", "{day}, de {start} à {end}. Reçu {number} imprimé.")
        self._done_text.setText(
            text.format(
                day=day_text(self.file.starts_at), start=time_text(self.file.starts_at),
                end=time_text(self.file.ends_at), number=sold.sale.number,
            )
        )  # fmt: skip
        self.show_step(DONE)

    def _renew(self) -> None:
        made = self._desk.quotes.renew(self.file.id)
        if isinstance(made, Refused):
            self.refuse(made)
            return
        self.closed.emit()
        self.quote_asked.emit(made.id)

    def _withdraw(self) -> None:
        refused = self._desk.quotes.withdraw(self.file.id)
        self.reload()
        self.refuse(refused or self.file.trouble)

    def _see_body(self) -> None:
        self.organisation_asked.emit(self.file.organisation_id)

    def _print(self) -> None:
        printed = self._desk.quotes.print_it(self.file.id)
        if isinstance(printed, Refused):
            self.refuse(printed)
        else:
            self._tell(translate("QuotePanel", "{title} s’imprime.").format(title=printed.title))

    def _save(self) -> None:
        suggested = translate("QuotePanel", "devis-{number}.pdf").format(number=self.file.number)
        path = self._prompter.save_file(
            self,
            translate("QuotePanel", "Où écrire le devis\u00a0?"),
            suggested,
            translate("QuotePanel", "PDF (*.pdf)"),
        )
        if path is None:
            return
        written = self._desk.quotes.save_pdf(self.file.id, path)
        if isinstance(written, Refused):
            self.refuse(written)
        else:
            self._tell(translate("QuotePanel", "Le devis est dans {file}.").format(file=written.name))

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
