"""Crowds are counted, and forgotten exits are stated: a count for an event, two marks on a visit.

Revision 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to 0004."""
    op.create_table(
        "crowd",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("peak", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("supposed", sa.Integer(), nullable=False),
        sa.Column("fed", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0 AND peak >= people", name=op.f("ck_crowd_counted")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_crowd_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_crowd")),
        sqlite_strict=True,
    )
    op.create_index("ix_crowd_open", "crowd", ["booking_id"], sqlite_where=sa.text("ended_at IS NULL"))
    # In place, never by a copy of the table: dropping the old one would strike every row that refers to it.
    with op.batch_alter_table("visit", schema=None, recreate="never") as batch_op:
        for name in ("seen_at", "supposed_at"):
            batch_op.add_column(sa.Column(name, sa.Text(), nullable=True))
