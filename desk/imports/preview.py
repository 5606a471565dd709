"""What an import would do, line by line, before anything is written: right, already there, alike, or faulty."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.errors import Refused
from desk.ids import new_id
from desk.imports.columns import Field, Mapping, propose
from desk.imports.entries import EntryReader, MemberEntry, PlanKnown
from desk.imports.reading import Record, Sheet
from desk.language import translate
from desk.names import NameIndex, searchable, similarity
from desk.progress import Tell, nobody
from desk.registry import last_day
from models.cards import Card
from models.membership import Plan
from models.people import Member

SAMPLES = 3
# Whole names this close are worth a question; two different persons may be that close, so it stays a question.
ALIKE = 93.0
# A number that is already given belongs to the same person when the names are at least this close.
SAME_NUMBER = 75.0


class LineState(StrEnum):
    """What becomes of a line: imported, skipped because the person is there, asked about, or left out as faulty."""

    GOOD = "good"
    KNOWN = "known"
    ALIKE = "alike"
    FAULTY = "faulty"


@dataclass(frozen=True)
class ImportLine:
    """A line of the file (1 is the header): its state and, unless it is good, the sentence that says why."""

    line: int
    state: LineState
    name: str
    reason: str = ""
    entry: MemberEntry | None = None


@dataclass(frozen=True)
class ImportColumn:
    """A column of the file: its title, its first values, and what it was taken for."""

    title: str
    samples: tuple[str, ...]
    field: Field | None


@dataclass(frozen=True)
class ImportPreview:
    """The file as it would be imported. `id` is that of the import it would become, so that none happens twice."""

    file_name: str
    sha256: str
    columns: tuple[ImportColumn, ...]
    lines: tuple[ImportLine, ...]
    id: str = field(default_factory=new_id)

    @property
    def mapping(self) -> Mapping:
        """What each column was taken for."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def good(self) -> tuple[ImportLine, ...]:
        """The lines that would be imported."""
        return self._of(LineState.GOOD)

    @cached_property
    def known(self) -> tuple[ImportLine, ...]:
        """The lines of people who are already members."""
        return self._of(LineState.KNOWN)

    @cached_property
    def alike(self) -> tuple[ImportLine, ...]:
        """The lines whose name is very like that of a member; a person decides."""
        return self._of(LineState.ALIKE)

    @cached_property
    def faulty(self) -> tuple[ImportLine, ...]:
        """The lines that cannot be imported, each with its reason."""
        return self._of(LineState.FAULTY)

    def _of(self, state: LineState) -> tuple[ImportLine, ...]:
        return tuple(line for line in self.lines if line.state is state)


def preview_of(
    session: Session, sheet: Sheet, mapping: Mapping | None, today: date, tell: Tell = nobody
) -> ImportPreview | Refused:
    """Compare the sheet with the members; the mapping is proposed when none is given."""
    chosen = mapping if mapping is not None else propose(sheet.header)
    refused = _objection(sheet, chosen)
    if refused is not None:
        return refused
    columns = tuple(
        ImportColumn(title, _samples(sheet, index), chosen[index]) for index, title in enumerate(sheet.header)
    )
    reader = EntryReader(_plans(session), today)
    judge = _Judge(session)
    lines = []
    for count, record in enumerate(sheet.records):
        lines.append(_line(record, chosen, reader, judge))
        if count % 200 == 0:
            tell(0.4 + 0.6 * count / len(sheet.records))
    return ImportPreview(sheet.name, sheet.sha256, columns, tuple(lines))


def _objection(sheet: Sheet, mapping: Mapping) -> Refused | None:
    used = [field for field in mapping if field is not None]
    if len(mapping) != len(sheet.header):
        return Refused("columns", translate("Imports", "Le fichier a changé\u00a0: choisissez-le à nouveau."))
    if len(set(used)) != len(used):
        return Refused("twice", translate("Imports", "Deux colonnes disent la même chose\u00a0: gardez-en une."))
    return None


def needs_a_name(mapping: Mapping) -> bool:
    """Whether no column of this mapping holds a name, so that every line would be faulty."""
    return not {Field.NAME, Field.GIVEN, Field.FAMILY} & set(mapping)


def _samples(sheet: Sheet, index: int) -> tuple[str, ...]:
    values = (record.cells[index].strip() for record in sheet.records[:200] if index < len(record.cells))
    return tuple(value for value in dict.fromkeys(values) if value)[:SAMPLES]


