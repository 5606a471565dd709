"""What goes with every record of the sales stream, whoever writes it: a sale, a correction, a settlement.

Before it, a day that was forgotten is closed, so that no closing ever mixes two days; after it, the drawer opens for
cash, and the lines refunded are events of the technical log.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.closings.session import Edge, last_edge, overdue_sale
from desk.errors import EnvironmentFault
from desk.formats import day_time
from desk.language import translate
from models.base import instant_text
from models.sales import PaymentMode

if TYPE_CHECKING:
    from desk.work import Unit


def before_posting(unit: Unit) -> None:
    """Close a forgotten day; raises `EnvironmentFault` when the clock is late, or too far ahead to be believed."""
    edge = last_edge(unit.session)
    refuse_late_clock(unit, edge)
    if overdue_sale(unit.session, edge, unit.site, unit.now):
        from desk.closings.hour import refuse_doubted_clock
        from desk.closings.sealing import seal_forgotten

        refuse_doubted_clock(unit, edge)
        seal_forgotten(unit)


def refuse_late_clock(unit: Unit, edge: Edge) -> None:
    """Raises `EnvironmentFault` ("clock_behind") when the clock is before the last closing: it would add to it."""
    if instant_text(unit.now) < edge.closed_at:
        closed = datetime.fromisoformat(edge.closed_at).astimezone(unit.site.timezone)
        raise EnvironmentFault(
            translate("Closings", "L’horloge de l’ordinateur est avant la dernière clôture, du {when}.").format(
                when=day_time(closed)
            ),
            safe=translate("Closings", "Rien n’a été enregistré\u00a0: on n’ajoute rien à une période close."),
            todo=translate(
                "Closings",
                "Si l’ordinateur se trompe, mettez-le à l’heure, puis recommencez. S’il est à l’heure, un·e gérant·e le"
                " confirme une fois\u00a0: Ctrl Maj H, «\u00a0L’heure de l’ordinateur\u00a0».",
            ),
            code="clock_behind",
        )


def after_posting(unit: Unit, kind: str, body: Mapping[str, Any]) -> None:
    """The drawer opens when cash changes hands; each line of a correction is a refund in the technical log."""
    if any(paid["mode"] == PaymentMode.CASH.value and paid["cents"] for paid in body["payments"]):
        from desk.drawer import kick

        kick(unit)
    if kind == "correction":
        from desk import jet

        corrects = body.get("corrects") or {}
        for line in body["lines"]:
            jet.note(
                unit, jet.Code.REFUNDED, "line-refunded", number=body["number"], label=line["label"],
                quantity=line["quantity"], cents=line["amount"], corrects=corrects.get("number", ""),
            )  # fmt: skip
