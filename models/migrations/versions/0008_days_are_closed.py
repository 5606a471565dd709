"""Days, months and fiscal years are closed, and sealed; nothing is posted into what is closed.

Revision 0008, after 0007.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
GUARDS = (
    """
CREATE TRIGGER closing_refuses_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER closing_refuses_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER closing_refuses_replace BEFORE INSERT ON closing BEGIN SELECT RAISE(ABORT, 'closing is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM closing WHERE id = NEW.id OR sequence = NEW.sequence OR number = NEW.number); END
""",
    """
CREATE TRIGGER closing_refuses_gaps BEFORE INSERT ON closing
WHEN NEW.first_sale IS NOT COALESCE((SELECT last_sale FROM closing WHERE period = NEW.period ORDER BY sequence DESC LIMIT 1), 0) + 1
  OR NEW.last_sale > (SELECT COALESCE(MAX(sequence), 0) FROM journal WHERE stream = 'sales')
  OR NEW.sequence IS NOT (SELECT MAX(sequence) FROM journal WHERE stream = 'closings')
  OR NEW.perpetual_cents IS NOT COALESCE((SELECT perpetual_cents FROM closing WHERE period = NEW.period ORDER BY sequence DESC LIMIT 1), 0) + NEW.total_cents
  OR NEW.perpetual_absolute_cents IS NOT COALESCE((SELECT perpetual_absolute_cents FROM closing WHERE period = NEW.period ORDER BY sequence DESC LIMIT 1), 0) + NEW.absolute_cents
  OR NEW.closed_at < (SELECT closed_at FROM closing ORDER BY sequence DESC LIMIT 1)
  OR (NEW.period <> 'day' AND NEW.last_sale > COALESCE((SELECT last_sale FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1), 0))
BEGIN
  SELECT RAISE(ABORT, 'closing is sealed: a closing goes on from the one before it');
END
""",
    """
CREATE TRIGGER closing_print_refuses_update BEFORE UPDATE ON closing_print BEGIN SELECT RAISE(ABORT, 'closing_print is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER closing_print_refuses_delete BEFORE DELETE ON closing_print BEGIN SELECT RAISE(ABORT, 'closing_print is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER closing_print_refuses_replace BEFORE INSERT ON closing_print BEGIN SELECT RAISE(ABORT, 'closing_print is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM closing_print WHERE closing_id = NEW.closing_id AND copy_number = NEW.copy_number); END
""",
    """
CREATE TRIGGER sale_refuses_closed BEFORE INSERT ON sale WHEN NEW.sequence <= COALESCE((SELECT last_sale FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1), 0) BEGIN SELECT RAISE(ABORT, 'sale is sealed: the period is closed'); END
""",
    """
CREATE TRIGGER sale_line_refuses_closed BEFORE INSERT ON sale_line WHEN (SELECT sequence FROM sale WHERE id = NEW.sale_id) <= COALESCE((SELECT last_sale FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1), 0) BEGIN SELECT RAISE(ABORT, 'sale_line is sealed: the period is closed'); END
""",
    """
CREATE TRIGGER payment_refuses_closed BEFORE INSERT ON payment WHEN (SELECT sequence FROM sale WHERE id = NEW.sale_id) <= COALESCE((SELECT last_sale FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1), 0) BEGIN SELECT RAISE(ABORT, 'payment is sealed: the period is closed'); END
""",
    """
CREATE TRIGGER journal_refuses_closed BEFORE INSERT ON journal WHEN NEW.stream = 'sales' AND NEW.at < (SELECT closed_at FROM closing ORDER BY sequence DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'journal is sealed: the period is closed'); END
""",
    """
CREATE TRIGGER receipt_print_refuses_update BEFORE UPDATE ON receipt_print BEGIN SELECT RAISE(ABORT, 'receipt_print is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER receipt_print_refuses_delete BEFORE DELETE ON receipt_print BEGIN SELECT RAISE(ABORT, 'receipt_print is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER receipt_print_refuses_replace BEFORE INSERT ON receipt_print BEGIN SELECT RAISE(ABORT, 'receipt_print is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM receipt_print WHERE sale_id = NEW.sale_id AND copy_number = NEW.copy_number); END
""",
)


def upgrade() -> None:
    """Go to 0008."""
    op.create_table(
        "closing",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Text(), nullable=False),
        sa.Column("first_sale", sa.Integer(), nullable=False),
        sa.Column("last_sale", sa.Integer(), nullable=False),
        sa.Column("last_technical", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.Text(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("absolute_cents", sa.Integer(), nullable=False),
        sa.Column("perpetual_cents", sa.Integer(), nullable=False),
        sa.Column("perpetual_absolute_cents", sa.Integer(), nullable=False),
        sa.Column("kept_cents", sa.Integer(), nullable=False),
        sa.Column("counted_cents", sa.Integer(), nullable=True),
        sa.Column("difference_cents", sa.Integer(), nullable=True),
        sa.CheckConstraint("last_sale >= first_sale - 1", name=op.f("ck_closing_in_order")),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_closing_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
        sa.UniqueConstraint("sequence", name=op.f("uq_closing_sequence")),
        sa.UniqueConstraint("number", name=op.f("uq_closing_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_closing_period", "closing", ["period", "sequence"], unique=True)
    op.create_table(
        "closing_print",
        sa.Column("closing_id", sa.Text(), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["closing_id"], ["closing.id"], name=op.f("fk_closing_print_closing_id")),
        sa.PrimaryKeyConstraint("closing_id", "copy_number", name=op.f("pk_closing_print")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("site", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("fiscal_month", sa.Integer(), server_default=sa.text("1"), nullable=False))
    for guard in GUARDS:
        op.execute(sa.text(guard))
