"""The paper of a rental for its participants: where, when, and the one code that lets each of them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import formats
from desk.documents.page import Align, Block, Columns, Document, Gap, QrCode, Rule, Style, Text
from desk.documents.receipt import mark
from desk.language import translate


@dataclass(frozen=True)
class GroupPassFacts:
    """All that it says. `opens_at`, `starts_at` and `ends_at` are aware, in the site's zone.

    `opens_at` is from when the code lets people in; `people` is how many are announced, 0 when nobody said.
    """

    house: str
    organisation: str
    space: str
    opens_at: datetime
    starts_at: datetime
    ends_at: datetime
    people: int
    code: str
    is_demo: bool = False
    is_training: bool = False


def document(facts: GroupPassFacts) -> Document:
    """The paper of these facts."""
    title = translate("GroupPass", "Code du groupe · {organisation}").format(organisation=facts.organisation)
    return Document("group_pass", title, tuple(_blocks(facts)), mark(facts.is_demo, facts.is_training, 0))


def _blocks(facts: GroupPassFacts) -> Iterator[Block]:
    yield Text(facts.house, Align.CENTER, Style.STRONG)
    yield Gap()
    yield Text(facts.space, Align.CENTER, Style.HUGE)
    yield Text(formats.day(facts.starts_at), Align.CENTER, Style.TITLE)
    start, end = formats.time(facts.starts_at), formats.time(facts.ends_at)
    if facts.starts_at.date() != facts.ends_at.date():
        start, end = formats.day_time(facts.starts_at), formats.day_time(facts.ends_at)
    yield Text(translate("GroupPass", "de {start} à {end}").format(start=start, end=end), Align.CENTER, Style.STRONG)
    yield Gap()
    yield Text(facts.organisation, Align.CENTER, Style.TITLE)
    yield QrCode(facts.code, facts.code)
    yield Gap()
    how = translate("GroupPass", "Le même code pour tout le groupe\u00a0: chacun le présente une fois en arrivant.")
    yield Text(how, Align.CENTER)
    out = translate("GroupPass", "En partant, dites-le à l’accueil, ou partez tous ensemble.")
    yield Text(out, Align.CENTER)
    yield Rule()
    opens = translate("GroupPass", "Ouvert à partir de")
    yield Columns(opens, formats.time(facts.opens_at), Style.SMALL)
    if facts.people:
        yield Columns(translate("GroupPass", "Personnes annoncées"), str(facts.people), Style.SMALL)
