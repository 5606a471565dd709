"""The desk opens.

Revision 0001, after None.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
GUARDS = (
    """
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER journal_refuses_gaps BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM journal WHERE stream = NEW.stream)
BEGIN
  SELECT RAISE(ABORT, 'journal is sealed: a record must take the next place of its stream');
END
""",
    """
CREATE TRIGGER sale_refuses_update BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'sale is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER sale_refuses_delete BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'sale is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER sale_line_refuses_update BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER sale_line_refuses_delete BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER payment_refuses_update BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'payment is sealed: UPDATE refused'); END
""",
    """
CREATE TRIGGER payment_refuses_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'payment is sealed: DELETE refused'); END
""",
    """
CREATE TRIGGER sale_refuses_replace BEFORE INSERT ON sale BEGIN SELECT RAISE(ABORT, 'sale is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM sale WHERE id = NEW.id OR number = NEW.number OR sequence = NEW.sequence); END
""",
    """
CREATE TRIGGER sale_line_refuses_replace BEFORE INSERT ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM sale_line WHERE id = NEW.id OR sale_id = NEW.sale_id AND position = NEW.position); END
""",
    """
CREATE TRIGGER payment_refuses_replace BEFORE INSERT ON payment BEGIN SELECT RAISE(ABORT, 'payment is sealed: REPLACE refused') WHERE EXISTS (SELECT 1 FROM payment WHERE id = NEW.id OR sale_id = NEW.sale_id AND position = NEW.position); END
""",
    """
CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'this space is already booked then') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id = NEW.space_id AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.starts_at < NEW.ends_at AND b.ends_at > NEW.starts_at);
END
""",
    """
