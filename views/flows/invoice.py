"""An invoice beside the page: what it says, what came for it, on paper, as a file, reminded of, settled, credited."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money, rate
from desk.frontdesk import FrontDesk
from desk.invoices import InvoiceDetail, InvoiceKind, InvoiceState
from desk.language import translate
from desk.papers import mode_label
from desk.progress import Tell
from desk.tax_sides import TaxSide, amount_words
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, due_lines
from views.invoices.words import TONES, state_line
from views.parts import ElidedLabel, button, column, empty, label, row, set_property
from views.plan.guard import guarded
from views.prompts import Prompter
from views.task import Task

FILE, PAYMENT = range(2)


class InvoicePanel(FlowPanel):
    """`invoice_asked` carries the id of another document; `organisation_asked` that of the body."""

    invoice_asked = Signal(str)
    organisation_asked = Signal(str)

    def __init__(self, desk: FrontDesk, file: InvoiceDetail, prompter: Prompter) -> None:
        title = translate("InvoicePanel", "Facture {number}")
        if file.listed.kind is InvoiceKind.CREDIT_NOTE:
            title = translate("InvoicePanel", "Avoir {number}")
        super().__init__(title.format(number=file.listed.number), (), subject=file.listed.id)
        self._desk = desk
        self._prompter = prompter
        self.file = file
        self._task = Task(self)
        self._task.done.connect(self._written)
        self._task.failed.connect(self._not_written)
        self.add_page(self._file_page())
        self.add_page(self._payment_page())
        self.reload()
        self.show_step(FILE)

    # --- pages -----------------------------------------------------------------------------------------------

    def _file_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        self._who = ElidedLabel("", "name_long")
        body.addWidget(self._who)
        self._state = label("", "chip", wrap=True)
        body.addWidget(self._state)
        self._facts = column(gap=3)
        body.addLayout(self._facts)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.print_button = button(translate("InvoicePanel", "Imprimer"), self._print)
        self.save_button = button(translate("InvoicePanel", "Enregistrer en PDF…"), self._save)
        self.remind_button = button(translate("InvoicePanel", "Imprimer une relance"), self._remind)
        for made in (self.save_button, self.print_button, self.remind_button):
            body.addLayout(row(made, 1))
        self._told = label("", "change", wrap=True)
        self._told.hide()
        body.addWidget(self._told)
        self._notes = column(gap=4)
        body.addLayout(self._notes)
        self.body_button = button(translate("InvoicePanel", "Voir l’organisation"), self._see_body, kind="link")
        body.addLayout(row(self.body_button, 1))
        body.addStretch(1)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        told = translate("InvoicePanel", "Un règlement peut être partiel\u00a0: notez ce qui est reçu.")
        body.addWidget(label(told, "muted", wrap=True))
        self.payment = PaymentForm(partial=True)
        self.payment.changed.connect(self._name_step)
        body.addWidget(self.payment, 1)
        return page

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the document again: money comes, days pass."""
        file = self._desk.invoices.file(self.file.listed.id)
        if file is None:
            self.closed.emit()
            return
        self.file = file
        self._who.set_text(file.listed.customer)
        self._state.setText(state_line(file.listed))
        set_property(self._state, "tone", TONES[file.listed.state], alone=True)
        empty(self._facts)
        for text in self._lines():
            self._facts.addWidget(label(text, "muted", wrap=True))
        empty(self._bill)
        self._bill.addWidget(due_lines(self._amounts()))
        self.remind_button.setVisible(file.listed.state is InvoiceState.OVERDUE)
        self.body_button.setVisible(bool(file.organisation_id))
        self._show_notes()
        self._name_step()

    def _lines(self) -> list[str]:
        file = self.file
        issued = translate("InvoicePanel", "Du {day} · ventes {sales}")
        lines = [
            ", ".join(file.buyer[1:]),
            issued.format(day=day_text(file.listed.issued_on), sales=", ".join(file.sales)),
        ]
        if file.credits:
            pattern = translate("InvoicePanel", "Sur la facture {number}\u00a0: {reason}")
            lines.append(pattern.format(number=file.credits, reason=file.reason))
        if file.reminded_on is not None:
            pattern = translate("InvoicePanel", "Relancée le {day}")
            lines.append(pattern.format(day=day_text(file.reminded_on)))
        return lines

    def _amounts(self) -> list[tuple[str, str]]:
        file = self.file
        pattern = translate("InvoicePanel", "{count} × {what}")
        amounts = [
            (
                pattern.format(count=line.quantity, what=line.label) if line.quantity > 1 else line.label,
                amount_words(line.net_cents, TaxSide.NET),
            )
            for line in file.lines
        ]
        vat = translate("InvoicePanel", "TVA {rate}")
        amounts += [(vat.format(rate=rate(points)), money(cents)) for points, cents in file.vat]
        amounts.append((translate("InvoicePanel", "Total TTC"), money(file.listed.total_cents)))
        received = translate("InvoicePanel", "Reçu le {day} ({mode})")
        if file.listed.kind is InvoiceKind.CREDIT_NOTE:
            received = translate("InvoicePanel", "Rendu le {day} ({mode})")
        amounts += [
            (received.format(day=day_text(came.on), mode=mode_label(came.mode)), money(came.cents))
            for came in file.received
        ]
        left = file.listed.balance_cents
        if left > 0:
            amounts.append((translate("InvoicePanel", "Reste à payer"), money(left)))
        elif left < 0:
            # Corrected by a version that gave no settlement back.
            amounts.append((translate("InvoicePanel", "À rendre au client"), money(-left)))
        return amounts

    def _show_notes(self) -> None:
        """Its credit notes, and the corrections that wait for theirs."""
        empty(self._notes)
        for note in self.file.credit_notes:
            pattern = translate("InvoicePanel", "Avoir {number} du {day}\u00a0: {amount}")
            text = pattern.format(number=note.number, day=day_text(note.issued_on), amount=money(note.total_cents))
            self._notes.addWidget(label(text, "", wrap=True))
        for correction in self.file.corrections:
            pattern = translate("InvoicePanel", "Corrigée par {number}\u00a0: {reason}")
            told = pattern.format(number=correction.number, reason=correction.reason)
            self._notes.addWidget(label(told, "muted", wrap=True))

    def entered(self, index: int) -> None:
        """Name the button and put the focus where the next key is expected."""
        if index == PAYMENT:
            self.payment.ask(self.file.listed.balance_cents)
            self.payment.focus_first()
        self._name_step()
        if index == FILE:
            self.focus_on(self.go_button)

    def _name_step(self) -> None:
        if self.step == PAYMENT:
            cents = sum(payment.cents for payment in self.payment.payments())
            text = translate("InvoicePanel", "Noter {amount} reçus").format(amount=money(cents))
            self.name_go(text, enabled=0 < cents <= self.file.listed.balance_cents)
        elif self.file.corrections:
            text = translate("InvoicePanel", "Faire l’avoir de {amount}")
            self.name_go(text.format(amount=money(self.file.corrections[0].cents)))
        elif self.file.listed.balance_cents > 0:
            self.name_go(translate("InvoicePanel", "Recevoir un règlement"))
        else:
            self.name_go(translate("InvoicePanel", "Fermer"))

    def resume(self) -> None:
        """The panel comes back to the front: its facts may have aged."""
        if self.step == FILE:
            self.reload()
        super().resume()

    # --- acts ------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The credit note that is to be made; to the money, while something is awaited; note it; close."""
        if self.step == PAYMENT:
            self._settle()
        elif self.file.corrections:
            self._credit(self.file.corrections[0].sale_id)
        elif self.file.listed.balance_cents > 0:
            self.show_step(PAYMENT)
        else:
            self.closed.emit()

    def back(self) -> None:
        """From the money to the file; from the file, away."""
        if self.step == PAYMENT:
            self.show_step(FILE)
        else:
            self.closed.emit()

    def _settle(self) -> None:
        settled = self._desk.invoices.settle(self.file.listed.id, self.payment.payments())
        if isinstance(settled, Refused):
            self.refuse(settled)
            return
        self.reload()
        self.show_step(FILE)
        text = translate("InvoicePanel", "Reçu {amount}, sous le n° {number}.")
        if settled.change_cents:
            text = translate("InvoicePanel", "Reçu {amount}, sous le n° {number}. À rendre\u00a0: {change}.")
        self._tell(
            text.format(amount=money(settled.cents), number=settled.number, change=money(settled.change_cents))
        )  # fmt: skip

    def _credit(self, correction_id: str) -> None:
        made = self._desk.invoices.credit(correction_id)
        if isinstance(made, Refused):
            self.refuse(made)
            return
        self.closed.emit()
        self.invoice_asked.emit(made.id)

    def _print(self) -> None:
        printed = self._desk.invoices.print_it(self.file.listed.id)
        if isinstance(printed, Refused):
            self.refuse(printed)
        else:
            self._tell(translate("InvoicePanel", "{title} s’imprime.").format(title=printed.title))

    def _remind(self) -> None:
        printed = self._desk.invoices.remind(self.file.listed.id)
        if isinstance(printed, Refused):
            self.refuse(printed)
        else:
            self.refuse(None)
            self._tell(translate("InvoicePanel", "{title} s’imprime.").format(title=printed.title))

    def _save(self) -> None:
        path = self._prompter.save_file(
            self,
            translate("InvoicePanel", "Où écrire la facture\u00a0?"),
            f"{self.file.listed.number}.pdf",
            translate("InvoicePanel", "PDF (*.pdf)"),
        )
        if path is None:
            return
        self.save_button.setEnabled(False)
        self._task.start(partial(_saved, self._desk, self.file.listed.id, path))

    def _written(self, answer: object) -> None:
        self.save_button.setEnabled(True)
        if isinstance(answer, Refused):
            self.refuse(answer)
        elif isinstance(answer, Path):
            self._tell(translate("InvoicePanel", "La facture est dans {file}.").format(file=answer.name))

    def _not_written(self, _error: object) -> None:
        """It has been reported."""
        self.save_button.setEnabled(True)

    def _see_body(self) -> None:
        self.organisation_asked.emit(self.file.organisation_id)

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The panel goes away, or waits behind a greeting: the file is written whole first."""
        if not event.spontaneous():
            self._task.finish()
        super().hideEvent(event)


def _saved(desk: FrontDesk, invoice_id: str, path: Path, _tell: Tell) -> object:
    """On the worker's thread: the first time, the file is made."""
    return desk.invoices.save_pdf(invoice_id, path)
