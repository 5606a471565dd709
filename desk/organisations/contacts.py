"""The people who answer for an organisation. Their data are shown, taken away, corrected and forgotten like a member's.

The journal names them in records of their own (`contact.*`), so that forgetting one blanks nothing about the body.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desk import record_words
from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import is_email, tidy
from desk.organisations.values import WORDS_LIMIT, Contact, ContactEdit
from desk.redaction import redact
from desk.work import Unit
from models.journal import Stream
from models.organisations import Organisation, OrganisationContact

Held = tuple[str, str, str, str, str, datetime]
"""A body, then a name, a role, an address, a telephone, and since when they are noted."""

_TRACES = (
    "SELECT sequence, kind, at FROM journal WHERE stream = 'operations' AND length(body) > 0 AND kind LIKE 'contact.%'"
    " AND instr(body, ?) > 0 ORDER BY sequence"
)


def of_line(line: str) -> ContactEdit:
    """A contact written on one line: an e-mail address, or a name."""
    text = tidy(line, WORDS_LIMIT)
    is_address = "@" in text and " " not in text
    return ContactEdit("", email=text) if is_address else ContactEdit(text)


def clean(words: ContactEdit) -> ContactEdit:
    """The words without what nobody typed on purpose."""
    return ContactEdit(*(tidy(text, WORDS_LIMIT) for text in (words.name, words.role, words.email, words.phone)))


def objection(words: ContactEdit) -> Refused | None:
    """Why these words are no contact, None when they are."""
    if not words.name and not words.email and not words.phone:
        sentence = translate("Contacts", "Donnez un nom, une adresse électronique ou un téléphone.")
        return Refused("no_contact", sentence)
    if words.email and not is_email(words.email):
        sentence = translate("Contacts", "«\u00a0{email}\u00a0» n’est pas une adresse électronique.")
        return Refused("email", sentence.format(email=words.email))
    return None


def note(unit: Unit, organisation_id: str, words: ContactEdit, contact_id: str = "") -> str | Refused:
    """Note a contact, or correct the one of that id, inside `unit`; the answer is its id."""
    words = clean(words)
    row = unit.session.get(OrganisationContact, contact_id) if contact_id else None
    if contact_id and row is None:
        return Refused("no_contact", translate("Contacts", "Ce contact n’est plus là."))
    refused = objection(words)
    # What stood in an older file stays readable, even when it is no address.
    if refused is not None and (row is None or refused.code == "no_contact"):
        return refused
    if row is None:
        row = OrganisationContact(id=new_id(), organisation_id=organisation_id, noted_at=unit.now, **vars(words))
        unit.session.add(row)
    else:
        for name, value in vars(words).items():
            setattr(row, name, value)
    unit.session.flush()
    body = {"schema": 1, "contact": row.id, "organisation": row.organisation_id, **vars(words)}
    unit.record(Stream.OPERATIONS, "contact.noted", body)
    unit.changed(Topic.PEOPLE)
    return row.id


def of(session: Session, organisation_id: str) -> tuple[Contact, ...]:
    """The contacts of an organisation, the first noted first."""
    rows = session.scalars(
        select(OrganisationContact)
        .where(OrganisationContact.organisation_id == organisation_id)
        .order_by(OrganisationContact.noted_at, OrganisationContact.id)
    )
    return tuple(
        Contact(
            row.id,
            ContactEdit(row.name, row.role, row.email, row.phone),
        )
        for row in rows
    )


def first_line(session: Session, organisation_id: str) -> str:
    """The first contact in a few words, empty when there is none."""
    row = session.execute(
        select(OrganisationContact.name, OrganisationContact.email, OrganisationContact.phone)
        .where(OrganisationContact.organisation_id == organisation_id)
        .order_by(OrganisationContact.noted_at, OrganisationContact.id)
        .limit(1)
    ).first()
    return "" if row is None else next((text for text in row if text), "")


# --- a person's rights -----------------------------------------------------------------------------------------


def is_person(name: str, email: str) -> ColumnElement[bool]:
    """Whether a contact is this person: the same address, or with no address the same name."""
    same = OrganisationContact.name == name
    if not email:
        return same
    return or_(func.lower(OrganisationContact.email) == email.lower(), same & (OrganisationContact.email == ""))


def held(session: Session, zone: ZoneInfo, name: str, email: str) -> tuple[Held, ...]:
    """What is noted of a person as a contact: body, name, role, address, telephone, since when (in `zone`)."""
    rows = session.execute(
        select(Organisation.name, OrganisationContact)
        .join(Organisation, Organisation.id == OrganisationContact.organisation_id)
        .where(is_person(name, email))
        .order_by(Organisation.name)
    )
    return tuple((body, c.name, c.role, c.email, c.phone, c.noted_at.astimezone(zone)) for body, c in rows)


def acts(session: Session, contact_id: str) -> tuple[tuple[int, str, str], ...]:
    """The operational records that name a contact: sequence, what was done, when (as the journal writes it)."""
    found = session.connection().exec_driver_sql(_TRACES, (f'"contact":"{contact_id}"'.encode(),))
    return tuple((sequence, record_words.act(kind), at) for sequence, kind, at in found)


def forget(unit: Unit, row: OrganisationContact, why: str) -> int:
    """Erase a contact and blank the records that name them, inside `unit`; the answer is how many records."""
    records = redact(unit, [sequence for sequence, _, _ in acts(unit.session, row.id)], why)
    organisation_id = row.organisation_id
    unit.session.delete(row)
    unit.session.flush()
    body = {"schema": 1, "organisation": organisation_id, "records": records}
    unit.record(Stream.OPERATIONS, "contact.erased", body)
    unit.changed(Topic.PEOPLE)
    return records


def forget_person(unit: Unit, name: str, email: str, why: str) -> int:
    """Erase every contact who is this person; the answer is how many records were blanked."""
    rows = unit.session.scalars(select(OrganisationContact).where(is_person(name, email))).all()
    return sum(forget(unit, row, why) for row in rows)
