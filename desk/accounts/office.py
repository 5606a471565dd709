"""The accounts as use cases: the chart shown and changed, and the files of a year written."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desk import jet
from desk.accounts import chart as charts
from desk.accounts import fec, tables
from desk.accounts.chart import ACCOUNT_SET, Account, Chart, read_chart
from desk.accounts.entries import entries
from desk.accounts.records import FiscalYear, read_year
from desk.accounts.shares import Receipts
from desk.clock import local_day
from desk.closings.calendar import fiscal_year
from desk.errors import EnvironmentFault, Refused
from desk.language import translate
from desk.names import tidy
from desk.organisations.numbers import bare
from desk.rights import Act, needs
from desk.simulation import no_accounts
from desk.work import Work
from desk.workbooks import write as write_workbook
from desk.workbooks import write_bytes
from models.catalogue import Product
from models.journal import Stream

if TYPE_CHECKING:
    from desk.archives.making import Archives

FORMATS = ("fec", "journal", "vat", "ereporting")
FIRST_YEAR, LAST_YEAR = 2000, 2099
EXPORTED = "accounts.exported"
_LABEL_LIMIT = 60
_SIREN_DIGITS = 9


@dataclass(frozen=True)
class AccountShown:
    """One account of the chart; `is_own` when the house chose it."""

    key: str
    number: str
    label: str
    is_own: bool


@dataclass(frozen=True)
class Exported:
    """What was written: the files, how many records they come from, and what those come to, in cents.

    `lost` counts the numbers whose content a restoration could not bring back: they are in no file.
    """

    files: tuple[Path, ...]
    records: int
    total_cents: int
    lost: int = 0


_Files = dict[str, bytes]


class Accounts:
    """What the accountant asks for."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @cached_property
    def archives(self) -> Archives:
        """What is kept of a year, sealed, outside the desk."""
        from desk.archives.making import Archives

        return Archives(self._work)

    def year_now(self) -> int:
        """The calendar year in which the present fiscal year began."""
        with self._work.read() as session:
            site = self._work.site(session)
        return fiscal_year(local_day(self._work.clock.now(), site.timezone), site.fiscal_month)

    def chart(self) -> tuple[AccountShown, ...]:
        """The chart of accounts in force."""
        with self._work.read() as session:
            chart = read_chart(session)
        return tuple(AccountShown(key, one.number, one.label, own) for key, one, own in chart.everything)

    @needs(Act.EXPORT_ACCOUNTS)
    def set_account(self, key: str, number: str, label: str = "") -> AccountShown | Refused:
        """Post `key` ("vat.2000", "sales.coffee", "journal"…) to another account from the next export on.

        An empty number goes back to the default; an empty label keeps the one there is. A manager's right.
        """
        key, label = key.strip().lower(), tidy(label, _LABEL_LIMIT)
        number = "".join(number.split()).upper()
        with self._work.write() as unit:
            refused = _objection(unit.session, key, number)
            if refused is not None:
                return refused
            before = read_chart(unit.session)
            was = before.account(key)
            wanted = Account(number, label or was.label) if number else Account("", "")
            unit.record(
                Stream.TECHNICAL, ACCOUNT_SET,
                {
                    "schema": 1, "key": key, "number": wanted.number, "label": wanted.label, "by": unit.operator.name,
                    "before": {"number": was.number, "label": was.label, "own": key in before.own},
                },
            )  # fmt: skip
            now = read_chart(unit.session).account(key)
        return AccountShown(key, now.number, now.label, bool(number))

    @needs(Act.EXPORT_ACCOUNTS)
    def export(self, format_: str, year: int, folder: Path) -> Exported | Refused:
        """Write the files of one of `FORMATS` for the fiscal year begun in `year`; a manager's right, recorded."""
        if format_ not in FORMATS or not FIRST_YEAR <= year <= LAST_YEAR:
            return Refused("year", translate("Accounts", "Un exercice va de 2000 à 2099."))
        with self._work.read() as session:
            refused = no_accounts(self._work.site(session))
            if refused is not None:
                return refused
            found = read_year(session, year)
            if not found.records:
                sentence = translate("Accounts", "Rien n’a été vendu pendant l’exercice {year}.")
                return Refused("empty", sentence.format(year=year))
            siren = bare(self._work.site(session).siret)[:_SIREN_DIGITS]
            if format_ == "fec" and len(siren) != _SIREN_DIGITS:
                sentence = translate(
                    "Accounts", "Le nom du FEC porte le SIREN de la maison\u00a0: écrivez d’abord son SIRET."
                )
                return Refused("no_siren", sentence)
            writers: dict[str, Callable[[], _Files]] = {
                "fec": lambda: _fec(session, found, siren),
                "journal": lambda: _journal(session, found, folder),
                "vat": lambda: {f"tva-{year}.csv": tables.as_csv(tables.vat(found, Receipts(session)))},
                "ereporting": lambda: _reporting(session, found),
            }
            open_folder(folder)
            files = writers[format_]()
        for name, data in files.items():
            if data:
                write_bytes(folder / name, data)
        self._note(format_, year, {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files})
        total = sum(record.body["total"] for record in found.records)
        return Exported(tuple(folder / name for name in files), len(found.records), total, found.lost)

    def _note(self, format_: str, year: int, files: dict[str, str]) -> None:
        with self._work.write() as unit:
            facts = {"format": format_, "year": year, "files": files, "by": unit.operator.name}
            if format_ == "fec":
                jet.note(unit, jet.Code.EXPORTED, "fec-exported", **facts)
            else:
                unit.record(Stream.TECHNICAL, EXPORTED, {"schema": 1, **facts})


