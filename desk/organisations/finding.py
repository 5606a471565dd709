"""Organisations found by a few letters or a number, and made when there is none: never twice for one body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused, Remedy
from desk.ids import new_id
from desk.language import translate
from desk.names import GOOD_ENOUGH, searchable, similarity, tidy
from desk.organisations import contacts
from desk.organisations.numbers import bare, siren_problem
from desk.organisations.values import NAME_LIMIT, WORDS_LIMIT, NewOrganisation, OrganisationFound
from desk.work import Unit
from models.catalogue import PriceCategory
from models.journal import Stream
from models.organisations import Organisation
from models.prepared import Prepared

_SAME = 94
_ALIKE = 86


class _Row(NamedTuple):
    """What a search looks at: the box asks at each letter, and needs no object of the session for it."""

    id: str
    name: str
    siren: str
    siret: str
    category: PriceCategory
    merged_into: str | None
    archived_at: datetime | None


_COLUMNS = (Organisation.id, Organisation.name, Organisation.siren, Organisation.siret, Organisation.category)
_ROWS = Prepared(select(*_COLUMNS, Organisation.merged_into, Organisation.archived_at))


def unknown() -> Refused:
    """The refusal about an organisation of which nothing is known."""
    return Refused("no_organisation", translate("Organisations", "Cette organisation est introuvable."))


def objection(wanted: NewOrganisation) -> Refused | None:
    """Why this organisation could not be named on a receipt, None when it could."""
    if not wanted.id and not tidy(wanted.name, NAME_LIMIT):
        return Refused("no_name", translate("Organisations", "Donnez le nom de l’organisation."))
    return siren_problem(bare(wanted.siren))


def find(session: Session, text: str, limit: int) -> tuple[OrganisationFound, ...]:
    """The best matches of a few letters or of a SIREN, best first; an old name leads to who has it now."""
    wanted = searchable(text)
    if not wanted:
        return ()
    rows = {row.id: row for row in (_Row(*values) for values in _ROWS.all(session))}
    digits = bare(text) if bare(text).isdigit() else ""
    scores: dict[str, float] = {}
    for row in rows.values():
        score = similarity(wanted, searchable(row.name))
        if len(digits) >= 3:
            score = 100.0 if row.siren.startswith(digits) or row.siret.startswith(digits) else score
        kept = rows[row.merged_into] if row.merged_into else row
        if score >= GOOD_ENOUGH and kept.archived_at is None:
            scores[kept.id] = max(score, scores.get(kept.id, 0.0))
    best = sorted(scores, key=lambda key: (-scores[key], rows[key].name))[:limit]
    return tuple(
        OrganisationFound(key, rows[key].name, rows[key].siren, rows[key].category, contacts.first_line(session, key))
        for key in best
    )


def meant(session: Session, wanted: NewOrganisation) -> OrganisationFound | None:
    """Whom `find_or_create` would take for it, None when it would make a new one."""
    known = _meant(session, wanted)
    return None if known is None else found(session, known)


def _meant(session: Session, wanted: NewOrganisation) -> Organisation | None:
    if wanted.id:
        return living(session, wanted.id)
    name, siren = tidy(wanted.name, NAME_LIMIT), bare(wanted.siren)
    return of_siren(session, siren) or next(_same(session, name, siren), None)


def find_or_create(unit: Unit, wanted: NewOrganisation) -> OrganisationFound | Refused:
    """The organisation of that id, of that SIREN or of that very name, made when there is none, inside `unit`."""
    refused = objection(wanted)
    if refused is not None:
        return refused
    name, siren = tidy(wanted.name, NAME_LIMIT), bare(wanted.siren)
    known = _meant(unit.session, wanted)
    if known is None and wanted.id:
        return unknown()
    if known is not None:
        refused = None if known.siren else siren_of_another(unit.session, siren, known.id)
        if refused is not None:
            return refused
        _learn(unit, known, siren)
        return found(unit.session, known)
    row = Organisation(
        id=new_id(), name=name, siren=siren, category=wanted.category, created_at=unit.now,
        justification=tidy(wanted.justification, WORDS_LIMIT),
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    unit.record(
        Stream.OPERATIONS,
        "organisation.created",
        {"schema": 1, "id": row.id, "name": name, "siren": siren, "category": wanted.category.value},
    )
    if wanted.contact:
        contacts.note(unit, row.id, contacts.of_line(wanted.contact))
    unit.changed(Topic.PEOPLE)
    return found(unit.session, row)


def _learn(unit: Unit, known: Organisation, siren: str) -> None:
    """A known body rents again: it is no longer put away, and a SIREN that was missing is noted."""
    learnt = {}
    if known.archived_at is not None:
        known.archived_at = None
        learnt["archived"] = "no"
    if siren and not known.siren:
        known.siren = siren
        learnt["siren"] = siren
    if learnt:
        unit.record(Stream.OPERATIONS, "organisation.completed", {"schema": 1, "id": known.id, **learnt})
        unit.changed(Topic.PEOPLE)


def living(session: Session, organisation_id: str) -> Organisation | None:
    """The organisation of an id, or the one it was merged into."""
    row = session.get(Organisation, organisation_id)
    while row is not None and row.merged_into is not None:
        row = session.get(Organisation, row.merged_into)
    return row


def of_siren(session: Session, siren: str) -> Organisation | None:
    """The organisation of a SIREN."""
    return session.scalar(select(Organisation).where(Organisation.siren == siren)) if siren else None


def siren_of_another(session: Session, siren: str, but: str = "") -> Refused | None:
    """The refusal of a SIREN that an organisation other than `but` has, None when nobody else has it."""
    other = of_siren(session, siren)
    if other is None or other.id == but:
        return None
    sentence = translate("Organisations", "Le SIREN {siren} est déjà celui de {name}.")
    return Refused("known_siren", sentence.format(siren=siren, name=other.name), (open_file(other),))


def open_file(row: Organisation) -> Remedy:
    """The remedy that opens the file of an organisation."""
    return Remedy("organisation_file", translate("Organisations", "Ouvrir sa fiche"), row.id)


def alike(session: Session, name: str, siren: str, but: str = "") -> Iterator[Organisation]:
    """The organisations whose name resembles this one, the most alike first, except those that another SIREN parts."""
    scored = [(score, row) for score, row in _scored(session, name, siren) if score >= _ALIKE and row.id != but]
    yield from (row for _, row in sorted(scored, key=lambda pair: (-pair[0], pair[1].name)))


def _scored(session: Session, name: str, siren: str) -> Iterator[tuple[float, Organisation]]:
    wanted = searchable(name)
    for row in session.scalars(select(Organisation).where(Organisation.merged_into.is_(None))):
        # Two different SIRENs are two bodies, however alike their names.
        if not siren or not row.siren or siren == row.siren:
            yield similarity(wanted, searchable(row.name), whole=True), row


def _same(session: Session, name: str, siren: str) -> Iterator[Organisation]:
    yield from (row for score, row in _scored(session, name, siren) if score >= _SAME)
    wanted = searchable(name)
    for alias in session.scalars(select(Organisation).where(Organisation.merged_into.is_not(None))):
        kept = living(session, alias.id)
        if kept is not None and searchable(alias.name) == wanted and (not siren or kept.siren in ("", siren)):
            yield kept


def found(session: Session, row: Organisation) -> OrganisationFound:
    """The value that the counter shows."""
    return OrganisationFound(row.id, row.name, row.siren, row.category, contacts.first_line(session, row.id))


def all_found(session: Session, rows: Iterable[Organisation]) -> tuple[OrganisationFound, ...]:
    """Several of them."""
    return tuple(found(session, row) for row in rows)
