"""The few visits of more than a day are found at once: those of an hour gone by are then looked for in one day only.

Revision 0017, after 0016.
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

INDEX = "CREATE INDEX ix_visit_long ON visit (entered_at) WHERE julianday(left_at) - julianday(entered_at) > 1"


def upgrade() -> None:
    """Go to 0017."""
    op.execute(INDEX)