def _plans(session: Session) -> tuple[PlanKnown, ...]:
    rows = session.scalars(select(Plan).order_by(Plan.name))
    return tuple(PlanKnown(p.code, p.name, p.units, partial(last_day, p.kind)) for p in rows)


def _line(record: Record, mapping: Mapping, reader: EntryReader, judge: _Judge) -> ImportLine:
    if record.problem:
        return ImportLine(record.line, LineState.FAULTY, "", record.problem)
    cells = {field: record.cells[i] for i, field in enumerate(mapping) if field is not None and i < len(record.cells)}
    entry, problems = reader.read(cells)
    if len(record.cells) > len(mapping):
        problems = (*problems, translate("Imports", "Cette ligne a plus de cases que l’en-tête."))
    if problems:
        return ImportLine(record.line, LineState.FAULTY, entry.name, " ".join(problems))
    return judge.judged(record.line, entry)


@dataclass(frozen=True)
class _Someone:
    number: int
    name: str
    email: str


class _Judge:
    """Knows the members and the lines read so far, and says of an entry whether it is new."""

    def __init__(self, session: Session) -> None:
        members = session.execute(select(Member.number, Member.given_name, Member.family_name, Member.email)).all()
        self._members = [_Someone(m[0], f"{m[1]} {m[2]}".strip(), m[3]) for m in members]
        self._by_number = {someone.number: someone for someone in self._members}
        self._by_email = {someone.email.lower(): someone for someone in self._members if someone.email}
        self._index = NameIndex(someone.name for someone in self._members)
        self._cards = set(session.scalars(select(Card.code)))
        self._seen: dict[tuple[str, object], int] = {}

    def judged(self, line: int, entry: MemberEntry) -> ImportLine:
        """The line with its state; a good one is remembered, for those after it."""
        known = self._known(entry)
        if known:
            return ImportLine(line, LineState.KNOWN, entry.name, known)
        problem = self._taken(entry) or self._repeated(entry)
        if problem:
            return ImportLine(line, LineState.FAULTY, entry.name, problem)
        alike = self._alike(entry)
        for key in _keys(entry):
            self._seen[key] = line
        self._seen.setdefault(("name", searchable(entry.name)), line)
        return ImportLine(line, LineState.ALIKE if alike else LineState.GOOD, entry.name, alike, entry)

    def _known(self, entry: MemberEntry) -> str:
        holder = self._by_number.get(entry.number) if entry.number is not None else None
        if (
            holder is not None
            and similarity(searchable(entry.name), searchable(holder.name), whole=True) >= SAME_NUMBER
        ):
            pattern = translate("Imports", "{name} est déjà membre, sous le n° {number}.")
            return pattern.format(name=holder.name, number=holder.number)
        holder = self._by_email.get(entry.email.lower()) if entry.email else None
        if holder is not None:
            pattern = translate("Imports", "{name}, n° {number}, a déjà cette adresse e-mail.")
            return pattern.format(name=holder.name, number=holder.number)
        return ""

    def _taken(self, entry: MemberEntry) -> str:
        holder = self._by_number.get(entry.number) if entry.number is not None else None
        if holder is not None:
            pattern = translate("Imports", "Le n° {number} est déjà celui de {name}.")
            return pattern.format(number=holder.number, name=holder.name)
        if entry.card in self._cards:
            return translate("Imports", "Cette carte est déjà connue de la maison.")
        return ""

    def _repeated(self, entry: MemberEntry) -> str:
        sentences = {
            "number": translate("Imports", "Le même numéro est déjà à la ligne {line}."),
            "email": translate("Imports", "La même adresse e-mail est déjà à la ligne {line}."),
            "card": translate("Imports", "La même carte est déjà à la ligne {line}."),
        }
        found = (sentences[key[0]].format(line=self._seen[key]) for key in _keys(entry) if key in self._seen)
        return next(found, "")

    def _alike(self, entry: MemberEntry) -> str:
        position = self._index.closest(entry.name, ALIKE)
        if position is not None:
            someone = self._members[position]
            pattern = translate("Imports", "Ressemble à {name}, n° {number}.")
            return pattern.format(name=someone.name, number=someone.number)
        line = self._seen.get(("name", searchable(entry.name)))
        return translate("Imports", "Même nom qu’à la ligne {line}.").format(line=line) if line is not None else ""


def _keys(entry: MemberEntry) -> list[tuple[str, object]]:
    """What may be there once only in a file."""
    keys: list[tuple[str, object]] = []
    if entry.number is not None:
        keys.append(("number", entry.number))
    if entry.email:
        keys.append(("email", entry.email.lower()))
    if entry.card:
        keys.append(("card", entry.card))
    return keys