CREATE TRIGGER booking_no_overlap_update BEFORE UPDATE OF space_id, starts_at, ends_at, cancelled_at ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'this space is already booked then') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id = NEW.space_id AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.starts_at < NEW.ends_at AND b.ends_at > NEW.starts_at);
END
""",
)


def upgrade() -> None:
    """Go to 0001."""
    op.create_table(
        "desk",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk")),
        sqlite_strict=True,
    )
    op.create_table(
        "facilitator",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facilitator")),
        sqlite_strict=True,
    )
    op.create_table(
        "float_count",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("counted_at", sa.Text(), nullable=False),
        sa.Column("counted_by", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_float_count_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_float_count")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("float_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_float_count_counted_at"), ["counted_at"], unique=False)

    op.create_table(
        "journal",
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("software_version", sa.Text(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("algorithm", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("previous_digest", sa.LargeBinary(), nullable=False),
        sa.Column("previous_signature", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "sequence", name=op.f("pk_journal")),
        sqlite_strict=True,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("blocked_reason", sa.Text(), nullable=False),
        sa.Column("joined_on", sa.Text(), nullable=False),
        sa.Column("named_on_plan", sa.Integer(), nullable=False),
        sa.Column("usual_space_id", sa.Text(), nullable=True),
        sa.Column("parcels", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("number", name=op.f("uq_member_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("siren", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index("uq_organisation_siren", ["siren"], unique=True, sqlite_where=sa.text("siren <> ''"))

    op.create_table(
        "plan",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("product_code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_plan")),
        sqlite_strict=True,
    )
    op.create_table(
        "printer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sqlite_strict=True,
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("house_name", sa.Text(), nullable=False),
        sa.Column("legal_name", sa.Text(), nullable=False),
        sa.Column("legal_form", sa.Text(), nullable=False),
        sa.Column("siret", sa.Text(), nullable=False),
        sa.Column("vat_number", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("opens", sa.Text(), nullable=False),
        sa.Column("closes", sa.Text(), nullable=False),
        sa.Column("half_day_split", sa.Text(), nullable=False),
        sa.Column("safety_limit", sa.Integer(), nullable=False),
        sa.Column("soon_minutes", sa.Integer(), nullable=False),
        sa.Column("repeat_seconds", sa.Integer(), nullable=False),
        sa.Column("undo_minutes", sa.Integer(), nullable=False),
        sa.Column("rental_half_day_minutes", sa.Integer(), nullable=False),
        sa.Column("rental_day_minutes", sa.Integer(), nullable=False),
        sa.Column("is_demo", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_site_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sqlite_strict=True,
    )
    op.create_table(
        "space",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("workstations", sa.Integer(), nullable=False),
        sa.Column("rentable", sa.Integer(), nullable=False),
        sa.Column("closed_note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
        sqlite_strict=True,
    )
    op.create_table(
        "vat_rate",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("pk_vat_rate")),
        sqlite_strict=True,
    )
    op.create_table(
        "card",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_card_member_id")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_card")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_member_id"), ["member_id"], unique=False)
        batch_op.create_index(
            "uq_card_in_force", ["member_id"], unique=True, sqlite_where=sa.text("revoked_at IS NULL")
        )

    op.create_table(
        "cooperator",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("is_public_body", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_cooperator_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cooperator")),
        sa.UniqueConstraint("number", name=op.f("uq_cooperator_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("cooperator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cooperator_member_id"), ["member_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("plan_code", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=False),
        sa.Column("units_left", sa.Integer(), nullable=False),
        sa.CheckConstraint("units_left >= 0", name=op.f("ck_membership_never_negative")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_membership_member_id")),
        sa.ForeignKeyConstraint(["plan_code"], ["plan.code"], name=op.f("fk_membership_plan_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index("ix_membership_member", ["member_id", "valid_from"], unique=False)

    op.create_table(
        "print_job",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("printer_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["printer_id"], ["printer.id"], name=op.f("fk_print_job_printer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.create_index("ix_print_job_state", ["state", "created_at"], unique=False)

    op.create_table(
        "product",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("vat_code", sa.Text(), nullable=False),
        sa.Column("tax_included", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_product_space_id")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_product")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_product_space_id"), ["space_id"], unique=False)

    op.create_table(
        "refused_scan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_refused_scan_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused_scan")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("refused_scan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refused_scan_at"), ["at"], unique=False)

    op.create_table(
        "sale",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("sold_at", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_sale_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        sa.UniqueConstraint("number", name=op.f("uq_sale_number")),
        sa.UniqueConstraint("sequence", name=op.f("uq_sale_sequence")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("sale", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sale_sold_at"), ["sold_at"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("facilitator_id", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["facilitator_id"], ["facilitator.id"], name=op.f("fk_shift_facilitator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_facilitator_id"), ["facilitator_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_shift_started_at"), ["started_at"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("sale_id", sa.Text(), nullable=True),
        sa.Column("cancelled_at", sa.Text(), nullable=True),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_booking_not_empty")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_booking_member_id")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_booking_organisation_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_booking_sale_id")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_booking_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index("ix_booking_ends", ["ends_at"], unique=False)
        batch_op.create_index("ix_booking_space_time", ["space_id", "starts_at"], unique=False)

    op.create_table(
        "day_pass",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("guest_name", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("cancelled_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_day_pass_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_pass")),
        sa.UniqueConstraint("code", name=op.f("uq_day_pass_code")),
        sa.UniqueConstraint("number", name=op.f("uq_day_pass_number")),
        sa.UniqueConstraint("sale_id", name=op.f("uq_day_pass_sale_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("day_pass", schema=None) as batch_op:
        batch_op.create_index("ix_day_pass_day", ["day"], unique=False)

    op.create_table(
        "payment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("tendered_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_payment_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index("ix_payment_sale", ["sale_id", "position"], unique=True)

    op.create_table(
        "price",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("product_code", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_price_not_negative")),
        sa.ForeignKeyConstraint(["product_code"], ["product.code"], name=op.f("fk_price_product_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("price", schema=None) as batch_op:
        batch_op.create_index("uq_price", ["product_code", "category", "unit", "valid_from"], unique=True)

    op.create_table(
        "receipt_print",
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_receipt_print_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", "copy_number", name=op.f("pk_receipt_print")),
        sqlite_strict=True,
    )
    op.create_table(
        "sale_line",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_cents", sa.Integer(), nullable=False),
        sa.Column("tax_included", sa.Integer(), nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_sale_line_counts")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_line_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale_line")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("sale_line", schema=None) as batch_op:
        batch_op.create_index("ix_sale_line_sale", ["sale_id", "position"], unique=True)

    op.create_table(
        "share_movement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cooperator_id", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Text(), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("nominal_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cooperator_id"], ["cooperator.id"], name=op.f("fk_share_movement_cooperator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_movement")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("share_movement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_share_movement_cooperator_id"), ["cooperator_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_event_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_event_booking_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("pass_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("membership_id", sa.Text(), nullable=True),
        sa.Column("units_used", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=True),
        sa.Column("seat_id", sa.Text(), nullable=True),
        sa.Column("entered_at", sa.Text(), nullable=False),
        sa.Column("left_at", sa.Text(), nullable=True),
        sa.Column("annulled_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_visit_member_id")),
        sa.ForeignKeyConstraint(["membership_id"], ["membership.id"], name=op.f("fk_visit_membership_id")),
        sa.ForeignKeyConstraint(["pass_id"], ["day_pass.id"], name=op.f("fk_visit_pass_id")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_visit_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_entered_at"), ["entered_at"], unique=False)
        batch_op.create_index("ix_visit_member_time", ["member_id", "entered_at"], unique=False)
        batch_op.create_index(
            "ix_visit_open",
            ["entered_at"],
            unique=False,
            sqlite_where=sa.text("left_at IS NULL AND annulled_at IS NULL"),
        )
        batch_op.create_index("ix_visit_pass_time", ["pass_id", "entered_at"], unique=False)
        batch_op.create_index(
            "uq_visit_open_member",
            ["member_id"],
            unique=True,
            sqlite_where=sa.text("left_at IS NULL AND annulled_at IS NULL"),
        )
        batch_op.create_index(
            "uq_visit_open_pass",
            ["pass_id"],
            unique=True,
            sqlite_where=sa.text("left_at IS NULL AND annulled_at IS NULL"),
        )
        batch_op.create_index(
            "uq_visit_open_seat",
            ["seat_id"],
            unique=True,
            sqlite_where=sa.text("left_at IS NULL AND annulled_at IS NULL"),
        )
    for guard in GUARDS:
        op.execute(sa.text(guard))
