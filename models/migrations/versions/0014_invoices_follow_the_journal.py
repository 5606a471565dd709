"""The next number of an invoice is that of its record: documents that are lost for good stop no other.

Revision 0014, after 0013.
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

GUARD = """
CREATE TRIGGER invoice_refuses_gaps BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT MAX(sequence) FROM journal WHERE stream = 'invoices')
BEGIN
  SELECT RAISE(ABORT, 'invoice is sealed: a document must take the next number');
END
"""


def upgrade() -> None:
    """Go to 0014."""
    op.execute("DROP TRIGGER invoice_refuses_gaps")
    op.execute(GUARD)
