"""Writing an import, whole or not at all, and taking the whole of it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Select, delete, insert, select, update
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day
from desk.errors import Refused, Remedy
from desk.ids import new_id
from desk.imports.columns import Field
from desk.imports.entries import MemberEntry
from desk.imports.preview import ImportPreview
from desk.language import translate
from desk.registry import next_number
from desk.rights import Act, may, refusal
from desk.work import Operator, Unit
from models.base import Base
from models.cards import Card
from models.imports import ImportedMember, MemberImport
from models.journal import Stream
from models.membership import Membership, Plan
from models.people import Member, MemberStatus
from models.visits import RefusedScan

NAMED_AT_MOST = 3
GRANTING = frozenset({Field.PLAN, Field.CARD})
"""What a column gives without a sale: a manager's right, as granting a plan is at the desk."""


@dataclass(frozen=True)
class ImportDone:
    """What an import wrote, and what it left out."""

    id: str
    members: int
    memberships: int
    cards: int
    known: int
    faulty: int


@dataclass(frozen=True)
class ImportUndone:
    """How many members went with the import, and how many stayed because they had come or bought."""

    members: int
    kept: int


def objection(operator: Operator, preview: ImportPreview) -> Refused | None:
    """Why `operator` may not import this file as its columns are understood; None when they may."""
    if GRANTING.isdisjoint(preview.mapping) or may(operator, Act.IMPORT_PLANS):
        return None
    sentence = translate(
        "Imports",
        "Ce fichier donne des formules ou des cartes\u00a0: seul·e un·e gérant·e peut l’importer. Demandez-lui, ou"
        " laissez ces colonnes de côté.",
    )
    return Refused("right", sentence)


def apply(unit: Unit, preview: ImportPreview, *, rest: bool, alike: bool) -> ImportDone | Refused:
    """Write the good lines in this unit of work, and those that are only alike when `alike` says so."""
    refused = objection(unit.operator, preview)
    if refused is not None:
        return refused
    if unit.session.get(MemberImport, preview.id) is not None:
        return Refused("already", translate("Imports", "Cet import est déjà fait."))
    if preview.faulty and not rest:
        sentence = translate("Imports", "{count} lignes sont fautives\u00a0: rien n’a été importé.")
        return Refused("faulty", sentence.format(count=len(preview.faulty)))
    lines = (*preview.good, *(preview.alike if alike else ()))
    entries = [line.entry for line in sorted(lines, key=lambda line: line.line) if line.entry is not None]
    if not entries:
        return Refused("nothing", translate("Imports", "Il n’y a personne à importer."))
    if _changed_since(unit.session, entries):
        return Refused(
            "changed", translate("Imports", "Les membres ont changé depuis cet aperçu\u00a0: regardez-le à nouveau.")
        )
    return _write(unit, preview, entries)


def _changed_since(session: Session, entries: list[MemberEntry]) -> bool:
    """Whether someone took a number, an address or a card since the preview, or a plan is no longer sold."""
    numbers = set(session.scalars(select(Member.number)))
    emails = {email.lower() for email in session.scalars(select(Member.email)) if email}
    cards = set(session.scalars(select(Card.code)))
    plans = {"", *session.scalars(select(Plan.code))}
    return any(
        entry.number in numbers
        or entry.email.lower() in emails
        or entry.card in cards
        or entry.plan_code not in plans
        for entry in entries
    )  # fmt: skip


def _write(unit: Unit, preview: ImportPreview, entries: list[MemberEntry]) -> ImportDone:
    given = [entry.number for entry in entries if entry.number is not None]
    free = max([next_number(unit.session), *(number + 1 for number in given)])
    today = local_day(unit.now, unit.site.timezone)
    last = 0
    members: list[dict[str, object]] = []
    memberships: list[dict[str, object]] = []
    cards: list[dict[str, object]] = []
    brought: list[dict[str, object]] = []
    for entry in entries:
        number, member_id, membership_id = entry.number, new_id(), ""
        if number is None:
            number, free = free, free + 1
        last = max(last, number)
        members.append(
            {
                "id": member_id, "number": number, "given_name": entry.given, "family_name": entry.family,
                "email": entry.email, "phone": entry.phone, "message": entry.message, "blocked_reason": "",
                "status": MemberStatus(entry.status), "joined_on": entry.joined or entry.valid_from or today,
                "named_on_plan": entry.named, "usual_space_id": None, "erased_at": None,
            }
        )  # fmt: skip
        if entry.plan_code:
            membership_id = new_id()
            memberships.append(
                {
                    "id": membership_id, "member_id": member_id, "plan_code": entry.plan_code,
                    "valid_from": entry.valid_from, "valid_until": entry.valid_until, "units_left": entry.units,
                }
            )  # fmt: skip
        if entry.card:
            cards.append({"code": entry.card, "member_id": member_id, "issued_at": unit.now, "revoked_reason": ""})
        brought.append(
            {"member_id": member_id, "import_id": preview.id, "membership_id": membership_id, "card_code": entry.card}
        )
    done = ImportDone(
        preview.id, len(members), len(memberships), len(cards),
        len(preview.known) + len(preview.alike) - (len(entries) - len(preview.good)), len(preview.faulty),
    )  # fmt: skip
    unit.session.add(_batch(unit, preview, done, last))
    unit.session.flush()
    for table, rows in ((Member, members), (Membership, memberships), (Card, cards), (ImportedMember, brought)):
        if rows:
            unit.session.execute(insert(table), rows)
    body = {
        "schema": 1, "import": preview.id, "file_sha256": preview.sha256, "members": done.members,
        "memberships": done.memberships, "cards": done.cards, "known": done.known, "faulty": done.faulty,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "members.imported", body)
    unit.changed(Topic.PEOPLE)
    return done


