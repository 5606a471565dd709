"""The members as a workbook whose columns are those of an import, so that it can be imported back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import workbooks
from desk.imports.columns import Field, words
from desk.imports.entries import status_words
from desk.language import translate
from desk.workbooks import Cell
from models.cards import Card
from models.membership import Membership, Plan
from models.people import Member

FIELDS = (
    Field.NUMBER, Field.GIVEN, Field.FAMILY, Field.EMAIL, Field.PHONE, Field.JOINED, Field.STATUS, Field.PLAN,
    Field.FROM, Field.UNTIL, Field.UNITS, Field.CARD, Field.NAMED, Field.MESSAGE,
)  # fmt: skip


@dataclass(frozen=True)
class MembersExported:
    """The file that was written, and how many members are in it."""

    path: Path
    members: int


def rows(session: Session, day: date) -> tuple[tuple[Cell, ...], ...]:
    """Every member who has not been erased, with the plan in force on `day` (else the last one) and the card."""
    plans = {plan.code: plan for plan in session.scalars(select(Plan))}
    held: dict[str, Membership] = {}
    for membership in session.scalars(select(Membership)):
        best = held.get(membership.member_id)
        if best is None or _rank(membership, day) > _rank(best, day):
            held[membership.member_id] = membership
    in_force = session.execute(select(Card.member_id, Card.code).where(Card.revoked_at.is_(None)))
    cards = {row.member_id: row.code for row in in_force}
    members = session.scalars(select(Member).where(Member.erased_at.is_(None)).order_by(Member.number))
    return tuple(_row(member, held.get(member.id), plans, cards.get(member.id, "")) for member in members)


def _rank(membership: Membership, day: date) -> tuple[bool, date, date]:
    return membership.covers(day), membership.valid_until, membership.valid_from


def _row(member: Member, held: Membership | None, plans: dict[str, Plan], card: str) -> tuple[Cell, ...]:
    plan = plans[held.plan_code] if held is not None else None
    cells: dict[Field, Cell] = {
        Field.NUMBER: member.number,
        Field.GIVEN: member.given_name,
        Field.FAMILY: member.family_name,
        Field.EMAIL: member.email,
        Field.PHONE: member.phone,
        Field.JOINED: member.joined_on,
        Field.STATUS: status_words()[member.status.value],
        Field.CARD: card,
        Field.NAMED: translate("Imports", "oui") if member.named_on_plan else translate("Imports", "non"),
        Field.MESSAGE: member.message,
    }
    if held is not None and plan is not None:
        units = held.units_left if plan.kind.is_book else None
        cells |= {
            Field.PLAN: plan.name, Field.FROM: held.valid_from, Field.UNTIL: held.valid_until, Field.UNITS: units,
        }  # fmt: skip
    return tuple(cells.get(field) for field in FIELDS)


def write(path: Path, title: str, members: tuple[tuple[Cell, ...], ...]) -> None:
    """Write the workbook; raises `EnvironmentFault` when the file cannot be written."""
    titles = words()
    header = tuple(titles[field] for field in FIELDS)
    workbooks.write(path, [(title, header, members)])
