"""People are imported, and forgotten when the law says so: imports, retention, redaction of operational records.

Revision 0003, after 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
REDACTION_ONLY = """
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal WHEN NOT (OLD.stream IS 'operations' AND NEW.body IS x'' AND NEW.rowid IS OLD.rowid AND NEW.stream IS OLD.stream AND NEW.sequence IS OLD.sequence AND NEW.kind IS OLD.kind AND NEW.at IS OLD.at AND NEW.operator_id IS OLD.operator_id AND NEW.desk_id IS OLD.desk_id AND NEW.software_version IS OLD.software_version AND NEW.format IS OLD.format AND NEW.algorithm IS OLD.algorithm AND NEW.key_id IS OLD.key_id AND NEW.previous_digest IS OLD.previous_digest AND NEW.previous_signature IS OLD.previous_signature AND NEW.body_sha256 IS OLD.body_sha256 AND NEW.digest IS OLD.digest AND NEW.signature IS OLD.signature) BEGIN SELECT RAISE(ABORT, 'journal is sealed: UPDATE refused'); END
"""


def upgrade() -> None:
    """Go to 0003."""
    op.create_table(
        "member_import",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("memberships", sa.Integer(), nullable=False),
        sa.Column("cards", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("faulty", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_import")),
        sqlite_strict=True,
    )
    op.create_table(
        "imported_member",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("import_id", sa.Text(), nullable=False),
        sa.Column("membership_id", sa.Text(), nullable=False),
        sa.Column("card_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["member_import.id"], name=op.f("fk_imported_member_import_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_imported_member_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_imported_member")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_imported_member_import_id"), "imported_member", ["import_id"])
    # Taking an import back, or showing a person's data, asks these tables about one member after the other.
    op.create_index(op.f("ix_booking_member_id"), "booking", ["member_id"])
    op.create_index(op.f("ix_refused_scan_member_id"), "refused_scan", ["member_id"])
    # In place, never by a copy of the table: dropping the old one would strike every row that refers to it.
    with op.batch_alter_table("member", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("erased_at", sa.Text(), nullable=True))
    with op.batch_alter_table("site", schema=None, recreate="never") as batch_op:
        for name, months in (("keep_visits_months", "36"), ("keep_refused_scans_months", "3")):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default=sa.text(months), nullable=False))
    op.execute("DROP TRIGGER journal_refuses_update")
    op.execute(sa.text(REDACTION_ONLY))
