"""Two files of one body become one, and nothing of what was done with either is lost.

What refers to the merged one now refers to the kept one, except sealed sales, which are never touched: the merged one
stays as an alias, through which its sales, and its old name, are found.
"""

from __future__ import annotations

from sqlalchemy import func, select, update

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.organisations.finding import unknown
from desk.organisations.values import NOTES_LIMIT, Merged
from desk.work import Unit
from models.base import Base
from models.catalogue import PriceCategory
from models.invoices import SEALED_INVOICE_TABLES
from models.journal import Stream
from models.organisations import Organisation
from models.sales import SEALED_TABLES, Sale

_COMPLETED = ("legal_form", "siren", "siret", "vat_number")
_UNTOUCHED = (*SEALED_TABLES, *SEALED_INVOICE_TABLES, Organisation.__tablename__)
_ADDRESS = ("street", "postcode", "city", "country")


def merge(unit: Unit, kept_id: str, merged_id: str) -> Merged | Refused:
    """Merge an organisation into another, inside `unit`; a manager's right. See the module for what moves."""
    kept, merged = unit.session.get(Organisation, kept_id), unit.session.get(Organisation, merged_id)
    if kept is None or merged is None:
        return unknown()
    refused = _objection(kept, merged)
    if refused is not None:
        return refused
    sales = unit.session.scalar(select(func.count()).select_from(Sale).where(Sale.organisation_id == merged.id)) or 0
    moved = _move(unit, kept.id, merged.id)
    _complete(unit, kept, merged)
    merged.merged_into, merged.archived_at = kept.id, unit.now
    unit.session.flush()
    body = {
        "schema": 1, "kept": {"id": kept.id, "name": kept.name, "siren": kept.siren},
        "merged": {"id": merged.id, "name": merged.name}, "moved": moved, "sales": sales,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "organisation.merged", body)
    unit.changed(Topic.PEOPLE, Topic.BOOKINGS)
    return Merged(
        kept.id, kept.name, merged.name, moved.get("booking", 0), moved.get("quote", 0),
        moved.get("organisation_contact", 0), sales,
    )  # fmt: skip


def _objection(kept: Organisation, merged: Organisation) -> Refused | None:
    if kept.id == merged.id or kept.merged_into or merged.merged_into:
        return Refused("merged", translate("Organisations", "Ces deux fiches n’en font déjà qu’une."))
    if kept.siren and merged.siren and kept.siren != merged.siren:
        sentence = translate(
            "Organisations",
            "{kept} et {merged} ont deux SIREN différents\u00a0: ce sont deux organisations, qui le restent.",
        )
        return Refused("two_sirens", sentence.format(kept=kept.name, merged=merged.name))
    return None


def _move(unit: Unit, kept_id: str, merged_id: str) -> dict[str, int]:
    """Every row that refers to the merged one refers to the kept one, whatever table it is in; how many, by table."""
    moved: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in _UNTOUCHED:
            continue
        for column in table.columns:
            if any(key.column is Organisation.__table__.c.id for key in column.foreign_keys):
                changed = unit.session.connection().execute(
                    update(table).where(column == merged_id).values({column.name: kept_id})
                )
                moved[table.name] = moved.get(table.name, 0) + changed.rowcount
    # Those that were merged into it before follow too, so that an alias always leads straight to the body.
    unit.session.execute(update(Organisation).where(Organisation.merged_into == merged_id).values(merged_into=kept_id))
    return {name: count for name, count in moved.items() if count}


def _complete(unit: Unit, kept: Organisation, merged: Organisation) -> None:
    """What the kept one did not know, it learns from the other."""
    learnt = {name: getattr(merged, name) for name in _COMPLETED if not getattr(kept, name)}
    if not kept.street and not kept.city:
        learnt |= {name: getattr(merged, name) for name in _ADDRESS}
    if kept.category is merged.category is PriceCategory.SOLIDARITY and not kept.justification:
        learnt["justification"] = merged.justification
    # A SIREN is of one row at a time: it leaves the alias before it reaches the body.
    merged.siren = ""
    unit.session.flush()
    for name, value in learnt.items():
        setattr(kept, name, value)
    kept.notes = "\n".join(text for text in (kept.notes, merged.notes) if text)[:NOTES_LIMIT]
    unit.session.flush()
