"""The invoices of a year as files: each PDF under its number, and their list for whoever keeps the accounts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select

from desk import workbooks
from desk.accounts import tables
from desk.errors import EnvironmentFault, Refused
from desk.invoices.papers import SUFFIX, pdf_of
from desk.invoices.values import Exported
from desk.language import translate
from desk.progress import Tell, nobody
from desk.simulation import named
from desk.work import Work
from models.invoices import Invoice, InvoiceKind

LIST_NAME = "{year}.csv"
_HEADER = (
    "Numéro", "Nature", "Émise le", "Échéance", "Client", "Total TTC", "Payé à l’émission", "Avoir sur", "Fichier",
)  # fmt: skip
_KINDS = {InvoiceKind.INVOICE: "facture", InvoiceKind.CREDIT_NOTE: "avoir"}


def export(work: Work, year: int, folder: Path, tell: Tell = nobody) -> Exported:
    """Write every document issued in a year, and their list. Raises `EnvironmentFault` when it cannot be written."""
    _make(folder)
    with work.read() as session:
        site = work.site(session)
        first, last = date(year, 1, 1), date(year, 12, 31)
        mine = select(Invoice).where(Invoice.issued_on.between(first, last)).order_by(Invoice.sequence)
        rows = session.scalars(mine).all()
        credited = select(Invoice.id, Invoice.number).where(Invoice.id.in_([row.credits_id for row in rows]))
        numbers = dict(session.execute(credited).all())
    for place, row in enumerate(rows, 1):
        made = pdf_of(work, row.id)
        assert not isinstance(made, Refused), "it was read a moment ago, and is never deleted"
        workbooks.write_bytes(folder / f"{row.number}{SUFFIX}", made)
        tell(place / len(rows))
    listed = tuple(_line(row, numbers.get(row.credits_id or "", "")) for row in rows)
    table = tables.as_csv(tables.Table("Factures", _HEADER, listed))
    workbooks.write_bytes(named(site, folder / LIST_NAME.format(year=year)), table)
    return Exported(len(rows), str(folder))


def _line(row: Invoice, credits: str) -> tuple[tables.Cell, ...]:
    """A document as the other exports write one: in French, amounts in euros."""
    return (
        row.number, _KINDS[row.kind], row.issued_on.isoformat(), row.due_on.isoformat(), row.customer,
        tables.euros(row.total_cents), tables.euros(row.paid_cents), credits, f"{row.number}{SUFFIX}",
    )  # fmt: skip


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            translate("Invoicing", "Le dossier {folder} ne peut pas être créé.").format(folder=folder),
            safe=translate("Invoicing", "Rien n’a été modifié."),
            todo=translate("Invoicing", "Choisissez un autre dossier."),
            code="export_folder",
        ) from error
