"""The roll call: who is inside, by floor, with a box to tick for each, when the alarm rings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import formats
from desk.documents.page import Align, Block, Columns, Document, Gap, Rule, Style, Text, Tick
from desk.documents.receipt import mark
from desk.language import translate


@dataclass(frozen=True)
class RollCallRow:
    """One person inside; `detail` is their host or where they sit; `since` is aware, in the site's zone."""

    name: str
    detail: str
    since: datetime


@dataclass(frozen=True)
class RollCallCrowd:
    """Participants of an event, counted and not named: `words` say of what and how many, `place` is where."""

    words: str
    place: str
    since: datetime
    people: int


@dataclass(frozen=True)
class RollCallFloor:
    """A floor and the people known to be on it, the crowds last."""

    name: str
    rows: tuple[RollCallRow, ...]
    crowds: tuple[RollCallCrowd, ...] = ()

    @property
    def count(self) -> int:
        """How many people, named or not."""
        return len(self.rows) + sum(crowd.people for crowd in self.crowds)


@dataclass(frozen=True)
class RollCallFacts:
    """Who is inside at `taken_at`; `total` may exceed the rows, when guests are counted and not named."""

    house: str
    taken_at: datetime
    total: int
    floors: tuple[RollCallFloor, ...]
    is_demo: bool = False
    is_training: bool = False


def document(facts: RollCallFacts) -> Document:
    """The roll call of these facts; A4 on a sheet, or the roll when only the roll is at hand."""
    title = translate("RollCall", "Liste d’évacuation")
    blocks = tuple(_blocks(facts, title))
    return Document("roll_call", title, blocks, mark(facts.is_demo, facts.is_training))


def _blocks(facts: RollCallFacts, title: str) -> Iterator[Block]:
    yield Text(title, style=Style.HUGE)
    yield Columns(facts.house, formats.day_time(facts.taken_at), Style.STRONG)
    yield Rule()
    yield Columns(translate("RollCall", "Personnes à l’intérieur"), str(facts.total), Style.HUGE)
    named = sum(len(floor.rows) for floor in facts.floors)
    if facts.total > named:
        unnamed = translate("RollCall", "dont sans nom\u00a0: {count}").format(count=facts.total - named)
        yield Text(unnamed, style=Style.STRONG)
    if not facts.total:
        yield Text(translate("RollCall", "Personne n’est enregistré à l’intérieur."))
    for floor in facts.floors:
        if floor.count:
            yield Gap()
            yield from _floor(floor, facts.taken_at)
    yield Gap()
    yield Rule()
    for blank in (
        translate("RollCall", "Personnes comptées dehors"),
        translate("RollCall", "Manquantes"),
        translate("RollCall", "Heure de fin d’appel"),
    ):
        yield Gap()
        yield Columns(blank, "____________", Style.STRONG)


def _floor(floor: RollCallFloor, taken_at: datetime) -> Iterator[Block]:
    heading = translate("RollCall", "{floor} · {count}").format(floor=floor.name, count=floor.count)
    yield Text(heading, Align.LEFT, Style.TITLE)
    for row in floor.rows:
        yield _tick(row.name, row.detail, row.since, taken_at)
    for crowd in floor.crowds:
        yield _tick(crowd.words, crowd.place, crowd.since, taken_at)


def _tick(words: str, detail: str, since: datetime, taken_at: datetime) -> Tick:
    """The hour on the right when it is of today; another day is written out under the name, where there is room."""
    if since.date() == taken_at.date():
        return Tick(words, detail, formats.time(since))
    entered = formats.since(since, taken_at)
    if detail:
        pattern = translate("RollCall", "{detail} · {since}")
        entered = pattern.format(detail=detail, since=entered)
    return Tick(words, entered)
