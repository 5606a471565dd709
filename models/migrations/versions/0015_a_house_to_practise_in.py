"""A house may be one to practise in; articles have a family, and may be withdrawn from sale.

Revision 0015, after 0014.
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to 0015."""
    # In place: products are referred to by their prices and by what was sold.
    op.execute("ALTER TABLE site ADD COLUMN is_training INTEGER DEFAULT 0 NOT NULL")
    op.execute("ALTER TABLE product ADD COLUMN family TEXT DEFAULT '' NOT NULL")
    op.execute("ALTER TABLE product ADD COLUMN is_withdrawn INTEGER DEFAULT 0 NOT NULL")
