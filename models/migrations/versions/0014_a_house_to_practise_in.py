"""A house may be one to practise in; articles have a family, and may be withdrawn from sale.

Revision 0014, after 0013.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to 0014."""
    with op.batch_alter_table("site") as batch_op:
        batch_op.add_column(sa.Column("is_training", sa.Integer(), server_default=sa.text("0"), nullable=False))
    with op.batch_alter_table("product") as batch_op:
        batch_op.add_column(sa.Column("family", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("is_withdrawn", sa.Integer(), server_default=sa.text("0"), nullable=False))
