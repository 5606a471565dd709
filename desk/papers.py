"""From what was sealed to what is printed: receipts and passes are made from journal bodies and rows, never retyped."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from desk import receipt_codes
from desk.buyers import sealed_buyer
from desk.clock import local_instant
from desk.documents import day_pass, receipt
from desk.documents.page import Document
from desk.entitlements import part_label
from desk.language import translate
from desk.simulation import PRACTICE_PREFIX, is_practised
from models.passes import DayPart, DayPass
from models.sales import PaymentMode
from models.site import Site


def mode_label(mode: PaymentMode) -> str:
    """A payment mode on screen and paper."""
    return {
        PaymentMode.CASH: translate("Papers", "Espèces"),
        PaymentMode.CARD: translate("Papers", "Carte"),
        PaymentMode.CHEQUE: translate("Papers", "Chèque"),
        PaymentMode.TRANSFER: translate("Papers", "Virement"),
        PaymentMode.ON_ACCOUNT: translate("Papers", "Sur facture"),
    }[mode]


def receipt_document(body: dict[str, Any], seal: str, supplied_on: date, copy_number: int = 0) -> Document:
    """The receipt of a sealed sale; `body` is the journal's, `seal` the short form of its digest."""
    seller = body["seller"]
    vat = tuple(receipt.VatTotal(row["rate"], row["base"], row["vat"], row["base"] + row["vat"]) for row in body["vat"])
    cash = [p for p in body["payments"] if p["mode"] == PaymentMode.CASH.value]
    corrects = body["corrects"] or {}
    # Cash that goes back is a payment like the others: nobody handed anything over.
    tendered = 0 if corrects else sum(p["tendered"] for p in cash)
    issued_at = datetime.fromisoformat(body["at"])
    code = receipt_codes.ReceiptCode(body["number"], body["total"], issued_at.date(), seal)
    facts = receipt.ReceiptFacts(
        seller=receipt.Seller(seller["name"], seller["form"], tuple(seller["address"]), seller["siret"], seller["vat"]),
        number=body["number"],
        issued_at=issued_at,
        desk=body["desk"]["name"],
        operator=body["operator"]["name"],
        software=f"Casaco Desk {body['software']}",
        supplied_on=supplied_on,
        place=f"{seller['house']}, {seller['address'][-1]}",
        lines=tuple(_line(line) for line in body["lines"]),
        vat=vat,
        payments=tuple(receipt.Payment(mode_label(PaymentMode(p["mode"])), p["cents"]) for p in body["payments"]),
        short_signature=seal,
        customer=_customer(body),
        cash_tendered_cents=tendered,
        change_cents=tendered - sum(p["cents"] for p in cash) if tendered else 0,
        corrects=corrects.get("number", ""),
        reason=corrects.get("reason", ""),
        is_partial=not corrects.get("whole", True),
        copy_number=copy_number,
        is_demo=body["demo"],
        is_training=is_practised(body),
        code=receipt_codes.make(code),
    )
    return receipt.document(facts)


def _customer(body: dict[str, Any]) -> tuple[str, ...]:
    """The body that bought with its numbers and address, or the name that a person gave."""
    buyer = sealed_buyer(body.get("buyer"))
    if buyer is not None:
        return buyer.lines
    return (body["customer"],) if body["customer"] else ()


def _line(line: dict[str, Any]) -> receipt.SoldLine:
    return receipt.SoldLine(
        line["label"],
        line["quantity"],
        line["unit"],
        line["rate"],
        line["quantity"] * line["unit"],
        tax_included=line["tax_included"],
    )


def pass_document(site: Site, bought: DayPass, copy_number: int = 0) -> Document:
    """The printed pass with its QR: what it opens and until when."""
    zone = site.timezone
    starts = site.split if bought.part is DayPart.AFTERNOON else site.opening
    ends = site.split if bought.part is DayPart.MORNING else site.closing
    return day_pass.document(
        day_pass.PassFacts(
            house=site.house_name,
            number=PRACTICE_PREFIX + str(bought.number) if site.is_training else str(bought.number),
            what=part_label(bought.part),
            valid_from=local_instant(bought.day, starts, zone).astimezone(zone),
            valid_until=local_instant(bought.day, ends, zone).astimezone(zone),
            code=bought.code,
            guest=bought.guest_name,
            copy_number=copy_number,
            is_demo=site.is_demo,
            is_training=site.is_training,
        )
    )
