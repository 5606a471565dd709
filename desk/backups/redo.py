"""What a restoration leaves to be done again, by kind and count, in words."""

from __future__ import annotations

from collections.abc import Iterable

from desk.backups.care_rows import CARE_REBUILDERS
from desk.backups.trail import JournalRow
from desk.language import translate
from models.journal import Stream

_NOTHING = ("privacy.", "scan.", "backup.", "members.exported", "deposit.kept")
"""Kinds after which nothing is left to do: erasures are done again, the others had changed nothing that is shown."""


def is_to_redo(row: JournalRow) -> bool:
    """Whether what this operational record had changed does not come back with it."""
    if row.stream != Stream.OPERATIONS or row.kind.startswith(_NOTHING):
        return False
    return not (row.body and row.kind in CARE_REBUILDERS)


def sentences(kinds: Iterable[str]) -> tuple[str, ...]:
    """One sentence for each sort of thing, with how many there are."""
    counts: dict[str, int] = {}
    for kind in kinds:
        words = _words(kind)
        counts[words] = counts.get(words, 0) + 1
    return tuple(words.format(count=count) for words, count in counts.items())


def _words(kind: str) -> str:
    match kind.partition(".")[0]:
        case "visit" | "scan":
            return translate("Redo", "Passages à refaire\u00a0: {count}.")
        case "booking" | "series" | "bookings" | "event" | "crowd":
            return translate("Redo", "Réservations et moments collectifs à reprendre\u00a0: {count}.")
        case "pass" | "tickets":
            return translate("Redo", "Pass et billets à vérifier\u00a0: {count}. Les ventes, elles, sont là.")
        case "member" | "membership" | "card" | "members":
            return translate("Redo", "Fiches, formules et cartes de membres à reprendre\u00a0: {count}.")
        case "organisation" | "contact" | "quote":
            return translate("Redo", "Organisations, contacts et devis à reprendre\u00a0: {count}.")
        case "deposit":
            return translate("Redo", "Cautions à noter de nouveau\u00a0: {count}.")
        case "loan" | "thing":
            return translate("Redo", "Prêts à noter de nouveau\u00a0: {count}.")
        case "parcel":
            return translate("Redo", "Colis à noter de nouveau\u00a0: {count}.")
        case "cooperator" | "shares":
            return translate("Redo", "Actes sur les parts sociales à reprendre\u00a0: {count}.")
        case "sale" | "correction" | "settlement":
            return translate("Redo", "Ventes dans le journal seulement\u00a0: {count}.")
        case "invoice" | "credit_note":
            return translate("Redo", "Factures ou avoirs dans le journal seulement\u00a0: {count}.")
        case "closing":
            return translate("Redo", "Clôtures dans le journal seulement\u00a0: {count}.")
        case "receipt":
            return translate("Redo", "Impressions dans le journal seulement\u00a0: {count}.")
        case _:
            return translate("Redo", "Autres gestes à refaire\u00a0: {count}.")
