"""Guests come by name: for a member, an event, a booking, a trial day; a refusal may be set aside, and is marked so.

Revision 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OPEN = "left_at IS NULL AND annulled_at IS NULL"


def upgrade() -> None:
    """Go to 0006."""
    op.create_table(
        "guest",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("contact_key", sa.Text(), nullable=False),
        sa.Column("first_came_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest")),
        sqlite_strict=True,
    )
    op.create_index("ix_guest_keys", "guest", ["name_key", "contact_key"])
    # In place, never by a copy of the table; and in SQLite's own words, which alone may add a column that refers to
    # another table.
    for column, table in (("guest_id", "guest"), ("host_member_id", "member"), ("booking_id", "booking")):
        op.execute(f"ALTER TABLE visit ADD COLUMN {column} TEXT CONSTRAINT fk_visit_{column} REFERENCES {table} (id)")
    with op.batch_alter_table("visit", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("forced", sa.Text(), server_default=sa.text("''"), nullable=False))
    by_name = sa.text("guest_id IS NOT NULL")
    op.create_index("ix_visit_guest", "visit", ["guest_id", "entered_at"], sqlite_where=by_name)
    hosted = sa.text("host_member_id IS NOT NULL")
    op.create_index("ix_visit_host", "visit", ["host_member_id", "entered_at"], sqlite_where=hosted)
    once = sa.text(f"guest_id IS NOT NULL AND {_OPEN}")
    op.create_index("uq_visit_open_guest", "visit", ["guest_id"], unique=True, sqlite_where=once)
    op.create_table(
        "answered_scan",
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_answered_scan_visit_id")),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_answered_scan")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_answered_scan_at"), "answered_scan", ["at"])
    with op.batch_alter_table("site", schema=None, recreate="never") as batch_op:
        for name, default in (("guests_per_month", "4"), ("trial_days", "1"), ("event_margin_minutes", "60")):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default=sa.text(default), nullable=False))
