"""The rows that mirror fiscal records, made again from what was sealed: sales, papers, closings, the drawer.

Each function answers whether its rows are there again. Those of `REBUILDERS` are called as the records come back,
stream by stream, as the guards of the tables ask. Those of `AFTERWARDS` link what lies in two streams, at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.backups.trail import JournalRow
from desk.closings.session import FLOAT_COUNTED
from desk.ids import new_id
from models.catalogue import PriceCategory
from models.closings import Closing, ClosingPeriod, ClosingPrint
from models.invoices import Invoice, InvoiceKind, InvoicePrint, InvoiceSale, InvoiceSettlement
from models.organisations import Organisation
from models.printing import ReceiptPrint
from models.sales import Payment, PaymentMode, Sale, SaleLine
from models.site import Site
from models.till import FloatCount

Body = dict[str, Any]
Rebuild = Callable[[Session, JournalRow, Body], bool]


def _sale(session: Session, row: JournalRow, body: Body) -> bool:
    """A sale, a settlement, or a correction with the sale that it corrects."""
    corrects_id = None
    if corrected := body.get("corrects"):
        corrects_id = session.scalar(select(Sale.id).where(Sale.number == corrected["number"]))
        if corrects_id is None:
            return False
    sale_id, at = new_id(), datetime.fromisoformat(row.at)
    session.add(
        Sale(
            id=sale_id, number=body["number"], sequence=row.sequence, sold_at=at, operator_id=row.operator_id,
            category=PriceCategory(body["category"]), customer=body["customer"],
            organisation_id=_buyer(session, body.get("buyer"), PriceCategory(body["category"]), at),
            total_cents=body["total"], corrects_id=corrects_id,
        )
    )  # fmt: skip
    session.flush()
    for position, line in enumerate(body["lines"], 1):
        session.add(
            SaleLine(
                id=new_id(), sale_id=sale_id, position=position, product_code=line["product"], label=line["label"],
                quantity=line["quantity"], unit_cents=line["unit"], tax_included=line["tax_included"],
                basis_points=line["rate"], category=PriceCategory(line["category"]) if line.get("category") else None,
                off_position=line.get("off"), corrects_position=line.get("corrects"),
            )
        )  # fmt: skip
    for position, paid in enumerate(body["payments"], 1):
        session.add(
            Payment(
                id=new_id(), sale_id=sale_id, position=position, mode=PaymentMode(paid["mode"]), cents=paid["cents"],
                tendered_cents=paid["tendered"],
            )
        )  # fmt: skip
    session.flush()
    return True


def _buyer(session: Session, buyer: Body | None, category: PriceCategory, at: datetime) -> str | None:
    """The organisation that bought, made again from what was sealed of it when the copy does not know it."""
    if not buyer:
        return None
    known = Organisation.siren == buyer["siren"] if buyer["siren"] else Organisation.name == buyer["name"]
    found = session.scalar(select(Organisation.id).where(known).limit(1))
    if found is not None:
        return found
    made = Organisation(
        id=new_id(), name=buyer["name"], siren=buyer["siren"], category=category, created_at=at,
        legal_form=buyer["form"], siret=buyer["siret"], vat_number=buyer["vat"], street=buyer["street"],
        postcode=buyer["postcode"], city=buyer["city"], country=buyer["country"],
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made.id


def _settlement(session: Session, row: JournalRow, body: Body) -> bool:
    """The invoice that a settlement was received for: its rows come after those of the sales."""
    sale_id = session.scalar(select(Sale.id).where(Sale.sequence == row.sequence))
    number = (body.get("settles") or {}).get("invoice")
    invoice_id = session.scalar(select(Invoice.id).where(Invoice.number == number))
    if sale_id is None or invoice_id is None:
        return False
    owed = sum(paid["cents"] for paid in body["payments"] if paid["mode"] == PaymentMode.ON_ACCOUNT.value)
    session.add(InvoiceSettlement(sale_id=sale_id, invoice_id=invoice_id, cents=-owed))
    session.flush()
    return True


# --- invoices ------------------------------------------------------------------------------------------------------


def _invoice(session: Session, row: JournalRow, body: Body) -> bool:
    """An invoice or a credit note with its sales; its PDF is made again, the same, when it is next asked for."""
    numbers = [sold["number"] for sold in body["sales"]]
    sales = session.scalars(select(Sale).where(Sale.number.in_(numbers))).all()
    credits_id = None
    if credited := body.get("credits"):
        credits_id = session.scalar(select(Invoice.id).where(Invoice.number == credited["number"]))
    if len(sales) != len(numbers) or (credited and credits_id is None):
        return False
    at = datetime.fromisoformat(row.at)
    invoice = Invoice(
        id=new_id(), sequence=row.sequence, number=body["number"], kind=InvoiceKind(row.kind), issued_at=at,
        issued_on=date.fromisoformat(body["issued"]), due_on=date.fromisoformat(body["due"]),
        organisation_id=_debtor(session, sales[0], body, at), customer=body["buyer"]["name"],
        total_cents=body["total"], paid_cents=body["paid"], credits_id=credits_id,
    )  # fmt: skip
    session.add(invoice)
    session.flush()
    session.add_all(InvoiceSale(sale_id=sale.id, invoice_id=invoice.id) for sale in sales)
    session.flush()
    return True


def _debtor(session: Session, sale: Sale, body: Body, at: datetime) -> str | None:
    """Whose invoice it is: that of its sales, else the organisation that the receipt was invoiced to afterwards.

    A person is invoiced by name, without any number of a company: nobody is made of that.
    """
    if sale.organisation_id is not None:
        return sale.organisation_id
    buyer = body["buyer"]
    return _buyer(session, buyer, sale.category, at) if buyer["siren"] else None


# --- papers --------------------------------------------------------------------------------------------------------


def _printed(
    document: type[Sale | Closing | Invoice], sheet: type[ReceiptPrint | ClosingPrint | InvoicePrint]
) -> Rebuild:
    """What makes again the row of a print of a `document`; the `sheet` refers to it by its id.

    Without its row, the next print of that document would not say DUPLICATA.
    """

    def rebuild(session: Session, row: JournalRow, body: Body) -> bool:
        found = session.scalar(select(document.id).where(document.number == body["number"]))
        if found is None:
            return False
        refers = {f"{document.__tablename__}_id": found}
        session.add(sheet(**refers, copy_number=body["copy"], printed_at=datetime.fromisoformat(row.at)))
        session.flush()
        return True

    return rebuild


# --- closings and the drawer ---------------------------------------------------------------------------------------


def _closing(session: Session, row: JournalRow, body: Body) -> bool:
    """A day, a month or a year; the record of a longer one says the drawer of none: it ends with its last day's."""
    drawer = body["drawer"]
    period = ClosingPeriod(body["period"])
    last_day = select(Closing.last_technical).where(Closing.period == ClosingPeriod.DAY)
    technical = session.scalar(last_day.order_by(Closing.sequence.desc()).limit(1))
    if drawer is None and technical is None:
        return False
    session.add(
        Closing(
            id=new_id(), sequence=row.sequence, number=body["number"], period=period,
            first_day=date.fromisoformat(body["days"][0]), last_day=date.fromisoformat(body["days"][1]),
            first_sale=body["sales"]["first"], last_sale=body["sales"]["last"],
            last_technical=drawer["last"] if drawer else technical, closed_at=datetime.fromisoformat(row.at),
            operator_id=row.operator_id, total_cents=body["total"], absolute_cents=body["absolute"],
            perpetual_cents=body["perpetual"], perpetual_absolute_cents=body["perpetual_absolute"],
            kept_cents=drawer["kept"] if drawer else 0, counted_cents=drawer["counted"] if drawer else None,
            difference_cents=drawer["difference"] if drawer else None,
        )
    )  # fmt: skip
    session.flush()
    return True


def _float_counted(session: Session, row: JournalRow, body: Body) -> bool:
    at = datetime.fromisoformat(row.at)
    session.add(FloatCount(id=new_id(), counted_at=at, counted_by=row.operator_id, cents=body["cents"]))
    session.flush()
    return True


def _fiscal_month(session: Session, _row: JournalRow, body: Body) -> bool:
    session.get_one(Site, 1).fiscal_month = body["month"]
    session.flush()
    return True


REBUILDERS: dict[str, Rebuild] = {
    "sale": _sale,
    "correction": _sale,
    "settlement": _sale,
    "invoice": _invoice,
    "credit_note": _invoice,
    **{f"closing.{period.value}": _closing for period in ClosingPeriod},
    "receipt.printed": _printed(Sale, ReceiptPrint),
    "closing.printed": _printed(Closing, ClosingPrint),
    "invoice.printed": _printed(Invoice, InvoicePrint),
    FLOAT_COUNTED: _float_counted,
    "site.fiscal_month": _fiscal_month,
}
AFTERWARDS: dict[str, Rebuild] = {"settlement": _settlement}
