"""Rentals have a code for their participants, a deposit, loans, and overtime; spaces say what deposit they ask.

Revision 0012, after 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
GUARDS = (
    """
CREATE TRIGGER deposit_refuses_update BEFORE UPDATE ON deposit BEGIN SELECT RAISE(ABORT, 'deposit is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER deposit_refuses_delete BEFORE DELETE ON deposit BEGIN SELECT RAISE(ABORT, 'deposit is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER deposit_refuses_replace BEFORE INSERT ON deposit BEGIN SELECT RAISE(ABORT, 'deposit is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM deposit WHERE id = NEW.id OR sequence = NEW.sequence); END
""",
    """
CREATE TRIGGER deposit_return_refuses_update BEFORE UPDATE ON deposit_return BEGIN SELECT RAISE(ABORT, 'deposit_return is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER deposit_return_refuses_delete BEFORE DELETE ON deposit_return BEGIN SELECT RAISE(ABORT, 'deposit_return is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER deposit_return_refuses_replace BEFORE INSERT ON deposit_return BEGIN SELECT RAISE(ABORT, 'deposit_return is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM deposit_return WHERE deposit_id = NEW.deposit_id OR sequence = NEW.sequence); END
""",
)


def upgrade() -> None:
    """Go to 0012."""
    # In place, never by a copy of a table: dropping the old one would strike every row that refers to it.
    with op.batch_alter_table("space", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("deposit_cents", sa.Integer(), server_default=sa.text("0"), nullable=False))
    _participants_and_overtime()
    _deposits()
    _loans()
    for guard in GUARDS:
        op.execute(sa.text(guard))


def _participants_and_overtime() -> None:
    op.create_table(
        "group_code",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_group_code_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_group_code")),
        sa.UniqueConstraint("code", name=op.f("uq_group_code_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "answered_group_scan",
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_answered_group_scan_booking_id")),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_answered_group_scan")),
        sqlite_strict=True,
    )
    op.create_index("ix_answered_group_scan_at", "answered_group_scan", ["at"])
    op.create_table(
        "booking_overtime",
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_booking_overtime_not_empty")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_booking_overtime_booking_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_booking_overtime_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", name=op.f("pk_booking_overtime")),
        sqlite_strict=True,
    )
    op.create_index("ix_booking_overtime_booking_id", "booking_overtime", ["booking_id"])


def _deposits() -> None:
    op.create_table(
        "deposit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.Text(), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_deposit_positive")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_deposit_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit")),
        sa.UniqueConstraint("sequence", name=op.f("uq_deposit_sequence")),
        sqlite_strict=True,
    )
    op.create_index("ix_deposit_booking_id", "deposit", ["booking_id"])
    op.create_index("ix_deposit_taken_at", "deposit", ["taken_at"])
    op.create_table(
        "deposit_return",
        sa.Column("deposit_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("returned_at", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.Text(), nullable=False),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_deposit_return_not_negative")),
        sa.ForeignKeyConstraint(["deposit_id"], ["deposit.id"], name=op.f("fk_deposit_return_deposit_id")),
        sa.PrimaryKeyConstraint("deposit_id", name=op.f("pk_deposit_return")),
        sa.UniqueConstraint("sequence", name=op.f("uq_deposit_return_sequence")),
        sqlite_strict=True,
    )
    op.create_index("ix_deposit_return_returned_at", "deposit_return", ["returned_at"])


def _loans() -> None:
    op.create_table(
        "thing",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thing")),
        sqlite_strict=True,
    )
    op.create_table(
        "loan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("thing_id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("guest_id", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("lent_at", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("returned_at", sa.Text(), nullable=True),
        sa.CheckConstraint("due_at > lent_at", name=op.f("ck_loan_lasts")),
        sa.CheckConstraint(
            "(booking_id IS NOT NULL) + (member_id IS NOT NULL) + (guest_id IS NOT NULL) + (organisation_id IS NOT NULL) <= 1",
            name=op.f("ck_loan_one_holder"),
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_loan_booking_id")),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name=op.f("fk_loan_guest_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_loan_member_id")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_loan_organisation_id")),
        sa.ForeignKeyConstraint(["thing_id"], ["thing.id"], name=op.f("fk_loan_thing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan")),
        sqlite_strict=True,
    )
    op.create_index("ix_loan_booking", "loan", ["booking_id"], sqlite_where=sa.text("booking_id IS NOT NULL"))
    op.create_index("ix_loan_guest", "loan", ["guest_id"], sqlite_where=sa.text("guest_id IS NOT NULL"))
    op.create_index("ix_loan_member", "loan", ["member_id"], sqlite_where=sa.text("member_id IS NOT NULL"))
    op.create_index(
        "ix_loan_organisation", "loan", ["organisation_id"], sqlite_where=sa.text("organisation_id IS NOT NULL")
    )
    op.create_index("ix_loan_thing_id", "loan", ["thing_id"])
    op.create_index("uq_loan_out", "loan", ["thing_id"], unique=True, sqlite_where=sa.text("returned_at IS NULL"))
