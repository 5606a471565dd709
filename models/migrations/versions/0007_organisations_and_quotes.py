"""Organisations are whole (numbers, address, terms, contacts, aliases), extras are sold, quotes are kept.

Revision 0007, after 0006.
"""

from __future__ import annotations

import secrets
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS = (
    ("legal_form", sa.Text(), "''"),
    ("siret", sa.Text(), "''"),
    ("vat_number", sa.Text(), "''"),
    ("street", sa.Text(), "''"),
    ("postcode", sa.Text(), "''"),
    ("city", sa.Text(), "''"),
    ("country", sa.Text(), "'FR'"),
    ("justification", sa.Text(), "''"),
    ("payment_days", sa.Integer(), "30"),
    ("may_invoice", sa.Integer(), "1"),
    ("notes", sa.Text(), "''"),
)
# Written out in full: a step that has run somewhere must never change with the code.
GUARDS = (
    """
CREATE TRIGGER quote_refuses_update BEFORE UPDATE ON quote WHEN NOT (NEW.id IS OLD.id AND NEW.sequence IS OLD.sequence AND NEW.number IS OLD.number AND NEW.made_at IS OLD.made_at AND NEW.made_by IS OLD.made_by AND NEW.valid_until IS OLD.valid_until AND NEW.category IS OLD.category AND NEW.space_id IS OLD.space_id AND NEW.starts_at IS OLD.starts_at AND NEW.ends_at IS OLD.ends_at AND NEW.people IS OLD.people AND NEW.total_cents IS OLD.total_cents) BEGIN SELECT RAISE(ABORT, 'quote is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER quote_refuses_delete BEFORE DELETE ON quote BEGIN SELECT RAISE(ABORT, 'quote is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER quote_refuses_gaps BEFORE INSERT ON quote
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM quote)
BEGIN
  SELECT RAISE(ABORT, 'quote is sealed: a quote must take the next number');
END
""",
    """
CREATE TRIGGER quote_refuses_replace BEFORE INSERT ON quote BEGIN SELECT RAISE(ABORT, 'quote is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM quote WHERE id = NEW.id OR number = NEW.number); END
""",
    """
CREATE TRIGGER quote_line_refuses_update BEFORE UPDATE ON quote_line BEGIN SELECT RAISE(ABORT, 'quote_line is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER quote_line_refuses_delete BEFORE DELETE ON quote_line BEGIN SELECT RAISE(ABORT, 'quote_line is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER quote_line_refuses_replace BEFORE INSERT ON quote_line BEGIN SELECT RAISE(ABORT, 'quote_line is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM quote_line WHERE id = NEW.id OR quote_id = NEW.quote_id AND position = NEW.position); END
""",
)


def upgrade() -> None:
    """Go to 0004."""
    # In place, never by a copy of a table: dropping the old one would strike every row that refers to it.
    with op.batch_alter_table("organisation", schema=None, recreate="never") as batch_op:
        for name, kind, default in COLUMNS:
            batch_op.add_column(sa.Column(name, kind, server_default=sa.text(default), nullable=False))
        batch_op.add_column(sa.Column("archived_at", sa.Text(), nullable=True))
    op.execute(
        "ALTER TABLE organisation ADD COLUMN merged_into TEXT"
        " CONSTRAINT fk_organisation_merged_into REFERENCES organisation (id)"
    )
    op.create_index("ix_organisation_merged_into", "organisation", ["merged_into"])
    _contacts()
    _quotes()
    op.create_index("ix_sale_organisation_id", "sale", ["organisation_id"])
    with op.batch_alter_table("product", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("is_extra", sa.Integer(), server_default=sa.text("0"), nullable=False))
    with op.batch_alter_table("site", schema=None, recreate="never") as batch_op:
        for name, value in (("keep_contacts_months", "36"), ("quote_days", "30")):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default=sa.text(value), nullable=False))
    for guard in GUARDS:
        op.execute(sa.text(guard))


def _contacts() -> None:
    """The one line that an organisation had becomes its first contact: an e-mail address, or a name."""
    op.create_table(
        "organisation_contact",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_organisation_contact_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_contact")),
        sqlite_strict=True,
    )
    op.create_index("ix_organisation_contact_organisation_id", "organisation_contact", ["organisation_id"])
    connection = op.get_bind()
    insert = sa.text(
        "INSERT INTO organisation_contact (id, organisation_id, name, role, email, phone, noted_at)"
        " VALUES (:id, :organisation, :name, '', :email, '', :at)"
    )
    known = sa.text("SELECT id, contact, created_at FROM organisation WHERE contact <> ''")
    for organisation, contact, at in connection.execute(known).all():
        is_address = "@" in contact and " " not in contact
        values = {"name": "" if is_address else contact, "email": contact if is_address else ""}
        connection.execute(insert, {"id": _new_id(at), "organisation": organisation, "at": at, **values})
    with op.batch_alter_table("organisation", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("contact")


def _quotes() -> None:
    op.create_table(
        "quote",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_quote_not_empty")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_quote_organisation_id")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_quote_space_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_quote_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("sequence", name=op.f("uq_quote_sequence")),
        sa.UniqueConstraint("number", name=op.f("uq_quote_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_quote_organisation_id", "quote", ["organisation_id"])
    op.create_table(
        "quote_line",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("quote_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_cents", sa.Integer(), nullable=False),
        sa.Column("tax_included", sa.Integer(), nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_quote_line_counts")),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_line_quote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_line")),
        sqlite_strict=True,
    )
    op.create_index("ix_quote_line_quote", "quote_line", ["quote_id", "position"], unique=True)


def _new_id(at: str) -> str:
    """A UUIDv7 of that instant; a step that has run somewhere must not lean on a library that may change."""
    milliseconds = int(datetime.fromisoformat(at).timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
