"""The paper of a deposit: what was left, how, for what; no receipt of a sale, and it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import formats
from desk.documents.page import Align, Block, Columns, Document, Gap, Rule, Style, Text
from desk.documents.receipt import mark
from desk.language import translate


@dataclass(frozen=True)
class DepositFacts:
    """All that it says; instants aware, in the site's zone, the amount in cents."""

    house: str
    organisation: str
    space: str
    starts_at: datetime
    taken_at: datetime
    cents: int
    mode: str
    operator: str
    is_demo: bool = False
    is_training: bool = False


def document(facts: DepositFacts) -> Document:
    """The paper of these facts."""
    title = translate("DepositPaper", "Caution · {organisation}").format(organisation=facts.organisation)
    return Document("deposit", title, tuple(_blocks(facts)), mark(facts.is_demo, facts.is_training, 0))


def _blocks(facts: DepositFacts) -> Iterator[Block]:
    yield Text(facts.house, Align.CENTER, Style.STRONG)
    yield Gap()
    yield Text(translate("DepositPaper", "Caution reçue"), Align.CENTER, Style.TITLE)
    yield Text(facts.organisation, Align.CENTER, Style.STRONG)
    yield Rule()
    pattern = translate("DepositPaper", "{space}, le {day}")
    yield Text(pattern.format(space=facts.space, day=formats.day(facts.starts_at)))
    yield Columns(facts.mode, formats.money(facts.cents), Style.HUGE)
    yield Columns(translate("DepositPaper", "Reçue le"), formats.day_time(facts.taken_at))
    if facts.operator:
        yield Columns(translate("DepositPaper", "Par"), facts.operator)
    yield Rule()
    yield Text(
        translate(
            "DepositPaper",
            "Rendue à la fin de la location, contre ce papier. Ce n’est ni une vente ni un acompte\u00a0: aucune TVA.",
        ),
        style=Style.SMALL,
    )
