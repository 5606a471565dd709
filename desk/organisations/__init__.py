"""Organisations that rent: found by a few letters, made in the flow, corrected, merged, put away; contacts."""

from __future__ import annotations

import json
from pathlib import Path

from desk import workbooks
from desk.errors import Refused
from desk.organisations import contacts, files, finding, merging
from desk.organisations.finding import find_or_create
from desk.organisations.numbers import grouped, proposed_vat
from desk.organisations.values import (
    LEGAL_FORMS,
    LONGEST_TERM,
    NAME_LIMIT,
    NOTES_LIMIT,
    WORDS_LIMIT,
    Contact,
    ContactEdit,
    Deal,
    Merged,
    NewOrganisation,
    OrganisationEdit,
    OrganisationFile,
    OrganisationFound,
    OrganisationListed,
)
from desk.redaction import sweep
from desk.rights import Act, needs
from desk.simulation import named
from desk.work import Work
from models.journal import Stream
from models.organisations import Organisation, OrganisationContact

__all__ = [
    "LEGAL_FORMS",
    "LONGEST_TERM",
    "NAME_LIMIT",
    "NOTES_LIMIT",
    "WORDS_LIMIT",
    "Contact",
    "ContactEdit",
    "Deal",
    "Merged",
    "NewOrganisation",
    "OrganisationEdit",
    "OrganisationFile",
    "OrganisationFound",
    "OrganisationListed",
    "Organisations",
    "find_or_create",
    "grouped",
    "proposed_vat",
]


class Organisations:
    """The outside bodies the house knows."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @staticmethod
    def objection(wanted: NewOrganisation) -> Refused | None:
        """Why this organisation could not be named on a receipt, None when it could."""
        return finding.objection(wanted)

    def find(self, text: str, limit: int = 6) -> tuple[OrganisationFound, ...]:
        """The best matches of a few letters or of a SIREN, best first; nothing for an empty text."""
        with self._work.read() as session:
            return finding.find(session, text, limit)

    def meant(self, wanted: NewOrganisation) -> OrganisationFound | None:
        """The known organisation that this name or SIREN already is, None for a new one."""
        with self._work.read() as session:
            return finding.meant(session, wanted)

    def everyone(self) -> tuple[OrganisationListed, ...]:
        """All of them by name, those put away included."""
        with self._work.read() as session:
            return files.everyone(session)

    def file(self, organisation_id: str) -> OrganisationFile | None:
        """The file of an organisation, None for nobody."""
        with self._work.read() as session:
            return files.file_of(session, self._work.site(session), self._work.clock.now(), organisation_id)

    @needs(Act.ORGANISATIONS)
    def create(self, edit: OrganisationEdit, *, is_another: bool = False) -> str | Refused:
        """A new file; the answer is its id. `is_another` confirms that it is none of those alike."""
        with self._work.write() as unit:
            return files.create(unit, edit, is_another=is_another)

    @needs(Act.ORGANISATIONS)
    def correct(self, organisation_id: str, edit: OrganisationEdit) -> Refused | None:
        """Correct a file."""
        with self._work.write() as unit:
            return files.correct(unit, organisation_id, edit)

    @needs(Act.ORGANISATIONS)
    def put_away(self, organisation_id: str, *, away: bool) -> Refused | None:
        """Put an organisation away, or take it out again."""
        with self._work.write() as unit:
            return files.put_away(unit, organisation_id, away=away)

    @needs(Act.MERGE_ORGANISATIONS)
    def merge(self, kept_id: str, merged_id: str) -> Merged | Refused:
        """Merge an organisation into another, without losing history; a manager's right."""
        with self._work.write() as unit:
            return merging.merge(unit, kept_id, merged_id)

    # --- contacts ----------------------------------------------------------------------------------------------

    @needs(Act.ORGANISATIONS)
    def note_contact(self, organisation_id: str, words: ContactEdit, contact_id: str = "") -> str | Refused:
        """Note a contact of an organisation, or correct the one of that id; the answer is its id."""
        with self._work.write() as unit:
            row = finding.living(unit.session, organisation_id)
            return finding.unknown() if row is None else contacts.note(unit, row.id, words, contact_id)

    @needs(Act.GIVE_DATA)
    def export_contact(self, contact_id: str, path: Path) -> Path | Refused:
        """Write all that is held about a contact, as JSON. Raises `EnvironmentFault` when it cannot be written."""
        path = workbooks.ending(path, ".json")
        with self._work.read() as session:
            row = session.get(OrganisationContact, contact_id)
            if row is None:
                return finding.unknown()
            path = named(self._work.site(session), path)
            body = session.get_one(Organisation, row.organisation_id)
            held = {
                "organisation": body.name, "name": row.name, "role": row.role, "email": row.email, "phone": row.phone,
                "noted": row.noted_at.isoformat(),
                "journal": [
                    {"sequence": sequence, "act": act, "at": at}
                    for sequence, act, at in contacts.acts(session, contact_id)
                ],
            }  # fmt: skip
        workbooks.write_text(path, json.dumps(held, ensure_ascii=False, indent=2))
        with self._work.write() as unit:
            unit.record(Stream.OPERATIONS, "privacy.exported", {"schema": 1, "contact": contact_id})
        return path

    @needs(Act.ERASE_DATA)
    def forget_contact(self, contact_id: str) -> int | Refused:
        """Erase a contact for good, in the journal too; a manager's right. The answer: records that were blanked."""
        with self._work.write() as unit:
            row = unit.session.get(OrganisationContact, contact_id)
            if row is None:
                return finding.unknown()
            records = contacts.forget(unit, row, "erasure")
        sweep(self._work.engine)
        return records
