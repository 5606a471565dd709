"""A day at the till that holds every kind of fiscal record, as acts that may be cut anywhere by a copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from desk.deposits import DepositHeld, DepositMode
from desk.errors import Refused
from desk.invoices import InvoiceOrder, Issued
from desk.refunds.values import CorrectionOrder, Wanted
from desk.till import PaymentOffer
from models.sales import PaymentMode
from tests.desk.closings.scenes import closed, staffed
from tests.desk.test_groups import rental
from tests.desk.test_lending import member, thing
from tests.support.house import CardHolder, SmallHouse
from tests.support.invoice_scenes import ADDRESS, a_buyer, a_sale

CARD, CASH = PaymentMode.CARD, PaymentMode.CASH


@dataclass
class WholeDay:
    """What the acts of the day hand to each other."""

    house: SmallHouse
    sales: list[str] = field(default_factory=list)
    invoice: Issued | None = None
    late_invoice: Issued | None = None
    rentals: list[str] = field(default_factory=list)
    deposits: list[DepositHeld] = field(default_factory=list)
    borrower: CardHolder | None = None

    # --- what happens, in order ------------------------------------------------------------------------------

    def opens(self) -> None:
        """Somebody holds the desk, the rooms of the day are rented, the float is counted."""
        staffed(self.house, manager=True)
        a_buyer(self.house)
        self.rentals += [rental(self.house), rental(self.house, "pow-wow")]
        thing(self.house)
        self.borrower = self.house.member("Ana Livre")
        _done(self.house.desk.till.count_float(15_000))

    def sells(self) -> None:
        """Passes, by card and in cash, with a receipt and its duplicate."""
        self.sales.append(self.house.sell_pass(receipt=True).sale.sale_id)
        self.sales.append(self.house.sell_pass(mode=CASH).sale.sale_id)
        _done(self.house.desk.receipts.print_again(self.sales[0]))

    def corrects(self) -> None:
        """A sale is taken back whole."""
        _done(self.house.desk.refunds.correct(CorrectionOrder(self.sales[1], "erreur de saisie", mode=CASH)))

    def invoices(self) -> None:
        """A rental on account is invoiced, printed twice; another one too."""
        self.invoice = _issued(self.house.desk.invoices.make(InvoiceOrder((a_sale(self.house),), ADDRESS)))
        for _ in range(2):
            _done(self.house.desk.invoices.print_it(self.invoice.id))
        _done(self.house.desk.invoices.pdf(self.invoice.id))

    def settles(self) -> None:
        """A part of it is received."""
        assert self.invoice is not None
        _done(self.house.desk.invoices.settle(self.invoice.id, (PaymentOffer(CARD, 5_000),)))

    def credits(self) -> None:
        """A sale on account is invoiced, taken back, and its credit note made."""
        sale = a_sale(self.house)
        self.late_invoice = _issued(self.house.desk.invoices.make(InvoiceOrder((sale,), ADDRESS)))
        order = CorrectionOrder(sale, "salle inutilisable", (Wanted(1, 1),), keeps=True)
        corrected = self.house.desk.refunds.correct(order)
        assert not isinstance(corrected, Refused), corrected
        _issued(self.house.desk.invoices.credit(corrected.sale.sale_id))

    def moves_cash(self) -> None:
        """Change from the bank, stamps."""
        _done(self.house.desk.closings.drawer.put_in(2_000, "monnaie"))
        _done(self.house.desk.closings.drawer.take_out(500, "timbres"))

    def holds_deposits(self) -> None:
        """One in cash, one by cheque; the first goes back in part."""
        for booking, mode in zip(self.rentals, (DepositMode.CASH, DepositMode.CHEQUE), strict=False):
            held = self.house.desk.deposits.take(booking, mode, 20_000)
            assert isinstance(held, DepositHeld), held
            self.deposits.append(held)
        _done(self.house.desk.deposits.give_back(self.deposits[0].id, 15_000, "vitre fêlée"))

    def lends(self) -> None:
        """A key goes out to a member."""
        (key,) = self.house.desk.lending.things()
        due = self.house.clock.now() + timedelta(hours=2)
        assert self.borrower is not None
        _done(self.house.desk.lending.lend(key.id, member(self.borrower), due))

    def closes(self) -> None:
        """The day, and its report printed."""
        made = closed(self.house)
        _done(self.house.desk.closings.reports.print_report(made.number))

    def closes_longer(self) -> None:
        """The next month, then the next year: the first sale of each closes what was forgotten and what has ended."""
        for days in (25, 15):
            self.house.later(days=days)
            self.sales.append(self.house.sell_pass(mode=CASH).sale.sale_id)
        _done(self.house.desk.till.count_float(self.house.desk.closings.drawer.state().expected_cents))

    def changes_the_year(self) -> None:
        """Another month begins the fiscal year."""
        _done(self.house.desk.closings.set_fiscal_month(4))

    def reminds(self) -> None:
        """The invoice is overdue."""
        assert self.invoice is not None
        _done(self.house.desk.invoices.remind(self.invoice.id))

    @property
    def acts(self) -> tuple[Callable[[], None], ...]:
        """The whole of it, in order."""
        return (
            self.opens, self.sells, self.corrects, self.invoices, self.settles, self.credits, self.moves_cash,
            self.holds_deposits, self.lends, self.closes, self.closes_longer, self.reminds, self.changes_the_year,
            self.sells, self.closes,
        )  # fmt: skip


def _done(answer: object) -> None:
    assert not isinstance(answer, Refused), answer


def _issued(answer: Issued | Refused) -> Issued:
    assert isinstance(answer, Issued), answer
    return answer


MIRRORED = {
    "sale": "SELECT s.number, s.sequence, s.sold_at, s.operator_id, s.category, s.customer, o.name,"
    " s.total_cents, c.number FROM sale s LEFT JOIN organisation o ON o.id = s.organisation_id"
    " LEFT JOIN sale c ON c.id = s.corrects_id ORDER BY s.sequence",
    "sale_line": "SELECT s.number, l.position, l.product_code, l.label, l.quantity, l.unit_cents, l.tax_included,"
    " l.basis_points, l.category, l.off_position, l.corrects_position FROM sale_line l JOIN sale s ON s.id = l.sale_id"
    " ORDER BY s.sequence, l.position",
    "payment": "SELECT s.number, p.position, p.mode, p.cents, p.tendered_cents FROM payment p JOIN sale s"
    " ON s.id = p.sale_id ORDER BY s.sequence, p.position",
    "invoice": "SELECT i.number, i.sequence, i.kind, i.issued_at, i.issued_on, i.due_on, o.name, i.customer,"
    " i.total_cents, i.paid_cents, c.number FROM invoice i LEFT JOIN organisation o ON o.id = i.organisation_id"
    " LEFT JOIN invoice c ON c.id = i.credits_id ORDER BY i.sequence",
    "invoice_sale": "SELECT i.number, s.number FROM invoice_sale l JOIN invoice i ON i.id = l.invoice_id JOIN sale s"
    " ON s.id = l.sale_id ORDER BY 1, 2",
    "invoice_settlement": "SELECT i.number, s.number, l.cents FROM invoice_settlement l JOIN invoice i"
    " ON i.id = l.invoice_id JOIN sale s ON s.id = l.sale_id ORDER BY 1, 2",
    "invoice_print": "SELECT i.number, p.copy_number, p.printed_at FROM invoice_print p JOIN invoice i"
    " ON i.id = p.invoice_id ORDER BY 1, 2",
    "invoice_reminder": "SELECT i.number, r.rank, r.sent_on, r.due_cents FROM invoice_reminder r JOIN invoice i"
    " ON i.id = r.invoice_id ORDER BY 1, 2",
    "receipt_print": "SELECT s.number, p.copy_number, p.printed_at FROM receipt_print p JOIN sale s"
    " ON s.id = p.sale_id ORDER BY 1, 2",
    "closing": "SELECT sequence, number, period, first_day, last_day, first_sale, last_sale, last_technical, closed_at,"
    " operator_id, total_cents, absolute_cents, perpetual_cents, perpetual_absolute_cents, kept_cents, counted_cents,"
    " difference_cents FROM closing ORDER BY sequence",
    "closing_print": "SELECT c.number, p.copy_number, p.printed_at FROM closing_print p JOIN closing c"
    " ON c.id = p.closing_id ORDER BY 1, 2",
    "float_count": "SELECT counted_at, counted_by, cents FROM float_count ORDER BY 1",
    "deposit": "SELECT id, sequence, booking_id, mode, cents, taken_at, operator_id FROM deposit ORDER BY 2",
    "deposit_return": "SELECT deposit_id, sequence, cents, returned_at, operator_id FROM deposit_return ORDER BY 2",
    "fiscal_month": "SELECT fiscal_month FROM site",
}
"""What the rows of each mirrored table say, without the identifiers that a restoration gives anew."""


def mirrored(house: SmallHouse) -> dict[str, list[tuple[object, ...]]]:
    """All of it as it stands."""
    return {table: house.rows(query) for table, query in MIRRORED.items()}
