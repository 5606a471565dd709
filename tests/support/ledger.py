"""What was acknowledged to somebody, and whether it is still there; whether what is there is whole."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from desk.verify import verify_folder
from tests.support.house import plain

Ack = tuple[str, str]
"""What a person was told: ("sale", its number), ("in", the visit), ("printed", the job)…"""

_KEPT = {
    "sale": "SELECT 1 FROM sale WHERE number = ?",
    "correction": "SELECT 1 FROM sale WHERE number = ? AND corrects_id IS NOT NULL",
    "invoice": "SELECT 1 FROM invoice WHERE number = ?",
    "in": "SELECT 1 FROM visit WHERE id = ?",
    "out": "SELECT 1 FROM visit WHERE id = ? AND left_at IS NOT NULL",
    "refused": "SELECT 1 FROM refused_scan WHERE raw = ?",
    "closing": "SELECT 1 FROM closing WHERE number = ?",
    "printed": "SELECT 1 FROM print_job WHERE id = ? AND state = 'printed'",
}
_HALVES = {
    "a sale without its lines": "SELECT number FROM sale WHERE id NOT IN (SELECT sale_id FROM sale_line)",
    "a sale that is not paid as it says": (
        "SELECT number FROM sale WHERE total_cents != (SELECT sum(cents) FROM payment WHERE sale_id = sale.id)"
    ),
    "a sale without its pass": (
        "SELECT number FROM sale WHERE corrects_id IS NULL AND id NOT IN (SELECT sale_id FROM day_pass)"
    ),
    "a pass that still opens what was paid back": (
        "SELECT p.number FROM day_pass p JOIN sale c ON c.corrects_id = p.sale_id WHERE p.cancelled_at IS NULL"
    ),
    "a sale taken back twice": (
        "SELECT corrects_id FROM sale WHERE corrects_id IS NOT NULL GROUP BY corrects_id HAVING count(*) > 1"
    ),
    "a sale without its receipt": (
        "SELECT number FROM sale WHERE id NOT IN (SELECT sale_id FROM receipt_print WHERE copy_number = 0)"
    ),
    "receipts and jobs that do not match": (
        "SELECT 1 WHERE (SELECT count(*) FROM receipt_print) != (SELECT count(*) FROM print_job WHERE kind = 'receipt')"
    ),
    "an invoice without its sale": ("SELECT number FROM invoice WHERE id NOT IN (SELECT invoice_id FROM invoice_sale)"),
    "an invoice without its record": (
        "SELECT number FROM invoice WHERE sequence NOT IN (SELECT sequence FROM journal WHERE stream = 'invoices')"
    ),
    "originals of invoices and their jobs that do not match": (
        "SELECT 1 WHERE (SELECT count(*) FROM invoice_print) != (SELECT count(*) FROM print_job WHERE kind = 'invoice')"
    ),
    "kept files and their records that do not match": (
        "SELECT 1 WHERE (SELECT count(*) FROM invoice_file)"
        " != (SELECT count(*) FROM journal WHERE kind = 'invoice.file_made')"
    ),
    "an invoice that was printed without being kept": (
        "SELECT i.number FROM invoice i JOIN print_job j ON j.document LIKE '%' || i.id || '%'"
        " WHERE j.state = 'printed' AND i.id NOT IN (SELECT invoice_id FROM invoice_file)"
    ),
    "a sale without its record": (
        "SELECT number FROM sale WHERE sequence NOT IN (SELECT sequence FROM journal WHERE stream = 'sales')"
    ),
}
_NUMBERED = (("sale", "sequence"), ("day_pass", "number"), ("closing", "sequence"), ("invoice", "sequence"))


def lost(folder: Path, acknowledged: Iterable[Ack]) -> list[Ack]:
    """What was acknowledged and is no longer there."""
    with closing(plain(folder)) as connection:
        return [ack for ack in acknowledged if connection.execute(_KEPT[ack[0]], (ack[1],)).fetchone() is None]


def last_sale(folder: Path) -> int:
    """The number of the last sale, 0 for none."""
    with closing(plain(folder)) as connection:
        return int(connection.execute("SELECT coalesce(max(sequence), 0) FROM sale").fetchone()[0])


def assert_whole(folder: Path, *, deep: bool = False) -> None:
    """No number reused or skipped, no sale half there, the journal holds."""
    with closing(plain(folder)) as connection:
        for what, sql in _HALVES.items():
            assert connection.execute(sql).fetchall() == [], f"{what}, in {folder}"
        numbers = [number for (number,) in connection.execute("SELECT number FROM sale ORDER BY sequence")]
        assert numbers == [f"A-{n:06d}" for n in range(1, len(numbers) + 1)]
        for table, column in _NUMBERED:
            found = [n for (n,) in connection.execute(f"SELECT {column} FROM {table} ORDER BY {column}")]
            assert found == list(range(1, len(found) + 1)), table
    problems = verify_folder(folder, deep=deep).problems
    assert problems == (), problems
