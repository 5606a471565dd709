"""The FEC (écritures comptables): 18 columns, tabs, ISO 8859-15 (LPF, art. A47 A-1), and its description."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desk.accounts.chart import Account
from desk.accounts.entries import Entry, EntryLine, plain

ENCODING = "iso-8859-15"
COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise",
)  # fmt: skip
_DESCRIPTION = """Description du fichier {name} (LPF, article A47 A-1, II)

Jeu de caractères : ISO 8859-15. Structure : une ligne par mouvement, la première porte les noms des zones.
Longueur variable. Séparateur de zone : tabulation. Séparateur d'enregistrement : retour chariot et fin de ligne.
Dates : AAAAMMJJ. Montants : en euros, virgule décimale, deux décimales, jamais négatifs.

Origine : le journal scellé de la caisse (chaîne « sales »). Une écriture par vente, correction ou règlement :
PieceRef est le numéro du ticket, PieceDate le jour où il a été scellé, EcritureDate le jour de la clôture
qui le couvre (le jour du ticket tant que sa journée n'est pas close), ValidDate le jour du scellement :
une vente est validée dès qu'elle est encaissée et ne change plus.
EcritureNum : de 1 en 1, sans rupture. Une vente à zéro euro ne fait pas d'écriture.
CompAuxNum : le SIREN du client pour ce qui est dû, à défaut un numéro tiré de son nom.
EcritureLet, DateLet, Montantdevise, Idevise : sans objet ici, vides.

Ce fichier ne porte que les écritures de l'accueil (ventes, corrections, règlements). Les achats, la banque,
les mouvements du fond de caisse, les à-nouveaux et l'inventaire viennent de la comptabilité générale,
où il est à reprendre : seul, il n'est pas le FEC complet de la société.
"""


def file_name(siren: str, last_day: date) -> str:
    """The name that the rule gives, from the SIREN and the last day of the fiscal year."""
    return f"{siren}FEC{last_day:%Y%m%d}.txt"


def content(made: Iterable[Entry], journal: Account) -> bytes:
    """The file itself."""
    rows = ["\t".join(COLUMNS)]
    rows += ["\t".join(_row(entry, line, journal)) for entry in made for line in entry.lines]
    return ("\r\n".join(rows) + "\r\n").encode(ENCODING)


def description(name: str) -> bytes:
    """What must go with the file."""
    return _DESCRIPTION.format(name=name).replace("\n", "\r\n").encode(ENCODING)


def _row(entry: Entry, line: EntryLine, journal: Account) -> tuple[str, ...]:
    return (
        journal.number, plain(journal.label), str(entry.number), f"{entry.day:%Y%m%d}", line.account.number,
        plain(line.account.label), line.customer_number, line.customer, entry.piece, f"{entry.piece_day:%Y%m%d}",
        entry.label_of(line), amount(line.debit), amount(line.credit), "", "", f"{entry.piece_day:%Y%m%d}", "", "",
    )  # fmt: skip


def amount(cents: int) -> str:
    """Euros with a decimal comma: 1234 is "12,34"."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100},{abs(cents) % 100:02d}"
