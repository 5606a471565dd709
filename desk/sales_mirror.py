"""The rows of sales against their records: both must say the same, and nothing may be taken back that was not sold.

Plain SQL on a connection that only reads, so that an inspector's copy can be checked, of any version.
"""

from __future__ import annotations

import sqlite3

_LINE = {
    "amount": "quantity * unit_cents", "category": "category", "corrects": "corrects_position", "label": "label",
    "off": "off_position", "product": "product_code", "quantity": "quantity", "rate": "basis_points",
    "tax_included": "json(CASE tax_included WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)",
    "unit": "unit_cents",
}  # fmt: skip
_SINCE_3 = ("category", "corrects", "off")
_MIRROR = """
SELECT r.sequence FROM journal r LEFT JOIN sale s ON s.sequence = r.sequence
WHERE r.stream = 'sales' AND r.kind <> 'lost' AND (s.id IS NULL
  OR s.number <> json_extract(CAST(r.body AS TEXT), '$.number')
  OR s.sold_at <> r.at
  OR s.operator_id <> r.operator_id
  OR s.category <> json_extract(CAST(r.body AS TEXT), '$.category')
  OR s.customer <> json_extract(CAST(r.body AS TEXT), '$.customer')
  OR s.total_cents <> json_extract(CAST(r.body AS TEXT), '$.total')
  OR (json_extract(CAST(r.body AS TEXT), '$.schema') > 1
    AND (s.organisation_id IS NULL) <> (json_type(CAST(r.body AS TEXT), '$.buyer') IS 'null'))
  OR s.total_cents <> (SELECT COALESCE(SUM(cents), 0) FROM payment p WHERE p.sale_id = s.id)
  OR json_extract(CAST(r.body AS TEXT), '$.lines') <> ({lines})
  OR json_extract(CAST(r.body AS TEXT), '$.payments') <> (
    SELECT json_group_array(json_object('cents', cents, 'mode', mode, 'tendered', tendered_cents))
    FROM (SELECT * FROM payment p WHERE p.sale_id = s.id ORDER BY position)))
UNION ALL
SELECT -s.sequence FROM sale s LEFT JOIN journal r ON r.stream = 'sales' AND r.sequence = s.sequence
WHERE r.sequence IS NULL
UNION ALL SELECT 0 FROM sale_line WHERE sale_id NOT IN (SELECT id FROM sale)
UNION ALL SELECT 0 FROM payment WHERE sale_id NOT IN (SELECT id FROM sale)
"""
# A correction names an earlier sale, in its record as in its row; nothing else names one, and none corrects another.
_LINKED = """
SELECT c.sequence FROM sale c JOIN journal r ON r.stream = 'sales' AND r.sequence = c.sequence
LEFT JOIN sale s ON s.id = c.corrects_id
WHERE (r.kind = 'correction') <> (c.corrects_id IS NOT NULL)
  OR (c.corrects_id IS NULL) <> (json_type(CAST(r.body AS TEXT), '$.corrects') IS 'null')
  OR (c.corrects_id IS NOT NULL AND (s.id IS NULL OR s.corrects_id IS NOT NULL OR s.sequence >= c.sequence
    OR s.number IS NOT json_extract(CAST(r.body AS TEXT), '$.corrects.number')
    OR s.sequence IS NOT json_extract(CAST(r.body AS TEXT), '$.corrects.sequence')))
"""
# Each of its lines reverses a line of that sale as it was sold, and all corrections together no more than was sold. A
# discount is given back by its amount; all else by its quantity at the price of then, or once by an amount of it.
_WITHIN = """
SELECT c.sequence FROM sale_line b JOIN sale c ON c.id = b.sale_id
LEFT JOIN sale_line l ON l.sale_id = c.corrects_id AND l.position = b.corrects_position
WHERE (c.corrects_id IS NULL AND b.corrects_position IS NOT NULL) OR (c.corrects_id IS NOT NULL AND (l.id IS NULL
  OR b.product_code <> l.product_code OR b.label <> l.label OR b.basis_points <> l.basis_points
  OR b.tax_included <> l.tax_included OR b.category IS NOT l.category
  OR (b.product_code <> 'discount' AND b.unit_cents <> l.unit_cents AND (b.quantity <> -1 OR b.unit_cents < 0))
  OR b.quantity * l.quantity > 0))
UNION
SELECT MAX(c.sequence) FROM sale_line b JOIN sale c ON c.id = b.sale_id
JOIN sale_line l ON l.sale_id = c.corrects_id AND l.position = b.corrects_position
GROUP BY l.id
HAVING SUM(b.quantity * b.unit_cents) * SIGN_OF_SOLD > 0
  OR ABS(SUM(b.quantity * b.unit_cents)) > ABS(l.quantity * l.unit_cents)
  OR (l.product_code <> 'discount' AND NOT MAX(b.unit_cents <> l.unit_cents) AND ABS(SUM(b.quantity)) > ABS(l.quantity))
UNION
SELECT MAX(c.sequence) FROM sale c JOIN sale s ON s.id = c.corrects_id
GROUP BY s.id HAVING SUM(c.total_cents) + s.total_cents < 0
""".replace("SIGN_OF_SOLD", "(l.quantity * l.unit_cents)")


def differing(connection: sqlite3.Connection) -> list[int]:
    """The places in the sales stream whose rows say something else than the record (0: rows of no sale at all).

    Raises `sqlite3.OperationalError` when a body is no JSON any more.
    """
    mirror = _MIRROR.format(lines=_lines(connection))
    return sorted({abs(sequence) for (sequence,) in connection.execute(mirror)})


def miscorrected(connection: sqlite3.Connection) -> list[int]:
    """The corrections that are linked to nothing, or that take back more than was sold."""
    if not _knows_corrections(connection):
        return []
    return sorted({sequence for query in (_LINKED, _WITHIN) for (sequence,) in connection.execute(query)})


def _knows_corrections(connection: sqlite3.Connection) -> bool:
    """A copy from before 0013 has no corrections."""
    return any(row[1] == "corrects_position" for row in connection.execute("PRAGMA table_info(sale_line)"))


def _lines(connection: sqlite3.Connection) -> str:
    """The lines of a sale as its record writes them, by the schema of the record."""
    older = _array([key for key in _LINE if key not in _SINCE_3])
    if not _knows_corrections(connection):
        return older
    schema = "json_extract(CAST(r.body AS TEXT), '$.schema')"
    return f"CASE WHEN {schema} > 2 THEN ({_array(list(_LINE))}) ELSE ({older}) END"


def _array(keys: list[str]) -> str:
    written = ", ".join(f"'{key}', {_LINE[key]}" for key in keys)
    rows = "SELECT * FROM sale_line l WHERE l.sale_id = s.id ORDER BY position"
    return f"SELECT json_group_array(json_object({written})) FROM ({rows})"  # noqa: S608 - our own names
