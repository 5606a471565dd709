"""What `casaco-desk verify` asks of invoices: rows that say what their records say, PDFs that are what was made."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from desk.language import translate
from models.invoices import INVOICE_TRIGGERS

_GUARDS = {words[2]: words for trigger in INVOICE_TRIGGERS if (words := trigger.split())}
_MIRROR = """
SELECT r.sequence FROM journal r LEFT JOIN invoice i ON i.sequence = r.sequence
WHERE r.stream = 'invoices' AND r.kind <> 'lost' AND (i.id IS NULL
  OR i.number <> json_extract(CAST(r.body AS TEXT), '$.number')
  OR i.kind <> r.kind
  OR i.issued_at <> r.at
  OR i.issued_on <> json_extract(CAST(r.body AS TEXT), '$.issued')
  OR i.due_on <> json_extract(CAST(r.body AS TEXT), '$.due')
  OR i.customer <> json_extract(CAST(r.body AS TEXT), '$.buyer.name')
  OR i.total_cents <> json_extract(CAST(r.body AS TEXT), '$.total')
  OR i.paid_cents <> json_extract(CAST(r.body AS TEXT), '$.paid')
  OR COALESCE(json_extract(CAST(r.body AS TEXT), '$.credits.number'), '') <> COALESCE(
    (SELECT number FROM invoice c WHERE c.id = i.credits_id), '')
  OR (SELECT json_group_array(json_extract(value, '$.number'))
      FROM json_each(CAST(r.body AS TEXT), '$.sales')) <> (
    SELECT json_group_array(number) FROM (SELECT s.number FROM invoice_sale l JOIN sale s ON s.id = l.sale_id
      WHERE l.invoice_id = i.id ORDER BY s.sequence)))
UNION ALL
SELECT i.sequence FROM invoice i LEFT JOIN journal r ON r.stream = 'invoices' AND r.sequence = i.sequence
WHERE r.sequence IS NULL
"""
_SETTLED = """
SELECT r.sequence FROM journal r LEFT JOIN sale s ON s.sequence = r.sequence
LEFT JOIN invoice_settlement l ON l.sale_id = s.id LEFT JOIN invoice i ON i.id = l.invoice_id
WHERE r.stream = 'sales' AND ((r.kind = 'settlement') <> (l.sale_id IS NOT NULL) OR r.kind = 'settlement' AND (
  i.number IS NOT json_extract(CAST(r.body AS TEXT), '$.settles.invoice')
  OR l.cents IS NOT -(SELECT SUM(cents) FROM payment p WHERE p.sale_id = s.id AND p.mode = 'on_account')))
"""
_FILES = """
SELECT i.sequence, f.sha256, f.pdf, EXISTS (SELECT 1 FROM journal r
  WHERE r.stream = 'technical' AND r.kind = 'invoice.file_made'
    AND json_extract(CAST(r.body AS TEXT), '$.number') = i.number
    AND json_extract(CAST(r.body AS TEXT), '$.pdf_sha256') = lower(hex(f.sha256)))
FROM invoice_file f JOIN invoice i ON i.id = f.invoice_id
"""
# A PDF is made again after a restoration: of its two records either may tell the one that is kept.


def guards(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The words of each trigger that must be there; none in a copy from before invoices."""
    return _GUARDS if _is_known(connection) else {}


def _is_known(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'invoice'").fetchone()
    return found is not None


def findings(connection: sqlite3.Connection, *, deep: bool) -> Iterator[tuple[str, int, str]]:
    """What does not hold: the stream, the sequence, a sentence. Every PDF is read again only when `deep`."""
    if not _is_known(connection):
        return
    differs = translate("Verify", "La facture et son enregistrement ne disent pas la même chose.")
    for (sequence,) in connection.execute(_MIRROR):
        yield "invoices", sequence, differs
    for (sequence,) in connection.execute(_SETTLED):
        yield "sales", sequence, translate("Verify", "Le règlement et son enregistrement ne disent pas la même chose.")
    if not deep:
        return
    changed = translate("Verify", "Le PDF gardé de cette facture n’est pas celui qui a été fait.")
    for sequence, digest, pdf, is_told in connection.execute(_FILES):
        if hashlib.sha256(pdf).digest() != digest or not is_told:
            yield "invoices", sequence, changed
