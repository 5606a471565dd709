"""The invoice, the credit note and the reminder on paper: every mention of FISCAL.md §3, from a sealed body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from desk import formats
from desk.buyers import sealed_buyer
from desk.documents.bill import Seller, VatTotal, mark, seller_blocks, total_blocks, vat_blocks
from desk.documents.page import Align, Block, Columns, Document, Gap, Line, Rule, Style, Text
from desk.invoices.natures import Nature, nature_of
from desk.language import translate
from desk.papers import mode_label
from desk.simulation import is_practised
from models.sales import PaymentMode

KIND, REMINDER = "invoice", "reminder"


def document(body: Mapping[str, Any], seal: str, copy_number: int = 0) -> Document:
    """The paper of a sealed body; `seal` is the short form of its digest, `copy_number` 0 for the original."""
    blocks = (
        *seller_blocks(_seller(body["seller"])),
        *_identity(body),
        *_customer(body),
        Rule(),
        *_lines(body),
        Rule(),
        *total_blocks(_totals(body)),
        *_paid(body),
        Gap(),
        *vat_blocks(_totals(body)),
        *_mentions(body, seal),
    )
    return Document(KIND, _title(body), tuple(blocks), mark(body["demo"], is_practised(body), copy_number))


def _title(body: Mapping[str, Any]) -> str:
    if body["credits"]:
        return translate("InvoicePaper", "Avoir n° {number}").format(number=body["number"])
    return translate("InvoicePaper", "Facture n° {number}").format(number=body["number"])


def _seller(seller: Mapping[str, str]) -> Seller:
    town = f"{seller['postcode']} {seller['city']}".strip()
    form = " · ".join(text for text in (seller["form"], seller["register"]) if text)
    return Seller(seller["name"], form, (seller["street"], town), seller["siret"], seller["vat"])


def _identity(body: Mapping[str, Any]) -> Iterator[Block]:
    credited = body["credits"]
    what = translate("InvoicePaper", "Avoir") if credited else translate("InvoicePaper", "Facture")
    yield Rule()
    number = translate("InvoicePaper", "n° {number}").format(number=formats.no_break(body["number"]))
    yield Columns(what, number, Style.TITLE)
    issued = translate("InvoicePaper", "Le {day}").format(day=formats.day(date.fromisoformat(body["issued"])))
    yield Columns(issued, _due(body))
    if credited:
        pattern = translate("InvoicePaper", "Annule en tout ou partie la facture n° {number} du {day}")
        day = formats.day(date.fromisoformat(credited["issued"]))
        yield Text(pattern.format(number=credited["number"], day=day), style=Style.STRONG)
        if credited["reason"]:
            yield Text(translate("InvoicePaper", "Motif\u00a0: {reason}").format(reason=credited["reason"]))


def _due(body: Mapping[str, Any]) -> str:
    if body["credits"]:
        return ""
    if not body["owed"]:
        return translate("InvoicePaper", "Acquittée")
    return translate("InvoicePaper", "À payer pour le {day}").format(
        day=formats.day(date.fromisoformat(body["due"]))
    )  # fmt: skip


def _customer(body: Mapping[str, Any]) -> Iterator[Block]:
    buyer = sealed_buyer(body["buyer"])
    assert buyer is not None
    yield Gap()
    yield Text(translate("InvoicePaper", "Client"), style=Style.SMALL)
    yield Text(buyer.name, style=Style.STRONG)
    for line in buyer.lines[1:]:
        yield Text(line)
    yield Gap()
    first, last = (date.fromisoformat(day) for day in body["supplied"])
    when = translate("InvoicePaper", "Prestation du {day}, {place}")
    if nature_of(body["mentions"]["operations"]) is Nature.GOODS:
        when = translate("InvoicePaper", "Livraison du {day}, {place}")
        if first != last:
            when = translate("InvoicePaper", "Livraisons du {day} au {last}, {place}")
    elif first != last:
        when = translate("InvoicePaper", "Prestations du {day} au {last}, {place}")
    seller = body["seller"]
    place = f"{seller['house']}, {seller['street']}, {seller['postcode']} {seller['city']}"
    yield Text(when.format(day=formats.day(first), last=formats.day(last), place=place), style=Style.SMALL)


def _lines(body: Mapping[str, Any]) -> Iterator[Block]:
    """The lines, each without VAT; under the number and the day of its sale when there are several."""
    days = {sale["number"]: date.fromisoformat(sale["supplied"]) for sale in body["sales"]}
    shown = ""
    for line in body["lines"]:
        if len(days) > 1 and line["sale"] != shown:
            shown = line["sale"]
            of_sale = translate("InvoicePaper", "Vente {number}, {day}")
            yield Text(of_sale.format(number=shown, day=formats.day(days[shown])), style=Style.SMALL)
        rate = formats.rate(line["rate"])
        vat = translate("InvoicePaper", "HT, TVA {rate}").format(rate=rate)
        if not line["rate"]:
            vat = translate("InvoicePaper", "HT, sans TVA")
        price = formats.unit_price(line["net"], line["quantity"])
        yield Line(line["label"], formats.quantity(line["quantity"]), price, formats.money(line["net"]), vat)


def _totals(body: Mapping[str, Any]) -> tuple[VatTotal, ...]:
    return tuple(VatTotal(v["rate"], v["base"], v["vat"], v["base"] + v["vat"]) for v in body["vat"])


def _paid(body: Mapping[str, Any]) -> Iterator[Block]:
    yield Gap()
    for payment in body["payments"]:
        pattern = translate("InvoicePaper", "Reçu ({mode})")
        if body["credits"]:
            pattern = translate("InvoicePaper", "Rendu ({mode})")
        words = pattern.format(mode=mode_label(PaymentMode(payment["mode"])))
        yield Columns(words, formats.money(payment["cents"]))
    left = translate("InvoicePaper", "Reste à payer")
    if body["credits"]:
        left = translate("InvoicePaper", "À déduire de ce qui est dû")
    if body["owed"] or not body["credits"]:
        yield Columns(left, formats.money(body["owed"]), Style.STRONG)


def _mentions(body: Mapping[str, Any], seal: str) -> Iterator[Block]:
    mentions = body["mentions"]
    yield Gap()
    texts = [mentions["operations"], mentions["terms"]]
    if any(not total["rate"] for total in body["vat"]):
        texts.append(mentions["exemption"])
    if not body["credits"]:
        texts += [mentions["penalties"], mentions["recovery"], mentions["discount"]]
    for text in texts:
        yield Text(text, style=Style.SMALL)
    if mentions["iban"] and body["owed"] and not body["credits"]:
        account = translate("InvoicePaper", "Virement\u00a0: IBAN {iban}").format(
            iban=formats.no_break(_by_four(mentions["iban"]))
        )
        if mentions["bic"]:
            account = translate("InvoicePaper", "{account}, BIC {bic}").format(account=account, bic=mentions["bic"])
        yield Text(account, style=Style.SMALL)
    yield Gap()
    signature = translate("InvoicePaper", "Signature {signature} · Casaco Desk {version}")
    yield Text(
        signature.format(signature=formats.no_break(seal), version=body["software"]), Align.CENTER, Style.SMALL
    )  # fmt: skip


def _by_four(number: str) -> str:
    return " ".join(number[place : place + 4] for place in range(0, len(number), 4))


def reminder(body: Mapping[str, Any], owed_cents: int, today: date, rank: int) -> Document:
    """The letter that reminds of what an invoice still waits for; `rank` counts them from 1."""
    buyer = sealed_buyer(body["buyer"])
    assert buyer is not None
    due = date.fromisoformat(body["due"])
    title = translate("InvoicePaper", "Relance de la facture n° {number}").format(number=body["number"])
    asks = translate(
        "InvoicePaper",
        "Sauf erreur de notre part, la facture n° {number} du {issued}, à payer avant le {due}, attend encore"
        " {amount}. Si votre règlement est en route, merci de ne pas tenir compte de ce rappel.",
    ).format(
        number=body["number"], issued=formats.day(date.fromisoformat(body["issued"])), due=formats.day(due),
        amount=formats.money(owed_cents),
    )  # fmt: skip
    blocks = [
        *seller_blocks(_seller(body["seller"])),
        Rule(),
        Columns(translate("InvoicePaper", "Relance"), formats.no_break(body["number"]), Style.TITLE),
        Columns(formats.day(today), translate("InvoicePaper", "{rank}e relance").format(rank=rank) if rank > 1 else ""),
        Gap(),
        *(Text(line, style=Style.STRONG if place == 0 else Style.NORMAL) for place, line in enumerate(buyer.lines)),
        Gap(),
        Text(translate("InvoicePaper", "Bonjour,")),
        Gap(),
        Text(asks),
        Gap(),
        Columns(translate("InvoicePaper", "Total de la facture"), formats.money(body["total"])),
        Columns(translate("InvoicePaper", "Reste à payer"), formats.money(owed_cents), Style.HUGE),
        Gap(),
        *(Text(text, style=Style.SMALL) for text in (body["mentions"]["penalties"], body["mentions"]["recovery"])),
    ]
    if body["mentions"]["iban"]:
        account = translate("InvoicePaper", "Virement\u00a0: IBAN {iban}")
        blocks.append(
            Text(account.format(iban=formats.no_break(_by_four(body["mentions"]["iban"]))), style=Style.SMALL)
        )
    return Document(REMINDER, title, tuple(blocks), mark(body["demo"], is_practised(body)))