def _objection(session: Session, key: str, number: str) -> Refused | None:
    if not charts.is_key(key):
        sentence = translate(
            "Accounts", "«\u00a0{key}\u00a0» n’est pas un poste du plan\u00a0: casaco-desk accounts les liste."
        )
        return Refused("no_key", sentence.format(key=tidy(key, _LABEL_LIMIT)))
    family, _, product = key.partition(".")
    if family == "sales" and product and session.get(Product, product) is None:
        sentence = translate("Accounts", "La maison ne vend pas de «\u00a0{product}\u00a0».")
        return Refused("no_product", sentence.format(product=product))
    if number and not charts.is_number(key, number):
        sentence = translate("Accounts", "Un compte a 3 à 17 chiffres ou lettres et commence par un chiffre de 1 à 8.")
        if key == charts.JOURNAL:
            sentence = translate("Accounts", "Le code d’un journal a 1 à 6 chiffres ou lettres.")
        return Refused("number", sentence)
    return None


def _fec(session: Session, year: FiscalYear, siren: str) -> _Files:
    chart = read_chart(session)
    name = fec.file_name(siren, year.last_day)
    described = f"{Path(name).stem}-description.txt"
    return {name: fec.content(entries(year, chart), chart.journal), described: fec.description(name)}


def _journal(session: Session, year: FiscalYear, folder: Path) -> _Files:
    """The journal as CSV; the workbook is written by the library at once, hence its empty place."""
    chart: Chart = read_chart(session)
    table = tables.journal(entries(year, chart), chart.journal.number)
    book = f"journal-{year.year}.xlsx"
    rows = [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in table.rows]
    write_workbook(folder / book, [(table.title, table.header, rows)])
    return {f"journal-{year.year}.csv": tables.as_csv(table), book: b""}


def _reporting(session: Session, year: FiscalYear) -> _Files:
    made = (
        tables.reporting_sales(year), tables.reporting_days(year), tables.reporting_payments(year, Receipts(session))
    )  # fmt: skip
    return {f"ereporting-{year.year}-{table.title.lower()}.csv": tables.as_csv(table) for table in made}


def open_folder(folder: Path) -> None:
    """The folder, made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            translate("Accounts", "Le dossier {folder} n’a pas pu être ouvert.").format(folder=folder),
            safe=translate("Accounts", "Rien n’a été écrit."),
            todo=translate("Accounts", "Choisissez un autre dossier avec --out."),
            code=f"export_folder_{errno.errorcode.get(error.errno or 0, 'unknown')}",
        ) from error