def _batch(unit: Unit, preview: ImportPreview, done: ImportDone, last_number: int) -> MemberImport:
    return MemberImport(
        id=preview.id, at=unit.now, file_name=preview.file_name, members=done.members, memberships=done.memberships,
        cards=done.cards, known=done.known, faulty=done.faulty, last_number=last_number,
    )  # fmt: skip


# --- taking back ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ImportListed:
    """An import of the past that can still be taken back; `at` is aware, UTC."""

    id: str
    at: datetime
    file_name: str
    members: int


def listed(session: Session, limit: int) -> tuple[ImportListed, ...]:
    """The last imports that were not taken back, the newest first."""
    rows = session.scalars(
        select(MemberImport).where(MemberImport.undone_at.is_(None)).order_by(MemberImport.at.desc()).limit(limit)
    )
    return tuple(ImportListed(row.id, row.at, row.file_name, row.members) for row in rows)


def undo(unit: Unit, import_id: str, *, keep_active: bool) -> ImportUndone | Refused:
    """Take the import back; refused when one of its members has come or bought, unless those are to stay.

    Taking plans or cards away is a manager's right, as giving them was.
    """
    batch = unit.session.get(MemberImport, import_id)
    if batch is None or batch.undone_at is not None:
        return Refused("no_import", translate("Imports", "Cet import n’est plus là\u00a0: il a déjà été annulé."))
    refused = refusal(unit.operator, Act.IMPORT_PLANS) if batch.memberships or batch.cards else None
    if refused is not None:
        return refused
    brought = set(unit.session.scalars(_brought_by(import_id)))
    active = _active(unit.session, import_id)
    if active and not keep_active:
        return _they_stay(unit.session, active, len(brought - active))
    batch.undone_at = unit.now
    unit.session.flush()
    _remove(unit.session, import_id, active)
    undone = ImportUndone(len(brought - active), len(active))
    body = {"schema": 1, "import": import_id, "members": undone.members, "kept": undone.kept}
    unit.record(Stream.OPERATIONS, "members.import_undone", body)
    unit.changed(Topic.PEOPLE)
    return undone


def _brought_by(import_id: str) -> Select[str]:
    return select(ImportedMember.member_id).where(ImportedMember.import_id == import_id)


def _references() -> Iterator[tuple[Column[str], ColumnElement[bool] | None]]:
    """Every column that refers to a member, whichever table it is in, and what of it an import writes itself."""
    own: dict[str, ColumnElement[bool]] = {
        "membership": Membership.id.not_in(select(ImportedMember.membership_id)),
        "card": Card.code.not_in(select(ImportedMember.card_code)),
    }
    for table in Base.metadata.sorted_tables:
        # A refused scan is no visit: it stays, and forgets whose it was.
        if table.name in ("imported_member", "refused_scan"):
            continue
        for column in table.columns:
            if any(key.target_fullname == "member.id" for key in column.foreign_keys):
                yield column, own.get(table.name)


def _active(session: Session, import_id: str) -> set[str]:
    """The members of the import to whom something else refers by now: a visit, a plan they bought, a booking."""
    active: set[str] = set()
    for column, not_own in _references():
        found = select(column).where(column.in_(_brought_by(import_id)))
        active.update(session.scalars(found if not_own is None else found.where(not_own)))
    return active


def _they_stay(session: Session, active: set[str], others: int) -> Refused:
    """The refusal that names those who came or bought, and offers to take the others back."""
    rows = session.scalars(select(Member).where(Member.id.in_(active)).order_by(Member.number)).all()
    names = ", ".join(row.name for row in rows[:NAMED_AT_MOST])
    if len(rows) == 1:
        pattern = translate("Imports", "{names} est venu·e ou a acheté depuis : l’import ne s’annule plus en entier.")
    elif len(rows) <= NAMED_AT_MOST:
        pattern = translate(
            "Imports", "{names} sont venu·e·s ou ont acheté depuis : l’import ne s’annule plus en entier."
        )
    else:
        pattern = translate(
            "Imports",
            "{names} et {count} autres sont venu·e·s ou ont acheté depuis : l’import ne s’annule plus en entier.",
        )
    sentence = pattern.format(names=names, count=len(rows) - NAMED_AT_MOST)
    if not others:
        return Refused("active", sentence)
    remedy = translate("Imports", "Annuler pour les {count} autres").format(count=others)
    return Refused("active", sentence, (Remedy("undo_others", remedy),))


def _remove(session: Session, import_id: str, staying: set[str]) -> None:
    """Take the rows of the import away, but for the members that stay."""
    session.execute(delete(ImportedMember).where(ImportedMember.member_id.in_(staying)))
    going = _brought_by(import_id)
    session.execute(update(RefusedScan).where(RefusedScan.member_id.in_(going)).values(member_id=None))
    for table, column in ((Membership, Membership.member_id), (Card, Card.member_id), (Member, Member.id)):
        session.execute(delete(table).where(column.in_(going)), execution_options={"synchronize_session": False})
    session.execute(delete(ImportedMember).where(ImportedMember.import_id == import_id))
