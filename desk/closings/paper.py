"""From the body of a closing, or of a reading, to its paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from desk.documents import till_report
from desk.documents.bill import Seller, VatTotal
from desk.documents.page import Document
from desk.documents.till_report import DrawerFacts, Found, Moved, Paid, TillReportFacts
from desk.formats import day as day_text
from desk.language import translate
from desk.simulation import is_practised
from models.closings import ClosingPeriod
from models.sales import PaymentMode


def closing_document(body: dict[str, Any], seal: str, copy_number: int = 0) -> Document:
    """The report (Z) of a sealed closing; `seal` is the short form of its digest."""
    what = {
        ClosingPeriod.DAY: translate("ClosingPaper", "Clôture du jour (Z)"),
        ClosingPeriod.MONTH: translate("ClosingPaper", "Clôture du mois"),
        ClosingPeriod.YEAR: translate("ClosingPaper", "Clôture de l’exercice"),
    }[ClosingPeriod(body["period"])]
    return till_report.document(_facts(body, what, seal, copy_number))


def reading_document(body: dict[str, Any]) -> Document:
    """The reading (X) of an open day."""
    return till_report.document(_facts(body, translate("ClosingPaper", "Lecture (X)"), "", 0))


def days_words(first: date, last: date) -> str:
    """The days that a report covers."""
    if first == last:
        return day_text(first)
    return translate("ClosingPaper", "du {first} au {last}").format(first=day_text(first), last=day_text(last))


def mode_words(mode: str) -> str:
    """A payment mode of the sales stream; one that this version does not know keeps its own name."""
    from desk.papers import mode_label

    return mode_label(PaymentMode(mode)) if mode in set(PaymentMode) else mode


def kind_words(kind: str) -> str:
    """A kind of record of the sales stream, in words."""
    return {
        "sale": translate("ClosingPaper", "Ventes"),
        "correction": translate("ClosingPaper", "Annulations"),
        "settlement": translate("ClosingPaper", "Règlements reçus"),
    }.get(kind, kind)


def _facts(body: dict[str, Any], what: str, seal: str, copy_number: int) -> TillReportFacts:
    seller, parts = body["seller"], body["parts"]
    return TillReportFacts(
        seller=Seller(seller["name"], seller["form"], tuple(seller["address"]), seller["siret"], seller["vat"]),
        what=what,
        number=body["number"],
        days=days_words(*(date.fromisoformat(day) for day in body["days"])),
        issued_at=datetime.fromisoformat(body["at"]),
        desk=body["desk"]["name"],
        operator=body["operator"]["name"],
        software=f"Casaco Desk {body['software']}",
        first_sale=body["sales"]["first"],
        last_sale=body["sales"]["last"],
        kinds=tuple((kind_words(kind), number) for kind, number in body["kinds"].items()),
        vat=tuple(VatTotal(row["rate"], row["base"], row["vat"], row["base"] + row["vat"]) for row in body["vat"]),
        payments=tuple(Paid(mode_words(row["mode"]), row["times"], row["cents"]) for row in body["payments"]),
        total=body["total"],
        absolute=body["absolute"],
        perpetual=body["perpetual"],
        perpetual_absolute=body["perpetual_absolute"],
        drawer=_drawer(body["drawer"]),
        parts=(parts[0], parts[1]) if parts else None,
        is_overdue=body["overdue"],
        clock_after=body.get("clock_after", ""),
        short_signature=seal,
        copy_number=copy_number,
        is_demo=body["demo"],
        is_training=is_practised(body),
    )


def _drawer(facts: dict[str, Any] | None) -> DrawerFacts | None:
    if facts is None:
        return None
    moves = [(move, 1) for move in facts["in"]] + [(move, -1) for move in facts["out"]]
    return DrawerFacts(
        opening=facts["opening"],
        moves=tuple(Moved(move["reason"], move["by"], sign * move["cents"]) for move, sign in moves),
        cash=facts["cash"],
        expected=facts["expected"],
        counted=facts["counted"],
        difference=facts["difference"],
        reason=facts["reason"],
        kept=facts["kept"],
        found=tuple(
            # None was sealed before schema 2.
            Found(found["cents"], found["difference"], found["reason"], found["by"])
            for found in facts.get("floats", ())
        ),
        pieces=tuple((piece["value"], piece["number"]) for piece in facts["pieces"]),
    )
