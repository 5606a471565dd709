"""The file of an organisation: shown, made, corrected, put away; every word of it checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day
from desk.countries import countries
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.organisations import contacts, finding
from desk.organisations.deals import deals_of
from desk.organisations.numbers import bare, siren_problem, siret_problem, vat_problem
from desk.organisations.values import (
    LONGEST_TERM,
    NAME_LIMIT,
    NOTES_LIMIT,
    WORDS_LIMIT,
    OrganisationEdit,
    OrganisationFile,
    OrganisationListed,
)
from desk.tax_sides import reads_on
from desk.work import Unit
from models.catalogue import PriceCategory
from models.journal import Stream
from models.organisations import HOME_COUNTRY, Organisation, OrganisationContact
from models.site import Site

_FIELDS = tuple(OrganisationEdit.__dataclass_fields__)


def words_of(row: Organisation) -> OrganisationEdit:
    """What a file says."""
    return OrganisationEdit(**{name: getattr(row, name) for name in _FIELDS})


def file_of(session: Session, site: Site, now: datetime, organisation_id: str) -> OrganisationFile | None:
    """The file of an organisation (of the one it was merged into), None for nobody."""
    row = finding.living(session, organisation_id)
    if row is None:
        return None
    zone = site.timezone
    aliases = session.scalars(
        select(Organisation.name).where(Organisation.merged_into == row.id).order_by(Organisation.name)
    )
    side = reads_on(session, row.category, now)
    resembling = list(finding.alike(session, row.name, row.siren, but=row.id))[:3]
    return OrganisationFile(
        row.id, words_of(row), contacts.of(session, row.id), tuple(aliases),
        finding.all_found(session, resembling), deals_of(session, zone, row.id),
        local_day(row.created_at, zone),
        local_day(row.archived_at, zone) if row.archived_at else None, side,
    )  # fmt: skip


def everyone(session: Session) -> tuple[OrganisationListed, ...]:
    """All of them, by name; those that were merged into another are that other."""
    named = select(
        OrganisationContact.organisation_id,
        OrganisationContact.name,
        OrganisationContact.email,
        OrganisationContact.phone,
    ).order_by(OrganisationContact.noted_at, OrganisationContact.id)
    first: dict[str, str] = {}
    for organisation_id, *texts in session.execute(named):
        first.setdefault(organisation_id, next((text for text in texts if text), ""))
    rows = session.scalars(select(Organisation).where(Organisation.merged_into.is_(None)).order_by(Organisation.name))
    return tuple(
        OrganisationListed(
            row.id, row.name, row.siren, row.city, row.category, first.get(row.id, ""),
            row.category is PriceCategory.SOLIDARITY and not row.justification, row.archived_at is not None,
        )
        for row in rows
    )  # fmt: skip


def clean(edit: OrganisationEdit) -> OrganisationEdit:
    """The words without what nobody typed on purpose; a SIRET alone tells its SIREN."""
    siren, siret = bare(edit.siren), bare(edit.siret)
    return replace(
        edit, name=tidy(edit.name, NAME_LIMIT), justification=tidy(edit.justification, WORDS_LIMIT),
        legal_form=tidy(edit.legal_form, WORDS_LIMIT), siren=siren or siret[:9], siret=siret,
        vat_number=bare(edit.vat_number).upper(), street=tidy(edit.street, WORDS_LIMIT),
        postcode=tidy(edit.postcode, 12), city=tidy(edit.city, WORDS_LIMIT),
        notes=edit.notes.strip()[:NOTES_LIMIT],
    )  # fmt: skip


def objection(session: Session, edit: OrganisationEdit, but: str = "") -> Refused | None:
    """Why a clean file could not be kept, None when it could; `but` is the organisation that it is of."""
    if not edit.name:
        return Refused("no_name", translate("Organisations", "Donnez le nom de l’organisation."))
    refused = (
        siren_problem(edit.siren)
        or siret_problem(edit.siret, edit.siren)
        or vat_problem(edit.vat_number, edit.country, edit.siren)
        or _terms_problem(edit)
    )
    if refused is not None:
        return refused
    return finding.siren_of_another(session, edit.siren, but)


def _terms_problem(edit: OrganisationEdit) -> Refused | None:
    if edit.country not in countries():
        return Refused("country", translate("Organisations", "Choisissez un pays de la liste."))
    if edit.country == HOME_COUNTRY and edit.postcode and not (edit.postcode.isdigit() and len(edit.postcode) == 5):
        sentence = translate("Organisations", "«\u00a0{postcode}\u00a0» n’est pas un code postal\u00a0: cinq chiffres.")
        return Refused("postcode", sentence.format(postcode=edit.postcode))
    if not 0 <= edit.payment_days <= LONGEST_TERM:
        sentence = translate("Organisations", "La loi limite le délai de paiement à {days} jours.")
        return Refused("payment_days", sentence.format(days=LONGEST_TERM))
    if edit.category is PriceCategory.SOLIDARITY and not edit.justification:
        sentence = translate(
            "Organisations", "Dites pourquoi le tarif solidaire\u00a0: agrément ESUS, statut d’association…"
        )
        return Refused("no_reason", sentence)
    return None


def create(unit: Unit, edit: OrganisationEdit, *, is_another: bool) -> str | Refused:
    """A new file, inside `unit`; the answer is its id. `is_another` confirms that it is none of those alike."""
    edit = clean(edit)
    refused = objection(unit.session, edit)
    if refused is not None:
        return refused
    resembling = None if is_another else next(finding.alike(unit.session, edit.name, edit.siren), None)
    if resembling is not None:
        sentence = translate("Organisations", "{name} est déjà connue, et lui ressemble.")
        return Refused("alike", sentence.format(name=resembling.name), (finding.open_file(resembling),))
    row = Organisation(id=new_id(), created_at=unit.now, **vars(edit))
    unit.session.add(row)
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "organisation.created", {"schema": 2, "id": row.id, **_facts(edit)})
    unit.changed(Topic.PEOPLE)
    return row.id


def correct(unit: Unit, organisation_id: str, edit: OrganisationEdit) -> Refused | None:
    """Correct a file, inside `unit`; the journal keeps what changed."""
    row = finding.living(unit.session, organisation_id)
    if row is None:
        return finding.unknown()
    edit = clean(edit)
    refused = objection(unit.session, edit, but=row.id)
    if refused is not None:
        return refused
    before = words_of(row)
    changed = {name: value for name, value in _facts(edit).items() if value != _facts(before)[name]}
    for name in _FIELDS:
        setattr(row, name, getattr(edit, name))
    if changed:
        unit.record(Stream.OPERATIONS, "organisation.edited", {"schema": 1, "id": row.id, "changed": changed})
        unit.changed(Topic.PEOPLE)
    return None


def put_away(unit: Unit, organisation_id: str, *, away: bool) -> Refused | None:
    """Put an organisation away, or take it out again: what is away is not offered any more."""
    row = finding.living(unit.session, organisation_id)
    if row is None:
        return finding.unknown()
    if (row.archived_at is not None) != away:
        row.archived_at = unit.now if away else None
        body = {"schema": 1, "id": row.id, "name": row.name, "archived": away}
        unit.record(Stream.OPERATIONS, "organisation.archived", body)
        unit.changed(Topic.PEOPLE)
    return None


def _facts(edit: OrganisationEdit) -> dict[str, object]:
    return {**vars(edit), "category": edit.category.value}
