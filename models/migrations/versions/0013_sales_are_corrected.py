"""A sale may correct another, line by line; passes, plans and tickets know the line that sold them.

Revision 0013, after 0012.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TICKET = {"member": 300, "solidarity": 300, "standard": 500}
"""Cents TTC: as in the price list of a new house, to be changed like any other price."""


def upgrade() -> None:
    """Go to 0013."""
    # In place: the rows of a sale are sealed, and must not be copied.
    op.execute("ALTER TABLE sale ADD COLUMN corrects_id TEXT CONSTRAINT fk_sale_corrects_id REFERENCES sale (id)")
    op.create_index("ix_sale_corrects_id", "sale", ["corrects_id"])
    for column in ("category TEXT", "off_position INTEGER", "corrects_position INTEGER"):
        op.execute(f"ALTER TABLE sale_line ADD COLUMN {column}")
    op.execute("ALTER TABLE membership ADD COLUMN sale_id TEXT CONSTRAINT fk_membership_sale_id REFERENCES sale (id)")
    op.execute("ALTER TABLE membership ADD COLUMN sale_position INTEGER")
    op.create_index("ix_membership_sale_id", "membership", ["sale_id"])
    _passes()
    op.create_table(
        "event_ticket",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("sale_position", sa.Integer(), nullable=False),
        sa.Column("sold_at", sa.Text(), nullable=False),
        sa.Column("cancelled_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_event_ticket_booking_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_event_ticket_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_ticket")),
        sqlite_strict=True,
    )
    op.create_index("ix_event_ticket_booking_id", "event_ticket", ["booking_id"])
    op.create_index("ix_event_ticket_sale_id", "event_ticket", ["sale_id"])
    _price_list()


def _passes() -> None:
    """One sale may sell several passes. SQLite takes a UNIQUE away only with its table, which is made anew.

    Foreign keys are deferred: visits refer to passes, which are back before the step ends.
    """
    op.execute("PRAGMA defer_foreign_keys=ON")
    op.execute("CREATE TEMPORARY TABLE kept_pass AS SELECT * FROM day_pass")
    op.drop_table("day_pass")
    op.create_table(
        "day_pass",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("guest_name", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Text(), nullable=False),
        sa.Column("sale_position", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("cancelled_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_day_pass_sale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_pass")),
        sa.UniqueConstraint("code", name=op.f("uq_day_pass_code")),
        sa.UniqueConstraint("number", name=op.f("uq_day_pass_number")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO day_pass (id, number, code, day, part, guest_name, sale_id, issued_at, cancelled_at)"
        " SELECT id, number, code, day, part, guest_name, sale_id, issued_at, cancelled_at FROM kept_pass"
    )
    op.execute("DROP TABLE kept_pass")
    op.create_index("ix_day_pass_day", "day_pass", ["day"])
    op.create_index("ix_day_pass_sale_id", "day_pass", ["sale_id"])


def _price_list() -> None:
    """A house that has a price list gets the ticket; a new one has it from its catalogue."""
    connection = op.get_bind()
    first = connection.execute(sa.text("SELECT min(valid_from) FROM vat_rate WHERE code = 'normal'")).scalar()
    if first is None:
        return
    product = "INSERT INTO product (code, label, vat_code, tax_included) VALUES ('event-ticket', :label, 'normal', 1)"
    connection.execute(sa.text(product), {"label": "Billet d’un moment collectif"})
    price = sa.text(
        "INSERT INTO price (id, product_code, category, unit, cents, valid_from)"
        " VALUES (:id, 'event-ticket', :category, 'each', :cents, :first)"
    )
    for category, cents in TICKET.items():
        connection.execute(price, {"id": _new_id(), "category": category, "cents": cents, "first": first})


def _new_id() -> str:
    """A UUIDv7 of now; a step that has run somewhere must not lean on a library that may change."""
    milliseconds = int(datetime.now(UTC).timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
