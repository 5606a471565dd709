"""`casaco-desk export`: what leaves the house as files, one function a format."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import account_commands, booking_commands
from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.terminal import add_author, sign

FORMATS = ("ics", "invoices", *account_commands.FORMATS)


def add_export(made: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    made.add_argument(
        "format", choices=FORMATS,
        help="ics : les réservations (RFC 5545) ; invoices : les factures (PDF) ; fec, journal, vat, ereporting : les"
        " comptes d’un exercice",
    )  # fmt: skip
    made.add_argument("--space", metavar="ESPACE", help="ics : un seul espace (défaut : tous)")
    account_commands.add_year(made)
    made.add_argument("--out", type=Path, required=True, metavar="CHEMIN", help="le fichier, ou le dossier, à écrire")
    add_author(made)


def export(arguments: argparse.Namespace) -> int:
    """Write what was asked for."""
    if arguments.format in account_commands.FORMATS:
        return account_commands.export(arguments)
    return booking_commands.export_calendar(arguments) if arguments.format == "ics" else _invoices(arguments)


def _invoices(arguments: argparse.Namespace) -> int:
    """Every invoice and credit note of a year, each in its PDF, and their list."""
    with opened(arguments) as desk:
        sign(desk, arguments)
        year = arguments.year or desk.site.local_now().year
        written = desk.invoices.export(year, arguments.out)
        if isinstance(written, Refused):
            raise CommandRefused(written)
    told = translate("Cli", "{count} factures et avoirs de {year} écrits dans {folder}.")
    print(told.format(count=written.count, year=year, folder=written.folder))
    return OK
