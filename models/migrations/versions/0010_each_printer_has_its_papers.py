"""Each printer has its papers: several printers, what each is for, why a paper was given up.

Revision 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_PURPOSES = ("receipts", "cards", "sheets", "roll_call", "drawer")


def upgrade() -> None:
    """Go to 0010."""
    with op.batch_alter_table("printer", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False))
    with op.batch_alter_table("print_job", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("interruptions", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.create_table(
        "printer_use",
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("printer_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["printer_id"], ["printer.id"], name=op.f("fk_printer_use_printer_id")),
        sa.PrimaryKeyConstraint("purpose", name=op.f("pk_printer_use")),
        sqlite_strict=True,
    )
    # The one printer there was printed everything, and goes on doing so.
    for purpose in _PURPOSES:
        op.execute(f"INSERT INTO printer_use SELECT '{purpose}', min(id) FROM printer HAVING count(*) > 0")
