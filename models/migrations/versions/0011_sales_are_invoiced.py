"""Invoices and credit notes have rows, a number of their own and a PDF; money may be received after a sale.

Revision 0011, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
GUARDS = (
    """
CREATE TRIGGER invoice_refuses_update BEFORE UPDATE ON invoice BEGIN SELECT RAISE(ABORT, 'invoice is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER invoice_refuses_delete BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'invoice is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER invoice_sale_refuses_update BEFORE UPDATE ON invoice_sale BEGIN SELECT RAISE(ABORT, 'invoice_sale is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER invoice_sale_refuses_delete BEFORE DELETE ON invoice_sale BEGIN SELECT RAISE(ABORT, 'invoice_sale is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER invoice_settlement_refuses_update BEFORE UPDATE ON invoice_settlement BEGIN SELECT RAISE(ABORT, 'invoice_settlement is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER invoice_settlement_refuses_delete BEFORE DELETE ON invoice_settlement BEGIN SELECT RAISE(ABORT, 'invoice_settlement is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER invoice_file_refuses_update BEFORE UPDATE ON invoice_file BEGIN SELECT RAISE(ABORT, 'invoice_file is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER invoice_file_refuses_delete BEFORE DELETE ON invoice_file BEGIN SELECT RAISE(ABORT, 'invoice_file is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER invoice_print_refuses_update BEFORE UPDATE ON invoice_print BEGIN SELECT RAISE(ABORT, 'invoice_print is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER invoice_print_refuses_delete BEFORE DELETE ON invoice_print BEGIN SELECT RAISE(ABORT, 'invoice_print is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER invoice_refuses_gaps BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM invoice)
BEGIN
  SELECT RAISE(ABORT, 'invoice is sealed: a document must take the next number');
END
""",
    """
CREATE TRIGGER invoice_refuses_replace BEFORE INSERT ON invoice BEGIN SELECT RAISE(ABORT, 'invoice is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM invoice WHERE id = NEW.id OR number = NEW.number); END
""",
    """
CREATE TRIGGER invoice_sale_refuses_replace BEFORE INSERT ON invoice_sale BEGIN SELECT RAISE(ABORT, 'invoice_sale is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM invoice_sale WHERE sale_id = NEW.sale_id); END
""",
    """
CREATE TRIGGER invoice_settlement_refuses_replace BEFORE INSERT ON invoice_settlement BEGIN SELECT RAISE(ABORT, 'invoice_settlement is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM invoice_settlement WHERE sale_id = NEW.sale_id); END
""",
    """
CREATE TRIGGER invoice_file_refuses_replace BEFORE INSERT ON invoice_file BEGIN SELECT RAISE(ABORT, 'invoice_file is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM invoice_file WHERE invoice_id = NEW.invoice_id); END
""",
    """
CREATE TRIGGER invoice_print_refuses_replace BEFORE INSERT ON invoice_print BEGIN SELECT RAISE(ABORT, 'invoice_print is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM invoice_print WHERE invoice_id = NEW.invoice_id AND copy_number = NEW.copy_number); END
""",
)


def upgrade() -> None:
    """Go to 0010."""
    op.create_table(
        "invoice",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=False),
        sa.Column("credits_id", sa.Text(), nullable=True),
        sa.CheckConstraint("paid_cents BETWEEN 0 AND total_cents", name=op.f("ck_invoice_paid")),
        sa.CheckConstraint("(kind = 'credit_note') = (credits_id IS NOT NULL)", name=op.f("ck_invoice_credits")),
        sa.CheckConstraint("due_on >= issued_on", name=op.f("ck_invoice_due")),
        sa.CheckConstraint("total_cents > 0", name=op.f("ck_invoice_owes")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_invoice_organisation_id")),
        sa.ForeignKeyConstraint(["credits_id"], ["invoice.id"], name=op.f("fk_invoice_credits_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("sequence", name=op.f("uq_invoice_sequence")),
        sa.UniqueConstraint("number", name=op.f("uq_invoice_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_invoice_credits_id", "invoice", ["credits_id"])
    op.create_index("ix_invoice_issued_on", "invoice", ["issued_on"])
    op.create_index("ix_invoice_organisation_id", "invoice", ["organisation_id"])
    op.create_table(
        "invoice_sale",
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("invoice_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_sale_invoice_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_invoice_sale_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", name=op.f("pk_invoice_sale")),
        sqlite_strict=True,
    )
    op.create_index("ix_invoice_sale_invoice_id", "invoice_sale", ["invoice_id"])
    op.create_table(
        "invoice_settlement",
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("invoice_id", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_invoice_settlement_received")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_settlement_invoice_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_invoice_settlement_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", name=op.f("pk_invoice_settlement")),
        sqlite_strict=True,
    )
    op.create_index("ix_invoice_settlement_invoice_id", "invoice_settlement", ["invoice_id"])
    op.create_table(
        "invoice_file",
        sa.Column("invoice_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_file_invoice_id")),
        sa.PrimaryKeyConstraint("invoice_id", name=op.f("pk_invoice_file")),
        sqlite_strict=True,
    )
    op.create_table(
        "invoice_print",
        sa.Column("invoice_id", sa.Text(), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_print_invoice_id")),
        sa.PrimaryKeyConstraint("invoice_id", "copy_number", name=op.f("pk_invoice_print")),
        sqlite_strict=True,
    )
    op.create_table(
        "invoice_reminder",
        sa.Column("invoice_id", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Text(), nullable=False),
        sa.Column("due_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_reminder_invoice_id")),
        sa.PrimaryKeyConstraint("invoice_id", "rank", name=op.f("pk_invoice_reminder")),
        sqlite_strict=True,
    )
    op.create_table(
        "invoicing_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("iban", sa.Text(), nullable=False),
        sa.Column("bic", sa.Text(), nullable=False),
        sa.Column("penalties", sa.Text(), nullable=False),
        sa.Column("discount", sa.Text(), nullable=False),
        sa.Column("exemption", sa.Text(), nullable=False),
        sa.Column("vat_on_debits", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_invoicing_terms_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoicing_terms")),
        sqlite_strict=True,
    )
    for guard in GUARDS:
        op.execute(sa.text(guard))
