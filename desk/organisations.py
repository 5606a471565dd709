"""Organisations that rent: found by a few letters, created in the flow, never twice for one SIREN."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, similarity, tidy
from desk.work import Unit, Work
from models.catalogue import PriceCategory
from models.journal import Stream
from models.organisations import Organisation

NAME_LIMIT = 120
_ALIKE = 94


@dataclass(frozen=True)
class OrganisationFound:
    """An organisation as the counter shows it."""

    id: str
    name: str
    siren: str
    category: PriceCategory
    contact: str = ""


@dataclass(frozen=True)
class NewOrganisation:
    """An organisation that nobody knows yet; `siren` may be empty (an association need not have one)."""

    name: str
    category: PriceCategory
    siren: str = ""
    contact: str = ""


class Organisations:
    """The outside bodies the house knows."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @staticmethod
    def objection(wanted: NewOrganisation) -> Refused | None:
        """Why this organisation could not be named on a receipt, None when it could."""
        return objection(wanted)

    def find(self, text: str, limit: int = 6) -> tuple[OrganisationFound, ...]:
        """The best matches of a few letters or of a SIREN, best first; nothing for an empty text."""
        wanted = searchable(text)
        if not wanted:
            return ()
        with self._work.read() as session:
            rows = session.scalars(select(Organisation)).all()
        scored = [(similarity(wanted, searchable(row.name)), row) for row in rows]
        digits = "".join(character for character in text if character.isdigit())
        if len(digits) >= 3:
            scored = [(100.0 if row.siren.startswith(digits) else score, row) for score, row in scored]
        best = sorted((pair for pair in scored if pair[0] >= 60), key=lambda pair: (-pair[0], pair[1].name))
        return tuple(_found(row) for _, row in best[:limit])


def objection(wanted: NewOrganisation) -> Refused | None:
    """Why this organisation could not be named on a receipt, None when it could."""
    if not tidy(wanted.name, NAME_LIMIT):
        return Refused("no_name", translate("Organisations", "Donnez le nom de l’organisation."))
    return siren_problem("".join(wanted.siren.split()))


def siren_problem(siren: str) -> Refused | None:
    """Why a SIREN is not one (nine digits with a right check digit, INSEE), None when it is empty or right."""
    from stdnum.exceptions import ValidationError
    from stdnum.fr import siren as rule

    if not siren:
        return None
    try:
        rule.validate(siren)
    except ValidationError:
        sentence = translate(
            "Organisations",
            "«\u00a0{siren}\u00a0» n’est pas un SIREN\u00a0: neuf chiffres, dont un de contrôle. Vérifiez-le.",
        )
        return Refused("siren", sentence.format(siren=siren))
    return None


def find_or_create(unit: Unit, wanted: NewOrganisation) -> OrganisationFound | Refused:
    """The organisation of that SIREN or of that very name, made when there is none, inside `unit`."""
    name = tidy(wanted.name, NAME_LIMIT)
    siren = "".join(wanted.siren.split())
    refused = objection(wanted)
    if refused is not None:
        return refused
    known = _known(unit.session, name, siren)
    if known is not None:
        return _found(known)
    row = Organisation(
        id=new_id(),
        name=name,
        siren=siren,
        category=wanted.category,
        contact=tidy(wanted.contact, NAME_LIMIT),
        created_at=unit.now,
    )
    unit.session.add(row)
    unit.record(
        Stream.OPERATIONS,
        "organisation.created",
        {"schema": 1, "id": row.id, "name": name, "siren": siren, "category": wanted.category.value},
    )
    unit.changed(Topic.PEOPLE)
    return _found(row)


def _known(session: Session, name: str, siren: str) -> Organisation | None:
    if siren:
        found = session.scalar(select(Organisation).where(Organisation.siren == siren))
        if found is not None:
            return found
    wanted = searchable(name)
    for row in session.scalars(select(Organisation)):
        # Two different SIRENs are two bodies, however alike their names.
        if (not siren or not row.siren) and similarity(wanted, searchable(row.name), whole=True) >= _ALIKE:
            return row
    return None


def _found(row: Organisation) -> OrganisationFound:
    return OrganisationFound(row.id, row.name, row.siren, row.category, row.contact)
