"""The commands about accounts: the chart, and the files of a year."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.terminal import add_author, sign

if TYPE_CHECKING:
    from desk.frontdesk import FrontDesk

FORMATS = ("fec", "journal", "vat", "ereporting")
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


def add_year(made: argparse.ArgumentParser) -> None:
    """The option that names a fiscal year."""
    made.add_argument(
        "--year", type=fiscal_year, metavar="ANNÉE", help="l’année (l’exercice qui y commence ; défaut : en cours)"
    )


def fiscal_year(text: str) -> int:
    """Check a year as it is typed."""
    if not (text.isascii() and text.isdecimal() and len(text) == 4 and _FIRST_YEAR <= int(text) <= _LAST_YEAR):
        raise argparse.ArgumentTypeError(f"de {_FIRST_YEAR} à {_LAST_YEAR}")
    return int(text)


def add_accounts(made: argparse.ArgumentParser) -> None:
    """The arguments of the chart."""
    made.add_argument("key", nargs="?", metavar="POSTE", help="par exemple vat.2000, sales.coffee ou payment.card")
    made.add_argument("number", nargs="?", metavar="COMPTE", help="le compte où ce poste est écrit dès à présent")
    made.add_argument("label", nargs="?", default="", metavar="LIBELLÉ", help="son libellé (défaut : inchangé)")
    made.add_argument("--default", action="store_true", help="revient au compte d’origine de ce poste")
    made.add_argument("--json", action="store_true", help="en JSON")
    add_author(made)


def accounts(arguments: argparse.Namespace) -> int:
    """Show the chart of accounts, or change one line of it."""
    with opened(arguments) as desk:
        if arguments.key is not None:
            return _change(desk, arguments)
        chart = desk.accounts.chart()
    if arguments.json:
        told = [{"key": one.key, "number": one.number, "label": one.label, "own": one.is_own} for one in chart]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return OK
    keys, numbers = max(len(one.key) for one in chart), max(len(one.number) for one in chart)
    chosen = translate("Cli", "(choisi par la maison)")
    for one in chart:
        print(f"{one.key:<{keys}}  {one.number:<{numbers}}  {one.label}{f'  {chosen}' if one.is_own else ''}")
    return OK


def _change(desk: FrontDesk, arguments: argparse.Namespace) -> int:
    if not (arguments.number or "").strip() and not arguments.default:
        sentence = translate("Cli", "Dites le compte de ce poste, ou --default pour revenir à celui d’origine.")
        raise CommandRefused(Refused("no_number", sentence))
    sign(desk, arguments)
    number = "" if arguments.default else arguments.number
    changed = desk.accounts.set_account(arguments.key, number, arguments.label)
    if isinstance(changed, Refused):
        raise CommandRefused(changed)
    words = translate("Cli", "{key} est écrit au compte {number}, {label}.")
    print(words.format(key=changed.key, number=changed.number, label=changed.label))
    return OK


def export(arguments: argparse.Namespace) -> int:
    """Write the accounts of a fiscal year in one of the formats."""
    from desk.formats import money

    with opened(arguments) as desk:
        sign(desk, arguments)
        year = arguments.year or desk.accounts.year_now()
        made = desk.accounts.export(arguments.format, year, arguments.out)
    if isinstance(made, Refused):
        raise CommandRefused(made)
    for path in made.files:
        print(translate("Cli", "Fichier\u00a0: {file}").format(file=path))
    words = translate("Cli", "Exercice {year}\u00a0: {records} pièces, {total} TTC.")
    print(words.format(year=year, records=made.records, total=money(made.total_cents)))
    if made.lost:
        words = translate("Cli", "{lost} numéros perdus depuis une restauration n’y sont pas.")
        print(words.format(lost=made.lost))
    return OK
